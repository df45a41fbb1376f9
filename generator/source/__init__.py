"""Raw files: which there are, and their bytes as text. The only package that reads raw files."""

from generator.source.cleaning import Cleaning
from generator.source.decoding import decode
from generator.source.files import (
    RULINGS_FILE,
    raw_files,
    read_fix_texts,
    read_json,
    read_rulings_text,
    read_source,
    read_sources,
)
from generator.source.source_text import HTML, PDF, TEXT, WORD, SourceText

__all__ = [
    "HTML",
    "PDF",
    "RULINGS_FILE",
    "TEXT",
    "WORD",
    "Cleaning",
    "SourceText",
    "decode",
    "raw_files",
    "read_fix_texts",
    "read_json",
    "read_rulings_text",
    "read_source",
    "read_sources",
]

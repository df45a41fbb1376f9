"""Make typed units of raw units: one small function per field; every word goes somewhere."""

from generator.parse.documents import Document, parse_source
from generator.parse.first_words import first_words, may_be_runs

__all__ = ["Document", "first_words", "may_be_runs", "parse_source"]

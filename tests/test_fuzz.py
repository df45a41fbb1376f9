"""Raw files damaged in every way: the reader never raises and never loses a word."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from accounting import unaccounted
from dose import dose
from mutations import mutated

from generator.parse import Document, parse_source
from generator.source import decode

TESTS = Path(__file__).parent
SOURCES = sorted(
    path
    for folder in (TESTS / "cases" / "parse", TESTS.parent / "source_units")
    for path in folder.iterdir()
    if path.suffix in (".txt", ".md", ".html")
)
CHUNKS = 50
MUTATIONS_A_CHUNK = int(os.environ.get("UOC_MUTATIONS", dose(1000, 100_000))) // CHUNKS


def said_or_refused(document: Document) -> bool:
    return bool(document.units) or any(found.severity == "error" for found in document.diagnostics)


@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_damaged_files_lose_no_word(chunk: int) -> None:
    texts = [decode(path.name, path.read_bytes()).text for path in SOURCES]
    for number in range(chunk * MUTATIONS_A_CHUNK, (chunk + 1) * MUTATIONS_A_CHUNK):
        path = SOURCES[number % len(SOURCES)]
        content = mutated(texts[number % len(SOURCES)], number).encode("utf-8", errors="replace")
        document = parse_source(decode(path.name, content))
        assert said_or_refused(document) or document.diagnostics, (path.name, number)
        if document.units:
            assert not unaccounted(document), (path.name, number)

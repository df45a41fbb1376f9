"""The raw files as they are, for "view the raw file"; of Word and PDF files the text taken out of them."""

from __future__ import annotations

from collections.abc import Iterator

from generator.contents import Contents
from generator.source import PDF, WORD


def files(contents: Contents) -> Iterator[tuple[str, bytes]]:
    """Yield every raw file that was read: byte for byte where it is text, else its text in UTF-8.

    A Word or PDF file may carry more than its words (macros, names of authors, earlier drafts) and is not published.
    """
    for document in contents.documents:
        source = document.source
        if source.text:
            taken_out = source.container in (WORD, PDF)
            yield contents.addresses.raw(source.file), source.text.encode() if taken_out else source.content

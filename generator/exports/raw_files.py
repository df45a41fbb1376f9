"""The raw files as they are, for "view the raw file"."""

from __future__ import annotations

from collections.abc import Iterator

from generator.contents import Contents


def files(contents: Contents) -> Iterator[tuple[str, bytes]]:
    """Yield every raw file that was read as text, byte for byte."""
    for document in contents.documents:
        if document.source.text:
            yield contents.addresses.raw(document.source.file), document.source.content

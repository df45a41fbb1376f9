"""Running text in pieces, some of which lead somewhere."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fragment:
    """A stretch of text and the address of the page it leads to, if any."""

    text: str
    address: str | None = None


Text = tuple[Fragment, ...]


def fragments(text: str | None, targets: Iterable[tuple[int, int, str]] = ()) -> Text:
    """Return text in pieces; ``targets`` gives start, end and address of the stretches that lead somewhere.

    The pieces put together are the text again.
    """
    if not text:
        return ()
    pieces: list[Fragment] = []
    last = 0
    for start, end, address in sorted(targets):
        if start < last:
            continue
        if start > last:
            pieces.append(Fragment(text[last:start]))
        pieces.append(Fragment(text[start:end], address))
        last = end
    if last < len(text):
        pieces.append(Fragment(text[last:]))
    return tuple(pieces)

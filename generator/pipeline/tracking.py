"""How the pipeline shows how far it is: whoever calls it may pass things on one by one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol, TypeVar

Thing = TypeVar("Thing")


class Track(Protocol):
    """Passes things on one by one, and may show how far it is."""

    def __call__(self, things: Sequence[Thing], label: str) -> Iterable[Thing]: ...


def untracked(things: Sequence[Thing], label: str) -> Iterable[Thing]:  # noqa: ARG001 - the form of a Track
    """Pass things on silently."""
    return things

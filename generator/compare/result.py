"""What a comparison of two units finds: every node of both in exactly one typed link."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain

from generator.model import Unit


class Change(StrEnum):
    """The classes of change, as the public interface names them."""

    UNCHANGED = "unchanged"
    TYPOGRAPHIC = "typographic-only"
    REWORDED = "reworded"
    MOVED = "moved"
    MOVED_REWORDED = "moved+reworded"
    SPLIT = "split"
    MERGED = "merged"
    ADDED = "added"
    REMOVED = "removed"

    @property
    def quiet(self) -> bool:
        """Whether a reader who looks for substance may pass over it."""
        return self in (Change.UNCHANGED, Change.TYPOGRAPHIC)


@dataclass(frozen=True, slots=True)
class InlineRun:
    """A stretch of wording: ``kind`` is "same", "removed" or "added".

    Same and removed runs put together spell the old text exactly, same and added runs the new one.
    """

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Link:
    """How some nodes of the old unit became some nodes of the new one (position names, see `generator.model.Node`).

    ``kind`` is "element", "requirement" or "criterion". A split or merge has one list of runs per piece in
    ``pieces`` and none in ``runs``. ``alerts`` name what may shift the meaning (negation, order in time,
    bound, obligation, number ...), ``notes`` what else a reader should know ("verb": the leading action verb
    changed; "spelling": the words differ in spelling only). ``absent_from_source`` is "old" or "new" where
    that source lacks the heading of an element, so that nothing can be said about its wording. ``reason`` says in
    a part of a sentence why the nodes were linked; "" for what was added or removed.
    """

    kind: str
    old: tuple[str, ...]
    new: tuple[str, ...]
    change: Change
    runs: tuple[InlineRun, ...] = ()
    pieces: tuple[tuple[InlineRun, ...], ...] = ()
    alerts: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    similarity: float | None = None
    absent_from_source: str | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of both sides, or another text that is no node; level and credit as a reader would say them.

    ``absent_from_source`` is "old" or "new" where that source lacks the text, so that nothing can be said about it.
    """

    field: str
    change: Change
    old: str | None
    new: str | None
    runs: tuple[InlineRun, ...] = ()
    alerts: tuple[str, ...] = ()
    absent_from_source: str | None = None


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two units side by side. Links stand in the reading order of the new unit, removals after their old neighbour.

    ``further`` are the texts that are neither fields nor nodes: lead-ins and local ranges of nodes ("e1.lead_in",
    "e1.r2.range"), extra fields and extra sections by their labels.
    """

    old: Unit
    new: Unit
    fields: tuple[FieldChange, ...]
    links: tuple[Link, ...]
    further: tuple[FieldChange, ...] = ()

    def counts(self, kind: str = "requirement") -> Counter[Change]:
        """Return how many links of one kind each class has; every class is a key."""
        found = Counter(dict.fromkeys(Change, 0))
        found.update(link.change for link in self.links if link.kind == kind)
        return found

    @property
    def quiet(self) -> bool:
        """Whether nothing but unchanged and typographic rows stands beside the code, which always differs."""
        texts = (change.change for change in (*self.fields, *self.further) if change.field != "code")
        return all(change.quiet for change in chain(texts, (link.change for link in self.links)))

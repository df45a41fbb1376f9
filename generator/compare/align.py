"""Find which nodes of two units correspond: the stages of the alignment in their order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from generator.compare.affinity import affinities
from generator.compare.groups import element_links
from generator.compare.lines import Line, Side
from generator.compare.linking import Linked, linked_lines
from generator.compare.measure import Measured, measured
from generator.compare.moves import heaviest_increasing
from generator.compare.similarity import Table
from generator.compare.weights import terms

_EQUAL = 1000


@dataclass(frozen=True, slots=True)
class Match:
    """Lines of one kind that correspond; a side is empty for what was added or removed.

    ``similarity`` is in thousandths, None where one side is empty; ``reason`` says why they were linked.
    """

    kind: str
    old: tuple[Line, ...]
    new: tuple[Line, ...]
    similarity: int | None = None
    reason: str = ""
    moved: bool = False


def matches(old: Side, new: Side) -> tuple[Match, ...]:
    """Return matches that hold every line of both sides exactly once.

    The smaller side in canonical order always plays the old one, so that the two directions mirror each other
    whatever a tie would do.
    """
    if old.canon <= new.canon:
        return _matches(old, new)
    return tuple(replace(match, old=match.new, new=match.old) for match in _matches(new, old))


def _matches(old: Side, new: Side) -> tuple[Match, ...]:
    vocabulary = terms(line.wording for line in chain(*old.kinds, *new.kinds))
    headings = measured(old.elements, new.elements, vocabulary)
    table = _with_equals(headings)
    requirements = measured(old.requirements, new.requirements, vocabulary)
    criteria = measured(old.criteria, new.criteria, vocabulary)
    named = _named(old.elements), _named(new.elements)
    found = linked_lines(requirements, affinities(requirements, table, named))
    return _with_moves(
        (
            *_as_matches("element", headings, element_links(headings, requirements, found, table)),
            *_as_matches("requirement", requirements, found),
            *_as_matches(
                "criterion", criteria, linked_lines(criteria, affinities(criteria, {}, (frozenset(), frozenset())))
            ),
        )
    )


def _named(elements: Iterable[Line]) -> frozenset[int]:
    return frozenset(line.element for line in elements if not line.missing)


def _with_equals(headings: Measured) -> Table:
    """Return the similarities of headings together with those of equal ones; a missing heading equals none."""
    by_key: dict[str, list[int]] = {}
    for partner, line in enumerate(headings.new):
        by_key.setdefault(line.wording.key, []).append(partner)
    table = dict(headings.table)
    for position, line in enumerate(headings.old):
        if not line.missing:
            table.update({(position, partner): _EQUAL for partner in by_key.get(line.wording.key, ())})
    return table


def _as_matches(kind: str, lines: Measured, found: Iterable[Linked]) -> Iterable[Match]:
    """Yield the links as matches, then a match for every line that is in no link."""
    olds, news = set(range(len(lines.old))), set(range(len(lines.new)))
    for link in found:
        olds -= set(link.old)
        news -= set(link.new)
        yield Match(kind, _pick(lines.old, link.old), _pick(lines.new, link.new), link.similarity, link.reason)
    yield from (Match(kind, (lines.old[position],), ()) for position in sorted(olds))
    yield from (Match(kind, (), (lines.new[position],)) for position in sorted(news))


def _pick(lines: Sequence[Line], positions: Iterable[int]) -> tuple[Line, ...]:
    return tuple(lines[position] for position in positions)


def _with_moves(found: tuple[Match, ...]) -> tuple[Match, ...]:
    """Return the matches with those marked that moved.

    Moved is a line whose parents are not linked, and a line outside the heaviest increasing subsequence of the
    lines that share both parents. Lines of a split or merge carry no mark.
    """
    linked = {(old.name, new.name) for match in found for old in match.old for new in match.new}
    siblings: dict[tuple[str, str | None, str | None], list[int]] = {}
    moved = set()
    for index, match in enumerate(found):
        if len(match.old) != 1 or len(match.new) != 1:
            continue
        parents = match.old[0].parent, match.new[0].parent
        if parents == (None, None) or parents in linked:
            siblings.setdefault((match.kind, *parents), []).append(index)
        else:
            moved.add(index)
    for indices in siblings.values():
        moved |= _out_of_order(found, indices)
    return tuple(replace(match, moved=True) if index in moved else match for index, match in enumerate(found))


def _out_of_order(found: Sequence[Match], indices: Iterable[int]) -> set[int]:
    ordered = sorted(indices, key=lambda index: found[index].old[0].slot)
    places = [found[index].new[0].slot for index in ordered]
    weights = [len(found[index].old[0].wording.words) for index in ordered]
    kept = heaviest_increasing(places, weights)
    return {index for number, index in enumerate(ordered) if number not in kept}

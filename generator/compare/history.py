"""The history of each requirement through all versions of a lineage: versions and comparisons in, rows out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.compare.history_events import events_of
from generator.compare.history_order import reading_order
from generator.compare.history_rows import Event, History, Names, Row, Step, kind_of, places_of
from generator.compare.history_steps import Compared, history_steps
from generator.compare.history_strands import Strands, chained
from generator.model import Unit, nodes

_KINDS = ("requirement", "element", "criterion")


def history(versions: Sequence[Unit], pairs: Sequence[Compared]) -> History:
    """Return the history of a lineage in one language.

    ``versions`` stand oldest first, ``pairs`` are their comparisons, each of an older with a newer version.
    """
    steps = history_steps(pairs)
    strands = chained(versions, steps)
    chains = {id(strands.of(place)): strands.of(place) for place in strands.places()}.values()
    names = [tuple(chain.get(version) for version in range(len(versions))) for chain in chains]
    events = events_of(steps, names)
    texts = [{node.name: node.text for node in nodes(unit)} for unit in versions]
    rows = tuple(
        Row(
            _kind(names[number]),
            names[number],
            tuple(text[name] if name else None for text, name in zip(texts, names[number], strict=True)),
            events[number],
        )
        for number in _order(strands, steps, names, events)
    )
    return History(tuple(versions), steps, rows)


def _order(
    strands: Strands, steps: Sequence[Step], rows: Sequence[Names], events: Sequence[Sequence[Event]]
) -> Iterator[int]:
    row_of = places_of(rows)
    for kind in _KINDS:
        lines = [[line for name, line in version.items() if kind_of(name) == kind] for version in strands.lines]
        yield from reading_order(lines, steps, row_of, events)


def _kind(names: Names) -> str:
    return kind_of(next(filter(None, names)))

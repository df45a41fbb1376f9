"""Units to compare: made ones for laws, and real pairs from the gold; and the mirror image of a comparison."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from dose import dose
from gold import PAIRS, as_unit, read_gold
from hypothesis import strategies as st

from generator.compare import Change, Comparison, FieldChange, InlineRun, Link
from generator.model import AssessmentCriteria, Element, Requirement, Section, Unit, nodes, read_code

WORDS = (
    "Know Understand Check Prepare Report the of and with before not at least customer's goods records safety rules "
    "cargo temperature invoice supplier's storage equipment follow-up 12 4.5 °C % staff 顧客 投訴 處理 安全 不可"
).split()
PIECES = [*WORDS, " ", ",", ".", "’", "'", "-", "–", "\u00ad", "é", "ﬁ", "²", "(", "😀", "\t", "不", "~", "हिन्दी"]
PIECES += ["\u200d", "\ufe0f", "👩\u200d🚒", "👍🏽", "か\u3099", "葛\U000e0100", "e\u0301"]

clean_lines = st.lists(st.sampled_from(WORDS), min_size=1, max_size=7).map(" ".join)
wild_lines = st.lists(st.sampled_from(PIECES), max_size=10).map("".join)


@st.composite
def requirements(draw, lines, depth=0):
    children = draw(st.lists(requirements(lines, depth + 1), max_size=2)) if depth < 2 and draw(st.booleans()) else []
    return Requirement(draw(lines), tuple(children), range=draw(st.none() | lines) if draw(st.booleans()) else None)


@st.composite
def units(draw, lines, letter="A"):
    heading = st.none() | lines.filter(bool)
    element = st.builds(
        Element,
        number=st.none(),
        heading=heading,
        requirements=st.lists(requirements(lines), max_size=4).map(tuple),
        lead_in=st.none() | lines,
        range=st.none() | lines,
    )
    items = draw(st.lists(requirements(lines), max_size=2))
    labels = st.sampled_from(("Nominal hours", "Evidence Guide", "evidence guide", "Equipment"))
    return Unit(
        code=read_code(f"LOCUSM212{letter}"),
        title=draw(st.none() | lines),
        range=draw(st.none() | lines),
        level=draw(st.sampled_from([None, 1, 2])),
        elements=tuple(draw(st.lists(element, max_size=3))),
        assessment_criteria=AssessmentCriteria(draw(st.none() | lines), tuple(items)),
        extra_fields=tuple(draw(st.lists(st.tuples(labels, lines), max_size=2))),
        extra_sections=tuple(
            Section(draw(labels), draw(st.none() | lines), tuple(draw(st.lists(requirements(lines), max_size=2))))
            for _ in range(draw(st.integers(0, 1)))
        ),
    )


@st.composite
def flat_units(draw):
    """Units with one to three elements of plain requirements, no two lines alike."""
    lines = draw(
        st.lists(clean_lines, min_size=2, max_size=12, unique_by=lambda line: line.casefold().replace(" ", ""))
    )
    sizes = draw(st.integers(1, 4))
    parts = [lines[start : start + sizes] for start in range(0, len(lines), sizes)]
    elements = tuple(Element(None, None, tuple(map(Requirement, part))) for part in parts)
    return Unit(code=read_code("LOCUSM212A"), title="Unit", elements=elements)


REPEATED = ("Wear gloves", "Wear gloves and a mask", "Keep records", "KEEP RECORDS", "Keep records.", "Lock the store")
repetitive_units = st.builds(
    lambda parts: Unit(
        code=read_code("LOCUSM212A"),
        title="Unit",
        elements=tuple(Element(None, None, tuple(map(Requirement, part))) for part in parts),
    ),
    st.lists(st.lists(st.sampled_from(REPEATED), min_size=1, max_size=5), min_size=2, max_size=4),
)
"""Units that say a few things over and over again."""


@cache
def real_pairs() -> tuple[tuple[Unit, Unit], ...]:
    """Return the units of all gold alignments, old and new."""
    golds = (read_gold(name) for name in PAIRS)
    return tuple((as_unit(old)[0], as_unit(new)[0]) for old, new, *_ in golds)


REAL_PAIRS = range(0, len(PAIRS), dose(3, 1))
"""The real pairs that the laws are tried on."""


def texts(unit: Unit) -> dict[str, str]:
    return {node.name: node.text or "" for node in nodes(unit)}


OPPOSITE = {
    Change.ADDED: Change.REMOVED,
    Change.REMOVED: Change.ADDED,
    Change.SPLIT: Change.MERGED,
    Change.MERGED: Change.SPLIT,
}
OTHER_SIDE = {"old": "new", "new": "old", "removed": "added", "added": "removed", "same": "same", None: None}


def mirrored(runs: tuple[InlineRun, ...]) -> tuple[InlineRun, ...]:
    """The runs with both sides exchanged; of each change what went comes first."""
    found: list[InlineRun] = []
    for run in runs:
        turned = InlineRun(OTHER_SIDE[run.kind], run.text)
        if turned.kind == "removed" and found and found[-1].kind == "added":
            found.insert(-1, turned)
        else:
            found.append(turned)
    return tuple(found)


def mirror(link: Link) -> Link:
    return replace(
        link,
        old=link.new,
        new=link.old,
        change=OPPOSITE.get(link.change, link.change),
        runs=mirrored(link.runs),
        pieces=tuple(map(mirrored, link.pieces)),
        absent_from_source=OTHER_SIDE[link.absent_from_source],
    )


def mirror_of_field(change: FieldChange, *, named: bool = True) -> FieldChange:
    """The change the other way round; ``named`` is False where the name is that of a node of one side."""
    return replace(
        change,
        field=change.field if named else "",
        change=OPPOSITE.get(change.change, change.change),
        old=change.new,
        new=change.old,
        runs=mirrored(change.runs),
        absent_from_source=OTHER_SIDE[change.absent_from_source],
    )


def pairs_of_texts(comparison: Comparison):
    """Every list of runs with the two texts it must spell."""
    old, new = texts(comparison.old), texts(comparison.new)
    for change in (*comparison.fields, *comparison.further):
        yield change.runs, change.old or "", change.new or ""
    for link in comparison.links:
        if not link.pieces:
            yield link.runs, *(side[names[0]] if names else "" for side, names in ((old, link.old), (new, link.new)))
            continue
        parts = [(before, after) for before in link.old for after in link.new]
        assert len(parts) == len(link.pieces)
        for runs, (before, after) in zip(link.pieces, parts, strict=True):
            yield runs, old[before], new[after]

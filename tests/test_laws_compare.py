"""Laws of a comparison that hold for any two units."""

import re
from collections import Counter
from dataclasses import replace

from dose import dose
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.compare import Change, Comparison, InlineRun, Link, compare
from generator.model import AssessmentCriteria, Element, Requirement, Unit, nodes, read_code

OPPOSITE = {
    Change.ADDED: Change.REMOVED,
    Change.REMOVED: Change.ADDED,
    Change.SPLIT: Change.MERGED,
    Change.MERGED: Change.SPLIT,
}
OTHER_SIDE = {"old": "new", "new": "old", "removed": "added", "added": "removed", "same": "same", None: None}

law = settings(deadline=None, max_examples=dose(100, 2500))
"""The machine may be slow; a law says nothing about time."""

WORDS = (
    "Know Understand Check Prepare Report the of and with before not at least customer's goods records safety rules "
    "cargo temperature invoice supplier's storage equipment follow-up 12 4.5 °C % staff 顧客 投訴 處理 安全 不可"
).split()
PIECES = [*WORDS, " ", ",", ".", "’", "'", "-", "–", "\u00ad", "é", "ﬁ", "²", "(", "😀", "\t", "不", "~", "हिन्दी"]

clean_lines = st.lists(st.sampled_from(WORDS), min_size=1, max_size=7).map(" ".join)
wild_lines = st.lists(st.sampled_from(PIECES), max_size=10).map("".join)


@st.composite
def requirements(draw, lines, depth=0):
    children = draw(st.lists(requirements(lines, depth + 1), max_size=2)) if depth < 2 and draw(st.booleans()) else []
    return Requirement(draw(lines), tuple(children))


@st.composite
def units(draw, lines, letter="A"):
    heading = st.none() | lines.filter(bool)
    elements = draw(
        st.lists(
            st.builds(
                Element,
                number=st.none(),
                heading=heading,
                requirements=st.lists(requirements(lines), max_size=4).map(tuple),
            ),
            max_size=3,
        )
    )
    items = draw(st.lists(requirements(lines), max_size=2))
    return Unit(
        code=read_code(f"LOCUSM212{letter}"),
        title=draw(st.none() | lines),
        range=draw(st.none() | lines),
        level=draw(st.sampled_from([None, 1, 2])),
        elements=tuple(elements),
        assessment_criteria=AssessmentCriteria(draw(st.none() | lines), tuple(items)),
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


def texts(unit: Unit) -> dict[str, str]:
    return {node.name: node.text or "" for node in nodes(unit)}


def spelled(runs: tuple[InlineRun, ...], kind: str) -> str:
    return "".join(run.text for run in runs if run.kind in ("same", kind))


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


def pairs_of_texts(comparison: Comparison):
    """Every list of runs with the two texts it must spell."""
    old, new = texts(comparison.old), texts(comparison.new)
    for change in comparison.fields:
        yield change.runs, change.old or "", change.new or ""
    for link in comparison.links:
        if not link.pieces:
            yield link.runs, *(side[names[0]] if names else "" for side, names in ((old, link.old), (new, link.new)))
            continue
        parts = [(before, after) for before in link.old for after in link.new]
        assert len(parts) == len(link.pieces)
        for runs, (before, after) in zip(link.pieces, parts, strict=True):
            yield runs, old[before], new[after]


@law
@given(units(wild_lines), units(wild_lines, "B"))
def test_every_node_stands_in_exactly_one_link(old, new):
    comparison = compare(old, new)
    assert Counter(name for link in comparison.links for name in link.old) == Counter([*texts(old)])
    assert Counter(name for link in comparison.links for name in link.new) == Counter([*texts(new)])


@law
@given(units(wild_lines | clean_lines), units(wild_lines | clean_lines, "B"))
def test_the_other_direction_is_the_mirror_image(old, new):
    there, back = compare(old, new), compare(new, old)
    assert Counter(map(mirror, there.links)) == Counter(back.links)
    assert [(change.field, change.alerts, mirrored(change.runs)) for change in there.fields] == [
        (change.field, change.alerts, change.runs) for change in back.fields
    ]


@law
@given(units(wild_lines | clean_lines))
def test_a_unit_equals_itself(unit):
    comparison = compare(unit, unit)
    assert comparison.quiet
    assert {link.change for link in comparison.links} <= {Change.UNCHANGED}
    assert all(link.old == link.new for link in comparison.links)


@law
@given(st.data(), units(clean_lines))
def test_a_permutation_gives_only_moves(data, unit):
    elements = data.draw(st.permutations(unit.elements))
    shuffled = tuple(
        replace(element, requirements=tuple(data.draw(st.permutations(element.requirements)))) for element in elements
    )
    comparison = compare(unit, replace(unit, elements=shuffled))
    assert {link.change for link in comparison.links} <= {Change.UNCHANGED, Change.MOVED}


@law
@given(st.data(), flat_units())
def test_removing_one_requirement_gives_one_removed_row(data, unit):
    number = data.draw(st.integers(0, len(unit.elements) - 1))
    element = unit.elements[number]
    position = data.draw(st.integers(0, len(element.requirements) - 1))
    kept = (*element.requirements[:position], *element.requirements[position + 1 :])
    elements = (*unit.elements[:number], replace(element, requirements=kept), *unit.elements[number + 1 :])
    found = [link for link in compare(unit, replace(unit, elements=elements)).links if not link.change.quiet]
    assert [(link.change, link.old) for link in found] == [(Change.REMOVED, (f"e{number + 1}.r{position + 1}",))]


NOISE = (
    lambda text: text.replace("'", "’"),
    lambda text: f"{text}.",
    lambda text: text.upper(),
    lambda text: text.replace("-", "\u2011"),
    lambda text: text.replace(" ", "\u00a0"),
    lambda text: text.replace(" ", "  "),
    lambda text: f"• {text}",
    lambda text: f"\u200b{text}\u00ad",
    lambda text: text.replace("%", "％"),
)


def noisy(item: Requirement, noise) -> Requirement:
    return replace(item, text=noise(item.text), children=tuple(noisy(child, noise) for child in item.children))


@law
@given(units(clean_lines), st.sampled_from(NOISE))
def test_typographic_noise_gives_typographic_rows_only(unit, noise):
    elements = tuple(
        replace(element, requirements=tuple(noisy(item, noise) for item in element.requirements))
        for element in unit.elements
    )
    comparison = compare(unit, replace(unit, elements=elements))
    assert all(link.change.quiet for link in comparison.links)
    assert comparison.quiet


@law
@given(units(wild_lines | clean_lines), units(wild_lines | clean_lines, "B"))
def test_runs_spell_both_sides_exactly(old, new):
    for runs, before, after in pairs_of_texts(compare(old, new)):
        assert spelled(runs, "removed") == before
        assert spelled(runs, "added") == after


WORD = re.compile(r"[^\W_\u2e80-\u9fff]+(?:['’-][^\W_\u2e80-\u9fff]+)*")


@law
@given(clean_lines | wild_lines, clean_lines | wild_lines)
def test_no_run_ends_inside_a_word(before, after):
    old, new = (
        Unit(code=read_code("LOCUSM212A"), title="Unit", remark=text or "-", elements=()) for text in (before, after)
    )
    runs = next(change.runs for change in compare(old, new).fields if change.field == "remark")
    for kind, text in (("removed", before), ("added", after)):
        inside = {at for word in WORD.finditer(text) for at in range(word.start() + 1, word.end())}
        at = 0
        for run in runs:
            if run.kind in ("same", kind):
                at += len(run.text)
                assert at not in inside

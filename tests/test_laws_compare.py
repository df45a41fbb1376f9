"""Laws of a comparison that hold for any two units: for made ones, and for the real pairs of the gold."""

import hashlib
import re
import subprocess
import sys
import unicodedata
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from comparable import (
    REAL_PAIRS,
    clean_lines,
    flat_units,
    mirror,
    mirror_of_field,
    mirrored,
    pairs_of_texts,
    real_pairs,
    repetitive_units,
    texts,
    units,
    wild_lines,
)
from dose import dose
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.compare import Change, Comparison, InlineRun, compare
from generator.compare.columns import columns
from generator.model import Element, Requirement, Unit, nodes, read_code

law = settings(deadline=None, max_examples=dose(100, 2500))
"""The machine may be slow; a law says nothing about time."""

for_real_pairs = pytest.mark.parametrize("number", REAL_PAIRS)
any_lines = wild_lines | clean_lines


def check_nodes(comparison: Comparison) -> None:
    for unit, side in ((comparison.old, "old"), (comparison.new, "new")):
        linked = Counter(name for link in comparison.links for name in getattr(link, side))
        assert linked == Counter([*texts(unit)])


@law
@given(units(wild_lines), units(wild_lines, "B"))
def test_every_node_stands_in_exactly_one_link(old, new):
    check_nodes(compare(old, new))


@for_real_pairs
def test_every_real_node_stands_in_exactly_one_link(number):
    check_nodes(compare(*real_pairs()[number]))


def check_mirror(old: Unit, new: Unit) -> None:
    """Everything of a link is mirrored: class, runs, pieces, alerts, notes, similarity, reason."""
    there, back = compare(old, new), compare(new, old)
    assert Counter(map(mirror, there.links)) == Counter(back.links)
    assert [mirror_of_field(change) for change in there.fields] == list(back.fields)
    # What only one of several equal labels has is told apart by its text.
    assert Counter(mirror_of_field(change, named=False) for change in there.further) == Counter(
        replace(change, field="") for change in back.further
    )


@law
@given(units(any_lines), units(any_lines, "B"))
def test_the_other_direction_is_the_mirror_image(old, new):
    check_mirror(old, new)


@for_real_pairs
def test_the_other_direction_of_a_real_pair_is_the_mirror_image(number):
    check_mirror(*real_pairs()[number])


def check_identity(unit: Unit) -> None:
    comparison = compare(unit, unit)
    assert comparison.quiet
    assert {link.change for link in comparison.links} <= {Change.UNCHANGED}
    assert all(link.old == link.new for link in comparison.links)


@law
@given(units(any_lines))
def test_a_unit_equals_itself(unit):
    check_identity(unit)


@for_real_pairs
def test_a_real_unit_equals_itself(number):
    for unit in real_pairs()[number]:
        check_identity(unit)


def check_permutation(unit: Unit, data: st.DataObject) -> None:
    elements = data.draw(st.permutations(unit.elements))
    shuffled = tuple(
        replace(element, requirements=tuple(data.draw(st.permutations(element.requirements)))) for element in elements
    )
    comparison = compare(unit, replace(unit, elements=shuffled))
    assert {link.change for link in comparison.links} <= {Change.UNCHANGED, Change.MOVED}


@law
@given(st.data(), units(clean_lines) | repetitive_units)
def test_a_permutation_gives_only_moves(data, unit):
    check_permutation(unit, data)


@for_real_pairs
@settings(deadline=None, max_examples=dose(3, 100))
@given(data=st.data())
def test_a_permutation_of_a_real_unit_gives_only_moves(number, data):
    for unit in real_pairs()[number]:
        check_permutation(unit, data)


def without(unit: Unit, number: int, position: int) -> Unit:
    element = unit.elements[number]
    kept = (*element.requirements[:position], *element.requirements[position + 1 :])
    elements = (*unit.elements[:number], replace(element, requirements=kept), *unit.elements[number + 1 :])
    return replace(unit, elements=elements)


def check_removal(unit: Unit, number: int, position: int) -> None:
    found = [link for link in compare(unit, without(unit, number, position)).links if not link.change.quiet]
    assert [(link.change, link.old) for link in found] == [(Change.REMOVED, (f"e{number + 1}.r{position + 1}",))]


@law
@given(st.data(), flat_units())
def test_removing_one_requirement_gives_one_removed_row(data, unit):
    number = data.draw(st.integers(0, len(unit.elements) - 1))
    check_removal(unit, number, data.draw(st.integers(0, len(unit.elements[number].requirements) - 1)))


@for_real_pairs
def test_removing_any_requirement_of_a_real_unit_gives_one_removed_row(number):
    unit = real_pairs()[number][0]
    keys = Counter(text.casefold().rstrip(".;") for text in texts(unit).values())
    for place, element in enumerate(unit.elements):
        for position, item in enumerate(element.requirements):
            if not item.children and keys[item.text.casefold().rstrip(".;")] == 1:
                check_removal(unit, place, position)


NOISE = {
    "curly apostrophes": lambda text: text.replace("'", "’"),
    "a final stop": lambda text: f"{text}.",
    "capitals": lambda text: text.upper(),
    "non-breaking hyphens": lambda text: text.replace("-", "\u2011"),
    "non-breaking blanks": lambda text: text.replace(" ", "\u00a0"),
    "double blanks": lambda text: text.replace(" ", "  "),
    "bullets": lambda text: f"• {text}",
    "invisible characters": lambda text: f"\u200b{text}\u00ad",
    "full-width signs": lambda text: text.translate(str.maketrans("%,()", "％，（）")),
    "decomposed letters": lambda text: unicodedata.normalize("NFD", text),
    "commas for full stops at the end": lambda text: re.sub(r"[.;]?$", ";", text),
    "full-width letters": lambda text: re.sub(r"[A-Za-z]", lambda letter: chr(ord(letter[0]) + 0xFEE0), text),
}


def noisy(unit: Unit, noise: str) -> Unit:
    """The unit with the noise in all its texts."""

    def item(one: Requirement) -> Requirement:
        return replace(one, text=changed(one.text), children=tuple(map(item, one.children)), range=changed(one.range))

    def changed(text: str | None) -> str | None:
        return text and NOISE[noise](text)

    def element(one: Element) -> Element:
        said = {"heading": changed(one.heading), "lead_in": changed(one.lead_in), "range": changed(one.range)}
        return replace(one, requirements=tuple(map(item, one.requirements)), **said)

    criteria = unit.assessment_criteria
    return replace(
        unit,
        title=changed(unit.title),
        range=changed(unit.range),
        elements=tuple(map(element, unit.elements)),
        assessment_criteria=replace(criteria, intro=changed(criteria.intro), items=tuple(map(item, criteria.items))),
        extra_fields=tuple((changed(label), changed(text)) for label, text in unit.extra_fields),
    )


def check_noise(unit: Unit, noise: str) -> None:
    comparison = compare(unit, noisy(unit, noise))
    assert all(link.change.quiet for link in comparison.links)
    assert comparison.quiet
    assert all(link.old == link.new for link in comparison.links)


@pytest.mark.parametrize("noise", NOISE)
@settings(deadline=None, max_examples=dose(15, 400))
@given(unit=units(clean_lines))
def test_typographic_noise_gives_typographic_rows_only(noise, unit):
    check_noise(unit, noise)


@for_real_pairs
@pytest.mark.parametrize("noise", NOISE)
def test_typographic_noise_in_a_real_unit_gives_typographic_rows_only(noise, number):
    check_noise(real_pairs()[number][0], noise)


def spelled(runs: tuple[InlineRun, ...], kind: str) -> str:
    return "".join(run.text for run in runs if run.kind in ("same", kind))


def check_runs(old: Unit, new: Unit) -> None:
    comparison = compare(old, new)
    for runs, before, after in pairs_of_texts(comparison):
        assert spelled(runs, "removed") == before
        assert spelled(runs, "added") == after
    for link in comparison.links:
        for unit, names, lines in zip((old, new), (link.old, link.new), columns(link), strict=True):
            said = [texts(unit)[name] for name in names]
            assert ["".join(run.text for run in runs) for runs in lines] == (
                said if link.pieces else said[: len(lines)]
            )


@law
@given(units(any_lines), units(any_lines, "B"))
def test_runs_and_columns_spell_both_sides_exactly(old, new):
    check_runs(old, new)


@for_real_pairs
def test_runs_and_columns_of_a_real_pair_spell_both_sides_exactly(number):
    check_runs(*real_pairs()[number])


WORD = re.compile(r"[^\W_\u2e80-\u9fff]+(?:['’-][^\W_\u2e80-\u9fff]+)*")


def inside(text: str) -> set[int]:
    """Where a text must not be cut: inside a word, and inside what readers see as one character."""
    places = {at for word in WORD.finditer(text) for at in range(word.start() + 1, word.end())}
    for at in range(1, len(text)):
        joined = text[at - 1] == "\u200d" or text[at] in "\u200d🏽" or unicodedata.category(text[at]).startswith("M")
        if joined and not text[at - 1].isspace() and not text[at].isspace():
            places.add(at)
    return places


def check_cuts(runs: tuple[InlineRun, ...], kind: str) -> None:
    forbidden, at = inside(spelled(runs, kind)), 0
    for run in runs:
        if run.kind in ("same", kind):
            at += len(run.text)
            assert at not in forbidden


def check_all_cuts(comparison: Comparison) -> None:
    for runs, _, _ in pairs_of_texts(comparison):
        check_cuts(runs, "removed")
        check_cuts(runs, "added")
    for link in comparison.links:
        for lines, kind in zip(columns(link), ("removed", "added"), strict=True):
            for runs in lines:
                check_cuts(runs, kind)


@law
@given(units(any_lines), units(any_lines, "B"))
def test_no_run_ends_inside_a_word_or_a_character(old, new):
    check_all_cuts(compare(old, new))


@for_real_pairs
def test_no_run_of_a_real_pair_ends_inside_a_word_or_a_character(number):
    check_all_cuts(compare(*real_pairs()[number]))


@law
@given(units(any_lines), units(any_lines, "B"))
def test_every_link_of_two_sides_says_why(old, new):
    for link in compare(old, new).links:
        assert bool(link.reason) == bool(link.old and link.new)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Call 👩\u200d🚒 first", "Call 👩\u200d🍳 first"),
        ("は\u3099か", "は\u309aか"),
        ("Say 👍🏽 now", "Say 👍🏿 now"),
        ("e\u0301a", "e\u0300a"),
        ("\u200d°C", "°C"),
        ("處理\ufe0f", "處理"),
    ],
)
def test_what_reads_as_one_character_is_never_cut(before, after):
    old, new = (
        Unit(read_code(f"X{n}"), "T", remark=text, elements=(Element(None, None, (Requirement(text),)),))
        for n, text in enumerate((before, after))
    )
    check_all_cuts(compare(old, new))


def test_chinese_is_compared_character_by_character():
    old, new = (
        Unit(read_code(f"X{n}"), "T", remark=text) for n, text in enumerate(("認識貨物的種類", "認識貨品的種類"))
    )
    runs = next(change.runs for change in compare(old, new).fields if change.field == "remark")
    assert [(run.kind, run.text) for run in runs] == [
        ("same", "認識貨"),
        ("removed", "物"),
        ("added", "品"),
        ("same", "的種類"),
    ]
    assert mirrored(mirrored(runs)) == runs


PRINT_ALL = """
import json, sys
sys.path.insert(0, "tests")
from comparable import real_pairs
from generator.compare import compare
from generator.compare.form import comparison_to_json
for pair in real_pairs():
    print(json.dumps(comparison_to_json(compare(*pair)), ensure_ascii=True))
"""


def test_the_same_bytes_come_out_under_any_hash_seed():
    root = Path(__file__).parent.parent
    found = set()
    for seed in ("0", "1", "4242"):
        run = subprocess.run(
            [sys.executable, "-c", PRINT_ALL],
            cwd=root,
            env={"PYTHONHASHSEED": seed, "PATH": "", "PYTHONPATH": str(root)},
            capture_output=True,
            check=True,
        )
        found.add(hashlib.sha256(run.stdout).hexdigest())
    assert len(found) == 1
    assert nodes(real_pairs()[0][0])

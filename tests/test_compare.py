"""Comparison of two units: how single lines and fields are compared, and the order of the result."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from generator.compare import Change, Comparison, FieldChange, InlineRun, Link, compare
from generator.compare.verb_words import verb_words
from generator.model import Credit, Element, FieldState, Requirement, Unit, read_code

CASES = Path(__file__).parent / "cases" / "compare"


def read_cases(name: str) -> list[dict[str, object]]:
    return json.loads((CASES / name).read_text(encoding="utf-8"))


def unit(code: str, *groups: tuple[str | None, tuple[str, ...]], **fields: object) -> Unit:
    elements = tuple(Element(None, heading, tuple(map(Requirement, texts))) for heading, texts in groups)
    return Unit(code=read_code(code), title="Handle cargo", elements=elements, **fields)


def of_lines(old: str, new: str) -> Link:
    """The link of two lines that stand between neighbours that stay."""
    before, after = ("Open the store", old, "Lock the store"), ("Open the store", new, "Lock the store")
    comparison = compare(unit("LOCUSM212A", ("Store", before)), unit("LOCUSM212B", ("Store", after)))
    return link_of(comparison, new="e1.r2")


def link_of(comparison: Comparison, **names: str) -> Link:
    side, name = next(iter(names.items()))
    return next(link for link in comparison.links if name in getattr(link, side))


def field_of(comparison: Comparison, name: str) -> FieldChange:
    return next(change for change in comparison.fields if change.field == name)


@pytest.mark.parametrize("case", read_cases("wordings.json"), ids=lambda case: f"{case['old']}|{case['new']}")
def test_text_class(case):
    link = of_lines(case["old"], case["new"])
    if case["text"] == "reworded":
        assert not link.change.quiet
    else:
        assert link.change is (Change.UNCHANGED if case["text"] == "same" else Change.TYPOGRAPHIC)
        assert ("spelling" in link.notes) == (case["text"] == "spelling")


@pytest.mark.parametrize("case", read_cases("alerts.json"), ids=lambda case: f"{case['old']}|{case['new']}")
def test_alerts_of_light_edits(case):
    link = of_lines(case["old"], case["new"])
    assert link.change is Change.REWORDED
    assert list(link.alerts) == case["alerts"]


@pytest.mark.parametrize("case", read_cases("runs.json"), ids=lambda case: f"{case['old']}|{case['new']}")
def test_runs_read_well(case):
    comparison = compare(unit("X1", remark=case["old"]), unit("X1", remark=case["new"]))
    assert [[run.kind, run.text] for run in field_of(comparison, "remark").runs] == case["runs"]


@pytest.mark.parametrize(
    ("old", "new", "changed"),
    [
        ("Master common terms", "Understand common terms", True),
        ("Capable to master common terms", "Capable of understanding common terms", True),
        ("Capable to master common terms", "Capable of mastering common terms", False),
        ("Carefully check all goods", "Check all goods with care", False),
        ("Assist in checking all goods", "Check all goods", True),
        ("Basic knowledge of goods", "Possess basic knowledge of goods", False),
        ("認識貨物的種類", "能夠分析貨物的種類", True),
        ("（一）認識貨物的種類", "（一）分析貨物的種類", True),
        ("Be able to check all goods", "Be able to weigh all goods", True),
        ("The ability to check all goods", "Ability to check the goods", False),
        ("1.2 Check all goods", "1.2 Weigh all goods", True),
        ("(a) Check all goods", "(b) Check the goods", False),
        ("(Supervised) Check all goods", "(Alone) Weigh all goods", True),
        ("(Supervised) Check all goods", "(Alone) Check all goods", False),
        ("[ ] Check all goods", "[ ] Weigh all goods", True),
        ("PC1 Check all goods", "PC2 Check the goods", False),
        ("Must never check sealed goods", "Must never open sealed goods", True),
    ],
)
def test_note_on_the_leading_verb(old, new, changed):
    assert ("verb" in of_lines(old, new).notes) == changed


@pytest.mark.parametrize(
    ("old", "new", "verbs"),
    [
        ("Master the use of hand tools", "Understand the use of hand tools", ("Master", "Understand")),
        ("Be able to operate the forklift truck", "Be able to maintain the forklift truck", ("operate", "maintain")),
        ("(a) Know the fire drill of the hotel", "(a) Apply the fire drill of the hotel", ("Know", "Apply")),
        ("Analyze the needs of the guests", "Record the needs of the guests", ("Analyze", "Record")),
        ("了解倉庫的消防設備", "操作倉庫的消防設備", ("了解", "操作")),
        ("Know the use of hand tools", "Know the use of power tools", None),
    ],
)
def test_verbs_that_changed_are_named_as_printed(old, new, verbs):
    assert verb_words(of_lines(old, new)) == verbs


def test_a_removed_row_stands_after_its_old_neighbour():
    old = unit("A1", ("Store", ("Open the store", "Weigh parcels", "Lock the store")), ("Ship", ("Load trucks",)))
    new = unit("A2", ("Store", ("Open the store", "Lock the store")))
    rows = [(str(link.change), link.old, link.new) for link in compare(old, new).links]
    assert rows == [
        ("unchanged", ("e1",), ("e1",)),
        ("unchanged", ("e1.r1",), ("e1.r1",)),
        ("removed", ("e1.r2",), ()),
        ("unchanged", ("e1.r3",), ("e1.r2",)),
        ("removed", ("e2",), ()),
        ("removed", ("e2.r1",), ()),
    ]


def test_a_heading_that_one_source_lacks_is_not_called_added():
    lines = ("Weigh parcels", "Label parcels")
    comparison = compare(unit("A1", (None, lines)), unit("A2", ("Handle parcels", lines)))
    link = link_of(comparison, new="e1")
    assert (link.change, link.absent_from_source) == (Change.REWORDED, "old")
    assert link.runs == (InlineRun("added", "Handle parcels"),)


def test_elements_whose_headings_both_sources_lack_are_unchanged():
    comparison = compare(
        unit("A1", (None, ()), (None, ("Weigh parcels",))), unit("A2", (None, ()), (None, ("Weigh parcels",)))
    )
    assert {link.change for link in comparison.links} == {Change.UNCHANGED}


def test_whole_elements_move_as_elements():
    groups = [("Store", ("Open the store", "Lock the store")), ("Ship", ("Load trucks", "Seal doors", "Drive"))]
    comparison = compare(unit("A1", *groups), unit("A2", *groups[::-1]))
    assert {link.change for link in comparison.links if link.kind == "requirement"} == {Change.UNCHANGED}
    assert comparison.counts("element")[Change.MOVED] == 1


def test_fields_stand_in_the_order_of_their_weight_with_their_alerts():
    old = unit("LOCUSM212A", level=2, credit=Credit(3, "For Reference Only"), range="Staff at sea", remark="None")
    new = unit("LOCUSM212B", level=3, credit=Credit(6, "for reference only"), range="Staff in the air", remark="None.")
    fields = compare(old, new).fields
    assert [(change.field, str(change.change), change.alerts) for change in fields] == [
        ("level", "reworded", ("level",)),
        ("credit", "reworded", ("credit",)),
        ("range", "reworded", ("range",)),
        ("title", "unchanged", ()),
        ("remark", "typographic-only", ()),
        ("code", "reworded", ()),
    ]
    assert (fields[1].old, fields[1].new) == ("3 (For Reference Only)", "6 (for reference only)")


@pytest.mark.parametrize(
    ("state", "absent", "alerts"),
    [
        (FieldState.ABSENT, "old", ()),
        (FieldState.UNREADABLE, "old", ()),
        (FieldState.EMPTY, None, ("range",)),
        (None, "old", ()),
    ],
)
def test_a_field_is_added_only_where_the_other_source_prints_it_empty(state, absent, alerts):
    old = unit("A1", field_states=(("range", state),) if state else ())
    comparison = compare(old, unit("A2", range="Staff at sea"))
    change = field_of(comparison, "range")
    assert (change.change, change.absent_from_source, change.alerts) == (Change.ADDED, absent, alerts)


def test_a_comparison_is_quiet_when_only_code_and_typography_differ():
    old, new = (
        unit(code, ("Store", (text,))) for code, text in (("LOCUSM212A", "Weigh it"), ("LOCUSM212B", "Weigh it."))
    )
    assert compare(old, new).quiet
    assert not compare(old, replace(new, title="Handle freight")).quiet
    assert not compare(old, unit("LOCUSM212B", ("Store", ("Weigh it", "Label it")))).quiet


def deep(text: str, depth: int) -> Requirement:
    item = Requirement(text)
    for level in range(depth):
        item = Requirement(f"Level {level}", (item,))
    return item


def test_depth_and_length_of_the_input_do_not_matter():
    long = " ".join(f"word{number}" for number in range(5_000))
    old = replace(unit("A1"), elements=(Element(None, "Deep", (deep("Weigh it", 2_000), Requirement(long))),))
    new = replace(
        unit("A2"), elements=(Element(None, "Deep", (deep("Weigh it not", 2_000), Requirement(f"New {long}"))),)
    )
    comparison = compare(old, new)
    assert comparison.counts()[Change.UNCHANGED] == 2_000
    assert comparison.counts()[Change.REWORDED] == 2


def test_a_thousand_equal_lines_are_linked_in_order():
    lines = ("Know the safety rules",) * 1_000
    comparison = compare(unit("A1", ("Rules", lines)), unit("A2", ("Rules", lines[:-1])))
    assert comparison.counts()[Change.UNCHANGED] == 999
    assert comparison.counts()[Change.REMOVED] == 1


def test_one_shared_word_links_nothing():
    old = unit("A1", ("Salon", ("Sweep the floor", "Hold the dryer at a safe distance from the head", "Fold towels")))
    new = unit("A2", ("Salon", ("Sweep the floor", "Hold the lamp over each finger in turn", "Fold towels")))
    counts = compare(old, new).counts()
    assert (counts[Change.UNCHANGED], counts[Change.ADDED], counts[Change.REMOVED]) == (2, 1, 1)


def test_equal_wording_goes_before_wording_that_differs_in_typography():
    lines = ("Keep records", "KEEP RECORDS", "Lock the store")
    comparison = compare(unit("A1", ("Store", lines)), unit("A2", ("Store", (lines[1], lines[0], lines[2]))))
    assert {link.change for link in comparison.links} == {Change.UNCHANGED, Change.MOVED}
    assert link_of(comparison, new="e1.r1").old == ("e1.r2",)

"""Which lines belong together, and why: splits and merges, repeated lines, templates, and texts beside the nodes."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from generator.compare import Change, Comparison, FieldChange, Link, compare
from generator.compare.columns import columns
from generator.model import Element, Requirement, Section, Unit, read_code

SPLITS = json.loads((Path(__file__).parent / "cases" / "compare" / "splits.json").read_text(encoding="utf-8"))


def unit(code: str, *groups: tuple[str | None, tuple[str, ...]], **fields: object) -> Unit:
    elements = tuple(Element(None, heading, tuple(map(Requirement, texts))) for heading, texts in groups)
    return Unit(code=read_code(code), title="Handle cargo", elements=elements, **fields)


def of_lines(old: list[str], new: list[str]) -> Comparison:
    """The comparison of lines that stand between neighbours that stay."""
    before, after = (("Greet drivers", *lines, "Sweep the yard") for lines in (old, new))
    return compare(unit("LOCUSM212A", ("Depot", before)), unit("LOCUSM212B", ("Depot", after)))


def link_of(comparison: Comparison, name: str) -> Link:
    return next(link for link in comparison.links if name in link.new)


@pytest.mark.parametrize("case", SPLITS, ids=lambda case: f"{case['kind']}: {case['old'][0]}")
@pytest.mark.parametrize("reverse", [False, True])
def test_splits_and_merges(case, reverse):
    old, new = case["old"], case["new"]
    wanted = sorted((kind, before, after) for kind, before, after in case["links"])
    if reverse:
        turned = {"split": "merged", "merged": "split", "added": "removed", "removed": "added"}
        wanted = sorted((turned.get(kind, kind), after, before) for kind, before, after in wanted)
        old, new = new, old
    found = [
        (str(link.change), [int(name[4:]) - 2 for name in link.old], [int(name[4:]) - 2 for name in link.new])
        for link in of_lines(old, new).links
        if not link.change.quiet
    ]
    assert sorted(found) == wanted


def marked(link: Link) -> list[list[str]]:
    """The lines of both columns, what only one has in brackets."""
    return [
        ["".join(run.text if run.kind == "same" else f"[{run.text}]" for run in line) for line in lines]
        for lines in columns(link)
    ]


def test_both_columns_of_a_merge_mark_what_the_other_side_lacks():
    comparison = of_lines(
        ["Report broken lamps to the engineering department", "Report sightings of rats at once"],
        ["Report broken lamps and sightings of rats through the app"],
    )
    assert marked(link_of(comparison, "e1.r2")) == [
        ["Report broken lamps[ to] the[ engineering department]", "Report sightings of rats[ at once]"],
        ["Report broken lamps[ and] sightings of rats[ through] the[ app]"],
    ]


def test_a_word_that_another_piece_holds_is_not_marked():
    comparison = of_lines(["Explain and apply the rules"], ["Explain the rules", "Apply the rules"])
    assert marked(link_of(comparison, "e1.r2")) == [
        ["Explain[ and] apply the rules"],
        ["Explain the rules", "Apply the rules"],
    ]


def test_a_small_piece_of_a_long_line_is_no_replacement():
    whole = "Check the brakes, lights, tyres, mirrors, horn, seat belts, wipers, oil and coolant of the lorry"
    pieces = [
        "Check the brakes",
        "Check lights, tyres, mirrors, horn, seat belts, wipers, oil and coolant of the lorry",
    ]
    link = link_of(of_lines([whole], pieces), "e1.r2")
    assert link.change is Change.SPLIT
    assert [run.text for run in link.pieces[0] if run.kind == "same"] == ["Check the brakes"]


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("Weigh parcels", "Weigh parcels", "same words"),
        ("Weigh the customer's parcels", "Weigh the customer’s parcels.", "same words but for typography"),
        ("Analyze routes", "Analyse routes", "same words in another spelling"),
        (
            "Weigh parcels on the scale",
            "Weigh parcels on the new scale",
            "nearly the same words, no other line comes close",
        ),
        (
            "Tell drivers which ramp is free",
            "Inform drivers of any free ramp",
            "the best match left, between linked neighbours",
        ),
        ("Load and seal trucks", "Load trucks", "its pieces hold 95 % of its words"),
    ],
)
def test_every_link_says_why_it_was_made(old, new, reason):
    news = [new, "Seal trucks"] if "pieces" in reason else [new]
    assert link_of(of_lines([old], news), "e1.r2").reason == reason


def test_links_of_elements_say_what_they_rest_on():
    comparison = compare(
        unit("A1", ("Load", ("Weigh boxes", "Seal boxes")), ("Drive the truck", ("Check oil",)), (None, ())),
        unit("A2", ("Load", ("Weigh boxes", "Seal boxes")), ("Drive the big truck", ("Greet guards",)), (None, ())),
    )
    reasons = {link.new[0]: link.reason for link in comparison.links if link.kind == "element" and link.new}
    assert reasons == {
        "e1": "same heading and 2 requirements linked",
        "e2": "similar heading",
        "e3": "no heading in either source, linked in reading order",
    }


def test_a_repeated_line_that_was_reworded_is_known_in_its_own_element():
    rule = "Wear clean clothing and a hair net"
    old = unit("A1", ("Mix", ("Weigh flour", rule)), ("Bake", ("Heat the oven", "Set the timer", rule)))
    new = unit(
        "A2",
        ("Mix", ("Weigh flour", rule)),
        ("Shape", ("Roll the dough", rule)),
        ("Bake", ("Heat the oven", "Set the timer", "Wear clean clothing, a hair net and gloves")),
    )
    comparison = compare(old, new)
    assert link_of(comparison, "e3.r3").old == ("e2.r3",)
    assert link_of(comparison, "e2.r2").change is Change.ADDED
    assert link_of(comparison, "e1.r2").reason == "repeated line, told apart by its element and neighbours"


def test_lines_that_share_a_template_only_are_not_linked():
    lines = [f"Know the test method for {thing}" for thing in ("cement", "aggregates", "steel", "mortar")]
    comparison = of_lines([*lines[:3], "Clean moulds"], [lines[0], "Clean moulds", lines[3], lines[2]])
    assert link_of(comparison, "e1.r4").change is Change.ADDED


def test_an_element_whose_lines_went_elsewhere_is_not_linked_by_a_like_heading():
    closing = ("Search the station for passengers", "Lock the entrances", "Set the alarm")
    opening = ("Inspect the platform", "Switch on the lights", "Open the gates")
    comparison = compare(
        unit("A1", ("Prepare the station", opening), ("Close the station", closing)),
        unit("A2", ("Open the station", opening), ("Protect revenue and close the station", closing)),
    )
    assert [link_of(comparison, name).old for name in ("e1", "e2")] == [("e1",), ("e2",)]


def further(comparison: Comparison) -> list[tuple[str, str, str | None]]:
    return [(change.field, str(change.change), change.absent_from_source) for change in comparison.further]


def with_details(code: str, *elements: Element, **fields: object) -> Unit:
    return Unit(code=read_code(code), title="Handle cargo", elements=elements, **fields)


def test_lead_ins_and_local_ranges_follow_the_links_of_their_nodes():
    lines = Requirement("Weigh parcels", range="Up to 20 kg"), Requirement("Label parcels", range="All parcels")
    load = Element(None, "Load trucks", lines, lead_in="Be able to:", range="In the depot")
    drive = Element(None, "Drive trucks", (Requirement("Check the brakes"),))
    old = with_details("A1", load, drive)
    moved = (replace(lines[1], range=None), replace(lines[0], range="Up to 30 kg"))
    new = with_details("A2", drive, replace(load, requirements=moved, lead_in="Be able to"))
    comparison = compare(old, new)
    assert further(comparison) == [
        ("e2.lead_in", "typographic-only", None),
        ("e2.range", "unchanged", None),
        ("e1.r2.range", "removed", "new"),
        ("e2.r2.range", "reworded", None),
    ]
    assert comparison.further[-1].alerts == ("number", "range")


def test_a_range_goes_with_a_requirement_that_was_removed():
    lines = Requirement("Weigh parcels"), Requirement("Label parcels", range="All parcels")
    old, new = (with_details(f"A{size}", Element(None, "Load", lines[:size])) for size in (2, 1))
    assert further(compare(old, new)) == [("e1.r2.range", "removed", None)]
    assert further(compare(new, old)) == [("e1.r2.range", "added", None)]


def test_extra_fields_and_sections_are_found_by_their_labels():
    guide = Section("Evidence Guide", "Show that you can:", (Requirement("drive", (Requirement("forwards"),)),))
    old = with_details("A1", extra_fields=(("Nominal hours", "40"), ("Status", "Current")), extra_sections=(guide,))
    new = with_details(
        "A2",
        extra_fields=(("EVIDENCE GUIDE:", "Show that you can: drive backwards"), ("Nominal hours", "60")),
    )
    comparison = compare(old, new)
    assert further(comparison) == [
        ("EVIDENCE GUIDE:", "reworded", None),
        ("Nominal hours", "reworded", None),
        ("Status", "removed", "new"),
    ]
    assert comparison.further[0].old == "Show that you can:\ndrive\nforwards"
    assert comparison.further[1].alerts == ("number",)


@pytest.mark.parametrize(
    ("was", "now", "quiet"),
    [("40 hours", "40 hours.", True), ("40 hours", "60 hours", False), (None, "40 hours", False)],
)
def test_a_comparison_is_quiet_only_where_the_further_texts_are(was, now, quiet):
    old, new = (with_details("A1", extra_fields=(("Hours", text),) if text else ()) for text in (was, now))
    comparison = compare(old, new)
    assert comparison.quiet == quiet
    assert all(isinstance(change, FieldChange) for change in comparison.further)

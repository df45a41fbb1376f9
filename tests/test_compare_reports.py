"""What is said about a comparison: sentences, JSON, terminal text and Markdown."""

import json
import unicodedata
from dataclasses import replace

import pytest
from markdown_it import MarkdownIt
from selectolax.lexbor import LexborHTMLParser

from generator.compare import Change, compare
from generator.compare.form import comparison_to_json
from generator.compare.markdown_report import markdown_report
from generator.compare.places import ordinal, places_text
from generator.compare.sections import sections
from generator.compare.sentences import (
    alert_sentence,
    change_sentence,
    field_alert_sentence,
    field_status_sentence,
    link_sentence,
    link_status,
    status_sentence,
)
from generator.compare.summaries import decisive_sentence, further_sentences, summary_sentence
from generator.compare.text_report import text_report
from generator.model import AssessmentCriteria, Credit, Element, Requirement, Unit, read_code


def unit(letter: str, *groups: tuple[str | None, tuple[str, ...]], **fields: object) -> Unit:
    elements = tuple(Element(None, heading, tuple(map(Requirement, texts))) for heading, texts in groups)
    criteria = AssessmentCriteria("You can:", (Requirement("Capable of sorting parcels"),))
    title = str(fields.pop("title", "Sort parcels"))
    return Unit(read_code(f"LOCUSM212{letter}"), title, elements=elements, assessment_criteria=criteria, **fields)


OLD = unit(
    "A",
    (
        "Handle parcels",
        (
            "Weigh every parcel on the scale",
            "Analyze the route",
            "Keep the customer's receipt",
            "Hold calls for three minutes",
            "Seal doors before departure",
            "Count pallets and label boxes for export",
            "Sweep the floor",
        ),
    ),
    ("Close the depot", ("Switch off the lights", "Set the alarm")),
    title="Handle parcels",
    level=2,
    credit=Credit(3, "For Reference Only"),
)
NEW = unit(
    "B",
    (
        "Handle parcels",
        (
            "Sweep the floor",
            "Weigh every parcel on the scale",
            "Analyse the route",
            "Keep the customer’s receipt",
            "Hold calls for five minutes",
            "Seal doors after departure",
            "Count pallets",
            "Label boxes for export",
            "Greet drivers",
        ),
    ),
    ("Close the depot safely", ("Set the alarm",)),
    title="Handle parcels",
    level=3,
    credit=Credit(3, "For Reference Only"),
)
BOTH = compare(OLD, NEW)
RANGED = (("A", 2, "This unit applies to depots."), ("B", 3, "This unit applies to depots and shops."))


def said(name: str) -> str:
    return link_sentence(BOTH, next(link for link in BOTH.links if name in link.new))


def test_the_summary_names_both_sides_and_every_class():
    assert summary_sentence(BOTH) == (
        "LOCUSM212A has 9 requirements, LOCUSM212B has 10: 1 added, 1 removed, 2 reworded, 1 moved, 1 split, "
        "1 spelling variant, 1 typography only, 2 word for word the same."
    )


def test_the_summary_of_units_without_requirements():
    assert summary_sentence(compare(unit("A"), unit("B"))) == "LOCUSM212A has 0 requirements, LOCUSM212B has 0."


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ({"level": 2, "credit": Credit(3)}, {"level": 3, "credit": Credit(3)}, "Level 2 became 3. Credit 3 unchanged."),
        ({"level": 2, "credit": Credit(3)}, {"level": 2, "credit": Credit(6)}, "Credit 3 became 6. Level 2 unchanged."),
        ({"level": 2, "range": "a shop"}, {"level": 2, "range": "A shop."}, "Level 2 and range unchanged."),
        ({"range": "A shop"}, {"range": "A market"}, "Range reworded."),
        ({"level": 2}, {}, "Level not found in the source of LOCUSM212B."),
        ({}, {}, ""),
    ],
)
def test_level_credit_and_range_come_first(old, new, sentence):
    assert decisive_sentence(compare(unit("A", **old), unit("B", **new))) == sentence


def test_what_else_matters_is_said_the_weightiest_first():
    old = unit("A", ("Sort parcels", ("Master the routes", "Keep 3 receipts")), (None, ("Lock doors",)), remark="Old")
    new = unit(
        "B", ("Sort all parcels", ("Know the routes", "Keep 5 receipts")), ("Leave", ("Lock doors",)), remark="New"
    )
    assert further_sentences(compare(old, new)) == (
        "Check the meaning of 2 rows: number, opposite.",
        "The action verb changed in 1 requirement: Master became Know.",
        "Heading of element 1 reworded.",
        "The heading of element 2 is not found in the source of LOCUSM212A.",
        "Also changed: remark.",
    )


def test_of_two_different_units_nothing_came_or_went():
    old = unit("A", ("Sort parcels", ("Master the routes", "Weigh parcels")), level=2, credit=Credit(3, None))
    new = unit("B", ("Sort all parcels", ("Know the routes", "Lock doors")), level=3, credit=Credit(3, None))
    comparison = compare(old, new)
    assert (
        decisive_sentence(comparison, versions=False) == "Level: 2 in LOCUSM212A, 3 in LOCUSM212B. Credit 3 the same."
    )
    assert summary_sentence(comparison, versions=False) == (
        "LOCUSM212A has 2 requirements, LOCUSM212B has 2: 1 only in LOCUSM212B, 1 only in LOCUSM212A, 1 reworded."
    )
    assert further_sentences(comparison, versions=False) == (
        "The action verb differs in 1 requirement: Master and Know.",
        "Heading of element 1 not the same.",
    )
    for report in (text_report(comparison, versions=False), markdown_report(comparison, versions=False)):
        assert "Only in LOCUSM212A" in report
        assert not {"Added", "Removed"}.intersection(report.split())


def test_a_field_is_not_called_to_be_checked_for_being_what_it_is():
    old, new = (unit(letter, ("Sort", ("Sort",)), level=level, range=words) for letter, level, words in RANGED)
    fields = {change.field: field_alert_sentence(change) for change in compare(old, new).fields}
    assert (fields["level"], fields["range"]) == ("", "Check the meaning")


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("e1.r1", "from 7th place to 1st in element 1"),
        ("e1.r2", "word for word the same"),
        ("e1.r3", '"Analyze" became "Analyse"'),
        ("e1.r4", "straight quotes became curly"),
        ("e1.r5", '"three" became "five"'),
        ("e1.r6", '"before" became "after"'),
        ("e1.r8", "now requirements 7 and 8 of element 1"),
        ("e1.r9", "not in LOCUSM212A"),
        ("e2", '"safely" added'),
    ],
)
def test_sentences_about_links(name, sentence):
    assert said(name) == sentence


def test_the_status_says_nothing_twice():
    by_name = {link.new[0]: link for link in BOTH.links if link.new}
    assert status_sentence(BOTH, by_name["e1.r2"]) == "Same"
    assert status_sentence(BOTH, by_name["e1.r3"]) == 'Spelling: "Analyze" became "Analyse"'
    assert status_sentence(BOTH, by_name["e1.r5"]) == 'Reworded: "three" became "five"'
    assert alert_sentence(by_name["e1.r5"].alerts) == "Check the meaning: number"
    assert alert_sentence(()) == ""


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("Keep records.", "Keep records", "final “.” dropped"),
        ("Keep records", "KEEP records", "capital letters"),
        ("Keep records", "Keep\u00a0records", "white space"),
        ("3–5 days", "3-5 days", "dashes"),
        ("follow-up", "follow up", "hyphens"),
        ("（new）", "(new)", "full-width and half-width characters"),
        ("rec\u00adords", "records", "invisible characters"),
        ("first, second", "first second", "punctuation"),
        ("‘new’", "'new'", "curly quotes became straight"),
    ],
)
def test_the_kind_of_typography_is_named(old, new, sentence):
    comparison = compare(unit("A", remark=old), unit("B", remark=new))
    change = next(change for change in comparison.fields if change.field == "remark")
    assert change_sentence(comparison, change) == sentence
    assert field_status_sentence(comparison, change) == f"Remark: typography; {sentence}"


def code_status(comparison):
    return field_status_sentence(comparison, next(change for change in comparison.fields if change.field == "code"))


def test_a_code_that_differs_in_its_version_is_no_news():
    assert code_status(BOTH) == "Code: another version"
    assert code_status(compare(OLD, replace(NEW, code=read_code("105250L4")))) == "Code: another unit"


def test_what_one_source_lacks_is_never_called_added_or_removed():
    old = unit("A", (None, ("Lock the doors of the depot",)))
    new = unit("B", ("Leave the depot", ("Lock the doors of the depot",)), remark="For staff")
    comparison = compare(old, new)
    heading = next(link for link in comparison.links if link.kind == "element")
    assert link_status(comparison, heading) == ("?", "Heading not in the source of LOCUSM212A")
    remark = next(change for change in comparison.fields if change.field == "remark")
    assert field_status_sentence(comparison, remark) == "Remark: not in the source of LOCUSM212A"
    for report in (text_report(comparison), markdown_report(comparison)):
        assert "Leave the depot" in report
        assert not any(
            mark in report for mark in ("{+For staff", "<ins>For staff", "{+Leave", "<ins>Leave", "Reworded")
        )


def test_places_are_counted_as_people_count():
    assert [ordinal(number) for number in (1, 2, 3, 4, 11, 12, 13, 21, 102, 111)] == (
        "1st 2nd 3rd 4th 11th 12th 13th 21st 102nd 111th".split()
    )


@pytest.mark.parametrize(
    ("names", "text"),
    [
        (("e1.r2",), "requirement 2 of element 1"),
        (("e1.r2", "e1.r3", "e1.r7"), "requirements 2, 3 and 7 of element 1"),
        (("e1.r2", "e2.r1"), "requirement 2 of element 1 and requirement 1 of element 2"),
        (("c1", "c2"), "criteria 1 and 2"),
        (("e1.r2", "e1.r2.1"), "requirement 2 of element 1 and sub-item 1 of requirement 2 of element 1"),
        (("e1", "e2"), "elements 1 and 2"),
    ],
)
def test_places_of_one_element_stand_together(names, text):
    assert places_text(names) == text


def test_the_json_form_keeps_the_contract():
    form = json.loads(json.dumps(comparison_to_json(BOTH)))
    assert (form["schema"], form["old"], form["new"]) == ("unit-comparison/1", "LOCUSM212A", "LOCUSM212B")
    assert list(form["summary"]) == [str(change) for change in Change]
    assert form["summary"]["removed"] == 1
    assert form["element_summary"]["reworded"] == 1
    assert form["criterion_summary"]["unchanged"] == 1
    by_new = {name: link for link in form["links"] for name in link["new"]}
    assert by_new["e1.r5"]["runs"] == [
        ["same", "Hold calls for"],
        ["removed", " three"],
        ["added", " five"],
        ["same", " minutes"],
    ]
    assert by_new["e1.r5"]["alerts"] == ["number"]
    assert by_new["e1.r7"]["old"] == ["e1.r6"]
    assert len(by_new["e1.r7"]["pieces"]) == 2
    assert by_new["e1.r9"]["similarity"] is None
    assert all(
        link["similarity"] is None or link["similarity"] == round(link["similarity"], 2) for link in form["links"]
    )
    assert form["fields"][0]["alerts"] == ["level"]


def test_sections_hold_every_link_once():
    found = sections(BOTH)
    assert [section.name for section in found] == ["e1", "e2", "c"]
    links = [link for section in found for link in (section.head, *section.rows) if link]
    assert links == list(BOTH.links)


def test_the_terminal_report_marks_what_changed_with_and_without_colour():
    plain, painted = text_report(BOTH), text_report(BOTH, colour=True)
    assert "Hold calls for [-three-] {+five+} minutes" in plain
    assert "! Check the meaning: order in time" in plain
    assert "\x1b" not in plain
    assert "\x1b[31m[-three-]\x1b[0m" in painted


def test_only_changes_leave_out_what_nobody_needs_to_read():
    full, brief = markdown_report(BOTH), markdown_report(BOTH, only_changes=True)
    assert "Weigh every parcel" in full
    assert "Weigh every parcel" not in brief
    assert "Sweep the floor" in brief
    lines = text_report(BOTH, only_changes=True).splitlines()
    assert not any(line.strip().startswith(("=", "≈")) for line in lines)
    assert "Assessment criteria" not in lines
    assert "Hold calls for [-three-] {+five+} minutes" in "\n".join(lines)


def test_further_texts_stand_in_every_report():
    old, new = (
        unit(letter, ("Depot", ("Lock doors",)), extra_fields=((label, f"{word} day"),))
        for letter, label, word in (("A", "Time", "one"), ("B", "Time", "two"))
    )
    comparison = compare(old, new)
    assert "Time: reworded" in text_report(comparison)
    assert "## Further texts" in markdown_report(comparison)


HOSTILE = "\x1b[2J<script>alert(1)</script> | *bold* `code` {{ site }} [link](http://x) \u202e"


def test_texts_cannot_steer_a_terminal():
    old, new = (unit(letter, (HOSTILE, (f"{HOSTILE} {word}",)), remark=HOSTILE) for letter, word in ("AB", "BC"))
    report = text_report(compare(old, new))
    assert {mark for mark in report if unicodedata.category(mark) in ("Cc", "Cf")} == {"\n"}


def test_texts_come_out_literally_in_markdown():
    text = "Use <b>|pipes|</b> & *stars* `ticks` {{ x }} [a](b) ~~old~~"
    old, new = (unit(letter, (text, (f"{text} {word}",)), remark=text) for letter, word in (("A", "one"), ("B", "two")))
    html = MarkdownIt("commonmark").enable("table").render(markdown_report(compare(old, new)))
    page = LexborHTMLParser(html)
    cells = {cell.text() for cell in page.css("td")}
    assert {f"{text} one", f"{text} two", text} <= cells
    assert {node.tag for node in page.css("td *")} <= {"del", "ins", "br", "strong"}
    assert [node.text() for node in page.css("td del")] == ["LOCUSM212A", "one"]

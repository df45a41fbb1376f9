"""Units as people write them: Markdown with front matter, read as it is stated and written so that it reads back."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from dose import dose
from hypothesis import given, settings
from hypothesis import strategies as st
from project import run

from generator.exports.authored import authored_markdown
from generator.model import (
    AssessmentCriteria,
    Credit,
    Element,
    FieldState,
    Requirement,
    Section,
    Unit,
    Unplaced,
    nodes,
    read_code,
)
from generator.model.form import unit_to_json
from generator.parse import Document, parse_source
from generator.reading.vocabulary import LABELS
from generator.source import decode, read_source
from generator.text.folding import joined_wraps, without_invisible

ROOT = Path(__file__).parent.parent
REFERENCE = ROOT / "docs" / "reference" / "authored.md"
RAW = sorted(
    path
    for folder in (ROOT / "source_units", ROOT / "tests" / "cases" / "parse")
    for path in folder.iterdir()
    if path.suffix in (".txt", ".md", ".html")
)


def document(text: str) -> Document:
    return parse_source(decode("unit.md", text.encode()))


def unit_of(text: str) -> Unit:
    (unit,) = document(text).units
    return unit


def ids(text: str) -> list[str]:
    return [found.id for found in document(text).diagnostics]


def content(unit: Unit) -> object:
    """Everything a unit says, without where it was read from."""

    def stripped(value):
        if isinstance(value, dict):
            return {key: stripped(part) for key, part in value.items() if key not in ("lines", "source", "restored")}
        return [stripped(part) for part in value] if isinstance(value, list) else value

    return stripped(unit_to_json(unit))


# The law: what is written reads back


@pytest.mark.parametrize("path", RAW, ids=lambda path: path.name)
def test_every_unit_of_the_cases_reads_back_from_the_authored_form(path: Path) -> None:
    for unit in parse_source(read_source(path, path.parent)).units:
        assert content(unit_of(authored_markdown(unit))) == content(unit)


LOOKS_LIKE = (
    "Level: 4",
    "Range",
    "Assessment criteria",
    "Text that fits no field",
    "1. First",
    "1) first",
    "- dash",
    "+ plus",
    "* star",
    "# hash #",
    "> quoted",
    "---",
    "===",
    "***",
    "```",
    "~~~",
    "(i) roman",
    "PC1. own id",
    "1.1 Number",
    "e.g. salt",
    "Element 2: heading",
    "QXLSHD203A: a code before",
    "[ ] task",
    "[x] done",
    "[link](javascript:alert(1))",
    "{{ braces }} {% raw %}",
    "<b>bold</b> <script>",
    "<!-- comment -->",
    "&amp; &lt; &#80;",
    "**bold** _low_ `code` ``",
    "back\\slash\\",
    ": definition",
    "| a | b |",
    "|---|---|",
    "key: value # comment",
    "'single' \"double\"",
    "no",
    "12",
    "能力",
    "名稱：烘焙",
    "應用範圍",
    "Range: one stand",
    "**Range:** two",
    "!tag &anchor *alias",
)


def plain(text: str) -> str:
    return joined_wraps(without_invisible(text))


words = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")), min_size=1, max_size=24
)
texts = (
    st.lists(st.sampled_from(LOOKS_LIKE) | words | st.sampled_from(["Know", "stow"]), min_size=1, max_size=3)
    .map(" ".join)
    .map(plain)
    .filter(lambda text: any(letter.isalnum() for letter in text))
)
maybe = st.none() | texts
numbers = st.none() | st.sampled_from(["(i)", "(a)", "PC1", "KU12", "1", "2.1", "3.4.1", "(iv)"])


def requirements(depth: int = 2) -> st.SearchStrategy[tuple[Requirement, ...]]:
    below = requirements(depth - 1) if depth else st.just(())
    one = st.builds(Requirement, text=texts, children=below, number=numbers, range=maybe)
    return st.lists(one, max_size=3).map(tuple)


elements = st.builds(
    Element,
    number=st.none() | st.sampled_from(["1", "2", "10", "6.1"]),
    heading=maybe,
    requirements=requirements(),
    lead_in=maybe,
    range=maybe,
)
sections = st.builds(Section, heading=texts, intro=maybe, items=requirements(1))


@st.composite
def units(draw: st.DrawFn) -> Unit:
    """A unit as a reader could have read it: states and suggested numbers agree with what is there."""
    code = read_code(draw(st.sampled_from(["LOCUSM212B", "105250L4", "QX/N0104", "8420", "GCEN101", "Mending 3", ""])))
    if code.version is None and draw(st.booleans()):
        code = replace(code, version=draw(st.sampled_from(["2", "1.10", "B", "draft 3"])))
    empty = st.sampled_from([FieldState.EMPTY, FieldState.ABSENT, FieldState.UNREADABLE])
    found = draw(st.lists(elements, max_size=3))
    value = draw(st.none() | st.sampled_from([6.0, 1.5, 120.0]))
    unit = Unit(
        code=code,
        title=draw(maybe),
        functional_area=draw(maybe),
        industry=draw(maybe),
        range=draw(maybe),
        level=draw(st.none() | st.integers(1, 7)),
        credit=Credit(value, draw(maybe)),
        elements=tuple(numbered(found)),
        assessment_criteria=AssessmentCriteria(draw(maybe), draw(requirements())),
        remark=draw(maybe),
        language=draw(st.sampled_from(["en", "zh-Hant", "zh-Hans", "mul"])),
        extra_fields=tuple(
            draw(st.dictionaries(texts | st.just("published"), texts | st.just(""), max_size=3)).items()
        ),
        extra_sections=tuple(draw(st.lists(sections, max_size=2))),
        unplaced=tuple(Unplaced(text) for text in draw(st.lists(texts, max_size=2))),
    )
    stated = {
        "code": unit.code.text,
        "title": unit.title,
        "functional_area": unit.functional_area,
        "industry": unit.industry,
        "range": unit.range,
        "level": unit.level,
        "credit": value or unit.credit.note,
        "elements": unit.elements,
        "assessment_criteria": unit.assessment_criteria.intro or unit.assessment_criteria.items,
        "remark": unit.remark,
    }
    states = {name: FieldState.PRESENT if value else draw(empty) for name, value in stated.items()}
    return replace(unit, field_states=tuple(sorted(states.items())))


def numbered(found: list[Element]) -> list[Element]:
    """Suggest numbers for lost headings as the reader does."""
    previous: str | None = None
    done = []
    for element in found:
        inferred = None
        if previous and not element.heading and not element.number:
            *parents, last = previous.split(".")
            inferred = ".".join([*parents, str(int(last) + 1)])
        done.append(replace(element, inferred_number=inferred))
        previous = element.number or inferred
    return done


@settings(deadline=None, max_examples=dose(150, 5000))
@given(units().filter(lambda unit: bool(unit.code.text or unit.title)))
def test_what_is_written_reads_back_to_the_same_unit(unit: Unit) -> None:
    assert content(unit_of(authored_markdown(unit))) == content(unit)


@settings(deadline=None, max_examples=dose(100, 3000))
@given(units().filter(lambda unit: bool(unit.code.text or unit.title)), st.sampled_from(["\r\n", "\r"]))
def test_places_lead_back_to_the_words(unit: Unit, end: str) -> None:
    text = authored_markdown(unit).replace("\n", end)
    read = unit_of(text)
    for node in nodes(read):
        if node.text and node.place:
            there = text[node.place.start : node.place.end]
            for word in re.findall(r"[a-z]{4,}", node.text):
                assert word in there


# The form


def example() -> str:
    (text,) = re.findall(r"```markdown\n(.*?)```", REFERENCE.read_text(encoding="utf-8"), re.DOTALL)
    return text


def test_the_example_of_the_reference_page_gives_this_unit() -> None:
    unit = unit_of(example())
    assert (unit.code.text, unit.title, unit.level, unit.functional_area) == (
        "QXWALL302A",
        "Repair a dry stone wall",
        3,
        "Landscape works",
    )
    assert unit.credit == Credit(6, "For Reference Only")
    assert unit.extra_fields == (("published", "2024-03-31"), ("Nominal hours", "60"))
    know, repair = unit.elements
    assert (know.number, know.heading, repair.lead_in) == ("1", "Know dry stone walls", "Be able to:")
    assert [child.text for child in know.requirements[0].children] == ["the footing", "the hearting"]
    assert [(one.number, one.text, one.range) for one in repair.requirements] == [
        ("(i)", "Strip the gap down to sound courses", None),
        ("(ii)", "Sort the stones by size", "fieldstone and quarried stone"),
    ]
    assert unit.assessment_criteria.items[0].text == "Capable to close a gap that stands a winter"
    assert unit.state("remark") is FieldState.EMPTY
    assert not unit.unplaced
    assert set(ids(example())) == {"page-furniture-removed"}
    assert [aside.text for aside in document(example()).set_aside] == ["ask the trade whether farms belong here"]


BODY = "\n## Competency\n\n### 1. Know nets\n\n- Know knots\n"


@pytest.mark.parametrize(
    ("front", "field", "value"),
    [
        ("title: 'Mend: a net'", "title", "Mend: a net"),
        ('title: "Mend \\u00e0 net"', "title", "Mend à net"),
        ("title: >\n  Mend\n  a net", "title", "Mend a net"),
        ("QF Level: 4", "level", 4),
        ("名稱: 修補漁網", "title", "修補漁網"),
        ("credit: 6 (For Reference Only)", "credit", Credit(6, "For Reference Only")),
        ("credit: {value: 6, note: Provisional}", "credit", Credit(6, "Provisional")),
        ("language: zh-hant", "language", "zh-Hant"),
        ("functional-area: [Nets, Ropes]", "functional_area", "Nets; Ropes"),
        ("remark: 0123", "remark", "0123"),
        ("colour: blue", "extra_fields", (("colour", "blue"),)),
    ],
)
def test_values_of_front_matter(front: str, field: str, value: object) -> None:
    assert getattr(unit_of(f"---\ncode: QXNETS101A\n{front}\n---\n{BODY}"), field) == value


def test_a_value_leads_back_to_its_line() -> None:
    unit = unit_of(f"---\ncode: QXNETS101A\nlevel: 1\nrange: >\n  Ports\n  and boats\n---\n{BODY}")
    place = unit.place_of("range")
    assert place is not None
    assert (place.first_line, place.last_line) == (5, 6)


@pytest.mark.parametrize(
    "front",
    [
        "a: &a x\nb: *a",
        "a: !!python/object/apply:os.system [true]",
        "a: {b: {c: {d: {e: f}}}}",
        "title: Mend: a net",
        "title: [unclosed",
        "? [a, b]\n: c",
    ],
)
def test_front_matter_that_cannot_be_used_is_reported_and_read_as_text(front: str) -> None:
    text = f"---\ncode: QXNETS101A\ntitle: Mend a net\n{front}\n---\n{BODY}"
    assert "front-matter-broken" in ids(text)
    assert unit_of(text).code.text == "QXNETS101A"


@pytest.mark.parametrize(
    "front", ["published: 31 March", "language: Klingon"], ids=["a date that is none", "a language nobody knows"]
)
def test_a_value_that_means_nothing_is_reported(front: str) -> None:
    assert "front-matter-broken" in ids(f"---\ncode: QXNETS101A\n{front}\n---\n{BODY}")


def test_front_matter_stands_at_the_very_start_or_is_text() -> None:
    (unit,) = document(f"Title: Mend a net\nCode: QXNETS101A\n{BODY}\n---\ncode: QXNETS999A\n---\n").units
    assert unit.code.text == "QXNETS101A"


def test_a_version_label_names_the_page_where_the_code_states_none() -> None:
    assert unit_of(f"---\ncode: 8420\nversion: '3'\n---\n{BODY}").code.version == "3"
    conflict = f"---\ncode: QXNETS101A\nversion: B\n---\n{BODY}"
    assert unit_of(conflict).code.version == "A"
    assert "duplicate-field" in ids(conflict)


def test_a_field_said_twice_is_kept_and_reported() -> None:
    text = f"---\ncode: QXNETS101A\nlevel: 1\nrange: Ports\n---\n\n## Range\n\nBoats\n{BODY}"
    unit = unit_of(text)
    assert unit.range == "Ports"
    assert ("Range", "Boats") in unit.extra_fields
    assert "duplicate-field" in ids(text)


def test_words_that_have_no_place_are_kept() -> None:
    text = f"---\ncode: QXNETS101A\n---\n\nA word before all sections.\n{BODY}\nA word behind the list.\n"
    assert [piece.text for piece in unit_of(text).unplaced] == [
        "A word before all sections.",
        "A word behind the list.",
    ]


@pytest.mark.parametrize(
    "body",
    [
        "\n## Competency\n\n<ul><li>Know knots</li></ul>\n",
        "\n## Competency\n\n1.1 Know knots\n1.2 Know ropes\n",
        "\n## Competency\n\n### 1. Know nets\n\n• Know knots\n• Know ropes\n",
    ],
    ids=["HTML", "paragraphs with numbers", "bullets that are no Markdown"],
)
def test_a_body_in_another_form_is_read_like_any_raw_file(body: str) -> None:
    unit = unit_of(f"---\ncode: QXNETS101A\ntitle: Mend a net\n---\n{body}")
    assert (unit.code.text, unit.title) == ("QXNETS101A", "Mend a net")
    assert "Know knots" in [node.text for node in nodes(unit)]


LABEL_WORDS = re.sub(r"\W", "", "".join(label.text for label in LABELS)).casefold()
"""A label is no text of a unit, with or without its blanks."""


@settings(deadline=None, max_examples=dose(150, 5000))
@given(
    st.lists(
        st.sampled_from(LOOKS_LIKE)
        | st.sampled_from(["---", "code: X", "## Competency", "### ", "  - ", "1. ", "\n", "<!--", "-->", "`", "\\"])
        | words,
        max_size=30,
    )
)
def test_any_text_in_the_form_is_read_without_losing_a_word(pieces: list[str]) -> None:
    text = "---\ncode: QXNETS101A\n---\n\n## Competency\n\n" + "\n".join(pieces).replace("<", "[")
    read = document(text)
    assert read.units
    said = f"{[unit_to_json(unit) for unit in read.units]} {[aside.text for aside in read.set_aside]}".casefold()
    for word in re.findall(r"[a-z]{4,}", read.source.text.casefold()):
        assert word in said or word in LABEL_WORDS


# The commands


def test_new_writes_a_skeleton_once(tmp_path: Path) -> None:
    command = ("generator", "new", "QXNETS101A", "--title", "Mend: a net", "--level", "1", "--source", "units")
    first = run(tmp_path, *command)
    assert first.returncode == 0, first.stderr
    written = tmp_path / "units" / "QXNETS101A.md"
    unit = unit_of(written.read_text(encoding="utf-8"))
    assert (unit.code.text, unit.title, unit.level) == ("QXNETS101A", "Mend: a net", 1)
    assert not unit.unplaced
    before = written.read_bytes()
    assert run(tmp_path, *command).returncode == 2
    assert written.read_bytes() == before


@pytest.mark.parametrize("code", ["../up", "CON", "", "a/../../b", "x" * 70])
def test_new_refuses_codes_that_cannot_name_a_file(tmp_path: Path, code: str) -> None:
    made = run(tmp_path, "generator", "new", code, "--source", "units")
    assert made.returncode == 2
    assert list(tmp_path.iterdir()) == []


def test_parse_converts_a_folder_into_files_of_the_form(tmp_path: Path) -> None:
    units = str(ROOT / "source_units")
    made = run(tmp_path, "generator", "parse", units, "--format", "markdown", "--output", "new", "--fail-on", "never")
    assert made.returncode == 0, made.stderr
    names = {path.name for path in (tmp_path / "new").iterdir()}
    assert names == {"105250L4.md", "LOCUSM212A.md", "LOCUSM212B.md", "LOCUSM309B.md", "LOCUSM402B.md"}
    again = run(tmp_path, "generator", "parse", units, "--format", "markdown", "--output", "new", "--fail-on", "never")
    assert again.returncode == 2
    printed = run(tmp_path, "generator", "parse", units, "--format", "markdown", "--fail-on", "never").stdout
    parts = re.split(r"<!-- file: (.+) -->\n", printed)[1:]
    assert {*parts[::2]} == names
    for name, text in zip(parts[::2], parts[1::2], strict=True):
        assert text.strip() == (tmp_path / "new" / name).read_text(encoding="utf-8").strip()


@pytest.mark.parametrize(
    "front",
    [
        "- **Code**: QXNETS201A\n- **Level**: 2\n- Credit: 6\n",
        "**Code:** QXNETS201A · **Level:** 2 · **Credit:** 6\n",
        "| Code: QXNETS201A | Level: 2 | Credit: 6 |\n",
        "Code: QXNETS201A\nLevel: 2; Credit: 6\n",
    ],
    ids=["a list", "one line", "a row", "two on a line"],
)
def test_fields_before_all_headings_stand_in_many_ways(front: str) -> None:
    text = f"# Mend nets\n\n{front}\nCompetency\n----------\n\n### 1. Know nets\n\n- Know knots\n"
    (unit,) = parse_source(decode("a.md", text.encode())).units
    assert (unit.code.text, unit.level, unit.credit.value) == ("QXNETS201A", 2, 6)

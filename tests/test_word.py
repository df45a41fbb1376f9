"""Word documents: what Word shows is what is read. Cases are bodies of documents with the lines they must give."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import fields, replace
from pathlib import Path

import docx
import pytest
from docx.shared import Pt
from dose import dose
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model import AssessmentCriteria, Element, Requirement, Unit
from generator.parse import Document, parse_source
from generator.reading.containers.word import read
from generator.reading.contents import Contents
from generator.reading.lines import Line
from generator.source import decode

CASES = Path(__file__).parent / "cases" / "word"
PARTS = {path.name: path.read_text(encoding="utf-8") for path in sorted((CASES / "parts").iterdir())}
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATED = "http://schemas.openxmlformats.org/package/2006/relationships"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMESPACES = (
    f'xmlns:w="{WORD}" xmlns:r="{OFFICE}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
STYLES_ONLY = {"styles.xml", "numbering.xml"}


def packed(parts: Mapping[str, str]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return stream.getvalue()


def document(body: str, parts: Mapping[str, str] = PARTS) -> bytes:
    """Return a Word document with a body and further parts, each related by the kind its name says."""
    relations = "".join(
        f'<Relationship Id="r{name}" Type="{OFFICE}/{re.sub("[0-9]|.xml", "", name)}" Target="{name}"/>'
        for name in parts
    )
    return packed(
        {
            "word/document.xml": f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>",
            "word/_rels/document.xml.rels": f'<Relationships xmlns="{RELATED}">{relations}</Relationships>',
            **{f"word/{name}": text for name, text in parts.items()},
        }
    )


def paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def shown(contents: Contents) -> str:
    """Return contents in the form of the expected files: marks of a line in brackets, then its text."""
    lines = [f"{marks(line)}{line.text!r}" for line in contents.lines]
    aside = [f"aside ({one.rule}) {one.passage.text!r}" for one in contents.set_aside]
    pages = [f"page {contents.text[offset:].split(chr(10))[0]!r}" for offset in contents.pages]
    findings = [f"finding {one.id}: {one.message}" for one in contents.findings]
    return "".join(f"{line}\n" for line in (*lines, *aside, *pages, *findings))


def marks(line: Line) -> str:
    named = [(one.name, getattr(line, one.name)) for one in fields(Line) if one.name not in ("passage", "whole")]
    found = [name if value is True else f"{name} {value}" for name, value in named if value]
    return f"[{', '.join(found)}] " if found else ""


@pytest.mark.parametrize("path", sorted(CASES.glob("*.xml")), ids=lambda path: path.stem)
def test_a_body_gives_the_lines_word_shows(path: Path) -> None:
    parts = PARTS if path.stem == "notes" else {name: PARTS[name] for name in STYLES_ONLY}
    contents = read(document(path.read_text(encoding="utf-8"), parts))
    assert shown(contents) == path.with_suffix(".txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("path", sorted(CASES.glob("*.xml")), ids=lambda path: path.stem)
def test_every_line_is_found_where_it_says_it_stands(path: Path) -> None:
    contents = read(document(path.read_text(encoding="utf-8")))
    for passage in [line.passage for line in contents.lines] + [one.passage for one in contents.set_aside]:
        assert passage.text == contents.text[passage.span.start : passage.span.end]


def test_both_editions_of_the_standard_are_read() -> None:
    for space in (WORD, "http://purl.oclc.org/ooxml/wordprocessingml/main"):
        text = f'<w:document xmlns:w="{space}"><w:body>{paragraph("words")}</w:body></w:document>'
        assert [line.text for line in read(packed({"word/document.xml": text})).lines] == ["words"]


def test_the_main_part_is_the_one_the_package_names() -> None:
    main = f'<Relationship Id="a" Type="{OFFICE}/officeDocument" Target="/text/main.xml"/>'
    content = packed(
        {
            "_rels/.rels": f'<Relationships xmlns="{RELATED}">{main}</Relationships>',
            "text/main.xml": f"<w:document {NAMESPACES}><w:body>{paragraph('words')}</w:body></w:document>",
        }
    )
    assert [line.text for line in read(content).lines] == ["words"]


@pytest.mark.parametrize(
    ("content", "kind", "words"),
    [
        (b"", "broken-file", "zip"),
        (b"PK\x03\x04 and no more", "broken-file", "zip"),
        (packed({"other.xml": "<a/>"}), "broken-file", "word/document.xml"),
        (packed({"word/document.xml": "<w:document"}), "broken-file", "well-formed"),
        (packed({"word/document.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}), "broken-file", "document type"),
        (document("", {"styles.xml": "<!DOCTYPE a><a/>"}), "broken-file", "styles.xml"),
        (document(paragraph("a" * 20_000_000), {}), "broken-file", "packed size"),
        (document("<w:p/>" * 1_000_000, {}), "broken-file", "elements"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "broken-file", ".doc"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "encrypted-file",
            "password",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "file",
)
def test_what_cannot_be_read_is_said_and_gives_no_text(content: bytes, kind: str, words: str) -> None:
    contents = read(content)
    assert (contents.text, contents.lines) == ("", ())
    assert [finding.id for finding in contents.findings] == [kind]
    assert words in contents.findings[0].message


def test_a_part_that_says_it_is_too_large_is_not_unpacked() -> None:
    content = bytearray(document(paragraph("words"), {}))
    at = content.index(b"PK\x01\x02") + 24
    content[at : at + 4] = (51 * 1024 * 1024).to_bytes(4, "little")
    (finding,) = read(bytes(content)).findings
    assert finding.id == "broken-file"
    assert "bytes, more than" in finding.message


def test_an_encrypted_part_is_told_from_a_broken_one() -> None:
    content = bytearray(document(paragraph("words"), {}))
    for signature, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        for match in re.finditer(re.escape(signature), bytes(content)):
            content[match.start() + flags] |= 1
    assert [finding.id for finding in read(bytes(content)).findings] == ["encrypted-file"]


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"),
        ("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>"),
        ("<w:p><w:r><w:txbxContent>", "</w:txbxContent></w:r></w:p>"),
        (f"<w:tbl><w:tr><w:tc>{paragraph('word')}</w:tc><w:tc>", "</w:tc></w:tr></w:tbl>"),
    ],
)
def test_things_inside_each_other_without_end_lose_no_word(start: str, end: str) -> None:
    contents = read(document(start * 5_000 + paragraph("inmost") + end * 5_000, {}))
    assert len(contents.text.split()) == 1 + 5_000 * start.count("word")
    assert "inmost" in contents.text


def test_nothing_outside_the_package_is_read(tmp_path: Path) -> None:
    (tmp_path / "secret.xml").write_text("secret", encoding="utf-8")
    relations = "".join(
        f'<Relationship Id="{mode}" Type="{OFFICE}/header" Target="{target}" TargetMode="{mode}"/>'
        for mode, target in (
            ("External", f"file://{tmp_path}/secret.xml"),
            ("Internal", f"../../..{tmp_path}/secret.xml"),
        )
    )
    content = packed(
        {
            "word/document.xml": f"<w:document {NAMESPACES}><w:body>{paragraph('words')}</w:body></w:document>",
            "word/_rels/document.xml.rels": f'<Relationships xmlns="{RELATED}">{relations}</Relationships>',
        }
    )
    contents = read(content)
    assert contents.text == "words\n"
    assert not contents.findings


# Units written by python-docx and read back.

UNIT = {
    "Title": "Plan preventive maintenance of lifts",
    "Code": "990812L4",
    "Range": "This unit of competency is applicable to contractors who maintain passenger lifts.",
    "Level": "4",
    "Credit": "6 (For Reference Only)",
}
ELEMENTS = (
    (
        "Know the parts of a lift",
        (("Know the parts of the car, including:", ("Doors", "Sensors")), ("Read drawings", ())),
    ),
    ("Plan the work", (("Draw up a yearly plan", ()), ("Adapt the plan when faults recur", ()))),
)
OUTCOMES = "The integrated outcome requirements of this unit of competency are:"
CRITERIA = ("Able to draw up a plan; and", "Able to adapt it.")
REMARK = "This unit replaces an older one."


def as_text() -> str:
    lines = ["Unit of Competency", *(f"{label}\t{value}" for label, value in UNIT.items())]
    lines.append("Competency\t(Performance Requirements)")
    for number, (heading, requirements) in enumerate(ELEMENTS, 1):
        lines.append(f"{number}. {heading}")
        for text, children in requirements:
            lines += [f"  • {text}", *(f"      • {child}" for child in children)]
    lines += [f"Assessment Criteria\t{OUTCOMES}", *(f"({'i' * n}) {text}" for n, text in enumerate(CRITERIA, 1))]
    return "\n".join([*lines, f"Remark\t{REMARK}", ""])


def saved(file: docx.document.Document) -> bytes:
    stream = io.BytesIO()
    file.save(stream)
    return stream.getvalue()


def add_body(holder, style: str | None = None) -> None:
    """Write the elements as styled lists: typed numbers, bullets of Word's own styles."""
    for number, (heading, requirements) in enumerate(ELEMENTS, 1):
        holder.add_paragraph(f"{number}. {heading}", style=style)
        for text, children in requirements:
            holder.add_paragraph(text, style="List Bullet")
            for child in children:
                holder.add_paragraph(child, style="List Bullet 2")


def as_paragraphs() -> bytes:
    file = docx.Document()
    file.add_paragraph("Unit of Competency", style="Title")
    for label, value in UNIT.items():
        file.add_paragraph(f"{label}\t{value}")
    file.add_paragraph("Competency\t(Performance Requirements)")
    add_body(file)
    file.add_paragraph(f"Assessment Criteria\t{OUTCOMES}")
    for number, text in enumerate(CRITERIA, 1):
        file.add_paragraph(f"({'i' * number})\t{text}").paragraph_format.left_indent = Pt(18)
    file.add_paragraph(f"Remark\t{REMARK}")
    return saved(file)


def as_table() -> bytes:
    file = docx.Document()
    file.add_paragraph().add_run("Unit of Competency").bold = True
    table = file.add_table(rows=0, cols=2)
    for label, value in UNIT.items():
        cells = table.add_row().cells
        cells[0].text, cells[1].text = label, value
    cells = table.add_row().cells
    cells[0].text = "Competency\n(Performance Requirements)"
    add_body(cells[1])
    cells = table.add_row().cells
    cells[0].text, cells[1].text = "Assessment Criteria", OUTCOMES
    for number, text in enumerate(CRITERIA, 1):
        cells[1].add_paragraph(f"({'i' * number}) {text}")
    cells = table.add_row().cells
    cells[0].text, cells[1].text = "Remark", REMARK
    return saved(file)


def as_headings() -> bytes:
    file = docx.Document()
    file.add_heading("Unit of Competency", 0)
    for label, value in UNIT.items():
        file.add_heading(label, 1)
        file.add_paragraph(value)
    file.add_heading("Competency (Performance Requirements)", 1)
    add_body(file, "Heading 2")
    file.add_heading("Assessment Criteria", 1)
    file.add_paragraph(OUTCOMES)
    for number, text in enumerate(CRITERIA, 1):
        file.add_paragraph(f"({'i' * number}) {text}")
    file.add_heading("Remark", 1)
    file.add_paragraph(REMARK)
    return saved(file)


def words_only(unit: Unit) -> Unit:
    """Return a unit without positions and source."""
    return replace(
        unit,
        elements=tuple(replace(one, place=None, requirements=plain(one.requirements)) for one in unit.elements),
        assessment_criteria=AssessmentCriteria(unit.assessment_criteria.intro, plain(unit.assessment_criteria.items)),
        unplaced=tuple(replace(one, place=None) for one in unit.unplaced),
        field_places=(),
        source=None,
    )


def plain(items: Iterable[Requirement]) -> tuple[Requirement, ...]:
    return tuple(replace(one, place=None, children=plain(one.children)) for one in items)


def parsed(content: bytes, name: str = "unit.docx") -> Document:
    return parse_source(decode(name, content))


@pytest.mark.parametrize("write", [as_paragraphs, as_table, as_headings])
def test_a_unit_written_as_word_reads_as_the_same_unit_as_its_text(write) -> None:
    (expected,) = parsed(as_text().encode(), "unit.txt").units
    (unit,) = parsed(write()).units
    assert [one.heading for one in expected.elements] == [heading for heading, _ in ELEMENTS]
    assert words_only(unit) == words_only(expected)


def test_numbers_of_lists_number_labels_elements_and_criteria() -> None:
    """Labels 6. and 7., elements 6.1 and 6.2, criteria (i) and (ii): all by one list of the numbering part."""

    def numbered(text: str, level: int) -> str:
        properties = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>'
        return paragraph(text).replace("<w:p>", f"<w:p><w:pPr>{properties}</w:pPr>")

    def bulleted(text: str) -> str:
        return paragraph(text).replace("<w:p>", '<w:p><w:pPr><w:pStyle w:val="Bullet"/></w:pPr>')

    body = (
        paragraph("Title: Plan upkeep")
        + paragraph("Code: 990812L4")
        + numbered("Competency", 0)
        + numbered("Know lifts", 1)
        + bulleted("Know parts")
        + bulleted("Read drawings")
        + numbered("Plan the work", 1)
        + bulleted("Draw up a plan")
        + numbered("Assessment Criteria", 0)
        + paragraph(OUTCOMES)
        + numbered(CRITERIA[0], 2)
        + numbered(CRITERIA[1], 2)
    )
    (unit,) = parsed(document(body)).units
    assert words_only(unit).elements == (
        Element("6.1", "Know lifts", (Requirement("Know parts"), Requirement("Read drawings"))),
        Element("6.2", "Plan the work", (Requirement("Draw up a plan"),)),
    )
    assert words_only(unit).assessment_criteria == AssessmentCriteria(
        OUTCOMES, (Requirement(CRITERIA[0], number="(i)"), Requirement(CRITERIA[1], number="(ii)"))
    )
    assert not unit.unplaced


WRITTEN = as_table()


@settings(max_examples=dose(60, 3_000), deadline=None)
@given(st.data())
def test_no_damage_to_a_file_makes_it_raise(data: st.DataObject) -> None:
    content = bytearray(WRITTEN)
    for _ in range(data.draw(st.integers(1, 8))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    end = data.draw(st.integers(0, len(content)))
    contents = read(bytes(content[:end] if data.draw(st.booleans()) else content))
    assert contents.lines or contents.findings


TAGS = "p r t tbl tr tc sdt sdtContent ins moveTo hyperlink txbxContent fldChar br".split()


@settings(max_examples=dose(100, 5_000), deadline=None)
@given(
    st.recursive(
        st.just(""),
        lambda below: st.builds(
            lambda tag, inner: f"<w:{tag}>{''.join(inner) or 'x'}</w:{tag}>",
            st.sampled_from(TAGS),
            st.lists(below, max_size=4),
        ),
        max_leaves=30,
    )
)
def test_no_word_is_lost_however_elements_stand_in_each_other(body: str) -> None:
    contents = read(document(body, {}))
    assert not contents.findings
    assert contents.text.count("x") == body.count("<w:t>x")


def test_no_control_or_invisible_character_comes_out_of_a_document() -> None:
    contents = read(document(paragraph("Wash") + paragraph("net\u200bs\u0081 well")))
    assert [line.text for line in contents.lines] == ["Wash", "nets well"]
    assert contents.lines[1].passage.span.start == len("Wash\n")
    kinds = [finding.id for finding in contents.findings]
    assert kinds == ["control-characters-removed", "invisible-characters-removed"]


def test_a_paragraph_is_one_and_a_line_in_it_is_not() -> None:
    contents = read(document("<w:p><w:r><w:t>Wash</w:t><w:br/><w:t>nets</w:t></w:r></w:p>" + paragraph("Dry")))
    assert [line.whole for line in contents.lines] == [True, False, True]


def test_a_footnote_goes_on_with_no_requirement() -> None:
    body = "".join(
        map(
            paragraph, ["Title: Mend a net", "Code: QXNETS101A", "Competency: Performance Requirements", "1. Mend nets"]
        )
    )
    noted = '<w:p><w:r><w:t>• Wash nets</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
    content = document(body + noted + paragraph("• Dry nets"), PARTS)
    (unit,) = parse_source(decode("a.docx", content)).units
    assert [item.text for item in unit.elements[0].requirements] == ["Wash nets", "Dry nets"]
    assert [piece.text for piece in unit.unplaced] == ["As in the ordinance."]

"""PDF files: what two writers print reads back to the same unit; broken files give findings."""

from __future__ import annotations

import sys
import zlib
from dataclasses import replace
from typing import Any

import pdf_writers as writers
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pdf_writers import CHINESE, ENGLISH, Sheet
from reportlab.lib.pdfencrypt import StandardEncryption

from generator.model import Unit
from generator.parse import parse_source
from generator.reading.containers.pdf import read
from generator.reading.contents import Contents
from generator.source import decode


def unit_of(file: str, content: bytes) -> Unit:
    """Return the one unit of a file without the places of its texts, which differ by layout."""
    (unit,) = parse_source(decode(file, content)).units
    return without_places(unit)


def without_places(value: Any) -> Any:
    if isinstance(value, tuple):
        return tuple(map(without_places, value))
    if hasattr(value, "__dataclass_fields__"):
        dropped = {"place", "source", "field_places"} & set(value.__dataclass_fields__)
        kept = {name: without_places(getattr(value, name)) for name in set(value.__dataclass_fields__) - dropped}
        return replace(value, **kept, **{name: () if name == "field_places" else None for name in dropped})
    return value


def texts(contents: Contents) -> list[str]:
    return [line.text for line in contents.lines]


def as_plain_text(sheet: Sheet) -> Unit:
    return unit_of("unit.txt", writers.as_text(sheet).encode())


LAYOUTS = {
    "paragraphs": writers.plain_pdf(ENGLISH),
    "ruled table": writers.table_pdf(ENGLISH),
    "table without borders": writers.table_pdf(ENGLISH, ruled=False),
    "table without borders, wide labels": writers.table_pdf(ENGLISH, ruled=False, label_width=110),
    "ruled table over two pages": writers.split_table_pdf(ENGLISH),
    "fpdf2, paragraphs": writers.fpdf_lines_pdf(ENGLISH),
    "fpdf2, ruled table, labels at mid-height": writers.fpdf_table_pdf(ENGLISH, "ALL"),
    "fpdf2, no borders, labels at mid-height": writers.fpdf_table_pdf(ENGLISH, "NONE"),
    "fpdf2, horizontal rules only": writers.fpdf_table_pdf(ENGLISH, "HORIZONTAL_LINES"),
    "running heads": writers.furnished_pdf(ENGLISH, "Fictitious Council - Standards 2031", "Page {} of 9"),
    "bare page numbers": writers.furnished_pdf(ENGLISH, "Fictitious Council", "{}"),
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_unit_reads_back_from_any_layout_as_from_plain_text(layout):
    assert unit_of("unit.pdf", LAYOUTS[layout]) == as_plain_text(ENGLISH)


@pytest.mark.parametrize("font", ["MSung-Light", "STSong-Light"])
@pytest.mark.parametrize("write", [writers.plain_pdf, writers.table_pdf], ids=["paragraphs", "ruled table"])
def test_chinese_reads_back_from_fonts_that_are_not_embedded(write, font):
    sheet = CHINESE if font == "MSung-Light" else simplified(CHINESE)
    assert unit_of("unit.pdf", write(sheet, font)) == as_plain_text(sheet)


def simplified(sheet: Sheet) -> Sheet:
    """Return a sheet with only characters of the simplified character set."""
    return replace(
        sheet,
        heading="能力单元",
        fields=(("名称", "管理天台花园"), ("编号", "990732L3"), ("应用范围", "适用于房屋机构的职员。"), ("级别", "3")),
        competency=("能力", "表现要求"),
        elements=(("1. 具备园艺知识", (("了解天台的限制", ()), ("认识耐旱的植物", ()))),),
        assessment=("评核指引", "此能力单元的综合成效要求为："),
        criteria=("（1）能够使用天台花园；及", "（2）能够调解争执"),
        remark=("备注", "为测试而写。"),
    )


def test_a_table_row_is_its_label_a_tab_and_the_lines_of_its_value():
    contents = read(writers.table_pdf(ENGLISH))
    lines = contents.lines
    at = texts(contents).index("Competency\tPerformance Requirements")
    assert not lines[at].tabbed
    assert [(line.text, line.tabbed) for line in lines[at + 1 : at + 3]] == [
        ("1. Possess knowledge of urban gardening", True),
        ("• Understand how little weight a flat roof bears, including:", True),
    ]
    heading, bullet, below = lines[at + 1 : at + 4]
    assert heading.indent < bullet.indent < below.indent
    assert any(text.startswith("Assessment Criteria\tThe integrated") for text in texts(contents))


def test_a_row_that_goes_on_on_the_next_page_has_no_label_there():
    contents = read(writers.split_table_pdf(ENGLISH))
    (_, second) = contents.pages
    first = next(line for line in contents.lines if line.passage.span.start >= second)
    assert first.tabbed
    assert "\t" not in first.text


def test_every_line_is_a_slice_of_the_text():
    for content in LAYOUTS.values():
        contents = read(content)
        spoken = [*(line.passage for line in contents.lines), *(aside.passage for aside in contents.set_aside)]
        for passage in spoken:
            assert contents.text[passage.span.start : passage.span.end] == passage.text
        assert sum(len(passage.text) for passage in spoken) == len(contents.text.replace("\n", ""))
        assert list(contents.pages) == sorted(set(contents.pages))


def test_running_heads_and_page_numbers_are_set_aside_by_name():
    contents = read(writers.furnished_pdf(ENGLISH, "Fictitious Council", "Page {} of 9"))
    assert len(contents.pages) > 1
    found = {(aside.rule, aside.passage.text) for aside in contents.set_aside}
    numbers = {("page number", f"Page {number} of 9") for number, _ in enumerate(contents.pages, 1)}
    assert found == {("running head", "Fictitious Council"), *numbers}


def test_words_of_units_that_come_back_on_each_page_are_no_furniture():
    def draw(page):
        for at, text in enumerate(("Unit of Competency", "Functional Area: Gardens", "• Water the plants")):
            page.drawString(72, 800 - 20 * at, text)

    contents = read(writers.drawn_pdf(draw, pages=3))
    assert not contents.set_aside
    assert len(contents.lines) == 9


def test_two_columns_of_text_are_read_one_after_the_other():
    left = [f"the left column holds line {number}" for number in "abcdefgh"]
    right = [f"the right column holds line {number}" for number in "abcdefgh"]

    def draw(page):
        for at, (one, other) in enumerate(zip(left, right, strict=True)):
            page.drawString(72, 700 - 14 * at, one)
            page.drawString(300, 700 - 14 * at, other)

    assert texts(read(writers.drawn_pdf(draw))) == left + right


def test_a_drawn_bullet_stands_for_a_printed_one():
    def draw(page):
        page.drawString(90, 700, "Water the plants")
        page.circle(80, 703, 2, stroke=0, fill=1)

    assert texts(read(writers.drawn_pdf(draw))) == ["• Water the plants"]


def test_turned_and_tiny_and_white_text_is_kept():
    def draw(page):
        page.drawString(72, 700, "level words")
        page.setFillGray(1)
        page.drawString(72, 680, "white words")
        page.setFont("Helvetica", 1)
        page.drawString(72, 660, "tiny words")
        page.setFont("Helvetica", 12)
        for degrees in (45, 90, 270):
            page.saveState()
            page.translate(300, 300)
            page.rotate(degrees)
            page.drawString(0, 0, f"words at {degrees} degrees")
            page.restoreState()

    turned = {f"words at {degrees} degrees" for degrees in (45, 90, 270)}
    assert set(texts(read(writers.drawn_pdf(draw)))) == {"level words", "white words", "tiny words", *turned}


def test_letters_set_apart_make_no_words_of_their_own():
    def draw(page):
        text = page.beginText(72, 700)
        text.setCharSpace(1.2)
        text.textLine("Water the plants")
        page.drawText(text)

    assert texts(read(writers.drawn_pdf(draw))) == ["Water the plants"]


def test_a_raised_ending_stays_in_its_line():
    def draw(page):
        text = page.beginText(72, 700)
        text.textOut("Report by the 1")
        text.setFont("Helvetica", 7)
        text.setRise(5)
        text.textOut("st")
        text.setRise(0)
        text.setFont("Helvetica", 12)
        text.textOut(" of May")
        page.drawText(text)
        page.drawString(72, 680, "and again")

    assert texts(read(writers.drawn_pdf(draw))) == ["Report by the 1st of May", "and again"]


def test_a_bold_line_a_heading_and_a_gap_are_told():
    def draw(page):
        page.setFont("Helvetica", 18)
        page.drawString(72, 760, "Heading")
        page.setFont("Helvetica-Bold", 11)
        page.drawString(72, 720, "Bold words")
        page.setFont("Helvetica", 11)
        for at in range(6):
            page.drawString(72, 706 - 13 * at, "words of the body of this text")

    heading, bold, body, *_ = read(writers.drawn_pdf(draw)).lines
    assert (heading.heading, bold.heading, body.heading) == (1, 0, 0)
    assert (heading.bold, bold.bold, body.bold) == (False, True, False)
    assert (bold.after_blank, body.after_blank) == (True, False)


def test_a_page_of_pictures_asks_for_ocr():
    (finding,) = read(writers.drawn_pdf(lambda page: page.rect(72, 72, 200, 200, fill=1))).findings
    assert finding.id == "scanned-pdf"


def test_a_locked_file_is_named_so():
    locked = writers.drawn_pdf(
        lambda page: page.drawString(72, 700, "secret"), encrypt=StandardEncryption("open", "own", strength=128)
    )
    contents = read(locked)
    assert [finding.id for finding in contents.findings] == ["encrypted-file"]
    assert not contents.lines


def test_a_file_that_opens_without_a_password_is_read():
    content = writers.drawn_pdf(
        lambda page: page.drawString(72, 700, "open"), encrypt=StandardEncryption("", "own", strength=128)
    )
    assert texts(read(content)) == ["open"]


@pytest.mark.parametrize(
    "content", [b"", b"%PDF-1.4", b"no pdf at all", b"%PDF-1.7\n" + b"\x00" * 500, LAYOUTS["ruled table"][:300]]
)
def test_a_broken_file_is_named_so(content):
    contents = read(content)
    assert [finding.id for finding in contents.findings] == ["broken-file"]
    assert contents.text == ""


def test_a_missing_library_is_named_with_the_command_that_installs_it(monkeypatch):
    monkeypatch.setitem(sys.modules, "pdfplumber", None)
    (finding,) = read(LAYOUTS["paragraphs"]).findings
    assert finding.id == "missing-library"
    assert "pip install 'competency-atlas[pdf]'" in finding.message


def test_one_unreadable_page_leaves_the_others():
    content = writers.drawn_pdf(lambda page: page.drawString(72, 700, "words"), pages=3, pageCompression=0)
    at = content.index(b"/MediaBox", content.index(b"/MediaBox") + 1)
    contents = read(content[:at] + b"/MediaBot" + content[at + 9 :])
    assert [finding.id for finding in contents.findings] == ["broken-file"]
    assert "page 2" in contents.findings[0].message
    assert texts(contents) == ["words", "words"]


def test_drawings_that_call_each_other_without_end_are_stopped():
    forms = [
        b"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</F %d 0 R>>>>" % (5 + n) for n in range(30)
    ]
    call = b"/F Do " * 10
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 40 0 R/Resources<</XObject<</F 4 0 R>>>>>>",
        *(form + b"/Length %d>>stream\n%s\nendstream" % (len(call), call) for form in forms),
    ]
    body = b"".join(b"%d 0 obj\n%s\nendobj\n" % numbered for numbered in enumerate(objects, 1))
    body += b"40 0 obj\n<</Length %d>>stream\n%s\nendstream\nendobj\n" % (len(call), call)
    contents = read(b"%PDF-1.4\n" + body + b"trailer\n<</Root 1 0 R>>\n%%EOF")
    assert [finding.id for finding in contents.findings] == ["broken-file"]
    assert "marks" in contents.findings[0].message


def test_a_file_that_unpacks_to_gigabytes_is_refused():
    packed = zlib.compress(zlib.compress(b" " * 400_000_000, 9), 9)
    head = b"1 0 obj\n<</Length %d/Filter[/FlateDecode/FlateDecode]>>stream\n" % len(packed)
    (finding,) = read(b"%PDF-1.4\n" + head + packed + b"\nendstream\nendobj\n").findings
    assert finding.id == "broken-file"
    assert "unpacks" in finding.message


@given(data=st.data())
@settings(deadline=None, max_examples=40)
def test_no_damage_makes_it_raise_or_lose_its_place(data):
    content = bytearray(LAYOUTS[data.draw(st.sampled_from(sorted(LAYOUTS)))])
    for _ in range(data.draw(st.integers(1, 20))):
        at = data.draw(st.integers(0, len(content) - 1))
        content[at] = data.draw(st.integers(0, 255))
    end = data.draw(st.one_of(st.just(len(content)), st.integers(0, len(content))))
    contents = read(bytes(content[:end]))
    assert contents.text or contents.findings
    for line in contents.lines:
        assert contents.text[line.passage.span.start : line.passage.span.end] == line.text

"""Units written as PDF files by two writers in several layouts; the same unit as plain text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from io import BytesIO
from typing import Any

from fpdf import FPDF
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen import canvas
from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate, Spacer, Table

BODY = ParagraphStyle("body", fontName="Helvetica", fontSize=10.5, leading=13)
BULLET = ParagraphStyle("bullet", parent=BODY, leftIndent=24, bulletIndent=12)
SUB_BULLET = ParagraphStyle("sub-bullet", parent=BODY, leftIndent=44, bulletIndent=32)
TITLE = ParagraphStyle("title", parent=BODY, fontName="Helvetica-Bold", fontSize=15, leading=20)


@dataclass(frozen=True)
class Sheet:
    """What a sheet prints: a heading, its labels with values, elements with requirements, criteria."""

    heading: str
    fields: tuple[tuple[str, str], ...]
    competency: tuple[str, str]
    elements: tuple[tuple[str, tuple[tuple[str, tuple[str, ...]], ...]], ...]
    assessment: tuple[str, str]
    criteria: tuple[str, ...]
    remark: tuple[str, str]
    cjk: bool = False

    def body(self) -> list[tuple[int, str]]:
        """Return the lines of the competency: headings at level 0, requirements at 1, what is below them at 2."""
        lines = []
        for heading, requirements in self.elements:
            lines.append((0, heading))
            for requirement, children in requirements:
                lines += [(1, requirement), *((2, child) for child in children)]
        return lines


ENGLISH = Sheet(
    "Unit of Competency",
    (
        ("Title", "Run a community garden on the roof of a housing block"),
        ("Code", "990731L3"),
        (
            "Range",
            (
                "This unit of competency is applicable to staff of housing associations who look after gardens. "
                "Practitioners should be able to organise the work of volunteers safely and fairly, whatever the "
                "season and however few of them turn up on a wet Monday morning."
            ),
        ),
        ("Level", "3"),
        ("Credit", "4 (For Reference Only)"),
    ),
    ("Competency", "Performance Requirements"),
    (
        (
            "1. Possess knowledge of urban gardening",
            (
                ("Understand how little weight a flat roof bears, including:", ("Wet soil", "Groups of visitors")),
                (
                    (
                        "Know which plants stand wind and drought well enough to survive a whole summer weekend "
                        "without anybody who waters them"
                    ),
                    (),
                ),
            ),
        ),
        (
            "2. Run the garden",
            (
                ("Draw up a plan of beds and paths that leaves the fire exits free", ()),
                ("Share tasks among volunteers according to their strength and experience", ()),
            ),
        ),
    ),
    ("Assessment Criteria", "The integrated outcome requirements of this unit of competency are:"),
    (
        "(i) Able to keep a roof garden in use for a whole year without damage to the roof; and",
        "(ii) Able to settle quarrels among volunteers",
    ),
    ("Remark", "Written for tests."),
)

CHINESE = Sheet(
    "能力單元",
    (
        ("名稱", "管理天台社區花園"),
        ("編號", "990732L3"),
        (
            "應用範圍",
            (
                "此能力單元適用於負責管理花園的房屋機構職員。從業員應能安全及公平地安排義工的工作，"
                "不論季節，亦不論在下雨的星期一早上有多少義工出席，均能維持花園的日常運作。"
            ),
        ),
        ("級別", "3"),
        ("學分", "4（僅供參考）"),
    ),
    ("能力", "表現要求"),
    (
        ("1. 具備城市園藝的知識", (("瞭解天台的承重限制", ()), ("認識耐風及耐旱的植物", ()))),
        ("2. 管理花園", (("擬訂花圃及通道的佈局，並確保走火通道暢通無阻", ()), ("按照體力及經驗分配工作", ()))),
    ),
    ("評核指引", "此能力單元的綜合成效要求為："),
    ("（1）能夠全年使用天台花園而不損壞屋頂；及", "（2）能夠調解義工之間的爭執"),
    ("備註", "為測試而寫。"),
    cjk=True,
)


def as_text(sheet: Sheet) -> str:
    """Return a sheet as a plain text file."""
    marks = {0: "", 1: "• ", 2: "    - "}
    return "\n".join(
        [
            sheet.heading,
            *("\t".join(pair) for pair in (*sheet.fields, sheet.competency)),
            *(marks[level] + text for level, text in sheet.body()),
            "\t".join(sheet.assessment),
            *sheet.criteria,
            "\t".join(sheet.remark),
        ]
    )


Furnish = Callable[[Any, Any], None]


def _build(story: Sequence[Any], furnish: Furnish = lambda page, document: None, height: float = A4[1]) -> bytes:
    out = BytesIO()
    document = SimpleDocTemplate(out, pagesize=(A4[0], height), leftMargin=72, rightMargin=72)
    document.build(list(story), onFirstPage=furnish, onLaterPages=furnish)
    return out.getvalue()


def _styles(sheet: Sheet, font: str) -> tuple[ParagraphStyle, ParagraphStyle, ParagraphStyle]:
    if not sheet.cjk:
        return BODY, BULLET, SUB_BULLET
    pdfmetrics.registerFont(UnicodeCIDFont(font))
    styles = (BODY, BULLET, SUB_BULLET)
    plain, bullet, sub = (
        ParagraphStyle(style.name + font, parent=style, fontName=font, bulletFontName=font, wordWrap="CJK")
        for style in styles
    )
    return plain, bullet, sub


def _competency(sheet: Sheet, font: str) -> list[Any]:
    plain, bullet, sub = _styles(sheet, font)
    printed = {0: (plain, None), 1: (bullet, "•"), 2: (sub, "–")}
    return [Paragraph(text, printed[level][0], bulletText=printed[level][1]) for level, text in sheet.body()]


def paragraphs(sheet: Sheet, font: str = "Helvetica", separator: str = ": ") -> list[Any]:
    plain, _, _ = _styles(sheet, font)
    labelled = [Paragraph(separator.join(pair), plain) for pair in (*sheet.fields, sheet.competency)]
    heading = Paragraph(sheet.heading, plain if sheet.cjk else TITLE)
    criteria = [Paragraph(text, plain) for text in (separator.join(sheet.assessment), *sheet.criteria)]
    body = _competency(sheet, font)
    return [heading, Spacer(1, 12), *labelled, *body, *criteria, Paragraph(separator.join(sheet.remark), plain)]


def plain_pdf(sheet: Sheet, font: str = "Helvetica") -> bytes:
    return _build(paragraphs(sheet, font, "：" if sheet.cjk else ": "))


def _cells(sheet: Sheet, font: str) -> list[list[Any]]:
    plain, _, _ = _styles(sheet, font)

    def cell(text: str) -> Paragraph:
        return Paragraph(text, plain)

    rows: list[list[Any]] = [[cell(label), [cell(value)]] for label, value in sheet.fields]
    rows.append([cell(sheet.competency[0]), [cell(sheet.competency[1]), *_competency(sheet, font)]])
    rows.append([cell(sheet.assessment[0]), [cell(text) for text in (sheet.assessment[1], *sheet.criteria)]])
    rows.append([cell(sheet.remark[0]), [cell(sheet.remark[1])]])
    return rows


def table_pdf(sheet: Sheet, font: str = "Helvetica", *, ruled: bool = True, label_width: float = 75) -> bytes:
    """A table with a narrow column of labels, in which "Assessment Criteria" takes two lines."""
    style: list[Any] = [("VALIGN", (0, 0), (-1, -1), "TOP")]
    if ruled:
        style.append(("GRID", (0, 0), (-1, -1), 0.5, colors.black))
    heading = Paragraph(sheet.heading, _styles(sheet, font)[0] if sheet.cjk else TITLE)
    return _build([heading, Spacer(1, 12), Table(_cells(sheet, font), colWidths=(label_width, 300), style=style)])


def split_table_pdf(sheet: Sheet) -> bytes:
    """A ruled table whose longest row goes on on the next page, behind an empty label cell."""
    rows = _cells(sheet, "Helvetica")
    grid = [("VALIGN", (0, 0), (-1, -1), "TOP"), ("GRID", (0, 0), (-1, -1), 0.5, colors.black)]
    at = next(number for number, row in enumerate(rows) if len(row[1]) > 4)
    label, value = rows[at]
    first, second = [*rows[:at], [label, value[:3]]], [["", value[3:]], *rows[at + 1 :]]
    widths = (90, 300)
    tables = (Table(part, colWidths=widths, style=grid) for part in (first, second))
    return _build([Paragraph(sheet.heading, TITLE), next(tables), PageBreak(), next(tables)])


def furnished_pdf(sheet: Sheet, head: str, foot: str) -> bytes:
    """Pages so low that the sheet takes several, each with a running head and a foot with its number."""

    def furnish(page: canvas.Canvas, document: Any) -> None:
        page.setFont("Helvetica", 8)
        page.drawString(72, 360, head)
        page.drawString(72, 40, foot.format(document.page))

    return _build(paragraphs(sheet), furnish, height=400)


def _printer() -> FPDF:
    printer = FPDF(format="A4")
    printer.add_page()
    printer.set_font("Helvetica", size=11)
    return printer


def fpdf_lines_pdf(sheet: Sheet) -> bytes:
    printer = _printer()
    indents = {0: 0, 1: 6, 2: 14}
    write = partial(printer.multi_cell, 0, 6, new_x="LMARGIN", new_y="NEXT")
    write(text=sheet.heading)
    for label, value in (*sheet.fields, sheet.competency):
        write(text=f"{label}: {value}")
    for level, text in sheet.body():
        printer.set_x(printer.l_margin + indents[level])
        write(text=f"{'-' if level else ''} {text}".strip())
    for text in (": ".join(sheet.assessment), *sheet.criteria, ": ".join(sheet.remark)):
        write(text=text)
    return bytes(printer.output())


def fpdf_table_pdf(sheet: Sheet, borders: str) -> bytes:
    """A table with labels at mid-height; its bullets do not hang and its wraps begin where they do."""
    printer = _printer()
    printer.cell(0, 8, sheet.heading, new_x="LMARGIN", new_y="NEXT")
    marks = {0: "", 1: "- ", 2: "   * "}
    body = "\n".join([sheet.competency[1], *(marks[level] + text for level, text in sheet.body())])
    criteria = "\n".join([sheet.assessment[1], *sheet.criteria])
    values = [*sheet.fields, (sheet.competency[0], body), (sheet.assessment[0], criteria), sheet.remark]
    with printer.table(
        borders_layout=borders, col_widths=(35, 130), line_height=6, text_align="LEFT", first_row_as_headings=False
    ) as table:
        for label, value in values:
            row = table.row()
            row.cell(label)
            row.cell(value)
    return bytes(printer.output())


def drawn_pdf(draw: Callable[[canvas.Canvas], None], pages: int = 1, **options: Any) -> bytes:
    """Return a file whose pages a function draws, the origin at the lower left corner."""
    out = BytesIO()
    page = canvas.Canvas(out, pagesize=A4, **options)
    for _ in range(pages):
        draw(page)
        page.showPage()
    page.save()
    return out.getvalue()

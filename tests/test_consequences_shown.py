"""What follows from comparisons, as pages, documents and tables of a small collection show it."""

import csv
import io
import json
import shutil
from pathlib import Path

import markdown
import pytest
from markdown_it import MarkdownIt
from selectolax.lexbor import LexborHTMLParser, LexborNode

from generator.compare import compare
from generator.consequences import consequences
from generator.consequences.result import Equivalence
from generator.exports.consequences import gaps_csv, mapping_csv
from generator.model import AssessmentCriteria, Element, Requirement, Unit, nodes, read_code
from generator.pages.comparison_consequences import consequences_view
from generator.pages.quality_rulings import rulings_view
from generator.pipeline import contents_of, read_collection, site_files
from generator.render.templates import template_environment
from generator.settings import Settings
from generator.text.folding import folded_blanks

CASES = Path(__file__).parent / "cases" / "pages"
TEMPLATES = Path(__file__).parent.parent / "site_templates"
MACROS = (
    '{% from "partials/consequences.jinja" import ruling, readers, gaps %}'
    "<div>{{ ruling(view) | trim }}\n{{ readers(view) | trim }}\n{{ gaps(view, link) | trim }}</div>"
)

RULING = """successions:
  - old: QRSHOP301A
    new: QRSHOP301B
    ruling: {}
    date: 2019-03-01
    who: the panel
    why: one line added.
"""


def ruled(tmp_path: Path, rulings: str) -> tuple[dict[str, str | bytes], LexborHTMLParser]:
    """The files of the collection with another rulings file, and its quality page."""
    source = shutil.copytree(CASES, tmp_path / "raw")
    (source / "rulings.yml").write_text(rulings, encoding="utf-8")
    files = site_files(contents_of(read_collection(source), Settings()), TEMPLATES)[0]
    return files, page(files, "quality/")


def page(files: dict[str, str | bytes], address: str) -> LexborHTMLParser:
    body = str(files[f"{address}index.md"]).split("---\n", 2)[2]
    return LexborHTMLParser(markdown.markdown(body, extensions=["attr_list", "md_in_html", "tables", "toc"]))


def text(tree: LexborHTMLParser | LexborNode, selector: str) -> str:
    found = tree.css_first(selector)
    assert found is not None, selector
    return folded_blanks(found.text())


def ruling_rows(quality: LexborHTMLParser) -> list[list[str]]:
    heading = quality.css_first("#rulings")
    rows, node = [], heading.next
    while node is not None and node.tag != "h2":
        rows += [[folded_blanks(cell.text()) for cell in row.css("td")] for row in node.css("tr") if row.css("td a")]
        node = node.next
    return rows


def test_a_succession_without_a_ruling_is_shown_with_the_proposal(tmp_path):
    files, quality = ruled(tmp_path, "")
    assert ["QRSHOP301B to QRSHOP301C", "not equivalent", "the level changed"] in ruling_rows(quality)
    shown = page(files, "compare/QRSHOP301B--QRSHOP301C/")
    assert text(shown, ".ruling-human") == "No human has ruled yet whether the two are equivalent."
    assert text(shown, ".ruling-proposed") == "Proposed by this program: not equivalent, because the level changed."
    assert "Ruling missing" in text(shown, "[aria-labelledby=to-do-secretariat]")


def test_a_ruling_that_differs_from_the_proposal_is_reported(tmp_path):
    files, quality = ruled(tmp_path, RULING.format("not equivalent"))
    (row,) = (row for row in ruling_rows(quality) if row[0] == "QRSHOP301A to QRSHOP301B")
    assert row[1] == "equivalent with minor changes"
    assert row[2].startswith("Ruled: not equivalent, on 2019-03-01 by the panel. Reason: one line added.")
    shown = page(files, "compare/QRSHOP301A--QRSHOP301B/")
    assert text(shown, ".ruling-human").startswith("Ruled: not equivalent, on 2019-03-01 by the panel.")
    assert text(shown, ".ruling-proposed").startswith(
        "Proposed by this program: equivalent with minor changes, because"
    )
    assert "another one" in text(shown, ".ruling-disagrees")
    assert "Ruling missing" not in text(shown, "[aria-labelledby=to-do-secretariat]")


def test_a_ruling_that_agrees_is_not_reported(tmp_path):
    files, quality = ruled(tmp_path, RULING.format("equivalent with minor changes"))
    assert "QRSHOP301A to QRSHOP301B" not in [row[0] for row in ruling_rows(quality)]
    shown = page(files, "compare/QRSHOP301A--QRSHOP301B/")
    assert text(shown, ".ruling-agreement") == "The proposal of this program is the same."
    # Looking back nobody has to rule anything.
    assert not page(files, "compare/QRSHOP301B--QRSHOP301A/").css(".ruling-human")


def test_that_there_is_nothing_to_report_is_said(tmp_path):
    source = tmp_path / "raw"
    source.mkdir()
    view = rulings_view(contents_of(read_collection(source), Settings()))
    assert view.summary.endswith("so there is nothing to rule.")
    for name in ("QRSHOP301A.txt", "QRSHOP301B.txt"):
        shutil.copy(CASES / name, source)
    (source / "rulings.yml").write_text(RULING.format("equivalent with minor changes"), encoding="utf-8")
    view = rulings_view(contents_of(read_collection(source), Settings()))
    assert view.summary == "1 succession, nothing to report: all ruled, and no ruling differs from the proposal."
    assert not view.missing
    assert {rule.outcome for rule in view.rules} == {Equivalence.MINOR_CHANGES, Equivalence.NOT_EQUIVALENT}


def test_a_ruling_on_several_units_is_not_set_against_a_proposal_about_two():
    files = site_files(contents_of(read_collection(CASES), Settings()), TEMPLATES)[0]
    shown = page(files, "compare/QRSHOP403A--QRSHOP401A/")
    assert "together" in text(shown, ".ruling-agreement")
    assert not shown.css(".ruling-disagrees")
    assert "QRSHOP403A to QRSHOP401A" not in [row[0] for row in ruling_rows(page(files, "quality/"))]


@pytest.fixture(scope="module")
def files() -> dict[str, str | bytes]:
    return site_files(contents_of(read_collection(CASES), Settings()), TEMPLATES)[0]


def rows_of(content: str | bytes) -> list[dict[str, str]]:
    assert isinstance(content, str)
    return list(csv.DictReader(io.StringIO(content, newline="")))


def test_tables_say_what_the_data_says(files):
    for address in (path.removesuffix("comparison.json") for path in files if path.endswith("/comparison.json")):
        form = json.loads(files[f"{address}comparison.json"])
        rows = rows_of(files[f"{address}gaps.csv"])
        wanted = [(gaps["claimed"], gap["state"]) for gaps in form["gaps"] for gap in gaps["gaps"]]
        assert [(row["code"], row["state"]) for row in rows] == wanted
        mapping = rows_of(files[f"{address}mapping.csv"])
        counted = [link for link in form["links"] if link["kind"] != "element"]
        assert len(mapping) == len(counted)
        assert sum(row["action"] == "map anew" for row in mapping) == sum(link["class"] == "added" for link in counted)


def test_the_page_shows_each_gap_once(files):
    shown = page(files, "compare/QRSHOP301A--QRSHOP301B/")
    form = json.loads(files["compare/QRSHOP301A--QRSHOP301B/comparison.json"])
    for sheet, gaps in zip(shown.css(".gap-sheet"), form["gaps"], strict=True):
        assert len(sheet.css("tbody tr")) == len(gaps["gaps"])
        for state, number in (
            ("missing", gaps["requirement_counts"]["missing"] + gaps["criterion_counts"]["missing"]),
            ("carried-over", gaps["requirement_counts"]["carried over"] + gaps["criterion_counts"]["carried over"]),
        ):
            assert len(sheet.css(f".gap-{state} tbody tr")) == number


def test_places_lead_to_rows_of_the_comparison(files):
    for address in ("compare/QRSHOP301A--QRSHOP301B/", "compare/QRSHOP203A--QRSHOP203B/"):
        shown = page(files, address)
        known = {node.attributes["id"] for node in shown.css("[id]")}
        jumps = [link.attributes["href"] for link in shown.css(".consequences a[href^='#']")]
        assert jumps
        assert {jump.removeprefix("#") for jump in jumps} <= known


def test_chinese_texts_are_marked_as_chinese(files):
    shown = page(files, "compare/QRSHOP203A--QRSHOP203B/")
    official = shown.css(".consequences .official")
    assert official
    assert {node.attributes.get("lang") for node in official} == {"zh-Hant"}


HOSTILE = "=1+1 <ins>|*bold*|`code`</ins> {{ x }} [a](b) & \u202e"


def hostile(letter: str, *words: str) -> Unit:
    requirements = tuple(Requirement(f"{HOSTILE} {word}") for word in words)
    criteria = AssessmentCriteria(HOSTILE, (Requirement(f"{HOSTILE} {letter}"),))
    element = Element(None, f"{HOSTILE} {letter}", requirements)
    return Unit(read_code(f"LOCUSM212{letter}"), f"{HOSTILE} {letter}", range=f"{HOSTILE} {letter}",
                elements=(element,), assessment_criteria=criteria)  # fmt: skip


def document(old: Unit, new: Unit) -> str:
    template = template_environment(TEMPLATES).from_string(MACROS)
    comparison = compare(old, new)
    return template.render(view=consequences_view(comparison, consequences(comparison)), link=None)


def test_texts_come_out_literally():
    old, new = hostile("A", "sort the parcels", "sweep the floor"), hostile("B", "bake the bread", "sort the parcels")
    made = document(old, new)
    readers = (LexborHTMLParser(made), LexborHTMLParser(MarkdownIt("commonmark").render(made)),
               LexborHTMLParser(markdown.markdown(made, extensions=["md_in_html", "attr_list"])))  # fmt: skip
    for shown in readers:
        texts = {node.text() for node in shown.css(".official")}
        assert {node.text for unit in (old, new) for node in nodes(unit) if node.kind == "requirement"} <= texts
        assert not shown.css("ins, del, code, strong a, script")


def test_no_cell_is_a_formula():
    comparison = compare(hostile("A", "sort the parcels"), hostile("B", "bake the bread", "sort the parcels"))
    found = consequences(comparison)
    for content in (gaps_csv(found.gaps), mapping_csv(comparison, found)):
        for row in csv.reader(io.StringIO(content, newline="")):
            assert not any(cell.startswith(("=", "+", "-", "@")) for cell in row)
    assert any("'=1+1" in cell for row in csv.reader(io.StringIO(mapping_csv(comparison, found))) for cell in row)


def test_a_document_that_stands_alone_has_no_links_out_of_itself():
    made = LexborHTMLParser(document(hostile("A", "sort the parcels"), hostile("B", "bake the bread")))
    assert {link.attributes["href"][:1] for link in made.css("a")} == {"#"}


def test_long_lists_are_folded():
    old = hostile("A", "sort the parcels")
    new = hostile("B", "sort the parcels", *(f"load pallet {number} for destination {number}" for number in range(30)))
    made = LexborHTMLParser(document(old, new))
    folded = [text(group, "summary") for group in made.css("details:not([open])")]
    assert {"Map anew 30", "New evidence needed 30", "Lines to add 30", "− Missing 30"} <= set(folded)

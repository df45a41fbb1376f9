"""What unit pages and the quality page say of the ways in which units come: ranges, corrections, pages, no code."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import markdown
import pytest
from pdf_writers import ENGLISH, split_table_pdf
from selectolax.lexbor import LexborHTMLParser

from generator.pipeline import contents_of, read_collection, site_files
from generator.settings import Settings
from generator.text.folding import folded_blanks

ROOT = Path(__file__).parent.parent
CASES = ROOT / "tests/cases/unit_pages"
WORD_LINES = ("Title: Mend a net", "Code: QXNETS291A", "Range: This unit is applicable to net lofts.", "Level: 2")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A unit with local ranges and a fix file, one without code, one without title, a PDF of two pages, a Word file."""
    made = tmp_path_factory.mktemp("units")
    for case in CASES.iterdir():
        (made / case.name).write_bytes(case.read_bytes())
    (made / "garden.pdf").write_bytes(split_table_pdf(ENGLISH))
    document = docx.Document()
    document.core_properties.author = "Nobody Inparticular"
    for line in WORD_LINES:
        document.add_paragraph(line)
    written = io.BytesIO()
    document.save(written)
    (made / "net.docx").write_bytes(written.getvalue())
    return made


@pytest.fixture(scope="module")
def files(folder: Path) -> dict[str, str | bytes]:
    read = read_collection(folder)
    settings = Settings("https://example.org/?title={title}&body={body}")
    return site_files(contents_of(read, settings), ROOT / "site_templates")[0]


def tree(files: dict[str, str | bytes], address: str) -> LexborHTMLParser:
    body = str(files[f"{address}index.md"]).split("---\n", 2)[2]
    return LexborHTMLParser(markdown.markdown(body, extensions=["attr_list", "md_in_html", "tables", "toc"]))


@pytest.fixture(scope="module")
def sheep(files: dict[str, str | bytes]) -> LexborHTMLParser:
    return tree(files, "units/994521/")


def texts(page: LexborHTMLParser, selector: str) -> list[str]:
    return [folded_blanks(node.text()) for node in page.css(selector)]


def test_ranges_stand_with_the_element_or_item_they_are_for(sheep: LexborHTMLParser) -> None:
    assert texts(sheep, "#e1-r1 > .local-range") == ["Range of this item: handpiece, downtube, power plug."]
    assert texts(sheep, "#e1 + .local-range") == ["Range of this element: one stand, two combs, two cutters."]
    assert len(sheep.css(".local-range")) == 2
    (own,) = texts(sheep, "#range + .field")
    assert own == "People credited with this unit standard are able to shear sheep with a machine."


def test_what_stands_between_heading_and_items_and_in_further_sections_is_shown(sheep: LexborHTMLParser) -> None:
    assert texts(sheep, "#e2 + .lead-in") == ["Be able to:"]
    assert texts(sheep, "#section-1") == ["Evidence Guide"]
    assert "shear ten sheep under supervision" in texts(sheep, ".requirement-text")
    assert texts(sheep, "#further-fields + dl > div") == ["Available grade Achieved"]


def test_every_corrected_place_is_marked_and_leads_to_what_was_there_and_why(sheep: LexborHTMLParser) -> None:
    marked = {node.attributes["id"]: node.css(".requirement-place > a")[-1] for node in sheep.css("li.corrected")}
    assert {place: link.attributes["href"] for place, link in marked.items()} == {
        "e1-r2": "./#correction-2",
        "e1-r3": "./#correction-2",
        "e2-r2": "./#correction-3",
    }
    assert texts(sheep, ".unit-facts .fact-note a") == ["corrected by hand"]
    field, split, join = texts(sheep, ".corrections > li")
    assert field.startswith("Functional area. The source has nothing there; shown is Wool Harvesting")
    assert field.endswith("Printed on the cover (A. Editor, 2026-01-31, 994521.fix.yml, line 2)")
    assert split.startswith("Requirement 2 of element 1 split in several. The source says Sheep are penned dry")
    assert [node.text() for node in sheep.css("#correction-2 q")] == [
        "Sheep are penned dry and empty, and counted.",
        "Sheep are penned dry and empty,",
        "and counted.",
    ]
    assert join.startswith("Requirement 2 of element 2 put together from several. The source says Cuts are treated")
    assert [link.attributes["href"] for link in sheep.css(".corrections strong a")] == ["#e1-r2", "#e2-r2"]


def test_the_quality_page_lists_corrections_and_leads_to_the_unit(files: dict[str, str | bytes]) -> None:
    rows = tree(files, "quality/").css("#corrected ~ div tbody tr")
    assert [row.css_first("td").text() for row in rows] == ["994521"] * 3
    assert rows[1].css("a")[1].attributes["href"] == "../units/994521/#correction-2"


def test_a_guess_that_matters_to_readers_is_a_notice_with_its_line(sheep: LexborHTMLParser) -> None:
    (notice,) = sheep.css(".notice-inferred")
    assert "misspelled" in notice.text()
    assert [link.attributes["href"] for link in notice.css("a")] == ["./#line-2"]


def test_places_in_a_pdf_name_page_and_line(files: dict[str, str | bytes]) -> None:
    page = tree(files, "units/990731L3/")
    places = [text.rpartition("report · ")[2] for text in texts(page, ".requirement-place")]
    assert {place.split(", ")[0] for place in places} == {"page 1", "page 2"}
    assert [int(place.rpartition(" ")[2]) for place in places] == sorted(int(p.rpartition(" ")[2]) for p in places)
    assert texts(page, ".raw-page") == ["Page 1", "Page 2"]
    assert "page%202%2C%20line" in page.css(".requirement-report a")[-1].attributes["href"]
    (source,) = texts(page, ".source-facts")
    assert source.startswith("Read from garden.pdf, pages 1 to 2, lines 1 to ")
    assert "The PDF itself is not published here" in source


def test_of_a_word_file_only_the_text_is_published(files: dict[str, str | bytes]) -> None:
    assert files["data/raw/net.docx.txt"].decode().split("\n")[: len(WORD_LINES)] == list(WORD_LINES)
    assert not any(b"Inparticular" in (text.encode() if isinstance(text, str) else text) for text in files.values())
    (source,) = texts(tree(files, "units/QXNETS291A/"), ".source-facts")
    assert "the text taken out of it" in source
    assert texts(tree(files, "units/994521/"), ".source-facts")[0].startswith("Read from 994521.txt, lines 1 to ")


def test_a_unit_without_title_has_a_page_and_one_without_code_a_place_on_the_quality_page(
    files: dict[str, str | bytes],
) -> None:
    assert texts(tree(files, "units/QXPOST201A/"), "h1") == ["QXPOST201A (title not in this source)"]
    accounts = texts(tree(files, "quality/"), "details.findings > p")
    assert [text for text in accounts if "Without a page" in text] == [
        "All 48 words have their place. Without a page: a unit without code, Sort letters (line 1). Raw file."
    ]


def test_a_page_without_versions_or_relations_has_no_empty_list(files: dict[str, str | bytes]) -> None:
    for path in files:
        if path.startswith("units/") and path.endswith("index.md"):
            page = tree(files, path.removesuffix("index.md"))
            assert not [node for node in page.css("ul, ol") if not node.css("li")], path

"""What the pages of a small collection say: counts that agree with the data, status, languages, empty states."""

from __future__ import annotations

import json
import re
import shutil
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote

import markdown
import pytest
from project import copy_project, run
from selectolax.lexbor import LexborHTMLParser, LexborNode

from generator.addresses import DIAGNOSTICS
from generator.catalogue import build_catalogue
from generator.compare.summaries import summary_sentence
from generator.contents import Contents
from generator.diagnostics import Diagnostic, diagnostic
from generator.pages import Page, quality, site_pages
from generator.parse import Document
from generator.parse.documents import SetAsideText
from generator.pipeline import Collection, contents_of, read_collection, site_files
from generator.positions import Place
from generator.render import Renderer
from generator.settings import Settings
from generator.text.folding import folded_blanks

CASES = Path(__file__).parent / "cases" / "pages"
TEMPLATES = Path(__file__).parent.parent / "site_templates"
CHINESE = re.compile(r"[\u4e00-\u9fff]")
Trees = Mapping[str, LexborHTMLParser]


@pytest.fixture(scope="module")
def contents() -> Contents:
    """Three versions in a chain, a Chinese pair, a unit ruled to be three, one ruled away, a bare one, no text."""
    return contents_of(read_collection(CASES), Settings(), frozenset({""}))


@pytest.fixture(scope="module")
def files(contents: Contents) -> dict[str, str | bytes]:
    return site_files(contents, TEMPLATES)[0]


@pytest.fixture(scope="module")
def pages(contents: Contents) -> dict[str, Page]:
    return {page.address: page for page in site_pages(contents)}


@pytest.fixture(scope="module")
def trees(files: dict[str, str | bytes]) -> Trees:
    """Every page as HTML, by its address."""
    found = {}
    for path, text in files.items():
        if path.endswith("index.md"):
            body = str(text).split("---\n", 2)[2]
            html = markdown.markdown(body, extensions=["attr_list", "md_in_html", "tables", "toc"])
            found[path.removesuffix("index.md")] = LexborHTMLParser(html)
    return found


@pytest.fixture(scope="module")
def units(files: dict[str, str | bytes]) -> list[dict]:
    return json.loads(files["data/units.json"])["units"]


def text(tree: LexborHTMLParser | LexborNode, selector: str) -> str:
    node = tree.css_first(selector)
    assert node is not None, selector
    return folded_blanks(node.text())


def codes(tree: LexborHTMLParser | LexborNode) -> list[str]:
    return [node.text() for node in tree.css(".unit-table tbody th")]


def target(page: str, href: str | None) -> tuple[str, str]:
    """Return address and anchor a relative link of a page leads to."""
    way, _, anchor = (href or "").partition("#")
    parts = [part for part in page.split("/") if part]
    for step in way.split("/"):
        if step == "..":
            parts.pop()
        elif step not in ("", "."):
            parts.append(step)
    return "".join(f"{part}/" for part in parts), unquote(anchor)


def test_every_kind_of_page_is_there(pages: dict[str, Page]) -> None:
    assert {page.template for page in pages.values()} == {path.name for path in TEMPLATES.glob("pages/*")}


def test_the_list_of_units_has_each_unit_once(trees: Trees, units: list[dict]) -> None:
    page = trees["units/"]
    assert sorted(codes(page)) == sorted(unit["code"] for unit in units)
    current = sum(unit["catalogue"]["status"] == "current" for unit in units)
    assert text(page, "p") == f"{len(units)} units: {current} current, {len(units) - current} superseded."


def test_level_pages_list_the_units_of_the_level(trees: Trees, units: list[dict]) -> None:
    for level in {unit["level"] for unit in units}:
        page = trees[f"levels/{level or 'none'}/"]
        assert sorted(codes(page)) == sorted(unit["code"] for unit in units if unit["level"] == level)


def test_each_number_of_the_matrix_leads_to_as_many_units(trees: Trees, units: list[dict]) -> None:
    total = 0
    for row in trees["levels/"].css(".matrix tbody tr"):
        numbers = [int(link.text()) for link in row.css("td a")]
        assert int(row.css("td")[-1].text()) == sum(numbers)
        total += sum(numbers)
        for link in row.css("td a"):
            address, anchor = target("levels/", link.attributes["href"])
            heading = trees[address].css_first(f'[id="{anchor}"]')
            assert heading is not None
            table = heading.next
            while table is not None and not table.css(".unit-table"):
                table = table.next
            assert table is not None
            assert len(codes(table)) == int(link.text())
    assert total == len(units)


def test_levels_are_counted_apart_from_units_without(trees: Trees) -> None:
    assert text(trees["levels/"], "p") == "10 units at levels 2, 3 and 4. The level of 1 unit is not known."


def test_areas_and_industries_list_the_units_that_stand_in_them(trees: Trees, units: list[dict]) -> None:
    named = Counter(place["name"] for unit in units for place in unit["catalogue"]["functional_areas"])
    for item in trees["areas/"].css(".area-list li"):
        address, _ = target("areas/", item.css_first("a").attributes["href"])
        assert text(item, ".area-count") == f"{len(codes(trees[address]))} unit{'s' * (len(codes(trees[address])) > 1)}"
        if text(item, "a") in named:
            assert len(codes(trees[address])) == named[text(item, "a")]
    retail = sorted(
        unit["code"] for unit in units if (unit["catalogue"]["industry"] or {"name": ""})["name"] == "Retail"
    )
    assert sorted(codes(trees["industries/retail/"])) == retail


def test_a_lineage_of_three_versions_shows_each_pair_with_its_summary(contents: Contents, trees: Trees) -> None:
    page = trees["units/QRSHOP301/"]
    assert text(page, "p") == "3 versions of QRSHOP301. Current: QRSHOP301C Serve customers in a shop."
    assert [node.text() for node in page.css(".index-table tbody th a")] == ["QRSHOP301C", "QRSHOP301B", "QRSHOP301A"]
    expected = {
        f"{one.old.code.text} to {one.new.code.text}": summary_sentence(one)
        for one in contents.comparisons
        if one.new.code.base == "QRSHOP301"
    }
    shown = {text(item, "a"): folded_blanks(item.text()) for item in page.css(".comparison-list li")}
    assert list(shown) == ["QRSHOP301A to QRSHOP301B", "QRSHOP301B to QRSHOP301C", "QRSHOP301A to QRSHOP301C"]
    assert all(sentence in shown[title] for title, sentence in expected.items())
    assert "Level changed." in shown["QRSHOP301B to QRSHOP301C"]
    assert "changed." not in shown["QRSHOP301A to QRSHOP301B"]


SENTENCES = {
    "QRSHOP301A": "Superseded by QRSHOP301B (stated in the text of QRSHOP301B). See what changed in QRSHOP301B. "
    "Current now: QRSHOP301C. See what changed in QRSHOP301C.",
    "QRSHOP301B": "Superseded by QRSHOP301C (inferred from the version letter). See what changed in QRSHOP301C.",
    "QRSHOP301C": "Current (inferred from the version letter). Supersedes QRSHOP301B. "
    "See what changed since QRSHOP301B.",
    "QRSHOP403A": "Superseded by QRSHOP401A, QRSHOP402A, QRSHOP404A (not in this collection) "
    "(ruled on 2020-05-01 by the panel as not equivalent: one unit became three). "
    "See what changed in QRSHOP401A. See what changed in QRSHOP402A.",
    "QRSHOP202A": "Superseded by QRSHOP299A (not in this collection) (ruled on 2021-06-30 by the panel).",
    "QRSHOP201A": "Current (no other version in the collection).",
}


@pytest.mark.parametrize("code", SENTENCES)
def test_the_head_says_on_what_the_status_rests_and_where_to_go(trees: Trees, code: str) -> None:
    assert text(trees[f"units/{code}/"], ".unit-status") == SENTENCES[code]


def test_a_lineage_can_have_several_current_versions_or_none(trees: Trees) -> None:
    split = "3 versions of QRSHOP403, QRSHOP401 and QRSHOP402. Current: QRSHOP401A Lead a shop team, QRSHOP402A"
    assert text(trees["units/QRSHOP403/"], "p").startswith(split)
    assert text(trees["units/QRSHOP202/"], "p") == "1 version of QRSHOP202. None of them is current."


def test_codes_in_texts_and_reasons_are_links_where_there_is_a_unit(trees: Trees) -> None:
    remark = next(node for node in trees["units/QRSHOP201A/"].css(".field") if "See also" in node.text())
    assert [node.text() for node in remark.css("a")] == ["QRSHOP403A"]
    reason = trees["units/QRSHOP301/"].css(".index-table tbody tr")[-1].css("td")[-1]
    assert [node.text() for node in reason.css("a")] == ["QRSHOP301B"]


def test_relations_stand_on_both_pages(trees: Trees) -> None:
    assert "Names QRSHOP403A" in text(trees["units/QRSHOP201A/"], ".related")
    assert "Named in QRSHOP201A" in text(trees["units/QRSHOP403A/"], ".related")


def test_other_names_are_shown_and_exported(trees: Trees, units: list[dict]) -> None:
    assert "Also called 990301" in text(trees["units/QRSHOP301C/"], ".unit-facts")
    assert {unit["code"]: unit["catalogue"]["aliases"] for unit in units}["QRSHOP301C"] == ["990301"]


def test_rulings_are_exported_with_the_comparisons(files: dict[str, str | bytes]) -> None:
    listed = json.loads(files["data/comparisons.json"])["comparisons"]
    rulings = {(one["old"], one["new"]): one["ruling"] for one in listed}
    assert rulings["QRSHOP403A", "QRSHOP401A"] == "not equivalent"
    assert rulings["QRSHOP301A", "QRSHOP301B"] is None


def test_what_a_source_does_not_say_is_never_set_as_official_text(trees: Trees) -> None:
    facts = {node.css_first("dt").text(): node.css_first("dd") for node in trees["units/QZBARE301A/"].css("dl > div")}
    for label in ("Level", "Credit", "Functional area", "Industry"):
        assert facts[label].attributes["class"] == "unstated"
        assert facts[label].text().startswith("not in this source")
    assert text(trees["units/QZBARE301A/"], "#remark + p.unstated") == "Printed, but empty."


def test_a_level_that_differs_from_that_of_the_code_says_so(trees: Trees) -> None:
    assert "Level 4 the code says 3" in text(trees["units/QRSHOP301C/"], ".unit-facts")


def unmarked(body: LexborNode) -> list[str]:
    """Return the Chinese texts that stand in no element marked as Chinese."""
    found = []
    for node in body.traverse(include_text=True):
        if node.tag == "-text" and CHINESE.search(node.text()):
            above = node.parent
            while above is not None and "lang" not in above.attributes:
                above = above.parent
            if above is None or above.attributes["lang"] != "zh-Hant":
                found.append(node.text())
    return found


@pytest.mark.parametrize(
    "address", ["compare/QRSHOP203A--QRSHOP203B/", "compare/", "units/", "levels/", "levels/2/", "areas/"]
)
def test_chinese_texts_are_marked_on_english_pages(pages: dict[str, Page], trees: Trees, address: str) -> None:
    assert pages[address].language == "en"
    body = trees[address].body
    assert body is not None
    assert CHINESE.search(body.text())
    assert unmarked(body) == []


def test_the_page_of_a_chinese_unit_is_chinese_but_for_what_the_program_says(
    pages: dict[str, Page], trees: Trees
) -> None:
    assert pages["units/QRSHOP203A/"].language == "zh-Hant"
    english = {folded_blanks(node.text()) for node in trees["units/QRSHOP203A/"].css("[lang=en]")}
    assert {"Range", "Performance requirements", "Level", "Remark"} <= english
    assert not any(CHINESE.search(node.text()) for node in trees["units/QRSHOP203A/"].css("h2[lang=en]"))


def test_each_page_has_a_title_of_its_own(pages: dict[str, Page]) -> None:
    titles = Counter(page.title for page in pages.values())
    assert [title for title, number in titles.items() if number > 1] == []
    assert pages["compare/QRSHOP203A--QRSHOP203B/"].title.endswith(", Chinese (Traditional)")


def test_the_quality_page_counts_every_finding_and_names_clean_files(contents: Contents, trees: Trees) -> None:
    page = trees["quality/"]
    shown = Counter[tuple[str, str]]()
    for row in page.css("#kinds + div tbody tr"):
        anchors = [(link.attributes["href"] or "")[1:] for link in row.css("td:last-child a")]
        assert all(page.css_first(f'[id="{anchor}"]') for anchor in anchors)
        shown[text(row, ".severity"), text(row, "td:nth-child(2) a")] = len(anchors)
    words = {"error": "Error", "warning": "Warning", "info": "Note"}
    assert shown == Counter((words[str(found.severity)], found.id) for found in contents.diagnostics)
    clean = {text(item, "a") for item in page.css(".clean-files li")}
    with_findings = {found.file for found in contents.diagnostics}
    assert clean == {document.source.file for document in contents.documents} - with_findings
    assert len(page.css("[id^=finding-]")) == len(contents.diagnostics)


def quality_page(contents: Contents, diagnostics: Iterable[Diagnostic], *documents: Document) -> LexborHTMLParser:
    """Return the quality page of a collection with other diagnostics, and with other documents if any are named."""
    changed = replace(contents, diagnostics=tuple(diagnostics), documents=documents or contents.documents)
    (page,) = quality.pages(changed)
    known = frozenset(
        (DIAGNOSTICS, *(page.address for page in site_pages(contents)), *site_files(contents, TEMPLATES)[0])
    )
    body = Renderer(TEMPLATES, known).render(page).split("---\n", 2)[2]
    return LexborHTMLParser(markdown.markdown(body, extensions=["attr_list", "md_in_html", "tables", "toc"]))


def test_findings_that_say_the_same_fold_on_the_quality_page_and_none_is_lost(contents: Contents) -> None:
    messages = ("the level 'four' is no number", "the level 'five' is no number", "something else")
    found = [
        diagnostic("level-unparsed", "QRSHOP201A.txt", line, message, excerpt=f"Level  {message}", mark=(0, 5))
        for line, message in enumerate((*messages, messages[0]), 1)
    ]
    page = quality_page(contents, found)
    rows = page.css("details.findings tbody > tr")
    assert [text(row, "td:nth-child(2)") for row in rows] == ["1", "3"]
    assert [text(row, "summary") for row in rows if row.css("summary")] == ["2 more in this file"]
    others = [folded_blanks(item.text()) for item in rows[0].css("li")]
    assert others == [
        "Line 2: The level 'five' is no number.Level the level 'five' is no number",
        "Line 4Level the level 'four' is no number",
    ]
    assert [mark.text() for mark in page.css("mark")] == ["Level"] * 4
    kinds = [link.attributes["href"] for link in page.css("#kinds + div td:last-child a")]
    assert sorted(kinds) == sorted(f"#{node.attributes['id']}" for node in page.css("[id^=finding-]"))


def test_an_excerpt_with_control_characters_is_harmless(contents: Contents) -> None:
    found = diagnostic("control-characters-removed", "QRSHOP201A.txt", 1, "m", excerpt="a\x1b\x00b", mark=(1, 3))
    page = quality_page(contents, [found])
    assert text(page, "details.findings code") == "a\\x1b\\x00b"
    assert text(page, "mark") == "\\x1b\\x00"


def test_what_was_set_aside_is_listed_word_for_word_by_file_and_rule(contents: Contents) -> None:
    aside = (
        SetAsideText("page number", "Page 1 of 2", Place(0, 11, 1, 1)),
        SetAsideText("running head", "<b>Draft</b> {{ 1 }}", Place(20, 40, 3, 3)),
        SetAsideText("page number", "Page 2 of 2", Place(50, 61, 9, 9)),
        SetAsideText("running head", "<b>Draft</b> {{ 1 }}", Place(70, 90, 12, 12)),
    )
    first, *others = contents.documents
    clean = (replace(document, set_aside=()) for document in others)
    page = quality_page(contents, (), replace(first, set_aside=aside), *clean)
    (file,) = page.css("details.furniture")
    assert text(file, "summary") == f"{first.source.file} 16 words in 4 places"
    assert [folded_blanks(row.text()) for row in file.css("tbody > tr")] == [
        "page number8 words in 2 placesPage 1 of 2 line 1Page 2 of 2 line 9",
        "running head8 words in 2 places<b>Draft</b> {{ 1 }} lines 3, 12",
    ]
    assert "; 16 of them were set aside." in text(page, "p")


def test_files_fold_where_there_are_many(contents: Contents) -> None:
    found = [diagnostic("empty-file", f"{number}.txt", 1, "m") for number in range(20)]
    (only,) = quality_page(contents, [diagnostic("empty-file", "empty.txt", 1, "m")]).css("details.findings")
    assert "open" in only.attributes
    many = quality_page(contents, found)
    assert not many.css("details.findings[open]")
    assert len(many.css("details.findings tbody")) == 20


def test_no_blank_line_stands_within_raw_html(files: dict[str, str | bytes]) -> None:
    # A blank line ends an HTML block in CommonMark: what follows would be read as Markdown.
    for path, content in files.items():
        if path.endswith(".md"):
            for chunk in re.split(r"\n\s*\n", str(content)):
                for name in ("div", "dl", "ul", "ol", "table", "tbody", "details", "p", "li"):
                    opened = len(re.findall(rf"<{name}[ >]", chunk))
                    assert opened == chunk.count(f"</{name}>"), (path, name, chunk)


def test_a_collection_without_units_says_so_on_every_index() -> None:
    nothing = contents_of(Collection((), build_catalogue(()), ()), Settings())
    made, number = site_files(nothing, TEMPLATES)
    assert number == 9
    for index in ("units", "levels", "areas", "industries", "quality"):
        assert "There are no" in str(made[f"{index}/index.md"])
    assert "No unit has two versions yet" in str(made["compare/index.md"])
    assert json.loads(made["data/units.json"])["units"] == []


@pytest.mark.parametrize(
    ("names", "status", "page", "says"),
    [
        ((), 0, "units/index.html", "There are no units yet"),
        (("empty.txt",), 1, "quality/index.html", "empty.txt"),
        (("QRSHOP201A.txt",), 0, "units/index.html", "1 unit: 1 current, 0 superseded"),
        (("QRSHOP202A.txt", "rulings.yml"), 0, "units/QRSHOP202/index.html", "None of them is current"),
    ],
    ids=["nothing", "only a broken file", "one unit", "one unit, ruled away"],
)
def test_the_smallest_collections_make_a_strict_site_without_dead_links(
    tmp_path: Path, names: tuple[str, ...], status: int, page: str, says: str
) -> None:
    project = copy_project(tmp_path)
    shutil.rmtree(project / "source_units")
    (project / "source_units").mkdir()
    for name in names:
        shutil.copy(CASES / name, project / "source_units")
    built = run(project, "generator", "build", "--no-index")
    assert built.returncode == status, built.stdout + built.stderr
    assert says in (project / "site" / page).read_text(encoding="utf-8")


def test_pages_of_units_are_small(seeds: Path, tmp_path: Path) -> None:
    project = copy_project(tmp_path)
    assert run(project, "generator", "build", "--no-index").returncode == 0
    for raw in seeds.iterdir():
        assert (project / "site" / "units" / raw.stem / "index.html").stat().st_size <= 60_000, raw.stem

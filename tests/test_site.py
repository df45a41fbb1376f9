"""The built site: real, strict MkDocs builds of the five units and of hostile ones."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from project import copy_project, run
from selectolax.lexbor import LexborHTMLParser

from generator.model import nodes
from generator.pipeline import read_collection
from generator.site import broken_links
from generator.text.folding import folded_blanks

LOADING = re.compile(
    r"(?:src|srcset|poster|data)=[\"']?(?:https?:)?//|url\([\"']?(?:https?:)?//|@import", re.IGNORECASE
)

HOSTILE = """Unit of Competency
Functional Area - A/B <b>bold</b> ../.. {{ area }}
Title  Answer <svg/onload=alert(3)> & "x" {{ 7*7 }} {% raw %} calls
Code  QXAABB201A
Range  Range with `code`, *stars*, [link](javascript:alert(1)) and <script>alert("in range")</script> text.
Level  2
Credit  3 (For Reference Only)
Competency  Performance Requirements
1. Know *this* [x](y) --8<-- "/etc/passwd"
 Know {: onclick=alert(1) } and { #id } at the end { .class }
 Know a | b || c and ::: generator
 See LOCUSM212A and LOCUSM987Z
Assessment Criteria
The integrated outcome requirements of this unit of competency are:
 Capable to show <img src=x onerror=alert(1)> &lt;b&gt;
Remark  =HYPERLINK("http://evil.example") {{ config.items() }}
"""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with the five units and a hostile one, built."""
    folder = copy_project(tmp_path_factory.mktemp("project"))
    (folder / "source_units" / "hostile.txt").write_text(HOSTILE, encoding="utf-8")
    built = run(folder, "generator", "build")
    assert built.returncode == 0, built.stdout + built.stderr
    return folder


@pytest.fixture(scope="module")
def site(project: Path) -> Path:
    return project / "site"


def html(page: Path) -> LexborHTMLParser:
    return LexborHTMLParser(page.read_text(encoding="utf-8"))


def test_the_site_has_units_comparison_levels_and_areas(site: Path) -> None:
    for address in (
        *("units/105250L4", "units/LOCUSM212A", "units/LOCUSM212B", "units/LOCUSM309B", "units/LOCUSM402B"),
        *("units/LOCUSM212", "compare/LOCUSM212A--LOCUSM212B", "levels", "levels/2", "levels/3", "levels/4"),
        *("areas", "areas/logistics/sales-marketing-and-customer-services", "industries/logistics", "quality"),
    ):
        assert (site / address / "index.html").is_file(), address


def test_no_link_and_no_anchor_is_broken(site: Path) -> None:
    assert broken_links(site) == ()


def test_each_requirement_stands_at_its_anchor_word_for_word(project: Path, site: Path) -> None:
    for unit in read_collection(project / "source_units").catalogue.units:
        page = html(site / "units" / unit.code.text / "index.html")
        for node in nodes(unit):
            if node.text:
                found = page.css_first(f'[id="{node.name.replace(".", "-")}"]')
                assert found is not None, node.name
                assert node.text in folded_blanks(found.text()), node.name


def test_nothing_is_loaded_from_other_hosts(site: Path) -> None:
    for path in [*site.rglob("*.html"), *site.glob("assets/atlas/*.css")]:
        text = path.read_text(encoding="utf-8")
        assert not LOADING.search(text), path
        if path.suffix == ".html":
            for link in LexborHTMLParser(text).css(
                "link[rel=stylesheet], link[rel=preconnect], link[rel=icon], script[src]"
            ):
                target = link.attributes.get("href") or link.attributes.get("src") or ""
                assert "//" not in target, f"{path} loads {target}"


def test_hostile_texts_are_shown_literally_and_nothing_of_them_is_live(site: Path) -> None:
    page = site / "units" / "QXAABB201A" / "index.html"
    tree = html(page)
    article = tree.css_first("article")
    assert "{{ 7*7 }} {% raw %}" in article.css_first("h1").text()
    assert tree.css_first("title").text().startswith('QXAABB201A Answer & "x" {{ 7*7 }}')
    text = folded_blanks(article.text())
    for literal in (
        '--8<-- "/etc/passwd"',
        "{: onclick=alert(1) }",
        "a | b || c",
        "*stars*",
        "{{ config.items() }}",
        "<b>",
    ):
        assert literal in text
    assert not article.css("script, iframe, style, object, embed, form, img")
    for path in site.rglob("*.html"):
        for node in html(path).css("*"):
            for name, value in (node.attributes or {}).items():
                assert not (name.startswith("on") and "alert" in (value or "")), path
                assert not (value or "").replace(" ", "").lower().startswith("javascript:"), path
        assert "49" not in (html(path).css_first("h1") or html(path).css_first("title")).text()


def test_the_search_index_holds_no_markup_of_a_unit(site: Path) -> None:
    index = json.loads((site / "search" / "search_index.json").read_text(encoding="utf-8"))
    entries = [entry for entry in index["docs"] if entry["location"].startswith("units/QXAABB201A/")]
    assert entries
    for entry in entries:
        tree = LexborHTMLParser(entry["title"] + entry["text"])
        assert not tree.css("script, img, svg, iframe, style"), entry


def test_the_raw_text_of_a_unit_is_not_indexed_beside_its_fields(site: Path) -> None:
    index = json.loads((site / "search" / "search_index.json").read_text(encoding="utf-8"))
    texts = [entry["text"] for entry in index["docs"] if entry["location"].startswith("units/105250L4/")]
    assert texts
    assert not any("list-style-type" in text or "line 14" in text for text in texts)


def test_spellings_of_a_code_are_where_the_search_looks(site: Path) -> None:
    index = json.loads((site / "search" / "search_index.json").read_text(encoding="utf-8"))
    (unit,) = [entry for entry in index["docs"] if entry["location"] == "units/LOCUSM212B/"]
    assert {"LOCUSM212B", "LOCUSM212", "212B"} <= set(unit["tags"])


def test_current_and_superseded_units_say_so(site: Path) -> None:
    old = html(site / "units/LOCUSM212A/index.html")
    assert "Superseded by LOCUSM212B" in old.css_first(".unit-status").text()
    assert old.css_first('.unit-status a[href="../../compare/LOCUSM212A--LOCUSM212B/"]') is not None
    assert "Current" in html(site / "units/LOCUSM212B/index.html").css_first(".unit-status").text()


def test_the_comparison_says_in_words_what_changed(site: Path) -> None:
    page = html(site / "compare/LOCUSM212A--LOCUSM212B/index.html")
    head = folded_blanks(page.css_first(".comparison-head").text())
    assert "LOCUSM212A has 17 requirements, LOCUSM212B has 18" in head
    for words in (
        "1 added",
        "1 moved and reworded",
        "1 spelling variant",
        "Title and heading of element 1 reworded",
    ):
        assert words in head, words
    assert "heading of element 2 is not found in the source of LOCUSM212A" in head
    loud = page.css("tr.loud[id^=to-]")
    assert [row.attributes["id"] for row in loud] == ["to-e1", "to-e1-r1", "to-e1-r9", "to-e2"]
    assert "Spelling" in page.css_first("#to-e2-r1").text()
    assert "not found in this source" in page.css_first("#to-e2 td").text()
    assert page.css_first("#to-e1-r9 del") is not None
    assert page.css_first("#to-e1-r9 td[data-side=LOCUSM212A] ins") is None


def test_mkdocs_by_itself_generates_first(tmp_path: Path) -> None:
    folder = copy_project(tmp_path)
    built = run(folder, "mkdocs", "build", "--strict", "-q")
    assert built.returncode == 0, built.stdout + built.stderr
    assert (folder / "site/units/LOCUSM212B/index.html").is_file()
    assert (folder / "site/search/search_index.json").is_file()


def test_two_builds_are_byte_identical(tmp_path: Path) -> None:
    sites = []
    for name, seed in (("one", "1"), ("another-place", "2")):
        folder = tmp_path / name
        folder.mkdir()
        copy_project(folder)
        built = run(folder, "generator", "build", "-q", PYTHONHASHSEED=seed)
        assert built.returncode == 0, built.stderr
        files = (path for path in sorted((folder / "site").rglob("*")) if path.is_file())
        sites.append({path.relative_to(folder / "site").as_posix(): path.read_bytes() for path in files})
    assert sites[0].keys() == sites[1].keys()
    assert [path for path in sites[0] if sites[0][path] != sites[1][path]] == []


def test_a_broken_page_leaves_the_old_site_as_it_is(tmp_path: Path) -> None:
    folder = copy_project(tmp_path)
    assert run(folder, "generator", "build", "-q").returncode == 0
    before = {path: path.read_bytes() for path in (folder / "site").rglob("*") if path.is_file()}
    (folder / "docs" / "broken.md").write_text("# Broken\n\n[nowhere](nowhere.md)\n", encoding="utf-8")
    result = run(folder, "generator", "build", "-q")
    assert result.returncode == 2
    assert "nowhere.md" in result.stderr
    assert {path: path.read_bytes() for path in (folder / "site").rglob("*") if path.is_file()} == before
    assert not list(folder.glob(".site-*"))

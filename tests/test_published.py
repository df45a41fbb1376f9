"""Which comparisons have a page, in which direction, and where they are listed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from generator.addresses import COMPARISON_INDEX, COMPARISONS
from generator.contents import Contents
from generator.errors import GeneratorError
from generator.pages import comparisons, site_pages
from generator.pipeline import contents_of, read_collection, site_files
from generator.published import Why
from generator.settings import Settings, read_settings

ROOT = Path(__file__).resolve().parent.parent
CASES = ROOT / "tests" / "cases" / "pages"
NEAR = ("LOCUSM402B", "105250L4")


@pytest.fixture(scope="module")
def contents() -> Contents:
    """Versions in chains, in two languages, and a ruling that makes one unit three."""
    return contents_of(read_collection(CASES), Settings())


@pytest.fixture(scope="module")
def real() -> Contents:
    return contents_of(read_collection(ROOT / "source_units"), Settings())


@pytest.fixture(scope="module")
def files(real: Contents) -> dict[str, str | bytes]:
    return site_files(real, ROOT / "site_templates")[0]


def codes(contents: Contents, why: Why, *, swapped: bool) -> list[tuple[str, str]]:
    pairs = (one.pair for one in contents.published.values())
    return [(p.old.code.text, p.new.code.text) for p in pairs if p.why is why and p.swapped is swapped]


def test_every_pair_is_published_in_both_directions_and_none_twice(contents: Contents) -> None:
    pairs = [one.pair for one in contents.published.values()]
    assert len(contents.catalogue.pairs) > 5
    assert len(pairs) == 2 * len(contents.catalogue.pairs)
    assert {(pair.new, pair.old) for pair in pairs} == {(pair.old, pair.new) for pair in pairs}
    addresses = [contents.addresses.published(pair) for pair in pairs]
    assert len({address.casefold() for address in addresses}) == len(pairs)
    for pair in pairs:
        comparison = contents.comparison_of(pair.old, pair.new)
        assert comparison
        assert (comparison.old, comparison.new) == (pair.old, pair.new)


def test_the_first_language_of_both_needs_no_folder_of_its_own_in_either_direction(tmp_path: Path) -> None:
    for code, languages in {"LOCUSM212A": ["zh-Hant"], "LOCUSM212B": ["en", "zh-Hans", "zh-Hant"]}.items():
        for language in languages:
            sheet = f"---\ncode: {code}\nlanguage: {language}\n---\n\n## Competency\n\n### Work\n\n- Work\n"
            (tmp_path / f"{code}-{language}.md").write_text(sheet, encoding="utf-8")
    found = contents_of(read_collection(tmp_path), Settings())
    addresses = [found.addresses.published(one.pair) for one in found.published.values()]
    assert addresses == ["compare/LOCUSM212A--LOCUSM212B/", "compare/LOCUSM212B--LOCUSM212A/"]


def test_lists_look_forward(contents: Contents) -> None:
    forward = [(pair.old, pair.new) for pair in contents.catalogue.pairs]
    assert [(one.old, one.new) for one in contents.comparisons] == forward
    listed = [
        entry.address
        for page in comparisons.pages(contents)
        for group in page.view.groups
        for entry in group.comparisons
    ]
    assert sorted(listed) == sorted(contents.addresses.comparison(*pair) for pair in forward)


def test_nearest_units_are_compared_in_both_directions(real: Contents) -> None:
    assert (codes(real, Why.SUCCESSION, swapped=False), codes(real, Why.SUCCESSION, swapped=True)) == (
        [("LOCUSM212A", "LOCUSM212B")],
        [("LOCUSM212B", "LOCUSM212A")],
    )
    both = codes(real, Why.NEAREST, swapped=False) + codes(real, Why.NEAREST, swapped=True)
    assert {NEAR, NEAR[::-1]} <= set(both)
    assert len(both) == len(set(both))


def test_units_without_neighbours_have_no_such_comparison() -> None:
    none = contents_of(read_collection(ROOT / "source_units"), Settings(nearest_units=0))
    assert {one.pair.why for one in none.published.values()} == {Why.SUCCESSION}


def test_units_that_are_near_are_not_called_versions(files: dict[str, str | bytes]) -> None:
    text = str(files["compare/LOCUSM402B--105250L4/index.md"])
    assert "Two units of different areas, not two versions" in text
    assert "supersedes" not in text
    assert "another unit" in text
    assert "Older" not in text


def test_a_page_that_looks_back_says_so(files: dict[str, str | bytes]) -> None:
    there, back = (
        str(files[f"compare/{pair}/index.md"]) for pair in ("LOCUSM212A--LOCUSM212B", "LOCUSM212B--LOCUSM212A")
    )
    assert "This page looks back" in back
    assert "This page looks back" not in there
    assert "supersedes LOCUSM212A" in back
    assert 'href="../LOCUSM212B--LOCUSM212A/"' in there
    assert 'href="../LOCUSM212A--LOCUSM212B/"' in back


def test_only_comparisons_of_older_with_newer_versions_are_searched(real: Contents) -> None:
    found = {page.address: page.search_boost for page in site_pages(real) if page.address.startswith(COMPARISONS)}
    searched = {address for address, boost in found.items() if boost}
    assert searched == {COMPARISONS, "compare/LOCUSM212A--LOCUSM212B/"}


def test_pages_that_are_not_searched_say_so(files: dict[str, str | bytes]) -> None:
    assert "search:\n  exclude: true\n" in str(files["compare/LOCUSM212B--LOCUSM212A/index.md"])
    assert "exclude" not in str(files["compare/LOCUSM212A--LOCUSM212B/index.md"]).split("---")[1]


def test_the_index_leads_to_every_comparison(contents: Contents) -> None:
    made = site_files(contents, ROOT / "site_templates")[0]
    index = json.loads(made[COMPARISON_INDEX])
    names = [unit[0] for unit in index["units"]]
    assert [unit[1] for unit in index["units"]] == [unit.title or "" for unit in contents.catalogue.units]
    folders = {(old, new): [*folder, f"{names[old]}--{names[new]}"][0] for old, new, *folder in index["pairs"]}
    folders = {(new, old): f"{names[new]}--{names[old]}" for old, new in folders} | folders
    found = {f"compare/{folder}/index.md" for folder in folders.values()}
    pages = {f"{contents.addresses.published(one.pair)}index.md" for one in contents.published.values()}
    assert found == pages
    assert found <= set(made)


def test_a_long_list_goes_on_on_pages_of_its_own(contents: Contents, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(comparisons, "MOST_ON_A_PAGE", 2)
    made = site_files(contents, ROOT / "site_templates")[0]
    first = LexborHTMLParser(str(made["compare/index.md"]))
    leaves = [str(link.attributes["href"]) for link in first.css(".comparison-leaves a")]
    assert leaves == [f"list/{number}/" for number in range(1, len(leaves) + 1)]
    assert len(leaves) == -(-len(contents.comparisons) // 2)
    listed = [
        link.text()
        for leaf in leaves
        for link in LexborHTMLParser(str(made[f"compare/{leaf}index.md"])).css(".comparison-list li > a")
    ]
    assert sorted(listed) == sorted(f"{one.old.code.text} to {one.new.code.text}" for one in contents.comparisons)


def test_how_many_nearest_units_are_compared_is_a_setting(tmp_path: Path) -> None:
    assert read_settings(tmp_path).nearest_units == 2
    settings = tmp_path / "mkdocs.yml"
    settings.write_text("extra:\n  atlas:\n    nearest_units: 0\n", encoding="utf-8")
    assert read_settings(tmp_path).nearest_units == 0


@pytest.mark.parametrize("value", ["many", "-1", "2.5", "yes", "[2]"])
def test_a_number_that_is_none_is_a_broken_set_up(tmp_path: Path, value: str) -> None:
    (tmp_path / "mkdocs.yml").write_text(f"extra: {{atlas: {{nearest_units: {value}}}}}\n", encoding="utf-8")
    with pytest.raises(GeneratorError, match="nearest_units"):
        read_settings(tmp_path)

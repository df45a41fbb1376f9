"""The history of each requirement: laws for any lineage, lineages made up on purpose, the page and the data."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import markdown
import pytest
import yaml
from dose import dose
from hypothesis import given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser
from test_laws_compare import clean_lines, flat_units, units, wild_lines

from generator.compare import Change, Comparison, InlineRun, Link, compare
from generator.compare.history import history
from generator.compare.history_rows import History, Row
from generator.compare.history_steps import Compared
from generator.contents import Contents
from generator.model import Element, Requirement, Unit, nodes, read_code
from generator.pipeline import contents_of, read_collection, site_files
from generator.settings import Settings
from generator.text.folding import folded_blanks

CASES = Path(__file__).parent / "cases" / "history"
TEMPLATES = Path(__file__).parent.parent / "site_templates"
KINDS = ("requirement", "element", "criterion")

law = settings(deadline=None, max_examples=dose(40, 1000))


def history_of(
    *versions: Unit, direct: Collection[tuple[int, int]] = (), apart: Collection[tuple[int, int]] = ()
) -> History:
    """The history of versions in a chain.

    ``direct`` names other pairs that follow one another directly, ``apart`` those of which neither is older.
    """
    pairs = [
        Compared(old, new, compare(versions[old], versions[new]), new == old + 1 or (old, new) in direct)
        for old, new in combinations(range(len(versions)), 2)
        if (old, new) not in apart
    ]
    return history(versions, pairs)


def sheet(*texts: str, letter: str = "A") -> Unit:
    element = Element("1", "Heading", tuple(map(Requirement, texts)))
    return Unit(read_code(f"QRCOLD301{letter}"), "Unit", elements=(element,))


def happenings(row: Row) -> list[str]:
    return [event.happening.value for event in row.events]


lineages = st.lists(units(clean_lines | wild_lines), min_size=1, max_size=4)
some_pairs = st.sets(st.sampled_from([*combinations(range(4), 2)]), max_size=4)


@law
@given(lineages, some_pairs, some_pairs)
def test_every_node_of_every_version_stands_in_exactly_one_row(versions, direct, apart):
    found = history_of(*versions, direct=direct, apart=apart)
    stands = Counter((version, name) for row in found.rows for version, name in enumerate(row.names) if name)
    assert stands == Counter((version, node.name) for version, unit in enumerate(versions) for node in nodes(unit))
    texts = [{node.name: (node.kind, node.text) for node in nodes(unit)} for unit in versions]
    for row in found.rows:
        for version in row.versions:
            assert texts[version][row.names[version]] == (row.kind, row.texts[version])


@law
@given(lineages, some_pairs, some_pairs)
def test_the_events_of_a_step_are_the_links_of_its_comparison(versions, direct, apart):
    found = history_of(*versions, direct=direct, apart=apart)
    for number, step in enumerate(found.steps):
        touched = [(row, event) for row in found.rows for event in row.events if event.step == number]
        links = {(event.link.old, event.link.new): event.link for _, event in touched}
        for kind in KINDS:
            told = Counter(link.change for link in links.values() if link.kind == kind)
            assert told == +step.comparison.counts(kind)
        named = Counter((end, name) for _, event in touched for end, name in ((0, event.old), (1, event.new)) if name)
        assert named == Counter(
            (end, name)
            for link in step.comparison.links
            for end, names in ((0, link.old), (1, link.new))
            for name in names
        )
        for row, event in touched:
            assert event.old == (row.names[step.old] if event.old else None)
            assert event.new == (row.names[step.new] if event.new else None)


@law
@given(units(clean_lines | wild_lines), units(clean_lines | wild_lines, "B"))
def test_of_two_versions_the_history_says_what_the_comparison_says(old, new):
    found = history_of(old, new)
    (step,) = found.steps
    rows = {row.names: row for row in found.rows}
    for link in step.comparison.links:
        if len(link.old) <= 1 and len(link.new) <= 1:
            row = rows[(link.old or (None,))[0], (link.new or (None,))[0]]
            said = {Change.ADDED: "introduced", Change.REMOVED: "dropped"}.get(link.change, link.change.value)
            assert happenings(row) == [said]
            assert row.quiet == link.change.quiet
    assert len(found.rows) == sum(max(len(link.old), len(link.new)) for link in step.comparison.links)


@law
@given(units(clean_lines | wild_lines), st.integers(1, 4))
def test_what_never_changes_has_one_row_without_anything_to_tell(unit, number):
    found = history_of(*[unit] * number)
    assert [row.names for row in found.rows if row.kind == "requirement"] == [
        (node.name,) * number for node in nodes(unit) if node.kind == "requirement"
    ]
    assert all(set(happenings(row)) <= {"unchanged"} for row in found.rows)


@law
@given(st.data(), flat_units(), st.integers(1, 2), st.integers(1, 2))
def test_what_is_dropped_and_comes_back_is_one_row(data, unit, before, without):
    number = data.draw(st.integers(0, len(unit.elements) - 1))
    element = unit.elements[number]
    position = data.draw(st.integers(0, len(element.requirements) - 1))
    kept = (*element.requirements[:position], *element.requirements[position + 1 :])
    elements = (*unit.elements[:number], replace(element, requirements=kept), *unit.elements[number + 1 :])
    found = history_of(*[unit] * before, *[replace(unit, elements=elements)] * without, unit)
    loud = [row for row in found.rows if not row.quiet]
    assert [(row.texts[0], row.texts[-1]) for row in loud] == [(element.requirements[position].text,) * 2]
    assert [said for said in happenings(loud[0]) if said != "unchanged"] == ["dropped", "reinstated"]
    assert [row.names[-1] for row in found.rows if row.kind == "requirement"] == [
        node.name for node in nodes(unit) if node.kind == "requirement"
    ]


@law
@given(lineages)
def test_rows_stand_in_the_reading_order_of_the_newest_version(versions):
    found = history_of(*versions)
    for kind in KINDS:
        shown = [row.names[-1] for row in found.rows if row.kind == kind and row.names[-1]]
        assert shown == [node.name for node in nodes(versions[-1]) if node.kind == kind]


@law
@given(st.permutations(range(6)), lineages.filter(lambda versions: len(versions) == 4))
def test_the_order_of_the_pairs_plays_no_part(order, versions):
    pairs = [
        Compared(old, new, compare(versions[old], versions[new]), new == old + 1)
        for old, new in combinations(range(4), 2)
    ]
    assert history(versions, [pairs[at] for at in order]) == history(versions, pairs)


TEXT = "Refuse goods whose packaging is damaged"
OTHERS = ("Know the temperature zones of a cold store", "Stack pallets according to their weight")


@pytest.mark.parametrize(
    ("back", "same_row"),
    [
        (TEXT, True),
        (TEXT.upper() + ".", True),
        (TEXT.replace("packaging is", "package was"), False),
    ],
)
def test_only_the_same_wording_comes_back(back: str, same_row: bool) -> None:
    found = history_of(sheet(*OTHERS, TEXT), sheet(*OTHERS, letter="B"), sheet(*OTHERS, back, letter="C"))
    rows = [row.names for row in found.rows if row.kind == "requirement" and None in row.names]
    assert rows == ([("e1.r3", None, "e1.r3")] if same_row else [("e1.r3", None, None), (None, None, "e1.r3")])


def test_what_comes_back_in_an_earlier_wording_is_the_same_row() -> None:
    reworded = TEXT.replace("Refuse goods", "Send back any goods")
    found = history_of(
        sheet(*OTHERS, TEXT), sheet(*OTHERS, reworded, letter="B"), sheet(*OTHERS, letter="C"), sheet(TEXT, *OTHERS)
    )
    row = next(row for row in found.rows if None in row.names)
    assert row.names == ("e1.r3", "e1.r3", None, "e1.r1")
    assert happenings(row) == ["reworded", "dropped", "reinstated"]


def test_repeated_lines_come_back_to_their_own_element() -> None:
    def two(first: bool, second: bool) -> Unit:
        parts = [(OTHERS[0], TEXT) if first else OTHERS[:1], (OTHERS[1], TEXT) if second else OTHERS[1:]]
        elements = [Element(None, f"Part {n}", tuple(map(Requirement, part))) for n, part in enumerate(parts)]
        return Unit(read_code("QRCOLD301A"), "Unit", elements=tuple(elements))

    found = history_of(two(True, True), two(False, False), two(False, True))
    rows = [row.names for row in found.rows if row.kind == "requirement" and None in row.names]
    assert rows == [("e1.r2", None, None), ("e2.r2", None, "e2.r2")]


def test_what_is_merged_and_split_again_is_two_rows() -> None:
    one, other = "Record the batch number of each pallet", "Sign the delivery note of the carrier"
    both = f"{one} and {other[0].lower()}{other[1:]}"
    found = history_of(sheet(OTHERS[0], one, other), sheet(OTHERS[0], both), sheet(OTHERS[0], one, other))
    rows = {row.texts[0]: (row.names, happenings(row)) for row in found.rows if row.kind == "requirement"}
    assert rows[one] == (("e1.r2", "e1.r2", "e1.r2"), ["merged", "split"])
    assert rows[other] == (("e1.r3", None, "e1.r3"), ["merged into", "split from"])


def test_of_two_pieces_the_one_that_said_so_before_carries_the_row_on() -> None:
    first, second = sheet("Sign the note"), sheet("Sign the note and file every copy of it", letter="B")
    third = sheet("File every copy of it", "Sign the note", letter="C")
    reworded = Link("requirement", ("e1.r1",), ("e1.r1",), Change.REWORDED)
    pieces = (InlineRun("same", "ile every copy of it"),), (InlineRun("same", "Sign the note"),)
    split = Link("requirement", ("e1.r1",), ("e1.r1", "e1.r2"), Change.SPLIT, pieces=pieces)
    heading = Link("element", ("e1",), ("e1",), Change.UNCHANGED)
    found = history(
        (first, second, third),
        [
            Compared(0, 1, Comparison(first, second, (), (heading, reworded)), True),
            Compared(1, 2, Comparison(second, third, (), (heading, split)), True),
        ],
    )
    rows = [row.names for row in found.rows if row.kind == "requirement"]
    assert rows == [(None, None, "e1.r1"), ("e1.r1", "e1.r1", "e1.r2")]


def test_a_version_that_is_missing_makes_its_neighbours_a_step() -> None:
    versions = [sheet(TEXT), sheet(TEXT, letter="C"), sheet(TEXT, letter="E")]
    pairs = [Compared(a, b, compare(versions[a], versions[b]), False) for a, b in combinations(range(3), 2)]
    assert [(step.old, step.new) for step in history(versions, pairs).steps] == [(0, 1), (1, 2)]


def test_a_dropped_row_does_not_follow_a_neighbour_that_moved_away() -> None:
    found = history_of(sheet(OTHERS[0], "Sign notes", TEXT, OTHERS[1]), sheet(*OTHERS, "Sign notes", letter="B"))
    shown = [row.texts[row.last] for row in found.rows if row.kind == "requirement"]
    assert shown == [OTHERS[0], TEXT, OTHERS[1], "Sign notes"]


def test_a_dropped_row_stands_after_its_old_neighbour_and_a_merged_one_after_what_took_it_in() -> None:
    first, second, third, fourth = OTHERS[0], TEXT, OTHERS[1], "Sign the delivery note of the carrier"
    merged = f"{first} and {fourth[0].lower()}{fourth[1:]}"
    found = history_of(sheet(second, first, third, fourth), sheet(merged, third, letter="B"), sheet(third, letter="C"))
    shown = [row.texts[row.last] for row in found.rows if row.kind == "requirement"]
    assert shown == [second, merged, fourth, third]


# Lineages as raw files


@pytest.fixture(scope="module")
def contents() -> Contents:
    """Five versions with splits, merges, moves and a comeback, three of them in Chinese; one unit that became two."""
    return contents_of(read_collection(CASES / "units"), Settings(nearest_units=0), frozenset({""}))


@pytest.fixture(scope="module")
def files(contents: Contents) -> dict[str, str | bytes]:
    return site_files(contents, TEMPLATES)[0]


@pytest.fixture(scope="module")
def data(files: dict[str, str | bytes]) -> dict[str, dict]:
    return {path.split("/")[-2]: json.loads(text) for path, text in files.items() if path.endswith("/history.json")}


def page(files: dict[str, str | bytes], address: str) -> LexborHTMLParser:
    body = str(files[f"{address}index.md"]).split("---\n", 2)[2]
    return LexborHTMLParser(markdown.markdown(body, extensions=["attr_list", "md_in_html", "tables", "toc"]))


def told(row: dict, kind: str) -> str:
    """One row of the data as a line: where it stands in each version, what happened, what it says last."""
    stands = [one["node"].removeprefix("e") if one else "-" for one in row["versions"].values()]
    events = [
        " ".join((event["event"], event["new"], *event["alerts"], *event["notes"]))
        for event in row["events"]
        if event["event"] != "unchanged"
    ]
    text = next(one["text"] for one in reversed(row["versions"].values()) if one)
    return f"{' '.join(stands)} | {'; '.join(events)} | {text}"


@pytest.mark.parametrize(("base", "language"), [("QRCOLD301", "en"), ("QRCOLD301", "zh-Hant"), ("QRFISH201", "en")])
def test_made_up_lineages_are_told_as_a_reader_would(data: dict[str, dict], base: str, language: str) -> None:
    expected = yaml.safe_load((CASES / "expected.yml").read_text(encoding="utf-8"))[base][language]
    (found,) = (one for one in data[base]["histories"] if one["language"] == language)
    assert {kind: [told(row, kind) for row in found["rows"] if row["kind"] == kind] for kind in expected} == expected


def test_every_row_of_the_data_stands_on_the_page_and_its_links_lead_somewhere(files, data) -> None:
    for base, form in data.items():
        shown = page(files, f"units/{base}/")
        rows = [row for one in form["histories"] for row in one["rows"]]
        assert [tr.id for tr in shown.css(".history-table tbody tr")] == [row["id"] for row in rows]
        for row in rows:
            tr = shown.css_first(f'[id="{row["id"]}"]')
            text = next(one["text"] for one in reversed(row["versions"].values()) if one)
            assert tr.css_first("th .official").text() == text
            assert ("quiet" in tr.attributes["class"].split()) == all(
                event["event"] in ("unchanged", "typographic-only") for event in row["events"]
            )
            assert len(tr.css("td.history-stand")) == len(row["versions"])
            for link in tr.css("a"):
                way, _, anchor = link.attributes["href"].partition("#")
                target = shown if not way else page(files, way.removeprefix("../../").replace("../", "units/", 1))
                assert target.css_first(f'[id="{anchor}"]') is not None, link.html


def words(tree: LexborHTMLParser, anchor: str, selector: str) -> list[str]:
    return [folded_blanks(node.text()) for node in tree.css_first(f'[id="{anchor}"]').css(selector)]


def test_the_page_says_in_words_what_happened(files) -> None:
    shown = page(files, "units/QRCOLD301/")
    assert folded_blanks(shown.css_first("#history + p").text()) == (
        "QRCOLD301 has 5 versions. "
        "Of the 11 requirements of QRCOLD301E, 8 have stood since A (3 without a change of words); "
        "1 was split off in C; 1 was introduced in D; 1 came back in E. "
        "2 earlier requirements are gone: 1 dropped, 1 merged into another."
    )
    told = {
        "QRCOLD301E-e2-r3": ["− Dropped in C", "+ Came back in E"],
        "QRCOLD301E-e2-r1": ['Δ Reworded in B: "three" became "five" Check the meaning: number'],
        "QRCOLD301E-e1-r2": ["1→n Split off in C from 1.2 of B"],
        "QRCOLD301E-e1-r3": ["1→n Split in C into 1.2 and 1.3"],
        "QRCOLD301B-e2-r4": ["n→1 Merged in C into 2.2"],
        "QRCOLD301E-e2-r4": ["⇅ Moved in D from 3.2 to 2.3"],
    }
    assert {row: words(shown, f"history-{row}", ".history-events li") for row in told} == told
    assert words(shown, "history-QRCOLD301E-e1-r1", ".history-events") == ["Unchanged since A"]
    assert words(shown, "history-QRCOLD301D-e1-r5", "th") == [
        "Last in D: Know the symbols on labels of dangerous goods"
    ]


def test_a_place_is_told_for_every_version(files) -> None:
    shown = page(files, "units/QRCOLD301/")
    stands = words(shown, "history-QRCOLD301B-e2-r4", "td.history-stand")
    assert stands == [
        "QRCOLD301A 2.4",
        "QRCOLD301B 2.4",
        "in QRCOLD301C 2.2",
        "in QRCOLD301D 2.2",
        "in QRCOLD301E 2.2",
    ]
    assert words(shown, "history-QRCOLD301E-e2-r3", "td.history-stand")[2] == "—not in QRCOLD301C"
    assert words(shown, "history-QRCOLD301E-e1-r2", "td.history-stand")[:3] == [
        "in QRCOLD301A 1.2",
        "in QRCOLD301B 1.2",
        "QRCOLD301C 1.2",
    ]


def test_a_heading_that_one_source_lacks_is_no_change(seeds: Path) -> None:
    contents = contents_of(read_collection(seeds), Settings(nearest_units=0), frozenset({""}))
    shown = page(site_files(contents, TEMPLATES)[0], "units/LOCUSM212/")
    assert words(shown, "history-LOCUSM212B-e2", ".history-events li") == ["? No heading in the source of A"]


def test_each_language_has_tables_of_its_own(files) -> None:
    shown = page(files, "units/QRCOLD301/")
    assert [node.text() for node in shown.css("h2")][-3:] == [
        "History of each requirement",
        "History of each requirement, Chinese (Traditional)",
        "Comparisons of versions further apart",
    ]
    row = shown.css_first('[id="history-QRCOLD301E-zh-Hant-e1-r1"]')
    assert row.css_first(".official").attributes["lang"] == "zh-Hant"


def test_versions_of_one_base_have_their_letters_as_names_others_their_codes(files) -> None:
    heads = {
        base: [node.text() for node in page(files, f"units/{base}/").css(".history-table thead")[0].css("a")]
        for base in ("QRCOLD301", "QRFISH201")
    }
    assert heads["QRCOLD301"][0] == "QRCOLD301A"
    assert heads["QRFISH201"] == ["QRFISH201A", "QRFISH301A", "QRFISH302A", "QRFISH401A"]


RAW = (
    "Title\t{code}\nCode\t{code}\nLevel\t2\nCompetency\tPerformance Requirements\n1. Work\n• {text}\n• Know the shop\n"
)


def built(folder: Path, texts: dict[str, str], rulings: str = "") -> dict[str, str | bytes]:
    for code, text in texts.items():
        (folder / f"{code}.txt").write_text(RAW.format(code=code, text=text), encoding="utf-8")
    if rulings:
        (folder / "rulings.yml").write_text(rulings, encoding="utf-8")
    return site_files(contents_of(read_collection(folder), Settings(), frozenset({""})), TEMPLATES)[0]


def test_a_single_version_has_no_history(tmp_path: Path) -> None:
    files = built(tmp_path, {"QRNETS201A": "Mend nets"})
    assert "units/QRNETS201/history.json" not in files
    assert page(files, "units/QRNETS201/").css_first(".history-table") is None


def test_too_many_versions_do_not_stand_in_columns(tmp_path: Path) -> None:
    files = built(tmp_path, {f"QRNETS201{letter}": "Mend nets" for letter in "ABCDEFGHIJ"})
    classes = page(files, "units/QRNETS201/").css_first(".history-table").attributes["class"].split()
    assert "in-columns" not in classes


def test_a_lineage_named_like_one_of_its_units_has_its_history_below_that_unit(tmp_path: Path) -> None:
    ruling = "successions:\n  - old: GCCM101\n    new: GCCM102\n    date: 2020-01-01\n    who: the panel\n"
    files = built(tmp_path, {"GCCM101": "Mend nets", "GCCM102": "Mend large nets"}, ruling)
    assert json.loads(files["units/GCCM101/history.json"])["base"] == "GCCM101"
    assert page(files, "units/GCCM101/history/").css_first('[id="history-GCCM102-e1-r1"]') is not None


def test_markup_in_a_text_comes_out_literally(tmp_path: Path) -> None:
    text = "Tie *knots* with `rope` & {{ care }} | [x](y) _now_"
    files = built(tmp_path, {"QRNETS201A": text, "QRNETS201B": f"{text} &lt;ins&gt;soon&lt;/ins&gt;"})
    (found,) = json.loads(files["units/QRNETS201/history.json"])["histories"]
    written = found["rows"][0]["versions"]["QRNETS201B"]["text"]
    assert written.startswith(text)
    assert written != text
    shown = page(files, "units/QRNETS201/").css_first('[id="history-QRNETS201B-e1-r1"]')
    assert shown.css_first(".official").text() == written
    assert shown.css_first("ins") is None

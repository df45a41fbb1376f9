"""The units nearest to each other across areas: who finds whom, the laws of the measure, its page and data."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

import markdown
import pytest
import yaml
from dose import dose
from hypothesis import given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from generator.addresses import Addresses
from generator.catalogue import Catalogue, build_catalogue, read_rulings, unit_key
from generator.contents import Contents
from generator.exports.nearest import files as nearest_files
from generator.model import AssessmentCriteria, Credit, Element, Requirement, Unit, nodes
from generator.model.codes import read_code
from generator.nearest import Neighbour, nearest_units
from generator.pipeline import contents_of, read_collection, site_files
from generator.settings import Settings
from generator.text.folding import folded_blanks

ROOT = Path(__file__).parent.parent
CASES = ROOT / "tests/cases/nearest"
UNITS = read_collection(CASES / "units").catalogue.units
ENGLISH = tuple(unit for unit in UNITS if unit.language == "en")
ALL = 100
law = settings(deadline=None, max_examples=dose(50, 1500))


def named(catalogue: Catalogue, limit: int = ALL) -> dict[str, list[str]]:
    """Return the codes of the neighbours of every unit that has any."""
    found = nearest_units(catalogue, limit)
    return {
        unit.code.text: [one.unit.code.text for one in found[unit_key(unit)]]
        for unit in catalogue.units
        if unit_key(unit) in found
    }


def unit(code: str) -> Unit:
    return next(unit for unit in UNITS if unit.code.text == code)


def moved(original: Unit, code: str, **fields: object) -> Unit:
    """Return the unit under another code, in another place unless the fields say otherwise."""
    elsewhere = {"functional_area": f"Area of {code}", "industry": f"Industry of {code}"}
    return replace(original, code=read_code(code), **{**elsewhere, **fields})  # type: ignore[arg-type]


# Who finds whom


def test_units_about_the_same_task_in_other_trades_find_each_other_and_the_others_find_none() -> None:
    assert named(build_catalogue(UNITS)) == yaml.safe_load((CASES / "neighbours.yml").read_text(encoding="utf-8"))


def test_customer_service_in_logistics_and_in_import_and_export_find_each_other(seeds: Path) -> None:
    catalogue = read_collection(seeds).catalogue
    found = named(catalogue)
    assert "105250L4" in found["LOCUSM402B"]
    assert "LOCUSM402B" in found["105250L4"]
    # Handling complaints at level 2 is another task, and a superseded unit is nobody's neighbour.
    assert not {"LOCUSM212A", "LOCUSM212B"} & {code for code, near in found.items() for code in (code, *near)}
    own = catalogue.unit("LOCUSM402B")
    assert own
    (neighbour,) = nearest_units(catalogue, 1)[unit_key(own)]
    texts = {node.name: node.text for node in nodes(neighbour.unit)}
    of_staff = {pair.own: texts[pair.other] for pair in neighbour.overlap}["e2.r3"]
    assert of_staff == "Define duties and responsibility of staff members performing customer service"


def test_units_of_other_trades_change_nothing(seeds: Path) -> None:
    others = tuple(moved(one, f"QX{chr(65 + n)}AAA201A", title=f"Trade {n}") for n, one in enumerate(ENGLISH[-4:]))
    assert (
        "105250L4" in named(build_catalogue((*read_collection(seeds).catalogue.units, *UNITS, *others)))["LOCUSM402B"]
    )


HABITS = (
    "Understand the development of the marine industry",
    "Know the company's policies, procedures and guidelines",
    "Follow relevant rules and regulations of the marine industry",
    "Prepare work plans and reports for the supervisor",
    "Communicate with team members of different departments",
    "Review the performance of staff and improve service quality",
)


def of_habits(code: str, topic: str) -> Unit:
    lines = (*HABITS, f"Maintain {topic}")
    return Unit(
        read_code(code),
        f"Manage marine {topic}",
        functional_area=f"Area of {topic}",
        industry="Marine",
        level=3,
        credit=Credit(6),
        elements=(
            Element("1", f"Possess the knowledge of {topic} in the marine industry", tuple(map(Requirement, lines))),
        ),
    )


def test_stock_phrases_and_the_name_of_the_industry_make_no_neighbours() -> None:
    apart = (of_habits("QYMAAA301A", "anchors"), of_habits("QYMBBB302A", "lanterns"))
    assert named(build_catalogue(apart)) == {}
    alike = replace(of_habits("QYMCCC303A", "lanterns"), functional_area="Signals", level=4)
    assert set(named(build_catalogue((*apart, alike)))) == {"QYMBBB302A", "QYMCCC303A"}


# Where they may stand


@pytest.mark.parametrize(
    ("own", "other", "apart"),
    [
        (("Front Office", "Hotel"), ("Front Office", "Retail"), True),
        (("Front Office", "Hotel"), ("Housekeeping", "Hotel"), True),
        (("Front Office", None), ("Housekeeping", "Hotel"), True),
        (("Front Office", "Hotel"), ("Front Office", "Hotel"), False),
        (("Front Office", "Hotel"), ("front  office", None), False),
        (("Front Office", "Hotel"), (None, "Hotel"), False),
        (("Front Office", "Hotel"), (None, None), False),
        ((None, None), (None, None), False),
    ],
)
def test_only_units_known_to_stand_elsewhere_are_named(
    own: tuple[str | None, str | None], other: tuple[str | None, str | None], apart: bool
) -> None:
    fire, drill = unit("QYPMFS306A"), unit("QYHTSE307A")
    catalogue = build_catalogue(
        (
            moved(fire, "990001", functional_area=own[0], industry=own[1]),
            moved(drill, "990002", functional_area=other[0], industry=other[1]),
        )
    )
    assert bool(named(catalogue)) is apart


def test_versions_other_names_and_translations_of_a_unit_are_no_neighbours() -> None:
    fire = unit("QYPMFS306A")
    versions = (moved(fire, "QYPMFS306A"), moved(fire, "QYPMFS306B"))
    assert named(build_catalogue(versions)) == {}
    halves = (moved(fire, "990001"), moved(fire, "990002"), moved(fire, "990003"))
    split = read_rulings("successions:\n  - {old: 990001, new: [990002, 990003], date: 2024-01-01, who: us}\n", "r")
    assert named(build_catalogue(halves, split)) == {}
    same = read_rulings("units:\n  - {code: '990001', aliases: ['990002']}\n", "r")
    assert named(build_catalogue(halves[:2], same)) == {}
    assert set(named(build_catalogue(halves[:2]))) == {"990001", "990002"}
    assert named(build_catalogue((fire, moved(fire, "990009", language="zh-Hant")))) == {}


def test_only_current_units_are_named_and_have_neighbours() -> None:
    fire = unit("QYPMFS306A")
    found = named(build_catalogue((*UNITS, moved(fire, "QYPMFS306B", industry=fire.industry))))
    assert found["QYHTSE307A"] == ["QYPMFS306B"]
    assert "QYPMFS306A" not in found


def test_no_more_are_named_than_asked_for() -> None:
    everything, first = named(build_catalogue(UNITS)), named(build_catalogue(UNITS), 1)
    assert first == {code: near[:1] for code, near in everything.items()}
    assert named(build_catalogue(UNITS), 0) == {}


def test_a_unit_without_requirements_or_title_disturbs_nobody() -> None:
    bare = Unit(read_code("990005"), None, functional_area="A")
    untitled = moved(unit("QYPMFS306A"), "990006", title=None)
    assert "990005" not in named(build_catalogue((*UNITS, bare, untitled)))


# Laws

LINES = tuple(node.text or "" for one in ENGLISH for node in nodes(one) if node.kind == "requirement")


@dataclass(frozen=True, slots=True)
class Made:
    """How a unit is made: of which unit and further lines, its base code, place and level."""

    original: int
    lines: tuple[int, ...]
    base: int
    area: str | None
    industry: str | None
    level: int


COLLECTIONS = st.lists(
    st.builds(
        Made,
        original=st.integers(0, len(ENGLISH) - 1),
        lines=st.lists(st.integers(0, len(LINES) - 1), max_size=4).map(tuple),
        base=st.integers(100, 104),
        area=st.sampled_from(("Desk", "Floor", None)),
        industry=st.sampled_from(("Hotel", "Retail", None)),
        level=st.integers(1, 7),
    ),
    min_size=2,
    max_size=6,
)
"""Some units of mixed lines in a few areas; those of one base code are versions of one another."""


def units_of(collection: list[Made]) -> tuple[Unit, ...]:
    return tuple(
        moved(
            ENGLISH[made.original],
            f"QZAAAA{made.base}{chr(65 + number)}",
            functional_area=made.area,
            industry=made.industry,
            level=made.level,
            elements=(
                *ENGLISH[made.original].elements,
                Element("9", "Further work", tuple(Requirement(LINES[line]) for line in made.lines)),
            ),
        )
        for number, made in enumerate(collection)
    )


def pairs(catalogue: Catalogue) -> dict[tuple[str, str], Neighbour]:
    return {(key[0], unit_key(one.unit)[0]): one for key, near in nearest_units(catalogue, ALL).items() for one in near}


@law
@given(COLLECTIONS)
def test_what_one_unit_is_to_another_the_other_is_to_it(made: list[Made]) -> None:
    found = pairs(build_catalogue(units_of(made)))
    for (own, other), neighbour in found.items():
        back = found[other, own]
        assert back.similarity == neighbour.similarity
        assert {(pair.own, pair.other, pair.similarity) for pair in neighbour.overlap} == {
            (pair.other, pair.own, pair.similarity) for pair in back.overlap
        }


@law
@given(COLLECTIONS, st.randoms(use_true_random=False))
def test_the_order_of_the_units_does_not_matter(made: list[Made], random: Random) -> None:
    units = units_of(made)
    shuffled = list(units)
    random.shuffle(shuffled)
    assert nearest_units(build_catalogue(units), 2) == nearest_units(build_catalogue(shuffled), 2)


@law
@given(COLLECTIONS)
def test_no_unit_is_near_to_its_own_lineage_and_every_counterpart_exists_once(made: list[Made]) -> None:
    catalogue = build_catalogue(units_of(made))
    for own in catalogue.units:
        for neighbour in nearest_units(catalogue, ALL).get(unit_key(own), ()):
            assert catalogue.lineage_of(own) is not catalogue.lineage_of(neighbour.unit)
            for side, names in (
                (own, [pair.own for pair in neighbour.overlap]),
                (neighbour.unit, [pair.other for pair in neighbour.overlap]),
            ):
                assert len(set(names)) == len(names) > 0
                assert set(names) <= {node.name for node in nodes(side) if node.kind == "requirement"}


@law
@given(st.integers(0, len(ENGLISH) - 1), COLLECTIONS, st.integers(1, 7))
def test_equal_texts_in_another_area_are_always_the_nearest(place: int, made: list[Made], level: int) -> None:
    original = ENGLISH[place]
    catalogue = build_catalogue((*units_of(made), original, moved(original, "990777", level=level)))
    first = nearest_units(catalogue, 1)[unit_key(original)][0]
    assert first.similarity == 1
    assert first.unit.title == original.title
    assert len(first.overlap) == sum(node.kind == "requirement" for node in nodes(original))


def test_only_equal_texts_reach_a_similarity_of_one() -> None:
    fire = unit("QYPMFS306A")
    criteria = AssessmentCriteria(items=(*fire.assessment_criteria.items, Requirement("Capable to put fires out")))
    found = pairs(build_catalogue((fire, moved(fire, "990001", assessment_criteria=criteria))))
    assert {0.9 < one.similarity < 1 for one in found.values()} == {True}


# Page and data


@pytest.fixture(scope="module")
def contents() -> Contents:
    return contents_of(read_collection(CASES / "units"), Settings())


@pytest.fixture(scope="module")
def files(contents: Contents) -> dict[str, str | bytes]:
    return site_files(contents, ROOT / "site_templates")[0]


def section(files: dict[str, str | bytes], address: str) -> LexborHTMLParser:
    body = str(files[f"{address}index.md"]).split("---\n", 2)[2]
    return LexborHTMLParser(markdown.markdown(body, extensions=["attr_list", "md_in_html", "tables", "toc"]))


def test_a_unit_page_names_its_nearest_units_with_what_they_share(files: dict[str, str | bytes]) -> None:
    page = section(files, "units/QYPMFS306A/")
    (entry,) = page.css(".nearest-units > li")
    name, facts, shared = (folded_blanks(node.text()) for node in entry.css("p"))
    assert name == "QYHTSE307A Maintain fire safety in a hotel"
    assert facts == "Level 3, credit 6, Security, Hotel"
    assert shared.endswith("Compare QYPMFS306A with QYHTSE307A")
    rows = [[folded_blanks(cell.text()) for cell in row.css("td")] for row in entry.css("tbody tr")]
    assert shared.startswith(f"{len(rows)} of 11 requirements resemble one there.")
    assert [
        "3.3 Arrange a fire drill at least once a year",
        "3.4 Hold a fire drill with all departments twice a year",
    ] in rows
    links = [link.attributes["href"] for link in entry.css("a")]
    assert links[:4] == [
        "../QYHTSE307A/",
        "../../areas/hotel/security/",
        "../../industries/hotel/",
        "../../compare/QYPMFS306A--QYHTSE307A/",
    ]
    assert set(links[4:]) >= {"#e3-r3", "../QYHTSE307A/#e3-r4"}


def test_the_nearest_stand_in_order_and_a_unit_without_them_has_no_such_section(files: dict[str, str | bytes]) -> None:
    names = [node.text() for node in section(files, "units/QYHTFO302A/").css(".nearest-name strong")]
    assert names == ["QYRTCS303A", "QYBKBR304A"]
    assert not section(files, "units/QYGDLW110A/").css("#nearest, .nearest-units")


def test_two_units_without_a_page_of_their_own_lead_to_where_any_two_are_compared(contents: Contents) -> None:
    bare = replace(contents, published={}, addresses=Addresses(contents.catalogue, contents.documents))
    files = site_files(bare, ROOT / "site_templates")[0]
    links = [link.attributes["href"] for link in section(files, "units/QYPMFS306A/").css(".nearest-facts a")]
    assert links[-1] == "../../compare/?old=QYPMFS306A&new=QYHTSE307A"


def test_the_sentence_counts_one_requirement_as_one(files: dict[str, str | bytes]) -> None:
    sentences = [
        folded_blanks(node.text())
        for path in files
        if path.startswith("units/") and path.endswith("/index.md")
        for node in section(files, path.removesuffix("index.md")).css(".nearest-facts")
        if "resemble" in node.text()
    ]
    assert len(sentences) == sum(map(len, yaml.safe_load((CASES / "neighbours.yml").read_text("utf-8")).values()))
    for sentence in sentences:
        assert ("resembles" in sentence) == sentence.startswith("1 of "), sentence


def test_a_comparison_of_nearest_units_tells_of_no_old_and_new(files: dict[str, str | bytes]) -> None:
    page = section(files, "compare/QYBKBR304A--QYHTFO302A/")
    words = {folded_blanks(node.text()) for node in page.css(".comparison-table .change")}
    assert {"− Only in QYBKBR304A", "+ Only in QYHTFO302A", "− Element only in QYBKBR304A"} <= words
    assert not [word for word in words if "emoved" in word or "dded" in word]
    alone = page.css(".comparison-table .change-added, .comparison-table .change-removed")
    assert alone
    assert not [mark.text() for row in alone for mark in row.css("del, ins")]


def test_a_chinese_page_marks_what_is_said_in_english(files: dict[str, str | bytes]) -> None:
    page = section(files, "units/990741L3/")
    assert [node.attributes.get("lang") for node in page.css(".nearest-how, .nearest-shared summary")] == ["en", "en"]
    assert page.css_first(".nearest-name a").attributes.get("lang") is None


def test_the_data_says_what_the_pages_say(contents: Contents, files: dict[str, str | bytes]) -> None:
    ((path, text),) = nearest_files(contents)
    assert path == "data/nearest.json"
    assert files[path] == text
    form = json.loads(text)
    assert form["schema"] == "nearest-units/1"
    assert {one["code"]: [near["code"] for near in one["nearest"]] for one in form["units"]} == named(
        contents.catalogue, Settings().nearest_units
    )
    for one in form["units"]:
        page = section(files, one["address"])
        for near, entry in zip(one["nearest"], page.css(".nearest-units > li"), strict=True):
            assert near["comparison"] + "index.md" in files
            anchors = [link.attributes["href"] for link in entry.css("tbody td:first-child a")]
            assert anchors == ["#" + pair["own"].replace(".", "-") for pair in near["overlap"]]
            assert 0 < near["similarity"] <= 1

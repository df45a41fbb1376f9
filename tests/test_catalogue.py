"""The catalogue: cases as files under cases/catalogue, and laws over made collections."""

import dataclasses
import json
import random
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.catalogue import (
    NO_RULINGS,
    Area,
    AreaPlacement,
    Basis,
    Catalogue,
    Count,
    Equivalence,
    Reason,
    Rulings,
    build_catalogue,
    name_of,
    page_slug,
    read_rulings,
    unit_key,
    unsafe_reason,
)
from generator.catalogue.levels import matrix_of
from generator.errors import GeneratorError
from generator.model import Unit
from generator.model.form import unit_from_json
from generator.positions import Place

CASES = Path(__file__).parent / "cases" / "catalogue"


def case(name: str) -> Any:
    return yaml.safe_load((CASES / name).read_text(encoding="utf-8"))


def made_unit(form: dict[str, Any]) -> Unit:
    """Return the unit of a short form: the public one, with file, line, version label and lines of fields apart."""
    form = dict(form)
    line = form.pop("line", 1)
    label = form.pop("label", None)
    places = form.pop("places", {})
    source = {"file": form.pop("file"), "sha256": "", "lines": [line, line + 20], "layout": "made"}
    unit = unit_from_json({**form, "source": source})
    code = dataclasses.replace(unit.code, version=label) if label else unit.code
    spots = tuple((field, Place(0, 0, at, at)) for field, at in places.items())
    return dataclasses.replace(unit, code=code, field_places=spots)


def seed_units() -> list[Unit]:
    return [unit_from_json(form) for form in json.loads((CASES / "seeds.json").read_text(encoding="utf-8"))]


# How a catalogue reads in the case files.


def named(unit: Unit) -> str:
    return f"{name_of(unit.code)} {unit.language}"


def published(catalogue: Catalogue) -> list[str]:
    return [f"{named(unit)} {unit.source.file}" for unit in catalogue.units if unit.source]


def refused(catalogue: Catalogue) -> list[str]:
    return [f"{named(unit)} {unit.source.file}" for unit in catalogue.refused if unit.source]


def statuses(catalogue: Catalogue) -> dict[str, str]:
    def described(unit: Unit) -> str:
        status = catalogue.status_of(unit)
        assert status.current == (not status.superseded_by)
        standing = f"superseded by {' '.join(status.superseded_by)}" if status.superseded_by else "current"
        supersedes = f", supersedes {' '.join(status.supersedes)}" if status.supersedes else ""
        return f"{standing}{supersedes} ({status.sentence})"

    return {name_of(unit.code): described(unit) for unit in catalogue.units}


def lineages(catalogue: Catalogue) -> dict[str, list[str]]:
    return {lineage.base: list(lineage.versions) for lineage in catalogue.lineages}


def pairs(catalogue: Catalogue) -> list[str]:
    def described(pair: Any) -> str:
        language = "" if pair.new.language == "en" else f" {pair.new.language}"
        succession = ", succession" if pair.succession else ""
        ruling = f", {pair.ruling.equivalence}" if pair.ruling and pair.ruling.equivalence else ""
        return f"{name_of(pair.old.code)} > {name_of(pair.new.code)}{language}{succession}{ruling} ({pair.reason})"

    return [described(pair) for pair in catalogue.pairs]


def industries(catalogue: Catalogue) -> dict[str, str | None]:
    def described(unit: Unit) -> str | None:
        place = catalogue.industry_of(unit)
        if place is None:
            return None
        return f"{place.name}, {place.reason}" if place.inferred else place.name

    return {named(unit): described(unit) for unit in catalogue.units}


def areas(catalogue: Catalogue) -> dict[str, str]:
    def described(unit: Unit) -> str:
        (place,) = catalogue.areas_of(unit)
        reason = "" if place.reason == "as printed" else f", {place.reason}"
        return f"{place.industry or 'none'} / {place.area or 'none'}{reason}"

    return {name_of(unit.code): described(unit) for unit in catalogue.units}


def matrix(catalogue: Catalogue) -> dict[str, Any]:
    found, count = catalogue.matrix, catalogue.matrix.count
    return {
        "columns": list(found.levels),
        "rows": [
            {f"{row.area.industry or 'none'} / {row.area.name}": [cell.count.units for cell in row.cells]}
            for row in found.rows
        ],
        "totals": [column.units for column in found.level_counts],
        "units": f"{count.units} units, {count.current} current, {count.placements} placements",
    }


def levels(catalogue: Catalogue) -> dict[Any, list[str]]:
    found = {group.level or "none": [unit.code.text for unit in group.units] for group in catalogue.levels}
    return {level: codes for level, codes in found.items() if codes}


def mentions(catalogue: Catalogue) -> list[str]:
    def described(mention: Any) -> str:
        target = named(mention.target) if mention.target else f"base {mention.base}" if mention.base else "none"
        return f"{named(mention.unit)} {mention.part} {mention.code}: {target}"

    return [described(mention) for unit in catalogue.units for mention in catalogue.mentions_in(unit)]


def dates(catalogue: Catalogue) -> dict[str, dict[str, str]]:
    def described(unit: Unit) -> dict[str, str]:
        known = catalogue.dates_of(unit)
        facts = {kind: getattr(known, kind) for kind in ("published", "superseded", "last_use")}
        return {kind: f"{fact.value} {fact.reason}" for kind, fact in facts.items() if fact}

    return {name_of(unit.code): described(unit) for unit in catalogue.units if described(unit)}


VIEWS: dict[str, Any] = {
    "published": published,
    "refused": refused,
    "status": statuses,
    "lineages": lineages,
    "pairs": pairs,
    "industries": industries,
    "industry_index": lambda catalogue: {industry.name: len(industry.units) for industry in catalogue.industries},
    "areas": areas,
    "matrix": matrix,
    "levels": levels,
    "mentions": mentions,
    "dates": dates,
    "relations": lambda catalogue: [f"{each.source} {each.kind} {each.target}" for each in catalogue.relations],
    "relations_of": lambda catalogue: {
        name_of(unit.code): [f"{each.kind} {each.target}" for each in catalogue.relations_of(unit)]
        for unit in catalogue.units
    },
    "slugs": lambda catalogue: {name_of(unit.code): catalogue.slug_of(unit) for unit in catalogue.units},
    "base_slugs": lambda catalogue: {
        unit.code.base: catalogue.slug_of_base(unit.code.base) for unit in catalogue.units
    },
    "aliases": lambda catalogue: {
        name_of(unit.code): list(catalogue.aliases_of(unit)) for unit in catalogue.units if catalogue.aliases_of(unit)
    },
    "diagnostics": lambda catalogue: [f"{each.file}:{each.line} {each.id}" for each in catalogue.diagnostics],
}

WHOLE = {"status", "slugs", "areas", "base_slugs"}
"""Views of which a case may name a part."""


@pytest.mark.parametrize("path", sorted((CASES / "collections").glob("*.yml")), ids=lambda path: path.stem)
def test_collection(path: Path) -> None:
    form = yaml.safe_load(path.read_text(encoding="utf-8"))
    rulings = read_rulings(form["rulings"], "rulings.yml") if "rulings" in form else NO_RULINGS
    catalogue = build_catalogue(tuple(map(made_unit, form["units"])), rulings)
    found = {view: VIEWS[view](catalogue) for view in form["expect"]}
    for view in WHOLE & set(found):
        found[view] = {name: value for name, value in found[view].items() if name in form["expect"][view]}
    assert found == form["expect"]


def test_seeds() -> None:
    catalogue = build_catalogue(seed_units())
    assert not catalogue.diagnostics
    assert statuses(catalogue) == {
        "105250L4": "current (no other version in the collection)",
        "LOCUSM212A": "superseded by LOCUSM212B (inferred from the version letter)",
        "LOCUSM212B": "current, supersedes LOCUSM212A (inferred from the version letter)",
        "LOCUSM309B": "current (no other version in the collection)",
        "LOCUSM402B": "current (no other version in the collection)",
    }
    assert pairs(catalogue) == ["LOCUSM212A > LOCUSM212B, succession (inferred from the version letter)"]
    prefix = "Logistics, inferred from units whose codes begin with LOC and that print it: LOCUSM212A, LOCUSM309B"
    assert industries(catalogue) == {
        "105250L4 en": None,
        "LOCUSM212A en": "Logistics",
        "LOCUSM212B en": prefix,
        "LOCUSM309B en": "Logistics",
        "LOCUSM402B en": prefix,
    }
    sales = "Logistics / Sales, Marketing and Customer Services"
    assert areas(catalogue) == {
        "105250L4": "none / Sales and Merchandising",
        "LOCUSM212A": f"{sales}, from LOCUSM212B of the same lineage",
        "LOCUSM212B": sales,
        "LOCUSM309B": sales,
        "LOCUSM402B": sales,
    }
    assert matrix(catalogue)["rows"] == [
        {sales: [0, 2, 1, 1, 0, 0, 0]},
        {"none / Sales and Merchandising": [0, 0, 0, 1, 0, 0, 0]},
    ]


def test_look_ups() -> None:
    old, new = (made_unit({"file": f"{code}.txt", "code": code}) for code in ("LOCUSM212A", "LOCUSM212B"))
    chinese = made_unit({"file": "zh.txt", "code": "LOCUSM212B", "language": "zh-Hant"})
    rulings = read_rulings("units: [{code: LOCUSM212B, aliases: ['104734']}]", "rulings.yml")
    catalogue = build_catalogue((chinese, new, old), rulings)
    assert catalogue.unit("LOCUSM212B") is new
    assert catalogue.unit(" locusm 212b ") is new
    assert catalogue.unit("104734") is new
    assert catalogue.unit("LOCUSM212B", "zh-Hant") is chinese
    assert catalogue.unit("LOCUSM212A", "zh-Hant") is None
    assert catalogue.unit("LOCUSM212") is None
    assert catalogue.translations(chinese) == (new, chinese)
    assert catalogue.newer_than(old) == (new,)
    assert catalogue.older_than(chinese) == (old,)
    assert catalogue.lineage_of(old).members_in("zh-Hant") == (chinese,)
    assert catalogue.lineage_of(old).current == ("LOCUSM212B",)
    assert catalogue.status_of(chinese).reason is Reason.VERSION


def test_a_code_alone_means_its_newest_version() -> None:
    units = [made_unit({"file": label, "code": "8420", "label": label}) for label in ("2", "10", "9")]
    catalogue = build_catalogue(units)
    assert catalogue.unit("8420") is units[1]
    assert catalogue.unit("8420 version 9") is units[2]


def test_units_in_one_place_are_told_apart_by_what_they_say() -> None:
    units = [made_unit({"file": "a", "code": "GCEN101", "title": title}) for title in ("One", "Other")]
    assert build_catalogue(units).units == build_catalogue(units[::-1]).units


def test_a_unit_in_two_areas_is_one_unit_and_two_placements() -> None:
    units = [made_unit({"file": level, "code": f"GCEN10{level}", "level": int(level)}) for level in "34"]
    areas = [
        Area(name, None, ("", name), True, tuple(AreaPlacement(unit, name, None) for unit in members))
        for name, members in (("one", units), ("other", units[:1]))
    ]
    found = matrix_of(areas, lambda unit: unit.level == 3)
    assert found.count == Count(units=2, current=1, placements=3)
    assert found.level_counts[2] == Count(units=1, current=1, placements=2)
    assert [row.count for row in found.rows] == [Count(2, 1, 2), Count(1, 1, 1)]


def test_current_units_are_found_over_several_steps() -> None:
    remarks = {"GCEN101": "", "GCEN102": "Replaces GCEN101.", "GCEN103": "Replaces GCEN102.", "GCEN104": ""}
    remarks["GCEN104"] = "This unit replaces GCEN102."
    units = {code: made_unit({"file": code, "code": code, "remark": remark}) for code, remark in remarks.items()}
    catalogue = build_catalogue(units.values())
    assert catalogue.current_for(units["GCEN101"]) == (units["GCEN103"], units["GCEN104"])
    assert catalogue.current_for(units["GCEN104"]) == (units["GCEN104"],)
    assert [pair for pair in pairs(catalogue) if pair.startswith("GCEN103")] == []


def test_a_duplicate_names_both_places() -> None:
    units = [made_unit({"file": file, "line": line, "code": "QX/N0104"}) for file, line in (("b.txt", 3), ("a.txt", 9))]
    (found,) = build_catalogue(units).diagnostics
    assert found.message == (
        "QX/N0104 (en) in b.txt, line 3, is already used in a.txt, line 9; only the first is published"
    )


def test_a_stated_succession_quotes_its_sentence() -> None:
    text = "For sea freight. This unit replaces LOCUSM212A. See below."
    (succession,) = build_catalogue([made_unit({"file": "a", "code": "105250L4", "remark": text})]).successions
    assert (succession.basis, succession.quote) == (Basis.STATED, "This unit replaces LOCUSM212A.")


@pytest.mark.parametrize("form", case("statements.yml"), ids=lambda form: form["text"][:50])
def test_statements(form: dict[str, Any]) -> None:
    unit = made_unit({"file": "a.txt", "code": "LOCUSM212B", "remark": form["text"]})
    catalogue = build_catalogue([unit])
    stated = [
        *(f"{each.old} > {each.new}" for each in catalogue.successions),
        *(f"{each.source} ~ {each.target}" for each in catalogue.relations if each.kind == "adapted into"),
    ]
    assert sorted(stated) == sorted(form["states"])


@pytest.mark.parametrize("form", case("mentions.yml"), ids=lambda form: form["text"][:50])
def test_mentions(form: dict[str, Any]) -> None:
    others = [made_unit({"file": code, "code": code}) for code in ("LOCUSM212B", "QX/N0104", "GCEN101", "8420")]
    unit = made_unit({"file": "a.txt", "code": "LOCUSM212A", "range": form["text"]})
    found = build_catalogue([unit, *others]).mentions_in(unit)
    assert [f"{each.code}{'?' if each.dangling else '=' if each.base else ''}" for each in found] == form["found"]
    assert all(form["text"][each.start : each.end] == each.code for each in found)


def test_slugs_and_unsafe_codes() -> None:
    codes = case("codes.yml")
    assert {code: page_slug(code) for code in codes["slugs"]} == codes["slugs"]
    assert [code for code in codes["unsafe"] if unsafe_reason(code) is None] == []
    assert [code for code in codes["safe"] if unsafe_reason(code)] == []


@pytest.mark.parametrize("path", sorted((CASES / "rulings_refused").glob("*.yml")), ids=lambda path: path.stem)
def test_refused_rulings_list_every_problem(path: Path) -> None:
    with pytest.raises(GeneratorError) as caught:
        read_rulings(path.read_text(encoding="utf-8"), "rulings.yml")
    first, *problems = caught.value.message.splitlines()
    assert first == "rulings.yml cannot be used:"
    assert [line.strip() for line in problems] == path.with_suffix(".txt").read_text(encoding="utf-8").splitlines()
    assert caught.value.hint


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "---\n", "successions:\nunits:\n"])
def test_an_empty_rulings_file_holds_none(text: str) -> None:
    rulings = read_rulings(text, "rulings.yml")
    assert (rulings.successions, rulings.units) == ((), ())


def test_codes_and_dates_are_read_as_typed() -> None:
    text = "successions: [{old: 0123, new: 1e5, date: 2014-01-01, who: 'yes', ruling: equivalent}]"
    (ruling,) = read_rulings(text, "rulings.yml").successions
    assert (ruling.old, ruling.new, ruling.who, ruling.equivalence) == (
        ("0123",),
        ("1e5",),
        "yes",
        Equivalence.EQUIVALENT,
    )


def test_the_example_of_the_reference_page_is_read() -> None:
    page = (Path(__file__).parents[1] / "docs" / "reference" / "rulings.md").read_text(encoding="utf-8")
    example = page.split("```yaml\n")[1].split("```")[0]
    rulings = read_rulings(example, "rulings.yml")
    assert [len(ruling.new) for ruling in rulings.successions] == [1, 1, 2]
    assert rulings.units[0].aliases == ("104734",)


# Laws over made collections.

law = settings(deadline=None)

CODES = [
    *(f"LOCUSM21{serial}{version}" for serial in "12" for version in "ABC"),
    *("105250L4", "105250L3", "QX/N0104", "QX-N0104", "qx/n0104", "GCEN101", "8420", "..", "ITSWSM604A"),
]
PHRASES = ["Replaces {}.", "Superseded by {}.", "Adapted from {}.", "See {}.", "{} is replaced by {}.", "Nothing of {}"]


@st.composite
def made_units(draw: st.DrawFn) -> list[Unit]:
    def one(number: int) -> Unit:
        phrase = draw(st.sampled_from(PHRASES))
        form = {
            "code": draw(st.sampled_from(CODES)),
            "file": draw(st.sampled_from("abc")),
            "line": draw(st.integers(1, 3)),
            "title": str(number),
            "remark": phrase.format(draw(st.sampled_from(CODES)), draw(st.sampled_from(CODES))),
            "industry": draw(st.sampled_from([None, "Logistics", "Logistics Industry", "Retail"])),
            "functional_area": draw(st.sampled_from([None, "Sales", "sales", "Support"])),
            "level": draw(st.sampled_from([None, 1, 4, 9])),
            "language": draw(st.sampled_from(["en", "zh-Hant"])),
        }
        return made_unit(form)

    return [one(number) for number in range(draw(st.integers(0, 9)))]


@st.composite
def made_rulings(draw: st.DrawFn) -> Rulings:
    codes = st.lists(st.sampled_from(CODES[:-2]), min_size=1, max_size=2, unique_by=str.casefold)
    entries = [
        {"old": draw(codes), "new": draw(codes), "date": f"201{draw(st.integers(0, 9))}-01-01", "who": "Panel"}
        for _ in range(draw(st.integers(0, 3)))
    ]
    try:
        return read_rulings(json.dumps({"successions": entries}), "rulings.yml")
    except GeneratorError:  # a circle
        return NO_RULINGS


@law
@given(made_units(), made_rulings(), st.randoms(use_true_random=False))
def test_the_order_of_units_does_not_matter(units: list[Unit], rulings: Rulings, random_source: random.Random) -> None:
    shuffled = random_source.sample(units, len(units))
    one, other = build_catalogue(units, rulings), build_catalogue(shuffled, rulings)
    assert one == other
    for view in VIEWS.values():
        assert view(one) == view(other)


@law
@given(made_units(), made_rulings())
def test_every_unit_is_published_or_refused_and_in_one_lineage(units: list[Unit], rulings: Rulings) -> None:
    catalogue = build_catalogue(units, rulings)
    assert sorted(map(repr, units)) == sorted(map(repr, (*catalogue.units, *catalogue.refused)))
    keys = [unit_key(unit) for unit in catalogue.units]
    assert len(set(keys)) == len(keys)
    members = [unit_key(unit) for lineage in catalogue.lineages for unit in lineage.members]
    assert sorted(members) == sorted(keys)
    assert all(unit in catalogue.lineage_of(unit).members for unit in catalogue.units)
    errors = [each for each in catalogue.diagnostics if each.id in ("duplicate-code", "code-unsafe")]
    assert len(errors) == len(catalogue.refused)


@law
@given(made_units(), made_rulings())
def test_relations_and_statuses_are_symmetric(units: list[Unit], rulings: Rulings) -> None:
    catalogue = build_catalogue(units, rulings)
    found = {*catalogue.relations, *(each for unit in catalogue.units for each in catalogue.relations_of(unit))}
    relations = {(each.kind, each.source, each.target) for each in found}
    assert relations == {(each.kind.inverse, each.target, each.source) for each in found}
    assert not any(source == target for _, source, target in relations)
    for unit in catalogue.units:
        for newer in catalogue.newer_than(unit):
            assert catalogue.version_name(unit) in catalogue.status_of(newer).supersedes
            assert catalogue.lineage_of(newer) is catalogue.lineage_of(unit)


@law
@given(made_units(), made_rulings())
def test_succession_runs_in_no_circle(units: list[Unit], rulings: Rulings) -> None:
    catalogue = build_catalogue(units, rulings)
    for lineage in catalogue.lineages:
        place = {version: position for position, version in enumerate(lineage.versions)}
        for succession in lineage.successions:
            if succession.old in place and succession.new in place:
                assert place[succession.old] < place[succession.new]
    found = {(unit_key(pair.old), unit_key(pair.new)) for pair in catalogue.pairs}
    assert len(found) == len(catalogue.pairs)
    assert not any((new, old) in found for old, new in found)


@law
@given(made_units(), made_rulings())
def test_pages_have_names_of_their_own(units: list[Unit], rulings: Rulings) -> None:
    catalogue = build_catalogue(units, rulings)
    names = {unit_key(unit)[0]: catalogue.slug_of(unit).casefold() for unit in catalogue.units}
    assert len(set(names.values())) == len(names)
    bases = {unit.code.base.casefold(): catalogue.slug_of_base(unit.code.base).casefold() for unit in catalogue.units}
    own_pages = [slug for base, slug in bases.items() if base not in names]
    assert len({*names.values(), *own_pages}) == len(names) + len(own_pages)


@law
@given(made_units(), made_rulings())
def test_the_matrix_counts_every_unit(units: list[Unit], rulings: Rulings) -> None:
    catalogue = build_catalogue(units, rulings)
    count = catalogue.matrix.count
    assert count.units == len(catalogue.units) == sum(len(group.units) for group in catalogue.levels)
    assert count.current == sum(catalogue.status_of(unit).current for unit in catalogue.units)
    assert count.placements == sum(len(catalogue.areas_of(unit)) for unit in catalogue.units)
    assert count.placements == sum(row.count.placements for row in catalogue.matrix.rows)
    assert count.placements == sum(column.placements for column in catalogue.matrix.level_counts)


@law
@given(st.text())
def test_slugs_are_single_folder_names(code: str) -> None:
    if unsafe_reason(code) is None:
        slug = page_slug(code)
        assert slug not in ("", ".", "..")
        assert not set(slug) & set("/\\:%\0 ")
        assert len(slug) <= 64


@law
@given(st.text(alphabet="abc-: \n[]{}'\"#&*!|>1,", max_size=40))
def test_rulings_are_read_or_refused(text: str) -> None:
    try:
        read_rulings(text, "rulings.yml")
    except GeneratorError as error:
        message = error.message
    else:
        message = "rulings.yml:"
    assert "rulings.yml:" in message

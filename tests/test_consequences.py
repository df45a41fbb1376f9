"""What follows from a comparison: tasks for each reader, gaps both ways, a proposed ruling."""

import json
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from comparable import clean_lines, texts, units, wild_lines
from hypothesis import given
from hypothesis import strategies as st
from test_laws_compare import NOISE, law, noisy

from generator.catalogue import rulings
from generator.compare import Change, compare
from generator.consequences import Consequences, Relation, consequences
from generator.consequences.form import consequences_to_json
from generator.consequences.places import runs_of_shifts
from generator.consequences.result import Equivalence, GapState, Reader, TaskGroup
from generator.model import Requirement, Unit, nodes
from generator.model.form import unit_from_json
from generator.parse import parse_source
from generator.source import read_source

CASES = Path(__file__).parent / "cases" / "consequences"


def unit_in(form: dict) -> Unit:
    """The unit of a case; a requirement or criterion may stand there as its bare text."""
    elements = [{**element, "requirements": [*map(item, element["requirements"])]} for element in form["elements"]]
    criteria = form["assessment_criteria"]
    items = [*map(item, criteria["items"])]
    return unit_from_json({**form, "elements": elements, "assessment_criteria": {**criteria, "items": items}})


def item(form: str | dict) -> dict:
    return {"text": form} if isinstance(form, str) else form


def consequences_in(case: dict) -> Consequences:
    return consequences(compare(unit_in(case["old"]), unit_in(case["new"])), Relation(case["relation"]))


def condensed(found: Consequences) -> dict:
    """Everything a reader is told, a line for each task and each gap."""
    proposal = found.proposal
    return {
        "ruling": proposal.equivalence,
        "reasons": [*proposal.reasons],
        "figures": [*proposal.figures],
        "unknown": [*proposal.unknown],
        "tasks": {
            tasks.reader: {
                "summary": tasks.summary,
                **{group.title: lines(group) for group in tasks.groups},
                "kept": tasks.kept,
                **({"notice": [*tasks.notice]} if tasks.notice else {}),
            }
            for tasks in found.tasks
        },
        "gaps": [
            {
                "direction": f"{gaps.held} claims {gaps.claimed}",
                "lacks": [said(gap.state, gap.place, gap.reason, *gap.check) for gap in gaps.lacks],
                "carried over": Counter(gap.reason for gap in gaps.gaps if gap.state is GapState.CARRIED_OVER),
                "remarks": [*gaps.remarks],
            }
            for gaps in found.gaps
        ],
    }


def lines(group: TaskGroup) -> list[str]:
    return [group.brief] if group.brief else [said(task.place, task.note, *task.check) for task in group.tasks]


def said(*parts: str) -> str:
    return " | ".join(filter(None, parts))


@pytest.mark.parametrize("name", sorted(path.stem for path in CASES.glob("*.json")))
def test_what_follows(name):
    case = json.loads((CASES / f"{name}.json").read_text(encoding="utf-8"))
    assert json.loads(json.dumps(condensed(consequences_in(case)))) == case["expected"], case["what"]


@pytest.fixture(scope="module")
def real_pair(seeds: Path) -> Consequences:
    old, new = (parse_source(read_source(seeds / name, seeds)).units[0] for name in ("LOCUSM212A.md", "LOCUSM212B.txt"))
    return consequences(compare(old, new), Relation.SUCCESSION)


def test_the_real_pair_is_equivalent_with_minor_changes(real_pair):
    assert real_pair.proposal.equivalence is Equivalence.MINOR_CHANGES
    assert real_pair.proposal.rules == ("some without counterpart", "some meaning")
    assert [gaps.counts() for gaps in real_pair.gaps] == [
        Counter({GapState.MISSING: 1, GapState.CHECK: 1, GapState.CARRIED_OVER: 16}),
        Counter({GapState.MISSING: 0, GapState.CHECK: 1, GapState.CARRIED_OVER: 16}),
    ]


def test_the_real_pair_gives_little_to_do(real_pair):
    done = {
        reader: {group.title: [task.place for task in group.tasks] for group in real_pair.tasks_of(reader).groups}
        for reader in Reader
    }
    assert done[Reader.COURSE_DESIGNER].pop("Renumber") == [""] * 4
    assert done == {
        Reader.COURSE_DESIGNER: {
            "Check the meaning": ["1.5, now 1.9"],
            "Map anew": ["1.1"],
            "Headings to replace": ["Heading of element 1"],
        },
        Reader.ASSESSOR: {"Look again: check the meaning": ["1.5, now 1.9"], "New evidence needed": ["1.1"]},
        Reader.HR_MANAGER: {
            "Facts to replace": ["Code", "Title"],
            "Lines to replace": ["Heading of element 1", "1.5, now 1.9"],
            "Lines to add": ["1.1"],
        },
        Reader.SECRETARIAT: {
            "Confirm the meaning": ["1.5, now 1.9"],
            "Not found in a source": ["Functional area", "Industry", "Heading of element 2"],
        },
    }
    assert real_pair.tasks_of(Reader.COURSE_DESIGNER).summary.startswith(
        "20 rows of a mapping: check the meaning of 1, map 1 anew, renumber 4 and keep 14."
    )
    assert real_pair.tasks_of(Reader.ASSESSOR).kept == "1.1 to 1.4, now 1.2 to 1.5; 1.6 to 1.8; 2.1 to 2.9"


def test_without_a_word_about_it_units_of_one_base_code_are_versions():
    case = json.loads((CASES / "different_units.json").read_text(encoding="utf-8"))
    old, new = unit_in(case["old"]), unit_in(case["new"])
    assert consequences(compare(old, new)).proposal.relation is Relation.UNITS
    assert consequences(compare(old, old)).proposal.relation is Relation.VERSIONS


def test_the_words_of_a_ruling_are_those_of_the_rulings_file():
    assert [*map(str, Equivalence)] == [*map(str, rulings.Equivalence)]


def test_the_json_form_names_nodes_and_counts(real_pair):
    form = json.loads(json.dumps(consequences_to_json(real_pair)))
    assert [*form] == ["proposed_ruling", "tasks", "gaps"]
    assert form["proposed_ruling"]["ruling"] == "equivalent with minor changes"
    assert [*form["tasks"]] == [*map(str, Reader)]
    there, back = form["gaps"]
    assert (there["held"], there["claimed"]) == (back["claimed"], back["held"]) == ("LOCUSM212A", "LOCUSM212B")
    assert there["requirement_counts"] == {"missing": 1, "check": 1, "carried over": 16}
    assert there["criterion_counts"] == {"missing": 0, "check": 0, "carried over": 2}
    by_node = {gap["node"]: gap for gap in there["gaps"]}
    assert (by_node["e1.r1"]["state"], by_node["e1.r1"]["counterparts"]) == ("missing", [])
    assert (by_node["e1.r9"]["state"], by_node["e1.r9"]["counterparts"]) == ("check", ["e1.r5"])


any_unit = units(wild_lines | clean_lines)
other_unit = units(wild_lines | clean_lines, "B")


def asked_for(unit: Unit) -> list[str]:
    return [node.name for node in nodes(unit) if node.kind != "element"]


@law
@given(any_unit, other_unit)
def test_every_requirement_stands_in_one_state(old, new):
    there, back = consequences(compare(old, new)).gaps
    assert [gap.name for gap in there.gaps] == asked_for(new)
    assert [gap.name for gap in back.gaps] == asked_for(old)
    for gaps, held in ((there, old), (back, new)):
        for gap in gaps.gaps:
            assert gap.counterpart_texts == tuple(texts(held)[name] for name in gap.counterparts)
            assert gap.counterparts or gap.state is not GapState.CARRIED_OVER


@law
@given(any_unit, other_unit)
def test_the_other_direction_swaps_the_gaps_and_keeps_the_ruling(old, new):
    there, back = consequences(compare(old, new)), consequences(compare(new, old))
    assert there.gaps == back.gaps[::-1]
    assert there.proposal.equivalence is back.proposal.equivalence
    assert there.proposal.rules == back.proposal.rules


def assert_nothing_follows(found: Consequences) -> None:
    assert found.proposal.equivalence is Equivalence.EQUIVALENT
    assert not any(group.tasks for tasks in found.tasks for group in tasks.groups)
    assert not any(gaps.lacks or gaps.remarks for gaps in found.gaps)
    assert not any(tasks.notice for tasks in found.tasks)


@law
@given(any_unit)
def test_nothing_follows_from_a_unit_against_itself(unit):
    assert_nothing_follows(consequences(compare(unit, unit)))


@law
@given(units(clean_lines), st.sampled_from([*NOISE]))
def test_nothing_follows_from_typography(unit, noise):
    assert_nothing_follows(consequences(compare(unit, noisy(unit, noise))))


@law
@given(any_unit, other_unit)
def test_tasks_are_about_what_changed(old, new):
    comparison = compare(old, new)
    quiet = {
        (link.old, link.new)
        for link in comparison.links
        if link.change in (Change.UNCHANGED, Change.TYPOGRAPHIC) and not link.absent_from_source
    }
    for tasks in consequences(comparison, Relation.SUCCESSION).tasks:
        for group in tasks.groups:
            named = {
                (task.old, task.new)
                for task in group.tasks
                if task.action != "renumber" and "its own range" not in task.check
            }
            assert not quiet & named


@law
@given(any_unit, other_unit)
def test_the_readers_are_told_the_same(old, new):
    """What has to be mapped anew is what needs new evidence, a new line, and what a holder misses."""
    found = consequences(compare(old, new))
    named = {
        reader: {
            task.action: [name for one in group.tasks for name in (one.new or one.old)]
            for group in found.tasks_of(reader).groups
            for task in group.tasks
            if all(name.startswith("e") for name in (*task.new, *task.old))
        }
        for reader in (Reader.COURSE_DESIGNER, Reader.ASSESSOR, Reader.HR_MANAGER)
    }
    missing, lost = (
        [gap.name for gap in gaps.gaps if gap.state is GapState.MISSING and gap.kind == "requirement"]
        for gaps in found.gaps
    )
    for action, wanted in (("map anew", missing), ("drop", lost)):
        mapped = named[Reader.COURSE_DESIGNER].get(action, [])
        assert sorted(name for name in mapped if name.startswith("e")) == sorted(wanted)
    assert sorted(named[Reader.ASSESSOR].get("new evidence", [])) == sorted(missing)
    assert sorted(named[Reader.HR_MANAGER].get("add", [])) == sorted(missing)
    assert sorted(named[Reader.HR_MANAGER].get("remove", [])) == sorted(lost)


@pytest.mark.parametrize(
    ("shifts", "said"),
    [
        ([("e1.r1", "e1.r1")], "1.1"),
        ([("e1.r1", "e1.r2"), ("e1.r2", "e1.r3")], "1.1 and 1.2, now 1.2 and 1.3"),
        ([("e1.r1", "e1.r1"), ("e2.r2", "e2.r2")], "1.1; 2.2"),
        ([("e1.r1", "e1.r1"), ("e1.r2", "e2.r2")], "1.1; 1.2, now 2.2"),
        ([("e1.r1", "e1.r1"), ("e1.r3", "e1.r3"), ("e1.r4", "e1.r4"), ("e1.r5", "e1.r5")], "1.1; 1.3 to 1.5"),
        ([("e1.r1.1", "e1.r1.1"), ("e1.r1.2", "e1.r1.2")], "1.1.1 and 1.1.2"),
        ([("c1", "c2"), ("c2", "c3"), ("c3", "c4")], "criteria 1 to 3, now criteria 2 to 4"),
    ],
)
def test_neighbours_that_went_together_are_named_together(shifts, said):
    assert runs_of_shifts(shifts) == said


def test_many_changes_are_named_in_few_words():
    case = json.loads((CASES / "level_changed.json").read_text(encoding="utf-8"))
    unit = replace(unit_in(case["old"]), level=None)
    many = tuple(Requirement(f"Sort the parcels for destination {number} by weight") for number in range(200))
    element = replace(unit.elements[0], requirements=many)
    later = replace(element, requirements=(Requirement("Greet the drivers"), *many))
    found = consequences(compare(replace(unit, elements=(element,)), replace(unit, elements=(later,))))
    (renumber,) = (group for group in found.tasks_of(Reader.COURSE_DESIGNER).groups if group.title == "Renumber")
    assert len(renumber.tasks) == 200
    assert renumber.brief == "1.1 to 1.200, now 1.2 to 1.201"

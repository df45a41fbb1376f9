"""Comparisons scored against alignments made by hand."""

from collections import Counter

import pytest
from gold import PAIRS, as_unit, read_gold

from generator.compare import compare
from generator.compare.form import comparison_to_json

EITHER = {
    "unchanged": {"moved"},
    "typographic-only": {"moved"},
    "reworded": {"moved+reworded"},
    "moved": {"unchanged", "typographic-only"},
    "moved+reworded": {"reworded"},
}


def score(name: str, *, reverse: bool = False) -> tuple[Counter[str], list[str]]:
    """Counts for the measures, and every error in words."""
    a, b, links, fields, optional, unscored = read_gold(name, reverse=reverse)
    (old, old_ids), (new, new_ids) = as_unit(a), as_unit(b)
    form = comparison_to_json(compare(old, new))
    found = [
        (
            [old_ids[node] for node in link["old"]],
            [new_ids[node] for node in link["new"]],
            link["class"],
            link["alerts"],
        )
        for link in form["links"]
    ]
    n: Counter[str] = Counter()
    errors: list[str] = []
    wanted_rows, found_rows = (cells(rows) for rows in (links, found))
    for pair in sorted(wanted_rows.keys() | found_rows.keys(), key=str):
        left_out = pair in optional or ("A", pair[0]) in unscored or ("B", pair[1]) in unscored
        accepted = pair in wanted_rows and pair in found_rows and found_rows[pair] in wanted_rows[pair]
        requirement = all("." in str(node) for node in pair)
        if pair not in optional and requirement:
            n["requirement true"] += 2 * (pair in wanted_rows and pair in found_rows)
            n["requirement all"] += (pair in wanted_rows) + (pair in found_rows)
        if not left_out:
            n["row true"] += 2 * accepted
            n["row all"] += (pair in wanted_rows) + (pair in found_rows)
            errors += [] if accepted else [f"{pair}: {wanted_rows.get(pair)}, found {found_rows.get(pair)}"]
    for side, position in (("A", 0), ("B", 1)):
        wanted = {node: accepted_classes(link) for link in links for node in link[position]}
        got = {node: link[2] for link in found for node in link[position]}
        scored = [node for node in wanted if (side, node) not in unscored]
        n["class all"] += len(scored)
        n["class true"] += sum(got[node] in wanted[node] for node in scored)
    got_fields = {field["field"]: field["class"] for field in form["fields"]}
    errors += [f"field {field}" for field in fields if got_fields.get(field["field"]) != field["class"]]
    return n + critical_counts(links, found), errors


def critical_counts(links, found) -> Counter[str]:
    """How many edits that turn the meaning there are, are shown as reworded, and carry an alert."""
    critical = [(link[0], link[1]) for link in links if link[4]]
    hits = [link for link in found if (link[0], link[1]) in critical]
    return Counter(
        {
            "critical": len(critical),
            "critical kept": sum("reworded" in link[2] for link in hits),
            "critical flagged": sum(bool(link[3]) for link in hits),
        }
    )


def accepted_classes(link) -> set[str]:
    return {link[2]} | (EITHER.get(link[2], set()) if link[3] == "either" else set())


def cells(links):
    """Class, or accepted classes, by every pair of nodes that a link joins; None for the missing side."""
    return {
        (before, after): accepted_classes(link) if len(link) == 5 else link[2]
        for link in links
        for before in link[0] or [None]
        for after in link[1] or [None]
    }


@pytest.mark.parametrize("reverse", [False, True])
@pytest.mark.parametrize("name", ["p00-seed-212", "p00b-seed-212-flat"])
def test_the_real_pair_has_no_error(name, reverse):
    assert score(name, reverse=reverse)[1] == []


@pytest.mark.parametrize("reverse", [False, True])
@pytest.mark.parametrize(
    ("prefix", "requirement", "row", "node"),
    [("p", 0.99, 0.97, 0.98), ("made-", 0.98, 0.96, 0.97)],
)
def test_gold_alignments_are_found(prefix, requirement, row, node, reverse):
    n: Counter[str] = Counter()
    for name in PAIRS:
        n += score(name, reverse=reverse)[0] if name.startswith(prefix) else Counter()
    assert n["requirement true"] / n["requirement all"] >= requirement
    assert n["row true"] / n["row all"] >= row
    assert n["class true"] / n["class all"] >= node
    assert n["critical kept"] == n["critical"]
    assert n["critical flagged"] >= 0.95 * n["critical"]

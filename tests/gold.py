"""Alignments made by hand: the files under cases/gold.

Each file holds two units and how their nodes correspond, by ids of its own; `moved: "either"` leaves open which of
two exchanged lines moved, `optional_links` and `unscored_nodes` leave open what cannot be decided.
"""

from __future__ import annotations

import json
from pathlib import Path

from generator.model.form import unit_from_json

GOLD = Path(__file__).parent / "cases" / "gold"
PAIRS = sorted(path.stem for path in GOLD.glob("*.json"))
MIRRORED = {"added": "removed", "removed": "added", "split": "merged", "merged": "split"}


def read_gold(name: str, *, reverse: bool = False):
    gold = json.loads((GOLD / f"{name}.json").read_text(encoding="utf-8"))
    links = [
        (link["a"], link["b"], link["class"], link.get("moved"), link.get("critical", False)) for link in gold["links"]
    ]
    optional = {tuple(pair) for pair in gold["optional_links"]}
    unscored = {tuple(node.split(":")) for node in gold["unscored_nodes"]}
    if not reverse:
        return gold["a"], gold["b"], links, gold["fields"], optional, unscored
    links = [(b, a, MIRRORED.get(kind, kind), moved, critical) for a, b, kind, moved, critical in links]
    fields = [{**field, "class": MIRRORED.get(field["class"], field["class"])} for field in gold["fields"]]
    optional = {(b, a) for a, b in optional}
    unscored = {({"A": "B", "B": "A"}[side], node) for side, node in unscored}
    return gold["b"], gold["a"], links, fields, optional, unscored


def as_unit(form):
    """The unit of one side, and the gold's ids by position name."""
    ids, elements = {}, []
    for number, group in enumerate(form["groups"], 1):
        ids[f"e{number}"] = group["id"]
        elements.append({"heading": group["heading"] or None, "requirements": []})
        for place, item in enumerate(group["items"], 1):
            ids[f"e{number}.r{place}"] = item["id"]
            ids |= {f"e{number}.r{place}.{below}": sub["id"] for below, sub in enumerate(item["subs"], 1)}
            children = [{"text": sub["text"]} for sub in item["subs"]]
            elements[-1]["requirements"].append({"text": item["text"], "children": children})
    ids |= {f"c{number}": criterion["id"] for number, criterion in enumerate(form["criteria"], 1)}
    fields = form["fields"]
    value, _, note = (fields.get("credit") or "").partition(" ")
    unit = {
        "code": fields["code"],
        **{name: fields.get(name) for name in ("title", "industry", "functional_area", "range", "remark")},
        "level": int(fields["level"]) if fields.get("level") else None,
        "credit": {"value": float(value) if value else None, "note": note.strip("()（） ") or None},
        "elements": elements,
        "assessment_criteria": {
            "intro": fields.get("assessment_intro"),
            "items": [{"text": criterion["text"]} for criterion in form["criteria"]],
        },
    }
    return unit_from_json(unit), ids

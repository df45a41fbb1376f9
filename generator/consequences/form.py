"""The JSON form of consequences, as part of that of a comparison."""

from __future__ import annotations

from typing import Any

from generator.consequences.result import Consequences, Gap, GapList, GapState, Proposal, ReaderTasks, Task


def consequences_to_json(consequences: Consequences) -> dict[str, Any]:
    """Return the keys ``proposed_ruling``, ``tasks`` and ``gaps`` of the JSON object of a comparison."""
    return {
        "proposed_ruling": _proposal(consequences.proposal),
        "tasks": {tasks.reader.value: _tasks(tasks) for tasks in consequences.tasks},
        "gaps": [_gap_list(gaps) for gaps in consequences.gaps],
    }


def _proposal(proposal: Proposal) -> dict[str, Any]:
    return {
        "relation": proposal.relation.value,
        "ruling": proposal.equivalence.value if proposal.equivalence else None,
        "rules": list(proposal.rules),
        "reasons": list(proposal.reasons),
        "figures": list(proposal.figures),
        "unknown": list(proposal.unknown),
    }


def _tasks(tasks: ReaderTasks) -> dict[str, Any]:
    return {
        "summary": tasks.summary,
        "groups": [{"title": group.title, "tasks": [_task(task) for task in group.tasks]} for group in tasks.groups],
        "kept": tasks.kept,
        **({"notice": list(tasks.notice)} if tasks.notice else {}),
    }


def _task(task: Task) -> dict[str, Any]:
    form: dict[str, Any] = {
        "action": task.action,
        "field": task.field,
        "old": list(task.old),
        "new": list(task.new),
        "was": list(task.was),
        "now": list(task.now),
        "note": task.note,
        "check": list(task.check),
    }
    return {key: value for key, value in form.items() if value}


def _gap_list(gaps: GapList) -> dict[str, Any]:
    return {
        "held": gaps.held,
        "claimed": gaps.claimed,
        "remarks": list(gaps.remarks),
        **{
            f"{kind}_counts": {state.value: gaps.counts(kind)[state] for state in GapState}
            for kind in ("requirement", "criterion")
        },
        "gaps": [_gap(gap) for gap in gaps.gaps],
    }


def _gap(gap: Gap) -> dict[str, Any]:
    return {
        "node": gap.name,
        "kind": gap.kind,
        "state": gap.state.value,
        "counterparts": list(gap.counterparts),
        "reason": gap.reason,
        "check": list(gap.check),
    }

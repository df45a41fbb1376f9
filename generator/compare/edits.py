"""Say in words what the runs of a small edit show."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from generator.compare.result import InlineRun

_MOST_EDITS = 3
_LONGEST_QUOTE = 60


def edits(runs: Iterable[InlineRun]) -> tuple[tuple[str, str], ...]:
    """Return what each change of a line took away and what it put in its place, without blanks at the ends."""
    found: list[list[str]] = []
    last = "same"
    for run in runs:
        if run.kind != "same":
            if last == "same":
                found.append(["", ""])
            found[-1][run.kind == "added"] += run.text
        last = run.kind
    return tuple((gone.strip(), come.strip()) for gone, come in found)


def edit_text(runs: Sequence[InlineRun]) -> str:
    """Return the changes of a line in words, '"three" became "five"'; for larger ones only how large they are."""
    found = edits(runs)
    if len(found) <= _MOST_EDITS and all(len(text) <= _LONGEST_QUOTE for edit in found for text in edit):
        return "; ".join(filter(None, (_said(gone, come) for gone, come in found)))
    if all(run.kind != "same" for run in runs):
        return "rewritten"
    return "reworded in one place" if len(found) == 1 else f"reworded in {len(found)} places"


def _said(gone: str, come: str) -> str:
    if gone and come:
        return f'"{gone}" became "{come}"'
    return f'"{gone}" dropped' if gone else f'"{come}" added' if come else ""

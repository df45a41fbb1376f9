"""Compare the output folder with what would be written, for people and for CI."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping
from itertools import islice
from pathlib import Path

from generator.output.writing import Plan, plan_writes

_MOST_NAMED = 10
_MOST_LINES = 60
_LONGEST_LINE = 200
_CONTROL = re.compile(r"[\x00-\x08\x0a-\x1f\x7f-\x9f]")
_MEND = "Run `python -m generator generate` to bring the pages up to date."


def drift(docs: Path, files: Mapping[str, str | bytes]) -> str | None:
    """Return how ``docs`` differs from what would be written, None where it does not. Writes nothing.

    The text names the files, shows the first lines of a unified diff and ends with the command that mends it.
    Raises `GeneratorError` where `write_site` would.
    """
    plan = plan_writes(docs, files)
    if not plan.changed and not plan.stale and plan.final == plan.known:
        return None
    missing = tuple(path for path in plan.changed if not (docs / path).exists())
    differing = tuple(path for path in plan.changed if path not in missing)
    lines = [
        *_named("not written yet", missing),
        *_named("out of date", differing),
        *_named("generated once, wanted no more", plan.stale),
    ]
    if not lines:
        lines = ["the list of generated files is out of date"]
    return "\n".join([*lines, *_bounded_diff(docs, differing, plan), _MEND, ""])


def _named(what: str, paths: tuple[str, ...]) -> Iterator[str]:
    if paths:
        yield f"{what}: {len(paths)} file{'s' if len(paths) > 1 else ''}"
        yield from (f"  {path}" for path in paths[:_MOST_NAMED])
        if len(paths) > _MOST_NAMED:
            yield f"  and {len(paths) - _MOST_NAMED} more"


def _bounded_diff(docs: Path, paths: tuple[str, ...], plan: Plan) -> list[str]:
    diff = (line for path in paths for line in _diff(path, (docs / path).read_bytes(), plan.wanted[path]))
    shown = list(islice(diff, _MOST_LINES))
    if next(diff, None) is not None:
        shown.append(f"(the first {_MOST_LINES} lines of the difference)")
    return shown


def _diff(path: str, old: bytes, new: bytes) -> Iterator[str]:
    try:
        sides = old.decode("utf-8").split("\n"), new.decode("utf-8").split("\n")
    except UnicodeDecodeError:
        yield f"{path}: binary content differs"
        return
    for line in difflib.unified_diff(*sides, f"{path} (as it is)", f"{path} (as generated)", n=2, lineterm=""):
        yield _printable(line)


def _printable(line: str) -> str:
    """Return a line that cannot steer a terminal and does not fill it."""
    harmless = _CONTROL.sub("\N{REPLACEMENT CHARACTER}", line)
    return harmless if len(harmless) <= _LONGEST_LINE else harmless[:_LONGEST_LINE] + " ..."

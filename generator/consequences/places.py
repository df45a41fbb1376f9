"""Where things stand, as people count: "1.5", "criterion 2", "1.1 to 1.4, now 1.2 to 1.5"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from generator.text.wording import listed

Shift = tuple[str, str]
"""The position names of one thing before and after."""

_TWO = 2


def short_place(name: str) -> str:
    """Return the place of a node: "1.5" for e1.r5, "criterion 2" for c2, "element 1" for e1."""
    if name.startswith("c"):
        return f"criterion {name[1:]}"
    return name[1:].replace(".r", ".") if "." in name else f"element {name[1:]}"


def short_places(names: Iterable[str]) -> str:
    """Return the places of several nodes as a list: "1.4 and 1.5"."""
    return listed(tuple(map(short_place, names)))


def change_of_place(old: Sequence[str], new: Sequence[str]) -> str:
    """Return where something stood and where it stands now: "1.5, now 1.9"; only one of them where they agree."""
    before, after = short_places(old), short_places(new)
    return before or after if before == after or not (before and after) else f"{before}, now {after}"


def runs_of_shifts(shifts: Iterable[Shift]) -> str:
    """Return many changes of place in few words: "1.1 to 1.4, now 1.2 to 1.5; 1.6; 2.3, now 3.1"."""
    return "; ".join(_shift_text(run) for run in _runs(shifts))


def _runs(shifts: Iterable[Shift]) -> list[list[Shift]]:
    """Return the changes of place cut into runs in which both sides count on by one."""
    runs: list[list[Shift]] = []
    for shift in shifts:
        if runs and all(_follows(before, after) for before, after in zip(runs[-1][-1], shift, strict=True)):
            runs[-1].append(shift)
        else:
            runs.append([shift])
    return runs


def _follows(one: str, other: str) -> bool:
    return _parent(one) == _parent(other) and _number(one) + 1 == _number(other)


def _parent(name: str) -> str:
    return name.rpartition(".")[0]


def _number(name: str) -> int:
    return int(name.rpartition(".")[2].lstrip("erc"))


def _shift_text(run: Sequence[Shift]) -> str:
    before, after = _ends(run, 0), _ends(run, 1)
    return before if before == after else f"{before}, now {after}"


def _ends(run: Sequence[Shift], side: int) -> str:
    first, last = short_place(run[0][side]), short_place(run[-1][side])
    if first == last:
        return first
    first = first.replace("criterion", "criteria")
    return f"{first} {'and' if len(run) == _TWO else 'to'} {last.removeprefix('criterion ')}"

"""How old the requirements of a lineage are: a sentence for each of its newest versions, one for what is gone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from generator.compare.history_rows import Event, Happening, History, Row
from generator.compare.history_steps import older_versions
from generator.pages.lineage_names import VersionName
from generator.text.wording import counted

_STANDS = ("has stood since", "have stood since")
_BEGINNINGS = {
    Happening.INTRODUCED: ("was introduced in", "were introduced in"),
    Happening.REINSTATED: ("came back in", "came back in"),
    Happening.SPLIT_FROM: ("was split off in", "were split off in"),
    Happening.MERGED_FROM: ("was merged in", "were merged in"),
    Happening.CONTINUED_FROM: ("was continued in", "were continued in"),
}
_TAKEN_IN = (Happening.MERGED_INTO, Happening.SPLIT_INTO, Happening.CONTINUED_AS)


def history_summary(base: str, language: str, found: History, names: Sequence[VersionName]) -> str:
    """Return how many versions there are, since when the newest requirements stand, and how many are gone.

    ``language`` names the language where it is not English: a lineage may have more versions than are translated.
    """
    rows = [row for row in found.rows if row.kind == "requirement"]
    said = [f"{base} has {counted(len(names), 'version')}{f' in {language}' if language else ''}."]
    said += (_newest(end, rows, found, names) for end in found.ends())
    return " ".join((*said, *_gone(rows, found)))


def _newest(end: int, rows: Sequence[Row], found: History, names: Sequence[VersionName]) -> str:
    """Return since when the requirements of one of the newest versions stand."""
    standing = [row for row in rows if row.names[end]]
    if not standing:
        return f"{names[end].whole} has no requirements."
    before = older_versions(found.steps).get(end, frozenset()) | {end}
    number: Counter[tuple[int, tuple[str, str]]] = Counter()
    quiet: Counter[tuple[int, tuple[str, str]]] = Counter()
    for row in standing:
        origin = _origin(row, found, before)
        number[origin] += 1
        quiet[origin] += row.quiet
    parts = [
        f"{count} {words[count > 1]} {names[version].short}{_unchanged(count, quiet[version, words])}"
        for (version, words), count in sorted(number.items())
    ]
    return f"Of the {counted(len(standing), 'requirement')} of {names[end].whole}, {'; '.join(parts)}."


def _unchanged(number: int, quiet: int) -> str:
    if not quiet:
        return ""
    return f" ({'all' if quiet == number > 1 else quiet} without a change of words)"


def _origin(row: Row, found: History, before: frozenset[int]) -> tuple[int, tuple[str, str]]:
    """Return with which version a row began or came back last, up to one of the newest versions, and in what words."""
    begun = [event for event in row.events if event.happening in _BEGINNINGS and found.steps[event.step].new in before]
    if begun:
        return found.steps[begun[-1].step].new, _BEGINNINGS[begun[-1].happening]
    return next(version for version in row.versions if version in before), _STANDS


def _gone(rows: Sequence[Row], found: History) -> Iterator[str]:
    """Yield how many requirements none of the newest versions has, and how they went."""
    ends = frozenset(found.ends())
    lasts = [_last(row) for row in rows if ends.isdisjoint(row.versions)]
    if lasts:
        merged = sum(last.happening in _TAKEN_IN for last in lasts)
        gone, into = counted(len(lasts), "earlier requirement"), "another" if merged == 1 else "others"
        verb = "was" if len(lasts) == 1 else "were"
        if merged in (0, len(lasts)):
            yield f"{gone} {verb} {f'merged into {into}' if merged else 'dropped'}."
        else:
            yield f"{gone} are gone: {len(lasts) - merged} dropped, {merged} merged into {into}."


def _last(row: Row) -> Event:
    return [event for event in row.events if event.new is None][-1]

"""Diagnostics for reading in a terminal: the offending line with a marker, and what says the same only once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from generator.diagnostics.cells import harmless, marked
from generator.diagnostics.diagnostic import Diagnostic, Severity
from generator.diagnostics.grouping import Group, grouped
from generator.text.wording import counted

Style = Callable[[str, str], str]

_CODES = {
    Severity.ERROR: "\x1b[31m",
    Severity.WARNING: "\x1b[33m",
    Severity.INFO: "\x1b[36m",
    "bold": "\x1b[1m",
    "dim": "\x1b[2m",
}
_LINES_LISTED, _FILES_LISTED = 10, 5
_ROOM = 104


def as_text(diagnostics: Iterable[Diagnostic], *, colour: bool = False, group: bool = True, site_url: str = "") -> str:
    """Return one paragraph per diagnostic: place, severity, message and id, the line with a marker, what to do.

    Findings that say the same make one paragraph, which names the other places, unless ``group`` is false.
    The first of each id says where the id is explained; ``site_url`` goes before that address.
    """
    style = _coloured if colour else _plain
    groups = grouped(diagnostics) if group else tuple(Group(found, ()) for found in diagnostics)
    explained: set[str] = set()
    paragraphs = []
    for one in groups:
        see = "" if one.first.id in explained else f"{site_url}{one.first.see}"
        explained.add(one.first.id)
        paragraphs.append("\n".join(_paragraph(one, see, style)) + "\n")
    return "".join(paragraphs)


def _paragraph(group: Group, see: str, style: Style) -> Iterator[str]:
    found = group.first
    place = style("bold", f"{harmless(found.file)}:{found.line}")
    yield f"{place}: {style(found.severity, found.severity)}: {harmless(found.message)} [{found.id}]"
    yield from _excerpt(found, style)
    if group.others:
        yield f"    and {_lines(group.others)}"
    if group.elsewhere:
        yield f"    the same in {_files(group.elsewhere)}"
    if found.hint:
        yield f"    {style('dim', 'hint:')} {harmless(found.hint)}"
    if see:
        yield f"    {style('dim', 'see:')} {see}"


def _excerpt(found: Diagnostic, style: Style) -> Iterator[str]:
    if not found.excerpt:
        return
    line, marker = marked(found.excerpt, found.mark, _ROOM)
    yield f"    {style('dim', f'{found.line} |')} {line}"
    if marker:
        yield f"    {style('dim', ' ' * len(str(found.line)) + ' |')} {style(found.severity, marker)}"


def _lines(others: Sequence[Diagnostic]) -> str:
    numbers = list(dict.fromkeys(str(found.line) for found in others))
    return f"{len(others)} more in this file: line{'s' if len(numbers) > 1 else ''} {_some(numbers, _LINES_LISTED)}"


def _files(elsewhere: Sequence[Sequence[Diagnostic]]) -> str:
    places = [f"{harmless(found[0].file)}:{found[0].line}" for found in elsewhere]
    return f"{counted(len(places), 'further file')}: {_some(places, _FILES_LISTED)}"


def _some(words: Sequence[str], most: int) -> str:
    return ", ".join([*words[:most], *(["..."] if len(words) > most else [])])


def _coloured(style: str, text: str) -> str:
    return f"{_CODES[style]}{text}\x1b[0m"


def _plain(style: str, text: str) -> str:  # noqa: ARG001 - called like the one with colours
    return text

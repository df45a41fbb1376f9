"""A comparison as text for a terminal."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

from generator.compare.columns import columns
from generator.compare.result import Comparison, FieldChange, InlineRun, Link
from generator.compare.sections import Section, sections
from generator.compare.sentences import (
    FIELD_NAMES,
    STATUS_WORDS,
    alert_sentence,
    change_sentence,
    field_sentence,
    status_sentence,
    summary_sentence,
)

_RED, _GREEN, _YELLOW, _BOLD, _PLAIN = "\x1b[31m", "\x1b[32m", "\x1b[33m", "\x1b[1m", "\x1b[0m"
_MARKS = {"same": ("", ""), "removed": ("[-", "-]"), "added": ("{+", "+}")}
_COLOURS = {"same": "", "removed": _RED, "added": _GREEN}


def text_report(comparison: Comparison, *, colour: bool = False) -> str:
    """Return a comparison as lines of text that end with a line break.

    What went stands in ``[-...-]``, what came in ``{+...+}``; ``colour`` adds ANSI colours to these marks.
    Control characters of the texts are shown as the replacement character.
    """
    return "".join(f"{line}\n" for line in _lines(comparison, colour))


def _lines(comparison: Comparison, colour: bool) -> Iterator[str]:
    codes = _harmless(f"{comparison.old.code.text} compared with {comparison.new.code.text}")
    yield _painted(codes, _BOLD, colour)
    yield _harmless(summary_sentence(comparison))
    yield _harmless(field_sentence(comparison))
    yield ""
    yield _painted("Fields", _BOLD, colour)
    for change in comparison.fields:
        yield from _field(comparison, change, colour)
    for section in sections(comparison):
        yield ""
        yield from _section(comparison, section, colour)


def _field(comparison: Comparison, change: FieldChange, colour: bool) -> Iterator[str]:
    sign, word = STATUS_WORDS[change.change]
    sentence = change_sentence(comparison, change)
    yield f"  {'?' if change.absent_from_source else sign} {FIELD_NAMES[change.field]}: {_harmless(sentence or word)}"
    yield from _wording((change.runs,), change.change.quiet, colour)
    yield from _alerts(change.alerts, colour)


def _section(comparison: Comparison, section: Section, colour: bool) -> Iterator[str]:
    yield _painted(_harmless(section.title), _BOLD, colour)
    if section.head and not section.head.change.quiet:
        yield from _row(comparison, section.head, colour)
    for link in section.rows:
        yield from _row(comparison, link, colour)


def _row(comparison: Comparison, link: Link, colour: bool) -> Iterator[str]:
    sign, _ = STATUS_WORDS[link.change]
    names = " -> ".join("+".join(side) for side in (link.old, link.new) if side)
    yield f"  {sign} {names}  {_harmless(status_sentence(comparison, link))}"
    if link.pieces:
        old, new = columns(link)
        yield from _wording(old, False, colour)
        yield from _wording(new, False, colour)
    else:
        yield from _wording((link.runs,), link.change.quiet, colour)
    yield from _alerts(link.alerts, colour)


def _wording(lines: Iterable[tuple[InlineRun, ...]], quiet: bool, colour: bool) -> Iterator[str]:
    """Yield one line for each line of runs; a quiet one shows the new wording without marks."""
    for runs in lines:
        shown = [InlineRun("same", run.text) for run in runs if run.kind != "removed"] if quiet else runs
        if shown:
            yield "      " + "".join(_marked(run, colour) for run in shown)


def _marked(run: InlineRun, colour: bool) -> str:
    opening, closing = _MARKS[run.kind]
    blank = run.text[: len(run.text) - len(run.text.lstrip())]
    core = _harmless(run.text[len(blank) :])
    return _harmless(blank) + _painted(f"{opening}{core}{closing}", _COLOURS[run.kind], colour)


def _alerts(alerts: tuple[str, ...], colour: bool) -> Iterator[str]:
    if alerts:
        yield "      " + _painted(f"! {alert_sentence(alerts)}", _YELLOW, colour)


def _painted(text: str, paint: str, colour: bool) -> str:
    return f"{paint}{text}{_PLAIN}" if colour and paint else text


def _harmless(text: str) -> str:
    """Return text that cannot steer a terminal: control and direction characters replaced, line breaks as blanks."""
    return "".join(
        " " if mark in "\n\r\t" else "\ufffd" if unicodedata.category(mark) in ("Cc", "Cf", "Zl", "Zp") else mark
        for mark in text
    )

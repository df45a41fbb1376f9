"""A comparison as text for a terminal."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

from generator.compare.columns import columns
from generator.compare.result import Comparison, FieldChange, InlineRun, Link
from generator.compare.sections import sections
from generator.compare.sentences import (
    alert_sentence,
    field_alert_sentence,
    field_is_quiet,
    field_status,
    field_status_sentence,
    link_status,
    status_sentence,
)
from generator.compare.summaries import decisive_sentence, further_sentences, summary_sentence

_RED, _GREEN, _YELLOW, _BOLD, _PLAIN = "\x1b[31m", "\x1b[32m", "\x1b[33m", "\x1b[1m", "\x1b[0m"
_MARKS = {"same": ("", ""), "removed": ("[-", "-]"), "added": ("{+", "+}")}
_COLOURS = {"same": "", "removed": _RED, "added": _GREEN}


def text_report(
    comparison: Comparison, *, colour: bool = False, only_changes: bool = False, versions: bool = True
) -> str:
    """Return a comparison as lines of text that end with a line break.

    What went stands in ``[-...-]``, what came in ``{+...+}``; ``colour`` adds ANSI colours to these marks.
    ``only_changes`` leaves out what is the same or differs in typography only. Control characters of the texts are
    shown as the replacement character. Of two units that are no ``versions`` of one another nothing is said to have
    come or gone.
    """
    return "".join(f"{line}\n" for line in _lines(comparison, colour, only_changes, versions))


def _lines(comparison: Comparison, colour: bool, only_changes: bool, versions: bool) -> Iterator[str]:
    old, new = comparison.old.code.name, comparison.new.code.name
    yield _painted(_harmless(f"{old} compared with {new}"), _BOLD, colour)
    summary = [say(comparison, versions=versions) for say in (decisive_sentence, summary_sentence)]
    summary += further_sentences(comparison, versions=versions)
    yield from (_harmless(sentence) for sentence in summary if sentence)
    for title, changes in (("Fields", comparison.fields), ("Further texts", comparison.further)):
        shown = [change for change in changes if not (only_changes and field_is_quiet(change))]
        if shown:
            yield from ("", _painted(title, _BOLD, colour))
        for change in shown:
            yield from _field(comparison, change, colour)
    for section in sections(comparison, versions=versions):
        links = [link for link in section.rows if not (only_changes and link.change.quiet)]
        if section.head and not section.head.change.quiet:
            links.insert(0, section.head)
        if links or not only_changes:
            yield from ("", _painted(_harmless(section.title), _BOLD, colour))
        for link in links:
            yield from _row(comparison, link, colour, versions)


def _field(comparison: Comparison, change: FieldChange, colour: bool) -> Iterator[str]:
    sign, _ = field_status(comparison, change)
    yield f"  {sign} {_harmless(field_status_sentence(comparison, change))}"
    yield from _wording((change.runs,), change.change.quiet or change.absent_from_source is not None, colour)
    yield from _alert(field_alert_sentence(change), colour)


def _row(comparison: Comparison, link: Link, colour: bool, versions: bool) -> Iterator[str]:
    names = " -> ".join("+".join(side) for side in (link.old, link.new) if side)
    said = _harmless(status_sentence(comparison, link, versions=versions))
    yield f"  {link_status(comparison, link)[0]} {names}  {said}"
    if link.pieces:
        for lines in columns(link):
            yield from _wording(lines, False, colour)
    else:
        yield from _wording((link.runs,), link.change.quiet or link.absent_from_source is not None, colour)
    yield from _alert(alert_sentence(link.alerts), colour)


def _wording(lines: Iterable[tuple[InlineRun, ...]], quiet: bool, colour: bool) -> Iterator[str]:
    """Yield one line for each line of runs; a quiet one shows the wording of one side without marks."""
    for runs in lines:
        shown = _of_one_side(runs) if quiet else runs
        if shown:
            yield "      " + "".join(_marked(run, colour) for run in shown)


def _of_one_side(runs: tuple[InlineRun, ...]) -> tuple[InlineRun, ...]:
    """Return the new wording as runs without marks, the old one where there is no new one."""
    shown = [run for run in runs if run.kind != "removed"] or runs
    return tuple(InlineRun("same", run.text) for run in shown)


def _marked(run: InlineRun, colour: bool) -> str:
    opening, closing = _MARKS[run.kind]
    blank = run.text[: len(run.text) - len(run.text.lstrip())]
    core = _harmless(run.text[len(blank) :])
    return _harmless(blank) + _painted(f"{opening}{core}{closing}", _COLOURS[run.kind], colour)


def _alert(said: str, colour: bool) -> Iterator[str]:
    if said:
        yield "      " + _painted(f"! {said}", _YELLOW, colour)


def _painted(text: str, paint: str, colour: bool) -> str:
    return f"{paint}{text}{_PLAIN}" if colour and paint else text


def _harmless(text: str) -> str:
    """Return text that cannot steer a terminal: control and direction characters replaced, line breaks as blanks."""
    return "".join(
        " " if mark in "\n\r\t" else "\ufffd" if unicodedata.category(mark) in ("Cc", "Cf", "Zl", "Zp") else mark
        for mark in text
    )

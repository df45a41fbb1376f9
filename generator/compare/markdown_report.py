"""A comparison as Markdown: tables with the old and the new wording side by side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.compare.columns import Runs, columns
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
from generator.text.escape import escape_markdown

_TAGS = {"removed": ("<del>", "</del>"), "added": ("<ins>", "</ins>")}
_TABLE = ("| Change | {old} | {new} |", "| --- | --- | --- |")


def markdown_report(comparison: Comparison) -> str:
    """Return a comparison as Markdown that ends with a line break.

    What went is marked with ``<del>`` in the old column, what came with ``<ins>`` in the new one. All wording is
    escaped and comes out literally.
    """
    return "".join(f"{line}\n" for line in _lines(comparison))


def _lines(comparison: Comparison) -> Iterator[str]:
    yield f"# {_escaped(comparison.old.code.text)} compared with {_escaped(comparison.new.code.text)}"
    yield ""
    yield _escaped(summary_sentence(comparison))
    yield ""
    yield _escaped(field_sentence(comparison))
    yield ""
    yield "## Fields"
    yield ""
    yield from _head(comparison)
    for change in comparison.fields:
        yield _field_row(comparison, change)
    for section in sections(comparison):
        yield ""
        yield from _section(comparison, section)


def _head(comparison: Comparison) -> Iterator[str]:
    old, new = _escaped(comparison.old.code.text), _escaped(comparison.new.code.text)
    for line in _TABLE:
        yield line.format(old=old, new=new)


def _field_row(comparison: Comparison, change: FieldChange) -> str:
    sign, word = STATUS_WORDS[change.change]
    said = change_sentence(comparison, change) or word
    status = f"{'?' if change.absent_from_source else sign} {FIELD_NAMES[change.field]}: {said}"
    old, new = (tuple(run for run in change.runs if run.kind in ("same", kind)) for kind in ("removed", "added"))
    return _row(_status(status, change.alerts), (old,), (new,))


def _section(comparison: Comparison, section: Section) -> Iterator[str]:
    yield f"## {_escaped(section.title)}"
    yield ""
    yield from _head(comparison)
    for link in (section.head, *section.rows):
        if link:
            yield _link_row(comparison, link)


def _link_row(comparison: Comparison, link: Link) -> str:
    sign, _ = STATUS_WORDS[link.change]
    return _row(_status(f"{sign} {status_sentence(comparison, link)}", link.alerts), *columns(link))


def _status(text: str, alerts: tuple[str, ...]) -> str:
    called = f"<br>**{_escaped(alert_sentence(alerts))}**" if alerts else ""
    return f"{_escaped(text)}{called}"


def _row(status: str, old: Iterable[Runs], new: Iterable[Runs]) -> str:
    return f"| {status} | {_cell(old)} | {_cell(new)} |"


def _cell(lines: Iterable[Runs]) -> str:
    return "<br>".join("".join(map(_marked, runs)).strip() for runs in lines)


def _marked(run: InlineRun) -> str:
    opening, closing = _TAGS.get(run.kind, ("", ""))
    core = _escaped(run.text)
    before = " " if run.text[:1].isspace() else ""
    after = " " if core and run.text[-1:].isspace() else ""
    return f"{before}{opening}{core}{closing}{after}" if core else before


def _escaped(text: str) -> str:
    return escape_markdown(" ".join(text.split()))

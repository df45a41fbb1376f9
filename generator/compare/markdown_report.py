"""A comparison as Markdown: tables with the old and the new wording side by side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from generator.compare.columns import Runs, columns
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
from generator.text.escape import escape_markdown

_TAGS = {"removed": ("<del>", "</del>"), "added": ("<ins>", "</ins>")}
_TABLE = ("| Change | {old} | {new} |", "| --- | --- | --- |")


def markdown_report(comparison: Comparison, *, only_changes: bool = False, versions: bool = True) -> str:
    """Return a comparison as Markdown that ends with a line break.

    What went is marked with ``<del>`` in the old column, what came with ``<ins>`` in the new one. All wording is
    escaped and comes out literally. ``only_changes`` leaves out what is the same or differs in typography only. Of two
    units that are no ``versions`` of one another nothing is said to have come or gone.
    """
    return "".join(f"{line}\n" for line in _lines(comparison, only_changes, versions))


def _lines(comparison: Comparison, only_changes: bool, versions: bool) -> Iterator[str]:
    yield f"# {_escaped(comparison.old.code.name)} compared with {_escaped(comparison.new.code.name)}"
    summary = [say(comparison, versions=versions) for say in (decisive_sentence, summary_sentence)]
    summary.append(" ".join(further_sentences(comparison, versions=versions)))
    for paragraph in filter(None, summary):
        yield from ("", _escaped(paragraph))
    for title, changes in (("Fields", comparison.fields), ("Further texts", comparison.further)):
        shown = [change for change in changes if not (only_changes and field_is_quiet(change))]
        yield from _table(comparison, title, [_field_row(comparison, change) for change in shown])
    for section in sections(comparison, versions=versions):
        links = [link for link in (section.head, *section.rows) if link]
        shown_links = [link for link in links if not (only_changes and link.change.quiet)]
        yield from _table(comparison, section.title, [_link_row(comparison, link, versions) for link in shown_links])


def _table(comparison: Comparison, title: str, rows: Sequence[str]) -> Iterator[str]:
    """Yield a table under its title; nothing where there are no rows."""
    if rows:
        yield from ("", f"## {_escaped(title)}", "", *_head(comparison), *rows)


def _head(comparison: Comparison) -> Iterator[str]:
    old, new = _escaped(comparison.old.code.name), _escaped(comparison.new.code.name)
    for line in _TABLE:
        yield line.format(old=old, new=new)


def _field_row(comparison: Comparison, change: FieldChange) -> str:
    sign, _ = field_status(comparison, change)
    old, new = (tuple(run for run in change.runs if run.kind in ("same", kind)) for kind in ("removed", "added"))
    status = f"{sign} {field_status_sentence(comparison, change)}"
    return _row(_status(status, field_alert_sentence(change)), _plain((old,), change), _plain((new,), change))


def _link_row(comparison: Comparison, link: Link, versions: bool) -> str:
    status = f"{link_status(comparison, link)[0]} {status_sentence(comparison, link, versions=versions)}"
    old, new = columns(link)
    return _row(_status(status, alert_sentence(link.alerts)), _plain(old, link), _plain(new, link))


def _plain(lines: Iterable[Runs], thing: Link | FieldChange) -> Iterable[Runs]:
    """Return lines without marks where one source lacks the text: nothing is known to have changed."""
    if thing.absent_from_source is None:
        return lines
    return tuple(tuple(InlineRun("same", run.text) for run in runs) for runs in lines)


def _status(text: str, alert: str) -> str:
    called = f"<br>**{_escaped(alert)}**" if alert else ""
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

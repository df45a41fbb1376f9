"""A comparison as Markdown: tables with the old and the new wording side by side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from generator.compare.columns import Runs, columns
from generator.compare.result import Comparison, FieldChange, InlineRun, Link
from generator.compare.sections import sections
from generator.compare.sentences import (
    alert_sentence,
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


def markdown_report(comparison: Comparison, *, only_changes: bool = False) -> str:
    """Return a comparison as Markdown that ends with a line break.

    What went is marked with ``<del>`` in the old column, what came with ``<ins>`` in the new one. All wording is
    escaped and comes out literally. ``only_changes`` leaves out what is the same or differs in typography only.
    """
    return "".join(f"{line}\n" for line in _lines(comparison, only_changes))


def _lines(comparison: Comparison, only_changes: bool) -> Iterator[str]:
    yield f"# {_escaped(comparison.old.code.text)} compared with {_escaped(comparison.new.code.text)}"
    summary = decisive_sentence(comparison), summary_sentence(comparison), " ".join(further_sentences(comparison))
    for paragraph in filter(None, summary):
        yield from ("", _escaped(paragraph))
    for title, changes in (("Fields", comparison.fields), ("Further texts", comparison.further)):
        shown = [change for change in changes if not (only_changes and field_is_quiet(change))]
        yield from _table(comparison, title, [_field_row(comparison, change) for change in shown])
    for section in sections(comparison):
        links = [link for link in (section.head, *section.rows) if link]
        shown_links = [link for link in links if not (only_changes and link.change.quiet)]
        yield from _table(comparison, section.title, [_link_row(comparison, link) for link in shown_links])


def _table(comparison: Comparison, title: str, rows: Sequence[str]) -> Iterator[str]:
    """Yield a table under its title; nothing where there are no rows."""
    if rows:
        yield from ("", f"## {_escaped(title)}", "", *_head(comparison), *rows)


def _head(comparison: Comparison) -> Iterator[str]:
    old, new = _escaped(comparison.old.code.text), _escaped(comparison.new.code.text)
    for line in _TABLE:
        yield line.format(old=old, new=new)


def _field_row(comparison: Comparison, change: FieldChange) -> str:
    sign, _ = field_status(comparison, change)
    old, new = (tuple(run for run in change.runs if run.kind in ("same", kind)) for kind in ("removed", "added"))
    status = f"{sign} {field_status_sentence(comparison, change)}"
    return _row(_status(status, change.alerts), _plain((old,), change), _plain((new,), change))


def _link_row(comparison: Comparison, link: Link) -> str:
    status = f"{link_status(comparison, link)[0]} {status_sentence(comparison, link)}"
    old, new = columns(link)
    return _row(_status(status, link.alerts), _plain(old, link), _plain(new, link))


def _plain(lines: Iterable[Runs], thing: Link | FieldChange) -> Iterable[Runs]:
    """Return lines without marks where one source lacks the text: nothing is known to have changed."""
    if thing.absent_from_source is None:
        return lines
    return tuple(tuple(InlineRun("same", run.text) for run in runs) for runs in lines)


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

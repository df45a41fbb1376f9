"""Turn matches into links: the class of each, its runs, alerts and notes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from generator.compare.align import Match
from generator.compare.inline import inline_runs
from generator.compare.keys import TextClass, text_class
from generator.compare.lines import Line
from generator.compare.meaning import alerts, alerts_of_parts
from generator.compare.result import Change, InlineRun, Link
from generator.compare.verbs import verb_changed, without_marks

_CLASSES = {
    (TextClass.SAME, False): Change.UNCHANGED,
    (TextClass.SAME, True): Change.MOVED,
    (TextClass.TYPOGRAPHIC, False): Change.TYPOGRAPHIC,
    (TextClass.TYPOGRAPHIC, True): Change.MOVED,
    (TextClass.SPELLING, False): Change.TYPOGRAPHIC,
    (TextClass.SPELLING, True): Change.MOVED,
    (TextClass.REWORDED, False): Change.REWORDED,
    (TextClass.REWORDED, True): Change.MOVED_REWORDED,
}


def links(found: Iterable[Match]) -> tuple[Link, ...]:
    """Return the link of every match, in the order of the matches."""
    return tuple(map(_link, found))


def _link(match: Match) -> Link:
    if len(match.old) > 1 or len(match.new) > 1:
        return _bundle(match)
    if match.old and match.new:
        return _pair(match)
    line = (match.old or match.new)[0]
    kind = "removed" if match.old else "added"
    change = Change.REMOVED if match.old else Change.ADDED
    runs = (InlineRun(kind, line.wording.text),) if line.wording.text else ()
    return Link(match.kind, _names(match.old), _names(match.new), change, runs)


def _pair(match: Match) -> Link:
    old, new = match.old[0], match.new[0]
    absent = None if old.missing == new.missing else "old" if old.missing else "new"
    found = text_class(old.wording, new.wording)
    reworded = found is TextClass.REWORDED and absent is None
    return Link(
        match.kind,
        _names(match.old),
        _names(match.new),
        _CLASSES[found, match.moved],
        inline_runs(old.wording.text, new.wording.text),
        alerts=alerts(old.wording.words, new.wording.words) if reworded else (),
        notes=_notes(found, old, new) if absent is None else (),
        similarity=None if absent or old.missing else (match.similarity or 0) / 1000,
        absent_from_source=absent,
        reason=match.reason,
    )


def _notes(found: TextClass, old: Line, new: Line) -> tuple[str, ...]:
    if found is TextClass.SPELLING:
        return ("spelling",)
    changed = found is TextClass.REWORDED and verb_changed(without_marks(old.wording), without_marks(new.wording))
    return ("verb",) if changed else ()


def _bundle(match: Match) -> Link:
    merged = len(match.old) > 1
    whole, pieces = (match.new[0], match.old) if merged else (match.old[0], match.new)
    return Link(
        match.kind,
        _names(match.old),
        _names(match.new),
        Change.MERGED if merged else Change.SPLIT,
        pieces=tuple(
            inline_runs(old.wording.text, new.wording.text, partial=True) for old in match.old for new in match.new
        ),
        alerts=alerts_of_parts(whole.wording.words, [piece.wording.words for piece in pieces]),
        similarity=None if whole.missing else (match.similarity or 0) / 1000,
        reason=match.reason,
    )


def _names(lines: Sequence[Line]) -> tuple[str, ...]:
    return tuple(line.name for line in lines)

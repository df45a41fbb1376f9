"""Whether an edit changes what comes first in time."""

from __future__ import annotations

import re

from generator.compare.meaning.edit import Edit, Reading
from generator.compare.spelling import spelled

_BEFORE, _DURING, _AT, _AFTER = "before", "during", "at", "after"
_WORDS = {
    _BEFORE: frozenset("before until till beforehand preceding".split()),
    _DURING: frozenset("during while throughout".split()),
    _AT: frozenset("when whenever once upon".split()),
    _AFTER: frozenset("after following since afterwards subsequently".split()),
}
_CHINESE = {
    _BEFORE: re.compile(spelled("(?<![目當眼空面])前(?![線台瞻景提往來述列額端臂])|(?<![首優祖])先(?![後進生天])")),
    _DURING: re.compile(spelled("期間|過程中|同時")),
    _AFTER: re.compile(spelled("(?<![最先背])後(?![勤續備果台方座端腿])")),
}
_NEAR = frozenset({_AT, _DURING, _AFTER})
"""What happens when, once or upon something may as well happen while or after it."""


def order_in_time_differs(edit: Edit) -> bool:
    """Return whether words for one order in time gave way to words for another."""
    gone = {name for name in _WORDS if _count(edit.old, name) > _count(edit.new, name)}
    come = {name for name in _WORDS if _count(edit.new, name) > _count(edit.old, name)}
    if not gone or not come:
        return False
    return not (gone | come <= _NEAR and _AT in gone | come)


def _count(side: Reading, name: str) -> int:
    chinese = _CHINESE.get(name)
    return sum(word in _WORDS[name] for word in side.words) + (len(chinese.findall(side.text)) if chinese else 0)

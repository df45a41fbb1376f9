"""Whether an edit changes what must, should or may be done."""

from __future__ import annotations

import re

from generator.compare.meaning.edit import Edit, Reading
from generator.compare.spelling import spelled

_MUST, _SHOULD, _MAY, _CAN = "must", "should", "may", "can"
_PATTERNS = {
    _MUST: re.compile(
        r"\b(?:must|shall|mandatory|compulsory|obligatory|require[sd]?|(?:obliged|ha(?:s|ve|d)|needs?) to)\b"
        + spelled("|必須|(?<!無)須(?!知)")
    ),
    _SHOULD: re.compile(
        r"\b(?:should|ought to|recommended|advisable)\b" + spelled("|應當|應該|(?<![適相對反供])應(?![用付急對變徵聘])")
    ),
    _MAY: re.compile(
        r"\b(?:may|might|optional|optionally|(?:allowed|permitted|free) to)\b" + spelled("|可(?![能靠行持見否])|不得")
    ),
    _CAN: re.compile(r"\b(?:can|could)\b"),
}


def obligation_differs(edit: Edit) -> bool:
    """Return whether one kind of obligation gave way to another, or came or went in a small edit.

    What can be done is said of what is possible as well as of what is allowed: it counts only against a "must".
    """
    old, new = _kinds(edit.old), _kinds(edit.new)
    gone, come = old - new, new - old
    if gone and come:
        return gone | come != {_MAY, _CAN}
    return edit.small and bool((gone | come) - {_CAN})


def _kinds(side: Reading) -> frozenset[str]:
    return frozenset(name for name, pattern in _PATTERNS.items() if pattern.search(side.text))

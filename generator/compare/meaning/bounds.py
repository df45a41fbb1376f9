"""Whether an edit turns a bound round, takes it away or sets one."""

from __future__ import annotations

from generator.compare.meaning.edit import Edit, Reading
from generator.compare.numbers import numbers
from generator.compare.spelling import spelled

_LOWER = frozenset(
    "atleast least minimum minimal min more above over exceed exceeds exceeding exceeded beyond higher ≥ >".split()
) | frozenset(map(spelled, "至少 超過 以上 高於 多於 大於 逾".split()))
_UPPER = frozenset("atmost most maximum maximal max less fewer below under within lower ≤ <".split()) | frozenset(
    map(spelled, "最多 以下 以內 之內 低於 少於 小於 未滿".split())
)
_LIMITS = frozenset("atleast atmost minimum maximum exceed exceeds exceeding within ≥ > ≤ <".split()) | frozenset(
    map(spelled, "至少 最多 超過 以上 以下 以內 之內".split())
)
"""Words that make a limit of a number: without them it is an exact figure."""

_ONLY = frozenset("only solely exclusively".split()) | frozenset(map(spelled, "只可 僅 只限".split()))


def bounds_differ(edit: Edit) -> bool:
    """Return whether a lower bound became an upper one or the reverse, or a limit or an "only" came or went."""
    lower, upper = edit.found(_LOWER), edit.found(_UPPER)
    if (lower[0] and upper[1]) or (upper[0] and lower[1]):
        return True
    if not edit.small:
        return False
    limits = edit.found(_LIMITS)
    return any(edit.found(_ONLY)) or (bool(limits[0] | limits[1]) and all(map(_has_number, (edit.old, edit.new))))


def _has_number(side: Reading) -> bool:
    return bool(numbers(side.words))

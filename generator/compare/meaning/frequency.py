"""Whether an edit changes how often something is done."""

from __future__ import annotations

from generator.compare.meaning.edit import Edit
from generator.compare.spelling import spelled

_FREQUENCIES = frozenset(
    """always often sometimes regularly rarely never hourly daily nightly weekly fortnightly monthly bimonthly quarterly
    yearly biennially continually immediately""".split()
) | frozenset(map(spelled, "每小時 每班 每日 每週 每月 每季 每年 經常 定期 不時 間中 偶爾 即時".split()))


def frequency_differs(edit: Edit) -> bool:
    """Return whether one frequency gave way to another."""
    return all(edit.found(_FREQUENCIES))

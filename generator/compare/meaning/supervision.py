"""Whether an edit changes who bears the responsibility: under supervision, alone, assisting, leading."""

from __future__ import annotations

from generator.compare.meaning.edit import Edit, Reading
from generator.compare.spelling import spelled

_GUIDED = {
    "under": frozenset("supervision supervised guidance instruction".split())
    | frozenset(map(spelled, "監督 指導 督導".split())),
    "alone": frozenset("independently autonomously unsupervised alone".split())
    | frozenset(map(spelled, "獨立 自行".split())),
}
_PARTS = {
    "assisting": frozenset("assist assists assisting help helps helping".split()),
    "leading": frozenset("lead leads leading manage manages managing direct head oversee supervise chair".split()),
}
_CHINESE_PARTS = {"assisting": ("協助", "輔助"), "leading": ("帶領", "領導", "主持", "管理")}
_OPENING = 3
"""Words from the beginning among which the verb stands that says which part someone plays."""


def supervision_differs(edit: Edit) -> bool:
    """Return whether words for one degree of responsibility came, went or gave way to others."""
    if _groups(edit.old) != _groups(edit.new):
        return True
    old, new = _part(edit.old), _part(edit.new)
    return old != new and "assisting" in (old, new)


def _groups(side: Reading) -> frozenset[str]:
    return frozenset(name for name, words in _GUIDED.items() if any(map(side.holds, words)))


def _part(side: Reading) -> str:
    for name, words in _PARTS.items():
        chinese = tuple(map(spelled, _CHINESE_PARTS[name]))
        if words & frozenset(side.words[:_OPENING]) or side.text.startswith(chinese):
            return name
    return ""

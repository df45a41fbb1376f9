"""The language a unit is written in, told from its characters."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.model import Unit, nodes
from generator.text.folding import is_cjk
from generator.text.languages import chinese_script

_LATIN = re.compile("[a-z]")
_FEWEST_CHARACTERS = 2
_SHARE_OF_A_BILINGUAL_SHEET = 0.4
_LEAST_SHARE = 0.15


def language_of(unit: Unit) -> str:
    """Return "en", "zh-Hant", "zh-Hans", or "mul" for a sheet that prints English and Chinese side by side.

    In a bilingual sheet many fields and items are Chinese, and many English; in others words of the other
    language turn up. A Chinese character counts as a word. Traditional and Simplified
    are told apart by which of the two national character sets (Big5, GB 2312) more of the characters belong to.
    """
    words = [(_chinese(text), _latin(text)) for text in _texts(unit)]
    chinese = [character for characters, _ in words for character in characters]
    share = len(chinese) / max(1, len(chinese) + sum(latin for _, latin in words))
    in_chinese = sum(len(characters) >= _FEWEST_CHARACTERS for characters, _ in words)
    in_english = sum(latin >= _FEWEST_CHARACTERS for _, latin in words)
    both = min(in_chinese, in_english) >= _SHARE_OF_A_BILINGUAL_SHEET * len(words)
    if both and _LEAST_SHARE <= share <= 1 - _LEAST_SHARE:
        return "mul"
    if in_chinese < in_english or share < _LEAST_SHARE:
        return "en"
    return chinese_script("".join(chinese))


def _texts(unit: Unit) -> Iterator[str]:
    yield from filter(None, (unit.title, unit.range, unit.functional_area, unit.remark, unit.assessment_criteria.intro))
    yield from (node.text for node in nodes(unit) if node.text)


def _chinese(text: str) -> list[str]:
    return [] if text.isascii() else [character for character in text if is_cjk(character)]


def _latin(text: str) -> int:
    return sum(_LATIN.search(word) is not None for word in text.casefold().split())

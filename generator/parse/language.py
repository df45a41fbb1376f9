"""The language a unit is written in, told from its characters."""

from __future__ import annotations

from generator.text.folding import is_cjk

_SHARE_OF_A_BILINGUAL_SHEET = 0.15


def language_of(text: str) -> str:
    """Return "en", "zh-Hant", "zh-Hans", or "mul" for a sheet that prints English and Chinese side by side.

    A Chinese character counts as a word. Traditional and Simplified are told apart by which of the two
    national character sets (Big5, GB 2312) more of the characters belong to.
    """
    chinese = [character for character in text if is_cjk(character)]
    latin = sum(any("a" <= letter <= "z" for letter in word.casefold()) for word in text.split())
    share = len(chinese) / max(1, len(chinese) + latin)
    if share < _SHARE_OF_A_BILINGUAL_SHEET:
        return "en"
    if share < 1 - _SHARE_OF_A_BILINGUAL_SHEET and latin > 20:
        return "mul"
    return "zh-Hant" if _fitting(chinese, "big5") >= _fitting(chinese, "gb2312") else "zh-Hans"


def _fitting(characters: list[str], encoding: str) -> int:
    return len("".join(characters).encode(encoding, errors="ignore")) // 2

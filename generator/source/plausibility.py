"""How much sense bytes make when read in an encoding: by the characters that come out, and their neighbours.

Which Chinese characters are common is what the two national sets say: their first level holds the characters
in use, in order of sound or strokes, the second the rare ones (Big5, A4-C6; GB 2312, rows 16 to 55).
"""

from __future__ import annotations

import re
from collections.abc import Iterable


def _first_level(encoding: str, leads: Iterable[int], trails: Iterable[int]) -> frozenset[str]:
    trails = tuple(trails)
    pairs = (bytes((lead, trail)).decode(encoding, errors="ignore") for lead in leads for trail in trails)
    return frozenset(character for character in pairs if character)


_TRADITIONAL = _first_level("big5", range(0xA4, 0xC7), (*range(0x40, 0x7F), *range(0xA1, 0xFF)))
_SIMPLIFIED = _first_level("gb2312", range(0xB0, 0xD8), range(0xA1, 0xFF))
_COMMON = _TRADITIONAL | _SIMPLIFIED
_FREQUENT = frozenset(
    "的一是在不了有和人這这中大為为上個个國国我以要他時时來来用們们生到作地於于出就分對对成會会可主發发年動动同工也能下過过子說说產产種种面而方"
    "後后多定行學学法所民得經经十三之進进着等部度家電电力裡里如水化高自二理起小物現现實实加量都兩两體体制機机當当使點点從从業业本去把性好應应"
    "開开它合還还因由其些然前外天政四日那社義义事平形相全表間间樣样與与關关各重新線线內内數数正心反你明看原又麼么利比或但質质氣气第向道命此變变"
    "單单元名稱称編编號号範范圍围級级別别評评核指引備备註注職职疇畴資资歷历要求表現综綜效清晰準确確服务務管理品客戶户技術术知識识工具安全"
)
_CHINESE_SIGNS = frozenset("，。、；：？！「」『』（）《》〈〉【】“”‘’…—–　․‧·•●○◎△▲■□◆◇★☆※♦→")
_WESTERN_SIGNS = frozenset("‘’“”–—•…€™£©®°·½¼¾²³ª«»§±×")
_HAN = re.compile("[\u2e80-\u2fdf\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_WORTH_OF_RARE = 0.1
_WORTH_OF_FREQUENT = 1.5


def plausibility(text: str, encoding: str) -> float:
    """Return how well a text reads, as the worth of an average character outside ASCII; below 0 it is nonsense."""
    worth_of = _western_worth if encoding == "cp1252" else _chinese_worth
    marked = f" {text} "
    worth = [worth_of(marked, at) for at, character in enumerate(marked) if character > "\x7f"]
    return sum(worth) / len(worth) if worth else 0.0


def plausibility_of_utf16(text: str) -> float:
    """Return which share of a text are characters of Chinese and English sheets."""
    known = sum(
        " " <= letter <= "~" or letter in "\t\r\n" or letter in _COMMON or letter in _CHINESE_SIGNS for letter in text
    )
    return known / max(1, len(text))


def _chinese_worth(text: str, at: int) -> float:
    character = text[at]
    if character == "\ufffd":
        return -2.0
    if character in _FREQUENT:
        return _WORTH_OF_FREQUENT
    if character in _COMMON:
        return 0.3 if _between_letters(text, at) else 0.8
    return _chinese_sign_worth(character)


def _chinese_sign_worth(character: str) -> float:
    if character in _CHINESE_SIGNS or "\uf020" <= character <= "\uf0ff":
        return 1.2
    if "\uff01" <= character <= "\uff5e":
        return 0.6
    return _WORTH_OF_RARE if _HAN.match(character) else -0.5


def _between_letters(text: str, at: int) -> bool:
    """Tell whether a character stands alone behind a small letter, where only a sign or an accent may."""
    return text[at - 1].isascii() and text[at - 1].islower() and text[at + 1].isascii()


def _western_worth(text: str, at: int) -> float:
    character, before, after = text[at], text[at - 1], text[at + 1]
    if character == "\ufffd":
        return -2.0
    if character in _WESTERN_SIGNS:
        return 1.2 if before < "\x80" and after < "\x80" else 0.4
    if character.isalpha() and character > "\xbf":
        beside = (before.isascii() and before.isalpha()) + (after.isascii() and after.isalpha())
        return (0.0, 1.0, 1.2)[beside] if not (before > "\x7f" and after > "\x7f") else -0.5
    return 0.3 if character == "\xa0" else -0.5

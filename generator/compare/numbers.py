"""Numbers and units of measure in a line, whether printed in digits, in words or in Chinese numerals."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_VALUES = {word: value for value, word in enumerate(_ONES.split())}
_VALUES |= {word: 10 * value for value, word in enumerate(_TENS.split(), 2)}
_VALUES |= {"hundred": 100, "thousand": 1000, "million": 1_000_000, "dozen": 12}
_OTHERS = {"half": "1/2", "once": "x1", "twice": "x2", "thrice": "x3", "double": "x2", "triple": "x3"}
_OTHERS |= {
    word: f"no. {value}"
    for value, word in enumerate("first second third fourth fifth sixth seventh eighth ninth tenth".split(), 1)
}
_SCALES = (100, 1000, 1_000_000)

_NUMERALS = "零一二三四五六七八九十百千萬万兩两半"
_MEASURES = "個个名小分秒時时天日週周月年季次項项種种份成倍人件度級级米公克噸吨元樓楼層层位張张頁页工"
_COUNTED = re.compile(f"(?:第[{_NUMERALS}]+|[{_NUMERALS}]+(?=[{_MEASURES}]))")
_NOT_COUNTED = re.compile(
    "一般|一些|一定|一致|一樣|一样|統一|统一|同一|進一步|进一步|一系列|萬一|万一|一旦|一併|一并|十分|百分"
)

_UNITS = frozenset(
    """second minute hour day week month quarter year metre meter centimetre kilometre millimetre inch foot mile gram
    kilogram tonne ton litre liter degree per_cent percent mm cm km kg mg ml kpa mpa bar psi volt amp watt kw celsius
    fahrenheit page copy""".split()
)
_CHINESE_UNITS = re.compile(r"小時|小时|分鐘|分钟|秒|日|天|星期|週|周|個月|个月|年|米|公里|公斤|克|公升|度")


def numbers(words: Sequence[str]) -> Counter[str]:
    """Return the values that stand in a line: "3" for 3 and three, "-18" for a minus sign before 18."""
    found: Counter[str] = Counter()
    open_value: int | None = None
    for position, word in enumerate((*words, "")):
        value = _VALUES.get(word)
        if open_value is not None and (value is None or not _continues(open_value, value)):
            found[str(open_value)] += 1
            open_value = None
        if value is not None:
            open_value = _joined(open_value, value)
        elif word[:1].isdigit():
            minus = (
                position > 0 and words[position - 1] == "-" and not (position > 1 and words[position - 2][0].isdigit())
            )
            found[("-" if minus else "") + _plain(word)] += 1
        elif word in _OTHERS:
            found[_OTHERS[word]] += 1
    found.update(_chinese(words))
    return found


def _continues(open_value: int, value: int) -> bool:
    return value in _SCALES or (open_value >= 20 and open_value % 10 == 0 and value < 10) or open_value in _SCALES


def _joined(open_value: int | None, value: int) -> int:
    if open_value is None:
        return value
    return open_value * value if value in _SCALES and open_value < value else open_value + value


def _plain(number: str) -> str:
    return number.rstrip("0").rstrip(".") if "." in number else number.lstrip("0") or "0"


def _chinese(words: Sequence[str]) -> list[str]:
    text = _NOT_COUNTED.sub("", "".join(words))
    return [match.group().removeprefix("第") for match in _COUNTED.finditer(text)]


def numerals(words: Iterable[str]) -> frozenset[str]:
    """Return the words that are single Chinese numerals."""
    return frozenset(words) & frozenset(_NUMERALS)


def measures(words: Sequence[str]) -> Counter[str]:
    """Return the units of measure that stand in a line, in the singular."""
    found = Counter(word.removesuffix("s") for word in words if word in _UNITS or word.removesuffix("s") in _UNITS)
    found.update(_CHINESE_UNITS.findall("".join(words)))
    found.update(f"°{after}" for sign, after in pairwise(words) if sign == "°")
    return found

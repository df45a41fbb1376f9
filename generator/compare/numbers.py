"""Numbers and units of measure in a line, whether printed in digits, in words or in Chinese numerals."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from generator.compare.spelling import spelled

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_VALUES = {word: value for value, word in enumerate(_ONES.split())}
_VALUES |= {word: 10 * value for value, word in enumerate(_TENS.split(), 2)}
_VALUES |= {"hundred": 100, "thousand": 1000, "million": 1_000_000, "dozen": 12}
_OTHERS = {"half": "1/2", "once": "1", "twice": "2", "thrice": "3", "double": "2", "triple": "3"}
_OTHERS |= {
    word: f"no. {value}"
    for value, word in enumerate("first second third fourth fifth sixth seventh eighth ninth tenth".split(), 1)
}
_SCALES = (100, 1000, 1_000_000)

_DIGITS = {numeral: value for value, numeral in enumerate("零一二三四五六七八九")} | {"两": 2}
_CHINESE_SCALES = {"十": 10, "百": 100, "千": 1000, "万": 10_000}
_NUMERALS = "零一二三四五六七八九十百千万两半"
_COUNTED = re.compile(
    f"第?([{_NUMERALS}]+)"
    + spelled(
        "(?=[個名小分秒時天日週月年季次項種份成倍人件度級米公克噸元樓層位張頁工條間部輛支枝隻雙套組步班口遍輪歲厘毫升伏瓦安])"
    )
)
_NOT_COUNTED = re.compile(
    spelled(
        "一般|一些|一定|一致|一樣|統一|同一|進一步|一系列|萬一|一旦|一併|百分|一次性|一線|二手|千萬|一手|四季|四周|四肢|五金|百貨|十字"
        "|(?<![二三四五六七八九])十分(?!鐘)"
    )
)

_FRACTION = re.compile(f"([{_NUMERALS}]+)分之([{_NUMERALS}]+)")

_UNITS = frozenset(
    """second minute hour day week month quarter year metre meter centimetre centimeter kilometre kilometer millimetre
    millimeter micrometre micrometer micron inch foot feet yard mile gram kilogram milligram microgram tonne ton pound
    ounce litre liter millilitre milliliter microlitre microliter gallon pint degree celsius fahrenheit kelvin percent
    volt kilovolt millivolt amp ampere milliamp watt kilowatt megawatt ohm kilohm megohm hertz kilohertz megahertz
    pascal kilopascal megapascal bar psi newton kilonewton joule kilojoule calorie lux lumen decibel mm cm km m mg g kg
    t ml l kl kpa mpa pa v kv mv a ma w kw mw hz khz mhz ghz rpm ppm ppb kn n nm μm μg μl db dba mol mmol lb oz ft mph
    kmh knot page copy storey floor tier dollar cent byte kilobyte megabyte gigabyte mb gb tb kb""".split()
)
_UNIT_WORD = re.compile(r"(?<![a-zμ])[a-zμ]+")
_CHINESE_UNITS = re.compile(
    spelled(
        "(?<!每)(?:小時|分鐘|秒|工作天|工作日|日|天|星期|週|個月|年|[毫微納千兆]?(?:米|克|升|伏|安|瓦|帕|赫|牛)|厘米|公里|公斤|公升|公噸|噸"
        "|攝氏|華氏|度|倍|成|元|萬|安士|磅|呎|吋)"
    )
)
_DEGREES = re.compile(r"° ?[a-z]\b")


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
    found.update(_chinese("".join(words)))
    return found


def _continues(open_value: int, value: int) -> bool:
    return value in _SCALES or (open_value >= 20 and open_value % 10 == 0 and value < 10) or open_value in _SCALES


def _joined(open_value: int | None, value: int) -> int:
    if open_value is None:
        return value
    return open_value * value if value in _SCALES and open_value < value else open_value + value


def _plain(number: str) -> str:
    return number.rstrip("0").rstrip(".") if "." in number else number.lstrip("0") or "0"


def _chinese(text: str) -> list[str]:
    fractions = [f"{_value(part)}/{_value(whole)}" for whole, part in _FRACTION.findall(text)]
    counted = _COUNTED.finditer(_NOT_COUNTED.sub("", _FRACTION.sub("", text)))
    return [*fractions, *(_value(match.group(1)) for match in counted)]


def _value(numeral: str) -> str:
    """Return the value of a Chinese numeral: "12" for 十二, "1/2" for 半."""
    if "半" in numeral:
        return "1/2"
    total = digit = 0
    for character in numeral:
        scale = _CHINESE_SCALES.get(character)
        if scale is None:
            digit = _DIGITS[character]
        else:
            total, digit = total + (digit or 1) * scale, 0
    return str(total + digit)


def measures(text: str) -> Counter[str]:
    """Return the units of measure that stand in a text in lower case, in the singular."""
    words = _UNIT_WORD.findall(text)
    found = Counter(word.removesuffix("s") for word in words if word in _UNITS or word.removesuffix("s") in _UNITS)
    found.update(_CHINESE_UNITS.findall(text))
    found.update(_DEGREES.findall(text))
    return found

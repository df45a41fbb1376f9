"""Numbers as the number formats of Word print them (ISO/IEC 29500-1, 17.18.59)."""

from __future__ import annotations

from collections.abc import Callable

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_LARGEST_ROMAN = 3999
_MOST_REPEATS = 30
_DIGITS = "〇一二三四五六七八九"
_LEGAL_DIGITS = "零壹貳參肆伍陸柒捌玖"
_LEGAL_DIGITS_SIMPLIFIED = "零壹贰叁肆伍陆柒捌玖"
_LARGEST_COUNTED = 99
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"


def formatted(number: int, style: str) -> str:
    """Return a number in a style by its name ("lowerRoman"); in plain digits where the style is not known."""
    if style == "none":
        return ""
    write = _STYLES.get(style)
    return (write(number) if write and number > 0 else "") or str(number)


def _roman(number: int) -> str:
    if number > _LARGEST_ROMAN:
        return ""
    text = ""
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        text += letters * count
    return text


def _letters(number: int) -> str:
    """Return a to z, then aa, bb, ...: Word repeats the letter."""
    repeats, place = divmod(number - 1, 26)
    return chr(ord("a") + place) * (repeats + 1) if repeats < _MOST_REPEATS else ""


def _counted(number: int, digits: str = _DIGITS, ten: str = "十", *, one_before_ten: bool = False) -> str:
    if number > _LARGEST_COUNTED:
        return ""
    tens, ones = divmod(number, 10)
    before = digits[tens] if tens > 1 or (tens and one_before_ten) else ""
    return before + (ten if tens else "") + (digits[ones] if ones else "")


def _digital(number: int) -> str:
    return "".join(_DIGITS[int(digit)] for digit in str(number))


def _from(signs: str) -> Callable[[int], str]:
    return lambda number: signs[number - 1] if number <= len(signs) else ""


_STYLES: dict[str, Callable[[int], str]] = {
    "lowerLetter": _letters,
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
    "decimalZero": lambda number: f"{number:02}",
    "decimalFullWidth": lambda number: "".join(chr(ord(digit) + 0xFEE0) for digit in str(number)),
    "decimalFullWidth2": lambda number: "".join(chr(ord(digit) + 0xFEE0) for digit in str(number)),
    "decimalEnclosedCircle": _from(_CIRCLED),
    "decimalEnclosedCircleChinese": _from(_CIRCLED),
    "chineseCounting": _counted,
    "chineseCountingThousand": _counted,
    "taiwaneseCounting": _counted,
    "taiwaneseCountingThousand": _counted,
    "japaneseCounting": _counted,
    "ideographDigital": _digital,
    "taiwaneseDigital": _digital,
    "japaneseDigitalTenThousand": _digital,
    "chineseLegalSimplified": lambda number: _counted(number, _LEGAL_DIGITS_SIMPLIFIED, "拾", one_before_ten=True),
    "ideographLegalTraditional": lambda number: _counted(number, _LEGAL_DIGITS, "拾", one_before_ten=True),
    "ideographTraditional": _from(_STEMS),
    "ideographZodiac": _from(_BRANCHES),
}

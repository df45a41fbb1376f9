"""Languages told from characters."""

from __future__ import annotations

import re

_CHINESE = re.compile(r"[\u3400-\u9fff][\u3000-\u303f\u3400-\u9fff\uff00-\uffef]*")


def chinese_script(text: str) -> str:
    """Return "zh-Hant" or "zh-Hans": of which national character set (Big5, GB 2312) more of the characters are."""
    return "zh-Hant" if _fitting(text, "big5") >= _fitting(text, "gb2312") else "zh-Hans"


def _fitting(text: str, encoding: str) -> int:
    return len(text.encode(encoding, errors="ignore")) // 2


def marked_chinese(markup: str) -> str:
    """Return escaped text of an English page with its Chinese words marked as such, for voices and fonts."""
    return _CHINESE.sub(lambda run: f'<span lang="{chinese_script(run.group())}">{run.group()}</span>', markup)

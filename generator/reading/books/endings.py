"""What ends a unit without being the start of the next one: appendices, chapters, dividers, signatures, end marks."""

from __future__ import annotations

import re

from generator.reading.lines import Line

_LEVEL = (
    r"(?:QF\s+)?Levels?\s*[1-7](?:\s+units?(?: of competency)?)?"
    r"|(?:資歷架構|资历架构)?(?:第\s*)?[一二三四五六七1-7]\s*[級级]|(?:資歷|资历)?[級级]別?别?\s*[1-7一二三四五六七]"
)
LEVEL_DIVIDER = re.compile(rf"\W*(?:{_LEVEL})\W*", re.IGNORECASE)
"""A level alone on a line, as it stands between the units of a book."""

_ENDINGS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "appendix",
        re.compile(
            r"(?:appendix|appendices|annex(?:ure)?|glossary|bibliography|references|acknowledgements?|abbreviations|"
            r"index|contents|list of (?:units|tables|figures|members|abbreviations))"
            r"(?:\s+(?:[A-Z]|\d{1,2}|[IVX]{1,4}))?"
            r"(?:\s*[:：–—-]\s*.{1,100}|\s+[A-Z].{1,100}|\s+of .{1,100})?",
            re.IGNORECASE,
        ),
    ),
    ("chapter", re.compile(r"(?:chapter|part)\s+(?:\d{1,2}|[IVX]{1,4}|[A-Z])\b.{0,100}", re.IGNORECASE)),
    (
        "chapter",
        re.compile(
            r"第\s*[\d一二三四五六七八九十]{1,3}\s*[章節节部].{0,40}|(?:附錄|附录|附件|附表|詞彙|词汇|鳴謝|鸣谢|目錄|目录).{0,40}"
        ),
    ),
    (
        "end mark",
        re.compile(
            r"[\W_]{2,}\s*(?:the\s+)?end\b.{0,60}"
            r"|[\W_]{0,3}end of (?:the )?(?:document|unit|file|page|report|section|book|standard)s?\b.{0,40}"
            r"|(?:the )?end[.!]?|[\W_]*(?:全文完|完)[\W_]*",
            re.IGNORECASE,
        ),
    ),
    (
        "signature",
        re.compile(
            r"(?:(?:best|kind|warm|with)\s+)*(?:kind\s+)?regards[,.]?|yours (?:sincerely|faithfully|truly)[,.]?|"
            r"sincerely[,.]?|best wishes[,.]?|cheers[,.]?|(?:many )?thanks[,.!]?|thank you[,.!]?|sent from my .{1,40}|"
            r"--|-{3,}\s*(?:original|forwarded) message.{0,40}|on .{5,80} wrote:|此致|敬上",
            re.IGNORECASE,
        ),
    ),
    (
        "site footer",
        re.compile(
            r"(?:©|\(c\)\s|copyright\b).{0,120}|.{0,60}all rights reserved.?"
            r"|(?:privacy|cookie)s? (?:policy|notice|settings).{0,40}"
            r"|(?:back to (?:the )?top|terms (?:of use|and conditions)|contact us|site ?map|disclaimer)\b.{0,60}",
            re.IGNORECASE,
        ),
    ),
)
_LONGEST = 160


def ends_a_unit(line: Line) -> bool:
    """Tell whether a line behind the last field of a unit visibly begins something else."""
    text = line.text
    if len(text) > _LONGEST or line.item:
        return False
    return any(pattern.fullmatch(text) and not _is_sentence(name, text) for name, pattern in _ENDINGS)


def _is_sentence(name: str, text: str) -> bool:
    return name in ("appendix", "chapter") and text.rstrip().endswith((".", ";", "。", "；"))

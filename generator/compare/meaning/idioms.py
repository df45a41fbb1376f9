"""Phrases that say one thing in several words, so that "not less than" and "at least" count as the same."""

from __future__ import annotations

import re

from generator.compare.spelling import spelled

_PHRASES = """
(?:not|no) (?:less|fewer|lower|under|smaller|shorter|earlier|sooner) than > atleast
at (?:the )?(?:very )?least > atleast
(?:a )?minimum of > atleast
(?:not|no) (?:more|greater|higher|larger|longer|later|over) than > atmost
not (?:to )?exceed(?:ing|s)? > atmost
at (?:the )?(?:very )?most > atmost
(?:a )?maximum of > atmost
up to date > current
up to > atmost
not only > both
whether or not > whether
other than|except(?:ing)? for|apart from|with the exception of|excepting|save for|excluding > except
unable to > not able to
fails? to > not
as soon as > when
prior to|in advance of|ahead of > before
subsequent to > after
(?:at all times|in all cases|in every case|without exception|invariably) > always
from time to time|now and then|occasionally|at times > sometimes
(?:at no time) > never
without delay|at once|straight away|promptly|immediately > immediately
seldom > rarely
usually|frequently > often
periodically|at regular intervals|on a regular basis > regularly
continuously > continually
(?:once )?(?:a|per|each|every) day|on a daily basis|everyday|each day > daily
(?:once )?(?:a|per|each|every) week|on a weekly basis > weekly
(?:once )?(?:a|per|each|every) month|on a monthly basis > monthly
(?:once )?(?:a|per|each|every) quarter > quarterly
(?:once )?(?:a|per|each|every) year|on a yearly basis|annually|annual > yearly
each > every
half an hour > 30 minute
(?:60|sixty) minutes > 1 hour
(?:12|twelve) months > 1 year
(?:24|twenty four) months > 2 year
(?:24|twenty four) hours > 1 day
(?:48|forty eight) hours > 2 day
(?:7|seven) days > 1 week
(?:14|fourteen) days|(?:a )?fortnight > 2 week
without (?:any )?(?:supervision|guidance|assistance|help)|unaided > unsupervised
on (?:his|her|his or her|their|ones) own > unsupervised
(?:anti|counter) ?clockwise > counterclockwise
mcg > microgram
first aid(?:er)?s? > firstaid
first in first out > fifo
(?:last in first out|first in last out) > lifo
third part(?:y|ies) > outsider
second hand > used
(one|two|three|four) (way|sided|stop|off|piece|handed|wheeled|wheel|dimensional|storey) > \\1\\2
double (check|checks|checking|insurance|glazed|glazing|sided) > \\1
"""
_CHINESE = """
不[得可應能]?(?:少|低|小|短|早)於|起碼|最少 > 至少
不[得可應能]?(?:(?:多|高|大|長|遲)於|超過|逾)|至多 > 最多
每天 > 每日
每個?星期|每個禮拜 > 每週
每個月 > 每月
立即|立刻|馬上|即刻|隨即 > 即時
必需|務必|務須|必定要 > 必須
可以|得以|准許 > 可
嚴禁|切勿|請勿|不可|不准|不許 > 不得
毋須|毋需|無需|不必|不須|不需 > 無須
之前|以前 > 前
之後|以後|過後 > 後
不但|不僅 > 既
"""


def _rules(table: str, form: str) -> list[tuple[re.Pattern[str], str]]:
    found = []
    for line in table.strip().splitlines():
        pattern, _, instead = line.rpartition(" > ")
        found.append((re.compile(form.format(spelled(pattern))), spelled(instead)))
    return found


_RULES = (*_rules(_PHRASES, r"\b(?:{})\b"), *_rules(_CHINESE, "(?:{})"))


def plain(text: str) -> str:
    """Return a text in lower case without punctuation, every listed phrase replaced by its plain word."""
    for pattern, instead in _RULES:
        text = pattern.sub(instead, text)
    return text

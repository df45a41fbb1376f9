"""Whether an edit takes away or brings in a negation."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from generator.compare.meaning.edit import Edit, Reading
from generator.compare.spelling import spelled
from generator.compare.stems import stem

_NEGATORS = frozenset(
    """not no never without none nor neither nothing nobody nowhere unless except dont doesnt didnt isnt arent wasnt
    werent cant couldnt wont wouldnt shouldnt mustnt neednt hasnt havent hadnt non""".split()
)
_REFUSALS = re.compile(
    r"\b(?:(?:avoid|prevent|prohibit|refrain|lack)(?:s|ed|ing)?|forbid(?:s|den|ding)?|ban(?:s|ned|ning)?"
    r"|exclud(?:e|es|ed|ing)|omit(?:s|ted|ting)?|skip(?:s|ped|ping)?|(?:keep|stop)s? (?:\w+ ){1,3}from|clear of)\b"
)
"""Words that negate what follows: they stand for a "not", and alone count only where hardly a word was changed."""

_NEITHER_NOR = re.compile(r"\bneither\b(.*?)\bnor\b")
_PREFIXES = ("in", "im", "il", "ir", "un", "non", "dis", "mis", "de", "ab", "mal")
_NO_NEGATIVES = frozenset(
    """inflammable invaluable inform uniform import display discover disclose design invest impress improve detail
    details mistake dispatch deliver device depart until unit union illustrate depress debrief dislocate""".split()
)
"""Words that only look as if they negated another word."""

_NUMBER_SIGN = re.compile(r"\bno (?=\d)")
_CHINESE = re.compile(spelled("[不未無非沒勿毋免禁否拒忌]"))
_NO_NEGATION = re.compile(
    spelled(
        "不同|不斷|不一|不時|不論|不管|不滿|不適|不安|不便|不法|不良|不足|不銹|不鏽|不動產|非常|無論|無線|無障礙|未來|免費|免稅"
        "|免疫|避免|是否|能否|可否|否則|禁區"
    )
)


def negation_differs(edit: Edit) -> bool:
    """Return whether one side negates what the other states."""
    old = _negations(edit.old) + _prefixed(edit.come, edit.gone)
    new = _negations(edit.new) + _prefixed(edit.gone, edit.come)
    refused_old, refused_new = (len(_REFUSALS.findall(side.text)) for side in (edit.old, edit.new))
    return (old != new or edit.small) and old + refused_old != new + refused_new


def negations_of_parts_differ(whole: Reading, together: Reading) -> bool:
    """Return whether only a whole or only its pieces hold a negation."""
    return bool(_negations(whole)) != bool(_negations(together))


def _negations(side: Reading) -> int:
    chinese = _CHINESE.findall(_NO_NEGATION.sub("", side.text))
    words = _NEITHER_NOR.sub(r"neither\1", _NUMBER_SIGN.sub("", side.text)).split()
    return sum(word in _NEGATORS for word in words) + len(chinese)


def _prefixed(plain: Mapping[str, int], negated: Iterable[str]) -> int:
    """Return how many words of one side negate a word of the other by their beginning or ending."""
    stems = frozenset(map(stem, plain))
    return sum(any(stem(spelled(base)) in stems for base in _bases(word)) for word in negated)


def _bases(word: str) -> Iterable[str]:
    """Yield what a word would negate if it is a negation by its form."""
    for prefix in _PREFIXES if word not in _NO_NEGATIVES else ():
        if word.startswith(prefix):
            yield word[len(prefix) :]
    if word.endswith("less"):
        yield word[:-4]
        yield f"{word[:-4]}ful"

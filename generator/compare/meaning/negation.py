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
_VERBS_OF_REFUSAL = frozenset(
    """avoid avoids avoiding prevent prevents preventing prohibit prohibits prohibited forbid forbids forbidden refrain
    ban banned lack lacks lacking exclude excludes excluded omit omits skip""".split()
)
"""Verbs that negate what follows: they count only where hardly a word was changed beside them."""

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
    prefixed_old, prefixed_new = _prefixed(edit.come, edit.gone), _prefixed(edit.gone, edit.come)
    if _negations(edit.old) + prefixed_old != _negations(edit.new) + prefixed_new:
        return True
    return edit.small and any(edit.found(_VERBS_OF_REFUSAL))


def negations_of_parts_differ(whole: Reading, together: Reading) -> bool:
    """Return whether only a whole or only its pieces hold a negation."""
    return bool(_negations(whole)) != bool(_negations(together))


def _negations(side: Reading) -> int:
    chinese = _CHINESE.findall(_NO_NEGATION.sub("", side.text))
    words = _NUMBER_SIGN.sub("", side.text).split()
    return sum(word in _NEGATORS for word in words) + len(chinese)


def _prefixed(plain: Mapping[str, int], negated: Iterable[str]) -> int:
    """Return how many words of one side negate a word of the other by their beginning or ending."""
    stems = frozenset(map(stem, plain))
    return sum(any(base in plain or stem(base) in stems for base in _bases(word)) for word in negated)


def _bases(word: str) -> Iterable[str]:
    """Yield what a word would negate if it is a negation by its form."""
    for prefix in _PREFIXES if word not in _NO_NEGATIVES else ():
        if word.startswith(prefix):
            yield word[len(prefix) :]
    if word.endswith("less"):
        yield word[:-4]
        yield f"{word[:-4]}ful"

"""Reduce English words to stems, so that *verify*, *verified* and *verification* count as one word."""

from __future__ import annotations

import re

_IRREGULAR = {
    "acceptance": "accept",
    "advice": "advis",
    "agreed": "agre",
    "analyses": "analys",
    "analysis": "analys",
    "approval": "approv",
    "appraisal": "apprais",
    "arrival": "arriv",
    "assistance": "assist",
    "care": "care",
    "children": "child",
    "compliance": "compli",
    "criteria": "criterion",
    "disposal": "dispos",
    "failure": "fail",
    "guidance": "guid",
    "kept": "keep",
    "known": "know",
    "maintenance": "maintain",
    "men": "man",
    "performance": "perform",
    "proposal": "propos",
    "removal": "remov",
    "renewal": "renew",
    "sold": "sell",
    "station": "station",
    "stations": "station",
    "understood": "understand",
    "use": "us",
    "used": "us",
    "uses": "us",
    "using": "us",
    "withdrawal": "withdraw",
    "withdrawals": "withdraw",
    "women": "woman",
    "written": "write",
}
_KEEP_MENT = ("depart", "docu", "instru", "apart", "compart", "ele", "seg", "com", "mo", "cement", "gar", "argu")
_NO_ADVERBS = frozenset(
    """
        ally anomaly apply assembly belly bully butterfly comply daily early family fly holy imply italy jelly
        monopoly multiply only rally rely reply supply tally weekly monthly yearly hourly quarterly
        """.split()
)
_VOWEL = re.compile(r"[aeiouy]")
_DOUBLED = re.compile(r"([bdgmnprt])\1$")
_PLURAL = re.compile(r"(?:(?<=ss)|(?<=sh)|(?<=ch)|(?<=x)|(?<=zz))es$|(?<![sui])s$")
_ION = re.compile(r"(?:[aeioucp]t|[aeiou]s|[nr]s)ion$")
_FROM_D = re.compile(r"(?<=[a-z]{3}[aiun])s$")
_AFTER_ATE = re.compile(r"(?<=[^aeo]at)$")
_DERIVED = (
    ("ification", "if", 2),
    ("ify", "if", 2),
    ("ication", "i", 4),
    ("icate", "i", 4),
    ("ation", "", 4),
    ("ate", "", 4),
    ("ment", "", 4),
    ("ly", "", 4),
)
"""Ending, what stands for it in the stem, and how many letters must be left before it."""
_SHORTEST = 4
_PARTS_OF_SPEECH = """
    abilit ibilit ational ativ ator iou eou ious eous ous ou iv iti ness ical ial al ic anc enc ant ent ari ori ist ism
    ur abl ibl ful ag er or
    """
_OTHER_ENDINGS = re.compile(rf"(?<=[a-z]{{4}})(?:{'|'.join(_PARTS_OF_SPEECH.split())})$")


def stem(word: str) -> str:
    """Return the stem of a word in lower case. Words of other scripts and of three letters stay as they are."""
    if len(word) < _SHORTEST or not word.isascii() or not word.isalpha():
        return word
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    return _without_ending(_derivation_removed(_inflection_removed(word)))


def root(word_stem: str) -> str:
    """Return a stem without the endings that make another part of speech: *infectious* and *infection*."""
    if not word_stem.isascii():
        return word_stem
    return _FROM_D.sub("d", _OTHER_ENDINGS.sub("", word_stem))


def is_adverb(word: str) -> bool:
    """Return whether an English word says in which manner something is done (evenly, correctly)."""
    return len(word) > _SHORTEST and word.endswith("ly") and word not in _NO_ADVERBS


def _inflection_removed(word: str) -> str:
    if word.endswith(("ies", "ied")):
        return word[:-3] + "y" if len(word) > _SHORTEST else word
    word = _PLURAL.sub("", word)
    for ending in ("ing", "ed"):
        rest = word[: -len(ending)]
        if word.endswith(ending) and not word.endswith("eed") and len(rest) > 2 and _VOWEL.search(rest):
            return _AFTER_ATE.sub("e", _DOUBLED.sub(r"\1", rest))
    return word


def _derivation_removed(word: str) -> str:
    if word in _NO_ADVERBS:
        return word
    for ending, instead, shortest in _DERIVED:
        rest = word[: -len(ending)]
        if word.endswith(ending) and len(rest) >= shortest and not (ending == "ment" and rest in _KEEP_MENT):
            return rest + instead
    return word[:-3] if len(word) > 6 and _ION.search(word) else word


def _without_ending(word: str) -> str:
    if len(word) >= _SHORTEST and word.endswith("e"):
        return word[:-1]
    return word[:-1] + "i" if len(word) >= _SHORTEST and word.endswith("y") else word

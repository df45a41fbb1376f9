"""Which edits may reverse or shift the meaning: what a reader must not miss in a small change."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Indel, LCSseq

from generator.compare import contrasts
from generator.compare.numbers import measures, numbers, numerals
from generator.compare.stems import stem
from generator.compare.vocabulary import RELATION_WORDS, STOP_WORDS
from generator.text.folding import is_cjk

_LIGHT = 0.5
_FEW_WORDS = 6
_CHARACTERS_PER_WORD = 2

_END = ""
_LIST_MARKS = frozenset("and or / 及 和 與 与 或".split())


@dataclass(frozen=True, slots=True)
class _Edit:
    """The words of both sides, what is on one of them only, and each side as one text with single blanks."""

    old: Sequence[str]
    new: Sequence[str]
    gone: Counter[str]
    come: Counter[str]
    old_text: str
    new_text: str

    @classmethod
    def of(cls, old: Sequence[str], new: Sequence[str]) -> _Edit:
        gone, come = Counter(old) - Counter(new), Counter(new) - Counter(old)
        return cls(old, new, gone, come, " ".join(old), " ".join(new))

    @property
    def light(self) -> bool:
        """Whether most of the line stayed, so that a turned word is an edit and not part of a rewrite."""
        changed = sum(1 if is_cjk(word[0]) else _CHARACTERS_PER_WORD for word in (self.gone + self.come).elements())
        return changed <= _CHARACTERS_PER_WORD * _FEW_WORDS or Indel.normalized_similarity(self.old, self.new) >= _LIGHT

    def found(self, vocabulary: Iterable[str]) -> tuple[frozenset[str], frozenset[str]]:
        """Return which words of a vocabulary are on the old side only, and which on the new side only."""
        words = tuple(vocabulary)
        old, new = (
            frozenset(word for word in words if _holds(line, text, word))
            for line, text in ((self.old, self.old_text), (self.new, self.new_text))
        )
        return old - new, new - old


def _holds(line: Sequence[str], text: str, word: str) -> bool:
    return word in line if word.isascii() else " ".join(word) in text


def alerts(old: Sequence[str], new: Sequence[str]) -> tuple[str, ...]:
    """Return what a reword may have done to the meaning, in a fixed order; the words are those of `Wording`.

    Only edits that leave most of the line as it was are looked at: in a rewrite such words come and go. A number
    that became another counts always.
    """
    edit = _Edit.of(old, new)
    light = edit.light
    return tuple(name for name, rule, always in _RULES if (light or always) and rule(edit))


def alerts_of_parts(whole: Sequence[str], parts: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """Return the alerts of a split or merge: a negation or number that stands on one side only."""
    together = [word for part in parts for word in part]
    found = []
    if bool(_negations(whole)) != bool(_negations(together)):
        found.append("negation")
    if set(numbers(whole)) != set(numbers(together)):
        found.append("number")
    return tuple(found)


def _negation(edit: _Edit) -> bool:
    if _negations(edit.old) != _negations(edit.new):
        return True
    gone, come = ({word: stem(word) for word in words} for words in (edit.gone, edit.come))
    return _prefixed(gone, come) or _prefixed(come, gone)


def _negations(words: Sequence[str]) -> int:
    chinese = contrasts.CHINESE_NO_NEGATION.sub("", "".join(words))
    return sum(word in contrasts.NEGATIONS for word in words) + len(contrasts.CHINESE_NEGATION.findall(chinese))


def _prefixed(plain: Mapping[str, str], negated: Mapping[str, str]) -> bool:
    """Return whether a word of one side is the negation of a word of the other by its beginning or its ending."""
    stems = frozenset(plain.values())
    for word in negated:
        for prefix in contrasts.NEGATIVE_PREFIXES:
            if word.startswith(prefix) and (word[len(prefix) :] in plain or stem(word[len(prefix) :]) in stems):
                return True
        if word.endswith("less") and (f"{word[:-4]}ful" in plain or word[:-4] in plain):
            return True
    return False


def _order_in_time(edit: _Edit) -> bool:
    gone, come = [], []
    for name, words in contrasts.ORDER_IN_TIME.items():
        before = sum(word in words for word in edit.old) + len(contrasts.CHINESE_ORDER[name].findall("".join(edit.old)))
        after = sum(word in words for word in edit.new) + len(contrasts.CHINESE_ORDER[name].findall("".join(edit.new)))
        gone.append(before > after)
        come.append(after > before)
    return any(gone) and any(come)


def _bound(edit: _Edit) -> bool:
    lower, upper = edit.found(contrasts.LOWER_BOUND), edit.found(contrasts.UPPER_BOUND)
    if (lower[0] and upper[1]) or (upper[0] and lower[1]) or any(edit.found(contrasts.STRICT_BOUNDS)):
        return True
    if contrasts.BOUND_PHRASES.findall(edit.old_text) != contrasts.BOUND_PHRASES.findall(edit.new_text):
        return True
    old, new = (sorted(contrasts.CHINESE_BOUNDS.findall("".join(words))) for words in (edit.old, edit.new))
    return old != new


def _obligation(edit: _Edit) -> bool:
    old, new = (
        {name for name, pattern in contrasts.OBLIGATIONS.items() if pattern.search(text)}
        for text in (edit.old_text, edit.new_text)
    )
    return bool(old ^ new) and old ^ new != {contrasts.ABILITY}


def _number(edit: _Edit) -> bool:
    old, new = numbers(edit.old), numbers(edit.new)
    gone, come = old - new, new - old
    if (gone and come) or (edit.light and (set(gone) | set(come)) - {"1", "no. 1"}):
        return True
    if numerals(edit.gone) and numerals(edit.come):
        return edit.light
    units = measures(edit.old), measures(edit.new)
    return bool(old and new and units[0] - units[1] and units[1] - units[0])


def _opposite(edit: _Edit) -> bool:
    gone, come = ({stem(word) for word in words} for words in (edit.gone, edit.come))
    for one, other in contrasts.OPPOSITES:
        for there, here in ((one, other), (other, one)):
            if one.isascii() and stem(there) in gone and stem(here) in come:
                return True
            if not one.isascii() and _swapped(edit, there, here):
                return True
    return any(pair in contrasts.DIRECT_OPPOSITES for pair in _direct_replacements(edit))


def _swapped(edit: _Edit, gone: str, come: str) -> bool:
    old, new = "".join(edit.old), "".join(edit.new)
    return old.count(gone) > new.count(gone) and new.count(come) > old.count(come)


def _direct_replacements(edit: _Edit) -> Iterable[frozenset[str]]:
    """Yield the words that stand in each other's place, one for one, as pairs without direction."""
    old, new = sorted((tuple(map(stem, edit.old)), tuple(map(stem, edit.new))))
    at_old = at_new = 0
    for block in LCSseq.opcodes((*old, _END), (*new, _END)):
        if block.tag == "equal":
            if block.src_start - at_old == block.dest_start - at_new == 1:
                yield frozenset((old[at_old], new[at_new]))
            at_old, at_new = block.src_end, block.dest_end


def _frequency(edit: _Edit) -> bool:
    return all(edit.found(contrasts.FREQUENCIES))


def _supervision(edit: _Edit) -> bool:
    old, new = (
        {name for name, words in contrasts.SUPERVISION.items() if any(_holds(line, text, word) for word in words)}
        for line, text in ((edit.old, edit.old_text), (edit.new, edit.new_text))
    )
    return old != new


def _word_order(edit: _Edit) -> bool:
    """Return whether the same words stand in another order that is not just the order of a list."""
    if edit.gone or edit.come or tuple(edit.old) == tuple(edit.new):
        return False
    differing = [position for position, pair in enumerate(zip(edit.old, edit.new, strict=True)) if pair[0] != pair[1]]
    between = frozenset(edit.old[differing[0] : differing[-1] + 1]) - _LIST_MARKS
    return bool(between & (STOP_WORDS | RELATION_WORDS))


_RULES: tuple[tuple[str, Callable[[_Edit], bool], bool], ...] = (
    ("negation", _negation, False),
    ("order in time", _order_in_time, False),
    ("bound", _bound, False),
    ("obligation", _obligation, False),
    ("number", _number, True),
    ("opposite", _opposite, False),
    ("frequency", _frequency, False),
    ("supervision", _supervision, False),
    ("word order", _word_order, False),
)
"""Name, rule, and whether the rule looks at rewrites too."""

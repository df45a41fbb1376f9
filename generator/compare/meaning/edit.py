"""An edit of one line as the rules on its meaning see it: both sides in plain words, what went and what came."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Indel

from generator.compare.meaning.idioms import plain
from generator.compare.stems import stem
from generator.text.folding import is_cjk

_LIGHT = 0.5
_FEW_WORDS = 6
_SMALL = 4

_IN_CHINESE = re.compile(r"(?<=[\u2e80-\u9fff]) (?=[\u2e80-\u9fff])")
_WORDS = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff]|[^\s\u2e80-\u9fff\uf900-\ufaff]+")


@dataclass(frozen=True, slots=True)
class Reading:
    """One side: its text in lower case without punctuation, idioms replaced by plain words, and the words of that.

    Chinese characters stand without blanks in the text, and are a word each.
    """

    text: str
    words: tuple[str, ...]

    @classmethod
    def of(cls, words: Iterable[str]) -> Reading:
        text = plain(_IN_CHINESE.sub("", " ".join(words)))
        return cls(text, tuple(_WORDS.findall(text)))

    def holds(self, word: str) -> bool:
        """Return whether a word stands in the line; Chinese words are looked up in the text."""
        return word in self.words if word.isascii() else word in self.text


@dataclass(frozen=True, slots=True)
class Edit:
    """Both sides of an edit, and the words that are on one of them only."""

    old: Reading
    new: Reading
    gone: Counter[str]
    come: Counter[str]

    @classmethod
    def of(cls, old: Sequence[str], new: Sequence[str]) -> Edit:
        one, other = Reading.of(_compounds(old, new)), Reading.of(_compounds(new, old))
        return cls(one, other, Counter(one.words) - Counter(other.words), Counter(other.words) - Counter(one.words))

    @property
    def changed(self) -> float:
        """How many words went or came; two Chinese characters are a word."""
        return sum(0.5 if is_cjk(word[0]) else 1.0 for word in (self.gone + self.come).elements())

    @property
    def light(self) -> bool:
        """Whether most of the line stayed, so that a turned word is an edit and not part of a rewrite."""
        return self.changed <= _FEW_WORDS or Indel.normalized_similarity(self.old.words, self.new.words) >= _LIGHT

    @property
    def small(self) -> bool:
        """Whether hardly a word was changed, so that even a word that only came or went tells."""
        return self.changed <= _SMALL

    def found(self, vocabulary: Iterable[str]) -> tuple[frozenset[str], frozenset[str]]:
        """Return which words of a vocabulary are on the old side only, and which on the new side only."""
        words = tuple(vocabulary)
        old, new = (frozenset(word for word in words if side.holds(word)) for side in (self.old, self.new))
        return old - new, new - old

    @property
    def stems(self) -> tuple[frozenset[str], frozenset[str]]:
        """The stems of what went and of what came."""
        return frozenset(map(stem, self.gone)), frozenset(map(stem, self.come))


def _compounds(words: Sequence[str], others: Sequence[str]) -> Sequence[str]:
    """Return words with two written as one where the other side writes them so: "re calibration" as "recalibration"."""
    written = frozenset(others) - frozenset(words)
    found: list[str] = []
    for word in words:
        if found and found[-1] + word in written:
            found[-1] += word
        else:
            found.append(word)
    return found

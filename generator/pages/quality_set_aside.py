"""What was set aside as page furniture, word for word, by file and by the rule that took it away."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.parse.documents import SetAsideText
from generator.text.wording import counted


@dataclass(frozen=True, slots=True)
class RepeatedText:
    """A text and the lines it stood in: running heads come again on every page."""

    text: str
    lines: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class SetAsideRule:
    """What one rule took away from one file; ``account`` counts words and places."""

    rule: str
    account: str
    texts: tuple[RepeatedText, ...]


@dataclass(frozen=True, slots=True)
class SetAsideFile:
    file: str
    account: str
    rules: tuple[SetAsideRule, ...]


def set_aside_files(files: Iterable[tuple[str, Sequence[SetAsideText]]]) -> tuple[SetAsideFile, ...]:
    """Return the files from which something was taken away, in the order given."""
    return tuple(SetAsideFile(file, _account(pieces), _rules(pieces)) for file, pieces in files if pieces)


def word_count(pieces: Iterable[SetAsideText]) -> int:
    """Return how many words were taken away."""
    return sum(len(piece.text.split()) for piece in pieces)


def _rules(pieces: Sequence[SetAsideText]) -> tuple[SetAsideRule, ...]:
    by_rule: dict[str, list[SetAsideText]] = {}
    for piece in pieces:
        by_rule.setdefault(piece.rule, []).append(piece)
    return tuple(SetAsideRule(rule, _account(found), _texts(found)) for rule, found in by_rule.items())


def _texts(pieces: Iterable[SetAsideText]) -> tuple[RepeatedText, ...]:
    lines: dict[str, list[int]] = {}
    for piece in pieces:
        lines.setdefault(piece.text, []).append(piece.place.first_line)
    return tuple(RepeatedText(text, tuple(numbers)) for text, numbers in lines.items())


def _account(pieces: Sequence[SetAsideText]) -> str:
    return f"{counted(word_count(pieces), 'word')} in {counted(len(pieces), 'place')}"

"""Characters to words, words to fragments: the stretches of a printed line between wide gaps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from statistics import median

from generator.positions import Passage
from generator.reading.containers.pdf.pages import UNMAPPED, Dot, Glyph
from generator.reading.items import GLYPHS, read_marker
from generator.reading.lines import Line
from generator.text.folding import is_cjk

_SAME_LINE = 0.25
_RAISED = 0.6
_SMALL = 0.8
_WORD_GAP = 0.15
_WORD_GAP_BESIDE_BLANKS = 0.25
_WORD_GAP_IN_CJK = 0.6
_WIDE_GAP = 1.0
_MUCH_WIDER = 2.2
_BULLET_REACH = 3.0
_OVERPRINT = 0.1


@dataclass(frozen=True, slots=True)
class Word:
    """Characters without a gap between them."""

    text: str
    x0: float
    x1: float
    bold: bool


@dataclass(frozen=True)
class Fragment:
    """Words of one printed line with no wide gap between them. ``line`` numbers the printed lines of a page."""

    words: tuple[Word, ...]
    baseline: float
    size: float
    line: int

    @cached_property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)

    @property
    def x0(self) -> float:
        return self.words[0].x0

    @property
    def x1(self) -> float:
        return self.words[-1].x1

    @property
    def middle(self) -> float:
        return self.baseline - self.size / 3

    @property
    def bold(self) -> bool:
        """Whether all words are bold; bullets and numbers before them need not be."""
        words = [word for word in self.words if any(character.isalpha() for character in word.text)]
        return all(word.bold for word in words or self.words)

    @cached_property
    def is_marked(self) -> bool:
        """Whether the fragment begins with a bullet, number or letter."""
        marker, _ = read_marker(Line(Passage.of(self.text, 0)))
        return marker.kind != "none" or self.is_marker

    @cached_property
    def is_marker(self) -> bool:
        """Whether the fragment is a bullet, number or letter and nothing else."""
        marker, rest = read_marker(Line(Passage.of(f"{self.text} A", 0)))
        return marker.kind != "none" and rest.text.strip() == "A"

    def split(self, count: int) -> tuple[Fragment, Fragment]:
        """Return the first words and the others as two fragments."""
        return replace(self, words=self.words[:count]), replace(self, words=self.words[count:])


def fragments_of(glyphs: Sequence[Glyph], dots: Sequence[Dot] = ()) -> list[Fragment]:
    """Return the fragments of the characters of a page or cell, line by line from left to right."""
    found: list[Fragment] = []
    lines = _with_bullets(_with_raised(_lines(glyphs)), dots)
    for number, line in enumerate(lines):
        line.sort(key=lambda glyph: (glyph.x0, glyph.x1))
        printed = [glyph for glyph in line if not glyph.text.isspace()]
        size = median(glyph.size for glyph in printed)
        baseline = median(glyph.baseline for glyph in printed)
        words = _words(line, size)
        found += [Fragment(tuple(part), baseline, size, number) for part in _parts(words, size)]
    return found


def in_printing_order(glyphs: Sequence[Glyph]) -> list[Fragment]:
    """Return characters that run across the page at a slant as one fragment, in the order of printing."""
    text = " ".join("".join(glyph.text for glyph in glyphs).split())
    if not text:
        return []
    first = glyphs[0]
    return [Fragment((Word(text, first.x0, first.x1, first.bold),), first.baseline, first.size, 0)]


def _lines(glyphs: Sequence[Glyph]) -> list[list[Glyph]]:
    """Return the characters that stand at the same height together."""
    lines: list[list[Glyph]] = []
    start = 0.0
    for glyph in sorted(glyphs, key=lambda one: (one.baseline, one.x0)):
        if glyph.text.isspace() and not lines:
            continue
        if lines and glyph.baseline - start <= _SAME_LINE * max(glyph.size, lines[-1][0].size):
            lines[-1].append(glyph)
        else:
            lines.append([glyph])
            start = glyph.baseline
    return [line for line in lines if any(not glyph.text.isspace() for glyph in line)]


def _with_raised(lines: list[list[Glyph]]) -> list[list[Glyph]]:
    """Put raised and lowered small characters ("1st") back into the line they stand at."""
    kept: list[list[Glyph]] = []
    waiting: list[Glyph] = []
    largest = max((line[0].size for line in lines), default=0.0)
    for line in lines:
        if waiting and _belongs(waiting, line):
            line = [*waiting, *line]
        elif waiting:
            kept.append(waiting)
        waiting = []
        if kept and _belongs(line, kept[-1]):
            kept[-1] += line
        else:
            waiting = line
            if max(glyph.size for glyph in line) >= _SMALL * largest:
                kept.append(line)
                waiting = []
    return [*kept, waiting] if waiting else kept


def _belongs(small: Sequence[Glyph], line: Sequence[Glyph]) -> bool:
    """Tell whether the first of some small characters touches one of a line a little above or below."""
    size = max(glyph.size for glyph in line)
    first = min(small, key=lambda glyph: glyph.x0)
    if max(glyph.size for glyph in small) >= _SMALL * size or abs(first.baseline - line[0].baseline) > _RAISED * size:
        return False
    return any(abs(first.x0 - glyph.x1) <= _WORD_GAP * size for glyph in line if not glyph.text.isspace())


def _with_bullets(lines: list[list[Glyph]], dots: Sequence[Dot]) -> list[list[Glyph]]:
    """Put bullets that are drawn, not printed, before the text they stand at."""
    for dot in dots:
        middle = (dot.box.top + dot.box.bottom) / 2
        for line in lines:
            first = min(line, key=lambda glyph: glyph.x0)
            near = first.baseline - first.size <= middle <= first.baseline + _SAME_LINE * first.size
            right = [glyph for glyph in line if glyph.x0 >= dot.box.x1 and not glyph.text.isspace()]
            if not near or not right:
                continue
            follower = min(right, key=lambda glyph: glyph.x0)
            reach = _BULLET_REACH * follower.size
            left = any(
                dot.box.x0 - follower.size < glyph.x1 and glyph.x0 < dot.box.x1 for glyph in line if glyph.text.strip()
            )
            if follower.x0 - dot.box.x1 <= reach and dot.box.width < follower.size and not left:
                line.append(replace(follower, text=dot.text, x0=dot.box.x0, x1=dot.box.x1))
                break
    return lines


def _words(line: Sequence[Glyph], size: float) -> list[Word]:
    """Return the words of a line: blanks part them, or gaps where none are printed."""
    printed: list[Glyph] = []
    breaks: set[int] = set()
    for glyph in line:
        if glyph.text.isspace() or not glyph.text:
            breaks.add(len(printed))
        elif not (printed and _is_overprint(glyph, printed[-1])):
            printed.append(glyph)
    gap = (_WORD_GAP_BESIDE_BLANKS if breaks - {0, len(printed)} else _WORD_GAP) * size
    limits = [0]
    for at, (left, right) in enumerate(pairwise(printed), 1):
        between_cjk = is_cjk(left.text[-1]) and is_cjk(right.text[0])
        if at in breaks or right.x0 - left.x1 > (_WORD_GAP_IN_CJK * size if between_cjk else gap):
            limits.append(at)
    limits.append(len(printed))
    return [_word(printed[start:end], first=start == 0, alone=end < len(printed)) for start, end in pairwise(limits)]


def _is_overprint(glyph: Glyph, before: Glyph) -> bool:
    """Tell whether a character was printed twice at one place, which looks bold."""
    return glyph.text == before.text and abs(glyph.x0 - before.x0) <= _OVERPRINT * glyph.size


def _word(glyphs: Sequence[Glyph], *, first: bool, alone: bool) -> Word:
    text = " ".join("".join(glyph.text for glyph in glyphs).split())
    if first and alone and len(text) == 1 and text not in GLYPHS and (text == UNMAPPED or glyphs[0].symbol):
        # A sign the file gives no letter for, alone before a text: only bullets are printed so.
        text = "•"
    return Word(text, glyphs[0].x0, glyphs[-1].x1, all(glyph.bold for glyph in glyphs))


def _parts(words: Sequence[Word], size: float) -> Iterator[list[Word]]:
    """Yield the words between wide gaps; in a line spread out to both margins all gaps are wide, and none is."""
    gaps = [right.x0 - left.x1 for left, right in pairwise(words)]
    usual = median(gaps) if len(gaps) > 2 else 0.0
    part = [words[0]]
    for gap, word in zip(gaps, words[1:], strict=True):
        if gap > _WIDE_GAP * size and gap > _MUCH_WIDER * usual:
            yield part
            part = []
        part.append(word)
    yield part

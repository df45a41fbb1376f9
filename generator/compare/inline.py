"""Word by word: what two wordings share, what went and what came."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain

from rapidfuzz.distance import LCSseq

from generator.compare.result import InlineRun
from generator.compare.tokens import Token, tokens
from generator.compare.vocabulary import STOP_WORDS
from generator.text.folding import is_cjk

_CONTENT, _CHARACTER, _STOP, _MARK = 8, 4, 2, 1
_RUN = 3
"""What a word more counts where it continues a common stretch: few long stretches read better than many short ones."""

_LEAST_COMMON = 25
"""Per cent of weight in common below which the whole line is shown as replaced."""

_LARGEST = 200_000
"""Cells of the table of one pair of lines; longer lines are compared by a plain common subsequence."""

Pair = tuple[int, int]


def inline_runs(old: str, new: str, *, partial: bool = False) -> tuple[InlineRun, ...]:
    """Return the runs that spell both texts exactly; no run ends inside a word.

    The two directions mirror each other: the smaller text is always compared with the larger one. ``partial`` says
    that one text is a piece of the other, so that little in common does not make it a replacement.
    """
    if old == new:
        return (InlineRun("same", old),) if old else ()
    mine, theirs = tokens(old), tokens(new)
    least = 0 if partial else _LEAST_COMMON
    if old < new:
        return tuple(_runs(mine, theirs, _common(mine, theirs, least)))
    return tuple(_runs(mine, theirs, [(position, partner) for partner, position in _common(theirs, mine, least)]))


def _common(old: Sequence[Token], new: Sequence[Token], least: int) -> list[Pair]:
    head = 0
    while head < min(len(old), len(new)) and old[head].fold == new[head].fold:
        head += 1
    tail = 0
    while tail < min(len(old), len(new)) - head and old[-1 - tail].fold == new[-1 - tail].fold:
        tail += 1
    middle = _middle(old[head : len(old) - tail], new[head : len(new) - tail])
    pairs = [
        *((position, position) for position in range(head)),
        *((head + position, head + partner) for position, partner in middle),
        *((len(old) - step, len(new) - step) for step in range(tail, 0, -1)),
    ]
    pairs = _without_islands(old, new, pairs)
    common = 2 * sum(_weight(old[position]) for position, _ in pairs)
    whole = sum(map(_weight, chain(old, new)))
    return pairs if 100 * common >= least * whole else []


def _weight(token: Token) -> int:
    if not token.fold[:1].isalnum():
        return _MARK
    if token.fold in STOP_WORDS:
        return _STOP
    return _CHARACTER if is_cjk(token.fold[0]) else _CONTENT


def _middle(old: Sequence[Token], new: Sequence[Token]) -> Iterable[Pair]:
    if len(old) * len(new) > _LARGEST:
        blocks = LCSseq.opcodes([token.fold for token in old], [token.fold for token in new])
        return [
            pair
            for block in blocks
            if block.tag == "equal"
            for pair in zip(range(block.src_start, block.src_end), range(block.dest_start, block.dest_end), strict=True)
        ]
    return _traced(old, new, *_scores(old, new))


def _scores(old: Sequence[Token], new: Sequence[Token]) -> tuple[list[list[int]], list[list[int]]]:
    """Return the best score of all beginnings, and the best that ends in a common word (0 where none does)."""
    columns = [token.fold for token in new]
    best = [[0] * (len(new) + 1)]
    ending = [[0] * (len(new) + 1)]
    for token in old:
        above, above_ending = best[-1], ending[-1]
        row, row_ending = [0], [0]
        weight = _weight(token)
        for column, fold in enumerate(columns):
            matched = 0
            if fold == token.fold:
                joined = above_ending[column] + _RUN if above_ending[column] else 0
                matched = weight + max(above[column], joined)
            row_ending.append(matched)
            row.append(max(above[column + 1], row[column], matched))
        best.append(row)
        ending.append(row_ending)
    return best, ending


def _traced(old: Sequence[Token], new: Sequence[Token], best: list[list[int]], ending: list[list[int]]) -> list[Pair]:
    row, column, pairs = len(old), len(new), []
    in_run = False
    while row and column:
        if in_run or (ending[row][column] and ending[row][column] == best[row][column]):
            pairs.append((row - 1, column - 1))
            earlier = ending[row - 1][column - 1]
            in_run = bool(earlier) and earlier + _RUN > best[row - 1][column - 1]
            row, column = row - 1, column - 1
        elif best[row - 1][column] == best[row][column]:
            row -= 1
        else:
            column -= 1
    return pairs[::-1]


def _without_islands(old: Sequence[Token], new: Sequence[Token], pairs: Sequence[Pair]) -> list[Pair]:
    """Return the pairs without stretches between two changes that share no word of substance."""
    stretches: list[list[Pair]] = []
    for pair in pairs:
        if stretches and stretches[-1][-1] == (pair[0] - 1, pair[1] - 1):
            stretches[-1].append(pair)
        else:
            stretches.append([pair])
    kept: list[Pair] = []
    for number, stretch in enumerate(stretches):
        following = stretches[number + 1][0] if number + 1 < len(stretches) else (len(old), len(new))
        if not _is_island(old, stretch, kept[-1] if kept else (-1, -1), following):
            kept += stretch
    return kept


def _is_island(old: Sequence[Token], stretch: Sequence[Pair], last: Pair, following: Pair) -> bool:
    weights = [_weight(old[position]) for position, _ in stretch]
    if max(weights) > _CHARACTER or sum(weight == _CHARACTER for weight in weights) > 1:
        return False
    (first_old, first_new), (last_old, last_new) = stretch[0], stretch[-1]
    before = first_old - last[0] - 1, first_new - last[1] - 1
    after = following[0] - last_old - 1, following[1] - last_new - 1
    return any(before) and any(after) and bool(before[0] + after[0]) and bool(before[1] + after[1])


def _runs(old: Sequence[Token], new: Sequence[Token], pairs: Iterable[Pair]) -> Iterable[InlineRun]:
    """Yield the runs in order; of a change what went comes before what came."""
    texts: list[tuple[str, str, str]] = []
    at_old = at_new = 0
    for position, partner in (*pairs, (len(old), len(new))):
        removed = "".join(token.text for token in old[at_old:position])
        added = "".join(token.text for token in new[at_new:partner])
        same = ""
        if position < len(old):
            mine, theirs = old[position], new[partner]
            if mine.core != theirs.core:
                removed, added = removed + mine.text, added + theirs.text
            elif mine.blank != theirs.blank:
                removed, added, same = removed + mine.blank, added + theirs.blank, mine.core
            else:
                same = mine.text
        texts.append((removed, added, same))
        at_old, at_new = position + 1, partner + 1
    return _merged(texts)


def _merged(texts: Iterable[tuple[str, str, str]]) -> Iterable[InlineRun]:
    removed = added = same = ""
    for gone, come, kept in texts:
        if (gone or come) and same:
            yield InlineRun("same", same)
            same = ""
        removed, added = removed + gone, added + come
        if kept:
            yield from (InlineRun(kind, text) for kind, text in (("removed", removed), ("added", added)) if text)
            removed = added = ""
            same += kept
    yield from (
        InlineRun(kind, text) for kind, text in (("same", same), ("removed", removed), ("added", added)) if text
    )

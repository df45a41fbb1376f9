"""Measure comparing two versions of one unit of growing size, beside difflib and redlines on the same work.

The versions are made: a requirement is kept, reworded, moved, split, removed or added as in real revisions. All tools
run in turns, and medians are shown: on a busy machine only what was measured side by side compares. difflib marks the
lines, then the words of lines that stand in one place; "difflib pairs" looks for the closest line instead, as one must
to find what moved; redlines marks the words of the whole text. None of them knows of splits, elements or meaning.
redlines is left out where it is not installed.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher, get_close_matches
from importlib import import_module
from importlib.util import find_spec
from random import Random

from benchmarks.vocabulary import Noun, Sentence, phrases, trades
from generator.compare import compare
from generator.model import Element, Requirement, Unit, nodes, read_code

SEED = 1
TARGETS = {20: 0.040, 200: 0.5, 1000: 5.0}
"""Seconds that a comparison may take at most, by requirements on each side."""

_PER_ELEMENT = 10
_KEPT, _REWORDED, _SPLIT, _REMOVED = 0.55, 0.25, 0.05, 0.08
_MOVED = 0.1


@dataclass(frozen=True, slots=True)
class Work:
    """Two versions of a unit, as units and as lines of text."""

    old: Unit
    new: Unit

    @property
    def lines(self) -> tuple[list[str], list[str]]:
        old, new = ([node.text or "" for node in nodes(unit)] for unit in (self.old, self.new))
        return old, new


def made_work(size: int, random: Random) -> Work:
    """Return two versions with so many requirements in the old one."""
    sentences = _sentences(size, random)
    revised = [line for sentence in sentences for line in _revised(sentence, random)]
    for _ in range(round(_MOVED * len(revised))):
        revised.insert(random.randrange(len(revised)), revised.pop(random.randrange(len(revised))))
    return Work(_unit("A", [sentence.text("en") for sentence in sentences]), _unit("B", revised))


def _sentences(size: int, random: Random) -> list[Sentence]:
    nouns = [noun for trade in trades() for area in trade.areas for noun in area.nouns]
    found: dict[str, Sentence] = {}
    while len(found) < size:
        sentence = _sentence(random.choice(nouns), random)
        found.setdefault(sentence.text("en"), sentence)
    return list(found.values())


def _sentence(noun: Noun, random: Random) -> Sentence:
    actions = (*phrases().practice[noun.kind], *phrases().knowledge[noun.kind])
    return Sentence((random.choice(actions),), noun, random.choice(phrases().qualifiers[noun.kind]))


def _revised(sentence: Sentence, random: Random) -> list[str]:
    """Return what a revision makes of a sentence: itself, another wording, two lines, nothing, or one line more."""
    text, chance = sentence.text("en"), random.random()
    if chance < _KEPT:
        return [text]
    if chance < _KEPT + _REWORDED:
        words = text.split()
        words[random.randrange(len(words))] = random.choice(("carefully", "records", "at once", "relevant"))
        return [" ".join(words)]
    if chance < _KEPT + _REWORDED + _SPLIT:
        return [f"Plan how to {text[:1].lower()}{text[1:]}", f"{text} on time"]
    if chance < _KEPT + _REWORDED + _SPLIT + _REMOVED:
        return []
    return [text, _sentence(sentence.noun, random).text("en")]


def _unit(version: str, lines: Sequence[str]) -> Unit:
    parts = [lines[start : start + _PER_ELEMENT] for start in range(0, len(lines), _PER_ELEMENT)]
    elements = tuple(
        Element(None, f"Part {number} of the work", tuple(map(Requirement, part)))
        for number, part in enumerate(parts, 1)
    )
    return Unit(read_code(f"LOCUSM212{version}"), "Made to be compared", elements=elements)


def by_ours(work: Work) -> None:
    compare(work.old, work.new)


def by_difflib(work: Work) -> None:
    old, new = work.lines
    for tag, first, last, start, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "replace":
            for before, after in zip(old[first:last], new[start:end], strict=False):
                SequenceMatcher(None, before.split(), after.split(), autojunk=False).get_opcodes()


def by_difflib_pairs(work: Work) -> None:
    old, new = work.lines
    stayed = frozenset(old) & frozenset(new)
    left = [line for line in new if line not in stayed]
    for before in (line for line in old if line not in stayed):
        for after in get_close_matches(before, left, n=1):
            SequenceMatcher(None, before.split(), after.split(), autojunk=False).get_opcodes()


def by_redlines(work: Work) -> None:
    old, new = ("\n".join(lines) for lines in work.lines)
    assert import_module("redlines").Redlines(old, new).output_markdown


TOOLS: tuple[tuple[str, Callable[[Work], None]], ...] = (
    ("compare", by_ours),
    ("difflib", by_difflib),
    ("difflib pairs", by_difflib_pairs),
    ("redlines", by_redlines),
)


def measure(sizes: Sequence[int], runs: int) -> dict[tuple[str, int], float]:
    """Return the median seconds of every tool at every size."""
    tools = [(name, tool) for name, tool in TOOLS if name != "redlines" or find_spec("redlines")]
    works = {size: made_work(size, Random(SEED)) for size in sizes}
    for _, tool in tools:
        tool(works[sizes[0]])  # imports count nowhere
    seconds: dict[tuple[str, int], list[float]] = {}
    for _ in range(runs):
        for size, work in works.items():
            for name, tool in tools:
                start = time.perf_counter()
                tool(work)
                seconds.setdefault((name, size), []).append(time.perf_counter() - start)
    return {key: statistics.median(taken) for key, taken in seconds.items()}


def table(measured: dict[tuple[str, int], float], sizes: Sequence[int]) -> str:
    """Return the medians by tool and size, and under them what a comparison may take."""
    lines = [f"{'tool':<14}" + "".join(f"{f'{size} a side':>16}" for size in sizes)]
    for name, _ in TOOLS:
        if (name, sizes[0]) in measured:
            lines.append(f"{name:<14}" + "".join(f"{1000 * measured[name, size]:>13.1f} ms" for size in sizes))
    targets = (f"{1000 * TARGETS[size]:>13.0f} ms" if size in TARGETS else f"{'-':>16}" for size in sizes)
    lines.append(f"{'at most':<14}" + "".join(targets))
    if ("redlines", sizes[0]) not in measured:
        lines.append("redlines is not installed and was left out: pip install redlines")
    return "\n".join(lines)


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.comparisons",
        description=__doc__,
        epilog="Example: python -m benchmarks.comparisons --sizes 20 200 --runs 5",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--sizes", type=int, nargs="+", default=[20, 200, 1000], help="requirements (20 200 1000)")
    parser.add_argument("--runs", type=int, default=3, help="interleaved runs (3)")
    chosen = parser.parse_args(arguments)
    if min(*chosen.sizes, chosen.runs) < 1:
        parser.error("sizes and runs must be 1 or more")
    sizes = sorted(set(chosen.sizes))
    measured = measure(sizes, chosen.runs)
    print(f"Medians of {chosen.runs} interleaved runs, seed {SEED}, Python {sys.version.split()[0]}")
    print(table(measured, sizes))
    return int(any(measured["compare", size] > TARGETS.get(size, float("inf")) for size in sizes))


if __name__ == "__main__":
    sys.exit(main())

"""Units with their versions: which codes, languages, looks and remarks they have."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

from benchmarks.codes import CodeRegister, GivenCode
from benchmarks.drafts import Draft, first_draft
from benchmarks.edits import Trace, revise
from benchmarks.layouts import Layout, layouts
from benchmarks.styles import Style, some_style
from benchmarks.vocabulary import Words, phrases

_LANGUAGES = (("en",), ("zh-Hant",), ("en", "zh-Hant"))


@dataclass(frozen=True, slots=True)
class MadeUnit:
    """One raw file to be: a version of a unit in one language and look."""

    draft: Draft
    code: GivenCode
    layout: Layout
    style: Style
    remark: str


@dataclass(frozen=True, slots=True)
class Lineage:
    """The versions of a unit in one language, oldest first, and the trace of the edits between neighbours."""

    units: tuple[MadeUnit, ...]
    traces: tuple[Trace, ...]


def lineages(random: Random, units: int) -> Iterator[Lineage]:
    """Yield lineages that have exactly so many units together. Remarks name units of earlier lineages only."""
    register = CodeRegister()
    known: list[str] = []
    while units:
        nested = random.random() < 0.2
        languages = ("en",) if nested or units == 1 else random.choices(_LANGUAGES, (80, 14, 6))[0]
        size = min(random.choices((1, 2, 3), (60, 28, 12))[0], units // len(languages))
        drafts, traces = _drafts(random, size, nested=nested)
        codes = _codes(random, register, drafts[0], size)
        remarks = [_remark(random, codes[: place + 1], known) for place in range(size)]
        for language in languages:
            made = [_made(random, *version, language) for version in zip(drafts, codes, remarks, strict=True)]
            yield Lineage(tuple(made), traces)
        units -= size * len(languages)
        known += [code.text for code in codes]


def _drafts(random: Random, size: int, *, nested: bool) -> tuple[list[Draft], tuple[Trace, ...]]:
    draft, author = first_draft(random, nested=nested)
    drafts, traces = [draft], list[Trace]()
    for _ in range(size - 1):
        draft, trace = revise(draft, author)
        drafts.append(draft)
        traces.append(trace)
    return drafts, tuple(traces)


def _codes(random: Random, register: CodeRegister, draft: Draft, size: int) -> list[GivenCode]:
    """Return a code a version: letters A, B, C, or registration numbers, or numbers only for the latest."""
    if random.random() >= 0.65:
        return [register.numeric(draft.level) for _ in range(size)]
    codes = register.lettered(draft.area.prefix, draft.level, size)
    return [*codes[:-1], register.numeric(draft.level)] if size > 1 and random.random() < 0.15 else codes


def _remark(random: Random, codes: Sequence[GivenCode], known: Sequence[str]) -> tuple[Words, str] | None:
    """Return the remark on the last of these codes: always where only a remark tells what the unit replaces."""
    if len(codes) > 1 and (codes[-1].base != codes[-2].base or random.random() < 0.3):
        return phrases().replaces, codes[-2].text
    if known and random.random() < 0.1:
        return phrases().read_with, random.choice(known)
    return None


def _made(random: Random, draft: Draft, code: GivenCode, remark: tuple[Words, str] | None, language: str) -> MadeUnit:
    layout = random.choice(layouts(language, nested=draft.nested))
    said = remark[0].said(language).format(remark[1]) if remark else ""
    return MadeUnit(draft, code, layout, some_style(random), said)

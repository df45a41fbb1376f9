"""A unit as the terms of its title, headings and lines, before it is known how much each term tells."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.catalogue.catalogue import UnitKey
from generator.catalogue.names import unit_key
from generator.compare.keys import Wording, wordings
from generator.model import Node, Unit, nodes
from generator.nearest.terms import compounds, terms

_INDUSTRY = re.compile(r"\bthe ((?:(?!the\b)[\w&'’,-]+ ){1,5})(?:industr(?:y|ies)|trade|sector)\b", re.IGNORECASE)
"""An industry that a text names: its words stand anywhere in the units of that industry."""

_TITLE_COUNTS = 2
"""Lines that a term of the title counts for."""


@dataclass(frozen=True, slots=True)
class Line:
    """A requirement by its node name, and its terms."""

    name: str
    terms: frozenset[str]


@dataclass(frozen=True, slots=True)
class Outline:
    """The terms of a unit without the name of its own industry.

    ``heads`` are those of title and headings; ``counts`` says of every term in how many texts it stands, the range
    and the criteria among them. ``text`` is equal for units whose title, requirements and criteria differ in
    typography at most.
    """

    key: UnitKey
    unit: Unit
    text: tuple[str, ...]
    title: frozenset[str]
    heads: frozenset[str]
    lines: tuple[Line, ...]
    counts: Mapping[str, int]


def outline_of(unit: Unit, industry: str | None) -> Outline | None:
    """Return the outline of a unit of an industry, None where it has no requirement with content."""
    found = nodes(unit)
    title, applies_to, *texts = wordings((unit.title or "", unit.range or "", *(node.text or "" for node in found)))
    own = _own_industry(industry, (title, applies_to, *texts))
    lines = tuple(_lines(found, texts, own))
    if not any(line.terms for line in lines):
        return None
    title_terms = _topic(title, own)
    headings = [_topic(text, own) for node, text in zip(found, texts, strict=True) if node.kind == "element"]
    counts = Counter(term for text in (applies_to, *texts) for term in _topic(text, own))
    counts.update(dict.fromkeys(title_terms, _TITLE_COUNTS))
    return Outline(
        key=unit_key(unit),
        unit=unit,
        text=tuple(text.key for text in (title, *texts)),
        title=title_terms,
        heads=title_terms.union(*headings),
        lines=lines,
        counts=counts,
    )


def _lines(found: Iterable[Node], texts: Iterable[Wording], own: frozenset[str]) -> Iterator[Line]:
    for node, text in zip(found, texts, strict=True):
        if node.kind == "requirement":
            yield Line(node.name, _terms(text, own))


def _terms(text: Wording, own: frozenset[str]) -> frozenset[str]:
    return frozenset(terms(text.words)) - own


def _topic(text: Wording, own: frozenset[str]) -> frozenset[str]:
    """Return the terms of a text and the compounds of two of them."""
    simple = _terms(text, own)
    return simple.union(two for two in compounds(text.words) if simple.issuperset(two.split()))


def _own_industry(industry: str | None, texts: Iterable[Wording]) -> frozenset[str]:
    """Return the terms of the industry a unit stands in and of those its texts name ("the logistics industry")."""
    named = (match[1] for wording in texts for match in _INDUSTRY.finditer(wording.text))
    return frozenset(term for wording in wordings((industry or "", *named)) for term in terms(wording.words))

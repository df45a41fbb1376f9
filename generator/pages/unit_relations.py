"""How a unit stands to others: its versions, its comparisons, the units that name it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue.levels import level_of
from generator.contents import Contents
from generator.model import Unit
from generator.pages.fragments import Fragment, Text

_SHOWN = {
    "adapted from": "Adapted from ",
    "adapted into": "Adapted into ",
    "mentions": "Names ",
    "mentioned by": "Named in ",
}


def unit_relations(unit: Unit, contents: Contents) -> tuple[Text, ...]:
    """Return a line for the lineage, for each comparison, and for each unit that names this one or is named by it."""
    return tuple(_relations(unit, contents))


def _relations(unit: Unit, contents: Contents) -> Iterator[Text]:
    catalogue, addresses = contents.catalogue, contents.addresses
    lineage = catalogue.lineage_of(unit)
    if addresses.lineage(lineage) != addresses.unit(unit):
        yield (Fragment("All versions: "), Fragment(f"lineage {lineage.base}", addresses.lineage(lineage)))
    elif any(len(lineage.members_in(language)) > 1 for language in lineage.languages):
        yield (Fragment("All versions: "), Fragment("history of each requirement", addresses.history(lineage)))
    for other in lineage.members_in(unit.language):
        for old, new, which in ((other, unit, "older"), (unit, other, "newer")):
            pair = contents.pair_of(old, new)
            if pair and not pair.swapped:
                title = f"{old.code.text} with {new.code.text}"
                address = addresses.published(pair)
                yield (Fragment("Comparison: "), Fragment(title, address), Fragment(f" ({which} version)"))
    for relation in catalogue.relations_of(unit):
        target = catalogue.unit(relation.target, unit.language)
        words = _SHOWN.get(relation.kind.value)
        if words:
            yield (Fragment(words), Fragment(relation.target, addresses.unit(target) if target else None))
    industry = catalogue.industry_of(unit)
    if industry:
        yield (Fragment("Industry: "), Fragment(industry.name, addresses.industry_of_key(industry.key)))
    if level_of(unit) is not None:
        yield (Fragment("Others at "), Fragment(f"level {unit.level}", addresses.level(unit.level)))

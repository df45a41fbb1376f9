"""Relations between versions, each stored in both directions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from generator.catalogue.lineages import Lineage
from generator.catalogue.mentions import Mention
from generator.catalogue.names import name_of, unit_key
from generator.catalogue.statements import Statement
from generator.catalogue.successions import Succession


class RelationKind(StrEnum):
    """How one version stands to another."""

    SUPERSEDES = "supersedes"
    SUPERSEDED_BY = "superseded by"
    ADAPTED_FROM = "adapted from"
    ADAPTED_INTO = "adapted into"
    MENTIONS = "mentions"
    MENTIONED_BY = "mentioned by"
    SAME_LINEAGE = "same lineage"

    @property
    def inverse(self) -> RelationKind:
        return _INVERSES[self]


_INVERSES = {
    RelationKind.SUPERSEDES: RelationKind.SUPERSEDED_BY,
    RelationKind.SUPERSEDED_BY: RelationKind.SUPERSEDES,
    RelationKind.ADAPTED_FROM: RelationKind.ADAPTED_INTO,
    RelationKind.ADAPTED_INTO: RelationKind.ADAPTED_FROM,
    RelationKind.MENTIONS: RelationKind.MENTIONED_BY,
    RelationKind.MENTIONED_BY: RelationKind.MENTIONS,
    RelationKind.SAME_LINEAGE: RelationKind.SAME_LINEAGE,
}
_ORDER = tuple(RelationKind)


@dataclass(frozen=True, slots=True)
class Relation:
    """``source`` stands in a relation to ``target``: names of versions as printed, of the collection or not."""

    kind: RelationKind
    source: str
    target: str
    reason: str

    @property
    def mirrored(self) -> Relation:
        return Relation(self.kind.inverse, self.target, self.source, self.reason)


def relations_of(
    successions: Iterable[Succession],
    statements: Iterable[Statement],
    mentions: Iterable[Mention],
    printed: Mapping[str, str],
) -> tuple[Relation, ...]:
    """Return the relations in both directions, by source, kind and target; of one kind a pair has one relation.

    Without `kinship`: all pairs of a lineage would be too many to keep where a boilerplate text ties hundreds.
    """
    found: dict[tuple[str, RelationKind, str], Relation] = {}
    for relation in (
        *_successions(successions),
        *_adaptations(statements, printed),
        *_mentions(mentions, printed),
    ):
        for either in (relation, relation.mirrored):
            found.setdefault((either.source, either.kind, either.target), either)
    return tuple(sorted(found.values(), key=lambda each: (each.source, _ORDER.index(each.kind), each.target)))


def _successions(successions: Iterable[Succession]) -> Iterator[Relation]:
    for each in successions:
        yield Relation(RelationKind.SUPERSEDES, each.new, each.old, each.reason)


def _adaptations(statements: Iterable[Statement], printed: Mapping[str, str]) -> Iterator[Relation]:
    for each in statements:
        if each.kind == "adaptation":
            reason = f"stated in the text of {name_of(each.unit.code)}"
            yield Relation(RelationKind.ADAPTED_FROM, printed[each.later], printed[each.earlier], reason)


def _mentions(mentions: Iterable[Mention], printed: Mapping[str, str]) -> Iterator[Relation]:
    for each in mentions:
        source = printed[unit_key(each.unit)[0]]
        target = source if each.base else printed[each.name]
        if target != source:
            yield Relation(RelationKind.MENTIONS, source, target, f"named in {each.part} of {source}")


def kinship(version: str, lineage: Lineage) -> tuple[Relation, ...]:
    """Return the relations of one version to the others of its lineage, oldest first."""
    reason = f"lineage {lineage.base}"
    return tuple(
        Relation(RelationKind.SAME_LINEAGE, version, other, reason) for other in lineage.versions if other != version
    )

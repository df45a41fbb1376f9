"""Whether a version is current or superseded, and on what that rests."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from generator.catalogue.lineages import Lineage
from generator.catalogue.successions import Basis, Succession


class Standing(StrEnum):
    CURRENT = "current"
    SUPERSEDED = "superseded"


class Reason(StrEnum):
    """What a status rests on."""

    RULED = "ruled"
    STATED = "stated"
    VERSION = "version"
    NO_SUCCESSOR = "no-successor"
    ONLY_VERSION = "only-version"


@dataclass(frozen=True, slots=True)
class Status:
    """The status of one version in all its languages.

    ``sentence`` says the reason to readers. ``superseded_by`` and ``supersedes`` are names of versions that
    directly follow or go before, in the collection or not.
    """

    standing: Standing
    reason: Reason
    sentence: str
    superseded_by: tuple[str, ...] = ()
    supersedes: tuple[str, ...] = ()

    @property
    def current(self) -> bool:
        return self.standing is Standing.CURRENT


def statuses_of(lineage: Lineage) -> Mapping[str, Status]:
    """Return the status of every version of a lineage by its printed name."""
    after: dict[str, list[Succession]] = {version: [] for version in lineage.versions}
    before: dict[str, list[Succession]] = {version: [] for version in lineage.versions}
    for succession in lineage.successions:
        if succession.old in after:
            after[succession.old].append(succession)
        if succession.new in before:
            before[succession.new].append(succession)
    alone = len(lineage.versions) == 1
    return {version: _status(after[version], before[version], alone) for version in lineage.versions}


def _status(after: list[Succession], before: list[Succession], alone: bool) -> Status:
    standing = Standing.SUPERSEDED if after else Standing.CURRENT
    reason, sentence = _reason(after or before, alone)
    return Status(
        standing,
        reason,
        sentence,
        superseded_by=tuple(succession.new for succession in after),
        supersedes=tuple(succession.old for succession in before),
    )


def _reason(successions: list[Succession], alone: bool) -> tuple[Reason, str]:
    if successions:
        strongest = min(successions, key=lambda succession: tuple(Basis).index(succession.basis))
        return Reason(strongest.basis.value), strongest.reason
    if alone:
        return Reason.ONLY_VERSION, "no other version in the collection"
    return Reason.NO_SUCCESSOR, "no successor in the collection"

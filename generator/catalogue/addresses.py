"""The names of unit and lineage pages: one slug for every version and base code, none twice."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.catalogue.checks import spot
from generator.catalogue.names import code_key, name_of, version_label
from generator.catalogue.register import Register
from generator.catalogue.slugs import allotted_slugs
from generator.diagnostics import Diagnostic, diagnostic
from generator.model import Unit
from generator.model.page_names import page_slug


@dataclass(frozen=True, slots=True)
class Slugs:
    """Slugs by folded version name and by folded base code; a base that is a version's code has that page."""

    versions: Mapping[str, str]
    bases: Mapping[str, str]
    diagnostics: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class _Claim:
    name: str
    slug: str
    unit: Unit
    base: bool

    @property
    def key(self) -> str:
        return f"{'base' if self.base else 'version'} {code_key(self.name)}"

    @property
    def altered(self) -> bool:
        return self.slug != self.name


def slugs_of(units: Sequence[Unit], register: Register) -> Slugs:
    """Return the slugs of published units given in the order of their sources.

    Where two would meet, versions go before base codes, then codes that are their own slug before codes
    that had to be changed, then the first by its source; the other gets a numbered slug and a diagnostic.
    """
    first: dict[str, _Claim] = {}
    for claim in (*_version_claims(units), *_base_claims(units, register)):
        first.setdefault(claim.key, claim)
    claims = sorted(first.values(), key=lambda claim: (claim.base, claim.altered))
    allotted = allotted_slugs((claim.key, claim.slug) for claim in claims)
    versions = {code_key(claim.name): allotted[claim.key] for claim in claims if not claim.base}
    bases = {code_key(claim.name): allotted[claim.key] for claim in claims if claim.base}
    shared = {key: versions[key] for key in register.bases if key in versions}
    return Slugs(versions, {**bases, **shared}, tuple(_moved(claims, allotted)))


def _version_claims(units: Sequence[Unit]) -> Iterator[_Claim]:
    for unit in units:
        label = version_label(unit.code)
        slug = page_slug(unit.code.text) if label is None else f"{page_slug(unit.code.text)}-v{page_slug(label)}"
        yield _Claim(name_of(unit.code), slug, unit, base=False)


def _base_claims(units: Sequence[Unit], register: Register) -> Iterator[_Claim]:
    for unit in units:
        if code_key(unit.code.base) not in register.versions:
            yield _Claim(unit.code.base, page_slug(unit.code.base), unit, base=True)


def _moved(claims: Sequence[_Claim], allotted: Mapping[str, str]) -> Iterator[Diagnostic]:
    first: dict[str, str] = {}
    for claim in claims:
        owner = first.setdefault(claim.slug.casefold(), claim.name)
        slug = allotted[claim.key]
        if slug != claim.slug:
            message = f"the page of {claim.name} is named {slug}, because {claim.slug} is the page of {owner}"
            yield diagnostic("code-address-taken", *spot(claim.unit), message, unit=claim.unit.code.text)

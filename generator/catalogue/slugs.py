"""Slugs of their own for codes that would meet."""

from __future__ import annotations

from collections.abc import Iterable, Mapping


def allotted_slugs(wanted: Iterable[tuple[str, str]]) -> Mapping[str, str]:
    """Return a slug of its own for every key; two slugs are the same where only case tells them apart.

    ``wanted`` gives pairs of key and slug, the one that keeps the plain slug first. A key whose slug is
    taken gets a numbered one that nobody asked for.
    """
    pairs = tuple(wanted)
    claimed = {slug.casefold() for _, slug in pairs}
    taken: set[str] = set()
    allotted: dict[str, str] = {}
    for key, slug in pairs:
        free = slug if slug.casefold() not in taken else _numbered(slug, claimed)
        claimed.add(free.casefold())
        taken.add(free.casefold())
        allotted[key] = free
    return allotted


def _numbered(slug: str, claimed: set[str]) -> str:
    number = 2
    while f"{slug}-{number}".casefold() in claimed:
        number += 1
    return f"{slug}-{number}"

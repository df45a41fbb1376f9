"""Spellings under which a search must find a unit."""

from __future__ import annotations

from collections.abc import Sequence

from generator.model import Unit


def spellings(unit: Unit, aliases: Sequence[str]) -> tuple[str, ...]:
    """Return code, base code, what people type of a long code ("212B", "212"), and aliases; each once."""
    code = unit.code
    found = [code.text, code.base]
    if code.grammar == "hk-alphanumeric":
        found += [code.text[6:], code.base[6:]]
    return tuple(dict.fromkeys((*found, *aliases)))

"""Read a raw text into raw units: containers, lines, labels, items, units, each a layer of rules that combine."""

from __future__ import annotations

from dataclasses import dataclass

from generator.diagnostics import Finding
from generator.reading.containers import read_contents
from generator.reading.fields import RawField
from generator.reading.units import RawUnit, read_raw_units

__all__ = ["RawField", "RawUnit", "Reading", "read"]


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read from one raw text: its units, the containers they came in and the findings."""

    units: tuple[RawUnit, ...]
    containers: tuple[str, ...]
    findings: tuple[Finding, ...]


def read(text: str) -> Reading:
    """Return the raw units of a text; never raises, whatever the text."""
    contents = read_contents(text)
    return Reading(read_raw_units(contents.lines), contents.containers, contents.findings)

"""The tables of diagnostic ids: severity, meaning and what to do. The ids are public and never renamed."""

from generator.diagnostics.kinds.files import FILES
from generator.diagnostics.kinds.kind import Kind
from generator.diagnostics.kinds.units import UNITS

__all__ = ["KINDS", "Kind"]

KINDS: dict[str, Kind] = {row[0]: Kind(*row) for row in (*UNITS, *FILES)}
"""Every diagnostic id with its kind, in the order of the reference page."""

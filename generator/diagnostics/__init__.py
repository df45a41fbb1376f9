"""Problems in the content, as data: what is wrong, where, and what to do about it."""

from generator.diagnostics.diagnostic import REFERENCE, Diagnostic, Severity, diagnostic, worst
from generator.diagnostics.finding import Finding
from generator.diagnostics.kinds import KINDS, Kind
from generator.diagnostics.placing import placed, with_line

__all__ = [
    "KINDS",
    "REFERENCE",
    "Diagnostic",
    "Finding",
    "Kind",
    "Severity",
    "diagnostic",
    "placed",
    "with_line",
    "worst",
]

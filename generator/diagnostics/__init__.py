"""Problems in the content, as data: what is wrong, where, and what to do about it."""

from generator.diagnostics.diagnostic import Diagnostic, Severity, diagnostic, worst
from generator.diagnostics.finding import Finding
from generator.diagnostics.kinds import KINDS, Kind

__all__ = ["KINDS", "Diagnostic", "Finding", "Kind", "Severity", "diagnostic", "worst"]

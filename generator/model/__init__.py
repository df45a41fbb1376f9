"""The unit of competency as typed, immutable values, and their JSON form."""

from generator.model.codes import Code, read_code
from generator.model.unit import (
    AssessmentCriteria,
    Correction,
    Credit,
    Element,
    FieldState,
    Node,
    Requirement,
    Section,
    Source,
    Unit,
    Unplaced,
    anchor,
    below,
    nodes,
)

__all__ = [
    "AssessmentCriteria",
    "Code",
    "Correction",
    "Credit",
    "Element",
    "FieldState",
    "Node",
    "Requirement",
    "Section",
    "Source",
    "Unit",
    "Unplaced",
    "anchor",
    "below",
    "nodes",
    "read_code",
]

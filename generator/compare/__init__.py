"""Compare two units requirement by requirement: two units in, a `Comparison` out. Knows no catalogue."""

from generator.compare.align import matches
from generator.compare.fields import field_changes
from generator.compare.further import further_changes
from generator.compare.lines import side
from generator.compare.links import links
from generator.compare.order import in_reading_order
from generator.compare.result import Change, Comparison, FieldChange, InlineRun, Link
from generator.model import Unit

__all__ = ["Change", "Comparison", "FieldChange", "InlineRun", "Link", "compare"]


def compare(old: Unit, new: Unit) -> Comparison:
    """Return how the new unit differs from the old one.

    Every element, requirement and criterion of both stands in exactly one link, and the comparison the other way
    round is its mirror image.
    """
    old_side, new_side = side(old), side(new)
    found = links(in_reading_order(matches(old_side, new_side), old_side))
    return Comparison(old, new, field_changes(old, new), found, further_changes(old, new, found))

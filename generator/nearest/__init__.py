"""The units nearest to each other across industries and functional areas, with what their requirements share."""

from generator.nearest.finding import nearest_units
from generator.nearest.result import Counterpart, Neighbour

__all__ = ["Counterpart", "Neighbour", "nearest_units"]

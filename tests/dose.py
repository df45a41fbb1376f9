"""How much of a long test to run: a small dose for every change, the full one in ``nox -s slow``."""

from __future__ import annotations

import os


def dose(small: int, full: int) -> int:
    """Return the number of examples of a long test."""
    return full if os.environ.get("UOC_FULL_DOSE") else small

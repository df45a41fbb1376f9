"""The command line: ``uoc`` and ``python -m generator``."""

from generator.cli.program import main

__all__ = ["main"]

"""Which files are raw files, by their names."""

from __future__ import annotations

from pathlib import PurePath

_NOT_RAW = frozenset({".json", ".yaml", ".yml"})


def is_raw(path: PurePath) -> bool:
    """Tell by its path below the source folder whether a file is a raw file.

    Hidden files are none, nor are files of settings and data (YAML, JSON): no publisher prints units so.
    """
    hidden = any(part.startswith(".") for part in path.parts)
    return not hidden and path.suffix.lower() not in _NOT_RAW

"""What people wrote in the output folder."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from generator.output.manifest import generated_paths


def hand_written(docs: Path) -> frozenset[str]:
    """Return the addresses of everything below ``docs`` that no manifest lists, as the site will have them.

    A page stands for its folder ("reference/codes.md" for "reference/codes/"), any other file for itself.
    """
    return frozenset(_addresses(docs, generated_paths(docs)))


def _addresses(docs: Path, generated: frozenset[str]) -> Iterator[str]:
    for file in sorted(docs.rglob("*")):
        path = file.relative_to(docs)
        if not file.is_file() or path.as_posix() in generated or any(part.startswith(".") for part in path.parts):
            continue
        if path.suffix != ".md":
            yield path.as_posix()
        elif path.stem in {"index", "README"}:
            yield "" if path.parent == Path() else f"{path.parent.as_posix()}/"
        else:
            yield f"{path.with_suffix('').as_posix()}/"

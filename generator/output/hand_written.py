"""Pages that people wrote."""

from __future__ import annotations

from pathlib import Path

from generator.output.manifest import generated_paths


def hand_written(docs: Path) -> frozenset[str]:
    """Return the addresses of the hand-written pages ("about-the-data/", the start page is "")."""
    generated = generated_paths(docs)
    found = (path.relative_to(docs).as_posix() for path in sorted(docs.rglob("*.md"))) if docs.is_dir() else ()
    return frozenset(_address(path) for path in found if path not in generated)


def _address(path: str) -> str:
    stem = path.removesuffix(".md")
    folder, _, name = stem.rpartition("/")
    return (f"{folder}/" if folder else "") if name == "index" else f"{stem}/"

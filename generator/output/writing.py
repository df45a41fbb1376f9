"""Bring the output folder to the wanted state with as few writes as possible."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.errors import GeneratorError
from generator.output.manifest import MANIFEST, digest, manifest_bytes, read_manifest
from generator.output.paths import check_paths

_MOST_NAMED = 10


@dataclass(frozen=True, slots=True)
class WriteReport:
    """What a run did, as sorted paths below the output folder."""

    written: tuple[str, ...]
    unchanged: tuple[str, ...]
    removed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """What a run would do. ``stale`` files are listed as generated and wanted no more."""

    known: Mapping[str, str | None]
    wanted: Mapping[str, bytes]
    changed: tuple[str, ...]
    unchanged: tuple[str, ...]
    stale: tuple[str, ...]

    @property
    def final(self) -> dict[str, str | None]:
        """The manifest after the run."""
        return {path: digest(content) for path, content in self.wanted.items()}

    @property
    def during(self) -> dict[str, str | None]:
        """The manifest while the run is under way: whatever a killed run leaves behind is in it."""
        return {**self.known, **self.final, **{path: None for path in self.changed if path in self.known}}


def write_site(docs: Path, files: Mapping[str, str | bytes]) -> WriteReport:
    """Write the files below ``docs``, remove generated ones that are wanted no more, leave all others alone.

    Text is written as UTF-8. Each file is replaced in one step, and the manifest names every generated file
    at every moment, so that a run that is killed is mended by the next one. Raises `GeneratorError`, before
    anything is written, for an unsafe path or a hand-written file in the way.
    """
    plan = plan_writes(docs, files)
    docs.mkdir(parents=True, exist_ok=True)
    for leftover in docs.glob(f"{MANIFEST}.*.partial"):
        leftover.unlink(missing_ok=True)
    if plan.changed or plan.stale:
        replace_file(docs, MANIFEST, manifest_bytes(plan.during))
    removed = tuple(path for path in plan.stale if _remove(docs, path, plan.known[path]))
    for path in plan.changed:
        replace_file(docs, path, plan.wanted[path])
    final = manifest_bytes(plan.final)
    if not _holds(docs / MANIFEST, final):
        replace_file(docs, MANIFEST, final)
    return WriteReport(plan.changed, plan.unchanged, removed)


def plan_writes(docs: Path, files: Mapping[str, str | bytes]) -> Plan:
    """Return what `write_site` would do; raises as it does."""
    check_paths(docs, files)
    known = read_manifest(docs)
    wanted = {path: _encoded(files[path]) for path in sorted(files)}
    stale = tuple(path for path in sorted(known) if path not in wanted)
    conflicts = [line for path in wanted for line in _conflicts(docs, path, wanted[path], known, stale)]
    if conflicts:
        rest = len(conflicts) - _MOST_NAMED
        raise GeneratorError(
            "\n".join(conflicts[:_MOST_NAMED] + ([f"and {rest} more"] if rest > 0 else [])),
            "Rename or move the hand-written file. If it is left over from an earlier build, delete it.",
        )
    unchanged = tuple(path for path, content in wanted.items() if _holds(docs / path, content))
    same = frozenset(unchanged)
    return Plan(known, wanted, tuple(path for path in wanted if path not in same), unchanged, stale)


def _encoded(content: str | bytes) -> bytes:
    return content.encode("utf-8") if isinstance(content, str) else content


def _conflicts(
    docs: Path, path: str, content: bytes, known: Mapping[str, str | None], stale: tuple[str, ...]
) -> Iterator[str]:
    """Yield what stands in the way of a generated file.

    A file that is no link and holds exactly what would be written is taken for ours: its manifest was lost.
    """
    target = docs / path
    if target.is_dir() and not target.is_symlink():
        if any(file.is_file() and file.relative_to(docs).as_posix() not in stale for file in target.rglob("*")):
            yield f"the generated file {path!r} would replace the folder {target}, which holds other files"
    elif os.path.lexists(target) and path not in known and not _holds(target, content):
        yield f"the generated file {path!r} would overwrite {target}, which was written by hand"
    for folder in Path(path).parents:
        above = docs / folder
        if os.path.lexists(above) and not above.is_dir() and folder.as_posix() not in stale:
            yield f"the generated file {path!r} needs the folder {above}, which is a hand-written file"


def _holds(target: Path, content: bytes) -> bool:
    try:
        return not target.is_symlink() and target.read_bytes() == content
    except OSError:
        return False


def _remove(docs: Path, path: str, known: str | None) -> bool:
    """Remove a stale file and the folders it leaves empty; one that was edited since is now hand-written."""
    target = docs / path
    if not target.is_symlink() and not target.is_file():
        return False
    if known is not None and (target.is_symlink() or digest(target.read_bytes()) != known):
        return False
    target.unlink()
    for folder in target.parents:
        if folder == docs or any(folder.iterdir()):
            break
        folder.rmdir()
    return True


def replace_file(folder: Path, path: str, content: bytes) -> None:
    """Write one file below ``folder`` in one step: whoever reads it finds all of the old or all of the new."""
    target, partial = folder / path, folder / f"{MANIFEST}.{os.getpid()}.partial"
    target.parent.mkdir(parents=True, exist_ok=True)
    partial.write_bytes(content)
    partial.replace(target)

"""Which paths may be written: inside the folder, spelled one way, no two that one file system would merge."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from pathlib import Path

from generator.errors import GeneratorError

_LONGEST_NAME = 240  # bytes; file systems stop at 255, and a temporary name needs room
_FORBIDDEN = re.compile(r'[\x00-\x1f\x7f<>:"|?*\\]')


def fault(path: str) -> str | None:
    """Return why a path must not be written below the output folder, None where it may."""
    parts = path.split("/")
    if "" in parts or ".." in parts:
        return "it is absolute, or has empty or '..' parts"
    if _FORBIDDEN.search(path):
        return "it has characters that not every file system can store"
    if any(part.startswith(".") or part.endswith((".", " ")) for part in parts):
        return "a part starts with a dot, or ends with a dot or a blank"
    if any(len(part.encode("utf-8", "surrogatepass")) > _LONGEST_NAME for part in parts):
        return f"a part is longer than {_LONGEST_NAME} bytes"
    return None


def check_paths(docs: Path, paths: Iterable[str]) -> None:
    """Raise `GeneratorError` for the first path that is unsafe, leads out of ``docs`` or clashes with another."""
    home, seen, inside = docs.resolve(), dict[str, str](), set[Path]()
    for path in paths:
        reason = fault(path)
        if reason:
            raise GeneratorError(f"the generated path {path!r} is not safe: {reason}")
        folded = unicodedata.normalize("NFC", path).casefold()
        if folded in seen:
            raise GeneratorError(
                f"the generated paths {seen[folded]!r} and {path!r} would be one file where case does not count"
            )
        seen[folded] = path
        _check_folders(home, path, inside)
    _check_files_that_are_folders(seen)


def _check_folders(home: Path, path: str, inside: set[Path]) -> None:
    """Refuse a folder that is a link out of the output folder."""
    folder = (home / path).parent
    if folder in inside:
        return
    if not folder.resolve().is_relative_to(home):
        raise GeneratorError(
            f"the generated path {path!r} would leave {home}: {folder} is a link to {folder.resolve()}",
            "Remove the link, or name another folder for the pages.",
        )
    inside.add(folder)


def _check_files_that_are_folders(seen: dict[str, str]) -> None:
    for folded, path in seen.items():
        for end in (at for at, character in enumerate(folded) if character == "/"):
            if folded[:end] in seen:
                raise GeneratorError(f"the generated path {seen[folded[:end]]!r} is also a folder of {path!r}")

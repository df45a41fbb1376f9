"""New files for people to go on with: never in the place of one that is there."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from generator.errors import GeneratorError


def write_new_files(folder: Path, files: Mapping[str, str]) -> tuple[Path, ...]:
    """Write files by their names into a folder and return their paths; the folder is made where there is none.

    Raises `GeneratorError` before anything is written where one of them exists already.
    """
    paths = {folder / name: text for name, text in files.items()}
    for path in paths:
        if path.exists() or path.is_symlink():
            raise GeneratorError(f"{path} exists already", "Nothing was written. Move the file away, or name another.")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for path, text in paths.items():
            path.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise GeneratorError(f"cannot write into {folder}: {error.strerror}") from error
    return tuple(paths)

"""Files and folders: which raw files there are, and what they hold."""

from __future__ import annotations

import json
from pathlib import Path

from generator.errors import GeneratorError
from generator.source import archives
from generator.source.decoding import decode
from generator.source.names import is_raw
from generator.source.signatures import is_archive
from generator.source.source_text import SourceText, refused

RULINGS_FILE = "rulings.yml"
LARGEST_FILE = 200 * 2**20
FIX_FILE_ENDING = ".fix.yml"


def raw_files(folder: Path) -> tuple[Path, ...]:
    """Return the raw files of a source folder in the order of their paths.

    Raises `GeneratorError` where the folder does not exist.
    """
    if not folder.is_dir():
        raise GeneratorError(f"no such folder: {folder}", "Create it and put raw unit files into it, or name another.")
    found = (path for path in folder.rglob("*") if path.is_file() or path.is_symlink())
    return tuple(sorted((path for path in found if is_raw(path.relative_to(folder))), key=Path.as_posix))


def read_rulings_text(folder: Path) -> str | None:
    """Return the text of the rulings file of a source folder, None where there is none."""
    path = folder / RULINGS_FILE
    return path.read_text(encoding="utf-8") if path.is_file() else None


def read_fix_texts(folder: Path) -> tuple[tuple[str, str], ...]:
    """Return name and text of every fix file of a source folder, in the order of their paths.

    Bytes that are no UTF-8 come as the replacement character. Links out of the folder are not followed.
    """
    inside = folder.resolve()
    paths = sorted(folder.rglob(f"*{FIX_FILE_ENDING}"), key=Path.as_posix)
    readable = (path for path in paths if path.is_file() and path.resolve().is_relative_to(inside))
    return tuple(
        (path.relative_to(folder).as_posix(), path.read_bytes().decode("utf-8", errors="replace")) for path in readable
    )


def read_source(path: Path, folder: Path, name: str | None = None) -> SourceText:
    """Return a raw file as text; ``folder`` is the one it may not lead out of.

    It is called by its path below that folder unless a name is given. A file that cannot be read as text
    gives an empty text and an error-level diagnostic.
    """
    file, content = _read(path, folder, name)
    return content if isinstance(content, SourceText) else decode(file, content)


def read_sources(path: Path, folder: Path, name: str | None = None) -> tuple[SourceText, ...]:
    """Return a raw file as text, an archive as the texts in it; names and refusals as in `read_source`."""
    file, content = _read(path, folder, name)
    if isinstance(content, SourceText):
        return (content,)
    return archives.members(file, content) if is_archive(file, content) else (decode(file, content),)


def _read(path: Path, folder: Path, name: str | None) -> tuple[str, bytes | SourceText]:
    """Return what a raw file is called and its bytes, or what stands for a file that cannot be read."""
    file = name or path.relative_to(folder).as_posix()
    if not path.resolve().is_relative_to(folder.resolve()):
        return file, refused(file, b"", "unreadable-file", "the link leads out of the source folder")
    try:
        if path.stat().st_size > LARGEST_FILE:
            return file, refused(file, b"", "file-too-large", f"a file may have {LARGEST_FILE >> 20} MB")
        return file, path.read_bytes()
    except OSError as error:
        return file, refused(file, b"", "unreadable-file", f"cannot be read: {error.strerror}")


def read_json(path: Path) -> object:
    """Return what a JSON file holds; raises `GeneratorError` where it is none."""
    try:
        return json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError) as error:
        raise GeneratorError(f"{path} is no readable JSON file: {error}") from error

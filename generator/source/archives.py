"""ZIP archives of raw files, read without unpacking: names that climb, bombs and locked members are refused."""

from __future__ import annotations

import io
import re
import stat
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath

from generator.diagnostics import diagnostic
from generator.positions import LineIndex
from generator.source.decoding import decode
from generator.source.names import is_raw
from generator.source.signatures import is_archive
from generator.source.source_text import SourceText, refused

MOST_MEMBERS = 5000
LARGEST_MEMBER = 50 * 2**20
LARGEST_ARCHIVE = 200 * 2**20
LARGEST_RATIO, _SMALL = 200, 2**20
_UTF8_NAME = 0x800
_ENCRYPTED = 0x1
_CLIMBS = re.compile(r"[/\\]|[A-Za-z]:|.*\\|(?:.*/)?\.\.(?:/|$)", re.DOTALL)
_SKIPPED_FOLDER = "__MACOSX"
_LONGEST_NAME = 200
_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError, NotImplementedError)


class _RefusedError(Exception):
    """Why a member is not read."""


def members(file: str, content: bytes) -> tuple[SourceText, ...]:
    """Return the raw files in an archive as ``file/name``, in the order of their names.

    What was refused is told by a text without words that stands for the archive itself, first of all.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except _DAMAGE as error:
        return (refused(file, content, "broken-file", f"the archive is damaged: {error}"),)
    found: dict[str, SourceText] = {}
    refusals: list[str] = []
    left = min(LARGEST_ARCHIVE, max(LARGEST_MEMBER, LARGEST_RATIO * len(content)))
    for info, name in _wanted(archive, refusals):
        try:
            if name in found:
                raise _RefusedError("the archive holds two files of this name")
            unpacked = _unpacked(archive, info, name, left)
        except _RefusedError as refusal:
            refusals.append(f"{_printable(name)} was not read: {refusal}")
            continue
        left -= len(unpacked)
        found[name] = decode(f"{file}/{name}", unpacked)
    own = tuple(diagnostic("archive-member-refused", file, 1, message) for message in refusals)
    if not found and not own:
        return (refused(file, content, "empty-file", "the archive holds no raw files"),)
    of_archive = (SourceText(file, content, "", LineIndex.of(""), own),) if own else ()
    return (*of_archive, *found.values())


def _wanted(archive: zipfile.ZipFile, refusals: list[str]) -> Iterator[tuple[zipfile.ZipInfo, str]]:
    """Yield the members that may be raw files with their names, by name."""
    named = sorted(((_name(info), at, info) for at, info in enumerate(archive.infolist())), key=lambda one: one[:2])
    files = [(info, name) for name, _, info in named if not name.endswith("/") and _is_wanted(name)]
    if len(files) > MOST_MEMBERS:
        refusals.append(f"{len(files) - MOST_MEMBERS} files were not read: an archive may hold {MOST_MEMBERS}")
    yield from files[:MOST_MEMBERS]


def _is_wanted(name: str) -> bool:
    if _CLIMBS.match(name):
        return True
    path = PurePosixPath(name)
    return is_raw(path) and _SKIPPED_FOLDER not in path.parts


def _name(info: zipfile.ZipInfo) -> str:
    """Return the name of a member; many programs write UTF-8 without saying so."""
    if info.flag_bits & _UTF8_NAME:
        return info.filename
    try:
        return info.filename.encode("cp437").decode("utf-8")
    except UnicodeError:
        return info.filename


def _unpacked(archive: zipfile.ZipFile, info: zipfile.ZipInfo, name: str, left: int) -> bytes:
    """Return the bytes of a member; sizes are counted while reading, since headers may lie."""
    _check(info, name)
    by_ratio = max(_SMALL, LARGEST_RATIO * info.compress_size)
    most = min(LARGEST_MEMBER, by_ratio, left)
    try:
        with archive.open(info) as member:
            unpacked = member.read(most + 1)
    except _DAMAGE as error:
        raise _RefusedError(f"it is damaged ({error})") from error
    if len(unpacked) > most:
        raise _RefusedError(f"it unpacks to more than {most >> 20} MB")
    if is_archive(name, unpacked):
        raise _RefusedError("it is an archive inside the archive")
    return unpacked


def _check(info: zipfile.ZipInfo, name: str) -> None:
    if _CLIMBS.match(name):
        raise _RefusedError("its name leads out of the archive's folder")
    if stat.S_ISLNK(info.external_attr >> 16):
        raise _RefusedError("it is a link")
    if info.flag_bits & _ENCRYPTED:
        raise _RefusedError("it is encrypted")
    if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise _RefusedError("it is packed in an uncommon way")


def _printable(name: str) -> str:
    text = "".join(letter if letter.isprintable() else letter.encode("unicode_escape").decode() for letter in name)
    return repr(text if len(text) <= _LONGEST_NAME else f"{text[:_LONGEST_NAME]}…")

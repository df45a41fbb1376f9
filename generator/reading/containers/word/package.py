"""The zip a Word document is: its parts, with limits, and which part is which. Nothing outside it is ever read."""

from __future__ import annotations

import io
import lzma
import posixpath
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.reading.containers.word.markup import Budget, Node, Unreadable, parse

LARGEST_PART = 50 * 1024 * 1024
LARGEST_TOTAL = 200 * 1024 * 1024
_HIGHEST_RATIO = 1000
_RATIO_COUNTS_FROM = 1024 * 1024
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
_ENCRYPTED = 0x1
_ZIP_ERRORS = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    OSError,
    RuntimeError,
    ValueError,
    OverflowError,
    IndexError,
    KeyError,
)
"""What `zipfile` raises on damaged archives; NotImplementedError (unknown methods) is a RuntimeError."""


@dataclass(frozen=True, slots=True)
class Relation:
    """A relation of the main part to another part of the package; ``kind`` is the last word of its type."""

    id: str
    kind: str
    target: str


@dataclass(slots=True)
class Package:
    """An open package: its archive, the name of its main part, and how much of it may still be read."""

    archive: zipfile.ZipFile
    main: str = ""
    relations: tuple[Relation, ...] = ()
    left: int = LARGEST_TOTAL
    budget: Budget = field(default_factory=Budget)

    def part(self, name: str) -> Node | None:
        """Return the root of a part, None where there is no such part."""
        try:
            info = self.archive.getinfo(name)
        except KeyError:
            return None
        return parse(self._bytes(info), name, self.budget)

    def related(self, kind: str) -> Iterator[Node]:
        """Yield the roots of the parts the main part has a relation of this kind to."""
        for relation in self.relations:
            root = self.part(relation.target) if relation.kind == kind else None
            if root is not None:
                yield root

    def _bytes(self, info: zipfile.ZipInfo) -> bytes:
        name, size = info.filename, info.file_size
        if info.flag_bits & _ENCRYPTED:
            raise Unreadable("encrypted-file", f"the part {name} is encrypted")
        if size > LARGEST_PART:
            raise Unreadable("broken-file", f"the part {name} unpacks to {size} bytes, more than {LARGEST_PART}")
        if size > _RATIO_COUNTS_FROM and size > _HIGHEST_RATIO * max(1, info.compress_size):
            raise Unreadable("broken-file", f"the part {name} unpacks to over {_HIGHEST_RATIO} times its packed size")
        self.left -= size
        if self.left < 0:
            raise Unreadable("broken-file", f"the parts unpack to more than {LARGEST_TOTAL} bytes")
        try:
            return self.archive.read(info)
        except _ZIP_ERRORS as error:
            raise Unreadable("broken-file", f"the part {name} cannot be unpacked: {error}") from error


def open_package(content: bytes) -> Package:
    """Return the package in the bytes of a file; raises `Unreadable` where they are none."""
    if content.startswith(_OLE):
        if _ENCRYPTED_PACKAGE in content:
            raise Unreadable("encrypted-file", "the document is protected by a password")
        raise Unreadable("broken-file", "this is a file of an old kind of Word (.doc), not .docx")
    try:
        package = Package(zipfile.ZipFile(io.BytesIO(content)))
    except _ZIP_ERRORS as error:
        raise Unreadable("broken-file", f"the file is no whole zip archive: {error}") from error
    starts = (one.target for one in _relations(package, "") if one.kind == "officeDocument")
    package.main = next(starts, "word/document.xml")
    package.relations = tuple(_relations(package, package.main))
    return package


def _relations(package: Package, part: str) -> Iterator[Relation]:
    """Yield the relations of a part to parts of the same package; those that lead out of it are left alone."""
    folder, name = posixpath.split(part)
    root = package.part(posixpath.join(folder, "_rels", f"{name}.rels"))
    for node in root.nodes("Relationship") if root else ():
        if node.attributes.get("TargetMode", "").lower() == "external":
            continue
        target = posixpath.normpath(posixpath.join("/", folder, node.attributes.get("Target", ""))).lstrip("/")
        yield Relation(node.attributes.get("Id", ""), node.attributes.get("Type", "").rpartition("/")[2], target)

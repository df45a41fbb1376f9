"""What kind of file bytes are: by their content first, by the ending of the name second."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass
from pathlib import PurePosixPath

from generator.source.encodings import is_wide
from generator.source.source_text import HTML, PDF, TEXT, WORD

_PDF_MARK, _FURTHEST_PDF_MARK = b"%PDF-", 1024
_ZIP_MARKS = (b"PK\x03\x04", b"PK\x05\x06")
_OLE_MARK = b"\xd0\xcf\x11\xe0"
_ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
_OTHER_MARKS = (
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x7fELF", "a program"),
    (b"{\\rtf", "RTF"),
    (b"\x1f\x8b", "a compressed file"),
    (b"Rar!", "an archive of another kind than ZIP"),
    (b"7z\xbc\xaf", "an archive of another kind than ZIP"),
)
_ARCHIVE = "archive"
_PACKED = frozenset({WORD, PDF, _ARCHIVE})
_WORD_PART = "word/document.xml"
_DOCUMENT_PARTS = frozenset({_WORD_PART, "[Content_Types].xml", "mimetype"})
_SUFFIXES = {".zip": _ARCHIVE, ".docx": WORD, ".docm": WORD, ".pdf": PDF, ".html": HTML, ".htm": HTML, ".xhtml": HTML}
_PAGE = re.compile(r"(?:\s|\ufeff|<\?xml[^<>]*\?>|<!--.*?-->)*<(?:!doctype\s+html|html)\b", re.IGNORECASE | re.DOTALL)
_LONGEST_HEAD = 4096
_MOST_CONTROLS = 20
_CONTROLS_OF_TEXT = b"\t\n\v\f\r\x1b"


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why bytes are not read: a diagnostic id and a message."""

    kind: str
    message: str


def container_of(file: str, content: bytes) -> str | Refusal:
    """Return the container of a file: text, Word or PDF; whether text is a web page is seen once it is decoded."""
    if _PDF_MARK in content[:_FURTHEST_PDF_MARK]:
        return PDF
    if content.startswith(_ZIP_MARKS):
        return _zipped(file, content)
    if content.startswith(_OLE_MARK):
        if _ENCRYPTED_PACKAGE in content:
            return Refusal("encrypted-file", "the Word file is encrypted")
        return Refusal("binary-file", "the file is binary, of an old version of Word perhaps; save it as .docx")
    for mark, words in _OTHER_MARKS:
        if content.startswith(mark):
            return Refusal("binary-file", f"the file is binary, not text: {words}")
    if _by_suffix(file) in _PACKED:
        return Refusal("broken-file", "the file is damaged: its beginning is not what its name says")
    if _is_binary(content):
        return Refusal("binary-file", "the file is binary, not text")
    return TEXT


def _zipped(file: str, content: bytes) -> str | Refusal:
    names = _names_in(content)
    if names is None:
        if _by_suffix(file) not in _PACKED:
            return Refusal("binary-file", "the file is binary, not text: a damaged Word file or archive")
        kind = "Word file" if _by_suffix(file) == WORD else "archive"
        return Refusal("broken-file", f"the {kind} is damaged")
    if _WORD_PART in names:
        return WORD
    return Refusal("binary-file", "the file is binary: a packed file that is no Word file")


def is_archive(file: str, content: bytes) -> bool:
    """Tell whether a file is a ZIP archive of files, not a document that is packed inside (Word, spreadsheet)."""
    if not content.startswith(_ZIP_MARKS):
        return False
    names = _names_in(content)
    return _by_suffix(file) in (None, _ARCHIVE) if names is None else not names & _DOCUMENT_PARTS


def _names_in(content: bytes) -> frozenset[str] | None:
    """Return the names in a ZIP file, None where it is damaged."""
    try:
        return frozenset(zipfile.ZipFile(io.BytesIO(content)).namelist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return None


def is_web_page(file: str, text: str) -> bool:
    """Tell whether a decoded text is a whole web page."""
    return _PAGE.match(text[:_LONGEST_HEAD]) is not None or _by_suffix(file) == HTML


def _by_suffix(file: str) -> str | None:
    return _SUFFIXES.get(PurePosixPath(file).suffix.lower())


def _is_binary(content: bytes) -> bool:
    """Tell whether bytes hold many control bytes and are in no encoding in which these are parts of characters."""
    sample = content[:65536]
    controls = sum(sample.count(byte) for byte in range(32) if byte not in _CONTROLS_OF_TEXT)
    return controls * _MOST_CONTROLS > len(sample) and not is_wide(content)

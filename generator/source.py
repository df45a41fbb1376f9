"""Raw files: which there are, and their bytes as text. The only module that reads raw files."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import charset_normalizer

from generator.diagnostics import Diagnostic, Finding, diagnostic
from generator.errors import GeneratorError
from generator.positions import LineIndex
from generator.text.folding import INVISIBLE

RULINGS_FILE = "rulings.yml"
_NOT_RAW = frozenset({".json", ".yaml", ".yml"})
_LONGEST_EXCERPT = 120
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x84\x86-\x9f\U0010fffc\U0010fffd\ufffe\uffff]")
_INVISIBLE = re.compile("[" + "".join(sorted(INVISIBLE)) + "]")
_BYTE_ORDER_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)


@dataclass(frozen=True, slots=True)
class SourceText:
    """One raw file as text.

    ``file`` is its path below the source folder with forward slashes; ``text`` the decoded text without
    control and invisible characters, the text all spans refer to; ``content`` the bytes as they are.
    """

    file: str
    content: bytes
    text: str
    index: LineIndex
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.content).hexdigest()

    def line_text(self, number: int) -> str:
        """Return a line by its 1-based number, without its end."""
        starts = self.index.starts
        if number > len(starts):
            return ""
        end = starts[number] if number < len(starts) else len(self.text)
        return self.text[starts[number - 1] : end].rstrip("\r\n")

    def diagnose(self, finding: Finding, unit: str | None = None) -> Diagnostic:
        """Return a finding as a diagnostic with file, line and the line's text."""
        line = self.index.line(finding.offset)
        return diagnostic(
            finding.id,
            self.file,
            line,
            finding.message,
            severity=finding.severity,
            unit=unit,
            excerpt=_excerpt(self.line_text(line)),
        )


def _excerpt(line: str) -> str | None:
    text = line.strip()
    return (text if len(text) <= _LONGEST_EXCERPT else f"{text[:_LONGEST_EXCERPT].rstrip()} …") or None


def raw_files(folder: Path) -> tuple[Path, ...]:
    """Return the raw files of a source folder in the order of their paths.

    Hidden files are none, nor are files of settings and data (YAML, JSON): no publisher prints units so.

    Raises `GeneratorError` where the folder does not exist.
    """
    if not folder.is_dir():
        raise GeneratorError(f"no such folder: {folder}", "Create it and put raw unit files into it, or name another.")
    found = (path for path in folder.rglob("*") if path.is_file() or path.is_symlink())
    return tuple(sorted((path for path in found if _is_raw(path.relative_to(folder))), key=Path.as_posix))


def _is_raw(path: Path) -> bool:
    hidden = any(part.startswith(".") for part in path.parts)
    return not hidden and path.suffix.lower() not in _NOT_RAW


def read_rulings_text(folder: Path) -> str | None:
    """Return the text of the rulings file of a source folder, None where there is none."""
    path = folder / RULINGS_FILE
    return path.read_text(encoding="utf-8") if path.is_file() else None


def read_source(path: Path, folder: Path, name: str | None = None) -> SourceText:
    """Return a raw file as text; ``folder`` is the one it may not lead out of.

    It is called by its path below that folder unless a name is given. A file that cannot be read as text
    gives an empty text and an error-level diagnostic.
    """
    file = name or path.relative_to(folder).as_posix()
    if not path.resolve().is_relative_to(folder.resolve()):
        return _refused(file, b"", "unreadable-file", "the link leads out of the source folder")
    try:
        content = path.read_bytes()
    except OSError as error:
        return _refused(file, b"", "unreadable-file", f"cannot be read: {error.strerror}")
    return decode(file, content)


def decode(file: str, content: bytes) -> SourceText:
    """Return the bytes of a raw file as text with what there is to say about its encoding."""
    if not content.strip():
        return _refused(file, content, "empty-file", "the file holds no text" if content else "the file has 0 bytes")
    if _is_binary(content):
        return _refused(file, content, "binary-file", "the file is binary, not text")
    text, findings = _decoded(content)
    raw_index = LineIndex.of(text)
    findings += tuple(_removals(text))
    clean = _INVISIBLE.sub("", _CONTROL.sub("", text))
    diagnostics = tuple(
        diagnostic(finding.id, file, raw_index.line(finding.offset), finding.message) for finding in findings
    )
    return SourceText(file, content, clean, LineIndex.of(clean), diagnostics)


def _refused(file: str, content: bytes, kind: str, message: str) -> SourceText:
    return SourceText(file, content, "", LineIndex.of(""), (diagnostic(kind, file, 1, message),))


def _is_binary(content: bytes) -> bool:
    """Tell whether bytes are no text: a known signature, or many control bytes outside UTF-16."""
    if content.startswith(
        (b"%PDF-", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\xd0\xcf\x11\xe0", b"\x7fELF")
    ):
        return True
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return False
    sample = content[:65536]
    controls = sum(byte < 32 and byte not in b"\t\n\r\f\x1b" for byte in sample)
    return controls * 20 > len(sample)


def _decoded(content: bytes) -> tuple[str, tuple[Finding, ...]]:
    for mark, encoding in _BYTE_ORDER_MARKS:
        if content.startswith(mark):
            text = content.decode(encoding, errors="replace")
            return text, (
                Finding("encoding-detected", 0, f"read as {encoding.removesuffix('-sig')} with byte order mark"),
            )
    try:
        return content.decode("utf-8"), ()
    except UnicodeDecodeError as error:
        return _guessed(content, error.start)


def _guessed(content: bytes, first_bad: int) -> tuple[str, tuple[Finding, ...]]:
    """Decode bytes that are not UTF-8: by charset-normalizer, with Windows-1252 as the usual suspect."""
    candidates = ("cp1252", "big5", "gb18030")
    best = charset_normalizer.from_bytes(content, cp_isolation=list(candidates)).best()
    encoding = best.encoding if best else "cp1252"
    text = content.decode(encoding, errors="replace")
    offset = len(content[:first_bad].decode(encoding, errors="replace"))
    name = {"cp1252": "windows-1252"}.get(encoding, encoding)
    where = f"byte {first_bad}, line {text.count(chr(10), 0, offset) + 1}"
    findings = [Finding("encoding-fallback", 0, f"not UTF-8 ({where}); read as {name}")]
    if "\ufffd" in text:
        findings.append(Finding("invalid-utf8", text.index("\ufffd"), f"some bytes fit neither UTF-8 nor {name}"))
    return text, tuple(findings)


def _removals(text: str) -> Iterator[Finding]:
    for kind, pattern, words in (
        ("control-characters-removed", _CONTROL, "control"),
        ("invisible-characters-removed", _INVISIBLE, "invisible"),
    ):
        found = list(pattern.finditer(text))
        if found:
            points = ", ".join(sorted({f"U+{ord(match.group()):04X}" for match in found}))
            yield Finding(kind, found[0].start(), f"{len(found)} {words} character(s) removed: {points}")


def read_json(path: Path) -> object:
    """Return what a JSON file holds; raises `GeneratorError` where it is none."""
    try:
        return json.loads(path.read_bytes())
    except (OSError, ValueError) as error:
        raise GeneratorError(f"{path} is no readable JSON file: {error}") from error

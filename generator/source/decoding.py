"""The bytes of one raw file as text, with what there is to say about its encoding and its characters."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.diagnostics import Finding, placed
from generator.positions import LineIndex
from generator.source.encodings import decoded
from generator.source.signatures import Refusal, container_of, is_web_page
from generator.source.source_text import HTML, TEXT, SourceText, refused
from generator.text.folding import INVISIBLE

# Vertical tab and form feed are blank; U+0095 before a blank is a bullet of Windows-1252 read as Latin-1.
_CONTROL = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f\x80-\x84\x86-\x94\x96-\x9f\U0010fffc\U0010fffd\ufffe\uffff]|\x95(?![ \t\u00a0])"
)
_INVISIBLE = re.compile("[" + "".join(sorted(INVISIBLE)) + "]")


def decode(file: str, content: bytes) -> SourceText:
    """Return the bytes of a raw file as text with what there is to say about its encoding.

    Word and PDF files come without text. A file that cannot be read gives an empty text and an error.
    """
    if not content.strip():
        return refused(file, content, "empty-file", "the file holds no text" if content else "the file has 0 bytes")
    container = container_of(file, content)
    if isinstance(container, Refusal):
        return refused(file, content, container.kind, container.message)
    if container != TEXT:
        return SourceText(file, content, "", LineIndex.of(""), container=container)
    text, findings = decoded(content)
    raw_index = LineIndex.of(text)
    findings += tuple(_removals(text))
    clean = _INVISIBLE.sub("", _CONTROL.sub("", text))
    diagnostics = tuple(placed(finding, file, text, raw_index) for finding in findings)
    if not clean.strip():
        return refused(file, content, "empty-file", "the file holds no text")
    container = HTML if is_web_page(file, clean) else TEXT
    return SourceText(file, content, clean, LineIndex.of(clean), diagnostics, container)


def _removals(text: str) -> Iterator[Finding]:
    for kind, pattern, words in (
        ("control-characters-removed", _CONTROL, "control"),
        ("invisible-characters-removed", _INVISIBLE, "invisible"),
    ):
        found = list(pattern.finditer(text))
        if found:
            points = ", ".join(sorted({f"U+{ord(match.group()):04X}" for match in found}))
            yield Finding(kind, found[0].start(), f"{len(found)} {words} character(s) removed: {points}")

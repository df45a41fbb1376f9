"""Which encoding bytes are in: by their mark, by being UTF-8, by their zero bytes, by what they declare, by guess."""

from __future__ import annotations

import codecs
import re

from generator.diagnostics import Finding
from generator.source.plausibility import plausibility, plausibility_of_utf16

_REPLACEMENT = "\ufffd"
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig", 1),
    (codecs.BOM_UTF32_LE, "utf-32", 4),
    (codecs.BOM_UTF32_BE, "utf-32", 4),
    (codecs.BOM_UTF16_LE, "utf-16", 1),
    (codecs.BOM_UTF16_BE, "utf-16", 1),
)
"""Byte order marks with their encoding and the number of bytes a file must be a multiple of, longest marks first."""

_FAMILIES = (("cp1252",), ("big5", "cp950", "big5hkscs"), ("gb18030",))
"""Encodings that are guessed; of a family the first that fits every byte is taken."""

_NAMES = {"cp1252": "windows-1252", "cp950": "big5", "big5hkscs": "big5-hkscs"}
_DECLARED = re.compile(
    rb"""<meta\b[^>]{0,200}?\bcharset\s*=\s*["']?\s*([\w.:-]+)"""
    rb"""|<\?xml[^>]{0,99}?encoding\s*=\s*["']([\w.:-]+)""",
    re.IGNORECASE,
)
_DECLARATIONS = {
    "iso-8859-1": "cp1252",
    "latin1": "cp1252",
    "us-ascii": "cp1252",
    "big5-hkscs": "big5hkscs",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "x-gbk": "gb18030",
}
"""What browsers read for a declared encoding, where that is not the encoding of the name (WHATWG, Encoding)."""

_KNOWN_DECLARATIONS = re.compile(
    r"cp1252|windows-125\d|iso-8859-\d{1,2}|big5(?:hkscs)?|gb18030|shift_jis|euc-jp|euc-kr|koi8-[ru]|macintosh"
)
_LONGEST_HEAD = 2048
_SAMPLE = 65536
_FEWEST_SEQUENCES_FOR_A_BAD_BYTE = 2
_FEWEST_ZEROS = 0.6
_PLAUSIBLE_UTF16 = 0.8


def decoded(content: bytes) -> tuple[str, tuple[Finding, ...]]:
    """Return bytes as text, and a finding where they are not plain UTF-8."""
    for mark, encoding, unit in _BYTE_ORDER_MARKS:
        if content.startswith(mark) and len(content) % unit == 0:
            found = Finding("encoding-detected", 0, f"read as {encoding.removesuffix('-sig')} with byte order mark")
            return _with_bad_bytes(content.decode(encoding, errors="replace"), found)
    if (wide := _wide_encoding(content)) is not None:
        message = f"read as {wide} without byte order mark, by the zero bytes in it"
        return _with_bad_bytes(content.decode(wide, errors="replace"), Finding("encoding-fallback", 0, message))
    try:
        return content.decode("utf-8"), ()
    except UnicodeDecodeError as error:
        return _not_utf8(content, error.start)


def is_wide(content: bytes) -> bool:
    """Tell whether bytes are text in two or four bytes a character."""
    marked = any(content.startswith(mark) for mark, encoding, _ in _BYTE_ORDER_MARKS if encoding != "utf-8-sig")
    return marked or _wide_encoding(content) is not None


def _with_bad_bytes(text: str, found: Finding) -> tuple[str, tuple[Finding, ...]]:
    if _REPLACEMENT not in text:
        return text, (found,)
    return text, (found, Finding("invalid-utf8", text.index(_REPLACEMENT), "some bytes fit no character"))


def _wide_encoding(content: bytes) -> str | None:
    """Return the encoding of two or four bytes a character that bytes are in, as their zero bytes show.

    Chinese text has few zero bytes, those of blanks and line ends: there the characters must make sense.
    """
    sample = content[: _SAMPLE - _SAMPLE % 4]
    if 0 not in sample:
        return None
    quarters = [sample[at::4].count(0) / max(1, len(sample) // 4) for at in range(4)]
    if len(content) % 4 == 0:
        for encoding, zeros in (("utf-32-le", quarters[2:]), ("utf-32-be", quarters[:2])):
            if min(zeros) > _FEWEST_ZEROS and _REPLACEMENT not in content.decode(encoding, errors="replace"):
                return encoding
    low, high = (quarters[0] + quarters[2]) / 2, (quarters[1] + quarters[3]) / 2
    if max(low, high) > _FEWEST_ZEROS and min(low, high) < 1 - _FEWEST_ZEROS:
        return "utf-16-be" if low > high else "utf-16-le"
    scores = {name: plausibility_of_utf16(sample.decode(name, errors="replace")) for name in ("utf-16-le", "utf-16-be")}
    best = max(scores, key=lambda name: scores[name])
    return best if scores[best] > _PLAUSIBLE_UTF16 else None


def _not_utf8(content: bytes, first_bad: int) -> tuple[str, tuple[Finding, ...]]:
    """Decode bytes that are not wholly UTF-8: with bad bytes among many good ones, else as declared or guessed."""
    text = content.decode("utf-8", errors="replace")
    bad = text.count(_REPLACEMENT)
    good = sum(character > "\x7f" for character in text) - bad
    if good >= _FEWEST_SEQUENCES_FOR_A_BAD_BYTE * bad:
        at = text.index(_REPLACEMENT)
        return text, (Finding("invalid-utf8", at, f"{bad} byte(s) are not UTF-8, the first is byte {first_bad}"),)
    declared = _declared_encoding(content)
    if declared is not None:
        message = f"read as {_NAMES.get(declared, declared)}, as the page declares"
        return content.decode(declared), (Finding("encoding-detected", 0, message),)
    return _guessed(content, first_bad)


def _declared_encoding(content: bytes) -> str | None:
    """Return the encoding that a web page declares and keeps."""
    match = _DECLARED.search(content[:_LONGEST_HEAD])
    if match is None:
        return None
    name = (match.group(1) or match.group(2)).decode("ascii", errors="replace").lower()
    encoding = _DECLARATIONS.get(name, name)
    if not _KNOWN_DECLARATIONS.fullmatch(encoding):
        return None
    try:
        content.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None
    return encoding


def _guessed(content: bytes, first_bad: int) -> tuple[str, tuple[Finding, ...]]:
    """Decode bytes in the encoding in which they make the most sense."""
    sample = _whole_lines(content)
    candidates = [_fitting(family, sample) for family in _FAMILIES]
    encoding = max(candidates, key=lambda name: plausibility(sample.decode(name, errors="replace"), name))
    encoding = _fitting(next(family for family in _FAMILIES if encoding in family), content)
    text = content.decode(encoding, errors="replace")
    offset = len(content[:first_bad].decode(encoding, errors="replace"))
    name = _NAMES.get(encoding, encoding)
    where = f"byte {first_bad}, line {text.count(chr(10), 0, offset) + 1}"
    findings = [Finding("encoding-fallback", 0, f"not UTF-8 ({where}); read as {name}")]
    if _REPLACEMENT in text:
        message = f"some bytes fit neither UTF-8 nor {name}"
        findings.append(Finding("invalid-utf8", text.index(_REPLACEMENT), message))
    return text, tuple(findings)


def _whole_lines(content: bytes) -> bytes:
    """Return the lines that hold other bytes than ASCII, as many as a sample takes."""
    lines, length = [], 0
    for line in re.findall(rb"[^\r\n]+", content):
        if not line.isascii():
            lines.append(line[:_SAMPLE])
            length += len(lines[-1])
        if length > _SAMPLE:
            break
    return b"\n".join(lines)


def _fitting(family: tuple[str, ...], content: bytes) -> str:
    for encoding in family:
        try:
            content.decode(encoding)
        except UnicodeDecodeError:
            continue
        return encoding
    return family[0]

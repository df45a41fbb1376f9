"""A finding put in its place: file, line and column, and the words around the spot."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.diagnostics.diagnostic import Diagnostic, diagnostic
from generator.diagnostics.finding import Finding
from generator.positions import LineIndex, Span

_LONGEST = 100
_BEFORE = 33
_LONGEST_MESSAGE = 400
_WORD = re.compile(r"<?[^\s<>|\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]{1,24}")
_NAMED = re.compile(r"“([^“”]+)”|(?<![^\s“”(),;:])[^\s“”(),;:]*\d[^\s“”(),;:]*")
_REACH = 4000
_BLANKS = re.compile(r"\s{0,999}")


def placed(finding: Finding, file: str, text: str, index: LineIndex, unit: str | None = None) -> Diagnostic:
    """Return a finding about a text as a diagnostic; ``index`` is that of the text.

    Where the finding does not say how long its spot is, the word that stands there is marked. The cost does not
    depend on the length of the line: one line may give thousands of findings.
    """
    number = index.line(finding.offset)
    line = _line(number, text, index)
    spot = _word(text, line, finding.offset) if finding.length is None else _span(finding.offset, finding.length)
    excerpt, mark = excerpt_around(text, line, spot)
    return diagnostic(
        finding.id,
        file,
        number,
        _shortened(finding.message),
        severity=finding.severity,
        unit=unit,
        excerpt=excerpt,
        column=spot.start - line.start + 1,
        end_line=None if finding.length is None else index.line(max(spot.start, spot.end - 1)),
        mark=mark,
    )


def _shortened(message: str) -> str:
    """Return a message that quotes no more than a few lines: head and tail of a longer one."""
    if len(message) <= _LONGEST_MESSAGE:
        return message
    return f"{message[: _LONGEST_MESSAGE - 100]} … {message[-100:]}"


def with_line(found: Diagnostic, text: str, index: LineIndex) -> Diagnostic:
    """Return a diagnostic that knows no more than its line with the words of that line.

    What the message quotes first, or the first code or number in it, is the spot where the line holds it.
    """
    if found.excerpt is not None or found.line > len(index.starts):
        return found
    line = _line(found.line, text, index)
    named = _NAMED.search(found.message)
    word = (named.group(1) or named.group()) if named else ""
    at = text.find(word, line.start, min(line.end, line.start + _REACH)) if word else -1
    if at < 0:
        return replace(found, excerpt=excerpt_around(text, line, Span(line.start, line.start))[0])
    excerpt, mark = excerpt_around(text, line, Span(at, at + len(word)))
    return replace(found, excerpt=excerpt, mark=mark, column=at - line.start + 1, end_line=found.line)


def _line(number: int, text: str, index: LineIndex) -> Span:
    return Span(index.starts[number - 1], index.starts[number] if number < len(index.starts) else len(text))


def _span(start: int, length: int) -> Span:
    return Span(start, start + length)


def _word(text: str, line: Span, offset: int) -> Span:
    """Return the word or tag at an offset or behind the blanks there; of Chinese one character."""
    blanks = _BLANKS.match(text, offset, line.end)
    start = blanks.end() if blanks and blanks.end() < line.end else offset
    word = _WORD.match(text, start, line.end)
    return Span(*word.span()) if word else _span(start, 1)


def excerpt_around(text: str, line: Span, spot: Span) -> tuple[str | None, tuple[int, int] | None]:
    """Return the words of a line around a spot, and where in them the spot is; None where there is nothing to see.

    Blanks at both ends are left out; an ellipsis stands where a long line is cut.
    """
    indent = _BLANKS.match(text, line.start, line.end)
    first = indent.end() if indent else line.start
    start = max(first, min(spot.start - _BEFORE, line.end - _LONGEST))
    end = min(line.end, start + _LONGEST)
    words = text[start:end].rstrip()
    if not words.strip():
        return None, None
    before = "… " if start > first else ""
    after = " …" if end + _LONGEST < line.end or text[end : line.end].strip() else ""
    low, high = max(0, spot.start - start), min(spot.end - start, len(words))
    mark = (low + len(before), high + len(before)) if low < high else None
    return f"{before}{words}{after}", mark

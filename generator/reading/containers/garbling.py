"""Text that came out wrong: a font without its letters, bytes read in another encoding. It is only reported."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.diagnostics import Finding
from generator.reading.lines import Line

_SIGNS = """[!"#$%&'()*+^]{0,4}"""
_BROKEN_WORD = re.compile(rf"(?<=[A-Za-z]){_SIGNS}[!\"#$^]{_SIGNS}(?=[a-z])|(?<=[a-z])[#$^](?=[\s,.;:]|$)")
_FEWEST_BROKEN_WORDS = 3
_REPLACEMENT = "\ufffd"
_FEWEST_REPLACEMENTS = 5
_FOLLOWING = "".join(bytes((byte,)).decode("cp1252", errors="ignore") for byte in range(0x80, 0xC0))
_WRONG_ENCODING = re.compile(f"[Â-ß][{_FOLLOWING}]|[à-ï][{_FOLLOWING}]{{2}}|[ð-ô][{_FOLLOWING}]{{3}}")
"""What UTF-8 looks like when it is read as Windows-1252: "Ã©" for "é", "â€™" for an apostrophe."""
_FEWEST_PAIRS = 2


def garbled(lines: Sequence[Line]) -> tuple[Finding, ...]:
    """Return one finding at the first line that came out wrong, nothing where too little shows that any did."""
    broken = next((line for line in lines if len(_BROKEN_WORD.findall(line.text)) >= _FEWEST_BROKEN_WORDS), None)
    if broken is not None:
        return (_finding(broken, "words hold signs in place of letters"),)
    for pattern, fewest, what in (
        (re.compile(_REPLACEMENT), _FEWEST_REPLACEMENTS, "letters are missing"),
        (_WRONG_ENCODING, _FEWEST_PAIRS, "letters were read in a wrong encoding"),
    ):
        found = [(line, len(pattern.findall(line.text))) for line in lines]
        if sum(count for _, count in found) >= fewest:
            return (_finding(next(line for line, count in found if count), what),)
    return ()


def _finding(line: Line, what: str) -> Finding:
    return Finding("garbled-text", line.passage.span.start, f"{what}: {line.text[:60]!r}")

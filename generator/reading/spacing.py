"""Letter-spaced words ("L I S T E N I N G") and Chinese text with a blank between all its characters."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from generator.diagnostics import Finding
from generator.positions import Passage, joined
from generator.reading.lines import Line

_CJK = "\u2e80-\u2fdf\u3005-\u9fff\uf900-\ufaff"
_SPACED = re.compile(
    rf"(?<![{_CJK}])[{_CJK}](?: [{_CJK}])+(?![{_CJK}])"
    r"|(?<!\S)[A-Za-z](?: {1,4}[A-Za-z])+(?=\s|[:.,;]|$)"
)
_TIGHT = re.compile(rf"[{_CJK}]{{2}}")
_GAP = re.compile(r" +")
_LABEL = re.compile(r"[^:：\t]{1,40}?(?=\s*[:：\t]|\s{2,}|\s*$)")
_LONGEST_LINE, _MOST_LETTERS = 20_000, 100_000
"""Characters of a line and letters of a file that are closed up; headings and labels are letter-spaced, no books."""
_FEWEST_CHARACTERS = 3
_FEWEST_LETTERS = 4
_FEWEST_LETTERS_OF_SEVERAL_WORDS = 6


def without_spacing(lines: Sequence[Line]) -> tuple[tuple[Line, ...], tuple[Finding, ...]]:
    """Return the lines with letter-spaced words closed up, and one finding where any was.

    A word is closed only if each gap in it is one blank, and Chinese text only where no two characters of its
    line, or of its label, stand together, so that a blank that means something stays.
    """
    found: dict[int, Passage] = {}
    letters = 0
    for at, line in enumerate(lines):
        closed = _closed(line.passage) if letters < _MOST_LETTERS and len(line.text) <= _LONGEST_LINE else None
        if closed is not None:
            found[at] = closed
            letters += len(closed.runs)
    if not found:
        return tuple(lines), ()
    first = min(found)
    message = f"letter-spaced words were closed up: {found[first].text[:60]!r}"
    kept = tuple(replace(line, passage=found.get(at, line.passage)) for at, line in enumerate(lines))
    return kept, (Finding("spaced-cjk", lines[first].passage.span.start, message),)


def _closed(passage: Passage) -> Passage | None:
    """Return a line's text without the blanks of letter-spaced words, None where it has none.

    Between two words, which wider gaps set apart, one blank stays.
    """
    text = passage.text
    spaced = [match for match in _SPACED.finditer(text) if _is_spaced(match, text)]
    if not spaced:
        return None
    gaps = [gap for match in spaced for gap in _GAP.finditer(text, match.start(), match.end())]
    cuts = [edge for gap in gaps for edge in (gap.start() + (len(gap.group()) > 1), gap.end())]
    edges = [0, *cuts, len(text)]
    return joined((passage.slice(start, end) for start, end in zip(edges[::2], edges[1::2], strict=True)), "")


def _is_spaced(match: re.Match[str], text: str) -> bool:
    """Tell whether a stretch is letter-spaced.

    Letters are from four of one word on, from six of several words set apart by wider gaps; Chinese characters
    from three on, two where they are all there is of a label.
    """
    stretch = match.group()
    if stretch.isascii():
        letters = len(stretch) - stretch.count(" ")
        word = stretch[0].isupper() and (stretch.isupper() or stretch[1:].islower())
        if "  " not in stretch:
            return word and letters >= _FEWEST_LETTERS
        return letters >= _FEWEST_LETTERS_OF_SEVERAL_WORDS and stretch.count("  ") * 2 <= letters
    label = _LABEL.match(text)
    of_the_label = label is not None and match.end() <= label.end()
    there = text[: label.end()] if label and of_the_label else text
    is_label = label is not None and match.span() == label.span()
    return not _TIGHT.search(there) and (stretch.count(" ") + 1 >= _FEWEST_CHARACTERS or is_label)

"""The printed lines of one column as rows: what is indented, emphasised, set apart, and what is a line wrap."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from generator.positions import Passage
from generator.reading.containers.pdf.words import Fragment
from generator.reading.headers import is_header
from generator.reading.items import GLYPHS
from generator.reading.labels import opening, requirements_label
from generator.reading.lines import Line
from generator.text.folding import is_cjk

_WIDTH_OF_A_BLANK = 0.28
_SMALLEST_INDENT = 0.25
_CLEARLY_WIDER = 1.35
_CLEARLY_LARGER = 1.15
_LARGEST_LEADING = 3.0
_USUAL_LEADING = 1.2
_DEEPEST_HEADING = 6
_MANY_LINES = 20
_SOFT_HYPHEN = "\u00ad"


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the text that is taken out of a file. ``rule`` names why it is set aside, if it is."""

    text: str
    indent: int = 0
    tabbed: bool = False
    heading: int = 0
    bold: bool = False
    after_blank: bool = False
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """The edges text of a column keeps to; ``tabbed`` says that labels stand to its left."""

    left: float
    right: float
    tabbed: bool = False


@dataclass(frozen=True, slots=True)
class Print:
    """How a document is printed: the size of its text, the sizes of headings from the largest, its line spacing.

    ``leading`` is the usual distance of two baselines in sizes of the font.
    """

    size: float
    headings: tuple[float, ...]
    leading: float

    @classmethod
    def of(cls, columns: Iterable[Sequence[Fragment]]) -> Print:
        sizes: Counter[float] = Counter()
        distances: Counter[float] = Counter()
        for fragments in columns:
            for fragment in fragments:
                sizes[_rounded(fragment.size)] += len(fragment.text)
            for above, below in pairwise(sorted(fragments, key=lambda one: one.baseline)):
                distance = round((below.baseline - above.baseline) / below.size, 1)
                if 0.8 <= distance <= _LARGEST_LEADING:
                    distances[distance] += 1
        size = max(sizes, key=lambda one: (sizes[one], -one), default=10.0)
        leading = max(distances, key=lambda one: (distances[one], -one), default=_USUAL_LEADING)
        return cls(size, tuple(sorted((one for one in sizes if one >= _CLEARLY_LARGER * size), reverse=True)), leading)

    def heading(self, size: float) -> int:
        """Return the level of a heading printed in a size, 0 where the size is that of the text."""
        rounded = _rounded(size)
        return min(_DEEPEST_HEADING, self.headings.index(rounded) + 1) if rounded in self.headings else 0

    def is_apart(self, above: Fragment, below: Fragment) -> bool:
        """Tell whether the distance of two lines is clearly larger than usual."""
        size = max(above.size, below.size)
        return below.baseline - above.baseline > _CLEARLY_WIDER * self.leading * size


def _rounded(size: float) -> float:
    return round(size * 2) / 2


def right_edge(fragments: Iterable[Fragment]) -> float:
    """Return how far lines reach; in a long text a few lines may stick out."""
    ends = sorted((fragment.x1 for fragment in fragments), reverse=True)
    return ends[min(2, len(ends) // _MANY_LINES)] if ends else 0.0


def is_label(text: str) -> bool:
    """Tell whether a text is a label of a field and nothing else."""
    passage = Passage.of(f"{text}\t.", 0)
    found = opening([Line(passage)], 0)
    return found is not None and found.value.text[requirements_label(found.value) :].strip() == "."


def printed_lines(fragments: Iterable[Fragment]) -> list[list[Fragment]]:
    """Return fragments line by line."""
    ordered = sorted(fragments, key=lambda one: (one.line, one.x0))
    return [list(line) for _, line in groupby(ordered, key=lambda one: one.line)]


def line_text(line: Sequence[Fragment]) -> str:
    """Return the text of a printed line: a TAB behind a label, wide gaps kept as three blanks, not behind bullets."""
    text = line[0].text
    for before, fragment in pairwise(line):
        if before.is_marker or fragment.text in (":", "："):
            text += " "
        else:
            text += "\t" if is_label(text) else "   "
        text += fragment.text
    return text


def joined_text(fragments: Iterable[Fragment]) -> str:
    """Return the text of several lines as one, with a blank where lines meet, none inside CJK text."""
    text = ""
    for line in printed_lines(fragments):
        following = line_text(line)
        if text.endswith(_SOFT_HYPHEN):
            text = text.removesuffix(_SOFT_HYPHEN)
        elif text and not (is_cjk(text[-1]) and is_cjk(following[0])):
            text += " "
        text += following
    return text


def column_rows(fragments: Sequence[Fragment], column: Column, print_: Print) -> list[Row]:
    """Return the lines of a column as rows."""
    rows: list[Row] = []
    above: list[Fragment] = []
    indents: dict[int, int] = {}
    paragraphs: list[int] = []
    for number, line in enumerate(printed_lines(fragments)):
        row = _row(line, column, print_)
        apart = bool(above) and print_.is_apart(above[0], line[0])
        if line[0].is_marked:
            row = _with_common_indent(row, line, indents)
        elif above and not apart and _is_wrap(above, line, column):
            row = replace(row, indent=0)
        elif above and _may_be_paragraph(row):
            paragraphs.append(number)
        rows.append(replace(row, after_blank=apart))
        above = line
    return _with_paragraphs(rows, paragraphs, column)


def _row(line: Sequence[Fragment], column: Column, print_: Print) -> Row:
    first = line[0]
    offset = first.x0 - column.left
    blanks = int(offset / (_WIDTH_OF_A_BLANK * first.size) + 0.5) if offset > _SMALLEST_INDENT * first.size else 0
    return Row(
        line_text(line),
        indent=min(blanks, 200),
        tabbed=column.tabbed,
        heading=print_.heading(first.size),
        bold=all(fragment.bold for fragment in line),
    )


def _with_common_indent(row: Row, line: Sequence[Fragment], indents: dict[int, int]) -> Row:
    """Return a row with the indent of the item above whose text begins at the same place.

    Numbers are often set flush right: "(i)" stands further right than "(ii)", and both are of one list.
    """
    words = [word for fragment in line for word in fragment.words]
    if len(words) < 2 or words[0].text[0] in GLYPHS:
        return row
    start = round(words[1].x0)
    near = next((indents[place] for place in (start, start - 1, start + 1) if place in indents), row.indent)
    indents.setdefault(start, near)
    return replace(row, indent=near)


def _is_wrap(above: Sequence[Fragment], line: Sequence[Fragment], column: Column) -> bool:
    """Tell whether a line goes on with the one above: that one had no room for its first word.

    A wrap has no indent in its row, as in a text file, whatever hangs on paper.
    """
    first = line[0]
    same_look = above[0].bold == first.bold and abs(above[0].size - first.size) < 0.1 * first.size
    return same_look and fills_line(above[-1], first, column.right)


def _may_be_paragraph(row: Row) -> bool:
    starts = row.text[0].isupper() or is_cjk(row.text[0])
    return starts and not (row.indent or row.bold or row.heading)


def _with_paragraphs(rows: Sequence[Row], numbers: Iterable[int], column: Column) -> list[Row]:
    """Return the rows with one blank before each of the given paragraphs that is no label.

    On paper paragraphs begin at the same edge as wraps; the blank tells them apart.
    """
    lines = [Line(Passage.of(row.text, 0)) for row in rows]
    found = list(rows)
    for number in numbers:
        if column.tabbed or not (opening(lines, number) or is_header(lines[number].passage)):
            found[number] = replace(rows[number], indent=1)
    return found


def fills_line(last: Fragment, first: Fragment, right: float) -> bool:
    """Tell whether a line is so long that the first word of the next found no room on it."""
    word = first.words[0]
    width = first.size if is_cjk(word.text[0]) else word.x1 - word.x0
    blank = 0.0 if is_cjk(word.text[0]) else _WIDTH_OF_A_BLANK * first.size
    return last.x1 + blank + width > right - _SMALLEST_INDENT * first.size

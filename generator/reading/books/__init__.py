"""Books: what stands around their units, such as contents, lists, dividers, appendices, glossaries, letters."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.diagnostics import Finding
from generator.reading.books.code_lists import CodeList, code_lists
from generator.reading.books.contents_lists import contents_lines
from generator.reading.books.endings import LEVEL_DIVIDER, ends_a_unit
from generator.reading.books.rules import AROUND_UNITS, CONTENTS, DIVIDER, LIST, OUTSIDE
from generator.reading.books.starts import starts_a_unit
from generator.reading.contents import SetAside
from generator.reading.headers import is_header
from generator.reading.headlines import read_headline
from generator.reading.labels import Opening, opening
from generator.reading.lines import Line
from generator.reading.loose_labels import FIELDS_OF_A_UNIT, loose_opening
from generator.text.folding import label_form
from generator.text.wording import counted

_BEGINNING = "beginning"
_ENDS = frozenset({"assessment_criteria", "remark", "section", "extra_field"})
"""Fields behind which a unit may be over. Inside the competency nothing ends it but the next unit."""
_OF_A_UNIT = frozenset({"title", "code", "range", "level", "credit", "competency", *_ENDS}) - {"extra_field"}
_LONGEST_TITLE_PAGE = 60
_EXCERPT = 60
_LONGEST_GAP = 400
_FEWEST_OF_AN_INDEX = 2


@dataclass(frozen=True, slots=True)
class Body:
    """The lines of a file that may be units, what was set aside, the codes listed and what there is to say."""

    lines: tuple[Line, ...]
    set_aside: tuple[SetAside, ...]
    listed: tuple[CodeList, ...]


def without_surroundings(lines: Sequence[Line]) -> Body:
    """Return the lines of the units of a book without the text between and behind them.

    What stands before the first unit stays unless it is a list, a divider or the title page before a table of
    contents: its labels tell whether it is one.
    """
    lists = code_lists(lines)
    marked = {at: LIST for one in lists if one.sure for at in range(one.start, one.end)}
    marked |= dict.fromkeys(contents_lines(lines), CONTENTS)
    walk = _Walk(lines, marked)
    rules = [walk.rule(at) for at in range(len(lines))]
    kept = tuple(line for line, rule in zip(lines, rules, strict=True) if rule is None)
    aside = tuple(SetAside(rule, line.passage) for line, rule in zip(lines, rules, strict=True) if rule is not None)
    return Body(kept, aside, lists)


class _Walk:
    """One walk over the lines of a file, which knows in which field of a unit it is, or that it is outside."""

    def __init__(self, lines: Sequence[Line], marked: dict[int, str]) -> None:
        self._lines = lines
        self._marked = marked
        self._openings = [None if is_header(line.passage) else opening(lines, at) for at, line in enumerate(lines)]
        self._areas = frozenset(
            label_form(found.value.text) for found in self._openings if found and found.field == "functional_area"
        )
        self._title_page = range(self._end_of_title_page())
        self._outside = False
        self._inside = _BEGINNING
        self._opened: set[str] = set()

    def rule(self, at: int) -> str | None:
        """Return the rule that sets a line aside, None for a line that stays; called for each line in turn."""
        if at in self._marked and self._inside != "competency":
            self._leave()
            return self._marked[at]
        if at in self._title_page and not is_header(self._lines[at].passage):
            return OUTSIDE
        if self._outside and not starts_a_unit(self._lines, at):
            return OUTSIDE
        self._outside = False
        found = self._openings[at]
        if self._is_divider(at, found):
            return DIVIDER
        if self._inside in _ENDS and found is None and ends_a_unit(self._lines[at]):
            self._leave()
            return OUTSIDE
        self._enter(at, found)
        return None

    def _end_of_title_page(self) -> int:
        """Return where the table of contents begins before which no label of a unit stands, 0 where there is none."""
        end = min((at for at, rule in self._marked.items() if rule == CONTENTS), default=0)
        if end > _LONGEST_TITLE_PAGE or any(found and found.field in _OF_A_UNIT for found in self._openings[:end]):
            return 0
        return 0 if any(loose_opening(self._lines, at, FIELDS_OF_A_UNIT) for at in range(end)) else end

    def _leave(self) -> None:
        self._outside, self._inside, self._opened = True, _BEGINNING, set()

    def _enter(self, at: int, found: Opening | None) -> None:
        """Take note of the field a line opens."""
        if is_header(self._lines[at].passage) or read_headline(self._lines, at) is not None:
            self._inside, self._opened = "header", {"header"}
        elif found is not None and not found.weak and (found.sure or self._inside != "competency"):
            if found.field in ("functional_area", "title", "code") and found.field in self._opened:
                self._opened = set()
            self._inside = found.field
            self._opened.add(found.field)

    def _is_divider(self, at: int, found: Opening | None) -> bool:
        """Tell whether a line is a level or a functional area alone, between two units."""
        if self._inside not in (_BEGINNING, "header", *_ENDS):
            return False
        text = self._lines[at].text
        if LEVEL_DIVIDER.fullmatch(text):
            divides = "level" in self._opened or self._inside in (_BEGINNING, "header")
        else:
            divides = found is None and self._inside != "header" and label_form(text) in self._areas
        return divides and self._is_before_a_unit(at + 1)

    def _is_before_a_unit(self, at: int) -> bool:
        if at >= len(self._lines):
            return self._inside in _ENDS
        line = self._lines[at]
        is_other = at in self._marked or label_form(line.text) in self._areas or LEVEL_DIVIDER.fullmatch(line.text)
        return bool(is_other) or starts_a_unit(self._lines, at)


def surroundings_findings(text: str, set_aside: Sequence[SetAside]) -> Iterator[Finding]:
    """Yield one finding for each stretch of text around the units of a file, with its beginning."""
    stretch: list[SetAside] = []
    for aside in set_aside:
        if aside.rule not in AROUND_UNITS:
            continue
        if stretch and (aside.rule != stretch[-1].rule or not _adjoin(text, stretch[-1], aside)):
            yield _finding(stretch)
            stretch = []
        stretch.append(aside)
    if stretch:
        yield _finding(stretch)


def _adjoin(text: str, first: SetAside, second: SetAside) -> bool:
    """Tell whether nothing but blanks and marks stands between two texts."""
    start, end = first.passage.span.end, second.passage.span.start
    return end - start <= _LONGEST_GAP and not any(map(str.isalnum, text[start:end]))


def _finding(stretch: Sequence[SetAside]) -> Finding:
    first = stretch[0].passage
    message = f"{counted(len(stretch), 'line')} set aside, {stretch[0].rule}: {first.text[:_EXCERPT]!r}"
    return Finding("non-unit-text", first.span.start, message)


def index_finding(lists: Sequence[CodeList], labelled: Sequence[str]) -> Finding | None:
    """Return what there is to say about a file that lists units and holds none, None where it lists none.

    ``labelled`` holds the codes listed with labels ("Title: ...", "Code: ...").
    """
    codes = {code for one in lists for code in one.codes} | set(labelled)
    if len(codes) < _FEWEST_OF_AN_INDEX:
        return None
    message = f"a list of {len(codes)} units without their bodies; no unit was made of it"
    return Finding("index-recognised", lists[0].offset if lists else 0, message)

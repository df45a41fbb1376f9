"""Fields of Word: their instructions are no text, their results are, but for the numbers of pages."""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.reading.containers.word.markup import Node

_NUMBERS_OF_PAGES = frozenset({"PAGE", "NUMPAGES", "SECTIONPAGES", "PAGEREF"})
_ENOUGH = 40


def names_a_page(instruction: str) -> bool:
    """Tell whether a field prints the number of a page."""
    return bool(_NUMBERS_OF_PAGES.intersection(instruction.upper().split(maxsplit=1)[:1]))


@dataclass(slots=True)
class _Open:
    instruction: str = ""
    in_result: bool = False


@dataclass(slots=True)
class OpenFields:
    """The fields that began and have not ended yet, the innermost last.

    ``silent`` counts those whose text does not show now.
    """

    path: list[_Open] = field(default_factory=list)
    silent: int = 0

    def mark(self, node: Node) -> None:
        """Follow a mark (``w:fldChar``) that a field begins, turns to its result, or ends."""
        kind = node.attributes.get("w:fldCharType")
        if kind == "begin":
            self.path.append(_Open())
            self.silent += 1
        elif kind == "separate" and self.path and not self.path[-1].in_result:
            self.path[-1].in_result = True
            self.silent -= not names_a_page(self.path[-1].instruction)
        elif kind == "end" and self.path:
            last = self.path.pop()
            self.silent -= not last.in_result or names_a_page(last.instruction)

    def instruct(self, text: str) -> None:
        if self.path and not self.path[-1].in_result and len(self.path[-1].instruction) < _ENOUGH:
            self.path[-1].instruction += text

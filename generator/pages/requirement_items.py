"""Requirements and outcomes as the unit page lists them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote

from generator.contents import Contents
from generator.model import Requirement, Unit, anchor
from generator.pages.fragments import Text
from generator.pages.links import LinkedTexts
from generator.pages.unit_corrections import Corrections


@dataclass(frozen=True, slots=True)
class RequirementItem:
    """One requirement: ``name`` says in words which ("requirement 1.2"), ``report`` is where to report its line."""

    anchor: str
    name: str
    number: str | None
    text: Text
    line: int | None
    report: str | None
    restored: bool
    correction: str | None
    children: tuple[RequirementItem, ...]


class RequirementItems:
    """Makes the items of one unit."""

    def __init__(self, unit: Unit, contents: Contents, texts: LinkedTexts, corrections: Corrections) -> None:
        self._unit = unit
        self._report_url = contents.settings.report_url
        self._texts = texts
        self._corrections = corrections

    def items(self, requirements: Sequence[Requirement], prefix: str, words: str) -> tuple[RequirementItem, ...]:
        """Return items named ``prefix`` and their number ("e1.r" gives e1.r1), called ``words`` and their number."""
        return tuple(
            self._item(requirement, f"{prefix}{number}", f"{words}{number}")
            for number, requirement in enumerate(requirements, 1)
        )

    def _item(self, requirement: Requirement, name: str, words: str) -> RequirementItem:
        line = requirement.place.first_line if requirement.place else None
        return RequirementItem(
            anchor=anchor(name),
            name=words,
            number=requirement.number,
            text=self._texts.text(name, requirement.text),
            line=line,
            report=self.report_address(line, words),
            restored=requirement.restored,
            correction=self._corrections.of(name),
            children=self.items(requirement.children, f"{name}.", f"{words}."),
        )

    def report_address(self, line: int | None, words: str) -> str | None:
        """Return where to report a line of the unit's raw file, None where the project has no such address."""
        if not self._report_url or line is None or self._unit.source is None:
            return None
        title = f"{self._unit.code.text}, {words}"
        body = f"File {self._unit.source.file}, line {line}. What is wrong:"
        return self._report_url.replace("{title}", quote(title, safe="")).replace("{body}", quote(body, safe=""))

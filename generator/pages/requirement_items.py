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
from generator.pages.unit_source import Places


@dataclass(frozen=True, slots=True)
class RequirementItem:
    """One requirement: ``name`` says in words which ("requirement 1.2"), ``report`` is where to report its line.

    ``where`` says in words where it stands ("page 2, line 14"); ``range`` is the range of this requirement alone.
    """

    anchor: str
    name: str
    number: str | None
    text: Text
    range: Text
    where: str
    line: int | None
    report: str | None
    restored: bool
    correction: str | None
    children: tuple[RequirementItem, ...]


class RequirementItems:
    """Makes the items of one unit."""

    def __init__(
        self, unit: Unit, contents: Contents, texts: LinkedTexts, corrections: Corrections, places: Places
    ) -> None:
        self._unit = unit
        self._report_url = contents.settings.report_url
        self._texts = texts
        self._corrections = corrections
        self._places = places

    def items(self, requirements: Sequence[Requirement], prefix: str, words: str) -> tuple[RequirementItem, ...]:
        """Return items named ``prefix`` and their number ("e1.r" gives e1.r1), called ``words`` and their number."""
        return tuple(
            self._item(requirement, f"{prefix}{number}", f"{words}{number}")
            for number, requirement in enumerate(requirements, 1)
        )

    def _item(self, requirement: Requirement, name: str, words: str) -> RequirementItem:
        place = requirement.place
        where = self._places.words(place) if place else ""
        return RequirementItem(
            anchor=anchor(name),
            name=words,
            number=requirement.number,
            text=self._texts.text(name, requirement.text),
            range=self._texts.text(f"{name}.range", requirement.range),
            where=where,
            line=place.first_line if place else None,
            report=self._report_address(where, words),
            restored=requirement.restored,
            correction=self._corrections.of(name),
            children=self.items(requirement.children, f"{name}.", f"{words}."),
        )

    def _report_address(self, where: str, words: str) -> str | None:
        """Return where to report a place of the unit's raw file, None where the project has no such address."""
        if not self._report_url or not where or self._unit.source is None:
            return None
        title = f"{self._unit.code.text}, {words}"
        body = f"File {self._unit.source.file}, {where}. What is wrong:"
        return self._report_url.replace("{title}", quote(title, safe="")).replace("{body}", quote(body, safe=""))

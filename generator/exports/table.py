"""All units as a table for a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from generator.addresses import UNITS_CSV
from generator.contents import Contents
from generator.model import Unit
from generator.text.escape import csv_cell

_COLUMNS = (
    "code",
    "base_code",
    "version",
    "language",
    "title",
    "level",
    "credit",
    "functional_area",
    "industry",
    "industry_inferred",
    "status",
    "superseded_by",
    "requirements",
    "address",
)


def files(contents: Contents) -> Iterator[tuple[str, str]]:
    """Yield ``data/units.csv``: one row per unit, RFC 4180, no cell that a spreadsheet takes for a formula."""
    sheet = io.StringIO(newline="")
    writer = csv.writer(sheet, lineterminator="\r\n")
    writer.writerow(_COLUMNS)
    for unit in contents.catalogue.units:
        writer.writerow(csv_cell(cell) for cell in _row(unit, contents))
    yield UNITS_CSV, sheet.getvalue()


def _row(unit: Unit, contents: Contents) -> tuple[str, ...]:
    status = contents.catalogue.status_of(unit)
    industry = contents.catalogue.industry_of(unit)
    return (
        unit.code.text,
        unit.code.base,
        unit.code.version or "",
        unit.language,
        unit.title or "",
        "" if unit.level is None else str(unit.level),
        "" if unit.credit.value is None else f"{unit.credit.value:g}",
        unit.functional_area or "",
        industry.name if industry else "",
        "yes" if industry and industry.inferred else "no",
        status.standing.value,
        " ".join(status.superseded_by),
        str(sum(len(element.requirements) for element in unit.elements)),
        contents.addresses.unit(unit),
    )

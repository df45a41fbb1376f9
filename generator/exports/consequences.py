"""What follows from a comparison as tables for a spreadsheet: the gap lists, and the rows of a course mapping."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from generator.compare import Comparison
from generator.consequences import Consequences
from generator.consequences.course_designer import MappingRow, mapping_rows
from generator.consequences.places import short_place
from generator.consequences.result import GapList
from generator.contents import Contents
from generator.text.escape import csv_cell

_GAP_COLUMNS = (
    "direction",
    "code",
    "kind",
    "place",
    "requirement",
    "state",
    "counterpart_code",
    "counterpart_places",
    "counterpart",
    "reason",
    "note",
)
_MAPPING_COLUMNS = (
    "action",
    "kind",
    "old_code",
    "old_places",
    "old",
    "new_code",
    "new_places",
    "new",
    "what_changed",
    "check",
)


def files(contents: Contents) -> Iterator[tuple[str, str]]:
    """Yield ``gaps.csv`` and ``mapping.csv`` beside the page of every comparison."""
    for one in contents.published.values():
        address = contents.addresses.published(one.pair)
        yield gaps_address(address), gaps_csv(one.consequences.gaps)
        yield mapping_address(address), mapping_csv(one.comparison, one.consequences)


def gaps_address(comparison: str) -> str:
    """Return where the gap lists of a comparison stand, by its address."""
    return f"{comparison}gaps.csv"


def mapping_address(comparison: str) -> str:
    """Return where the rows of a course mapping stand, by the address of the comparison."""
    return f"{comparison}mapping.csv"


def gaps_csv(lists: Iterable[GapList]) -> str:
    """Return gap lists as a table, a row for every requirement and criterion of the unit claimed."""
    return _sheet(_GAP_COLUMNS, (row for gaps in lists for row in _gap_rows(gaps)))


def _gap_rows(gaps: GapList) -> Iterator[Sequence[str]]:
    for gap in gaps.gaps:
        yield (
            f"holder of {gaps.held} claims {gaps.claimed}",
            gaps.claimed,
            gap.kind,
            gap.place,
            gap.text,
            gap.state.value,
            gaps.held if gap.counterparts else "",
            "; ".join(map(short_place, gap.counterparts)),
            "\n".join(gap.counterpart_texts),
            gap.reason,
            f"check the meaning: {', '.join(gap.check)}" if gap.check else "",
        )


def mapping_csv(comparison: Comparison, found: Consequences) -> str:
    """Return what to do with every row of a course mapping as a table."""
    codes = comparison.old.code.name, comparison.new.code.name
    return _sheet(_MAPPING_COLUMNS, (_mapping_row(one, *codes) for one in mapping_rows(found.rows)))


def _mapping_row(one: MappingRow, old: str, new: str) -> Sequence[str]:
    row = one.row
    return (
        one.action.value,
        row.link.kind,
        old if row.old else "",
        "; ".join(map(short_place, row.link.old)),
        "\n".join(row.old),
        new if row.new else "",
        "; ".join(map(short_place, row.link.new)),
        "\n".join(row.new),
        row.difference,
        ", ".join(row.check),
    )


def _sheet(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table in CSV (RFC 4180), no cell of which a spreadsheet takes for a formula."""
    sheet = io.StringIO(newline="")
    writer = csv.writer(sheet, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([csv_cell(cell) for cell in row] for row in rows)
    return sheet.getvalue()

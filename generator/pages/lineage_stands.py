"""Where a row of a history stands in each version."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.compare.history_rows import Happening, History, Row
from generator.compare.history_steps import older_versions
from generator.model import anchor
from generator.pages.lineage_events import node_place
from generator.pages.lineage_names import VersionName

_PASSED_ON = (Happening.MERGED_INTO, Happening.CONTINUED_AS)
_TAKEN_OVER = (Happening.SPLIT_FROM, Happening.CONTINUED_FROM)


@dataclass(frozen=True, slots=True)
class StandView:
    """Where a row stands in one version; ``within`` says that another requirement holds there what the row says."""

    version: VersionName
    place: str = ""
    address: str = ""
    within: bool = False


class Stands:
    """Finds where the rows of one history stand."""

    def __init__(self, found: History, names: Sequence[VersionName]) -> None:
        self._found = found
        self._names = names
        self._row_of = found.places()
        self._older = older_versions(found.steps)

    def of(self, row: Row) -> tuple[StandView, ...]:
        """Return where a row stands in each version; before it was split off and after it was merged away in what."""
        others = self._others(row)
        return tuple(
            self._stand(version, name or others.get(version), within=name is None)
            for version, name in enumerate(row.names)
        )

    def _stand(self, version: int, node: str | None, *, within: bool) -> StandView:
        shown = self._names[version]
        if node is None:
            return StandView(shown)
        return StandView(shown, node_place(node), f"{shown.address}#{anchor(node)}", within)

    def _others(self, row: Row) -> Mapping[int, str]:
        """Return the nodes of the row that this one was split off, and later of the one it was merged into."""
        found: dict[int, str] = {}
        for event in row.events:
            step = self._found.steps[event.step]
            if event.happening in _TAKEN_OVER:
                other = self._found.rows[self._row_of[step.old, event.link.old[0]]]
                reach = {step.old, *self._older.get(step.old, ())}
            elif event.happening in _PASSED_ON:
                other = self._found.rows[self._row_of[step.new, event.link.new[0]]]
                reach = {step.new, *(later for later, older in self._older.items() if step.new in older)}
            else:
                continue
            found |= {version: name for version, name in enumerate(other.names) if name and version in reach}
        return found

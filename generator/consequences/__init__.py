"""What a comparison means for those who work with the units: tasks, gaps, a proposed ruling. Knows no catalogue."""

from __future__ import annotations

from collections.abc import Callable

from generator.compare import Comparison
from generator.consequences.assessor import assessor
from generator.consequences.course_designer import course_designer
from generator.consequences.gaps import gap_list
from generator.consequences.job_description import hr_manager
from generator.consequences.matter import Matter
from generator.consequences.mirror import mirrored
from generator.consequences.proposal import proposal
from generator.consequences.result import Consequences, ReaderTasks, Relation
from generator.consequences.rows import rows
from generator.consequences.secretariat import secretariat

__all__ = ["Consequences", "Relation", "consequences"]

_READERS = (course_designer, assessor, hr_manager)


def consequences(comparison: Comparison, relation: Relation | None = None) -> Consequences:
    """Return what follows from a comparison.

    ``relation`` says how the two units belong together; without it they are versions where their base codes are
    the same, else different units.
    """
    matter = Matter.of(comparison, relation or _relation(comparison))
    turned = mirrored(comparison)
    return Consequences(
        matter.rows,
        tuple(tasks_for(matter) for tasks_for in _readers(matter.relation)),
        (gap_list(comparison, matter.rows), gap_list(turned, rows(turned))),
        proposal(matter),
    )


def _readers(relation: Relation) -> tuple[Callable[[Matter], ReaderTasks], ...]:
    """Return for whom there is something to do; of different units no secretariat has anything to announce."""
    return _READERS if relation is Relation.UNITS else (*_READERS, secretariat)


def _relation(comparison: Comparison) -> Relation:
    bases = (unit.code.base.casefold() for unit in (comparison.old, comparison.new))
    return Relation.VERSIONS if len(set(bases)) == 1 else Relation.UNITS

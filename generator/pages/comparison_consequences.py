"""What follows from a comparison, as a page or a document shows it: the ruling, the tasks, the gap lists."""

from __future__ import annotations

from dataclasses import dataclass, replace

from generator.compare import Comparison
from generator.compare.sentences import FIELD_NAMES, alert_words
from generator.consequences import Relation
from generator.consequences.result import Consequences, Reader, ReaderTasks, Task, TaskGroup
from generator.exports.consequences import gaps_address, mapping_address
from generator.model import Unit, anchor
from generator.pages.comparison_gaps import LONGEST_OPEN, GapSheet, TextLine, gap_sheet
from generator.pages.proposed_ruling import RulingView, ruling_view
from generator.published import PublishedPair

_LONGEST_BRIEF = 400
"""Characters of a list of places that stand open."""

_KEPT = {Reader.COURSE_DESIGNER: "Keep", Reader.ASSESSOR: "Still counts as it is"}


@dataclass(frozen=True, slots=True)
class TaskView:
    """One thing to do. ``jump`` is the anchor of its row in the comparison; ``replaces`` are texts to take away."""

    place: str
    jump: str
    replaces: tuple[TextLine, ...]
    texts: tuple[TextLine, ...]
    note: str
    check: str


@dataclass(frozen=True, slots=True)
class GroupView:
    """Tasks of one sort; a long list is folded. ``brief`` stands for tasks that need no words of their own."""

    title: str
    folded: bool
    brief: str = ""
    tasks: tuple[TaskView, ...] = ()


@dataclass(frozen=True, slots=True)
class ReaderView:
    """What one reader has to do, what stays as it is last."""

    anchor: str
    title: str
    summary: str
    groups: tuple[GroupView, ...]
    notice: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ConsequencesView:
    """What follows from a comparison; the addresses of tables to download are empty outside of a site."""

    old: str
    new: str
    versions: bool
    ruling: RulingView
    readers: tuple[ReaderView, ...]
    sheets: tuple[GapSheet, ...]
    gaps_address: str = ""
    mapping_address: str = ""


def consequences_view(
    comparison: Comparison, found: Consequences, pair: PublishedPair | None = None, address: str = ""
) -> ConsequencesView:
    """Return what to show of the consequences of a comparison.

    ``pair`` says why the site compares the two, ``address`` is the folder of the comparison; without them the view
    is that of a document that stands alone.
    """
    ruling = pair.versions.ruling if pair and pair.versions else None
    old, new = comparison.old, comparison.new
    there, back = found.gaps
    return ConsequencesView(
        old=old.code.name,
        new=new.code.name,
        versions=found.proposal.relation is not Relation.UNITS,
        ruling=ruling_view(found, ruling),
        readers=_readers(found, old, new, to_rule=ruling is None or ruling.equivalence is None),
        sheets=(gap_sheet(there, old, new), _apart(gap_sheet(back, new, old), old, new)),
        gaps_address=gaps_address(address) if address else "",
        mapping_address=mapping_address(address) if address else "",
    )


def _apart(sheet: GapSheet, old: Unit, new: Unit) -> GapSheet:
    """Return a sheet with an anchor of its own also where both units have one name: a unit and a draft of it."""
    return replace(sheet, anchor=f"{sheet.anchor}-back") if old.code.name == new.code.name else sheet


def _readers(found: Consequences, old: Unit, new: Unit, *, to_rule: bool) -> tuple[ReaderView, ...]:
    succession = found.proposal.relation is Relation.SUCCESSION
    return tuple(_reader(tasks, old, new, to_rule=to_rule and succession) for tasks in found.tasks)


def _reader(tasks: ReaderTasks, old: Unit, new: Unit, *, to_rule: bool) -> ReaderView:
    groups = tuple(_group(group, old, new) for group in tasks.groups)
    if to_rule and tasks.reader is Reader.SECRETARIAT:
        groups = (_ruling_group(old, new), *groups)
    title = tasks.reader.value
    return ReaderView(
        anchor=f"to-do-{title.casefold().replace(' ', '-')}",
        title=title[0].upper() + title[1:],
        summary=tasks.summary,
        groups=(*groups, *_kept(tasks)),
        notice=tasks.notice,
    )


def _ruling_group(old: Unit, new: Unit) -> GroupView:
    said = f"Rule whether holders of {old.code.name} hold {new.code.name} too; the proposal stands above."
    return _in_brief("Ruling missing", said)


def _kept(tasks: ReaderTasks) -> tuple[GroupView, ...]:
    return (_in_brief(_KEPT[tasks.reader], tasks.kept),) if tasks.kept else ()


def _in_brief(title: str, said: str) -> GroupView:
    return GroupView(title, len(said) > _LONGEST_BRIEF, said)


def _group(group: TaskGroup, old: Unit, new: Unit) -> GroupView:
    if group.brief:
        return _in_brief(group.title, group.brief)
    tasks = tuple(_task(task, old, new) for task in group.tasks)
    return GroupView(group.title, len(tasks) > LONGEST_OPEN, tasks=tasks)


def _task(task: Task, old: Unit, new: Unit) -> TaskView:
    gone = tuple(TextLine("", text, old.language) for text in task.was)
    come = tuple(TextLine("", text, new.language) for text in task.now)
    return TaskView(
        place=task.place,
        jump=_jump(task),
        replaces=gone if come else (),
        texts=come or gone,
        # Behind the place "Level", the note "Level 2 becomes 3." would say it twice.
        note="" if gone and come else task.note.removeprefix(task.place).lstrip(": "),
        check=f"Check: {alert_words(task.check)}" if task.check else "",
    )


def _jump(task: Task) -> str:
    """Return the anchor of the row in the tables of the comparison; empty where it has none that is known."""
    if task.field:
        return f"field-{task.field.replace('_', '-')}" if task.field in FIELD_NAMES else ""
    if not task.old and not task.new:
        return ""
    return f"to-{anchor(task.new[0])}" if task.new else f"from-{anchor(task.old[0])}"

"""Compare what stands beside the fields and the nodes: lead-ins, local ranges, extra fields and extra sections."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.compare.fields import text_change
from generator.compare.keys import wordings
from generator.compare.result import Change, FieldChange, InlineRun, Link
from generator.model import Requirement, Section, Unit, below


@dataclass(frozen=True, slots=True)
class _Text:
    """A text with the name it goes by, and what it is aligned by: the kind of detail, or the key of its label."""

    name: str
    key: str
    text: str


def further_changes(old: Unit, new: Unit, links: Iterable[Link]) -> tuple[FieldChange, ...]:
    """Return the changes of all texts that belong to no field and are no node, those of nodes first.

    A change is named after the new side, or after the old one where that alone has the text: "e1.lead_in",
    "e1.r2.range", the label or heading as printed. Lead-ins and ranges follow the links of their nodes; extra
    fields and sections are found by their labels, whatever their order.
    """
    return (*_of_nodes(old, new, links), *_aligned(_labelled(old), _labelled(new), apart=False))


def _of_nodes(old: Unit, new: Unit, links: Iterable[Link]) -> Iterator[FieldChange]:
    olds, news = _details(old), _details(new)
    for link in links if olds or news else ():
        before, after = (
            [text for name in names for text in details.get(name, ())]
            for names, details in ((link.old, olds), (link.new, news))
        )
        yield from _aligned(before, after, apart=not link.old or not link.new)


def _details(unit: Unit) -> Mapping[str, Sequence[_Text]]:
    """Return lead-in and range of every node that has one, by the name of the node."""
    found: dict[str, list[_Text]] = {}
    for node, kind, text in _all_details(unit):
        if text:
            found.setdefault(node, []).append(_Text(f"{node}.{kind}", kind, text))
    return found


def _all_details(unit: Unit) -> Iterator[tuple[str, str, str | None]]:
    for number, element in enumerate(unit.elements, 1):
        yield f"e{number}", "lead_in", element.lead_in
        yield f"e{number}", "range", element.range
        for position, requirement in enumerate(element.requirements, 1):
            yield from _ranges(f"e{number}.r{position}", requirement)
    for number, criterion in enumerate(unit.assessment_criteria.items, 1):
        yield from _ranges(f"c{number}", criterion)


def _ranges(name: str, item: Requirement) -> Iterator[tuple[str, str, str | None]]:
    for node, requirement in ((name, item), *below(name, item.children)):
        yield node, "range", requirement.range


def _labelled(unit: Unit) -> Sequence[_Text]:
    """Return extra fields and sections alike: one publisher's field is the other's section."""
    texts = [*unit.extra_fields, *((section.heading, section_text(section)) for section in unit.extra_sections)]
    keys = wordings(label for label, _ in texts)
    return [_Text(label, wording.key, text) for (label, text), wording in zip(texts, keys, strict=True) if text]


def section_text(section: Section) -> str:
    """Return the introduction and all items of a section, each on a line of its own."""
    return "\n".join(filter(None, (section.intro, *(item.text for _, item in below("", section.items)))))


def _aligned(old: Sequence[_Text], new: Sequence[_Text], *, apart: bool) -> Iterator[FieldChange]:
    """Yield the changes of texts with equal keys, in the order of the new side; then what the old side has alone.

    ``apart`` says that the node of the texts has no counterpart, so that its source cannot lack them.
    """
    waiting: dict[str, list[_Text]] = {}
    for text in old:
        waiting.setdefault(text.key, []).append(text)
    for text in new:
        partners = waiting.get(text.key)
        if partners:
            yield text_change(text.name, partners.pop(0).text, text.text)
        else:
            run = InlineRun("added", text.text)
            yield FieldChange(text.name, Change.ADDED, None, text.text, (run,), (), None if apart else "old")
    for text in (text for texts in waiting.values() for text in texts):
        run = InlineRun("removed", text.text)
        yield FieldChange(text.name, Change.REMOVED, text.text, None, (run,), (), None if apart else "new")

"""The walk over a document: paragraphs, tables, text boxes and what stands around words, without recursion."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from generator.reading.containers.word.drafts import PAGE, Draft, without_empty
from generator.reading.containers.word.fields import names_a_page
from generator.reading.containers.word.looks import PLAIN, paragraph_look, run_look
from generator.reading.containers.word.markup import Node, events
from generator.reading.containers.word.rows import row_drafts
from generator.reading.containers.word.symbols import sign
from generator.reading.containers.word.walk import Flow, Paragraph, Walk

DEEPEST_TABLE = 60
_GONE = frozenset(
    {"w:del", "w:moveFrom", "w:delText", "w:sdtPr", "w:pPr", "w:rPr", "w:tblPr", "w:tcPr", "w:rt", "w:object"}
)
_GONE_MARKS = (("w:rPr", "w:del"), ("w:rPr", "w:moveFrom"))
_NESTED = frozenset({"w:tr", "w:tc", "w:txbxContent"})
_ADDED: dict[str, str] = {
    "w:tab": "\t",
    "w:ptab": "\t",
    "w:cr": "\n",
    "w:noBreakHyphen": "-",
    "w:lastRenderedPageBreak": PAGE,
}


def drafts_of(root: Node, walk: Walk) -> list[Draft]:
    """Return the lines of the body of a document, a note, a header; ``walk`` gathers what is none of them."""
    for node, entering in events(root, _shown):
        handler = (_ENTER if entering else _LEAVE).get(node.name)
        if handler:
            handler(walk, node)
    return without_empty(walk.close())


def _shown(node: Node) -> Sequence[Node]:
    """Return the children of a node that show: no deleted text, one of several alternatives."""
    if node.name == "mc:AlternateContent":
        chosen = node.find("mc:Choice") or node.find("mc:Fallback")
        return (chosen,) if chosen else ()
    if node.name == "w:fldSimple" and names_a_page(node.attributes.get("w:instr", "")):
        return ()
    return () if node.name in _GONE or _is_deleted_row(node) else node.children


def _is_deleted_row(node: Node) -> bool:
    return (node.name == "w:tr" and node.find("w:trPr", "w:del") is not None) or (
        node.name == "w:tc" and node.find("w:tcPr", "w:cellDel") is not None
    )


def _enter_paragraph(walk: Walk, node: Node) -> None:
    walk.finish()
    properties = node.find("w:pPr")
    style = properties.value("w:pStyle") if properties else None
    named = walk.styles.look(style)
    own = paragraph_look(properties)
    look = own.over(named)
    is_gone = properties is not None and any(properties.find(*mark) is not None for mark in _GONE_MARKS)
    mark = None if is_gone else walk.numbering.next_mark(look, style or walk.styles.default)
    if mark is not None:
        # Where the style names the list, the style's indents hold, else those of the list's level.
        look = own.over(named).over(mark.look) if own.list_id is None else own.over(mark.look).over(named)
    paragraph = Paragraph(look, mark, named, is_gone=is_gone)
    paragraph.ends_section = properties is not None and properties.find("w:sectPr") is not None
    if look.page_before:
        paragraph.pieces.append(PAGE)
    walk.flows[-1].paragraph = paragraph


def _enter_nested(walk: Walk, node: Node) -> None:
    """Open a row, a cell or a text box; beyond the deepest table all stands in the cell around it."""
    if walk.flattened or len(walk.flows) + len(walk.rows) > 2 * DEEPEST_TABLE:
        walk.flattened += 1
        return
    if node.name == "w:tr":
        walk.has_tables = True
        walk.finish()
        walk.rows.append([])
        return
    walk.nesting.pass_heading()
    walk.flows.append(Flow())


def _leave_nested(walk: Walk, node: Node) -> None:
    if walk.flattened:
        walk.flattened -= 1
    elif node.name == "w:tr":
        cells = walk.rows.pop()
        walk.flows[-1].drafts += row_drafts(cells)
        walk.put_notes()
    else:
        drafts = walk.close()
        if node.name == "w:txbxContent":
            walk.paragraph().below += drafts
        elif walk.rows:
            walk.rows[-1].append(drafts)
        else:
            walk.flows[-1].drafts += drafts


def _enter_run(walk: Walk, node: Node) -> None:
    properties = node.find("w:rPr")
    style = properties.value("w:rStyle") if properties else None
    walk.run = run_look(properties).over(walk.styles.look(style) if style else PLAIN)


def _leave_run(walk: Walk, _node: Node) -> None:
    walk.run = PLAIN


def _text(walk: Walk, node: Node) -> None:
    walk.add(node.text.replace("\r\n", " ").replace("\n", " ").replace("\r", " "))


def _sign(walk: Walk, node: Node) -> None:
    try:
        character = chr(int(node.attributes.get("w:char", ""), 16))
    except (ValueError, OverflowError):
        return
    walk.add(sign(character, node.attributes.get("w:font")) if character.isprintable() or character > "\u00a0" else "")


def _break(walk: Walk, node: Node) -> None:
    walk.add("\n" + PAGE if node.attributes.get("w:type") == "page" else "\n")


def _note(walk: Walk, node: Node) -> None:
    kind = node.name.removeprefix("w:").removesuffix("Reference")
    note = walk.notes.pop((kind, node.attributes.get("w:id", "")), None)
    if note is not None:
        drafts = drafts_of(note, Walk(walk.styles, walk.numbering))
        for draft in drafts:
            draft.note = True
        walk.noted += drafts


def _control(walk: Walk, node: Node, step: int = 1) -> None:
    walk.placeholders += step * (node.find("w:sdtPr", "w:showingPlcHdr") is not None)


_ENTER: dict[str, Callable[[Walk, Node], None]] = {
    "w:p": _enter_paragraph,
    "w:r": _enter_run,
    "w:t": _text,
    "m:t": _text,
    "w:sym": _sign,
    "w:br": _break,
    "w:fldChar": lambda walk, node: walk.fields.mark(node),
    "w:instrText": lambda walk, node: walk.fields.instruct(node.text),
    "w:footnoteReference": _note,
    "w:endnoteReference": _note,
    "w:sdt": _control,
    **dict.fromkeys(_NESTED, _enter_nested),
    **{name: lambda walk, node: walk.add(_ADDED[node.name]) for name in _ADDED},
}
_LEAVE: dict[str, Callable[[Walk, Node], None]] = {
    "w:p": lambda walk, _: walk.finish(),
    "w:r": _leave_run,
    "w:sdt": lambda walk, node: _control(walk, node, -1),
    **dict.fromkeys(_NESTED, _leave_nested),
}

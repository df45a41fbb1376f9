"""Heads of tables that name their columns and say nothing of the unit: "Field | Value", "Item | Content"."""

from __future__ import annotations

from dataclasses import replace

from generator.reading.contents import Contents, SetAside
from generator.text.folding import label_form

_FIRST = frozenset(
    """
    field fields item items label labels heading particulars attribute property section component
    項目 项目 欄目 栏目 欄位 字段
    """.split()
)
_SECOND = frozenset(
    """
    value values content contents detail details description descriptions information particulars data text
    內容 内容 詳情 详情 資料 资料 說明 说明
    """.split()
)


def without_column_heads(contents: Contents) -> Contents:
    """Return the contents without lines that only name the columns of a table; they are set aside."""
    heads = [line for line in contents.lines if "\t" in line.text and _is_head(line.text)]
    if not heads:
        return contents
    found = {id(line) for line in heads}
    aside = sorted(
        (*contents.set_aside, *(SetAside("table head", line.passage) for line in heads)),
        key=lambda one: one.passage.span.start,
    )
    return replace(
        contents,
        lines=tuple(line for line in contents.lines if id(line) not in found),
        set_aside=tuple(aside),
    )


def _is_head(text: str) -> bool:
    first, *others = (label_form(cell) for cell in text.split("\t"))
    return first in _FIRST and bool(others) and all(other in _SECOND for other in others)

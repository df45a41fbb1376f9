"""The account of a raw file's words: what no unit, no rule and no label explains has been lost."""

from __future__ import annotations

import collections
import html
import re
import unicodedata
from collections.abc import Iterator

from mutations import HOSTILE

from generator.model.form import unit_to_json
from generator.parse import Document
from generator.reading import read
from generator.reading.authored import AuthoredUnit
from generator.reading.authored.keys import SETTINGS
from generator.reading.containers.tags import HTML_TAG
from generator.reading.vocabulary import LABELS
from generator.text.folding import is_cjk

CODE = re.compile(r"<(script|style)\b.*?</\1\s*>", re.DOTALL | re.IGNORECASE)
INLINE = frozenset("a b em i img s span strong sub sup u script style svg".split())
NOTE_OF_A_HEADING = re.compile(r"^#+ .*[(（]([^()（）]*)[)）]\s*$", re.MULTILINE)
AROUND_MARKS = re.compile(r"\w+(?:[*`]+\w+)+|[^\W\d_]+[-\u2010\u2011\u00ad][ \t]*(?:\r\n|\r|\n)[ \t]*[^\W\d_]+")
"""Words with marks of emphasis or code between them and no blank, or with a hyphen and a line end: without they
are one word."""
NO_LETTERS = r"[*`\s\u2010\u2011\u00ad-]+"
MARKS_OF_ITEMS = "performance element elements outcome specific learning assessment criterion criteria range"
HEAD_OF_A_COLUMN = re.compile(r"\s*performance\s+requirements?\s*", re.IGNORECASE)
"""A line of its own among the elements, printed again where a page or table begins."""
SHORTEST_WORD = 4
"""Shorter ones may be marks of items ("iv", "PC1")."""
SHORT_VALUE = 2
"""How many lines a header, level or credit takes at most: "Level four" is published as 4."""


def words(text: str) -> collections.Counter[str]:
    """Return the words of a source; "&lt;b>" says "<b>", which is text."""

    def gap(tag: re.Match[str]) -> str:
        return "" if (tag.group("name") or "").lower() in INLINE else " "

    return plain_words(html.unescape(HTML_TAG.sub(gap, CODE.sub("", text)).replace("|", " ")))


def plain_words(text: str) -> collections.Counter[str]:
    """Return the words of a text; every Chinese character is one."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return collections.Counter(re.findall(r"[\u3400-\u9fff]|[^\W_\u3400-\u9fff]+", folded))


def said_by(document: Document) -> collections.Counter[str]:
    """Every word the units of a document hold, wherever, and every word that was set aside."""

    def texts(value: object) -> Iterator[str]:
        if isinstance(value, str):
            yield value
        elif isinstance(value, dict):
            for key, part in value.items():
                yield from () if key in ("source", "lines", "field_states", "language", "base_code") else texts(part)
        elif isinstance(value, (list, tuple)):
            for part in value:
                yield from texts(part)
        elif isinstance(value, (int, float)):
            yield f"{value:g}"

    said = [text for unit in document.units for text in texts(unit_to_json(unit))]
    return plain_words(" ".join([*said, *(aside.text for aside in document.set_aside)]))


def labels_of(document: Document) -> str:
    """Return the labels and headers of a file as they are printed in it, the marks of items, words for numbers."""
    printed = [MARKS_OF_ITEMS]
    for unit in read(document.source).units:
        if isinstance(unit, AuthoredUnit):
            printed += [label.text for label in LABELS] + sorted(SETTINGS)
            printed += NOTE_OF_A_HEADING.findall(document.source.text)
            continue
        printed += [field.label.text for field in unit.fields]
        competency = [line.text for field in unit.fields if field.field == "competency" for line in field.lines]
        printed += filter(HEAD_OF_A_COLUMN.fullmatch, competency)
        said_otherwise = [field for field in unit.fields if field.field in ("header", "level", "credit")]
        printed += [line.text for field in said_otherwise for line in field.lines[:SHORT_VALUE]]
    return " ".join(printed)


def unaccounted(document: Document) -> set[str]:
    """Return the words of a file that are said nowhere and are no label, mark or repeated field.

    Damage joins and cuts words: a word also counts as said where its letters stand in a row without the blanks.
    What was set aside may have been mended before ("Functiona" / "l Area"): its letters count where they moved.
    """
    lines = dict.fromkeys(line.strip() for line in re.split(r"[\r\n]+", document.source.text))
    said = said_by(document)
    lost = words("\n".join(lines)) - said
    labels = labels_of(document)
    marks = plain_words(" ".join([labels, *HOSTILE]))
    repeated = plain_words(" ".join(f"{unit.title} {unit.functional_area}" for unit in document.units))
    mended = [aside.passage.text for aside in read(document.source).set_aside if len(aside.passage.runs) > 1]
    codes = [unit.code.text for unit in document.units]
    letters = "".join(re.findall(r"[^\W_]+", " ".join([labels, *codes, *mended]).casefold()))
    glued = {
        part
        for token in AROUND_MARKS.findall(document.source.text.casefold())
        if re.sub(NO_LETTERS, "", token) in said
        for part in re.split(NO_LETTERS, token)
    }
    return {
        word
        for word in lost.keys() - glued
        if (len(word) >= SHORTEST_WORD or is_cjk(word[0]))
        and not word.isdigit()
        and word not in repeated
        and word not in letters
        and word.lstrip("0123456789") not in said
        and not _is_joined(word, marks, said, letters)
    }


def _is_joined(word: str, marks: collections.Counter[str], said: collections.Counter[str], letters: str) -> bool:
    """Tell whether a word is a label or mark with a number, a said word or a piece of a code glued to it."""
    rest = [word.removeprefix(mark) for mark in marks if word.startswith(mark)]
    return any(
        not part or part.isdigit() or part in said or (len(part) >= SHORTEST_WORD and part in letters) for part in rest
    )

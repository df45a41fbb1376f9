"""Front matter before a body in any other form: its fields become lines with labels, and the body is read as it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.positions import Passage, joined
from generator.reading.authored.keys import SINGLE, field_of_key
from generator.reading.containers import read_contents
from generator.reading.containers.front_matter import Entry, FrontMatter, read_front_matter
from generator.reading.containers.markdown import blanked
from generator.reading.contents import Contents, SetAside
from generator.reading.lines import Line
from generator.source import SourceText

_COLON = Passage(": ", ())


def read_with_front_matter(source: SourceText) -> Contents:
    """Return the contents of a raw file; where front matter is broken its lines are text like any other."""
    front, findings = read_front_matter(source.text)
    if front is None:
        contents = read_contents(source)
        return replace(contents, findings=(*findings, *contents.findings)) if findings else contents
    body = read_contents(replace(source, text=blanked(source.text[: front.end]) + source.text[front.end :]))
    fields = [entry for entry in front.entries if field_of_key(entry.key) in SINGLE]
    return replace(
        body,
        text=source.text,
        lines=(*map(_line, fields), *body.lines),
        containers=("front matter", *body.containers),
        set_aside=(*front.comments, *_settings(front, fields), *body.set_aside),
    )


def _line(entry: Entry) -> Line:
    label = Passage(entry.key.text.replace("_", " "), entry.key.runs)
    return Line(joined([label, _COLON, entry.value], ""))


def _settings(front: FrontMatter, fields: list[Entry]) -> Iterator[SetAside]:
    """Yield the keys that are no labels of a sheet."""
    for entry in front.entries:
        if entry not in fields:
            yield SetAside("front matter", joined([entry.key, _COLON, entry.value], ""))

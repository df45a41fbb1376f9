"""Whatever a text says, it comes out literally in every form of a comparison."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from dose import dose
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from selectolax.lexbor import LexborHTMLParser

from generator.cli.program import program
from generator.model import Element, Requirement, Unit, read_code
from generator.model.form import unit_to_json

HOSTILE = (
    "<ins>new</ins>",
    "<del>old</del>",
    "**bold**",
    "_slanted_",
    "~~struck~~",
    "{{ site }}",
    "{% raw %}",
    "{# note #}",
    "<script>alert(1)</script>",
    "<!-- hidden -->",
    "<b onclick=x>",
    "&lt;",
    "`code`",
    "[text](http://example.org)",
    "![image](x.png)",
    "|",
    "\\",
    "# 1",
    "{+come+}",
    "[-gone-]",
    "<",
)
lines = st.lists(st.sampled_from((*HOSTILE, "Weigh", "parcels", "daily")), min_size=1, max_size=5).map(" ".join)


def unit(letter: str, heading: str, said: list[str]) -> Unit:
    element = Element(None, heading, tuple(map(Requirement, said)))
    return Unit(read_code(f"LOCUSM212{letter}"), heading, elements=(element,))


def strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from strings(part)


def read(form: str, printed: str) -> str:
    """What a reader sees, without blanks: the cells of a table and the marks of a change add some."""
    if form == "json":
        printed = "\n".join(strings(json.loads(printed)))
    elif form in ("markdown", "html"):
        page = MarkdownIt("commonmark").enable("table").render(printed) if form == "markdown" else printed
        printed = LexborHTMLParser(page).text(separator="")
    return "".join(printed.split())


@pytest.mark.parametrize("form", ["json", "text", "markdown", "html"])
@settings(deadline=None, max_examples=dose(12, 300), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(heading=lines, kept=lines, added=lines)
def test_every_text_comes_out_literally(tmp_path: Path, form: str, heading: str, kept: str, added: str) -> None:
    files = [tmp_path / f"{number}.json" for number in range(2)]
    for file, one in zip(files, (unit("A", heading, [kept]), unit("B", heading, [kept, added])), strict=True):
        file.write_text(json.dumps(unit_to_json(one)), encoding="utf-8")
    found = CliRunner().invoke(program, ["compare", *map(str, files), "--format", form], prog_name="uoc")
    assert found.exit_code in (0, 1), found.output
    shown = read(form, found.stdout)
    for text in (heading, kept, added):
        assert "".join(text.split()) in shown

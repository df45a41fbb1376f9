"""``uoc parse``: raw files as data."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from generator.cli.options import Progress, colour_wanted, exit_status, fail_on_option
from generator.diagnostics import forms
from generator.exports.authored_files import authored_files
from generator.exports.set_aside import set_aside_to_json
from generator.model import Unit, nodes
from generator.model.form import SCHEMA, unit_to_json
from generator.output import write_new_files
from generator.pipeline import parse_paths, repeated_codes

_EPILOG = """\b
Examples:
  uoc parse source_units/LOCUSM212A.md          what was understood, for reading
  uoc parse source_units --json > units.json    all units of a folder as JSON
  uoc parse draft.pdf --format markdown         a unit in the authored form, to go on with
  uoc parse old --format markdown --output new  every unit of a folder as a file of its own
"""


@click.command(epilog=_EPILOG)
@click.argument("paths", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "markdown"]),
    default="text",
    show_default=True,
    help="How to print the units.",
)
@click.option("--json", "form", flag_value="json", help="Short for --format json.")
@click.option(
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    help="With --format markdown: write each unit into this folder instead; nothing is overwritten.",
)
@fail_on_option
def parse(paths: tuple[Path, ...], form: str, output: Path | None, fail_on: str) -> None:
    """Read raw files or folders and print their units. Writes nothing but what --output asks for."""
    if output is not None and form != "markdown":
        raise click.UsageError("--output goes with --format markdown.")
    documents = parse_paths(paths, Progress(quiet=False))
    units = [unit for document in documents for unit in document.units]
    found = [one for document in documents for one in document.diagnostics]
    diagnostics = forms.in_order([*found, *repeated_codes(documents)])
    if form == "json":
        result = {
            "schema": SCHEMA,
            "units": [unit_to_json(unit) for unit in units],
            "diagnostics": forms.as_json(diagnostics),
            "set_aside": set_aside_to_json(documents),
        }
        click.echo(json.dumps(result, ensure_ascii=False, indent=2))
    elif form == "markdown":
        _markdown(units, output)
    else:
        for unit in units:
            click.echo(_outline(unit))
        click.echo(forms.as_text(diagnostics, colour=colour_wanted(sys.stdout.isatty())), nl=False)
    raise SystemExit(exit_status(diagnostics, fail_on))


def _markdown(units: Sequence[Unit], output: Path | None) -> None:
    """Print units in the authored form, or write each into a file; a line before each of several says its name."""
    files = authored_files(units)
    if output is not None:
        for path in write_new_files(output, files):
            click.echo(path)
        return
    for number, (name, text) in enumerate(files.items()):
        if len(files) > 1:
            click.echo(f"{chr(10) if number else ''}<!-- file: {name} -->")
        click.echo(text, nl=False)


def _outline(unit: Unit) -> str:
    """Return a unit as an outline for reading in a terminal."""
    credit = "–" if unit.credit.value is None else f"{unit.credit.value:g}"
    lines = [f"{unit.code.text}  {unit.title or '(no title)'}", f"  level {unit.level or '–'}, credit {credit}"]
    for name, value in (("area", unit.functional_area), ("industry", unit.industry), ("range", unit.range)):
        lines.append(f"  {name}: {value or '(not in this source)'}")
    for node in nodes(unit):
        depth = node.name.count(".") + (0 if node.kind == "element" else 1)
        lines.append(f"{'  ' * (depth + 1)}{node.name}  {node.text or '(heading not in this source)'}")
    return "\n".join(lines) + "\n"

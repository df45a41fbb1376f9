"""``uoc parse``: raw files as data."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from generator.cli.options import Progress, colour_wanted, exit_status, fail_on_option
from generator.diagnostics import forms
from generator.model import Unit, nodes
from generator.model.form import SCHEMA, unit_to_json
from generator.pipeline import parse_paths

_EPILOG = """\b
Examples:
  uoc parse source_units/LOCUSM212A.md          what was understood, for reading
  uoc parse source_units --json > units.json    all units of a folder as JSON
"""


@click.command(epilog=_EPILOG)
@click.argument("paths", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How to print the units.",
)
@click.option("--json", "form", flag_value="json", help="Short for --format json.")
@fail_on_option
def parse(paths: tuple[Path, ...], form: str, fail_on: str) -> None:
    """Read raw files or folders and print their units. Writes nothing."""
    documents = parse_paths(paths, Progress(quiet=False))
    units = [unit for document in documents for unit in document.units]
    diagnostics = forms.in_order(found for document in documents for found in document.diagnostics)
    if form == "json":
        result = {
            "schema": SCHEMA,
            "units": [unit_to_json(unit) for unit in units],
            "diagnostics": forms.as_json(diagnostics),
        }
        click.echo(json.dumps(result, ensure_ascii=False, indent=2))
    else:
        for unit in units:
            click.echo(_outline(unit))
        click.echo(forms.as_text(diagnostics, colour=colour_wanted(sys.stdout.isatty())), nl=False)
    raise SystemExit(exit_status(diagnostics, fail_on))


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

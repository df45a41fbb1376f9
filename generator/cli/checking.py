"""``uoc check``: what is wrong with the raw files."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from generator.cli.options import Progress, colour_wanted, exit_status, fail_on_option
from generator.diagnostics import forms
from generator.pipeline import check_paths
from generator.text.wording import counted

_EPILOG = """\b
Examples:
  uoc check                        every finding about source_units/
  uoc check --fail-on warning      exit status 1 for warnings too
  uoc check --format github        annotations for the lines of a pull request
"""


@click.command(epilog=_EPILOG)
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "github", "json"]),
    default="text",
    show_default=True,
    help="How to print the findings.",
)
@click.option("--json", "form", flag_value="json", help="Short for --format json.")
@fail_on_option
def check(paths: tuple[Path, ...], form: str, fail_on: str) -> None:
    """Print every finding about raw files.

    PATHs are raw files and folders (default: source_units). How units fit together is checked too. Writes nothing.
    """
    checked = check_paths(paths or (Path("source_units"),), Progress(quiet=False))
    if form == "json":
        click.echo(json.dumps({"diagnostics": forms.as_json(checked.diagnostics)}, ensure_ascii=False, indent=2))
    elif form == "github":
        click.echo(forms.as_github(checked.diagnostics), nl=False)
    else:
        click.echo(forms.as_text(checked.diagnostics, colour=colour_wanted(sys.stdout.isatty())), nl=False)
        read = f"{counted(checked.files, 'file')}, {counted(checked.units, 'unit')}"
        click.echo(f"{read}: {forms.counts(checked.diagnostics)}")
    raise SystemExit(exit_status(checked.diagnostics, fail_on))

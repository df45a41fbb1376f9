"""``uoc check``: what is wrong with the raw files."""

from __future__ import annotations

import difflib
import json
import os
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import click

from generator.cli.options import Progress, colour_wanted, exit_status, fail_on_option
from generator.diagnostics import KINDS, Diagnostic, forms
from generator.diagnostics.explaining import explained
from generator.diagnostics.grouping import grouped
from generator.pipeline import Checked, check_paths
from generator.text.wording import counted, listed

_EPILOG = """\b
Examples:
  uoc check                            every finding about source_units/
  uoc check --fail-on warning          exit status 1 for warnings too
  uoc check --all                      one by one, even where findings say the same
  uoc check --format github            annotations for the lines of a pull request
  uoc check --explain missing-heading  what an id means, and what to do
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
@click.option("--all", "one_by_one", is_flag=True, help="Print findings one by one, even where they say the same.")
@click.option("--explain", metavar="ID", help="Say what an id means and what to do about it; read no file.")
@fail_on_option
def check(paths: tuple[Path, ...], form: str, one_by_one: bool, explain: str | None, fail_on: str) -> None:
    """Print every finding about raw files.

    PATHs are raw files and folders (default: source_units). How units fit together is checked too. Writes nothing.
    """
    if explain is not None:
        click.echo(_explanation(explain), nl=False)
        return
    checked = check_paths(paths or (Path("source_units"),), Progress(quiet=False))
    if form == "json":
        click.echo(json.dumps({"diagnostics": forms.as_json(checked.diagnostics)}, ensure_ascii=False, indent=2))
    elif form == "github":
        click.echo(forms.as_github(_from_repository_root(checked.diagnostics), _site_url()), nl=False)
    else:
        colour = colour_wanted(sys.stdout.isatty())
        text = forms.as_text(checked.diagnostics, colour=colour, group=not one_by_one, site_url=_site_url())
        click.echo(f"{text}\n{_summary(checked)}" if text else _summary(checked))
        if not one_by_one and len(grouped(checked.diagnostics)) < len(checked.diagnostics):
            click.echo("Findings that say the same stand together; --all prints them one by one.")
    raise SystemExit(exit_status(checked.diagnostics, fail_on))


def _summary(checked: Checked) -> str:
    """Return what was read, how much was found in it, and what most often."""
    read = f"{counted(checked.files, 'file')}, {counted(checked.units, 'unit')}"
    most = forms.commonest(checked.diagnostics)
    return f"{read}: {forms.counts(checked.diagnostics)}" + (f"; most often {most}" if most else "")


def _site_url() -> str:
    """Return the address of the site with a slash at its end, "" where it is not known."""
    url = os.environ.get("SITE_URL", "")
    return f"{url.rstrip('/')}/" if url else ""


def _from_repository_root(diagnostics: Sequence[Diagnostic]) -> list[Diagnostic]:
    """Return diagnostics with their files called as GitHub calls them: by the path below the repository's folder."""
    here = Path.cwd()
    root = next((folder for folder in (here, *here.parents) if (folder / ".git").exists()), here)
    return [replace(found, file=_below(root, here / found.file)) for found in diagnostics]


def _below(root: Path, file: Path) -> str:
    path = Path(os.path.normpath(file))
    return (path.relative_to(root) if path.is_relative_to(root) else path).as_posix()


def _explanation(name: str) -> str:
    """Return the explanation of an id; leaves with exit status 2 where there is none."""
    if name in KINDS:
        return explained(KINDS[name], _site_url())
    near = difflib.get_close_matches(name, KINDS) or [known for known in KINDS if name and name in known]
    hint = f"Did you mean {listed(near).replace(' and ', ' or ')}?" if near else "uoc check prints the ids it finds."
    raise click.UsageError(f"there is no id {name!r}. {hint}")

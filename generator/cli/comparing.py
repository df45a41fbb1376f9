"""``uoc compare``: what changed between two units."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from generator.cli.options import colour_wanted, source_option
from generator.compare import compare as run_compare
from generator.compare.form import comparison_to_json
from generator.compare.markdown_report import markdown_report
from generator.compare.text_report import text_report
from generator.pages.comparison import comparison_view
from generator.pipeline import find_unit
from generator.render import comparison_document

_EPILOG = """\b
OLD and NEW are codes of the collection, raw files, or JSON files with one unit each.

\b
Examples:
  uoc compare LOCUSM212A LOCUSM212B
  uoc compare LOCUSM212B draft.txt --format markdown
  uoc compare old.json new.json --json

Exit status: 0 no real difference, 1 differences, 2 wrong call.
"""


@click.command(epilog=_EPILOG)
@click.argument("old")
@click.argument("new")
@source_option
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "markdown", "html", "json"]),
    default="text",
    show_default=True,
    help="How to print the comparison.",
)
@click.option("--json", "form", flag_value="json", help="Short for --format json.")
def compare(old: str, new: str, source: Path, form: str) -> None:
    """Compare two units requirement by requirement. Writes nothing."""
    comparison = run_compare(find_unit(old, source), find_unit(new, source))
    if form == "json":
        click.echo(json.dumps(comparison_to_json(comparison), ensure_ascii=False, indent=2))
    elif form == "markdown":
        click.echo(markdown_report(comparison), nl=False)
    elif form == "html":
        click.echo(comparison_document(comparison_view(comparison), Path("site_templates")), nl=False)
    else:
        click.echo(text_report(comparison, colour=colour_wanted(sys.stdout.isatty())), nl=False)
    raise SystemExit(int(not comparison.quiet))

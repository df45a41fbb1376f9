"""``uoc compare``: what changed between two units."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from pathlib import Path

import click

from generator.cli.options import Progress, colour_wanted, source_option
from generator.compare import Comparison
from generator.compare import compare as run_compare
from generator.compare.form import comparison_to_json
from generator.compare.markdown_report import markdown_report
from generator.compare.text_report import text_report
from generator.consequences import Relation, consequences
from generator.consequences.form import consequences_to_json
from generator.output import replace_file
from generator.pages.comparison import roles
from generator.pages.comparison_consequences import consequences_view
from generator.pages.comparison_view import comparison_view
from generator.pipeline import UnitFinder
from generator.published import PublishedPair
from generator.render import comparison_document

_EPILOG = """\b
OLD and NEW are codes of the collection, raw files, or JSON files with one unit each.
Of a file with several units, name one as FILE#CODE. A base code with one version, or the end of a code
("212A"), will do where only one unit is meant.

\b
Examples:
  uoc compare LOCUSM212A LOCUSM212B
  uoc compare 212A 212B --only-changes
  uoc compare LOCUSM212B draft.txt --format markdown
  uoc compare LOCUSM212A LOCUSM212B --output changes.html    one file to mail
  uoc compare book.docx#LOCUSM212A LOCUSM212B
  uoc compare old.json new.json --json

Exit status: 0 no real difference, 1 differences, 2 wrong call.
"""
_FORMS = ("text", "markdown", "html", "json")
_ENDINGS = {".html": "html", ".htm": "html", ".md": "markdown", ".json": "json"}


@click.command(epilog=_EPILOG)
@click.argument("old")
@click.argument("new")
@source_option
@click.option("--format", "form", type=click.Choice(_FORMS), help="How to show the comparison.  [default: text]")
@click.option("--json", "form", flag_value="json", help="Short for --format json.")
@click.option(
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write to this file instead; .html, .md and .json choose the format.",
)
@click.option(
    "--language",
    help="Of codes in several languages, which one: en, zh-Hant ...  [default: the first one that both have]",
)
@click.option("--only-changes", is_flag=True, help="Leave out what is the same or differs in typography only.")
@click.option("--color/--no-color", default=None, help="Colour the text, or do not; by default on a terminal.")
def compare(
    old: str,
    new: str,
    source: Path,
    form: str | None,
    output: Path | None,
    language: str | None,
    only_changes: bool,
    color: bool | None,
) -> None:
    """Compare two units requirement by requirement. Writes nothing but what --output asks for."""
    finder = UnitFinder(source, Progress(quiet=False))
    found = finder.find_both(old, new, language)
    for name, one in zip((old, new), found, strict=True):
        if one.read_as:
            click.echo(f"{name} is read as {one.read_as}.", err=True)
    comparison = run_compare(found[0].unit, found[1].unit)
    form = form or _ENDINGS.get(output.suffix.casefold() if output else "", "text")
    coloured = color if color is not None else output is None and colour_wanted(sys.stdout.isatty())
    shown = _shown(comparison, finder.pair(comparison.old, comparison.new), form, only_changes, coloured)
    if output is None:
        click.echo(shown, nl=False, color=coloured or None)
    else:
        _write(output, shown, [one.file for one in found])
    raise SystemExit(int(not comparison.quiet))


def _shown(comparison: Comparison, pair: PublishedPair | None, form: str, only_changes: bool, coloured: bool) -> str:
    """Return a comparison in one of the forms, with a line break at its end."""
    follows = consequences(comparison, pair.relation if pair else None)
    if form == "json":
        content = {**comparison_to_json(comparison), **consequences_to_json(follows)}
        return f"{json.dumps(content, ensure_ascii=False, indent=2)}\n"
    versions = follows.proposal.relation is not Relation.UNITS
    if form == "markdown":
        return markdown_report(comparison, only_changes=only_changes, versions=versions)
    if form == "html":
        view = comparison_view(
            comparison, consequences_view(comparison, follows, pair), roles(pair, follows.proposal.relation)
        )
        return comparison_document(view, Path("site_templates"), only_changes=only_changes)
    return text_report(comparison, colour=coloured, only_changes=only_changes, versions=versions)


def _write(output: Path, content: str, inputs: Iterable[Path]) -> None:
    """Write a file, but never over one of the units that were compared."""
    if output.exists() and any(file.exists() and output.samefile(file) for file in inputs):
        raise click.UsageError(f"--output would overwrite {output}, which is being compared.")
    try:
        replace_file(output.parent, output.name, content.encode("utf-8"))
    except OSError as error:
        raise click.UsageError(f"--output {output} cannot be written: {error.strerror}.") from error
    click.echo(f"Written: {output}", err=True)

"""``uoc new``: a new unit to fill in."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.options import source_option
from generator.exports.authored_files import skeleton
from generator.output import write_new_files

_EPILOG = """\b
Examples:
  uoc new LOCUSM215A
  uoc new LOCUSM215A --title "Plan a delivery" --level 2 --credit 6
"""


@click.command(epilog=_EPILOG)
@click.argument("code")
@source_option
@click.option("--title", default="", help="Title of the unit.")
@click.option("--level", default="", type=click.Choice(["", *"1234567"]), show_choices=False, help="QF level, 1 to 7.")
@click.option("--credit", default="", metavar="NUMBER", help="Credit, for example 6.")
@click.option("--area", default="", help="Functional area.")
def new(code: str, source: Path, title: str, level: str, credit: str, area: str) -> None:
    """Write the skeleton of a unit to fill in, CODE.md, into the source folder.

    A file that is there is never overwritten.
    """
    values = {"title": title, "level": level, "credit": credit, "area": area}
    (path,) = write_new_files(source, skeleton(code, values))
    click.echo(f"{path} written. Next:")
    click.echo(f"  fill it in, then look at it with: uoc parse {path}")
    click.echo(f"  what is missing says:             uoc check {source}")
    click.echo("  and the page is shown by:         uoc serve")

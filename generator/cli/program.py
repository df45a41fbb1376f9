"""The program: its commands and what all of them have in common."""

from __future__ import annotations

import sys
from typing import Any

import click

import generator
from generator.cli.building import build, generate, serve
from generator.cli.checking import check
from generator.cli.comparing import compare
from generator.cli.new import new
from generator.cli.parsing import parse
from generator.errors import GeneratorError

_EPILOG = """\b
Examples:
  uoc build                              raw files in source_units/ to a site in site/
  uoc serve                              live preview at http://127.0.0.1:8000/
  uoc check                              what is wrong with the raw files
  uoc compare LOCUSM212A LOCUSM212B      what changed between two versions
  uoc parse draft.txt --json             one raw file as data
  uoc new LOCUSM215A                     a new unit to fill in

Shell completion: eval "$(_UOC_COMPLETE=bash_source uoc)", or zsh_source, fish_source.
Exit status: 0 fine, 1 findings, 2 wrong call or broken set-up.
"""


class _Program(click.Group):
    """Says what is wrong with a set-up in two lines, with exit status 2, instead of a traceback."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except GeneratorError as error:
            click.echo(f"uoc: {error.message}", err=True)
            if error.hint:
                click.echo(f"hint: {error.hint}", err=True)
            ctx.exit(2)


@click.group(cls=_Program, epilog=_EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(generator.__version__, prog_name="uoc")
def program() -> None:
    """Publish raw units of competency as a site to browse, search and compare, and as data."""


for _command in (build, serve, generate, check, parse, new, compare):
    program.add_command(_command)


def main() -> None:
    """Run the program with the arguments of the command line."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    program(prog_name="uoc")

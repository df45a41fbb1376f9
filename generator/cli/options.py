"""Options that several commands share, and what they mean."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import Any, TypeVar

import click

from generator.diagnostics import Diagnostic, Severity, worst

Thing = TypeVar("Thing")
Command = TypeVar("Command", bound=Callable[..., Any])


def _folder_option(flag: str, default: str, meaning: str) -> Callable[[Command], Command]:
    kind = click.Path(path_type=Path, file_okay=False)
    return click.option(flag, type=kind, default=Path(default), show_default=True, help=meaning)


source_option = _folder_option("--source", "source_units", "Folder of raw unit files.")
docs_option = _folder_option("--docs", "docs", "Folder the pages are written to, beside the hand-written ones.")
site_option = _folder_option("--site", "site", "Folder of the built site.")
fail_on_option = click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "never"]),
    default="error",
    show_default=True,
    help="Which diagnostics make the exit status 1.",
)
quiet_option = click.option("-q", "--quiet", is_flag=True, help="No progress and no summary line.")


def colour_wanted(stream_is_terminal: bool) -> bool:
    """Tell whether to colour output: on a terminal, unless NO_COLOR is set (https://no-color.org)."""
    return stream_is_terminal and not os.environ.get("NO_COLOR")


def exit_status(diagnostics: Iterable[Diagnostic], fail_on: str) -> int:
    """Return 1 where a diagnostic is as severe as ``fail_on`` asks for, else 0."""
    found = worst(diagnostics)
    failing = {"error": (Severity.ERROR,), "warning": (Severity.ERROR, Severity.WARNING), "never": ()}[fail_on]
    return int(found in failing)


class Progress:
    """A progress bar on the terminal's error stream for each stage, a line for one in one step.

    Silent where nobody watches.
    """

    def __init__(self, *, quiet: bool) -> None:
        self._shown = not quiet and sys.stderr.isatty()

    def __call__(self, things: Sequence[Thing], label: str) -> Iterator[Thing]:
        if not self._shown or len(things) < 2:
            with self.stage(label) if things else nullcontext():
                yield from things
            return
        step = max(1, len(things) // 100)
        with click.progressbar(
            things, label=f"{label:<20}", file=sys.stderr, show_pos=True, update_min_steps=step
        ) as bar:
            yield from bar

    @contextmanager
    def stage(self, label: str) -> Iterator[None]:
        """Say what is going on while a stage without countable parts runs."""
        if self._shown:
            click.echo(f"{label} ...", err=True)
        yield

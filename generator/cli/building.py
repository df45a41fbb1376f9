"""``uoc generate``, ``uoc build`` and ``uoc serve``: the pages, the site, the preview."""

from __future__ import annotations

import time
from pathlib import Path

import click

from generator.cli.options import (
    Progress,
    docs_option,
    exit_status,
    fail_on_option,
    quiet_option,
    site_option,
    source_option,
)
from generator.diagnostics import forms
from generator.pipeline import Generated
from generator.pipeline import generate as run_generate
from generator.text.wording import counted


@click.command(
    epilog="\b\nExamples:\n  uoc generate\n  uoc generate --check      exit status 1 where docs/ is not up to date"
)
@source_option
@docs_option
@click.option("--check", is_flag=True, help="Write nothing; exit with 1 where the pages are not up to date.")
@fail_on_option
@quiet_option
def generate(source: Path, docs: Path, check: bool, fail_on: str, quiet: bool) -> None:
    """Write pages and data into docs/.

    Only files that changed are written; hand-written pages are never touched.
    """
    start = time.perf_counter()
    generated = run_generate(Path.cwd(), source, docs, track=Progress(quiet=quiet), check=check)
    if generated.drift is not None:
        click.echo(generated.drift)
        raise SystemExit(1)
    _finish(generated, start, fail_on, quiet=quiet)


@click.command(epilog="\b\nExamples:\n  uoc build\n  uoc build --source my_units --site public --fail-on warning")
@source_option
@docs_option
@site_option
@click.option("--plain", is_flag=True, help="Let MkDocs do all the work, without any short cut.")
@click.option("--no-index", is_flag=True, help="Leave out the Pagefind index.")
@click.option("--no-link-check", is_flag=True, help="Leave out the check of all links and anchors.")
@fail_on_option
@quiet_option
def build(
    source: Path,
    docs: Path,
    site: Path,
    plain: bool,  # noqa: ARG001 - until there is a short cut, every build is plain
    no_index: bool,
    no_link_check: bool,
    fail_on: str,
    quiet: bool,
) -> None:
    """Build the whole site.

    Generates the pages, builds them strictly, indexes them for search and checks every link and anchor. The
    new site replaces the old one only when it is complete.
    """
    from generator.site import build_whole_site, source_date_epoch

    start = time.perf_counter()
    progress = Progress(quiet=quiet)
    generated = run_generate(Path.cwd(), source, docs, track=progress)
    with progress.stage("Building the site"):
        build_whole_site(
            Path("mkdocs.yml"),
            docs,
            site,
            epoch=source_date_epoch(source),
            index=not no_index,
            check_links=not no_link_check,
        )
    _finish(generated, start, fail_on, quiet=quiet, where=site)


@click.command(epilog="\b\nExamples:\n  uoc serve\n  uoc serve --port 8080\n  uoc serve --built --site public")
@source_option
@docs_option
@site_option
@click.option("--built", is_flag=True, help="Serve the built site as it is, without watching anything.")
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="Port to listen on.")
def serve(source: Path, docs: Path, site: Path, built: bool, host: str, port: int) -> None:
    """Show the site in the browser.

    What you save in raw files, templates or hand-written pages shows at once.
    """
    from generator.site import serve_built, serve_live

    if built:
        serve_built(site, host, port, announce=click.echo)
    else:
        serve_live(Path("mkdocs.yml"), source, docs, host, port)


def _finish(generated: Generated, start: float, fail_on: str, *, quiet: bool, where: Path | None = None) -> None:
    """Print the findings that matter and the summary line; leave with the exit status."""
    diagnostics = generated.collection.diagnostics
    loud = [found for found in diagnostics if found.severity != "info"]
    if not quiet:
        click.echo(forms.as_text(loud), err=True, nl=False)
        click.echo(_summary(generated, time.perf_counter() - start, where))
    raise SystemExit(exit_status(diagnostics, fail_on))


def _summary(generated: Generated, seconds: float, where: Path | None) -> str:
    collection, report = generated.collection, generated.report
    made = (
        counted(len(collection.catalogue.units), "unit"),
        counted(generated.pages, "page"),
        counted(len(generated.comparisons), "comparison"),
    )
    written = f"{counted(len(report.written), 'file')} written, {len(report.removed)} removed" if report else None
    parts = [
        ", ".join(made),
        written or "everything up to date",
        forms.counts(collection.diagnostics),
        f"{seconds:.1f} s",
    ]
    return "; ".join([*parts, f"site in {where}"] if where else parts)

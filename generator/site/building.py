"""Build the site with MkDocs, in this process and strictly: what MkDocs would only warn of is an error."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, MkDocsException

from generator.errors import GeneratorError
from generator.site.dates import EPOCH_VARIABLE
from generator.site.indexing import index_site
from generator.site.links import broken_links
from generator.site.project import with_settings
from generator.site.replacing import replacing

_MOST_NAMED = 20


def build_whole_site(
    config_file: Path, docs: Path, site: Path, *, epoch: int, index: bool = True, check_links: bool = True
) -> None:
    """Build the pages of ``docs`` into ``site``, check every link, make the search index, then swap.

    ``epoch`` is the time the pages are dated with, in seconds since 1970. Raises `GeneratorError`, and leaves
    the old site as it is, for warnings of MkDocs and for broken links.
    """
    # MkDocs takes relative paths as relative to mkdocs.yml, people as relative to where they are.
    with replacing(site.absolute()) as making:
        mount = build_site(config_file, docs.absolute(), making, epoch=epoch)
        if check_links:
            _refuse_broken_links(making, mount)
        if index:
            index_site(making)


def build_site(config_file: Path, docs: Path, site: Path, *, epoch: int) -> str:
    """Build the pages of ``docs`` into ``site`` and return the path they will be published under ("/atlas/")."""
    with _warnings_of_mkdocs() as warnings, _dated(epoch):
        try:
            config = load_config(str(config_file), strict=True, docs_dir=str(docs), site_dir=str(site))
            config.extra.update(with_settings(config, generated=True))
            config.plugins.on_startup(command="build", dirty=False)
            try:
                build(config)
            finally:
                config.plugins.on_shutdown()
        except (Abort, MkDocsException) as error:
            lines = list(dict.fromkeys(warnings)) or [str(error)]
            raise GeneratorError(
                _listed("MkDocs did not build the site:", lines), "Correct the pages or mkdocs.yml and build again."
            ) from error
    return urlsplit(config.site_url or "/").path or "/"


def _refuse_broken_links(site: Path, mount: str) -> None:
    broken = broken_links(site, mount)
    if broken:
        lines = [f"{one.page}: {one.link} {one.reason}" for one in broken]
        raise GeneratorError(
            _listed(f"the built site has {len(broken)} broken links:", lines),
            "Correct the pages or templates that hold them; --no-link-check builds without this check.",
        )


def _listed(heading: str, lines: list[str]) -> str:
    rest = len(lines) - _MOST_NAMED
    shown = [f"  - {line}" for line in lines[:_MOST_NAMED]] + ([f"  and {rest} more"] if rest > 0 else [])
    return "\n".join([heading, *shown])


class _Collector(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())


@contextmanager
def _warnings_of_mkdocs() -> Iterator[list[str]]:
    """Collect what MkDocs warns of, instead of printing it.

    With debug messages on MkDocs checks no anchors, so the level is set whatever the caller's is.
    """
    log, collector = logging.getLogger("mkdocs"), _Collector()
    level, propagate = log.level, log.propagate
    log.addHandler(collector)
    log.setLevel(logging.WARNING)
    log.propagate = False
    try:
        yield collector.lines
    finally:
        log.removeHandler(collector)
        log.setLevel(level)
        log.propagate = propagate


@contextmanager
def _dated(epoch: int) -> Iterator[None]:
    """Tell MkDocs the time, unless the environment does already."""
    if EPOCH_VARIABLE in os.environ:
        yield
        return
    os.environ[EPOCH_VARIABLE] = str(epoch)
    try:
        yield
    finally:
        del os.environ[EPOCH_VARIABLE]

"""What MkDocs does when it is started by itself: generate first, and watch originals instead of what is generated."""

from __future__ import annotations

import html
from collections.abc import Callable
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from generator.errors import GeneratorError
from generator.site.project import root_folder, settings, source_folder
from generator.site.watching import watch_originals

_log = get_plugin_logger("atlas")


def on_pre_build(config: MkDocsConfig) -> None:
    """Generate the pages, unless the caller has just done so."""
    if settings(config).get("generated"):
        return
    from generator.pipeline import generate  # a build of generated pages needs none of it

    try:
        generated = generate(root_folder(config), source_folder(config), Path(config.docs_dir))
    except GeneratorError as error:
        raise PluginError("\n".join(filter(None, (error.message, error.hint)))) from error
    if generated.report:
        _log.info("%d pages written, %d removed", len(generated.report.written), len(generated.report.removed))


def on_page_content(content: str, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG001 - MkDocs' names
    """Make plain text of what Material's search shows as markup: tags, and the title of a page without heading."""
    tags = page.meta.get("tags")
    if isinstance(tags, list):
        page.meta["tags"] = [html.escape(str(tag)) for tag in tags]
    if "<h1" in content:
        return content
    # Without an id Material's index would not see that it is a heading.
    return f'<h1 id="page-title">{html.escape(str(page.title or config.site_name))}</h1>\n{content}'


def on_serve(
    server: LiveReloadServer,
    config: MkDocsConfig,
    builder: Callable[..., Any],  # noqa: ARG001 - MkDocs passes it by name
) -> LiveReloadServer:
    """Watch raw files, templates and hand-written pages; what is generated must not start a build again."""
    watch_originals(server, config)
    return server

"""Fill the page templates."""

from __future__ import annotations

import posixpath
import re
from pathlib import Path

import jinja2

from generator.errors import GeneratorError
from generator.pages import Page
from generator.render.templates import template_environment
from generator.text.escape import yaml_string

_BLANK_LINES = re.compile(r"\n{3,}")


class Renderer:
    """Renders pages with the templates of a project, and those of the program where the project has none."""

    def __init__(self, project_templates: Path, addresses: frozenset[str]) -> None:
        """Take the project's folder of templates and the addresses of every page and file there will be."""
        self._addresses = addresses
        self._templates = template_environment(project_templates)

    def render(self, page: Page) -> str:
        """Return the Markdown of a page, front matter first.

        Raises `GeneratorError` where the template is missing or wrong, or links to what does not exist.
        """
        try:
            body = self._templates.get_template(f"pages/{page.template}").render(
                page=page, view=page.view, link=lambda address: self._link(page, address)
            )
        except jinja2.TemplateError as error:
            raise GeneratorError(
                f"the template pages/{page.template} failed for {page.address}: {type(error).__name__}: {error}",
                "Correct the template under site_templates/.",
            ) from error
        return front_matter(page) + _BLANK_LINES.sub("\n\n", body).strip() + "\n"

    def _link(self, page: Page, address: str) -> str:
        """Return the way from a page to another address of the site; "#..." behind an address is kept."""
        target, mark, anchor = address.partition("#")
        if target not in self._addresses:
            raise GeneratorError(f"{page.address} links to {target!r}, which does not exist")
        way = posixpath.relpath(f"/{target}", f"/{page.address}")
        return (f"{way}/" if target.endswith("/") or not target else way) + mark + anchor


def front_matter(page: Page) -> str:
    """Return the front matter of a page; texts are plain, the theme escapes them."""
    lines = ["---", f"title: {yaml_string(page.title)}", f"description: {yaml_string(page.description)}"]
    if page.language != "en":
        lines.append(f"lang: {page.language}")
    if page.trail:
        lines.append("breadcrumbs:")
        lines += [f"  - [{yaml_string(title)}, {yaml_string(address)}]" for title, address in page.trail]
    if page.search_boost == 0:
        lines.append("search:\n  exclude: true")
    elif page.search_boost != 1:
        lines.append(f"search:\n  boost: {page.search_boost:g}")
    if page.search_words:
        lines.append("tags:")
        lines += [f"  - {yaml_string(word)}" for word in page.search_words]
    return "\n".join([*lines, "---", "", ""])

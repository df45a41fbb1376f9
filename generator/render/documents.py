"""Pages that stand alone: one HTML file, with its styles in it, to mail or to keep."""

from __future__ import annotations

import re
from pathlib import Path

import jinja2
from markupsafe import Markup

from generator.render.templates import template_environment

_STYLES = ("ground.css", "comparison.css", "comparison-changes.css", "comparison-table.css", "consequences.css")
_DARK = re.compile(r'\[data-md-color-scheme="slate"\] (\{[^}]*\})')


def comparison_document(view: object, project_templates: Path, *, only_changes: bool = False) -> str:
    """Return a comparison as one HTML document that loads nothing; ``view`` as the comparison page has it.

    ``only_changes`` hides at first what is the same or differs in typography only; the reader can show it.
    """
    templates = template_environment(project_templates)
    sheets = [_sheet(templates, f"theme/assets/atlas/{name}") for name in _STYLES]
    sheets += [_dark(sheets[0]), _sheet(templates, "documents/document.css")]
    printed = _sheet(templates, "theme/assets/atlas/print.css")
    # Style sheets of the theme, not texts of units.
    styles = [Markup(sheet) for sheet in sheets]  # noqa: S704
    return templates.get_template("documents/comparison.html.jinja").render(
        view=view,
        only_changes=only_changes,
        styles=styles,
        print_style=Markup(printed),  # noqa: S704
        link=None,
    )


def _sheet(templates: jinja2.Environment, name: str) -> str:
    return templates.get_template(name).render()


def _dark(ground: str) -> str:
    """Return the dark palette of the theme for readers whose system is dark: a document has no switch."""
    palette = "".join(_DARK.findall(ground))
    return f"@media screen and (prefers-color-scheme: dark) {{ body[data-md-color-scheme] {palette} }}"

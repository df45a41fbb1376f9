"""Pages that stand alone: one HTML file, with its styles in it, to mail or to keep."""

from __future__ import annotations

from pathlib import Path

from markupsafe import Markup

from generator.render.templates import template_environment

_STYLES = ("ground.css", "comparison.css", "comparison-table.css")


def comparison_document(view: object, project_templates: Path) -> str:
    """Return a comparison as one HTML document that loads nothing; ``view`` as the comparison page has it."""
    templates = template_environment(project_templates)
    # Style sheets of the theme, not texts of units.
    styles = [Markup(templates.get_template(f"theme/assets/atlas/{name}").render()) for name in _STYLES]  # noqa: S704
    return templates.get_template("documents/comparison.html.jinja").render(view=view, styles=styles, link=None)

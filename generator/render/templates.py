"""Where templates come from and how they are run: everything they print is escaped, unknown names are errors."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

import jinja2
from markupsafe import Markup, escape

from generator.text.escape import escape_markdown
from generator.text.languages import marked_chinese


def template_environment(project_templates: Path) -> jinja2.Environment:
    """Return an environment with a project's templates, and the program's where the project has none."""
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader([project_templates, *program_templates()]),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["markdown"] = lambda text: Markup(escape_markdown(str(text)))  # noqa: S704 - escaped
    environment.filters["chinese"] = lambda text: Markup(marked_chinese(str(escape(text))))  # noqa: S704 - escaped
    return environment


def program_templates() -> tuple[Path, ...]:
    """Return the folders of the program's own templates: inside the installed package, or beside a checkout."""
    package = Path(str(resources.files("generator")))
    return package / "templates", package.parent / "site_templates"

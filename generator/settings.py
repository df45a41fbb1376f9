"""The project's own settings: what stands under ``extra.atlas`` in mkdocs.yml."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from generator.errors import GeneratorError


@dataclass(frozen=True, slots=True)
class Settings:
    """Settings of a project.

    ``report_url`` is the address of "report this line" with the placeholders ``{title}`` and ``{body}``,
    empty for no such links. ``nearest_units`` is how many of the units nearest to each unit are named and
    compared with it, 0 for none.
    """

    report_url: str = ""
    nearest_units: int = 2


class _TolerantLoader(yaml.SafeLoader):
    """Reads mkdocs.yml without what only MkDocs understands (``!ENV``, ``!!python/name``)."""


def _nothing(loader: yaml.SafeLoader, suffix: str, node: yaml.Node) -> None:  # noqa: ARG001
    return None


_TolerantLoader.add_multi_constructor("", _nothing)


def read_settings(root: Path) -> Settings:
    """Return the settings of a project folder; a project without mkdocs.yml has the defaults.

    Raises `GeneratorError` where mkdocs.yml is no YAML or the settings are of another type.
    """
    path = root / "mkdocs.yml"
    if not path.is_file():
        return Settings()
    try:
        # A SafeLoader with constructors that return nothing.
        config: Any = yaml.load(path.read_text(encoding="utf-8"), Loader=_TolerantLoader)  # noqa: S506
        atlas = (config.get("extra") or {}).get("atlas") or {}
        return Settings(
            report_url=str(atlas.get("report_url") or ""),
            nearest_units=_number(atlas.get("nearest_units", Settings().nearest_units), "nearest_units", path),
        )
    except (yaml.YAMLError, AttributeError) as error:
        raise GeneratorError(f"{path} cannot be read: {error}", "Correct mkdocs.yml.") from error


def _number(value: object, name: str, path: Path) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise GeneratorError(f"{path}: {name} is {value!r}", "Give a whole number, 0 for none.")
    return value

"""The project as MkDocs knows it: its folder and its settings."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

_SETTINGS = "atlas"


def settings(config: MkDocsConfig) -> dict[str, Any]:
    """Return what stands under ``extra.atlas`` in mkdocs.yml."""
    return dict(config.extra.get(_SETTINGS) or {})


def with_settings(config: MkDocsConfig, **changed: object) -> dict[str, Any]:
    """Return ``extra`` with some of the project's settings changed."""
    return {**config.extra, _SETTINGS: {**settings(config), **changed}}


def root_folder(config: MkDocsConfig) -> Path:
    """Return the folder of mkdocs.yml."""
    return Path(config.config_file_path).absolute().parent


def source_folder(config: MkDocsConfig) -> Path:
    """Return the folder of raw files that mkdocs.yml names, or that the caller put in its place."""
    return root_folder(config) / str(settings(config).get("source", "source_units"))

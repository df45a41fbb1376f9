"""Let a new site take the place of the old one only when it is complete."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.errors import GeneratorError


@contextmanager
def replacing(site: Path) -> Iterator[Path]:
    """Give an empty folder beside ``site`` to build in; it becomes ``site`` where the block ends without error.

    A block that fails leaves the old site as it is. Raises `GeneratorError` where ``site`` holds something
    else than a built site, since that would be deleted.
    """
    making, old = _neighbour(site, "new"), _neighbour(site, "old")
    _recover(site, old)
    _refuse_foreign(site)
    shutil.rmtree(making, ignore_errors=True)
    making.mkdir(parents=True)
    try:
        yield making
        _swap(making, site, old)
    finally:
        shutil.rmtree(making, ignore_errors=True)


def _neighbour(site: Path, role: str) -> Path:
    return site.parent / f".site-{site.name}-{role}"


def _recover(site: Path, old: Path) -> None:
    """Put back the site of a run that was killed between the two renames of a swap."""
    if old.exists() and not site.exists():
        old.rename(site)
    shutil.rmtree(old, ignore_errors=True)


def _refuse_foreign(site: Path) -> None:
    if site.exists() and not site.is_dir():
        raise GeneratorError(f"{site} is not a folder", "Name another folder for the site with --site.")
    if site.exists() and any(site.iterdir()) and not (site / "sitemap.xml").exists():
        raise GeneratorError(
            f"{site} holds files that are not a built site", "Empty it, or name another folder with --site."
        )


def _swap(making: Path, site: Path, old: Path) -> None:
    if site.exists():
        site.rename(old)
    making.rename(site)
    shutil.rmtree(old, ignore_errors=True)

"""What several test modules share: where things are."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


def pytest_report_header() -> str | None:
    return None if find_spec("playwright") else "browser tests are left out, there is no Playwright: nox -s browser"


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's folder."""
    return ROOT


@pytest.fixture(scope="session")
def seeds() -> Path:
    """The folder of the five real units."""
    return ROOT / "source_units"

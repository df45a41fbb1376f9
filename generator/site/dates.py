"""The date that stands on the built pages. It comes from the sources, never from the clock."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from generator.errors import GeneratorError

EPOCH_VARIABLE = "SOURCE_DATE_EPOCH"  # https://reproducible-builds.org/specs/source-date-epoch/
_FIXED = 946_684_800  # 2000-01-01, plainly no date of anything


def source_date_epoch(source: Path) -> int:
    """Return the time of the newest commit of ``source`` in seconds since 1970; a fixed date where there is none.

    SOURCE_DATE_EPOCH in the environment goes before both. Raises `GeneratorError` where it is no number.
    """
    given = os.environ.get(EPOCH_VARIABLE)
    if given is not None:
        if not given.isascii() or not given.isdigit():
            raise GeneratorError(f"{EPOCH_VARIABLE} is {given!r}, which is no number of seconds", "Unset it.")
        return int(given)
    return _newest_commit(source) or _FIXED


def _newest_commit(source: Path) -> int | None:
    command = ["git", "-C", str(source), "log", "-1", "--format=%ct", "--", "."]
    try:
        result = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - no shell, own words
    except OSError:
        return None
    return int(result.stdout) if result.returncode == 0 and result.stdout.strip() else None

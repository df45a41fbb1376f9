"""The search index of large sites, made by Pagefind from the built pages."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from generator.errors import GeneratorError
from generator.output import replace_file

# The text of a page, without the marks and raw lines that would be found instead of it.
_CONTENT = "article"
_LEFT_OUT = (".headerlink", ".requirement-place", ".raw-source")


def index_site(site: Path) -> None:
    """Write Pagefind's index of the built pages into ``site``; raises `GeneratorError` where Pagefind fails."""
    command = [sys.executable, "-m", "pagefind", "--site", str(site), "--root-selector", _CONTENT]
    for selector in _LEFT_OUT:
        command += ["--exclude-selectors", selector]
    result = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - no shell, own words
    if result.returncode != 0:
        raise GeneratorError(
            f"Pagefind could not index the site: {(result.stderr or result.stdout).strip()}",
            "Build with --no-index to leave the index out; Material's own search works without it.",
        )
    _put_in_order(site / "pagefind" / "pagefind-entry.json")


def _put_in_order(entry: Path) -> None:
    """Sort what Pagefind writes in the order of a hash table: the languages of the index."""
    form = json.loads(entry.read_bytes())
    text = json.dumps(form, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    replace_file(entry.parent, entry.name, text.encode("utf-8"))

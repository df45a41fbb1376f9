"""MkDocs loads this file: it generates the pages when `mkdocs build` or `mkdocs serve` is started by itself."""

import sys
from pathlib import Path

# The `mkdocs` script does not have the project's folder on its path.
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from generator.site.hook import on_page_content, on_pre_build, on_serve

__all__ = ["on_page_content", "on_pre_build", "on_serve"]

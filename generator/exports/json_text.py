"""JSON as the data files print it."""

from __future__ import annotations

import json
from typing import Any


def json_text(value: Any) -> str:
    """Return a value as indented JSON with every character as itself and a final line end."""
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"

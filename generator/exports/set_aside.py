"""What raw files hold that is part of no unit, as data."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from generator.parse import Document


def set_aside_to_json(documents: Iterable[Document]) -> list[dict[str, Any]]:
    """Return every text that was set aside with its file, the rule that did so, and its first and last line."""
    return [
        {
            "file": document.source.file,
            "rule": aside.rule,
            "text": aside.text,
            "lines": [aside.place.first_line, aside.place.last_line],
        }
        for document in documents
        for aside in document.set_aside
    ]

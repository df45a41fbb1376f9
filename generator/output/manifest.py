"""The list of generated files with their content hashes, kept beside them in ``.generated.json``."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path

from generator.errors import GeneratorError
from generator.output.paths import fault

MANIFEST = ".generated.json"
_SCHEMA = "generated-files/1"


def digest(content: bytes) -> str:
    """Return the content hash the manifest holds."""
    return hashlib.sha256(content).hexdigest()


def read_manifest(docs: Path) -> dict[str, str | None]:
    """Return the generated files with their hashes; None for a file that an interrupted run may have changed.

    Raises `GeneratorError` where there is a manifest that cannot be understood.
    """
    file = docs / MANIFEST
    try:
        form = json.loads(file.read_bytes())
        return _entries(form)
    except FileNotFoundError:
        return {}
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise GeneratorError(
            f"{file}, the list of generated files, cannot be understood: {error}",
            "Delete it and generate again: files equal to what is generated are taken over, any other is named.",
        ) from error


def _entries(form: Mapping[str, object]) -> dict[str, str | None]:
    if form["schema"] != _SCHEMA:
        raise ValueError(f"its schema is {form['schema']!r}, not {_SCHEMA!r}")
    files = form["files"]
    if not isinstance(files, dict):
        raise TypeError("its 'files' are no object")
    for path, value in files.items():
        if fault(path):
            raise ValueError(f"it names {path!r}, but {fault(path)}")
        if not (value is None or isinstance(value, str)):
            raise TypeError(f"the hash of {path!r} is neither text nor null")
    return files


def manifest_bytes(entries: Mapping[str, str | None]) -> bytes:
    """Return the manifest as it is written: sorted, one file a line."""
    form = {"schema": _SCHEMA, "files": dict(sorted(entries.items()))}
    return (json.dumps(form, indent=1, ensure_ascii=False) + "\n").encode("utf-8")


def generated_paths(docs: Path) -> frozenset[str]:
    """Return the paths that the manifest lists; none where it is missing or cannot be understood."""
    try:
        return frozenset(read_manifest(docs))
    except GeneratorError:
        return frozenset()

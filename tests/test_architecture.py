"""The house: who may import whom, who may do what, and how large things may grow."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

GENERATOR = Path(__file__).parent.parent / "generator"
MODULES = sorted(GENERATOR.rglob("*.py"))

LAYERS = (
    "errors",
    "positions",
    "text",
    "model",
    "diagnostics",
    "settings",
    "source",
    "reading",
    "parse",
    "corrections",
    "compare",
    "consequences",
    "catalogue",
    "nearest",
    "published",
    "addresses",
    "contents",
    "histories",
    "exports",
    "pages",
    "render",
    "output",
    "pipeline",
    "site",
    "cli",
)
"""Bottom up: a module imports only from its own layer and those before it."""

LARGEST_FILE = 250
LONGEST_FUNCTION = 45


def name(path: Path) -> str:
    return path.relative_to(GENERATOR.parent).as_posix()


def layer(module: str) -> str:
    return module.split(".")[1] if "." in module else ""


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def own_layer(path: Path) -> str:
    return path.relative_to(GENERATOR).parts[0].removesuffix(".py")


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_a_module_imports_only_from_layers_above_it(path: Path) -> None:
    own = own_layer(path)
    if own in ("__init__", "__main__"):
        return
    assert own in LAYERS, f"{own} has no place in the list of layers"
    for module in imports(path):
        if module.startswith("generator."):
            assert LAYERS.index(layer(module)) <= LAYERS.index(own), f"{own} must not import {module}"


@pytest.mark.parametrize(
    ("package", "allowed"),
    [
        ("mkdocs", {"site"}),
        ("jinja2", {"render"}),
        ("click", {"cli"}),
        ("selectolax", {"reading", "site"}),
        ("yaml", {"settings", "catalogue", "reading", "corrections"}),
        ("charset_normalizer", {"source"}),
        ("rapidfuzz", {"compare"}),
        ("socket", set()),
        ("requests", set()),
        ("urllib.request", set()),
        ("random", set()),
    ],
)
def test_a_library_is_known_only_where_its_job_is_done(package: str, allowed: set[str]) -> None:
    users = {
        own_layer(path)
        for path in MODULES
        for module in imports(path)
        if module == package or module.startswith(f"{package}.")
    }
    assert users <= allowed


@pytest.mark.parametrize(
    ("call", "allowed"),
    [
        ("print", set()),
        ("open", {"source"}),
        ("eval", set()),
        ("exec", set()),
        ("write_text", {"output"}),
        ("write_bytes", {"output"}),
        ("read_bytes", {"source", "output", "site"}),
        ("today", set()),
        ("now", set()),
    ],
)
def test_what_only_some_may_do(call: str, allowed: set[str]) -> None:
    users = set()
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                called = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
                if called == call:
                    users.add(own_layer(path))
    assert users <= allowed


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_files_and_functions_stay_small(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= LARGEST_FILE
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert (node.end_lineno or 0) - node.lineno < LONGEST_FUNCTION, node.name


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_names_say_what_a_module_is_for(path: Path) -> None:
    vague = {"utils", "util", "helpers", "helper", "manager", "common", "misc", "base"}
    assert not vague & set(path.relative_to(GENERATOR).with_suffix("").parts)

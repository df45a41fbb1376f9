"""What identifies a unit: its code, the version label where the code itself states none, and its language."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable

from generator.model import Code, Unit
from generator.text.folding import without_invisible

_BLANKS = re.compile(r"\s+")
_VERSION_RUNS = re.compile(r"\d+|[^\W\d_]+")


def code_key(code: str) -> str:
    """Return the form in which codes are compared: NFKC, without white space, invisible characters and case."""
    return _BLANKS.sub("", without_invisible(unicodedata.normalize("NFKC", code))).casefold()


def version_label(code: Code) -> str | None:
    """Return the version given beside the code, not by it ("2" of 8420 version 2); None where the code states it."""
    return code.label


def name_of(code: Code) -> str:
    """Return what one version is called in any language: its code, with the version label where it has one."""
    return code.name if code.text else ""


def unit_key(unit: Unit) -> tuple[str, str]:
    """Return the identity of a unit: the folded name of the version and the language."""
    return code_key(name_of(unit.code)), unit.language


def version_order(version: str | None) -> tuple[tuple[int, int, str], ...]:
    """Return a sort key for versions: none first, A before B before AA, numbers by value ("1.10" after "1.9")."""
    return tuple(_run_order(run) for run in _VERSION_RUNS.findall(version or ""))


def _run_order(run: str) -> tuple[int, int, str]:
    digits = run.lstrip("0") if run.isdecimal() else None
    return (1, len(run), run.casefold()) if digits is None else (0, len(digits), digits)


def language_order(language: str) -> tuple[bool, str]:
    """Return a sort key for the languages of one code: English first, the others by their tag."""
    return language != "en", language


def commonest(forms: Iterable[str]) -> str:
    """Return the form that is printed most often, of several the first by the alphabet."""
    counted = Counter(forms)
    return min(counted, key=lambda form: (-counted[form], form))

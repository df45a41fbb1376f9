"""Diagnostics in their forms."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.diagnostics import KINDS, Severity, diagnostic, forms, worst

FOUND = diagnostic("missing-heading", "a:b,c.txt", 12, "100% lost\nand more", unit="X", excerpt="line\x1b[31m")


def test_the_ids_of_the_public_interface_are_all_there() -> None:
    table = (Path(__file__).parent / "cases" / "diagnostic-ids.txt").read_text(encoding="utf-8").split()
    assert set(table) <= set(KINDS)


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.id)
def test_every_kind_says_what_is_wrong_and_what_to_do(kind) -> None:
    assert kind.severity in set(Severity)
    assert kind.meaning
    assert kind.hint.endswith(".")


def test_text_names_place_message_id_line_and_hint() -> None:
    text = forms.as_text([FOUND])
    assert text.startswith("a:b,c.txt:12: warning: 100% lost\\nand more [missing-heading]\n")
    assert "    hint: " in text


def test_text_cannot_steer_a_terminal() -> None:
    assert "\x1b" not in forms.as_text([FOUND])
    assert "\x1b[33m" in forms.as_text([FOUND], colour=True)


def test_github_annotations_escape_what_would_end_them() -> None:
    line = forms.as_github([FOUND])
    assert line.startswith("::warning file=a%3Ab%2Cc.txt,line=12,title=missing-heading::100%25 lost%0Aand more")
    assert line.count("\n") == 1


def test_json_has_the_public_keys() -> None:
    (form,) = json.loads(json.dumps(forms.as_json([FOUND])))
    assert {"id", "severity", "file", "line", "message", "hint"} <= form.keys()


def test_the_worst_severity_counts() -> None:
    note = diagnostic("missing-field", "a", 1, "m", severity=Severity.INFO)
    assert worst([]) is None
    assert worst([note, FOUND]) is Severity.WARNING
    assert worst([diagnostic("empty-file", "a", 1, "m"), FOUND]) is Severity.ERROR


def test_order_is_by_file_and_line_and_each_is_said_once() -> None:
    first, second = diagnostic("empty-file", "a", 2, "m"), diagnostic("empty-file", "a", 10, "m")
    assert forms.in_order([second, first, second]) == (first, second)

"""Escaping: official text comes out literally in Markdown, HTML, YAML and CSV, whatever it says."""

from __future__ import annotations

import json
import re

_MARKDOWN = re.compile(r"[\\`*_{}\[\]<>&|~^=$#!@]")
_YAML_BREAKS = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff]")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def escape_markdown(text: str) -> str:
    """Return one line of text for a Markdown heading, so that Markdown with any extension gives back just this text.

    Marks become numeric character references: those mean the same inside and outside of every construct.
    """
    return _MARKDOWN.sub(lambda match: f"&#{ord(match.group())};", text.strip())


def yaml_string(text: str) -> str:
    """Return text as a double-quoted YAML scalar on one line."""
    quoted = json.dumps(text, ensure_ascii=False)
    return _YAML_BREAKS.sub(lambda match: f"\\u{ord(match.group()):04x}", quoted)


def csv_cell(text: str) -> str:
    """Return text that no spreadsheet takes for a formula: a leading apostrophe is put before its first sign.

    Source: OWASP, CSV injection.
    """
    return f"'{text}" if text.lstrip(" ").startswith(_FORMULA) or text.startswith(_FORMULA) else text

"""Damage of every kind done to raw files, each by a number: the same number gives the same damage."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence

HOSTILE = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "</td></tr></table>",
    "<ul><li>" * 20,
    "{{ 7*7 }}",
    "{% include '/etc/passwd' %}",
    '--8<-- "secret.txt"',
    "{: onclick=alert(1) }",
    "---\ntitle: x\n---",
    "=HYPERLINK(1)",
    "\x00\x1b[31m\x07",
    "\u202ereversed\u202c",
    "\u200b\u00ad\ufeff",
    "\U0010fffc12\U0010fffd",
    "| a | b |",
    "+---+---+",
    "\f",
    "\u2028\x85\x0b",
    '"unclosed',
    "&lt;b&gt;&#0;&#x110000;&unknown;",
    "Code: ../../etc/passwd",
    "Title",
    "Unit of Competency",
    "Page 3 of 10",
    "1.",
    "1.1.1.1.1.1",
    "• ",
    "including:",
    "能力單元",
    "9" * 400,
)
GLYPHS = "•●○◦▪■♦◆·–-*+o\uf0b7"

Lines = list[str]


def mutated(text: str, number: int) -> str:
    """Return a text with one to six kinds of damage."""
    chance = random.Random(number)
    for _ in range(chance.randint(1, 6)):
        text = chance.choice(MUTATIONS)(text, chance)
    return text


def _on_lines(change: Callable[[Lines, random.Random], Sequence[str]]) -> Callable[[str, random.Random], str]:
    return lambda text, chance: "\n".join(change(text.split("\n"), chance))


def _drop(lines: Lines, chance: random.Random) -> Lines:
    at = chance.randrange(len(lines))
    return lines[:at] + lines[at + chance.randint(1, 3) :]


def _double(lines: Lines, chance: random.Random) -> Lines:
    at = chance.randrange(len(lines))
    return lines[: at + 1] + lines[at:]


def _swap(lines: Lines, chance: random.Random) -> Lines:
    one, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]
    return lines


def _shuffle_blocks(lines: Lines, chance: random.Random) -> Lines:
    size = chance.randint(2, 8)
    blocks = [lines[at : at + size] for at in range(0, len(lines), size)]
    chance.shuffle(blocks)
    return [line for block in blocks for line in block]


def _indent(lines: Lines, chance: random.Random) -> Lines:
    at = chance.randrange(len(lines))
    lines[at] = chance.choice(" \t\u3000") * chance.randint(1, 9) + lines[at]
    return lines


def _join(lines: Lines, chance: random.Random) -> Lines:
    at = chance.randrange(len(lines))
    return [*lines[:at], chance.choice(["", " ", "\t"]).join(lines[at : at + chance.randint(2, 6)]), *lines[at + 6 :]]


def _split(lines: Lines, chance: random.Random) -> Lines:
    at = chance.randrange(len(lines))
    cut = chance.randint(0, len(lines[at]))
    return [*lines[:at], lines[at][:cut], lines[at][cut:], *lines[at + 1 :]]


def _hostile_line(lines: Lines, chance: random.Random) -> Lines:
    lines.insert(chance.randrange(len(lines) + 1), chance.choice(HOSTILE))
    return lines


def _hostile_inside(text: str, chance: random.Random) -> str:
    at = chance.randint(0, len(text))
    return f"{text[:at]} {chance.choice(HOSTILE)} {text[at:]}"


def _truncate(text: str, chance: random.Random) -> str:
    return text[: chance.randint(0, len(text))]


def _cut_out(text: str, chance: random.Random) -> str:
    at = chance.randint(0, len(text))
    return text[:at] + text[at + chance.randint(1, 60) :]


def _change_glyphs(text: str, chance: random.Random) -> str:
    return re.sub(r"(?m)^(\s*)[•●○◦▪■♦◆·–*-](?=\s)", lambda found: found.group(1) + chance.choice(GLYPHS), text)


def _change_case(text: str, chance: random.Random) -> str:
    return chance.choice([text.upper(), text.lower(), text.title()])


def _change_ends(text: str, chance: random.Random) -> str:
    return text.replace("\n", chance.choice(["\r\n", "\r", "\n\n", "\n \n"]))


def _lose_blanks(text: str, chance: random.Random) -> str:
    return re.sub(" ", lambda _: "" if chance.random() < 0.1 else " ", text)


def _change_letter(text: str, chance: random.Random) -> str:
    at = chance.randint(0, len(text))
    return (
        text[:at]
        + chr(chance.choice([chance.randint(0, 0x2FF), chance.randint(0x2000, 0x30FF), 0x1F600]))
        + text[at + 1 :]
    )


MUTATIONS: tuple[Callable[[str, random.Random], str], ...] = (
    *map(_on_lines, (_drop, _double, _swap, _shuffle_blocks, _indent, _join, _split, _hostile_line)),
    _hostile_inside,
    _truncate,
    _cut_out,
    _change_glyphs,
    _change_case,
    _change_ends,
    _lose_blanks,
    _change_letter,
)

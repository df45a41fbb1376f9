"""Read files made to be slow, at two sizes each: time must grow as the size does, and memory stay bounded.

Each file is read in a process of its own; on a busy machine only the growth from one size to the next tells.
"""

from __future__ import annotations

import argparse
import collections
import json
import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

MEGABYTE = 1_000_000
UNIT_HEAD = "Title: Handle cargo\nCode: LOCUSM212B\nLevel: 2\nCredit: 6\nCompetency: "
_SHEET = "Title: Handle cargo {0}\nCode: QXLLSC{0:05}A\nLevel: 2\nCredit: 6\nCompetency: 1. Do\n• Know it\n"

ONE_LINE: Mapping[str, str] = {
    "letter": "a",
    "words": "word ",
    "digits": "7",
    "numbers": "1. ",
    "numbered": "1. Do it ",
    "bullets": "• ",
    "bulleted": "• Know it ",
    "capitals": "Know Apply ",
    "verbs": "Know it Apply it ",
    "lead-ins": "Know it, including: ",
    "labels": "Level 4 Credit 6 ",
    "label-colons": "Title: a Code: b ",
    "brackets": "(",
    "angles": "<",
    "ampersands": "&",
    "entities": "&amp;",
    "open-attribute": '<a ="',
    "open-tag": "<td ",
    "comments": "<!-- ",
    "pipes": "|",
    "pipe-cells": "| a ",
    "tabs": "\t",
    "tab-cells": "a\t",
    "quotes": '"',
    "quoted": '"a\t',
    "asterisks": "**",
    "emphasis": "**a ",
    "backticks": "`",
    "square-brackets": "[",
    "backslashes": "\\",
    "hyphens": "-",
    "underscores": "_",
    "hash": "#",
    "equals": "=",
    "stops": ". ",
    "leaders": ". . . 3 ",
    "spaced-letters": "L I S T ",
    "hanzi": "能力單元",
    "spaced-hanzi": "能 ",
    "codes": "LOCUSM212B ",
    "braces": "{{",
    "breaks": "<br>",
    "cells": "<td>a",
    "spans": "<span>a</span>",
    "attributes": "<p a=b c=d>x",
}
LINES: Mapping[str, str] = {
    "one-letter": "a",
    "blank": "",
    "label": "Level: 2",
    "label-alone": "Title",
    "author": "Author: x",
    "unknown-label": "Colour: x",
    "number": "1.",
    "numbered-line": "1. Do it",
    "contents": "LOCUSM212B Handle cargo .......... 12",
    "list": "LOCUSM212B\tHandle cargo\t2\t6",
    "head": "Logistics Industry Specification of Competency Standards",
    "page": "Page 3 of 10",
    "page-number": "- 3 -",
    "hyphenated": "the manage-\nment of cargo",
    "spaced": "L I S T E N I N G  T O  C A R G O",
    "open-quote": '"never closed\tcell',
    "grid-rule": "+---+---+",
    "grid-row": "+---+---+\n| a | b |",
    "pipe-row": "| a | b |",
    "gaps": "Title          Handle cargo",
    "gaps-more": "               more of the value",
    "columns": "Know the rules                     Apply the rules",
    "quoted": "> Know the rules",
    "hanzi": "能力單元的綜合成效是能夠",
    "bidi": "\u202eabc\u200b\x00",
    "list-open": "<ul><li>a",
    "cell-open": "<tr><td>a<td>b",
    "bullet": "• Know the rules",
    "indented": "     Know the rules",
    "leading": f"{' ' * 2000}x",
    "run": "Know the rules of the trade Apply the rules of the trade",
    "wiki-row": "|-\n| a || b",
    "ruled": "=====  =====\na      b",
    "comma": "a,b,c",
    "fence": "---",
    "key": "title: a",
}
SHAPES = tuple(
    """
    gap leading-blanks attributes-of-one nested-ul nested-ol nested-table nested-div nested-blockquote nested-span
    page-breaks page-cells page-paragraphs page-nested units units-in-a-line front-matter front-matter-open
    yaml-aliases form-feeds returns book
    """.split()
)


def names() -> list[str]:
    return [*(f"line/{name}" for name in ONE_LINE), *(f"lines/{name}" for name in LINES), *SHAPES]


def made(name: str, size: int) -> str:
    """Return a file of about so many characters; most begin as a unit does, so that every stage has its work."""
    kind, _, which = name.rpartition("/")
    if kind:
        pattern = ONE_LINE[which] if kind == "line" else f"{LINES[which]}\n"
        return UNIT_HEAD + ("\n" if kind == "lines" else "") + pattern * (size // len(pattern))
    return _shape(name, size)


def _shape(name: str, size: int) -> str:
    if name.startswith("nested-"):
        tag, item = name.removeprefix("nested-"), {"ul": "<li>", "ol": "<li>", "table": "<tr><td>"}
        one = f"<{tag}>{item.get(name.removeprefix('nested-'), '')}a "
        return UNIT_HEAD + one * (size // len(one))
    if name.startswith("page-"):
        inside = {"breaks": "<br>", "cells": "<td>a</td>", "paragraphs": "<p>a</p>", "nested": "<div>"}
        one = inside[name.removeprefix("page-")]
        return f"<!doctype html><html><body><table><tr>{one * (size // len(one))}"
    shapes = {
        "gap": UNIT_HEAD + " " * size + "x",
        "leading-blanks": UNIT_HEAD + "\n" + " " * size + "x",
        "attributes-of-one": UNIT_HEAD + "<p " + "a=b " * (size // 4) + ">x",
        "units": "".join(_SHEET.format(number) for number in range(size // 90)),
        "units-in-a-line": "Title: a Code: QXLLSC300A Level: 2 " * (size // 36),
        "front-matter": "---\n" + "title: a\n" * (size // 9) + "---\n",
        "front-matter-open": "---\n" + "title: [a\n" * (size // 10),
        "yaml-aliases": "---\na: &a [b,b,b]\n" + "c: &b [*a,*a,*a]\n" * (size // 17) + "---\n",
        "form-feeds": UNIT_HEAD + "Know it\f" * (size // 8),
        "returns": UNIT_HEAD + "Know it\r" * (size // 8),
        "book": "".join(_book(size)),
    }
    return shapes[name]


def _book(size: int) -> Iterator[str]:
    for number in range(size // 260):
        yield f"\fLogistics Industry {number // 20}\n\nUnit of Competency\n{_SHEET.format(number)}"
        yield "• Understand the rules of the trade and the manage-\nment of cargo\n"
        yield "Assessment Criteria: (i) Able to do it\n"
        yield f"                    Page {number} of 900\n"


@dataclass(frozen=True, slots=True)
class Reading:
    """What reading one file took and told: seconds of the processor, MiB at the most, units and diagnostics."""

    seconds: float
    mebibytes: float
    told: str


def run(name: str, size: int, limit: float) -> Reading:
    """Read one made file with ``uoc parse --json`` in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / ("page.html" if name.startswith("page-") else "unit.txt")
        path.write_text(made(name, size), encoding="utf-8", newline="")
        printed = Path(folder) / "printed.json"
        command = [sys.executable, "-m", "generator", "parse", "--json", "--fail-on", "never", str(path)]
        with printed.open("wb") as output:
            process = subprocess.Popen(command, stdout=output, stderr=subprocess.DEVNULL)
            stop = threading.Timer(limit, process.kill)
            stop.start()
            _, status, used = os.wait4(process.pid, 0)
            stop.cancel()
            process.returncode = os.waitstatus_to_exitcode(status)
        told = _told(printed) if process.returncode == 0 else f"FAILED with status {process.returncode}"
        return Reading(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, told)


def _told(printed: Path) -> str:
    parsed = json.loads(printed.read_bytes())
    found = collections.Counter(one["id"] for one in parsed["diagnostics"])
    return f"{len(parsed['units'])} units; " + ", ".join(f"{name} {count}" for name, count in found.most_common(4))


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.hostile", description=__doc__)
    parser.add_argument("--megabytes", type=float, nargs="+", default=[1, 2], help="sizes of the files (1 2)")
    parser.add_argument("--only", nargs="*", default=names(), metavar="NAME", help="kinds of files (all)")
    parser.add_argument("--limit", type=float, default=60, help="seconds a file may take (60)")
    chosen = parser.parse_args(arguments)
    for name in chosen.only:
        results = [run(name, int(size * MEGABYTE), chosen.limit) for size in chosen.megabytes]
        took = "".join(f"{result.seconds:>8.2f} s {result.mebibytes:>6.0f} MiB" for result in results)
        print(f"{name:<24}{took}  {results[-1].told}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())

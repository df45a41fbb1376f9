"""Make a collection of raw units in mixed layouts, with versions, and the truth about them."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

import click

from benchmarks.damage import BINARY, DAMAGES, Damage
from benchmarks.layouts import Layout
from benchmarks.lineages import Lineage, MadeUnit, lineages
from benchmarks.sheets import Sheet, sheet
from benchmarks.truth import SCHEMA, file_form, unit_form, versions_form

_DAMAGED_SHARE = 0.04


@dataclass(frozen=True, slots=True)
class MadeFile:
    """A raw file: its path below the collection, its bytes, and what the truth says about it."""

    path: str
    content: bytes
    truth: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Collection:
    """The files of a made collection, and how the versions of its units correspond."""

    files: tuple[MadeFile, ...]
    versions: tuple[dict[str, Any], ...]


def make_collection(units: int, seed: int, *, dirty: bool = False) -> Collection:
    """Return a collection of so many raw units, the same for the same numbers.

    A dirty one has damaged units among them and, beside them, files that hold no unit at all.
    """
    random = Random(seed)
    made = tuple(lineages(random, units))
    damages = _damages(random, made) if dirty else {}
    files: list[MadeFile] = []
    versions: list[dict[str, Any]] = []
    for lineage in made:
        sheets = [_sheet(random, unit, unit.layout) for unit in lineage.units]
        for unit, printed in zip(lineage.units, sheets, strict=True):
            damage = damages.get(unit.code.text)
            files.append(_damaged_file(random, unit, damage) if damage else _clean_file(random, unit, printed))
        pairs = zip(sheets, sheets[1:], lineage.traces, strict=False)
        versions += [versions_form(old, new, trace) for old, new, trace in pairs]
    hollow = _hollow_files(max(1, units // 100)) if dirty else ()
    return Collection((*files, *hollow), tuple(versions))


def _damages(random: Random, made: Iterable[Lineage]) -> dict[str, Damage]:
    """Return which units are damaged and how: English ones that stand alone, so that no comparison suffers."""
    units = [unit for lineage in made for unit in lineage.units]
    languages = Counter(unit.code.text for unit in units)
    alone = [lineage.units[0] for lineage in made if len(lineage.units) == 1]
    fit = [
        unit.code.text
        for unit in alone
        if languages[unit.code.text] == 1 and unit.layout.habits.language == "en" and not unit.draft.nested
    ]
    share = max(len(DAMAGES), round(len(units) * _DAMAGED_SHARE))
    chosen = random.sample(fit, min(share, len(fit)))
    return {code: DAMAGES[place % len(DAMAGES)] for place, code in enumerate(chosen)}


def _sheet(random: Random, unit: MadeUnit, layout: Layout) -> Sheet:
    return sheet(unit.draft, unit.code.text, unit.style, layout.habits, unit.remark, random)


def _path(unit: MadeUnit, layout: Layout) -> str:
    folder = unit.draft.trade.industry.en.lower().replace(" ", "-")
    language = "" if layout.habits.language == "en" else ".zh"
    return f"{folder}/{unit.code.text}{language}.{layout.ending}"


def _clean_file(random: Random, unit: MadeUnit, printed: Sheet) -> MadeFile:
    path = _path(unit, unit.layout)
    truth = file_form(path, unit.layout.name, [unit_form(printed, unit.code)])
    return MadeFile(path, unit.layout.write(printed, random).encode(), truth)


def _damaged_file(random: Random, unit: MadeUnit, damage: Damage) -> MadeFile:
    layout = damage.layout or unit.layout
    path = _path(unit, layout)
    damaged = damage.apply(_sheet(random, unit, layout), layout, random)
    form = unit_form(damaged.sheet, unit.code)
    truth = file_form(path, layout.name, [form], damage.name, damaged.tolerance, damaged.diagnostics)
    return MadeFile(path, damaged.text.encode(), truth)


def _hollow_files(pairs: int) -> tuple[MadeFile, ...]:
    """Return so many empty files and so many that are no text."""
    kinds = (("empty", b"", "empty-file"), ("binary", BINARY, "binary-file"))
    return tuple(
        _hollow_file(f"scans/{damage}-{number:03}.txt", damage, content, diagnostic)
        for number in range(1, pairs + 1)
        for damage, content, diagnostic in kinds
    )


def _hollow_file(path: str, damage: str, content: bytes, diagnostic: str) -> MadeFile:
    return MadeFile(path, content, file_form(path, None, [], damage, "exact", (diagnostic,)))


def write_collection(collection: Collection, folder: Path, description: dict[str, Any]) -> None:
    """Write the raw files and ``truth.json``, one file or pair of versions a line, into an empty folder."""
    for file in collection.files:
        path = folder / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.content)
    parts = [json.dumps({"schema": SCHEMA, **description})[1:-1]]
    for name, rows in (("files", [file.truth for file in collection.files]), ("versions", collection.versions)):
        lines = ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
        parts.append(f'"{name}": [\n{lines}\n]')
    (folder / "truth.json").write_text("{" + ",\n".join(parts) + "}\n", encoding="utf-8")


@click.command(
    help=__doc__,
    epilog="Example: python -m benchmarks.collection --units 200 --seed 1 /tmp/collection",
)
@click.option("--units", type=click.IntRange(1), required=True, help="How many raw units to make.")
@click.option("--seed", type=int, default=1, show_default=True, help="The same seed makes the same bytes.")
@click.option("--dirty", is_flag=True, help="Damage some files; the truth says which, and how.")
@click.argument("out", type=click.Path(path_type=Path, file_okay=False))
def main(units: int, seed: int, dirty: bool, out: Path) -> None:
    if out.exists() and any(out.iterdir()):
        raise click.UsageError(f"{out} is not empty: name a new or an empty folder")
    collection = make_collection(units, seed, dirty=dirty)
    out.mkdir(parents=True, exist_ok=True)
    write_collection(collection, out, {"units": units, "seed": seed, "dirty": dirty})
    click.echo(f"{out}: {len(collection.files)} files, {len(collection.versions)} pairs of versions, truth.json")


if __name__ == "__main__":
    main()

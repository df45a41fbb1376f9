"""Whatever is edited, in whatever order: what is generated step by step equals what is generated afresh."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from dose import dose
from project import copy_project

from generator.output import MANIFEST
from generator.pipeline import generate

CASES = sorted(path for path in (Path(__file__).parent / "cases" / "parse").iterdir() if path.suffix in (".txt", ".md"))
RULING = "successions:\n  - {old: LOCUSM402B, new: 105250L4, date: 2019-06-30, who: Panel}\n"


def add(folder: Path, chance: random.Random) -> None:
    shutil.copy(chance.choice(CASES), folder / "source_units" / f"added-{chance.randrange(5)}.txt")


def edit(folder: Path, chance: random.Random) -> None:
    path = chance.choice(raw_files(folder))
    words = path.read_bytes().split(b" ")
    words[chance.randrange(len(words))] = chance.choice([b"customers", b"<b>", b"\n", b"not"])
    path.write_bytes(b" ".join(words))


def delete(folder: Path, chance: random.Random) -> None:
    if len(raw_files(folder)) > 1:
        chance.choice(raw_files(folder)).unlink()


def rename(folder: Path, chance: random.Random) -> None:
    path = chance.choice(raw_files(folder))
    path.rename(path.with_name(f"renamed-{chance.randrange(5)}{path.suffix}"))


def rule(folder: Path, chance: random.Random) -> None:
    rulings = folder / "source_units" / "rulings.yml"
    if rulings.exists():
        rulings.unlink()
    else:
        rulings.write_text(RULING, encoding="utf-8")


def change_template(folder: Path, chance: random.Random) -> None:
    template = chance.choice(sorted((folder / "site_templates" / "pages").iterdir()))
    template.write_text(template.read_text(encoding="utf-8") + f"\n<p>{chance.randrange(9)}</p>\n", encoding="utf-8")


def write_a_page(folder: Path, chance: random.Random) -> None:
    (folder / "docs" / f"mine-{chance.randrange(3)}.md").write_text(f"# Mine {chance.random()}\n", encoding="utf-8")


EDITS: tuple[Callable[[Path, random.Random], None], ...] = (
    add,
    edit,
    delete,
    rename,
    rule,
    change_template,
    write_a_page,
)


def raw_files(folder: Path) -> list[Path]:
    return sorted(path for path in (folder / "source_units").iterdir() if path.suffix != ".yml")


def pages(docs: Path) -> dict[str, bytes]:
    files = (path for path in sorted(docs.rglob("*")) if path.is_file() and path.name != MANIFEST)
    return {path.relative_to(docs).as_posix(): path.read_bytes() for path in files}


@pytest.mark.parametrize("seed", range(dose(20, 400)))
def test_pages_made_step_by_step_equal_pages_made_afresh(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    folder = copy_project(tmp_path / "project")
    docs = folder / "docs"
    for _ in range(4):
        chance.choice(EDITS)(folder, chance)
        generate(folder, folder / "source_units", docs)
    stepwise = pages(docs)
    afresh = tmp_path / "afresh"
    for path in (Path(path) for path in stepwise):
        if path.suffix == ".md" and len(path.parts) == 1:
            (afresh / path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(docs / path, afresh / path)
    (afresh / "reference").mkdir(exist_ok=True)
    for path in (docs / "reference").glob("*.md"):
        shutil.copy(path, afresh / "reference")
    generate(folder, folder / "source_units", afresh)
    assert pages(afresh) == stepwise
    again = generate(folder, folder / "source_units", docs)
    assert again.report is not None
    assert (again.report.written, again.report.removed) == ((), ())

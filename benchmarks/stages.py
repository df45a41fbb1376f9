"""Measure reading, parsing, comparing, generating and building on made collections.

The runs of all sizes and stages are interleaved, and medians are shown: on a busy machine only what was measured
side by side compares. Plain reading (bytes to text, and the text of its markup) is the yardstick in every run.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from benchmarks.collection import make_collection, write_collection

ROOT = Path(__file__).parent.parent
SEED = 1


@dataclass(slots=True)
class Workshop:
    """A made collection on disk, and what the stages of one run have made of it."""

    folder: Path
    source: Path
    made: dict[str, Any] = field(default_factory=dict)

    @property
    def docs(self) -> Path:
        return self.folder / "docs"

    @property
    def site(self) -> Path:
        return self.folder / "site"


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage: its name, the things it works through, and the work, which returns how many there were."""

    name: str
    things: str
    work: Callable[[Workshop], int]


def read(place: Workshop) -> int:
    texts = [
        LexborHTMLParser(path.read_bytes().decode()).text()
        for path in sorted(place.source.rglob("*"))
        if path.is_file()
    ]
    return len(texts)


def parse(place: Workshop) -> int:
    from generator.pipeline import read_collection

    place.made["collection"] = collection = read_collection(place.source)
    return len(collection.documents)


def compare(place: Workshop) -> int:
    from generator.compare import compare as compare_units

    return len([compare_units(pair.old, pair.new) for pair in place.made["collection"].catalogue.pairs])


def generate(place: Workshop) -> int:
    from generator.pipeline import generate as generate_pages

    return generate_pages(ROOT, place.source, place.docs).pages


def build(place: Workshop) -> int:
    from generator.site import build_site

    build_site(ROOT / "mkdocs.yml", place.docs, place.site, epoch=0)
    return sum(1 for _ in place.site.rglob("*.html"))


STAGES = (
    Stage("read", "file", read),
    Stage("parse", "file", parse),
    Stage("compare", "pair", compare),
    Stage("generate", "page", generate),
    Stage("build", "page", build),
)


@dataclass(frozen=True, slots=True)
class Measured:
    """The seconds a stage took in each run, and how many things it worked through."""

    seconds: tuple[float, ...]
    things: int

    @property
    def median(self) -> float:
        return statistics.median(self.seconds)


def measure(sizes: Sequence[int], runs: int, stages: Sequence[Stage] = STAGES) -> dict[tuple[str, int], Measured]:
    """Return what each stage took on collections of each size; generating and building start from nothing."""
    seconds: dict[tuple[str, int], list[float]] = {}
    things: dict[tuple[str, int], int] = {}
    with tempfile.TemporaryDirectory() as folder:
        sources = {size: _source(Path(folder) / f"collection-{size}", size) for size in sizes}
        _ = list(_one_run(Path(folder) / "warm-up", sources[sizes[0]], stages))  # imports count nowhere
        for run in range(runs):
            for size in sizes:
                for stage, took, count in _one_run(Path(folder) / f"run-{run}-{size}", sources[size], stages):
                    seconds.setdefault((stage, size), []).append(took)
                    things[stage, size] = count
    return {key: Measured(tuple(values), things[key]) for key, values in seconds.items()}


def _source(folder: Path, size: int) -> Path:
    write_collection(make_collection(size, SEED), folder, {"units": size, "seed": SEED, "dirty": False})
    (folder / "truth.json").unlink()
    return folder


def _one_run(folder: Path, source: Path, stages: Sequence[Stage]) -> Iterator[tuple[str, float, int]]:
    place = Workshop(folder, source)
    _copy_hand_written(place.docs)
    for stage in stages:
        with _clock() as elapsed:
            count = stage.work(place)
        yield stage.name, elapsed(), count


def _copy_hand_written(docs: Path) -> None:
    from generator.output import MANIFEST, generated_paths

    generated = generated_paths(ROOT / "docs") | {MANIFEST}
    shutil.copytree(
        ROOT / "docs",
        docs,
        ignore=lambda folder, names: [
            name for name in names if (Path(folder) / name).relative_to(ROOT / "docs").as_posix() in generated
        ],
    )


@contextmanager
def _clock() -> Iterator[Callable[[], float]]:
    start = time.perf_counter()
    end = 0.0
    yield lambda: end - start
    end = time.perf_counter()


def table(measured: dict[tuple[str, int], Measured], sizes: Sequence[int], stages: Sequence[Stage] = STAGES) -> str:
    """Return the medians in seconds; for the largest size also milliseconds a thing and times plain reading."""
    largest = sizes[-1]
    lines = [f"{'stage':<10}" + "".join(f"{f'{size} units':>14}" for size in sizes) + f"{'each':>16}{'x reading':>12}"]
    for stage in stages:
        last = measured[stage.name, largest]
        medians = "".join(f"{measured[stage.name, size].median:>12.3f} s" for size in sizes)
        each = f"{1000 * last.median / max(1, last.things):.2f} ms/{stage.things}"
        ratio = last.median / measured[stages[0].name, largest].median
        lines.append(f"{stage.name:<10}{medians}{each:>16}{ratio:>12.1f}")
    return "\n".join(lines)


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.stages",
        description=__doc__,
        epilog="Example: python -m benchmarks.stages --units 5 200 --runs 3",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--units", type=int, nargs="+", default=[5, 200], help="sizes of the collections (5 200)")
    parser.add_argument("--runs", type=int, default=3, help="interleaved runs (3)")
    chosen = parser.parse_args(arguments)
    if min(*chosen.units, chosen.runs) < 1:
        parser.error("sizes and runs must be 1 or more")
    sizes = sorted(set(chosen.units))
    print(f"Medians of {chosen.runs} interleaved runs, seed {SEED}, Python {sys.version.split()[0]}")
    print(table(measure(sizes, chosen.runs), sizes))
    return 0


if __name__ == "__main__":
    sys.exit(main())

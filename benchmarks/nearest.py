"""Measure finding the nearest units of made collections: time, memory, and how many there are.

The trades of a made collection share phrases and nothing else, so that nearly no unit should have a neighbour. The
real units of ``source_units/`` are put into each collection: LOCUSM402B and 105250L4 must find each other there.
Time is that of the processor; memory is what was taken beyond the most that reading the collection took.
"""

from __future__ import annotations

import argparse
import resource
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from benchmarks.collection import make_collection, write_collection
from generator.catalogue import Catalogue, build_catalogue, unit_key
from generator.catalogue.catalogue import UnitKey
from generator.model import Unit
from generator.nearest import Neighbour, nearest_units
from generator.pipeline import read_collection

SEED = 1
LIMITS = (1, 2, 3)
SOURCES = Path(__file__).parent.parent / "source_units"


def catalogue_of(size: int) -> Catalogue:
    """Return the catalogue of a made collection with the real units in it."""
    with tempfile.TemporaryDirectory() as folder:
        write_collection(make_collection(size, SEED), Path(folder), {"units": size, "seed": SEED, "dirty": False})
        (Path(folder) / "truth.json").unlink()
        made: tuple[Unit, ...] = read_collection(Path(folder)).catalogue.units
    return build_catalogue((*made, *read_collection(SOURCES).catalogue.units))


def pairs(found: Mapping[UnitKey, tuple[Neighbour, ...]], limit: int) -> int:
    """Return how many pairs of units there are of which one names the other among its nearest."""
    return len({frozenset((key, unit_key(one.unit))) for key, near in found.items() for one in near[:limit]})


def find_each_other(catalogue: Catalogue, found: Mapping[UnitKey, tuple[Neighbour, ...]]) -> bool:
    """Return whether the two real units of customer service name each other."""
    own, other = catalogue.unit("LOCUSM402B"), catalogue.unit("105250L4")
    if not own or not other:
        return False
    return all(
        unit_key(two) in {unit_key(neighbour.unit) for neighbour in found.get(unit_key(one), ())}
        for one, two in ((own, other), (other, own))
    )


def line(size: int) -> str:
    """Return what was measured on a collection of a size, as a line of the table."""
    catalogue = catalogue_of(size)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = time.process_time()
    found = nearest_units(catalogue, max(LIMITS))
    seconds = time.process_time() - start
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    counts = "".join(f"{pairs(found, limit):>9}" for limit in LIMITS)
    met = "yes" if find_each_other(catalogue, found) else "NO"
    return f"{size:>8}{seconds:>9.2f} s{1000 * seconds / size:>9.2f} ms{grown:>9.0f} MB{len(found):>9}{counts}{met:>9}"


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.nearest",
        description=__doc__,
        epilog="Example: python -m benchmarks.nearest --units 1000 10000",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--units", type=int, nargs="+", default=[1000], help="sizes of the collections (1000)")
    chosen = parser.parse_args(arguments)
    if min(chosen.units) < 1:
        parser.error("sizes must be 1 or more")
    heads = "".join(f"{f'pairs@{limit}':>9}" for limit in LIMITS)
    print(f"{'units':>8}{'time':>11}{'a unit':>12}{'memory':>12}{'have any':>9}{heads}{'402B':>9}")
    for size in sorted(set(chosen.units)):
        print(line(size), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())

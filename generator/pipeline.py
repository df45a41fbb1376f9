"""The stages put together: raw files to a collection, a collection to the files of the site.

The only place that knows the order of the stages.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol, TypeVar

from generator.addresses import Addresses
from generator.catalogue import NO_RULINGS, Catalogue, Rulings, build_catalogue, read_rulings
from generator.compare import Comparison, compare
from generator.contents import Contents
from generator.corrections import FixFile, corrected, read_fix_file
from generator.diagnostics import Diagnostic, with_line
from generator.diagnostics.forms import in_order
from generator.errors import GeneratorError
from generator.exports import exported_files
from generator.model import Unit
from generator.model.form import unit_from_json
from generator.output import WriteReport, drift, hand_written, write_site
from generator.pages import site_pages
from generator.parse import Document, parse_source
from generator.render import Renderer
from generator.settings import read_settings
from generator.source import RULINGS_FILE, raw_files, read_fix_texts, read_json, read_rulings_text, read_sources

Thing = TypeVar("Thing")


class Track(Protocol):
    """Passes things on one by one, and may show how far it is."""

    def __call__(self, things: Sequence[Thing], label: str) -> Iterable[Thing]: ...


def untracked(things: Sequence[Thing], label: str) -> Iterable[Thing]:  # noqa: ARG001 - the form of a Track
    """Pass things on silently."""
    return things


@dataclass(frozen=True, slots=True)
class Collection:
    """A source folder read: its documents, the catalogue of their units, and every diagnostic in order."""

    documents: tuple[Document, ...]
    catalogue: Catalogue
    diagnostics: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class Generated:
    """What one run made: the collection, the comparisons, the files and what was written of them.

    ``drift`` says how the files differ from those on disk where nothing was to be written.
    """

    collection: Collection
    comparisons: tuple[Comparison, ...]
    pages: int
    report: WriteReport | None = None
    drift: str | None = None


def read_collection(source: Path, track: Track = untracked) -> Collection:
    """Return the collection of a source folder.

    Raises `GeneratorError` where the folder does not exist or its rulings file is wrong.
    """
    files = raw_files(source)
    documents = tuple(parse_source(one) for path in track(files, "Reading units") for one in read_sources(path, source))
    documents, found = corrected(documents, _fix_files(source))
    rulings_text = read_rulings_text(source)
    rulings = NO_RULINGS if rulings_text is None else read_rulings(rulings_text, RULINGS_FILE)
    collection = _collected(documents, rulings)
    return replace(collection, diagnostics=in_order([*collection.diagnostics, *found]))


def _fix_files(folder: Path) -> tuple[FixFile, ...]:
    return tuple(read_fix_file(file, text) for file, text in read_fix_texts(folder))


def _collected(documents: tuple[Document, ...], rulings: Rulings = NO_RULINGS) -> Collection:
    catalogue = build_catalogue((unit for document in documents for unit in document.units), rulings)
    found = [one for document in documents for one in document.diagnostics]
    # Of a unit without any code the parser has said already that it cannot be published.
    further = [one for one in catalogue.diagnostics if one.id != "code-unsafe" or one.unit]
    found += _with_lines(further, documents)
    return Collection(documents, catalogue, in_order(found))


def _with_lines(diagnostics: Iterable[Diagnostic], documents: Iterable[Document]) -> Iterator[Diagnostic]:
    """Yield what the catalogue found, which knows no text, with the lines it is about."""
    sources = {document.source.file: document.source for document in documents}
    for found in diagnostics:
        source = sources.get(found.file)
        yield with_line(found, source.text, source.index) if source else found


def generate(root: Path, source: Path, docs: Path, *, track: Track = untracked, check: bool = False) -> Generated:
    """Write the pages and data of a source folder into the folder of pages; only files that changed are touched.

    ``root`` is the project's folder, with its settings and templates. With ``check`` nothing is written and
    the difference is returned instead. Raises `GeneratorError` where a page would overwrite a hand-written one.
    """
    collection = read_collection(source, track)
    pairs = collection.catalogue.pairs
    comparisons = tuple(compare(pair.old, pair.new) for pair in track(pairs, "Comparing versions"))
    contents = Contents(
        collection.documents,
        collection.catalogue,
        comparisons,
        collection.diagnostics,
        Addresses(collection.catalogue, collection.documents),
        read_settings(root),
        hand_written(docs),
    )
    files, pages = site_files(contents, root / "site_templates", track)
    if check:
        return Generated(collection, comparisons, pages, drift=drift(docs, files))
    return Generated(collection, comparisons, pages, report=write_site(docs, files))


def site_files(contents: Contents, templates: Path, track: Track = untracked) -> tuple[dict[str, str | bytes], int]:
    """Return every generated file by its path below the folder of pages, and how many of them are pages."""
    pages = site_pages(contents)
    files: dict[str, str | bytes] = dict(exported_files(contents))
    known = frozenset((*(page.address for page in pages), *files, *contents.hand_written))
    renderer = Renderer(templates, known)
    for page in track(pages, "Writing pages"):
        files[page.path] = renderer.render(page)
    return files, len(pages)


@dataclass(frozen=True, slots=True)
class Checked:
    """How many files and units were checked, and everything found."""

    files: int
    units: int
    diagnostics: tuple[Diagnostic, ...]


def parse_paths(paths: Iterable[Path], track: Track = untracked) -> tuple[Document, ...]:
    """Return the documents of raw files, archives and folders of them, called as they were named; each file once."""
    found: dict[Path, tuple[Path, Path]] = {}
    for path in paths:
        folder = path if path.is_dir() else path.parent
        for file in raw_files(path) if path.is_dir() else (path,):
            found.setdefault(file.absolute(), (file, folder))
    files = tuple(found.values())
    return tuple(
        parse_source(one)
        for file, folder in track(files, "Reading")
        for one in read_sources(file, folder, file.as_posix())
    )


def check_paths(paths: Sequence[Path], track: Track = untracked) -> Checked:
    """Return everything to be found in raw files and folders, and in how their units fit together.

    The rulings of a folder are heeded where it is the only thing named.
    """
    if len(paths) == 1 and paths[0].is_dir():
        collection = read_collection(paths[0], track)
        called = tuple(replace(one, file=(paths[0] / one.file).as_posix()) for one in collection.diagnostics)
    else:
        collection = _collected(parse_paths(paths, track))
        called = collection.diagnostics
    return Checked(len(collection.documents), len(collection.catalogue.units), called)


def find_unit(name: str, source: Path) -> Unit:
    """Return the unit a name stands for: a raw file, a JSON file with one unit, or a code of the collection.

    Raises `GeneratorError` where there is none, or a file holds more than one.
    """
    path = Path(name)
    if path.is_file():
        units = _units_of_json(path) if path.suffix == ".json" else _units_in(path)
        if len(units) != 1:
            raise GeneratorError(f"{name} holds {len(units)} units", "Name a file with one unit.")
        return units[0]
    unit = read_collection(source).catalogue.unit(name) if source.is_dir() else None
    if unit is None:
        raise GeneratorError(
            f"{name} is neither a file nor a code of the collection in {source}",
            "See `uoc parse` for what a file holds; codes stand on the page of all units.",
        )
    return unit


def _units_in(path: Path) -> tuple[Unit, ...]:
    documents, _ = corrected(parse_paths((path,)), _fix_files(path.parent))
    return tuple(unit for document in documents for unit in document.units)


def _units_of_json(path: Path) -> tuple[Unit, ...]:
    """Return the units of a JSON file: one unit, or what `uoc parse --json` prints."""
    content = read_json(path)
    if not isinstance(content, dict):
        raise GeneratorError(f"{path} holds no unit")
    forms = content.get("units", [content])
    return tuple(unit_from_json(form) for form in forms)

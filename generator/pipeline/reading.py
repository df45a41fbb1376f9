"""Raw files to documents and to a collection; what is to be found in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from generator.catalogue import NO_RULINGS, Catalogue, Rulings, admitted, build_catalogue, read_rulings
from generator.corrections import FixFile, corrected, read_fix_file
from generator.diagnostics import Diagnostic, with_line
from generator.diagnostics.forms import in_order
from generator.parse import Document, first_words, may_be_runs, parse_source
from generator.pipeline.tracking import Track, untracked
from generator.source import RULINGS_FILE, SourceText, raw_files, read_fix_texts, read_rulings_text, read_sources


@dataclass(frozen=True, slots=True)
class Collection:
    """A source folder read: its documents, the catalogue of their units, and every diagnostic in order."""

    documents: tuple[Document, ...]
    catalogue: Catalogue
    diagnostics: tuple[Diagnostic, ...]


def read_collection(source: Path, track: Track = untracked) -> Collection:
    """Return the collection of a source folder.

    Raises `GeneratorError` where the folder does not exist or its rulings file is wrong.
    """
    sources = (one for path in track(raw_files(source), "Reading units") for one in read_sources(path, source))
    documents, found = corrected(_parsed(sources), fix_files(source))
    rulings_text = read_rulings_text(source)
    rulings = NO_RULINGS if rulings_text is None else read_rulings(rulings_text, RULINGS_FILE)
    collection = _collected(documents, rulings)
    return replace(collection, diagnostics=in_order([*collection.diagnostics, *found]))


def parse_paths(paths: Iterable[Path], track: Track = untracked) -> tuple[Document, ...]:
    """Return the documents of raw files, archives and folders of them, called as they were named; each file once."""
    found: dict[Path, tuple[Path, Path]] = {}
    for path in paths:
        folder = path if path.is_dir() else path.parent
        for file in raw_files(path) if path.is_dir() else (path,):
            found.setdefault(file.absolute(), (file, folder))
    files = tuple(found.values())
    return _parsed(
        one for file, folder in track(files, "Reading") for one in read_sources(file, folder, file.as_posix())
    )


def _parsed(sources: Iterable[SourceText]) -> tuple[Document, ...]:
    """Return the documents of raw files; lists that ran together are read again with what the others taught."""
    texts: list[SourceText] = []
    documents: list[Document] = []
    for source in sources:
        texts.append(source)
        documents.append(parse_source(source))
    learned = first_words(unit for document in documents for unit in document.units)
    return tuple(
        parse_source(text, learned) if may_be_runs(document.units, learned) else document
        for text, document in zip(texts, documents, strict=True)
    )


def repeated_codes(documents: Iterable[Document]) -> tuple[Diagnostic, ...]:
    """Return a finding for every unit whose code an earlier one of the documents has in the same language."""
    listed = tuple(documents)
    found = admitted(unit for document in listed for unit in document.units).diagnostics
    return tuple(_with_lines((one for one in found if one.id == "duplicate-code"), listed))


def fix_files(folder: Path) -> tuple[FixFile, ...]:
    """Return the corrections of a source folder."""
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


@dataclass(frozen=True, slots=True)
class Checked:
    """How many files and units were checked, and everything found."""

    files: int
    units: int
    diagnostics: tuple[Diagnostic, ...]


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

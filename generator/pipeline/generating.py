"""A collection to the files of the site."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from generator.compare import Comparison
from generator.contents import Contents
from generator.exports import exported_files
from generator.output import WriteReport, drift, hand_written, write_site
from generator.pages import site_pages
from generator.pipeline.gathering import contents_of
from generator.pipeline.reading import Collection, read_collection
from generator.pipeline.tracking import Track, untracked
from generator.render import Renderer
from generator.settings import read_settings


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


def generate(root: Path, source: Path, docs: Path, *, track: Track = untracked, check: bool = False) -> Generated:
    """Write the pages and data of a source folder into the folder of pages; only files that changed are touched.

    ``root`` is the project's folder, with its settings and templates. With ``check`` nothing is written and
    the difference is returned instead. Raises `GeneratorError` where a page would overwrite a hand-written one.
    """
    collection = read_collection(source, track)
    contents = contents_of(collection, read_settings(root), hand_written(docs), track)
    files, pages = site_files(contents, root / "site_templates", track)
    if check:
        return Generated(collection, contents.comparisons, pages, drift=drift(docs, files))
    return Generated(collection, contents.comparisons, pages, report=write_site(docs, files))


def site_files(contents: Contents, templates: Path, track: Track = untracked) -> tuple[dict[str, str | bytes], int]:
    """Return every generated file by its path below the folder of pages, and how many of them are pages."""
    pages = site_pages(contents)
    files: dict[str, str | bytes] = dict(exported_files(contents))
    known = frozenset((*(page.address for page in pages), *files, *contents.hand_written))
    renderer = Renderer(templates, known)
    for page in track(pages, "Writing pages"):
        files[page.path] = renderer.render(page)
    return files, len(pages)

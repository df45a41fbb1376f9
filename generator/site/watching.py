"""Watch what people write, and nothing that is generated from it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from watchdog.observers.polling import PollingObserverVFS

from generator.output import generated_paths
from generator.site.project import root_folder, source_folder

_SECONDS_BETWEEN_LOOKS = 0.5


def watch_originals(server: LiveReloadServer, config: MkDocsConfig) -> None:
    """Make the preview server follow raw files, templates, hand-written pages and mkdocs.yml.

    MkDocs has told the server to watch all of ``docs`` by now. A page written there during a build would start
    the next build, and so for ever; so an observer takes over that does not see generated files.
    """
    docs, config_file = Path(config.docs_dir), Path(config.config_file_path)
    server.unwatch(str(docs))
    server.unwatch(str(config_file))
    server.observer = PollingObserverVFS(  # type: ignore[assignment]  # MkDocs names a sister class
        stat=os.stat,
        listdir=lambda folder: originals(docs, Path(folder or docs)),
        polling_interval=_SECONDS_BETWEEN_LOOKS,
    )
    for path in (docs, config_file, source_folder(config), root_folder(config) / "site_templates"):
        if path.exists():
            server.watch(str(path))


def originals(docs: Path, folder: Path) -> Iterator[os.DirEntry[str]]:
    """Yield the entries of a folder that a person may have written.

    Names that start with a dot or end with ~ are what editors leave while saving. The list of generated files is
    read after the folder, since it names every generated file before that file exists.
    """
    with os.scandir(folder) as entries:
        found = [entry for entry in entries if not entry.name.startswith(".") and not entry.name.endswith("~")]
    if folder != docs and docs not in folder.parents:
        yield from found
        return
    generated = generated_paths(docs)
    yield from (entry for entry in found if Path(entry.path).relative_to(docs).as_posix() not in generated)

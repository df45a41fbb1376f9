"""Live preview: what is saved in raw files, templates or pages shows in the browser after one rebuild."""

from __future__ import annotations

import logging
from pathlib import Path

from mkdocs.commands.serve import serve
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, MkDocsException

from generator.errors import GeneratorError
from generator.site.project import with_settings


def serve_live(config_file: Path, source: Path, docs: Path, host: str, port: int) -> None:
    """Serve the site until interrupted, and rebuild it when an original changes. Messages go to the log "mkdocs".

    The hook of the project does the work, as it does under ``mkdocs serve``. Raises `GeneratorError` where the
    first build fails or the port is taken.
    """
    _show_messages()
    try:
        config = load_config(str(config_file))
        serve(
            str(config_file),
            docs_dir=str(docs.absolute()),
            dev_addr=f"{host}:{port}",
            extra=with_settings(config, source=str(source.absolute())),
        )
    except (Abort, MkDocsException) as error:
        raise GeneratorError(f"the preview did not start: {error}", "See the messages above.") from error
    except OSError as error:
        raise GeneratorError(f"cannot listen on {host}:{port}: {error.strerror}", "Choose another --port.") from error


def _show_messages() -> None:
    log, handler = logging.getLogger("mkdocs"), logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(levelname)-7s %(message)s"))
    log.addHandler(handler)
    log.setLevel(logging.INFO)

"""Serve a built site as any web host would: pages, a 404 page, no listings of folders."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from generator.errors import GeneratorError


def serve_built(site: Path, host: str, port: int, *, announce: Callable[[str], None]) -> None:
    """Serve a built site until interrupted; ``announce`` is told the address."""
    with built_server(site, host, port) as server:
        announce(f"{site} at http://{host}:{server.server_port}/ (stop with Ctrl+C)")
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            announce("stopped")


def built_server(site: Path, host: str, port: int) -> ThreadingHTTPServer:
    """Return a server of a built site, bound but not running; port 0 takes any free one.

    Raises `GeneratorError` where there is no built site or the port is taken.
    """
    if not (site / "index.html").is_file():
        raise GeneratorError(f"there is no built site in {site}", "Build it first: uoc build")
    try:
        return _Server((host, port), partial(_Handler, directory=str(site.resolve())))
    except OSError as error:
        raise GeneratorError(f"cannot listen on {host}:{port}: {error.strerror}", "Choose another --port.") from error


class _Server(ThreadingHTTPServer):
    def handle_error(self, request: Any, client_address: Any) -> None:
        """Let browsers go before they have read all of a page: that is no error of ours."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class _Handler(SimpleHTTPRequestHandler):
    extensions_map = {  # noqa: RUF012 - as the class it derives from has it
        **SimpleHTTPRequestHandler.extensions_map,
        ".css": "text/css",
        ".js": "text/javascript",
        ".mjs": "text/javascript",
        ".svg": "image/svg+xml",
        ".wasm": "application/wasm",
    }

    def translate_path(self, path: str) -> str:
        """Return the file of an address; a link out of the site leads nowhere."""
        file = super().translate_path(path)
        inside = Path(file).resolve().is_relative_to(self.directory)
        return file if inside else os.path.join(self.directory, "404.html", "")  # noqa: PTH118 - wants the slash

    def list_directory(self, path: str | os.PathLike[str]) -> None:  # noqa: ARG002
        self.send_error(HTTPStatus.NOT_FOUND)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory) / "404.html"
        if code != HTTPStatus.NOT_FOUND or not page.is_file():
            super().send_error(code, message, explain)
            return
        content = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def end_headers(self) -> None:
        # A site that was built again must not be mixed with pages the browser kept.
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def log_message(self, *arguments: Any) -> None:
        """Say nothing: only the command line prints."""

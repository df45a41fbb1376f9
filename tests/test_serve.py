"""The live preview: what is saved shows after one rebuild, and nothing is rebuilt for ever."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import threading
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from project import ROOT, copy_project


class Preview:
    """A running ``uoc serve``, followed by what it logs."""

    def __init__(self, folder: Path) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.process = subprocess.Popen(
            [sys.executable, "-u", "-m", "generator", "serve", "--port", str(self.port)],
            cwd=folder,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stderr=subprocess.STDOUT,
            stdout=subprocess.PIPE,
            text=True,
        )
        # A preview that says nothing must not hang the tests.
        self.guard = threading.Timer(60, self.process.kill)
        self.guard.start()
        self.builds = 0
        self.until("Serving on")

    def until(self, words: str) -> None:
        assert self.process.stdout is not None
        seen = []
        for line in self.process.stdout:
            seen.append(line)
            self.builds += "Documentation built" in line
            if words in line:
                return
        pytest.fail(f"no {words!r} in the log:\n{''.join(seen)}")

    def page(self, address: str) -> str:
        with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/{address}", timeout=30) as answer:
            return answer.read().decode()

    def stop(self) -> None:
        self.guard.cancel()
        self.process.terminate()
        self.process.wait(timeout=30)
        if self.process.stdout:
            self.process.stdout.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return copy_project(tmp_path)


@pytest.fixture
def preview(folder: Path) -> Iterator[Preview]:
    running = Preview(folder)
    yield running
    running.stop()


def replace_in(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_each_saved_file_shows_after_one_rebuild(folder: Path, preview: Preview) -> None:
    edits = [
        (
            folder / "source_units/LOCUSM402B.txt",
            "Manage customer service centres",
            "Manage service desks",
            "units/LOCUSM402B/",
        ),
        (
            folder / "site_templates/pages/unit.md.jinja",
            "## Source {",
            "## Where this comes from {",
            "units/LOCUSM402B/",
        ),
        (folder / "docs/about-the-data.md", "Where the texts come from", "Where texts come from", "about-the-data/"),
    ]
    assert preview.builds == 1
    for number, (path, old, new, address) in enumerate(edits, 2):
        replace_in(path, old, new)
        preview.until("Documentation built")
        assert preview.builds == number, "one edit, one rebuild"
        assert new.removeprefix("## ").removesuffix(" {") in preview.page(address)

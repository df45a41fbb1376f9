"""Limits for hostile files: pages that draw without end, streams that unpack to gigabytes."""

from __future__ import annotations

import re
import zlib
from typing import Any

from pdfminer.layout import LTPage
from pdfminer.pdfinterp import PDFPageInterpreter
from pdfplumber.page import Page, PDFPageAggregatorWithMarkedContent

MOST_MARKS = 100_000
"""Characters, shapes and nested drawings on one page; a dense page of print has some 10,000."""

MOST_BYTES = 256 * 1024 * 1024
_MOST_BYTES_OF_A_STREAM = 64 * 1024 * 1024
_MARKS_OF_A_DRAWING = 20
_LENGTH_OF_A_HEAD = 400
_MOST_LAYERS = 3
_STREAM = re.compile(rb"stream\r?\n?")


class _Device(PDFPageAggregatorWithMarkedContent):
    """A device that stops a page which never ends: drawings may call each other a billion times."""

    marks = 0

    def _count(self, marks: int = 1) -> None:
        self.marks += marks
        if self.marks > MOST_MARKS:
            raise ValueError(f"the page holds more than {MOST_MARKS} marks")

    def render_char(self, *args: Any, **kwargs: Any) -> float:
        self._count()
        return float(super().render_char(*args, **kwargs))

    def paint_path(self, *args: Any, **kwargs: Any) -> None:
        self._count()
        super().paint_path(*args, **kwargs)

    def begin_figure(self, *args: Any, **kwargs: Any) -> None:
        self._count(_MARKS_OF_A_DRAWING)
        super().begin_figure(*args, **kwargs)


class BoundedPage(Page):
    """A page that is read with a bounded device."""

    @property
    def layout(self) -> LTPage:
        if not hasattr(self, "_layout"):
            device = _Device(self.pdf.rsrcmgr, pageno=self.page_number, laparams=self.pdf.laparams)
            PDFPageInterpreter(self.pdf.rsrcmgr, device).process_page(self.page_obj)
            self._layout = device.get_result()
        return self._layout


def inflates_beyond_limit(content: bytes) -> bool:
    """Tell whether one packed stream of a file, or all but its pictures together, hold more than may be unpacked.

    Pictures are never unpacked here, and books have many.
    """
    view = memoryview(content)
    total, end = 0, 0
    for match in _STREAM.finditer(content):
        if match.start() < end:
            continue
        size, length = _inflated(view[match.end() :])
        end = match.end() + length
        is_picture = b"/Image" in content[max(0, match.start() - _LENGTH_OF_A_HEAD) : match.start()]
        total += 0 if is_picture else size
        if size > _MOST_BYTES_OF_A_STREAM or total > MOST_BYTES:
            return True
    return False


def _inflated(packed: memoryview) -> tuple[int, int]:
    """Return how many bytes a stream unpacks to, packed several times or not, and how many it takes."""
    size, length = 0, 0
    data: bytes | memoryview = packed
    for layer in range(_MOST_LAYERS):
        unpacking = zlib.decompressobj()
        try:
            unpacked = unpacking.decompress(data, _MOST_BYTES_OF_A_STREAM + 1 - size)
        except zlib.error:
            break
        size += len(unpacked)
        if layer == 0:
            length = len(packed) - len(unpacking.unused_data)
        if size > _MOST_BYTES_OF_A_STREAM or not unpacked:
            break
        data = unpacked
    return size, length

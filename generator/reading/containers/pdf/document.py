"""A PDF file by pdfplumber: its pages with characters, ruled tables and drawn bullets, within limits."""

from __future__ import annotations

import logging
import warnings
from collections.abc import Iterator
from io import BytesIO
from itertools import islice
from typing import Any

from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect
from pdfminer.pdfpage import PDFPage
from pdfplumber.page import Page
from pdfplumber.pdf import PDF

from generator.reading.containers.pdf.bounded import BoundedPage, inflates_beyond_limit
from generator.reading.containers.pdf.boxes import Box
from generator.reading.containers.pdf.fonts import Resources
from generator.reading.containers.pdf.glyphs import sort_glyphs
from generator.reading.containers.pdf.pages import BrokenError, Dot, EncryptedError, RawPage, RuledTable

MOST_PAGES = 3_000
_MOST_EDGES = 1_500
_MOST_DOTS = 1_000
_SHORTEST_BORDER = 10
_LARGEST_DOT = 8.0
_SMALLEST_DOT = 1.2
_ROUNDEST = 1.4


def pages_of(content: bytes) -> Iterator[RawPage]:
    """Yield the pages of a PDF file; a page that cannot be read says so.

    Raises `EncryptedError` where a password is needed and `BrokenError` where there is nothing to read at all.
    """
    # The library's remarks on odd files are no business of whoever reads our messages.
    logger = logging.getLogger("pdfminer")
    logger.propagate = False
    if not logger.handlers:
        logger.addHandler(logging.NullHandler())
    if inflates_beyond_limit(content):
        raise BrokenError("it unpacks to more than a document can hold")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        document = _open(content)
        yield from _pages(document)


def _open(content: bytes) -> PDF:
    try:
        document = PDF(BytesIO(content))
    except Exception as error:
        cause = error.args[0] if error.args else error
        if isinstance(cause, (PDFPasswordIncorrect, PDFEncryptionError)):
            raise EncryptedError from error
        raise BrokenError(_reason(cause)) from error
    document.rsrcmgr = Resources()
    return document


def _reason(error: object) -> str:
    return f"{type(error).__name__}: {error}".rstrip(": ")[:200] if isinstance(error, Exception) else str(error)[:200]


def _pages(document: PDF) -> Iterator[RawPage]:
    objects = PDFPage.create_pages(document.doc)
    for number in range(1, MOST_PAGES + 2):
        try:
            page_object = next(objects)
        except StopIteration:
            return
        except Exception as error:
            # The list of pages itself is torn: what stands behind cannot be found any more.
            yield RawPage(fault=_reason(error))
            return
        if number > MOST_PAGES:
            yield RawPage(fault=f"only the first {MOST_PAGES} pages are read")
            return
        yield _page(document, page_object, number)


def _page(document: PDF, page_object: PDFPage, number: int) -> RawPage:
    try:
        page = BoundedPage(document, page_object, page_number=number)
        width, height = float(page.width), float(page.height)
        glyphs = sort_glyphs(page.chars, width, height)
        found = RawPage(width, height, glyphs, _tables(page), tuple(islice(_dots(page), _MOST_DOTS)))
        page.close()
    except Exception as error:
        return RawPage(fault=_reason(error.args[0] if error.args else error))
    return found


def _tables(page: Page) -> tuple[RuledTable, ...]:
    """Return the tables with two columns at least; a frame around a text is none."""
    if not (page.lines or page.rects or page.curves) or len(page.edges) > _MOST_EDGES:
        return ()
    tables = []
    for table in page.find_tables({"edge_min_length": _SHORTEST_BORDER}):
        rows = tuple(tuple(Box(*map(float, cell)) for cell in row.cells if cell) for row in table.rows)
        if any(len(row) > 1 for row in rows):
            tables.append(RuledTable(Box(*map(float, table.bbox)), rows))
    return tuple(tables)


def _dots(page: Page) -> Iterator[Dot]:
    """Yield small round or square shapes: browsers draw the bullets of lists."""
    shapes: list[tuple[dict[str, Any], str, str]] = [(curve, "•", "◦") for curve in page.curves]
    shapes += [(rectangle, "▪", "▪") for rectangle in page.rects]
    for shape, filled, hollow in shapes:
        box = Box(*(float(shape[edge]) for edge in ("x0", "top", "x1", "bottom")))
        sides = sorted((box.width, box.height))
        if sides[0] >= _SMALLEST_DOT and sides[1] <= min(_LARGEST_DOT, _ROUNDEST * sides[0]):
            yield Dot(filled if shape.get("fill") else hollow, box)

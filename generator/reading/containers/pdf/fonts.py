"""Fonts whose codes the PDF library would misread, which would lose their text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from pdfminer.cmapdb import CMap, CMapDB, IdentityUnicodeMap
from pdfminer.pdffont import PDFCIDFont, PDFFont
from pdfminer.pdfinterp import PDFResourceManager
from pdfminer.pdftypes import PDFStream, resolve1

_UNICODE_CODES = re.compile(r"Uni(GB|CNS|JIS|KS)-UCS2-[HV]")
_ORDERINGS = {"GB": "Adobe-GB1", "CNS": "Adobe-CNS1", "JIS": "Adobe-Japan1", "KS": "Adobe-Korea1"}
_SECTION = re.compile(rb"begincid(char|range)(.*?)endcid", re.DOTALL)
_CHARACTER = re.compile(rb"<([0-9A-Fa-f]{4})>\s*(\d{1,6})")
_RANGE = re.compile(rb"<([0-9A-Fa-f]{4})>\s*<([0-9A-Fa-f]{4})>\s*(\d{1,6})")
_LATIN = range(0x20, 0x100)


class Resources(PDFResourceManager):
    """The library's store of fonts, with those mended that it would misread."""

    def get_font(self, objid: Any, spec: Mapping[str, object]) -> PDFFont:
        font = super().get_font(objid, spec)
        if isinstance(font, PDFCIDFont) and type(font.cmap) is CMap and not font.cmap.code2cid:
            _read_by_code(font, resolve1(spec.get("Encoding")))
        elif isinstance(font, PDFCIDFont) and "ToUnicode" not in spec:
            _read_as_unicode(font)
        return font


def _read_by_code(font: PDFCIDFont, encoding: object) -> None:
    """Let codes stand for themselves where the library knows no map from them to the font's numbers.

    The text of a code is known all the same; a map that comes with the file gives the widths.
    """
    widths = dict(font.widths)
    if isinstance(encoding, PDFStream):
        font.widths = {code: widths.get(cid, font.default_width) for code, cid in _numbers(encoding.get_data())}
    font.cmap = CMapDB.get_cmap("Identity-H")


def _numbers(data: bytes) -> Iterator[tuple[int, int]]:
    """Yield the codes of two bytes in a map and the numbers they stand for; later ones override earlier ones."""
    for kind, section in _SECTION.findall(data):
        if kind == b"char":
            yield from ((int(code, 16), int(cid)) for code, cid in _CHARACTER.findall(section))
            continue
        for first, last, cid in _RANGE.findall(section):
            start = int(first, 16)
            yield from ((code, int(cid) + code - start) for code in range(start, int(last, 16) + 1))


def _read_as_unicode(font: PDFCIDFont) -> None:
    """Take codes that are Unicode as what they are where the font names another character collection.

    Known from reportlab, which writes Traditional Chinese with the map of Simplified Chinese.
    """
    match = _UNICODE_CODES.fullmatch(str(font.cmap.attrs.get("CMapName")))
    if match is None or _ORDERINGS[match.group(1)] == font.cidcoding:
        return
    widths = dict(font.widths)
    for code in _LATIN:
        for cid in font.cmap.decode(bytes((0, code))):
            font.widths[code] = widths.get(cid, font.default_width)
    font.cmap = CMapDB.get_cmap("Identity-H")
    font.unicode_map = IdentityUnicodeMap()

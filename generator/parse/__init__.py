"""Make typed units of raw units: one small function per field; every word goes somewhere."""

from generator.parse.documents import Document, parse_source

__all__ = ["Document", "parse_source"]

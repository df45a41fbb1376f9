"""Competency Atlas: raw units of competency in, a browsable, searchable, comparable site and data out."""

__version__ = "0.1.0"

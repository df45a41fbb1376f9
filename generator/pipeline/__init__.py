"""The stages put together: raw files to a collection, a collection to the files of the site.

The only place that knows the order of the stages.
"""

from generator.pipeline.finding import Found, UnitFinder
from generator.pipeline.gathering import contents_of
from generator.pipeline.generating import Generated, generate, site_files
from generator.pipeline.reading import Checked, Collection, check_paths, parse_paths, read_collection, repeated_codes
from generator.pipeline.tracking import Track, untracked

__all__ = [
    "Checked",
    "Collection",
    "Found",
    "Generated",
    "Track",
    "UnitFinder",
    "check_paths",
    "contents_of",
    "generate",
    "parse_paths",
    "read_collection",
    "repeated_codes",
    "site_files",
    "untracked",
]

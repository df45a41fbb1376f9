"""Writing: the only part of the program that changes ``docs/``. Hand-written pages are never touched."""

from generator.output.drift import drift
from generator.output.hand_written import hand_written
from generator.output.manifest import MANIFEST, generated_paths
from generator.output.new_files import write_new_files
from generator.output.writing import WriteReport, replace_file, write_site

__all__ = [
    "MANIFEST",
    "WriteReport",
    "drift",
    "generated_paths",
    "hand_written",
    "replace_file",
    "write_new_files",
    "write_site",
]

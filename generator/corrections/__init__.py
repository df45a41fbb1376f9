"""Corrections by a human: what stands in fix files beside the raw files, applied to the units that were read.

Raw files stay as they are. A correction that does not fit its raw file any more is reported, not applied.
"""

from generator.corrections.applying import corrected
from generator.corrections.fix_file import FixFile, fix_file_name, read_fix_file

__all__ = ["FixFile", "corrected", "fix_file_name", "read_fix_file"]

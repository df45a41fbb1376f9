"""What the history of a lineage calls its versions, where their whole names would take too much room."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.catalogue.names import code_key
from generator.compare.history_rows import History
from generator.contents import Contents

_AFTER_LETTERS = re.compile(r"(?<=[A-Za-z]{3})(?=\d)")


@dataclass(frozen=True, slots=True)
class VersionName:
    """A version: what it is called beside the others, what its whole name has before that, and its page."""

    before: str
    short: str
    address: str

    @property
    def whole(self) -> str:
        return f"{self.before}{self.short}"

    @property
    def parts(self) -> tuple[str, ...]:
        """The short name cut where a long code may be broken: behind a run of letters."""
        return tuple(_AFTER_LETTERS.split(self.short))


def version_names(found: History, contents: Contents) -> tuple[VersionName, ...]:
    """Return the names of the versions: the version letters alone where all share one base code, else whole names."""
    wholes = [contents.catalogue.version_name(unit) for unit in found.versions]
    letters = [unit.code.version or "" for unit in found.versions]
    one_base = len({code_key(unit.code.base) for unit in found.versions}) == 1
    lettered = one_base and all(letters) and all(map(str.endswith, wholes, letters))
    return tuple(
        VersionName(
            whole.removesuffix(letter) if lettered else "",
            letter if lettered else whole,
            contents.addresses.unit(unit),
        )
        for whole, letter, unit in zip(wholes, letters, found.versions, strict=True)
    )

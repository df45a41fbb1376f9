"""Say where a node stands and where it went, from position names."""

from __future__ import annotations

import re

from generator.text.wording import listed

_TOP = re.compile(r"(?:e(?P<element>\d+)\.r|c)(?P<number>\d+)")
_ENDINGS = {1: "st", 2: "nd", 3: "rd"}


def ordinal(number: int) -> str:
    """Return 1st, 2nd, 3rd, 4th, 11th, 21st ..."""
    ending = "th" if number % 100 in (11, 12, 13) else _ENDINGS.get(number % 10, "th")
    return f"{number}{ending}"


def place_text(name: str) -> str:
    """Return the place of a node in words: "requirement 5 of element 1" for ``e1.r5``."""
    first, *below = name.split(".")
    if first.startswith("e") and not below:
        return f"element {first[1:]}"
    if first.startswith("c"):
        top = f"criterion {first[1:]}"
    else:
        top = f"requirement {below.pop(0)[1:]} of element {first[1:]}"
    return f"sub-item {'.'.join(below)} of {top}" if below else top


def places_text(names: tuple[str, ...]) -> str:
    """Return the places of several nodes: "requirements 2 and 3 of element 1" for those of one element."""
    if len(names) > 1 and all(name.startswith("e") and "." not in name for name in names):
        return f"elements {listed([name[1:] for name in names])}"
    tops = [top for name in names if (top := _TOP.fullmatch(name))]
    if len(names) == 1 or len(tops) < len(names) or len({top["element"] for top in tops}) > 1:
        return listed([place_text(name) for name in names])
    numbers = listed([top["number"] for top in tops])
    return f"requirements {numbers} of element {tops[0]['element']}" if tops[0]["element"] else f"criteria {numbers}"


def parent_of(name: str) -> str:
    """Return the name of the parent of a node; "" for elements and criteria."""
    return name.rpartition(".")[0]


def move_text(old: str, new: str, *, parents_linked: bool) -> str:
    """Return from where to where a node moved: "from 5th place to 9th in element 1".

    ``parents_linked`` says whether the parents of both places correspond; if not, both places are named in full.
    """
    before, after = (int(name.rpartition(".")[2].lstrip("erc")) for name in (old, new))
    if not parents_linked:
        return f"from {place_text(old)} to {place_text(new)}"
    among = _among(new)
    if before == after:
        return f"past its neighbours, still in {ordinal(after)} place {among}"
    return f"from {ordinal(before)} place to {ordinal(after)} {among}"


def _among(name: str) -> str:
    parent = parent_of(name)
    if parent:
        return f"in {place_text(parent)}"
    return "among the elements" if name.startswith("e") else "among the criteria"

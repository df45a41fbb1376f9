"""How many slips tell two short words apart."""

from __future__ import annotations


def edit_distance(first: str, second: str) -> int:
    """Return the fewest letters to insert, drop, replace or swap with the next to make one text of the other."""
    rows = [list(range(len(second) + 1))]
    for row, letter in enumerate(first, 1):
        current = [row]
        for column, other in enumerate(second, 1):
            fewest = min(rows[-1][column] + 1, current[-1] + 1, rows[-1][column - 1] + (letter != other))
            if row > 1 and column > 1 and letter == second[column - 2] and first[row - 2] == other:
                fewest = min(fewest, rows[-2][column - 2] + 1)
            current.append(fewest)
        rows.append(current)
    return rows[-1][-1]

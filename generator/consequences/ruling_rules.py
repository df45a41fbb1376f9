"""The rules by which a ruling is proposed: one table.

Sources. Registers know two outcomes: training.gov.au lists a superseded unit as equivalent or not equivalent, and
equivalent means that the work outcome is unchanged, found by mapping elements, performance criteria and assessment
requirements of both units (Training Package Organising Framework). Between the two the rulings file knows
"equivalent with minor changes", for a revision that touches single requirements and leaves the outcome. Level, credit
and range come first because a course rests on them; the level of a unit is part of its outcome. The shares are a
convention of this program: a quarter is where a unit of the usual size (10 to 20 requirements) has changed in more
than a handful of lines.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from generator.consequences.figures import Figures, Side
from generator.consequences.result import Equivalence
from generator.text.wording import counted, listed

MOST_WITHOUT_COUNTERPART = 1 / 4
MOST_UNSETTLED = 1 / 2


@dataclass(frozen=True, slots=True)
class Codes:
    """The codes of the two units, for the sentences."""

    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Rule:
    """When something speaks for an outcome.

    ``means`` is the rule for readers; ``says`` gives the clause about one comparison, behind "because".
    """

    name: str
    outcome: Equivalence
    means: str
    applies: Callable[[Figures], bool]
    says: Callable[[Figures, Codes], str]


def _alone(found: Figures, codes: Codes) -> str:
    return listed(
        [
            f"{_part(side.alone, side, code)} {_have(side.alone)} no counterpart in {other}"
            for side, code, other in (
                (found.requirements.new, codes.new, codes.old),
                (found.requirements.old, codes.old, codes.new),
            )
            if side.alone
        ]
    )


def _part(number: int, side: Side, code: str) -> str:
    """Return which part of the requirements of a unit is meant: "3 of the 18 requirements of LOCUSM212B"."""
    if number < side.number:
        return f"{number} of the {side.number} requirements of {code}"
    return f"the only requirement of {code}" if number == 1 else f"all {number} requirements of {code}"


def _have(number: int) -> str:
    return "has" if number == 1 else "have"


def _meaning(found: Figures, _: Codes) -> str:
    number = max(found.requirements.new.meaning, found.requirements.old.meaning)
    return f"the meaning of {counted(number, 'requirement')} may have changed"


def _unsettled(found: Figures, codes: Codes) -> str:
    side, code = max(
        ((found.requirements.new, codes.new), (found.requirements.old, codes.old)),
        key=lambda each: (each[0].alone + each[0].meaning) / max(1, each[0].number),
    )
    number = side.alone + side.meaning
    return f"{_part(number, side, code)} {_have(number)} no counterpart or may have changed in meaning"


def _wording(found: Figures, _: Codes) -> str:
    number = max(found.requirements.new.wording, found.requirements.old.wording)
    return f"{counted(number, 'requirement')} {'is' if number == 1 else 'are'} reworded"


def _criteria(found: Figures, _: Codes) -> str:
    sides = (found.criteria.new, found.criteria.old)
    parts = [
        (max(side.alone for side in sides), "without counterpart"),
        (max(side.meaning for side in sides), "with another meaning"),
        (max(side.wording for side in sides), "reworded"),
    ]
    return f"the assessment criteria changed ({', '.join(f'{number} {words}' for number, words in parts if number)})"


def _field(name: str) -> tuple[Callable[[Figures], bool], Callable[[Figures, Codes], str]]:
    return lambda found: name in found.changed, lambda *_: f"the {name} changed"


_NOT, _MINOR = Equivalence.NOT_EQUIVALENT, Equivalence.MINOR_CHANGES

RULES: tuple[Rule, ...] = (
    Rule("level", _NOT, "The level changed.", *_field("level")),
    Rule(
        "without counterpart",
        _NOT,
        "More than a quarter of the requirements of either unit have no counterpart in the other.",
        lambda found: found.requirements.alone > MOST_WITHOUT_COUNTERPART,
        _alone,
    ),
    Rule(
        "unsettled",
        _NOT,
        "More than half of the requirements of either unit have no counterpart, or may have changed in meaning.",
        lambda found: found.requirements.unsettled > MOST_UNSETTLED,
        _unsettled,
    ),
    Rule(
        "criteria unsettled",
        _NOT,
        "More than half of the assessment criteria have no counterpart, or may have changed in meaning.",
        lambda found: found.criteria.unsettled > MOST_UNSETTLED,
        _criteria,
    ),
    Rule("credit", _MINOR, "The credit changed.", *_field("credit")),
    Rule("range", _MINOR, "The range changed.", *_field("range")),
    Rule(
        "further",
        _MINOR,
        "The lead-in or the range of an element changed.",
        lambda found: "further" in found.changed,
        lambda *_: "the lead-in or the range of an element changed",
    ),
    Rule(
        "some without counterpart",
        _MINOR,
        "Up to a quarter of the requirements have no counterpart.",
        lambda found: found.requirements.alone > 0,
        _alone,
    ),
    Rule(
        "some meaning",
        _MINOR,
        "The meaning of a requirement may have changed.",
        lambda found: max(found.requirements.old.meaning, found.requirements.new.meaning) > 0,
        _meaning,
    ),
    Rule(
        "some wording",
        _MINOR,
        "A requirement is reworded.",
        lambda found: max(found.requirements.old.wording, found.requirements.new.wording) > 0,
        _wording,
    ),
    Rule(
        "some criteria",
        _MINOR,
        "An assessment criterion is added, removed or reworded.",
        lambda found: (
            found.criteria.old.same < found.criteria.old.number or found.criteria.new.same < found.criteria.new.number
        ),
        _criteria,
    ),
)
"""The strongest outcome of all rules that apply is proposed, with the clauses of the rules that led to it."""

OTHERWISE = "Otherwise the two are equivalent: moves, other numbers, typography, spelling and titles do not count."

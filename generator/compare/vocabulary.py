"""Words of units of competency by what they tell about a line: nothing, a relation, a habit of phrasing, a content."""

from __future__ import annotations

import re

from generator.compare.spelling import spelled
from generator.compare.stems import stem


def _characters(printed: str) -> frozenset[str]:
    """Return characters as printed and in the one form that `Wording` has."""
    return frozenset(printed) | frozenset(spelled(printed))


STOP_WORDS = frozenset(
    """
        a about according accordance all also am an and any apply are as at be been being both by can capable
        could do does did each either etc for from given had has have having he her his how i in including into
        is it its like made make may no of on one's onto or other others our out own per possible related
        relevant respective respectively s shall she should so some such that the their them then there these
        they this those through to towards upon using use used various via was we well were what when where
        whether which while who whom whose why will with would you your able ability
        away back down off up
        """.split()
) | _characters("的之及和與或於在以等為並其對有由向所是各按能夠地得了可應往給予從將被把讓")
"""Words that hold a sentence together; some of them are relation words too, which counts more."""

RELATION_WORDS = frozenset(
    """
        not never without none nor neither except unless before after prior until till during following since
        upon least most minimum maximum more less fewer above below over under within beyond exceed exceeding
        exceeds between must may should shall can might need optional mandatory only always often sometimes
        every once twice if half double first second third fourth fifth last next zero one two three four five
        six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen
        twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million dozen daily weekly
        monthly yearly annually quarterly hourly
        """.split()
) | _characters("不未無非沒勿毋前後先再須少多至內上下最每次一二三四五六七八九十兩百千")
"""Words that turn or bound a meaning: they decide the alert, not which lines belong together."""

STOCK_WORDS = frozenset(
    """
        know knowledge understand understanding master possess basic comprehend comprehension demonstrate
        familiar aware appreciate recognise skill competent proficient fundamental principle method type kind
        step effect use importance way element aspect factor feature characteristic concept theory purpose
        function range carry conduct perform execute implement undertake ensure provide follow handle deal apply
        """.split()
) | _characters("了解瞭明白認識掌握懂知道具備進行運用")
"""Verbs and nouns that open half of all requirements of a unit."""

JOINTS = re.compile(r"\b(?:and|or|nor|then|plus)\b|[,;:/&、；，：及並并和與与或]", re.IGNORECASE)
"""What joins several things in one line."""

STOCK_STEMS = frozenset(map(stem, STOCK_WORDS))

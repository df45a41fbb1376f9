"""Words of units of competency by what they tell about a line: nothing, a relation, a habit of phrasing, a content."""

from __future__ import annotations

from generator.compare.spelling import spelled
from generator.compare.stems import stem

STOP_WORDS = frozenset(
    """
        a about according accordance all also am an and any apply are as at be been being both by can capable
        could do does did each either etc for from given had has have having he her his how i in including into
        is it its like made make may no of on one's onto or other others our out own per possible related
        relevant respective respectively s shall she should so some such that the their them then there these
        they this those through to towards upon using use used various via was we well were what when where
        whether which while who whom whose why will with would you your able ability
        """.split()
) | frozenset("的之及和與与或於于在以等為为並并其對对有由向所是各按能夠够地得了可應应往給给予從从將将被把讓让")
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
) | frozenset("不未無无非沒没勿前後后須须少多至內内上下最每次一二三四五六七八九十兩两百千")
"""Words that turn or bound a meaning: they decide the alert, not which lines belong together."""

STOCK_WORDS = frozenset(
    """
        know knowledge understand understanding master possess basic comprehend comprehension demonstrate
        familiar aware appreciate recognise skill competent proficient fundamental principle method type kind
        step effect use importance way element aspect factor feature characteristic concept theory purpose
        function range carry conduct perform execute implement undertake ensure provide follow handle deal apply
        """.split()
) | frozenset("了解瞭明白認认識识掌握懂知道具備备進进行運运用")
"""Verbs and nouns that open half of all requirements of a unit."""

_FAMILIES = """
check inspect verify examine confirm validate|handle deal tackle cope|maintain keep preserve retain sustain
|collect gather obtain acquire get|record log register|report notify inform advise tell|prepare draft compile formulate
|arrange organise schedule plan coordinate|monitor track supervise oversee|select choose pick
|assess evaluate appraise review analyse|identify recognise distinguish detect find trace|provide offer supply give
|assist help support aid|use apply utilise employ adopt|communicate liaise contact|customer client guest patron
|staff employee worker personnel|company enterprise organisation firm corporation|feedback comment opinion suggestion
|complaint grievance|rule regulation law ordinance legislation statute|procedure process workflow routine
|method way means approach technique|tool equipment instrument device apparatus|goods cargo freight product merchandise
|price cost charge fee expense|document paper file form|fault defect error mistake|clean wash sanitise cleanse
|repair mend fix rectify|dispose discard destroy shred scrap|train coach instruct teach guide|safe secure
|hazard risk danger|ensure assure guarantee|improve enhance upgrade|reduce lower decrease cut minimise
|increase raise boost|accurate correct precise exact|suitable appropriate proper|important significant vital
|need require necessary|begin start commence|complete finish|deliver dispatch send ship|receive greet welcome
|enter input key|answer reply respond response|display show present exhibit|calculate compute work
|store warehouse stock|feature characteristic property attribute|type kind category variety|role duty responsibility
|basic fundamental elementary|purpose aim objective goal|site place location venue|vehicle car truck
|buy purchase procure|explain describe state|manufacture produce|lock seal|amount quantity volume
|look investigate|supervisor manager superior|limit threshold|rank grade level|ask enquire request|fraud scam
|law legal statutory|new latest recent|quick fast prompt timely|damage harm|teach educate|meet satisfy fulfil
|set establish define|remove eliminate|standard criterion norm|shop store outlet|allocate assign distribute
|foster cultivate develop|follow comply adhere observe|pack wrap|measure gauge|mix blend|heat warm|join connect
"""


def _families() -> dict[str, str]:
    found: dict[str, str] = {}
    for family in _FAMILIES.split("|"):
        for word in family.split():
            found.setdefault(stem(spelled(word)), stem(spelled(family.split()[0])))
    return found


FAMILIES = _families()
"""Stem to the first stem of its family: words that say nearly the same in a requirement."""

STOCK_STEMS = frozenset(map(stem, STOCK_WORDS))

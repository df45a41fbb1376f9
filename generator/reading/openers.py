"""Words that begin performance requirements in the published standards. Add a word to teach the reader a new one.

The lists serve to find the limits of items that were run together: such a word with a capital, in the middle
of a sentence, is where an item began.
"""

from __future__ import annotations

VERBS = frozenset(
    """
        achieve acquire adapt adhere adjust administer adopt advise agree align allocate allow analyse analyze
        anticipate apply appraise appreciate apprehend approve arrange articulate ascertain assemble assess assign
        assist attach attend avoid bake bleed bring calculate calibrate carry choose clarify classify collaborate
        collect communicate compare compile comply compose conduct confirm consider construct consult contribute
        convert convey cook cooperate coordinate create decide define deliver demonstrate describe detect determine
        develop devise diagnose differentiate discuss disinfect disseminate distinguish distribute eliminate employ
        enable encourage enforce enhance ensure enter establish evaluate examine execute explain explore extract
        facilitate familiarise familiarize formulate fulfil gather generate give grasp greet hire identify
        illustrate implement improve incorporate inform initiate inspect install instruct integrate interpret
        introduce investigate justify keep know learn liaise listen locate maintain make manage minimise minimize
        mitigate modify motivate negotiate nurture observe obtain operate optimise optimize organise organize
        oversee participate perform persuade possess practise predict prepare prescribe prevent prioritise
        prioritize produce promote propose protect prove provide read recognise recognize recommend reconcile
        recruit reduce refill reflect remember remind remove rephrase represent resolve respond retrieve revise
        seek select solve specify strengthen submit summarise summarize supervise tackle teach tell translate
        understand undertake utilise utilize validate verify withdraw write
        """.split()
)
"""Verbs that are hardly ever anything else; in their base form."""

VERBS_AND_NOUNS = frozenset(
    """
        answer audit balance brief build check clean clear complete contact control copy correct deal design direct
        display document draft drain draw drive estimate file fit follow forecast guide handle help issue judge
        label lead list log mark market master measure mediate mentor monitor offer open order outline pack pick
        place plan present press process project purchase put record refund repair repeat reply report request
        research reserve return review rinse run sample scan schedule screen search secure separate serve set sign
        sort state stock store supply support survey take test trace track train transform treat turn update use
        warm wash weigh welcome work
        """.split()
)
"""Verbs that are nouns or adjectives too: "Control the costs" begins an item, "daily Control sheets" does not."""

ACTION_VERBS = VERBS | VERBS_AND_NOUNS

OTHER_OPENERS = frozenset(
    "able accurately capable clearly closely correctly effectively efficiently properly regular regularly".split()
)
"""Words that are no verbs and begin requirements all the same ("Capable to ...", "Regular review with ...")."""

_NAMES_IN_ING = frozenset(
    """
        accounting advertising banking beijing building catering chongqing engineering housing kunming manufacturing
        marketing nanjing nursing purchasing shipping trading
        """.split()
)
_AFTER_A_VERB = frozenset(
    """
        a an the all any each every both its their his her your our one's this that these those how what when
        where whether which who why up out off down on with against
        """.split()
)
_HEADS_OF_NAMES = frozenset(
    """
        account accounts agreement agreements book books card cards centre centres chart charts clerk clerks code
        codes company companies cycle data department departments desk document documents file files form forms
        group groups guide guides guideline guidelines instruction instructions is are list lists log logs manager
        managers manual manuals meeting meetings method methods note notes office officer officers paper papers
        plan plans point points policy policies procedure procedures process processes programme programmes record
        records register registers report reports room rooms rule rules schedule schedules sheet sheets
        standard standards station stations system systems team teams template templates tool tools unit units
        """.split()
)


def is_verb(word: str) -> bool:
    """Tell whether a word is one of the verbs in its base form."""
    return word.casefold() in ACTION_VERBS


def is_gerund(word: str, following: str) -> bool:
    """Tell whether a word is an -ing form that says what is done, not the name of a place or department."""
    form = word.casefold()
    if not form.endswith("ing") or len(form) <= len("bring"):
        return False
    return form not in _NAMES_IN_ING or following in _AFTER_A_VERB


def reads_as_verb(word: str, following: str, *, in_a_run: bool) -> bool:
    """Tell whether a verb that can be a noun too is the verb here, by the word that follows it.

    In a section whose neighbours are runs it is, unless it names something ("Record sheets"); elsewhere only
    before an article or the like ("Record the ...").
    """
    form = word.casefold()
    if form not in VERBS_AND_NOUNS:
        return False
    return following not in _HEADS_OF_NAMES if in_a_run else following in _AFTER_A_VERB

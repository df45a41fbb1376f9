"""Words that say nearly the same in a requirement, so that a reworded line is still known."""

from __future__ import annotations

from generator.compare.spelling import spelled
from generator.compare.stems import root, stem

_ACTIONS = """
check inspect verify examine confirm validate|handle deal tackle cope|maintain keep preserve retain sustain
|collect gather obtain acquire get|record log register|report notify inform advise tell notice brief
|prepare draft compile formulate|arrange organise schedule plan coordinate timetable|monitor track supervise oversee
|select choose pick|assess evaluate appraise review analyse|identify recognise distinguish detect find trace locate
|provide offer supply give|assist help support aid|use apply utilise employ adopt|communicate liaise contact
|answer reply respond response|display show present exhibit|calculate compute work|ensure assure guarantee
|improve enhance upgrade better|reduce lower decrease cut minimise lessen|increase raise boost|begin start commence
|complete finish fill|deliver dispatch send ship forward|receive greet welcome|enter input key|buy purchase procure
|explain describe state outline|manufacture produce|lock seal|look investigate|clean wash sanitise cleanse disinfect
|repair mend fix rectify restore|dispose discard destroy shred scrap|train coach instruct teach educate guide
|allocate assign distribute|foster cultivate develop|follow comply adhere observe|pack wrap|measure gauge|mix blend
|heat warm|join connect attach fasten|remove eliminate|set establish define|meet satisfy fulfil
|ask enquire request query|encourage motivate invite involve|transfer move shift relocate convey transport carry
|protect safeguard shield guard|prevent avoid|lead head direct|demonstrate illustrate|discuss consult negotiate
|settle resolve solve|replace change substitute renew swap|adjust tune adapt modify alter amend|stack pile|rinse flush
|wipe dry|remind urge|attend participate|forbid prohibit ban|permit allow authorise let|stop halt cease|watch mind
|escort accompany|operate run|install fit mount erect|dismantle disassemble demolish|test try
|estimate forecast predict project|promote advertise market publicise|escalate elevate|cancel void revoke
|issue release|pay remit|refund reimburse|copy photocopy duplicate|trim prune clip|scan read|learn study
|memorise remember recall|enrol admit|sample taste|lift hoist|isolate separate segregate quarantine
|spread disseminate circulate|oil lubricate grease|suit match appropriate suitable proper
"""
_PEOPLE = """
customer client guest patron consumer|staff employee worker personnel workforce operative labourer crew
|supervisor manager superior|company enterprise firm corporation employer|child kid infant toddler
|pupil student learner trainee|teacher instructor trainer tutor|parent guardian|patient sick|supplier vendor
|resident tenant occupant occupier|passenger traveller commuter|doctor physician|police officer|owner proprietor
|team group|elderly old aged senior|neighbour adjoining adjacent nearby|public community
"""
_THINGS = """
feedback comment opinion suggestion|complaint grievance|procedure process workflow routine
|rule regulation law ordinance legislation statute legal statutory|method way means approach technique
|tool equipment instrument device apparatus appliance implement|goods cargo freight product merchandise item
|price cost charge fee expense tariff|document paper file form|fault defect error mistake flaw
|hazard risk danger peril|safe secure safety|feature characteristic property attribute|type kind category variety
|role duty responsibility obligation|purpose aim objective goal|site place location venue
|vehicle automobile truck lorry|amount quantity volume|limit threshold|rank grade level|fraud scam swindle
|damage harm spoil|standard criterion norm specification|shop store outlet|warehouse stock depot
|disease illness sickness ailment|wound injury bruise|garment clothes attire|waste rubbish refuse garbage trash litter
|food meal dish|mistreat abuse|quarrel dispute conflict argument|letter mail|telephone phone
|picture photograph photo image|computer terminal workstation|software program app|network internet web|room chamber
|roof ceiling|road street|pipe tube duct|wire cable|swarf chip shaving|fire blaze|smell odour|noise sound
|money cash fund|account ledger|contract agreement|holiday festival celebration|story tale|voice tone|hour minute
|part component constituent|result outcome|reason cause|timeframe deadline|incident accident
|breakdown malfunction outage|drug medicine medication|container vessel receptacle|floor ground|gap opening
|weather climate|toy game play|pest vermin|break crack fracture|rust corrosion|radio walkie talkie|weight mass
|length distance
"""
_QUALITIES = """
accurate correct precise exact|important significant vital crucial essential|need require necessary
|basic fundamental elementary principal main|new latest recent current up date
|quick fast prompt timely speedy immediate|inside indoor|outside outdoor|shy quiet timid withdrawn
|dirty soiled contaminated|common frequent often usual|different various diverse|whole entire full|small minor little
|large big major|special particular specific|joint together|surplus excess spare|annual yearly|monthly month
|weekly week|daily day|clear legible|fair impartial|harmful toxic poisonous hazardous|suspicious doubtful dubious
|effective efficient|monetary financial
"""


def _families() -> dict[str, str]:
    found: dict[str, str] = {}
    for family in "|".join((_ACTIONS, _PEOPLE, _THINGS, _QUALITIES)).split("|"):
        stems = [stem(spelled(word)) for word in family.split()]
        for form in stems:
            found.setdefault(form, stems[0])
    return found


_BY_STEM = _families()


def family_of(word_stem: str) -> str:
    """Return the name of the family of a stem: that of a listed one, else what it shares with other parts of speech."""
    shared = root(word_stem)
    return _BY_STEM.get(word_stem) or _BY_STEM.get(shared) or shared

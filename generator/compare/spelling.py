"""Spelling variants of one word: British and American English, and forms of one Chinese character."""

from __future__ import annotations

import re
from collections.abc import Mapping

from generator.compare.characters import SIMPLIFIED

_GROUPS = """
adviser advisor|aging ageing|airplane aeroplane|aluminium aluminum|among amongst|analog analogue|artefact artifact
|ax axe|calibre caliber|canceled cancelled|catalog catalogue|center centre|centers centres|centered centred
|centering centring|checkbook chequebook|cosy cozy|defence defense|dialog dialogue|disc disk|discs disks
|despatch dispatch|despatched dispatched|despatching dispatching|enquire inquire|enquiry inquiry|enquiries inquiries
|enroll enrol|enrolls enrols|enrollment enrolment|fiber fibre|fibers fibres|focused focussed|focusing focussing
|fulfil fulfill|fulfils fulfills|fulfilment fulfillment|gage gauge|gray grey|instal install|instalment installment
|instalments installments|jewelry jewellery|judgment judgement|judgments judgements|acknowledgment acknowledgement
|kilometer kilometre|kilometers kilometres|learned learnt|licence license|licences licenses|licenced licensed
|liter litre|liters litres|luster lustre|maneuver manoeuvre|maneuvers manoeuvres|maneuvering manoeuvring|meter metre
|meters metres|millimeter millimetre|millimeters millimetres|centimeter centimetre|centimeters centimetres|mold mould
|molds moulds|molded moulded|molding moulding|offence offense|offences offenses|pajamas pyjamas|percent percent
|plow plough|practice practise|practices practises|practiced practised|practicing practising|pretence pretense
|program programme|programs programmes|skeptical sceptical|skilful skillful|skilfully skillfully|smelled smelt
|spelled spelt|sulfur sulphur|theater theatre|theaters theatres|toward towards|tyre tire|tyres tires|usable useable
|while whilst|wilful willful|yogurt yoghurt|draftsman draughtsman|monolog monologue|saber sabre|specter spectre
|somber sombre|meager meagre|likable likeable|sizable sizeable|salable saleable|livable liveable|movable moveable
|benefited benefitted|benefiting benefitting|biased biassed|targeted targetted|budgeted budgetted|program programme
|anaesthetic anesthetic|anaesthesia anesthesia|paediatric pediatric|orthopaedic orthopedic|gynaecology gynecology
|haemorrhage hemorrhage|haemoglobin hemoglobin|anaemia anemia|leukaemia leukemia|oesophagus esophagus|foetus fetus
|diarrhoea diarrhea|archaeology archeology|encyclopaedia encyclopedia|caesarean cesarean|oedema edema
|oestrogen estrogen|faeces feces|mediaeval medieval|amoeba ameba|aesthetic esthetic
"""
_LISTED = {variant: group.split()[0] for group in _GROUPS.split("|") for variant in group.split()}

_OUR = re.compile(
    r"^((?:un|dis|mis|re|multi|en)?(?:behavi|col|fav|flav|harb|hon|hum|lab|neighb|od|rum|savi|splend|vap|vig|rig"
    r"|endeav|arm|clam|cand|parl|sav|tum|val|ferv|demean|misdemean))our"
)
_IZE = re.compile(r"(?<=[a-z]{3})iz(?=(?:e|es|ed|er|ers|ing|able|ation|ations|ational|ationally)$)")
_YZE = re.compile(r"(?<=[a-z]{2})yz(?=(?:e|es|ed|er|ers|ing)$)")
_DOUBLE_L = re.compile(r"(?<=[aeiouy])ll(?=(?:ing|ed|er|ers|or|ors)$)")
_TWO_SYLLABLES = re.compile(r"[aeiouy]+[^aeiouy]+[aeiouy]+ll|(?:ue|ia)ll")


def spelled(word: str) -> str:
    """Return one spelling for all variants of a word in lower case (Analyze and Analyse, labour and labor).

    The result is a key, not a word to show: both spellings of a pair may be turned into a third form.
    """
    if not word.isascii():
        return word.translate(SIMPLIFIED)
    if word in _LISTED:
        return _LISTED[word]
    word = _YZE.sub("ys", _IZE.sub("is", _OUR.sub(r"\1or", word)))
    return _DOUBLE_L.sub("l", word) if _TWO_SYLLABLES.match(_vowel_start(word)) else word


def _vowel_start(word: str) -> str:
    return word.lstrip("bcdfghjklmnpqrstvwxz")


def spellings(words: frozenset[str]) -> Mapping[str, str]:
    """Return every word with its spelling key, so that a word that occurs often is looked up once."""
    return {word: spelled(word) for word in words}

"""How texts say that one unit follows or comes from another, in English and Chinese. Add a wording here."""

from __future__ import annotations

import re

VERB = re.compile(
    r"(?P<passive>\b(?:replaced|superseded)\s+(?:and\s+(?:replaced|superseded)\s+)?(?:by|with)\b)"
    r"|(?P<adapted>\badapted\s+from\b|改編自|改编自|修改自)"
    r"|(?P<active>\b(?:replac|supersed)(?:es|ing)\b|(?<!\bthe )(?<!\ban )(?<!\ba )\b(?:replaced|superseded)\b"
    r"|\breplacement\s+(?:of|for)\b|取代|代替|替代|替換|替换)",
    re.IGNORECASE,
)
"""A wording that ties the code after it to the unit or code before it.

Active: the first supersedes the second. Passive: the second supersedes the first. "The superseded X" is no verb.
"""

BETWEEN_VERB_AND_CODE = re.compile(
    r"(?>“[^”]*”|\"[^\"]*\"|《[^》]*》|「[^」]*」|[\s:：(（\[“\"「《,，–—-]"
    r"|\b(?:the|a|and|is|are|not|to|both|of|unit|units|competency|competencies|standard|standards|code|codes|uoc|uocs"
    r"|superseded|replaced|equivalent|former|old|older|earlier|previous|new|newer|current|version|edition|no\.)(?!\w)"
    r"|能力單元|能力单元|單元|单元|編號|编号|舊|旧|新|原|的|為|为|了)*+",
    re.IGNORECASE,
)
"""What may stand between such a wording and the code it means."""

PASSIVE_BEFORE = re.compile(r"[由被]\s*(?:新?能力單元|新?能力单元|新?單元|新?单元)?\s*$")
PASSIVE_AFTER = re.compile(r"[\s)）」》]*(?:所)?(?:取代|代替|替代|替換|替换)(?![\s(（「《]*[A-Za-z0-9])")
"""The Chinese passive holds the code: 由 X 取代."""

ADAPTED_REACH = 80
"""Characters between "adapted from" and the code: the publisher's name and a title may stand there."""

AUXILIARIES = (
    r"(?:\b(?:is|was|are|were|be|been|being|has|have|had|will|shall|also|now|since|partly|fully|already|hereby)\b\s*"
    r"|已經?|已经?|現|现|將|将|[由被])*"
)
BETWEEN_CODE_AND_VERB = re.compile(
    rf"\s*(?>\([^()]*\)|（[^（）]*）|“[^”]*”|\"[^\"]*\")?+\s*[,，]?\s*(?:(?:which|that)\b\s*)?{AUXILIARIES}\s*",
    re.IGNORECASE,
)
"""What may stand between a code and the wording whose subject it is."""

THIS_UNIT = re.compile(
    r"\b(?:this unit|the present unit|it)\b|本能力單元|本能力单元|本單元|本单元|此能力單元|此單元", re.IGNORECASE
)

AND_VERB = re.compile(rf"(?:\b(?:and|but)\b|[,，;]|並|并|及|且)\s*{AUXILIARIES}\s*$", re.IGNORECASE)
"""The end of what goes before a second wording with the same subject."""

DOUBTFUL = re.compile(
    r"(?:\b(?:not|never|cannot|no longer|may|might|can|could|should|would|must|if|whether|unless|without|instead|rather"
    r"|than)\b|n[’']t\b|不|未|可以|可能|如)(?:\W+\w+){0,4}\W*$",
    re.IGNORECASE,
)
"""Words before a wording that take its statement back."""

OTHER_SUBJECT = re.compile(r"[“\"「《]|\b(?!\d{4}\b)\w*\d{3}\w*", re.ASCII)
"""A title or number before a wording: its subject may be a unit that is not named by code."""

LIST = re.compile(
    r"\s*(?>\([^()]*\)|（[^（）]*）|“[^”]*”|\"[^\"]*\")?+[\s,，、;&/()（）]*(?:\b(?:and|or)\b|及|和|與|与)?"
    r"[\s(（]*(?:\b(?:the|unit|units)\b\s*)*",
    re.IGNORECASE,
)
"""What stands between the codes of a list."""

SENTENCE_END = re.compile(r"(?<!\bno)(?<!\bNo)[.!?](?=\s|$)|[。；！？]|\n")

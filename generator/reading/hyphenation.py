"""Words broken over two lines: joined where the whole word is plausible, with the hyphen where it belongs to it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from generator.diagnostics import Finding
from generator.positions import Passage, joined
from generator.reading.items import read_marker
from generator.reading.lines import Line
from generator.reading.openers import is_verb

_BROKEN = re.compile(r"([^\W\d_]+)([-\u2010\u2011\u00ad])$")
_GOES_ON = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_COMPOUNDS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)+")
_SOFT_HYPHEN = "\u00ad"
_LONGEST_PART = 40
_CONJUNCTIONS = frozenset({"and", "or", "to", "but", "nor", "as"})
_FIRST_PARTS = frozenset(
    """
        all anti best cross decision double eco face first five four front full half hand health high large life line
        long low macro market medium mid micro mini multi non off one open part peer people point post problem profit
        quality quasi real right risk role second self semi short single six small socio spare step team ten third
        three time top two ultra user value well word work world year
        """.split()
)
"""First parts of compounds: a hyphen behind them is part of the word."""
_PREFIXES_BEFORE = {"co": "aeow", "pre": "e", "re": "e"}
"""Prefixes that also begin words, and the letters before which they keep their hyphen ("co-operate", "colour")."""
_SECOND_PARTS = frozenset(
    """
        added aged approved aware balanced based book building by call centred certified chain changing check class
        clean code conscious control cost critical cut cutting cycle date day deep defined depth down driven edge
        effective efficient end ended face facing fact faced fed fit focus focused free friendly going grade growing
        growth hand hold hour house in intensive intended keeping kind lasting led level life line linked load made
        maker makers making managed management market minded minute month new of off office on oriented out over owned
        paid paper part parts party paying person planned planning point pressure price priced produced proof purpose
        qualified quality range rate rated ready related resistant resolution rich risk run running safe sale sales
        saving scale selling sensitive service setting share side site size sized skilled solving sourced specific
        speed stage standing state step structured style taking term test tested testing the thinking tier time to
        tolerance track trained training up use used user value volume way week wide winning work working year years
        """.split()
)
"""Second parts of compounds: before them the hyphen is part of the word unless the file writes it closed."""
_ENDINGS = re.compile(
    r"(?:\w{0,4}(?:tion|sion|ment|ness|ance|ence|ably|ibly|able|ible|ively|ity|ities|ally|ially|ings?|ured|ures?|"
    r"ated|ates?|ating|ically|ical|ians?|ists?|isms?|ives?|ised|ized|ises?|izes?|ants?|ents?|ers?|ors?|ly|ed|es|"
    r"ship|hood|ful|less|tory|sory|nary|eous|ious|uous))(?:s|al|ally)?"
)
"""What a word ends in, seldom a word of its own."""
_CLOSED = frozenset(
    """
        anybody anyone anything backup background benchmark bookkeeping bottleneck brainstorm breakdown broadband
        checklist checkpoint classroom copyright counterpart counterparts database deadline download everyday everyone
        everything feedback fingerprint firewall flowchart footage forecast foreground framework goodwill guideline
        guidelines handbook handling handover headline highlight however household housekeeping input inputs keyboard
        keyword landmark landscape layout lifecycle lifestyle lifetime maintain mainframe mainstream manpower
        masterpiece meanwhile milestone moreover network networks networking notebook offline online outcome outcomes
        outline output outputs outside outsource outsourcing outstanding overall overcome overhead overlook oversee
        overseas overtime overview passport password payroll percentage pipeline policyholder postpone proofread
        railway safeguard schedule shareholder shareholders shortcoming sometimes spreadsheet stakeholder stakeholders
        standard standards storyboard straightforward subcontractor teamwork telephone themselves throughout timetable
        together touchpoint trademark troubleshoot troubleshooting undergo undertake understand understanding update
        upgrade uphold upload upstream waterproof website websites weekday wholesale widespread without withdraw
        workflow workforce workload workplace workshop workshops
        """.split()
)
"""Words written closed although both their halves are words."""


def without_hyphenation(lines: Sequence[Line]) -> tuple[tuple[Line, ...], tuple[Finding, ...]]:
    """Return the lines with words joined that were broken at line ends, and a finding for each.

    The line that holds the rest of the word becomes part of the line before it. Whether the hyphen belongs to
    the word is told by the other words of the file, then by prefixes and endings; where nothing tells, the
    word keeps its hyphen.
    """
    broken = frozenset(at for at in range(len(lines) - 1) if _is_broken(lines, at))
    if not broken:
        return tuple(lines), ()
    words, compounds = _vocabulary(lines, broken)
    pieces: list[list[Passage]] = []
    kept: list[Line] = []
    findings: list[Finding] = []
    for at, line in enumerate(lines):
        passage = line.passage
        if at in broken:
            passage, finding = _mended(passage, lines[at + 1].text, words, compounds)
            findings.append(finding)
        if at - 1 in broken:
            pieces[-1].append(passage)
        else:
            kept.append(line)
            pieces.append([passage])
    mended = zip(kept, pieces, strict=True)
    return tuple(replace(line, passage=joined(parts, "")) for line, parts in mended), tuple(findings)


def _is_broken(lines: Sequence[Line], at: int) -> bool:
    """Tell whether a line ends in the middle of a word that the next one ends."""
    broken = _BROKEN.search(lines[at].text, max(0, len(lines[at].text) - _LONGEST_PART))
    follower = lines[at + 1]
    if broken is None or follower.item or not follower.text[:1].islower():
        return False
    rest = _GOES_ON.match(follower.text)
    if rest is None or rest.group() in _CONJUNCTIONS or follower.text[rest.end() : rest.end() + 1] in (")", ":"):
        return False
    return read_marker(follower)[0].kind in ("none", "blank")


def _mended(
    passage: Passage, following: str, words: frozenset[str], compounds: frozenset[str]
) -> tuple[Passage, Finding]:
    broken = _BROKEN.search(passage.text, max(0, len(passage.text) - _LONGEST_PART))
    rest = _GOES_ON.match(following)
    if broken is None or rest is None:
        raise AssertionError("only broken words are mended")
    first, hyphen = broken.group(1), broken.group(2)
    second = rest.group()
    closed = hyphen == _SOFT_HYPHEN or _is_one_word(first.casefold(), second.casefold(), words, compounds)
    end = broken.start(2) if closed else broken.end(2)
    word = first + second if closed else f"{first}{hyphen}{second}"
    return passage.slice(0, end), Finding("hyphenation-repaired", passage.span.start, f"broken word joined: {word!r}")


def _is_one_word(first: str, second: str, words: frozenset[str], compounds: frozenset[str]) -> bool:
    """Tell whether the two parts are one word without a hyphen."""
    if f"{first}-{second}" in compounds or "-" in second:
        return False
    whole = first + second
    if whole in words or whole in _CLOSED:
        return True
    if first in _FIRST_PARTS or second in _SECOND_PARTS or second[0] in _PREFIXES_BEFORE.get(first, ""):
        return False
    if _ENDINGS.fullmatch(second):
        return True
    return not (second in words or (first in words and is_verb(second)))


def _vocabulary(lines: Sequence[Line], broken: frozenset[int]) -> tuple[frozenset[str], frozenset[str]]:
    """Return the words of a file, halves of broken ones aside, and its compounds printed with a hyphen in a line."""
    words: set[str] = set()
    compounds: set[str] = set()
    for at, line in enumerate(lines):
        text = (line.text.rpartition(" ")[0] if at in broken else line.text).casefold()
        text = _GOES_ON.sub("", text, count=1) if at - 1 in broken else text
        words.update(_WORD.findall(text))
        compounds.update(_COMPOUNDS.findall(text))
    return frozenset(words), frozenset(compounds)

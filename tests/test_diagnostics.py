"""Diagnostics in their forms."""

from __future__ import annotations

import json
import re
from pathlib import Path

import markdown
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from generator.addresses import DIAGNOSTICS
from generator.catalogue import build_catalogue
from generator.diagnostics import KINDS, Diagnostic, Finding, Severity, diagnostic, forms, placed, with_line, worst
from generator.diagnostics.cells import marked
from generator.diagnostics.explaining import EXAMPLES, explained
from generator.diagnostics.grouping import grouped
from generator.pages.reference_diagnostics import diagnostics_page
from generator.parse import parse_source
from generator.positions import LineIndex
from generator.render import Renderer
from generator.source import decode

FOUND = diagnostic("missing-heading", "a:b,c.txt", 12, "100% lost\nand more", unit="X", excerpt="line\x1b[31m")


def level(file: str, line: int, printed: str) -> Diagnostic:
    return diagnostic("level-unparsed", file, line, f"the level {printed!r} is no number from 1 to 7")


def find(text: str, offset: int, length: int | None = None) -> Diagnostic:
    return placed(Finding("level-unparsed", offset, "m", length=length), "a.txt", text, LineIndex.of(text))


def test_the_ids_of_the_public_interface_are_all_there() -> None:
    table = (Path(__file__).parent / "cases" / "diagnostic-ids.txt").read_text(encoding="utf-8").split()
    assert set(table) <= set(KINDS)


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.id)
def test_every_kind_says_what_is_wrong_and_what_to_do(kind) -> None:
    assert kind.severity in set(Severity)
    assert kind.meaning
    assert kind.hint.endswith(".")
    assert kind.meaning in explained(kind)
    assert kind.hint in explained(kind)


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_gives_the_finding_it_explains(name: str) -> None:
    document = parse_source(decode("example.txt", EXAMPLES[name].encode()))
    found = {one.id for one in (*document.diagnostics, *build_catalogue(document.units).diagnostics)}
    assert name in found


def test_every_id_has_a_heading_of_its_own_on_the_reference_page(root: Path) -> None:
    page = diagnostics_page()
    text = Renderer(root / "site_templates", frozenset()).render(page)
    tree = LexborHTMLParser(markdown.markdown(text, extensions=["attr_list", "md_in_html"]))
    assert {node.attributes["id"]: node.text() for node in tree.css("h2")} == {name: name for name in KINDS}
    for kind in KINDS.values():
        assert kind.hint in tree.body.text()
    assert page.address == DIAGNOSTICS
    assert FOUND.see == f"{DIAGNOSTICS}#missing-heading"


# The line and its marker


@pytest.mark.parametrize(
    ("text", "mark", "shown", "marker"),
    [
        ("Level  four", (7, 11), "Level  four", "       ^~~~"),
        ("Level\tfour", (6, 10), "Level   four", "        ^~~~"),
        ("\t1\t2", (3, 4), "    1   2", "        ^"),
        ("級別 四級", (3, 5), "級別 四級", "     ^~~~"),
        ("caf\u0065\u0301 x", (6, 7), "cafe\u0301 x", "     ^"),
        ("a\x1b[31mred", (6, 9), "a\\x1b[31mred", "         ^~~"),
        ("a\x1bb", (1, 2), "a\\x1bb", " ^~~~"),
        ("a\u202eb", (2, 3), "a\\u202eb", "       ^"),
        ("a\u3000b", (2, 3), "a  b", "   ^"),
        ("\ud800x", (1, 2), "\\ud800x", "      ^"),
        ("no spot", None, "no spot", ""),
    ],
)
def test_a_marker_stands_under_its_spot(text: str, mark: tuple[int, int] | None, shown: str, marker: str) -> None:
    assert marked(text, mark, 80) == (shown, marker)


@pytest.mark.parametrize("at", [0, 3, 20, 250, 399])
def test_of_a_long_line_the_part_around_the_spot_is_shown(at: int) -> None:
    text = "".join(chr(0x4E00 + number) for number in range(400))
    shown, marker = marked(text, (at, at + 2), 40)
    blanks = marker.index("^")
    before = "…" * (shown[0] == "…")
    assert shown[len(before) + (blanks - len(before)) // 2] == text[at]
    assert len(before) + 2 * len(shown.strip("…")) <= 40


@given(st.text(st.characters(codec="ascii", categories=["L", "N", "P"]), min_size=1), st.data())
def test_the_marker_is_as_long_as_what_is_shown_of_the_spot(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    shown, marker = marked(text, (start, end), 30)
    assert len(shown) <= 30
    assert re.fullmatch(r" *\^~*", marker)
    spot = shown[marker.index("^") : len(marker)]
    assert spot
    assert text[start:end].startswith(spot)


LINES = st.text(st.sampled_from("ab \t\n\r<|級\x1b"), max_size=400)


@given(LINES, st.data())
def test_a_finding_is_placed_where_it_points(text: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text)))
    length = data.draw(st.none() | st.integers(0, 30))
    found = find(text, offset, length)
    line = re.split(r"\r\n|\n|\r", text)[found.line - 1]
    start = len("".join(re.split(r"(\r\n|\n|\r)", text)[: 2 * found.line - 2]))
    assert found.column is not None
    skipped = text[offset : start + found.column - 1]
    assert start + found.column - 1 >= offset
    assert not skipped.strip() if length is None else not skipped
    assert found.end_line is None if length is None else found.end_line >= found.line
    if found.excerpt is not None:
        assert found.excerpt.removeprefix("… ").removesuffix(" …") in line
    if found.mark is not None:
        marked_text = found.excerpt[slice(*found.mark)]
        assert marked_text
        assert line[found.column - 1 :].lstrip().startswith(marked_text.lstrip())
    else:
        end = offset + 1 if length is None else offset + length
        assert not text[offset : min(end, start + len(line))].strip()


@pytest.mark.parametrize(
    ("length", "spot"), [(None, "seventeen"), (3, "sev"), (0, None), (14, "seventeen or")], ids=str
)
def test_without_a_length_the_word_is_marked(length: int | None, spot: str | None) -> None:
    found = find("one\n  Level  seventeen or\nmore", 13, length)
    assert (found.line, found.column, found.excerpt) == (2, 10, "Level  seventeen or")
    assert (found.excerpt[slice(*found.mark)] if found.mark else None) == spot
    assert found.end_line == {None: None, 14: 3}.get(length, 2)


def test_the_excerpt_of_a_long_line_is_short() -> None:
    found = find("x" * 5_000_000, 2_500_000, 10)
    assert found.excerpt is not None
    assert re.fullmatch("… x{100} …", found.excerpt)
    assert found.mark is not None
    assert found.excerpt[slice(*found.mark)] == "x" * 10


@pytest.mark.parametrize(
    ("message", "excerpt", "spot", "column"),
    [
        ("AB12 (en) in b.txt, line 3, is already used", "Code: AB12", "AB12", 8),
        ("the code “../x” cannot name a page", "or ../x", "../x", 4),
        ("AB13 is not in the collection", "Code: AB12", None, None),
        ("two units are one", "Code: AB12", None, None),
    ],
)
def test_what_knows_only_its_line_gets_the_line(
    message: str, excerpt: str, spot: str | None, column: int | None
) -> None:
    text = "Title: X\n Code: AB12\nor ../x\n"
    line = 2 if "Code" in excerpt else 3
    found = with_line(diagnostic("duplicate-code", "a.txt", line, message), text, LineIndex.of(text))
    assert (found.excerpt, found.column) == (excerpt, column)
    assert (found.excerpt[slice(*found.mark)] if found.mark else None) == spot


def test_a_line_that_does_not_exist_and_one_that_is_known_stay_as_they_are() -> None:
    text = "one\ntwo"
    for found in (diagnostic("duplicate-code", "a", 9, "m"), find(text, 4)):
        assert with_line(found, text, LineIndex.of(text)) == found


def test_a_message_that_quotes_a_whole_file_is_shortened_in_its_middle() -> None:
    finding = Finding("code-format", 0, f"the code '{'x' * 1_000_000}' fits no known grammar")
    message = placed(finding, "a", "x", LineIndex.of("x")).message
    assert len(message) < 500
    assert message.startswith("the code 'xxx")
    assert message.endswith("xxx' fits no known grammar")


@pytest.mark.parametrize("letter", ["x", "“", "'", '"', "1", "x "])
def test_messages_of_any_length_are_grouped_and_looked_up(letter: str) -> None:
    found = diagnostic("code-format", "a", 1, letter * 200_000)
    assert grouped([found, found])[0].others == (found,)
    assert with_line(found, "nothing", LineIndex.of("nothing")).mark is None


# For the terminal


def test_text_names_place_message_id_line_and_hint() -> None:
    text = forms.as_text([FOUND])
    assert text.startswith("a:b,c.txt:12: warning: 100% lost\\nand more [missing-heading]\n")
    assert "    hint: " in text


def test_text_shows_the_line_with_a_marker() -> None:
    assert "\n    1 | Level   four\n      |         ^~~~\n" in forms.as_text([find("Level\tfour", 6)])


def test_text_cannot_steer_a_terminal() -> None:
    hostile = diagnostic("missing-heading", "a\x1b.txt", 1, "\x1b]0;m", hint="\x1bh", excerpt="\x1be", mark=(0, 1))
    assert "\x1b" not in forms.as_text([FOUND, hostile])
    assert "\x1b[33m" in forms.as_text([FOUND], colour=True)


def test_the_first_of_each_id_says_where_it_is_explained() -> None:
    found = [level("a", 1, "x"), diagnostic("empty-file", "b", 1, "m"), level("c", 1, "y")]
    text = forms.as_text(found)
    assert text.count("see: reference/diagnostics/#level-unparsed\n") == 1
    assert text.count("see: reference/diagnostics/#empty-file\n") == 1
    assert "see: https://x.org/atlas/reference/diagnostics/#empty-file\n" in forms.as_text(
        found, site_url="https://x.org/atlas/"
    )


def test_findings_that_differ_in_what_they_quote_stand_together_in_a_file() -> None:
    text = forms.as_text([level("a", 3, "four"), level("a", 5, "five"), level("b", 1, "six"), level("a", 5, "V5")])
    assert text.count("[level-unparsed]") == 2
    assert "    and 2 more in this file: line 5\n" in text
    assert "b:1: warning: the level 'six'" in text


def test_the_same_message_in_many_files_is_said_once() -> None:
    found = [diagnostic("missing-field", f"{name}.txt", 1, "the range is not in this source") for name in "abc"]
    other = diagnostic("missing-field", "d.txt", 1, "the remark is not in this source")
    text = forms.as_text([*found, other])
    assert text.count("[missing-field]") == 2
    assert "    the same in 2 further files: b.txt:1, c.txt:1\n" in text


def test_of_many_places_the_first_are_named() -> None:
    text = forms.as_text([level("a", line, "x") for line in range(1, 42)])
    assert "    and 40 more in this file: lines 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, ...\n" in text


def test_findings_are_printed_one_by_one_on_demand() -> None:
    found = [level("a", line, "x") for line in range(1, 42)]
    assert forms.as_text(found, group=False).count("[level-unparsed]") == 41


@given(st.lists(st.builds(level, st.sampled_from("abc"), st.integers(1, 9), st.sampled_from(["x", "y", "z z"]))))
def test_no_finding_is_lost_in_a_group(found: list[Diagnostic]) -> None:
    groups = grouped(found)
    members = [one for group in groups for one in (group.first, *group.others, *sum(group.elsewhere, ()))]
    assert sorted(members, key=repr) == sorted(found, key=repr)
    assert all(one.file == group.first.file for group in groups for one in group.others)
    assert all(one.message == group.first.message for group in groups for one in sum(group.elsewhere, ()))


# For other programs


def annotation(line: str) -> tuple[str, dict[str, str], str]:
    """Read a workflow command as GitHub's runner does (ActionCommand.TryParseV2)."""
    command, data = line[2:].split("::", 1)
    name, _, properties = command.partition(" ")
    pairs = (one.split("=", 1) for one in properties.split(","))
    escapes = {"%3A": ":", "%2C": ",", "%0D": "\r", "%0A": "\n", "%25": "%"}

    def plain(text: str) -> str:
        return re.sub("|".join(escapes), lambda match: escapes[match.group()], text)

    return name, {key: plain(value) for key, value in pairs}, plain(data)


@given(st.text(), st.text())
@example("a::b:c,d=%2C.txt", "100% lost\nand more")
def test_github_annotations_give_back_file_and_message(file: str, message: str) -> None:
    (line,) = forms.as_github([diagnostic("missing-heading", file, 12, message)]).split("\n")[:-1]
    name, properties, data = annotation(line)
    assert name == "warning"
    assert properties == {"file": file, "line": "12", "title": "missing-heading"}
    assert data.startswith(f"{message}. Look up the heading")
    assert data.endswith(" See reference/diagnostics/#missing-heading")


def test_github_annotations_name_columns_only_within_a_line() -> None:
    text = "one\n  Level  seventeen or\nmore"
    within, over, unknown = (annotation(forms.as_github([find(text, 13, length)]))[1] for length in (9, 14, None))
    assert within == {
        "file": "a.txt",
        "line": "2",
        "endLine": "2",
        "col": "10",
        "endColumn": "19",
        "title": "level-unparsed",
    }
    assert (over["line"], over["endLine"], "col" in over) == ("2", "3", False)
    assert (unknown["col"], "endLine" in unknown, "endColumn" in unknown) == ("10", False, False)


def test_github_and_json_never_group() -> None:
    found = [level("a", line, "x") for line in range(1, 42)]
    assert forms.as_github(found).count("\n") == 41
    assert len(forms.as_json(found)) == 41


def test_json_has_the_public_keys() -> None:
    (form,) = json.loads(json.dumps(forms.as_json([FOUND])))
    assert {"id", "severity", "file", "line", "message", "hint"} <= form.keys()
    assert form["see"] == "reference/diagnostics/#missing-heading"
    assert "column" not in form
    assert forms.as_json([find("Level four", 6)])[0]["column"] == 7


def test_the_worst_severity_counts() -> None:
    note = diagnostic("missing-field", "a", 1, "m", severity=Severity.INFO)
    assert worst([]) is None
    assert worst([note, FOUND]) is Severity.WARNING
    assert worst([diagnostic("empty-file", "a", 1, "m"), FOUND]) is Severity.ERROR


def test_counts_and_the_commonest_ids_in_words() -> None:
    found = [FOUND, level("a", 1, "x"), level("a", 2, "x"), diagnostic("empty-file", "b", 1, "m")]
    assert forms.counts(found) == "1 error, 3 warnings, 0 notes"
    assert forms.counts(found, none=False) == "1 error, 3 warnings"
    assert forms.commonest(found, 2) == "level-unparsed 2, empty-file 1"
    assert forms.commonest([]) == ""


def test_order_is_by_file_and_line_and_each_is_said_once() -> None:
    first, second = diagnostic("empty-file", "a", 2, "m"), diagnostic("empty-file", "a", 10, "m")
    assert forms.in_order([second, first, second]) == (first, second)

"""Laws of reading and rendering, tried on made inputs."""

from __future__ import annotations

import collections
import re
from pathlib import Path

import pytest
from accounting import said_by, unaccounted, words
from dose import dose
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model import nodes
from generator.model.form import unit_from_json, unit_to_json
from generator.parse import parse_source
from generator.source import decode

SEEDS = sorted((Path(__file__).parent.parent / "source_units").glob("[1L]*"))
CASES = sorted(path for path in (Path(__file__).parent / "cases" / "parse").iterdir() if path.suffix in (".txt", ".md"))


def assert_nothing_lost(content: bytes) -> None:
    document = parse_source(decode("case.txt", content))
    if document.units:
        assert not unaccounted(document)
    else:
        assert any(found.id == "no-unit-found" or found.severity == "error" for found in document.diagnostics)


@pytest.mark.parametrize("path", [*SEEDS, *CASES], ids=lambda path: path.name)
def test_nothing_is_lost(path: Path) -> None:
    if path.name.startswith("73"):
        pytest.skip("holds markup on purpose, which is no text")
    assert_nothing_lost(path.read_bytes())


@st.composite
def damaged(draw: st.DrawFn) -> bytes:
    """A seed with lines dropped, doubled, shuffled or cut anywhere."""
    lines = draw(st.sampled_from(SEEDS)).read_text(encoding="utf-8").split("\n")
    for _ in range(draw(st.integers(0, 6))):
        at = draw(st.integers(0, len(lines) - 1))
        other = draw(st.integers(0, len(lines) - 1))
        match draw(st.sampled_from(["drop", "double", "swap", "cut", "indent"])):
            case "drop" if len(lines) > 1:
                del lines[at]
            case "double":
                lines.insert(other, lines[at])
            case "swap":
                lines[at], lines[other] = lines[other], lines[at]
            case "cut":
                lines[at] = lines[at][: draw(st.integers(0, 40))]
            case "indent":
                lines[at] = "   " + lines[at]
    end = draw(st.sampled_from(["\n", "\r\n", "\r"]))
    return end.join(lines).encode()


@settings(deadline=None, max_examples=dose(150, 5000))
@given(damaged())
def test_nothing_is_lost_from_damaged_files(content: bytes) -> None:
    assert_nothing_lost(content)


TAGS = ("ul", "ol", "li", "p", "b", "table", "tr", "td", "h4", "br", "div", "span", "script", "title", "svg")
LABEL_WORDS_OF_THE_SHEET = words("Title Code Competency Performance Requirements Assessment Criteria")
markup = st.lists(
    st.sampled_from([f"<{tag}>" for tag in TAGS] + [f"</{tag}>" for tag in TAGS])
    | st.sampled_from(
        ["&amp;", "&lt;", "&nbsp;", "&#8226;", "&#x10FFFC;", "&foo;", "&", "<", ">", "|", "\\|", "\n", "\t"]
    )
    | st.sampled_from(
        ["♦ ", "• ", "6.1 Heading", "including:", "<!-- x", "**", '<a title="it\'s">', "<name of client>"]
    )
    | st.text("bdfgjkqwxyz KW", min_size=1, max_size=12),
    max_size=40,
)


@settings(deadline=None, max_examples=dose(150, 5000))
@given(markup, st.sampled_from(["{}", "| Competency | {} |", "6. Competency\tPerformance Requirements\n\t<ul>{}</ul>"]))
def test_no_letter_is_lost_from_broken_markup(pieces: list[str], place: str) -> None:
    # A script that is closed is code, not text: its words are counted in a finding.
    body = "".join(pieces).replace("</script>", "")
    text = f"1. Title\tMend a net\n2. Code\tQXNETS101A\n{place.format(body)}\n7. Assessment Criteria\tAble to mend\n"
    (unit,) = (document := parse_source(decode("case.txt", text.encode()))).units
    assert unit.title
    # Tags that stand wrong may part or join words, as they do in a browser: letters are counted.
    lost = letters(words(text)) - letters(said_by(document)) - letters(LABEL_WORDS_OF_THE_SHEET)
    assert not lost


def letters(counted: collections.Counter[str]) -> collections.Counter[str]:
    return collections.Counter(letter for word in counted.elements() for letter in word if letter.isalpha())


@pytest.mark.parametrize(
    "body",
    [
        "<ul><li>Know" * 2000 + "</li></ul>" * 2000,
        "<ul>\n<li>Know\n" * 500,
        "\n".join(" " * (4 * depth) + "• Know" for depth in range(300)),
        "<div>" * 3000 + "Know",
    ],
    ids=["closed lists", "lists never closed", "indentation", "blocks"],
)
def test_depth_is_limited_and_nothing_is_lost(body: str) -> None:
    text = f"Title: Mend a net\nCode: QXNETS101A\nCompetency: Performance Requirements\n1. Know nets\n{body}\n"
    document = parse_source(decode("case.txt", text.encode()))
    (unit,) = document.units
    assert max(node.name.count(".") for node in nodes(unit)) <= 13
    assert any(found.id == "nesting-too-deep" for found in document.diagnostics) == ("<div>" not in body)
    assert said_by(document)["know"] == body.count("Know") + 1
    form = unit_to_json(unit)
    assert unit_to_json(unit_from_json(form)) == form


@settings(deadline=None, max_examples=dose(150, 5000))
@given(st.binary(max_size=400) | st.text(max_size=400).map(str.encode) | damaged())
def test_parsing_never_raises(content: bytes) -> None:
    document = parse_source(decode("case.txt", content))
    assert document.units or document.diagnostics


@settings(deadline=None, max_examples=dose(100, 5000))
@given(damaged())
def test_every_text_stands_where_its_place_says(content: bytes) -> None:
    document = parse_source(decode("case.txt", content))
    source = document.source.text
    for unit in document.units:
        for node in nodes(unit):
            if node.text and node.place:
                there = words(source[node.place.start : node.place.end])
                assert not words(node.text) - there, node


@settings(deadline=None, max_examples=dose(100, 5000))
@given(damaged())
def test_the_json_form_reads_back_to_the_same_unit(content: bytes) -> None:
    for unit in parse_source(decode("case.txt", content)).units:
        form = unit_to_json(unit)
        assert unit_to_json(unit_from_json(form)) == form


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=60))
def test_line_ends_of_any_kind_count_alike(text: str) -> None:
    lines = re.split(r"\r\n|\n|\r", text)
    for end in ("\n", "\r\n", "\r"):
        source = decode("case.txt", ("x" + end).join(["a", *(re.sub(r"\W", "", line) for line in lines), "b"]).encode())
        assert source.index.line(len(source.text) - 1) == len(lines) + 2

"""Pages as Markdown: golden pages of the five real units, and texts that come out literally whatever they say."""

from __future__ import annotations

import os
import re
from pathlib import Path

import markdown
import pytest
from dose import dose
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from selectolax.lexbor import LexborHTMLParser

from generator.catalogue import build_catalogue
from generator.contents import Contents
from generator.errors import GeneratorError
from generator.model import AssessmentCriteria, Element, Requirement, Source, Unit, read_code
from generator.pages import Page, site_pages
from generator.parse import Document
from generator.pipeline import Collection, read_collection, site_files
from generator.pipeline import contents_of as gathered
from generator.render import Renderer
from generator.settings import Settings
from generator.source import decode
from generator.text.folding import folded_blanks

GOLDEN = Path(__file__).parent / "golden"
TEMPLATES = Path(__file__).parent.parent / "site_templates"
REFRESH = bool(os.environ.get("UOC_REFRESH_GOLDEN"))
HAND_WRITTEN = frozenset({"", "reading-a-comparison/"})
EXTENSIONS = ["admonition", "attr_list", "md_in_html", "tables", "toc"]


def contents_of(*units: Unit) -> Contents:
    documents = tuple(Document(decode(f"{unit.code.text}.txt", b"raw text"), (unit,), ()) for unit in units)
    catalogue = build_catalogue(units)
    return gathered(Collection(documents, catalogue, catalogue.diagnostics), Settings(), HAND_WRITTEN)


def made_unit(code: str, text: str) -> Unit:
    return Unit(
        code=read_code(code),
        title=text,
        range=text,
        functional_area=text,
        level=2,
        elements=(Element("1", text, (Requirement(text, (Requirement(text),)), Requirement("Second"))),),
        assessment_criteria=AssessmentCriteria(text, (Requirement(text),)),
        remark=text,
        extra_fields=((text, text),),
        source=Source(f"{code}.txt", "0" * 64, 1, 1, "made"),
    )


def rendered(contents: Contents) -> dict[str, str]:
    files, _ = site_files(contents, TEMPLATES)
    return {path: text for path, text in files.items() if path.endswith(".md") and isinstance(text, str)}


def golden_files(root: Path) -> dict[str, str]:
    collection = read_collection(root / "source_units")
    settings = Settings("https://example.org/report?title={title}&body={body}")
    return rendered(gathered(collection, settings, HAND_WRITTEN))


def test_pages_are_those_under_golden(root: Path) -> None:
    pages = golden_files(root)
    if REFRESH:
        for path in GOLDEN.rglob("*.md"):
            path.unlink()
        for path, text in pages.items():
            (GOLDEN / path).parent.mkdir(parents=True, exist_ok=True)
            (GOLDEN / path).write_text(text, encoding="utf-8")
    known = {path.relative_to(GOLDEN).as_posix(): path for path in GOLDEN.rglob("*.md")}
    assert sorted(known) == sorted(pages)
    for path, text in pages.items():
        assert text == known[path].read_text(encoding="utf-8"), f"{path} differs: nox -s golden, then review"


def with_python_markdown(body: str) -> str:
    return markdown.markdown(body, extensions=EXTENSIONS)


def with_markdown_it(body: str) -> str:
    return MarkdownIt("commonmark").enable("table").render(body)


def body_of(page: str) -> str:
    return page.split("---\n", 2)[2]


@pytest.mark.parametrize("convert", [with_python_markdown, with_markdown_it], ids=["Python-Markdown", "markdown-it"])
def test_every_requirement_stands_at_its_anchor_word_for_word(root: Path, convert) -> None:
    pages = golden_files(root)
    for unit in read_collection(root / "source_units").catalogue.units:
        tree = LexborHTMLParser(convert(body_of(pages[f"units/{unit.code.text}/index.md"])))
        for position, element in enumerate(unit.elements, 1):
            for number, item in enumerate(element.requirements, 1):
                node = tree.css_first(f"#e{position}-r{number} > .requirement-text")
                assert node is not None
                assert node.text() == item.text


HOSTILE = [
    "<script>alert(1)</script>",
    "*bold* _it_ `code` [link](http://x) ![i](j) ~~s~~ ==m== ^^i^^",
    "{{ 7*7 }} {% include '/etc/passwd' %} {# no #}",
    "{ #id .class onclick=alert(1) } {: title=x }",
    "a | b || c",
    "</li></ol></div></td></table><b>",
    "\"quoted\" & 'single' &amp; &#60; \\ back",
    '--8<-- "/etc/passwd"',
    "1. one - two + three # four",
    "=SUM(A1) @x +y -z",
    "::: generator",
    "!!! note",
    "[TOC]",
    "[^1]: note *[abbr]: x",
    "www.example.com http://example.com/?a=b&c",
    ":smile: $x$ \\(y\\)",
    "能力單元 <b>的</b>",
]

texts = st.sampled_from(HOSTILE) | st.text(
    st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Cf", "Zl", "Zp", "Co", "Cn")), min_size=1, max_size=50
)


@settings(deadline=None, max_examples=dose(30, 500))
@given(texts.map(folded_blanks).filter(bool))
@example("x" * 300)
def test_any_text_comes_out_literally_and_nothing_of_it_is_live(text: str) -> None:
    first, second = made_unit("QXAABB201A", text), made_unit("QXAABB201B", f"{text} more")
    pages = rendered(contents_of(first, second))
    for convert in (with_python_markdown, with_markdown_it):
        tree = LexborHTMLParser(convert(body_of(pages["units/QXAABB201A/index.md"])))
        assert tree.css_first("#e1-r1 > .requirement-text").text() == text
        assert tree.css_first("#e1-r1-1 > .requirement-text").text() == text
        assert folded_blanks(tree.css_first("h1").text()).startswith(f"QXAABB201A {text}")
        # markdown-it knows no attribute lists and shows those of our headings.
        assert f"1. {text}" in {re.sub(r" \{ #\w+ \}$", "", folded_blanks(node.text())) for node in tree.css("h3")}
        for page in pages.values():
            built = LexborHTMLParser(convert(body_of(page)))
            assert not built.css("script, iframe, img, svg, style, object, embed, [onclick], [onload], [onerror]")
            assert not [node for node in built.css("a") if (node.attributes.get("href") or "").startswith("javascript")]


def test_a_link_to_nowhere_is_refused(tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "broken.jinja").write_text("{{ link('units/NOWHERE/') }}", encoding="utf-8")
    renderer = Renderer(tmp_path, frozenset({"units/"}))
    with pytest.raises(GeneratorError, match="units/NOWHERE/"):
        renderer.render(Page("units/", "broken.jinja", "t", "d", None))


def test_a_template_of_the_project_goes_before_that_of_the_program(tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "units.md.jinja").write_text("# ours", encoding="utf-8")
    page = next(page for page in site_pages(contents_of()) if page.address == "units/")
    assert Renderer(tmp_path, frozenset()).render(page).endswith("# ours\n")


def test_an_unknown_name_in_a_template_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "wrong.jinja").write_text("{{ view.missing }}", encoding="utf-8")
    with pytest.raises(GeneratorError, match=r"wrong\.jinja"):
        Renderer(tmp_path, frozenset()).render(Page("units/", "wrong.jinja", "t", "d", object()))

"""Containers to lines: web pages, tables drawn in text, cells copied from spreadsheets, quoted mails."""

from __future__ import annotations

import pytest

from generator.reading.containers import read_contents
from generator.reading.contents import Contents
from generator.source import decode

UNIT = "<h1>Unit of Competency</h1><p>Title: Mend a net</p><p>Code: QXNETS101A</p><p>Level: 1</p>"


def contents(text: str, file: str = "x.txt") -> Contents:
    return read_contents(decode(file, text.encode()))


def page(body: str) -> Contents:
    return contents(f"<!DOCTYPE html><html><body>{body}</body></html>")


def texts(found: Contents) -> list[str]:
    return [line.text for line in found.lines]


def rules(found: Contents) -> list[tuple[str, str]]:
    return [(aside.rule, aside.passage.text) for aside in found.set_aside]


@pytest.mark.parametrize(
    ("text", "container"),
    [
        ("| Title | Mend a net |\n|---|---|\n| Code | QXNETS101A |\n", "Markdown table"),
        (
            (
                "+-------+------------+\n| Title | Mend a net |\n"
                "+=======+============+\n| Code  | QXNETS101A |\n+-------+------------+\n"
            ),
            "grid table",
        ),
        ("  Title   Mend a net\n  ------- ------------\n  Code    QXNETS101A\n", "ruled table"),
        ("=====  ==========\nTitle  Mend a net\nCode   QXNETS101A\n=====  ==========\n", "ruled table"),
        (
            "-----------------\nTitle  Mend a\n       net\n------ ----------\nCode   QXNETS101A\n-----------------\n",
            "ruled table",
        ),
        (
            '{| class="wikitable"\n! Title\n| Mend a [[Fishing net|net]]\n|-\n! style="x" | Code || QXNETS101A\n|}\n',
            "wiki table",
        ),
        ('Title,"Mend a net"\nCode,QXNETS101A\nLevel,1\n', "comma-separated cells"),
    ],
)
def test_every_kind_of_table_gives_label_tab_value(text: str, container: str) -> None:
    found = contents(text)
    assert found.containers == (container,)
    assert texts(found)[:2] == ["Title\tMend a net", "Code\tQXNETS101A"]


def test_columns_of_a_drawn_table_are_those_of_the_screen() -> None:
    found = contents("+------+------+\n| 名稱 | 修網 |\n+------+------+\n| 編號 | A1   |\n+------+------+\n")
    assert texts(found) == ["名稱\t修網", "編號\tA1"]


def test_wraps_in_a_cell_are_joined_and_items_are_not() -> None:
    found = contents(
        "+-------+--------------+\n| Range | This unit is |\n|       | for menders. |\n|       |              |\n"
        "|       | - Know all   |\n|       |   nets       |\n+-------+--------------+\n"
    )
    assert texts(found) == ["Range\tThis unit is for menders.", "- Know all nets"]


def test_text_over_a_border_of_a_drawn_table_is_kept() -> None:
    found = contents(
        "+-------+------+------+\n| Title | Mend nets   |\n+-------+------+------+\n| Code | A1 | new |\n"
        "+-------+------+------+\n| Range | Menders use C++ |\n+-------+------+------+\n"
    )
    assert texts(found) == ["Title\tMend nets", "Code\tA1\tnew", "Range\tMenders use C++"]


def test_quoted_cells_hold_line_ends_and_doubled_quotes() -> None:
    found = contents('Title\tMend\nCompetency\t"1. Know ""nets""\n• Know knots"\nRemark\t"never closed\n')
    assert texts(found) == ["Title\tMend", 'Competency\t1. Know "nets"', "• Know knots", 'Remark\t"never closed']


def test_marks_of_quoting_are_no_text_and_bullets_stay() -> None:
    assert texts(contents("He wrote:\n> Title: A\n> Code: B\n>\n> Level: 1\n"))[1:] == [
        "Title: A",
        "Code: B",
        "Level: 1",
    ]
    assert texts(contents("Title: A\nCompetency\n> Know\n> Do\nLevel: 1\nCredit: 3\n"))[2] == "> Know"


def test_form_feeds_begin_pages_and_are_no_text() -> None:
    found = contents("one\n\ftwo\f\n")
    assert (texts(found), found.pages) == (["one", "two"], (0, 5))


def test_lines_know_emphasis_headings_and_empty_lines() -> None:
    bold, plain, heading, wiki = contents("**All bold**\nplain **word**\n\nHeading\n-------\n== Wiki ==\n").lines
    assert (bold.bold, plain.bold, heading.heading, heading.after_blank, wiki.heading) == (True, False, 2, True, 2)
    assert heading.text == "Heading"


def test_a_page_is_read_without_what_is_around_the_unit() -> None:
    found = page(
        f"<title>Portal</title><nav>Home</nav><header>Logo</header><main>{UNIT}<p hidden>secret</p></main>"
        "<div class='sidebar'>Related</div><footer>Imprint</footer><p>stray</p><template>later</template>"
    )
    assert texts(found) == ["Unit of Competency", "Title: Mend a net", "Code: QXNETS101A", "Level: 1"]
    assert rules(found) == [
        ("window title", "Portal"),
        ("navigation", "Home"),
        ("page header", "Logo"),
        ("hidden text", "secret"),
        ("sidebar", "Related"),
        ("page footer", "Imprint"),
        ("outside the main part", "stray"),
        ("hidden text", "later"),
    ]


def test_a_part_that_holds_the_unit_is_text_whatever_it_is_called() -> None:
    assert "Code: QXNETS101A" in texts(page(f"<form class='footer'>{UNIT}</form>"))


def test_cells_over_several_rows_keep_their_columns() -> None:
    found = page(
        "<table><tr><th rowspan=2>Level<td>1<tr><td>one<tr><th>Competency<td><p>Requirements<ul><li>Know</ul></table>"
    )
    assert [(line.text, line.tabbed, line.item) for line in found.lines] == [
        ("Level\t1", False, False),
        ("one", True, False),
        ("Competency\tRequirements", False, False),
        ("Know", True, True),
    ]


def test_terms_and_definitions_are_labels_and_values() -> None:
    assert texts(page("<dl><dt>Title<dd>Mend<dd>nets<dt>Code<dd>A1</dl>")) == ["Title\tMend", "nets", "Code\tA1"]


@pytest.mark.parametrize(
    ("body", "first"),
    [
        ("<ol start=2><li>Mend nets</ol>", "2. Mend nets"),
        ("<ol type=a><li>Able to mend</ol>", "a. Able to mend"),
        ("<ol type=i><li>Able to mend</ol>", "(i) Able to mend"),
        ("<ol><li value=4>Mend nets</ol>", "4. Mend nets"),
        ("<ol><li>Mend<ul><li>Know</ul><li>Sell<ul><li>Know</ul></ol>", "1. Mend"),
        ("<ol><li>6.1 Mend<ul><li>Know</ul></ol>", "6.1 Mend"),
        ("<ol style='list-style-type: none'><li>Mend<ul><li>Know</ul></ol>", "Mend"),
        ("<ul><li>Mend</ul>", "Mend"),
    ],
)
def test_lists_print_their_numbers(body: str, first: str) -> None:
    line = page(body).lines[0]
    assert (line.text, line.item, line.depth) == (first, True, 1)


def test_list_paragraphs_of_word_have_depth_and_no_glyphs() -> None:
    found = page(
        "<p class=MsoListParagraph style='text-indent:-18pt;mso-list:l0 level2 lfo1'><![if !supportLists]>"
        "<span style='font-family:Symbol;mso-list:Ignore'>·<span style='font:7pt'>&nbsp;&nbsp;</span></span>"
        "<![endif]>Know nets<o:p></o:p></p><p class=MsoNormal><b>Remark</b></p>"
    )
    item, label = found.lines
    assert (item.text, item.item, item.depth) == ("Know nets", True, 2)
    assert (label.text, label.bold, label.item) == ("Remark", True, False)


def test_preformatted_text_keeps_its_lines_and_indents() -> None:
    found = page("<pre>Title: A\n  • Know\n\nRemark</pre>")
    assert [(line.text, line.indent, line.after_blank) for line in found.lines] == [
        ("Title: A", 0, False),
        ("• Know", 2, False),
        ("Remark", 0, True),
    ]


def test_heads_that_only_name_columns_are_set_aside() -> None:
    found = contents("| Field | Value |\n|---|---|\n| Title | A |\n")
    assert (texts(found), rules(found)) == (["Title\tA"], [("table head", "Field\tValue")])


def test_every_character_of_a_page_stands_where_its_place_says() -> None:
    found = page("<p>Salt  &amp;\n pepper</p><table><tr><td>a<td>b &lt; c</table>")
    for line in found.lines:
        for run in line.passage.runs:
            if run.length == run.source_length:
                piece = found.text[run.source : run.source + run.length]
                assert line.text[run.at : run.at + run.length] == piece
    assert texts(found) == ["Salt & pepper", "a\tb < c"]


def test_long_lines_and_wide_rows_are_read_whole() -> None:
    wide = contents("<table><tr>" + "<td>a</td>" * 20000 + "</tr></table>")
    assert sum(line.text.count("a") for line in wide.lines) == 20000
    long = contents("Title: A\n" + "know **nets** " * 20000)
    assert [found.id for found in long.findings] == ["line-too-long"]
    assert long.lines[1].text.count("nets") == 20000


@pytest.mark.parametrize(
    ("typed", "file", "read"),
    [
        ("Wash `red` and *blue* **nets**, never __old__ ones", "x.md", "Wash red and blue nets, never old ones"),
        ("Keep `**stars**` in code", "x.md", "Keep **stars** in code"),
        ("***Never*** mix **`a` and _b_**", "x.md", "Never mix a and b"),
        ("5 * 3 * 2 knots_a_b", "x.md", "5 * 3 * 2 knots_a_b"),
        (r"two \*stars\* stay", "x.md", "two *stars* stay"),
        ("Wash `red` and *blue* **nets**", "x.txt", "Wash `red` and *blue* **nets**"),
    ],
)
def test_emphasis_and_code_are_marks_in_markdown_only(typed: str, file: str, read: str) -> None:
    assert texts(contents(f"Title: Mend a net\n• {typed}\n", file))[1] == f"• {read}"


def test_emphasised_labels_show_that_a_text_is_markdown() -> None:
    assert texts(contents("**Title:** Mend a net\n• Wash *blue* nets\n"))[1] == "• Wash blue nets"


def test_fences_around_raw_text_are_marks() -> None:
    found = contents("- Prepare nets:\n\n```{=html}\n<!-- -->\n```\n\n- Wash nets\n", "x.md")
    assert texts(found) == ["- Prepare nets:", "- Wash nets"]


def test_one_cell_that_needs_its_quotes_says_that_all_quoted_cells_are_cells() -> None:
    found = contents('Title\t"Mend a net"\nRemark\t""\nRange\t"For ""all""\nboats"\n')
    assert texts(found)[0] == "Title\tMend a net"
    assert '""' not in " ".join(texts(found))
    assert texts(contents('Title\t"Mend a net"\n')) == ['Title\t"Mend a net"']


@pytest.mark.parametrize("torn", ["<li cla", "</td", "<", "</", '<p style="a'])
def test_a_tag_that_the_file_ends_in_is_set_aside(torn: str) -> None:
    found = contents(f"Title: Mend a net\n<ul><li>Wash nets</li><li>Dry {torn}")
    assert rules(found) == [("unfinished tag", torn)]
    assert texts(found)[-1] == "Dry"
    assert texts(contents("Use when 3 <")) == ["Use when 3 <"]


def test_links_behind_a_unit_are_navigation() -> None:
    found = page(f'{UNIT}<p>Remark: See <a href="b">b</a></p><p><a href="x.pdf">Download PDF</a></p>')
    assert rules(found) == [("navigation", "Download PDF")]
    assert rules(page(f'{UNIT}<p>Remark</p><p><a href="b">The net makers guide</a></p>')) == []


def test_a_list_beside_the_item_that_leads_in_to_it_stands_below_it() -> None:
    body = "<ul><li>Prepare nets:</li></ul><ul><li>small</li></ul><ul><li>Dry nets</li></ul>"
    found = {line.text: (line.depth, line.listing) for line in page(body).lines}
    assert found == {"Prepare nets:": (1, 1), "small": (2, 1), "Dry nets": (1, 1)}
    apart = page("<ul><li>Prepare nets</li></ul><ul><li>Dry nets</li></ul>").lines
    assert [(line.depth, line.listing) for line in apart] == [(1, 1), (1, 2)]


def test_markup_says_where_a_paragraph_begins() -> None:
    found = page('<p>Wash nets<br>and boats</p><div>Dry</div><p style="position:absolute">printed line</p>').lines
    assert [line.whole for line in found] == [True, False, False, False]


@pytest.mark.parametrize(
    ("typed", "is_garbled"),
    [
        ("Kno! th# fibr#s us#d for n#ts", True),
        ('Com!"!#ci!s of m!"ding n!"ts', True),
        ("Mend nets at cafÃ© â€“ and boats", True),
        ("Wash\ufffd the\ufffd net\ufffds of\ufffd all\ufffd", True),
        ("Learn C# and R&D for US$5; write to a@b.org! See x#y", False),
        ("Serve in cafés, crème brûlée at 40 °C – “hot”", False),
    ],
)
def test_text_that_came_out_wrong_is_reported_once(typed: str, is_garbled: bool) -> None:
    found = [one.offset for one in contents(f"Title: Mend a net\n{typed}\nCode: QXNETS101A\n").findings]
    assert found == ([len("Title: Mend a net\n")] if is_garbled else [])

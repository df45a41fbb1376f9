"""The check of a built site: every link and anchor leads somewhere, nothing is loaded from another host."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.site import broken_links

SITE = {
    "index.html": '<h1 id="top-of-it">Start</h1><a href="units/">Units</a>',
    "units/index.html": "<p id='all'>All</p><a name=old>old name</a>",
    "units/A 1/index.html": '<p id="e1-r1">x</p><p id="é">x</p>',
    "data/units.json": "{}",
    "assets/style.css": "a{}",
    "404.html": "<p>not here</p>",
}


def put(folder: Path, files: dict[str, str]) -> Path:
    for path, content in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(content, encoding="utf-8")
    return folder


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return put(tmp_path, SITE)


def reasons(site: Path, mount: str = "/") -> list[str]:
    return [broken.reason for broken in broken_links(site, mount)]


@pytest.mark.parametrize(
    "html",
    [
        '<a href="units/">x</a>',
        '<a href="./units/index.html#all">x</a>',
        '<a href="units/#old">x</a>',
        '<a href=".">x</a>',
        '<a href="">x</a>',
        '<a href="#">x</a>',
        '<a href="#top">x</a>',
        '<a href="?q=a#here">x</a><p id="here">',
        '<a href="units/A%201/#%C3%A9">x</a>',
        '<a href="data/units.json#L1">x</a>',
        '<a href="https://example.org/nowhere#x">x</a>',
        '<a href="//example.org/">x</a>',
        '<a href="mailto:a@example.org">x</a>',
        "<a>no address</a>",
        '<link rel="canonical" href="https://example.org/">',
        '<link rel="stylesheet" href="assets/style.css">',
        '<img src="data:image/gif;base64,R0lGOD=" alt="">',
        '<style>a{background:url("data:image/png,x")} /* url(https://example.org/in-a-comment) */</style>',
        "<p>&lt;a href=&quot;nowhere/&quot;&gt; is text</p>",
        "<!-- <a href='nowhere/'> -->",
        "<script>var s = '<a href=\"nowhere/\">'</script>",
    ],
)
def test_a_sound_link(site: Path, html: str) -> None:
    put(site, {"page.html": html})
    assert broken_links(site) == ()


@pytest.mark.parametrize(
    ("html", "reason"),
    [
        ('<a href="nowhere/">x</a>', "leads to no page"),
        ('<a href="units">x</a>', "leads to no page"),
        ('<a href="Units/">x</a>', "leads to no page"),
        ('<a href="../">x</a>', "leads to no page"),
        ('<a href="../../etc/passwd">x</a>', "leads to no page"),
        ('<a href="units/#none">x</a>', "names no anchor of units/index.html"),
        ('<a href="#none">x</a>', "names no anchor of page.html"),
        ('<a href="#ALL">x</a><p id="all">', "names no anchor"),
        ('<a href="/units/">x</a>', "root of the host"),
        ('<a href="javascript:alert(1)">x</a>', "scheme javascript:"),
        ('<a href=" JavaScript:alert(1)">x</a>', "scheme javascript:"),
        ('<a href="file:///etc/passwd">x</a>', "scheme file:"),
        ('<a href="http://[broken">x</a>', "is no address"),
        ('<area href="nowhere/">', "leads to no page"),
        ('<form action="nowhere/"></form>', "leads to no page"),
        ('<img src="none.png" alt="">', "leads to no page"),
        ('<link rel="next" href="nowhere/">', "leads to no page"),
        ('<meta http-equiv="refresh" content="0; url=nowhere/">', "leads to no page"),
        ('<script src="https://example.org/a.js"></script>', "loaded from another host"),
        ('<script src="//example.org/a.js"></script>', "loaded from another host"),
        ('<link rel="stylesheet" href="https://example.org/a.css">', "loaded from another host"),
        ('<link rel="preconnect" href="https://example.org">', "loaded from another host"),
        ('<link rel="icon" href="https://example.org/a.ico">', "loaded from another host"),
        ('<img src="https://example.org/a.png" alt="">', "loaded from another host"),
        ('<img srcset="units/ 1x, https://example.org/a.png 2x" alt="">', "loaded from another host"),
        ('<iframe src="https://example.org/"></iframe>', "loaded from another host"),
        ('<video poster="https://example.org/a.png"></video>', "loaded from another host"),
        ('<object data="https://example.org/a.svg"></object>', "loaded from another host"),
        ('<svg><use href="https://example.org/a.svg#x"/></svg>', "loaded from another host"),
        ('<p style="background: url(https://example.org/a.png)">', "loaded from another host"),
        ("<style>@import 'https://example.org/a.css';</style>", "loaded from another host"),
        ('<style>@font-face{src:url( "https://example.org/a.woff2" )}</style>', "loaded from another host"),
    ],
)
def test_a_broken_link(site: Path, html: str, reason: str) -> None:
    put(site, {"page.html": html})
    found = [broken for broken in broken_links(site) if reason in broken.reason]
    assert [broken.page for broken in found] == ["page.html"]


def test_style_sheets_are_read_too(site: Path) -> None:
    put(
        site,
        {"assets/style.css": '/* url(x) */ @import "more.css"; a{b:url(none.png)} c{d:url(https://example.org/f)}'},
    )

    assert [(broken.link, broken.reason) for broken in broken_links(site)] == [
        ("https://example.org/f", "is loaded from another host"),
        ("more.css", "leads to no page or file of the site"),
        ("none.png", "leads to no page or file of the site"),
    ]


def test_each_fault_of_a_page_is_told_once_in_order(site: Path) -> None:
    put(site, {"b.html": '<a href="y/"></a><a href="x/"></a><a href="y/"></a>', "a.html": '<a href="z/"></a>'})

    assert [(broken.page, broken.link) for broken in broken_links(site)] == [
        ("a.html", "z/"),
        ("b.html", "x/"),
        ("b.html", "y/"),
    ]


@pytest.mark.parametrize(
    ("mount", "href", "sound"),
    [
        ("/", "/units/", True),
        ("/", "/nowhere/", False),
        ("/atlas/", "/atlas/units/", True),
        ("/atlas", "/atlas/", True),
        ("/atlas/", "/units/", False),
    ],
)
def test_links_of_the_error_page_start_where_the_site_is_published(
    site: Path, mount: str, href: str, sound: bool
) -> None:
    put(site, {"404.html": f'<a href="{href}">x</a>'})
    assert (reasons(site, mount) == []) is sound

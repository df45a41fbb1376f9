"""The build with the real MkDocs and theme: strict, reproducible, faithful to hostile titles, served as built."""

from __future__ import annotations

import http.client
import json
import os
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from generator.errors import GeneratorError
from generator.output import write_site
from generator.site import broken_links, build_whole_site, built_server, source_date_epoch
from generator.site.watching import originals

HOSTILE = 'Answer <svg/onload=alert(3)> & "x" {{ 7*7 }} </title><script>alert(4)</script>'


def page(title: str, body: str = "", **matter: object) -> str:
    lines = [f"{key}: {json.dumps(value)}" for key, value in {"title": title, **matter}.items()]
    return "\n".join(["---", *lines, "---", "", body])


@pytest.fixture
def project(tmp_path: Path, root: Path) -> Path:
    """A project with the real settings and theme, and the smallest pages its navigation asks for."""
    folder = tmp_path / "project"
    shutil.copytree(root / "site_templates", folder / "site_templates")
    shutil.copy(root / "mkdocs.yml", folder)
    docs = folder / "docs"
    in_navigation = re.findall(r"[\w/-]+\.md", (folder / "mkdocs.yml").read_text())
    write_site(docs, {path: page(path, f"# {path}\n\nText.\n") for path in in_navigation})
    (docs / "units/A.md").write_text(
        page("A", "# A\n\n[All](index.md)\n", lang="zh-Hant", breadcrumbs=[[HOSTILE, "units/"], ["Start", ""]])
    )
    (docs / "units/hostile.md").write_text(page(HOSTILE, f"# {_escaped(HOSTILE)}\n\nText.\n", description=HOSTILE))
    (docs / "units/headless.md").write_text(page(HOSTILE, "No heading.\n", tags=[HOSTILE, "B"]))
    return folder


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def build(project: Path, site: str = "site", **options: bool) -> Path:
    target = project / site
    build_whole_site(
        project / "mkdocs.yml", project / "docs", target, epoch=1_700_000_000, **{"index": False, **options}
    )
    return target


def parsed(site: Path, path: str) -> LexborHTMLParser:
    return LexborHTMLParser((site / path).read_bytes())


def tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_site_is_built_whole_and_nothing_is_left_beside_it(project: Path) -> None:
    site = build(project, index=True)

    assert broken_links(site) == ()
    assert (site / "search/search_index.json").is_file()
    assert (site / "pagefind/pagefind.js").is_file()
    assert not list(project.glob(".site-*"))


def test_a_warning_of_mkdocs_fails_the_build_and_leaves_the_old_site(project: Path) -> None:
    before = tree(build(project))
    (project / "docs/units/A.md").write_text("# A\n\n[gone](gone.md) and [no anchor](index.md#none)\n")

    with pytest.raises(GeneratorError) as caught:
        build(project)
    assert "units/A.md" in caught.value.message
    assert "gone.md" in caught.value.message
    assert "#none" in caught.value.message
    assert tree(project / "site") == before
    assert not list(project.glob(".site-*"))


def test_a_broken_link_in_raw_html_fails_the_build_unless_asked_not_to(project: Path) -> None:
    (project / "docs/units/A.md").write_text('# A\n\n<p><a href="../gone/">gone</a></p>\n')

    with pytest.raises(GeneratorError, match=r"units/A/index.html: ../gone/ leads to no page"):
        build(project)
    build(project, check_links=False)


def test_a_folder_that_is_no_site_is_not_replaced(project: Path) -> None:
    (project / "precious").mkdir()
    (project / "precious/letter.txt").write_text("dear")

    with pytest.raises(GeneratorError, match="not a built site"):
        build(project, "precious")
    assert (project / "precious/letter.txt").read_text() == "dear"


def test_a_site_moved_away_by_a_killed_build_comes_back(project: Path) -> None:
    before = tree(build(project))
    (project / "site").rename(project / ".site-site-old")
    (project / "docs/units/A.md").write_text("# A\n\n[gone](gone.md)\n")

    with pytest.raises(GeneratorError):
        build(project)
    assert tree(project / "site") == before


_BUILD = """
import sys
from pathlib import Path
from generator.site import build_whole_site
build_whole_site(Path(sys.argv[1], "mkdocs.yml"), Path(sys.argv[1], "docs"), Path(sys.argv[2]), epoch=1700000000)
"""


def test_two_builds_in_different_folders_are_the_same_byte_for_byte(project: Path, tmp_path: Path) -> None:
    sites = []
    for seed in ("1", "2"):
        copy = tmp_path / f"copy-{seed}" / seed
        shutil.copytree(project, copy)
        environment = {**os.environ, "PYTHONHASHSEED": seed, "SITE_URL": "https://example.org/atlas/"}
        environment.pop("SOURCE_DATE_EPOCH", None)
        subprocess.run([sys.executable, "-c", _BUILD, copy, copy / "out"], env=environment, check=True)
        sites.append(tree(copy / "out"))

    assert sites[0] == sites[1]
    assert b"https://example.org/atlas/units/A/" in sites[0]["sitemap.xml"]
    assert "pagefind/pagefind-entry.json" in sites[0]


def test_hostile_titles_are_text_wherever_they_are_printed(project: Path) -> None:
    site = build(project)

    for path in ("units/hostile/index.html", "units/headless/index.html"):
        tree = parsed(site, path)
        assert tree.css_first("title").text() == f"{HOSTILE} – Competency Atlas"
        assert tree.css_first("meta[property='og:title']").attributes["content"] == HOSTILE
        assert tree.css_first("[data-md-component=header-topic]").text().strip() == HOSTILE
        assert tree.css_first("article h1").text().removesuffix("¶").strip() == HOSTILE
    described = parsed(site, "units/hostile/index.html")
    for selector in ("meta[name=description]", "meta[property='og:description']"):
        assert described.css_first(selector).attributes["content"] == HOSTILE
    assert parsed(site, "units/A/index.html").css_first(".breadcrumbs a").text() == HOSTILE


def test_no_page_holds_live_markup_from_a_title(project: Path) -> None:
    site = build(project)

    for path in site.rglob("*.html"):
        tree = LexborHTMLParser(path.read_bytes())
        assert not tree.css("[onload], [onerror]")
        assert not [script for script in tree.css("script") if script.text() == "alert(4)"]


def test_the_search_index_holds_no_live_markup_from_a_title_or_tag(project: Path) -> None:
    index = json.loads((build(project) / "search/search_index.json").read_bytes())
    entries = [entry for entry in index["docs"] if entry["location"] in {"units/hostile/", "units/headless/"}]

    assert len(entries) == 2
    for entry in entries:
        for text in (entry["title"], *entry.get("tags", ())):
            fragment = LexborHTMLParser(f"<div>{text}</div>").css_first("div")
            assert [child.tag for child in fragment.traverse()] == ["div"]
        assert LexborHTMLParser(f"<div>{entry['title']}</div>").css_first("div").text() == HOSTILE


def test_the_language_of_a_page_is_that_of_its_text_and_the_frame_keeps_its_own(project: Path) -> None:
    site = build(project)
    chinese, english = parsed(site, "units/A/index.html"), parsed(site, "units/index.html")

    assert chinese.css_first("html").attributes["lang"] == "zh-Hant"
    assert english.css_first("html").attributes["lang"] == "en"
    assert {
        node.attributes["lang"] for node in chinese.css(".md-header, .atlas-frame, .breadcrumbs, .md-nav--primary")
    } == {"en"}


def test_breadcrumbs_lead_to_their_pages(project: Path) -> None:
    links = parsed(build(project), "units/A/index.html").css(".breadcrumbs a")

    assert [link.attributes["href"] for link in links] == ["../", "../.."]


def test_unit_pages_are_complete_without_the_navigation(project: Path) -> None:
    site = build(project)

    for path in site.rglob("*.html"):
        shown = {link.text().strip() for link in LexborHTMLParser(path.read_bytes()).css(".md-tabs__link")}
        assert {"Start", "Units", "Levels", "Areas", "Industries", "Comparisons", "Quality", "About"} == shown


def test_an_unpublished_build_of_mkdocs_is_dated_by_its_sources(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    source = tmp_path / "repository/source_units"
    source.mkdir(parents=True)
    assert source_date_epoch(source) == 946_684_800
    assert source_date_epoch(tmp_path / "nowhere") == 946_684_800

    (source / "a.txt").write_text("a")
    who = {f"GIT_{role}_{what}": "x@example.org" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    when = {"GIT_COMMITTER_DATE": "1600000000 +0000", "GIT_AUTHOR_DATE": "1500000000 +0000"}
    for command in ("init -q", "add .", "commit -q -m a"):
        subprocess.run(["git", *command.split()], cwd=source.parent, env={**os.environ, **who, **when}, check=True)
    assert source_date_epoch(source) == 1_600_000_000

    monkeypatch.setenv("SOURCE_DATE_EPOCH", "42")
    assert source_date_epoch(source) == 42
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "today")
    with pytest.raises(GeneratorError, match="SOURCE_DATE_EPOCH"):
        source_date_epoch(source)


def test_the_preview_does_not_see_generated_files_nor_what_editors_leave(tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    write_site(docs, {"index.md": "generated", "units/A/index.md": "generated"})
    for name in ("mine.md", "units/mine.md", ".mine.md.swp", "mine.md~"):
        (docs / name).write_text("by hand")

    assert sorted(entry.name for entry in originals(docs, docs)) == ["mine.md", "units"]
    assert sorted(entry.name for entry in originals(docs, docs / "units")) == ["A", "mine.md"]
    assert list(originals(docs, docs / "units/A")) == []
    assert [entry.name for entry in originals(docs / "units", tmp_path)] == ["docs"]


@pytest.fixture
def served(tmp_path: Path) -> Iterator[http.client.HTTPConnection]:
    site = tmp_path / "site"
    for path, content in {
        "index.html": "start",
        "units/index.html": "units",
        "404.html": "not here",
        "assets/a.js": "1",
        "data/units.json": "{}",
    }.items():
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_text(content)
    (tmp_path / "secret.txt").write_text("secret")
    (site / "way-out").symlink_to(tmp_path)
    with built_server(site, "127.0.0.1", 0) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        connection = http.client.HTTPConnection("127.0.0.1", server.server_port)
        yield connection
        connection.close()
        server.shutdown()
        thread.join()


@pytest.mark.parametrize(
    ("path", "status", "body"),
    [
        ("/", 200, "start"),
        ("/units/", 200, "units"),
        ("/units", 301, ""),
        ("/data/units.json?x=1", 200, "{}"),
        ("/nowhere/", 404, "not here"),
        ("/data/", 404, "not here"),
        ("/../secret.txt", 404, "not here"),
        ("/%2e%2e/secret.txt", 404, "not here"),
        ("/way-out/secret.txt", 404, "not here"),
        ("/way-out/", 404, "not here"),
    ],
)
def test_a_built_site_is_served_as_a_web_host_would(
    served: http.client.HTTPConnection, path: str, status: int, body: str
) -> None:
    served.request("GET", path)
    answer = served.getresponse()

    assert (answer.status, answer.read().decode()) == (status, body)


def test_a_page_that_is_not_there_is_html_and_scripts_are_scripts(served: http.client.HTTPConnection) -> None:
    for path, kind in (("/nowhere", "text/html; charset=utf-8"), ("/assets/a.js", "text/javascript")):
        served.request("GET", path)
        answer = served.getresponse()
        answer.read()
        assert answer.headers["Content-Type"] == kind


def test_serving_says_what_is_wrong(tmp_path: Path) -> None:
    with pytest.raises(GeneratorError, match="no built site"):
        built_server(tmp_path, "127.0.0.1", 0)
    (tmp_path / "index.html").write_text("start")
    with built_server(tmp_path, "127.0.0.1", 0) as server, pytest.raises(GeneratorError, match="cannot listen"):
        built_server(tmp_path, "127.0.0.1", server.server_port)

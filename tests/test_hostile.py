"""Hostile raw files in one real build: each has its diagnostic, shows its text literally and touches nothing else."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from project import copy_project, run
from selectolax.lexbor import LexborHTMLParser

from generator.diagnostics import KINDS

LIVE = "script, iframe, object, embed, form, style, svg[onload], link, meta, base"
OWN_OUTPUT = ("docs/", "site/", ".cache/")
"""What a build may write in a project."""


def sheet(code: str, requirement: str = "Know the rules", title: str = "Handle cargo") -> str:
    return (
        f"Unit of Competency\nTitle: {title}\nCode: {code}\nRange: All staff.\nLevel: 2\nCredit: 3\n"
        f"Competency: Performance Requirements\n1. Handle the cargo\n• {requirement}\n"
        "Assessment Criteria: The integrated outcome requirements of this unit of competency are:\n• Able to do it\n"
        "Remark: None\n"
    )


@dataclass(frozen=True, slots=True)
class Text:
    """A hostile text inside a requirement, what its page shows of it, and the diagnostic it gives."""

    name: str
    hostile: str
    shown: str
    found: str | None = None


TEXTS = (
    Text("script", "Know <script>alert(1)</script> scripts", "Know scripts", "active-content-removed"),
    Text("handler", "Know <b onmouseover=alert(1)>bold</b> moves", "Know bold moves", "active-content-removed"),
    Text("address", 'Know <a href="javascript:alert(1)">links</a>', "Know links", "active-content-removed"),
    Text("frame", 'Know <iframe src="//evil.example"></iframe>frames', "Know frames", "active-content-removed"),
    Text(
        "escaped", "Know <b>an</b> &lt;script&gt;alert(2)&lt;/script&gt; too", "Know an <script>alert(2)</script> too"
    ),
    Text("markdown", "Know [a](javascript:alert(1)) ![b](//evil.example/c) `d` # e", "[a](javascript:alert(1)) ![b]("),
    Text("snippet", 'Know --8<-- "/etc/passwd" and ;--8<-- "mkdocs.yml"', '--8<-- "/etc/passwd" and ;--8<--'),
    Text(
        "jinja", "Know {{ config.items() }} {% include '/etc/passwd' %} {# no #}", "{{ config.items() }} {% include '"
    ),
    Text("attributes", "Know {: onclick=alert(1) } and { #top .x }", "{: onclick=alert(1) } and { #top .x }"),
    Text("matter", "Know\n---\ntitle: Evil\ntemplate: evil.html\n---\nthe end", "title: Evil"),
    Text("formula", '=HYPERLINK("http://evil.example","x")', '=HYPERLINK("http://evil.example","x")'),
    Text("bidi", "Know \u202egnp.exe\u202c names", "Know gnp.exe names", "invisible-characters-removed"),
    Text("control", "Know \x00NUL\x1b[31m and \x07bells", "Know NUL[31m and bells", "control-characters-removed"),
    Text("nested", "<ul><li>" * 5000 + "Know the bottom", "Know the bottom", "nesting-too-deep"),
    Text("wide", f"Know{' ' * 100_000}gaps", "Know gaps", "line-too-long"),
    Text("long", "word " * 60_000, "word word word", "line-too-long"),
)
CODES = {
    "climbing": ("../../../../tmp/evil", "code-unsafe"),
    "encoded": ("%2e%2e%2fevil1", "code-unsafe"),
    "absolute": ("/etc/evil1", "code-unsafe"),
    "reserved": ("CON", "code-unsafe"),
    "by-case-1": ("QXCASE201A", None),
    "by-case-2": ("qxcase201a", "duplicate-code"),
    "unseen-1": ("QXSEEN201A", None),
    "unseen-2": ("QXSE\u200bEN201A", "duplicate-code"),
}


def packed(**members: bytes) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return target.getvalue()


FILES: dict[str, tuple[bytes, str]] = {
    "bomb.zip": (packed(**{"bomb.txt": b" " * (60 * 2**20)}), "archive-member-refused"),
    "climbs.zip": (packed(**{"../../climbed.txt": sheet("QXZIPS201A").encode()}), "archive-member-refused"),
    "broken.zip": (b"PK\x03\x04 cut", "broken-file"),
    "broken.pdf": (b"%PDF-1.7\n1 0 obj\n<<", "broken-file"),
    "broken.docx": (packed(**{"word/document.xml": b"<w:document"}), "broken-file"),
    "encrypted.docx": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le"),
        "encrypted-file",
    ),
    "empty.txt": (b"\xe2\x80\x8b\n\x1b\n", "empty-file"),
    "binary.txt": (bytes(range(256)) * 4, "binary-file"),
    "lines.txt": (b"a\n" * 400_000, "file-too-large"),
    "tags.html": (b"<!doctype html><html><body>" + b"<br>" * 400_000, "file-too-large"),
}


def code_of(number: int) -> str:
    return f"QXHOST2{number:02}A"


def files_outside(around: Path, project: Path) -> dict[str, bytes]:
    """Every file but those a build may write, with what it holds."""
    found = {path.relative_to(around).as_posix(): path for path in around.rglob("*") if path.is_file()}
    own = tuple(f"{project.relative_to(around).as_posix()}/{folder}" for folder in OWN_OUTPUT)
    return {name: path.read_bytes() for name, path in found.items() if not name.startswith(own)}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with all hostile files, built; nothing but its own output has changed around it."""
    around = tmp_path_factory.mktemp("around")
    (around / "secret.txt").write_text(sheet("QXLINK201A", "Keep the SECRET"), encoding="utf-8")
    folder = copy_project(around / "one" / "project")
    source = folder / "source_units"
    for number, text in enumerate(TEXTS):
        (source / f"{text.name}.txt").write_text(sheet(code_of(number), text.hostile), encoding="utf-8")
    for name, (code, _) in CODES.items():
        (source / f"{name}.txt").write_text(sheet(code), encoding="utf-8")
    for name, (content, _) in FILES.items():
        (source / name).write_bytes(content)
    (source / "link.txt").symlink_to(around / "secret.txt")
    before = files_outside(around, folder)
    built = run(folder, "generator", "build")
    assert "Traceback" not in built.stderr
    assert built.returncode == 1, built.stdout + built.stderr
    assert (folder / "site" / "index.html").is_file()
    assert files_outside(around, folder) == before
    return folder


@pytest.fixture(scope="module")
def found(project: Path) -> dict[str, set[str]]:
    """The ids of the diagnostics by the files they are about."""
    checked = run(project, "generator", "check", "--format", "json")
    by_file: dict[str, set[str]] = {}
    for one in json.loads(checked.stdout)["diagnostics"]:
        by_file.setdefault(str(one["file"]).rpartition("source_units/")[2], set()).add(one["id"])
    return by_file


def article_of(project: Path, code: str) -> LexborHTMLParser:
    return LexborHTMLParser((project / "site" / "units" / code / "index.html").read_text(encoding="utf-8"))


@pytest.mark.parametrize("number", range(len(TEXTS)), ids=[text.name for text in TEXTS])
def test_a_hostile_text_is_shown_literally(project: Path, number: int) -> None:
    article = article_of(project, code_of(number)).css_first("article")
    assert TEXTS[number].shown in " ".join(article.text().split())


@pytest.mark.parametrize("text", [text for text in TEXTS if text.found], ids=lambda text: text.name)
def test_a_hostile_text_has_its_diagnostic(found: dict[str, set[str]], text: Text) -> None:
    assert text.found in found[f"{text.name}.txt"]


@pytest.mark.parametrize("name", [name for name, (_, kind) in CODES.items() if kind])
def test_a_hostile_code_has_its_diagnostic(found: dict[str, set[str]], name: str) -> None:
    assert CODES[name][1] in found[f"{name}.txt"]


@pytest.mark.parametrize("name", FILES)
def test_a_hostile_file_has_its_diagnostic(found: dict[str, set[str]], name: str) -> None:
    assert FILES[name][1] in {kind for file, kinds in found.items() if file.startswith(name) for kind in kinds}


def test_every_diagnostic_expected_here_is_a_documented_one() -> None:
    kinds = {text.found for text in TEXTS} | {kind for _, kind in CODES.values()} | {kind for _, kind in FILES.values()}
    assert kinds - {None} <= set(KINDS)


def test_a_link_out_of_the_folder_is_reported_and_not_read(project: Path, found: dict[str, set[str]]) -> None:
    assert "unreadable-file" in found["link.txt"]
    published = [path for path in (project / "site").rglob("*") if path.is_file() and b"SECRET" in path.read_bytes()]
    assert not published


def test_no_page_holds_live_markup(project: Path) -> None:
    for path in sorted((project / "site" / "units").rglob("index.html")):
        article = LexborHTMLParser(path.read_text(encoding="utf-8")).css_first("article")
        assert not article.css(LIVE), path
        for node in article.css("*"):
            for name, value in (node.attributes or {}).items():
                assert not name.startswith("on"), (path, name)
                assert not (value or "").strip().lower().startswith(("javascript:", "data:text", "vbscript:")), path
                assert "evil.example" not in (value or "") or name not in ("src", "href"), path


def test_units_with_clashing_codes_have_pages_of_their_own(project: Path) -> None:
    names = [path.name.casefold() for path in (project / "site" / "units").iterdir()]
    assert len(names) == len(set(names))


def cells_of(project: Path) -> Iterator[str]:
    for path in sorted((project / "site" / "data").rglob("*.csv")):
        with path.open(encoding="utf-8-sig", newline="") as table:
            yield from (cell for row in csv.reader(table) for cell in row)


def test_no_cell_of_a_table_is_a_formula(project: Path) -> None:
    cells = list(cells_of(project))
    assert any("HYPERLINK" in cell for cell in cells) or cells
    assert not [cell for cell in cells if cell[:1] in ("=", "+", "@", "\t", "\r")]


def test_the_other_units_are_published(project: Path) -> None:
    for code in ("LOCUSM212A", "LOCUSM212B"):
        assert (project / "site" / "units" / code / "index.html").is_file()

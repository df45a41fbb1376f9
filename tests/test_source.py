"""Bytes to text: encodings, containers, what is refused and what is said about it."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest
from dose import dose
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.diagnostics import Finding
from generator.source import SourceText, decode, raw_files, read_source

CASES = Path(__file__).parent / "cases" / "parse"
SEEDS = Path(__file__).parent.parent / "source_units"
TRADITIONAL = (
    "能力單元\n名稱  為顧客洗髮及按摩頭部\n"
    "編號  990701L2\n級別  2\n學分  3（僅供參考）\n評核指引  能夠安全地為顧客洗髮\n"
)
SIMPLIFIED = (
    "能力单元\n名称  处理客户投诉\n"
    "编号  990702L2\n级别  2\n学分  3（仅供参考）\n评核指引  能够清晰地向客户解释退货政策\n"
)
WESTERN = "Title: Handle customers’ requests\nCode: QXAAAA101A\nRange: cafés – and “bars” at 40 °C\n• Know the menu\n"
WIDE = ("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")


def ids(source: SourceText) -> list[str]:
    return [found.id for found in source.diagnostics]


def texts() -> list[str]:
    files = sorted(path for path in (*CASES.iterdir(), *SEEDS.iterdir()) if path.suffix in (".txt", ".md"))
    found = [path.read_bytes().decode("utf-8", errors="ignore") for path in files]
    return [TRADITIONAL, SIMPLIFIED, WESTERN, *(text for text in found if text.strip())]


@settings(deadline=None, max_examples=dose(150, 3000))
@given(st.sampled_from(texts()), st.data())
def test_a_text_comes_back_from_every_encoding_it_fits(text: str, data: st.DataObject) -> None:
    lines = text.split("\n")
    if data.draw(st.booleans(), label="only some lines"):
        first = data.draw(st.integers(0, len(lines) - 1))
        text = "\n".join(lines[first : first + 8])
    encoding = data.draw(st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252", "big5", "gb18030"]))
    try:
        content = text.encode(encoding)
    except UnicodeEncodeError:
        return
    assert decode("x.txt", content).text == decode("x.txt", text.encode()).text


@pytest.mark.parametrize("encoding", WIDE)
@pytest.mark.parametrize("text", [TRADITIONAL, SIMPLIFIED, WESTERN])
def test_wide_characters_need_no_mark(text: str, encoding: str) -> None:
    source = decode("x.txt", text.encode(encoding))
    assert source.text == text
    assert ids(source) == ["encoding-fallback"]


@pytest.mark.parametrize(
    ("text", "encoding", "said"),
    [
        (TRADITIONAL, "big5", "read as big5"),
        (TRADITIONAL, "gb18030", "read as gb18030"),
        (SIMPLIFIED, "gb18030", "read as gb18030"),
        (f"{TRADITIONAL}香港深水埗嘅舖頭𨋢\n", "big5hkscs", "read as big5-hkscs"),
        (WESTERN, "cp1252", "read as windows-1252"),
        ("It is the client’s", "cp1252", "read as windows-1252"),
    ],
)
def test_a_guess_is_a_warning_that_names_the_encoding(text: str, encoding: str, said: str) -> None:
    source = decode("x.txt", text.encode(encoding))
    assert source.text == text
    (found,) = source.diagnostics
    assert (found.id, found.severity) == ("encoding-fallback", "warning")
    assert said in found.message


def test_a_mark_is_a_note() -> None:
    source = decode("x.txt", codecs.BOM_UTF8 + b"Title: A")
    assert source.text == "Title: A"
    assert [(found.id, found.severity) for found in source.diagnostics] == [("encoding-detected", "info")]


@pytest.mark.parametrize(
    "head", ['<meta charset="gbk">', '<META http-equiv=Content-Type content="text/html; charset=gb2312">']
)
def test_a_page_declares_its_encoding(head: str) -> None:
    content = f"<html><head>{head}</head><body>单元名称</body></html>".encode("gbk")
    source = decode("x.html", content)
    assert "单元名称" in source.text
    assert ids(source) == ["encoding-detected"]


def test_a_declaration_that_does_not_hold_is_not_believed() -> None:
    content = b'<?xml version="1.0" encoding="shift_jis"?><html>' + TRADITIONAL.encode("big5")
    assert TRADITIONAL in decode("x.html", content).text


def test_few_bad_bytes_do_not_change_the_encoding() -> None:
    text = TRADITIONAL.encode()
    source = decode("x.txt", text[:200] + b"\xff" + text[200:])
    assert "編號" in source.text
    assert ids(source) == ["invalid-utf8"]


def test_only_three_line_ends_count() -> None:
    source = decode("x.txt", "a\u2028b\u2029c\x85d\x0be\x0cf\ng\r\nh\ri".encode())
    assert source.index.line(len(source.text) - 1) == 4
    assert [source.line_text(number) for number in (2, 3, 4)] == ["g", "h", "i"]


def test_control_and_invisible_characters_are_removed_and_named() -> None:
    source = decode("x.txt", "Ti\x00tle: Mend a\u200b net\u202e of hemp".encode())
    assert source.text == "Title: Mend a net of hemp"
    assert ids(source) == ["control-characters-removed", "invisible-characters-removed"]


@pytest.mark.parametrize(
    ("file", "content", "kind"),
    [
        ("x.txt", b"", "empty-file"),
        ("x.txt", b" \n\t", "empty-file"),
        ("x.txt", b"\x89PNG\r\n\x1a\n....", "binary-file"),
        ("x.txt", bytes(range(1, 32)) * 40, "binary-file"),
        ("x.docx", b"PK\x03\x04 cut off", "broken-file"),
        ("x.pdf", b"no such thing", "broken-file"),
        ("x.zip", b"no such thing", "broken-file"),
        ("x.docx", b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "encrypted-file"),
    ],
)
def test_what_cannot_be_read_is_an_error(file: str, content: bytes, kind: str) -> None:
    source = decode(file, content)
    assert source.text == ""
    assert [(found.id, found.severity) for found in source.diagnostics] == [(kind, "error")]


@pytest.mark.parametrize(
    ("file", "content", "container"),
    [
        ("x.txt", b"Title: A", "text"),
        ("x.txt", b"\n<!-- saved -->\n<!DOCTYPE html><p>Title: A", "html"),
        ("x.md", b"<HTML><p>Title: A", "html"),
        ("x.htm", b"<p>Title: A", "html"),
        ("x.md", b"<ul><li>Title", "text"),
        ("x.txt", b"%PDF-1.7 ...", "pdf"),
    ],
)
def test_the_content_says_what_a_file_is_before_its_name_does(file: str, content: bytes, container: str) -> None:
    assert decode(file, content).container == container


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("Title: A", encoding="utf-8")
    folder = tmp_path / "units"
    folder.mkdir()
    (folder / "a.txt").symlink_to(tmp_path / "secret.txt")
    (path,) = raw_files(folder)
    assert ids(read_source(path, folder)) == ["unreadable-file"]


def test_a_finding_names_its_page() -> None:
    source = decode("x.txt", b"one\n\x0ctwo\nthree\n")
    paged = SourceText(source.file, source.content, source.text, source.index, pages=(0, 5))
    found = paged.diagnose(Finding("run-on-text", source.text.index("three"), "here"))
    assert (found.line, found.message) == (3, "here, page 2")
    assert source.page(0) is None


@settings(deadline=None, max_examples=dose(200, 5000))
@given(st.binary(max_size=300), st.sampled_from(["x.txt", "x.html", "x.pdf", "x.docx", "x.zip"]))
def test_decoding_never_raises(content: bytes, file: str) -> None:
    source = decode(file, content)
    assert source.text or source.diagnostics or source.container in ("pdf", "word")


def test_a_soft_hyphen_at_a_line_end_is_printed_and_no_other_is() -> None:
    source = decode("a.txt", "com\u00ad\npetency of sea\u00adfood\n".encode())
    assert source.text == "com-\npetency of seafood\n"
    assert ids(source) == ["invisible-characters-removed"]

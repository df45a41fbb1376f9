"""ZIP archives as folders of raw files."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.pipeline import parse_paths, read_collection
from generator.source import SourceText, read_sources
from generator.source.archives import members

UNIT = b"Title: Mend a net\nCode: QXNETS101A\nLevel: 1\n"


def packed(*files: tuple[str | zipfile.ZipInfo, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files:
            archive.writestr(name, content, zipfile.ZIP_DEFLATED)
    return target.getvalue()


def refusals(sources: tuple[SourceText, ...]) -> list[str]:
    return [found.message for found in sources[0].diagnostics if found.id == "archive-member-refused"]


def test_members_are_files_of_a_folder_by_name() -> None:
    content = packed(
        ("b.txt", UNIT), ("in/a.txt", UNIT), (".hidden", UNIT), ("__MACOSX/x.txt", UNIT), ("c.json", b"{}")
    )
    assert [source.file for source in members("a.zip", content)] == ["a.zip/b.txt", "a.zip/in/a.txt"]


@pytest.mark.parametrize(
    "name", ["../up.txt", "in/../../up.txt", "/etc/up.txt", "C:/up.txt", "..\\up.txt", "a\\b.txt", "in/.."]
)
def test_a_name_that_climbs_is_refused(name: str) -> None:
    sources = members("a.zip", packed(("good.txt", UNIT), (name, UNIT)))
    assert [source.file for source in sources] == ["a.zip", "a.zip/good.txt"]
    (message,) = refusals(sources)
    assert "leads out" in message


def test_links_locked_and_nested_members_are_refused() -> None:
    link = zipfile.ZipInfo("link.txt")
    link.external_attr = 0o120777 << 16
    content = bytearray(packed((link, b"/etc/passwd"), ("inner.zip", packed(("x.txt", UNIT))), ("good.txt", UNIT)))
    sources = members("a.zip", bytes(content))
    assert [source.file for source in sources] == ["a.zip", "a.zip/good.txt"]
    assert [message.split(": ")[1] for message in refusals(sources)] == [
        "it is an archive inside the archive",
        "it is a link",
    ]


def test_an_encrypted_member_is_refused() -> None:
    content = bytearray(packed(("a.txt", UNIT)))
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(mark) + at] |= 1
    (source,) = members("a.zip", bytes(content))
    assert refusals((source,)) == ["'a.txt' was not read: it is encrypted"]


def test_a_bomb_is_refused_whatever_its_header_says() -> None:
    content = bytearray(packed(("bomb.txt", b" " * (60 * 2**20)), ("good.txt", UNIT)))
    honest = members("a.zip", bytes(content))
    assert [source.file for source in honest] == ["a.zip", "a.zip/good.txt"]
    directory = content.index(b"PK\x01\x02")
    content[directory + 24 : directory + 28] = (100).to_bytes(4, "little")
    lying = members("a.zip", bytes(content))
    assert [source.file for source in lying] == ["a.zip", "a.zip/good.txt"]
    assert len(refusals(lying)) == 1


def test_too_many_members_are_told_once() -> None:
    content = packed(*((f"{number:05}.txt", b"x") for number in range(5003)))
    sources = members("a.zip", content)
    assert len(sources) == 5001
    assert refusals(sources) == ["3 files were not read: an archive may hold 5000"]


def test_a_damaged_member_does_not_keep_the_others_out() -> None:
    content = bytearray(packed(("a.txt", UNIT * 50), ("b.txt", UNIT)))
    content[45:50] = b"\xff" * 5
    sources = members("a.zip", bytes(content))
    assert [source.file for source in sources] == ["a.zip", "a.zip/b.txt"]
    assert "damaged" in refusals(sources)[0]


def test_a_broken_archive_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(packed(("a.txt", UNIT))[:-30])
    (source,) = read_sources(tmp_path / "a.zip", tmp_path)
    assert [found.id for found in source.diagnostics] == ["broken-file"]


def test_archives_are_read_in_folders_and_as_paths(tmp_path: Path) -> None:
    (tmp_path / "units.zip").write_bytes(packed(("in/a.txt", UNIT)))
    collection = read_collection(tmp_path)
    assert [document.source.file for document in collection.documents] == ["units.zip/in/a.txt"]
    (document,) = parse_paths((tmp_path / "units.zip",))
    assert [unit.code.text for unit in document.units] == ["QXNETS101A"]


@settings(deadline=None, max_examples=100)
@given(st.integers(0, 300), st.binary(min_size=1, max_size=8))
def test_no_damage_makes_an_archive_raise(at: int, damage: bytes) -> None:
    content = packed(("a.txt", UNIT), ("in/b.txt", UNIT))
    at %= len(content)
    assert members("a.zip", content[:at] + damage + content[at + len(damage) :])

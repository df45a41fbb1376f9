"""Writing into docs/: only what changed, nothing of anybody else's, and always mendable."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from dose import dose
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.errors import GeneratorError
from generator.output import MANIFEST, drift, generated_paths, hand_written, write_site

PAGES = {
    "units/A/index.md": "# A\n",
    "units/A/unit.json": b"{}\n",
    "units/index.md": "# Units\n",
    "feed.xml": "<feed/>\n",
}


def tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def folders(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_dir()}


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    folder = tmp_path / "docs"
    folder.mkdir()
    return folder


def test_everything_is_written_and_the_second_run_writes_nothing(docs: Path) -> None:
    first = write_site(docs, PAGES)
    before = {path: path.stat() for path in docs.rglob("*")}
    second = write_site(docs, PAGES)

    assert first.written == tuple(sorted(PAGES))
    assert (second.written, second.removed, second.unchanged) == ((), (), tuple(sorted(PAGES)))
    assert {path: path.stat() for path in docs.rglob("*")} == before
    assert (docs / "units/A/index.md").read_text() == "# A\n"


def test_the_manifest_lists_what_was_generated_in_order(docs: Path) -> None:
    write_site(docs, dict(reversed(PAGES.items())))

    assert list(json.loads((docs / MANIFEST).read_bytes())["files"]) == sorted(PAGES)
    assert generated_paths(docs) == set(PAGES)


def test_a_page_wanted_no_more_goes_with_the_folders_it_leaves_empty(docs: Path) -> None:
    write_site(docs, PAGES)
    report = write_site(docs, {"feed.xml": "<feed/>\n"})

    assert report.removed == ("units/A/index.md", "units/A/unit.json", "units/index.md")
    assert set(tree(docs)) == {"feed.xml", MANIFEST}
    assert folders(docs) == set()


def test_a_folder_with_a_hand_written_page_stays(docs: Path) -> None:
    write_site(docs, PAGES)
    (docs / "units/A/notes.md").write_text("mine")
    write_site(docs, {})

    assert tree(docs).keys() == {"units/A/notes.md", MANIFEST}


def test_a_hand_written_page_is_not_overwritten_and_nothing_else_is_written(docs: Path) -> None:
    (docs / "units").mkdir()
    (docs / "units/index.md").write_text("by hand")

    with pytest.raises(GeneratorError) as caught:
        write_site(docs, PAGES)

    assert "'units/index.md'" in caught.value.message
    assert str(docs / "units/index.md") in caught.value.message
    assert tree(docs) == {"units/index.md": b"by hand"}


def test_many_conflicts_are_all_counted_and_some_named(docs: Path) -> None:
    pages = {f"p{number}.md": "generated" for number in range(30)}
    for path in pages:
        (docs / path).write_text("by hand")

    with pytest.raises(GeneratorError, match="and 20 more"):
        write_site(docs, pages)


@pytest.mark.parametrize("by_hand", ["units", "units/A"])
def test_a_hand_written_file_where_a_folder_is_needed_is_refused(docs: Path, by_hand: str) -> None:
    (docs / by_hand).parent.mkdir(exist_ok=True)
    (docs / by_hand).write_text("by hand")

    with pytest.raises(GeneratorError, match="needs the folder"):
        write_site(docs, PAGES)


def test_a_folder_where_a_generated_file_belongs_is_refused_only_if_it_holds_others(docs: Path) -> None:
    write_site(docs, {"units/A/index.md": "# A\n"})
    assert write_site(docs, {"units/A": "now a file"}).removed == ("units/A/index.md",)
    write_site(docs, {"units/A/index.md": "# A\n"})
    (docs / "units/A/mine.md").write_text("by hand")

    with pytest.raises(GeneratorError, match="replace the folder"):
        write_site(docs, {"units/A": "now a file"})


def test_a_lost_manifest_is_made_again_from_files_that_are_the_same(docs: Path) -> None:
    write_site(docs, PAGES)
    (docs / MANIFEST).unlink()
    report = write_site(docs, PAGES)

    assert report.written == ()
    assert generated_paths(docs) == set(PAGES)
    assert set(write_site(docs, {}).removed) == set(PAGES)


def test_a_stale_page_that_was_edited_is_hand_written_now(docs: Path) -> None:
    write_site(docs, PAGES)
    (docs / "units/index.md").write_text("edited")
    report = write_site(docs, {})

    assert "units/index.md" not in report.removed
    assert tree(docs)["units/index.md"] == b"edited"
    assert generated_paths(docs) == frozenset()


def test_an_edited_page_that_is_still_generated_is_written_again(docs: Path) -> None:
    write_site(docs, PAGES)
    (docs / "units/index.md").write_text("edited")

    assert write_site(docs, PAGES).written == ("units/index.md",)


@pytest.mark.parametrize(
    "content",
    [
        "{",
        "[]",
        '{"schema": "generated-files/2", "files": {}}',
        '{"schema": "generated-files/1", "files": []}',
        '{"schema": "generated-files/1", "files": {"../victim.md": null}}',
        '{"schema": "generated-files/1", "files": {"a.md": 1}}',
    ],
)
def test_a_manifest_that_makes_no_sense_is_refused(docs: Path, content: str) -> None:
    victim = docs.parent / "victim.md"
    victim.write_text("not ours")
    (docs / MANIFEST).write_text(content)

    with pytest.raises(GeneratorError, match="cannot be understood"):
        write_site(docs, PAGES)
    assert victim.read_text() == "not ours"
    assert tree(docs).keys() == {MANIFEST}


@pytest.mark.parametrize(
    "path",
    [
        "/etc/passwd",
        "../outside.md",
        "units/../../outside.md",
        "units/./a.md",
        "units//a.md",
        "",
        "units/",
        ".hidden/a.md",
        MANIFEST,
        "a\\b.md",
        "C:/a.md",
        "a\x00b.md",
        "a\nb.md",
        "dot./a.md",
        "x" * 260,
        "é" * 130,
    ],
)
def test_an_unsafe_path_is_refused(docs: Path, path: str) -> None:
    with pytest.raises(GeneratorError, match="is not safe"):
        write_site(docs, {"fine.md": "fine", path: "x"})
    assert tree(docs.parent) == {}


@pytest.mark.parametrize(
    ("one", "other"),
    [("units/a.md", "units/A.md"), ("Units/a.md", "units/a.md"), ("caf\u00e9.md", "cafe\u0301.md"), ("ß.md", "SS.md")],
)
def test_paths_that_one_file_system_would_merge_are_refused(docs: Path, one: str, other: str) -> None:
    with pytest.raises(GeneratorError, match="would be one file"):
        write_site(docs, {one: "1", other: "2"})


def test_a_path_that_is_also_a_folder_is_refused(docs: Path) -> None:
    with pytest.raises(GeneratorError, match="is also a folder"):
        write_site(docs, {"units/A": "1", "units/A/index.md": "2"})


def test_a_link_out_of_the_folder_is_not_followed(docs: Path) -> None:
    outside = docs.parent / "outside"
    outside.mkdir()
    (docs / "units").symlink_to(outside)

    with pytest.raises(GeneratorError, match="would leave"):
        write_site(docs, PAGES)
    assert tree(outside) == {}


def test_a_link_in_place_of_a_page_is_not_written_through(docs: Path) -> None:
    target = docs.parent / "target.md"
    target.write_text("not ours")
    (docs / "feed.xml").symlink_to(target)

    with pytest.raises(GeneratorError, match="by hand"):
        write_site(docs, PAGES)
    write_site(docs, {"a.md": "1"})
    (docs / "a.md").unlink()
    (docs / "a.md").symlink_to(target)
    write_site(docs, {"a.md": "2"})
    assert target.read_text() == "not ours"
    assert (docs / "a.md").read_text() == "2"
    target.write_text("3")
    (docs / "a.md").unlink()
    (docs / "a.md").symlink_to(target)
    assert write_site(docs, {"a.md": "3"}).written == ("a.md",)
    assert not (docs / "a.md").is_symlink()


_KILLED = """
import os, sys
from pathlib import Path
from generator.output import write_site

left = int(sys.argv[2])
def kill(event, arguments):
    global left
    if event in ("os.rename", "os.remove"):
        left -= 1
        if left == 0:
            os._exit(9)
sys.addaudithook(kill)
write_site(Path(sys.argv[1]), {"a.md": "new", "b/c.md": "new", "d.md": "new"})
"""


@pytest.mark.parametrize("moment", range(1, 7))
def test_a_killed_run_is_mended_by_the_next_one(docs: Path, moment: int) -> None:
    write_site(docs, {"a.md": "old", "b/c.md": "old", "gone/e.md": "old"})
    (docs / "mine.md").write_text("by hand")
    killed = subprocess.run([sys.executable, "-c", _KILLED, str(docs), str(moment)], check=False)
    write_site(docs, {"z.md": "last"})

    assert killed.returncode == 9
    assert tree(docs).keys() == {"z.md", "mine.md", MANIFEST}
    assert folders(docs) == set()


NAMES = st.sampled_from(["a.md", "b.md", "b/c.md", "b/d/e.md", "f/g.json"])
SITES = st.dictionaries(NAMES, st.sampled_from(["", "one\n", "two\n"])).filter(
    lambda files: not {"b.md", "b"} <= set(files)
)


@settings(max_examples=dose(60, 1000), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(SITES, min_size=1, max_size=4))
def test_law_the_folder_depends_on_the_last_run_only(
    tmp_path_factory: pytest.TempPathFactory, runs: list[dict[str, str]]
) -> None:
    worn, fresh = tmp_path_factory.mktemp("worn"), tmp_path_factory.mktemp("fresh")
    for folder in (worn, fresh):
        (folder / "f").mkdir()
        (folder / "f/mine.md").write_text("by hand")
    for files in runs:
        write_site(worn, files)
    write_site(fresh, runs[-1])

    assert tree(worn) == tree(fresh)
    assert write_site(worn, runs[-1]).written == ()


def test_no_drift_after_a_run(docs: Path) -> None:
    write_site(docs, PAGES)

    assert drift(docs, PAGES) is None


def test_drift_names_what_differs_and_how_to_mend_it_without_writing(docs: Path) -> None:
    write_site(docs, PAGES)
    before = tree(docs)
    text = drift(docs, {"units/index.md": "# Units\nand more\n", "new.md": "", "feed.xml": "<feed/>\n"})

    assert text is not None
    assert "not written yet: 1 file\n  new.md\n" in text
    assert "out of date: 1 file\n  units/index.md\n" in text
    assert "wanted no more: 2 files\n  units/A/index.md\n" in text
    assert "\n+and more\n" in text
    assert text.endswith("python -m generator generate` to bring the pages up to date.\n")
    assert tree(docs) == before


def test_drift_is_bounded_and_cannot_steer_a_terminal(docs: Path) -> None:
    old = {f"p{number:03}.md": "\x1b[31mold\x9b\n" * 40 for number in range(50)}
    write_site(docs, old)
    text = drift(docs, dict.fromkeys(old, "\x1b]0;title\x07" + "x" * 5000))

    assert text is not None
    assert len(text.splitlines()) < 90
    assert max(map(len, text.splitlines())) < 300
    assert "and 40 more" in text
    assert "the first 60 lines" in text
    assert not any((ord(character) < 32 and character != "\n") or 127 <= ord(character) < 160 for character in text)


def test_drift_tells_of_binary_files_and_of_a_lost_manifest(docs: Path) -> None:
    write_site(docs, {"a.bin": b"\xff\x00"})
    assert "a.bin: binary content differs" in str(drift(docs, {"a.bin": b"\xfe"}))
    (docs / MANIFEST).unlink()
    assert "the list of generated files is out of date" in str(drift(docs, {"a.bin": b"\xff\x00"}))


def test_hand_written_pages_are_known_by_their_addresses(docs: Path) -> None:
    write_site(docs, PAGES)
    for path in ("index.md", "about.md", "reference/index.md", "reference/codes.md", "logo.svg", ".draft.md"):
        (docs / path).parent.mkdir(exist_ok=True)
        (docs / path).write_text("mine")

    assert hand_written(docs) == {"", "about/", "reference/", "reference/codes/", "logo.svg"}

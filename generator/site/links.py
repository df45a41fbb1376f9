"""Check every link and anchor of a built site, and that it loads nothing from another host."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import SplitResult, unquote, urlsplit

from generator.site.references import Reference, anchors_of, references_in_css, references_in_page

_NOT_CHECKED = frozenset({"http", "https", "mailto", "tel", "data"})
_ELSEWHERE = frozenset({"http", "https", ""})
_ERROR_PAGE = "404.html"  # stands at any depth, so its links start at the root of the host


@dataclass(frozen=True, slots=True, order=True)
class BrokenLink:
    """A link of a page or style sheet (a path below the site) that leads nowhere, and why."""

    page: str
    link: str
    reason: str


@dataclass(frozen=True, slots=True)
class _Site:
    files: frozenset[str]
    anchors: Mapping[str, frozenset[str]]
    mount: str


def broken_links(site: Path, mount: str = "/") -> tuple[BrokenLink, ...]:
    """Return what is wrong with the links of a built site, in order of page and link.

    ``mount`` is the path the site is published under ("/atlas/"). Checked are pages, files and anchors of the
    site itself; links to other hosts are not followed, but anything loaded from one is reported.
    """
    files = frozenset(file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file())
    anchors: dict[str, frozenset[str]] = {}
    references: dict[str, tuple[Reference, ...]] = {}
    for path in sorted(files):
        if path.endswith(".html"):
            content = (site / path).read_bytes()
            anchors[path], references[path] = anchors_of(content), references_in_page(content)
        elif path.endswith(".css"):
            references[path] = references_in_css((site / path).read_text(encoding="utf-8", errors="replace"))
    whole = _Site(files, anchors, mount if mount.endswith("/") else f"{mount}/")
    return tuple(sorted(_all_broken(whole, references)))


def _all_broken(site: _Site, references: Mapping[str, tuple[Reference, ...]]) -> Iterator[BrokenLink]:
    for page, found in references.items():
        for reference in found:
            reason = _fault(site, page, reference)
            if reason:
                yield BrokenLink(page, reference.link, reason)


def _fault(site: _Site, page: str, reference: Reference) -> str | None:
    try:
        parts = urlsplit(reference.link.strip())
    except ValueError:
        return "is no address"
    if parts.netloc or parts.scheme:
        return _fault_elsewhere(parts, reference)
    target = _target(site, page, unquote(parts.path))
    if target is None:
        return "starts at the root of the host, and breaks when the site is moved"
    if target not in site.files:
        return "leads to no page or file of the site"
    anchor = unquote(parts.fragment)
    if anchor and anchor != "top" and target in site.anchors and anchor not in site.anchors[target]:
        return f"names no anchor of {target}"
    return None


def _fault_elsewhere(parts: SplitResult, reference: Reference) -> str | None:
    if reference.loads and parts.scheme in _ELSEWHERE:
        return "is loaded from another host"
    if parts.scheme and parts.scheme not in _NOT_CHECKED:
        return f"has the scheme {parts.scheme}:, which no page needs"
    return None


def _target(site: _Site, page: str, path: str) -> str | None:
    """Return the file a path leads to from a page, as it would stand below the site; None for a wrong root."""
    if not path:
        return page
    if path.startswith("/"):
        if page != _ERROR_PAGE or not path.startswith(site.mount):
            return None
        joined = path.removeprefix(site.mount)
    else:
        joined = posixpath.join(posixpath.dirname(page), path)
    normal = posixpath.normpath(joined) if joined else "."
    if path.endswith("/") or posixpath.basename(path) in {".", ".."}:
        return posixpath.normpath(posixpath.join(normal, "index.html"))
    return normal

"""A page that exists: its address, its template and what the template is given."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the site.

    ``address`` is the page's folder below the site's root, with a slash at its end ("units/LOCUSM212B/").
    ``view`` is what the template is given. ``trail`` holds title and address of the pages above it.
    ``search_words`` are spellings that must find the page first; ``search_boost`` ranks it (1 is
    usual, 0 leaves it out of the search).
    """

    address: str
    template: str
    title: str
    description: str
    view: object
    trail: tuple[tuple[str, str], ...] = ()
    language: str = "en"
    search_boost: float = 1
    search_words: tuple[str, ...] = ()

    @property
    def path(self) -> str:
        """The page's Markdown file below the folder of pages."""
        return f"{self.address}index.md"

"""Where links lead: those between files are turned into those between pages, and those of pages are looked at."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from pathlib import Path
from posixpath import dirname, join, normpath, relpath
from urllib.parse import unquote

LINK = re.compile(r"(?<!!)\[([^\]]+)\]\(([^)\s]+)\)")


def relinked(text: str, file: str, page: str, pages: Mapping[str, str]) -> str:
    """The text of a file whose links to other files lead to their pages; a file without a page is only named."""

    def turned(found: re.Match[str]) -> str:
        words, target = found.groups()
        if re.match(r"\w+:|#", target):
            return found[0]
        path, _, place = target.partition("#")
        known = pages.get(normpath(join(dirname(file), path)))
        there = relpath(known, dirname(page) or ".") if known else ""
        return f"[{words}]({there}{'#' if place else ''}{place})" if known else words

    return LINK.sub(turned, text)


class _Page(HTMLParser):
    """The names in a page, and what it refers to."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.names: set[str] = set()
        self.links: list[str] = []
        self.loaded: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.names |= {given[name] for name in ("id", "name") if name in given}
        loaded = given.get("src") or (given.get("href") if tag == "link" else None)
        if loaded is not None:
            self.loaded.append(loaded)
        elif "href" in given:
            self.links.append(given["href"])


def broken(site: Path) -> Iterator[str]:
    """What leads nowhere, page by page, and what a page would fetch from elsewhere."""
    pages = {path: _Page(path.read_text(encoding="utf-8")) for path in sorted(site.rglob("*.html"))}
    for path, page in pages.items():
        here = path.relative_to(site)
        yield from (f"{here} loads {what}" for what in page.loaded if re.match(r"(https?:)?//", what))
        for link in (*page.links, *page.loaded):
            if not re.match(r"\w+:|//", link) and not _leads(path, link, pages):
                yield f"{here}: {link} leads nowhere"


def _leads(path: Path, link: str, pages: Mapping[Path, _Page]) -> bool:
    file, _, place = link.partition("#")
    target = (path.parent / unquote(file.partition("?")[0])).resolve() if file else path
    if target not in pages:
        return target.is_file()
    return not place or unquote(place) in pages[target].names

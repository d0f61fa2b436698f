"""A picture with its caption, on a page and in the book."""

from __future__ import annotations

from base64 import b64encode
from html import escape
from typing import NamedTuple

from . import prose


class Picture(NamedTuple):
    """A drawing; `shows` says in words what is to be seen. In the book it is the file of that name in `figures/`."""

    name: str
    caption: str
    shows: str
    svg: str


def in_html(picture: Picture, caption: str) -> str:
    """The drawing within the page, so that it needs no file; the caption is HTML."""
    data = b64encode(picture.svg.encode()).decode()
    image = f'<img src="data:image/svg+xml;base64,{data}" alt="{escape(picture.shows)}"/>'
    return f'<figure id="{escape(picture.name)}">{image}\n<figcaption>{caption}</figcaption></figure>\n'


def in_latex(picture: Picture) -> str:
    r"""The drawing as the command `\picture` of the book's preamble shows it."""
    return rf"\drawing{{{picture.name}}}{{{prose.escape(picture.caption)}}}" + "\n"

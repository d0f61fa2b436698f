"""Where latex2sympy2 reads a formula otherwise, both readings are said; it never decides.

It is asked about what it is known to read right (`reading/back/second.py`): a difference is a doubt of one of the two.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ...certificate.writing import plain
from ...reading.back.comparison import same
from ...reading.back.comparison import text as in_words
from ...reading.back.engine import Engine
from ...reading.back.second import answered
from ...reading.signs.tree import Unread
from ..equations.links import Link


def read_twice(links: Sequence[Link], engine: Engine | None = None) -> list[Link]:
    """The links, each with the doubts of the second reader among its readings. Raises NoReader."""
    known = engine or Engine()
    known.read([number.latex for link in links for number in link.numbers])
    return [_doubted(link, tuple(dict.fromkeys(_doubts(link, known)))) for link in links]


def _doubted(link: Link, doubts: tuple[str, ...]) -> Link:
    verdict = replace(link.verdict, readings=(*link.verdict.readings, *doubts))
    return replace(link, verdict=verdict if doubts else link.verdict, numbers=())


def _doubts(link: Link, engine: Engine) -> Iterator[str]:
    for number in link.numbers:
        answer = engine.known[number.latex]
        own = plain(number.term)
        try:
            other = answer if isinstance(answer, Unread) else answered(number, answer)
        except Unread as lost:
            other = lost
        if isinstance(other, Unread):
            yield f"{in_words(own)}; {other}"
        elif not same(other, own):
            yield f"{in_words(own)}; by latex2sympy2 {in_words(other)}"

r"""What TeX takes as a power without braces: `\left( … \right)` as a whole, and of `x^(2)` the bracket alone.

>>> from mlce_sym.reading.signs.macros import pieces
>>> "".join(piece.text for piece in with_braces(pieces(r"e^\left(a\right) + b^(c) + \left(d\right)")))
'e^{\\left(a\\right)} + b^(c) + \\left(d\\right)'
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from .macros import Piece

SCRIPTS = ("^", "_")


def with_braces(found: Iterable[Piece]) -> Iterator[Piece]:
    r"""The pieces, with braces around each `\left( … \right)` behind ^ or _."""
    opened: list[bool] = []  # of each \left without its \right, whether it has got a brace
    before, closing = "", False
    for piece in found:
        if piece.text == r"\left":
            opened.append(before in SCRIPTS)
            if opened[-1]:
                yield Piece("{", piece.start, piece.start)
        yield piece
        if before == r"\right" and closing and piece.text != " ":
            yield Piece("}", piece.end, piece.end)
        if piece.text == r"\right":
            closing = opened.pop() if opened else False
        before = before if piece.text == " " else piece.text

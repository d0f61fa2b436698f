r"""Derivatives that are written on one line: ∂ℓ/∂λ, d²f/dx², ∂/∂θ.

>>> from .readings import read
>>> from ..texts.rows import parse_any
>>> tree = parse_any(r"\partial f(a)/\partial a")[0][0].tree
>>> read((tree,))[0].terms[0]
('Derivative', 'a', ('Near', 'Reals', 'a'), ('Apply', 'f', 'a'))
"""

from __future__ import annotations

from itertools import takewhile

from ..signs.nodes import termed, unwrapped
from ..signs.tree import Node
from .line import Line

BELOW = 2  # ∂ and the variable
MOST = 3  # factors above, such as f (x)


def slashed(line: Line) -> Node | None:
    """The fraction that stands there, taken off the line; the line is left as it is where there is none."""
    above = [*takewhile(lambda one: one.kind not in ("slash", "times"), line.factors)]
    below = line.factors[len(above) + 1 :][:BELOW]
    sign, slash = unwrapped(line.factors[0])[0], line.factors[len(above) : len(above) + 1]
    if sign.text not in ("d", "partial") or len(above) > MOST or [one.kind for one in slash] != ["slash"]:
        return None
    if len(below) < BELOW or below[0].text != sign.text or unwrapped(below[1])[0].kind not in ("name", "accent"):
        return None
    line.take(len(above) + 1 + BELOW)
    return Node("fraction", (termed(above), termed(below)), "", above[0].start, below[-1].end)

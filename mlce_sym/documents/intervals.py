r"""An interval that words speak of has its ends in their order: "uniform on (0, θ)" says that θ > 0.

>>> from mlce_sym.reading.rows import parse
>>> ((part,),) = parse(r"(0, \theta)")
>>> of_interval("For the uniform distribution on", part.tree, Scope())
(('Lt', 0, 'theta'),)
>>> of_interval("at the point", part.tree, Scope())
()
"""

from __future__ import annotations

from ..reading.nodes import as_sum, pieces, single
from ..reading.readings import read
from ..reading.scope import Scope
from ..reading.tree import Node
from ..terms.errors import MlceError
from ..terms.terms import Term, free
from .vocabulary import UNIFORM_ON

ENDS = 2


def of_interval(before: str, tree: Node, scope: Scope) -> tuple[Term, ...]:
    """That the lower end is less than the upper one, where a uniform law on the interval is spoken of."""
    one = single(as_sum(tree))
    parts = [part for _, part in pieces(one.parts[0])] if one is not None and one.kind == "bracket" else []
    if len(parts) != ENDS or not UNIFORM_ON.search(before):
        return ()
    try:
        low, high = read(parts, scope)[0].terms
    except MlceError:
        return ()
    return (("Lt", low, high),) if free(low) | free(high) else ()

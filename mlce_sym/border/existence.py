"""That an infinite sum or an integral over an open interval exists: that it converges absolutely.

>>> from sympy import Function, Sum, oo, symbols
>>> k, f = symbols("k"), Function("f")
>>> Exists(Sum(f(k), (k, 0, oo)))
the sum of f(k) over k in 0.. converges absolutely
"""

from __future__ import annotations

from typing import Any

from sympy import Sum

from .binding import in_own_nodes, opened
from .nodes import Converges, From, ImproperIntegral, as_term


def Exists(term: Any) -> Converges:
    """The proposition that a sum to infinity, or an integral, converges absolutely. Raises TypeError for other terms,
    which exist wherever their parts are defined."""
    scope = opened(in_own_nodes(as_term(term)))
    if scope is None or not (scope.head is ImproperIntegral or (scope.head is Sum and isinstance(scope.domain, From))):
        raise TypeError(f"{term} is neither a sum to infinity nor an integral")
    return Converges(*scope.bodies, (scope.variable, scope.domain))

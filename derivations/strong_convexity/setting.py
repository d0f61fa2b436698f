"""Sums of squares on a line w_j + t v_j, and the least variance of a label whose output lies between −B and B."""

from sympy import Sum, exp, symbols

from mlce_sym.border.nodes import IndexRange, Le, Member

from ..logistic.setting import along, features, m, n, observations, v
from ..models.setting import j

B, mu = symbols("B mu")

squares, spanned = Sum(v[j] ** 2, features), Sum(along(v) ** 2, observations)
full_rank = Le(mu * squares, spanned)
is_observation = Member(m, IndexRange(1, n))
variance_at_B = exp(B) / (1 + exp(B)) ** 2

"""The plain Bernoulli case, with more that is known of the labels."""

from sympy import Basic

from mlce_sym.border.given import Given

from ..iid.setting import for_all_theta


def given(*hypotheses: Basic) -> Given:
    """n ≥ 1, y_i in {0, 1}, and the hypotheses named."""
    known = for_all_theta()
    return Given((*known.hypotheses, *hypotheses), known.definitions)

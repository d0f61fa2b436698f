"""The plain Bernoulli case, with more that is known of the labels."""

from mlce_sym.given import Given

from ..iid.setting import for_all_theta


def given(*hypotheses) -> Given:
    """n ≥ 1, y_i in {0, 1}, and the hypotheses named."""
    known = for_all_theta()
    return Given((*known.hypotheses, *hypotheses), known.definitions)

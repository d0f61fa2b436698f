"""The data set y = (0, 1), in the plain Bernoulli case."""

from mlce_sym.border.given import Given
from mlce_sym.border.nodes import Equals

from ..bernoulli.setting import n, y
from ..iid.setting import for_all_theta

two_labels = (Equals(n, 2), Equals(y[1], 0), Equals(y[2], 1))


def zero_and_one() -> Given:
    """The data set y = (0, 1)."""
    known = for_all_theta()
    return Given((*known.hypotheses, *two_labels), known.definitions)

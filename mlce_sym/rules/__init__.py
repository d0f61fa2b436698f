"""Every rule, by name: `rules.log_of_product`. One declaration each; `ALL` is the shipped rule table, in this order.

May import the kernel.
"""

from ..kernel import Rule
from . import binary, calculus, entropy, extrema, logs, order, sums
from .binary import binary_cases, delta_at_one, delta_at_zero
from .calculus import (
    below_chord,
    derivative_of_constant,
    derivative_of_exp,
    derivative_of_finite_sum,
    derivative_of_log,
    derivative_of_multiple,
    derivative_of_power,
    derivative_of_product,
    derivative_of_reciprocal,
    derivative_of_square,
    derivative_of_sum,
    derivative_of_variable,
    fundamental_theorem,
    integral_of_multiple,
    minimiser_on_half_line,
    minimiser_on_interval,
    minimiser_on_line,
    stationary_minimiser,
    strictly_below_chord,
)
from .entropy import (
    cross_entropy,
    entropy_of_positive,
    excess_of_cross_entropy,
    kl_divergence,
)
from .extrema import (
    argmax_of_log,
    argmax_of_negative,
    argmax_of_shifted,
    argmin_of_scaled,
    argmin_of_shifted,
    equally_good,
    no_greatest_number,
    no_least_number,
    not_a_minimiser,
    unique_minimiser,
)
from .logs import (
    log_below_tangent,
    log_of_power,
    log_of_product,
    log_of_quotient,
    log_of_two_factors,
    log_on_or_below_tangent,
)
from .order import (
    counterexample,
    known_equation,
    known_order,
    nonnegative_multiple,
    order_by_difference,
    order_of_logs,
    order_of_multiples,
    order_of_negatives,
    positive_square,
    positive_sum,
)
from .sums import (
    constant_factor,
    empty_product,
    empty_sum,
    exchange_of_sums,
    last_factor,
    last_term,
    nonnegative_sum,
    sifting,
    sum_of_constant,
    sum_of_sum,
    sum_with_a_positive_term,
)

ALL: tuple[Rule, ...] = (
    *(*logs.RULES, *sums.RULES, *binary.RULES, *extrema.RULES, *order.RULES, *entropy.RULES),
    *calculus.RULES,
)


def __dir__() -> list[str]:
    return __all__


__all__ = [
    "ALL",
    "argmax_of_log",
    "argmax_of_negative",
    "argmax_of_shifted",
    "argmin_of_scaled",
    "argmin_of_shifted",
    "below_chord",
    "binary_cases",
    "constant_factor",
    "counterexample",
    "cross_entropy",
    "delta_at_one",
    "delta_at_zero",
    "derivative_of_constant",
    "derivative_of_exp",
    "derivative_of_finite_sum",
    "derivative_of_log",
    "derivative_of_multiple",
    "derivative_of_power",
    "derivative_of_product",
    "derivative_of_reciprocal",
    "derivative_of_square",
    "derivative_of_sum",
    "derivative_of_variable",
    "empty_product",
    "empty_sum",
    "entropy_of_positive",
    "equally_good",
    "excess_of_cross_entropy",
    "exchange_of_sums",
    "fundamental_theorem",
    "integral_of_multiple",
    "kl_divergence",
    "known_equation",
    "known_order",
    "last_factor",
    "last_term",
    "log_below_tangent",
    "log_of_power",
    "log_of_product",
    "log_of_quotient",
    "log_of_two_factors",
    "log_on_or_below_tangent",
    "minimiser_on_half_line",
    "minimiser_on_interval",
    "minimiser_on_line",
    "no_greatest_number",
    "no_least_number",
    "nonnegative_multiple",
    "nonnegative_sum",
    "not_a_minimiser",
    "order_by_difference",
    "order_of_logs",
    "order_of_multiples",
    "order_of_negatives",
    "positive_square",
    "positive_sum",
    "sifting",
    "stationary_minimiser",
    "strictly_below_chord",
    "sum_of_constant",
    "sum_of_sum",
    "sum_with_a_positive_term",
    "unique_minimiser",
]

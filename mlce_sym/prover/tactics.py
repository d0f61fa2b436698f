"""Tactics: proofs that are searched for, not written. They choose rules and places; every step is made by the kernel.

`equated` brings both sides to a common form: definitions of entropies written out, logarithms taken apart, sums made
linear, their constants pulled out, double sums put in one order. It is no decision procedure: None says nothing.

>>> from sympy import IndexedBase, Product, S, Sum, log, symbols
>>> from mlce_sym.border.nodes import ForAll, Le, Lt, Member
>>> i, j, n = symbols("i j n"); x = IndexedBase("x")
>>> given = Given((Member(n, S.Integers), Le(1, n), ForAll(Lt(0, x[i]), (i, 1, n))))
>>> equated(log(Product(x[i]**2, (i, 1, n))), 2 * Sum(log(x[j]), (j, 1, n)), given)
log(Product(x[i]**2, i in 1..n)) = 2*Sum(log(x[j]), j in 1..n)
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from math import prod

from sympy import (
    Add,
    Basic,
    Dummy,
    Eq,
    Expr,
    FiniteSet,
    Indexed,
    Integer,
    Lambda,
    Mul,
    Pow,
    Product,
    Sum,
    exp,
    expand,
    log,
)

from .. import rules
from ..border.binding import Scope, children, names, occurrences, opened, rebuilt, substitute
from ..border.given import Given, innermost
from ..border.nodes import IndexRange, Member
from ..border.rule import Rule
from ..logic.polynomials import MOST_TERMS as MOST_EXPANDED
from ..terms.caching import lru_cache
from . import binomials, improper, optima, powers, series
from .calculus import without_derivatives, worked_out
from .derivation import Algebra, Derivation, Hypothesis, reflexivity, rewritten
from .double_sums import exchanged
from .gammas import arguments, doubled, recurred, with_few
from .joining import closed, joined, telescoped
from .justification import Use, at_place, first_of, first_place, onto, use
from .logarithms import exponential_out, factors_in_log, fraction_in_log, signs_in_log
from .logic import equal

Tactic = Callable[[Derivation], Derivation | None]
MOST_STEPS, MOST_TERMS = 150, 12

DEFINITIONS = (rules.cross_entropy, rules.entropy_of_distribution, rules.kl_divergence)
LOGARITHMS = (rules.log_of_product, rules.log_of_power, rules.log_of_two_factors)
SUMS = (rules.sum_of_sum, rules.sifting, rules.constant_factor, rules.sum_of_constant)
ORDERS = (
    rules.order_of_logs,
    rules.order_of_negatives,
    rules.order_of_multiples,
    rules.positive_square,
    rules.known_order,
)
PRODUCTS = (
    rules.product_of_product,
    rules.product_of_squares,
    rules.product_of_reciprocals,
    rules.product_of_exponentials,
    rules.product_of_constant,
    rules.absolute_value_of_product,
)
CASES = (
    *(rules.case_less, rules.case_not_less, rules.case_at_most, rules.case_not_at_most, rules.case_member),
    *(rules.case_equal, rules.case_not_equal, rules.case_different, rules.case_not_different),
    *(rules.log_of_cases_less, rules.log_of_cases_at_most, rules.log_of_cases_equal),
)
FUNCTIONS = (
    *(rules.absolute_value_of_nonnegative, rules.absolute_value_of_nonpositive),
    *(rules.sign_of_positive, rules.sign_of_negative),
    *(rules.maximum_is_first, rules.maximum_is_second, rules.minimum_is_first, rules.minimum_is_second),
    *(rules.maximum_without_first, rules.maximum_without_second),
    *(rules.minimum_without_first, rules.minimum_without_second),
)
# Functions by others, for sides that are not equal as they stand: y! need not become Γ(y + 1), nor cosh exponentials.
BY_OTHERS = (
    *(rules.delta_by_cases, rules.square_of_sine, rules.hyperbolic_cosine),
    *(rules.hyperbolic_sine, rules.hyperbolic_tangent),
    *(
        rules.beta_by_gamma,  # before C(n, k): the sum of C(n, k) B(a + k, b + n − k) is known
        rules.factorial_by_product,
        rules.factorial_by_gamma,
        rules.binomial_by_gamma,
        rules.gamma_at_one,
        rules.gamma_at_half,
    ),
)
POWERS = (rules.power_of_product, rules.power_of_power)
LABELS = (rules.delta_at_one, rules.delta_at_zero)
APART = (*CASES, *DEFINITIONS, *FUNCTIONS, *LOGARITHMS)
TOGETHER = (*SUMS, *PRODUCTS, *POWERS, *ORDERS, *LABELS)

OF_ONE = use(rules.sifting, f=Lambda(Dummy("i"), Integer(1)))  # Σ_i δ_ik, whose terms show no factor


def equated(lhs: Basic, rhs: Basic, given: Given) -> Derivation | None:
    """given ⊢ lhs = rhs, where both can be brought to a common form. Raises Refused where a side is not shown to be
    defined."""
    if equal(lhs, rhs):
        reflexivity(given, rhs)
        return rewritten(reflexivity(given, lhs), (), Algebra(), target=rhs)
    left, right = brought_together(lhs, rhs, given)
    if not equal(left.rhs, right.rhs):
        return None
    joined = left if left.rhs == right.rhs else rewritten(left, (), Algebra(), target=right.rhs)
    return onto(joined, right)


@lru_cache(maxsize=20)
def brought_together(lhs: Basic, rhs: Basic, given: Given) -> tuple[Derivation, Derivation]:
    """Both sides as near to a common form as the rules bring them. Raises Refused where one is not shown to be
    defined."""
    left, right = reflexivity(given, lhs), reflexivity(given, rhs)
    left, right = without_derivatives(decided(left, CASES), decided(right, CASES))
    ranges = _ranges(lhs) | _ranges(rhs)
    left, right = (common_form(side, ranges) for side in (left, right))
    left, right = (_worked_out(side, ranges) for side in (left, right))
    if not equal(left.rhs, right.rhs):
        left, right = (common_form(side, ranges, BY_OTHERS) for side in (left, right))
        if least := arguments(left.rhs) | arguments(right.rhs):
            left, right = (doubled(side, least) for side in (left, right))
            least = arguments(left.rhs) | arguments(right.rhs)
            left, right = (common_form(recurred(side, least), ranges, BY_OTHERS) for side in (left, right))
    return left, right


def _worked_out(theorem: Derivation, ranges: frozenset[IndexRange]) -> Derivation:
    """With the derivatives of what was an infinite sum or integral and now is none."""
    longer = worked_out(theorem)
    return theorem if longer is theorem else common_form(longer, ranges)


def decided(theorem: Derivation, by: tuple[Rule, ...] = (*CASES, *FUNCTIONS)) -> Derivation:
    """The right side with the cases that hold, and absolute values and the like by the numbers that they are."""
    return _by_any(theorem, by)


def common_form(
    theorem: Derivation, ranges: frozenset[IndexRange] = frozenset(), more: tuple[Rule, ...] = ()
) -> Derivation:
    """The right side simplified as far as the rules, and `more` of them, go, within `MOST_STEPS` steps; sums that go a
    few terms further than one of `ranges` are cut at its end."""
    while len(theorem.steps) < MOST_STEPS and (longer := _simplified(theorem, ranges, more)) is not None:
        theorem = longer
    return theorem


def linear(theorem: Derivation) -> Derivation:
    """The right side with its sums taken apart, and the constants out of them, while their terms stay as they are."""
    return _by_any(theorem, SUMS)


def _by_any(theorem: Derivation, by: tuple[Rule, ...]) -> Derivation:
    """The first of the rules that fits, again and again."""
    while len(theorem.steps) < MOST_STEPS:
        longer = next(first_of(theorem, by), None)
        if longer is None:
            break
        theorem = longer
    return theorem


def _simplified(theorem: Derivation, ranges: frozenset[IndexRange], more: tuple[Rule, ...]) -> Derivation | None:
    """One step further, or None where nothing is left to do."""
    longer = (found for found in _attempts(theorem, ranges, more) if found is not None and found.rhs != theorem.rhs)
    return next(longer, None)


def _attempts(
    theorem: Derivation, ranges: frozenset[IndexRange], more: tuple[Rule, ...]
) -> Iterator[Derivation | None]:
    """What each tactic makes of it, in this order."""
    yield optima.further(theorem)  # before what takes a function of a simpler term apart
    yield binomials.further(theorem)  # before what takes their weights apart
    yield telescoped(theorem)  # before its factors are taken apart
    yield from (first_place(theorem, how) for how in _equations(theorem.given))
    yield powers.merged(theorem)  # before logarithms are taken apart
    yield powers.reduced(theorem)  # before roots are
    yield from first_of(theorem, APART)
    yield _exponents(theorem)  # while they are as they were written
    yield from first_of(theorem, TOGETHER)
    yield first_place(theorem, OF_ONE)
    yield from (tactic(theorem) for tactic in (series.further, improper.further, powers.further))
    if more:
        yield with_few(theorem)
        yield closed(theorem)
        yield from first_of(theorem, more)  # after the series, some of which have factorials
    yield _counted(theorem, ranges)  # before what multiplies out, lest each copy is counted
    yield from (tactic(theorem) for tactic in LAST)


def _equations(given: Given) -> list[Use]:
    """The equations that are given, read as what their left sides stand for; the only elements of sets as well."""
    equations = ((h, said) for h in given.hypotheses if isinstance(said := innermost(h), Eq))
    uses = [use(Hypothesis(h)) for h, said in equations if not names(said.lhs) & names(said.rhs)]
    members = (h.args for h in given.hypotheses if isinstance(h, Member) and isinstance(h.args[1], FiniteSet))
    return uses + [use(rules.only_element, a=a, u=only.args[0]) for a, only in members if len(only.args) == 1]


def _expanded(theorem: Derivation) -> Derivation | None:
    """Products of sums multiplied out, as SymPy suggests it; not in logarithms, denominators and roots, whose
    signs would be lost."""
    if isinstance(theorem.rhs, Expr):
        target = _multiplied_out(theorem.rhs)
        return None if target is None else rewritten(theorem, (), Algebra(), target=target)
    for place, body in optima.bodies(theorem.rhs):
        target = _multiplied_out(body)
        if target is not None:
            return at_place(theorem, place, use(rules.equal_parts, u=body, v=target))
    return None


def _multiplied_out(term: Expr) -> Expr | None:
    """The term with its products of sums multiplied out, where that is another one."""
    plain = _without_log_of_exp(term)
    if (plain == term and not any(map(_is_bracketed, occurrences(term)))) or _terms_of(term) > MOST_EXPANDED:
        return None
    kept = {*plain.atoms(log), *(p for p in plain.atoms(Pow) if _is_kept(p))}
    held = {part: Dummy() for part in sorted(kept, key=lambda part: (-part.count_ops(), str(part)))}
    free = plain.xreplace(held)
    assert isinstance(free, Expr)
    target = expand(free, power_base=False, power_exp=False, log=False, basic=False)
    target = target.xreplace({dummy: part for part, dummy in held.items()})
    return target if target != term and equal(target, term) else None


def _is_bracketed(part: Basic) -> bool:
    """Is it a product or power of a sum?"""
    return isinstance(part, (Mul, Pow)) and any(isinstance(one, Add) for one in part.args)


def _is_kept(power: Pow) -> bool:
    """Whether it is a sum in a denominator, or in a root."""
    whole = power.exp.is_Integer or not power.exp.is_number
    return isinstance(power.base, Add) and not (whole and not power.exp.is_negative)


def _terms_of(term: Basic) -> int:
    """At most how many terms there are when all products of sums are multiplied out."""
    counts = [_terms_of(part) for part in children(term)]
    if isinstance(term, (Add, Mul)):
        return sum(counts) if isinstance(term, Add) else prod(counts)
    if isinstance(term, Pow) and isinstance(term.exp, Integer):
        return int(counts[0] ** min(abs(int(term.exp)), 100))
    return max(counts, default=1)


def _without_log_of_exp(term: Basic) -> Basic:
    term = rebuilt(term, tuple(map(_without_log_of_exp, children(term))))
    return term.args[0].exp if isinstance(term, log) and isinstance(term.args[0], exp) else term


def _exponents(theorem: Derivation) -> Derivation | None:
    """log(exp u) as u."""
    plain = _without_log_of_exp(theorem.rhs)
    return None if plain == theorem.rhs else rewritten(theorem, (), Algebra(), target=plain)


def _exponentials_out(theorem: Derivation) -> Derivation | None:
    """A sum of c_i exp(a + b_i) as exp(a) times a sum, where a has no index."""
    for part in dict.fromkeys(occurrences(theorem.rhs)):
        scope = opened(part)
        if scope is not None and scope.head is Sum and (taken := _exponential(scope.bodies[0], scope.variable)):
            how = use(rules.constant_factor, c=taken[0], f=Lambda(scope.variable, taken[1]))
            return first_place(theorem, how, part)
    return None


def _exponential(body: Basic, index: Basic) -> tuple[Basic, Basic] | None:
    """exp(a) and the rest of a product with exp(a + b_i) among its factors."""
    factors = Mul.make_args(body)
    for power in (factor for factor in factors if isinstance(factor, exp)):
        fixed, moving = expand(power.exp).as_independent(index, as_Add=True)
        if fixed != 0 and moving != 0:
            return exp(fixed), Mul(*(factor if factor != power else exp(moving) for factor in factors))
    return None


def upwards(theorem: Derivation) -> Derivation:
    """With each sum and product of the right side in the order that counts upwards."""
    while len(theorem.steps) < MOST_STEPS and (longer := _reversed(theorem)) is not None:
        theorem = longer
    return theorem


def _reversed(theorem: Derivation) -> Derivation | None:
    """A sum or product in reverse order, where that counts the index of more entries upwards, or of more powers."""
    rules_of: dict[object, Rule] = {Sum: rules.reversal_of_sum, Product: rules.reversal_of_product}
    for part in dict.fromkeys(occurrences(theorem.rhs)):
        scope = opened(part)
        if scope is not None and scope.head in rules_of and _direction(scope) < 0:
            longer = first_place(theorem, use(rules_of[scope.head]), part)
            if longer is not None:
                return longer
    return None


def _direction(scope: Scope) -> int:
    """How many entries count the index upwards, less those that count it downwards; where there are none, powers of
    constants."""
    v, (body,) = scope.variable, scope.bodies
    counts = [*_indices(scope)] or [power.exp for power in body.atoms(Pow) if v not in names(power.base)]
    slopes = ((substitute(count, {v: v + 1}) - count).expand() for count in counts)
    return sum((int(slope) > 0) - (int(slope) < 0) for slope in slopes if isinstance(slope, Integer))


def _shifted(theorem: Derivation) -> Derivation | None:
    """A sum or product of entries y_{i + c} as one of y_i, where c is the least of such integers, or the only shift."""
    rules_of: dict[object, Rule] = {Sum: rules.shift_of_sum, Product: rules.shift_of_product}
    for part in dict.fromkeys(occurrences(theorem.rhs)):
        scope = opened(part)
        if scope is not None and scope.head in rules_of and isinstance(scope.domain, IndexRange):
            ahead = _ahead(scope)
            if ahead != 0:
                longer = first_place(theorem, use(rules_of[scope.head], c=ahead), part)
                if longer is not None:
                    return longer
    return None


def _ahead(scope: Scope) -> Expr:
    """How far entries are ahead of the index: the least of such integers, or what is so of all of them."""
    every = {(index - scope.variable).expand() for index in _indices(scope)}
    whole = [c for c in every if isinstance(c, Integer)]
    alike = [c for c in every if len(every) == 1 and scope.variable not in names(c)]
    return min(whole or alike, default=Integer(0))


def _indices(scope: Scope) -> Iterator[Expr]:
    """The indices of the entries in a body."""
    return (index for part in occurrences(scope.bodies[0]) if isinstance(part, Indexed) for index in part.indices)


LAST: tuple[Tactic, ...] = (
    *(_expanded, _exponentials_out, signs_in_log, fraction_in_log, exponential_out),
    *(exchanged, joined, _reversed, _shifted, factors_in_log),
)


def _ranges(term: Basic) -> frozenset[IndexRange]:
    return frozenset(part for part in occurrences(term) if isinstance(part, IndexRange))


def _counted(theorem: Derivation, ranges: frozenset[IndexRange]) -> Derivation | None:
    """Sums and products over few integers, written out from the last term on, and those that go a few terms too
    far, cut."""
    for part in dict.fromkeys(occurrences(theorem.rhs)):
        if rule := _next_of(part, ranges):
            longer = first_place(theorem, use(rule), part)
            if longer is not None:
                return longer
    return None


def _next_of(part: Basic, ranges: frozenset[IndexRange]) -> Rule | None:
    if not isinstance(part, (Sum, Product)):
        return None
    scope = opened(part)
    if scope is None or not isinstance(scope.domain, IndexRange):
        return None
    low, high = scope.domain.args
    whole, empty = (
        (rules.last_term, rules.empty_sum) if isinstance(part, Sum) else (rules.last_factor, rules.empty_product)
    )
    if high - low == -1:
        return empty
    others = (other.args for other in ranges if other.args[1] - other.args[0] != high - low)  # no mere shift
    ends = (low - 1, *(end for _, end in others))
    return whole if any(high - end in range(1, MOST_TERMS + 1) for end in ends) else None

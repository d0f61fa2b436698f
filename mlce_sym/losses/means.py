"""The mean loss of one parameter in means of statistics, and where SymPy finds its slope to be 0.

It suggests; the kernel proves (`estimate`).

>>> from sympy import log, symbols
>>> a, y = symbols("a y")
>>> found = in_means(a * y - log(a), a, {y})
>>> found, list(stationary(found.loss, a))
(Means(loss=T_1*a - log(a), statistics={T_1: y}, spread=a*y - log(a)), [1/T_1])
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Set
from dataclasses import dataclass
from functools import partial
from itertools import count

from sympy import (
    Add,
    Basic,
    Dummy,
    Eq,
    Expr,
    Mul,
    Poly,
    PolynomialError,
    Pow,
    Rational,
    S,
    Symbol,
    exp,
    expand_mul,
    factor,
    log,
    preorder_traversal,
    together,
)

from ..border.nodes import Cases

MOST_DEGREE = 2
MOST_BY_CASES = 5  # means, where there are cases: proofs by cases take long


@dataclass(frozen=True)
class Means:
    """A loss with names for the means of statistics T(y), and what these are; and the loss of one observation, cases as
    sums with indicators."""

    loss: Expr
    statistics: dict[Symbol, Expr]
    spread: Expr


def in_means(loss: Expr, p: Symbol, varying: Set[Symbol], taken: frozenset[str] = frozenset()) -> Means | None:
    """The loss as a sum of functions of p times means of statistics, or None where it is no such sum.

    The means are called T_1, T_2, …, without the names that are taken.
    """
    free = (Symbol(f"T_{k}") for k in count(1) if f"T_{k}" not in taken)
    statistics: dict[Expr, Expr] = {}  # the names of statistics
    total: Expr = S.Zero
    spread = by_indicators(loss, p)
    for moving, weights in _by_parameter(spread, p, varying).items():
        if varying & moving.free_symbols:
            return None
        for weight in _weights(weights, varying):
            known, statistic = weight.as_independent(*varying, as_Add=False)
            if statistic not in statistics:
                statistics[statistic] = S.One if statistic == 1 else next(free)
            total += known * statistics[statistic] * moving
    named = {name: statistic for statistic, name in statistics.items() if isinstance(name, Symbol)}
    if spread != loss and len(named) > MOST_BY_CASES:
        return None
    return Means(total, named, spread)


def by_indicators(loss: Expr, p: Symbol) -> Expr:
    """Cases as sums, where the parameter is in one of them: u where c holds, else v, as v + [c] (u − v).

    >>> from sympy import Eq, symbols
    >>> a, y = symbols("a y")
    >>> by_indicators(Cases(Eq(y, 0), a, 2 * a), a)
    -a*(1 if Eq(y, 0), else 0) + 2*a
    """

    if not loss.has(Cases) or not loss.has(p):
        return loss
    if not isinstance(loss, Cases):
        return loss.func(*(by_indicators(part, p) for part in loss.args))
    *cases, (_, other) = _listed(loss)
    last = by_indicators(other, p)
    terms = ((condition, term) for condition, u in cases for term in Add.make_args(by_indicators(u, p) - last))
    return last + Add(*(Cases(condition, S.One, S.Zero) * term for condition, term in terms))


def _listed(part: Cases) -> list[tuple[Basic, Expr]]:
    """The cases, those within the other case as well where no two of them can hold at once: y is 0, or 1, or else."""
    condition, u, v = part.args
    if not isinstance(v, Cases) or not isinstance(condition, Eq):
        return [(condition, u), (S.true, v)]
    (y, value), others = condition.args, _listed(v)
    told = [one.args for one, _ in others[:-1] if isinstance(one, Eq)]
    exclusive = all(one == y and other.is_Number and other != value for one, other in told)
    if not (exclusive and value.is_Number and len(told) == len(others) - 1):
        return [(condition, u), (S.true, v)]
    return [(condition, u), *others]


def _by_parameter(loss: Expr, p: Symbol, varying: Set[Symbol]) -> dict[Expr, list[Expr]]:
    """The factors without p that each function of p is multiplied with."""
    found: dict[Expr, list[Expr]] = {}
    for term in _separated(loss, p, varying):
        weight, moving = term.as_independent(p, as_Add=False)
        found.setdefault(moving, []).append(weight)
    return found


def _separated(loss: Expr, p: Symbol, varying: Set[Symbol]) -> Iterator[Expr]:
    """The terms, multiplied out only where the parameter and the observation stand in one factor."""
    for term in Add.make_args(_powers_apart(loss, p)):
        mixed = any(p in part.free_symbols and varying & part.free_symbols for part in Mul.make_args(term))
        yield from Add.make_args(_multiplied_out(term)) if mixed else (term,)


def _powers_apart(term: Expr, p: Symbol) -> Expr:
    """(y/p)^k as y^k p^(−k), and (−y/p)^k as (−y)^k p^(−k): the numbers may be positive, which the kernel is to see."""

    def apart(power: Expr) -> Expr:
        base, exponent = power.as_base_exp()
        others, moving = base.as_independent(p, as_Add=False)
        signed = others.as_coeff_Mul()[0].is_negative
        factors = (*((others,) if signed else Mul.make_args(others)), *Mul.make_args(moving))
        return Mul(*(b ** (e * exponent) for b, e in (part.as_base_exp() for part in factors)))

    def is_mixed(part: Expr) -> bool:
        return isinstance(part, Pow) and isinstance(part.base, Mul) and not part.exp.is_Integer and part.has(p)

    return term.replace(is_mixed, apart)


def _multiplied_out(term: Expr) -> Expr:
    """With exp(a + b) as exp(a) exp(b), but logarithms and powers as they are."""
    spread = term.expand(log=False, power_base=False, power_exp=False)
    return spread.replace(exp, lambda inside: Mul(*map(exp, Add.make_args(inside)), evaluate=False))


def _weights(weights: list[Expr], varying: Set[Symbol]) -> list[Expr]:
    """Their sum, term by term; a difference of logarithms is one logarithm."""
    signs = [weight.as_coeff_Mul() for weight in weights]
    if len(weights) > 1 and all(abs(sign) == 1 and isinstance(rest, log) for sign, rest in signs):
        return [log(Mul(*(rest.args[0] ** sign for sign, rest in signs)))]
    return [part for weight in weights for part in Add.make_args(expand_mul(weight))]


def stationary(loss: Expr, p: Symbol) -> Iterator[Expr]:
    """The points where the slope is 0, where it is a polynomial of degree 1 or 2 in p, in exp(cp) or in a power of p,
    times a power of p, or of the form a p^k + c."""
    top = _lowered(expand_mul(_without_exponentials(together(loss.diff(p)).as_numer_denom()[0])), p)
    for unknown, back in _unknowns(top, p):
        w = Dummy("w", positive=unknown != p)
        try:
            found = Poly(top.xreplace({unknown: w}), w)
        except PolynomialError:
            continue
        if p not in found.free_symbols and (1 <= found.degree() <= MOST_DEGREE or _is_binomial(found)):
            yield from (_with_fewest_names(back(root)) for root in _roots(found) if root != 0)
            return


def _with_fewest_names(point: Expr) -> Expr:
    """(1 + T)/T as 1 + 1/T."""
    return min(point, expand_mul(point), key=_names)


def _names(form: Expr) -> int:
    return sum(isinstance(part, Symbol) for part in preorder_traversal(form))


def _is_binomial(found: Poly) -> bool:
    """Whether it is a p^k + c."""
    *middle, last = found.all_coeffs()[1:] or (S.Zero,)
    return found.degree() > 0 and last != 0 and not any(middle)


def _without_exponentials(top: Expr) -> Expr:
    """Without the factors that are never 0."""
    if not top.has(exp):
        return top
    return Mul(*(part for part in Mul.make_args(factor(top)) if not isinstance(part, exp)))


def _lowered(top: Expr, p: Symbol) -> Expr:
    """The sum divided by the power of p in its first term, where all terms are such powers with an unknown exponent."""
    terms = [term.as_independent(p, as_Add=False) for term in Add.make_args(top)]
    exponents = [power.as_base_exp()[1] for _, power in terms if power.as_base_exp()[0] == p]
    if len(exponents) < len(terms) or any(exponent.is_number for exponent in exponents):
        return top
    lower = Add(*(c * p ** (exponent - exponents[0]) for (c, _), exponent in zip(terms, exponents, strict=True)))
    return expand_mul(together(lower).as_numer_denom()[0])


def _unknowns(top: Expr, p: Symbol) -> Iterator[tuple[Expr, Callable[[Expr], Expr]]]:
    """What may be the unknown of an equation, and the parameter that belongs to its value."""
    yield p, lambda root: root
    for exponential in sorted(top.atoms(exp), key=str):
        if _inverse(exponential.exp, p, p) is not None:
            yield exponential, partial(_of_exponential, exponent=exponential.exp, p=p)
    for power in sorted(top.atoms(Pow), key=str):
        if power.base == p and not power.exp.is_number:
            yield power, partial(_power, exponent=1 / power.exp)


def _of_exponential(value: Expr, exponent: Expr, p: Symbol) -> Expr:
    """p, where e^exponent is the value."""
    found = _inverse(exponent, p, log(value))
    assert found is not None
    return found


def _inverse(term: Expr, p: Symbol, value: Expr) -> Expr | None:
    """p, where cp or c e^(cp) and so on has the value; None for another term."""
    if term == p:
        return value
    scale, moving = term.as_independent(p, as_Add=False)
    if moving == p or scale != 1:
        return _inverse(moving, p, value / scale)
    return _inverse(moving.exp, p, log(value)) if isinstance(moving, exp) else None


def _power(base: Expr, exponent: Expr) -> Expr:
    return base**exponent


def _roots(found: Poly) -> list[Expr]:
    """The roots of a polynomial of degree 1 or 2, those that differ from 0; of a p^k + c the positive one."""
    if found.degree() > MOST_DEGREE:
        return [(-found.all_coeffs()[-1] / found.LC()) ** Rational(1, found.degree())]
    *square, b, c = found.all_coeffs()
    if not square:
        return [_plain(-c / b)]
    (a,) = square
    if c == 0:
        return [_plain(-b / a)]
    root = (b**2 - 4 * a * c) ** S.Half
    return [(-c / a) ** S.Half] if b == 0 else [(-b + root) / (2 * a), (-b - root) / (2 * a)]


def _plain(value: Expr) -> Expr:
    """A quotient with its signs where one expects them."""
    top, bottom = factor(together(value)).as_numer_denom()
    return -top / -bottom if top.could_extract_minus_sign() or bottom.could_extract_minus_sign() else top / bottom

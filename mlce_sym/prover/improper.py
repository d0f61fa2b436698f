"""Integrals over open intervals worked out: split into weights, constants out, and then by what is known of each
weight, or by an antiderivative. Every step is made by the kernel, which also looks at whether the parts converge.

A bell curve is recognised by its exponent: −α u² + β u + γ is −(u − m)²/(2v) and a constant, for v = 1/(2α), m = β v.

>>> from sympy import Integral, S, exp, oo, symbols
>>> from mlce_sym.border.given import Given
>>> from mlce_sym.border.nodes import Lt
>>> from mlce_sym.prover.derivation import reflexivity
>>> b, u = symbols("b u")
>>> further(reflexivity(Given((Lt(0, b),)), Integral(exp(-b * u), (u, 0, oo)))).rhs
1/b
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from sympy import Abs, Add, Expr, Integer, Interval, Max, Min, Mul, S, Symbol, cancel, exp, expand, fraction, gamma, log

from .. import rules
from ..border.binding import Scope, names, substitute
from ..border.nodes import Above, Below, ImproperIntegral
from . import bells, binomial_powers, substituted
from .antiderivatives import by_antiderivative, is_finite
from .bells import closing
from .derivation import Derivation
from .justification import Use, use
from .logic import equal
from .series import Part, linear, stepped
from .weights import Term, Weight, coefficients, terms

GAUSSIAN = (
    rules.gaussian_total,
    rules.gaussian_first,
    rules.gaussian_second,
    rules.gaussian_third,
    rules.gaussian_fourth,
)


IN_TWO_PARTS = {
    type(S.Reals): rules.line_in_two_parts,
    Above: rules.half_line_in_two_parts,
    Interval: rules.interval_in_two_parts,
}
BESIDE_THE_CENTRE = (rules.gaussian_over_half_line, rules.gaussian_lowered)  # the powers 0 and 1
BETA = (rules.log_beta_integral_from_one, rules.log_beta_integral)


def further(theorem: Derivation) -> Derivation | None:
    """One step further at one of the integrals, or None."""
    return stepped(theorem, _fits, ways) or by_antiderivative(theorem) or substituted.further(theorem)


def _fits(scope: Scope) -> bool:
    return scope.head is ImproperIntegral


def ways(part: Part) -> Iterator[Use]:
    """What may be done with an integral, the most telling first."""
    found = terms(part.body, part.variable)
    if part.domain in (S.Reals, Above(0)):
        yield from bells.ways(part)
    if found:
        yield from _by_weight(part, found)
    elif part.body == 0:
        yield use(rules.constant_out_of_improper_integral, c=S.Zero, f=part.function(exp(-(part.variable**2))))
    if not _has_antiderivative(part, found):
        yield from linear(part, rules.improper_integral_of_sum, rules.constant_out_of_improper_integral)
    yield from _at_kinks(part)
    if part.domain == S.Reals:
        yield from binomial_powers.over_line(part)


def _at_kinks(part: Part) -> Iterator[Use]:
    """In two parts, at a point where |e u + d|, or the larger or smaller of two such numbers, has its kink."""
    rule = IN_TWO_PARTS.get(type(part.domain))
    kinks: list[Any] = sorted(part.body.atoms(Abs, Max, Min), key=str)
    for kink in kinks if rule else ():
        for inside in (kink.args[0] - other for other in kink.args[1:] or (S.Zero,)):
            known = coefficients(inside, part.variable)
            if known is not None and set(known) <= {0, 1} and 1 in known:
                yield use(rule, c=-known.get(0, S.Zero) / known[1])


def _has_antiderivative(part: Part, found: list[Term] | None) -> bool:
    """Is it a finite integral of polynomials and exponentials, to be done as a whole?"""
    return is_finite(part.domain) and found is not None and not any(t.weight.others for t in found)


def _by_weight(part: Part, found: list[Term]) -> Iterator[Use]:
    weights = list(dict.fromkeys(term.weight for term in found))
    if _has_antiderivative(part, found) and all(isinstance(term.power, Integer) for term in found):
        return
    if len(weights) > 1:
        yield _split(part, [term for term in found if term.weight == weights[0]], found)
    elif part.domain == S.Reals:
        yield from _on_line(part, found, weights[0])
    elif isinstance(part.domain, Below):
        yield use(rules.mirrored_half_line)
    elif len(found) > 1:
        yield _split(part, found[:1], found)
    elif isinstance(part.domain, Above):
        yield from _on_half_line(part, found[0], part.domain.args[0])
    elif is_finite(part.domain):
        yield from _on_interval(part, found[0])


def _split(part: Part, first: list[Term], found: list[Term]) -> Use:
    one, rest = (Add(*(t.at(part.variable) for t in found if (t in first) == side)) for side in (True, False))
    return _into(part, one, rest)


def _into(part: Part, one: Expr, rest: Expr) -> Use:
    return use(rules.improper_integral_of_sum, f=part.function(one), g=part.function(rest))


def _on_line(part: Part, found: list[Term], weight: Weight) -> Iterator[Use]:
    rates = dict(weight.rates)
    if set(rates) <= {1, 2} and 2 in rates:
        rate = rates.get(1, S.Zero) + (log(weight.ratio) if weight.ratio != 1 else 0)
        if not weight.others:
            yield from _gaussian(part, found, -rates[2], rate)
        elif len(found) == 1 and found[0].power == 0:
            yield from _absolute(part, found[0], -rates[2], rate)
    elif not rates and weight.ratio == 1:
        yield from _laplace(part, found, weight)


def _gaussian(part: Part, found: list[Term], alpha: Expr, beta: Expr) -> Iterator[Use]:
    """A polynomial in u − m times exp(−α u² + β u), term by term."""
    u, v = part.variable, 1 / (2 * alpha)
    m, whole = _centre(beta, alpha)
    shape = exp(-((u - m) ** 2) / (2 * v))
    around = _around(found, u, m)
    if around is None:
        return
    pieces = [(c * exp(whole), (u - m) ** n * shape, n) for n, c in around.items()]
    if len(pieces) > 1:
        first, *others = (c * plain for c, plain, _ in pieces)
        yield _into(part, first, Add(*others))
    elif pieces and pieces[0][2] < len(GAUSSIAN):
        ((c, plain, n),) = pieces
        yield closing(part, c, plain, GAUSSIAN[n], m=m, v=v)
    if [term.power for term in found] == [0]:  # fractions within exponents may be alike, and not be seen to be
        natural = exp(beta * u - alpha * u**2)
        yield closing(part, found[0].constant, natural, rules.gaussian_by_coefficients, a=alpha, b=beta)


def _absolute(part: Part, term: Term, alpha: Expr, beta: Expr) -> Iterator[Use]:
    """|u − m| exp(−α u² + β u), where m is the centre of the bell."""
    u, v = part.variable, 1 / (2 * alpha)
    bars = term.weight.others[0] if len(term.weight.others) == 1 else None
    sides = _sides(bars.args[0], u) if isinstance(bars, Abs) else None
    if sides is not None and bars is not None and equal(beta * v, -sides[1] * sides[0]):
        e, d = sides
        plain = bars * exp(-((u + d * e) ** 2) / (2 * v))
        constant = term.constant * exp(beta**2 / (4 * alpha))
        yield closing(part, constant, plain, rules.gaussian_absolute, e=e, d=d, v=v)


def _around(found: list[Term], u: Symbol, m: Expr) -> dict[int, Expr] | None:
    """The coefficients of the polynomial in powers of u − m."""
    if not all(isinstance(term.power, Integer) and term.power >= 0 for term in found):
        return None
    polynomial = Add(*(term.constant * (u + m) ** term.power for term in found))
    known = coefficients(expand(polynomial), u)
    if known is None:
        return None
    return {n: _short(c) for n, c in known.items() if not equal(c, S.Zero)}


def _centre(beta: Expr, alpha: Expr) -> tuple[Expr, Expr]:
    """m, and m²/(2v); without fractions in m where they cancel, as in the mean ρ y of u given y."""
    v = 1 / (2 * alpha)
    m, short = expand(beta * v), cancel(beta * v)
    if short != m and fraction(short)[1].is_number:
        return short, short**2 / (2 * v)
    return m, beta**2 / (4 * alpha)


def _short(c: Expr) -> Expr:
    short: Expr = cancel(c)
    return short


def _laplace(part: Part, found: list[Term], weight: Weight) -> Iterator[Use]:
    """A polynomial, or |u − m|, times exp(−|e u + d|/b), where e is 1 or −1."""
    u = part.variable
    known = _of_tent(weight, u)
    if known is None:
        return
    e, d, b, absolute = known
    tent: Expr = exp(-Abs(e * u + d) / b)
    around = _around(found, u, -d * e)
    if around is None:
        return
    known_moments = {0: rules.laplace_total, 1: rules.laplace_first, 2: rules.laplace_second}
    if absolute:
        known_moments, tent = {0: rules.laplace_absolute}, Abs(e * u + d) * tent
    pieces = [(c, (u + d * e) ** n * tent, n) for n, c in around.items()]
    if len(pieces) > 1:
        first, *others = (c * plain for c, plain, _ in pieces)
        yield _into(part, first, Add(*others))
    elif pieces and pieces[0][2] in known_moments:
        ((c, plain, n),) = pieces
        yield closing(part, c, plain, known_moments[n], e=e, d=d, b=b)


def _of_tent(weight: Weight, u: Symbol) -> tuple[Expr, Expr, Expr, bool] | None:
    """e, d and b, and whether |e u + d| is a factor, too."""
    bars = [part for part in weight.others if isinstance(part, Abs)]
    tents = [part for part in weight.others if part not in bars]
    if len(bars) > 1 or len(tents) != 1 or not isinstance(tents[0], exp):
        return None
    scale, inside = tents[0].exp.as_independent(u, as_Add=False)
    if not isinstance(inside, Abs) or (bars and bars[0] != inside):
        return None
    sides = _sides(inside.args[0], u)
    return None if sides is None else (*sides, -1 / scale, bool(bars))


def _sides(inside: Expr, u: Symbol) -> tuple[Expr, Expr] | None:
    """e and d of e u + d, where e is 1 or −1."""
    known = coefficients(inside, u)
    if known is None or known.get(1) not in (1, -1) or set(known) - {0, 1}:
        return None
    return known[1], known.get(0, S.Zero)


def _on_half_line(part: Part, term: Term, low: Any) -> Iterator[Use]:
    weight, u = term.weight, part.variable
    plain = Mul(u**term.power, weight.at(u))
    rates = dict(weight.rates)
    if not rates and weight.ratio == 1 and not weight.others:
        yield closing(part, term.constant, plain, rules.power_to_infinity, a=low, c=term.power)
        return
    if low != 0 and not rates and weight.ratio == 1 and weight.others == (log(u),):
        yield closing(part, term.constant, plain, rules.log_to_infinity, a=low, c=term.power)
        return
    if low != 0:
        yield use(rules.half_line_from_zero)
        return
    if d := _shift(term, u):
        yield use(rules.half_line_from_zero, backward=True, a=d, f=part.function(substitute(term.at(u), {u: u - d})))
        return
    yield from binomial_powers.over_half_line(part, term)
    if set(rates) == {1, 2} and not weight.others and term.power in (0, 1):
        a, b = -rates[2], rates[1] + (log(weight.ratio) if weight.ratio != 1 else 0)
        yield closing(part, term.constant, plain, BESIDE_THE_CENTRE[int(term.power)], a=a, b=b)
        return
    if set(rates) - {1} or any(isinstance(other, exp) for other in weight.others):
        yield from _with_power_in_exponent(part, term)
        return
    b = -rates.get(1, S.Zero) - (log(weight.ratio) if weight.ratio != 1 else 0)
    if weight.others == (log(u),):
        yield closing(part, term.constant, plain, rules.log_gamma_integral, a=term.power + 1, b=b)
    elif weight.others:
        return
    elif term.power == 0:
        yield closing(part, term.constant, plain, rules.exponential_integral, b=b)
    elif _is_lowered(part, term.power):
        yield closing(part, term.constant, plain, rules.power_lowered, c=term.power, b=b)
    else:
        yield closing(part, term.constant, plain, rules.gamma_integral, a=term.power + 1, b=b)


def _shift(term: Term, u: Symbol) -> Expr | None:
    """d, where the term is a whole power of u times a power of u + d, or that times its logarithm."""
    weight, bases = term.weight, {_base(other) for other in term.weight.others}
    known = coefficients(next(iter(bases)), u) if len(bases) == 1 else None
    plain = not weight.rates and weight.ratio == 1 and isinstance(term.power, Integer) and term.power >= 0
    return known[0] if plain and known is not None and set(known) == {0, 1} and known[1] == 1 else None


def _base(factor: Expr) -> Expr:
    """v of a power of v, and of log v."""
    base: Expr = factor.args[0] if isinstance(factor, log) else factor.as_base_exp()[0]
    return base


def _with_power_in_exponent(part: Part, term: Term) -> Iterator[Use]:
    """u^p exp(-b u^c), where c is not 1, and that times log u."""
    u, others = part.variable, [other for other in term.weight.others if other != log(part.variable)]
    known = _power_in_exponent(replace(term.weight, others=tuple(others)), u)
    if known is None:
        return
    b, c = known
    plain = u**term.power * exp(-b * u**c)
    for e in (1, -1):  # the sign of c
        bindings = {"a": term.power + 1, "b": b, "c": c, "e": Integer(e)}
        if len(others) == len(term.weight.others):
            yield closing(part, term.constant, plain, rules.gamma_integral_of_power, **bindings)
        else:
            yield closing(part, term.constant, log(u) * plain, rules.log_gamma_integral_of_power, **bindings)


def _power_in_exponent(weight: Weight, u: Symbol) -> tuple[Expr, Expr] | None:
    """b and c, where the weight is exp(-b u^c) and c is not 1."""
    if weight.ratio != 1 or len(weight.rates) + len(weight.others) != 1:
        return None
    if weight.rates:
        degree, rate = weight.rates[0]
        return (-rate, Integer(degree)) if degree > 1 else None
    (power,) = weight.others
    if not isinstance(power, exp):
        return None
    rate, moving = power.exp.as_independent(u, as_Add=False)
    base, c = moving.as_base_exp()
    return (-rate, c) if base == u and u not in names(c) else None


def _is_lowered(part: Part, power: Expr) -> bool:
    """Does the integral become a known one, or a multiple of Γ(a) that stands there, with a lower power of u?"""
    if isinstance(power, Integer):
        return bool(power > 0)
    return any(part.whole.has(gamma(power - step)) for step in range(4))


def _on_interval(part: Part, term: Term) -> Iterator[Use]:
    """A power of u times one of 1 − u, between 0 and 1, or of u alone, between 0 and any end."""
    weight, u = term.weight, part.variable
    low: Any
    high: Any
    low, high = part.domain.args[:2]
    if weight.rates or weight.ratio != 1 or low != 0:
        return
    plain = Mul(u**term.power, *weight.others)
    if not weight.others:
        yield closing(part, term.constant, plain, rules.power_from_zero, b=high, c=term.power)
    elif weight.others == (log(u),):
        yield closing(part, term.constant, plain, rules.log_from_zero, b=high, c=term.power)
    elif high == 1:
        logs = [other for other in weight.others if other in (log(u), log(1 - u))]
        base, exponent = Mul(*(other for other in weight.others if other not in logs)).as_base_exp()
        if len(logs) <= 1 and (base == 1 or expand(base - (1 - u)) == 0) and u not in names(exponent):
            a, b = term.power + 1, (S.Zero if base == 1 else exponent) + 1
            rule = BETA[logs[0].args[0] == u] if logs else rules.beta_integral
            yield closing(part, term.constant, plain, rule, a=a, b=b)

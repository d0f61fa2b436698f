"""Where infinite sums and integrals converge, as a person says it: a > 0 for that of x e^(-a x), |r| < 1 for Σ r^k.

What is found is enough: that a sum or integral converges there is shown by the logic.

>>> enough(("Converges", "x", ("Above", 0), ("Mul", "x", ("exp", ("Mul", -1, "a", "x")))), ())
(('Lt', 0, 'a'),)
>>> enough(("Converges", "k", ("From", 1), ("Pow", "r", "k")), ())
(('Lt', -1, 'r'), ('Lt', 'r', 1))
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sympy import Abs, Add, Expr, Mul, Pow, S, Symbol, exp, expand, log

from ...border.binding import substitute
from ...border.encoding import decode, encode
from ...logic.definedness import follows
from ...logic.given import assumed
from ...terms.errors import MlceError
from ...terms.terms import Term, compound, free, is_a

HIGHEST = 2  # power of the variable in an exponent


def implied(proposition: Term, facts: Iterable[Term]) -> bool:
    """Does it follow from the facts?"""
    try:
        return bool(follows(assumed(tuple(facts), ()), proposition))
    except (MlceError, ZeroDivisionError, RecursionError):
        return False


def enough(condition: Term, facts: tuple[Term, ...]) -> tuple[Term, ...]:
    """Simple propositions from which it follows that a sum or integral converges; none where nothing is found."""
    if not is_a(condition, "Converges") or not free(condition):
        return ()
    variable, domain, body = decode(compound(condition)[1]), compound(condition)[2], decode(compound(condition)[3])
    if not isinstance(variable, Symbol) or not isinstance(body, Expr):
        return ()
    try:
        found = [
            *dict.fromkeys(
                one
                for term in Add.make_args(expand(body, power_base=False, power_exp=False, log=False))
                for one in _of(term, variable, domain)
            )
        ]
    except (MlceError, TypeError):
        return ()
    kept = [one for one in found if free(one) and not implied(one, facts)]
    if not kept or not implied(condition, (*facts, *kept)):
        return ()
    for one in list(kept):  # each of which is needed
        others = [other for other in kept if other != one]
        if implied(condition, (*facts, *others)):
            kept = others
    return tuple(kept)


def _of(term: Expr, v: Symbol, domain: Term) -> Iterator[Term]:
    """What may be needed: that an exponential falls, or that a power is not too large, at the ends of the domain."""
    rate, others = _exponent(term, v)
    slope = _lead(rate, v)
    if is_a(domain, "From"):
        yield from _ratio(exp(slope))
        return
    if slope != 0:
        yield _negative(slope)
    powers = [power.as_base_exp() for power in others if _lead(power.as_base_exp()[0], v) != 0]
    ends = [decode(end) for end in compound(domain)[1:]] if isinstance(domain, tuple) else []
    yield from (_negative(-power - 1) for base, power in powers if any(substitute(base, {v: end}) == 0 for end in ends))
    if slope == 0 and is_a(domain, "Above"):
        yield _negative(Add(*(power for _, power in powers)) + 1)


def _lead(term: Expr, v: Symbol) -> Expr:
    """The coefficient of the highest power in a polynomial of a low degree, else 0."""
    polynomial = term.as_poly(v)
    found: Expr = S.Zero if polynomial is None or not 0 < polynomial.degree() <= HIGHEST else polynomial.LC()
    return found


def _exponent(term: Expr, v: Symbol) -> tuple[Expr, list[Expr]]:
    """a x + … where the term is exp(a x + …), and its other factors with x."""
    exponents, others = list[Expr](), list[Expr]()
    for factor in Mul.make_args(term):
        if isinstance(factor, exp):
            exponents.append(factor.exp)
        elif isinstance(factor, Pow) and factor.exp.has(v) and not factor.base.has(v):
            exponents.append(factor.exp * log(factor.base))
        elif factor.has(v):
            others.append(factor)
    return expand(Add(*exponents)).replace(Abs(v), v), others


def _ratio(ratio: Expr) -> Iterator[Term]:
    """That it lies between -1 and 1."""
    yield from (() if ratio.has(exp) else (("Lt", -1, encode(ratio)),))
    yield ("Lt", encode(ratio), 1)


def _negative(slope: Expr) -> Term:
    """That it is negative, without signs: t < λ for t - λ."""
    parts = Add.make_args(expand(slope))
    below = Add(*(-part for part in parts if part.could_extract_minus_sign()))
    return ("Lt", encode(slope + below), encode(below))

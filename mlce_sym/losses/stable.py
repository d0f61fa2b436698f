"""A term in a form that floating-point numbers can follow: no overflow on the way, and no needless cancellation.

SymPy suggests the form; that it is equal to the term is a theorem (`same`), or it is not used.

>>> from sympy import symbols
>>> y, z, p = symbols("y z p")
>>> stable(log(1 + exp(z)) - y * z, {y}), stable(exp(z) / (1 + exp(z)) - y, {y})
(-y*z + softplus(z), -y + sigmoid(z))
>>> stable(-y * log(p) - (1 - y) * log(1 - p), {y})
xlog1py(y - 1, -p) - xlogy(y, p)
>>> stable(exp(z) / (1 + exp(z)) - exp(2 * z) / (1 + exp(z)) ** 2, {y})
sigmoid(-z)*sigmoid(z)
>>> stable(p * y**z * log(p) * log(y) ** 2, {y})
p*xlogy(xlogy(y**z, y), y)*log(p)
>>> stable(y ** (z - p) * log(y), {y}), stable(abs(y) ** p * log(abs(y)) ** 2, {y})
(xlogy(y**(-p + z), y), xlogy(xlogy(Abs(y)**p, Abs(y)), Abs(y)))
>>> stable(exp(2 * z) / (exp(z) + exp(p) + 1) ** 2, {y})
exp(-2*logaddexp(logaddexp(-z, p - z), 0))
>>> stable(log(1 - 1 / (1 + exp(-z))), {y}), stable(log(1 / (1 + exp(-z))), {y})
(-softplus(z), -softplus(-z))
"""

from __future__ import annotations

from collections.abc import Set
from typing import Any, cast

from sympy import (
    Add,
    Basic,
    Dummy,
    Expr,
    Integer,
    Mul,
    Pow,
    S,
    Symbol,
    besseli,
    beta,
    binomial,
    cosh,
    exp,
    expand,
    expand_mul,
    factor,
    factor_terms,
    factorial,
    gamma,
    log,
    powsimp,
    sinh,
    sqrt,
    tanh,
    together,
)

from ..border.binding import children, in_sympys_nodes, rebuilt
from ..border.given import Given
from ..prover.derivation import Derivation
from ..prover.strategies import proved
from ..terms.errors import MlceError
from .primitives import PRIMITIVES, meant
from .quotients import error_function, of_differences, of_error_functions, of_squares, root

MOST_LARGER = 2  # a quotient whose terms are joined may be so many times as large


def stable(term: Expr, counts: Set[Symbol]) -> Expr:
    """The term with primitives; `counts` are what may be 0 where a logarithm is infinite, as y in y log p."""
    plain = _with_exponentials(_scaled(in_sympys_nodes(term)))
    return cast(Expr, _in_logarithms(_rewritten(_joined(factor_terms(plain) if plain.has(beta) else plain)), counts))


def same(term: Expr, other: Expr, given: Given) -> Derivation | None:
    """given ⊢ term = other, by the meaning of the primitives, or None where that is not shown."""
    try:
        return proved(term, meant(other), given)
    except MlceError:
        return None


def _scaled(term: Any) -> Any:
    """Bessel functions I_n(x), which overflow, as e^x times others, where these powers of e cancel or stand in logs."""
    if isinstance(term, Add):
        return Add(*map(_scaled, term.args))
    ive, calls = PRIMITIVES["ive"], term.atoms(besseli)
    logs = {log(call): log(ive(*call.args)) + call.args[1] for call in calls}
    if term.atoms(log) & set(logs):
        return term.xreplace(logs)
    powers = {call.args[1]: Dummy() for call in calls}
    found = factor(term.xreplace({call: powers[call.args[1]] * ive(*call.args) for call in calls})) if calls else term
    return term if found.has(*powers.values()) and calls else found


def _with_exponentials(term: Any) -> Any:
    """Powers b^e beside a 1, as in 1 − b^e, which cancels or overflows, as exponentials."""
    sums = [part for part in term.atoms(Add) if len(part.args) == 2 and abs(part.args[0]) == 1]
    powers = {abs_of for part in sums for abs_of in (part.args[1], -part.args[1]) if isinstance(abs_of, Pow)}
    return term.xreplace({one: exp(one.exp * log(one.base)) for one in powers if not one.exp.is_number})


def _joined(term: Any) -> Any:
    """Quotients with 1 + e^u below as one product, where that is not much larger: σ(u)σ(−u) instead of a difference."""
    quotients = [part for part in Add.make_args(term) if _is_logistic(part)]
    if len(quotients) < 2:
        return term
    joined = powsimp(factor(together(Add(*quotients))), deep=True)
    larger = joined.count_ops() > MOST_LARGER * Add(*quotients).count_ops()
    mixed = any(isinstance(part, Add) and part.has(exp) for part in Mul.make_args(joined))  # which may overflow
    mixed = mixed and _of_shares(joined) is None
    return term if larger or mixed else term - Add(*quotients) + joined


def _is_logistic(term: Any) -> bool:
    return any(part.exp.is_negative and part.base.has(exp) for part in term.atoms(Pow))


def _complement(term: Any) -> Any:
    """1 − σ(u), which is σ(−u), as one quotient, and c(1 ± tanh u) as 2cσ(±2u); another term as it is."""
    if isinstance(term, Add) and len(term.args) == 2 and term.args[0].is_number:
        c, rest = term.args
        sign = 1 if isinstance(rest / c, tanh) else -1
        if isinstance(sign * rest / c, tanh):
            return 2 * c * PRIMITIVES["sigmoid"](sign * 2 * (sign * rest / c).args[0])
    if isinstance(term, Add) and len(term.args) == 2 and term.args[0] == 1 and _is_logistic(term):
        joined = factor(together(term))
        return term if isinstance(joined, Add) else joined
    return term


def _rewritten(term: Any) -> Any:
    term = _complement(term)
    if isinstance(term, log):
        return _logarithm(term.args[0])
    if isinstance(term, Mul) or (isinstance(term, Pow) and term.exp.is_negative):
        return _product(term)
    made = rebuilt(term, map(_rewritten, children(term)))
    return _sum(made) if isinstance(made, Add) else made


def _logarithm(inside: Any) -> Any:
    """log of what stands inside."""
    inside = _complement(inside)
    if isinstance(inside, exp):
        return _rewritten(inside.exp)
    if isinstance(inside, (gamma, factorial)):
        return PRIMITIVES["gammaln"](inside.args[0] + (1 if isinstance(inside, factorial) else 0))
    for kind, name in ((beta, "betaln"), (binomial, "logbinomial"), (cosh, "logcosh")):
        if isinstance(inside, kind):
            return PRIMITIVES[name](*map(_rewritten, inside.args))
    return _logarithm_of_sum(inside) if isinstance(inside, Add) else _logarithm_of_product(_rewritten(inside))


def _logarithm_of_product(inside: Any) -> Any:
    """log σ(u) as −softplus(−u), since σ(u) may be too small a number."""
    c, product = inside.as_coeff_Mul()
    parts = [part.as_base_exp() for part in Mul.make_args(product)]
    if product == 1 or not c.is_positive or not all(base.func == PRIMITIVES["sigmoid"].head for base, _ in parts):
        return log(inside)
    return log(c) + Add(*(-exponent * PRIMITIVES["softplus"](-base.args[0]) for base, exponent in parts))


def _logarithm_of_sum(inside: Any) -> Any:
    rest = inside - 1
    if inside.args[0] == 1 and isinstance(rest, exp):
        return PRIMITIVES["softplus"](_rewritten(rest.exp))
    if inside.args[0] == 1 and isinstance(-rest, exp):
        return PRIMITIVES["log1mexp"](_rewritten(-(-rest).exp))
    if isinstance(inside + 1, exp):
        u = _rewritten((inside + 1).exp)  # log(e^u − 1)
        return u + PRIMITIVES["log1mexp"](u)
    scale, error = error_function(inside)
    if error is not None:
        return log(scale * 2) + PRIMITIVES["log_ndtr"](_rewritten(error * sqrt(2)))
    if _is_positive(inside) and any(map(_has_wave, inside.args)):
        return _log_of_exponentials(inside.args)
    if inside.args[0] == 1:
        u = root(rest)
        return PRIMITIVES["log1p"](_rewritten(rest)) if u is None else PRIMITIVES["log1psq"](_rewritten(u))
    return log(_rewritten(inside))


def _log_of_exponentials(terms: tuple[Any, ...]) -> Any:
    """log of a sum of positive terms, two by two."""
    first, *rest = (_log_of_term(term) for term in terms)
    for other in rest:
        first = PRIMITIVES["logaddexp"](first, other)
    return first


def _log_of_term(term: Any) -> Any:
    exponent, others = _exponent(term)
    return _rewritten(exponent) + (S.Zero if others == 1 else _rewritten(log(others)))


def _product(term: Any) -> Any:
    """A product, with e^(mu)/(c + e^u)^k as powers of σ(u − log c) and σ(log c − u)."""
    parts = list(Mul.make_args(term))
    for place, part in enumerate(parts):
        found = _logistic(part)
        if found is None:
            continue
        c, u, k = found
        others = parts[:place] + parts[place + 1 :]
        m, rest = _exponentials_of(others, u)
        if 0 <= m <= k:
            at = together(u) if c == 1 else together(u) - log(c)
            sigmoid = PRIMITIVES["sigmoid"]
            return c ** (m - k) * sigmoid(at) ** m * sigmoid(-at) ** (k - m) * _rewritten(Mul(*rest))
    for rule in (of_error_functions, of_differences, of_squares, _of_shares):
        found = rule(term)
        if found is not None:
            return _rewritten(found)
    found = _ratio(term)
    return _rewritten(found) if found != term else rebuilt(term, map(_rewritten, children(term)))


def _of_shares(term: Any) -> Any:
    """e^v/(c e^u + d e^w + …)^k, a share in a mixture, by differences of exponents; each term above by itself. One of
    the terms below may be a number, as in a softmax of which one class has z = 0."""
    for part in Mul.make_args(term):
        total, k = (part.base, -part.exp) if isinstance(part, Pow) else (part, S.Zero)
        if isinstance(total, Add) and _is_mixture(total) and k.is_Integer and k > 0:
            whole = term * total**k
            above = (whole,) if _is_wave(whole) else Add.make_args(powsimp(expand_mul(whole)))
            if all(map(_is_wave, above)):
                return Add(*(_share(one, total, k) for one in above))
    return None


def _share(above: Any, total: Any, k: Any) -> Any:
    v, others = _exponent(above)
    shifted = tuple(c * exp(expand(u - v / k)) for u, c in map(_exponent, total.args))
    return others * exp(-k * _log_of_exponentials(shifted))


def _is_mixture(total: Any) -> bool:
    """Positive terms, all of them waves, or at least two beside a number."""
    waves = sum(map(_has_wave, total.args))
    return _is_positive(total) and waves > 1 and all(_has_wave(one) or one.is_number for one in total.args)


def _is_wave(term: Any) -> bool:
    """Whether a product has one factor e^v, and else no exponentials."""
    return not _exponent(term)[1].has(exp)


def _has_wave(term: Any) -> bool:
    return any(isinstance(part, exp) for part in Mul.make_args(term))


def _is_positive(total: Any) -> bool:
    """Whether there is no minus sign in front of a term."""
    return all(term.as_coeff_Mul()[0].is_positive for term in total.args)


def _exponent(term: Any) -> tuple[Any, Any]:
    """v and c of c e^v."""
    waves = [part for part in Mul.make_args(term) if isinstance(part, exp)]
    return Add(*(part.exp for part in waves)), Mul(*(part for part in Mul.make_args(term) if part not in waves))


def _ratio(term: Any) -> Any:
    """sinh u/cosh u as tanh u, cosh u^(−2) without overflow, and y^k/s^k as (y/s)^k."""
    powers = dict(part.as_base_exp() for part in Mul.make_args(term))
    for base, exponent in powers.items():
        if isinstance(base, cosh) and exponent.is_Integer and exponent < 0:
            u, rest, k = base.args[0], term * base**-exponent, -exponent
            up = min(k, powers.get(sinh(u), 0)) if isinstance(powers.get(sinh(u), 0), (int, Integer)) else 0
            if up == k:
                return _ratio(rest / sinh(u) ** k) * tanh(u) ** k
            if up == 0 and k == 2:
                sigmoid = PRIMITIVES["sigmoid"]
                return _ratio(rest) * 4 * sigmoid(2 * u) * sigmoid(-2 * u)
        for other, opposite in powers.items():
            if not exponent.is_number and opposite == -exponent and exponent.could_extract_minus_sign():
                return _ratio(term / base**exponent / other**opposite) * (other / base) ** opposite
    return term


def _logistic(part: Any) -> tuple[Any, Any, int] | None:
    """c, u and k where a factor is (c + e^u)^(−k)."""
    if not (isinstance(part, Pow) and isinstance(part.exp, Integer) and part.exp < 0 and isinstance(part.base, Add)):
        return None
    exponentials = [one for one in part.base.args if isinstance(one, exp)]
    if len(exponentials) != 1:
        return None
    c = part.base - exponentials[0]
    return None if c.has(exp) or c.could_extract_minus_sign() else (c, exponentials[0].exp, int(-part.exp))


def _exponentials_of(parts: list[Any], u: Any) -> tuple[int, list[Any]]:
    """m, where e^(mu) is among the factors, and the other factors."""
    m, rest = 0, []
    for part in parts:
        ratio = expand_mul(part.exp / u) if isinstance(part, exp) else None
        if isinstance(ratio, Integer):
            m += int(ratio)
        else:
            rest.append(part)
    return m, rest


def _sum(term: Any) -> Any:
    """e^u − 1, and 1 − erf u, without cancellation."""
    constant, rest = term.as_coeff_Add()
    ratio = -rest / constant if constant else rest
    if isinstance(ratio, Pow) and isinstance(ratio.base, tanh) and ratio.exp == 2 and constant:
        u = ratio.base.args[0]
        return 4 * constant * PRIMITIVES["sigmoid"](2 * u) * PRIMITIVES["sigmoid"](-2 * u)
    if abs(constant) == 1 and isinstance(-constant * rest, exp):
        return -constant * PRIMITIVES["expm1"]((-constant * rest).exp)
    c, u = error_function(term)
    return term if u is None else c * PRIMITIVES["erfc"](-u)


def _in_logarithms(term: Any, counts: Set[Symbol]) -> Any:
    """y log p as xlogy(y, p), which is 0 where y is, and so y^b log y."""
    factors = list(term.args) if isinstance(term, Mul) else []
    for place, part in enumerate(factors):
        logarithm, k = part.as_base_exp()
        name, others = _of_logarithm(logarithm), [*Mul.make_args(Mul(*factors[:place], *factors[place + 1 :]))]
        weights = [one for one in others if counts & one.free_symbols] if name else []
        of_counts = bool(name and counts & logarithm.args[0].free_symbols)
        own = [one for one in weights if of_counts and one.as_base_exp()[0] == logarithm.args[0]]
        if (own and k.is_Integer and k > 0) or (len(weights) == 1 and k == 1):
            weight = (own or weights)[0]
            others.remove(weight)  # a quotient by it need not cancel
            inside = _in_logarithms(logarithm.args[0], counts)
            for _ in range(int(k)):
                weight = PRIMITIVES[name](weight, inside)
            return Mul(*others, weight)
    return rebuilt(term, (_in_logarithms(part, counts) for part in children(term))) if children(term) else term


def _of_logarithm(part: Basic) -> str:
    if isinstance(part, log):
        return "xlogy"
    return "xlog1py" if part.func == PRIMITIVES["log1p"].head else ""

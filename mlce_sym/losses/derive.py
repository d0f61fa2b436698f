"""The loss of a likelihood: what is minimised, every constant and factor that is dropped, slopes, and estimates.

Nothing here is a formula that was looked up: it is derived from the density, and proved where a proof is named.

>>> from sympy import Interval, exp, oo, symbols
>>> from mlce_sym.families.family import Family, Named
>>> y, a = symbols("y a")
>>> positive = Interval.open(0, oo)
>>> family = Family("exponential", "Exponential", a * exp(-a * y), Named(y, positive), (Named(a, positive),))
>>> found = loss_of(family)
>>> found.loss, [item.value for item in found.dropped], found.estimates
(Sum(a*y[i] - log(a), (i, 1, n))/n, [n], {a: n/Sum(y[i], (i, 1, n))})
>>> found.estimate_status
'proved: the only maximiser'
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from sympy import Expr, Interval, Mul, Ne, Set, Symbol

from ..evidence import Finding, expected, is_density, point_masses
from ..families.family import Family, Unsupported
from ..prover.document import Proof, lemmas
from ..terms.errors import Refused
from .claims import ByNumbers, Claim, Constant, Factor, Meaning, Negative, Proved, score
from .convexity import convexity, proofs_of
from .derived import BY_MODEL, Dropped
from .in_turn import Estimates, of_all, of_one
from .kinks import Quantiles, best_quantiles, status
from .loss import Loss
from .positive import apart_from_kinks, where_positive
from .room import narrowed
from .setting import Setting
from .slopes import Slope, gradient, hessian, of_information
from .supposed import supposed
from .theorem import Likelihood, log_likelihood, same_optimum, with_lemmas

Progress = Callable[[str], None]  # told what is worked on

NOT_FOUND = "no closed form was found"
OPEN = ": the support does not contain the end that depends on a parameter, as it would with ≤"


def quiet(stage: str) -> None:
    """Nobody is told."""


def loss_of(family: Family, progress: Progress = quiet) -> Loss:
    """The loss of a family. Raises Unsupported where the density cannot be taken apart, saying what is missing."""
    progress("the likelihood")
    apart = apart_from_kinks(where_positive(family))
    besides = supposed(apart)
    setting = Setting(replace(apart, given=(*apart.given, *besides)))
    model = Likelihood(setting)
    of_log, optimum = _of_likelihood(model)
    progress("gradient and Hessian")
    slopes = gradient(setting)
    curvature = hessian(setting, slopes)
    progress("estimates")
    found, shown = _estimates(setting, model, optimum), setting.shown
    kinked = {} if setting.by_model else best_quantiles(setting)
    progress("the total of the density")
    density = mass(_on_support(family))
    progress("convexity")
    bent = convexity(setting, curvature)
    progress("Fisher information")
    by_slope = {shown(p): slope.claim(setting) for p, slope in slopes.items()}
    meaning, (factor, dropped) = Meaning(str(model.functions[2]), model.own_names), _dropped(model, of_log)
    return Loss(
        replace(family, given=apart.given),
        Proved(of_log, Negative(model.own_names)),
        Proved(optimum, meaning),
        dropped,
        by_slope,
        {(shown(p), shown(q)): slope.claim(setting) for (p, q), slope in curvature.items()},
        {p: score(claim, factor) for p, claim in by_slope.items()},
        information(setting) if density.kind == "agrees" and _is_regular(apart) else {},
        density,
        {} if found.open else found.claims,
        found.conditions,
        BY_MODEL if setting.by_model else status(kinked, len(setting.symbols) == 1) or _not_found(apart),
        (*_behind(of_log, optimum, slopes, curvature), *proofs_of(bent), *found.proofs, *_of_quantiles(kinked)),
        profile=found.claims if found.open else {},
        quantiles={shown(p): one for p, one in kinked.items()},
        convexity={shown(p): one for p, one in bent.items()},
        besides=tuple(map(ByNumbers, besides)),
    )


def _on_support(family: Family) -> Family:
    """The family with what its density says of the support, where that is all that it says."""
    found = where_positive(family)
    return found if found.given == family.given else family


def _not_found(family: Family) -> str:
    support = family.data.domain
    ends = (
        ((support.start, support.left_open), (support.end, support.right_open)) if isinstance(support, Interval) else ()
    )
    is_open = any(is_open and family.moving & end.free_symbols for end, is_open in ends)
    return NOT_FOUND + OPEN * is_open


def _dropped(model: Likelihood, of_log: Proof) -> tuple[Proved, tuple[Dropped, ...]]:
    """The factor; it and the constants."""
    ell, names = str(model.functions[2]), model.own_names
    factor = Proved(of_log, Factor(ell, names))
    constants = (Proved(of_log, Constant(ell, place, names)) for place in range(len(model.constants)))
    return factor, (Dropped("factor", factor), *(Dropped("constant", constant) for constant in constants))


def _of_likelihood(model: Likelihood) -> tuple[Proof, Proof]:
    """What log L is, and that the loss has the same optimum. Raises Unsupported."""
    of_log = log_likelihood(model)
    try:
        return of_log, same_optimum(model, of_log)
    except Refused as refused:
        hint = "; a declaration, such as 'm in Naturals', may say it" if "nothing says so" in str(refused) else ""
        raise Unsupported(f"that the loss has the same optimum cannot be shown: {refused}{hint}") from None


def mass(family: Family) -> Finding:
    """Is the density one: evidence by numbers, and a certain counterexample where it is none."""
    if family.quasi:
        return Finding("undecided", why="a quasi-likelihood, which is no density")
    if family.contribution:
        return Finding("undecided", why="a contribution to a likelihood, which need be no density")
    if family.joint:
        return Finding("undecided", why="a density of several numbers, over which no total is taken")
    return is_density(family.density, family.data.symbol, family.data.domain, *_domains(family), family.given)


def _is_regular(family: Family) -> bool:
    """Whether the support is the same for all parameters, all values of them in their domains are allowed, and no
    number of an interval has a probability of its own, over which no expectation is taken."""
    if point_masses(family.density, family.data.symbol, family.data.domain):
        return False
    return not family.moving and all(isinstance(fact, Ne) for fact in family.given)


def _domains(family: Family) -> tuple[dict[Symbol, Set], dict[Symbol, Set]]:
    return {p.symbol: p.domain for p in family.parameters}, {k.symbol: k.domain for k in family.known}


def information(setting: Setting) -> dict[tuple[Expr, Expr], Claim]:
    """The Fisher information of one observation, where a closed form is found that the numbers confirm; no proof."""
    family, found = setting.family, dict[tuple[Expr, Expr], Claim]()
    for (p, q), second in of_information(setting).items():
        value = expected(second, family.density, family.data.symbol, family.data.domain, *_domains(family))
        if value is None:
            return {}
        found[setting.shown(p), setting.shown(q)] = ByNumbers(setting.shown(without_minus(value)))
    return found


def without_minus(value: Expr) -> Expr:
    """A product with its minus sign in the difference of something and a number, where it has one.

    >>> p = Symbol("p")
    >>> without_minus(-1 / (p * (p - 1)))
    1/(p*(1 - p))
    """
    number, rest = value.as_coeff_Mul()
    for factor in Mul.make_args(rest) if number.is_negative else ():
        base, exponent = factor.as_base_exp()
        if base.is_Add and exponent.is_odd and base.as_coeff_Add()[0].is_negative:
            return -number * (rest / factor) * (-base) ** exponent
    return value


def _behind(of_log: Proof, optimum: Proof, *tables: Mapping[Any, Slope]) -> Iterator[Proof]:
    """Those of the loss, and those of the slopes, each lemma once."""
    yield from (*with_lemmas(of_log), optimum)
    found: dict[str, Proof] = {}
    for proof in (slope.proof for table in tables for slope in table.values() if slope.proof):
        found |= {lemma.name: Proof(lemma, role="lemma") for lemma in lemmas(proof.derivation)}
        found[proof.name] = proof
    yield from found.values()


def _of_quantiles(found: Mapping[Symbol, Quantiles]) -> Iterator[Proof]:
    yield from (proof for one in found.values() for proof in one.proofs)


def _estimates(setting: Setting, model: Likelihood, optimum: Proof) -> Estimates:
    if setting.by_model:
        return Estimates()
    family = setting.family
    is_bound = any(narrowed(family, one) != family for one in family.parameters)  # as p < c binds the one parameter p
    return of_all(family) if model.several or is_bound else of_one(model, optimum)

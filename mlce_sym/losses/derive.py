"""The loss of a likelihood: what is minimised, every constant and factor that is dropped, slopes, and estimates.

Nothing here is a formula that was looked up: it is derived from the density, and proved where a proof is named.

>>> from sympy import Interval, exp, oo, symbols
>>> from mlce_sym.families.family import Family, Named
>>> y, a = symbols("y a")
>>> positive = Interval.open(0, oo)
>>> family = Family("exponential", "Exponential", a * exp(-a * y), Named(y, positive), (Named(a, positive),))
>>> found = loss_of(family)
>>> found.loss, found.dropped, found.estimates
(Sum(a*y[i] - log(a), (i, 1, n))/n, (Dropped(kind='factor', value=n),), {a: n/Sum(y[i], (i, 1, n))})
>>> found.estimate_status
'proved: the only maximiser'
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import permutations
from typing import Any

from sympy import Basic, Expr, Mul, Set, Symbol

from ..border.binding import substitute
from ..evidence import Finding, expected, is_density
from ..families.family import Family, Named
from ..prover.document import Document, Proof
from ..terms.errors import Refused
from ..writers.context import GREEK
from .estimate import Estimate, estimate
from .kinks import at_quantiles, status
from .setting import Setting, inner_name
from .slopes import Slope, gradient, hessian, of_information, reported
from .split import Unsupported
from .theorem import Likelihood, log_likelihood, same_optimum

NOT_SHOWN, NOT_FOUND = "stationary point; maximality not shown", "no closed form was found"
BY_MODEL = "no closed form: a model gives the parameters"


@dataclass(frozen=True)
class Dropped:
    """A positive factor, or an additive constant, of the negative log-likelihood that changes no optimum."""

    kind: str
    value: Expr


@dataclass(frozen=True)
class Loss:
    """−log L = (factor) · loss + (constants), and what follows; `proofs` are the theorems behind it."""

    family: Family
    nll: Expr
    loss: Expr
    dropped: tuple[Dropped, ...]
    gradient: Mapping[Expr, Slope]
    hessian: Mapping[tuple[Expr, Expr], Slope]
    score: Mapping[Expr, Expr]
    information: Mapping[tuple[Expr, Expr], Expr]
    density: Finding
    estimates: Mapping[Expr, Expr]
    estimate_status: str
    conditions: tuple[Basic, ...] = ()
    proofs: tuple[Proof, ...] = field(default=(), repr=False)
    report: str = ""  # of the checker
    notation: Mapping[str, Mapping[str, Any]] = field(default_factory=dict, repr=False)  # beyond the family's
    meanings: Mapping[str, str] = field(default_factory=dict, repr=False)

    def __str__(self) -> str:
        from .report import as_text

        return as_text(self)

    def to_json(self) -> str:
        """The loss as JSON (`mlce loss --json`)."""
        from .report import as_json

        return as_json(self)

    @property
    def no_information(self) -> str:
        """Why the Fisher information is not given, where it is not."""
        if self.density.kind != "agrees":
            return "not given, for the density is not shown to be one"
        return "no closed form was found"

    @property
    def document(self) -> Document:
        """The theorems, for every format."""
        return Document(self.family.name, self.family.title, self.proofs, self.forms, {**MEANINGS, **self.meanings})

    @property
    def forms(self) -> dict[str, Any]:
        """How names are written, in the theorems and in what is reported."""
        return {**notation(self.family), **self.notation}


FUNCTIONS: dict[str, dict[str, Any]] = {"f": {"parameters": 1}, "ell": {"latex": r"\ell", "text": "ℓ"}}
MEANINGS = {"f": "the density", "L": "the likelihood", "ell": "the mean loss"}


def notation(family: Family) -> dict[str, dict[str, Any]]:
    """How names are written: f(y; θ), ℓ, |u|, and the parameters as the family has them."""
    everything = (family.data, *family.parameters, *family.known)
    density = {"f": {"parameters": 1, "subscripts": 1}} if any(p.each for p in everything) else {}
    numbers = [p for p in everything if isinstance(p.symbol, Symbol)]  # a vector keeps its name
    of_each = {p: {"subscripts": 1} if p.each and p in family.parameters else {} for p in numbers}
    names = {n: {**_form(p), **of_each[p]} for p in numbers for n in (str(p.symbol), inner_name(p.symbol))}
    return {
        **FUNCTIONS,
        **density,
        **{n: how for n, how in names.items() if how},
    }


def _form(named: Named) -> dict[str, str]:
    """How a number is written, in the theorems as well, where it is a function of another name."""
    name = str(named.symbol)
    latex = named.latex or (f"\\{name}" if name in GREEK else name if name != inner_name(named.symbol) else "")
    return {"latex": latex, "text": _unicode(latex)} if latex else {}


def _unicode(latex: str) -> str:
    r"""A LaTeX name as text: \sigma^2 as σ²."""
    letters = re.sub(r"\\([A-Za-z]+) ?", lambda name: GREEK.get(name[1], name[1]), latex)
    return letters.replace("^2", "²").replace("{", "").replace("}", "")


def loss_of(family: Family) -> Loss:
    """The loss of a family. Raises Unsupported where the density cannot be taken apart, saying what is missing."""
    _check_support(family)
    setting = Setting(family)
    model = Likelihood(setting)
    of_log = log_likelihood(model)
    try:
        optimum = same_optimum(model, of_log)
    except Refused as refused:
        raise Unsupported(f"that the loss has the same optimum cannot be shown: {refused}") from None
    slopes = gradient(setting)
    curvature = hessian(setting, slopes)
    found = _estimates(family, model, optimum)
    factor, constants, density = model.factor, model.constants, mass(family)
    plain = setting.shown
    dropped = (Dropped("factor", plain(factor)), *(Dropped("constant", plain(term)) for term in constants))
    return Loss(
        family,
        plain(sum(constants, setting.n * setting.parts.factor * setting.mean(setting.parts.loss))),
        plain(setting.mean(setting.parts.loss)),
        dropped,
        {plain(p): reported(setting, slope) for p, slope in slopes.items()},
        {(plain(p), plain(q)): reported(setting, slope) for (p, q), slope in curvature.items()},
        {plain(p): plain(-factor * slope.value) for p, slope in slopes.items()},
        information(setting) if density.kind == "agrees" else {},
        density,
        {p: plain(value) for p, value in found.values.items()},
        found.status if found.values else status(at_quantiles(setting)) or found.status,
        tuple(plain(condition) for condition in found.conditions),
        (of_log, optimum, *_proofs(slopes, curvature), *found.proofs),
    )


def _check_support(family: Family) -> None:
    """Where an observation may lie must not depend on what is estimated: outside, the likelihood is 0. Parameters are
    common to all observations, or a model gives all of them."""
    if len({p.each for p in family.parameters}) == 2:
        raise Unsupported("some parameters are common to all observations, others are not; that is not derived here")
    moving = sorted(map(str, family.data.domain.free_symbols & {p.symbol for p in family.parameters}))
    if moving:
        where = f"the support of {family.data.symbol} depends on {', '.join(moving)}"
        raise Unsupported(f"{where}: outside it the likelihood is 0, and has no logarithm; that is not derived here")


def mass(family: Family) -> Finding:
    """Is the density one: evidence by numbers, and a certain counterexample where it is none."""
    if family.quasi:
        return Finding("undecided", why="a quasi-likelihood, which is no density")
    return is_density(family.density, family.data.symbol, family.data.domain, *_domains(family))


def _domains(family: Family) -> tuple[dict[Symbol, Set], dict[Symbol, Set]]:
    return {p.symbol: p.domain for p in family.parameters}, {k.symbol: k.domain for k in family.known}


def information(setting: Setting) -> dict[tuple[Expr, Expr], Expr]:
    """The Fisher information of one observation, where a closed form is found that the numbers confirm; no proof."""
    family, found = setting.family, {}
    for (p, q), second in of_information(setting).items():
        value = expected(second, family.density, family.data.symbol, family.data.domain, *_domains(family))
        if value is None:
            return {}
        found[setting.shown(p), setting.shown(q)] = setting.shown(without_minus(value))
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


def _proofs(*tables: Mapping[Any, Slope]) -> Iterator[Proof]:
    proofs = (slope.proof for table in tables for slope in table.values())
    yield from (proof for proof in proofs if proof and proof.derivation.steps)


@dataclass(frozen=True)
class Estimates:
    """The estimates of all parameters."""

    values: Mapping[Symbol, Expr] = field(default_factory=dict)
    status: str = NOT_FOUND
    conditions: tuple[Basic, ...] = ()
    proofs: tuple[Proof, ...] = ()


def _estimates(family: Family, model: Likelihood, optimum: Proof) -> Estimates:
    """One parameter after the other: where the best value of one does not depend on the others, it is put in."""
    if model.setting.by_model:
        return Estimates(status=BY_MODEL)
    if not model.several:
        return _of_one(model.point, estimate(model, optimum))
    if len(family.parameters) == 1:
        return Estimates()
    found = Estimates()
    for order in permutations(family.parameters):
        in_turn = _in_turn(family, order)
        if in_turn.values and in_turn.status != NOT_SHOWN:
            return in_turn
        found = found if found.values else in_turn
    return found


def _of_one(p: Symbol, found: Estimate | None) -> Estimates:
    if found is None:
        return Estimates()
    status = "proved: the only maximiser" if found.proofs else NOT_SHOWN
    return Estimates({p: found.value}, status, found.conditions, found.proofs)


def _in_turn(family: Family, order: tuple[Named, ...]) -> Estimates:
    """The first parameter for any values of the others, then the others at its estimate."""
    first, *others = order
    alone = replace(family, parameters=(first,), known=(*family.known, *others))
    model = Likelihood(Setting(alone), f"-{first.symbol.name}")
    if model.several:
        return Estimates()
    of_log = log_likelihood(model)
    optimum = same_optimum(model, of_log)
    here = _of_one(first.symbol, estimate(model, optimum))
    if not here.values:
        return Estimates()
    value = here.values[first.symbol]
    if not others:
        return replace(here, proofs=(of_log, optimum, *here.proofs))
    if value.free_symbols & {p.symbol for p in others}:
        return Estimates()
    hat = Named(Symbol(f"{first.symbol.name}hat"), first.domain)
    fixed = replace(alone, parameters=tuple(others), known=(*family.known, hat))
    fixed = replace(fixed, density=family.density.xreplace({first.symbol: hat.symbol}))
    rest = _in_turn(fixed, tuple(others))
    if not rest.values:
        return Estimates()
    return _together(first.symbol, here, hat.symbol, rest, (of_log, optimum))


def _together(p: Symbol, here: Estimates, hat: Symbol, rest: Estimates, before: tuple[Proof, ...]) -> Estimates:
    value = here.values[p]
    values = {p: value, **{q: substitute(v, {hat: value}) for q, v in rest.values.items()}}
    proved = NOT_SHOWN not in (here.status, rest.status)
    names = ", then ".join(str(q) for q in values)
    status = f"proved: the only maximiser (in {names})" if proved else NOT_SHOWN
    conditions = (*here.conditions, *(substitute(c, {hat: value}) for c in rest.conditions))
    return Estimates(values, status, conditions, (*before, *here.proofs, *rest.proofs))

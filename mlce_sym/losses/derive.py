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

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from types import ModuleType
from typing import TYPE_CHECKING, Any, cast

from sympy import Basic, Expr, Mul, Ne, Set, Symbol

from ..evidence import Finding, expected, is_density
from ..families.family import Family, Named, Unsupported
from ..prover.document import Document, Proof, lemmas
from ..terms.errors import Refused
from ..writers.context import GREEK
from .claims import ByNumbers, Claim, Constant, Factor, Meaning, Negative, Opposite, Proved
from .convexity import Convexity, convexity, proofs_of
from .in_turn import Estimates, of_all, of_one
from .kinks import Quantiles, best_quantiles, status
from .positive import apart_from_kinks, where_positive
from .setting import Setting, inner_name
from .slopes import Slope, gradient, hessian, of_information
from .theorem import Likelihood, log_likelihood, same_optimum

if TYPE_CHECKING:
    from .array_code import ArrayCode
    from .code import Code

Progress = Callable[[str], None]  # told what is worked on

NOT_FOUND = "no closed form was found"
ONLY = "proved: the only maximiser"
SCORES = "Here eta is x @ b; the gradient in b is x.T @ (the gradient in eta), one row of x for each observation."
BY_MODEL = "no closed form: a model gives the parameters"


def quiet(stage: str) -> None:
    """Nobody is told."""


@dataclass(frozen=True)
class Dropped:
    """A positive factor, or an additive constant, of the negative log-likelihood that changes no optimum."""

    kind: str
    claim: Claim

    @property
    def value(self) -> Expr:
        return cast(Expr, self.claim.value)


@dataclass(frozen=True)
class Loss:
    """−log L = (factor) · loss + (constants), and what follows: each is a claim, which says what it rests on.

    `proofs` are the theorems behind it; `instead` is what is to be said where there is no estimate.
    """

    family: Family
    whole: Claim  # −log L
    mean: Claim  # the loss
    dropped: tuple[Dropped, ...]
    gradient: Mapping[Expr, Claim]
    hessian: Mapping[tuple[Expr, Expr], Claim]
    scores: Mapping[Expr, Claim]
    informations: Mapping[tuple[Expr, Expr], Claim]
    density: Finding
    estimated: Mapping[Expr, Claim]
    supposed: tuple[Claim, ...] = ()
    instead: str = ""
    proofs: tuple[Proof, ...] = field(default=(), repr=False)
    profile: Mapping[Expr, Claim] = field(default_factory=dict)  # the best values of some parameters, given the others
    quantiles: Mapping[Expr, Quantiles] = field(default_factory=dict)  # where every sample quantile is best
    convexity: Mapping[Expr, Convexity] = field(default_factory=dict)
    scored: Family | None = None  # the family in the numbers η_i, where these are x_iᵀb
    report: str = ""  # of the checker
    notation: Mapping[str, Mapping[str, Any]] = field(default_factory=dict, repr=False)  # beyond the family's
    meanings: Mapping[str, str] = field(default_factory=dict, repr=False)

    @property
    def nll(self) -> Expr:
        return cast(Expr, self.whole.value)

    @property
    def loss(self) -> Expr:
        return cast(Expr, self.mean.value)

    @property
    def score(self) -> dict[Expr, Expr]:
        return {p: claim.value for p, claim in self.scores.items()}

    @property
    def information(self) -> dict[tuple[Expr, Expr], Expr]:
        """The Fisher information of one observation."""
        return {pair: claim.value for pair, claim in self.informations.items()}

    @property
    def estimates(self) -> dict[Expr, Expr]:
        return {p: claim.value for p, claim in self.estimated.items()}

    @property
    def conditions(self) -> tuple[Basic, ...]:
        """Where the estimates are estimates."""
        return tuple(dict.fromkeys(claim.value for claim in self.supposed))

    @property
    def estimate_status(self) -> str:
        """What the estimates rest on: a theorem that says that there is no other maximiser, or less."""
        words = {p: ONLY if isinstance(claim, Proved) else claim.word for p, claim in self.estimated.items()}
        if len(set(words.values())) > 1:
            return "; ".join(f"{p}: {word}" for p, word in words.items())
        in_turn = f" (in {', then '.join(map(str, words))})" if len(words) > 1 and ONLY in words.values() else ""
        return next(iter(words.values()), self.instead) + in_turn

    def __str__(self) -> str:
        from .report import as_text

        return as_text(self)

    def _repr_markdown_(self) -> str:
        from .report import as_markdown

        return as_markdown(self)

    def to_tex(self) -> str:
        """A LaTeX article with what `str` says (`mlce loss --format tex`)."""
        from .pages import as_tex

        return as_tex(self)

    def to_html(self) -> str:
        """The same as an HTML page."""
        from .pages import as_html

        return as_html(self)

    def to_json(self) -> str:
        """The loss as JSON (`mlce loss --json`)."""
        from .report import as_json

        return as_json(self)

    def code(self, target: str = "numpy") -> str:
        """A module with `loss`, `gradient` and `hessian` of one observation, for "numpy" (with SciPy), "python",
        "torch" or "jax". Raises NoSuchName for another library, or for one that lacks a function."""
        from .report import formulas

        return self._code(formulas(self)).module(target)

    def plot(self) -> Any:
        """A figure of Matplotlib: the loss of one observation, its slope, the log-likelihood of a sample. Raises
        NoSuchName where Matplotlib is not installed (`pip install 'mlce-sym[plot]'`), or nothing can be drawn."""
        from .plots import figure

        return figure(self)

    def function(self) -> ModuleType:
        """That module for NumPy, to be called: `loss("poisson").function().gradient(y, rate)`. Raises NoSuchName where
        NumPy and SciPy are not installed."""
        from .functions import functions

        return functions(self._code("").module("numpy"), re.sub(r"\W", "_", self.family.name))

    def _code(self, about: str) -> Code | ArrayCode:
        from .array_code import array_code
        from .code import code_of

        if self.scored is not None:
            return code_of(self.scored, f"{about}\n\n{SCORES}")
        scalars = all(isinstance(one.symbol, Symbol) for one in self.family.parameters)
        return code_of(self.family, about) if scalars else array_code(self, about)

    @property
    def no_information(self) -> str:
        """Why the Fisher information is not given, where it is not."""
        if self.density.kind != "agrees":
            return "not given, for the density is not shown to be one"
        if any(not isinstance(fact, Ne) for fact in self.family.given):
            return "not looked for, since the domains do not say all that is given"
        if self.family.moving:
            return "none, for the support depends on a parameter"
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


def loss_of(family: Family, progress: Progress = quiet) -> Loss:
    """The loss of a family. Raises Unsupported where the density cannot be taken apart, saying what is missing."""
    progress("the likelihood")
    setting = Setting(apart_from_kinks(where_positive(family)))
    model = Likelihood(setting)
    of_log, optimum = _of_likelihood(model)
    progress("gradient and Hessian")
    slopes = gradient(setting)
    curvature = hessian(setting, slopes)
    progress("estimates")
    found, shown = _estimates(setting, model, optimum), setting.shown
    kinked = {} if setting.by_model else best_quantiles(setting)
    progress("the total of the density")
    density = mass(family)
    progress("convexity")
    bent = convexity(setting, curvature)
    progress("Fisher information")
    by_slope = {shown(p): slope.claim(setting) for p, slope in slopes.items()}
    names, (_, _, ell) = model.own_names, map(str, model.functions)
    factor = Proved(of_log, Factor(ell, names))
    constants = (Proved(of_log, Constant(ell, place, names)) for place in range(len(model.constants)))
    return Loss(
        replace(family, given=setting.family.given),
        Proved(of_log, Negative(names)),
        Proved(optimum, Meaning(ell, names)),
        (Dropped("factor", factor), *(Dropped("constant", constant) for constant in constants)),
        by_slope,
        {(shown(p), shown(q)): slope.claim(setting) for (p, q), slope in curvature.items()},
        {p: _score(claim, factor) for p, claim in by_slope.items()},
        information(setting) if density.kind == "agrees" and _is_regular(setting.family) else {},
        density,
        {} if found.open else found.claims,
        () if found.open else found.conditions,
        BY_MODEL if setting.by_model else status(kinked, len(setting.symbols) == 1) or NOT_FOUND,
        (of_log, optimum, *_proofs(slopes, curvature), *proofs_of(bent), *found.proofs, *_of_quantiles(kinked)),
        profile=found.claims if found.open else {},
        quantiles={shown(p): one for p, one in kinked.items()},
        convexity={shown(p): one for p, one in bent.items()},
    )


def _of_likelihood(model: Likelihood) -> tuple[Proof, Proof]:
    """What log L is, and that the loss has the same optimum. Raises Unsupported."""
    of_log = log_likelihood(model)
    try:
        return of_log, same_optimum(model, of_log)
    except Refused as refused:
        raise Unsupported(f"that the loss has the same optimum cannot be shown: {refused}") from None


def _score(slope: Claim, factor: Proved) -> Claim:
    """The derivative of log L, where that of the loss is known."""
    if isinstance(slope, Proved):
        return replace(slope, read=Opposite(slope.read, factor))
    return replace(slope, value=-factor.value * slope.value)


def mass(family: Family) -> Finding:
    """Is the density one: evidence by numbers, and a certain counterexample where it is none."""
    if family.quasi:
        return Finding("undecided", why="a quasi-likelihood, which is no density")
    if family.contribution:
        return Finding("undecided", why="a contribution to a likelihood, which need be no density")
    return is_density(family.density, family.data.symbol, family.data.domain, *_domains(family), family.given)


def _is_regular(family: Family) -> bool:
    """Whether the support is the same for all parameters, and all values of them in their domains are allowed."""
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


def _proofs(*tables: Mapping[Any, Slope]) -> Iterator[Proof]:
    """Those of the slopes, each lemma once."""
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
    return of_all(setting.family) if model.several else of_one(model, optimum)

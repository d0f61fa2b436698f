"""What is derived of a likelihood: the loss, slopes, estimates, and how its names are written."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, cast

from sympy import Basic, Expr, Indexed, Ne, Symbol

from ..evidence import Finding
from ..families.family import Family, Named
from ..prover.document import Document, Proof
from ..writers.context import GREEK
from .claims import Claim, Proved
from .convexity import Convexity
from .kinks import Quantiles
from .setting import inner_name
from .spelled import WAYS

ONLY = "proved: the only maximiser"
BY_MODEL = "no closed form: a model gives the parameters"


@dataclass(frozen=True)
class Dropped:
    """A positive factor, or an additive constant, of the negative log-likelihood that changes no optimum."""

    kind: str
    claim: Claim

    @property
    def value(self) -> Expr:
        return cast(Expr, self.claim.value)


@dataclass(frozen=True)
class Derived:
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
    solving: Mapping[Expr, Claim] = field(default_factory=dict)  # the equations that coefficients solve
    quantiles: Mapping[Expr, Quantiles] = field(default_factory=dict)  # where every sample quantile is best
    convexity: Mapping[Expr, Convexity] = field(default_factory=dict)
    besides: tuple[Claim, ...] = ()  # what all theorems suppose beyond what is declared and given
    scored: Family | None = None  # the family in the numbers η_i, where these are x_iᵀb
    report: str = ""  # of the checker
    spelled: tuple[str, ...] = ()  # functions that are shown by the names with which they were typed
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
        claims = {**self.solving, **self.estimated}
        words = {_named(p): ONLY if isinstance(claim, Proved) else claim.word for p, claim in claims.items()}
        if len(set(words.values())) > 1:
            return "; ".join(f"{p}: {word}" for p, word in words.items())
        in_turn = f" (in {', then '.join(map(str, words))})" if len(words) > 1 and ONLY in words.values() else ""
        return next(iter(words.values()), self.instead) + in_turn

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
        return {**{name: WAYS[name] for name in self.spelled}, **notation(self.family), **self.notation}


def _named(parameter: Expr) -> Expr:
    """b for the coefficients b_k."""
    return cast(Expr, parameter.base.label) if isinstance(parameter, Indexed) else parameter


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
    r"""A LaTeX name as text: \sigma^2 as σ², \mathrm{rate} as rate."""
    plain = latex.replace(r"\mathrm", "")
    letters = re.sub(r"\\([A-Za-z]+) ?", lambda name: GREEK.get(name[1], name[1]), plain)
    return letters.replace("^2", "²").replace("{", "").replace("}", "")

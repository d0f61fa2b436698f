r"""Densities that are written by the name of their law, as \mathcal{N}(x; \mu, \sigma^2): each is one formula here.

Where books differ in what a parameter is, there are two formulas, and so two readings.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ...terms.caching import lru_cache
from ...terms.terms import Term, compound, free, is_a, number, substitute
from ..signs.commands import CAPITAL
from ..signs.grammar import tokens, tree
from ..signs.nodes import pieces, spelled
from ..signs.tree import Node
from .usual import WORDS, parameters
from .values import Value
from .walk import Walk


@dataclass(frozen=True)
class Law:
    """The parameters of a law after the value x, the usual formulas of its density, the values that it takes, and what
    holds of the parameters."""

    parameters: tuple[str, ...]
    formulas: tuple[str, ...]
    support: Term
    given: tuple[Term, ...] = ()


SHARE: tuple[Term, ...] = (("Lt", 0, "a"), ("Lt", "a", 1))
NORMAL = Law(("m", "v"), (r"\frac{1}{\sqrt{2\pi v}} \exp\left[-\frac{(x-m)^2}{2v}\right]",), "Reals", (("Lt", 0, "v"),))
BERNOULLI = Law(("a",), (r"a^x (1-a)^{1-x}",), ("Range", 0, 1), SHARE)
BINOMIAL = Law(("n", "a"), (r"\binom{n}{x} a^x (1-a)^{n-x}",), ("Range", 0, "n"), SHARE)
POISSON = Law(("a",), (r"\frac{a^x \exp(-a)}{x!}",), ("From", 0), (("Lt", 0, "a"),))
EXPONENTIAL = Law(("a",), (r"a \exp(-a x)", r"\frac{1}{a} \exp(-x/a)"), ("Above", 0), (("Lt", 0, "a"),))
GAMMA = Law(
    ("a", "b"),
    (r"\frac{b^a}{\Gamma(a)} x^{a-1} \exp[-b x]", r"\frac{1}{\Gamma(a) b^a} x^{a-1} \exp[-\frac{x}{b}]"),
    ("Above", 0),
    (("Lt", 0, "a"), ("Lt", 0, "b")),
)
BETA = Law(
    ("a", "b"),
    (r"\frac{\Gamma(a+b)}{\Gamma(a)\Gamma(b)} x^{a-1} (1-x)^{b-1}",),
    ("Interval", 0, 1),
    (("Lt", 0, "a"), ("Lt", 0, "b")),
)
LOGNORMAL = Law(
    ("m", "v"),
    (r"\frac{1}{x \sqrt{2\pi v}} \exp\left[-\frac{(\log x-m)^2}{2v}\right]",),
    ("Above", 0),
    (("Lt", 0, "v"),),
)
CHI_SQUARED = Law(("a",), (r"\frac{x^{a/2-1} \exp(-x/2)}{2^{a/2} \Gamma(a/2)}",), ("Above", 0), (("Lt", 0, "a"),))
UNIFORM = Law(("a", "b"), (r"\frac{1}{b-a}",), ("Interval", "a", "b"), (("Lt", "a", "b"),))
DIVIDERS = (";", "|")  # of the point and the parameters of a density
LAWS: dict[str, Law] = {
    **dict.fromkeys(("cal_N", "N", "Normal"), NORMAL),
    **dict.fromkeys(("Bern", "Ber", "Bernoulli"), BERNOULLI),
    **dict.fromkeys(("Bin", "Binomial"), BINOMIAL),
    **dict.fromkeys(("Poiss", "Pois", "Poisson", "Po"), POISSON),
    **dict.fromkeys(("Exp", "Expon", "Exponential"), EXPONENTIAL),
    **dict.fromkeys(("Gam", "cal_G", "Gamma_of_2"), GAMMA),  # Gamma(a, b) is no Γ(a)
    **dict.fromkeys(("Bet", "Beta", "Beta_of_2"), BETA),
    **dict.fromkeys(("cal_U", "U", "Unif", "Uniform"), UNIFORM),
    **dict.fromkeys(("LogNormal", "Lognormal", "LN"), LOGNORMAL),
    **dict.fromkeys(("ChiSquared", "ChiSq"), CHI_SQUARED),
}


def law_called(term: Term) -> Law | None:
    """The law D of D(a, b), with as many parameters as it has; None for other terms.

    >>> law_called(("Apply", "U_of", 0, 1)) is UNIFORM, law_called(("Apply", "Poisson", 1, 2))
    (True, None)
    """
    name = str(term[1]).removesuffix("_of") if is_a(term, "Apply") else ""  # of U ∼ U(0, 1)
    law = LAWS.get("Gamma_of_2" if name == "gamma" else name)  # of plain text
    return law if law is not None and len(compound(term)) - 2 == len(law.parameters) else None


def as_law(term: Term) -> Term:
    """What stands after X ∼, as a law with its parameters: ln N(m, v), χ²(k), χ²_k.

    >>> as_law(("Mul", ("Pow", "chi", 2), "k")), as_law(("Pow", "chi_3", 2))
    (('Apply', 'ChiSquared', 'k'), ('Apply', 'ChiSquared', 3))
    >>> as_law(("log", ("Apply", "N", 0, 1)))
    ('Apply', 'LogNormal', 0, 1)
    """
    if is_a(term, "log") and law_called(term[1]) is NORMAL:
        return ("Apply", "LogNormal", *compound(term[1])[2:])
    if is_a(term, "Mul") and len(term) == len(("Mul", "χ²", "k")) and term[1] == ("Pow", "chi", 2):
        return ("Apply", "ChiSquared", term[2])
    if is_a(term, "Pow") and term[2] == 2 and isinstance(term[1], str):
        letter, _, degrees = term[1].partition("_")
        if letter == "chi" and degrees.isalnum():
            return ("Apply", "ChiSquared", int(degrees) if degrees.isdecimal() else degrees)
    return term


def abbreviated(walk: Walk, name: str, *values: Value) -> Value | None:
    """A function with a usual name at a point; None where it takes another number of arguments."""
    letters = parameters(name)
    if len(letters) != len(values) or any(value.vector for value in values):
        return None
    walk.suppose(f"{name}({', '.join(letters)}) is {WORDS[name]}")
    points: dict[str, Term] = dict(zip(letters, (value.term for value in values), strict=True))
    return Value(_decided(substitute(walk.fresh().term(formula_of(WORDS[name])), points)))


def _decided(term: Term) -> Term:
    """Of cases that numbers decide the one that holds: SymPy has no 0 log 0 in another one."""
    while is_a(term, "Cases") and is_a(term[1], "Eq", "Ne") and None not in (sides := [*map(number, term[1][1:])]):
        term = term[2] if (sides[0] == sides[1]) == (term[1][0] == "Eq") else term[3]
    return term


@lru_cache(maxsize=600)
def formula_of(text: str) -> Node:
    """A formula in LaTeX."""
    return tree(tokens(text, {}))


def _is_matrix(value: Value) -> bool:
    """Whether it speaks of a capital Greek letter, which is a covariance matrix in a density of vectors."""
    return any(name.split("_")[0] in CAPITAL for name in free(value.term))


def law(walk: Walk, name: str, values: list[Value]) -> Value:
    """The density of a law at a point, for these parameters."""
    parameters, formulas = ("x", *LAWS[name].parameters), LAWS[name].formulas
    if len(values) != len(parameters) or any(value.vector or _is_matrix(value) for value in values):
        return walk.opaque(f"density_{name}", *values, why=f"the density {name} of vectors, or of other parameters")
    readings = [f"the density {name} is {formula}" for formula in formulas]
    formula = formulas[walk.choose(("law", name), *readings)]
    inner = walk.fresh()
    term = inner.term(formula_of(formula))
    given: dict[str, Term] = dict(zip(parameters, (value.term for value in values), strict=True))
    return Value(substitute(term, given))


def support_of(walk: Walk, factors: Sequence[Node], variable: str) -> Term | None:
    """The values of the law of which the density at a variable is one of these factors, as of 2 Gam(x; a, b)."""
    for name, bracket in zip(map(spelled, factors), factors[1:], strict=False):
        law = LAWS.get(name or "")
        if law is None or name in walk.scope.functions or bracket.kind != "bracket":
            continue
        (_, point), *rest = pieces(bracket.parts[0])
        if spelled(point) == variable and len(rest) == len(law.parameters) and rest[0][0] in DIVIDERS:
            values = (walk.term(part) for _, part in rest)
            return substitute(law.support, dict(zip(law.parameters, values, strict=True)))
    return None

r"""Expectations, variances, entropies: what averages over random variables.

They are not computed: E[X] is a function of X of which nothing is known. Where the scope says that random variables
have finitely many values, an expectation is Σ_ω w_ω X_ω, with Σ_ω w_ω = 1; capital letters are random, or else x, y, z,
and with X, X̄.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...terms.terms import Term, children, free, is_a, substitute
from ..signs.nodes import factors, letters, names_in, pieces, separators, spelled, unwrapped
from ..signs.tree import Node
from .laws import LAWS, NORMAL, law
from .named import all_of
from .scope import argument_name
from .values import Value, added, is_bold, multiplied, negative, power
from .walk import Walk

# These words, before square brackets, or before a random variable.
MOMENTS = frozenset(
    re.findall(r"\S+", "E bb_E cal_E Var var bb_V V Cov cov Corr corr H h I KL kl dKL D D_KL MI SD sd Skew Kurt std")
)
ENTROPIES = ("H", "h")
EXPECTATION = re.compile(r"(bb_|cal_)?E(_\w+)?")
OUTCOME = "omega"
RANDOM = ("x", "y", "z", "X", "Y", "Z", "k")


def averages(walk: Walk, name: str, bracket: Node) -> bool:
    """Whether a word before a bracket is a moment or an entropy; a letter before round brackets may be a function."""
    content = bracket.parts[0]
    if bracket.text != "()" or len(name) > 1 or not {";", "|", "‖"}.isdisjoint(separators(content)):
        return True
    told = [argument_name(part) for _, part in pieces(content)]
    if any(is_bold(one) for one in told):
        return False
    return name in ("E", "V") or any(one in walk.scope.densities or one[:1].isupper() for one in told)


def moment(walk: Walk, stem: str, content: Node) -> Value:
    """An expectation, a variance, an entropy: of random variables, and not computed."""
    parts = [part for _, part in pieces(content)]
    if walk.scope.finite and (found := _finite(walk, stem, parts, content)) is not None:
        return found
    values = [
        walk.label(part) if part.kind in ("relation", "sign", "nothing") else _of(walk, stem, part) for part in parts
    ]
    cuts = "".join({"|": "_given", ";": "_and", "‖": "_from"}.get(cut, "") for cut in separators(content))
    return walk.opaque(f"{stem}{cuts}", *values, total=True, why=f"the moment or entropy {stem}")


def by_law(walk: Walk, below: Node | None, content: Node) -> Value | None:
    r"""The mean by the law below it, as in E[x]_{D(a, b)} and E_{D(a, b)}[x], of the one variable that is averaged;
    None for what is below other expectations."""
    parts = factors(below) if below is not None and not walk.scope.closed else None
    if parts is None or len(parts) != len(("D", "(a, b)")) or len(pieces(content)) != 1:
        return None
    name, (bracket, _) = spelled(parts[0]), unwrapped(parts[1])
    variables = {*letters(content)} & {*RANDOM} - {*letters(parts[1])} if below is not None else set[str]()
    if name not in LAWS or bracket.kind != "bracket" or len(variables) != 1:
        return None
    own, values = LAWS[name], [walk.value(part) for _, part in pieces(bracket.parts[0])]
    unclear = own is NORMAL and isinstance(values[-1].term, str)  # it may be a standard deviation
    if unclear or len(values) != len(own.parameters) or any(value.vector for value in values):
        return None
    (variable,) = variables
    with walk.binding(variable):
        body = multiplied([walk.value(content), law(walk, name, [Value(variable), *values])])
    given = dict(zip(own.parameters, (value.term for value in values), strict=True))
    walk.given.update(dict.fromkeys(one for one in (substitute(one, given) for one in own.given) if free(one)))
    head = "Sum" if is_a(own.support, "Range", "From") else "ImproperIntegral"
    return None if body.vector else Value((head, variable, substitute(own.support, given), body.term))


def _of(walk: Walk, stem: str, part: Node) -> Value:
    """What is averaged; an entropy is that of all p_k."""
    if part.kind in ("relation", "sign", "nothing"):
        return walk.label(part)
    every = all_of(walk, part) if stem in ENTROPIES else None
    return walk.value(part) if every is None else every


def _finite(walk: Walk, stem: str, parts: list[Node], content: Node) -> Value | None:
    """The moment as a sum over outcomes, of random variables with finitely many values; None for other moments."""
    if set(separators(content)) - {","}:
        return None
    spoken = [*dict.fromkeys(name for part in parts for name in names_in(part))]
    plain = [name for name in spoken if _is_random(name)]
    random = (*plain, *(name for name in spoken if _is_made_of(name, plain)))
    capital = tuple(name for name in random if not name.islower() or len(name) > 1)
    some = capital if any(map(str.isupper, capital)) else random  # of (X − x)² and (y − ŷ)²
    found = _mean(walk, stem, parts, walk.averaged or some) if random else None
    return None if found is None or any(_is_made_of(name, random) for name in _numbers(found.term)) else found


def _mean(walk: Walk, stem: str, parts: list[Node], random: tuple[str, ...]) -> Value | None:
    if EXPECTATION.fullmatch(stem) and len(parts) == 1:
        weights = re.sub("^(bb_|cal_)?E", "weight", stem)
        return _weighed(walk, _varying(walk, parts[0], random), weights)
    if stem in ("Var", "var", "bb_V", "V") and len(parts) == 1:
        return _covariance(walk, parts[0], parts[0], random)
    if stem in ("Cov", "cov") and len(parts) == 2:
        return _covariance(walk, parts[0], parts[1], random)
    return None


def _covariance(walk: Walk, left: Node, right: Node, random: tuple[str, ...]) -> Value:
    sides = [_varying(walk, part, random) for part in (left, right)]
    moved = [added([side, negative(_weighed(walk, side, "weight"))]) for side in sides]
    product = power(moved[0], Value(2)) if moved[0] == moved[1] else multiplied(moved)
    return _weighed(walk, product, "weight")


def _varying(walk: Walk, part: Node, random: tuple[str, ...]) -> Value:
    """A formula at an outcome."""
    before, walk.averaged = walk.averaged, random
    try:
        return walk.value(part)
    finally:
        walk.averaged = before


def _weighed(walk: Walk, value: Value, weights: str) -> Value:
    outcomes: Term = ("Range", 1, f"size_{OUTCOME}")
    weight: Term = ("Indexed", weights, OUTCOME)
    walk.unjudged["an expectation over finitely many values"] = None
    walk.given[("Eq", ("Sum", OUTCOME, outcomes, weight), 1)] = None
    return Value(("Sum", OUTCOME, outcomes, multiplied([Value(weight), value]).term), value.vector)


def _is_random(name: str) -> bool:
    """Is it a letter for a random variable, or an estimate?"""
    return name.startswith("hat_") or (len(name) == 1 and (name.isupper() or name in "stuvwxyz"))


def _numbers(term: Term) -> Iterator[str]:
    """The names of numbers, which are the same at every outcome."""
    if isinstance(term, str):
        yield term
    for part in children(term):
        yield from _numbers(part)


def _is_made_of(name: str, random: Sequence[str]) -> bool:
    """Is it something else that is random, as x̄ or X_max where x or X is?"""
    return name not in random and bool({*name.split("_")} & {*random})

"""Relations that are weaker than equality: an antiderivative, ∝, equality up to a constant.

Each is turned into an equation that says the same: F is an antiderivative of f where F' = f; a ∝ b in x where
a(x) b(z) = a(z) b(x); a = b + const. where a(x) - b(x) = a(z) - b(z).

>>> whole = ("Apply", "antiderivative", ("Mul", 2, "x"), "x")
>>> slopes(whole, ("Pow", "x", 2))
(('Mul', 2, 'x'), ('Derivative', 'x', ('Near', 'Reals', 'x'), ('Pow', 'x', 2)))
>>> up_to_constant(("Pow", "x", 2), ("Add", ("Pow", "x", 2), "c", "const"), "x")[1]
('Add', ('Add', ('Pow', 'x', 2), 'c'), ('Mul', -1, ('Add', ('Pow', 'x_1', 2), 'c')))
"""

from __future__ import annotations

from collections.abc import Iterator

from ..certificate.names import every_name
from ..reading.calculus import derivative_in
from ..terms.terms import Term, children, compound, free, fresh, is_a, rebuilt, substitute
from .context import Context
from .meaning import Meaning

ANTIDERIVATIVE = "antiderivative"
CONSTANTS = frozenset(("const", "constant", "cst"))
DERIVATIVE = 4  # parts of ("Apply", "derivative", body, variable)
Pair = tuple[Term, Term]


def variables(term: Term) -> Iterator[str]:
    """The variables of the indefinite integrals in a term."""
    if is_a(term, "Apply") and term[1] == ANTIDERIVATIVE and isinstance(term[-1], str):
        yield term[-1]
    for part in children(term):
        yield from variables(part)


def slopes(left: Term, right: Term) -> Pair | None:
    """The derivatives of both sides, of which one at least has an indefinite integral; None where there is none, or
    where it stands in something else than a sum."""
    found = {*variables(left), *variables(right)}
    if len(found) != 1:
        return None
    (variable,) = found
    one, other = _slope(left, variable), _slope(right, variable)
    return None if one is None or other is None else (one, other)


def _slope(term: Term, variable: str) -> Term | None:
    if not any(variables(term)):
        return ("Derivative", variable, ("Near", "Reals", variable), term) if variable in free(term) else 0
    if is_a(term, "Apply"):
        return term[2] if len(term) == 4 and not any(variables(term[2])) else None
    if is_a(term, "Add"):
        parts = [slope for part in term[1:] if (slope := _slope(part, variable)) is not None]
        return ("Add", *parts) if len(parts) == len(term) - 1 else None
    if is_a(term, "Mul"):
        moving = [part for part in term[1:] if variable in free(part)]
        inner = _slope(moving[0], variable) if len(moving) == 1 else None
        return None if inner is None else ("Mul", *(inner if part == moving[0] else part for part in term[1:]))
    return None


def definite(left: Term, right: Term) -> Pair:
    """The sides with an integral without limits over the whole line, where the other side does not speak of its
    variable, as in ∫ x p(x) dx = μ.

    >>> definite(("Apply", "antiderivative", "x", "x"), "mu")
    (('ImproperIntegral', 'x', 'Reals', 'x'), 'mu')
    """
    for variable in {*variables(left)} ^ {*variables(right)}:
        one, other = _definite(left, variable), _definite(right, variable)
        if variable not in free(one) | free(other):
            left, right = one, other
    return left, right


def _definite(term: Term, variable: str) -> Term:
    if is_a(term, "Apply") and term[1] == ANTIDERIVATIVE and term[-1] == variable and len(term) == 4:
        return ("ImproperIntegral", variable, "Reals", term[2])
    return rebuilt(term, tuple(_definite(part, variable) for part in children(term)))


def constant_in(term: Term) -> str | None:
    """The name of the constant that a term is meant up to."""
    return next((name for name in sorted(free(term)) if name in CONSTANTS), None)


def up_to_constant(left: Term, right: Term, variable: str) -> Pair:
    """That both sides, without `const.`, move alike with the variable."""
    sides = without_constant(left), without_constant(right)
    other = fresh(variable, every_name(left) | every_name(right))
    one, two = (("Add", side, ("Mul", -1, substitute(side, {variable: other}))) for side in sides)
    return one, two


def without_constant(term: Term) -> Term:
    if is_a(term, "Add"):
        kept = [part for part in term[1:] if not (isinstance(part, str) and part in CONSTANTS)]
        return kept[0] if len(kept) == 1 else ("Add", *kept) if kept else 0
    return 0 if isinstance(term, str) and term in CONSTANTS else term


def proportional(left: Term, right: Term, variable: str) -> Pair:
    """That the ratio of both sides is the same at all values of the variable."""
    other = fresh(variable, every_name(left) | every_name(right))
    there = [substitute(side, {variable: other}) for side in (left, right)]
    return ("Mul", left, there[1]), ("Mul", there[0], right)


def argument(term: Term) -> str | None:
    """The variable of which a side is a function: of p(θ|y) or log p(θ|y) it is θ."""
    if is_a(term, "Apply"):
        return next((part for part in term[2:] if isinstance(part, str)), None)
    return next((found for part in children(term) if (found := argument(part)) is not None), None)


def applied(term: Term) -> Iterator[str]:
    """The names of the functions in a term."""
    if is_a(term, "Apply"):
        yield term[1]
    for part in children(term):
        yield from applied(part)


def is_slope(term: Term) -> bool:
    """Is it the derivative of something?"""
    return is_a(term, "Derivative") or (is_a(term, "Apply") and term[1] == "derivative")


def is_open(term: Term) -> bool:
    """Is there a derivative in it of which nothing is known?"""
    return (is_a(term, "Apply") and term[1] == "derivative") or any(map(is_open, children(term)))


def is_second(slope: Term) -> bool:
    """Is it the derivative of a derivative?"""
    return is_slope(compound(slope)[2 if is_a(slope, "Apply") else 3])


def moved_in(slope: Term) -> str:
    """In what a derivative is taken, as text."""
    return str(compound(slope)[2][2] if is_a(slope, "Derivative") else compound(slope)[-1])


def resolved(term: Term) -> Term:
    """With the derivatives of what is seen to depend on their variables, once definitions are written out."""
    term = rebuilt(term, tuple(map(resolved, children(term))))
    if not has_unresolved(term) or not is_a(term, "Apply") or term[1] != "derivative" or len(term) != DERIVATIVE:
        return term
    return derivative_in(term[2], term[3]) or term


def in_defined(term: Term, context: Context) -> tuple[Term, tuple[Meaning, ...]]:
    """With the derivatives in what is itself defined, as ∂J/∂p where p = σ(z): J is written out as far as p; and the
    definitions that were."""
    found = [in_defined(part, context) for part in children(term)]
    term = rebuilt(term, (part for part, _ in found))
    used = tuple(one for _, some in found for one in some)
    if not is_a(term, "Apply") or term[1] != "derivative" or len(term) != DERIVATIVE:
        return term, used
    stem = str(compound(term[3])[1]) if is_a(term[3], "Indexed") else str(term[3])
    if context.meaning(stem) is None:
        return term, used
    body, more = context.forgetting(stem).unfolded(term[2])
    slope = derivative_in(body, term[3])
    return (term, used) if slope is None else (slope, (*used, *more))


def has_unresolved(term: Term) -> bool:
    """Is there a derivative in it of which nothing is known?"""
    return (is_a(term, "Apply") and term[1] == "derivative") or any(map(has_unresolved, children(term)))

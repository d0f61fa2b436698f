"""Terms of certificates as Coq text, over the reals of `MLCE.v`: every number is an R, every set an R -> Prop.

The text has the order and the grouping of the term; names must be safe (`names.py`).

>>> written(("Sum", "i", ("Range", 1, "n"), ("Mul", -1, ("Indexed", "y", "i"), ("log", ("Add", 1, ("Mul", -1, "p"))))))
'Sum 1 n (fun i => - (y i * ln (1 - p)))'
>>> written(("ForAll", "i", ("Range", 1, "n"), ("Lt", 0, ("Mul", "a", ("Pow", "b", -1)))))
'forall i, i \\\\in Range 1 n -> 0 < a / b'
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ..functions import FUNCTIONS as DECLARED
from ..terms.caching import lru_cache
from ..terms.terms import Compound, Term, compound, free, fresh, is_a, is_binder, number, substitute
from ..terms.terms import written as as_term

# Coq's levels: what binds tighter has the smaller number. ATOM needs no brackets anywhere.
ATOM, APPLIED, POWER, PREFIX, TIMES, PLUS, ORDER, ARROW = 0, 10, 30, 35, 40, 50, 70, 200
RELATIONS = {"Lt": "<", "Le": "<=", "Ne": "<>", "Eq": "="}
FUNCTIONS = {"log": "ln", "exp": "exp", "KroneckerDelta": "delta", "Interval": "Interval", "Range": "Range"}
FUNCTIONS |= {name: declared.coq for name, declared in DECLARED.items() if declared.coq}
FUNCTIONS |= {name: name for name in ("Above", "Below", "Between", "From", "Without")}
FUNCTIONS |= {name: name for name in ("IsRange", "OpenInterval", "SameSign", "Power")}
OVER_RANGE = {
    "Sum": "Sum",
    "Product": "Prod",
    "Entropy": "Entropy",
    "CrossEntropy": "CrossEntropy",
    "KLDivergence": "KLDivergence",
}
OVER_INTEGERS = {"Sum": "InfiniteSum", "Converges": "Summable"}
ON_INTERVAL = {"Converges": "Integrable"}

Written = tuple[str, int]


def written(term: Term, level: int = ARROW) -> str:
    """The Coq text of a term or proposition, in brackets where its context binds tighter than `level`."""
    text, own = _text(term)
    return text if own <= level else f"({text})"


def argument(term: Term) -> str:
    return written(term, ATOM)


def function(variables: tuple[str, ...], body: Term) -> str:
    return f"(fun {' '.join(variables)} => {written(body)})"


@lru_cache(maxsize=600)
def _text(term: Term) -> Written:
    value = number(term)
    if value is not None:
        return _number(value.numerator, value.denominator)
    if type(term) is str:
        return term, ATOM
    if is_binder(term):
        return _binder(term)
    head, *parts = compound(term)
    if head in WRITERS:
        return WRITERS[head](parts)
    if head in RELATIONS:
        return f"{written(parts[0], PLUS)} {RELATIONS[head]} {written(parts[1], PLUS)}", ORDER
    if head in ("Apply", "Indexed"):
        return _call(parts[0], parts[1:])
    return _call(FUNCTIONS[head], parts)


def _number(top: int, bottom: int) -> Written:
    digits = str(abs(top))
    text = digits if bottom == 1 else f"{digits} / {bottom}"
    if top < 0:
        return (f"- {text}", PREFIX) if bottom == 1 else (f"- ({text})", PREFIX)
    return text, ATOM if bottom == 1 else TIMES


def _call(name: str, arguments: list[Term] | tuple[Term, ...]) -> Written:
    return " ".join([name, *map(argument, arguments)]), APPLIED


def _add(parts: list[Term]) -> Written:
    text = ""
    for part in parts:
        opposite = _opposite(part)
        if not text:
            text = written(part, PLUS - 1)
        else:
            text += f" + {written(part, PLUS - 1)}" if opposite is None else f" - {written(opposite, PLUS - 1)}"
    return text, PLUS


def is_negative(term: Term) -> bool:
    """Is the term written with a minus sign?"""
    return _opposite(term) is not None


def guarded(term: Term) -> Term:
    """The term in a sum of its own where its writing depends on what is around it: a + (- b) is not written a - b, nor
    a * (/ b) as a / b. So what stands in a context is written as the argument of a function is."""
    depends = is_negative(term) or _denominator(term) is not None
    return ("Add", term) if depends else term


def _opposite(term: Term) -> Term | None:
    """What a term with a minus sign is the opposite of, or None."""
    value = number(term)
    if value is not None:
        return None if value >= 0 else as_term(-value)
    return _without_sign(term[1:]) if is_a(term, "Mul") else None


def _without_sign(factors: tuple[Term, ...]) -> Term | None:
    opposite = _opposite(factors[0]) if number(factors[0]) is not None else None
    if opposite is None:
        return None
    rest = factors[1:] if opposite == 1 else (opposite, *factors[1:])
    return rest[0] if len(rest) == 1 else ("Mul", *rest)


def _mul(parts: list[Term]) -> Written:
    opposite = _without_sign(tuple(parts))
    if opposite is not None:
        return f"- {written(opposite, PREFIX - 1)}", PREFIX
    bottom = _denominator(parts[0])
    text = written(parts[0], TIMES) if bottom is None else f"1 / {written(bottom, PREFIX - 1)}"
    for part in parts[1:]:
        bottom = _denominator(part)
        text += f" * {written(part, PREFIX)}" if bottom is None else f" / {written(bottom, PREFIX - 1)}"
    return text, TIMES


def _denominator(term: Term) -> Term | None:
    if is_a(term, "Pow") and type(term[2]) is int and term[2] < 0:
        return term[1] if term[2] == -1 else ("Pow", term[1], -term[2])
    return None


def _power(parts: list[Term]) -> Written:
    base, exponent = parts
    bottom = _denominator(("Pow", base, exponent))
    if bottom is not None:
        return f"/ {written(bottom, PREFIX - 1)}", PREFIX
    if type(exponent) is int:
        return f"{written(base, POWER - 1)} ^ {exponent}", POWER
    return _call("Rpower", parts)


def _binder(term: Compound) -> Written:
    head, variable, domain, *bodies = term
    if variable.startswith("#") or (head == "ForAll" and variable in free(domain)):
        return _binder(_renamed(term))
    if head == "ForAll":
        return f"forall {variable}, {variable} \\in {written(domain, APPLIED)} -> {written(bodies[0])}", ARROW
    functions = " ".join(function((variable,), body) for body in bodies)
    if is_a(domain, "From") and head in OVER_INTEGERS:
        return f"{OVER_INTEGERS[head]} {argument(domain[1])} {functions}", APPLIED
    if head in OVER_RANGE:
        return f"{OVER_RANGE[head]} {argument(domain[1])} {argument(domain[2])} {functions}", APPLIED
    own = map(argument, domain[1:]) if head in ("Derivative", "Integral") else (argument(domain),)
    return " ".join([ON_INTERVAL.get(head, head), *own, functions]), APPLIED


def _renamed(term: Compound) -> Compound:
    """With another bound name: algebra's are no names, and in Coq a quantifier's domain lies inside it."""
    head, variable, domain, *bodies = term
    own = fresh("k" if variable.startswith("#") else variable, free(domain).union(*map(free, bodies)))
    return (head, own, domain, *(substitute(body, {variable: own}) for body in bodies))


def _member(parts: list[Term]) -> Written:
    return f"{written(parts[0], PLUS)} \\in {written(parts[1], APPLIED)}", ORDER


def _cases(parts: list[Any]) -> Written:
    """A function of four numbers for each relation; no other condition is written."""
    (relation, *sides), *values = parts
    return _call(f"Cases{relation}", [*sides, *values])


def _finite(parts: list[Term]) -> Written:
    return f"Finite [{'; '.join(written(part) for part in parts)}]", APPLIED


def _of_function(head: str, parts: list[Any]) -> Written:
    """What holds of a function on a set."""
    domain, (_, variables, body) = parts
    return f"{head} {argument(domain)} {function(variables, body)}", APPLIED


WRITERS: dict[str, Callable[[list[Term]], Written]] = {
    "Add": _add,
    "Mul": _mul,
    "Pow": _power,
    "Member": _member,
    "Finite": _finite,
    "Cases": _cases,
    "Undefined": lambda parts: ("Undefined", ATOM),
    "Implies": lambda parts: (f"{written(parts[0], ORDER)} -> {written(parts[1])}", ARROW),
    "Near": lambda parts: _call("Near", parts),  # to compare; in a file it stands apart
    "Continuous": lambda parts: _of_function("Continuous", parts),
    "Constant": lambda parts: ("PI", ATOM),
    "Empty": lambda parts: ("Empty", ATOM),
    "True": lambda parts: ("True", ATOM),
    "False": lambda parts: ("False", ATOM),
}

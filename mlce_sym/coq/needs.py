"""What must hold for a term to be defined (`docs/certificate.md`, Definedness), as closed propositions.

May import the checker's terms and given. `("IsRange", l, m)` says that l and m are integers with l - 1 <= m.

>>> needs(("Sum", "i", ("Range", 1, "n"), ("log", ("Indexed", "p", "i"))))
(('IsRange', 1, 'n'), ('ForAll', 'i', ('Range', 1, 'n'), ('Lt', 0, ('Indexed', 'p', 'i'))))
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from ..checker.terms import Term, alpha, children, free, is_a, is_binder, number

Unfold = Callable[[Term], Term | None]
OF_PROBABILITIES = ("Entropy", "CrossEntropy", "KLDivergence")


def needs(term: Term, unfold: Unfold = lambda term: None) -> tuple[Term, ...]:
    """Every condition once, in the order of reading; `unfold` gives what a defined name stands for."""
    return _distinct(_needs(term, unfold))


def ranges_of(terms: Iterable[Term]) -> tuple[Term, ...]:
    """The conditions that the index ranges in terms need."""
    conditions = (condition for term in terms for condition in _needs(term, lambda term: None))
    return _distinct(condition for condition in conditions if is_a(_core(condition), "IsRange"))


def _core(condition: Term) -> Term:
    """The condition without its quantifiers."""
    return _core(condition[3]) if is_a(condition, "ForAll") else condition


def _distinct(conditions: Iterable[Term]) -> tuple[Term, ...]:
    found: dict[Term, Term] = {}
    for condition in conditions:
        found.setdefault(alpha(condition), condition)
    return tuple(c for c in found.values() if not _repeated(c, found))


def _repeated(condition: Term, found: Mapping[Term, Term]) -> bool:
    """Is it said for every value of a variable that it does not mention, and also without?"""
    if not is_a(condition, "ForAll"):
        return False
    _, variable, _, body = condition
    return variable not in free(body) and (alpha(body) in found or _repeated(body, found))


def _needs(term: Term, unfold: Unfold) -> Iterator[Term]:
    if type(term) is int:
        return
    if is_binder(term):
        _, variable, domain, *bodies = term
        yield from _needs(domain, unfold)
        inside = [c for body in bodies for c in _needs(body, unfold)]
        inside += _of_probabilities(term[0], bodies)
        yield from (("ForAll", variable, domain, c) for c in inside)
        return
    for part in children(term):
        yield from _needs(part, unfold)
    yield from (c for c in _own(term) if not _evident(c))
    body = unfold(term)
    if body is not None:
        yield from _needs(body, unfold)


def _of_probabilities(head: str, bodies: list[Term]) -> Iterator[Term]:
    if head in OF_PROBABILITIES:
        yield ("Le", 0, bodies[0])
        yield from (("Lt", 0, body) for body in bodies[1:])


def _own(term: Term) -> Iterator[Term]:
    if type(term) is str:
        return
    if term[0] == "log" or (term[0] == "Pow" and type(term[2]) is not int):
        yield ("Lt", 0, term[1])
    elif term[0] == "Pow" and term[2] < 0:
        yield ("Ne", term[1], 0)
    elif term[0] == "Range":
        yield ("IsRange", *term[1:])


def _evident(condition: Term) -> bool:
    """Is it a fact of numbers alone?"""
    values = [number(part) for part in condition[1:]]
    if None in values:
        return False
    low, high = values
    if condition[0] == "IsRange":
        return low.denominator == high.denominator == 1 and low - 1 <= high  # type: ignore[union-attr, operator]
    return low < high if condition[0] == "Lt" else low != high  # type: ignore[operator]

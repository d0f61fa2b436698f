"""The statement that a rule's lemma in `MLCE.v` must have, derived from the rule's declaration.

The premises are the rule's conditions, and that its index ranges and distributions are such. A power whose base they
do not make positive is a `Power` (`general.py`).
`python -m mlce_sym.coq.lemmas "log of a product"` prints it.

>>> from mlce_sym.kernel.rule_table import rows
>>> print(statement(rows()["log of a product"]))
Lemma log_of_product : forall (l m : R) (f : R -> R),
  IsRange l m ->
  (forall i, i \\in Range l m -> 0 < f i) ->
  ln (Prod l m (fun i => f i)) = Sum l m (fun i => ln (f i)).
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from itertools import groupby
from typing import Any

from ..kernel.rule_table import rows
from ..terms.errors import NoSuchName
from ..terms.kinds import joined, kinds, sort_of
from ..terms.terms import PROP, REAL, SET, Term, children, free, is_a, is_binder, parse
from .general import in_general
from .needs import formed
from .order import arranged
from .terms import ORDER, PLUS, written

WIDTH = 100
EQUAL = {REAL: "=", SET: "==", PROP: "<->"}


def sides(row: Mapping[str, Any]) -> tuple[Term, Term, tuple[Term, ...]]:
    """Left side, right side and conditions of a row of the rule table."""
    return read(row["lhs"]), read(row["rhs"]), tuple(map(read, row["conditions"]))


def read(data: Any) -> Term:
    return arranged(parse(data))


def sort_of_sides(lhs: Term, rhs: Term) -> str:
    return sort_of(lhs) or sort_of(rhs) or REAL


def premises(lhs: Term, rhs: Term, conditions: Iterable[Term]) -> tuple[Term, ...]:
    """What the lemma supposes: that index ranges and distributions are such, then the conditions."""
    return (*formed((lhs, rhs, *conditions)), *conditions)


def sides_in_general(lhs: Term, rhs: Term, conditions: tuple[Term, ...]) -> tuple[Term, Term]:
    """Both sides as the lemma writes them."""
    left, right = in_general((lhs, rhs), premises(lhs, rhs, conditions))
    return left, right


def in_order(terms: Iterable[Term]) -> tuple[str, ...]:
    """The free names of terms, in the order in which they are first read."""
    return tuple(dict.fromkeys(name for term in terms for name in _read(term, frozenset())))


def _read(term: Term, bound: frozenset[str]) -> Iterator[str]:
    if type(term) is str:
        if term in free(term) and term not in bound:
            yield term
        return
    if is_a(term, "Lambda"):
        yield from _read(term[2], bound | set(term[1]))
        return
    if is_a(term, "Apply", "Indexed") and term[1] not in bound:
        yield term[1]
    inside = bound | {term[1]} if is_binder(term) else bound
    for number, part in enumerate(children(term)):
        yield from _read(part, inside if number else bound)


def type_of(kind: str) -> str:
    """The Coq type of what a name stands for."""
    if kind == REAL:
        return "R"
    if kind == SET:
        return "R -> Prop"
    return " -> ".join(["R"] * (int(kind.rsplit(" ", 1)[1]) + 1))


def binders(names: Iterable[str], known: Mapping[str, str]) -> str:
    """`(l m : R) (f : R -> R)`."""
    groups = groupby(names, key=lambda name: type_of(known[name]))
    return " ".join(f"({' '.join(group)} : {what})" for what, group in groups)


def equation(lhs: Term, rhs: Term, sort: str) -> str:
    """The Coq proposition that both sides are equal. That a proposition holds is written as the proposition."""
    if rhs == ("True",):
        return written(lhs)
    if rhs == ("False",):
        return f"~ {written(lhs, ORDER - 1)}"
    level = PLUS if sort != PROP else ORDER
    left, right = written(lhs, level), written(rhs, level)
    between = " " if len(left) + len(right) < WIDTH else "\n  "
    return f"{left}{between}{EQUAL[sort]} {right}"


def names_of(lhs: Term, rhs: Term, conditions: Iterable[Term]) -> tuple[str, ...]:
    """The schematic names of a rule, in the order of its lemma's arguments."""
    return in_order((lhs, rhs, *conditions))


def statement(row: Mapping[str, Any]) -> str:
    """The lemma as it must stand in the library."""
    lhs, rhs, conditions = sides(row)
    sort = sort_of_sides(lhs, rhs)
    known = dict(joined([kinds(lhs, sort), kinds(rhs, sort), *(kinds(c, PROP) for c in conditions)]))
    names = binders(names_of(lhs, rhs, conditions), known)
    head = f"Lemma {row['lemma']} :{f' forall {names},' if names else ''}"
    needed = premises(lhs, rhs, conditions)
    *supposed, left, right = in_general((*needed, lhs, rhs), needed)
    suppositions = [f"  {written(premise, ORDER)} ->" for premise in supposed]
    return "\n".join([head, *suppositions, f"  {equation(left, right, sort)}."])


def statement_of(name: str) -> str:
    """The lemma of the rule of that name. Raises NoSuchName where the table has none, or the rule has no lemma."""
    row = rows().get(name)
    if row is None:
        near = get_close_matches(name, rows(), n=3)
        meant = f" Did you mean {' or '.join(map(repr, near))}?" if near else ""
        raise NoSuchName(f"the rule table has no rule {name!r}: declare it, and run `make rules`.{meant}")
    if not row["lemma"]:
        raise NoSuchName(f"the rule {name!r} names no `lemma`")
    return statement(row)


if __name__ == "__main__":
    try:
        print(statement_of(" ".join(sys.argv[1:])))
    except NoSuchName as problem:
        sys.exit(str(problem))

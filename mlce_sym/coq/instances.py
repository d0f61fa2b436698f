"""Instances of the hypotheses that speak of the entries and applications in a term, and applications in known writing.

>>> from mlce_sym.logic.given import assumed
>>> every = ("ForAll", "t", "Reals", ("Lt", 0, ("Apply", "f", "t")))
>>> scope = Scope(assumed((), ()), (("given_1", every),), frozenset())
>>> [(name, dict(values)) for name, _, _, values in instances_of(scope, (("Apply", "f", "a"),))]
[('given_1', {'t': 'a'})]
"""

from __future__ import annotations

from collections.abc import Iterator

from ..logic.algebra import canonical
from ..logic.entailment import holds
from ..logic.given import Fact, calls, instances
from ..terms.terms import CALLS, Compound, Term, children, is_a, is_binder, rebuilt, substitute
from .scope import Scope, Values
from .scripts import Script
from .terms import written

Variables = tuple[tuple[str, Term], ...]


def instances_of(scope: Scope, atoms: tuple[Compound, ...]) -> Iterator[tuple[str, Variables, Term, Values]]:
    """The hypotheses that speak of these atoms, with values for their variables that lie in the domains."""
    members = tuple(known[1] for _, known in scope.named if is_a(known, "Member"))
    for name, known in scope.named:
        variables, statement = opened(known)
        for values in instances(Fact(variables, statement), atoms, members) if variables else ():
            if all(holds(scope.given, ("Member", values[v], substitute(domain, values))) for v, domain in variables):
                yield name, variables, statement, values


def opened(statement: Term) -> tuple[Variables, Term]:
    variables = []
    while is_a(statement, "ForAll"):
        _, variable, domain, statement = statement
        variables.append((variable, domain))
    return tuple(variables), statement


def as_known(scope: Scope, prop: Term) -> tuple[Script, Term]:
    """Applications written as what is known of them is: g(1 + x - 1) as g(x)."""
    lines: Script = []
    known = _known_calls(scope, calls(prop))
    for call in calls(prop):
        first = next((c for c in known if c[:2] == call[:2] and canonical(c) == canonical(call)), call)
        if written(first) != written(call):
            lines.append(f"replace ({written(call)}) with ({written(first)}) by same_call.")
            prop = _exchanged(prop, call, first)
    return lines, prop


def _known_calls(scope: Scope, atoms: tuple[Compound, ...]) -> tuple[Compound, ...]:
    statements = [known for _, known in scope.named]
    statements += [substitute(statement, values) for _, _, statement, values in instances_of(scope, atoms)]
    return tuple(call for statement in statements for call in calls(statement) if is_a(call, *CALLS))


def _exchanged(term: Term, part: Term, other: Term) -> Term:
    if term == part:
        return other
    return term if is_binder(term) else rebuilt(term, (_exchanged(one, part, other) for one in children(term)))

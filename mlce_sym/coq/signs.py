"""Signs of the parts of a term, as facts for the tactics of `MLCE.v`, which follow signs through sums and products.

What a part's sign rests on is shown by `prove`, the prover of side conditions, which is passed in since it needs these
signs itself.

>>> from mlce_sym.logic.given import assumed
>>> known_signs(lambda scope, prop: ["given."], Scope(assumed((), ()), (), frozenset()), ("Add", ("exp", "a"), "b"))
['pose proof (exp_pos a).']
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from ..functions import FUNCTIONS
from ..logic.entailment import holds, sign
from ..logic.given import assumed
from ..logic.signs import NEGATIVE, NONNEGATIVE, NONZERO, POSITIVE, SIGNS, Signs
from ..terms.terms import Compound, Term, children, is_a, is_binder, rebuilt, substitute
from .fractions import denominators
from .functions import of_signs, whatever_is_given
from .scope import Scope
from .scripts import Script, asserted, block, blocks
from .terms import argument

Prove = Callable[[Scope, Term], Script]
SERIES = ("Sum", "Product", "Integral")


def known_signs(prove: Prove, scope: Scope, prop: Term) -> Script:
    """The signs that the parts of a comparison have by what is given, where no tactic finds them by itself."""
    parts = dict.fromkeys(part for side in children(prop) for part in _parts(side))
    return [line for part in parts for line in _known(prove, scope, part)]


def signs_in_hypotheses(scope: Scope, prop: Term) -> Script:
    """What holds anyway of the parts of known comparisons, where a comparison follows by that alone: of cosh u, where
    cosh u < a is known, and 0 < a is to be shown."""
    own = {part for side in children(prop) for part in _parts(side)}
    known = (fact for _, fact in scope.named if is_a(fact, *SIGNS))
    parts = dict.fromkeys(part for fact in known for side in children(fact) for part in _parts(side))
    lines = {part: found for part in parts if part not in own and (found := _anyway(part))}
    names: dict[Term, str] = {part: f"#{number}" for number, part in enumerate(lines)}
    opaque = assumed(tuple(_named(h, names) for h in scope.given.hypotheses), scope.given.definitions)
    return [] if not lines or holds(opaque, prop) else [line for found in lines.values() for line in found]


def _anyway(part: Compound) -> Script:
    """The sign and the bounds that a part has whatever is given."""
    if is_a(part, *FUNCTIONS):
        return whatever_is_given(part)
    if is_a(part, "exp"):
        return [f"pose proof (exp_pos {argument(part[1])})."]
    if is_a(part, "Pow") and type(part[2]) is not int:
        return [f"pose proof (Rpower_positive {argument(part[1])} {argument(part[2])})."]
    return []


def _named(term: Term, names: Mapping[Term, str]) -> Term:
    """The term with names for some of its parts."""
    if term in names:
        return names[term]
    return term if is_binder(term) else rebuilt(term, [_named(part, names) for part in children(term)])


def _parts(term: Term, inside: bool = False) -> Iterator[Compound]:
    """Parts that have a sign of their own, outside the bodies of binders; and differences in a product or power."""
    if is_a(term, *SERIES, *FUNCTIONS, "log", "exp", "Constant") or (is_a(term, "Pow") and type(term[2]) is not int):
        yield term
    elif is_a(term, "Pow"):
        yield from _parts(term[1], True)
        yield from (term,) if term[2] % 2 == 0 else ()
    elif not is_binder(term):
        for part in children(term):
            yield from _parts(part, is_a(term, "Mul"))
        yield from (term,) if inside and is_a(term, "Add") and denominators(term) else ()


def _known(prove: Prove, scope: Scope, part: Compound) -> Script:
    signs = sign(scope.given, part)
    if is_a(part, "Constant"):
        return ["pose proof PI_above_3.", "pose proof PI_4."]
    if is_a(part, *FUNCTIONS):
        return of_signs(prove, scope, part)
    if found := _anyway(part):
        return found
    if is_a(part, "Pow"):
        return _of_power(prove, scope, part, signs)
    if is_a(part, "log"):
        return _of_log(prove, scope, part, signs)
    if is_a(part, "Add"):
        return _of_difference(prove, scope, part, signs)
    return _of_total(prove, scope, part, "Lt" if signs <= POSITIVE else "Le") if signs <= NONNEGATIVE else []


def _of_total(prove: Prove, scope: Scope, part: Compound, relation: str) -> Script:
    """As it is given, else by the signs of the terms."""
    fact = (relation, 0, part)
    if name := scope.name_of(fact):
        return [f"pose proof {name}."]
    script = _of_integral if is_a(part, "Integral") else _of_series
    return asserted(fact, script(prove, scope, part, relation))


def _of_power(prove: Prove, scope: Scope, part: Compound, signs: Signs) -> Script:
    """An even power is positive where its base is not 0."""
    base = part[1]
    definite = (POSITIVE, NEGATIVE)
    plain = type(base) is str or any(sign(scope.given, base) <= one for one in definite)
    different = ("Ne", base, 0)
    return asserted(different, prove(scope, different)) if signs <= NONZERO and not plain else []


def _of_difference(prove: Prove, scope: Scope, part: Term, signs: Signs) -> Script:
    if signs <= POSITIVE:
        return asserted(("Lt", 0, part), prove(scope, ("Lt", 0, part)))
    return asserted(("Lt", part, 0), prove(scope, ("Lt", part, 0))) if signs <= NEGATIVE else []


def _of_log(prove: Prove, scope: Scope, term: Compound, signs: Signs) -> Script:
    if signs <= POSITIVE:
        return asserted(("Lt", 0, term), ["apply ln_positive.", *prove(scope, ("Lt", 1, term[1]))])
    if signs <= NEGATIVE:
        parts = [prove(scope, ("Lt", 0, term[1])), prove(scope, ("Lt", term[1], 1))]
        return asserted(("Lt", term, 0), ["apply ln_negative.", *blocks(parts)])
    return asserted(("Ne", term, 0), log_is_not_0(prove, scope, term)) if signs <= NONZERO else []


def log_is_not_0(prove: Prove, scope: Scope, term: Compound) -> Script:
    """log u <> 0 by 0 < u and u <> 1."""
    parts = [prove(scope, ("Lt", 0, term[1])), prove(scope, ("Ne", term[1], 1))]
    return ["apply ln_nonzero.", *blocks(parts)]


def _of_series(prove: Prove, scope: Scope, term: Compound, relation: str) -> Script:
    head, variable, domain, body = term
    _, low, high = domain
    inside, own, member = scope.under(variable, domain)
    bounds = block(prove(scope, ("IsRange", low, high)))
    every = block([f"intros {own} {member}.", *prove(inside, (relation, 0, substitute(body, {variable: own})))])
    name = ("Prod" if head == "Product" else "Sum") + ("_positive" if relation == "Lt" else "_nonnegative")
    some = block(prove(scope, ("Le", low, high))) if name == "Sum_positive" else []
    return [f"apply {name}.", *bounds, *some, *every]


def _of_integral(prove: Prove, scope: Scope, term: Compound, relation: str) -> Script:
    _, variable, domain, body = term
    inside, own, member = scope.under(variable, domain)
    ends = prove(scope, (relation, domain[1], domain[2]))
    continuous = prove(scope, ("Continuous", domain, ("Lambda", (variable,), body)))
    every = [f"intros {own} {member}.", *prove(inside, (relation, 0, substitute(body, {variable: own})))]
    name = "Integral_positive" if relation == "Lt" else "Integral_nonnegative"
    return [f"apply {name}.", *blocks([ends, continuous, every])]

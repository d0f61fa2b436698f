"""Scripts for side conditions: that a proposition follows from the hypotheses, in the words of `MLCE.v`.

A wrong script makes Coq reject the file, never accept something else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from ..functions import FUNCTIONS
from ..logic.entailment import holds, sign
from ..logic.given import assumed, calls, opposite
from ..logic.signs import NEGATIVE, NONZERO, POSITIVE
from ..terms.terms import Compound, Term, alpha, compound, free, is_a, number, substitute
from .fractions import denominators, factor_between, over_common_denominator, product
from .functions import of_bounds, of_integers
from .instances import Variables, as_known, instances_of, opened
from .integrals import integrable, open_interval
from .needs import needs
from .scope import Scope, unfolded, unfolded_scope
from .scripts import Script, asserted, block, blocks
from .signs import known_signs, log_is_not_0, signs_in_hypotheses
from .terms import argument, written

COMPARISONS = ("Lt", "Le", "Ne", "Eq")
DEPTH, MOST_FACTS = 2, 40


def prove(scope: Scope, prop: Term) -> Script:
    """A script for a proposition that follows from what is given."""
    name = scope.name_of(prop)
    if name is not None:
        return [f"exact {name}."]
    if is_a(prop, "Member") and (direct := _instance_of(scope, prop)) is not None:
        return direct
    whole = compound(prop)
    return PROVERS[whole[0]](scope, whole)


def _for_all(scope: Scope, prop: Compound) -> Script:
    _, variable, domain, body = prop
    inside, own, member = scope.under(variable, domain)
    return [f"intros {own} {member}.", *prove(inside, substitute(body, {variable: own}))]


def _implies(scope: Scope, prop: Compound) -> Script:
    """In the case; or the case cannot be, since the other one holds."""
    _, case, condition = prop
    inside, name = scope.supposing(case)
    other = opposite(case)
    if other is not None and holds(scope.given, other):
        return [f"intros {name}.", "exfalso.", *asserted(other, prove(scope, other)), "lra."]
    return [f"intros {name}.", *prove(inside, condition)]


def _is_range(scope: Scope, prop: Compound) -> Script:
    _, low, high = prop
    if number(low) is not None and number(high) is not None:
        return ["literal_range."]
    parts = (("Member", low, "Integers"), ("Member", high, "Integers"), ("Le", ("Add", low, -1), high))
    return ["split; [| split].", *blocks(prove(scope, part) for part in parts)]


def _member(scope: Scope, prop: Compound) -> Script:
    _, element, domain = prop
    if domain == "Reals":
        return ["exact I."]
    if domain == "Integers":
        if number(element) is not None:
            return ["apply Integers_IZR."]
        body = unfolded(scope.given, element)
        whole = [line for call in calls(body) if is_a(call, *FUNCTIONS) for line in of_integers(prove, scope, call)]
        return [f"change ({written(('Member', body, domain))}).", *facts(scope, body)[1], *whole, "integer."]
    scope = _without_facts_of(scope, domain)
    if is_a(domain, "Above"):
        return [f"change ({written(('Lt', domain[1], element))}).", *prove(scope, ("Lt", domain[1], element))]
    if is_a(domain, "Interval", "Between"):
        relation = "Lt" if is_a(domain, "Interval") else "Le"
        parts: list[Term] = [(relation, domain[1], element), (relation, element, domain[2])]
    elif is_a(domain, "Range"):
        parts = [("Member", element, "Integers"), ("Le", domain[1], element), ("Le", element, domain[2])]
    elif is_a(domain, "Without"):
        parts = [("Member", element, domain[1]), ("Ne", element, domain[2])]
    elif is_a(domain, "Finite"):
        return _in_finite(scope, element, domain)
    else:
        return _of_a_subset(scope, prop) or ["assumption."]
    return ["split." if len(parts) == 2 else "split; [| split].", *blocks(prove(scope, part) for part in parts)]


def _without_facts_of(scope: Scope, domain: Term) -> Scope:
    """What holds of the elements of a set does not show that something is one."""
    key = alpha(domain)
    others = (pair for pair in scope.named if not (is_a(pair[1], "ForAll") and alpha(pair[1][2]) == key))
    return replace(scope, named=tuple(others))


def _of_a_subset(scope: Scope, prop: Term) -> Script | None:
    """What lies in a set without a point, or in an arg max, lies in the set."""
    for name, known in scope.named:
        proof = name
        while is_a(known, "Member") and is_a(known[2], "Without", "ArgMax", "ArgMin"):
            proof, known = f"(proj1 {proof})", ("Member", known[1], known[2][1 if known[2][0] == "Without" else 2])
            if alpha(known) == alpha(prop):
                return [f"exact {proof}."]
    return None


def _in_finite(scope: Scope, element: Term, domain: Term) -> Script:
    """One of the values by algebra, or an integer between two of them."""
    body = unfolded(scope.given, element)
    return [f"change ({written(('Member', body, domain))}).", *facts(scope, body)[1], "among."]


def _smooth(scope: Scope, prop: Compound) -> Script:
    """By what the function is built of; where its parts are defined is shown before, at every point of the set."""
    is_open = prop[0] == "Smooth"
    variable, domain, body = prop[1:] if is_open else (prop[2][1][0], prop[1], prop[2][2])
    inside, own, member = scope.under(variable, domain)
    body = unfolded(scope.given, substitute(body, {variable: own}))
    shown = (prop[0], own, domain, body) if is_open else (prop[0], domain, ("Lambda", (own,), body))
    lines = [f"change ({written(shown)})."]
    lines += [f"apply {prop[0]}_where_inhabited; [{'open_set | ' * is_open}intros {own} {member}]."]
    whole = unfolded_scope(inside)
    lines += _learned(inside, whole)
    for condition in needs(body):
        everywhere = ("ForAll", own, domain, condition) if own in free(condition) else condition
        lines += asserted(everywhere, prove(whole, everywhere))
    return [*lines, "smooth." if is_open else "continuous_there."]


def _comparison(scope: Scope, prop: Compound) -> Script:
    """As it stands, where that is enough; else with every definition unfolded."""
    folded = assumed(scope.given.hypotheses, ())
    below = (("Ne", bottom, 0) for bottom in denominators(("Add", *prop[1:])))
    if not scope.given.definitions or all(holds(folded, part) for part in (prop, *below)):
        return _compared(replace(scope, given=folded), prop)
    plain, whole = compound(unfolded(scope.given, prop)), unfolded_scope(scope)
    if (direct := _at_a_member(whole, plain)) is not None:
        return direct
    return [f"change ({written(plain)}).", *_learned(scope, whole), *_compared(whole, plain)]


def _learned(scope: Scope, whole: Scope) -> Script:
    """What has another writing in the unfolded scope, as facts in that writing."""
    new = (pair for pair in whole.named if pair not in scope.named and is_a(pair[1], *COMPARISONS, "Member"))
    return [f"learn ({name} : {written(meant)})." for name, meant in new]


def _compared(scope: Scope, prop: Compound) -> Script:
    if (direct := _instance_of(scope, prop)) is not None:
        return direct
    if prop[0] == "Ne" and (special := _different(scope, prop)) is not None:
        return special
    if prop[0] in ("Lt", "Le") and (special := _by_numerator(scope, prop)) is not None:
        return special
    same, rewritten = as_known(scope, prop)
    if same:
        return [f"change ({written(prop)}).", *same, *_compared(scope, compound(rewritten))]
    scope, known = facts(scope, prop)
    known += [*known_signs(prove, scope, prop), *signs_in_hypotheses(scope, prop)]
    return [f"change ({written(prop)}).", *known, "arithmetic."]


def _instance_of(scope: Scope, prop: Compound) -> Script | None:
    """What is a hypothesis for some values of its variables is shown by it."""
    for name, variables, statement, values in instances_of(scope, calls(prop)):
        if alpha(substitute(statement, values)) == alpha(prop):
            _, before, proof = _applied(scope, name, variables, values)
            return [*before, f"exact ({proof})."]
    return None


def _at_a_member(scope: Scope, prop: Term) -> Script | None:
    """What a hypothesis states for all elements of a set is shown by it for one that is known to be there."""
    members = tuple(known[1] for _, known in scope.named if is_a(known, "Member"))
    for name, known in scope.named:
        variables, statement = opened(known)
        for member in members if len(variables) == 1 else ():
            ((variable, domain),) = variables
            values = {variable: member}
            is_there = alpha(substitute(statement, values)) == alpha(prop)
            if is_there and holds(scope.given, ("Member", member, substitute(domain, values))):
                _, before, proof = _applied(scope, name, variables, values)
                return [*before, f"exact ({proof})."]
    return None


def _by_numerator(scope: Scope, prop: Compound) -> Script | None:
    """0 < a/b + c/d where b and d are positive, by the numerator over the common denominator."""
    relation, low, high = prop
    found = over_common_denominator(("Add", high, ("Mul", -1, low)) if low != 0 else high)
    if found is None or not all(sign(scope.given, bottom) <= POSITIVE for bottom in found[1]):
        return None
    top, bottoms = found
    below = product(bottoms)
    positive = [prove(scope, ("Lt", 0, bottom)) for bottom in bottoms]
    return [
        f"change ({written(prop)}).",
        *(line for b, script in zip(bottoms, positive, strict=True) for line in asserted(("Lt", 0, b), script)),
        f"apply ({relation}_by_numerator ({written(low)}) ({written(high)}) ({written(top)}) ({written(below)})).",
        *blocks([["positive."], ["field; repeat split; nonzero."], prove(scope, (relation, 0, top))]),
    ]


def _different(scope: Scope, prop: Compound) -> Script | None:
    """a <> b by the sign of the difference, log u <> 0 by u <> 1, or by a known c <> d where c - d is a multiple of
    a - b."""
    _, left, right = prop
    signs = sign(scope.given, ("Add", left, ("Mul", -1, right)))
    if signs <= POSITIVE:
        return ["apply not_eq_sym, Rlt_not_eq.", *prove(scope, ("Lt", right, left))]
    if signs <= NEGATIVE:
        return ["apply Rlt_not_eq.", *prove(scope, ("Lt", left, right))]
    if is_a(left, "log") and right == 0 and signs <= NONZERO:
        return log_is_not_0(prove, scope, left)
    for name, proof, known in _differences(scope):
        if (factor := factor_between(known, prop)) is not None:
            others = replace(scope, named=tuple(pair for pair in scope.named if pair[0] != name))
            own = nonzero_facts(scope, denominators(("Add", left, right)))
            return [*own, *_by_multiple(others, proof, known, prop, factor)]
    return None


def _differences(scope: Scope) -> Iterator[tuple[str, str, Compound]]:
    """The hypotheses that say that two numbers differ, each with its name and the Coq term that proves it."""
    for name, known in scope.named:
        if is_a(known, "Ne"):
            yield name, name, known
        elif is_a(known, "Member") and is_a(known[2], "Without"):
            yield name, f"(proj2 {name})", ("Ne", known[1], known[2][2])


def _by_multiple(scope: Scope, proof: str, known: Compound, wanted: Compound, factor: Term) -> Script:
    """Were a = b, then c = d + k (a - b) = d; that nothing below in a and b is 0 is shown before. Where a stands in b,
    a - b is rewritten as 0."""
    equation, by_field = scope.fresh("same"), "field; repeat split; nonzero"
    _, c, d = known
    _, a, b = wanted
    whole = ("Add", d, ("Mul", ("Add", a, ("Mul", -1, b)), factor))
    shown = denominators(("Add", a, b))
    nonzero = (bottom for bottom in denominators(("Add", c, whole)) if bottom not in shown)
    return [
        *nonzero_facts(scope, nonzero),
        f"intro {equation}. apply {proof}. change ({written(('Eq', c, d))}).",
        f"transitivity ({written(whole)}).",
        *block([f"{by_field}."]),
        f"first [ rewrite {equation}; {by_field} | rewrite (Rminus_diag_eq _ _ {equation}); {by_field} ].",
    ]


def nonzero_facts(scope: Scope, bottoms: Iterable[Term]) -> Script:
    """That these denominators are not 0, as facts; of those with denominators of their own, what the signs of their
    parts follow from, too, for `field` asks whether the numerator is 0."""
    wanted = [("Ne", bottom, 0) for bottom in bottoms if number(bottom) is None]
    lines = [line for prop in wanted for line in asserted(prop, prove(scope, prop))]
    nested = [prop for prop in wanted if denominators(prop[1])]
    for prop in nested:
        scope, known = facts(scope, prop)
        lines += [*known, *known_signs(prove, scope, prop)]
    return lines


# Facts about the entries and applications in a term


def facts(scope: Scope, term: Term) -> tuple[Scope, Script]:
    """Lines that put instances of the hypotheses about a term into the context, and take memberships apart; with the
    scope after them."""
    lines = [f"spread {name}." for name, known in scope.named if is_a(known, "Member") and type(known[2]) is not str]
    found: dict[Term, None] = {}
    atoms = calls(term)
    for delta in (atom for atom in atoms if is_a(atom, "KroneckerDelta")):
        bounds = " ".join(map(argument, delta[1:]))
        lines += [f"learn (delta_nonnegative {bounds}).", f"learn (delta_at_most_one {bounds})."]
    bounded = dict.fromkeys(call for call in atoms if is_a(call, *FUNCTIONS))
    lines += [line for call in bounded for line in of_bounds(prove, scope, call)]
    for _ in range(DEPTH):
        for name, variables, statement, values in list(instances_of(scope, atoms)):
            instance = substitute(statement, values)
            if instance not in found and len(found) < MOST_FACTS:
                found[instance] = None
                scope, before, proof = _applied(scope, name, variables, values)
                lines += [*before, f"learn ({proof})."]
        atoms = tuple(dict.fromkeys(call for statement in found for call in calls(statement)))
    return scope, lines


def _applied(scope: Scope, name: str, variables: Variables, values: Mapping[str, Term]) -> tuple[Scope, Script, str]:
    """The hypothesis with values for its variables: what must be asserted before, and the Coq term."""
    lines, text = [], name
    for variable, domain in variables:
        member = ("Member", values[variable], substitute(domain, values))
        proof = scope.name_of(member)
        if proof is None:
            proof = scope.fresh("M")
            lines += asserted(member, prove(scope, member), proof)
            scope = scope.known(proof, member)
        text += f" {argument(values[variable])} {proof}"
    return scope, lines, text


PROVERS: dict[str, Callable[[Scope, Compound], Script]] = {
    "OpenInterval": lambda scope, prop: open_interval(prop[1]),
    "Converges": lambda scope, prop: integrable(prove, scope, prop),
    "ForAll": _for_all,
    "IsRange": _is_range,
    "Implies": _implies,
    "Member": _member,
    "Smooth": _smooth,
    "Continuous": _smooth,
    **dict.fromkeys(COMPARISONS, _comparison),
    "True": lambda scope, prop: ["exact I."],
    "False": lambda scope, prop: ["exfalso.", "arithmetic."],
}

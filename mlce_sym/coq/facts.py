"""Scripts for side conditions: that a proposition follows from the hypotheses, in the words of `MLCE.v`.

May import scope, needs, scripts, signs, fractions, terms and the checker's terms, given,
entailment and algebra. A wrong script
makes Coq reject the file, never accept something else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from ..checker.algebra import canonical
from ..checker.entailment import NEGATIVE, POSITIVE, holds, sign
from ..checker.given import Fact, assumed, calls, instances
from ..checker.terms import CALLS, Term, alpha, children, free, is_a, is_binder, number, rebuilt, substitute
from .fractions import denominators, factor_between, over_common_denominator, product
from .needs import needs
from .scope import Scope, unfolded
from .scripts import Script, asserted, block, blocks
from .signs import known_signs
from .terms import argument, written

Variables = tuple[tuple[str, Term], ...]
COMPARISONS = ("Lt", "Le", "Ne", "Eq")
DEPTH, MOST_FACTS = 2, 40


def prove(scope: Scope, prop: Term) -> Script:
    """A script for a proposition that follows from what is given."""
    name = scope.name_of(prop)
    if name is not None:
        return [f"exact {name}."]
    if is_a(prop, "Member") and (direct := _instance_of(scope, prop)) is not None:
        return direct
    return PROVERS[prop[0]](scope, prop)


def _for_all(scope: Scope, prop: Term) -> Script:
    _, variable, domain, body = prop
    inside, own, member = scope.under(variable, domain)
    return [f"intros {own} {member}.", *prove(inside, substitute(body, {variable: own}))]


def _is_range(scope: Scope, prop: Term) -> Script:
    _, low, high = prop
    if number(low) is not None and number(high) is not None:
        return ["literal_range."]
    parts = (("Member", low, "Integers"), ("Member", high, "Integers"), ("Le", ("Add", low, -1), high))
    return ["split; [| split].", *blocks(prove(scope, part) for part in parts)]


def _member(scope: Scope, prop: Term) -> Script:
    _, element, domain = prop
    if domain == "Reals":
        return ["exact I."]
    if domain == "Integers":
        if number(element) is not None:
            return ["apply Integers_IZR."]
        body = unfolded(scope.given, element)
        return [f"change ({written(('Member', body, domain))}).", *facts(scope, body)[1], "integer."]
    scope = _without_facts_of(scope, domain)
    if is_a(domain, "Above"):
        return [f"change ({written(('Lt', domain[1], element))}).", *prove(scope, ("Lt", domain[1], element))]
    if is_a(domain, "Interval"):
        parts = [("Lt", domain[1], element), ("Lt", element, domain[2])]
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


def _smooth(scope: Scope, prop: Term) -> Script:
    """By what the function is built of; where its parts are defined is shown before, at every point of the set."""
    _, domain, (_, (variable,), body) = prop
    inside, own, member = scope.under(variable, domain)
    body = unfolded(scope.given, substitute(body, {variable: own}))
    lines = [f"change ({written(('Smooth', domain, ('Lambda', (own,), body)))})."]
    lines += [f"apply Smooth_where_inhabited; [open_set | intros {own} {member}]."]
    for condition in needs(body):
        everywhere = ("ForAll", own, domain, condition) if own in free(condition) else condition
        lines += asserted(everywhere, prove(inside, everywhere))
    return [*lines, "smooth."]


def _comparison(scope: Scope, prop: Term) -> Script:
    """As it stands, where that is enough; else with every definition unfolded."""
    folded = assumed(scope.given.hypotheses, ())
    if not scope.given.definitions or holds(folded, prop):
        return _compared(replace(scope, given=folded), prop)
    plain, whole = unfolded(scope.given, prop), _unfolded_scope(scope)
    if (stated := whole.name_of(plain)) is not None:
        return [f"exact {stated}."]
    if (direct := _at_a_member(whole, plain)) is not None:
        return direct
    new = [pair for pair in whole.named if pair not in scope.named and is_a(pair[1], *COMPARISONS, "Member")]
    known = [f"learn ({name} : {written(meant)})." for name, meant in new]
    return [f"change ({written(plain)}).", *known, *_compared(whole, plain)]


def _unfolded_scope(scope: Scope) -> Scope:
    """The scope with every definition unfolded in all that is known."""
    hypotheses = tuple(unfolded(scope.given, hypothesis) for hypothesis in scope.given.hypotheses)
    named = tuple((name, unfolded(scope.given, known)) for name, known in scope.named)
    return replace(scope, given=assumed(hypotheses, ()), named=named)


def _compared(scope: Scope, prop: Term) -> Script:
    if (direct := _instance_of(scope, prop)) is not None:
        return direct
    if prop[0] == "Ne" and (special := _different(scope, prop)) is not None:
        return special
    if prop[0] in ("Lt", "Le") and (special := _by_numerator(scope, prop)) is not None:
        return special
    same, rewritten = _as_known(scope, prop)
    if same:
        return [f"change ({written(prop)}).", *same, *_compared(scope, rewritten)]
    scope, known = facts(scope, prop)
    return [f"change ({written(prop)}).", *known, *known_signs(prove, scope, prop), "arithmetic."]


def _as_known(scope: Scope, prop: Term) -> tuple[Script, Term]:
    """Applications written as what is known of them is: g(1 + x - 1) as g(x)."""
    lines: Script = []
    known = _known_calls(scope, calls(prop))
    for call in calls(prop):
        first = next((c for c in known if c[:2] == call[:2] and canonical(c) == canonical(call)), call)
        if written(first) != written(call):
            lines.append(f"replace ({written(call)}) with ({written(first)}) by same_call.")
            prop = _exchanged(prop, call, first)
    return lines, prop


def _known_calls(scope: Scope, atoms: tuple[Term, ...]) -> tuple[Term, ...]:
    statements = [known for _, known in scope.named]
    statements += [substitute(statement, values) for _, _, statement, values in _instances(scope, atoms)]
    return tuple(call for statement in statements for call in calls(statement) if is_a(call, *CALLS))


def _exchanged(term: Term, part: Term, other: Term) -> Term:
    if term == part:
        return other
    return term if is_binder(term) else rebuilt(term, (_exchanged(one, part, other) for one in children(term)))


def _instance_of(scope: Scope, prop: Term) -> Script | None:
    """What is a hypothesis for some values of its variables is shown by it."""
    for name, variables, statement, values in _instances(scope, calls(prop)):
        if alpha(substitute(statement, values)) == alpha(prop):
            _, before, proof = _applied(scope, name, variables, values)
            return [*before, f"exact ({proof})."]
    return None


def _at_a_member(scope: Scope, prop: Term) -> Script | None:
    """What a hypothesis states for all elements of a set is shown by it for one that is known to be there."""
    members = tuple(known[1] for _, known in scope.named if is_a(known, "Member"))
    for name, known in scope.named:
        variables, statement = _opened(known)
        for member in members if len(variables) == 1 else ():
            ((variable, domain),) = variables
            values = {variable: member}
            is_there = alpha(substitute(statement, values)) == alpha(prop)
            if is_there and holds(scope.given, ("Member", member, substitute(domain, values))):
                _, before, proof = _applied(scope, name, variables, values)
                return [*before, f"exact ({proof})."]
    return None


def _by_numerator(scope: Scope, prop: Term) -> Script | None:
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


def _different(scope: Scope, prop: Term) -> Script | None:
    """a <> b by the sign of the difference, or by a known c <> d where c - d is a multiple of a - b."""
    _, left, right = prop
    signs = sign(scope.given, ("Add", left, ("Mul", -1, right)))
    if signs <= POSITIVE:
        return ["apply not_eq_sym, Rlt_not_eq.", *prove(scope, ("Lt", right, left))]
    if signs <= NEGATIVE:
        return ["apply Rlt_not_eq.", *prove(scope, ("Lt", left, right))]
    for name, proof, known in _differences(scope):
        if (factor := factor_between(known, prop)) is not None:
            others = replace(scope, named=tuple(pair for pair in scope.named if pair[0] != name))
            return _by_multiple(others, proof, known, prop, factor)
    return None


def _differences(scope: Scope) -> Iterator[tuple[str, str, Term]]:
    """The hypotheses that say that two numbers differ, each with its name and the Coq term that proves it."""
    for name, known in scope.named:
        if is_a(known, "Ne"):
            yield name, name, known
        elif is_a(known, "Member") and is_a(known[2], "Without"):
            yield name, f"(proj2 {name})", ("Ne", known[1], known[2][2])


def _by_multiple(scope: Scope, proof: str, known: Term, wanted: Term, factor: Term) -> Script:
    """Were a = b, then c = d + k (a - b) = d."""
    equation = scope.fresh("same")
    _, c, d = known
    _, a, b = wanted
    whole = ("Add", d, ("Mul", ("Add", a, ("Mul", -1, b)), factor))
    nonzero = denominators(("Add", c, whole))
    return [
        *nonzero_facts(scope, nonzero),
        f"intro {equation}. apply {proof}. change ({written(('Eq', c, d))}).",
        f"transitivity ({written(whole)}).",
        *block(["field; repeat split; nonzero."]),
        f"rewrite {equation}. field; repeat split; nonzero.",
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
    for _ in range(DEPTH):
        for name, variables, statement, values in list(_instances(scope, atoms)):
            instance = substitute(statement, values)
            if instance not in found and len(found) < MOST_FACTS:
                found[instance] = None
                scope, before, proof = _applied(scope, name, variables, values)
                lines += [*before, f"learn ({proof})."]
        atoms = tuple(dict.fromkeys(call for statement in found for call in calls(statement)))
    return scope, lines


def _instances(scope: Scope, atoms: tuple[Term, ...]) -> Iterator[tuple[str, Variables, Term, Mapping[str, Term]]]:
    """The hypotheses that speak of these atoms, with values for their variables that lie in the domains."""
    members = tuple(known[1] for _, known in scope.named if is_a(known, "Member"))
    for name, known in scope.named:
        variables, statement = _opened(known)
        for values in instances(Fact(variables, statement), atoms, members) if variables else ():
            if all(holds(scope.given, ("Member", values[v], substitute(domain, values))) for v, domain in variables):
                yield name, variables, statement, values


def _opened(statement: Term) -> tuple[Variables, Term]:
    variables = []
    while is_a(statement, "ForAll"):
        _, variable, domain, statement = statement
        variables.append((variable, domain))
    return tuple(variables), statement


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


PROVERS: dict[str, Callable[[Scope, Term], Script]] = {
    "ForAll": _for_all,
    "IsRange": _is_range,
    "Member": _member,
    "Smooth": _smooth,
    **dict.fromkeys(COMPARISONS, _comparison),
    "True": lambda scope, prop: ["exact I."],
    "False": lambda scope, prop: ["exfalso.", "arithmetic."],
}

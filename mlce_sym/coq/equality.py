"""Scripts for equations up to algebra (`docs/certificate.md`), part by part, closed by `ring` and `field`.

Terms are compared with their own order of summands and factors; under a binder, and inside a logarithm or
another part that algebra takes as a whole, the proof goes on with the parts.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence, Set
from typing import TypeGuard

from ..functions import FUNCTIONS
from ..logic.algebra import canonical, minus, normal
from ..logic.algebra import equal as equal_by_algebra
from ..logic.given import cases
from ..logic.polynomials import primes
from ..terms.kinds import part_sorts
from ..terms.terms import (
    CALLS,
    REAL,
    SET,
    Compound,
    Term,
    alpha,
    children,
    is_a,
    is_binder,
    number,
    rebuilt,
    substitute,
)
from ..terms.terms import written as as_term
from .facts import nonzero_facts, prove
from .fractions import denominators, product
from .functions import turned
from .integrals import convex
from .parts import NoScript, at_part, bound_context, hole, in_steps, leaves, put, with_bound
from .powers import split_exp, split_power, term_of
from .scope import Scope
from .scripts import Script, asserted, block, blocks
from .terms import OVER_RANGE, guarded, written

Kept = Set[Term]  # parts that are not taken apart, as algebra writes them


def equal(scope: Scope, one: Term, other: Term, sort: str) -> Script:
    """A script for `one = other` (`==` of sets, `<->` of propositions)."""
    if alpha(one) == alpha(other) or written(one) == written(other):
        return ["reflexivity."]
    if is_binder(one) and is_binder(other) and one[0] == other[0]:
        return _binders(scope, one, other, sort)
    if is_a(one, "Cases") and is_a(other, "Cases") and one[1][0] == other[1][0] and _same_cases(one, other):
        return _cases(scope, one, other)
    if sort == REAL and not (_same_call(one, other)):
        return _arithmetic(scope, one, other)
    return _part_by_part(scope, one, other, sort)


def _same_call(one: Term, other: Term) -> bool:
    """Are both of them applications of the same thing that algebra takes as a whole?"""
    if not (_is_whole(one) and _is_whole(other) and one[0] == other[0] and _alike(one, other)):
        return False
    return all(map(lambda a, b: canonical(a) == canonical(b), children(one), children(other)))


def _is_whole(term: Term) -> TypeGuard[Compound]:
    if is_a(term, "Pow"):
        return type(term[2]) is not int
    return is_a(term, *CALLS, "log", "exp", "KroneckerDelta", *FUNCTIONS)


def _alike(one: Compound, other: Compound) -> bool:
    """The same head, the same name, and the same number of parts."""
    named = len(one) - len(children(one))
    return len(one) == len(other) and bool(one[:named] == other[:named])


def _part_by_part(scope: Scope, one: Term, other: Term, sort: str) -> Script:
    mine, yours = children(one), children(other)
    if not (type(one) is type(other) is tuple and one[0] == other[0] and len(mine) == len(yours)):
        raise NoScript(f"{written(one)} and {written(other)}")
    terms: list[Term] = [one]
    scripts: list[Script] = []
    current = list(mine)
    for k, (a, b, wanted) in enumerate(zip(mine, yours, part_sorts(one), strict=True)):
        if written(a) != written(b):
            before = rebuilt(one, current)
            current[k] = b
            scripts.append([at_part(scope, before, k, sort), *equal(scope, a, b, wanted)])
            terms.append(rebuilt(one, current))
    return in_steps(terms, scripts)


def _binders(scope: Scope, one: Compound, other: Compound, sort: str) -> Script:
    """First the domains, part by part, then the bodies."""
    head, domain = other[0], other[2]
    if written(one[2]) == written(domain):
        return _bodies(scope, one, other, sort)
    middle = (head, one[1], domain, *one[3:])
    if head in OVER_RANGE or head == "Integral":
        first = _bounds(scope, one, domain)
    elif head == "Derivative":
        first = _near(scope, one, domain)
    else:
        first = [at_part(scope, one, 0, sort), *equal(scope, one[2], domain, SET)]
    return in_steps([one, middle, other], [first, equal(scope, middle, other, sort)])


def _near(scope: Scope, term: Compound, domain: Compound) -> Script:
    """Another writing of the open set changes nothing; another writing of the point is an equation of numbers."""
    _, base, point = domain
    head, variable, (_, _, own), *bodies = term
    middle = (head, variable, ("Near", base, own), *bodies)
    last = (head, variable, domain, *bodies)
    context = bound_context(scope, middle, 2)
    at_point = [f"apply (f_equal {context}).", *equal(scope, own, point, REAL)]
    same_point = written(own) == written(point)
    return ["reflexivity."] if same_point else in_steps([term, middle, last], [["reflexivity."], at_point])


def _bounds(scope: Scope, term: Compound, domain: Compound) -> Script:
    terms, scripts = [term], list[Script]()
    for k in (1, 2):
        a, b = terms[-1][2][k], domain[k]
        if written(a) != written(b):
            scripts.append([f"apply (f_equal {bound_context(scope, terms[-1], k)}).", *equal(scope, a, b, REAL)])
            terms.append(with_bound(terms[-1], k, b))
    return in_steps(terms, scripts)


def _same_cases(one: Compound, other: Compound) -> bool:
    return bool(canonical(one) == canonical(other))


def _cases(scope: Scope, one: Compound, other: Compound) -> Script:
    """First the two sides of the condition, one by one, then the values in each case."""
    (relation, *mine), *values = one[1:]
    terms, scripts = [one], list[Script]()
    name = scope.fresh("z")
    for k, (a, b) in enumerate(zip(mine, other[1][1:], strict=True)):
        if written(a) != written(b):
            now = list(terms[-1][1][1:])
            holed = ("Cases", (relation, *now[:k], name, *now[k + 1 :]), *values)
            scripts.append([f"apply (f_equal (fun {name} => {written(holed)})).", *equal(scope, a, b, REAL)])
            terms.append(("Cases", (relation, *now[:k], b, *now[k + 1 :]), *values))
    return in_steps([*terms, other], [*scripts, in_cases(scope, other, (values, other[2:]))])


def in_cases(scope: Scope, term: Compound, sides: tuple[Sequence[Term], Sequence[Term]]) -> Script:
    """Cases with one condition are equal when the values are so in each case."""
    scripts = []
    for (case, *_), a, b in zip(cases(term), *sides, strict=True):
        inside, name = scope.supposing(case)
        scripts.append([f"intros {name}.", *equal(inside, a, b, REAL)])
    return [f"apply Cases{term[1][0]}_ext.", *blocks(scripts)]


def _bodies(scope: Scope, one: Compound, other: Compound, sort: str) -> Script:
    inside, own, member = scope.under(one[1], one[2])
    mine = [substitute(body, {one[1]: own}) for body in one[3:]]
    yours = [substitute(body, {other[1]: own}) for body in other[3:]]
    wanted = part_sorts(one)[1]
    scripts = [[f"intros {own} {member}.", *equal(inside, a, b, wanted)] for a, b in zip(mine, yours, strict=True)]
    return extensionality(scope, one, scripts)


def extensionality(scope: Scope, term: Compound, scripts: list[Script]) -> Script:
    """Binders are equal when their bodies are; each script shows it of one body, after `intros`."""
    head, domain = term[0], term[2]
    name = OVER_RANGE.get(head, head)
    bounds = [prove(scope, ("IsRange", domain[1], domain[2]))] if head in OVER_RANGE else []
    if head == "Derivative":
        bounds = [["open_set."], prove(scope, ("Member", domain[2], domain[1]))]
    if head == "Integral":
        bounds = [prove(scope, ("Le", domain[1], domain[2]))]
    if head == "ImproperIntegral":
        bounds = [convex(domain), prove(scope, ("Converges", *term[1:]))]
    if not bounds and len(scripts) == 1:
        return [f"apply {name}_ext.", *scripts[0]]
    return [f"apply {name}_ext.", *blocks([*bounds, *scripts])]


# Real numbers


def _arithmetic(scope: Scope, one: Term, other: Term) -> Script:
    """Equal parts get one writing, powers and logs of numbers are taken apart; then both are equal as quotients."""
    kept = _kept(one, other)
    chosen = dict[Term, Term]()
    left, mine = _uniform(scope, one, chosen, kept)
    right, yours = _uniform(scope, other, chosen, kept)
    lines = _links(mine)
    if yours:
        lines += ["symmetry.", *_links(yours), "symmetry."]
    return [*lines, *_closed(scope, left, right)]


def _kept(one: Term, other: Term) -> Kept:
    """The parts that are not taken apart: all, where both sides are equal whatever those parts are; else those that
    stand on both sides and are one power."""
    forms = {leaf: canonical(leaf) for side in (one, other) for leaf in _wholes(side)}
    calls = {leaf: rebuilt(leaf, map(canonical, children(leaf))) for leaf in forms if not is_binder(leaf)}
    opaque = {leaf: f"#{number_}" for number_, leaf in enumerate(dict.fromkeys(calls.values()))}
    if len(opaque) == len({forms[leaf] for leaf in calls}):
        left, right = (_with_names(side, {leaf: opaque[call] for leaf, call in calls.items()}) for side in (one, other))
        if equal_by_algebra(left, right):
            return set(forms.values())
    left_forms, right_forms = (
        {f for leaf in _wholes(side) if is_a(f := forms[leaf], leaf[0])} for side in (one, other)
    )
    return left_forms & right_forms


def _with_names(term: Term, names: Mapping[Term, str]) -> Term:
    """The term with names for the parts that algebra takes as a whole."""
    if term in names:
        return names[term]
    if is_a(term, "Add", "Mul"):
        return (term[0], *(_with_names(part, names) for part in term[1:]))
    return ("Pow", _with_names(term[1], names), term[2]) if is_a(term, "Pow") and type(term[2]) is int else term


def _links(steps: list[tuple[Term, Script]]) -> Script:
    return [line for middle, script in steps for line in (f"transitivity ({written(middle)}).", *block(script))]


def _closed(scope: Scope, left: Term, right: Term) -> Script:
    if written(left) == written(right):
        return ["reflexivity."]
    both = ("Add", left, right)
    bottoms = denominators(both)
    lines, known = _roots(scope, both)
    if not bottoms and not any(is_a(part, "Rational") for part in leaves(both)):
        return [*lines, f"ring{known}."]
    return [*lines, *nonzero_facts(scope, bottoms), f"field{known}; repeat split; nonzero."]


def _roots(scope: Scope, term: Term) -> tuple[Script, str]:
    """That the cube of the cube root of 3 is 3, and so on, for `ring` and `field`."""
    numbers = (leaf for leaf in leaves(term) if is_a(leaf, "Pow") and type(leaf[1]) is int)
    roots = [leaf for leaf in dict.fromkeys(numbers) if is_a(leaf[2], "Rational") and leaf[2][1] == 1]
    names = [scope.fresh(f"root_{k}") for k, _ in enumerate(roots, 1)]
    claims = (("Eq", ("Pow", root, root[2][2]), root[1]) for root in roots)
    lines = [
        asserted(claim, ["apply root_power; simpl; lra."], name) for claim, name in zip(claims, names, strict=True)
    ]
    return [line for one in lines for line in one], f" [{' '.join(names)}]" if names else ""


def _uniform(scope: Scope, term: Term, chosen: dict[Term, Term], kept: Kept) -> tuple[Term, list[tuple[Term, Script]]]:
    """The term with one writing for all parts that are equal, and the steps that lead there."""
    steps: list[tuple[Term, Script]] = []
    for leaf in dict.fromkeys(leaves(term)):
        if number(leaf) is not None or type(leaf) is str:
            continue
        wanted, script = _standard(scope, leaf, chosen, kept)
        if written(wanted) != written(leaf):
            name = scope.fresh("z")
            context = put(term, leaf, name)
            term = put(term, leaf, guarded(wanted))
            steps.append((term, [f"apply (f_equal (fun {name} => {written(context)})).", *script]))
    return term, steps


def _standard(scope: Scope, leaf: Term, chosen: dict[Term, Term], kept: Kept) -> tuple[Term, Script]:
    """How a part is to be written, and a script for their equality."""
    form = canonical(leaf)
    for way in WAYS if form not in kept else WRITINGS:
        found = way(scope, leaf)
        if found is not None:
            wanted, script = found
            final, steps = _uniform(scope, wanted, chosen, kept)
            terms = [leaf, wanted, *(middle for middle, _ in steps)]
            return final, in_steps(terms, [script, *(s for _, s in steps)])
    first = chosen.setdefault(form, leaf)
    if first is leaf:
        return leaf, ["reflexivity."]
    if is_binder(leaf) or is_a(leaf, "Cases") or _same_call(leaf, first):
        return first, equal(scope, leaf, first, REAL)
    if (exchanged := turned(leaf)) is None:
        raise NoScript(f"{written(leaf)} and {written(first)}")
    other, lemma = exchanged
    return first, in_steps(
        [leaf, other, first], [[f"apply {lemma}; first [assumption | arithmetic]."], equal(scope, other, first, REAL)]
    )


Way = Callable[[Scope, Term], "tuple[Term, Script] | None"]


def _delta_of_numbers(scope: Scope, leaf: Term) -> tuple[Term, Script] | None:
    if not is_a(leaf, "KroneckerDelta"):
        return None
    difference = minus(normal(leaf[1]), normal(leaf[2])).rational()
    return None if difference is None else (int(difference == 0), ["decide_delta."])


def _log_of_number(scope: Scope, leaf: Term) -> tuple[Term, Script] | None:
    """log(4/3) = 2 log 2 - log 3, after its argument is a number."""
    if not is_a(leaf, "log"):
        return None
    value = normal(leaf[1]).rational()
    if value is None or value <= 0:
        return None
    if number(leaf[1]) is None:
        return ("log", as_term(value)), ["apply (f_equal ln).", *equal(scope, leaf[1], as_term(value), REAL)]
    if value == 1:
        return 0, ["exact ln_1."]
    factors = list(primes(value))
    if factors == [(value, 1)]:
        return None
    return _log_by_primes(leaf[1], factors)


def _log_by_primes(argument: Term, factors: Sequence[tuple[int, int]]) -> tuple[Term, Script]:
    parts = (("Mul", exponent, ("log", prime)) for prime, exponent in factors)
    powers = "; ".join(f"({prime}, ({exponent})%Z)" for prime, exponent in factors)
    return ("Add", *parts), [f"log_of_number ({written(argument)}) [{powers}]."]


def _power_of_number(scope: Scope, leaf: Term) -> tuple[Term, Script] | None:
    """(3/4)^t = 3^t * 2^(-2t), after its base is a number."""
    if not is_a(leaf, "Pow") or type(leaf[2]) is int:
        return None
    value = normal(leaf[1]).rational()
    if value is None or value <= 0:
        return None
    if number(leaf[1]) is None:
        context = hole(scope, leaf, 0)
        return ("Pow", as_term(value), leaf[2]), [
            f"apply (f_equal {context}).",
            *equal(scope, leaf[1], as_term(value), REAL),
        ]
    if value == 1:
        return 1, ["apply Rpower_of_1."]
    factors = list(primes(value))
    if factors == [(value, 1)]:
        return None
    powers: list[Term] = [("Pow", prime, ("Mul", exponent, leaf[2])) for prime, exponent in factors]
    log, script = _log_by_primes(leaf[1], factors)
    name = scope.fresh("E")
    known = asserted(("Eq", ("log", leaf[1]), log), script, name)
    return product(powers), [*known, f"unfold Rpower. rewrite {name}, <- ?exp_plus. apply f_equal. ring."]


def _value_of_function(scope: Scope, leaf: Term) -> tuple[Term, Script] | None:
    """|-3/2| = 3/2, and what else has a known value at numbers."""
    if not is_a(leaf, *FUNCTIONS) or any(number(part) is None for part in children(leaf)):
        return None
    value = canonical(leaf)
    return None if number(value) is None else (value, ["exact_value."])


def _log_of_exp(scope: Scope, leaf: Term) -> tuple[Term, Script] | None:
    return (leaf[1][1], ["apply ln_exp."]) if is_a(leaf, "log") and is_a(leaf[1], "exp") else None


def _split(scope: Scope, leaf: Term) -> tuple[Term, Script] | None:
    """A power or exponential taken apart, after its exponent is written as algebra writes it."""
    if not is_a(leaf, "Pow", "exp"):
        return None
    exponent, split = (leaf[2], split_power) if is_a(leaf, "Pow") else (leaf[1], split_exp)
    plain = exponent if type(exponent) is int else term_of(normal(exponent))
    if _wholes(plain) <= _wholes(exponent):
        return split(scope, leaf)
    standard = rebuilt(leaf, (*children(leaf)[:-1], plain))
    found = split(scope, standard)
    if found is None:
        return None
    at_exponent = [at_part(scope, leaf, len(leaf) - 2, REAL), *equal(scope, exponent, plain, REAL)]
    return found[0], in_steps([leaf, standard, found[0]], [at_exponent, found[1]])


def _wholes(term: Term) -> set[Compound]:
    """The parts that algebra takes as a whole."""
    return {leaf for leaf in leaves(term) if type(leaf) is tuple and number(leaf) is None}


WRITINGS: tuple[Way, ...] = (_power_of_number,)  # of what stands on both sides, but not in the same writing
WAYS: tuple[Way, ...] = (
    *(_delta_of_numbers, _value_of_function, _log_of_number, _log_of_exp, _power_of_number, _split),
)

"""The rules as declarations: complete and in use; a mutated one proves no document."""

from dataclasses import replace

import pytest
from mlce_sym.derivations import NAMES, document
from sympy import Expr, Integer, S, preorder_traversal

from mlce_sym import rules
from mlce_sym.border.presumed import unsaid_in
from mlce_sym.border.rule import Rule
from mlce_sym.certificate.checked import verify
from mlce_sym.kernel.replay import Rejected
from mlce_sym.prover import tactics
from mlce_sym.prover.derivation import reflexivity, rewritten
from mlce_sym.prover.document import certificate
from mlce_sym.prover.logic import outside
from mlce_sym.terms.errors import Refused

IDS = [rule.name for rule in rules.ALL]
BOOK = [document(name) for name in NAMES]


@pytest.mark.parametrize("rule", rules.ALL, ids=IDS)
def test_a_rule_says_what_it_needs_why_it_holds_and_where_to_read_about_it(rule):
    assert bool(rule.needs) == bool(rule.conditions)
    assert rule.words.endswith(".") and (rule.words[0].isupper() or rule.words.startswith("log"))
    assert rule.reference
    assert rule.lhs != rule.rhs


@pytest.mark.parametrize("rule", rules.ALL, ids=IDS)
def test_a_rule_is_in_the_language_with_plain_names(rule):
    for part in (rule.lhs, rule.rhs, *rule.conditions):
        assert outside(part) is None and unsaid_in(part) is None
    assert all(not getattr(name, "_assumptions_orig", {}) for name in rule.schematic)


def steps():
    return [
        step for each in BOOK for proof in each.proofs for step in proof.derivation.steps if isinstance(step.by, Rule)
    ]


# Rules that neither the book nor a simplification uses, and who does.
INFINITE = {
    rule.name: f"judging {what}; chains"
    for room, what in ((rules.series, "infinite sums"), (rules.integrals, "improper integrals"))
    for rule in vars(room).values()
    if isinstance(rule, Rule)
}
ELSEWHERE = {
    **INFINITE,
    "empty product": "judging a product up to n + 1: its factors are counted from the end",
    "last factor of a product": "likewise",
    "derivative of a power": "`mlce loss`: slopes",
    "stationary point of a strictly convex function": "`mlce loss`: estimates",
    "slopes on an interval": "`mlce loss`: estimates",
    "slopes on a half-line": "`mlce loss`: estimates",
    "slopes on the line": "`mlce loss`: estimates",
}


def test_every_rule_is_used_by_the_book_a_tactic_or_someone_who_is_named():
    used = {step.by.name for step in steps()} | {how.by.name for how in tactics.SIMPLIFIERS}
    assert [name for name in IDS if name not in used | ELSEWHERE.keys()] == [], "nobody uses these rules"
    assert [name for name in ELSEWHERE if name in used or name not in IDS] == [], "these need not be listed"


def mutants(rule):
    """The rule with another number somewhere, with an opposite right side, and without its conditions."""
    for side in ("lhs", "rhs"):
        term = getattr(rule, side)
        for number in dict.fromkeys(part for part in preorder_traversal(term) if isinstance(part, Integer)):
            yield replace(rule, **{side: term.xreplace({number: number + 1})})
    if isinstance(rule.rhs, Expr):
        yield replace(rule, rhs=-rule.rhs)
        yield replace(rule, rhs=rule.rhs + 1)
    elif rule.rhs in (S.true, S.false):
        yield replace(rule, rhs=S.false if rule.rhs == S.true else S.true)
    if rule.conditions:
        yield replace(rule, conditions=())


IN_USE = {step.by.name: step for step in reversed(steps())}
MUTANTS = [(step, mutant) for step in IN_USE.values() for mutant in mutants(step.by) if mutant != step.by]


def test_there_are_mutants_of_nearly_every_rule_that_the_book_uses():
    assert set(IN_USE) - {mutant.name for _, mutant in MUTANTS} == {
        "a constant changes no optimum",
        "a constant changes no minimiser",
        "an open interval has no least number",
        "an open interval has no greatest number",
        "exp keeps the order",
        "exp keeps the order, equality included",
    }


@pytest.mark.parametrize("step, mutant", MUTANTS, ids=lambda item: getattr(item, "name", ""))
def test_a_mutated_rule_does_not_prove_what_the_rule_proves(step, mutant):
    """The kernel refuses, for the instance is another; or else the checker, which knows only the rules of the table."""
    book, proof = next((each, proof) for each in BOOK for proof in each.proofs if step in proof.derivation.steps)
    try:
        derivation = proved_again(proof.derivation, step, mutant)
    except (Refused, TypeError):
        return
    proofs = tuple(replace(other, derivation=derivation) if other is proof else other for other in book.proofs)
    with pytest.raises(Rejected):
        verify(certificate(replace(book, proofs=proofs)))


def test_the_same_steps_with_the_rule_itself_prove_it_again():
    for step in IN_USE.values():
        proof = next(proof for each in BOOK for proof in each.proofs if step in proof.derivation.steps)
        assert proved_again(proof.derivation, step, step.by).theorem == proof.theorem


def proved_again(theorem, chosen, by):
    """The same lines, with another rule in place of the one of the chosen step."""
    made = reflexivity(theorem.given, theorem.lhs)
    for step in theorem.steps:
        how = {"backward": step.backward, "evidence": step.evidence, "target": step.after, "reverse": step.reverse}
        made = rewritten(made, step.place, by if step is chosen else step.by, dict(step.bindings), **how)
    return made.named(theorem.name)

"""The rules as declarations: complete and in use; a mutated one proves no document."""

import re
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from mlce_sym.derivations import NAMES, document
from sympy import Expr, Integer, S, preorder_traversal

import mlce_sym
from mlce_sym import rules
from mlce_sym.border.presumed import unsaid_in
from mlce_sym.border.rule import Rule
from mlce_sym.certificate.checked import verify
from mlce_sym.kernel.replay import Rejected
from mlce_sym.prover.derivation import other_side, reflexivity, rewritten
from mlce_sym.prover.document import certificate
from mlce_sym.prover.logic import outside
from mlce_sym.terms.errors import Refused

PACKAGE = Path(mlce_sym.__file__).parent
IDS = [rule.name for rule in rules.ALL]


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


@cache
def in_use():
    """The rules that the book uses, each with the first step by it, and the document and the proof of that."""
    found = {}
    for each in map(document, NAMES):
        for proof in each.proofs:
            for step in proof.derivation.steps:
                if isinstance(step.by, Rule):
                    found.setdefault(step.by.name, (each, proof, step))
    return found


def named():
    """The rules that a search names."""
    sources = (path for room in ("prover", "losses") for path in sorted((PACKAGE / room).glob("*.py")))
    return {name for path in sources for name in re.findall(r"\brules\.(\w+)", path.read_text(encoding="utf-8"))}


@pytest.mark.slow
def test_every_rule_is_used_by_the_book_or_by_a_search():
    used = {*in_use()} | {getattr(rules, name).name for name in named() - {"ALL"}}
    assert [name for name in IDS if name not in used] == [], "nobody uses these rules"


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


def sides(rule, step):
    return [other_side(rule, dict(step.bindings), backward) for backward in (True, False)]


def mutants_in_use(name):
    """The mutants of a rule, where the book uses it."""
    return [mutant for _, _, step in (in_use()[name],) for mutant in mutants(step.by) if mutant != step.by]


@pytest.mark.slow
def test_there_are_mutants_of_nearly_every_rule_that_the_book_uses():
    assert {name for name in in_use() if not mutants_in_use(name)} == {
        "a constant changes no optimum",
        "a constant changes no minimiser",
        "an open interval has no least number",
        "an open interval has no greatest number",
        "exp keeps the order",
        "exp keeps the order, equality included",
    }


@pytest.mark.slow
@pytest.mark.parametrize("name", IDS)
def test_a_mutated_rule_does_not_prove_what_the_rule_proves(name):
    """The kernel refuses, for the instance is another; or else the checker, which knows only the rules of the table."""
    for mutant in mutants_in_use(name) if name in in_use() else ():
        book, proof, step = in_use()[name]
        if mutant.conditions == step.by.conditions and sides(mutant, step) == sides(step.by, step):
            continue  # it says the same here: -0 is 0
        try:
            derivation = proved_again(proof.derivation, step, mutant)
        except (Refused, TypeError):
            continue
        proofs = tuple(replace(other, derivation=derivation) if other is proof else other for other in book.proofs)
        changed = certificate(replace(book, proofs=proofs))
        if changed != certificate(book):  # where a is 0, −a is what the rule says, too
            with pytest.raises(Rejected):
                verify(changed)


@pytest.mark.slow
def test_the_same_steps_with_the_rule_itself_prove_it_again():
    for _, proof, step in in_use().values():
        assert proved_again(proof.derivation, step, step.by).theorem == proof.theorem


def proved_again(theorem, chosen, by):
    """The same lines, with another rule in place of the one of the chosen step."""
    made = reflexivity(theorem.given, theorem.lhs)
    for step in theorem.steps:
        how = {"backward": step.backward, "evidence": step.evidence, "target": step.after, "reverse": step.reverse}
        made = rewritten(made, step.place, by if step is chosen else step.by, dict(step.bindings), **how)
    return made.named(theorem.name)

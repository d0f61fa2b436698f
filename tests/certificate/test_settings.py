"""Where theorems define a name differently, each definition is one that a proof uses."""

from __future__ import annotations

import copy
import json

import pytest
from mlce_sym.derivations import document

from mlce_sym.certificate.checked import verify
from mlce_sym.certificate.document import parse_document
from mlce_sym.certificate.settings import check_definitions
from mlce_sym.kernel.claims import Claim, Condition, Step
from mlce_sym.kernel.replay import Rejected
from mlce_sym.logic.given import Definition
from mlce_sym.prover.document import certificate
from mlce_sym.terms.errors import Malformed


def claim(name, definition, *steps):
    return Claim(name, (), (definition,), 1, 1, steps)


def step(kind, by, bindings=None, conditions=()):
    return Step(kind, by, False, False, (), bindings or {}, 1, 1, conditions)


def f(meaning, *parameters, head="Apply"):
    return Definition(head, "f", parameters or ("x",), meaning)


UNFOLDED = step("definition", "f")
SUM = ("Sum", "i", ("Range", 1, 3), ("Mul", "i", "x"))


@pytest.mark.parametrize(
    "other",
    [
        *(f("x"), f("y", "y")),
        f("z", "z"),
    ],
)
def test_the_names_of_arguments_do_not_count(other):
    check_definitions((claim("used", f("x"), UNFOLDED), claim("idle", other)))


def test_the_names_of_bound_variables_do_not_count():
    other = ("Sum", "k", ("Range", 1, 3), ("Mul", "k", "y"))
    check_definitions((claim("used", f(SUM), UNFOLDED), claim("idle", f(other, "y"))))


@pytest.mark.parametrize(
    "other", [f("y"), f("x", "x", "y"), f("x", head="Indexed"), Definition("", "f", (), 1), f(("Add", "x", 1))]
)
def test_another_meaning_that_no_proof_uses_is_refused(other):
    why = "the theorem 'idle' defines f otherwise than 'used' does, and no proof uses that"
    for order in (1, -1):
        with pytest.raises(Malformed, match=why):
            check_definitions((claim("used", f("x"), UNFOLDED), claim("idle", other))[::order])


USES = [
    UNFOLDED,
    step("theorem", "first"),
    step("theorem", "lemma", {"g": ("Lambda", ("t",), ("Apply", "f", "t"))}),
    step("rule", "r", {}, (Condition(("True",), "first"),)),
]


@pytest.mark.parametrize("use", USES, ids=range(len(USES)))
def test_two_meanings_that_proofs_use_are_two_settings(use):
    first, lemma = claim("first", f("x"), UNFOLDED), Claim("lemma", (), (), 1, 1, ())
    check_definitions((first, lemma, claim("second", f(2), use), claim("third", f(2))))


def test_a_definition_that_no_theorem_uses_is_the_same_everywhere():
    check_definitions((claim("one", f("x")), claim("two", f("x"))))
    with pytest.raises(Malformed, match="'one' defines f otherwise than 'two' does"):
        check_definitions((claim("one", f("x")), claim("two", f(2))))


@pytest.mark.slow
@pytest.mark.parametrize("name", ["bernoulli", "models", "multivariate-gaussian", "penalty", "logistic"])
def test_documents_of_the_book_are_read(name):
    check_definitions(parse_document(certificate(document(name))))


def test_a_theorem_that_holds_for_every_probability_does_not_say_what_it_is():
    data = json.loads(json.dumps(certificate(document("bernoulli"))))
    changed = copy.deepcopy(data)
    theorem = next(t for t in changed["theorems"] if t["name"] == "two-cases")
    definition = next(d for d in theorem["definitions"] if d["left"][:2] == ["Apply", "P"])
    definition["right"] = ["Apply", "p", "i", "theta"]
    verify(data)
    with pytest.raises(Rejected, match="'two-cases' defines P otherwise than 'likelihood' does"):
        verify(changed)

"""Coq rejects what has become false: a sample of the mutants (`mutations.py` tries all), and those that it accepts."""

from __future__ import annotations

import pytest
from mlce_sym.derivations.order import CERTIFIED as NAMES

from mlce_sym.coq.document import document
from mlce_sym.coq.run import certify

from .compiled import compiled, needs_coqc
from .mutants import MAKERS, Certificate, Mutant, book, cut, distinct, strings, theorems, without_hypothesis
from .mutations import Outcome, outcome, shortened, unchanged
from .still_proved import REASONS, reason

MOST_STEPS = 12
SAMPLE, EXPLAINED = 2, 2  # of each kind; of those with a reason, for each document
KINDS = sorted({kind for _, kind, _ in REASONS})


def sample(kind: str) -> list[Mutant]:
    """Some that are to be rejected, from all over the book: of a short theorem that has some, that in the middle."""
    short = (one for one in distinct() if len(one["theorems"][-1]["steps"]) <= MOST_STEPS)
    found = [mutant for one in short for mutant in middle(one, kind)]
    return [found[len(found) * k // SAMPLE] for k in range(SAMPLE)]


def middle(certificate: Certificate, kind: str) -> list[Mutant]:
    mutants = [mutant for mutant in MAKERS[kind](certificate) if not reason(mutant)]
    return mutants[len(mutants) // 2 :][:1]


@needs_coqc
@pytest.mark.parametrize("kind", MAKERS)
def test_coq_does_not_accept_what_has_become_false(kind):
    outcomes = {mutant.key: outcome(mutant) for mutant in sample(kind)}
    assert len(outcomes) > 1
    wrong = {key: found for key, found in outcomes.items() if found.what not in ("rejected", "refused")}
    assert wrong == {}
    assert [found.words for found in outcomes.values() if "Syntax error" in found.words] == []


@pytest.mark.slow
def test_every_reason_is_for_a_mutant():
    assert set(REASONS) <= {mutant.key for kind in KINDS for one in distinct() for mutant in MAKERS[kind](one)}


def explained(name: str) -> list[Mutant]:
    """Some mutants of a document that are to be accepted, for different reasons."""
    found = {reason(m): m for one in theorems(name) for kind in KINDS for m in MAKERS[kind](one) if reason(m)}
    return [*found.values()][:EXPLAINED]


def copies(mutants: list[Mutant]) -> dict:
    """The mutants in one certificate, after what they need, each under a name of its own."""
    needed = {theorem["name"]: theorem for mutant in mutants for theorem in mutant.certificate["theorems"][:-1]}
    changed = [{**m.certificate["theorems"][-1], "name": f"copy {k}"} for k, m in enumerate(mutants)]
    return {**mutants[0].certificate, "theorems": [*needed.values(), *changed]}


@needs_coqc
def test_coq_accepts_what_is_not_changed():
    (mutant,) = unchanged(cut(book()["bernoulli"], "same-optimum"))
    assert outcome(mutant) == Outcome("accepted")


@needs_coqc
@pytest.mark.parametrize("name", [*NAMES, "calculus"])
def test_coq_accepts_what_is_still_a_theorem(name):
    mutants = explained(name)
    if mutants:
        text = document(copies(mutants))
        sections = (f"\nSection copy_{number}_" for number in range(len(mutants)))
        first = next(section for section in sections if section in text)  # of a power of 0 there is no formal proof
        answer = compiled(shortened(text, first))
        assert answer.accepted, answer.output


@needs_coqc
def test_a_hypothesis_that_is_not_needed_can_be_dropped_from_a_theorem_that_others_use():
    certificate = book()["bernoulli"]
    number = next(k for k, h in enumerate(certificate["theorems"][0]["hypotheses"]) if "Finite" in strings(h))
    weaker = without_hypothesis(certificate, "likelihood", number)
    assert weaker != certificate
    assert certify(document(weaker)).theorems == len(certificate["theorems"])


# The mutants are what they are meant to be


@pytest.mark.slow
def test_a_certificate_is_cut_down_to_what_a_theorem_needs():
    names = [theorem["name"] for theorem in cut(book()["bernoulli"], "same-optimum")["theorems"]]
    assert names == ["likelihood", "log-likelihood", "cross-entropy", "same-optimum"]


@pytest.mark.slow
@pytest.mark.parametrize("kind", MAKERS)
def test_a_mutant_is_another_certificate_or_another_text(kind):
    original = cut(book()["bernoulli"], "same-optimum")
    for mutant in MAKERS[kind](original):
        assert mutant.certificate != original or mutant.text() != document(original)

"""g = π(h) just if h = π⁻¹(g): so δ_{h,π⁻¹(g)} is 1 where g = π(h), and 0 where not."""

from functools import cache

from sympy import Basic, KroneckerDelta, Lambda, symbols

from mlce_sym import rules
from mlce_sym.border.given import Given
from mlce_sym.border.nodes import Different, Equals, Member
from mlce_sym.prover import back, chain, use
from mlce_sym.prover.derivation import Hypothesis
from mlce_sym.prover.document import Proof

from ..models.setting import h
from .setting import ALL_UNITS, g, inverse, is_a_permutation, perm, redone, undone

x = symbols("x")
hit, missed = Equals(g, perm(h)), Different(g, perm(h))
delta = KroneckerDelta(h, inverse(g))


def given(*more: Basic) -> Given:
    return Given((*is_a_permutation, Member(g, ALL_UNITS), Member(h, ALL_UNITS), *more))


@cache
def where_hit() -> Proof:
    line = chain(delta, given(hit)).by(rules.delta_by_cases).by(Hypothesis(hit)).by(Hypothesis(undone))
    return line.by(rules.case_equal).qed(
        "where-hit", r"Where $g = \pi(h)$", role="lemma", idea=r"If $g = \pi(h)$, then $\pi^{-1}(g) = h$."
    )


@cache
def other_image() -> Proof:
    line = chain(Different(perm(h), perm(inverse(g))), given(missed)).by(Hypothesis(redone))
    return line.by(rules.known_difference).qed("other-image", "Another image", role="lemma")


@cache
def other_place() -> Proof:
    line = chain(Different(h, inverse(g)), given(missed))
    line = line.by(use(rules.different_values, f=Lambda(x, perm(x)), because=other_image()))
    return line.qed("other-place", "Another place", role="lemma")


@cache
def where_missed() -> Proof:
    line = chain(delta, given(missed)).by(rules.delta_by_cases)
    line = line.by(use(rules.case_not_equal, because=other_place()))
    return line.qed("where-missed", r"Where $g \ne \pi(h)$", role="lemma")


@cache
def by_the_inverse() -> Proof:
    begun = chain(delta, given()).by(back(rules.alike_by_equality, a=delta, u=g, v=perm(h)))
    line = begun.by(where_hit(), where_missed()).by(back(rules.delta_by_cases))
    return line.qed("by-the-inverse", "Hits by the inverse", role="lemma")


INVERSE = (where_hit, other_image, other_place, where_missed, by_the_inverse)

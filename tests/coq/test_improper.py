"""Integrals over open intervals in Coq: which of them are shown to exist, and which theorems say that they are not."""

from __future__ import annotations

import pytest
from sympy import Function, Interval, exp, symbols

from mlce_sym import rules
from mlce_sym.border.given import Given
from mlce_sym.border.nodes import Above, Converges, ImproperIntegral, Lt, Member, Smooth
from mlce_sym.coq.run import AXIOMS, certified
from mlce_sym.logic.given import assumed
from mlce_sym.prover import chain, use
from mlce_sym.prover.document import Document, certificate
from mlce_sym.writers.certified import uncertified
from mlce_sym.writers.convergent import multiples, way

from .compiled import needs_coqc

a, b, c, t = symbols("a b c t")
f, g = Function("f"), Function("g")
inside = (t, Interval.open(0, 1))
UNIT, F_T, G_T = ("Interval", 0, 1), ("Apply", "f", "t"), ("Apply", "g", "t")
supposed = (Smooth(f(t), inside), Smooth(g(t), inside), Converges(f(t), inside), Converges(g(t), inside))


def over(body, limit=inside):
    return ImproperIntegral(body, limit)


def linear(given, body):
    line = chain(over(body), given)
    return line.by(rules.improper_integral_of_sum).by(rules.constant_out_of_improper_integral)


def proofs():
    strict = chain(Lt(0, over(t**2)), Given((Member(c, inside[1]),)))
    return (
        linear(Given(supposed), a * f(t) + b * g(t)).qed("supposed"),
        linear(Given(()), a * t + exp(t)).qed("at-the-ends"),
        strict.by(use(rules.improper_integral_with_a_positive_value, c=c)).qed("positive"),
    )


@needs_coqc
def test_a_certificate_with_improper_integrals_is_accepted():
    data = certificate(Document("improper", "Improper", proofs()))
    assert uncertified(data) == {}
    accepted = certified(data)
    assert (accepted.theorems, accepted.axioms) == (3, AXIOMS)


def test_a_function_that_is_supposed_to_be_smooth_alone_has_no_instance_in_coq():
    line = chain(over(t) + f(a), Given((Smooth(f(t), inside), Member(a, inside[1])))).eq(f(a) + over(t))
    data = certificate(Document("smooth", "Smooth", (line.qed("smooth"),)))
    assert uncertified(data) == {"smooth": "functions that are supposed to be smooth"}


def test_what_converges_in_another_way_is_said_to_have_no_certificate():
    half_line = chain(over(a * exp(-t), (t, Above(0))), Given(())).by(rules.constant_out_of_improper_integral)
    data = certificate(Document("far", "Far", (half_line.qed("far"),)))
    assert uncertified(data) == {"far": "integrals that converge in other ways"}


KNOWN = assumed((("Converges", "t", UNIT, F_T), ("Converges", "u", UNIT, ("Apply", "g", "u"))), ())


@pytest.mark.parametrize(
    "body, found",
    [
        (F_T, "given"),
        (("Mul", 2, "a", F_T), "multiples"),
        (("Add", ("Mul", "a", F_T), ("Mul", -1, G_T)), "multiples"),
        (("Mul", "t", F_T), ""),
        (("Pow", F_T, 2), ""),
        (("log", ("Add", 1, "t")), "at the ends"),
        (("log", "t"), ""),
        (("Pow", "t", ("Rational", -1, 2)), ""),
    ],
)
def test_how_an_integral_is_shown_to_exist(body, found):
    assert way(KNOWN, ("Converges", "t", UNIT, body)) == found


def test_the_multiples_add_up():
    body = ("Add", ("Mul", 3, "a", F_T), G_T)
    parts = multiples(KNOWN, ("Converges", "t", UNIT, body))
    assert [(integrand, hypothesis[1]) for _, integrand, hypothesis in parts] == [(F_T, "t"), (G_T, "u")]

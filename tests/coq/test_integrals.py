"""Integrals in Coq: what is continuous is shown to be so, in any place of a term; what is not, or has no order, is
rejected."""

from __future__ import annotations

import pytest
from sympy import Function, S, exp, log, symbols

from mlce_sym import rules
from mlce_sym.border.given import Definition, Given
from mlce_sym.border.nodes import Lt, derivative, integral
from mlce_sym.certificate.document import parse_document
from mlce_sym.coq.document import document
from mlce_sym.coq.equality import equal
from mlce_sym.coq.names import required
from mlce_sym.coq.needs import needs
from mlce_sym.coq.run import AXIOMS, certified
from mlce_sym.coq.terms import written
from mlce_sym.prover import chain
from mlce_sym.prover.document import Document, certificate
from mlce_sym.terms.terms import parse

from .compiled import compiled, needs_coqc
from .read_back import differences, stated
from .test_derivatives import EACH, INVERSE, ONE_TO_N, defined, lemmas, plus, scope_of, slope, times

a, b, c, t, u, w = symbols("a b c t u w")
B, C = Function("B"), Function("C")


def area(body, low=0, high=1, variable="t"):
    return ["Integral", variable, ["Between", low, high], body]


ROOT = ["Pow", plus("t", 1), ["Rational", 1, 2]]
CONTINUOUS = {
    "a constant": area("b"),
    "polynomial": area(plus(["Pow", "t", 3], times(-2, "t"), 5)),
    "inverse": area(INVERSE, times(-1, "a"), "a"),
    "up to the end of where it is defined": area(["log", plus("t", "a")]),
    "root": area(ROOT),
    "power of a number": area(["Pow", 2, times(-1, "t")]),
    "power": area(["Pow", plus("t", "a"), plus("b", times(-1, "t"))], 0, "a"),
    "sum": area(["log", ["Sum", "i", ONE_TO_N, EACH]], "b", "c"),
    "product": area(["Product", "i", ["Range", 1, 3], times("t", "i")]),
    "a point": area("t", "a", "a"),
    "the name of an end": area("a", 0, "a", "a"),
    "nested": area(times("t", area(["exp", "u"], 0, "a", "u"))),
    "below another one": ["Pow", area(["exp", "t"]), -1],
    "a derivative": area(slope(["log", "s"], ["Above", 0], plus(1, "t"), "s")),
}


@needs_coqc
@pytest.mark.parametrize("name", CONTINUOUS)
def test_an_integral_is_shown_to_be_defined(name):
    assert "Continuous" in [condition[0] for condition in needs(parse(CONTINUOUS[name]))]
    answer = compiled(defined(CONTINUOUS[name]))
    assert answer.accepted, answer.output


NOT_CONTINUOUS = {
    "an indicator": area(["KroneckerDelta", "t", 1]),
    "an unknown function": area(["Apply", "y", "t"]),
    "not defined at an end": area(["log", "t"]),
    "not defined inside": area(["Pow", "t", -1], -1, 1),
    "ends that are not in order": area("t", "c", "b"),
    "a bound that moves": area(["Sum", "i", ["Range", 1, "t"], "t"]),
    "an end that moves": area(area("u", 0, "t", "u")),
}


@needs_coqc
@pytest.mark.parametrize("name", NOT_CONTINUOUS)
def test_another_integral_is_not(name):
    try:
        text = defined(NOT_CONTINUOUS[name])
    except (ValueError, LookupError):
        return
    assert not compiled(text).accepted


EQUAL = [
    (area(times("t", "t")), area(["Pow", "t", 2])),
    (area("t", 0, plus("a", 1)), area("t", 0, plus(1, "a"))),
    (times(2, area(times("t", "b"))), times(area(times("b", "s"), 0, 1, "s"), 2)),
    (area(["Pow", ["Rational", 3, 4], "t"]), area(times(["Pow", 3, "t"], ["Pow", 2, times(-2, "t")]))),
]


@needs_coqc
def test_equal_functions_have_equal_integrals_and_so_have_other_writings_of_the_ends():
    pairs = [(parse(one), parse(other)) for one, other in EQUAL]
    claims = [(f"{written(x)} = {written(y)}", equal(scope_of(), x, y, "a real number")) for x, y in pairs]
    answer = compiled(lemmas(claims))
    assert answer.accepted, answer.output


@needs_coqc
def test_what_is_equal_at_the_ends_alone_is_not_enough():
    claim = f"{written(parse(area('t')))} = {written(parse(area(['Pow', 't', 2])))}"
    assert not compiled(lemmas([(claim, ["apply Integral_ext.", "{ lra. }", "intros t t_in. ring."])])).accepted


def gained():
    """The integral of exp(b t) over [0, a], and a multiple of an integral that is a definition."""
    given = Given((Lt(0, a), Lt(0, b)), (Definition(B(t), exp(b * t)), Definition(C(u), 1 / integral(B(t), t, 0, u))))
    line = chain(integral(C(a) * B(t), t, 0, a), given).by(rules.integral_of_multiple).unfold(C).eq(1)
    whole = chain(integral(b * B(t), t, 0, a), given).unfold(B)
    grown = (rules.derivative_of_exp, rules.derivative_of_multiple, rules.derivative_of_variable)
    whole = whole.eq(integral(derivative(exp(b * t), t, S.Reals), t, 0, a), by=grown)
    proofs = (line.qed("normalised"), whole.by(rules.fundamental_theorem).qed("gained"))
    return certificate(Document("integrals", "Integrals", proofs))


@needs_coqc
def test_a_certificate_with_integrals_is_accepted_and_rests_on_four_axioms():
    accepted = certified(gained())
    assert (accepted.theorems, accepted.axioms) == (2, AXIOMS)


@needs_coqc
def test_the_statements_are_those_of_the_certificate():
    theorems = parse_document(gained())
    found = stated(document(gained()), theorems)
    assert [differences(said, theorem) for said, theorem in zip(found, theorems, strict=True)] == [[], []]


def test_a_file_requires_derivatives_where_it_has_integrals_alone():
    data = certificate(
        Document("one", "One", (chain(2 * integral(t, t, 0, 1)).eq(integral(t, t, 0, 1) * 2).qed("one"),))
    )
    assert "Derivative A" not in document(data) and required(document(data)) == ("MLCE", "MLCE_Derivatives")


@needs_coqc
def test_a_step_can_be_at_the_ends_and_inside_where_the_variable_is_between_them():
    given = Given((Lt(0, a),), (Definition(w, a + 1),))
    line = chain(integral(log(t**2) * w, t, a, w), given).by(rules.log_of_power).unfold(w)
    data = certificate(Document("one", "One", (line.qed("one"),)))
    assert {tuple(step["place"][:2]) for step in data["theorems"][0]["steps"]} == {(0, 1), (1, 1)}
    assert certified(data).theorems == 1


@needs_coqc
def test_a_wrong_end_is_rejected():
    data = gained()
    text = document(data)
    wrong = text.replace("exp (b * a) - exp", "exp (b * 2) - exp").replace("exp (a * b) - exp", "exp (a * 2) - exp")
    assert wrong != text and not compiled(wrong).accepted

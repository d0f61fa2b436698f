"""Derivatives in Coq: what is smooth is shown to be so, in any place of a term; what is not, or moves, is rejected."""

from __future__ import annotations

import json
import subprocess

import pytest
from click.testing import CliRunner
from sympy import Interval, S, exp, log, symbols

from mlce_sym import rules
from mlce_sym.border.given import Definition, Given
from mlce_sym.border.nodes import Above, Lt, derivative
from mlce_sym.cli import main
from mlce_sym.coq.document import document
from mlce_sym.coq.equality import equal
from mlce_sym.coq.facts import prove
from mlce_sym.coq.names import required
from mlce_sym.coq.needs import needs
from mlce_sym.coq.run import AXIOMS, certified
from mlce_sym.coq.scope import Scope
from mlce_sym.coq.terms import written
from mlce_sym.logic.given import assumed
from mlce_sym.prover import chain
from mlce_sym.prover.document import Document, certificate
from mlce_sym.terms.terms import parse

from .calculus import calculus, estimate, slopes
from .compiled import compiled, needs_coqc
from .mutants import book
from .read_back import HEADER

a, b, t, w = symbols("a b t w")
POSITIVE, ONE_TO_N = ["Above", 0], ["Range", 1, "n"]
HYPOTHESES = [["Member", "n", "Integers"], ["Le", 1, "n"], ["Lt", 0, "a"], ["Lt", "b", "c"]]


def near(domain, point):
    return ["Near", domain, point]


def slope(body, domain=POSITIVE, point="a", variable="t"):
    return ["Derivative", variable, near(domain, point), body]


def plus(*parts):
    return ["Add", *parts]


def times(*parts):
    return ["Mul", *parts]


INVERSE = ["Pow", plus(1, ["Pow", "t", 2]), -1]
EACH = ["exp", times("t", ["Indexed", "y", "i"])]
MIDDLE = plus("b", times(plus("c", times(-1, "b")), ["Rational", 1, 2]))
MIXED = ["exp", plus(times("s", "i"), times("t", "i", "i"))]
MOVING = plus(["Pow", "t", "s"], ["Pow", plus("s", "t"), -3], times(-1, "s"))
SMOOTH = {
    "polynomial": slope(plus(["Pow", "t", 3], times(-2, "t"), 5)),
    "inverse": slope(INVERSE, "Reals"),
    "inverse of a power": slope(["Pow", "t", -2]),
    "power": slope(["Pow", "t", ["Add", "b", ["Mul", -1, "t"]]]),
    "root": slope(["Pow", plus("t", 1), ["Rational", 1, 2]]),
    "on an interval": slope(["log", plus("t", times(-1, "b"))], ["Interval", "b", "c"], MIDDLE),
    "sum": slope(["log", ["Sum", "i", ONE_TO_N, EACH]], "Reals"),
    "product": slope(["log", ["Product", "i", ONE_TO_N, times("t", EACH)]]),
    "a constant that is nothing smooth": slope(times("t", ["KroneckerDelta", "a", "b"])),
    "the name of the point": slope(["log", "a"], POSITIVE, "a", "a"),
    "second derivative": slope(slope(["log", "t"], POSITIVE, "s"), POSITIVE, "a", "s"),
    "third derivative": slope(slope(slope(["exp", "t"], "Reals", "r"), "Reals", "s", variable="r"), "Reals", "a", "s"),
    "a point that moves": slope(slope(["log", "t"], POSITIVE, plus(1, ["Pow", "s", 2])), "Reals", "b", "s"),
    "mixed": slope(slope(["log", ["Sum", "i", ONE_TO_N, MIXED]], "Reals", 0), "Reals", 0, "s"),
    "mixed, and moves": slope(slope(MOVING, POSITIVE, plus(1, "s")), POSITIVE, "a", "s"),
}


def scope_of(hypotheses=HYPOTHESES):
    given = tuple(map(parse, hypotheses))
    named = tuple((f"given_{k}", h) for k, h in enumerate(given, 1))
    return Scope(assumed(given, ()), named, frozenset((*"abcny", *(name for name, _ in named))))


def lemmas(claims):
    """A file that proves propositions from the hypotheses: pairs of their texts, and scripts."""
    lines = [HEADER, "Section claims.", "Variables a b c n : R.", "Variable y : R -> R."]
    lines += [f"Hypothesis {name} : {written(h)}." for name, h in scope_of().named]
    for number, (claim, script) in enumerate(claims):
        lines += [f"Lemma claim_{number} : {claim}.", "Proof using All.", *script, "Qed."]
    return "\n".join([*lines, "End claims."])


def defined(term):
    """The file that proves of a term that it is defined."""
    return lemmas((written(condition), prove(scope_of(), condition)) for condition in needs(parse(term)))


@needs_coqc
@pytest.mark.parametrize("name", SMOOTH)
def test_a_derivative_is_shown_to_be_defined(name):
    conditions = needs(parse(SMOOTH[name]))
    assert conditions[-1][0] == "Smooth"
    answer = compiled(defined(SMOOTH[name]))
    assert answer.accepted, answer.output


NOT_SMOOTH = {
    "an indicator": slope(["KroneckerDelta", "t", 1]),
    "an unknown function": slope(["Apply", "y", "t"]),
    "undefined on a part of the set": slope(["log", "t"], "Reals"),
    "undefined at a point": slope(["Pow", "t", -1], "Reals"),
    "a point outside": slope(["log", "t"], POSITIVE, times(-1, "a")),
    "no open set": slope("t", ["Finite", "a"]),
    "a bound that moves": slope(["Sum", "i", ["Range", 1, "t"], "t"]),
}


@needs_coqc
@pytest.mark.parametrize("name", NOT_SMOOTH)
def test_another_derivative_is_not(name):
    try:
        text = defined(NOT_SMOOTH[name])
    except (ValueError, LookupError):
        return
    assert not compiled(text).accepted


EQUAL = [
    (slope(times("t", "t")), slope(["Pow", "t", 2])),
    (slope("t", POSITIVE, plus("a", 1)), slope("t", POSITIVE, plus(1, "a"))),
    (slope(times("t", "t"), ["Above", 0]), slope(["Pow", "t", 2], ["Above", plus("b", times(-1, "b"))])),
    (times(2, slope(times("t", "b"))), times(slope(times("b", "s"), POSITIVE, "a", "s"), 2)),
    (["ArgMin", "w", POSITIVE, slope(times("w", "t"))], ["ArgMin", "w", POSITIVE, slope(times("t", "w"))]),
]


@needs_coqc
def test_equal_functions_have_equal_derivatives_and_so_have_other_writings_of_the_point_and_the_set():
    claims = []
    for one, other in EQUAL:
        sets = one[0] == "ArgMin"
        text = f"{written(parse(one))} {'==' if sets else '='} {written(parse(other))}"
        claims.append((text, equal(scope_of(), parse(one), parse(other), "a set" if sets else "a real number")))
    answer = compiled(lemmas(claims))
    assert answer.accepted, answer.output


@needs_coqc
def test_what_is_equal_at_the_point_alone_is_not_enough():
    one, other = slope(times("a", "t")), slope(times("t", "t"))
    claim = f"{written(parse(one))} = {written(parse(other))}"
    opened = ["apply Derivative_ext.", "{ open_set. }", "{ exact given_3. }", "intros t t_in. ring."]
    assert not compiled(lemmas([(claim, opened)])).accepted


@needs_coqc
def test_a_certificate_with_derivatives_is_accepted_and_rests_on_four_axioms():
    accepted = certified(calculus())
    assert (accepted.theorems, accepted.axioms) == (7, AXIOMS)


@pytest.mark.slow
def test_a_file_requires_derivatives_where_it_has_some():
    assert required(document(calculus())) == ("MLCE", "MLCE_Derivatives")
    assert required(document(book()["gibbs"])) == ("MLCE",)


def test_a_file_says_of_every_derivative_that_it_is_defined():
    text = document(calculus())
    assert r"x \in Above 0" in text and "Smooth (Above 0) (fun t => Sum 1 n (fun i => t * y i - ln t))" in text
    assert "Smooth Reals (fun s => Derivative Reals s (fun t => exp t))" in text


def proved(chain_):
    return certificate(Document("one", "One", (chain_.qed("one"),)))


@needs_coqc
def test_a_step_can_be_at_the_set_at_the_point_and_in_the_function_of_a_derivative():
    term = derivative(t * w, t, Interval.open(0, w), at=w / 2)
    data = proved(chain(term, Given((Lt(0, a),), (Definition(w, a + 1),))).unfold(w))
    assert {tuple(step["place"][:2]) for step in data["theorems"][0]["steps"]} == {(0, 0), (0, 1), (1, 1)}
    assert certified(data).theorems == 1


@needs_coqc
def test_in_a_function_the_variable_is_known_to_lie_in_the_set():
    data = proved(chain(derivative(log(t**2), t, Above(0), at=a), Given((Lt(0, a),))).by(rules.log_of_power))
    assert certified(data).theorems == 1


CHAINS = {
    "product": (derivative(t * exp(-t), t, S.Reals, at=a), rules.derivative_of_product),
    "power": (derivative(t**b, t, Above(0), at=a), rules.derivative_of_power),
    "reciprocal": (derivative(1 / (1 + t**2), t, S.Reals, at=a), rules.derivative_of_reciprocal),
    "square": (derivative((t - b) ** 2, t, S.Reals, at=a), rules.derivative_of_square),
    "mixed": (derivative(derivative(exp(w * t), t, S.Reals, at=0), w, S.Reals, at=a), rules.derivative_of_exp),
}


@needs_coqc
@pytest.mark.parametrize("name", CHAINS)
def test_a_rule_of_calculus_is_a_step(name):
    term, rule = CHAINS[name]
    assert certified(proved(chain(term, Given((Lt(0, a),))).by(rule))).theorems == 1


@needs_coqc
def test_the_files_of_verify_compile_by_hand(tmp_path):
    data = certificate(Document("estimate", "An estimate", (slopes(), estimate())))
    (tmp_path / "estimate.json").write_text(json.dumps(data), encoding="utf-8")
    done = CliRunner().invoke(main, ["verify", f"{tmp_path}/estimate.json", "--coq", "-o", f"{tmp_path}/estimate.v"])
    assert done.exit_code == 0, done.output
    for name in ("MLCE.v", "MLCE_Derivatives.v", "estimate.v"):
        subprocess.run(("coqc", name), cwd=tmp_path, check=True, stdout=subprocess.DEVNULL)

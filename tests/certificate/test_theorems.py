"""Plain data and back: every node, refusals of what plain data would blur, and the certificate of a small document."""

import json
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sympy import (
    Dummy,
    E,
    FiniteSet,
    Float,
    Function,
    IndexedBase,
    Integer,
    Interval,
    KroneckerDelta,
    Lambda,
    Product,
    Rational,
    S,
    Sum,
    Symbol,
    exp,
    log,
    pi,
    sin,
    symbols,
)

from mlce_sym import rules
from mlce_sym.border.encoding import decode, encode
from mlce_sym.border.given import Definition, Given
from mlce_sym.border.nodes import (
    Above,
    ArgMax,
    ArgMin,
    CrossEntropy,
    Different,
    Entropy,
    Equals,
    ForAll,
    IndexRange,
    KLDivergence,
    Le,
    Lt,
    Member,
    Without,
    derivative,
    integral,
)
from mlce_sym.border.rule import rule_table
from mlce_sym.certificate.writing import certified
from mlce_sym.prover import logic
from mlce_sym.prover.derivation import Algebra, Evidence, Hypothesis, reflexivity, rewritten
from mlce_sym.prover.document import Document, Line, Proof, certificate
from mlce_sym.prover.logic import outside
from mlce_sym.terms.errors import Malformed, Refused

from ..model import Terms

a, b, i, j, k, n, t, x, Theta, D = symbols("a b i j k n t x Theta D")
f, g, w = Function("f"), Function("g"), IndexedBase("w")

PLAIN = [
    (Integer(-7), -7),
    (Rational(-2, 6), ["Rational", -1, 3]),
    (x, "x"),
    (pi, ["Constant", "pi"]),
    (E, ["exp", 1]),
    (x + 1, ["Add", 1, "x"]),
    (2 * x, ["Mul", 2, "x"]),
    (1 / x, ["Pow", "x", -1]),
    (log(x), ["log", "x"]),
    (exp(x), ["exp", "x"]),
    (w[i, 1], ["Indexed", "w", "i", 1]),
    (f(x, 1), ["Apply", "f", "x", 1]),
    (KroneckerDelta(1, x), ["KroneckerDelta", 1, "x"]),
    (
        Sum(f(i, j), (j, 1, i), (i, 1, n)),
        ["Sum", "i", ["Range", 1, "n"], ["Sum", "j", ["Range", 1, "i"], ["Apply", "f", "i", "j"]]],
    ),
    (Product(w[i], (i, 0, 1)), ["Product", "i", ["Range", 0, 1], ["Indexed", "w", "i"]]),
    (Entropy(f(k), (k, 0, 1)), ["Entropy", "k", ["Range", 0, 1], ["Apply", "f", "k"]]),
    (
        CrossEntropy(f(k), g(k), (k, 0, 1)),
        ["CrossEntropy", "k", ["Range", 0, 1], ["Apply", "f", "k"], ["Apply", "g", "k"]],
    ),
    (
        KLDivergence(f(k), g(k), (k, 0, 1)),
        ["KLDivergence", "k", ["Range", 0, 1], ["Apply", "f", "k"], ["Apply", "g", "k"]],
    ),
    (ArgMax(f(t), (t, Theta)), ["ArgMax", "t", "Theta", ["Apply", "f", "t"]]),
    (derivative(t**2, t, Above(0), at=x), ["Derivative", "t", ["Near", ["Above", 0], "x"], ["Pow", "t", 2]]),
    (integral(t**2, t, 0, x), ["Integral", "t", ["Between", 0, "x"], ["Pow", "t", 2]]),
    (ArgMin(t, (t, Interval.open(0, x))), ["ArgMin", "t", ["Interval", 0, "x"], "t"]),
    (FiniteSet(0, 1), ["Finite", 0, 1]),
    (S.EmptySet, ["Empty"]),
    (Without(S.Reals, x), ["Without", "Reals", "x"]),
    (S.Integers, "Integers"),
    (Lt(0, x), ["Lt", 0, "x"]),
    (Le(x, x), ["Le", "x", "x"]),
    (Different(x, 0), ["Ne", "x", 0]),
    (Equals(0, 1), ["Eq", 0, 1]),
    (Member(x, IndexRange(1, n)), ["Member", "x", ["Range", 1, "n"]]),
    (ForAll(Lt(0, w[i]), (i, 1, n)), ["ForAll", "i", ["Range", 1, "n"], ["Lt", 0, ["Indexed", "w", "i"]]]),
    (S.true, ["True"]),
    (S.false, ["False"]),
    (Lambda((i, t), f(t)), ["Lambda", ["i", "t"], ["Apply", "f", "t"]]),
    (Lambda(x, x), ["Lambda", ["argument"], "argument"]),
]


@pytest.mark.parametrize("term, data", PLAIN)
def test_plain_data_and_back(term, data):
    assert certified(encode(term)) == data == json.loads(json.dumps(data))
    assert decode(data) == term


def test_what_is_handed_out_is_not_shared():
    certified(encode(S.true)).append("tampered")
    assert certified(encode(S.true)) == ["True"]


NOT_PLAIN = [
    (Float(0.5), "0.5.* .Float. is outside the language of theorems"),
    (sin(x), "sin.x. .sin. is outside"),
    (Interval(0, 1), "Interval.0, 1. .Interval. is outside"),
    (Interval.Lopen(0, 1), "is outside"),
    (Symbol("x'"), '"x\'" cannot be a name'),
    (Symbol("1"), "'1' cannot be a name"),
    (Symbol("Reals"), "'Reals' cannot be a name"),
    (Symbol("θ"), "cannot be a name"),
    (Sum(x, (Symbol("_i"), 1, n)), "'_i' cannot be a name"),
    (Lambda(Dummy("x"), x * Dummy("x")), "two different things are called x"),
    (x + Symbol("x", positive=True), "two different things are called x"),
    (x + Dummy("x"), "two different things are called x"),
    (Sum(i, (Symbol("i", integer=True), 1, n)), "two different things are called i"),
    (Sum(Sum(i * Dummy("i"), (i, 1, 2)), (j, 1, 2)), "two different things are called i"),
]
TWO_KINDS = (w[1] + Symbol("w"), f(x) + Symbol("f"), f(x) + IndexedBase("f")[1], Sum(w[i], (Symbol("w"), 1, 2)))


@pytest.mark.parametrize("term", TWO_KINDS, ids=str)
def test_one_name_stands_for_one_kind_of_thing(term):
    with pytest.raises(Refused, match="stands for different things"):
        reflexivity(Given(), term)


@pytest.mark.parametrize("term, reason", NOT_PLAIN)
def test_what_plain_data_would_blur_is_refused(term, reason):
    with pytest.raises(Malformed, match=reason):
        certified(encode(term))


@settings(deadline=None)
@given(st.integers(0, 2**32))
def test_random_terms_come_back(seed):
    term = Terms(random.Random(seed)).term()
    if outside(term) is None:
        back = decode(json.loads(json.dumps(certified(encode(term)))))
        assert back == term or logic.equal(back, term)


@pytest.mark.parametrize("data", ["__import__('os').system('true')", "exit()", "().__class__", "x + y"])
def test_reading_evaluates_nothing(data):
    assert decode(data) == Symbol(data)
    assert decode(["Apply", data, 1]).func.__name__ == data
    assert str(decode(["Indexed", data, 1]).base.label) == data


def small_document():
    known = Given((Lt(0, a), Equals(b, 2)), (Definition(D, a**b),))
    lemma = rewritten(
        reflexivity(Given((Lt(0, t),)), Lt(0, t**2)), (), rules.positive_square, {rules.order.u: t}
    ).named("lemma")
    theorem = rewritten(reflexivity(known, log(D)), (0,), known.definitions[0])
    theorem = rewritten(theorem, (), rules.log_of_power, {rules.logs.a: a, rules.logs.b: b})
    theorem = rewritten(theorem, (theorem.rhs.args.index(b),), Hypothesis(Equals(b, 2)))
    theorem = rewritten(theorem, (), Algebra(), target=log(a) + log(a) + 0, backward=False).named("main")
    proofs = (Proof(lemma, role="lemma"), Proof(theorem, "Title", "Words", (Line(1, "why"), Line(3))))
    return Document("small", "A document", proofs, {"a": {"latex": "\\alpha"}}, {"D": "a power"})


def test_the_certificate_of_a_document():
    data = certificate(small_document())
    assert data == json.loads(json.dumps(data))
    assert {key: data[key] for key in ("format", "version", "name", "title", "notation")} == {
        **{"format": "mlce-certificate", "version": 1, "name": "small", "title": "A document"},
        **{"notation": {"a": {"latex": "\\alpha"}}},
    }
    lemma, main = data["theorems"]
    assert (lemma["name"], lemma["role"], lemma["lines"]) == ("lemma", "lemma", [{"step": 1, "reason": None}])
    assert main["hypotheses"] == [["Lt", 0, "a"], ["Eq", "b", 2]]
    assert main["definitions"] == [{"left": "D", "right": ["Pow", "a", "b"], "words": "a power"}]
    assert (main["lhs"], main["rhs"]) == (["log", "D"], ["Mul", 2, ["log", "a"]])
    assert main["lines"] == [{"step": 1, "reason": "why"}, {"step": 3, "reason": None}]
    assert [step["by"] for step in main["steps"]] == [
        {"definition": "D"},
        {"rule": "log of a power"},
        {"hypothesis": 1},
        {"procedure": "algebra"},
    ]
    assert main["steps"][1] == {
        **{"by": {"rule": "log of a power"}, "direction": "forward", "at": "before", "place": []},
        **{"bindings": {"a": "a", "b": "b"}, "before": ["log", ["Pow", "a", "b"]], "after": ["Mul", "b", ["log", "a"]]},
        **{"conditions": [{"prop": ["Lt", 0, "a"], "by": "entailed"}]},
    }


def test_evidence_places_and_reversed_steps():
    lemma = rewritten(
        reflexivity(Given((Lt(0, a),)), Lt(0, a)), (), rules.known_order, {rules.order.u: S.Zero, rules.order.v: a}
    ).named("lemma")
    theorem = reflexivity(Given((Lt(0, a), Lt(0, b), Lt(0, x))), log(a) + log(b) + x)
    chosen = tuple(sorted(theorem.rhs.args.index(part) for part in (log(a), log(b))))
    step = {"bindings": {rules.logs.a: a, rules.logs.b: b}, "backward": True, "evidence": (Evidence(lemma),)}
    theorem = rewritten(theorem, (chosen,), rules.log_of_two_factors, **step)
    theorem = rewritten(
        theorem,
        (theorem.rhs.args.index(log(a * b)),),
        rules.log_of_two_factors,
        {**step["bindings"]},
        target=theorem.lhs,
    )
    first, second = certificate(Document("d", "", (Proof(theorem.named("t")),)))["theorems"][0]["steps"]
    assert (first["place"], first["direction"]) == ([list(chosen)], "backward")
    assert second["direction"] == "forward"


@pytest.mark.parametrize(
    "theorem",
    [
        lambda: reflexivity(Given((Lt(0, Symbol("x", positive=True)),)), x),
        lambda: reflexivity(Given((), (Definition(f(Symbol("x", real=True)), a),)), x),
        lambda: reflexivity(Given(), Sum(x, (Symbol("x", real=True), 1, 2))),
    ],
)
def test_two_things_of_one_name_in_a_theorem_are_refused(theorem):
    with pytest.raises(Malformed, match="two different things are called x"):
        certificate(Document("d", "", (Proof(theorem().named("t")),)))


def test_the_rule_table_is_plain():
    table = rule_table(rules.ALL[:1])
    assert table == {
        **{"format": "mlce-rules", "version": 1},
        "rules": [
            {
                "name": "log of a product",
                "lhs": ["log", ["Product", "i", ["Range", "l", "m"], ["Apply", "f", "i"]]],
                "rhs": ["Sum", "i", ["Range", "l", "m"], ["log", ["Apply", "f", "i"]]],
                "conditions": [["ForAll", "i", ["Range", "l", "m"], ["Lt", 0, ["Apply", "f", "i"]]]],
                "needs": "every factor positive",
                "words": "The logarithm turns products of positive numbers into sums.",
                "reference": "Rudin, Principles of Mathematical Analysis, 8.20; by induction on the number of factors",
                "lemma": "log_of_product",
                "uncertified": "",
            }
        ],
    }

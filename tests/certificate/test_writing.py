"""A theorem as the plain data of a certificate: names that it cannot have, places, evidence, small documents."""

import json

import pytest
from sympy import (
    Dummy,
    Function,
    IndexedBase,
    Lambda,
    S,
    Sum,
    Symbol,
    log,
    symbols,
)

from mlce_sym import rules
from mlce_sym.border.encoding import encode
from mlce_sym.border.given import Definition, Given
from mlce_sym.border.nodes import (
    Equals,
    Lt,
)
from mlce_sym.border.rule import rule_table
from mlce_sym.certificate.writing import certified
from mlce_sym.prover.derivation import Algebra, Evidence, Hypothesis, reflexivity, rewritten
from mlce_sym.prover.document import Document, Line, Proof, certificate
from mlce_sym.terms.errors import Malformed, Refused

a, b, i, j, k, n, t, x, Theta, D = symbols("a b i j k n t x Theta D")
f, g, w = Function("f"), Function("g"), IndexedBase("w")

UNWRITTEN = [
    (Symbol("x'"), '"x\'" cannot be a name in a certificate; rename it (letters, digits and _)'),
    (Symbol("1"), "'1' cannot be a name in a certificate; rename it (letters, digits and _)"),
    (Symbol("Reals"), "'Reals' cannot be a name in a certificate; rename it (letters, digits and _)"),
    (Symbol("θ"), "'θ' cannot be a name in a certificate; rename it (letters, digits and _)"),
    (Sum(x, (Symbol("_i"), 1, n)), "'_i' cannot be a name in a certificate; rename it (letters, digits and _)"),
    (Lambda(Dummy("x"), x * Dummy("x")), "x"),
    (x + Symbol("x", positive=True), "x"),
    (x + Dummy("x"), "x"),
    (Sum(i, (Symbol("i", integer=True), 1, n)), "i"),
    (Sum(Sum(i * Dummy("i"), (i, 1, 2)), (j, 1, 2)), "i"),
]


@pytest.mark.parametrize("term, reason", UNWRITTEN, ids=range(len(UNWRITTEN)))
def test_what_plain_data_would_blur_is_refused(term, reason):
    with pytest.raises(Malformed) as caught:
        certified(encode(term))
    twice = f"two different things are called {reason}; rename one of them"
    assert str(caught.value) == (reason if "cannot" in reason else twice)


KINDS = [
    (w[1] + Symbol("w"), "w stands for different things"),
    (f(x) + Symbol("f"), "f stands for different things"),
    (f(x) + IndexedBase("f")[1], "f stands for different things"),
    (Sum(w[i], (Symbol("w"), 1, 2)), "w stands for different things"),
]


@pytest.mark.parametrize("term, reason", KINDS, ids=range(len(KINDS)))
def test_one_name_for_two_kinds_of_things_is_in_no_theorem(term, reason):
    with pytest.raises(Refused, match=f"^{reason}$"):
        reflexivity(Given(), term)


def small_document():
    known = Given((Lt(0, a), Equals(b, 2)), (Definition(D, a**b),))
    lemma = rewritten(
        reflexivity(Given((Lt(0, t),)), Lt(0, t**2)), (), rules.positive_square, {rules.order.u: t}
    ).named("lemma")
    theorem = rewritten(reflexivity(known, log(D)), (0,), known.definitions[0])
    theorem = rewritten(theorem, (), rules.log_of_power, {rules.logs.a: a, rules.logs.b: b})
    theorem = rewritten(theorem, (theorem.rhs.args.index(b),), Hypothesis(Equals(b, 2)))
    theorem = rewritten(theorem, (), Algebra(), target=log(a) + log(a) + 0, backward=False).named("main")
    proofs = (Proof(lemma, role="lemma"), Proof(theorem, "Title", "Words", (Line(1, "why"), Line(3)), idea="How"))
    return Document("small", "A document", proofs, {"a": {"latex": "\\alpha"}}, {"D": "a power"})


def test_the_certificate_of_a_document():
    data = certificate(small_document())
    assert data == json.loads(json.dumps(data))
    assert {key: data[key] for key in ("format", "version", "name", "title", "notation")} == {
        **{"format": "mlce-certificate", "version": 2, "name": "small", "title": "A document"},
        **{"notation": {"a": {"latex": "\\alpha"}}},
    }
    lemma, main = data["theorems"]
    assert (lemma["name"], lemma["role"], lemma["lines"]) == ("lemma", "lemma", [{"step": 1, "reason": None}])
    assert (lemma["idea"], main["idea"]) == ("", "How")
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
    with pytest.raises(Malformed, match=r"^two different things are called x; rename one of them$"):
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
                "reference": rules.ALL[0].reference,
                "lemma": "log_of_product",
                "uncertified": "",
            }
        ],
    }

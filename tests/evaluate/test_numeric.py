"""True equations agree and false ones are refuted: the documents, each of their slips, and SymPy's traps."""

from __future__ import annotations

import copy
import importlib
from fractions import Fraction

import pytest
from sympy import IndexedBase, Product, Sum, symbols

from mlce_sym import prove
from mlce_sym.evaluate.numeric import Agreement, Checked, Difference, check_document, compare
from mlce_sym.evaluate.outcomes import Disagreement, Doubt, Undefinedness
from mlce_sym.evaluate.plain import NotATerm
from mlce_sym.prover.document import certificate
from mlce_sym.verdicts.judge import judge

from ..samples import sampled
from ..slips import mutations

DOCUMENTS = ("bernoulli", "iid", "gibbs", "closed_form", "remarks")


@pytest.fixture(scope="module")
def documents():
    return {name: certificate(importlib.import_module(f"derivations.{name}").document()) for name in DOCUMENTS}


@pytest.mark.slow
@pytest.mark.parametrize("name", DOCUMENTS)
def test_documents_agree_at_every_step(documents, name):
    steps = sum(len(theorem["steps"]) for theorem in documents[name]["theorems"])
    found = check_document(documents[name])
    assert isinstance(found, Checked) and found.unevaluated == () and found.evaluated >= 3 * steps


Y_I = ["Indexed", "y", "i"]
ONE_HOT, OUTCOME = ["KroneckerDelta", "k", Y_I], ["Apply", "P", "i", "k", "theta"]
OUTSIDE = [["Range", 0, 2], ["Range", -1, 1]]  # no label is 2 or -1
N_CE = ["Mul", "n", ["Apply", "CE", "theta"]]


def is_equivalent(mutant):
    """A changed expression that is equal to the old one, or has the same optimum."""
    text = repr(mutant)
    outside = any(repr(domain) in text for domain in OUTSIDE)
    divergence = repr(["KLDivergence", "k", ["Range", 0, 1], ONE_HOT, OUTCOME]) in text  # the entropy of one-hot is 0
    return outside or divergence or mutant in SAME_OPTIMUM


SAME_OPTIMUM = [
    ["ArgMax", "theta", "Theta", ["exp", ["Apply", "L", "theta"]]],
    ["ArgMax", "theta", "Theta", ["Mul", -2, *N_CE[1:]]],
    ["ArgMin", "theta", "Theta", ["Add", *N_CE[1:]]],
]


@pytest.mark.slow
@pytest.mark.long
def test_every_slip_in_the_bernoulli_document_is_noticed(documents):
    for theorem in documents["bernoulli"]["theorems"]:
        for number, step in enumerate(theorem["steps"]):
            for mutant in sampled(mutations(step["after"])):
                steps = [*theorem["steps"][:number], {**step, "after": mutant}]
                found = check_document({"theorems": [{**theorem, "steps": steps, "rhs": mutant}]})
                assert isinstance(found, Disagreement) or is_equivalent(mutant), mutant


def altered(document, theorem, path, value):
    changed = copy.deepcopy(document)
    target = next(t for t in changed["theorems"] if t["name"] == theorem)
    *front, last = path
    for key in front:
        target = target[key]
    target[last] = value
    return changed


def test_the_place_of_a_difference_is_named(documents):
    bernoulli = documents["bernoulli"]
    found = check_document(altered(bernoulli, "log-likelihood", ["steps", 1, "after"], ["log", 2]))
    assert isinstance(found, Difference) and found.place == "log-likelihood, step 2"
    assert found.why == "the values differ" and found.values["n"] == 1
    found = check_document(altered(bernoulli, "log-likelihood", ["rhs"], 7))
    assert isinstance(found, Difference) and found.place == "log-likelihood, at the end"
    found = check_document(altered(bernoulli, "log-likelihood", ["steps", 2, "before"], 7))
    assert isinstance(found, Difference) and found.place == "log-likelihood, before step 3"


def test_false_conditions_and_definitions_are_noticed(documents):
    bernoulli = documents["bernoulli"]
    false = {"prop": ["Lt", ["Apply", "p", "i", "theta"], 0], "by": "entailed"}
    found = check_document(altered(bernoulli, "log-likelihood", ["steps", 3, "conditions", 0], false))
    assert isinstance(found, Difference) and found.why == "condition 1 is false"
    found = check_document(altered(bernoulli, "likelihood", ["definitions", 1, "right", 0], "Sum"))
    assert isinstance(found, Difference) and found.place.startswith("likelihood")


def test_what_the_hypotheses_do_not_make_defined_is_noticed(documents):
    changed = altered(documents["bernoulli"], "log-likelihood", ["hypotheses", 3], ["Le", 1, "n"])
    assert check_document(changed).place == "log-likelihood, step 1"
    same = {"name": "t", "hypotheses": [], "definitions": [], "lhs": log("x"), "rhs": log("x"), "steps": []}
    assert check_document({"theorems": [same]}).why.startswith("undefined: log of")


def test_theorems_whose_hypotheses_no_values_meet_are_listed(documents):
    changed = altered(documents["gibbs"], "divergence", ["hypotheses", 0], ["False"])
    found = check_document(changed)
    assert found.unmet == ("divergence",) and found.unevaluated == ()


@pytest.mark.parametrize("document", [{}, [], {"theorems": [{}]}, {"theorems": [3]}])
def test_what_is_no_document_is_refused(document):
    with pytest.raises(NotATerm, match="not a certificate"):
        check_document(document)


T = "t"


def neg(term):
    return ["Mul", -1, term]


def log(term):
    return ["log", term]


def total(index, high, body):
    return ["Sum", index, ["Range", 1, high], body]


A_PLUS_B = ["Add", log("a"), log("b")]
P_I = ["Indexed", "p", "i"]
GAP = ["Add", P_I, neg(Y_I)]


def test_trap_log_of_a_product_of_negatives():
    both_negative = [["Eq", "a", -1], ["Eq", "b", -1]]
    found = compare(log(["Mul", "a", "b"]), A_PLUS_B, both_negative, strict_domain=True)
    assert found == Undefinedness({"a": -1, "b": -1}, "0", "undefined", "the right side is undefined: log of -1")
    assert compare(log(["Mul", "a", "b"]), A_PLUS_B) == Agreement(compare(log(["Mul", "a", "b"]), A_PLUS_B).tried)
    assert compare(log(["Mul", "a", "b"]), A_PLUS_B, [["Lt", 0, "a"], ["Lt", 0, "b"]]) == Agreement(8)


def test_trap_log_of_a_square():
    square = log(["Pow", ["Add", "t", -1], 2])
    double = ["Mul", 2, log(["Add", "t", -1])]
    assert compare(square, double, [["Lt", 1, "t"]]) == Agreement(8)
    assert "undefined" in compare(square, double, [["Lt", 0, "t"], ["Lt", "t", 1]], strict_domain=True).why


def test_trap_bernoulli_with_theta_only_positive():
    theta = "theta"
    likelihood = ["Pow", theta, Y_I], ["Pow", ["Add", 1, neg(theta)], ["Add", 1, neg(Y_I)]]
    left = log(["Product", "i", ["Range", 1, "n"], ["Mul", *likelihood]])
    terms = ["Mul", Y_I, log(theta)], ["Mul", ["Add", 1, neg(Y_I)], log(["Add", 1, neg(theta)])]
    right = total("i", "n", ["Add", *terms])
    labels = ["ForAll", "i", ["Range", 1, "n"], ["Member", Y_I, ["Finite", 0, 1]]]
    size = [["Member", "n", "Integers"], ["Le", 1, "n"]]
    assert compare(left, right, [*size, labels, ["Member", theta, ["Interval", 0, 1]]]) == Agreement(8)
    at_three = [["Eq", "n", 2], ["Eq", theta, 3], ["Eq", ["Indexed", "y", 1], 0], ["Eq", ["Indexed", "y", 2], 0]]
    found = compare(left, right, at_three, strict_domain=True)
    assert found.values == {"n": 2, "theta": 3, "y": [0, 0]} and found.right == "undefined"


def test_trap_captured_index():
    one = total("i", "K", ["Mul", GAP, total("i", "n", Y_I)])
    captured = total("i", "n", total("i", "K", ["Mul", GAP, Y_I]))
    renamed = total("j", "K", ["Mul", ["Add", ["Indexed", "p", "j"], neg(["Indexed", "y", "j"])], total("i", "n", Y_I)])
    assert compare(one, renamed) == Agreement(8)
    assert isinstance(compare(one, captured), Difference)


TRUE = [
    (["Pow", ["Pow", "a", 2], ["Rational", 1, 2]], "a", [["Le", 0, "a"]]),
    (total("i", "n", ["Add", Y_I, neg("m")]), ["Add", total("i", "n", Y_I), neg(["Mul", "n", "m"])], []),
    (log(["Product", "i", ["Range", 1, "n"], ["exp", neg(Y_I)]]), neg(total("i", "n", Y_I)), []),
    (["exp", ["Mul", "b", log("a")]], ["Pow", "a", "b"], [["Lt", 0, "a"]]),
    (["Pow", 0, 0], 1, []),
    (["Member", "a", ["Interval", 0, 1]], ["True"], [["Lt", 0, "a"], ["Lt", "a", 1]]),
]
FALSE = [
    (["Pow", ["Pow", "a", 2], ["Rational", 1, 2]], "a", []),
    (total("i", "n", ["Pow", Y_I, 2]), ["Pow", total("i", "n", Y_I), 2], []),
    (["Pow", ["Add", "a", "b"], 2], ["Add", ["Pow", "a", 2], ["Pow", "b", 2]], []),
    (["exp", ["Mul", "a", "b"]], ["Add", ["exp", "a"], ["exp", "b"]], []),
    (["Apply", "f", ["Add", "a", "b"]], ["Add", ["Apply", "f", "a"], ["Apply", "f", "b"]], []),
    (["exp", neg(["Pow", 10, 40])], 0, []),
    (["Lt", "a", "b"], ["Le", "a", "b"], []),
    (["Interval", 0, 1], ["Interval", 0, 2], []),
    (["Interval", 0, 1], ["Finite", 0, 1], []),
    (["ForAll", "t", "Reals", ["Lt", 0, ["Pow", "t", 2]]], ["True"], []),
    (["ArgMax", T, ["Interval", 0, 1], ["Mul", T, ["Add", 1, neg(T)]]], ["Finite", ["Rational", 1, 3]], []),
    (["ArgMax", T, "Reals", neg(["Pow", T, 2])], ["Finite", 0, 1], []),
    (["ArgMin", T, "Reals", ["Pow", ["Add", ["Pow", T, 2], -1], 2]], ["Finite", 1], []),
]


@pytest.mark.parametrize("left, right, given", TRUE)
def test_true_equations_are_not_refuted(left, right, given):
    assert compare(left, right, given, tries=20) == Agreement(20)


@pytest.mark.parametrize("left, right, given", FALSE)
def test_false_equations_are_refuted(left, right, given):
    assert isinstance(compare(left, right, given), Difference)


# Equal over the whole set, though a grid that misses the optimum ranks its points otherwise.
CUBE_ROOT = ["Pow", 2, ["Rational", 1, 3]]
NEAR = ["Pow", ["Add", T, neg(CUBE_ROOT)], 2]
TILTED = ["Mul", NEAR, ["exp", ["Mul", -200, T]]]


def test_optima_over_infinite_sets_are_never_refuted_by_a_grid_alone():
    left, right = (["ArgMin", T, ["Interval", 1, 2], body] for body in (NEAR, TILTED))
    assert compare(left, right) == Agreement(0)
    assert isinstance(compare(left, right, grids=True), Doubt)
    assert compare(left, ["Finite", CUBE_ROOT]) == Agreement(8)
    assert compare(left, ["Empty"]) == Agreement(0)
    assert isinstance(compare(["ArgMin", T, "Reals", ["Pow", T, 2]], ["Empty"], grids=True), Doubt)


def test_what_falls_for_ever_has_no_optimum_though_balls_may_not_tell():
    falling = ["exp", neg(T)]
    assert compare(["ArgMin", T, "Reals", falling], ["Empty"], grids=True) == Agreement(8)
    too_flat = ["log", ["Add", 1, ["exp", ["Mul", -5, T]]]]
    assert compare(["ArgMin", T, "Reals", too_flat], ["Empty"], grids=True) == Agreement(0)
    assert isinstance(compare(["ArgMax", T, "Reals", ["Mul", -1, ["Pow", T, 2]]], ["Empty"], grids=True), Doubt)


def test_both_sides_undefined_is_not_counted():
    assert compare(log(-1), log(-2)) == Agreement(0)
    assert compare(log(-1), log(-2), strict_domain=True) == Agreement(0)


def test_conditions_must_not_be_false():
    assert compare("a", "a", [["Lt", 0, "a"]], conditions=[["Le", 0, "a"]]) == Agreement(8)
    found = compare("a", "a", [["Le", 0, "a"]], conditions=[["Lt", "a", 1]])
    assert found.why == "a condition is false" and found.values["a"] >= 1


def test_values_are_readable():
    bounds = [["Eq", "n", 2], ["Eq", ["Indexed", "y", 1], ["Rational", 1, 2]], ["Eq", ["Indexed", "y", 2], 3]]
    bounds += [["Eq", ["Apply", "f", 1, "n"], 5], ["Eq", ["Apply", "g", ["Rational", 1, 2]], 4]]
    left = ["Add", total("i", "n", Y_I), ["Apply", "f", 1, "n"], ["Apply", "g", ["Indexed", "y", 1]]]
    found = compare(left, ["exp", 1], bounds)
    half = Fraction(1, 2)
    assert found.values == {"f": {(1, 2): 5}, "g": {half: 4}, "n": 2, "y": [half, 3]}
    assert (found.left, found.right) == ("25/2", "≈ 2.718281828")
    assert isinstance(found.values["n"], int)
    found = compare(["ArgMax", T, "A", T], ["Empty"], [["ForAll", T, "A", ["Eq", T, 2]]])
    assert found.values["A"] == [2] and (found.left, found.right) == ("{2}", "{}")


def test_the_result_follows_from_the_seed():
    assert compare("a", "b", seed=1) == compare("a", "b", seed=1)
    assert len({str(compare("a", "b", seed=seed)) for seed in range(5)}) > 1


HARD = [
    total("i", 10**30, "i"),
    total("i", 200, total("j", 200, total("k", 200, ["Mul", "i", "j", "k"]))),
    ["Pow", 10, ["Pow", 10, ["Pow", 10, ["Pow", 10, 10]]]],
    ["exp", ["exp", ["exp", ["exp", 100]]]],
    ["Pow", ["Add", "x", 10**3000], 10**3000],
    ["ForAll", "t", "Reals", ["ForAll", "s", "Reals", ["ForAll", "u", "Reals", ["ForAll", "v", "Reals", ["True"]]]]],
    ["ArgMax", "t", ["Range", 1, 3000], "t"],
]


@pytest.mark.parametrize("term", HARD)
def test_hard_terms_end_undetermined(term):
    right = {"ForAll": ["False"], "ArgMax": ["Empty"]}.get(term[0], 1)
    assert compare(term, right) == Agreement(0)


def test_a_condition_under_a_binder_says_nothing_where_the_range_is_empty():
    """Π_{j=1}^n Σ_{k=1}^n x_k: for n = 0 there is no j, and the last term of the inner sum need not exist."""
    i, j, k, n = symbols("i j k n")
    x = IndexedBase("x")
    verdict = judge(Product(Sum(x[k], (k, 1, n)), (j, 1, n)), Product(x[n] + Sum(x[k], (k, 1, n - 1)), (j, 1, n)))
    assert verdict.status == "proved" and prove(verdict.theorem).report.instances > 0
    identity = judge(Sum(i, (i, 1, n)) * Sum(x[j], (j, 1, 2)), (n + Sum(i, (i, 1, n - 1))) * Sum(x[j], (j, 1, 2)))
    assert prove(identity.theorem).report.steps > 0  # SymPy's Lambda(i, i) has a parameter called _x

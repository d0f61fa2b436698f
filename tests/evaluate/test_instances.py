"""Instances satisfy the hypotheses, cover the edges, and follow from the seed."""

from __future__ import annotations

import pytest
from flint import fmpq

from mlce_sym.evaluate.guesses import Hint, combined, guesses
from mlce_sym.evaluate.instances import instances, satisfied
from mlce_sym.evaluate.meaning import evaluate
from mlce_sym.evaluate.outcomes import Presumed, outcome
from mlce_sym.evaluate.plain import NotATerm, plain
from mlce_sym.evaluate.problem import lazily_met, problem_of

N = [["Member", "n", "Integers"], ["Le", 1, "n"]]
LABELS = ["ForAll", "i", ["Range", 1, "n"], ["Member", ["Indexed", "y", "i"], ["Finite", 0, 1]]]
MEAN = {"left": "ybar", "right": ["Mul", ["Pow", "n", -1], ["Sum", "i", ["Range", 1, "n"], ["Indexed", "y", "i"]]]}
P_I = ["Apply", "p", "i", "theta"]


def nested(proposition):
    return ["ForAll", "theta", "Theta", ["ForAll", "i", ["Range", 1, "n"], proposition]]


PROBLEMS = {
    "labels": ([*N, LABELS], []),
    "mean in (0, 1)": ([*N, LABELS, ["Lt", 0, "ybar"], ["Lt", "ybar", 1]], [MEAN]),
    "mean is 0": ([*N, LABELS, ["Eq", "ybar", 0]], [MEAN]),
    "mean is 1/2": ([*N, LABELS, ["Eq", "ybar", ["Rational", 1, 2]]], [MEAN]),
    "probabilities": ([*N, nested(["Lt", 0, P_I]), nested(["Lt", P_I, 1]), ["Member", "theta", "Theta"]], []),
    "one minus p": ([*N, nested(["Lt", 0, P_I]), nested(["Lt", 0, ["Add", 1, ["Mul", -1, P_I]]])], []),
    "ordered": ([["Lt", "a", "b"], ["Lt", "b", "c"], ["Lt", 0, "a"], ["Lt", "c", 1]], []),
    "far away": ([["Lt", 1000, "x"], ["Lt", "x", ["Rational", 10001, 10]]], []),
    "linear": ([["Eq", ["Add", ["Mul", 2, "a"], "b"], 3], ["Lt", 0, "a"]], []),
    "not linear": ([["Lt", ["Pow", "a", 2], "a"]], []),
    "other than": ([["Member", "x", ["Without", ["Interval", 0, 1], "c"]], ["Member", "c", ["Interval", 0, 1]]], []),
    "least": (
        [
            ["Member", "a", "A"],
            ["ForAll", "t", ["Without", "A", "a"], ["Lt", ["Apply", "f", "a"], ["Apply", "f", "t"]]],
        ],
        [],
    ),
    "below": ([["Member", "b", "A"], ["Lt", ["Apply", "f", "b"], ["Apply", "f", "a"]]], []),
    "with an integral": (
        [
            ["Smooth", "t", ["Interval", 0, 1], ["Apply", "h", "t"]],
            ["ForAll", "t", ["Interval", 0, 1], ["Le", 0, ["Apply", "h", "t"]]],
            ["Converges", "t", ["Interval", 0, 1], ["Mul", "b", ["Apply", "h", "t"]]],
        ],
        [],
    ),
    "positive set": ([["ForAll", "t", "A", ["Lt", 0, "t"]]], []),
    "increasing": (
        [*N, ["ForAll", "i", ["Range", 1, "n"], ["Lt", ["Indexed", "x", ["Add", "i", -1]], ["Indexed", "x", "i"]]]],
        [],
    ),
    "simplex": (
        [
            ["Member", "K", "Integers"],
            ["Le", 1, "K"],
            ["ForAll", "k", ["Range", 1, "K"], ["Lt", 0, ["Indexed", "q", "k"]]],
            ["Eq", ["Sum", "k", ["Range", 1, "K"], ["Indexed", "q", "k"]], 1],
        ],
        [],
    ),
    "counts": (
        [*N, ["ForAll", "i", ["Range", 1, "n"], ["Member", ["Indexed", "x", "i"], "Integers"]], ["Le", "m", "n"]],
        [],
    ),
}


@pytest.mark.parametrize("name", PROBLEMS)
def test_hypotheses_hold(name):
    hypotheses, definitions = PROBLEMS[name]
    found = list(instances(problem_of(hypotheses, definitions), tries=6))
    assert len(found) == 6
    for instance in found:
        for hypothesis in hypotheses:
            assert evaluate(plain(hypothesis), instance) is True


@pytest.mark.parametrize("name", PROBLEMS)
def test_the_seed_decides_all(name):
    hypotheses, definitions = PROBLEMS[name]

    def tables(seed):
        found = instances(problem_of(hypotheses, definitions), tries=5, seed=seed)
        return [(list(instance.table.items()), list(instance.sets.items())) for instance in found]

    assert tables(3) == tables(3)
    assert tables(3) != tables(4)


def drawn(hypotheses, name, tries=40, terms=(), **options):
    problem = problem_of(hypotheses, (), terms, **options)
    return [evaluate(name, instance) for instance in instances(problem, tries=tries)]


def test_the_first_sample_has_one_observation_and_none_has_more_than_four():
    sizes = drawn(N, "n")
    assert sizes[0] == 1 and set(sizes) == {1, 2, 3, 4}


def test_zero_observations_come_where_they_are_allowed():
    assert drawn([["Member", "n", "Integers"], ["Le", 0, "n"]], "n")[0] == 0
    assert 0 not in drawn([], "n", terms=[["Sum", "i", ["Range", 1, "n"], "x"]])
    assert min(drawn([], "n", terms=[["Sum", "i", ["Range", 1, "n"], "x"]], schematic=True)) < 0


def test_variables_without_hypotheses_take_both_signs_and_the_usual_traps():
    assert {0, 1, -1, 2, fmpq(1, 2)} <= set(drawn([], "x", tries=100))


def test_equal_values_occur():
    pairs = [(evaluate("a", w), evaluate("b", w)) for w in instances(problem_of(()), tries=40)]
    assert any(a == b for a, b in pairs) and any(a != b for a, b in pairs)


def test_sets_are_small_and_sometimes_empty():
    sizes = {len(w.points("A").sure) for w in instances(problem_of((), (), [["Member", 0, "A"]]), tries=40)}
    assert sizes == {0, 1, 2, 3}


IMPOSSIBLE = [
    [["Lt", "x", 0], ["Lt", 0, "x"]],
    [["False"]],
    [["Lt", 0, ["log", -1]]],
    [["Eq", ["Pow", "x", 2], 2]],
    [["ForAll", "t", "Reals", ["Lt", "t", 1000]]],
    [["ForAll", "t", ["Interval", 0, 1], ["Lt", ["Mul", "t", ["Add", 1, ["Mul", -1, "t"]]], ["Rational", 1, 2]]]],
    [["ForAll", "t", "Reals", ["Lt", ["Apply", "f", ["Add", "t", 1]], ["Apply", "f", "t"]]]],
    [["ForAll", "t", "Reals", ["Lt", 0, ["Apply", "f", "t"]]], ["Lt", ["Apply", "f", 7], 0]],
    [["ForAll", "i", "Integers", ["Lt", ["Apply", "f", "i"], ["Apply", "f", ["Add", 1, "i"]]]]],
]


@pytest.mark.parametrize("hypotheses", IMPOSSIBLE)
def test_no_instance_rather_than_a_doubtful_one(hypotheses):
    assert list(instances(problem_of(hypotheses), tries=5)) == []


def test_a_hypothesis_over_an_infinite_set_is_met_by_every_value_that_is_drawn():
    inside = ["ForAll", "t", ["Interval", 0, 1], ["Lt", 0, ["Apply", "p", "t"]]]
    below = ["ForAll", "t", ["Interval", 0, 1], ["Lt", ["Apply", "p", "t"], "c"]]
    assert lazily_met(plain(inside), {})
    assert not lazily_met(plain(inside), {("Apply", "p"): (("t",), "t")})
    found = list(instances(problem_of((inside, below, ["Lt", "c", 1])), tries=4))
    assert len(found) == 4
    for instance in found:
        for q in range(2, 30):
            assert 0 < evaluate(plain(["Apply", "p", ["Rational", 1, q]]), instance) < evaluate("c", instance)
        assert satisfied(instance)


def test_a_name_is_not_both_a_set_and_a_number():
    assert list(instances(problem_of([["Member", "x", "A"], ["Lt", 0, "A"]]), tries=3)) == []


def test_a_hypothesis_is_a_proposition():
    with pytest.raises(NotATerm):
        problem_of(["n"])
    with pytest.raises(NotATerm):
        list(instances(problem_of([["Add", 1, 2]]), tries=1))


def test_hints_are_combined():
    both = combined([Hint(low=0), Hint(low=fmpq(1, 2)), Hint(high=1), Hint(whole=True), Hint(values=(1,))])
    assert both == Hint(fmpq(1, 2), 1, (1,), True)
    assert list(guesses(None, Hint(low=1, high=0))) == []


def test_what_is_presumed_stays_so_however_often_it_is_asked_for():
    undefined_somewhere = ["Pow", ["Add", ["Pow", "t", 2], ["Rational", -1, 3]], -1]
    case = ["ForAll", "t", ["Interval", -1, 2], ["Lt", undefined_somewhere, -50]]
    definition = {"left": ["Apply", "g", "x"], "right": ["Cases", case, "x", 0]}
    (instance,) = instances(problem_of([], [definition]), tries=1)
    for term in (["Apply", "g", 1], ["Sum", "i", ["Range", 1, 2], ["Cases", case, 0, "i"]]):
        assert len({repr(outcome(plain(term), instance)) for _ in range(3)}) == 1
        assert isinstance(outcome(plain(term), instance), Presumed)


def test_a_sum_is_worked_out_once_for_the_same_values_of_the_same_names():
    (instance,) = instances(problem_of([["Eq", "n", 3], ["Eq", "i", 7], ["Eq", "k", 10]]), tries=1)
    inner = ["Sum", "j", ["Range", 1, "n"], ["Mul", "j", ["Add", "i", ["Mul", 2, "k"]]]]
    for bound, total in (({"i": 5}, 150), ({"k": 5}, 102), ({}, 162), ({"i": 5, "j": 0}, 150), ({"i": 1, "k": 5}, 66)):
        for _ in range(2):
            assert evaluate(plain(inner), instance, bound) == total

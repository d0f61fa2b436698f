"""Certificates that try to prove what is false, each through one hole; each is refused for what closes the hole."""

from __future__ import annotations

import pytest

from mlce_sym.certificate.checked import verify
from mlce_sym.kernel.replay import Rejected

TRUE, HALF, ONE_TO_3, X2 = ["True"], ["Rational", 1, 2], ["Range", 1, 3], ["Pow", "x", 2]
Y = ["Indexed", "y", "i"]


def neg(term):
    return ["Mul", -1, term]


def over(a, b):
    return ["Mul", a, ["Pow", b, -1]]


def step(by, before, after, place=(), bindings=None, conditions=(), direction="forward", at="before"):
    kind, what = by if isinstance(by, tuple) else ("rule", by)
    given = [c if isinstance(c, dict) else {"prop": c, "by": "entailed"} for c in conditions]
    return {
        **{"by": {kind: what}, "direction": direction, "at": at, "place": list(place), "bindings": bindings or {}},
        **{"before": before, "after": after, "conditions": given},
    }


def theorem(lhs, rhs, *steps, given=(), defs=(), name="t"):
    definitions = [{"left": left, "right": right, "words": ""} for left, right in defs]
    lines = [{"step": number, "reason": None} for number in range(1, len(steps) + 1)]
    return {
        **{
            "name": name,
            "title": "",
            "words": "",
            "role": "theorem",
            "hypotheses": list(given),
            "definitions": definitions,
        },
        **{"lhs": lhs, "rhs": rhs, "steps": list(steps), "lines": lines},
    }


def document(*theorems):
    prose = {"name": "d", "title": "", "notation": {}}
    return {"format": "mlce-certificate", "version": 1, **prose, "theorems": list(theorems)}


def one(by, lhs, rhs, place=(), bindings=None, conditions=(), given=(), defs=(), **more):
    """A theorem of one step."""
    return theorem(lhs, rhs, step(by, lhs, rhs, place, bindings, conditions, **more), given=given, defs=defs)


def known(a, b):
    """The step from a < b to true, where a < b follows from what is given."""
    return step("order of known numbers", ["Lt", a, b], TRUE, [], {"u": a, "v": b}, [["Lt", a, b]])


def refused(why, *theorems):
    with pytest.raises(Rejected, match=why):
        verify(document(*theorems))


def accepted(*theorems):
    return verify(document(*theorems))


def algebra(lhs, rhs, *given, defs=()):
    return theorem(lhs, rhs, given=given, defs=defs)


FALSE_BY_ALGEBRA = [
    (0, 1, []),
    (["Pow", X2, HALF], "x", [["Lt", "x", 0]]),
    (["Pow", X2, HALF], "x", [["Ne", "x", 0]]),
    (["Pow", ["Pow", -1, 2], HALF], -1, []),
    (["Pow", ["Mul", X2, ["Pow", "y", 2]], HALF], ["Mul", "x", "y"], [["Lt", "x", 0], ["Lt", 0, "y"]]),
    (
        ["Pow", ["Mul", "x", "y"], HALF],
        ["Mul", ["Pow", neg("x"), HALF], ["Pow", neg("y"), HALF]],
        [["Lt", "x", 0], ["Lt", "y", 0]],
    ),
    (["Pow", ["Pow", neg("x"), 2], "y"], ["Pow", neg("x"), ["Mul", 2, "y"]], [["Lt", 0, "x"]]),
    (["KroneckerDelta", "x", "y"], 0, [["Ne", "x", "y"]]),
    (["Sum", "i", ONE_TO_3, Y], ["Sum", "i", ["Range", 1, 4], Y], []),
    (["Sum", "i", ONE_TO_3, ["Indexed", "y", "j"]], ["Sum", "j", ONE_TO_3, ["Indexed", "y", "j"]], []),
    (["Finite", "x"], ["Finite", "y"], []),
    (["Pow", "x", ["Pow", "y", 2]], ["Pow", ["Pow", "x", "y"], 2], [["Lt", 0, "x"], ["Lt", 0, "y"]]),
]


@pytest.mark.parametrize(("lhs", "rhs", "given"), FALSE_BY_ALGEBRA)
def test_algebra_does_not_equate_what_differs(lhs, rhs, given):
    refused("is not .* by algebra|defined only", algebra(lhs, rhs, *given))


UNDEFINED = [
    (over("x", "x"), 1, []),
    (["Mul", 0, ["Pow", 0, -1]], 0, []),
    (["Mul", 0, ["Pow", ["Add", "x", neg("x")], -1]], 0, []),
    (["exp", ["log", "x"]], "x", []),
    (["Mul", 0, ["log", "x"]], 0, [["Le", 0, "x"]]),
    (["Pow", "x", "y"], ["Pow", "x", "y"], [["Le", 0, "x"]]),
    (["Pow", 0, "y"], ["Pow", 0, "y"], []),
    (["Pow", "x", "y"], ["Pow", "x", "y"], [["Member", "y", "Integers"]]),
    (["Pow", "x", HALF], ["Pow", "x", HALF], []),
    (["Sum", "i", ["Range", 1, HALF], "i"], ["Sum", "i", ["Range", 1, HALF], "i"], []),
    (["Sum", "i", ["Range", 1, -1], "i"], ["Sum", "i", ["Range", 1, -1], "i"], []),
    (["Sum", "i", ["Range", 1, "n"], "i"], ["Sum", "i", ["Range", 1, "n"], "i"], [["Le", 0, "n"]]),
    (["Sum", "i", ["Range", 1, "n"], "i"], ["Sum", "i", ["Range", 1, "n"], "i"], [["Member", "n", "Integers"]]),
    (["Sum", "i", ["Range", 0, 2], ["Pow", "i", -1]], ["Sum", "i", ["Range", 0, 2], ["Pow", "i", -1]], []),
    (["Sum", "i", ["Range", 1, "i"], ["Pow", "i", -1]], ["Sum", "i", ["Range", 1, "i"], ["Pow", "i", -1]], []),
    (["Entropy", "k", ONE_TO_3, ["Apply", "p", "k"]], ["Entropy", "k", ONE_TO_3, ["Apply", "p", "k"]], []),
    (["ArgMax", "x", "A", ["log", "x"]], ["ArgMax", "x", "A", ["log", "x"]], [["Lt", 0, "x"]]),
]


@pytest.mark.parametrize(("lhs", "rhs", "given"), UNDEFINED)
def test_what_is_not_defined_proves_nothing(lhs, rhs, given):
    refused("defined only where", algebra(lhs, rhs, *given))


def test_the_same_where_it_is_defined():
    assert accepted(algebra(over("x", "x"), 1, ["Lt", "x", 0]))[0].steps == ()
    accepted(algebra(["Pow", "x", 0], 1))
    empty = ["Sum", "i", ["Range", 1, 0], ["Pow", "i", "y"]]
    accepted(algebra(empty, empty))


def test_a_bound_variable_is_not_captured():
    lhs, bindings = ["Sum", "i", ONE_TO_3, ["Mul", "i", Y]], {"c": "i", "f": ["Lambda", ["i"], Y], "l": 1, "m": 3}
    refused("the side of", one("constant out of the sum", lhs, ["Mul", "i", ["Sum", "i", ONE_TO_3, Y]], [], bindings))
    bindings["c"] = "c"
    lhs = ["Sum", "i", ONE_TO_3, ["Mul", "c", Y]]
    accepted(one("constant out of the sum", lhs, ["Mul", "c", ["Sum", "i", ONE_TO_3, Y]], [], bindings))


def test_an_outer_variable_is_hidden_by_a_binder():
    series = ["Sum", "x", ONE_TO_3, "x"]
    zero = one(("hypothesis", 0), series, ["Sum", "x", ONE_TO_3, 0], [1], {}, [], given=[["Eq", "x", 0]])
    refused("hidden at this place", zero)
    everywhere = ["ForAll", "x", "Reals", ["Lt", 0, X2]]
    square = one(
        "a square is positive",
        everywhere,
        ["ForAll", "x", "Reals", TRUE],
        [1],
        {"u": "x"},
        [["Ne", "x", 0]],
        [["Ne", "x", 0]],
    )
    refused("nothing says that x ≠ 0", square)
    inside = ["ForAll", "x", ["Interval", 0, 1], ["Lt", 0, X2]]
    accepted(
        one(
            "a square is positive", inside, ["ForAll", "x", ["Interval", 0, 1], TRUE], [1], {"u": "x"}, [["Ne", "x", 0]]
        )
    )


def test_the_domain_of_a_binder_speaks_of_the_outer_variable():
    """In ∀ x ∈ (x, 5): x < x, the x of the domain is another one."""
    lhs = ["ForAll", "x", ["Interval", "x", 5], ["Lt", "x", "x"]]
    rhs = ["ForAll", "x", ["Interval", "x", 5], TRUE]
    refused("nothing says", one("order of known numbers", lhs, rhs, [1], {"u": "x", "v": "x"}, [["Lt", "x", "x"]]))


def test_hypotheses_hold_in_their_domain_only():
    zeros = ["ForAll", "i", ONE_TO_3, ["Eq", Y, 0]]
    at = {k: ["Indexed", "y", k] for k in (2, 5)}
    by = ("hypothesis", 0)
    accepted(one(by, at[2], 0, [], {"i": 2}, [["Member", 2, ONE_TO_3]], [zeros]))
    refused("nothing says that 5", one(by, at[5], 0, [], {"i": 5}, [["Member", 5, ONE_TO_3]], [zeros]))
    refused("has 1 conditions", one(by, at[5], 0, [], {"i": 5}, [], [zeros]))
    refused("no hypothesis -1", one(("hypothesis", -1), at[5], 0, [], {"i": 5}, [], [zeros]))
    refused("by its number", one(("hypothesis", True), at[5], 0, [], {"i": 5}, [], [zeros, zeros]))
    refused("is not an equation", one(by, "x", 0, [], {}, [], [["Lt", "x", 0]]))
    twice = ["ForAll", "i", ONE_TO_3, ["ForAll", "i", ["Finite", 5], ["Eq", Y, 0]]]
    members = [["Member", 2, ONE_TO_3], ["Member", 2, ["Finite", 5]]]
    refused("i has two meanings in hypothesis 0", one(by, at[2], 0, [], {"i": 2}, members, [twice]))


def test_a_hypothesis_over_an_empty_range_says_nothing():
    nothing = ["ForAll", "i", ["Range", 1, 0], ["Lt", "x", 0]]
    known = one("order of known numbers", ["Lt", "x", 0], TRUE, [], {"u": "x", "v": 0}, [["Lt", "x", 0]], [nothing])
    refused("nothing says that x < 0", known)
    vacuous = ["ForAll", "i", ["Range", 1, 0], ["Lt", "i", 1]]
    inside = ["ForAll", "i", ["Range", 1, 0], TRUE]
    accepted(one("order of known numbers", vacuous, inside, [1], {"u": "i", "v": 1}, [["Lt", "i", 1]]))


def test_evidence_may_assume_only_that_its_variable_is_in_the_set():
    by = {"theorem": "p", "variable": "v"}
    lemma = theorem(
        ["Lt", 0, "v"], TRUE, known(0, "v"),
        given=[["Lt", 0, "v"]], name="p",
    )  # fmt: skip

    def unique(domain, *given):
        bindings = {"A": domain, "a": 0, "f": ["Lambda", ["t"], "t"]}
        others = ["ForAll", "t", ["Without", domain, 0], ["Lt", 0, "t"]]
        conditions = [["Member", 0, domain], {"prop": others, "by": by}]
        return one("unique minimiser", ["ArgMin", "t", domain, "t"], ["Finite", 0], [], bindings, conditions, given)

    refused("needs that 0 < v", lemma, unique("Reals"))
    refused("needs that 0 < v", lemma, unique("Reals", ["Lt", 0, "v"]))
    refused("needs that 0 < v", lemma, unique(["Finite", 0, -1]))
    accepted(lemma, unique(["Finite", 0, 1, 2], ["Lt", "v", 0]))


def test_the_variable_of_evidence_is_not_free_in_the_condition():
    """v < v + 1 for the theorem's v does not give w < v + 1 for every w."""
    below = ["Lt", "v", ["Add", "v", 1]]
    lemma = theorem(
        below, TRUE, step("order of known numbers", below, TRUE, [], {"u": "v", "v": below[2]}, [below]), name="p"
    )  # fmt: skip
    domain, condition = "Reals", ["ForAll", "t", ["Without", "Reals", 0], ["Lt", "t", ["Add", "v", 1]]]
    bindings = {"A": domain, "a": 0, "f": ["Lambda", ["t"], "t"]}
    use = one(
        "unique minimiser", ["ArgMin", "t", domain, "t"], ["Finite", 0], [], bindings,
        [["Member", 0, domain], {"prop": condition, "by": {"theorem": "p", "variable": "v"}}],
    )  # fmt: skip
    refused("is no condition of the rule .unique minimiser., which needs 0 < t", lemma, use)
    bindings = {"A": domain, "a": ["Add", "v", 1], "f": ["Lambda", ["t"], neg("t")]}
    condition = ["ForAll", "t", ["Without", domain, ["Add", "v", 1]], ["Lt", neg(["Add", "v", 1]), neg("t")]]
    use = one(
        "unique minimiser", ["ArgMin", "t", domain, neg("t")], ["Finite", ["Add", "v", 1]], [], bindings,
        [["Member", ["Add", "v", 1], domain], {"prop": condition, "by": {"theorem": "p", "variable": "v"}}],
    )  # fmt: skip
    refused("v is free in the condition", lemma, use)


def about_D(name, right, lhs=("Apply", "D", "x"), rhs=None):
    unfolded = step(("definition", "D"), list(lhs), right, [], {"x": "x"})
    return theorem(list(lhs), right if rhs is None else rhs, unfolded,
                   defs=[(["Apply", "D", "x"], right)], name=name)  # fmt: skip


def test_theorems_speak_of_their_own_definitions():
    D = ["Apply", "D", "x"]
    use = step(("theorem", "one"), D, 1)
    refused("not defined so", about_D("one", 1), theorem(D, 1, use, defs=[(D, 2)]))
    refused("not defined so", about_D("one", 1), theorem(D, 1, use))
    refused("different things", about_D("one", 1), theorem(D, 1, use, defs=[(["Apply", "D", "x", "y"], 1)]))
    accepted(about_D("one", 1), theorem(D, 1, use, defs=[(D, 1)]))
    renamed = [(["Apply", "D", "z"], ["Add", 2, -1])]
    accepted(about_D("one", 1), theorem(D, 1, use, defs=renamed))
    bound = step(("theorem", "one"), "x", 1, [], {"D": ["Lambda", ["z"], "z"]})
    refused("D cannot be bound", about_D("one", 1), theorem("x", 1, bound, defs=[(D, 1)]))
    other = step(("theorem", "one"), 5, 1, [], {"x": 5, "q": 1})
    refused("q cannot be bound", about_D("one", 1), theorem(5, 1, other, defs=[(D, 1)]))


def test_a_definition_is_defined_in_both_ways_of_writing_it():
    """What was proved of D(x) := x/x says nothing of D(0), though x/x and 1 are equal by algebra."""
    D = ["Apply", "D", "x"]
    proved = theorem(D, 1, step(("definition", "D"), D, 1, [], {"x": "x"}), given=[["Ne", "x", 0]],
                     defs=[(D, over("x", "x"))], name="ratio")  # fmt: skip
    refused("defined only where x ≠ 0", algebra(D, D, defs=[(D, over("x", "x"))]))
    at_zero = step(("theorem", "ratio"), ["Apply", "D", 0], 1, [], {"x": 0}, [["Ne", 0, 0]])
    refused("nothing says|defined only", proved, theorem(["Apply", "D", 0], 1, at_zero, defs=[(D, 1)]))
    hypothesis = ["Lt", 0, ["Apply", "D", 0]]
    strange = theorem(hypothesis, TRUE, known(0, hypothesis[2]),
                      given=[hypothesis], defs=[(D, over("x", "x"))], name="strange")  # fmt: skip
    refused("defined only where 0 ≠ 0", strange)


@pytest.mark.parametrize(
    "defs",
    [
        [("D", ["Add", "D", 1])],
        [("D", ["Add", "E", 1]), ("E", "D")],
        [(["Apply", "f", "x"], ["Add", 1, ["Apply", "f", ["Add", "x", -1]]])],
        [("D", ["Sum", "i", ONE_TO_3, "E"]), ("E", ["Mul", 0, "D"])],
    ],
)
def test_no_definition_reaches_itself(defs):
    refused("reaches itself", algebra("x", "x", defs=defs))


def test_definitions_are_well_formed():
    refused("defined twice", algebra(0, 0, defs=[("D", 1), ("D", 2)]))
    for left in (["Apply", "f", "x", "x"], ["Apply", "f", 1], ["Add", "x", "y"], 3, "Reals", ["Apply", "f", "Reals"]):
        refused("left side of a definition|not a name", algebra(0, 0, defs=[(left, 1)]))
    refused("is a set", algebra(0, 0, defs=[("D", ["Interval", 0, 1])]))
    refused("is a proposition", algebra(0, 0, defs=[("D", TRUE)]))


def test_a_bound_variable_is_not_the_defined_one():
    series = ["Sum", "m", ONE_TO_3, "m"]
    refused(
        "m is not defined here",
        one(("definition", "m"), series, ["Sum", "m", ONE_TO_3, 1], [1], defs=[("m", 1)]),
    )
    hidden = one(("definition", "D"), ["Sum", "n", ONE_TO_3, "D"], ["Sum", "n", ONE_TO_3, "n"], [1], defs=[("D", "n")])
    refused("D is not defined here", hidden)


def test_no_theorem_uses_itself_or_a_later_one():
    self_made = theorem(0, 1, step(("theorem", "t"), 0, 1))
    refused("no earlier theorem is called 't'", self_made)
    first, second = (theorem(0, 1, step(("theorem", b), 0, 1), name=a) for a, b in (("a", "b"), ("b", "a")))
    refused("no earlier theorem is called 'b'", first, second)
    refused("another theorem has this name", algebra(0, 0), algebra(0, 0))
    evidence = {"prop": ["Lt", 0, 0], "by": {"theorem": "t", "variable": None}}
    refused("no earlier", one("order of known numbers", ["Lt", 0, 0], TRUE, [], {"u": 0, "v": 0}, [evidence]))


def test_evidence_states_the_condition():
    known = step("order of known numbers", ["Lt", 0, 1], TRUE, [], {"u": 0, "v": 1}, [["Lt", 0, 1]])
    lemma = theorem(["Lt", 0, 1], TRUE, known, name="p")

    def use(v, name):
        return one("order of known numbers", ["Lt", 0, v], TRUE, [], {"u": 0, "v": v},
                   [{"prop": ["Lt", 0, v], "by": {"theorem": name, "variable": None}}])  # fmt: skip

    accepted(lemma, use(1, "p"))
    refused("does not state", lemma, use(-1, "p"))
    refused("does not state", theorem(-1, -1, name="q"), use(-1, "q"))


def test_a_partial_function_is_used_only_where_it_is_defined():
    p = ["Apply", "p", "x"]
    zero = theorem(["Add", p, neg(p)], 0, name="zero")
    log = {"p": ["Lambda", ["u"], ["log", "u"]], "x": -1}
    difference = ["Add", ["log", -1], neg(["log", -1])]
    refused("defined only", zero, theorem(difference, 0, step(("theorem", "zero"), difference, 0, [], log)))
    vanishing = theorem(["Mul", 0, p], 0, name="zero")
    refused("0 < -1", vanishing, theorem(0, 0, step(("theorem", "zero"), 0, 0, [], log)))


SORTS = [
    (["Add", 1, ["Empty"]], 1, "Empty is a set"),
    (["Add", 1, TRUE], 1, "True is a proposition"),
    (["Lt", ["Lt", 0, 1], 2], TRUE, "is a proposition"),
    (["Member", "x", 5], TRUE, "5 is a real number"),
    (["Member", "Integers", "A"], TRUE, "Integers is a set"),
    (["ForAll", "x", "A", "x"], TRUE, "x is a name, where a proposition is needed"),
    (["ForAll", "x", "A", 1], TRUE, "1 is a real number"),
    (["ArgMax", "x", "A", ["Lt", "x", 1]], ["Empty"], "is a proposition"),
    (["Member", "A", "A"], TRUE, "A stands for different things"),
    (["ForAll", "A", "Reals", ["Member", "x", "A"]], TRUE, "A stands for different things"),
    (["Add", ["Apply", "f", 1], ["Apply", "f", 1, 2]], 1, "f stands for different things"),
    (["Add", ["Apply", "f", 1], ["Indexed", "f", 1]], 1, "f stands for different things"),
    (["Add", ["Apply", "f", 1], "f"], 1, "f stands for different things"),
    (["Interval", 0, 1], 1, "1 is a real number"),
    (["Without", "A", ["Finite", 1]], "A", "Finite is a set"),
    (["Eq", ["Empty"], ["Empty"]], TRUE, "Empty is a set"),
]


def test_a_bare_name_has_the_sort_that_the_hypotheses_give_it():
    accepted(algebra("A", "A", ["Member", 1, "A"]))
    accepted(algebra("x", "x", ["Lt", 1, "x"]))
    refused("f stands for different things", algebra("f", "f", ["Lt", 1, ["Apply", "f", 1]]))
    one_point = one(
        "unique minimiser", ["ArgMin", "t", "A", "t"], "B", [], {"A": "A", "a": 0, "f": ["Lambda", ["t"], "t"]}, []
    )
    refused("B does not follow; the rule .unique minimiser. at that place gives .0.", one_point)


@pytest.mark.parametrize(("lhs", "rhs", "why"), SORTS)
def test_sets_propositions_and_numbers_are_kept_apart(lhs, rhs, why):
    refused(why, algebra(lhs, rhs))


def test_bindings_fit_what_they_are_for():
    lhs, rhs = ["ArgMax", "t", "A", ["Add", 1, "t"]], ["ArgMax", "t", "A", "t"]
    rule, f = "a constant changes no optimum", ["Lambda", ["t"], "t"]
    accepted(one(rule, lhs, rhs, [], {"A": "A", "c": 1, "f": f}))
    refused("is a set", one(rule, lhs, rhs, [], {"A": "A", "c": ["Finite", 1], "f": f}))
    refused("is a real number", one(rule, lhs, rhs, [], {"A": 1, "c": 1, "f": f}))
    refused("needs a Lambda of 1", one(rule, lhs, rhs, [], {"A": "A", "c": 1, "f": "t"}))
    refused("needs a Lambda of 1", one(rule, lhs, rhs, [], {"A": "A", "c": 1, "f": ["Lambda", ["s", "t"], "t"]}))
    refused("cannot stand for a Lambda", one(rule, lhs, rhs, [], {"A": "A", "c": f, "f": f}))
    refused("say what c stands for", one(rule, lhs, rhs, [], {"A": "A", "f": f}))
    refused("b cannot be bound", one(rule, lhs, rhs, [], {"A": "A", "c": 1, "f": f, "b": 2}))


def test_a_domain_of_a_sum_stays_a_range():
    lhs = ["Sum", "i", ONE_TO_3, "i"]
    swap = one(
        "a constant changes no optimum", lhs, lhs, [0], {"A": ["Range", 1, 3], "c": 1, "f": ["Lambda", ["t"], "t"]}
    )
    refused("the side of", swap)


def test_integers_are_not_assumed():
    at_least_one = ["Le", 1, "x"]
    cond = ["Member", "x", ["Range", 1, 5]]
    lhs = ["Sum", "i", ["Range", 1, 5], ["Mul", ["KroneckerDelta", "x", "i"], Y]]
    bindings = {"c": "x", "f": ["Lambda", ["i"], Y], "l": 1, "m": 5}
    rule = "sifting by the Kronecker delta"
    rhs = ["Indexed", "y", "x"]
    refused("nothing says", one(rule, lhs, rhs, [], bindings, [cond], [at_least_one, ["Le", "x", 5]]))
    refused("nothing says", one(rule, lhs, rhs, [], bindings, [cond], [["Lt", 0, "x"], ["Member", "x", "Integers"]]))
    accepted(one(rule, lhs, rhs, [], bindings, [cond], [["Lt", 0, "x"], ["Lt", "x", 6], ["Member", "x", "Integers"]]))


def test_theorem_hypotheses_are_conditions_at_the_place():
    """x > 0 ⊢ 0 < x is used under a binder that hides the outer, positive x."""
    lemma = theorem(["Lt", 0, "x"], TRUE, known(0, "x"),
                    given=[["Lt", 0, "x"]], name="p")  # fmt: skip

    def use(domain):
        lhs, rhs = ["ForAll", "x", domain, ["Lt", 0, "x"]], ["ForAll", "x", domain, TRUE]
        return one(("theorem", "p"), lhs, rhs, [1], {}, [["Lt", 0, "x"]], [["Lt", 0, "x"]])

    refused("nothing says that 0 < x", lemma, use("Reals"))
    accepted(lemma, use(["Interval", 2, 3]))

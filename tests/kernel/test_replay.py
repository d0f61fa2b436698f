"""Replaying claims: what is proved, and which theorem and step is blamed for what is not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mlce_sym.kernel.claims import Claim, Condition, Step
from mlce_sym.kernel.replay import Rejected, replay
from mlce_sym.kernel.rule_table import Rule, shipped
from mlce_sym.terms.errors import MlceError
from mlce_sym.terms.terms import DEEPEST

SQUARE, TWICE = ("log", ("Pow", "x", 2)), ("Mul", 2, ("log", "x"))
LOG = Step("rule", "log of a power", False, False, (), {"a": "x", "b": 2}, SQUARE, TWICE, (Condition(("Lt", 0, "x")),))
CLAIM = Claim("t", (("Lt", 0, "x"),), (), SQUARE, TWICE, (LOG,))


def rejected(theorem, step, why, *claims, rules=None):
    with pytest.raises(Rejected) as caught:
        replay(claims, rules)
    assert (caught.value.theorem, caught.value.step, caught.value.why) == (theorem, step, why)
    where = f"theorem {theorem!r}" + (f", step {step}" if step else "")
    assert str(caught.value) == f"{where}: {why}"


def test_a_rejection_says_where():
    assert str(Rejected("why")) == "why" and isinstance(Rejected("why"), MlceError)
    assert (
        str(Rejected("why", "t")) == "theorem 't': why" and str(Rejected("why", "t", 2)) == "theorem 't', step 2: why"
    )


def test_what_is_proved():
    (theorem,) = replay((CLAIM,))
    assert (theorem.name, theorem.lhs, theorem.rhs, theorem.steps) == ("t", SQUARE, TWICE, (LOG,))
    assert theorem.beyond == frozenset() and replay(()) == ()
    assert [t.name for t in replay(iter((CLAIM, replace(CLAIM, name="u"))))] == ["t", "u"]


def test_no_steps_are_one_step_of_algebra():
    (theorem,) = replay((Claim("t", (), (), ("Add", "x", "x"), ("Mul", 2, "x"), ()),))
    (step,) = theorem.steps
    assert (step.kind, step.by, theorem.rhs) == ("procedure", "algebra", ("Mul", 2, "x"))
    rejected("t", 0, "x is not y by algebra", Claim("t", (), (), "x", "y", ()))


def test_the_right_side_shows_what_a_bare_name_is():
    (theorem,) = replay((Claim("t", (("Member", 1, "A"),), (), "A", "A", ()),))
    assert theorem.sort == "a set"
    rejected("t", 0, "Finite is a set, where a proposition is needed", Claim("t", (), (), ("True",), ("Finite", 1), ()))


def test_the_end_is_the_right_side_up_to_bound_names():
    claim = Claim("t", (), (), 0, 0, ())
    series = [("Sum", name, ("Range", 1, 3), name) for name in "ij"]
    step = Step("procedure", "algebra", False, False, (), {}, series[0], series[0])
    replay((replace(claim, lhs=series[0], rhs=series[1], steps=(step,)),))
    why = "the last step does not end at the right side"
    rejected("t", 0, why, replace(CLAIM, rhs=("Add", ("log", "x"), ("log", "x"))))


def test_who_is_blamed():
    rejected("t", 0, "log(x**2) is defined only where 0 < x**2, and nothing says so", replace(CLAIM, hypotheses=()))
    rejected("t", 1, "log of a power needs a positive base; nothing says that 0 < x",
             replace(CLAIM, hypotheses=(("Ne", "x", 0),)))  # fmt: skip
    rejected("t", 2, "the step does not start where the one before it ends", replace(CLAIM, steps=(LOG, LOG)))
    rejected("t", 0, "another theorem has this name", CLAIM, CLAIM)
    rejected("u", 0, "x is not y by algebra", CLAIM, Claim("u", (), (), "x", "y", ()))


def test_only_earlier_theorems_may_be_named():
    use = Step("theorem", "t", False, False, (), {"x": 5}, ("log", ("Pow", 5, 2)), ("Mul", 2, ("log", 5)),
               (Condition(("Lt", 0, 5)),))  # fmt: skip
    later = Claim("u", (), (), use.before, use.after, (use,))
    assert len(replay((CLAIM, later))) == 2
    rejected("u", 1, "no earlier theorem is called 't'", later, CLAIM)
    itself = replace(later, name="t")
    rejected("t", 1, "no earlier theorem is called 't'", itself)


def test_the_rules_that_may_be_named():
    rejected("t", 1, "there is no rule 'log of a power'", CLAIM, rules={})
    (theorem,) = replay((CLAIM,), {"log of a power": shipped("log of a power")})
    assert theorem.beyond == frozenset()
    one = Rule("one", 1, 2)
    false = Claim("f", (), (), 1, 2, (Step("rule", "one", False, False, (), {}, 1, 2),))
    (theorem,) = replay((false,), {"one": one})
    assert theorem.beyond == {"one"}
    rejected("f", 1, "there is no rule 'one'", false)


def test_what_is_nested_too_deeply_is_rejected():
    deep = "x"
    for _ in range(DEEPEST):
        deep = ("exp", deep)
    rejected("t", 0, "nested too deeply", Claim("t", (), (), deep, deep, ()))

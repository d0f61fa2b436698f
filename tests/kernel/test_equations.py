"""The equation that a step uses: of a rule, a definition, a hypothesis, a theorem; and what is refused."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mlce_sym.kernel.claims import Condition, Step
from mlce_sym.kernel.equations import Equation, equation_of, instance
from mlce_sym.kernel.rule_table import Rule
from mlce_sym.kernel.step import begun, extended, named_theorem
from mlce_sym.kernel.theorem import Known
from mlce_sym.logic.given import Definition, assumed, under
from mlce_sym.terms.errors import Malformed
from mlce_sym.terms.terms import REAL, SET

NOTHING = assumed((), ())
START = begun(NOTHING, 0)
Y, N = ("Indexed", "y", "i"), ("Range", 1, 9)
SQUARE = Definition("Apply", "f", ("t",), ("Pow", "t", 2))
FIVE = Definition("", "D", (), ("Add", "c", 4))
POSITIVE = assumed((("Lt", 0, "x"),), ())
LOG = Step("rule", "log of a power", False, False, (), {"a": "x", "b": 2}, ("log", ("Pow", "x", 2)),
           ("Mul", 2, ("log", "x")), (Condition(("Lt", 0, "x")),))  # fmt: skip


def step(kind, by, **bindings):
    return Step(kind, by, False, False, (), bindings, 0, 0)


def of(kind, by, given=NOTHING, known=Known(), theorem=None, **bindings):  # noqa: B008
    made = theorem or (begun(given, 0) if given is not NOTHING else START)
    return equation_of(step(kind, by, **bindings), made, given, known)


def refused(why, attempt):
    with pytest.raises(Malformed) as caught:
        attempt()
    assert str(caught.value) == why


def test_an_instance_of_a_rule():
    found = of("rule", "log of a power", a=("Add", "x", 1), b="b")
    condition = ("Lt", 0, ("Add", "x", 1))
    assert found == Equation(
        ("log", ("Pow", ("Add", "x", 1), "b")), ("Mul", "b", ("log", ("Add", "x", 1))), REAL, (condition,), None
    )
    sets = Known({"r": Rule("r", ("ArgMax", "t", "A", 1), "A")})
    assert of("rule", "r", known=sets, A="B").sort == SET
    refused("the rule 'log of a power': say what a, b stands for", lambda: of("rule", "log of a power"))
    refused(
        "c, d cannot be bound in the rule 'log of a power'", lambda: of("rule", "log of a power", a=1, b=1, d=1, c=1)
    )
    refused("there is no rule 'x'", lambda: of("rule", "x"))


def test_values_of_a_rule_are_put_in_all_at_once():
    swapped = of("rule", "log of a power", a="b", b="a")
    assert swapped.lhs == ("log", ("Pow", "b", "a")) and swapped.conditions == (("Lt", 0, "b"),)


def test_a_definition_is_unfolded():
    given = assumed((), (SQUARE, FIVE))
    assert of("definition", "f", given, t=("Add", "x", 1)) == Equation(
        ("Apply", "f", ("Add", "x", 1)), ("Pow", ("Add", "x", 1), 2), REAL
    )
    assert of("definition", "D", given) == Equation("D", ("Add", "c", 4), REAL)
    refused("g is not defined here", lambda: of("definition", "g", given))
    refused("the definition 'f': say what t stands for", lambda: of("definition", "f", given))
    refused("c cannot be bound in the definition 'D'", lambda: of("definition", "D", given, c=1))


def test_a_definition_by_what_a_binder_hides_is_not_used():
    given = assumed((), (FIVE,))
    theorem = begun(given, 0)
    refused("D is not defined here", lambda: of("definition", "D", under(given, "c", "Reals"), theorem=theorem))
    refused("D is not defined here", lambda: of("definition", "D", under(given, "D", "Reals"), theorem=theorem))


def test_a_hypothesis_for_values_of_its_variables():
    inner = ("ForAll", "j", ("Range", 1, "i"), ("Eq", ("Apply", "g", "i", "j"), "j"))
    given = assumed((("Eq", "x", 1), ("ForAll", "i", N, inner)), ())
    assert of("hypothesis", 0, given) == Equation("x", 1, REAL)
    assert of("hypothesis", 1, given, i=3, j="k") == Equation(
        ("Apply", "g", 3, "k"), "k", REAL, (("Member", 3, N), ("Member", "k", ("Range", 1, 3)))
    )
    refused("hypothesis 1: say what j stands for", lambda: of("hypothesis", 1, given, i=3))
    refused("hypothesis 1: say what i stands for", lambda: of("hypothesis", 1, given))
    refused("k cannot be bound in hypothesis 1", lambda: of("hypothesis", 1, given, i=3, j=1, k=1))
    refused("there is no hypothesis 2", lambda: of("hypothesis", 2, given))
    refused("there is no hypothesis -1", lambda: of("hypothesis", -1, given))


def test_a_hypothesis_that_is_no_equation_or_has_one_variable_twice():
    twice = ("ForAll", "i", N, ("ForAll", "i", ("Range", 1, "i"), ("Eq", Y, 0)))
    given = assumed((("Lt", 0, "x"), twice), ())
    refused("hypothesis 0 is not an equation", lambda: of("hypothesis", 0, given))
    refused("i has two meanings in hypothesis 1: rename the one that is bound", lambda: of("hypothesis", 1, given, i=1))


def test_a_hypothesis_about_a_hidden_variable():
    given = assumed((("Eq", "x", 1), ("Eq", "y", 2)), ())
    theorem, inside = begun(given, 0), under(given, "x", "Reals")
    refused(
        "hypothesis 0 is about an outer variable, which is hidden at this place",
        lambda: of("hypothesis", 0, inside, theorem=theorem),
    )
    assert of("hypothesis", 1, inside, theorem=theorem).lhs == "y"


def test_nothing_else_justifies():
    refused("the wish 'x' justifies nothing", lambda: of("wish", "x"))
    refused("no earlier theorem is called 't'", lambda: of("theorem", "t"))


def test_an_instance_of_a_theorem():
    theorem = named_theorem(begun(assumed((("Lt", 0, "x"),), ()), ("Mul", "x", ("Apply", "g", "y"))), "t")
    found = of("theorem", "t", known=Known(None, {"t": theorem}), x=2, g=("Lambda", ("u",), ("Add", "u", 1)))
    side = ("Mul", 2, ("Add", "y", 1))
    assert found == Equation(side, side, REAL, (("Lt", 0, 2),), None)
    refused("p, q cannot be bound in the theorem 't'", lambda: instance(theorem, {"q": 1, "p": 1}, NOTHING))
    assert instance(theorem, {}, NOTHING).conditions == (("Lt", 0, "x"),)
    power = extended(begun(POSITIVE, LOG.before), LOG)
    assert instance(power, {"x": 3}, NOTHING) == Equation(
        ("log", ("Pow", 3, 2)), ("Mul", 2, ("log", 3)), REAL, (("Lt", 0, 3),)
    )
    assert instance(begun(NOTHING, ("Finite", "x")), {}, NOTHING).sort == SET


def test_of_what_a_theorem_defines_the_names_are_values_too():
    """c stands in the definition alone, and d in a hypothesis alone."""
    theorem = named_theorem(begun(assumed((("Lt", 0, "d"),), (FIVE,)), "D"), "t")
    found = instance(theorem, {"c": 5, "d": 6}, assumed((), (replace(FIVE, right=9),)))
    assert (found.lhs, found.conditions) == ("D", (("Lt", 0, 6),))


ABOUT = named_theorem(begun(assumed((), (SQUARE, FIVE)), ("Mul", ("Apply", "f", "x"), "D")), "t")


def test_what_a_theorem_defines_is_defined_so_here():
    here = assumed((), (SQUARE, FIVE))
    found = instance(ABOUT, {"x": 3}, here)
    assert found.lhs == ("Mul", ("Apply", "f", 3), "D") and found.meanings == (SQUARE, FIVE)
    renamed = replace(SQUARE, parameters=("s",), right=("Mul", "s", "s"))
    other = Definition("", "E", (), 1)
    assert instance(ABOUT, {}, assumed((), (other, renamed, FIVE))).meanings == (other, SQUARE, FIVE)
    value = replace(FIVE, right=9)
    assert instance(ABOUT, {"c": 5}, assumed((), (SQUARE, value))).meanings == (
        SQUARE,
        replace(FIVE, right=("Add", 5, 4)),
    )
    for wrong in (
        (FIVE,),
        (replace(SQUARE, right=("Pow", "t", 3)), FIVE),
        (replace(SQUARE, head="Indexed"), FIVE),
        (replace(SQUARE, parameters=("t", "s")), FIVE),
    ):
        refused(
            "the theorem 't' is about a f that is not defined so here",
            lambda wrong=wrong: instance(ABOUT, {}, assumed((), wrong)),
        )
    for wrong in ((SQUARE,), (SQUARE, replace(FIVE, right=5))):
        refused(
            "the theorem 't' is about a D that is not defined so here",
            lambda wrong=wrong: instance(ABOUT, {}, assumed((), wrong)),
        )


def test_what_a_theorem_defines_is_not_bound():
    here = assumed((), (SQUARE, FIVE))
    for values in ({"f": ("Lambda", ("t",), "t")}, {"D": 5}, {"t": 1}):
        (name,) = values
        refused(f"{name} cannot be bound in the theorem 't'", lambda values=values: instance(ABOUT, values, here))


def test_the_argument_of_a_definition_does_not_capture_what_comes_in():
    shifted = Definition("Apply", "f", ("t",), ("Add", "t", "c"))
    theorem = named_theorem(begun(assumed((), (shifted,)), ("Apply", "f", "x")), "t")
    wrong = assumed((), (replace(shifted, right=("Mul", 2, "t")),))
    refused("the theorem 't' is about a f that is not defined so here", lambda: instance(theorem, {"c": "t"}, wrong))
    right = assumed((), (Definition("Apply", "f", ("s",), ("Add", "s", "t")),))
    (meaning,) = instance(theorem, {"c": "t"}, right).meanings
    assert meaning.parameters == ("t_1",) and meaning.right == ("Add", "t_1", "t")

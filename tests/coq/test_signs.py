"""Signs of products, powers and sums in Coq: what follows from the parts is shown, and nothing else is."""

from __future__ import annotations

import pytest

from mlce_sym.coq.equality import equal
from mlce_sym.coq.facts import prove
from mlce_sym.coq.fractions import over_common_denominator
from mlce_sym.coq.scope import Scope
from mlce_sym.coq.terms import written
from mlce_sym.logic.given import assumed
from mlce_sym.terms.terms import parse

from .compiled import compiled, needs_coqc

TOTAL = ["Sum", "j", ["Range", 1, "d"], ["Pow", ["Apply", "g", "j"], 2]]
GIVEN = [["Lt", 0, "a"], ["Lt", "b", 0], ["Ne", "c", "d"], ["Lt", 0, ["Apply", "g", ["Add", "a", 1]]], ["Lt", 0, TOTAL]]
DIFFERENCE = ["Add", "d", ["Mul", -1, "c"]]
CALL = ["Apply", "g", ["Add", 2, "a", -1]]
TRUE = {
    "a nonzero square": ["Lt", 0, ["Mul", "a", ["Pow", DIFFERENCE, 2]]],
    "a fourth power below": ["Lt", 0, ["Mul", "a", ["Pow", DIFFERENCE, -4]]],
    "two negative factors": ["Lt", 0, ["Mul", -1, "a", "b", ["Pow", DIFFERENCE, 2]]],
    "a negative quotient": ["Lt", ["Mul", "a", ["Pow", "b", -1]], 0],
    "a square in a sum": ["Lt", 0, ["Add", "a", ["Pow", "c", 2]]],
    "pi": ["Lt", 3, ["Constant", "pi"]],
    "a real power": ["Lt", 0, ["Add", ["Pow", "a", "c"], ["Mul", -1, "b"]]],
    "an argument by algebra": ["Lt", 0, ["Mul", "a", CALL]],
    "a total that is given": ["Lt", 0, ["Mul", "a", TOTAL]],
    "what is subtracted": ["Lt", ["Mul", "a", ["Pow", ["Add", "a", 1], -1]], 1],
}
FALSE = {
    "a square that may be 0": ["Lt", 0, ["Mul", "a", ["Pow", "c", 2]]],
    "an odd power": ["Lt", 0, ["Pow", DIFFERENCE, 3]],
    "one negative factor": ["Lt", 0, ["Mul", "a", "b"]],
    "a total that may be 0": ["Lt", 0, ["Sum", "j", ["Range", 1, "c"], ["Pow", ["Apply", "g", "j"], 2]]],
    "more than pi": ["Lt", ["Constant", "pi"], 3],
    "another argument": ["Lt", 0, ["Apply", "g", ["Add", "a", 2]]],
}
HEAD = "Require Import MLCE.\nGoal forall (a b c d : R) (g : R -> R), "


def scope() -> Scope:
    given = tuple(map(parse, GIVEN))
    named = tuple((f"given_{k}", h) for k, h in enumerate(given, 1))
    return Scope(assumed(given, ()), named, frozenset("abcdg") | {n for n, _ in named})


def text(claim: str, script: list[str]) -> str:
    hypotheses = "".join(f"{written(h)} -> " for _, h in scope().named)
    names = " ".join(n for n, _ in scope().named)
    return f"{HEAD}{hypotheses}{claim}.\nProof. intros a b c d g {names}.\n" + "\n".join([*script, "Qed.", ""])


def accepted(prop) -> bool:
    prop = parse(prop)
    return compiled(text(written(prop), prove(scope(), prop))).accepted


@needs_coqc
@pytest.mark.parametrize("prop", TRUE.values(), ids=TRUE)
def test_a_sign_follows_from_the_parts(prop):
    assert accepted(prop)


@needs_coqc
@pytest.mark.parametrize("prop", FALSE.values(), ids=FALSE)
def test_what_does_not_follow_is_rejected(prop):
    assert not accepted(prop)


def quotient(top, bottom):
    return ["Mul", top, ["Pow", bottom, -1]]


RATIO = quotient(["Add", "a", 1], "a")
SAME = ["Mul", ["Pow", "a", -1], ["Add", 1, "a"]]
EQUATIONS = {
    "a quotient to a power": (["Pow", RATIO, "c"], ["Pow", SAME, "c"]),
    "a whole part split off": (["Pow", RATIO, ["Add", "c", 1]], ["Mul", RATIO, ["Pow", RATIO, "c"]]),
    "a power in an exponent": (["exp", ["Mul", -1, ["Pow", RATIO, "c"]]], ["Pow", ["exp", ["Pow", SAME, "c"]], -1]),
    "the numerator of a nested denominator": (
        ["Pow", ["Add", 1, quotient(["exp", "c"], ["exp", "d"])], -1],
        quotient(["exp", "d"], ["Add", ["exp", "c"], ["exp", "d"]]),
    ),
}


@needs_coqc
@pytest.mark.parametrize("sides", EQUATIONS.values(), ids=EQUATIONS)
def test_an_equation_of_powers(sides):
    one, other = map(parse, sides)
    script = equal(scope(), one, other, "a real number")
    answer = compiled(text(f"{written(one)} = {written(other)}", script))
    assert answer.accepted, answer.output


def test_parts_that_both_sides_have_are_not_taken_apart():
    power = ["exp", ["Add", "a", "b"]]
    script = equal(scope(), parse(["Add", power, "c"]), parse(["Add", "c", power]), "a real number")
    assert script == ["ring."]


def test_a_difference_of_quotients_has_a_numerator():
    term = parse(["Add", 1, ["Mul", -1, ["Add", "b", quotient("c", "a")]]])
    assert over_common_denominator(term) == (("Add", "a", ("Mul", -1, "b", "a"), ("Mul", -1, "c")), ("a",))

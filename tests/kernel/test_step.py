"""The step: what it makes, and each of its refusals, word for word."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mlce_sym.kernel.claims import Condition, Step
from mlce_sym.kernel.rule_table import Rule
from mlce_sym.kernel.step import begun, check_evidence, extended, given_at, kinds_of, named_theorem
from mlce_sym.kernel.theorem import Known
from mlce_sym.logic.given import Definition, Given, assumed, under
from mlce_sym.terms.errors import Malformed, Refused
from mlce_sym.terms.terms import DEEPEST, PROP, REAL, SET, free, substitute

NOTHING = assumed((), ())
POSITIVE = assumed((("Lt", 0, "x"),), ())
R, TRUE = ("Range", 1, 3), ("True",)
SQUARE = ("log", ("Pow", "x", 2))
TWICE = ("Mul", 2, ("log", "x"))
LOG = Step("rule", "log of a power", False, False, (), {"a": "x", "b": 2}, SQUARE, TWICE, (Condition(("Lt", 0, "x")),))


def given(*hypotheses, definitions=()):
    return assumed(tuple(hypotheses), tuple(definitions))


def refused(why, attempt, *arguments):
    with pytest.raises(Refused) as caught:
        attempt(*arguments)
    assert str(caught.value) == why


def algebra(before, after, **more):
    return replace(Step("procedure", "algebra", False, False, (), {}, before, after), **more)


def test_what_begins():
    theorem = begun(POSITIVE, ("log", "x"))
    assert (theorem.given, theorem.lhs, theorem.rhs, theorem.steps) == (POSITIVE, ("log", "x"), ("log", "x"), ())
    assert (theorem.name, theorem.sort, theorem.beyond) == ("", REAL, frozenset())
    assert theorem.kinds == {("x", REAL)}
    assert begun(NOTHING, TRUE).sort == PROP and begun(NOTHING, ("Finite", 1)).sort == SET
    assert begun(NOTHING, "A", SET).kinds == {("A", SET)} and begun(NOTHING, "A").kinds == {("A", REAL)}


def definition(name, right, *parameters, head="Apply"):
    return Definition(head if parameters else "", name, parameters, right)


BEGINNINGS = [
    (given(), 1.5, "1.5 is not a term"),
    (given(), True, "True is not a term"),
    (given(("Lt", 0)), 1, "Lt takes 2 parts, not 1"),
    (given(0), 1, "0 is a real number, where a proposition is needed"),
    (given("x"), 1, "x is a name, where a proposition is needed"),
    (given(), ("log", "x"), "log(x) is defined only where 0 < x, and nothing says so"),
    (given(), ("Sum", "i", ("Range", 1, "n"), "i"),
     "Sum(i, i in 1..n) is defined only where n in Integers, and nothing says so"),
    (given(("Member", "x", "A")), ("Add", "A", 1), "A stands for different things"),
    (given(), ("Add", 1, ("Empty",)), "Empty is a set, where a real number is needed"),
    (given(definitions=[definition("f", "t", "t", "t")]), 1, "the definition of f needs distinct variables"),
    (given(definitions=[Definition("Apply", "f", (), 1)]), 1, "the definition of f needs distinct variables"),
    (given(definitions=[Definition("Add", "a", ("b",), 0)]), 1, "the definition of a needs distinct variables"),
    (given(definitions=[definition("f", 1, 1)]), 1, "1 is not a name"),
    (given(definitions=[definition("f", 1, "Reals")]), 1, "'Reals' is not a name"),
    (given(definitions=[Definition("", "f", ("t",), 1)]), 1, " is not a term"),
    (given(definitions=[definition("D", 1), definition("D", 1)]), 1, "a name is defined twice"),
    (given(definitions=[definition("D", "D")]), 1, "the definition of D reaches itself"),
    (given(definitions=[definition("E", "D"), definition("D", ("Add", "E", 1))]), 1,
     "the definition of D reaches itself"),
    (given(definitions=[definition("D", ("Finite", 1))]), 1, "Finite is a set, where a real number is needed"),
    (given(definitions=[definition("D", ("log", -1))]), "D", "D is defined only where 0 < -1, and nothing says so"),
]  # fmt: skip


@pytest.mark.parametrize(("known", "term", "why"), BEGINNINGS, ids=range(len(BEGINNINGS)))
def test_what_does_not_begin(known, term, why):
    with pytest.raises(Refused) as caught:
        begun(known, term)
    assert str(caught.value) == why or (why.startswith(" ") and str(caught.value).endswith(why))


def test_what_is_too_large_or_too_deep_is_refused():
    deep = "x"
    for _ in range(DEEPEST):
        deep = ("exp", deep)
    refused("nested too deeply", begun, NOTHING, deep)
    double = [definition("D0", ("Add", "x", "x"), "x")]
    double += [definition(f"D{n}", ("Apply", f"D{n - 1}", ("Apply", f"D{n - 1}", "x")), "x") for n in range(1, 20)]
    refused("too large a term, when definitions are unfolded", begun, given(definitions=double), ("Apply", "D19", 1))
    huge = given(("Lt", 0, ("Apply", "D19", 1)), definitions=double)
    refused("too large a term, when definitions are unfolded", begun, huge, 1)


def test_one_step():
    theorem = extended(begun(POSITIVE, SQUARE), LOG)
    assert (theorem.lhs, theorem.rhs, theorem.steps) == (SQUARE, TWICE, (LOG,))
    assert (theorem.given, theorem.sort, theorem.beyond) == (POSITIVE, REAL, frozenset())
    again = extended(theorem, replace(LOG, before=TWICE, after=SQUARE, backward=True))
    assert (again.lhs, again.rhs, len(again.steps)) == (SQUARE, SQUARE, 2)
    reverse = extended(theorem, replace(LOG, before=TWICE, after=SQUARE, reverse=True))
    assert reverse.rhs == SQUARE
    assert extended(begun(NOTHING, "x"), algebra("x", ("Add", "y", "x", ("Mul", -1, "y")))).kinds == {
        ("x", REAL), ("y", REAL)
    }  # fmt: skip


STEPS = [
    ({"before": "x"}, "the step does not start where the one before it ends"),
    ({"after": ("Lt", 0, 1)}, "Lt is a proposition, where a real number is needed"),
    ({"after": ("x",)}, "['x', …] is not a term"),
    ({"bindings": {"a": "x", "b": 2.0}}, "2.0 is not a term"),
    ({"bindings": {"a": "x"}}, "the rule 'log of a power': say what b stands for"),
    ({"bindings": {"a": "x", "b": 2, "c": 1}}, "c cannot be bound in the rule 'log of a power'"),
    ({"by": "log of a pwoer"}, "there is no rule 'log of a pwoer'"),
    ({"kind": "magic"}, "the magic 'log of a power' justifies nothing"),
    ({"place": (0,)}, "x**2 is not log(x**2), the side of the rule 'log of a power' at that place"),
    ({"place": (7,)}, "['log', …] has no part 7"),
    ({"bindings": {"a": "x", "b": 3}},
     "log(x**2) is not log(x**3), the side of the rule 'log of a power' at that place"),
    ({"backward": True}, "log(x**2) is not 2*log(x), the side of the rule 'log of a power' at that place"),
    ({"reverse": True}, "2*log(x) is not log(x**2), the side of the rule 'log of a power' at that place"),
    ({"after": ("log", "x")}, "log(x) does not follow; the rule 'log of a power' at that place gives 2*log(x)"),
    ({"conditions": ()}, "the rule 'log of a power' has 1 conditions, and 0 are stated"),
    ({"conditions": (Condition(("Lt", 0, "x")),) * 2}, "the rule 'log of a power' has 1 conditions, and 2 are stated"),
    ({"conditions": (Condition(("Lt", 0)),)}, "Lt takes 2 parts, not 1"),
    ({"conditions": (Condition(("Lt", ("Add", "Reals", ("Mul", -1, "Reals")), "x")),)},
     "Reals is a set, where a real number is needed"),
    ({"conditions": (Condition(("Le", 0, "x")),)},
     "0 <= x is no condition of the rule 'log of a power', which needs 0 < x"),
    ({"conditions": (Condition(("Lt", 0, "x"), "lemma"),)}, "no earlier theorem is called 'lemma'"),
    ({"kind": "procedure", "by": "magic"}, "there is no procedure 'magic'"),
    ({"kind": "procedure", "by": "algebra"}, "algebra has no bindings and no conditions"),
    ({"kind": "procedure", "by": "algebra", "bindings": {}}, "algebra has no bindings and no conditions"),
    ({"kind": "procedure", "by": "algebra", "conditions": ()}, "algebra has no bindings and no conditions"),
    ({"kind": "procedure", "by": "algebra", "bindings": {}, "conditions": ()},
     "log(x**2) is not 2*log(x) by algebra"),
]  # fmt: skip


@pytest.mark.parametrize(("change", "why"), STEPS, ids=range(len(STEPS)))
def test_a_step_that_is_not_justified(change, why):
    refused(why, extended, begun(POSITIVE, SQUARE), replace(LOG, **change))


def test_a_condition_that_does_not_follow():
    theorem = begun(given(("Ne", "x", 0)), SQUARE)
    refused("log of a power needs a positive base; nothing says that 0 < x", extended, theorem, LOG)
    mine = Rule("mine", "a", ("Add", "a", 0), (("Lt", 0, "a"),))
    step = Step("rule", "mine", False, False, (), {"a": "x"}, "x", "x", (Condition(("Lt", 0, "x")),))
    why = "the rule 'mine' has a condition; nothing says that 0 < x"
    refused(why, extended, begun(NOTHING, "x"), step, Known({"mine": mine}))


def test_a_condition_of_a_theorem_that_does_not_follow():
    theorem = named_theorem(extended(begun(POSITIVE, SQUARE), LOG), "t")
    step = Step("theorem", "t", False, False, (), {"x": "y"}, ("log", ("Pow", "y", 2)), ("Mul", 2, ("log", "y")),
                (Condition(("Lt", 0, "y")),))  # fmt: skip
    why = "the theorem 't' has a condition; nothing says that 0 < y"
    refused(why, extended, begun(given(("Ne", "y", 0)), step.before), step, Known(None, {"t": theorem}))


def test_a_theorem_that_is_named_for_a_condition_has_to_state_it():
    other = Known(None, {"e": proposition(("Lt", 0, "y"))})
    step = replace(LOG, conditions=(Condition(("Lt", 0, "x"), "e"),))
    refused("the theorem 'e' does not state that 0 < x", extended, begun(POSITIVE, SQUARE), step, other)


FOR_ANY = Rule("any", "a", "b")
VANISHING = Rule("vanishing", 0, ("Mul", 0, "b"))
WEIGHED = Rule("weighed", "a", "a", (("Le", 0, ("Pow", "b", 2)),))
HALVES = Rule("a/a", ("Mul", "a", ("Pow", "a", -1)), 1)


def by(rule, before, after, *conditions, place=(), **bindings):
    known = Known({rule.name: rule})
    return Step("rule", rule.name, False, False, place, bindings, before, after, conditions), known


def test_a_name_has_one_meaning_in_all_that_a_step_says():
    """Also in a term that is gone when the step is written down, or that stands in a condition alone."""
    start = begun(POSITIVE, 0)
    g_of_1 = ("Apply", "x", 1)
    refused("x stands for different things", extended, start, *by(VANISHING, 0, 0, b=g_of_1))
    condition = Condition(("Le", 0, ("Pow", g_of_1, 2)))
    refused("x stands for different things", extended, start, *by(WEIGHED, 0, 0, condition, a=0, b=g_of_1))
    elsewhere = Condition(("Le", 0, ("Pow", "g", 2)))
    assert extended(start, *by(WEIGHED, 0, 0, elsewhere, a=0, b="g")).rhs == 0


def test_all_that_a_step_speaks_of_is_defined():
    """The sides of the equation at its place, also where algebra takes 1 for x/x; and the whole, with one side put in,
    also where algebra makes 0 of it."""
    why = "x/x is defined only where x ≠ 0, and nothing says so"
    refused(why, extended, begun(NOTHING, 1), *by(HALVES, 1, 1, a="x"))
    step, known = by(HALVES, 1, 1, a="x")
    refused(why, extended, begun(NOTHING, 1), replace(step, backward=True), known)
    assert extended(begun(given(("Ne", "x", 0)), 1), step, known).rhs == 1
    start = begun(given(("Ne", "x", 0)), ("Mul", 0, ("Pow", "x", -1)))
    why = "0/y is defined only where y ≠ 0, and nothing says so"
    refused(why, extended, start, *by(FOR_ANY, start.rhs, 0, place=(1, 0), a="x", b="y"))


def test_what_a_theorem_defines_in_another_way_is_defined_in_both():
    """Algebra takes 1 for x/x: D is defined here, and not in the theorem."""
    there, here = definition("D", ("Mul", "x", ("Pow", "x", -1))), definition("D", 1)
    known = Known(None, {"t": named_theorem(begun(given(definitions=[there]), "y"), "t")})
    step = Step("theorem", "t", False, False, (), {"y": "D"}, "D", "D")
    why = "D is defined only where x ≠ 0, and nothing says so"
    refused(why, extended, begun(given(definitions=[here]), "D"), step, known)
    assert extended(begun(given(("Ne", "x", 0), definitions=[here]), "D"), step, known).rhs == "D"
    about = named_theorem(begun(given(("Le", 0, ("Pow", "y", 2)), definitions=[there]), 1), "t")
    step = replace(step, before=1, after=1, conditions=(Condition(("Le", 0, ("Pow", "D", 2))),))
    why = "a condition is defined only where x ≠ 0, and nothing says so"
    refused(why, extended, begun(given(definitions=[here]), 1), step, Known(None, {"t": about}))


def test_a_step_does_not_lead_to_what_is_undefined():
    plain = Rule("zero", 0, ("Mul", 0, "a"))
    step = Step("rule", "zero", False, False, (), {"a": ("Pow", "x", -1)}, 0, 0)
    why = "0/x is defined only where x ≠ 0, and nothing says so"
    refused(why, extended, begun(NOTHING, 0), step, Known({"zero": plain}))
    to = algebra(1, ("Mul", "x", ("Pow", "x", -1)))
    refused("x/x is defined only where x ≠ 0, and nothing says so", extended, begun(NOTHING, 1), to)
    strange = Rule("strange", "a", "a", (("Lt", 0, ("Add", 1, ("Mul", 0, ("log", "a")))),))
    step = Step("rule", "strange", False, False, (), {"a": "x"}, "x", "x", (Condition(strange.conditions[0]),))
    step = replace(step, conditions=(Condition(("Lt", 0, ("Add", 1, ("Mul", 0, ("log", "x"))))),))
    why = "a condition is defined only where 0 < x, and nothing says so"
    refused(why, extended, begun(NOTHING, "x"), step, Known({"strange": strange}))


def test_a_step_by_a_rule_that_is_not_shipped_is_remembered():
    mine = Known({"mine": Rule("mine", "a", ("Add", "a", 1))})
    step = Step("rule", "mine", False, False, (), {"a": "x"}, "x", ("Add", "x", 1))
    theorem = named_theorem(extended(begun(NOTHING, "x"), step, mine), "t")
    assert theorem.beyond == {"mine"}
    use = Step("theorem", "t", False, False, (), {"x": 5}, 5, 6)
    assert extended(begun(NOTHING, 5), use, Known(None, {"t": theorem})).beyond == {"mine"}
    forged = Known({"log of a power": replace(Known().rule("log of a power"), conditions=())})
    step = replace(LOG, conditions=())
    assert extended(begun(POSITIVE, SQUARE), step, forged).beyond == {"log of a power"}
    same = Known({"log of a power": Known().rule("log of a power")})
    assert extended(begun(POSITIVE, SQUARE), LOG, same).beyond == frozenset()
    known = Step("rule", "mine", False, False, (), {"y": "y"}, ("Lt", 0, "y"), TRUE)
    evidence = extended(begun(NOTHING, ("Lt", 0, "y")), known, Known({"mine": Rule("mine", ("Lt", 0, "y"), TRUE)}))
    step = replace(LOG, bindings={"a": "y", "b": 2}, before=("log", ("Pow", "y", 2)), after=("Mul", 2, ("log", "y")))
    step = replace(step, conditions=(Condition(("Lt", 0, "y"), "e"),))
    start = begun(given(("Ne", "y", 0)), step.before)
    why = "2*log(y) is defined only where 0 < y, and nothing says so"
    refused(why, extended, start, step, Known(None, {"e": named_theorem(evidence, "e")}))


def test_what_is_given_at_a_place():
    inside = given_at(POSITIVE, ("Sum", "x", R, ("Sum", "i", ("Range", 1, "x"), "i")), (1, 1))
    assert inside is under(under(POSITIVE, "x", R), "i", ("Range", 1, "x"))
    assert inside.hypotheses == (("Member", "x", R), ("Member", "i", ("Range", 1, "x")))
    assert given_at(POSITIVE, ("Sum", "x", R, "x"), (0,)) is POSITIVE
    assert given_at(POSITIVE, ("Sum", "x", R, "x"), ()) is POSITIVE


def test_the_sort_of_sides():
    known = given(("Member", 1, "A"))
    assert kinds_of(known, ("A", "B")) == (SET, frozenset((("A", SET), ("B", SET))))
    assert kinds_of(known, ("B", "A"))[0] == SET and kinds_of(known, ("B", "C"))[0] == REAL
    assert kinds_of(NOTHING, ("x", ("Finite", 1))) == (SET, frozenset((("x", SET),)))
    assert kinds_of(NOTHING, ("f",), SET) == (SET, frozenset((("f", SET),)))
    with pytest.raises(Malformed, match=r"^f stands for different things$"):
        kinds_of(given(("Lt", 0, ("Apply", "f", 1))), ("f", 1))


def proposition(prop, *hypotheses, name="e"):
    """hypotheses ⊢ prop, by a rule made up for it."""
    made = Known({"so": Rule("so", prop, TRUE)})
    bindings = {name: name for name in free(prop)}
    return named_theorem(
        extended(begun(given(*hypotheses), prop), Step("rule", "so", False, False, (), bindings, prop, TRUE), made),
        name,
    )


KINDS = frozenset((("x", REAL), ("v", REAL)))
ALL = ("ForAll", "t", ("Interval", 0, 1), ("Lt", 0, "t"))
EVIDENCE = [
    (("Lt", 0, "x"), begun(NOTHING, ("Lt", 0, "x")), None, NOTHING, "the theorem '' states no proposition"),
    (("Lt", "x", "x"), begun(NOTHING, "x"), None, NOTHING, "the theorem '' does not state that x < x"),
    (("Eq", "x", 1), begun(NOTHING, "x"), None, NOTHING, "the theorem '' does not state that x = 1"),
    (("Eq", "x", 1), begun(given(("Eq", "x", 1)), "x"), None, NOTHING, "the theorem '' does not state that x = 1"),
    (("Lt", 0, "x"), proposition(("Lt", 0, "x")), "v", NOTHING,
     "evidence with a variable is for a condition on all elements of a set"),
    (("ForAll", "t", R, ("Lt", "v", "t")), proposition(("Lt", 0, "x")), "v", NOTHING, "v is free in the condition"),
    (("Lt", 0, "x"), proposition(("Lt", 1, "x")), None, NOTHING, "the theorem 'e' does not state that 0 < x"),
    (ALL, proposition(("Lt", 0, "t")), "v", NOTHING, "the theorem 'e' does not state that 0 < v"),
    (("Lt", 0, "x"), proposition(("Lt", 0, "x"), ("Lt", 1, "x")), None, NOTHING,
     "the theorem 'e' needs that 1 < x, which does not follow"),
    (ALL, proposition(("Lt", 0, "v"), ("Lt", "v", 0)), "v", NOTHING,
     "the theorem 'e' needs that v < 0, which does not follow"),
    (("Lt", 0, "x"), proposition(("Lt", 0, "x"), ("Member", 1, "v")), None, NOTHING, "v stands for different things"),
    (("Lt", 0, "x"), proposition(("Lt", 0, "x"), ("Lt", 0, ("Add", 1, ("Mul", 0, ("log", "v"))))), None, NOTHING,
     "what the theorem 'e' is about is defined only where 0 < v, and nothing says so"),
    (("Lt", 0, "x"), proposition(("Lt", 0, ("Mul", "x", "v", ("Pow", "v", -1))), ("Ne", "v", 0)), None, NOTHING,
     "what the theorem 'e' is about is defined only where v ≠ 0, and nothing says so"),
]  # fmt: skip


@pytest.mark.parametrize(("prop", "evidence", "variable", "known", "why"), EVIDENCE, ids=range(len(EVIDENCE)))
def test_evidence_that_meets_no_condition(prop, evidence, variable, known, why):
    with pytest.raises(Malformed) as caught:
        check_evidence(prop, evidence, variable, known, KINDS)
    assert str(caught.value) == why


def test_evidence_that_meets_a_condition():
    check_evidence(("Lt", 0, "x"), proposition(("Lt", ("Add", 1, -1), "x")), None, NOTHING, KINDS)
    check_evidence(ALL, proposition(("Lt", 0, "v"), ("Lt", "v", 1)), "v", NOTHING, KINDS)
    check_evidence(("Lt", 0, "x"), proposition(("Lt", 0, "x"), ("Le", 0, "x")), None, POSITIVE, KINDS)


def test_an_equation_meets_the_condition_that_it_holds():
    equation = named_theorem(extended(begun(POSITIVE, SQUARE), LOG), "squares")
    prop = ("Eq", SQUARE, TWICE)
    check_evidence(prop, equation, None, given(("Lt", 1, "x")), KINDS)
    check_evidence(("ForAll", "t", ("Above", 0), substitute(prop, {"x": "t"})), equation, "x", NOTHING, KINDS)
    with pytest.raises(Malformed, match="defined only where"):
        check_evidence(prop, equation, None, NOTHING, KINDS)
    turned = ("Eq", prop[2], prop[1])
    with pytest.raises(Malformed, match="does not state"):
        check_evidence(turned, equation, None, POSITIVE, KINDS)


def test_a_name_for_a_theorem():
    theorem = begun(POSITIVE, "x")
    named = named_theorem(theorem, "t")
    assert (named.name, theorem.name) == ("t", "")


def test_what_is_given_is_told_by_what_it_says():
    assert Given((), ()) == assumed((), ()) == NOTHING != POSITIVE and hash(Given((), ())) == hash(NOTHING)
    assert begun(Given((("Lt", 0, "x"),), ()), ("log", "x")) == begun(POSITIVE, ("log", "x"))


@pytest.mark.parametrize("place", [(-1,), (True,), (1.0,), ("a",), ((1, 1),), ((0, -1),), ([0, 1],), ((1,),)], ids=str)
@pytest.mark.parametrize("after", [("Add", 1, 0, 1, "x"), ("Add", 2, "x"), 0], ids=str)
def test_a_place_is_one_that_the_term_has(place, after):
    """Python counts from the end with -1: put in there, x = 0 gave 1 + x = 2 + x."""
    start = begun(given(("Eq", "x", 0)), ("Add", 1, "x"))
    with pytest.raises(Refused, match=r"is not a child number|does not name two or more|is made of tuples"):
        extended(start, Step("hypothesis", 0, False, False, place, {}, start.rhs, after))


@pytest.mark.parametrize("term", [True, ("Add", True, "x"), ("Add", 1.0, "x"), ("Add", ["Mul", "x", "y"], 1)], ids=str)
def test_what_only_equals_a_term_is_none(term):
    begun(NOTHING, ("Add", 1, "x"))  # whose forms are remembered, for what equals it too
    with pytest.raises(Refused, match=r"is not a term|is made of tuples"):
        begun(NOTHING, term)
    with pytest.raises(Refused, match=r"is not a term|is made of tuples"):
        extended(begun(NOTHING, 1), algebra(1, term))


def test_the_record_of_a_step_is_nobody_elses():
    values = dict(LOG.bindings)
    theorem = extended(begun(POSITIVE, SQUARE), replace(LOG, bindings=values))
    values["b"] = 3
    assert theorem.steps[0].bindings == LOG.bindings


@pytest.mark.parametrize("variable", ["Reals", "#1", "", ("Finite", 1), 1], ids=str)
def test_the_variable_of_evidence_is_a_name(variable):
    fact = named_theorem(begun(given(("Lt", 0, "x")), TRUE), "fact")
    with pytest.raises(Malformed, match="is not a name"):
        check_evidence(("ForAll", "t", "Reals", ("Lt", 0, "t")), fact, variable, NOTHING, frozenset())


def test_nothing_leads_from_1_to_0_by_a_power_of_0():
    known = assumed((("Eq", "n", -1), ("Member", "n", "Integers")), ())
    power, plain = ("Pow", 0, ("Add", "n", 1)), ("Pow", 0, ("Add", -1, 1))
    one = extended(begun(known, 1), Step("procedure", "algebra", False, False, (), {}, 1, plain, ()))
    same = extended(one, Step("hypothesis", 0, True, False, (1, 0), {}, plain, power, ()))
    with pytest.raises(Refused, match="by algebra"):
        extended(same, Step("procedure", "algebra", False, False, (), {}, power, 0, ()))

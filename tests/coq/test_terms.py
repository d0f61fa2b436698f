"""Terms in Coq's syntax: what Coq understands is the term, whatever is nested in what."""

from __future__ import annotations

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from mlce_sym.coq.order import arranged
from mlce_sym.coq.terms import ATOM, PLUS, argument, guarded, written
from mlce_sym.terms.terms import TooLarge, parse
from mlce_sym.terms.terms import written as as_term

from .compiled import needs_coqc
from .read_back import HEADER, Reader, answers, normal, same

EXACTLY = [
    (["Add", "a", ["Mul", -1, "b"], "c"], "a - b + c"),
    (["Add", "a", ["Mul", -1, ["Add", "b", "c"]]], "a - (b + c)"),
    (["Add", ["Mul", -1, "a"], "b"], "- a + b"),
    (["Add", "a", ["Add", "b", "c"]], "a + (b + c)"),
    (["Add", "a", -3], "a - 3"),
    (["Add", "a", ["Rational", -1, 2]], "a - 1 / 2"),
    (["Mul", -1, "a", "b"], "- (a * b)"),
    (["Mul", "a", ["Mul", -1, "b"]], "a * - b"),
    (["Mul", -2, "a"], "- (2 * a)"),
    (["Mul", "a", ["Pow", "b", -1], "c"], "a / b * c"),
    (["Mul", ["Pow", "b", -1], "c"], "1 / b * c"),
    (["Mul", "a", ["Pow", ["Mul", "b", "c"], -1]], "a / (b * c)"),
    (["Mul", "a", ["Pow", "b", -2]], "a / b ^ 2"),
    (["Mul", "a", ["Rational", 1, 2]], "a * (1 / 2)"),
    (["Pow", "a", -1], "/ a"),
    (["Pow", ["Pow", "a", 2], 3], "(a ^ 2) ^ 3"),
    (["Pow", ["Mul", -1, "a"], 2], "(- a) ^ 2"),
    (["Pow", -1, 2], "(- 1) ^ 2"),
    (["Pow", "a", "b"], "Rpower a b"),
    (["Pow", ["Add", "a", 1], ["Mul", -1, "b"]], "Rpower (a + 1) (- b)"),
    (["log", ["Indexed", "y", ["Add", "i", 1]]], "ln (y (i + 1))"),
    (["ForAll", "i", ["Range", 1, "n"], ["Lt", 0, "i"]], r"forall i, i \in Range 1 n -> 0 < i"),
    (["Finite", 0, ["Rational", 1, 2]], "Finite [0; 1 / 2]"),
    (["Without", ["Above", 0], "a"], "Without (Above 0) a"),
    (
        ["Derivative", "t", ["Near", ["Above", 0], "a"], ["log", "t"]],
        "Derivative (Above 0) a (fun t => ln t)",
    ),
    (
        ["Mul", "b", ["Derivative", "a", ["Near", "Reals", "a"], ["Pow", "a", 2]]],
        "b * Derivative Reals a (fun a => a ^ 2)",
    ),
    (["Without", ["Interval", 0, 1], "a"], "Without (Interval 0 1) a"),
    (["Member", ["Add", "a", 1], "Integers"], r"a + 1 \in Integers"),
]


@pytest.mark.parametrize("data, text", EXACTLY, ids=[text for _, text in EXACTLY])
def test_a_term_is_written_as_a_person_would(data, text):
    assert written(parse(data)) == text


@pytest.mark.parametrize(
    "level, text", [(PLUS, "a - b"), (PLUS - 1, "(a - b)"), (ATOM, "(a - b)")], ids=["sum", "summand", "argument"]
)
def test_a_term_has_brackets_where_its_context_binds_tighter(level, text):
    assert written(("Add", "a", ("Mul", -1, "b")), level) == text


def test_what_looks_back_at_its_context_is_guarded():
    assert written(("Add", "a", guarded(("Mul", -1, "b")))) == "a + (- b)"
    assert written(("Mul", "a", guarded(("Pow", "b", -1)))) == "a * (/ b)"
    assert guarded(("Add", "a", "b")) == ("Add", "a", "b")


# Random terms about these names

DECLARED = f"""{HEADER}
Parameters a b c i j k : R.
Parameters y f : R -> R.
Parameter g : R -> R -> R.
Parameter A : R -> Prop."""
READER = Reader({name: name == "A" for name in "abcijkyfgA"})
NAMES = ["a", "b", "c", "i", "j", "k"]
PARTS = st.fractions(max_denominator=9, min_value=-20, max_value=20)
NUMBERS = st.integers(-3, 3) | PARTS.map(as_term) | st.just(("Constant", "pi"))


def tuples(*parts):
    return st.tuples(*(part if isinstance(part, st.SearchStrategy) else st.just(part) for part in parts))


def long(head, parts):
    return st.lists(parts, min_size=2, max_size=4).map(lambda found: (head, *found))


BOUND = st.sampled_from("ijk")


def larger(real):
    ranges = tuples("Range", real, real)
    series = tuples(st.sampled_from(["Sum", "Product", "Entropy"]), BOUND, ranges, real)
    pairs = tuples(st.sampled_from(["CrossEntropy", "KLDivergence"]), BOUND, ranges, real, real)
    powers = tuples("Pow", real, st.integers(-3, 3)) | tuples("Pow", real, real.filter(lambda t: type(t) is not int))
    calls = tuples("Indexed", "y", real) | tuples("Apply", "f", real) | tuples("Apply", "g", real, real)
    plain = tuples(st.sampled_from(["log", "exp"]), real) | tuples("KroneckerDelta", real, real)
    near = tuples("Near", st.just("Reals") | tuples("Above", real) | tuples("Interval", real, real), real)
    slopes = tuples("Derivative", BOUND, near, real)
    return st.one_of(long("Add", real), long("Mul", real), powers, calls, plain, series, pairs, slopes)


REALS = st.recursive(st.sampled_from(NAMES) | NUMBERS, larger, max_leaves=10)
EXTREMA = tuples(st.sampled_from(["ArgMax", "ArgMin"]), BOUND, st.sampled_from(["A", "Reals"]), REALS)
PLAIN_SETS = (
    st.sampled_from(["A", "Reals", "Integers", ("Empty",)])
    | tuples(st.sampled_from(["Range", "Interval"]), REALS, REALS)
    | tuples("Above", REALS)
    | st.lists(REALS, min_size=1, max_size=3).map(lambda found: ("Finite", *found))
    | EXTREMA
)
SETS = PLAIN_SETS | tuples("Without", PLAIN_SETS, REALS)
ATOMIC = tuples(st.sampled_from(["Lt", "Le", "Ne", "Eq"]), REALS, REALS) | tuples("Member", REALS, SETS)
PROPOSITIONS = ATOMIC | tuples("ForAll", BOUND, SETS, ATOMIC)


def readable(term):
    """Can the checker bring the term to its normal form? Not where it divides by 0, or has too large powers."""
    try:
        normal(term)
    except (ZeroDivisionError, TooLarge):
        return False
    return True


# Many terms in each run of coqc; to make a batch smaller would take more runs than the failure is worth.
BATCH = settings(max_examples=5, phases=[Phase.generate])
LISTS = st.lists((REALS | PROPOSITIONS).filter(readable), min_size=40, max_size=80)


@needs_coqc
@BATCH
@given(LISTS)
def test_coq_understands_what_is_written(terms):
    found = answers(DECLARED, [written(term) for term in terms])
    read = [READER.term(said) for said, _ in found]
    assert [pair for pair in zip(terms, read, strict=True) if not same(*pair)] == []
    assert {type_ for _, type_ in found} <= {"R", "Prop"}


@needs_coqc
@BATCH
@given(st.lists(REALS.filter(readable), min_size=40, max_size=80))
def test_a_term_can_stand_as_an_argument_and_in_the_order_of_a_statement(terms):
    found = answers(DECLARED, [f"g {argument(arranged(term))} {argument(guarded(term))}" for term in terms])
    wanted = [("Apply", "g", term, term) for term in terms]
    read = [READER.term(said) for said, _ in found]
    assert [pair for pair in zip(wanted, read, strict=True) if not same(*pair)] == []


@needs_coqc
def test_a_wrong_bracket_is_noticed():
    """That the tests above can fail: what Coq makes of a - b + c is not a - (b + c)."""
    ((said, _),) = answers(DECLARED, ["a - b + c"])
    assert not same(READER.term(said), ("Add", "a", ("Mul", -1, ("Add", "b", "c"))))
    assert same(READER.term(said), ("Add", "a", "c", ("Mul", -1, "b")))

"""What must hold for a term to be defined, as the definedness lemmas of a certificate state it."""

import pytest

from mlce_sym.coq.needs import formed, needs

X_I = ("Indexed", "x", "i")
ONE_TO_N = ("Range", 1, "n")


def every(condition, variable="i", domain=ONE_TO_N):
    return ("ForAll", variable, domain, condition)


def smooth(domain, variable, body):
    return ("Smooth", variable, domain, body)


POSITIVE = ("Above", 0)
TWICE = ("Derivative", "s", ("Near", "Reals", "a"), ("Derivative", "t", ("Near", "Reals", "s"), ("exp", "t")))


@pytest.mark.parametrize(
    "term, expected",
    [
        ("a", ()),
        (("log", "a"), (("Lt", 0, "a"),)),
        (("log", 3), ()),
        (("Pow", "a", -2), (("Ne", "a", 0),)),
        (("Pow", "a", 2), ()),
        (("Pow", "a", "b"), (("Lt", 0, "a"),)),
        (("Pow", 2, ("Rational", 1, 2)), ()),
        (("Pow", ("Add", "a", -1), ("log", "b")), (("Lt", 0, "b"), ("Lt", 0, ("Add", "a", -1)))),
        (("Sum", "i", ONE_TO_N, ("log", X_I)), (("IsRange", 1, "n"), every(("Lt", 0, X_I)))),
        (("Sum", "i", ("Range", 1, 3), X_I), ()),
        (
            ("Sum", "i", ("From", "l"), ("log", X_I)),
            (
                ("Member", "l", "Integers"),
                every(("Lt", 0, X_I), domain=("From", "l")),
                ("Converges", "i", ("From", "l"), ("log", X_I)),
            ),
        ),
        (("Sum", "i", ("From", 0), X_I), (("Converges", "i", ("From", 0), X_I),)),
        (
            ("ImproperIntegral", "t", ("Interval", "a", "b"), ("exp", "t")),
            (("Le", "a", "b"), ("Converges", "t", ("Interval", "a", "b"), ("exp", "t"))),
        ),
        (
            ("ImproperIntegral", "t", "A", ("exp", "t")),
            (("OpenInterval", "A"), ("Converges", "t", "A", ("exp", "t"))),
        ),
        (("Sum", "i", ("Range", 3, 1), X_I), (("IsRange", 3, 1),)),
        (("ArgMax", "t", "A", ("log", "t")), (every(("Lt", 0, "t"), "t", "A"),)),
        (
            ("CrossEntropy", "i", ONE_TO_N, X_I, ("Apply", "q", "i")),
            (("IsRange", 1, "n"), every(("Le", 0, X_I)), every(("Lt", 0, ("Apply", "q", "i")))),
        ),
        (
            ("Derivative", "t", ("Near", POSITIVE, "a"), ("log", "t")),
            (("Member", "a", POSITIVE), every(("Lt", 0, "t"), "t", POSITIVE), smooth(POSITIVE, "t", ("log", "t"))),
        ),
        (TWICE, (smooth("Reals", "t", ("exp", "t")), smooth("Reals", "s", TWICE[3]))),
    ],
)
def test_the_conditions_of_a_term(term, expected):
    assert needs(term) == expected


def test_a_condition_is_said_once_whatever_its_index_is_called():
    one = ("Sum", "i", ONE_TO_N, ("log", X_I))
    other = ("Sum", "j", ONE_TO_N, ("log", ("Indexed", "x", "j")))
    assert needs(("Add", one, other)) == needs(one)


def test_what_holds_anyway_is_not_said_again_for_every_index():
    term = ("Mul", ("Pow", "n", -1), ("Sum", "i", ONE_TO_N, ("Mul", X_I, ("Pow", "n", -1))))
    assert needs(term) == (("Ne", "n", 0), ("IsRange", 1, "n"))
    alone = ("Sum", "i", ONE_TO_N, ("Mul", X_I, ("Pow", "n", -1)))
    assert needs(alone) == (("IsRange", 1, "n"), every(("Ne", "n", 0)))


def test_a_defined_name_needs_what_its_body_needs():
    assert needs(("Apply", "f", "a"), {("Apply", "f", "a"): ("log", "a")}.get) == (("Lt", 0, "a"),)


def test_the_premises_of_lemmas_are_ranges_and_distributions_alone():
    divergence = ("KLDivergence", "i", ONE_TO_N, X_I, ("log", "a"))
    assert formed([divergence]) == (("IsRange", 1, "n"), every(("Le", 0, X_I)), every(("Lt", 0, ("log", "a"))))


def test_a_lemma_about_a_derivative_supposes_all_that_its_function_needs():
    slope = ("Derivative", "t", ("Near", "A", "a"), ("log", ("Apply", "f", "t")))
    positive = every(("Lt", 0, ("Apply", "f", "t")), "t", "A")
    assert formed([slope, ("log", "b")]) == (("Member", "a", "A"), positive, smooth("A", "t", slope[3]))

"""Terms in messages: what is written, where brackets stand, what is cut."""

from __future__ import annotations

import pytest

from mlce_sym.terms.words import LONGEST, MARK, in_words, shown

R = ("Range", 1, "n")
HALF = ("Rational", 1, 2)
WORDS = [
    ("x", "x"), (3, "3"), (-3, "-3"), (HALF, "1/2"), (("Rational", -1, 2), "-1/2"), (("Constant", "pi"), "pi"),
    ("x\x1f:positive", "x"), ("\x1fReals", "Reals"), ("Reals", "Reals"),
    (("Add", "a", "b"), "a + b"), (("Add", "a", ("Mul", -1, "b")), "a - b"), (("Add", "a", -1), "a - 1"),
    (("Add", ("Mul", -1, "a"), "b"), "-a + b"), (("Add", "a", ("Add", "b", "c")), "a + (b + c)"),
    (("Add", ("Mul", 2, "a"), ("Pow", "b", 2)), "2*a + b**2"), (("Add", "a", ("Rational", -1, 2)), "a - 1/2"),
    (("Add", -1, "x"), "-1 + x"),
    (("Mul", 2, "x"), "2*x"), (("Mul", -1, "x"), "-x"), (("Mul", -1, "x", "y"), "-x*y"),
    (("Mul", 2, ("Add", "x", 1)), "2*(x + 1)"), (("Mul", "x", -1), "x*(-1)"),
    (("Mul", "a", ("Mul", "b", "c")), "a*(b*c)"),
    (("Mul", "x", ("Pow", "y", -1)), "x/y"), (("Mul", "x", ("Pow", "y", -1), ("Pow", "z", -2)), "x/(y*z**2)"),
    (("Mul", -1, ("Pow", "y", -1)), "-1/y"), (("Mul", "x", ("Pow", ("Add", "y", 1), -1)), "x/(y + 1)"),
    (("Mul", HALF, "x"), "(1/2)*x"), (("Mul", -1, -1), "-(-1)"),
    (("Pow", "x", 2), "x**2"), (("Pow", "x", -1), "1/x"), (("Pow", "x", -2), "1/x**2"), (("Pow", "x", "y"), "x**y"),
    (("Pow", -1, 2), "(-1)**2"), (("Pow", "x", ("Mul", -1, "y")), "x**(-y)"),
    (("Pow", ("Pow", "x", 2), 3), "(x**2)**3"),
    (("Pow", "x", HALF), "x**(1/2)"), (("Pow", ("Add", "a", "b"), 2), "(a + b)**2"), (("Pow", HALF, 2), "(1/2)**2"),
    (("log", ("Add", "a", 1)), "log(a + 1)"), (("exp", "x"), "exp(x)"),
    (("KroneckerDelta", "i", "j"), "KroneckerDelta(i, j)"),
    (("Apply", "f", "x", 1), "f(x, 1)"), (("Apply", "f\x1f:real", ("Add", "x", 1)), "f(x + 1)"),
    (("Indexed", "w", "i"), "w[i]"), (("Indexed", "w", "i", ("Add", "j", 1)), "w[i, j + 1]"),
    (R, "1..n"), (("Range", ("Add", "a", 1), ("Mul", 2, "n")), "(a + 1)..2*n"),
    (("Interval", 0, 1), "(0, 1)"), (("Above", 0), "(0, oo)"), (("Finite", 0, 1), "{0, 1}"),
    (("Empty",), "Empty"), (("True",), "True"), (("Without", "A", 1), "A without 1"),
    (("Near", "Reals", "x"), "Reals near x"), (("Between", 0, 1), "[0, 1]"),
    (("Sum", "i", R, ("Indexed", "w", "i")), "Sum(w[i], i in 1..n)"),
    (("KLDivergence", "k", R, ("Apply", "p", "k"), ("Apply", "q", "k")), "KLDivergence(p(k), q(k), k in 1..n)"),
    (("ArgMax", "t", "A", ("log", "t")), "ArgMax(log(t), t in A)"),
    (("Derivative", "t", ("Near", "Reals", "x"), ("Pow", "t", 2)), "Derivative(t**2, t in Reals near x)"),
    (("Integral", "t", ("Between", 0, "x"), "t"), "Integral(t, t in [0, x])"),
    (("Lt", 0, "x"), "0 < x"), (("Le", "x", ("Add", "y", -1)), "x <= y - 1"), (("Ne", "x", 0), "x ≠ 0"),
    (("Eq", "x", 1), "x = 1"),
    (("Member", "x", "A"), "x in A"), (("Member", ("Add", "x", 1), R), "x + 1 in 1..n"),
    (("ForAll", "i", R, ("Lt", 0, ("Indexed", "w", "i"))), "0 < w[i] for all i in 1..n"),
    (("ForAll", "i", R, ("ForAll", "j", R, ("True",))), "True for all j in 1..n for all i in 1..n"),
    (("Smooth", "t", ("Near", "Reals", 0), ("exp", "t")), "exp(t) is smooth in t on Reals near 0"),
]  # fmt: skip


@pytest.mark.parametrize(("term", "text"), WORDS, ids=range(len(WORDS)))
def test_what_is_written(term, text):
    assert in_words(term) == text


def test_what_is_long_is_cut():
    exactly = "x" * LONGEST
    assert in_words(exactly) == exactly
    assert in_words(exactly + "x") == "x" * (LONGEST - 1) + "…"
    assert len(in_words(("Add", *["x"] * 1000))) == LONGEST


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("x", "x"),
        (f"x{MARK}:positive", "x"),
        (f"x{MARK}:positive{MARK}:shape=(3,)", "x"),
        (f"{MARK}Reals", "Reals"),
        (f"{MARK}#1", "#1"),
        (f"{MARK}", ""),
        (f"{MARK}{MARK}:positive", ""),
        ("x:positive", "x:positive"),
    ],
)
def test_a_name_is_shown_without_its_mark(text, seen):
    assert shown(text) == seen

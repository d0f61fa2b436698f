"""What is printed has one reading, in the names of the theorem; anything else is refused with the reason."""

import pytest

from mlce_sym.reading.back.printed import said
from mlce_sym.reading.back.vocabulary import vocabulary
from mlce_sym.reading.signs.tree import ReadingError

NOTATION = {
    "P": {"subscripts": 1, "parameters": 1, "support": ["Range", 0, 1]},
    "v": {"latex": r"\sigma^2"},
    "star": {"latex": r"\theta^*"},
    "inverse": {"latex": r"\pi^{-1}"},
    "ybar": {"latex": r"\bar y"},
}
V = vocabulary(
    [
        ["Apply", "P", "i", "k", "theta"],
        ["Apply", "inverse", "k"],
        ["Indexed", "y", "i"],
        "v",
        "star",
        "ybar",
        "d",
        "Theta",
    ],
    NOTATION,
)
SAYS = {
    r"\sigma^2 \bar y": ("Mul", "v", "ybar"),
    r"\theta^* + \pi^{-1}(k)": ("Add", "star", ("Apply", "inverse", "k")),
    r"P_i(k; \theta)^2": ("Pow", ("Apply", "P", "i", "k", "theta"), 2),
    r"\frac{\mathrm{d}}{\mathrm{d} k} k d": ("Derivative", "k", ("Near", "Reals", "k"), ("Mul", "k", "d")),
    r"\prod_{i=1}^{d} y_i k": ("Product", "i", ("Range", 1, "d"), ("Mul", ("Indexed", "y", "i"), "k")),
    r"\theta \in \Theta \setminus \{0\}": ("Member", "theta", ("Without", "Theta", 0)),
    r"0 < k \le d": ("And", ("Lt", 0, "k"), ("Le", "k", "d")),
    r"\lnot (k < d)": ("Not", ("Lt", "k", "d")),
    r"\theta \notin (0, 1)": ("Not", ("Member", "theta", ("Interval", 0, 1))),
    r"\delta_{k y_i}": ("KroneckerDelta", "k", ("Indexed", "y", "i")),
    r"\mathrm{KL}(P_i(\cdot; \theta) \,\|\, \delta_k)": (
        *("KLDivergence", "outcome", ("Range", 0, 1)),
        *(("Apply", "P", "i", "outcome", "theta"), ("KroneckerDelta", "outcome", "k")),
    ),
}


@pytest.mark.parametrize("latex", SAYS)
def test_what_is_printed_says_one_thing(latex):
    assert said(latex, V).terms == (SAYS[latex],)


@pytest.mark.parametrize(
    "latex, words",
    [
        (r"\log k d", "two readings"),
        ("k/d k", "two readings"),
        ("k % d", "a comment"),
        (r"\bigl(k)", "different sizes"),
        (r"k \\ d", "rows"),
        ("sigma", "nothing says what it is"),
        (r"\sigma", "nothing says what it is"),
        ("P_i(k, \\theta)", "not separated"),
        ("P(k; \\theta)", "not separated"),
        (r"\sum_{i} y_i \dot{k}", "nothing says"),
        (r"k \text{ on } d", "not expected"),
        (r"k > 0 \text{ for all } d", "ranges over"),
        (r"H(y_i)", "distribution"),
        ("k 2", "a number after a factor"),
        (r"k \cdot \cdot d", "a factor is missing"),
        ("k < ", "nothing stands"),
        (r"\operatorname*{arg\,max}_{k \in \Theta} k + d", "objective ends"),
    ],
)
def test_anything_else_is_refused_with_the_reason(latex, words):
    with pytest.raises(ReadingError, match=words):
        said(latex, V)


@pytest.mark.parametrize("names", [("x1", "x_1"), ("ybar", "bar_y")])
def test_names_that_look_alike_are_refused(names):
    with pytest.raises(ReadingError, match="ambiguous"):
        vocabulary(list(names), {})

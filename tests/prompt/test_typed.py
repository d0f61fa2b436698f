"""What is typed at `mlce judge`: functions with usual names, bars, sets and several things given at once."""

import pytest

from mlce_sym import MlceError
from mlce_sym.prompt.typed import of_each, readings, verdict

PAIRS = [  # an equation that holds, one that does not, and what is given
    ("log10(a*b) = log10(a) + log10(b)", "log10(a*b) = log10(a) - log10(b)", ["a, b > 0"]),
    ("log10(x) = log(x)/log(10)", "log2(x) = log(x)", ["x > 0"]),
    ("log1p(x) = log(1 + x)", "log1p(x) = log(x)", ["x > 0"]),
    ("expm1(x) = exp(x) - 1", "expm1(x) = exp(x - 1)", []),
    ("relu(x) - relu(-x) = x", "relu(x) - relu(-x) = |x|", []),
    ("clip(x, 0, 1) = min(max(x, 0), 1)", "clip(x, 0, 1) = x", []),
    ("lgamma(n + 1) = log(n!)", "lgamma(n) = log(n!)", ["n in Naturals"]),
    (r"\operatorname{logit} p = \log\frac{p}{1-p}", r"\operatorname{logit} p = \log p", ["0 < p < 1"]),
    ("|a||b| = |a*b|", "|a||b| = |a + b|", []),
    ("|a||b||c| = |a b c|", "|a||b||c| = a b c", []),
    ("sqrt(n^2) = n", "sqrt(n^2) = -n", ["n in N"]),
    ("(-1)^(2n) = 1", "(-1)^n = 1", ["n ∈ ℤ"]),
    ("x/|x| = sign(x)", "x/|x| = 1", [r"x \in \mathbb{R} \setminus \{0\}"]),
    ("Σ_{i=1}^{n} (y_i - ȳ) = 0", "Σ_{i=1}^{n} (y_i - ȳ) = ȳ", ["ȳ = (1/n) Σ_{i=1}^{n} y_i", "n >= 1"]),
    ("sum(y_i, i=1..n) = sum(y_i, i, 1, n)", "sum(y_i, i, 1, n) = sum(y_i, i, 1, m)", []),
    ("sum(k, k in 1..3) = 6", "prod(k, k=1..3) = 5", []),
    ("int(exp(-x), x=0..oo) = 1", "int(x, x, 0, 1) = 1", []),
    ("n choose k = n choose (n-k)", "n choose k = (n-k) choose k", ["n in Naturals0", "k in Naturals0", "n >= k"]),
    ("int(x*y, (x,0,1), (y,0,1)) = 1/4", "int(x*y, (x,0,1), (y,0,1)) = 1/2", []),
    (r"\int_0^1\int_0^x xy \cdot 8xy\,dy\,dx = 4/9", r"\int_0^1\int_0^x xy \cdot 8xy\,dy\,dx = 1/9", []),
    ("d/dx x^2 = 2 x", "d/dx x^2 = x", []),
    ("d^2/dmu^2 (mu - x_1)^2 = 2", "d/dx_1 (mu - x_1)^2 = 2", []),
    ("sum_i 2 y_i = 2 sum_i y_i", "sum_(i=1)^2 y_i = y_1 - y_2", []),
    ("sum_{i=1}^n (y_i + c) = n c + sum_{i=1}^n y_i", "sum_{i=1}^n (y_i + c) = c + sum_{i=1}^n y_i", ["n >= 1"]),
]


@pytest.mark.parametrize("right, wrong, given", PAIRS, ids=[pair[0] for pair in PAIRS])
def test_as_people_type_it(right, wrong, given):
    assert verdict(right, given).status == "proved"
    assert verdict(wrong, given).status == "refuted"


@pytest.mark.parametrize(
    "text, needed",
    [
        (r"\int_0^1\int_0^x \frac{2x-1}{2x-1} y \cdot y\,dy\,dx = 1/12", "2*x - 1 ≠ 0"),
        (r"\int_0^1\left(\int_0^1 \frac{x}{y} dy - \int_0^1 \frac{x}{y} dy + \int_0^1 x dy\right) dx = 1/2", "x/y"),
    ],
)
def test_what_is_cancelled_in_an_iterated_integral_has_to_be_defined(text, needed):
    found = verdict(text)
    assert found.status == "unknown" and needed in found.reason


def test_a_c_of_two_numbers_may_be_a_binomial_coefficient():
    found = verdict("C(n, k) = C(n, n - k)", ["0 <= k <= n"])
    assert found.status == "unknown" and "C(n, k) is the binomial coefficient" in found.reason
    assert verdict("C(n, k) = C(n, k + 1)", ["0 <= k < n"]).status == "refuted"


def test_which_way_it_is_meant_may_be_given_in_the_words_of_the_verdict():
    text, normal = r"\Phi(-x) = 1 - \Phi(x)", "Phi is the normal distribution function"
    assert verdict(text).status == "unknown" and f"\n  {normal}: proved" in str(verdict(text))
    assert verdict(text, [normal]).status == "proved"
    assert verdict(text, ["Phi is a function of which nothing is said"]).status == "refuted"
    assert verdict(r"\Phi(-x) = \Phi(x)", [normal]).status == "refuted"
    with pytest.raises(MlceError, match=f"'Phi is even': it may be said that .*'{normal}'"):
        verdict(text, ["Phi is even"])
    with pytest.raises(MlceError, match="'x is even': is no relation"):
        verdict("x = x", ["x is even"])


def test_an_arg_max_over_an_interval():
    text = r"\arg\max_{t\in(0,1)} t^k(1-t)^{n-k} = \arg\max_{t\in(0,1)} \left[k\log t+(n-k)\log(1-t)\right]"
    assert verdict(text).status == "proved"


@pytest.mark.parametrize(
    "said, plain",
    [
        ("x in R", "x ∈ Reals"),
        ("n in N", "n in Naturals0"),
        ("n in Naturals", r"n \in \mathbb{N}_{\ge 1}"),
        (r"x \in \mathbb{R}_{>0}", "x > 0"),
        (r"x \in \mathbb{R}^+", "x > 0"),
        (r"x \in \mathbb{R}_{\ge 0}", "x >= 0"),
        ("x <> 0", "x != 0"),
    ],
)
def test_sets_and_relations(said, plain):
    (one,), (other,) = (readings("x + n = 1", [text]) for text in (said, plain))
    assert one.given == other.given


def test_a_set_with_a_name_of_its_own_is_that_set():
    (one,) = readings("x = 1", ["x in A"])
    assert str(one.given[0]) == "x in A"


def test_several_things_are_given_at_once():
    assert of_each("k in Z, k >= 0; x > 1") == ("k in Z", "k >= 0", "x > 1")
    assert of_each("y in {0, 1}") == ("y in {0, 1}",)


@pytest.mark.parametrize(
    "text", ["sum(x_i_j, i, j, k) = 1", "sum(y_i, 1..n) = 1", "f(1..n) = 1", "sum(y, 1, 2, 3) = 6"]
)
def test_a_range_that_may_be_misread_is_refused(text):
    with pytest.raises(MlceError, match="range"):
        verdict(text)

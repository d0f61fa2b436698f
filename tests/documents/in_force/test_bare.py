"""A function that was defined of its arguments, and is written without them below a logarithm."""

import pytest

from mlce_sym import check

TWO = r"Let $s > 0$ and $$L(b, s^2) = \prod_{i=1}^n \frac{1}{\sqrt{2\pi} s} e^{-(y_i - b x_i)^2/(2s^2)}.$$ Then "
LOG = r"$$\log L = -\frac{n}{2} \log(2\pi) - %s \log s - \frac{1}{2s^2} \sum_{i=1}^n (y_i - b x_i)^2.$$"


def last(text):
    return check(text).links[-1].verdict


@pytest.mark.parametrize(("factor", "status"), [("n", "proved"), ("2n", "refuted")])
def test_the_logarithm_of_a_likelihood_without_its_arguments(factor, status):
    verdict = last(TWO + LOG % factor)
    assert verdict.status == status and "L as in line 1" in verdict.conditions


@pytest.mark.parametrize(("right", "status"), [("-a", "proved"), ("a", "refuted"), ("-5", "unknown")])
def test_a_value_that_does_not_speak_of_the_arguments_may_be_one_at_a_point(right, status):
    assert last(rf"Let $a > 0$ and $L(a) = e^{{-a}}$. Then $$\log L = {right}.$$").status == status


def test_a_density_may_have_the_name_of_a_number():
    assert last(r"Let $p(k) = 2^{-k}$ for $k \ge 1$. Then $$\log p = k.$$").status == "definition"


def test_a_name_that_is_a_number_elsewhere_in_the_equation_is_none():
    assert last(r"Let $a > 0$ and $L(a) = e^{-a}$. Then $$\log L + L = a.$$").status == "unknown"


def test_nor_is_it_an_equation_to_be_solved_by_the_row_below():
    below = r"Differentiating, $$\frac{\partial \log L}{\partial b} = \sum_{i=1}^n x_i (y_i - b x_i) / s^2 = 0"
    text = TWO + LOG % "2n" + below + r" \Rightarrow \hat b = \frac{\sum x_i y_i}{\sum x_i^2}.$$"
    assert [one.verdict.status for one in check(text).links][1:4] == ["refuted", "proved", "follows"]


SQUARES = r"Let $$E(w) = \sum_{n=1}^N (t_n - y_n)^2, \quad y_n = a_n^2, \quad a_n = w x_n.$$ "


@pytest.mark.parametrize(
    ("slope", "right", "wrong"),
    [
        (r"\frac{\partial E}{\partial y_n}", "2 (y_n - t_n)", "2 (t_n - y_n)"),
        (r"\frac{\partial E}{\partial a_n}", "4 a_n (y_n - t_n)", r"4 (y_n - t_n)"),
        (r"\frac{\partial E}{\partial a_n}", r"\frac{\partial E}{\partial y_n} \frac{d y_n}{d a_n}", "N"),
    ],
)
def test_the_derivative_of_a_function_in_what_it_is_made_of(slope, right, wrong):
    assert last(rf"{SQUARES} $${slope} = {right}.$$").status == "proved"
    assert last(rf"{SQUARES} $${slope} = {wrong}.$$").status in ("unknown", "refuted")


GAUSS = r"Let $$p(y | \mu, s) = \prod_{i=1}^n \frac{1}{\sqrt{2\pi} s} e^{-(y_i - \mu)^2/(2s^2)}.$$ "


@pytest.mark.parametrize(
    ("said", "sign", "status"),
    [("", "", "proved"), ("", "-", "refuted"), ("Let $p = 3$.", "", "unknown"), ("Here $0 < p < 1$.", "", "unknown")],
)
def test_the_one_density_given_parameters_needs_no_arguments(said, sign, status):
    slope = rf"\frac{{\partial \log p}}{{\partial\mu}} = {sign}\frac{{1}}{{s^2}} \sum_{{i=1}}^n (y_i - \mu)"
    assert last(rf"{GAUSS} {said} $${slope}.$$").status == status

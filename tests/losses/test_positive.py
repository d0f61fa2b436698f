"""Densities that are positive only where more is said: by the support, by cases, or by what is given."""

import math

import pytest
from sympy import Eq, Interval, Piecewise, Range, S, oo, symbols

from mlce_sym import MlceError, loss
from mlce_sym.families.family import Family, Named
from mlce_sym.losses.positive import advice, where_positive
from mlce_sym.losses.setting import Setting
from mlce_sym.losses.slopes import gradient, hessian
from mlce_sym.losses.theorem import Likelihood, log_likelihood
from mlce_sym.prompt.loss import Typed, _typed

B, M, Y = symbols("b m y")

LOGISTIC = r"\frac{1}{1+e^{\eta-%s}}"
ORDINAL = (
    rf"\begin{{cases}} {LOGISTIC % 'a'} & y = 1 \\ {LOGISTIC % 'b'}-{LOGISTIC % 'a'} & y = 2 \\ "
    rf"1-{LOGISTIC % 'b'} & y = 3 \end{{cases}}"
)
SCALED = r"1+\xi(y-\mu)/\sigma"
GEV = {
    "density": rf"\frac{{1}}{{\sigma}} \left({SCALED}\right)^{{-1/\xi-1}} e^{{-({SCALED})^{{-1/\xi}}}}",
    "parameters": [r"\mu \in \mathbb{R}", r"\sigma > 0"],
}


@pytest.mark.slow
def test_cases_that_exhaust_a_finite_support():
    found = loss(
        density=ORDINAL,
        data=r"y \in \{1, 2, 3\}",
        parameters=r"\eta \in \mathbb{R}",
        known=[r"a \in \mathbb{R}", "b > a"],
    )
    assert found.density.kind == "agrees" and found.mean.word == "proved"
    f = found.function()
    each = [f.loss(y, eta=0.3, a=-1.0, b=0.5) for y in (1, 2, 3)]
    assert sum(math.exp(-one) for one in each) == pytest.approx(1.0)


@pytest.mark.slow
@pytest.mark.parametrize("data, given", [(f"{SCALED} > 0", ()), (r"y \in \mathbb{R}", (f"{SCALED} > 0",))])
def test_a_support_that_several_names_bound(data, given):
    found = loss(**GEV, data=data, known=r"\xi > 0", given=given)
    y, mu, sigma, xi = 1.5, 0.2, 0.7, 0.4
    t = (1 + xi * (y - mu) / sigma) ** (-1 / xi)
    assert found.mean.word == "proved" and len(found.family.given) == 1
    assert found.function().loss(y, mu, sigma, xi) == pytest.approx(math.log(sigma) + t - (xi + 1) * math.log(t))


@pytest.mark.slow
def test_parameters_other_than_those_where_a_density_has_no_value():
    found = loss(**GEV, data=f"{SCALED} > 0", known=r"\xi \in \mathbb{R}")
    assert [str(fact) for fact in found.family.given][1:] == ["Ne(xi, 0)"] and "ξ ≠ 0" in str(found)


@pytest.mark.slow
def test_a_root_of_a_sum_of_squares():
    density = r"\exp\left(-\delta^2\left(\sqrt{1+((y-\mu)/\delta)^2}-1\right)\right)"
    found = loss(
        density=density,
        data=r"y \in \mathbb{R}",
        parameters=r"\mu \in \mathbb{R}",
        known=r"\delta > 0",
        contribution=True,
    )
    assert [claim.word for claim in found.gradient.values()] == ["proved"]
    assert found.function().loss(3.0, 1.0, 2.0) == pytest.approx(math.sqrt(2.0) - 1)


@pytest.mark.slow
def test_the_scale_of_a_generalised_normal_is_proved_though_an_observation_may_lie_at_the_kink():
    density = r"\frac{\beta}{2\alpha\Gamma(1/\beta)} e^{-(|y-\mu|/\alpha)^\beta}"
    found = loss(
        density=density, data=r"y \in \mathbb{R}", parameters=r"\alpha > 0", known=[r"\beta > 0", r"\mu \in \mathbb{R}"]
    )
    assert [claim.word for claim in (*found.gradient.values(), *found.estimated.values())] == ["proved", "proved"]
    y, alpha, beta, mu = 1.5, 0.7, 1.3, 0.2
    assert found.function().gradient(y, alpha, beta, mu) == pytest.approx(
        1 / alpha - beta * 1.3**beta / alpha ** (beta + 1)
    )
    assert found.function().gradient(mu, alpha, beta, mu) == pytest.approx(1 / alpha)


@pytest.mark.slow
@pytest.mark.parametrize(
    "density, power",
    [
        (r"\frac{k}{s}\left(\frac{y}{s}\right)^{k-1} e^{-(y/s)^k}", "k"),
        (r"\frac{k}{s}\left(\frac{y}{s}\right)^{-1-k} e^{-(y/s)^{-k}}", "-k"),
    ],
)
def test_scales_of_powers_are_proved_to_be_the_only_maximisers(density, power):
    found = loss(density=density, data="y > 0", parameters="s > 0", known="k > 0")
    assert found.estimate_status == "proved: the only maximiser" and not found.conditions
    ((_, value),) = found.estimates.items()
    assert f"y[i]**{power}" in str(value).replace("(-k)", "-k")


HURDLE = r"\begin{cases} 1-h & y = 0 \\ h q (1-q)^{y-1} & y %s \end{cases}"


@pytest.mark.slow
@pytest.mark.parametrize("last", ["> 0", r"\geq 1", r"\neq 0"])
def test_cases_that_exhaust_the_counts(last):
    typed = Typed(HURDLE % last, r"y \in \mathbb{N}_0", ["0 < h < 1", "0 < q < 1"], (), ())
    setting = Setting(where_positive(_typed(typed)))
    slopes = gradient(setting)
    assert log_likelihood(Likelihood(setting)).theorem.name == "log-likelihood"
    found = [one.claim(setting).word for one in (*slopes.values(), *hessian(setting, slopes).values())]
    assert found == ["proved"] * 5


@pytest.mark.parametrize(
    "support, least, is_all",
    [
        (Range(0, M + 1), 0, True),
        (Range(0, M + 1), 1, False),
        (Interval(0, oo), 0, True),
        (Interval(0, M), 0, True),
        (Interval(0, oo), 1, False),
        (Interval(-1, oo), 0, False),
        (Interval(-oo, oo), 0, False),
    ],
)
def test_cases_of_counts_up_to_a_name_and_of_intervals(support, least, is_all):
    cases = Piecewise((1 - B, Eq(Y, 0)), (B / M, least < Y))
    found = where_positive(Family("cases", "Cases", cases, Named(Y, support), (Named(B, Interval.open(0, 1)),)))
    assert (found.density.args[-1][1] == S.true) == is_all


@pytest.mark.parametrize("last, is_all", [((Y > 0) & (Y < 1), True), (Y < 1, True), ((Y > 0) & (S.Half > Y), False)])
def test_cases_of_an_interval_and_its_ends(last, is_all):
    cases = Piecewise((B, Eq(Y, 0)), (B / 2, Eq(Y, 1)), (1 - B, last))
    found = where_positive(Family("cases", "Cases", cases, Named(Y, Interval(0, 1)), (Named(B, Interval.open(0, 1)),)))
    assert (found.density.args[-1][1] == S.true) == is_all


@pytest.mark.parametrize("last", ["> 1", r"\geq 2", "= 1"])
def test_cases_that_leave_a_count_out(last):
    with pytest.raises(MlceError, match="no case need hold of y; let the last one be 'otherwise'"):
        loss(density=HURDLE % last, data=r"y \in \mathbb{N}_0", parameters=["0 < h < 1", "0 < q < 1"])


@pytest.mark.slow
@pytest.mark.parametrize(
    ("density", "data", "left_out"),
    [
        (r"\frac{y}{\sigma^2} e^{-y^2/(2\sigma^2)}", r"y \ge 0", ["Ne(y, 0)"]),
        (r"\sigma y^{\sigma-1}", r"0 \le y \le 1", ["Ne(y, 0)"]),
        (r"\sigma (1-y)^{\sigma-1}", r"0 \le y \le 1", ["Ne(y, 1)"]),
        (
            r"\frac{\Gamma(2\sigma)}{\Gamma(\sigma)^2} y^{\sigma-1} (1-y)^{\sigma-1}",
            r"0 \le y \le 1",
            ["Ne(y, 0)", "Ne(y, 1)"],
        ),
        (r"\sigma e^{-\sigma y}", r"y \ge 0", []),
    ],
)
def test_ends_of_the_support_where_the_density_is_not_positive(density, data, left_out):
    found = loss(density=density, data=data, parameters=r"\sigma > 0")
    assert [str(fact) for fact in found.family.given] == left_out and found.density.kind == "agrees"


@pytest.mark.parametrize(
    ("indicator", "data", "support"),
    [
        (r"\mathbf{1}_{[0,\theta]}(y)", r"y \ge 0", "Interval(0, theta)"),
        (r"\mathbb{I}(0 \le y \le \theta)", r"y \in \mathbb{R}", "Interval(0, theta)"),
        (r"1_{\{0 < y\}} \mathbb{1}\{y \le \theta\}", r"y \in \mathbb{R}", "Interval.Lopen(0, theta)"),
        (r"I_{(0, \theta)}(y)", "y > 0", "Interval.open(0, theta)"),
    ],
)
def test_an_indicator_as_a_factor_is_a_support(indicator, data, support):
    found = loss(density=rf"\frac{{1}}{{\theta}} {indicator}", data=data, parameters=r"\theta > 0")
    assert found.density.kind == "agrees"
    is_open = ".open" in support
    assert bool(found.estimates) != is_open and ("as it would with ≤" in found.estimate_status) == is_open


@pytest.mark.slow
def test_an_indicator_of_all_outcomes_says_nothing():
    found = loss(density=r"p^y (1-p)^{1-y} I_{\{0,1\}}(y)", data="y = 0, 1", parameters="0 < p < 1")
    assert str(found.estimates) == "{p: Sum(y[i], (i, 1, n))/n}"


@pytest.mark.slow
def test_indicators_as_exponents_are_a_case_each():
    density = "p^{[y=1]} q^{[y=2]} (1-p-q)^{[y=3]}"
    found = loss(density=density, data=r"y \in \{1,2,3\}", parameters="p, q > 0", given="p + q < 1")
    assert "−(1/n) Σ_{i=1}^{n} {log p if y_i = 1; log q if y_i = 2; log(1 − p − q) if y_i = 3; 0 otherwise}" in str(
        found
    )
    assert all("almost" not in slope.word for slope in found.gradient.values())


@pytest.mark.slow
def test_even_powers_of_absolute_values_are_powers():
    found = loss(
        density="exp(-abs((y - m)/s)^4/2)/(2^(5/4)*gamma(5/4)*s)", data="y in R", parameters="s > 0", known="m in R"
    )
    assert str(found.estimates) == "{s: 2**(1/4)*(Sum((m - y[i])**4, (i, 1, n))/n)**(1/4)}"
    assert found.estimate_status == "proved: the only maximiser"


@pytest.mark.parametrize("m, wanted", [("m", "'y <= m'"), ("2*m - y", "'y <= 2*m - y'"), ("m - 1/2", "'y <= m - 1/2'")])
def test_a_binomial_coefficient_is_positive_where_its_lower_number_is_at_most_the_upper(m, wanted):
    typed = Typed(f"binomial({m}, y)*p^y*(1-p)^m", "y in Naturals0", ["0 < p < 1"], ["m in Naturals"], ())
    assert wanted in advice(_typed(typed))
    negative = Typed("binomial(m, y - 3)*p^y*(1-p)^m", "y in Naturals0", ["0 < p < 1"], ["m in Naturals"], ())
    assert "'0 < binomial(m, y - 3)'" in advice(_typed(negative))  # y - 3 may be negative

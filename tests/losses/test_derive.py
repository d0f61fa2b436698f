"""What has no loss is refused in one clear line; slopes say where they hold; an estimate is not called proved without
proof."""

import pytest
from sympy import Abs, FiniteSet, Interval, S, cos, exp, oo, pi, sqrt, symbols

from mlce_sym.border.nodes import Member
from mlce_sym.families.family import Family, Named
from mlce_sym.losses.claims import BySymPy, Proved
from mlce_sym.losses.derive import NOT_FOUND, loss_of
from mlce_sym.losses.slopes import ALMOST
from mlce_sym.losses.split import Unsupported
from tests.losses.numbers import found

y, a, k, m = symbols("y a k mu")
POSITIVE, FROM_0 = Interval.open(0, oo), Interval(0, oo)
WEIBULL = a * k * y ** (k - 1) * exp(-a * y**k)
REFUSED = [
    (a * exp(-a * y), FROM_0, S.Reals, "positive"),
    (a * y ** (a - 1), FROM_0, S.Reals, "positive on its support"),
    (exp(-y), FROM_0, POSITIVE, "does not depend on a"),
    (k * exp(-k * y), FROM_0, POSITIVE, "does not depend on a"),
    (S.One, Interval(a, a + 1), S.Reals, r"whatever a has a <= y and y <= a \+ 1 for every observation y is as good"),
    (a - y, POSITIVE, POSITIVE, "positive on its support"),
    (-a * exp(-a * y), POSITIVE, POSITIVE, "positive on its support"),
    (cos(a * y), Interval.open(0, pi), POSITIVE, "positive on its support"),
]


def one(density, support, domain):
    return Family("any", "Any", density, Named(y, support), (Named(a, domain),), (Named(k, POSITIVE),))


@pytest.mark.parametrize("density, support, domain, words", REFUSED)
def test_what_has_no_loss_is_refused(density, support, domain, words):
    with pytest.raises(Unsupported, match=words) as refused:
        loss_of(one(density, support, domain))
    assert len(str(refused.value).splitlines()) == 1


@pytest.mark.slow
def test_the_same_weibull_density_on_the_open_half_line_has_one():
    assert loss_of(one(WEIBULL, POSITIVE, POSITIVE)).estimate_status.startswith("proved")


def test_slopes_say_how_they_were_found():
    gaussian, laplace = found("gaussian"), found("laplace")
    assert {gaussian.gradient[m].word, gaussian.hessian[m, m].word} == {"proved"}
    assert {laplace.gradient[m].but, found("asymmetric-laplace").hessian[m, m].but} == {ALMOST}
    assert isinstance(found("von-mises").gradient[m], Proved)


@pytest.mark.slow
def test_a_loss_with_more_than_one_minimum_has_no_proved_estimate():
    two_wells = loss_of(one(exp(-((y - a**2) ** 2)) / sqrt(pi), S.Reals, S.Reals))
    assert not any(isinstance(claim, Proved) for claim in two_wells.estimated.values())
    assert not any(proof.theorem.name.startswith("estimate") for proof in two_wells.proofs)


@pytest.mark.slow
def test_what_is_not_shown_to_be_a_maximum_is_called_a_stationary_point():
    z = exp(-exp(a))
    cloglog = Family("t", "t", (1 - z) ** y * z ** (1 - y), Named(y, FiniteSet(0, 1)), (Named(a, S.Reals),))
    (claim,) = loss_of(cloglog).estimated.values()
    assert isinstance(claim, BySymPy) and "maximality is not shown" in claim.word


def test_the_other_parameters_do_not_enter_the_estimate_that_is_put_in():
    both = found("gaussian-mean-variance")
    assert both.estimate_status.endswith("(in mu, then sigma2)")
    assert not any(value.free_symbols & {*both.estimates} for value in both.estimates.values())


def test_a_shape_that_the_estimate_of_the_rate_depends_on_is_not_put_in():
    assert found("gamma").estimates == {} and found("gamma").estimate_status == NOT_FOUND


def test_a_profile_says_where_it_is_one():
    zeros = found("zero-inflated-poisson")
    (value,), (condition,) = zeros.profile.values(), zeros.conditions
    assert condition == Member(value.value, Interval.open(0, 1)) and zeros.estimates == {}


@pytest.mark.slow
def test_a_scale_is_estimated_where_the_loss_is_not_smooth_in_the_data():
    laplace = Family("any", "Any", exp(-Abs(y) / a) / (2 * a), Named(y, S.Reals), (Named(a, POSITIVE),))
    assert loss_of(laplace).estimate_status.startswith("proved")


def test_the_information_of_a_loss_with_a_kink_is_the_mean_square_of_the_score():
    (value,) = found("laplace").information.values()
    assert value == symbols("s") ** -2 and found("huber").information == {}

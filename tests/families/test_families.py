"""The families: every theorem is checked, and every formula compared with numbers from the density alone."""

import random
import re
from itertools import pairwise

import mpmath
import pytest
from sympy import Rational, Symbol

from mlce_sym.families.families import ALIASES, FAMILIES, family
from mlce_sym.losses.vector_families import VECTORS
from mlce_sym.prompt.prove import prove
from tests.losses.numbers import close, draw, found, holds, instance, instance_with_estimate, nll, own, value

NAMES = [f.name for f in FAMILIES]
PROVED, SHOWN = "proved: the only maximiser", [f.name for f in FAMILIES if not f.quasi]
ALL_BUT_PROVED = {
    "laplace": "proved: every sample median is a maximiser",
    "laplace-location-scale": "mu: every sample median is best (proved)",
    "asymmetric-laplace": "proved: every sample quantile of level tau is a maximiser",
    **dict.fromkeys(("huber", "sech", "student-t", "logistic", "von-mises"), "no closed form was found"),
    **dict.fromkeys(("gamma", "beta"), "no closed form was found"),
    **dict.fromkeys(("zero-inflated-poisson", "hurdle-poisson"), "no closed form was found"),
    "gaussian-heteroscedastic": "no closed form: a model gives the parameters",
}


def test_every_family_has_a_name_of_its_own_a_title_and_a_source():
    assert len(set(NAMES)) == len(NAMES) >= 30
    for f in FAMILIES:
        assert re.fullmatch(r"[a-z]+(-[a-z]+)*", f.name) and f.title and f.source
        symbols = [named.symbol for named in (f.data, *f.parameters, *f.known)]
        assert len(set(symbols)) == len(symbols) and f.density.free_symbols == set(symbols)


def test_a_name_that_there_is_not_names_those_that_are_near():
    with pytest.raises(LookupError, match="did you mean gaussian"):
        family("gausian")
    with pytest.raises(LookupError, match="mlce loss"):
        family("qqqq")


def test_the_names_that_people_type():
    meant = {
        **dict.fromkeys(("normal", "MSE", "l2"), "gaussian"),
        "mae": "laplace",
        "bce": "bernoulli",
        "nb2": "negative-binomial-mean",
    }
    assert {name: family(name).name for name in meant} == meant
    assert set(ALIASES.values()) <= {*NAMES, *VECTORS} and not set(ALIASES) & {*NAMES, *VECTORS}
    with pytest.raises(LookupError, match=r"did you mean quantile \(asymmetric-laplace\)"):
        family("quantil")


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_the_checker_accepts_every_theorem(name):
    names = [proof.theorem.name for proof in found(name).proofs]
    assert {"log-likelihood", "same-optimum"} <= set(names) and len(set(names)) == len(names)
    assert prove(found(name).document).report.steps > 0


@pytest.mark.slow
@pytest.mark.parametrize("name", SHOWN)
def test_its_density_has_mass_1(name):
    assert found(name).density.kind == "agrees", found(name).density


def test_a_quasi_likelihood_says_so():
    assert [f.name for f in FAMILIES if f.quasi] == ["bernoulli-logit-weighted", "tweedie"]
    assert "quasi-likelihood" in family("tweedie").title and "no density" in str(found("tweedie").density)
    assert not found("tweedie").information


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("seed", range(2))
def test_what_is_dropped_and_the_loss_are_the_whole_negative_log_likelihood(name, seed):
    data, known, parameters = instance(name, seed)
    values, loss = known | parameters, found(name)
    direct = nll(name, data, known, *parameters.values())
    factor, *more = [item for item in loss.dropped if item.kind == "factor"]
    constants = [item.value for item in loss.dropped if item.kind == "constant"]
    assert not more and not any(set(parameters) & item.value.free_symbols for item in loss.dropped)
    rest = sum(value(term, data, values) for term in constants)
    assert close(direct, value(factor.value, data, values) * value(loss.loss, data, values) + rest)
    assert close(direct, value(loss.nll, data, values)) and value(factor.value, data, values) > 0


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_gradient_score_and_hessian_are_the_slopes_of_the_density(name):
    data, known, parameters = instance(name, "slopes")
    values, loss, place = known | parameters, found(name), 2  # of the observation, where each has its own parameters
    at, order = [mpmath.mpf(own(p, place)) for p in parameters.values()], list(loss.gradient)
    (factor,) = [value(item.value, data, values) for item in loss.dropped if item.kind == "factor"]

    def moved(*numbers):
        """The negative log-likelihood with these numbers, at that place where each observation has its own."""
        given = zip(parameters.values(), numbers, strict=True)
        return nll(name, data, known, *(put(p, place, q) if isinstance(p, tuple) else q for p, q in given))

    def slope(*path):
        times = tuple(path.count(p) for p in order)
        return mpmath.diff(moved, tuple(at), times, h=mpmath.mpf(10) ** -12)

    for p, found_slope in loss.gradient.items():
        assert close(slope(p), factor * value(found_slope.value, data, values, place), 8), (p, found_slope)
        assert close(-slope(p), value(loss.score[p], data, values, place), 8)
    assert len(loss.hessian) == len(order) * (len(order) + 1) // 2
    for (p, q), found_slope in loss.hessian.items():
        assert close(slope(p, q), factor * value(found_slope.value, data, values, place), 8), (p, q, found_slope)


def put(numbers, place, other):
    return (*numbers[:place], other, *numbers[place + 1 :])


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_the_status_says_what_is_proved(name):
    loss = found(name)
    estimated = [proof for proof in loss.proofs if proof.theorem.name.startswith("estimate")]
    if name in ALL_BUT_PROVED:
        assert loss.estimate_status == ALL_BUT_PROVED[name] and len(estimated) < len(loss.family.parameters)
    else:
        assert loss.estimate_status.startswith(PROVED) and len(estimated) == len(loss.family.parameters)
        assert set(loss.estimates) == {p.symbol for p in loss.family.parameters}


@pytest.mark.parametrize("name", [name for name in NAMES if name not in ALL_BUT_PROVED])
@pytest.mark.parametrize("seed", range(3))
def test_no_other_parameters_are_as_good_as_the_estimate(name, seed):
    data, known = instance_with_estimate(name, seed)
    chosen, loss = random.Random(seed), found(name)
    best = {p: value(term, data, known) for p, term in loss.estimates.items()}
    order = [p.symbol for p in loss.family.parameters]
    least = nll(name, data, known, *(best[p] for p in order))
    for near in range(12):
        other = [mpmath.mpf(draw(p.domain, chosen)) for p in loss.family.parameters]
        other = [best[p] + (o - best[p]) * mpmath.mpf(2) ** -near for p, o in zip(order, other, strict=True)]
        assert nll(name, data, known, *other) > least


def test_the_conditions_leave_out_no_data_that_have_an_estimate():
    assert holds(found("binomial").conditions, [1, 2], {Symbol("m"): 3})
    assert holds(found("geometric").conditions, [1, 2], {})
    assert found("gamma-rate").conditions == found("gaussian").conditions == ()


BOUNDARY = {
    "bernoulli": ([0, 0, 0], 0),
    "binomial": ([0, 0], 0),
    "poisson": ([0, 0, 0], 0),
    "negative-binomial": ([0, 0], 1),
    "negative-binomial-mean": ([0, 0], 0),
    "geometric": ([1, 1], 1),
    "gaussian-variance": ([2, 2], 0),
    "laplace-scale": ([2, 2], 0),
    "half-normal": ([0, 0], 0),
    "exponential-mean": ([0, 0], 0),
    "tweedie": ([0, 0], 0),
}


@pytest.mark.parametrize("name", BOUNDARY)
def test_without_the_conditions_the_likelihood_increases_up_to_the_boundary(name):
    data, edge = BOUNDARY[name]
    known = {k.symbol: {"m": 3, "mu": 2, "q": Rational(3, 2)}.get(k.symbol.name, 1) for k in family(name).known}
    assert not holds(found(name).conditions, data, known)
    towards = [edge + (mpmath.mpf(1) / 2 - edge) * mpmath.mpf(4) ** -step for step in range(8)]
    losses = [nll(name, data, known, p) for p in towards]
    assert all(after < before for before, after in pairwise(losses))


@pytest.mark.parametrize(
    "name, data", [("gaussian-mean-variance", [3]), ("log-normal", [2, 2]), ("inverse-gaussian", [5])]
)
def test_equal_observations_leave_a_spread_without_an_estimate(name, data):
    (condition,) = found(name).conditions
    assert value(condition.gts - condition.lts, data, {}) == 0
    mean = mpmath.log(2) if name == "log-normal" else mpmath.mpf(data[0])
    spreads = [mpmath.mpf(4) ** (step if name == "inverse-gaussian" else -step) for step in range(8)]
    losses = [nll(name, data, {}, mean, spread) for spread in spreads]
    assert all(after < before for before, after in pairwise(losses))


AS_PEOPLE_WRITE_THEM = {
    "gaussian": lambda y, mu: (y - mu) ** 2,
    "gaussian-known-variances": lambda y, mu, v: (y - mu) ** 2 / v,
    "gaussian-heteroscedastic": lambda y, mu, v: (y - mu) ** 2 / v + mpmath.log(v),
    "laplace": lambda y, mu: abs(y - mu),
    "bernoulli": lambda y, p: -y * mpmath.log(p) - (1 - y) * mpmath.log(1 - p),
    "bernoulli-logit": lambda y, z: max(z, 0) - y * z + mpmath.log(1 + mpmath.exp(-abs(z))),
    "poisson": lambda y, lam: lam - y * mpmath.log(lam),
    "poisson-log-rate": lambda y, eta: mpmath.exp(eta) - y * eta,
    "asymmetric-laplace": lambda y, mu, tau, s: max(tau * (y - mu), (tau - 1) * (y - mu)),
    "huber": lambda y, mu, d: (y - mu) ** 2 / 2 if abs(y - mu) <= d else d * (abs(y - mu) - d / 2),
    "sech": lambda y, mu: mpmath.log(mpmath.cosh(y - mu)),
    "gamma-mean": lambda y, mu: y / mu + mpmath.log(mu),
    "tweedie": lambda y, mu, q, phi: mu ** (2 - q) / (2 - q) - y * mu ** (1 - q) / (1 - q),
}


@pytest.mark.parametrize("name", AS_PEOPLE_WRITE_THEM)
@pytest.mark.parametrize("seed", range(4))
def test_the_loss_is_the_one_that_people_write(name, seed):
    data, known, parameters = instance(name, f"usual {seed}")
    numbers = (*parameters.values(), *known.values())
    usual = AS_PEOPLE_WRITE_THEM[name]
    if usual.__code__.co_argcount == 1 + len(parameters):  # the loss does not have what is known in it
        numbers = numbers[: len(parameters)]
    assert family(name).called
    each = [usual(*map(mpmath.mpf, (y, *(own(v, place) for v in numbers)))) for place, y in enumerate(data)]
    assert close(mpmath.fsum(each) / len(data), value(found(name).loss, data, known | parameters))


QUANTILES = [("laplace", [5, 1, 2], 2), ("asymmetric-laplace", [4, 1, 3, 2, 5], 4)]


@pytest.mark.parametrize("name, data, quantile", QUANTILES)
def test_sample_quantiles_are_best(name, data, quantile):
    known = {k.symbol: Rational(7, 10) if k.symbol.name == "tau" else 1 for k in family(name).known}
    least = nll(name, data, known, mpmath.mpf(quantile))
    for step in range(-40, 41):
        assert step == 0 or nll(name, data, known, mpmath.mpf(quantile) + mpmath.mpf(step) / 10) > least

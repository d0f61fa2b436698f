"""Links: the loss is that of the family at the inverse of the link, and slopes go with the chain rule."""

import pytest
from sympy import Integer, Rational, Symbol

from mlce_sym import loss
from mlce_sym.evidence import ball
from mlce_sym.families.families import family
from mlce_sym.families.links import LINKS, linked
from mlce_sym.losses.claims import Proved
from mlce_sym.terms.errors import NoSuchName

ALL = [
    *(("bernoulli", link, y) for link in ("logit", "probit", "cloglog") for y in (0, 1)),
    *(("poisson", link, 3) for link in ("log", "sqrt", "inverse")),
    *(("gaussian", "identity", 2), ("gamma-mean", "log", 2), ("beta", "log", 0.25)),
]
eta = Symbol("eta")


@pytest.mark.parametrize("name, link, y", ALL)
def test_the_density_is_that_at_the_inverse_of_the_link(name, link, y):
    plain, found = family(name), linked(family(name), link)
    first = plain.parameters[0].symbol
    others = {one.symbol: Integer(2) for one in (*plain.parameters[1:], *plain.known)}
    for point in (Rational(1, 3), Integer(2)):
        here = {plain.data.symbol: Rational(y), **others}
        one = ball(plain.density.xreplace({first: LINKS[link].inverse(point), **here}))
        assert one.overlaps(ball(found.density.xreplace({eta: point, **here})))


@pytest.mark.slow
@pytest.mark.parametrize("name, link", [("bernoulli", "logit"), ("poisson", "log"), ("gamma-mean", "log")])
def test_losses_with_a_link_are_proved_and_convex(name, link):
    found = loss(name, link=link)
    assert all(isinstance(claim, Proved) for claim in (found.mean, *found.gradient.values(), *found.hessian.values()))
    assert found.estimate_status == "proved: the only maximiser"
    assert [one.says for one in found.convexity.values()] == ["strictly convex"]


@pytest.mark.slow
def test_the_logit_link_is_the_logit_family():
    assert str(loss("bernoulli", link="logit").loss) == str(loss("bernoulli-logit").loss).replace("z", "eta")


@pytest.mark.parametrize(
    "name, link, says",
    [
        ("poisson", "logit", "for it there is log, inverse, sqrt"),
        ("poisson", "cube", "there is no link 'cube'; there is identity, log"),
        ("softmax", "log", "has vectors of parameters"),
    ],
)
def test_links_that_do_not_fit(name, link, says):
    with pytest.raises(NoSuchName, match=says):
        loss(name, link=link)

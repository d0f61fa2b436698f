"""Means by the law below them, of the one variable that is averaged; and integrals over the whole line."""

import pytest

from mlce_sym.reading.texts.rows import parse
from mlce_sym.reading.walk.readings import read


def first(text):
    ((part,),) = parse(text)
    return read(part.tree)[0]


@pytest.mark.parametrize(
    "text",
    [
        r"\mathrm{E}\left[ x \right]_{\mathrm{Bin}(n, q)}",
        r"\mathrm{E}_{\mathrm{Bin}(n, q)}[x]",
        r"\left\langle x \right\rangle_{\mathrm{Bin}(n, q)}",
    ],
)
def test_a_mean_by_the_law_below_it(text):
    found = first(text)
    head, variable, domain, (times, value, *_) = found.terms[0]
    assert (head, variable, domain, times, value) == ("Sum", "x", ("Range", 0, "n"), "Mul", "x")
    assert found.given == (("Lt", 0, "q"), ("Lt", "q", 1)) and not found.unjudged


def test_what_is_below_is_no_such_law():
    for text in (
        r"\mathrm{E}_{p(x)}[x]",
        r"\mathrm{E}_{\mathrm{Bin}(n, q)}[x + y]",
        r"\mathrm{E}_{\mathcal{N}(m, s)}[x]",
        r"\mathrm{E}_{\mathrm{Bin}(x, q)}[x]",
        r"\mathrm{E}_{\mathrm{Bin}(q)}[x]",
    ):
        assert first(text).unjudged


def test_an_integral_over_the_real_line():
    assert first(r"\int_{\mathbb{R}} e^{-x^2} \, dx").terms[0][:3] == ("ImproperIntegral", "x", "Reals")

"""Double integrals in a text: by what their inner integrals are."""

import pytest

from mlce_sym import check

RATES = r"Let $\lambda, \mu > 0$. "
EXPONENTIALS = r"\int_0^\infty \int_0^x \lambda\mu e^{-\lambda x-\mu y}\,dy\,dx"
BELLS = r"\int_{-\infty}^\infty\int_{-\infty}^\infty \frac{1}{2\pi} e^{-(x^2+y^2)/2}\,dx\,dy"


@pytest.mark.parametrize(
    ("said", "left", "right", "wrong"),
    [
        ("", r"\int_0^1\int_0^1 xy(x+y)\,dx\,dy", r"\frac13", r"\frac14"),
        ("", r"\int_0^1\int_0^x 8xy\,dy\,dx", "1", "2"),
        ("", r"\int_0^1\int_0^{1-x} dy\,dx", r"\frac12", "1"),
        ("", r"\int_0^1\int_0^1 (x+y)\,dx\,dy", r"\int_0^1 \left(\frac12+y\right) dy", r"\int_0^1 (1+y)\,dy"),
        (RATES, EXPONENTIALS, r"\frac{\mu}{\lambda+\mu}", r"\frac{\lambda}{\lambda+\mu}"),
        ("", BELLS, "1", r"\frac{1}{2\pi}"),
    ],
)
def test_double_integrals(said, left, right, wrong):
    for other, status in ((right, "proved"), (wrong, "refuted")):
        assert check(f"{said}$${left} = {other}$$").links[-1].verdict.status == status


@pytest.mark.slow
@pytest.mark.parametrize(
    "link",
    [
        r"\int_0^1\int_0^x \frac{2x-1}{2x-1} y\,dy\,dx = \frac16",  # it is not defined where x = 1/2
        r"\int_0^1\int_0^x \frac{2x-1}{2x-1} y\,dy\,dx = 2",
        r"\int_{-1}^1\int_0^x 1\,dy\,dx = 1",  # an integral from 0 to x < 0 is none here
        r"\int_0^\infty\int_0^\infty e^{-xy}\,dx\,dy = 1",
        r"\int_0^1\int_0^1 \frac{x^2-y^2}{(x^2+y^2)^2}\,dx\,dy = \frac{\pi}{4}",
    ],
)
def test_what_is_not_defined_is_neither_proved_nor_refuted(link):
    assert check(f"$${link}$$").links[-1].verdict.status == "unknown"

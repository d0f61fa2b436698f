"""[F(x)]_a^∞ and limits: what is proved, what is refuted, and what has no value."""

import pytest

from mlce_sym import check

BY_PARTS = r"\left[ -\frac{x}{\lambda} e^{-\lambda x} \right]_0^\infty"

AT_INFINITY = r"\lim_{x \to \infty} -\frac{x}{\lambda} e^{-\lambda x}"


def verdict(formula):
    (link,) = check(f"Let $\\lambda > 0$. $$ {formula} $$", "markdown").links[-1:]
    return link.verdict.status


@pytest.mark.parametrize(
    "formula",
    [
        rf"{BY_PARTS} + \frac1\lambda \int_0^\infty e^{{-\lambda x}} dx = \frac{{1}}{{\lambda^2}}",
        rf"\lambda \left[ {AT_INFINITY} + \frac{{1}}{{\lambda^2}} \right] = \frac1\lambda",
        r"\lim_{x \to 0^+} x \log x = 0",
        r"\int_0^\infty \lambda e^{-\lambda x} dx = \left. -e^{-\lambda x} \right|_0^\infty",
        r"\left[ -e^{-\lambda x} \right]_{x=0}^{\infty} = 2 - \lambda \lambda^{-1}",
        r"\left[ \frac{x^2}{\lambda} \right]_0^3 = \frac{9}{\lambda}",
    ],
)
def test_total_changes_are_proved(formula):
    assert verdict(formula) == "proved"


@pytest.mark.parametrize(
    "formula",
    [
        rf"{BY_PARTS} + \frac1\lambda \int_0^\infty e^{{-\lambda x}} dx = -\frac{{1}}{{\lambda^2}}",
        rf"\lambda \left[ {AT_INFINITY} - \frac{{1}}{{\lambda^2}} \right] = \frac1\lambda",
        r"\int_0^\infty \lambda e^{-\lambda x} dx = \left. e^{-\lambda x} \right|_0^\infty",
        r"\left[ \frac{x^2}{\lambda} \right]_0^3 = \frac{6}{\lambda}",
    ],
)
def test_wrong_ones_are_refuted(formula):
    assert verdict(formula) == "refuted"


@pytest.mark.parametrize(
    "formula",
    [r"\left[ e^{\lambda x} \right]_0^\infty = \lambda", r"\lim_{x \to \infty} \sin(\lambda x) = \frac{\lambda}{2}"],
)
def test_what_has_no_limit_is_unknown(formula):
    assert verdict(formula) == "unknown"

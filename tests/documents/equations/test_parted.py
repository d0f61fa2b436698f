"""Densities in cases, integrals of them, and integrals without limits of the density of a law."""

import pytest

from mlce_sym.documents.walking import checked

CASES = r"\left\{ \begin{array}{rl} 0 \; , & \text{if} \; x < 0 \\ " + (
    r"\lambda \exp[-\lambda x] \; , & \text{if} \; x \geq 0 \; . \end{array} \right."
)
DENSITY = rf"The density is $$ \mathrm{{Exp}}(x; \lambda) = {CASES} $$ "


def last(text):
    return checked(text)[-1].verdict


def test_a_density_in_cases_is_what_the_text_says_and_never_refuted():
    assert checked(DENSITY)[0].verdict.status == "definition"
    beside = last(rf"$$ f(x) = \mathrm{{Exp}}(x; \lambda) = {CASES} $$")
    assert beside.status == "unknown" and "does not take" in beside.reason


@pytest.mark.parametrize(
    ("case", "right", "status"),
    [
        (r"x \geq 0", r"\int_0^x \lambda \exp[-\lambda z] dz", "proved"),
        (r"x \geq 0", r"\int_{-\infty}^0 0 \, dz + \int_0^x \lambda \exp[-\lambda z] dz", "proved"),
        (r"x \geq 0", r"\int_0^x \exp[-\lambda z] dz", "refuted"),
        (r"x < 0", r"\int_{-\infty}^x 0 \, dz", "proved"),
        (r"x < 0", "1", "refuted"),
        (r"x < 1", r"\int_0^x \lambda \exp[-\lambda z] dz", "unknown"),  # 0 if x < 0
    ],
)
def test_the_integral_of_cases_is_that_of_each(case, right, status):
    found = last(rf"{DENSITY} If ${case}$, we have $$ \int_{{-\infty}}^x \mathrm{{Exp}}(z; \lambda) dz = {right}.$$")
    assert found.status == status
    if status == "proved":
        assert any(one.startswith("x ") and "from the text" in one for one in found.conditions)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("link", "status"),
    [
        (r"c \int \mathrm{Gam}(x; a, b) \, dx = c", "proved"),
        (r"c \int \mathrm{Gam}(x; a, b) \, dx = 2 c", "refuted"),
        (r"\int_{-\infty}^{\infty} x \, \mathrm{Gam}(x; a, b) \, dx = \frac{a}{b}", "proved"),
        (r"\int \frac{p^{a-1} (1-p)^{b-1}}{B(a, b)} \, dp = \int \mathrm{Bet}(p; a, b) \, dp", "proved"),
        (r"\int (\mathrm{Gam}(x; a, b) + 1) \, dx = 1", "unknown"),
    ],
)
def test_an_integral_of_the_density_of_a_law_is_over_its_values(link, status):
    assert last(f"$${link}$$").status == status

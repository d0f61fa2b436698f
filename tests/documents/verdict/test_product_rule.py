"""The product rule of densities is named where it is one, and nothing else is taken for it."""

from __future__ import annotations

import pytest

from mlce_sym.documents.walking import checked

RULE = ("assumption", "the product rule of densities")


@pytest.mark.parametrize(
    ("equation", "is_rule"),
    [
        (r"p(y|\mu) \, p(\mu) = p(y,\mu)", True),
        (r"\frac{p(y|m) \, p(m)}{p(y)} = p(m|y)", True),
        (r"p(x|y,z) p(y|z) p(z) = p(z|y,x) p(y|x) p(x)", True),
        (r"p(y = 1|x) p(x) = p(y = 1, x)", True),
        (r"p(y|\mu) \, p(y) = p(y,\mu)", False),
        (r"p(x|y) p(y|z) p(z) = p(z|y,x) p(y|x) p(x)", False),
        (r"p(y = 1|x) p(x) = p(y = 0, x)", False),
        (r"p(y|x) q(x) = p(y, x)", False),
        (r"2 p(y|x) p(x) = p(y, x)", False),
        (r"p(y|x)^2 p(x) = p(y, x)", False),
        (r"p(y|x) + p(x) = p(y, x)", False),
    ],
)
def test_what_is_the_product_rule(equation: str, is_rule: bool) -> None:
    (link,) = checked(f"$$ {equation} $$")
    assert ((link.verdict.status, link.verdict.reason) == RULE) == is_rule
    assert is_rule or link.verdict.status == "unknown"


@pytest.mark.parametrize(("power", "status"), [("", "proved"), ("^2", "unknown")])
def test_what_follows_from_it(power: str, status: str) -> None:
    densities = r"Let $p(y|\mu) = \mu e^{-\mu y}$ and $p(\mu) = e^{-\mu}$. Then $$p(y|\mu) \, p(\mu) = p(y,\mu).$$ "
    *_, last = checked(rf"{densities} Hence we get $$p(y,\mu) = \mu{power} e^{{-\mu (y+1)}}.$$")
    assert last.verdict.status == status

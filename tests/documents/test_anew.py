"""A name that is defined again, by what the first definition does not say."""

import pytest

from mlce_sym.documents.checked import check_text, said

POISSON = r"\prod_{i=1}^n \frac{\theta^{x_i}e^{-\theta}}{x_i!}"
FIRST = r"Let $L(\theta)=\prod_{i=1}^n \theta e^{-\theta x_i}$, $\theta>0$. "


def statuses(text):
    return [link.verdict.status for link in check_text(text).links]


def test_a_second_model_is_not_refuted_by_the_first_one():
    log = r"\[\log L(\theta)=\log\theta\sum_{i=1}^n x_i-n\theta-\sum_{i=1}^n\log x_i!.\]"
    found = check_text(rf"{FIRST}For Poisson data it is instead \[L(\theta)={POISSON}.\] Therefore {log}").links
    assert [link.verdict.status for link in found] == ["definition", "definition", "proved"]
    assert found[1].verdict.reason == "defined anew, for it is not what L is in line 1"
    assert "L as in line 1" in found[2].verdict.conditions


def test_in_a_chain_its_other_links_are_judged():
    total = r"\frac{\theta^{\sum_{i=1}^n x_i}e^{-n\theta}}{\prod_{i=1}^n x_i!}"
    chain = rf"\[L(\theta)={POISSON} = {total} = \frac{{e^{{-n\theta}}}}{{\prod_{{i=1}}^n x_i!}}.\]"
    assert statuses(f"{FIRST}For Poisson data {chain}") == ["definition", "definition", "proved", "refuted"]


def test_by_another_letter():
    text = r"Let $L(p)=p^3 (1-p)$. In the other model \[L(\lambda)=\lambda^3 e^{-\lambda}.\]"
    assert statuses(text) == ["definition", "definition"]


def test_two_models_in_a_sentence():
    assert statuses(r"In model A, $\hat\theta=\bar x$. In model B, $\hat\theta=1/\bar x$.") == ["definition"] * 2


def test_what_may_be_a_slip_refutes_nothing():
    text = r"Let $f(x)=x^2$. The cubic one is \[f(x)=x^3.\] So \[f'(x)=2x.\]"
    assert statuses(text) == ["definition", "definition", "unknown"]


@pytest.mark.parametrize("words", ["Then", "Therefore", "Expanding, we obtain", "Hence we get"])
def test_what_is_concluded_from_a_definition_is_a_claim(words):
    text = rf"Let $f(x)=(x+1)^2$. {words} \[f(x)=x^2+1.\] So \[f'(x)=2x+2.\]"
    assert statuses(text) == ["definition", "refuted", "proved"]


@pytest.mark.parametrize(
    "text",
    [
        r"Let $f(x)=x^2$. In the other model, then, \[f(x)=x^3.\]",
        r"Let $f(x)=x^2$. For $x<0$ then \[f(x)=x^3.\]",
        r"Let $f(x)=x^2$ for $x \le 1$. Then $f(x)=2x-1$ for $x>1$.",
        r"Let $f(x)=x^2$. Then \[f(x)=x^3\] in the second model.",
        r"Let $f(x)=x^2$. Then \[f(x)=x^3, \quad x<0.\]",
        r"Let $f(x)=x^2$. The second worker draws differently. Then \[f(x)=x^3.\]",
        r"Let $f(x)=x^2$, and let $x$ be doubled. Then \[f(x)=4x^2.\]",
        "\\[f(x)=x^2.\\]\n\nThe second one is of degree three.\n\nThen\n\n\\[f(x)=x^3.\\]",
        "1. Let $f(x)=x^2$.\n2. Then $f(x)=x^3$.",
        r"Let $f(x)=x^2$. Now \[f(x)=x^3.\]",
        r"""Let $X \sim \mathrm{Exp}(a)$ with $L(a)=a e^{-ax}$.
Let $X \sim \mathrm{Poisson}(a)$. Then $L(a)=a^x e^{-a}/x!$.""",
    ],
)
def test_where_another_case_may_be_meant_nothing_is_refuted(text):
    assert "refuted" not in statuses(text)


@pytest.mark.parametrize("line", [r"f(3) = 11", r"f(c) = 11", r"f'(x) = x", r"f(x) + 1 = x^2"])
def test_its_values_are_claims(line):
    assert statuses(rf"Let $f(x) = x^2 + 1$ and $c = 3$. \[{line}\]")[-1] == "refuted"


def test_a_refuted_line_names_the_definition():
    link = check_text(r"Let $f(x) = x^2 + 1$. \[f(3) = 11\]").links[-1]
    assert next(said(link)) == "text:1:25: refuted: the sides are 10 and 11, where f as in line 1"
    link = check_text(r"Let $f(x) = x^2 + 1$. \[f(x) - 1 = x^3\]").links[-1]
    assert next(said(link)).endswith("; f as in line 1")


def test_what_is_not_understood_may_be_another_one():
    text = r"Poisson: $g(x)=2\sqrt x$. Binomial: $g(p)=\arcsin\sqrt p$, $g'(p)=\frac1{2\sqrt{p(1-p)}}$."
    assert statuses(text) == ["definition", "unknown", "unknown"]
    assert statuses(text.replace(r"$g(p)=\arcsin\sqrt p$, ", "")) == ["definition", "refuted"]


def test_a_function_after_one_that_is_not_understood():
    """It was supposed to be both, from which anything might follow."""
    text = r"""First take $g(a) = 2\sqrt a$. Next take $g(p) = 2\arcsin\sqrt p$. For $g(p) = \log\frac{p}{1-p}$ we have
$$g'(p) = \frac1p + \frac1{1-p}, \quad g'(p) = \frac1p - \frac1{1-p}.$$"""
    assert statuses(text)[2:] == ["definition", "proved", "unknown"]

"""Definitions where they were said: of a function on a domain, of entries with some indices."""

import pytest

from mlce_sym.documents.equations.links import WRONG
from mlce_sym.documents.walking import checked

TOTALS = r". Then $$\sum_{i=1}^n x_i = 2\sum_{i=1}^n y_i.$$"
OUTPUTS = r". Then $$\sum_{n=1}^N y_n = 2\sum_{n=1}^N a_n.$$"


def last(text):
    return checked(text)[-1].verdict.status


@pytest.mark.parametrize(
    "text",
    [
        "Suppose $f(x) = x$ for $x > 0$. Then $$f(-1) = -1.$$",
        "Let $$f(x) = x, \\quad x > 0.$$ Then $$f(-1) = -1.$$",
        r"Let the density be $$f(x) = e^{-x} \qquad \text{for } x > 0.$$ Then $$f(-1) = e.$$",
        "Let $$f(x) = 2x$$ for $0 < x < 1$ be the density. Then $$f(2) = 4.$$",
        r"The pmf is $$f(x) = p^x (1-p)^{1-x}, \quad x \in \{0, 1\}.$$ Then $$f(2) = p^2/(1-p).$$",
        "Suppose that for some $i$, $$x_i = 2y_i" + TOTALS.replace(". Then", ".$$ Then", 1),
        "Suppose $x_i = 2y_i$ for $i > 1$" + TOTALS,
        r"Suppose $x_i = 2y_i$ for $i = 2, \dots, n$" + TOTALS,
        r"Suppose $x_i = 2y_i$ for $i = 1, \dots, m$" + TOTALS,
        r"Let $x_i = 2y_i$ for $i \in A$" + TOTALS,
        r"For positives the loss is $y_n = 2a_n$" + OUTPUTS,
        r"Here $n$ is fixed and $y_n = 2a_n$" + OUTPUTS,
        r"For the outlier, $y_n = 2a_n$" + OUTPUTS,
        r"For $n$ odd, $y_n = a_n$. For $n$ even, $y_n = 2a_n$" + OUTPUTS,
        r"For $a_n > 1$ the loss is $$y_n = 2a_n" + OUTPUTS.replace(". Then", ".$$ Then", 1),
        r"Let $y_n = 2a_n$ for $n \ge 2$" + OUTPUTS,
        r"Let $f(x) = 2x$ for $0 < x < 1$. Then $$\int_0^2 f(x)\,dx = 4.$$",
        r"Let $f(x) = 2x$ for $0 < x < 1$. Then $$\int_0^\infty f(x)\,dx = \int_0^\infty 2x\,dx.$$",
        r"Let $f(x) = e^{-x}$ for $0 < x < b$. Then $$\int_t^\infty f(x)\,dx = e^{-t}.$$",
        r"Let $f(x) = 2x$ for $0 < x < 1$. Then $$\int_0^1 f(2x)\,dx = 2.$$",
        r"Let $p(k) = 1/2$ for $1 \le k \le 2$. Then $$\sum_{k=1}^2 p(2k) = 1.$$",
        r"Let $L(x) = 3$ where $x > 0$ is the observed value. Then $$\int_0^1 L(x)\,dx = 3.$$",
        r"Let $f(x) = 1$ for $x < 0$. Then $$\int_{-1}^1 f(x)\,dx = 2.$$",
        r"Let $f(x; \theta) = 1/\theta$ for $0 < x < \theta$. Then $$\int_0^1 f(x; \theta)\,dx = 1/\theta.$$",
        r"Let $f(x; \theta) = 1/\theta$ for $0 < x < \theta$. Then $$\int_0^{2\theta} f(x; \theta)\,dx = 2.$$",
        r"Let $a < b$ and let $g(a) = 1$. Then $$\int_0^1 g(x)\,dx = 1.$$",
        r"Let $h(c) = 3$ for some $c > 0$. Then $$\int_0^1 h(x)\,dx = 3.$$",
        r"Let $p(k) = 1/2$ for $k = 1$. Then $$\sum_{k=1}^2 p(k) = 1.$$",
        r"Let $p(k) = 1/n$ for $k = 1, \dots, n$. Then $$\sum_{k=0}^n p(k) = (n + 1)/n.$$",
        r"Let $p_k = 1/K$ for $k = 1, \dots, K$. Then $$\sum_{k=0}^K p_k = (K + 1)/K.$$",
        r"Let $p_k = 1/K$ for some $k$. Then $$\sum_{k=1}^K p_k = 1.$$",
        r"Let $E[c] = 3$ for $c > 0$. Then $$E[X] = 3.$$",
    ],
)
def test_elsewhere_a_definition_proves_nothing(text):
    assert last(text) not in ("proved", "follows")


@pytest.mark.parametrize(
    "text",
    [
        "Let $f(x) = 2x$ for $0 < x < 1$ and $f(x) = 0$ otherwise. Then $$f(2) = 0.$$",
        "The density is $f(x) = 2x$ for $0 < x < 1$. Then $$f(2) = 0.$$",
        r"The density is $f(x) = 2x$ for $0 < x < 1$. Then $$\int_0^2 f(x)\,dx = 1.$$",
        r"The density is $f(x) = \lambda e^{-\lambda x}$ if $x > 0$. Then $$\int_{-1}^\infty f(x)\,dx = 1.$$",
    ],
)
def test_elsewhere_a_definition_refutes_nothing(text):
    assert last(text) not in WRONG


@pytest.mark.parametrize(
    "text",
    [
        "Let $f(x) = 2x$ for $0 < x < 1$. Then $$f(1/2) = 1.$$",
        r"Let $$f(x) = \lambda e^{-\lambda x}, \quad x > 0.$$ Then $$\int_0^\infty f(x)\,dx = 1.$$",
        r"Let $f(x) = 1/(b - a)$ for $a \le x \le b$. Then $$\int_a^b x f(x)\,dx = (a + b)/2.$$",
        r"Let $$f(x) = \frac{1}{b - a}, \quad a \le x \le b.$$ Then $$\int_a^b f(x)\,dx = 1.$$",
        r"Let $f(x \mid b) = 1/b$ if $0 < x < b$ and zero otherwise. Then $$\int_0^b f(x \mid b) dx = 1.$$",
        r"Let $f(y; \theta) = 1/\theta$ for $0 < y < \theta$. Then $$\prod_{i=1}^n f(y_i; \theta) = \theta^{-n}.$$",
        r"Let $f(x) = 2x$ for $0 < x < 1$. Then $$F(t) = \int_0^t f(x)\,dx = t^2.$$",
        r"Let $f(x) = e^{-x}$ for $x > 0$. Then $$S(t) = \int_t^\infty f(u)\,du = e^{-t}.$$",
        r"Let $f(x) = e^{-x}$ for $x > 0$. Then $$\int_0^\infty f(2x)\,dx = \frac12.$$",
        r"Let $p(x) = 1/6$ for $x = 1, \dots, 6$. Then $$\sum_{x=1}^6 x p(x) = 7/2.$$",
        r"Let $$p(k) = \frac{1}{n} \quad \text{for } k = 1, \dots, n.$$ Then $$\sum_{k=1}^n k p(k) = (n + 1)/2.$$",
        r"Let $p_k = 1/K$ for $k = 1, \dots, K$. Then $$-\sum_{k=1}^K p_k \log p_k = \log K.$$",
        r"Let $x_i = 2y_i$ for $i = 1, \dots, n$" + TOTALS,
        r"Let $x_i = 2y_i$ for $1 \le i \le n$" + TOTALS,
        r"Let $x_i = 2y_i$ for $i = 2, \dots, n$" + TOTALS.replace("i=1", "i=2"),
        r"Let $y_n = 2a_n$" + OUTPUTS,
        r"Let $p_k = e^{z_k}/\sum_j e^{z_j}$ for $k = 1, \dots, K$. Then $$\sum_k p_k = 1.$$",
    ],
)
def test_there_it_holds(text):
    assert last(text) == "proved"

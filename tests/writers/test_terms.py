"""How terms, sets and propositions are printed in LaTeX and in text."""

from __future__ import annotations

from typing import Any

import pytest

from mlce_sym.writers import latex, text
from mlce_sym.writers.context import Unprintable

NOTATION: dict[str, dict[str, Any]] = {
    "p": {"subscripts": 1},
    "P": {"subscripts": 1, "parameters": 1, "support": ["Range", 0, 1]},
    "Q": {"parameters": 1, "support": ["Range", 0, 1]},
    "phat": {"latex": r"\hat p", "text": "p̂", "support": ["Range", 0, 1]},
    "CE": {"latex": r"\mathrm{CE}"},
    "best": {"latex": r"\theta^*", "text": "θ*"},
}

i_to_n = ["Range", 1, "n"]
half = ["Rational", 1, 2]
pi = ["Constant", "pi"]
y_i, x_i = ["Indexed", "y", "i"], ["Indexed", "x", "i"]
p_i = ["Apply", "p", "i", "theta"]
f = ["Apply", "f", "t"]


def minus(term: Any) -> list[Any]:
    return ["Mul", -1, term]


def over(a: Any, b: Any) -> list[Any]:
    return ["Mul", a, ["Pow", b, -1]]


def total(body: Any, index: str = "i") -> list[Any]:
    return ["Sum", index, i_to_n, body]


def slope(point, body=("log", "theta")):
    return ["Derivative", "theta", ["Near", ["Above", 0], point], list(body)]


def integral(body, low=0, high=1):
    return ["Integral", "t", ["Between", low, high], body]


one_minus_y, one_minus_p = ["Add", 1, minus(y_i)], ["Add", 1, minus(p_i)]
log_terms = ["Add", ["Mul", one_minus_y, ["log", one_minus_p]], ["Mul", y_i, ["log", p_i]]]
one_hot = ["KroneckerDelta", "k", y_i]

TERMS = [
    (["factorial", ["Rational", 5, 3]], "(5/3)!", "(5/3)!"),
    (["factorial", ["Mul", "x", ["Pow", "y", -1]]], "(x/y)!", "(x/y)!"),
    # plain logs, entries and subscripts
    (["log", "p"], r"\log p", "log p"),
    (["log", one_minus_p], r"\log(1 - p_i(\theta))", "log(1 − p_i(θ))"),
    (["log", ["Mul", 2, pi]], r"\log(2 \pi)", "log(2 π)"),
    (["log", ["Pow", "a", "b"]], r"\log(a^b)", "log(a^b)"),
    (["log", over("a", "b")], r"\log\frac{a}{b}", "log(a/b)"),
    (["log", ["log", "x"]], r"\log(\log x)", "log(log x)"),
    (["Pow", ["log", "a"], 2], r"(\log a)^2", "(log a)²"),
    (y_i, "y_i", "y_i"),
    (["Indexed", "x", "i", ["Add", "j", -1]], "x_{i,j - 1}", "x_{i,j − 1}"),
    # data before logs, positive terms first, the simpler term first
    (["Mul", ["log", "theta"], y_i], r"y_i \log\theta", "y_i log θ"),
    (
        log_terms,
        r"y_i \log p_i(\theta) + (1 - y_i) \log(1 - p_i(\theta))",
        "y_i log p_i(θ) + (1 − y_i) log(1 − p_i(θ))",
    ),
    (["Add", minus("mu"), y_i], r"y_i - \mu", "y_i − μ"),
    (["Add", minus("theta"), 1], r"1 - \theta", "1 − θ"),
    (["Add", 1, "n"], "n + 1", "n + 1"),
    (["Add", -1, "x", minus(["log", "x"])], r"x - 1 - \log x", "x − 1 − log x"),
    (["Add", ["Pow", "x", 2], 1, ["Mul", 2, "x"]], "x^2 + 2 x + 1", "x² + 2 x + 1"),
    (["Add", 1, ["exp", minus("x")]], "1 + e^{-x}", "1 + exp(−x)"),
    (["Mul", "theta", ["Add", 1, minus("theta")], "n"], r"n \theta (1 - \theta)", "n θ (1 − θ)"),
    # no minus sign loses its brackets
    (["Add", "a", minus(["Add", "b", "c"])], "a - (b + c)", "a − (b + c)"),
    (["Add", ["Add", "a", minus("b")], minus(["Add", "c", minus("d")])], "(a - b) - (c - d)", "(a − b) − (c − d)"),
    (["Mul", "a", minus("b")], "-a b", "−a b"),
    (["Pow", -1, "k"], "(-1)^k", "(−1)^k"),
    (-7, "-7", "−7"),
    # fractions
    (over("a", "b"), r"\frac{a}{b}", "a/b"),
    (over(["Add", "a", minus("b")], ["Add", 1, over("b", "a")]), r"\frac{a - b}{1 + \frac{b}{a}}", "(a − b)/(1 + b/a)"),
    (["Rational", -2, 3], r"-\frac{2}{3}", "−2/3"),
    (["Mul", half, "x"], r"\frac{x}{2}", "x/2"),
    (["Mul", half, ["log", "x"]], r"\frac{1}{2} \log x", "(1/2) log x"),
    (over(["log", "a"], ["log", "b"]), r"\frac{\log a}{\log b}", "log(a)/(log b)"),
    (["Pow", ["Add", "a", "b"], -2], r"\frac{1}{(a + b)^2}", "1/(a + b)²"),
    (["Pow", half, "k"], r"\Bigl(\frac{1}{2}\Bigr)^k", "(1/2)^k"),
    (["Apply", "CE", ["Rational", 1, 4]], r"\mathrm{CE}(1/4)", "CE(1/4)"),
    (
        ["Mul", ["Pow", ["Mul", 2, pi, ["Pow", "sigma", 2]], ["Rational", -1, 2]], ["exp", over(minus("x"), "sigma")]],
        r"\frac{1}{\sqrt{2 \pi \sigma^2}} \exp\Bigl(-\frac{x}{\sigma}\Bigr)",
        "(1/√(2 π σ²)) exp(−x/σ)",
    ),
    (  # but it stands above another one
        ["Mul", ["exp", over("x", "sigma")], ["Pow", ["Add", 1, ["exp", over("x", "sigma")]], -1]],
        r"\frac{\exp\Bigl(\frac{x}{\sigma}\Bigr)}{1 + \exp\Bigl(\frac{x}{\sigma}\Bigr)}",
        "exp(x/σ)/(1 + exp(x/σ))",
    ),
    # powers and exponentials
    (["Pow", p_i, y_i], r"p_i(\theta)^{y_i}", "p_i(θ)^{y_i}"),
    (
        ["Mul", ["Pow", one_minus_p, one_minus_y], ["Pow", p_i, y_i]],
        r"p_i(\theta)^{y_i} (1 - p_i(\theta))^{1 - y_i}",
        "p_i(θ)^{y_i} (1 − p_i(θ))^{1 − y_i}",
    ),
    (["Pow", ["Pow", "a", "b"], "c"], "(a^b)^c", "(a^b)^c"),
    (["Pow", "x", ["Rational", 3, 2]], "x^{3/2}", "x^{3/2}"),
    (["Pow", "x", ["Rational", -3, 2]], r"\frac{1}{x^{3/2}}", "1/x^{3/2}"),
    (["Pow", "x", half], r"\sqrt{x}", "√x"),
    (["Pow", "x", over(minus("y"), ["Mul", 2, "n"])], "x^{-y/(2 n)}", "x^{−y/(2 n)}"),
    (["Pow", "best", 2], r"(\theta^*)^2", "(θ*)²"),
    (["Mul", ["exp", minus("lambda")], ["Pow", "lambda", y_i]], r"\lambda^{y_i} e^{-\lambda}", "λ^{y_i} exp(−λ)"),
    (["exp", 1], "e", "e"),
    (["Mul", "e", ["exp", 1]], r"e \exp(1)", "e exp(1)"),
    (["Mul", 3, ["Pow", 2, "x"]], r"3 \cdot 2^x", "3 · 2^x"),
    (["Mul", 2, 3, "x"], r"2 \cdot 3 x", "2 · 3 x"),
    # sums and products: the body of several terms in brackets, the scope never in doubt
    (
        ["Mul", -1, ["Pow", "n", -1], total(log_terms)],
        r"-\frac{1}{n} \sum_{i=1}^{n} \bigl[y_i \log p_i(\theta) + (1 - y_i) \log(1 - p_i(\theta))\bigr]",
        "−(1/n) Σ_{i=1}^{n} [y_i log p_i(θ) + (1 − y_i) log(1 − p_i(θ))]",
    ),
    (total(one_minus_y), r"\sum_{i=1}^{n} (1 - y_i)", "Σ_{i=1}^{n} (1 − y_i)"),
    (total(minus(y_i)), r"\sum_{i=1}^{n} (-y_i)", "Σ_{i=1}^{n} (−y_i)"),
    (["Mul", ["log", "theta"], total(y_i)], r"\Bigl(\sum_{i=1}^{n} y_i\Bigr) \log\theta", "(Σ_{i=1}^{n} y_i) log θ"),
    (
        ["Mul", total(x_i), total(y_i)],
        r"\Bigl(\sum_{i=1}^{n} x_i\Bigr) \sum_{i=1}^{n} y_i",
        "(Σ_{i=1}^{n} x_i) Σ_{i=1}^{n} y_i",
    ),
    (["Add", total(x_i), minus("mu")], r"\Bigl(\sum_{i=1}^{n} x_i\Bigr) - \mu", "(Σ_{i=1}^{n} x_i) − μ"),
    (["Add", total(x_i), "mu"], r"\mu + \sum_{i=1}^{n} x_i", "μ + Σ_{i=1}^{n} x_i"),
    (["Add", total(x_i), total(y_i)], r"\sum_{i=1}^{n} x_i + \sum_{i=1}^{n} y_i", "Σ_{i=1}^{n} x_i + Σ_{i=1}^{n} y_i"),
    (["Pow", total(x_i), 2], r"\Bigl(\sum_{i=1}^{n} x_i\Bigr)^2", "(Σ_{i=1}^{n} x_i)²"),
    (["log", ["Product", "i", i_to_n, x_i]], r"\log\prod_{i=1}^{n} x_i", "log Π_{i=1}^{n} x_i"),
    (
        ["Add", ["log", ["Product", "i", i_to_n, x_i]], minus(1)],
        r"\log\Bigl(\prod_{i=1}^{n} x_i\Bigr) - 1",
        "log(Π_{i=1}^{n} x_i) − 1",
    ),
    (["Mul", ["log", "a"], ["log", "b"]], r"\log(a) \log b", "log(a) log b"),
    (slope("theta"), r"\frac{\mathrm{d}}{\mathrm{d} \theta} \log\theta", "d/dθ log θ"),
    (slope(0), r"\frac{\mathrm{d}}{\mathrm{d} \theta} \Big|_{\theta=0} \log\theta", "d/dθ|_{θ=0} log θ"),
    (["Mul", slope("theta"), "x"], r"x \frac{\mathrm{d}}{\mathrm{d} \theta} \log\theta", "x d/dθ log θ"),
    (slope("theta", slope("theta")), r"\frac{\mathrm{d}^{2}}{\mathrm{d} \theta^{2}} \log\theta", "d²/dθ² log θ"),
    (
        slope(0, slope("theta")),
        r"\frac{\mathrm{d}^{2}}{\mathrm{d} \theta^{2}} \Big|_{\theta=0} \log\theta",
        "d²/dθ²|_{θ=0} log θ",
    ),
    (
        slope("theta", slope(0)),  # of a number
        r"\frac{\mathrm{d}}{\mathrm{d} \theta} \frac{\mathrm{d}}{\mathrm{d} \theta} \Big|_{\theta=0} \log\theta",
        "d/dθ d/dθ|_{θ=0} log θ",
    ),
    (
        ["Pow", slope("theta"), 2],
        r"\Bigl(\frac{\mathrm{d}}{\mathrm{d} \theta} \log\theta\Bigr)^2",
        "(d/dθ log θ)²",
    ),
    (
        [*slope(0)[:-1], over("theta", 2)],
        r"\frac{\mathrm{d}}{\mathrm{d} \theta} \Big|_{\theta=0} \Bigl(\frac{\theta}{2}\Bigr)",
        "d/dθ|_{θ=0} (θ/2)",
    ),
    (integral(f), r"\int_{0}^{1} f(t) \, \mathrm{d} t", "∫_{0}^{1} f(t) dt"),
    (integral(["Add", f, 1]), r"\int_{0}^{1} [f(t) + 1] \, \mathrm{d} t", "∫_{0}^{1} [f(t) + 1] dt"),
    (integral(minus(f), half, "n"), r"\int_{1/2}^{n} [-f(t)] \, \mathrm{d} t", "∫_{1/2}^{n} [−f(t)] dt"),
    (["Add", integral(f), 1], r"1 + \int_{0}^{1} f(t) \, \mathrm{d} t", "1 + ∫_{0}^{1} f(t) dt"),
    (
        ["Mul", "x", integral(f), ["log", "x"]],
        r"x \Bigl(\int_{0}^{1} f(t) \, \mathrm{d} t\Bigr) \log x",
        "x (∫_{0}^{1} f(t) dt) log x",
    ),
    (over(1, integral(f)), r"\frac{1}{\int_{0}^{1} f(t) \, \mathrm{d} t}", "1/(∫_{0}^{1} f(t) dt)"),
    (
        ["log", integral(f)],
        r"\log\Bigl(\int_{0}^{1} f(t) \, \mathrm{d} t\Bigr)",
        "log(∫_{0}^{1} f(t) dt)",
    ),
    (
        ["Integral", "x", ["Between", "a", "b"], ["Mul", "x", integral(f)]],
        r"\int_{a}^{b} x \int_{0}^{1} f(t) \, \mathrm{d} t \, \mathrm{d} x",
        "∫_{a}^{b} x ∫_{0}^{1} f(t) dt dx",
    ),
    (["Sum", "k", ["Range", 0, 1], one_hot], r"\sum_{k=0}^{1} \delta_{k y_i}", "Σ_{k=0}^{1} δ_{k y_i}"),
    (["KroneckerDelta", 1, y_i], r"\delta_{1, y_i}", "δ_{1, y_i}"),
    (["Mul", "delta", one_hot], r"\delta [k = y_i]", "δ [k = y_i]"),
    # optima, entropies
    (
        ["ArgMax", "theta", "Theta", ["Apply", "L", "theta"]],
        r"\operatorname*{arg\,max}_{\theta \in \Theta} L(\theta)",
        "arg max_{θ ∈ Θ} L(θ)",
    ),
    (
        ["ArgMax", "theta", ["Interval", 0, 1], ["Mul", -1, "n", ["Apply", "CE", "theta"]]],
        r"\operatorname*{arg\,max}_{\theta \in (0, 1)} [-n \, \mathrm{CE}(\theta)]",
        "arg max_{θ ∈ (0, 1)} [−n CE(θ)]",
    ),
    (
        ["CrossEntropy", "k", ["Range", 0, 1], one_hot, ["Apply", "P", "i", "k", "theta"]],
        r"H\bigl(\delta_{y_i}, P_i(\cdot; \theta)\bigr)",
        "H(δ_{y_i}, P_i(·; θ))",
    ),
    (
        ["KLDivergence", "k", ["Range", 0, 1], ["Apply", "phat", "k"], ["Apply", "Q", "k", "theta"]],
        r"\mathrm{KL}\bigl(\hat p \,\|\, Q(\cdot; \theta)\bigr)",
        "KL(p̂ ‖ Q(·; θ))",
    ),
    (["Entropy", "k", ["Range", 0, 1], ["Apply", "phat", "k"]], r"H(\hat p)", "H(p̂)"),
    (["Entropy", "k", ["Range", 0, 2], ["Apply", "phat", "k"]], r"H_{k=0}^{2}(\hat p(k))", "H_{k=0}^{2}(p̂(k))"),
    (["Entropy", "k", ["Range", 0, 1], half], r"H_{k=0}^{1}\Bigl(\frac{1}{2}\Bigr)", "H_{k=0}^{1}(1/2)"),
    (
        ["CrossEntropy", "k", ["Range", 0, 1], ["Apply", "phat", ["Add", 1, minus("k")]], ["Apply", "Q", "k", "theta"]],
        r"H_{k=0}^{1}\bigl(\hat p(1 - k), Q(k; \theta)\bigr)",
        "H_{k=0}^{1}(p̂(1 − k), Q(k; θ))",
    ),
    # names
    ("theta_1", r"\theta_1", "θ_1"),
    ("x12", "x_{12}", "x_{12}"),
    ("lambda", r"\lambda", "λ"),
    ("ReLU", r"\mathrm{ReLU}", "ReLU"),
    ("thetahat", r"\hat{\theta}", "θ̂"),
    ("beta", r"\beta", "β"),
    (["Add", "E", "S", "i"], "E + S + i", "E + S + i"),
    (["Mul", "x_1", ["Indexed", "x", 1]], r"\mathrm{x\_1} x_1", "x_1 x_1"),
    (["Mul", "pi", pi], r"\pi \, \mathrm{pi}", "π pi"),
    (["Mul", "g", ["Apply", "g", "x"], ["Add", "x", 1]], r"g \cdot (x + 1) g(x)", "g · (x + 1) g(x)"),
    (["Mul", "g", ["Pow", ["Apply", "g", "x"], 0], ["Add", "x", 1]], r"g \cdot (x + 1) g(x)^0", "g · (x + 1) g(x)⁰"),
    (["Add", ["Mul", "g", ["Add", "x", 1]], ["Apply", "g", 1]], r"g \cdot (x + 1) + g(1)", "g · (x + 1) + g(1)"),
    # sets and propositions
    (["Interval", 0, 1], "(0, 1)", "(0, 1)"),
    (["Above", 0], r"(0, \infty)", "(0, ∞)"),
    (["Below", "b"], r"(-\infty, b)", "(−∞, b)"),
    (["From", 0], r"\{0, 1, \dots\}", "{0, 1, …}"),
    (["Sum", "k", ["From", 0], ["Pow", "a", "k"]], r"\sum_{k=0}^{\infty} a^k", "Σ_{k=0}^{∞} a^k"),
    (
        ["ImproperIntegral", "u", "Reals", ["exp", "u"]],
        r"\int_{-\infty}^{\infty} e^{u} \, \mathrm{d} u",
        "∫_{−∞}^{∞} exp(u) du",
    ),
    (["ImproperIntegral", "u", "A", "u"], r"\int_{A} u \, \mathrm{d} u", "∫_{A} u du"),
    (
        ["Converges", "k", ["From", "l"], ["Apply", "f", "k"]],
        r"\sum_{k=l}^{\infty} \lvert f(k) \rvert < \infty",
        "Σ_{k=l}^{∞} |f(k)| < ∞",
    ),
    (["Finite", 0, 1], r"\{0, 1\}", "{0, 1}"),
    (["Finite", half], r"\{1/2\}", "{1/2}"),
    (["Range", 1, "n"], r"\{1, \dots, n\}", "{1, …, n}"),
    (["Without", "Theta", "ybar"], r"\Theta \setminus \{\bar{y}\}", "Θ ∖ {ȳ}"),
    (["Empty"], r"\varnothing", "∅"),
    (["Lt", 0, "x"], "x > 0", "x > 0"),
    (["Le", 1, "n"], r"n \ge 1", "n ≥ 1"),
    (["Lt", 0, 1], "0 < 1", "0 < 1"),
    (["Chain", 0, "Lt", p_i, "Lt", 1], r"0 < p_i(\theta) < 1", "0 < p_i(θ) < 1"),
    (["Ne", "a", "b"], r"a \ne b", "a ≠ b"),
    (["Member", "n", "Integers"], r"n \in \mathbb{Z}", "n ∈ ℤ"),
    (
        ["Not", ["Member", "a", ["ArgMin", "t", "A", f]]],
        r"a \notin \operatorname*{arg\,min}_{t \in A} f(t)",
        "a ∉ arg min_{t ∈ A} f(t)",
    ),
    (["ForAll", "t", "A", ["Lt", 0, f]], r"f(t) > 0 \text{ for all } t \in A", "f(t) > 0 for all t ∈ A"),
    (
        ["ForAll", "theta", "Theta", ["ForAll", "i", i_to_n, ["Lt", p_i, 1]]],
        r"p_i(\theta) < 1 \text{ for all } \theta \in \Theta \text{ and } i = 1, \dots, n",
        "p_i(θ) < 1 for all θ ∈ Θ and i = 1, …, n",
    ),
    (["Lambda", ["i"], y_i], r"i \mapsto y_i", "i ↦ y_i"),
]


@pytest.mark.parametrize(("term", "tex", "plain"), TERMS, ids=[tex for _, tex, _ in TERMS])
def test_term(term: Any, tex: str, plain: str) -> None:
    assert latex.term(term, NOTATION) == tex
    assert text.term(term, NOTATION) == plain


@pytest.mark.parametrize(
    "bad",
    [
        *(["Nonsense", 1], ["Pow", "x"], ["log"], [], None, ["Sum", "i", ["Interval", 0, 1], "x"], ["Constant", "e"]),
        *(["Integral", "t", ["Interval", 0, 1], "t"], ["Integral", "t", 0, 1]),
    ],
)
def test_what_is_no_term_is_refused_in_one_line(bad: Any) -> None:
    with pytest.raises(Unprintable) as refused:
        latex.term(bad, {})
    assert "\n" not in str(refused.value)

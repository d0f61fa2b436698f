r"""Functions that are no heads of the language but have a usual name, and a formula for what they are: logit, log1p,
relu; as LaTeX in x, and in y and z where they take more.

>>> parameters("logit"), parameters("clip")
(('x',), ('x', 'y', 'z'))
"""

from __future__ import annotations

import re

LETTERS = {"sigma": "logistic", "phi": "normal_density", "varphi": "normal_density"}  # where they are no numbers
WORDS = {
    **{"logit": r"\log\frac{x}{1-x}", "softplus": r"\log(1 + \exp(x))", "log1p": r"\log(1 + x)"},
    **{"normal_density": r"\frac{1}{\sqrt{2\pi}} \exp(-\frac{x^2}{2})", "expm1": r"\exp(x) - 1"},
    **dict.fromkeys(("expit", "sigm", "sigmoid", "logistic"), r"\frac{1}{1+\exp(-x)}"),
    **{"log10": r"\frac{\log x}{\log 10}", "log2": r"\frac{\log x}{\log 2}"},
    **dict.fromkeys(("relu", "ReLU"), r"\max(x, 0)"),
    **dict.fromkeys(("lgamma", "gammaln", "loggamma"), r"\log\Gamma(x)"),
    **{"erfc": r"1 - \operatorname{erf}(x)", "clip": r"\min(\max(x, y), z)"},
    "xlogy": r"\begin{cases} 0 & x = 0 \\ x\log y & x \ne 0 \end{cases}",
    **dict.fromkeys(("comb", "nCr", "choose", "binom"), r"\binom{x}{y}"),
}


def parameters(name: str) -> tuple[str, ...]:
    """What the formula of a function is written in, in the order of its arguments."""
    return tuple(sorted(set(re.findall(r"(?<![\\a-z])[xyz](?![a-z])", WORDS[name]))))

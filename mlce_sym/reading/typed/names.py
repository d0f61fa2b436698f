r"""Names: how each is written in LaTeX, and which words stand for functions and constants.

Names are looked up by their LaTeX, so that `sigma`, `\sigma` and `σ` are one name, as are `x_m` and
`x_{m}`:

>>> [spelled(name) for name in ("sigma", "k", "mu_0", "x_min", "beta10", "rate", "scale_left")]
['\\sigma', 'k', '\\mu_0', 'x_{\\min}', '\\beta_{10}', '\\mathrm{rate}', '\\mathrm{scale}_{\\mathrm{left}}']
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from sympy import Set, Symbol

SMALL = re.findall(
    "[a-z]+",
    "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi pi rho sigma tau upsilon phi chi psi "
    "omega",
)
CAPITAL = ["Gamma", "Delta", "Theta", "Lambda", "Xi", "Pi", "Sigma", "Phi", "Psi", "Omega"]
VARIANTS = ["varepsilon", "vartheta", "varkappa", "varpi", "varrho", "varsigma", "varphi", "Upsilon", "ell"]
GREEK = (*SMALL, *CAPITAL, *VARIANTS)
LETTERS = dict(zip("αβγδεζηθικλμνξπρστυφχψωΓΔΘΛΞΠΣΦΨΩ", (*SMALL, *CAPITAL), strict=True))
SCRIPTS = (*GREEK, "min", "max", "inf", "sup")

# The functions of plain text, and what each is.
NAMESAKES = re.findall(
    "[a-z]+",
    "exp log sqrt abs cos sin tan cosh sinh tanh sech asinh erf erfc gamma beta binomial factorial besseli max min Phi",
)
FUNCTIONS = {
    **{name: name for name in NAMESAKES},
    **{"ln": "log", "Abs": "abs", "Max": "max", "Min": "min", "Gamma": "gamma", "arsinh": "asinh", "arcsinh": "asinh"},
}
# Those that LaTeX writes without brackets, as in \log y.
PREFIXES = (
    "exp",
    "log",
    "ln",
    "cos",
    "sin",
    "tan",
    "cosh",
    "sinh",
    "tanh",
    "sech",
    "erf",
    "erfc",
    "asinh",
    "arsinh",
    "arcsinh",
)

# The LaTeX of each declared name, and its symbol; None while declarations are read, when every name is one.
Known = Mapping[str, Symbol] | None


@dataclass(frozen=True)
class Declared:
    """A name that stands for a real number: its symbol, without assumptions; its LaTeX; the set that it lies in."""

    symbol: Symbol
    latex: str
    domain: Set


def spelled(name: str) -> str:
    """The LaTeX of a name, such as `x_{\\min}` of x_min."""
    stem, _, script = name.partition("_")
    numbered = None if script else re.fullmatch(r"([A-Za-z]+)([0-9]+)", name)
    if numbered:
        stem, script = numbered.groups()
    return _stem(stem) + (f"_{_script(script)}" if script else "")


def _stem(text: str) -> str:
    if text in GREEK:
        return f"\\{text}"
    return text if len(text) == 1 else f"\\mathrm{{{text}}}"


def _script(text: str) -> str:
    if len(text) == 1 or text in GREEK:
        return _stem(text)
    command = f"\\{text}" if text in SCRIPTS else text if text.isdigit() else f"\\mathrm{{{text}}}"
    return f"{{{command}}}".replace("_", r"\_")


def is_known(name: str, known: Known) -> bool:
    """Whether a name is declared; while declarations are read each name is."""
    return known is None or spelled(name) in known

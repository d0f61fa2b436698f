"""Functions that numerical libraries have because the formula that defines them overflows or cancels.

Each is declared once: what it means, and how Python, NumPy with SciPy, PyTorch and JAX write it. A term with such
functions is again a term of the language, by their meaning.

>>> meant(PRIMITIVES["softplus"](x) - x)
-x + log(exp(x) + 1)
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sympy import (
    Basic,
    Expr,
    Function,
    Lambda,
    besseli,
    beta,
    binomial,
    cosh,
    erf,
    exp,
    gamma,
    log,
    sqrt,
    symbols,
)

from ..border.binding import substitute

a, b, n, x, y = symbols("a b n x y")


@dataclass(frozen=True)
class Primitive:
    """A function of numbers: its parameters, its meaning, and its name in each library, with {0} for an argument.

    Where a library has no such function, `helpers` of `code.py` define one of the name that is written.
    """

    name: str
    meaning: Lambda
    numpy: str
    torch: str
    jax: str
    python: str

    @property
    def head(self) -> Any:
        return Function(self.name)

    def __call__(self, *arguments: Any) -> Expr:
        applied: Expr = self.head(*arguments)
        return applied

    def written(self, target: str) -> str:
        return str(getattr(self, target))


def _unary(name: str, meaning: Expr, numpy: str, torch: str, jax: str, python: str) -> Primitive:
    texts = (f"{text}({{0}})" for text in (numpy, torch, jax, python))
    return Primitive(name, Lambda(x, meaning), *texts)


def _binary(name: str, meaning: Expr, numpy: str, torch: str, jax: str, python: str) -> Primitive:
    texts = (f"{text}({{0}}, {{1}})" for text in (numpy, torch, jax, python))
    return Primitive(name, Lambda((x, y), meaning), *texts)


_ALL = (
    _unary("softplus", log(1 + exp(x)), *["_softplus"] * 4),
    _unary("sigmoid", 1 / (1 + exp(-x)), "special.expit", "torch.sigmoid", "jax.nn.sigmoid", "_sigmoid"),
    _unary("log1p", log(1 + x), "np.log1p", "torch.log1p", "jnp.log1p", "math.log1p"),
    _unary("expm1", exp(x) - 1, "np.expm1", "torch.expm1", "jnp.expm1", "math.expm1"),
    _unary("log1psq", log(1 + x**2), *["_log1psq"] * 4),
    _unary("log1mexp", log(1 - exp(-x)), *["_log1mexp"] * 4),
    _unary("logcosh", log(cosh(x)), *["_logcosh"] * 4),
    _unary("gammaln", log(gamma(x)), "special.gammaln", "torch.lgamma", "special.gammaln", "math.lgamma"),
    _unary("hypot1", sqrt(1 + x**2), *["_hypot1"] * 4),
    _unary("over_hypot1", x / sqrt(1 + x**2), *["_over_hypot1"] * 4),
    _unary("exprel", (exp(x) - 1) / x, "special.exprel", "_exprel", "_exprel", "_exprel"),
    _unary("erfcx", exp(x**2) * (1 - erf(x)), "special.erfcx", "torch.special.erfcx", "_erfcx", "_erfcx"),
    _unary("erfc", 1 - erf(x), "special.erfc", "torch.erfc", "special.erfc", "math.erfc"),
    _unary(
        "log_ndtr",
        log(1 + erf(x / sqrt(2))) - log(2),
        "special.log_ndtr",
        "torch.special.log_ndtr",
        "special.log_ndtr",
        "_log_ndtr",
    ),
    _binary("logaddexp", log(exp(x) + exp(y)), "np.logaddexp", "torch.logaddexp", "jnp.logaddexp", "_logaddexp"),
    _binary("xlogy", x * log(y), "special.xlogy", "torch.special.xlogy", "special.xlogy", "_xlogy"),
    _binary("xlog1py", x * log(1 + y), "special.xlog1py", "torch.special.xlog1py", "special.xlog1py", "_xlog1py"),
    Primitive("ive", Lambda((n, x), besseli(n, x) * exp(-x)), *["special.ive({0}, {1})"] * 4),
    _binary("betaln", log(beta(x, y)), *["_betaln"] * 4),
    _binary("logbinomial", log(binomial(x, y)), *["_logbinomial"] * 4),
)
PRIMITIVES: Mapping[str, Primitive] = {one.name: one for one in _ALL}
MEANINGS: Mapping[Any, Lambda] = {one.head: one.meaning for one in _ALL}


def meant(term: Basic) -> Any:
    """The term by what the primitives mean."""
    return substitute(term, MEANINGS)


def primitives_of(term: Basic) -> Iterator[str]:
    """The names of the primitives in a term."""
    yield from (name for name, one in PRIMITIVES.items() if term.has(one.head))

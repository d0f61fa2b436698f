"""How Python, NumPy with SciPy, PyTorch and JAX write a formula: imports, functions, and helpers that a library lacks.

>>> sorted(TARGETS)
['jax', 'numpy', 'python', 'torch']
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

# Functions of SymPy and of the language by the names of their classes; {0} is the first argument.
ARRAYS = {
    **{name: f"@.{name}({{0}})" for name in ("exp", "log", "sqrt", "cos", "sin", "cosh", "sinh", "tanh", "sign")},
    **{"Abs": "@.abs({0})", "Max": "@.maximum({0}, {1})", "Min": "@.minimum({0}, {1})"},
}
SPECIAL = {"digamma": "special.digamma({0})", "polygamma": "special.polygamma({0}, {1})", "erf": "special.erf({0})"}
PYTHON = {
    **{name: f"math.{name}({{0}})" for name in ("exp", "log", "sqrt", "cos", "sin", "cosh", "sinh", "tanh", "erf")},
    **{"asinh": "math.asinh({0})", "gamma": "math.gamma({0})", "sign": "_sign({0})", "Abs": "abs({0})"},
    **{"Max": "max({0}, {1})", "Min": "min({0}, {1})", "digamma": "_digamma({0})", "polygamma": "_polygamma({0}, {1})"},
}


@dataclass(frozen=True)
class Target:
    """A library: the head of a module, its functions, its helpers, and how cases and constants are written."""

    name: str
    imports: str
    array: str  # the type of an argument
    result: str
    read: str  # an argument as an array of floats
    where: str  # {0} where {1}, else {2}
    functions: Mapping[str, str]
    helpers: Mapping[str, str]
    pi: str
    reduced: str
    least_squares: str = ""  # the b with the least |{1} − {0} b|
    takes_numbers: bool = True  # whether its functions take plain numbers
    less_exact: Mapping[str, str] = field(default_factory=dict)  # what is to be said of a text in which a name stands


REDUCED = '''
def _reduced(each: {array}, weights: {array} | None, reduction: str, *others: {array}) -> {array}:
    """The weighted mean or sum over the observations, or what there is of each; others are arrays of their shape."""
    each = {broadcast}({array_of}(each), *others)[0]
    if weights is not None:
        each = each * weights
    if reduction == "none":
        return each
    if reduction == "sum":
        return each.sum()
    if reduction != "mean":
        raise ValueError(f"reduction is 'mean', 'sum' or 'none', not {{reduction!r}}")
    return each.mean() if weights is None else each.sum() / ({ones}(each) * weights).sum()
'''
OF_ONE = '''
def _reduced(each: float, weights: float | None, reduction: str, *others: float) -> float:
    """One observation is its own mean and sum; a mean is not changed by its weight."""
    if reduction not in ("mean", "sum", "none"):
        raise ValueError(f"reduction is 'mean', 'sum' or 'none', not {reduction!r}")
    return each if weights is None or reduction == "mean" else each * weights
'''


def _helpers(lib: str, abs_: str, where: str, zeros: str, one: str) -> dict[str, str]:
    """log(1 + e^x), log(1 − e^{−x}) and log cosh x for arrays."""
    return {
        "_softplus": f"def _softplus(x):\n    return {lib}.logaddexp(x, {zeros})\n",
        "_log1mexp": (
            "def _log1mexp(x):\n"
            '    """log(1 - exp(-x)) for x > 0: Maechler, Accurately computing log(1 - exp(-|a|)), 2012."""\n'
            f"    return {where}(x < 0.6931471805599453, {lib}.log(-{lib}.expm1(-x)), {lib}.log1p(-{lib}.exp(-x)))\n"
        ),
        "_log1psq": (
            "def _log1psq(x):\n"
            '    """log(1 + x^2), where x^2 may overflow."""\n'
            f"    a = {abs_}(x)\n"
            f"    low, up = {lib}.clip(a, 0.0, 1.0), 1.0 / {lib}.clip(a, 1.0, None)\n"
            f"    return {where}(a < 1.0, {lib}.log1p(low**2), {lib}.log1p(up**2) - 2.0 * {lib}.log(up))\n"
        ),
        "_hypot1": f"def _hypot1(x):\n    return {lib}.hypot({one}, x)\n",
        "_over_hypot1": "def _over_hypot1(x):\n    return x / _hypot1(x)\n",
        "_exprel": (
            "def _exprel(x):\n"
            '    """(exp(x) - 1)/x, which is 1 at 0."""\n'
            f"    return {where}(x == 0.0, 1.0, {lib}.expm1(x) / {where}(x == 0.0, 1.0, x))\n"
        ),
        "_erfcx": (
            "def _erfcx(x):\n"
            '    """exp(x^2) erfc(x)."""\n'
            f"    return 2.0 * {lib}.exp(x**2 + special.log_ndtr(-1.4142135623730951 * x))\n"
        ),
        "_logcosh": (
            "def _logcosh(x):\n"
            f"    a = {abs_}(x)\n"
            f"    small = 0.5 * {lib}.log1p({lib}.sinh({lib}.clip(a, 0.0, 1.0)) ** 2)\n"
            f"    return {where}(a < 1.0, small, a + {lib}.log1p({lib}.exp(-2.0 * a)) - 0.6931471805599453)\n"
        ),
        "_logbinomial": (
            "def _logbinomial(n, k):\n    return -_betaln(n - k + 1.0, k + 1.0) - {lib}.log1p(n)\n".replace(
                "{lib}", lib
            )
        ),
    }


BETALN = "def _betaln(a, b):\n    return special.betaln(a, b)\n"
TORCH_BETALN = "def _betaln(a, b):\n    return torch.lgamma(a) + torch.lgamma(b) - torch.lgamma(a + b)\n"
JAX_BETALN = (
    "def _betaln(a, b):\n"
    '    """By differences, which are more exact here than special.betaln."""\n'
    "    return special.gammaln(a) + special.gammaln(b) - special.gammaln(a + b)\n"
)
OF_NUMBERS = {
    "_softplus": "def _softplus(x):\n    return max(x, 0.0) + math.log1p(math.exp(-abs(x)))\n",
    "_sigmoid": (
        "def _sigmoid(x):\n    e = math.exp(-abs(x))\n    return 1.0 / (1.0 + e) if x >= 0.0 else e / (1.0 + e)\n"
    ),
    "_log1mexp": (
        "def _log1mexp(x):\n"
        '    """log(1 - exp(-x)) for x > 0: Maechler, Accurately computing log(1 - exp(-|a|)), 2012."""\n'
        "    return math.log(-math.expm1(-x)) if x < 0.6931471805599453 else math.log1p(-math.exp(-x))\n"
    ),
    "_logcosh": (
        "def _logcosh(x):\n"
        "    a = abs(x)\n"
        "    if a < 1.0:\n"
        "        return 0.5 * math.log1p(math.sinh(a) ** 2)\n"
        "    return a + math.log1p(math.exp(-2.0 * a)) - 0.6931471805599453\n"
    ),
    "_log1psq": (
        "def _log1psq(x):\n"
        '    """log(1 + x^2), where x^2 may overflow."""\n'
        "    a = abs(x)\n"
        "    return math.log1p(a**2) if a < 1.0 else 2.0 * math.log(a) + math.log1p((1.0 / a) ** 2)\n"
    ),
    "_hypot1": "def _hypot1(x):\n    return math.hypot(1.0, x)\n",
    "_over_hypot1": "def _over_hypot1(x):\n    return x / math.hypot(1.0, x)\n",
    "_exprel": (
        "def _exprel(x):\n"
        '    """(exp(x) - 1)/x, which is 1 at 0."""\n'
        "    return 1.0 if x == 0.0 else math.inf if x > 709.0 else math.expm1(x) / x\n"
    ),
    "_erfcx": (
        "def _erfcx(x):\n"
        '    """exp(x^2) erfc(x); above 20 by its asymptotic series (DLMF 7.12.1)."""\n'
        "    if x < 20.0:\n"
        "        return math.inf if x < -26.6 else math.exp(x * x) * math.erfc(x)\n"
        "    term, total = 1.0, 1.0\n"
        "    for k in range(1, 8):\n"
        "        term *= -(k - 0.5) / x / x\n"
        "        total += term\n"
        "    return total / x / math.sqrt(math.pi)\n"
    ),
    "_logaddexp": ("def _logaddexp(x, y):\n    return max(x, y) + math.log1p(math.exp(-abs(x - y)))\n"),
    "_xlogy": "def _xlogy(x, y):\n    return x * math.log(y) if x != 0.0 else 0.0\n",
    "_xlog1py": "def _xlog1py(x, y):\n    return x * math.log1p(y) if x != 0.0 else 0.0\n",
    "_betaln": "def _betaln(a, b):\n    return math.lgamma(a) + math.lgamma(b) - math.lgamma(a + b)\n",
    "_logbinomial": (
        "def _logbinomial(n, k):\n    return math.lgamma(n + 1.0) - math.lgamma(k + 1.0) - math.lgamma(n - k + 1.0)\n"
    ),
    "_sign": "def _sign(x):\n    return (x > 0.0) - (x < 0.0)\n",
    "_log_ndtr": (
        "def _log_ndtr(x):\n"
        '    """log of the normal distribution function; below -20 by its asymptotic series (DLMF 7.12.1)."""\n'
        "    if x > -20.0:\n"
        "        return math.log1p(-0.5 * math.erfc(x / math.sqrt(2.0))) if x > 0.0 "
        "else math.log(0.5 * math.erfc(-x / math.sqrt(2.0)))\n"
        "    term, total = 1.0, 1.0\n"
        "    for k in range(1, 12):\n"
        "        term *= -(2 * k - 1) / x**2\n"
        "        total += term\n"
        "    return -0.5 * x**2 - math.log(-x) - 0.5 * math.log(2.0 * math.pi) + math.log(total)\n"
    ),
    "_digamma": "def _digamma(x):\n    return _polygamma(0, x)\n",
    "_polygamma": (
        "def _polygamma(m, x):\n"
        '    """By recurrence up to 20, then by the asymptotic series (DLMF 5.11.2, 5.15.8)."""\n'
        "    bernoulli = (1 / 6, -1 / 30, 1 / 42, -1 / 30, 5 / 66, -691 / 2730, 7 / 6)\n"
        "    total, sign = 0.0, (-1.0) ** (m + 1)\n"
        "    while x < 20.0:\n"
        "        total += sign * math.factorial(m) / x ** (m + 1)\n"
        "        x += 1.0\n"
        "    if m == 0:\n"
        "        rest = math.log(x) - 0.5 / x - sum(b / (2 * k * x ** (2 * k)) for k, b in enumerate(bernoulli, 1))\n"
        "        return total + rest\n"
        "    rest = math.factorial(m - 1) / x**m + math.factorial(m) / (2 * x ** (m + 1))\n"
        "    rest += sum(\n"
        "        b * math.factorial(2 * k + m - 1) / (math.factorial(2 * k) * x ** (2 * k + m))\n"
        "        for k, b in enumerate(bernoulli, 1)\n"
        "    )\n"
        "    return total + sign * rest\n"
    ),
}


def _arrays(lib: str, more: Mapping[str, str]) -> dict[str, str]:
    return {**{name: text.replace("@", lib) for name, text in ARRAYS.items()}, **SPECIAL, **more}


NUMPY = Target(
    "numpy",
    "import numpy as np\nfrom numpy.typing import ArrayLike, NDArray\nfrom scipy import special\n",
    "ArrayLike",
    "NDArray[np.float64]",
    "np.asarray({0}, dtype=float)",
    "np.where({1}, {0}, {2})",
    _arrays("np", {"asinh": "np.arcsinh({0})", "gamma": "special.gamma({0})", "ive": "special.ive({0}, {1})"}),
    {**_helpers("np", "np.abs", "np.where", "0.0", "1.0"), "_betaln": BETALN},
    "np.pi",
    REDUCED.format(
        array="NDArray[np.float64]", broadcast="np.broadcast_arrays", array_of="np.asarray", ones="np.ones_like"
    ),
    "np.linalg.lstsq({0}, {1}, rcond=None)[0]",
)
JAX = Target(
    "jax",
    "import jax\nimport jax.numpy as jnp\nfrom jax.scipy import special\nfrom jax.typing import ArrayLike\n",
    "ArrayLike",
    "jax.Array",
    "jnp.asarray({0}, dtype=float)",
    "jnp.where({1}, {0}, {2})",
    _arrays("jnp", {"asinh": "jnp.arcsinh({0})", "gamma": "special.gamma({0})"}),
    {**_helpers("jnp", "jnp.abs", "jnp.where", "0.0", "1.0"), "_betaln": JAX_BETALN},
    "jnp.pi",
    REDUCED.format(array="jax.Array", broadcast="jnp.broadcast_arrays", array_of="jnp.asarray", ones="jnp.ones_like"),
    "jnp.linalg.lstsq({0}, {1})[0]",
)
TORCH = Target(
    "torch",
    "import torch\nfrom torch import Tensor\n",
    "Tensor",
    "Tensor",
    "torch.as_tensor({0}, dtype=torch.get_default_dtype())",
    "torch.where({1}, {0}, {2})",
    {
        **_arrays("torch", {"asinh": "torch.asinh({0})", "gamma": "torch.exp(torch.lgamma({0}))"}),
        **{"digamma": "torch.digamma({0})", "polygamma": "torch.special.polygamma({0}, {1})", "erf": "torch.erf({0})"},
    },
    {
        **_helpers("torch", "torch.abs", "torch.where", "torch.zeros_like(x)", "torch.ones_like(x)"),
        "_betaln": TORCH_BETALN,
    },
    "torch.pi",
    REDUCED.format(
        array="Tensor", broadcast="torch.broadcast_tensors", array_of="torch.as_tensor", ones="torch.ones_like"
    ),
    "torch.linalg.lstsq({0}, ({1})[:, None]).solution[:, 0]",
    takes_numbers=False,
)
PLAIN = Target(
    "python",
    "import math\n",
    "float",
    "float",
    "float({0})",
    "({0} if {1} else {2})",
    PYTHON,
    OF_NUMBERS,
    "math.pi",
    OF_ONE,
)
TARGETS: Mapping[str, Target] = {one.name: one for one in (NUMPY, PLAIN, TORCH, JAX)}

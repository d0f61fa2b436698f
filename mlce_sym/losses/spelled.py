r"""The logistic function and softplus by their names, in what is shown of a density that was typed with them.

>>> from sympy import symbols
>>> y, z = symbols("y z")
>>> logistic = 1 / (1 + exp(-z))
>>> in_names((logistic - y) * exp(-z) / (1 + exp(-z)) ** 2, ("sigma",))
(1 - sigma(z))*(-y + sigma(z))*sigma(z)
>>> in_names(y * log(1 + exp(-z)) + (y - 1) * log(1 - logistic), ("sigma",))
-y*log(sigma(z)) + (y - 1)*log(1 - sigma(z))
>>> in_names(log(1 + exp(z)) - y * z, ("softplus",)), in_names(logistic, ())
(-y*z + softplus(z), 1/(1 + exp(-z)))
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from sympy import Basic, Dummy, Eq, Expr, Function, Pow, Sum, Symbol, cancel, exp, factor, fraction, log, together

from .tidy import apart, with_complements

SIGMA = re.compile(r"\\sigma\s*(?:\\left\s*)?\(")
WORD = re.compile(r"(?<![A-Za-z])(sigmoid|expit|softplus)(?![A-Za-z])")
WAYS = {
    "sigma": {"latex": r"\sigma", "text": "σ"},
    **{name: {"latex": rf"\operatorname{{{name}}}"} for name in ("sigmoid", "expit", "softplus")},
}
U = Symbol("u")


def meaning(name: str) -> Eq:
    """Its definition, which is shown as it is.

    >>> meaning("sigmoid"), in_names(meaning("softplus"), ("softplus",))
    (Eq(sigmoid(u), 1/(1 + exp(-u))), Eq(softplus(u), log(exp(u) + 1)))
    """
    return Eq(Function(name)(U), log(1 + exp(U)) if name == "softplus" else 1 / (1 + exp(-U)), evaluate=False)


def spelled(text: str, declared: Collection[str]) -> tuple[str, ...]:
    r"""Those of these functions that a text names, but where the name is declared as a number.

    >>> spelled(r"\sigma(z)^y", ["z"]), spelled(r"\sigma(z)", ["sigma"]), spelled("exp(-softplus(z))", ["z"])
    (('sigma',), (), ('softplus',))
    """
    found = [*(["sigma"] if SIGMA.search(text) else []), *WORD.findall(text)]
    return tuple(name for name in dict.fromkeys(found) if name not in declared)


def in_names(term: Any, names: tuple[str, ...]) -> Any:
    """The term with σ(u) for 1/(1 + e^(−u)), and softplus(u) for log(1 + e^u), as far as they are named."""
    if not names or not isinstance(term, Basic) or not term.has(exp) or _is_meaning(term, names):
        return term
    u = None if term.has(Sum) and not isinstance(term, (Pow, log)) and _sums(term) else _output(term)
    if u is None and isinstance(term, Sum):
        return apart(in_names(term.function, names), term)
    if u is None:
        return term.func(*(in_names(part, names) for part in term.args)) if term.args else term
    return _Named(u, names).term(term)


def _is_meaning(term: Basic, names: tuple[str, ...]) -> bool:
    return isinstance(term, Eq) and any(term == meaning(name) for name in names)


def _sums(term: Basic) -> bool:
    """Whether it has a sum with exponentials in it."""
    return any(part.function.has(exp) for part in term.atoms(Sum))


def _output(term: Basic) -> Expr | None:
    """The one u, so that all exponentials are powers of e^u and it has 1 + e^u or 1 + e^(−u) in it."""
    exponents = {part.exp for part in term.atoms(exp)}
    one = next((v for v in sorted(exponents, key=str) if term.has(1 + exp(v))), None)
    if one is None or not all(cancel(v / one).is_Integer for v in exponents):
        return None
    return -one if one.could_extract_minus_sign() else one


P = Dummy("p", positive=True)  # σ(u)


@dataclass(frozen=True)
class _Named:
    """Terms in e^u by the names of functions of u."""

    u: Expr
    names: tuple[str, ...]

    @property
    def success(self) -> Expr:
        """σ(u), by its name where it has one."""
        name = next((one for one in self.names if one != "softplus"), None)
        return 1 / (1 + exp(-self.u)) if name is None else Function(name)(self.u)

    def term(self, term: Any) -> Any:
        inner: dict[Basic, Dummy] = {}

        def kept(part: Basic) -> Dummy:
            return inner.setdefault(self._power(part) if isinstance(part, Pow) else self._log(part), Dummy())

        short = term.replace(self._is_kept, kept)
        found = {dummy: value for value, dummy in inner.items()}
        whole = short if set(self.names) <= {"softplus"} else self.rational(short)
        return whole.xreplace(found).xreplace({P: self.success})

    def _is_kept(self, part: Basic) -> bool:
        is_power = isinstance(part, Pow) and not isinstance(part, exp) and not part.exp.is_number
        return part.has(exp) and (isinstance(part, log) or is_power)

    def rational(self, term: Expr) -> Any:
        """In p = σ(u), where there are no logarithms of e^u."""
        if not term.has(exp):
            return term
        short = term.replace(lambda part: part == 1 / (1 + exp(-self.u)), lambda _: P)
        if not short.has(exp):
            return short
        in_p = short.replace(exp, lambda v: (P / (1 - P)) ** cancel(v / self.u))
        return with_complements(factor(cancel(together(in_p))), P)

    def _fraction(self, term: Expr) -> tuple[Expr, Expr]:
        """Numerator and denominator, 1 − p rather than p − 1."""
        above, below = fraction(self.rational(term))
        return (-above, -below) if below.as_coeff_Add()[0].is_negative else (above, below)

    def _log(self, part: Any) -> Any:
        above, below = self._fraction(part.args[0])
        soft = Function("softplus")
        known = {1 - P: soft(self.u), P: soft(-self.u)} if "softplus" in self.names else {}
        return _log_of(above, known) - _log_of(below, known)

    def _power(self, part: Any) -> Any:
        above, below = self._fraction(part.base)
        return above**part.exp if below == 1 else below ** (-part.exp) if above == 1 else (above / below) ** part.exp


def _log_of(term: Expr, known: Mapping[Expr, Expr]) -> Expr:
    """log p = −softplus(−u) and log(1 − p) = −softplus(u), where these are the names."""
    return -known[term] if term in known else log(term)

"""SymPy nodes for what SymPy lacks: arg max and arg min, entropies, derivatives at a point, integrals, quantified and
membership propositions, index ranges.

A binder is written as SymPy writes sums: bodies first, then a limit, `(theta, Theta)` for a set or `(k, 0, 1)` for the
integers 0..1:

>>> from sympy import Function, Symbol, log
>>> theta, k = Symbol("theta"), Symbol("k")
>>> p, q = Function("p"), Function("q")
>>> ArgMax(log(theta), (theta, Symbol("Theta")))
ArgMax(log(theta), (theta, Theta))
>>> CrossEntropy(p(k), q(k), (k, 0, 1)).free_symbols
set()
"""

from __future__ import annotations

from typing import Any, Self

from sympy import (
    Basic,
    Derivative,
    Eq,
    Expr,
    Interval,
    LessThan,
    Ne,
    S,
    StrictLessThan,
    Subs,
    Symbol,
    SympifyError,
    Tuple,
    sympify,
)
from sympy.logic.boolalg import Boolean
from sympy.printing.str import StrPrinter

BUILD = "build it from symbols"
NO_TEXT = f'{BUILD}, for text is never evaluated; check("$a = b$") reads a text, as mlce judge does on the command line'


def as_term(value: Any) -> Basic:
    """The SymPy term of a Python value. Raises TypeError for what is none, such as text, which is never evaluated."""
    try:
        return sympify(value, strict=True)
    except SympifyError:
        raise TypeError(f"{value!r} is no SymPy term; {NO_TEXT if isinstance(value, str) else BUILD}") from None


def both_sides(lhs: Any, rhs: Any) -> tuple[Basic, Basic]:
    """The sides as SymPy terms; without rhs those of an equation. Raises TypeError for what is none."""
    if rhs is not None:
        return as_term(lhs), as_term(rhs)
    if isinstance(lhs, Eq):
        return lhs.lhs, lhs.rhs
    why = ""
    if isinstance(lhs, str):
        raise TypeError(f"{lhs!r} is no SymPy term; {NO_TEXT}")
    if isinstance(lhs, bool):
        why = ": == compares how terms are written"
    elif lhs is S.true or lhs is S.false:
        why = ": SymPy decided Eq(…) before it could be judged"
    raise TypeError(f"{lhs} is no equation{why}; give both sides, or Eq(lhs, rhs)")


class IndexRange(Basic):
    """The integers lo ≤ i ≤ hi; empty when hi = lo − 1."""

    args: tuple[Expr, Expr]

    def __new__(cls, lo: Any, hi: Any) -> Self:
        return Basic.__new__(cls, as_term(lo), as_term(hi))

    def _sympystr(self, printer: Any) -> str:
        return f"{printer._print(self.args[0])}..{printer._print(self.args[1])}"


class From(Basic):
    """The integers i ≥ lo."""

    args: tuple[Expr]

    def __new__(cls, lo: Any) -> Self:
        return Basic.__new__(cls, as_term(lo))

    def _sympystr(self, printer: Any) -> str:
        return f"{printer._print(self.args[0])}.."


class Without(Basic):
    """S ∖ {c}: the set S without the point c."""

    def __new__(cls, base: Any, point: Any) -> Self:
        return Basic.__new__(cls, as_term(base), as_term(point))


class Above(Basic):
    """The open half-line (a, ∞): the numbers greater than a."""

    def __new__(cls, low: Any) -> Self:
        return Basic.__new__(cls, as_term(low))


class Below(Basic):
    """The open half-line (−∞, b): the numbers less than b."""

    def __new__(cls, high: Any) -> Self:
        return Basic.__new__(cls, as_term(high))


class Near(Basic):
    """The open set S, as a neighbourhood of its point a: where the variable of a derivative at a runs."""

    def __new__(cls, base: Any, point: Any) -> Self:
        return Basic.__new__(cls, as_term(base), as_term(point))

    def _sympystr(self, printer: Any) -> str:
        return f"{printer._print(self.args[0])} near {printer._print(self.args[1])}"


class Between(Basic):
    """The closed interval [a, b], a ≤ b: where the variable of an integral runs."""

    args: tuple[Expr, Expr]

    def __new__(cls, low: Any, high: Any) -> Self:
        return Basic.__new__(cls, as_term(low), as_term(high))

    def _sympystr(self, printer: Any) -> str:
        return f"[{printer._print(self.args[0])}, {printer._print(self.args[1])}]"


class Member(Boolean):
    """The proposition x ∈ S. Unlike SymPy's `Contains` it is never evaluated."""

    def __new__(cls, element: Any, domain: Any) -> Self:
        return Basic.__new__(cls, as_term(element), as_term(domain))

    def _sympystr(self, printer: Any) -> str:
        return f"{printer._print(self.args[0])} in {printer._print(self.args[1])}"


def index_domain(low: Any, high: Any) -> Basic:
    """The integers from `low` to `high`, which may be ∞."""
    return From(low) if high is S.Infinity else IndexRange(low, high)


def _limit(limit: Any) -> Tuple:
    variable, *domain = limit
    if not isinstance(variable, Symbol):
        raise TypeError(f"a bound variable must be a Symbol, not {variable!r}")
    if len(domain) == 2:
        return Tuple(variable, index_domain(*domain))
    if len(domain) == 1:
        return Tuple(variable, as_term(domain[0]))
    raise TypeError(f"a limit is (variable, set) or (variable, lo, hi), not {limit!r}")


class Binder(Basic):
    """A node that binds one variable in its bodies: args = (body, …, Tuple(variable, domain))."""

    bodies_expected = 1
    args: tuple[Any, ...]

    def __new__(cls, *args: Any) -> Self:
        *bodies, limit = args
        if len(bodies) != cls.bodies_expected:
            raise TypeError(f"{cls.__name__} takes {cls.bodies_expected} expression(s) and a limit")
        return Basic.__new__(cls, *(as_term(body) for body in bodies), _limit(limit))

    @property
    def variable(self) -> Symbol:
        variable: Symbol = self.args[-1].args[0]
        return variable

    @property
    def domain(self) -> Basic:
        domain: Basic = self.args[-1].args[1]
        return domain

    @property
    def bodies(self) -> tuple[Basic, ...]:
        return tuple(self.args[:-1])

    @property
    def bound_symbols(self) -> list[Symbol]:
        return [self.variable]

    @property
    def free_symbols(self) -> set[Basic]:
        inside: set[Basic] = {symbol for body in self.bodies for symbol in body.free_symbols}
        return inside - {self.variable} | set(self.domain.free_symbols)


class ArgMax(Binder):
    """arg max_{t ∈ S} f(t): the set of the t in S with f(t) ≥ f(s) for every s in S (empty if there is none)."""


class ArgMin(Binder):
    """arg min_{t ∈ S} f(t): the set of the t in S with f(t) ≤ f(s) for every s in S (empty if there is none)."""


class ForAll(Binder, Boolean):
    """The proposition P(t) for every t in S."""

    def _sympystr(self, printer: Any) -> str:
        return f"({printer._print(self.bodies[0])} for all {self.variable} in {printer._print(self.domain)})"


class Entropy(Binder, Expr):
    """H(p) = −Σ_k p(k) log p(k), in nats, with 0·log 0 = 0 (Cover and Thomas, Elements of Information Theory, 2.1)."""

    is_commutative = True


class CrossEntropy(Binder, Expr):
    """H(p, q) = −Σ_k p(k) log q(k), in nats; q(k) > 0 for every k (Goodfellow et al., Deep Learning, 3.13)."""

    bodies_expected = 2
    is_commutative = True


class KLDivergence(Binder, Expr):
    """KL(p‖q) = Σ_k p(k) log(p(k)/q(k)), in nats, with 0·log 0 = 0; q(k) > 0 for every k (Cover and Thomas, 2.3)."""

    bodies_expected = 2
    is_commutative = True


class DerivativeAt(Binder, Expr):
    """The derivative at a of t ↦ f(t), t ∈ S, with the limit (t, Near(S, a)); S is open, and a ∈ S (Rudin, 5.1).

    The bound variable may have the name of the point: DerivativeAt(theta**2, (theta, Near(S.Reals, theta))) is 2θ.
    """

    is_commutative = True


class IntegralOver(Binder, Expr):
    """The Riemann integral of t ↦ f(t) over [a, b], with the limit (t, Between(a, b)) (Rudin, 6.2)."""

    is_commutative = True


class ImproperIntegral(Binder, Expr):
    """The absolutely convergent integral of a continuous function over an open interval, with the limit (t, S), where
    S is `Interval.open(a, b)`, `Above(a)`, `Below(b)` or `S.Reals` (Rudin, 6.7 and 6.8 of the exercises).

    SymPy's own `Integral(f, (t, a, b))`, whose ends may be infinite, is seen as this.
    """

    is_commutative = True


class Converges(Binder, Boolean):
    """The proposition that Σ|f(k)| is finite, with the limit (k, From(lo)); with (t, S), S an open interval, that f is
    continuous there and ∫|f| finite."""

    def _sympystr(self, printer: Any) -> str:
        what = "sum" if isinstance(self.domain, From) else "integral"
        body, domain = printer._print(self.bodies[0]), printer._print(self.domain)
        return f"the {what} of {body} over {self.variable} in {domain} converges absolutely"


class Cases(Expr):
    """a where the condition holds, else b. Unlike SymPy's `Piecewise` it is never evaluated."""

    is_commutative = True

    def __new__(cls, condition: Any, then: Any, otherwise: Any) -> Self:
        return Basic.__new__(cls, as_term(condition), as_term(then), as_term(otherwise))

    def _sympystr(self, printer: Any) -> str:
        condition, then, otherwise = map(printer._print, self.args)
        return f"({then} if {condition}{'' if self.args[2] == Undefined() else f', else {otherwise}'})"


class Undefined(Expr):
    """What has no value: where none of the cases of a `Piecewise` holds."""

    is_commutative = True

    def _sympystr(self, printer: Any) -> str:
        return "undefined"


class Smooth(Binder, Boolean):
    """The proposition that t ↦ f(t) has derivatives of every order on the open set S, with the limit (t, S), or t alone
    for all real numbers.

    >>> Smooth(Symbol("t") ** 2, Symbol("t"))
    t**2 is smooth in t
    """

    def __new__(cls, body: Any, limit: Any) -> Self:
        return super().__new__(cls, body, (limit, S.Reals) if isinstance(limit, Symbol) else limit)

    def _sympystr(self, printer: Any) -> str:
        where = "" if self.domain == S.Reals else f" on {printer._print(self.domain)}"
        return f"{printer._print(self.bodies[0])} is smooth in {self.variable}{where}"


def derivative(body: Any, variable: Symbol, domain: Any = None, at: Any = None) -> Expr:
    """The derivative of a term in a variable at a point of an open set; without a point, at the variable itself.
    Without a set it is SymPy's own, for which one is found when it is read.

    >>> derivative(Symbol("t") ** 2, Symbol("t"), Above(0), at=3).domain
    Above(0) near 3
    >>> derivative(Symbol("t") ** 2, Symbol("t"))
    Derivative(t**2, t)
    """
    if domain is not None:
        return DerivativeAt(body, (variable, Near(domain, variable if at is None else at)))
    slope = Derivative(as_term(body), variable, evaluate=False)
    return slope if at is None else Subs(slope, variable, as_term(at))


def integral(body: Any, variable: Symbol, low: Any, high: Any) -> IntegralOver:
    """The integral of a term over the closed interval from `low` to `high`.

    >>> integral(Symbol("t") ** 2, Symbol("t"), 0, 1)
    IntegralOver(t**2, (t, [0, 1]))
    """
    return IntegralOver(body, (variable, Between(low, high)))


def Lt(a: Any, b: Any) -> Basic:
    """The proposition a < b, kept as it is written."""
    return StrictLessThan(as_term(a), as_term(b), evaluate=False)


def Le(a: Any, b: Any) -> Basic:
    """The proposition a ≤ b, kept as it is written."""
    return LessThan(as_term(a), as_term(b), evaluate=False)


def Different(a: Any, b: Any) -> Basic:
    """The proposition a ≠ b, kept as it is written."""
    return Ne(as_term(a), as_term(b), evaluate=False)


def Equals(a: Any, b: Any) -> Basic:
    """The proposition a = b, kept as it is written."""
    return Eq(as_term(a), as_term(b), evaluate=False)


class Words(StrPrinter):
    """Plain strings with a = b and a ≠ b for propositions that SymPy prints as Eq(a, b) and Ne(a, b)."""

    def _print_Relational(self, expr: Any) -> str:
        sign = {"==": "=", "!=": "≠"}.get(expr.rel_op, expr.rel_op)
        return f"{self._print(expr.lhs)} {sign} {self._print(expr.rhs)}"

    def _print_DerivativeAt(self, expr: Any) -> str:
        variable, point = expr.variable, expr.domain.args[1]
        slope = f"Derivative({self._print(expr.bodies[0])}, {variable})"
        return slope if point == variable else f"({slope} at {variable} = {self._print(point)})"

    def _print_Subs(self, expr: Any) -> str:
        body, (variable,), (point,) = expr.args
        return f"({self._print(body)} at {variable} = {self._print(point)})"

    def _print_ImproperIntegral(self, expr: Any) -> str:
        low, high = map(self._print, _ends(expr.domain))
        return f"Integral({self._print(expr.bodies[0])}, ({expr.variable}, {low}, {high}))"

    _print_IntegralOver = _print_ImproperIntegral

    def _print_Interval(self, expr: Any) -> str:
        closed = [not is_open for is_open in expr.args[2:]] or [False, False]
        return f"{'(['[closed[0]]}{', '.join(map(self._print, _ends(expr)))}{')]'[closed[1]]}"

    _print_Above = _print_Below = _print_Interval

    def _print_Without(self, expr: Any) -> str:
        base, point = map(self._print, expr.args)
        return f"{base} without {point}"


def _ends(domain: Basic) -> tuple[Basic, Basic]:
    """Where an interval begins and ends."""
    if domain == S.Reals:
        return S.NegativeInfinity, S.Infinity
    low = S.NegativeInfinity if isinstance(domain, Below) else domain.args[0]
    return low, S.Infinity if isinstance(domain, Above) else domain.args[isinstance(domain, (Interval, Between))]


def in_words(term: Basic) -> str:
    """A term or proposition for a message.

    >>> from sympy.abc import n
    >>> in_words(Different(n, 0)), in_words(Equals(n, 1))
    ('n ≠ 0', 'n = 1')
    """
    return str(Words().doprint(term))

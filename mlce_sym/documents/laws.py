r"""What follows a law, as X ∼ Poisson(λ): its density by whatever name a text uses, its expectations and variances.

They are used where the text itself does not say otherwise; nothing is refuted by them, for p may be another density.

>>> here = following((), "X", ("Apply", "Poiss", "lambda"), 3)
>>> written_out(("Apply", "E", ("Pow", "X", 2)), here)[0][:3]
('Sum', 'x', ('From', 0))
>>> written_out(("Apply", "p_x", 2), here)[0]
('Mul', ('Pow', 'lambda', 2), ('exp', ('Mul', -1, 'lambda')), ('Pow', ('factorial', 2), -1))
"""

from __future__ import annotations

from dataclasses import dataclass

from ..certificate.names import every_name
from ..reading.laws import LAWS, NORMAL, formula_of
from ..reading.readings import read
from ..terms.terms import Term, children, free, fresh, is_a, rebuilt, substitute

MEANS = frozenset(("E", "bb_E", "cal_E", "bb_E_X", "E_X"))
VARIANCES = frozenset(("Var", "var", "bb_V", "V"))
VALUE = "x"  # in a density
ONE = 3  # parts of the application of a function to one argument


@dataclass(frozen=True)
class Followed:
    """A random variable, its density in x, the values that it takes, and the line that says so."""

    variable: str
    density: Term
    support: Term
    line: int

    @property
    def names(self) -> frozenset[str]:
        """What a text may call the density: p(x), f_X(x), Pr(X = x)."""
        variables = self.variable.lower(), self.variable
        return frozenset(f"{letter}_{name}" for letter in ("p", "f", "P", "Pr") for name in variables)

    def at(self, value: Term) -> Term:
        return substitute(self.density, {VALUE: value})

    def mean(self, term: Term) -> Term:
        """The expectation of a function of the variable."""
        value = fresh(VALUE, every_name(term) | every_name(self.density) - {VALUE})
        body: Term = ("Mul", substitute(term, {self.variable: value}), self.at(value))
        head = "Sum" if is_a(self.support, "Range", "From") else "ImproperIntegral"
        return (head, value, self.support, body)


Laws = tuple[Followed, ...]


def following(laws: Laws, left: Term, right: Term, line: int) -> Laws:
    """The laws with what X ∼ D(a, b) says, if D has a known density."""
    if not isinstance(left, str) or not is_a(right, "Apply") or right[1] not in LAWS:
        return laws
    law, values = LAWS[str(right[1])], right[2:]
    unclear = law is NORMAL and isinstance(values[-1], str)  # it may be a standard deviation
    if len(values) != len(law.parameters) or unclear or VALUE in frozenset[str]().union(*map(free, values)):
        return laws
    given = dict(zip(law.parameters, values, strict=True))
    density, support = read(formula_of(law.formulas[0]))[0].terms[0], law.support
    density, support = (substitute(one, given) for one in (density, support))
    return (*(one for one in laws if one.variable != left), Followed(left, density, support, line))


def written_out(term: Term, laws: Laws) -> tuple[Term, Laws]:
    """The term with expectations, variances and densities of what follows a law, and the laws that were used."""
    found = [written_out(part, laws) for part in children(term)]
    whole = rebuilt(term, tuple(part for part, _ in found))
    used = tuple(law for _, some in found for law in some)
    for law in laws:
        other = _meant(whole, law)
        if other is not None:
            return other, tuple(dict.fromkeys((*used, law)))
    return whole, tuple(dict.fromkeys(used))


def _meant(term: Term, law: Followed) -> Term | None:
    if not is_a(term, "Apply") or len(term) != ONE:
        return None
    if term[1] in law.names:
        return law.at(term[2])
    if law.variable not in free(term[2]):
        return None
    if term[1] in MEANS:
        return law.mean(term[2])
    if term[1] in VARIANCES:
        return ("Add", law.mean(("Pow", term[2], 2)), ("Mul", -1, ("Pow", law.mean(term[2]), 2)))
    return None

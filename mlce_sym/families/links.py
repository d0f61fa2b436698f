"""Link functions: the parameter of a family as a function of any real number, which a model gives.

Source: McCullagh and Nelder, Generalized Linear Models, 2nd edition, 2.2 and 4.3.

>>> from .families import family
>>> linked(family("exponential-mean"), "log").density
exp(-eta)*exp(-y*exp(-eta))
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from sympy import Expr, Interval, Lambda, S, Set, Symbol, erf, exp, oo, sqrt

from ..border.binding import fresh
from ..terms.errors import NoSuchName
from .family import Family, Named

eta = Symbol("eta")
POSITIVE, UNIT = Interval.open(0, oo), Interval.open(0, 1)


@dataclass(frozen=True)
class Link:
    """The inverse of a link function, from the numbers η of a set to a parameter of another one."""

    inverse: Lambda
    onto: Set
    of: Set = S.Reals
    complement: Lambda | None = None  # 1 − inverse, as it is written shortest


LINKS: Mapping[str, Link] = {
    "identity": Link(Lambda(eta, eta), S.Reals),
    "log": Link(Lambda(eta, exp(eta)), POSITIVE),
    "inverse": Link(Lambda(eta, 1 / eta), POSITIVE, POSITIVE),
    "sqrt": Link(Lambda(eta, eta**2), POSITIVE, POSITIVE),
    "logit": Link(Lambda(eta, exp(eta) / (1 + exp(eta))), UNIT, complement=Lambda(eta, 1 / (1 + exp(eta)))),
    "probit": Link(
        Lambda(eta, (1 + erf(eta / sqrt(2))) / 2), UNIT, complement=Lambda(eta, (1 - erf(eta / sqrt(2))) / 2)
    ),
    "cloglog": Link(Lambda(eta, 1 - exp(-exp(eta))), UNIT, complement=Lambda(eta, exp(-exp(eta)))),
}


def linked(family: Family, link: str) -> Family:
    """The family in terms of η, where its first parameter is the inverse link of it. Raises NoSuchName for a link that
    there is not, or one onto another set than that of the parameter."""
    if link not in LINKS:
        raise NoSuchName(f"there is no link {link!r}; there is {', '.join(LINKS)}")
    first, *others = family.parameters
    found = LINKS[link]
    if first.domain != found.onto:
        fit = [name for name, one in LINKS.items() if one.onto == first.domain]
        instead = f"; for it there is {', '.join(fit)}" if fit else ""
        raise NoSuchName(
            f"{first.symbol} lies in {first.domain}, and the link {link} has values in {found.onto}{instead}"
        )
    taken = [one.symbol for one in (family.data, *family.parameters, *family.known)]
    own = fresh(eta, taken) if eta in taken else eta
    put: dict[Expr, Expr] = {first.symbol: found.inverse(own)}
    if found.complement is not None:
        put[1 - first.symbol] = found.complement(own)
    numbers = tuple(replace(one, domain=one.domain.xreplace(put)) for one in others)
    return replace(
        family,
        name=f"{family.name}-{link}",
        title=f"{family.title}; {link} link of {first.symbol}",
        density=family.density.xreplace(put),
        parameters=(Named(own, found.of, r"\eta" if own == eta else ""), *numbers),
        called="",
    )

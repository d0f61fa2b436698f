"""Every family as textbooks write it: both syntaxes say the same, and what they say sums or integrates to one over the
declared domain."""

from __future__ import annotations

from itertools import islice
from typing import Any

import mpmath
import pytest
from sympy import FiniteSet, Interval, Range, Rational, S, lambdify, oo

from mlce_sym.reading.typed.declared import Declared, declaration, density

from .textbook import TEXTBOOK, Entry

TAILS = {"Gumbel": [-25, 60]}  # exp(exp(y)) is too large to compute further out
ids = [entry.name for entry in TEXTBOOK]


def names_of(entry: Entry) -> list[Declared]:
    return [declaration(entry.data, "--data"), *(declaration(rf"{name} \in \mathbb{{R}}") for name in entry.parameters)]


def at_values(entry: Entry, term: Any) -> Any:
    """The term with the values of the parameters."""
    symbols = [name.symbol for name in names_of(entry)[1:]]
    values = [int(value) if value == int(value) else value for value in entry.parameters.values()]
    return term.subs(list(zip(symbols, values, strict=True)))


def function_of(entry: Entry, text: str) -> Any:
    y, term = names_of(entry)[0].symbol, density(text, names_of(entry))
    return lambdify(y, at_values(entry, term), "mpmath")


def domain_of(entry: Entry) -> Any:
    return at_values(entry, names_of(entry)[0].domain)


def total(entry: Entry) -> Any:
    value, domain = function_of(entry, entry.latex), domain_of(entry)
    if domain == S.Reals or isinstance(domain, Interval):
        ends = [
            mpmath.mpf(str(end.evalf() if end.is_finite else end).replace("oo", "inf"))
            for end in (domain.inf, domain.sup)
        ]
        ends = TAILS.get(entry.name, ends)
        kinks = [kink for kink in (0, 0.4) if ends[0] < kink < ends[1]]
        return mpmath.quad(value, [ends[0], *kinks, ends[1]])
    return mpmath.fsum(value(mpmath.mpf(int(k))) for k in islice(domain, 150))


@pytest.mark.slow
@pytest.mark.parametrize("entry", TEXTBOOK, ids=ids)
def test_it_sums_to_one(entry: Entry) -> None:
    assert mpmath.almosteq(total(entry), 1, 1e-7)


@pytest.mark.slow
@pytest.mark.parametrize("entry", TEXTBOOK, ids=ids)
def test_both_syntaxes_say_the_same(entry: Entry) -> None:
    first, second, domain = function_of(entry, entry.latex), function_of(entry, entry.plain), domain_of(entry)
    inside = [k for k in range(-24, 40) if domain.contains(Rational(k, 8)) == S.true]
    assert len(inside) > 1
    for k in inside:
        assert mpmath.almosteq(first(mpmath.mpf(k) / 8), second(mpmath.mpf(k) / 8), 1e-12)


@pytest.mark.slow
def test_the_book_is_large_and_its_domains_are_of_every_kind() -> None:
    assert len(TEXTBOOK) >= 40
    kinds = {type(domain_of(entry)) for entry in TEXTBOOK}
    assert {Interval, FiniteSet, Range, type(S.Reals), type(S.Naturals), type(S.Naturals0)} == kinds
    assert oo in {domain_of(entry).sup for entry in TEXTBOOK}

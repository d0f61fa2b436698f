"""Losses as numbers: data from a support, values of parameters, and what an expression with sums over the data is."""

import random
from functools import cache

import mpmath
from sympy import Add, FiniteSet, Float, IndexedBase, Interval, Range, S, Sum, Symbol, lambdify, oo

from mlce_sym.families.families import family
from tests.derived import derived

mpmath.mp.dps = 40
i, n, y = Symbol("i"), Symbol("n"), IndexedBase("y")


def found(name):
    return derived(family(name))


def numbers(named, chosen, size):
    """A value in the domain of each, in turn; a domain may name those before it. A tuple where there is one for each
    observation."""
    values = {}
    for one in named:
        domain = one.domain.subs(values)
        values[one.symbol] = tuple(draw(domain, chosen) for _ in range(size)) if one.each else draw(domain, chosen)
    return values


def own(number, place):
    """The number of the observation at that place."""
    return number[place] if isinstance(number, tuple) else number


def draw(domain, chosen):
    """A number in the domain."""
    if domain == S.Reals:
        return Float(chosen.gauss(0, 2), 40)
    if isinstance(domain, (FiniteSet, Range)):
        return chosen.choice(sorted(domain))
    if domain in (S.Naturals, S.Naturals0):
        return S(chosen.randint(1 if domain == S.Naturals else 0, 6))
    assert isinstance(domain, Interval)
    share = Float(chosen.uniform(0.05, 0.95), 40)
    if domain.end == oo:
        return domain.start + share / (1 - share)
    return (domain.start + share * (domain.end - domain.start)).evalf(40)


def instance(name, seed, size=5):
    """Data of a family, and values of its parameters and of what is known."""
    chosen, f = random.Random(f"{name} {seed}"), family(name)
    known, parameters = numbers(f.known, chosen, size), numbers(f.parameters, chosen, size)
    return [draw(f.data.domain.subs(known), chosen) for _ in range(size)], known, parameters


def instance_with_estimate(name, seed):
    """Data for which the estimate is one, and what is known."""
    seeds = (f"estimate {seed} {turn}" for turn in range(100))
    tries = (instance(name, turn)[:2] for turn in seeds)
    return next((data, known) for data, known in tries if holds(found(name).conditions, data, known))


def holds(conditions, data, known):
    return all(value(c.gts - c.lts, data, known) > 0 for c in conditions)


def value(expr, data, values, place=0):
    """The expression at this data and these values, for the observation at that place."""
    of_each = {name: number for name, number in values.items() if isinstance(number, tuple)}

    def at(term, index, place):
        entries = {IndexedBase(name.name)[index]: number[place] for name, number in of_each.items()}
        return term.subs({y[index]: data[place], **entries})

    def written_out(total):
        ((index, _, _),) = total.limits
        return Add(*(at(total.function, index, place) for place in range(len(data))))

    plain = at(expr.replace(lambda part: isinstance(part, Sum), written_out), i, place)
    common = {name: number for name, number in values.items() if name not in of_each}
    return mpmath.mpf(plain.subs({n: len(data), **common}).evalf(40))


@cache
def log_density(name):
    """log f as a function of y, the known constants and the parameters, in mpmath."""
    f = family(name)
    symbols = (f.data.symbol, *(k.symbol for k in f.known), *(p.symbol for p in f.parameters))
    plain = {symbol: Symbol(f"x{place}") for place, symbol in enumerate(symbols)}  # beta is also a function
    density = lambdify(plain.values(), f.density.xreplace(plain), "mpmath")
    return lambda *arguments: mpmath.log(density(*arguments))


def nll(name, data, known, *parameters):
    """−Σ log f(y_i), straight from the density."""
    numbers = (*known.values(), *parameters)
    each = (map(mpmath.mpf, (entry, *(own(v, place) for v in numbers))) for place, entry in enumerate(data))
    return -mpmath.fsum(log_density(name)(*arguments) for arguments in each)


def close(a, b, digits=12):
    return abs(a - b) <= mpmath.mpf(10) ** -digits * (1 + abs(a) + abs(b))

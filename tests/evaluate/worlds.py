"""A world with a given table, and the value of plain data in it."""

from __future__ import annotations

import flint

from mlce_sym.evaluate.meaning import NOWHERE, Universe, evaluate
from mlce_sym.evaluate.plain import plain
from mlce_sym.evaluate.reals import BITS
from mlce_sym.evaluate.world import FUEL


class Table(Universe):
    """A world with a given table of values and sets."""

    def __init__(self, values=None, sets=None, definitions=None):
        super().__init__(definitions or {})
        self.values, self.known_sets = values or {}, sets or {}

    def entry(self, kind, name, arguments):
        return self.values[(name, *map(int, arguments))]

    def points(self, name):
        return self.known_sets[name]


def value(term, world=NOWHERE):
    world.fuel = FUEL
    with flint.ctx.workprec(BITS):
        return evaluate(plain(term), world)

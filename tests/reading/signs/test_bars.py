"""Bars are paired if there is one way to do it, as a search through all ways says."""

from itertools import product

import pytest

from mlce_sym.reading.signs.bars import _ways

ATOM, PLUS = "NAME", "PLUS"


def readings(kinds):
    """All ways to read atoms, sums and bars: each bar opens or closes, bars match, and no bar opens before another."""
    bars = [index for index, kind in enumerate(kinds) if kind == "BAR"]
    for sides in product(("LB", "RB"), repeat=len(bars)):
        way = dict(zip(bars, sides, strict=True))
        if is_formula([way.get(index, kind) for index, kind in enumerate(kinds)]):
            yield list(sides)


def is_formula(kinds):
    depth, ended = 0, False
    for kind, after in zip(kinds, [*kinds[1:], ""], strict=True):
        begins = kind in (ATOM, "LB")
        if not begins and not ended:
            return False
        if kind == "LB" and after == "LB":
            return False
        depth += {"LB": 1, "RB": -1}.get(kind, 0)
        ended = kind in (ATOM, "RB")
        if depth < 0:
            return False
    return ended and not depth


@pytest.mark.slow
@pytest.mark.parametrize("length", range(1, 10))
def test_bars_are_paired_in_each_way_that_there_is(length):
    for kinds in product((ATOM, PLUS, "BAR"), repeat=length):
        wanted = list(readings(kinds))
        found = _ways(list(kinds))
        if wanted:  # where there is no formula, the grammar says so
            assert len(found) == min(2, len(wanted))
            assert all(way in wanted for way in found)

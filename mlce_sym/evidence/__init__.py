"""Numerical evidence about densities: totals and expectations in balls, and closed forms that agree with them."""

from .balls import Undecided, ball
from .densities import Finding, is_density, point_masses
from .halflines import Total
from .moments import agrees, expected
from .totals import expectation, total

__all__ = [
    "Finding",
    "Total",
    "Undecided",
    "agrees",
    "ball",
    "expectation",
    "expected",
    "is_density",
    "point_masses",
    "total",
]

"""Every rule, by name: `rules.log_of_product`. `ALL` is the shipped rule table: the files in this order, each from its
top to its end.

A rule is declared in its file and named nowhere else.

>>> log_of_product.needs
'every factor positive'
"""

# ruff: noqa: F403, I001

from ..border.rule import Rule
from .logs import *
from .sums import *
from .binary import *
from .extrema import *
from .order import *
from .entropy import *
from .calculus import *
from .series import *
from .integrals import *

_BY_NAME = {name: rule for name, rule in globals().items() if isinstance(rule, Rule)}

ALL: tuple[Rule, ...] = tuple(_BY_NAME.values())
__all__ = ["ALL", *sorted(_BY_NAME)]


def __dir__() -> list[str]:
    return __all__

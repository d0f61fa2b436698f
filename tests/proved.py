"""The documents of the book, proved and checked once in a process: many tests look at them."""

from functools import cache

from mlce_sym import prove
from mlce_sym.prompt.prove import Proved


@cache
def proved(name: str) -> Proved:
    return prove(name)

"""`lru_cache` for mypy, which otherwise asks nothing of the arguments of a function that remembers its results."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, ParamSpec, TypeVar

Parameters = ParamSpec("Parameters")
Result = TypeVar("Result")

if TYPE_CHECKING:

    def lru_cache(maxsize: int) -> Callable[[Callable[Parameters, Result]], Callable[Parameters, Result]]: ...

else:
    from functools import lru_cache as lru_cache

from typing import Any, ClassVar

from sympy import Function

class AppliedUndef(Function):
    func: Any
    _kwargs: ClassVar[dict[str, bool | None]]

class UndefinedFunction(type):
    _kwargs: dict[str, bool | None]

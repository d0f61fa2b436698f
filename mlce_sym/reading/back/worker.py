"""The process that runs latex2sympy2: LaTeX texts in, answers out, each a line of JSON; the first line out says
"ready".

It runs alone because latex2sympy2 prints, is slow to import, and is unusable after a bad input: after an error it says
so and ends. The answer is the term as plain data, by a walk over the SymPy tree; nothing is evaluated.

>>> from sympy import E, Sum, log, symbols
>>> a, b = symbols("a b")
>>> plain(Sum(log(a, E, evaluate=False), (a, 1, b)))
['Sum', 'a', ['Range', 1, 'b'], ['log', 'a']]
"""

from __future__ import annotations

import contextlib
import json
import sys
import types
import typing
from typing import Any, TextIO


def plain(term: Any) -> Any:
    """A SymPy term as plain data. Raises ValueError for what is not arithmetic, and for a log whose base is not E."""
    head = type(term).__name__
    if term.is_Symbol:
        return term.name
    if term.is_Rational:
        return int(term.p) if term.is_Integer else ["Rational", int(term.p), int(term.q)]
    if head in ("Sum", "Product"):
        return _nested(head, term.limits, term.function)
    if head == "log" and str(term.args[1:]) == "(E,)":
        return ["log", plain(term.args[0])]
    if head in ("Add", "Mul", "Pow", "exp"):
        return [head, *map(plain, term.args)]
    raise ValueError(f"{head} is not arithmetic")


def _nested(head: str, limits: Any, body: Any) -> Any:
    """SymPy lists the innermost limits first."""
    if not limits:
        return plain(body)
    *inner, (variable, low, high) = limits
    return [head, plain(variable), ["Range", plain(low), plain(high)], _nested(head, inner, body)]


def typing_io() -> types.ModuleType:
    """What ANTLR's runtime 4.7.2 imports, and Python has no more since 3.13."""
    module = types.ModuleType("typing.io")
    module.__dict__.update(IO=typing.IO, TextIO=typing.TextIO, BinaryIO=typing.BinaryIO)
    return module


def main(texts: TextIO, answers: TextIO) -> None:
    sys.modules.setdefault("typing.io", typing_io())
    from latex2sympy2 import latex2sympy

    print(json.dumps("ready"), file=answers, flush=True)
    for line in texts:
        try:
            answer = {"term": plain(latex2sympy(json.loads(line)))}
        except Exception as error:
            answer = {"error": " ".join(str(error).split())[:120] or type(error).__name__}
        print(json.dumps(answer), file=answers, flush=True)
        if "error" in answer:
            return


if __name__ == "__main__":
    answers = sys.stdout
    with contextlib.redirect_stdout(sys.stderr):
        main(sys.stdin, answers)

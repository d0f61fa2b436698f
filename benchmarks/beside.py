"""The same equations through latex2sympy2 and `simplify`: is simplify(lhs − rhs) 0?

That runs in a process of its own, which is begun anew after what latex2sympy2 cannot read, for then its state is
corrupt. "not 0" is no verdict: `simplify` may only not have seen it, and knows nothing of the text around.
"""

from __future__ import annotations

import contextlib
import json
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any, TextIO

from mlce_sym.reading.back.engine import installed
from mlce_sym.reading.back.worker import typing_io

SECONDS = 5.0  # of CPU for a pair
EQUAL, DIFFERENT, UNREAD, LATE, FAILED = "simplified to 0", "not 0", "not read", "took too long", "failed"
Pair = tuple[str, str]


def beside(pairs: Iterable[Pair]) -> str:
    """How many of the pairs are what, in words."""
    if not installed():
        return "latex2sympy2 is not installed (pip install 'mlce-sym[readback]')"
    found: Counter[str] = Counter()
    todo = list(pairs)
    while todo:
        answers = _run(todo) or [FAILED]
        found.update(answers)
        todo = todo[len(answers) :]
    return ", ".join(f"{found[what]} {what}" for what in (EQUAL, DIFFERENT, UNREAD, LATE, FAILED) if found[what])


def _run(pairs: Sequence[Pair]) -> list[str]:
    """The answers up to the first pair that cannot be read."""
    lines = "".join(json.dumps(pair) + "\n" for pair in pairs)
    command = [sys.executable, "-m", "benchmarks.beside"]
    done = subprocess.run(command, input=lines, stdout=-1, stderr=subprocess.DEVNULL, text=True, check=False)
    return done.stdout.splitlines()


def answered(left: str, right: str) -> str:
    """What latex2sympy2 and `simplify` make of left = right."""
    from latex2sympy2 import latex2sympy
    from sympy import simplify

    try:
        difference: Any = latex2sympy(left) - latex2sympy(right)
    except TimeoutError:
        return LATE
    except Exception:  # whatever it is that goes wrong there
        return UNREAD
    try:
        return EQUAL if simplify(difference) == 0 else DIFFERENT
    except TimeoutError:
        return LATE
    except Exception:
        return FAILED


def main(pairs: TextIO, answers: TextIO) -> None:
    sys.modules.setdefault("typing.io", typing_io())
    signal.signal(signal.SIGVTALRM, _late)
    for line in pairs:
        signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS)
        try:
            answer = answered(*json.loads(line))
        finally:
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        print(answer, file=answers, flush=True)
        if answer == UNREAD:
            return


def _late(number: int, frame: Any) -> None:
    raise TimeoutError


if __name__ == "__main__":
    output = sys.stdout
    with contextlib.redirect_stdout(sys.stderr):
        main(sys.stdin, output)

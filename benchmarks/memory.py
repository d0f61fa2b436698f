"""`python -m benchmarks memory 20000`: the memory that a process needs that judges so many pairs of random terms.

Each pair is drawn anew (`tests/random_pairs.py`); where SymPy takes longer than a second to build it, the next one is.
What `judge` keeps has bounds, so that the peak stays where it is once they are reached. It is measured as where this
package and what it needs are installed alone: to evaluate an infinite sum, SymPy loads NumPy and SciPy where they are
there, which takes 35 MB more; and what SymPy takes to build a term (140 MB, once in 12,800) counts where it stays.
"""

from __future__ import annotations

import random
import sys
import time
from contextlib import suppress
from pathlib import Path

MARKS = 8  # how often the peak is printed


def peak() -> float:
    """The most that the process has had since the last `forget`, in MB; what Linux gives are kilobytes."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1024


def forget() -> None:
    """Count the peak from here on (Linux, proc(5))."""
    Path("/proc/self/clear_refs").write_text("5", encoding="ascii")


def main(arguments: list[str]) -> None:
    sys.modules["numpy"] = sys.modules["scipy"] = None  # type: ignore[assignment]  # they are not to be loaded
    from mlce_sym.prover.seconds import Stopped, within
    from mlce_sym.verdicts.judge import judge
    from tests import random_pairs

    pairs = int(arguments[0]) if arguments else 2000
    rng, most = random.Random(0), peak()
    print(f"{'pairs judged':<24}{'peak, MB':>10}{'seconds of CPU':>16}")
    print(f"{0:<24}{most:>10.0f}{time.process_time():>16.0f}", flush=True)
    for number in range(1, pairs + 1):
        with suppress(Stopped):
            with within(1.0):
                case = random_pairs.case(rng)
            forget()
            judge(case.left, case.right, case.given)
            most = max(most, peak())
        if number % max(1, pairs // MARKS) == 0:
            print(f"{number:<24}{most:>10.0f}{time.process_time():>16.0f}", flush=True)

"""How long the book takes, and the loss of each family: seconds, and as ratios to `import sympy` in the same run."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from statistics import median

RUNS = 3
IMPORT = ("-c", "import sympy")


def book(seconds: Callable[[Callable[[], object]], float]) -> None:
    """All documents proved and checked, in one process that has imported SymPy; per theorem as well."""
    reference = _process(seconds, *IMPORT)
    taken = [float(_output("-m", "benchmarks.losses", "book")) for _ in range(RUNS)]
    theorems = int(_output("-m", "benchmarks.losses", "theorems"))
    total = median(taken)
    print(f"\n{'the book, proved and checked':<40}{'seconds':>10}{'ratio':>8}")
    print(f"{'import sympy':<40}{reference:>10.3f}{1:>8.2f}")
    print(f"{f'all {theorems} theorems':<40}{total:>10.3f}{total / reference:>8.2f}")
    print(f"{'per theorem':<40}{total / theorems:>10.4f}{total / theorems / reference:>8.3f}")


def families(seconds: Callable[[Callable[[], object]], float]) -> None:
    """`mlce loss` for each family, slowest first, in one process: derived, and checked."""
    from mlce_sym.families.families import FAMILIES
    from mlce_sym.prompt.loss import loss

    reference = _process(seconds, *IMPORT)
    print(f"\n{'mlce loss':<40}{'seconds':>10}{'ratio':>8}")
    rows = [(seconds(lambda name=family.name: loss(name)), family.name) for family in FAMILIES]
    for taken, name in sorted(rows, reverse=True):
        print(f"{name:<40}{taken:>10.3f}{taken / reference:>8.2f}")


def _process(seconds: Callable[[Callable[[], object]], float], *arguments: str) -> float:
    return median(seconds(lambda: subprocess.run((sys.executable, *arguments), check=True)) for _ in range(RUNS))


def _output(*arguments: str) -> str:
    return subprocess.run((sys.executable, *arguments), check=True, capture_output=True, text=True).stdout


def _book(what: str) -> None:
    import time

    from mlce_sym.derivations import NAMES

    from mlce_sym.prompt.prove import prove

    start = time.perf_counter()
    documents = [prove(name) for name in NAMES]
    taken = time.perf_counter() - start
    print(sum(len(proved.document.proofs) for proved in documents) if what == "theorems" else taken)


if __name__ == "__main__":
    _book(sys.argv[1])

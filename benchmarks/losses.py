"""How long the loss of each family takes, in seconds and as ratios to `import sympy` in the same run; and the book."""

from __future__ import annotations

import gc
import subprocess
import sys
from collections.abc import Callable
from statistics import median

RUNS = 3
IMPORT = ("-c", "import sympy")


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


def output(*arguments: str) -> str:
    return subprocess.run((sys.executable, *arguments), check=True, capture_output=True, text=True).stdout


def _book() -> None:
    """All documents proved and checked, as the command `mlce` would."""
    from mlce_sym.__main__ import GARBAGE

    gc.set_threshold(GARBAGE)
    from mlce_sym.derivations import NAMES

    from mlce_sym.prompt.prove import prove

    for name in NAMES:
        prove(name)
    gc.freeze()


if __name__ == "__main__":
    _book()

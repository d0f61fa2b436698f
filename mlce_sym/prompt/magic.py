r"""`%%mlce` in a notebook: the cell is a text, each of whose equations is judged.

    %load_ext mlce_sym

    %%mlce
    Let $p > 0$. Then $\log p^2 = 2 \log p$.

>>> mlce("", r"Let $p > 0$. Then $\log p^2 = 2 \log p$.")
cell:1:20: proved, where p > 0 (from the text)
1 link: 1 proved
"""

from __future__ import annotations

from typing import Any

from ..documents.checked import check_text
from ..documents.text.sources import syntax_seen
from ..prover.seconds import SECONDS

QUIET = ("-q", "--quiet")


def mlce(line: str, cell: str) -> None:
    """Print the verdicts on a cell's equations; after `%%mlce -q`, on the wrong ones alone."""
    options = line.split()
    others = [option for option in options if option not in QUIET]
    if others:
        print(f"%%mlce: {' '.join(others)} is not understood; it may be followed by -q")
        return
    found = check_text(cell, "cell", syntax_seen(cell), SECONDS)
    print("\n".join(found.lines(quiet=bool(options))))


def load_ipython_extension(shell: Any) -> None:
    """What `%load_ext mlce_sym` calls."""
    shell.register_magic_function(mlce, "cell", "mlce")

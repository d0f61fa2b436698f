"""How long `coqc` takes over the library and over each certificate of the book, as ratios to the library's time."""

from __future__ import annotations

import os
import shutil
import tempfile
from statistics import median

RUNS = 3
LIBRARY = "MLCE.v"


def certificates() -> None:
    if shutil.which("coqc") is None:
        print("\ncoqc is not installed (Debian: apt install coq libcoq-coquelicot)")
        return
    from mlce_sym.derivations import NAMES

    from mlce_sym.prompt.prove import prove

    book = {name: prove(name) for name in NAMES}
    runs = [in_turn({name: proved.write("coq") for name, proved in book.items()}) for _ in range(RUNS)]
    print(f"\n{'coqc':<24}{'steps':>8}{'seconds':>10}{'ratio':>8}{'ms a step':>11}")
    print(f"{LIBRARY:<24}{'':>8}{median(run[LIBRARY] for run in runs):>10.2f}{1:>8.2f}")
    for name, proved in book.items():
        seconds = median(run[name] for run in runs)
        ratio = median(run[name] / run[LIBRARY] for run in runs)
        steps = proved.report.steps
        print(f"{name:<24}{steps:>8}{seconds:>10.2f}{ratio:>8.2f}{1e3 * seconds / steps:>11.0f}")


def in_turn(texts: dict[str, str]) -> dict[str, float]:
    """Seconds for the library, compiled anew, and then for each text."""
    from mlce_sym.coq.run import certify

    with tempfile.TemporaryDirectory(prefix="mlce-") as cache:
        os.environ["XDG_CACHE_HOME"] = cache
        accepted = {name: certify(text) for name, text in texts.items()}
    library = next(iter(accepted.values())).library_seconds
    return {LIBRARY: library, **{name: done.seconds for name, done in accepted.items()}}

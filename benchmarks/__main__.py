"""`python -m benchmarks`: how long things take, as ratios measured in one run. No test depends on a time.

Whole processes are compared with `python -c "import sympy"`, in turn, by their medians. The route at concrete n is
SymPy's own: write the product out, and `expand_log`.

`python -m benchmarks mutations` plants errors in the trusted base instead, and says which are noticed (`mutations.py`);
`python -m benchmarks identities` says how many identities are proved, and how many wrong ones refuted
(`identities.py`); `python -m benchmarks check` what `mlce check` makes of documents (`check.py`);
`python -m benchmarks second` whether latex2sympy2 reads their formulas alike (`second.py`).
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from statistics import median

from . import check, coq, identities, losses, mutations, second, sizes

RUNS = 9


def seconds(call: Callable[[], object]) -> float:
    start = time.perf_counter()
    call()
    return time.perf_counter() - start


def process(*arguments: str) -> Callable[[], object]:
    return lambda: subprocess.run((sys.executable, *arguments), stdout=subprocess.DEVNULL, check=True)


def processes(folder: str) -> None:
    """Whole processes, in turn: the reference, then each command. The certificate that is verified is made first."""
    prove, certificate = ("-m", "mlce_sym", "prove"), f"{folder}/bernoulli.json"
    process(*prove, "bernoulli", "-o", certificate)()
    commands = {
        'python -c "import sympy"': process("-c", "import sympy"),
        "mlce --help": process("-m", "mlce_sym", "--help"),
        "mlce verify bernoulli.json": process("-m", "mlce_sym", "verify", certificate),
        "mlce prove bernoulli --format tex": process(*prove, "bernoulli", "--format", "tex"),
        "mlce prove closed-form --format tex": process(*prove, "closed-form", "--format", "tex"),
        "mlce prove remarks --format tex": process(*prove, "remarks", "--format", "tex"),
    }
    times: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(RUNS + 1):
        for name, command in commands.items():
            times[name].append(seconds(command))
    reference = times['python -c "import sympy"'][1:]
    print(f"{'whole process, checks included':<40}{'seconds':>10}{'ratio':>8}")
    for name, measured in times.items():
        ratios = [a / b for a, b in zip(measured[1:], reference, strict=True)]
        print(f"{name:<40}{median(measured[1:]):>10.3f}{median(ratios):>8.2f}")


def products() -> None:
    """Judging a product of three sums against its expansion, and against itself + 1; cold, by SymPy's own expansion."""
    from sympy import IndexedBase, Product, expand, symbols

    from mlce_sym.verdicts.judge import judge

    i, x = symbols("i x")
    p, y = IndexedBase("p"), IndexedBase("y")
    print(f"\n{'a product of sums, written out':<40}{'ms':>10}{'ratio':>8}")
    for factors in (3, 4):
        product = Product(x + p[i] + y[i], (i, 1, factors))
        expansions: list[object] = []
        expanding = seconds(lambda: expansions.append(expand(product.doit())))  # noqa: B023
        judged = {
            "SymPy's expansion": expanding,
            "judge: equal to that": seconds(lambda: judge(product, expansions[0])),  # noqa: B023
            "judge: equal to itself + 1": seconds(lambda: judge(product, product + 1)),  # noqa: B023
        }
        for name, taken in judged.items():
            print(f"{f'{name}, {factors} factors':<40}{1e3 * taken:>10.1f}{taken / expanding:>8.2f}")


def fresh(call: Callable[[], object]) -> float:
    """The time of a call with the book's pages forgotten; SymPy's and our caches of terms stay warm."""
    from mlce_sym.derivations import bernoulli

    for attribute in vars(bernoulli).values():
        getattr(attribute, "cache_clear", lambda: None)()
    return seconds(call)


def against_concrete_n() -> None:
    """The proof for every n at once, against SymPy's expansion for one n at a time."""
    from mlce_sym.derivations import bernoulli
    from sympy import expand_log, log, symbols

    for_every_n = median(fresh(bernoulli.log_likelihood) for _ in range(RUNS))
    print(f"\n{'log of the Bernoulli likelihood':<40}{'ms':>10}{'ratio':>8}")
    print(f"{'proved for symbolic n':<40}{1e3 * for_every_n:>10.1f}{1:>8.2f}")
    theta = symbols("theta", positive=True)
    for n in (5, 20, 50, 100, 200):
        y = symbols(f"y1:{n + 1}", positive=True)

        def expand(labels: tuple[object, ...] = y) -> object:
            product = 1
            for label in labels:
                product *= theta**label * (1 - theta) ** (1 - label)
            return expand_log(log(product), force=True)

        taken = seconds(expand)
        print(f"{f'expand_log(force=True), n = {n}':<40}{1e3 * taken:>10.1f}{taken / for_every_n:>8.2f}")


def one_document(name: str) -> None:
    """Microseconds a step, in a fresh process: making it by rules, replaying it, and evaluating it at four
    instances."""
    import sympy  # noqa: F401
    from mlce_sym.derivations import document, page

    from mlce_sym.certificate.checked import verify
    from mlce_sym.evaluate.numeric import check_document
    from mlce_sym.prover.document import certificate

    page(name)
    proving = seconds(lambda: document(name))
    data = certificate(document(name))
    steps = sum(len(theorem["steps"]) for theorem in data["theorems"])
    parts = (proving, seconds(lambda: verify(data)), seconds(lambda: check_document(data)))
    print(f"{name:<24}{steps:>8}" + "".join(f"{1e6 * part / steps:>10.0f}" for part in parts))


def per_step() -> None:
    from mlce_sym.derivations import NAMES

    print(f"\n{'microseconds a step':<24}{'steps':>8}{'prove':>10}{'replay':>10}{'evaluate':>10}", flush=True)
    for name in NAMES:
        subprocess.run((sys.executable, "-m", "benchmarks", name), check=True)


if __name__ == "__main__":
    if sys.argv[1:2] == ["mutations"]:
        sys.exit(mutations.main(sys.argv[2:]))
    elif sys.argv[1:2] == ["identities"]:
        identities.main(sys.argv[2:])
    elif sys.argv[1:2] == ["check"]:
        check.main(sys.argv[2:])
    elif sys.argv[1:2] == ["second"]:
        second.main(sys.argv[2:])
    elif sys.argv[1:]:
        one_document(sys.argv[1])
    else:
        with tempfile.TemporaryDirectory() as folder:
            processes(folder)
        per_step()
        against_concrete_n()
        products()
        losses.book(seconds)
        losses.families(seconds)
        sizes.against_concrete_sizes(seconds)
        coq.certificates()

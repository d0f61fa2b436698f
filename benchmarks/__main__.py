"""`python -m benchmarks`: how long things take, as ratios measured in one run. No test depends on a time.

Whole processes are compared with `python -c "import sympy"`, in turn, by the CPU that they use (user and system), so
that other work on the machine counts little; the number wanted stands beside the ratio. No figure rests on a cache that
is warm or a certificate that was there before. The route at concrete n is SymPy's own: write the product out, and
`expand_log`.

`python -m benchmarks mutations` plants errors in the trusted base instead, and says which are noticed (`mutations.py`);
`python -m benchmarks identities` says how many identities are proved, and how many wrong ones refuted
(`identities.py`); `python -m benchmarks check` what `mlce check` makes of documents (`check.py`); `python -m benchmarks
memory 20000` what judging that many pairs needs (`memory.py`); `python -m benchmarks second` whether latex2sympy2 reads
the documents' formulas alike (`second.py`).
"""

from __future__ import annotations

import gc
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from mlce_sym.__main__ import GARBAGE

from . import check, coq, identities, losses, memory, mutations, second, sizes

RUNS = 9
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def seconds(call: Callable[[], object]) -> float:
    start = time.perf_counter()
    call()
    return time.perf_counter() - start


def process(*arguments: str) -> float:
    """The seconds of CPU that a process takes, of code that is compiled, as an install leaves it."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run((sys.executable, *arguments), stdout=subprocess.DEVNULL, env=ENVIRONMENT, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def processes(folder: str) -> None:
    """Whole processes, in turn: the reference, then each command. The certificate that is verified is made first."""
    prove, certificate = ("-m", "mlce_sym", "prove"), f"{folder}/bernoulli.json"
    process(*prove, "bernoulli", "-o", certificate)
    commands = {
        'python -c "import sympy"': (("-c", "import sympy"), 1.0),
        "mlce --help": (("-m", "mlce_sym", "--help"), None),
        "mlce verify bernoulli.json": (("-m", "mlce_sym", "verify", certificate), 0.45),
        "mlce prove bernoulli --format tex": ((*prove, "bernoulli", "--format", "tex"), 1.3),
        "mlce prove closed-form --format tex": ((*prove, "closed-form", "--format", "tex"), None),
        "mlce prove remarks --format tex": ((*prove, "remarks", "--format", "tex"), None),
        "the book, proved and checked": (("-m", "benchmarks.losses"), 18.0),
    }
    times: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(RUNS + 1):
        for name, (command, _) in commands.items():
            times[name].append(process(*command))
    reference = times['python -c "import sympy"'][1:]
    print(f"{'whole process, checks included: CPU':<40}{'seconds':>10}{'ratio':>8}{'wanted':>8}")
    for name, measured in times.items():
        ratios = [a / b for a, b in zip(measured[1:], reference, strict=True)]
        print(f"{name:<40}{median(measured[1:]):>10.3f}{median(ratios):>8.2f}{commands[name][1] or '':>8}")


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


def cpu(call: Callable[[], object]) -> float:
    start = time.process_time()
    call()
    return time.process_time() - start


def derived(name: str, file: str) -> None:
    """In a fresh process: a document is proved, with the search for its steps, and the seconds are printed."""
    from mlce_sym.derivations import document, page

    from mlce_sym.prover.document import certificate

    gc.set_threshold(GARBAGE)
    page(name)
    print(cpu(lambda: document(name)))
    Path(file).write_text(json.dumps(certificate(document(name))), encoding="utf-8")


def replayed(file: str) -> None:
    """In another one, which has seen no term yet: its certificate is replayed, and evaluated at four instances; the
    garbage is searched for as by the command `mlce`."""
    from mlce_sym.certificate.checked import verify
    from mlce_sym.evaluate.numeric import check_document

    gc.set_threshold(GARBAGE)
    data = json.loads(Path(file).read_text(encoding="utf-8"))
    print(cpu(lambda: verify(data)), cpu(lambda: check_document(data)))


def per_step(folder: str) -> None:
    from mlce_sym.derivations import NAMES

    print(f"\n{'microseconds of CPU a step':<26}{'steps':>8}{'prove':>10}{'replay':>10}{'evaluate':>10}")
    print(f"{'wanted, at most':<26}{'':>8}{6000:>10}{800:>10}", flush=True)
    for name in NAMES:
        file = f"{folder}/{name}.json"
        proving = losses.output("-m", "benchmarks", "derived", name, file)
        checking = losses.output("-m", "benchmarks", "replayed", file)
        steps = sum(len(theorem["steps"]) for theorem in json.loads(Path(file).read_text(encoding="utf-8"))["theorems"])
        parts = map(float, (*proving.split(), *checking.split()))
        print(f"{name:<26}{steps:>8}" + "".join(f"{1e6 * part / steps:>10.0f}" for part in parts), flush=True)


def everything() -> None:
    with tempfile.TemporaryDirectory() as folder:
        processes(folder)
        per_step(folder)
    against_concrete_n()
    products()
    losses.families(seconds)
    sizes.against_concrete_sizes(seconds)
    coq.certificates()


APART: dict[str, Callable[[list[str]], int | None]] = {
    "mutations": mutations.main,
    "identities": identities.main,
    "check": check.main,
    "memory": memory.main,
    "second": second.main,
    "derived": lambda arguments: derived(*arguments),
    "replayed": lambda arguments: replayed(*arguments),
}

if __name__ == "__main__":
    if sys.argv[1:]:
        sys.exit(APART[sys.argv[1]](sys.argv[2:]))
    everything()

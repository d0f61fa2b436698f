"""The cost against the number of classes K: flat for symbolic K, while SymPy's own route grows with a concrete K."""

from __future__ import annotations

from collections.abc import Callable


def against_concrete_sizes(seconds: Callable[[Callable[[], object]], float]) -> None:
    """The gradient of softmax cross-entropy: proved for every K at once, and by SymPy for one K at a time."""
    from mlce_sym.derivations import softmax_gradient
    from sympy import diff, exp, log, simplify, symbols

    first = softmax_gradient.PROOFS[0]
    getattr(first, "cache_clear", lambda: None)()
    for_every_size = seconds(first)
    print(f"\n{'gradient of softmax cross-entropy':<40}{'ms':>10}{'ratio':>8}")
    print(f"{'proved for symbolic K':<40}{1e3 * for_every_size:>10.1f}{1:>8.2f}")
    for size in (2, 5, 10, 20, 40):
        z, y = symbols(f"z1:{size + 1}"), symbols(f"y1:{size + 1}")

        def naive(z: tuple[object, ...] = z, y: tuple[object, ...] = y) -> object:
            loss = -sum(b * log(exp(a) / sum(map(exp, z))) for a, b in zip(z, y, strict=True))
            return simplify(diff(loss, z[0]))

        taken = seconds(naive)
        print(f"{f'diff and simplify, K = {size}':<40}{1e3 * taken:>10.1f}{taken / for_every_size:>8.2f}")

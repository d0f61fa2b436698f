"""The mutants that Coq accepts, each with the reason why it is a theorem all the same; no other may be accepted."""

from __future__ import annotations

from .mutants import DROPPED, EXCHANGED, WEAKENED, Key, Mutant

LABELS = "y_i ∈ {0, 1} for all i = 1, …, n"
P_I, NEXT_P = "P_i(k; θ) := p_i(θ)^k ", "L(θ) := Π_{i=1}^{n} P_{i + 1}(y_i; θ)"

BY_REASON: dict[str, list[Key]] = {
    "L(θ) is a product of powers of p_i and 1 − p_i, which are positive: y_i may be any number": [
        ("likelihood", DROPPED, LABELS),
    ],
    "both sides are linear in the labels, which may be any numbers": [
        ("binary-form", DROPPED, LABELS),
        ("factor", DROPPED, LABELS),
    ],
    "the values of y_1 and y_2 are given, and no other label is there": [("mean-of-two", DROPPED, LABELS)],
    "n = 2 is given, and 2 ≥ 1": [
        (theorem, DROPPED, "n ≥ 1")
        for theorem in (
            "mean-of-two",
            "some-ones",
            "some-zeros",
            "with-the-sign",
            "without-the-sign",
            "greater-value",
        )
    ],
    "only a and b occur in what is to be positive, and they are": [
        *(("gap-at-one", DROPPED, f"{name} < 1") for name in "ab"),
        *(("gap-at-one", WEAKENED, f"{name} ≤ 1") for name in "ab"),
    ],
    "only 1 − a and 1 − b occur in what is to be positive, and they are": [
        *(("gap-at-zero", DROPPED, f"{name} > 0") for name in "ab"),
        *(("gap-at-zero", WEAKENED, f"{name} ≥ 0") for name in "ab"),
    ],
    "k lies in {1, …, K}: whatever number K is, p(k) and q(k) are positive, and nothing else is needed": [
        (theorem, DROPPED, hypothesis)
        for theorem in ("gap", "gap-where-different")
        for hypothesis in ("K ∈ ℤ", "K ≥ 1")
    ],
    "a single term is positive, whatever the sums are": [
        ("gap-where-different", DROPPED, f"Σ_{{k=1}}^{{K}} {name}(k) = 1") for name in "pq"
    ],
    "c lies in {1, …, K}, so that K ≥ 1": [("strict", DROPPED, "K ≥ 1")],
    "f(y) = f(1)^y f(0)^(1 − y) for y ∈ {0, 1} and any f that is positive at 0 and 1, as this one is": [
        ("two-cases", "sign in a definition", P_I + "(p_i(θ) + 1)^{1 − k}"),
        ("two-cases", "sign in a definition", P_I + "(1 − p_i(θ))^{−k − 1}"),
        ("two-cases", "sign in a definition", P_I + "(1 − p_i(θ))^{k + 1}"),
        ("two-cases", "number in a definition", P_I + "(2 − p_i(θ))^{1 − k}"),
        ("two-cases", "number in a definition", P_I + "(1 − p_i(θ))^{2 − k}"),
        ("two-cases", "number in a definition", P_I + "(1 − p_i(θ))^{1 − 2 k}"),
    ],
    "observations are identically distributed: P_i does not depend on i": [
        (theorem, "index in a definition", NEXT_P)
        for theorem in ("iid-same-optimum", "maximiser", "all-ones", "all-zeros")
    ],
    "the statement is as it was, and the factors of a product may be exchanged": [
        ("log-likelihood", EXCHANGED, "step 3: a and b"),
        ("mean-of-cross-entropies", EXCHANGED, "step 4: a and b"),
        ("class-counts", EXCHANGED, "step 4: a and b"),
    ],
    "the statement is as it was, and the summands of a sum may be exchanged": [
        ("score-of-a-sum", EXCHANGED, "step 3: f and g"),
        ("softmax-partial", EXCHANGED, "step 4: f and g"),
        ("loss-slope", EXCHANGED, "step 3: f and g"),
        ("loss-slopes", EXCHANGED, "step 2: f and g"),
        ("binary-form", EXCHANGED, "step 2: f and g"),
        ("binary-form", EXCHANGED, "step 5: f and g"),
        ("weighted-gaps", EXCHANGED, "step 5: f and g"),
        ("weighted-gaps", EXCHANGED, "step 6: f and g"),
    ],
}
REASONS = {key: reason for reason, keys in BY_REASON.items() for key in keys}


def reason(mutant: Mutant) -> str:
    """Why a mutant is still a theorem; nothing where it is none."""
    return REASONS.get(mutant.key, "")

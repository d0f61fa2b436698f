"""The mutants that Coq accepts, each with the reason why it is a theorem all the same; no other may be accepted."""

from __future__ import annotations

from .mutants import DROPPED, EXCHANGED, WEAKENED, Key, Mutant

LABELS = "y_i ∈ {0, 1} for all i = 1, …, n"
P_I, NEXT_P = "P_i(k; θ) := p_i(θ)^k ", "L(θ) := Π_{i=1}^{n} P_{i + 1}(y_i; θ)"
SIGN, INDEX, NUMBER = (f"{change} in a definition" for change in ("sign", "index", "number"))
OTHER_SIGMAS = (
    "σ(z) := 1/(1 + (1 + exp(−z)))",
    "σ(z) := 1/(2 + exp(−z))",
    "σ(z) := 1/(1 + exp(−2 z))",
)
OTHER_SCORES = (
    (SIGN, "−Σ_{j=1}^{d} x_{i,j} w_j(θ)"),
    (SIGN, "Σ_{j=1}^{d} [−x_{i,j} w_j(θ)]"),
    (INDEX, "Σ_{j=2}^{d} x_{i,j} w_j(θ)"),
    (INDEX, "Σ_{j=1}^{d − 1} x_{i,j} w_j(θ)"),
    (INDEX, "Σ_{j=0}^{d} x_{i,j} w_j(θ)"),
    (INDEX, "Σ_{j=1}^{d} x_{i + 1,j} w_j(θ)"),
    (INDEX, "Σ_{j=1}^{d} x_{i,j} w_{j + 1}(θ)"),
    (NUMBER, "Σ_{j=2}^{d} x_{i,j} w_j(θ)"),
)
OTHER_NETWORKS = (
    (SIGN, "−Σ_{h=1}^{m} v_h(θ) φ(Σ_{j=1}^{d} x_{i,j} u_{h,j}(θ))"),
    (SIGN, "Σ_{h=1}^{m} [−v_h(θ) φ(Σ_{j=1}^{d} x_{i,j} u_{h,j}(θ))]"),
    (SIGN, "Σ_{h=1}^{m} v_h(θ) φ(Σ_{j=1}^{d} [−x_{i,j} u_{h,j}(θ)])"),
    (INDEX, "Σ_{h=2}^{m} v_h(θ) φ(Σ_{j=1}^{d} x_{i,j} u_{h,j}(θ))"),
    (INDEX, "Σ_{h=1}^{m − 1} v_h(θ) φ(Σ_{j=1}^{d} x_{i,j} u_{h,j}(θ))"),
    (INDEX, "Σ_{h=0}^{m} v_h(θ) φ(Σ_{j=1}^{d} x_{i,j} u_{h,j}(θ))"),
    (INDEX, "Σ_{h=1}^{m} v_h(θ) φ(1 + Σ_{j=1}^{d} x_{i,j} u_{h,j}(θ))"),
    (INDEX, "Σ_{h=1}^{m} v_h(θ) φ(Σ_{j=2}^{d} x_{i,j} u_{h,j}(θ))"),
    (INDEX, "Σ_{h=1}^{m} v_h(θ) φ(Σ_{j=1}^{d − 1} x_{i,j} u_{h,j}(θ))"),
    (INDEX, "Σ_{h=1}^{m} v_h(θ) φ(Σ_{j=0}^{d} x_{i,j} u_{h,j}(θ))"),
    (INDEX, "Σ_{h=1}^{m} v_h(θ) φ(Σ_{j=1}^{d} x_{i + 1,j} u_{h,j}(θ))"),
    (INDEX, "Σ_{h=1}^{m} v_h(θ) φ(Σ_{j=1}^{d} x_{i,j} u_{h + 1,j}(θ))"),
    (INDEX, "Σ_{h=1}^{m} v_{h + 1}(θ) φ(Σ_{j=1}^{d} x_{i,j} u_{h,j}(θ))"),
    (NUMBER, "Σ_{h=2}^{m} v_h(θ) φ(Σ_{j=1}^{d} x_{i,j} u_{h,j}(θ))"),
    (NUMBER, "Σ_{h=1}^{m} v_h(θ) φ(Σ_{j=2}^{d} x_{i,j} u_{h,j}(θ))"),
)
NEGATIVE_MEANS = (
    (SIGN, "−(1/n) Σ_{i=1}^{n} y_i"),
    (SIGN, "(1/n) Σ_{i=1}^{n} (−y_i)"),
)
OTHER_MEANS = (
    (INDEX, "(1/n) Σ_{i=2}^{n} y_i"),
    (INDEX, "(1/n) Σ_{i=1}^{n − 1} y_i"),
    (INDEX, "(1/n) Σ_{i=0}^{n} y_i"),
    (INDEX, "(1/n) Σ_{i=1}^{n} y_{i + 1}"),
    (NUMBER, "(1/(n + 1)) Σ_{i=1}^{n} y_i"),
    (NUMBER, "(1/n²) Σ_{i=1}^{n} y_i"),
    (NUMBER, "(1/n) Σ_{i=2}^{n} y_i"),
)
UNITS = "ℓ(a_1, a_2, c_1, c_2) := −log σ("

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
        ("two-cases", SIGN, P_I + "(p_i(θ) + 1)^{1 − k}"),
        ("two-cases", SIGN, P_I + "(1 − p_i(θ))^{−k − 1}"),
        ("two-cases", SIGN, P_I + "(1 − p_i(θ))^{k + 1}"),
        ("two-cases", NUMBER, P_I + "(2 − p_i(θ))^{1 − k}"),
        ("two-cases", NUMBER, P_I + "(1 − p_i(θ))^{2 − k}"),
        ("two-cases", NUMBER, P_I + "(1 − p_i(θ))^{1 − 2 k}"),
    ],
    "observations are identically distributed: P_i does not depend on i": [
        (theorem, INDEX, NEXT_P) for theorem in ("iid-same-optimum", "maximiser", "all-ones", "all-zeros")
    ],
    "the model may be any: σ is a function into (0, 1) all the same, and nothing else of it is used": [
        (theorem, NUMBER, definition)
        for theorem in ("logistic-regression", "neural-network", "same-likelihood", "same-cross-entropy")
        for definition in OTHER_SIGMAS
    ],
    "the model may be any: of the score η nothing is used but that it is a number": [
        *(("logistic-regression", kind, f"η_i(θ) := {score}") for kind, score in OTHER_SCORES),
        *(("neural-network", kind, f"η_i(θ) := {score}") for kind, score in OTHER_NETWORKS),
    ],
    "the output for one θ is the same, whatever the data and the set are": [
        ("same-output", DROPPED, hypothesis) for hypothesis in ("n ∈ ℤ", "n ≥ 1", LABELS, "T(θ) ∈ Θ for all θ ∈ Θ")
    ],
    "softmax is positive at every θ": [("log-sum-exp", DROPPED, "θ ∈ Θ")],
    "T̄ may be any number of Θ, or with 1/T̄ in it, for which the other hypotheses hold": [
        *(("poisson-below", kind, f"T̄ := {mean}") for kind, mean in (*NEGATIVE_MEANS, *OTHER_MEANS)),
        *(("exponential-below", kind, f"T̄ := {mean}") for kind, mean in OTHER_MEANS),
        *(("gaussian-below", kind, f"T̄ := {mean}") for kind, mean in (*NEGATIVE_MEANS, *OTHER_MEANS)),
    ],
    "the losses are compared for numbers T̄ and θ, wherever T̄ comes from; that θ > 0 and T̄ > 0 follows from the rest": [
        *(
            (f"{family}-below", DROPPED, "y_i ∈ Y for all i = 1, …, n")
            for family in ("poisson", "exponential", "gaussian")
        ),
        ("poisson-below", DROPPED, "h(z) > 0 for all z ∈ Y"),
        ("poisson-below", WEAKENED, "h(z) ≥ 0 for all z ∈ Y"),
        ("exponential-below", DROPPED, "1/T̄ ∈ Θ"),
        *(("gaussian-below", DROPPED, hypothesis) for hypothesis in ("c > 0", "T̄ ∈ Θ")),
        ("gaussian-below", WEAKENED, "c ≥ 0"),
    ],
    "an index that is given lies in {1, …, K}, or in {1, …, n}, so that it is not empty": [
        *((theorem, DROPPED, "K ≥ 1") for theorem in ("gradient", "one-hot-labels", "one-class")),
        ("better-term", DROPPED, "n ≥ 1"),
    ],
    "the output at one θ is moved in the same way, whatever the data are": [
        ("output-beyond", DROPPED, hypothesis) for hypothesis in ("n ∈ ℤ", "n ≥ 1", LABELS)
    ],
    "what lies outside the set is no minimiser either": [("no-best-point", DROPPED, "θ ∈ Θ")],
    "the loss in margins is that of any output η": [
        ("loss-in-margins", kind, f"η_i(θ) := {score}") for kind, score in OTHER_SCORES
    ],
    "the statement is as it was, and the factors of a product may be exchanged": [
        *(("margin", EXCHANGED, f"step {k}: a and b") for k in (2, 6)),
        ("family-log-likelihood", EXCHANGED, "step 4: a and b"),
        ("log-prior", EXCHANGED, "step 3: a and b"),
        ("penalised", EXCHANGED, "step 2: a and b"),
        ("exponential-below", EXCHANGED, "step 3: a and b"),
        ("log-likelihood", EXCHANGED, "step 3: a and b"),
        ("mean-of-cross-entropies", EXCHANGED, "step 4: a and b"),
        ("class-counts", EXCHANGED, "step 4: a and b"),
    ],
    "the statement is as it was, and the summands of a sum may be exchanged": [
        ("log-sum-exp", EXCHANGED, "step 5: f and g"),
        *(("along-a-line", EXCHANGED, f"step {k}: f and g") for k in (2, 6, 13, 21)),
        *(("binary", EXCHANGED, f"step {k}: f and g") for k in (1, 5)),
        ("output-beyond", EXCHANGED, "step 3: f and g"),
        ("log-prior", EXCHANGED, "step 4: f and g"),
        ("log-likelihood", EXCHANGED, "step 4: f and g"),
        *(("family-log-likelihood", EXCHANGED, f"step {k}: f and g") for k in (5, 7)),
        ("score-of-a-sum", EXCHANGED, "step 3: f and g"),
        ("score-of-a-sum", EXCHANGED, "step 3: f and g"),
        ("softmax-partial", EXCHANGED, "step 4: f and g"),
        ("loss-slope", EXCHANGED, "step 3: f and g"),
        ("loss-slopes", EXCHANGED, "step 2: f and g"),
        ("binary-form", EXCHANGED, "step 2: f and g"),
        ("binary-form", EXCHANGED, "step 5: f and g"),
        ("weighted-gaps", EXCHANGED, "step 5: f and g"),
        ("weighted-gaps", EXCHANGED, "step 6: f and g"),
    ],
    "any σ with values between 0 and 1 will do": [
        ("one-observation", "number in a definition", f"σ(z) := 1/({below})")
        for below in ("1 + (1 + exp(−z))", "2 + exp(−z)", "1 + exp(−2 z)")
    ],
    "both output weights are 0, so that the output is 0, whatever the activation": [
        ("half-way", DROPPED, "φ(a + r) ≠ φ(a − r)"),
        ("half-way", "sign in a definition", UNITS + "c_2 φ(a_2) − c_1 φ(a_1))"),
        ("half-way", "sign in a definition", UNITS + "c_1 φ(a_1) − c_2 φ(a_2))"),
        ("half-way", "index in a definition", UNITS + "c_2 φ(a_2) + c_1 φ(a_1 + 1))"),
        ("half-way", "index in a definition", UNITS + "c_1 φ(a_1) + c_2 φ(a_2 + 1))"),
    ],
    "at the output 0 only σ(0) occurs, which is 1/2 still": [
        ("half-way", "number in a definition", "σ(z) := 1/(1 + exp(−2 z))"),
    ],
}
REASONS = {key: reason for reason, keys in BY_REASON.items() for key in keys}


def reason(mutant: Mutant) -> str:
    """Why a mutant is still a theorem; nothing where it is none."""
    return REASONS.get(mutant.key, "")

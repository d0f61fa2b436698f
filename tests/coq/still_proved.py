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
OUTPUTS_ON_A_LINE = (
    (SIGN, "−Σ_{j=1}^{d} x_{i,j} (t v_j + w_j)"),
    (SIGN, "Σ_{j=1}^{d} [−x_{i,j} (t v_j + w_j)]"),
    (SIGN, "Σ_{j=1}^{d} x_{i,j} (w_j − t v_j)"),
    (SIGN, "Σ_{j=1}^{d} x_{i,j} (t v_j − w_j)"),
    (INDEX, "Σ_{j=2}^{d} x_{i,j} (t v_j + w_j)"),
    (INDEX, "Σ_{j=1}^{d − 1} x_{i,j} (t v_j + w_j)"),
    (INDEX, "Σ_{j=0}^{d} x_{i,j} (t v_j + w_j)"),
    (INDEX, "Σ_{j=1}^{d} x_{i,j} (t v_{j + 1} + w_j)"),
    (INDEX, "Σ_{j=1}^{d} x_{i,j} (t v_j + w_{j + 1})"),
    (INDEX, "Σ_{j=1}^{d} x_{i + 1,j} (t v_j + w_j)"),
    (NUMBER, "Σ_{j=2}^{d} x_{i,j} (t v_j + w_j)"),
)
OUTPUTS_ON_A_PLANE = (
    (SIGN, "−Σ_{j=1}^{d} x_{i,j} (s u_j + t v_j + w_j)"),
    (SIGN, "Σ_{j=1}^{d} [−x_{i,j} (s u_j + t v_j + w_j)]"),
    (SIGN, "Σ_{j=1}^{d} x_{i,j} (t v_j + w_j − s u_j)"),
    (SIGN, "Σ_{j=1}^{d} x_{i,j} (s u_j + w_j − t v_j)"),
    (SIGN, "Σ_{j=1}^{d} x_{i,j} (s u_j + t v_j − w_j)"),
    (INDEX, "Σ_{j=2}^{d} x_{i,j} (s u_j + t v_j + w_j)"),
    (INDEX, "Σ_{j=1}^{d − 1} x_{i,j} (s u_j + t v_j + w_j)"),
    (INDEX, "Σ_{j=0}^{d} x_{i,j} (s u_j + t v_j + w_j)"),
    (INDEX, "Σ_{j=1}^{d} x_{i,j} (t v_j + s u_{j + 1} + w_j)"),
    (INDEX, "Σ_{j=1}^{d} x_{i,j} (s u_j + t v_{j + 1} + w_j)"),
    (INDEX, "Σ_{j=1}^{d} x_{i,j} (s u_j + t v_j + w_{j + 1})"),
    (INDEX, "Σ_{j=1}^{d} x_{i + 1,j} (s u_j + t v_j + w_j)"),
    (NUMBER, "Σ_{j=2}^{d} x_{i,j} (s u_j + t v_j + w_j)"),
)
OTHER_DISTANCES = (
    (SIGN, "−Σ_{j=1}^{d} Σ_{k=1}^{d} A_{j,k} (y_{i,j} − μ_j(θ)) (y_{i,k} − μ_k(θ))"),
    (SIGN, "Σ_{j=1}^{d} [−Σ_{k=1}^{d} A_{j,k} (y_{i,j} − μ_j(θ)) (y_{i,k} − μ_k(θ))]"),
    (SIGN, "Σ_{j=1}^{d} Σ_{k=1}^{d} [−A_{j,k} (y_{i,j} − μ_j(θ)) (y_{i,k} − μ_k(θ))]"),
    (SIGN, "Σ_{j=1}^{d} Σ_{k=1}^{d} A_{j,k} (μ_j(θ) + y_{i,j}) (y_{i,k} − μ_k(θ))"),
    (SIGN, "Σ_{j=1}^{d} Σ_{k=1}^{d} A_{j,k} (y_{i,k} − μ_k(θ)) (−μ_j(θ) − y_{i,j})"),
    (SIGN, "Σ_{j=1}^{d} Σ_{k=1}^{d} A_{j,k} (μ_k(θ) + y_{i,k}) (y_{i,j} − μ_j(θ))"),
    (SIGN, "Σ_{j=1}^{d} Σ_{k=1}^{d} A_{j,k} (y_{i,j} − μ_j(θ)) (−μ_k(θ) − y_{i,k})"),
    (INDEX, "Σ_{j=2}^{d} Σ_{k=1}^{d} A_{j,k} (y_{i,j} − μ_j(θ)) (y_{i,k} − μ_k(θ))"),
    (INDEX, "Σ_{j=1}^{d − 1} Σ_{k=1}^{d} A_{j,k} (y_{i,j} − μ_j(θ)) (y_{i,k} − μ_k(θ))"),
    (INDEX, "Σ_{j=0}^{d} Σ_{k=1}^{d} A_{j,k} (y_{i,j} − μ_j(θ)) (y_{i,k} − μ_k(θ))"),
    (INDEX, "Σ_{j=1}^{d} Σ_{k=2}^{d} A_{j,k} (y_{i,j} − μ_j(θ)) (y_{i,k} − μ_k(θ))"),
    (INDEX, "Σ_{j=1}^{d} Σ_{k=1}^{d − 1} A_{j,k} (y_{i,j} − μ_j(θ)) (y_{i,k} − μ_k(θ))"),
    (INDEX, "Σ_{j=1}^{d} Σ_{k=0}^{d} A_{j,k} (y_{i,j} − μ_j(θ)) (y_{i,k} − μ_k(θ))"),
    (INDEX, "Σ_{j=1}^{d} Σ_{k=1}^{d} A_{j,k} (y_{i,k} − μ_k(θ)) (y_{i,j} − μ_{j + 1}(θ))"),
    (INDEX, "Σ_{j=1}^{d} Σ_{k=1}^{d} A_{j,k} (y_{i,k} − μ_k(θ)) (y_{i + 1,j} − μ_j(θ))"),
    (INDEX, "Σ_{j=1}^{d} Σ_{k=1}^{d} A_{j,k} (y_{i,j} − μ_j(θ)) (y_{i,k} − μ_{k + 1}(θ))"),
    (INDEX, "Σ_{j=1}^{d} Σ_{k=1}^{d} A_{j,k} (y_{i,j} − μ_j(θ)) (y_{i + 1,k} − μ_k(θ))"),
    (INDEX, "Σ_{j=1}^{d} Σ_{k=1}^{d} A_{j + 1,k} (y_{i,j} − μ_j(θ)) (y_{i,k} − μ_k(θ))"),
    (NUMBER, "Σ_{j=2}^{d} Σ_{k=1}^{d} A_{j,k} (y_{i,j} − μ_j(θ)) (y_{i,k} − μ_k(θ))"),
    (NUMBER, "Σ_{j=1}^{d} Σ_{k=2}^{d} A_{j,k} (y_{i,j} − μ_j(θ)) (y_{i,k} − μ_k(θ))"),
    (NUMBER, "Σ_{j=1}^{d} Σ_{k=1}^{d} A_{j,k} (y_{i,k} − μ_k(θ)) (y_{i,j} − 2 μ_j(θ))"),
    (NUMBER, "Σ_{j=1}^{d} Σ_{k=1}^{d} A_{j,k} (y_{i,j} − μ_j(θ)) (y_{i,k} − 2 μ_k(θ))"),
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
        ("same-output", DROPPED, hypothesis) for hypothesis in ("n ∈ ℤ", "n ≥ 1", LABELS)
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
    "an index that is given lies in {1, …, K}, in {1, …, n} or in {1, …, d}, so that it is not empty": [
        *((theorem, DROPPED, "K ≥ 1") for theorem in ("gradient", "one-hot-labels", "one-class")),
        *((theorem, DROPPED, "K ≥ 1") for theorem in ("term-of-a-class", "slope", "slope-in-a-logit")),
        ("curvature-in-logits", DROPPED, "K ≥ 1"),
        *((theorem, DROPPED, "n ≥ 1") for theorem in ("better-term", "positive", "strictly-convex")),
        *((theorem, DROPPED, "d ≥ 1") for theorem in ("gradient", "hessian", "hessian-entry")),
    ],
    "0 < p follows from p = 1/2, and p < 1 from p < 1/2 and from p = 1/2": [
        ("even", DROPPED, "p > 0"),
        ("even", WEAKENED, "p ≥ 0"),
        *((theorem, DROPPED, "p < 1") for theorem in ("below-half", "even")),
        *((theorem, WEAKENED, "p ≤ 1") for theorem in ("below-half", "even")),
    ],
    "C is one over the integral of B, which may be any continuous positive function of t": [
        ("normalised", SIGN, "B(t; p) := p^t (p + 1)^{1 − t}"),
        ("normalised", SIGN, "B(t; p) := p^t (1 − p)^{−t − 1}"),
        ("normalised", SIGN, "B(t; p) := p^t (1 − p)^{t + 1}"),
        ("normalised", NUMBER, "B(t; p) := p^t (2 − p)^{1 − t}"),
        ("normalised", NUMBER, "B(t; p) := p^t (1 − p)^{2 − t}"),
        ("normalised", NUMBER, "B(t; p) := p^t (1 − p)^{1 − 2 t}"),
    ],
    "of C nothing is used but that it is positive": [
        ("not-the-cross-entropy", INDEX, "C(p) := 1/(∫_{0}^{1} B(t + 1; p) dt)"),
        ("not-the-cross-entropy", NUMBER, "C(p) := 1/(1 + ∫_{0}^{1} B(t; p) dt)"),
        ("not-the-cross-entropy", NUMBER, "C(p) := 1/(∫_{0}^{2} B(t; p) dt)"),
        ("not-the-cross-entropy", NUMBER, "C(p) := 1/(∫_{0}^{1} B(t; p) dt)²"),
    ],
    "of the output η, or the distance Q, nothing is used but that it is a number": [
        *(
            (theorem, kind, f"η_i(t) := {output}")
            for theorem in ("loss", "at-one")
            for kind, output in OUTPUTS_ON_A_LINE
        ),
        *(("loss-on-a-plane", kind, f"η_i(s, t) := {output}") for kind, output in OUTPUTS_ON_A_PLANE),
        *(("log-likelihood", kind, f"Q_i(θ) := {distance}") for kind, distance in OTHER_DISTANCES),
    ],
    "a b ≥ 1 is given, so that a is not 0": [("two-numbers", WEAKENED, "a ≥ 0")],
    "of the two bounds on z one alone is needed": [
        ("upper", DROPPED, "−B ≤ z"),
        ("lower", DROPPED, "z ≤ B"),
    ],
    "the statement is of one index m, wherever it lies, and n does not occur in it": [
        (theorem, DROPPED, hypothesis)
        for theorem in ("one-term", "at-one")
        for hypothesis in ("n ∈ ℤ", "n ≥ 1", "m ∈ {1, …, n}")
    ]
    + [("term-on-a-ray", DROPPED, hypothesis) for hypothesis in ("n ≥ 1", "m ∈ {1, …, n}")],
    "d, h, or n, does not occur in the statement": [
        *(("output-on-a-ray", DROPPED, hypothesis) for hypothesis in ("n ∈ ℤ", "n ≥ 1")),
        *(("deviations", DROPPED, hypothesis) for hypothesis in ("d ∈ ℤ", "d ≥ 1")),
        ("slope-in-a-logit", DROPPED, "h ∈ {1, …, K}"),
    ],
    "z_{y_0} and the Kronecker deltas with y_0 are constant, wherever y_0 lies": [
        (theorem, DROPPED, "y_0 ∈ {1, …, K}") for theorem in ("slope-in-a-logit", "curvature-in-logits")
    ],
    "D(a) = 0 and D(θ) > 0 are enough, wherever a lies, and c does not occur in the losses": [
        ("below-all-others", DROPPED, "c > 0"),
        ("below-all-others", WEAKENED, "c ≥ 0"),
        ("below-all-others", DROPPED, "a ∈ Θ"),
    ],
    "the shares are the values of f at a, which lies in Θ, and these are positive": [
        (theorem, kind, f"{share} {sign} 0 for all k = 1, …, K")
        for theorem, share in (
            ("below-all-others", "q(k)"),
            ("least", "q(k)"),
            ("categorical", "p̂(k)"),
            ("multinomial", "r_k"),
        )
        for kind, sign in ((DROPPED, ">"), (WEAKENED, "≥"))
    ],
    "log L(θ) is a sum of logarithms of positive numbers, whatever the sums over the classes are": [
        ("multinomial-log-likelihood", DROPPED, "Σ_{k=1}^{K} y_{i,k} = m for all i = 1, …, n"),
        ("multinomial-log-likelihood", DROPPED, "Σ_{k=1}^{K} f(k; θ) = 1 for all θ ∈ Θ"),
    ],
    "of the counts the sums over the classes alone are needed, which are given, and no b_i occurs": [
        ("trials-sum-to-one", DROPPED, "b_i > 0 for all i = 1, …, n"),
        ("trials-sum-to-one", WEAKENED, "b_i ≥ 0 for all i = 1, …, n"),
        ("trials-sum-to-one", DROPPED, "y_{i,k} ≥ 0 for all i = 1, …, n and k = 1, …, K"),
    ],
    "j lies in {1, …, K}: whatever number K is, p_j is positive, and nothing else is needed": [
        ("curvature", DROPPED, hypothesis) for hypothesis in ("K ∈ ℤ", "K ≥ 1")
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
        *(("gaussian-log-likelihood", EXCHANGED, f"step {k}: a and b") for k in (3, 4)),
        ("mean-of-cross-entropies", EXCHANGED, "step 4: a and b"),
        ("class-counts", EXCHANGED, "step 4: a and b"),
        *(("not-the-cross-entropy", EXCHANGED, f"step {k}: a and b") for k in (3, 5)),
        *(("lower", EXCHANGED, f"step {k}: a and b") for k in (4, 5, 8, 9, 14, 15)),
        ("multinomial-log-likelihood", EXCHANGED, "step 3: a and b"),
        ("along-a-line", EXCHANGED, "step 9: f and g"),
        ("hessian", EXCHANGED, "step 6: f and g"),
        ("curvature-in-logits", EXCHANGED, "step 19: f and g"),
    ],
    "the statement is as it was, and the lemma that is used is symmetric in its two indices": [
        ("decomposition", EXCHANGED, "step 6: j and k"),
    ],
    "the statement is as it was, and the summands of a sum may be exchanged": [
        ("log-sum-exp", EXCHANGED, "step 5: f and g"),
        *(("along-a-line", EXCHANGED, f"step {k}: f and g") for k in (2, 6, 13, 21)),
        *(("binary", EXCHANGED, f"step {k}: f and g") for k in (1, 5)),
        ("output-beyond", EXCHANGED, "step 3: f and g"),
        ("log-prior", EXCHANGED, "step 4: f and g"),
        ("log-likelihood", EXCHANGED, "step 4: f and g"),
        *(("gaussian-log-likelihood", EXCHANGED, f"step {k}: f and g") for k in (6, 7)),
        *(("squares", EXCHANGED, f"step {k}: f and g") for k in (2, 3)),
        *(("family-log-likelihood", EXCHANGED, f"step {k}: f and g") for k in (5, 7)),
        ("score-of-a-sum", EXCHANGED, "step 3: f and g"),
        ("softmax-partial", EXCHANGED, "step 4: f and g"),
        ("loss-slope", EXCHANGED, "step 3: f and g"),
        ("loss-slopes", EXCHANGED, "step 2: f and g"),
        ("binary-form", EXCHANGED, "step 2: f and g"),
        ("binary-form", EXCHANGED, "step 5: f and g"),
        ("weighted-gaps", EXCHANGED, "step 3: f and g"),
        ("weighted-gaps", EXCHANGED, "step 4: f and g"),
        ("not-the-cross-entropy", EXCHANGED, "step 8: f and g"),
        *(("slope", EXCHANGED, f"step {k}: f and g") for k in (1, 3, 8, 13, 19)),
        *(("curvature", EXCHANGED, f"step {k}: f and g") for k in (6, 8, 11, 17)),
        *(("slope-on-a-plane", EXCHANGED, f"step {k}: f and g") for k in (3, 8, 10, 15, 21, 23)),
        *(("hessian-form", EXCHANGED, f"step {k}: f and g") for k in (6, 8, 11, 17, 19)),
        *(("penalised-curvature", EXCHANGED, f"step {k}: f and g") for k in (2, 3, 8, 15)),
        ("deviations", EXCHANGED, "step 1: f and g"),
        *(("products", EXCHANGED, f"step {k}: f and g") for k in (2, 3, 4)),
        *(("decomposition", EXCHANGED, f"step {k}: f and g") for k in (8, 9)),
        *(("along-a-line", EXCHANGED, f"step {k}: f and g") for k in (4, 10, 12, 16, 18, 24, 25)),
        *(("hessian", EXCHANGED, f"step {k}: f and g") for k in (7, 9, 11, 15, 17, 19, 28, 30, 32, 37, 39, 45, 46)),
        ("multinomial-log-likelihood", EXCHANGED, "step 6: f and g"),
        ("term-of-a-class", EXCHANGED, "step 2: f and g"),
        *(("slope-in-a-logit", EXCHANGED, f"step {k}: f and g") for k in (1, 3, 9)),
        *(("curvature-in-logits", EXCHANGED, f"step {k}: f and g") for k in (1, 3, 5, 11, 13, 17, 23, 30)),
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
EXCEPT_IN: dict[Key, str] = {  # where another theorem of that name needs the hypothesis, for a lemma that has it too
    ("hessian", DROPPED, "d ≥ 1"): "multivariate-gaussian",
    ("below-all-others", DROPPED, "a ∈ Θ"): "class-probabilities",
}


def reason(mutant: Mutant) -> str:
    """Why a mutant is still proved; nothing where it is not."""
    return "" if EXCEPT_IN.get(mutant.key) == mutant.certificate["name"] else REASONS.get(mutant.key, "")

"""The order of the book: its parts, and the documents in each."""

# A document stands after those that it quotes.
PARTS = (
    ("The theorem", ("bernoulli", "iid", "models", "conditional", "general", "categorical", "regression")),
    ("Information", ("divergence", "gibbs", "soft-labels", "continuous-bernoulli")),
    (
        "Estimates",
        (
            *("closed-form", "closed-interval", "remarks", "class-probabilities", "families"),
            *("mean-and-variance", "multivariate-gaussian"),
        ),
    ),
    (
        "Optimisation",
        (
            *("softmax-gradient", "logistic", "strong-convexity", "separation"),
            *("permutation", "nonconvex"),
        ),
    ),
    ("Priors", ("penalty",)),
)
NAMES = tuple(name for _, names in PARTS for name in names)
# Of theorems about powers of 0 there are no formal proofs yet.
UNCERTIFIED = ("closed-interval",)
CERTIFIED = tuple(name for name in NAMES if name not in UNCERTIFIED)

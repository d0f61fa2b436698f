"""Other words for what the documents treat; their names, titles and summaries need not be repeated."""

# What a reader may type, and would not look up in an index.
ONLY_TYPED = (
    *("knowledge", "perfect", "complete", "infinite", "deep", "logloss", "regularization", "mean", "sum", "mlp"),
    *("diverge", "binary", "density", "reduction", "transformer", "supervised", "sample", "weighted"),
)

ALIASES = {
    "bernoulli": "bce log-loss logloss nll mle binomial binary-cross-entropy maximum-likelihood",
    "iid": "sample empirical counts",
    "models": "sigmoid logit network deep convolutional recurrent mlp transformer",
    "conditional": "covariates supervised density",
    "general": "multinomial counts histogram",
    "categorical": "softmax cce multiclass logits log-sum-exp nll",
    "regression": "mse mae least-squares l1 l2 pinball quantile huber heavy-tails student gaussian normal laplace "
    "poisson gamma deviance glm log-link weighted one-hot",
    "divergence": "kl kullback-leibler information relative-entropy gibbs jensen perplexity",
    "gibbs": "kl kullback-leibler information binary",
    "soft-labels": "label-smoothing distillation knowledge proper-score brier calibration strictly-proper kl",
    "continuous-bernoulli": "vae autoencoder soft-labels",
    "closed-form": "mle estimate sample-mean proportion",
    "closed-interval": "mle estimate boundary proportion all-zeros all-ones",
    "remarks": "sign reduction mean sum normalisation",
    "class-probabilities": "multinomial categorical shares estimate hessian",
    "families": "exponential-family glm poisson gaussian normal canonical sufficient-statistic natural-parameter",
    "mean-and-variance": "gaussian normal mle estimate variance",
    "multivariate-gaussian": "normal covariance mahalanobis precision",
    "softmax-gradient": "softmax backpropagation derivative jacobian logits",
    "logistic": "sigmoid logit hessian gradient convex irls newton",
    "strong-convexity": "ridge weight-decay l2 regularisation regularization convex",
    "separation": "separable perfect complete diverge infinite",
    "permutation": "symmetry identifiability hidden-units network",
    "nonconvex": "network non-convex hidden-units convexity",
    "penalty": "map posterior bayes ridge lasso l1 l2 weight-decay regularisation regularization prior",
}

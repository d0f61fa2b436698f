"""Losses that libraries ship: the formula of one observation from their documentation, and the family that it is the
loss of, at which parameters, up to which factor, and up to what does not depend on the prediction.

That it is the loss of that family is proved by `losses/audit.py`, or it is not said. x is what a model gives, y the
observation; parameters and known constants have the names of the family.

Sources: the documentation of PyTorch (torch.nn), scikit-learn (sklearn.metrics, sklearn._loss), LightGBM (Parameters,
objective), XGBoost (Learning task parameters, objective), Keras (keras.losses) and statsmodels (genmod.families,
deviance of one observation).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from sympy import (
    Abs,
    Expr,
    FiniteSet,
    IndexedBase,
    Integer,
    Interval,
    Max,
    Piecewise,
    Rational,
    S,
    Set,
    Sum,
    Symbol,
    cosh,
    exp,
    log,
    oo,
    sqrt,
    symbols,
)

x, y = symbols("x y")
mu, p, lam, z, eta, v, tau, delta, q, r, w = symbols("mu p lambda z eta v tau delta q r w")
POSITIVE, UNIT = Interval.open(0, oo), Interval.open(0, 1)


@dataclass(frozen=True)
class Shipped:
    """`formula` = times · (the loss of the family, at `at`) + rest, for the prediction x in `predicted` and the
    observation in `support`, where that is not the family's; without a family, there is none."""

    names: tuple[str, ...]
    formula: Expr
    family: str = ""
    at: Mapping[Symbol, Expr] = field(default_factory=dict)
    times: Expr = S.One
    rest: Expr = S.Zero
    predicted: Set = S.Reals
    support: Set | None = None
    setting: str = ""  # the arguments with which it is that formula


u = y - x
i, k, K = symbols("i k K")
logits, label = map(IndexedBase, ("z", "y"))
pinball = Piecewise((tau * u, u >= 0), ((tau - 1) * u, True))
huber = Piecewise((u**2 / 2, Abs(u) <= delta), (delta * (Abs(u) - delta / 2), True))
cross_entropy, logistic = -y * log(x) - (1 - y) * log(1 - x), log(1 + exp(x)) - y * x
log_counts, log_gamma = exp(x) - y * x, x + y * exp(-x)
tweedie = x ** (2 - q) / (2 - q) - y * x ** (1 - q) / (1 - q)
log_tweedie = exp((2 - q) * x) / (2 - q) - y * exp((1 - q) * x) / (1 - q)
in_logs = (log(1 + x) - log(1 + y)) ** 2
ALONE = "without terms in y alone"
SIGNS, LABELS, ABOVE = FiniteSet(-1, 1), FiniteSet(0, 1), "for observations above 0"
half, two = Rational(1, 2), Integer(2)
focal = -y * (1 - x) ** 2 * log(x) - (1 - y) * x**2 * log(1 - x)

SHIPPED = (
    Shipped(
        ("torch.nn.MSELoss", "sklearn.mean_squared_error", "keras.MeanSquaredError", "statsmodels.Gaussian"),
        u**2,
        "gaussian",
        {mu: x},
    ),
    Shipped(
        ("sklearn.HalfSquaredError", "lightgbm.regression", "xgboost.reg:squarederror"),
        u**2 / 2,
        "gaussian",
        {mu: x},
        half,
    ),
    Shipped(
        ("torch.nn.L1Loss", "sklearn.mean_absolute_error", "sklearn.AbsoluteError", "keras.MeanAbsoluteError"),
        Abs(u),
        "laplace",
        {mu: x},
    ),
    Shipped(("lightgbm.regression_l1", "xgboost.reg:absoluteerror"), Abs(u), "laplace", {mu: x}),
    Shipped(("torch.nn.HuberLoss", "sklearn.HuberLoss", "keras.Huber", "lightgbm.huber"), huber, "huber", {mu: x}),
    Shipped(("torch.nn.SmoothL1Loss",), huber / delta, "huber", {mu: x}, 1 / delta, setting="beta = δ"),
    Shipped(
        ("sklearn.PinballLoss", "sklearn.mean_pinball_loss", "lightgbm.quantile", "xgboost.reg:quantileerror"),
        pinball,
        "asymmetric-laplace",
        {mu: x},
    ),
    Shipped(
        ("torch.nn.BCELoss", "sklearn.log_loss", "keras.BinaryCrossentropy"),
        cross_entropy,
        "bernoulli",
        {p: x},
        predicted=UNIT,
    ),
    Shipped(
        ("torch.nn.BCEWithLogitsLoss", "sklearn.HalfBinomialLoss", "lightgbm.binary", "xgboost.binary:logistic"),
        logistic,
        "bernoulli-logit",
        {z: x},
    ),
    Shipped(
        ("torch.nn.BCEWithLogitsLoss-pos_weight", "lightgbm.scale_pos_weight", "xgboost.scale_pos_weight"),
        (1 - y) * x + (1 + (w - 1) * y) * log(1 + exp(-x)),
        "bernoulli-logit-weighted",
        {z: x},
        setting="pos_weight, or scale_pos_weight, w",
    ),
    Shipped(("keras.BinaryCrossentropy-logits",), logistic, "bernoulli-logit", {z: x}, setting="from_logits=True"),
    Shipped(
        ("statsmodels.Binomial",),
        2 * (y * log(y / x) + (1 - y) * log((1 - y) / (1 - x))),
        "bernoulli",
        {p: x},
        two,
        2 * (y * log(y) + (1 - y) * log(1 - y)),
        UNIT,
        UNIT,
        "for shares y other than 0 and 1",
    ),
    Shipped(
        (
            *("torch.nn.CrossEntropyLoss", "keras.SparseCategoricalCrossentropy", "sklearn.HalfMultinomialLoss"),
            *("lightgbm.multiclass", "xgboost.multi:softprob"),
        ),
        log(Sum(exp(logits[i, k]), (k, 1, K))) - logits[i, label[i]],
        "softmax",
        setting="in keras with from_logits=True",
    ),
    Shipped(
        ("torch.nn.SoftMarginLoss",), log(1 + exp(-y * x)), "bernoulli-logit", {z: x, y: (1 + y) / 2}, support=SIGNS
    ),
    Shipped(
        ("torch.nn.PoissonNLLLoss", "sklearn.HalfPoissonLoss", "lightgbm.poisson", "xgboost.count:poisson"),
        log_counts,
        "poisson-log-rate",
        {eta: x},
        setting="in torch with log_input=True, full=False; without terms in y alone",
    ),
    Shipped(
        ("torch.nn.PoissonNLLLoss-rate", "keras.Poisson"),
        x - y * log(x),
        "poisson",
        {lam: x},
        predicted=POSITIVE,
        setting="in torch with log_input=False, full=False; without its eps",
    ),
    Shipped(
        ("sklearn.mean_poisson_deviance", "statsmodels.Poisson"),
        2 * (y * log(y / x) - y + x),
        "poisson",
        {lam: x},
        two,
        2 * (y * log(y) - y),
        POSITIVE,
        POSITIVE,
        ABOVE,
    ),
    Shipped(("torch.nn.GaussianNLLLoss",), (log(v) + u**2 / v) / 2, "gaussian-heteroscedastic", {mu: x}, half),
    Shipped(
        ("sklearn.HalfGammaLoss", "lightgbm.gamma", "xgboost.reg:gamma"),
        log_gamma,
        "gamma-mean",
        {mu: exp(x)},
        setting=ALONE,
    ),
    Shipped(
        ("sklearn.mean_gamma_deviance", "statsmodels.Gamma"),
        2 * (log(x / y) + y / x - 1),
        "gamma-mean",
        {mu: x},
        two,
        -2 * log(y) - 2,
        POSITIVE,
    ),
    Shipped(("sklearn.HalfTweedieLossIdentity",), tweedie, "tweedie", {mu: x}, predicted=POSITIVE, setting=ALONE),
    Shipped(
        ("sklearn.HalfTweedieLoss", "lightgbm.tweedie", "xgboost.reg:tweedie"),
        log_tweedie,
        "tweedie",
        {mu: exp(x)},
        setting=ALONE,
    ),
    Shipped(
        ("sklearn.mean_squared_log_error", "keras.MeanSquaredLogarithmicError"),
        in_logs,
        "gaussian",
        {mu: log(1 + x), y: log(1 + y)},
        predicted=POSITIVE,
        support=POSITIVE,
    ),
    Shipped(
        ("xgboost.reg:squaredlogerror",),
        in_logs / 2,
        "gaussian",
        {mu: log(1 + x), y: log(1 + y)},
        half,
        predicted=POSITIVE,
        support=POSITIVE,
    ),
    Shipped(("keras.LogCosh",), log(cosh(u)), "sech", {mu: x}),
    Shipped(
        ("statsmodels.InverseGaussian",),
        u**2 / (y * x**2),
        "inverse-gaussian",
        {mu: x},
        1 / lam,
        log(lam) / lam,
        POSITIVE,
    ),
    Shipped(
        ("statsmodels.NegativeBinomial",),
        2 * (y * log(y / x) - (y + r) * log((y + r) / (x + r))),
        "negative-binomial-mean",
        {mu: x},
        two,
        2 * (y * log(y) - (y + r) * log(y + r)),
        POSITIVE,
        POSITIVE,
        f"alpha = 1/r; {ABOVE}",
    ),
    Shipped(("xgboost.reg:pseudohubererror",), delta**2 * (sqrt(1 + (u / delta) ** 2) - 1)),
    Shipped(("sklearn.hinge_loss", "keras.Hinge"), Max(0, 1 - y * x), support=SIGNS),
    Shipped(("keras.SquaredHinge",), Max(0, 1 - y * x) ** 2, support=SIGNS),
    Shipped(("sklearn.ExponentialLoss",), y * exp(-x) + (1 - y) * exp(x), support=LABELS),
    Shipped(("sklearn.brier_score_loss",), u**2, predicted=UNIT, support=LABELS),
    Shipped(("keras.BinaryFocalCrossentropy",), focal, predicted=UNIT, support=LABELS, setting="gamma = 2"),
)

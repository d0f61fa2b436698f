"""All families of `mlce loss`, by name, and other names that people type.

>>> family("poisson").called, family("mse").name
('Poisson loss', 'gaussian')
>>> family("poison")
Traceback (most recent call last):
mlce_sym.terms.errors.NoSuchName: there is no family 'poison'; did you mean poisson?
"""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from ..terms.errors import NoSuchName
from .continuous import CONTINUOUS
from .discrete import DISCRETE
from .family import Family
from .location import LOCATION

FAMILIES: tuple[Family, ...] = (*DISCRETE, *LOCATION, *CONTINUOUS)

NEAR = 0.65  # how alike names have to be
OTHERWISE = "`mlce loss` lists them, and a density of your own is typed with --density"
ALIASES = {
    **dict.fromkeys(("normal", "mse", "l2", "mean-squared-error", "squared-error"), "gaussian"),
    **dict.fromkeys(("gaussian-nll", "heteroscedastic"), "gaussian-heteroscedastic"),
    **dict.fromkeys(("mae", "l1", "mean-absolute-error", "absolute-error"), "laplace"),
    **dict.fromkeys(("bce", "binary-cross-entropy", "log-loss", "logloss"), "bernoulli"),
    **dict.fromkeys(("bce-with-logits", "logit", "logistic-regression"), "bernoulli-logit"),
    **dict.fromkeys(("pos-weight", "weighted-bce"), "bernoulli-logit-weighted"),
    **dict.fromkeys(("cross-entropy", "categorical-cross-entropy"), "categorical"),
    **dict.fromkeys(("softmax-cross-entropy", "cross-entropy-with-logits"), "softmax"),
    **dict.fromkeys(("quantile", "pinball"), "asymmetric-laplace"),
    **dict.fromkeys(("nb2", "negbin"), "negative-binomial-mean"),
    **dict.fromkeys(("poisson-nll", "count-poisson"), "poisson"),
    **dict.fromkeys(("zip", "zero-inflated"), "zero-inflated-poisson"),
    **dict.fromkeys(("hurdle",), "hurdle-poisson"),
    **dict.fromkeys(("poisson-log", "poisson-regression"), "poisson-log-rate"),
    **dict.fromkeys(("log-cosh", "logcosh", "hyperbolic-secant"), "sech"),
    **{"lognormal": "log-normal", "student": "student-t", "t": "student-t", "vonmises": "von-mises"},
    **{"halfnormal": "half-normal", "invgauss": "inverse-gaussian", "wald": "inverse-gaussian"},
}


def plain_name(name: str) -> str:
    """The name of the family that another name means, however it is spelled; an unknown name is itself.

    >>> plain_name("MSE"), plain_name("log_loss"), plain_name("poisson")
    ('gaussian', 'bernoulli', 'poisson')
    """
    spelled = name.strip().lower().replace("_", "-").replace(" ", "-")
    return ALIASES.get(spelled, spelled)


def family(name: str, others: Iterable[str] = ()) -> Family:
    """The family of that name. Raises NoSuchName, with the names that are near, those of `others` included."""
    names = {one.name: one for one in FAMILIES}
    plain = plain_name(name)
    if plain not in names:
        near = get_close_matches(plain, [*names, *others], 3, NEAR) or get_close_matches(plain, ALIASES, 3, NEAR)
        hint = f"did you mean {' or '.join(map(_with_meaning, near))}?" if near else OTHERWISE
        raise NoSuchName(f"there is no family {name!r}; {hint}")
    return names[plain]


def _with_meaning(name: str) -> str:
    return f"{name} ({ALIASES[name]})" if name in ALIASES else name

r"""What does a regression minimise, where its targets are no labels? That depends on their density alone, and holds for
any model $m_i(\theta)$: a linear regression, a spline, a deep network.

Suppose that the density of each observation is a constant times $e^{-c \ell}$, where $\ell$ is the loss of that
observation and $c > 0$. Then the log-likelihood is $-n c$ times the mean loss, and a constant: the parameters of
greatest likelihood are those of least mean loss. Each of the usual losses of regression is an instance, by
substitution alone.
"""

from mlce_sym.prover.document import Document, Notation

from .absolute_error import absolute_error, laplace_log_likelihood, quantile_log_likelihood, quantile_loss
from .huber import huber_log_likelihood, huber_loss
from .log_link import gamma_deviance, gamma_log_likelihood, poisson_log_likelihood, poisson_loss
from .one_hot import one_hot
from .one_theorem import log_likelihood, same_optimum
from .squared_error import gaussian_log_likelihood, squared_error, weighted_squared_error
from .student import as_exponential, student_log_likelihood, student_loss

TITLE = "Regression: which density gives which loss"
SUMMARY = (
    "for any model: Gaussian observations give the squared error, Laplace the absolute error, and so on to quantile, "
    "Huber, Poisson, gamma, Student and one-hot losses; one theorem and its instances"
)

PROOFS = (
    *(log_likelihood, same_optimum, gaussian_log_likelihood, squared_error, weighted_squared_error),
    *(laplace_log_likelihood, absolute_error, quantile_log_likelihood, quantile_loss),
    *(huber_log_likelihood, huber_loss, as_exponential, student_log_likelihood, student_loss),
    *(poisson_log_likelihood, poisson_loss, gamma_log_likelihood, gamma_deviance, one_hot),
)
NOTATION: Notation = {
    "m": {"subscripts": 1},
    "p": {"subscripts": 2},
    "h": {"subscripts": 1},
    "ell": {"latex": r"\ell", "text": "ℓ", "subscripts": 1},
    "v": {"latex": r"\sigma^2", "text": "σ²"},
    **{name: {"latex": rf"\mathrm{{{name}}}"} for name in ("MSE", "WSE", "MAE", "QL", "HL", "TL", "PL", "HD", "CE")},
}
MEANINGS = {
    "L": "the likelihood",
    "MSE": "the mean squared error",
    "WSE": "the mean squared error, weighted by the inverse variances",
    "MAE": "the mean absolute error",
    "QL": r"the mean quantile loss of level $\tau$",
    "HL": r"the mean Huber loss with the threshold $\delta$",
    "TL": "the mean loss of Student's t",
    "PL": "the mean Poisson loss",
    "HD": "half the mean deviance",
    "CE": "the mean categorical cross-entropy, in nats",
}


def document() -> Document:
    return Document("regression", TITLE, tuple(proof() for proof in PROOFS), NOTATION, MEANINGS)

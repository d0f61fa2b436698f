r"""On the closed interval from 0 to 1 the estimate is the mean label for every data set, where $0^0 = 1$.

The chapter before left out the ends, and found no estimate where all labels agree. With $n_1$ ones and $n_0$ zeros
the likelihood is $\theta^{n_1} (1 - \theta)^{n_0}$. That is largest at $n_1/n$ alone, since $x^s e^{-x}$ is largest
at $x = s$ alone, also for $s = 0$: the likelihood of a Poisson count. Take it at $n\theta$ and $n_1$, and at $n -
n\theta$ and $n_0$, and multiply; the exponentials add up to $e^{-n}$.
"""

from mlce_sym.prover.document import Document, Notation

from .. import iid
from .every_data_set import EVERY_DATA_SET
from .one_count import ONE_COUNT
from .two_counts import TWO_COUNTS

TITLE = "The estimate on the closed interval"
SUMMARY = (
    r"in $[0, 1]$ the unique maximiser of the Bernoulli likelihood is $\bar y$ for every data set, all zeros and all "
    "ones included"
)

PROOFS = (*ONE_COUNT, *TWO_COUNTS, *EVERY_DATA_SET)
NOTATION: Notation = {
    **iid.NOTATION,
    "ones": {"latex": "n_1", "text": "n₁"},
    "zeros": {"latex": "n_0", "text": "n₀"},
}
MEANINGS = {**iid.MEANINGS, "ones": "the number of ones", "zeros": "the number of zeros"}


def document() -> Document:
    return Document("closed-interval", TITLE, tuple(proof() for proof in PROOFS), NOTATION, MEANINGS)

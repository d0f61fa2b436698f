"""H(p) beside H(p, q): two functions, each by its own definition, before the formula or after it."""

import pytest

from mlce_sym import check

KL = r"$$\sum_k p_k\log\frac{p_k}{q_k} = H(p,q) - H(p)$$"
ENTROPY, CROSS = r"$H(p) = -\sum_k p_k\log p_k$", r"$$H(p,q) = -\sum_k p_k\log q_k$$"


@pytest.mark.parametrize(
    "text, wanted",
    [
        (f"{CROSS} {KL} where {ENTROPY}.", ["definition", "proved", "definition"]),
        (f"Let {ENTROPY}. {CROSS} {KL}", ["definition", "definition", "proved"]),
        (f"{CROSS} {KL.replace('- H', '+ H')} where {ENTROPY}.", ["definition", "refuted", "definition"]),
    ],
)
def test_entropies(text, wanted):
    assert [link.verdict.status for link in check(text).links] == wanted


@pytest.mark.parametrize("words", ["Its entropy in bits is", "Its entropy is"])
def test_an_entropy_may_be_in_bits(words):
    """By the law it is in nats, which refutes nothing."""
    text = rf"Let $X \sim \mathrm{{Bern}}(p)$. {words} $$H(X) = -p\log_2 p - (1-p)\log_2(1-p).$$"
    assert check(text).links[-1].verdict.status == "unknown"


def test_what_one_was_proved_to_be_says_nothing_of_the_other():
    laws = r"Let $p(x) = \lambda e^{-\lambda x}$ and $q(x) = \mu e^{-\mu x}$ for $x > 0$. "
    one = r"$$H(p) = -\int_0^\infty p(x) \log p(x)\,dx = 1 - \log\lambda$$ "
    both = r"$$H(p, q) = -\int_0^\infty p(x) \log q(x)\,dx = \frac{\mu}{\lambda} - \log\mu$$ "
    last = r"So $$H(p, q) - H(p) = \frac{\mu}{\lambda} - \log\mu - 1 + \log\lambda.$$"
    assert check(laws + one + both + last).links[-1].verdict.status == "proved"

"""Claims are judged where their proofs have ended; bars are means; derivatives have values at estimates."""

import pytest

from mlce_sym.documents.walking import checked

POISSON = r"""
**Theorem:** Then the estimate is $$ \hat{\lambda} = CLAIMED $$ where $\bar{y}$ is the sample mean
$$ \bar{y} = \frac{1}{n} \sum_{i=1}^n y_i \; . $$

**Proof:** The log-likelihood is
$$ \mathrm{LL}(\lambda) = \sum_{i=1}^n \left[ y_i \log(\lambda) - \lambda - \log(y_i !) \right] \; . $$
Setting its derivative to zero, we obtain
\begin{align}
\frac{\mathrm{d}\mathrm{LL}(\lambda)}{\mathrm{d}\lambda} &= \frac{1}{\lambda} \sum_{i=1}^n y_i - n \\
0 &= \frac{1}{\hat{\lambda}} \sum_{i=1}^n y_i - n \\
\hat{\lambda} &= \frac{1}{n} \sum_{i=1}^n y_i = \bar{y} \; .
\end{align}
Plugging this in, we have
$$ \frac{\mathrm{d}^2\mathrm{LL}(\hat{\lambda})}{\mathrm{d}\lambda^2} = SECOND $$
"""


def verdicts(text):
    return [link.verdict for link in checked(text)]


def poisson(claimed=r"\bar{y}", second=r"-\frac{n}{\bar{y}}"):
    return verdicts(POISSON.replace("CLAIMED", claimed).replace("SECOND", second))


@pytest.mark.slow
def test_a_claim_is_proved_by_what_its_proof_shows():
    first, mean, *proof = poisson()
    assert (first.status, first.reason) == ("proved", "as the proof shows")
    assert mean.status == "definition"
    assert [one.status for one in proof] == ["definition", "proved", "follows", "follows", "proved", "proved"]


@pytest.mark.slow
def test_a_claim_that_its_proof_does_not_show_is_not_proved():
    assert poisson(r"n \bar{y}")[0].reason == "it does not agree with what the proof below says"
    said = r"**Theorem:** $$ \hat{a} = s $$ **Proof:** By a theorem, the estimate is $$ \hat{a} = s $$"
    assert [one.status for one in verdicts(said)] == ["assumption", "definition"]


@pytest.mark.slow
def test_a_second_derivative_at_an_estimate_is_worked_out():
    assert "(1/n) Σ_{i=1}^{n} y_i > 0 (a rate or scale)" in poisson()[-1].conditions
    assert poisson(second=r"-\frac{n^2}{\bar{y}}")[-1].status == "refuted"


@pytest.mark.parametrize(
    "equation, status",
    [
        (r"\sum_{i=1}^n x_i y_i - n \bar{x} \bar{y} = \sum_{i=1}^n (x_i - \bar{x})(y_i - \bar{y})", "proved"),
        (r"\sum_{i=1}^n (x_i - \bar{x})^2 = \sum_{i=1}^n x_i^2 - n \bar{x}^2", "proved"),
        (r"\frac{1}{\bar{y}^2} \sum_{i=1}^n y_i = \frac{n \bar{y}}{\bar{y}^2}", "proved"),
        (r"\sum_{i=1}^n (x_i - \bar{x})^2 = \sum_{i=1}^n x_i^2 - n \bar{x}", "refuted"),
        (r"\sum_{i=1}^n x_i y_i + n \bar{x} \bar{y} = \sum_{i=1}^n (x_i - \bar{x})(y_i - \bar{y})", "refuted"),
    ],
)
def test_bars_are_means(equation, status):
    (only,) = verdicts(f"$$ {equation} $$")
    assert only.status == status
    assert status == "refuted" or any("as a bar is used" in one for one in only.conditions)

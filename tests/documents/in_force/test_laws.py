"""What random variables follow: their expectations, variances and probabilities are proved, and refute nothing."""

import pytest

from mlce_sym import check


def last(text):
    return check(text, "markdown").links[-1].verdict


@pytest.mark.parametrize(
    "law, formula",
    [
        (r"X \sim \mathrm{Poiss}(\lambda)", r"\mathrm{E}(X) = \lambda"),
        (r"X \sim \mathrm{Poiss}(\lambda)", r"\mathrm{Var}(X) = \lambda"),
        (r"X \sim \mathrm{Poiss}(\lambda)", r"\mathrm{Pr}(X = 0) = e^{-\lambda}"),
        (r"X \sim \mathcal{N}(\mu, \sigma^2)", r"\mathbb{E}[X^2] = \mu^2 + \sigma^2"),
        (r"X \sim \mathrm{Bern}(p)", r"\mathrm{E}(X) = p"),
        (r"X \sim \mathrm{Exp}(\lambda)", r"\mathrm{Var}(X) = \frac{1}{\lambda^2}"),
        (r"X \sim \chi^2(k)", r"\mathrm{E}(X) = k"),
        (r"X \sim \chi^2_k", r"\mathrm{Var}(X) = 2k"),
        (r"X \sim \ln\mathcal{N}(\mu, \sigma^2)", r"\mathrm{E}(\log X) = \mu"),
    ],
)
def test_moments_of_laws_are_proved(law, formula):
    verdict = last(f"Let ${law}$. Then $${formula}.$$")
    assert verdict.status == "proved" and any("as in line 1" in one for one in verdict.conditions)


@pytest.mark.parametrize(
    "law, formula",
    [
        (r"X \sim \mathrm{Exp}(\lambda)", r"\mathrm{E}(X) = \lambda"),  # the rate, or the scale?
        (r"X \sim \mathcal{N}(\mu, \sigma)", r"\mathbb{E}[X^2] = \mu^2 + \sigma^2"),  # σ, or σ²?
        (r"X \sim \mathrm{LN}(\mu, \sigma)", r"\mathbb{E}[(\log X)^2] = \mu^2 + \sigma^2"),
    ],
)
def test_no_more_is_said_than_is_known(law, formula):
    assert last(f"Let ${law}$. Then $${formula}.$$").status in ("definition", "unknown")


def test_what_the_text_says_of_a_density_comes_first():
    text = r"Let $X \sim \mathrm{Exp}(\lambda)$ with $f_X(x) = \frac1\lambda e^{-x/\lambda}$. Then $$f_X(0) = \lambda$$"
    assert last(text).status == "refuted"
    text = r"Let $X \sim \mathrm{Exp}(\theta)$ with $f(x) = \frac1\theta e^{-x/\theta}$. Then $$E(X) = \frac1\theta$$"
    assert last(text).status != "proved"


@pytest.mark.parametrize(
    "words, formula",
    [
        (r"Let $X$ follow a Poisson distribution with rate $\lambda$.", r"\mathrm{E}(X) = \lambda"),
        (r"Suppose $X$ is normally distributed with mean $\mu$ and variance $\sigma^2$.", r"E[X^2] = \mu^2 + \sigma^2"),
        (r"Here $X$ has an exponential distribution with rate $r$.", r"E[X] = \frac1r"),
    ],
)
def test_laws_in_words(words, formula):
    assert last(f"{words} Then $${formula}.$$").status == "proved"


def test_what_is_one_hot_adds_up_to_one():
    text = r"Let $y$ be one-hot. $$-\sum_{k=1}^K y_k (z_k - c) = -\sum_{k=1}^K y_k z_k "
    assert last(text + "+ c$$").status == "proved"
    assert last(text + "- c$$").status == "refuted"
    assert last(r"$$\sum_{k=1}^K y_k (z_k - c) = \sum_{k=1}^K y_k z_k - c$$").status == "unknown"


KL = r"""Assume two normal distributions
$$ P: \; X \sim \mathcal{N}(\mu_1, \sigma_1^2) \\ Q: \; X \sim \mathcal{N}(\mu_2, \sigma_2^2) $$
Then $$"""


@pytest.mark.slow
@pytest.mark.parametrize(
    "formula, status",
    [
        (
            r"\mathrm{KL}[P || Q] = \int_{-\infty}^{+\infty} \mathcal{N}(x; \mu_1, \sigma_1^2) \ln "
            r"\frac{\mathcal{N}(x; \mu_1, \sigma_1^2)}{\mathcal{N}(x; \mu_2, \sigma_2^2)} \, dx",
            "proved",
        ),
        (
            r"\mathrm{KL}[P || Q] = \frac12 \left[ \frac{(\mu_2 - \mu_1)^2}{\sigma_2^2} + \frac{\sigma_1^2}{\sigma_2^2}"
            r" - \ln \frac{\sigma_1^2}{\sigma_2^2} - 1 \right]",
            "proved",
        ),
        (r"\left\langle (x - \mu_1)^2 \right\rangle_{p(x)} = \sigma_1^2", "proved"),
        (r"\left\langle (x - \mu_2)^2 \right\rangle_{q(x)} = \sigma_2^2", "proved"),
        (r"\mathbb{E}_{q}[x^2] = \mu_2^2 + \sigma_2^2", "proved"),
        (r"\left\langle (x - \mu_2)^2 \right\rangle_{q(x)} = \sigma_1^2", "unknown"),
        (r"\mathbb{E}[x^2] = \mu_2^2 + \sigma_2^2", "unknown"),  # it is taken over P
        (r"\mathrm{KL}[Q || P] = \ln \frac{\sigma_2}{\sigma_1}", "definition"),
    ],
)
def test_distributions_with_names(formula, status):
    assert last(f"{KL}{formula}$$").status == status


def test_the_values_of_a_variable_are_those_of_its_law():
    text = r"Let $X \sim \mathrm{Bern}(p)$. $$\mathrm{E}(X) = \sum_{x \in \mathcal{X}} x \, p(x) = p$$"
    assert last(text).status == "proved"
    text = (
        r"Let $X \sim \mathrm{Exp}(\lambda)$, $f_X(x) = \lambda e^{-\lambda x}$. $$\int_{-\infty}^\infty x f_X(x) \, dx"
    )
    assert last(text + r" = \frac1\lambda$$").status == "proved"
    assert last(text + r" = \frac2\lambda$$").status == "refuted"


def test_a_base_that_is_set_may_be_set_for_a_while():
    text = r"Let $X \sim \mathrm{Bern}(p)$. $$H(X) = -\sum_{x=0}^1 p(x) \log_b p(x)$$ We set $b = e$, so that "
    assert last(text + r"$$H(X) = -p \ln p - (1-p) \ln(1-p)$$").status == "proved"


@pytest.mark.parametrize(
    "law, said, status",
    [
        (r"\mathrm{Exp}(\lambda)", r"P(X>t)=1-e^{-\lambda t}", "refuted"),
        (r"\mathrm{Exp}(\lambda)", r"\mathrm{Var}(X)=1/\lambda", "refuted"),
        (r"\mathrm{Exp}(\lambda)", r"E[X]=\lambda", "unknown"),
        (r"\mathrm{Poisson}(\lambda)", r"P(X=2)=\lambda^2e^{-\lambda}", "refuted"),
        (r"\mathrm{Poisson}(\lambda)", r"P(X=0)=q", "unknown"),
        (r"\mathrm{Poisson}(\lambda)", r"\Pr(1 < X < 3)=q", "unknown"),
    ],
)
@pytest.mark.parametrize("shape", ["Then ${}$.", "$${}$$"])
def test_what_is_said_of_a_law_is_a_claim(law, said, status, shape):
    verdict = last(rf"Let $X\sim{law}$. " + shape.format(said))
    assert verdict.status == status and verdict.reason


def test_a_false_probability_refutes_no_right_one():
    text = r"Let $X\sim\mathrm{Exp}(\lambda)$. Then $P(X>t)=1-e^{-\lambda t}$. In particular $P(X>1)=e^{-\lambda}$."
    assert last(text).status in ("proved", "unknown")
    text = r"Let $X\sim F$. Then $P(X>t)=1-e^{-\lambda t}$. In particular $P(X>1)=e^{-\lambda}$."
    assert last(text).status == "definition"  # of which law is not known


def test_a_density_and_a_probability_mass_may_be_defined():
    assert last(r"Let $X\sim\mathrm{Exp}(\lambda)$. Then $f_X(x)=\frac1\lambda e^{-x/\lambda}$.").status == "definition"
    assert last(r"Let $P(Y=1) = p$ and $P(Y=0) = 1-p$.").status == "definition"


@pytest.mark.parametrize(
    "law, formula",
    [
        (r"X \sim \mathrm{Exp}(\lambda)", r"P(X > t) = e^{-\lambda t}"),
        (r"X \sim \mathrm{Exp}(\lambda)", r"P(X \le x) = 1 - e^{-\lambda x}"),
        (r"X \sim \mathrm{Exp}(\lambda)", r"P(a < X \le b) = e^{-\lambda a} - e^{-\lambda b}"),
        (r"X \sim \mathrm{Exp}(\lambda)", r"P(X > s + t \mid X > s) = e^{-\lambda t}"),
        (r"X \sim \mathrm{Poisson}(\lambda)", r"P(X > 0) = 1 - e^{-\lambda}"),
        (r"X \sim U(0, \theta)", r"P(X > t) = 1 - \frac{t}{\theta}"),
        (r"X_1, \dots, X_n \sim \mathrm{Poisson}(\lambda)", r"E[X_1] = \lambda"),
        (r"X_1, \dots, X_n \sim \mathrm{Poisson}(\lambda)", r"E\left[\frac1n\sum_{i=1}^n X_i\right] = \lambda"),
        (r"Y_i \sim \mathrm{Bernoulli}(\pi)", r"\mathrm{Var}(Y) = \pi(1-\pi)"),
        (r"X_1, \dots, X_n \sim \mathrm{Exp}(\lambda)", r"\prod_{i=1}^n P(X_i > t) = e^{-n\lambda t}"),
        (r"X, Y \sim \mathrm{Exp}(\lambda)", r"E[2X - Y + 1] = \frac1\lambda + 1"),
    ],
)
def test_events_and_sums_by_their_laws(law, formula):
    verdict = last(f"Let ${law}$. Then $${formula}.$$")
    assert verdict.status == "proved" and any("as in line 1" in one for one in verdict.conditions)


@pytest.mark.parametrize(
    "law, formula",
    [
        (r"X, Y \sim \mathrm{Exp}(\lambda)", r"E[XY] = \frac{1}{\lambda^2}"),  # are they independent?
        (r"X, Y \sim \mathrm{Exp}(\lambda)", r"\mathrm{Var}(X + Y) = \frac{2}{\lambda^2}"),
        (r"X_1, \dots, X_n \sim \mathrm{Bernoulli}(p)", r"\mathrm{Var}\left(\sum_{i=1}^n X_i\right) = n^2 p(1-p)"),
        (r"X_1, \dots, X_n \sim \mathrm{Bernoulli}(p)", r"\mathrm{Var}\left(\frac1n \sum_{i=1}^n X_i\right) = p(1-p)"),
        (r"X_1, \dots, X_n \sim \mathrm{Bernoulli}(p)", r"E\left[\left(\sum_{i=1}^n X_i\right)^2\right] = n^2 p"),
        (r"X_1, \dots, X_n \sim \mathrm{Bernoulli}(p)", r"E\left[\prod_{i=1}^n X_i\right] = p"),
        (r"X_1, \dots, X_n \sim \mathrm{Bernoulli}(p)", r"E\left[2^{\sum_{i=1}^n X_i}\right] = 1 - p + p 2^n"),
    ],
)
def test_events_and_sums_of_which_no_more_is_known(law, formula):
    assert last(f"Let ${law}$. Then $${formula}.$$").status in ("unknown", "definition")


def test_the_limit_of_an_event_is_a_value():
    verdict = last(r"Let $X \sim \mathrm{Exp}(\lambda)$. Then $$P(X > t) = e^{-\lambda t}.$$")
    assert "t ≥ 0 (a value of the variable)" in verdict.conditions


def test_the_density_that_the_text_writes_is_that_of_its_means():
    text = r"Let $X \sim \mathrm{Exp}(\theta)$ with $f(x) = \frac1\theta e^{-x/\theta}$. Then $$E(X) = "
    assert last(text + r"\theta$$").status == "proved"
    assert last(text + r"\frac1\theta$$").status == "refuted"


def test_a_condition_after_a_formula_is_for_that_display():
    text = r"Let $X \sim \mathrm{Exp}(\lambda)$. Its moment generating function is $$M(t) = E[e^{tX}] = "
    found = check(
        text + r"\frac{\lambda}{\lambda-t}, \quad t < \lambda.$$ So $$\log(\lambda - t) = 2.$$", "markdown"
    ).links
    assert [link.verdict.status for link in found[:3]] == ["assumption", "definition", "proved"]
    assert "t < λ (from the text)" in found[2].verdict.conditions
    assert not any(one.startswith("t < λ") for one in found[3].verdict.conditions)


def test_an_inequality_that_is_proved_defines_nothing():
    text = r"Let $0 < t$ and $t < \lambda$. We have $$t < \lambda.$$ Then $$t^2 = \lambda^2.$$"
    assert last(text).status != "proved"


@pytest.mark.parametrize(
    "words, formula",
    [
        (r"$X$ and $Y$ are independent Poisson with rates $\lambda$ and $\mu$.", r"E[X+Y] = \lambda+\mu"),
        (r"Let $X_1, \dots, X_n$ be i.i.d. Poisson with rate $\lambda > 0$.", r"E[X_1] = \lambda"),
        (r"Let $Y_1, \ldots, Y_n$ be iid samples from a normal distribution with mean $\mu$ and variance $v$.",
         r"E[Y_1^2] = \mu^2 + v"),
        (r"$T$ is exponentially distributed with mean $\theta$.", r"P(T > t) = e^{-t/\theta}"),
        (r"$X$ is Bernoulli with success probability $\pi$.", r"E[X^2] = \pi"),
    ],
)  # fmt: skip
def test_laws_of_several_variables_in_words(words, formula):
    assert last(f"{words} Then $${formula}.$$").status == "proved"


def test_a_hazard_rate_is_no_entropy():
    text = r"Let $T \sim \mathrm{Exp}(\lambda)$. The hazard rate is $$h(t) = \frac{f(t)}{S(t)}$$"
    assert last(text).status == "definition"


@pytest.mark.parametrize(
    "law, formula, status",
    [
        (r"X \sim Exp(\lambda)", r"E[X] = 1/\lambda", "proved"),
        (r"X_1, \dots, X_n \sim Poisson(\lambda)", r"Var(X_1) = \lambda", "proved"),
        (r"\theta \sim Beta(a, b)", r"E[\theta] = \frac{a}{a + b}", "proved"),
        (r"X \sim \mathrm{Gamma}(a, b)", r"E[X] = a/b", "proved"),
        (r"U \sim U(0, \theta)", r"E[U^2] = \theta^2/3", "proved"),
        (r"X \sim Gamma(a, b)", r"E[X] = a b", "unknown"),
    ],
)
def test_laws_and_moments_without_a_font(law, formula, status):
    assert last(f"Let ${law}$. Then ${formula}$.").status == status


@pytest.mark.parametrize(
    "law, words, formula, status",
    [
        ("Gamma(a, b)", r", where $b$ is the scale", r"E[X] = a/b", "refuted"),
        ("Gamma(a, b)", r", where $b$ is the scale", r"E[X] = a b", "proved"),
        ("Gamma(a, b)", r" with shape $a$ and rate $b$", r"E[X] = a b", "refuted"),
        ("Gamma(a, b)", r" in shape-scale form", r"E[X] = a/b", "unknown"),
        ("Exp(a)", r" with mean $a$", r"E[X] = 1/a", "unknown"),
        ("N(m, 4)", r" with standard deviation 4", r"\mathrm{Var}(X) = 16", "proved"),
    ],
)
def test_what_words_say_of_parameters_is_meant(law, words, formula, status):
    assert last(f"Let $X \\sim {law}${words}. Then ${formula}$.").status == status


@pytest.mark.parametrize(
    "law, formula, status",
    [
        ("Gamma(a, b)", "E[X] = a b", "unknown"),
        ("Gamma(a, b)", "E[X] = a + b", "refuted"),
        ("N(0, 4)", "E[X^2] = 2", "refuted"),
        ("N(0, 4)", "E[X^2] = 16", "unknown"),
        (r"N(\mu, \sigma^2)", r"E[X^2] = \mu^2 - \sigma^2", "refuted"),
    ],
)
def test_what_fails_however_a_law_is_meant_is_refuted(law, formula, status):
    assert last(f"Let $X \\sim {law}$. Then $${formula}.$$").status == status


BERNOULLI = r"Let $X \sim \mathrm{Bern}(\theta)$, so $f(x|\theta) = \theta^x (1-\theta)^{1-x}$. Then "
POISSON = r"Let $X \sim \mathrm{Poisson}(\lambda)$ with $f(x|\lambda) = \frac{\lambda^x e^{-\lambda}}{x!}$. Then "
SCORE = r"\frac{\partial}{\partial NAME} \log f(X|NAME)"


@pytest.mark.slow
@pytest.mark.parametrize(
    "law, name, information",
    [(BERNOULLI, r"\theta", r"\frac{1}{\theta(1-\theta)}"), (POISSON, r"\lambda", r"\frac1\lambda")],
)
def test_scores_and_information_at_a_random_variable(law, name, information):
    score, second = (one.replace("NAME", name) for one in (SCORE, r"\frac{\partial^2}{\partial NAME^2} \log f(X|NAME)"))
    assert last(rf"{law}$$E\left[{score}\right] = 0.$$").status == "proved"
    assert last(rf"{law}$$E\left[{score}\right] = 1.$$").status not in ("proved", "definition")
    assert last(rf"{law}$$E\left[\left({score}\right)^2\right] = {information}.$$").status == "proved"
    assert last(rf"{law}$$-E\left[{second}\right] = {information}.$$").status == "proved"
    assert last(rf"{law}$$E\left[{second}\right] = {information}.$$").status not in ("proved", "definition")


def test_a_likelihood_of_data_is_no_density_at_one_value():
    text = r"Let $X_1, \dots, X_n \sim \mathrm{Bern}(\theta)$ with $f(x|\theta) = \theta^x (1-\theta)^{1-x}$. "
    assert last(rf"{text}Then $$\log f(X|\theta) = X \log \theta + (1-X) \log(1-\theta).$$").status != "proved"


@pytest.mark.parametrize(("right", "status"), [("n p_1", "proved"), ("n p_1^2", "refuted"), ("p_1", "refuted")])
def test_a_mean_by_the_law_below_it(right, status):
    text = rf"$$\mathrm{{E}}\left[ x \right]_{{\mathrm{{Bin}}(n, p_1)}} = {right}$$"
    assert check(text).links[-1].verdict.status == status


def test_a_law_of_a_display_says_what_its_parameters_are():
    text = r"Let $X$ follow $$X \sim \mathcal{U}(a, b).$$ Then $$\mathrm{E}(X) = \frac{a + b}{2}.$$"
    verdict = check(text).links[-1].verdict
    assert verdict.status == "proved" and "a < b (from the text)" in verdict.conditions
    aside = r"$$|x| = x, \quad x > 0.$$ Then $$|x| = x.$$"
    assert check(aside).links[-1].verdict.status != "proved"


@pytest.mark.parametrize("law", ["exponential with rate 1", "normal with mean 0 and variance 1"])
def test_what_is_concluded_of_a_law_that_is_not_read_is_no_definition(law):
    text = rf"Let $X$ be {law}. Then $P(X>1) = e^{{-2}}$. Hence $\log P(X>1) = -2$."
    assert not {"proved", "definition"} & {link.verdict.status for link in check(text).links}
    supposed = r"Suppose $P(X>1) = 1/3$. Then $2 P(X>1) = 2/3$."
    assert [link.verdict.status for link in check(supposed).links] == ["definition", "proved"]


@pytest.mark.parametrize(
    "text",
    [
        r"Let $X \sim \mathrm{Exp}(\lambda)$, and let $Y = 2 X$. $$E[Y] = 3/\lambda.$$ Hence $1/E[Y] = \lambda/3$.",
        r"Let $Y = e^X$. $$\operatorname{Var}(Y) = 3.$$ Therefore $2 \operatorname{Var}(Y) = 6$.",
        r"Let $X$ be exponential with rate 1. Then $E[X] = 1$ and $E[X^2] = 3$. So $2 E[X^2] = 6$.",
        r"We conclude that $$\operatorname{Var}(X) = 4.$$ Therefore $2 \operatorname{Var}(X) = 8$.",
        r"Assume $E[X] = 1$. Then $E[X] = 2 z$. So $2 E[X] = 4 z$. Then $E[X^3] = 3$, so $2 E[X^3] = 6$.",
    ],
)
def test_what_is_concluded_of_a_mean_is_no_definition(text):
    known, *others = check(text).links if text.startswith("Assume") else (None, *check(text).links[-2:])
    assert {link.verdict.status for link in others} <= {"unknown", "refuted"}
    assert known is None or known.verdict.status == "definition"


def test_what_an_unknown_law_says_of_its_parameters():
    text = r"Let $X \sim \mathrm{Wald}(g, a)$. Then $$\sqrt{a^2 g^2} = RIGHT.$$"
    assert last(text.replace("RIGHT", "a g")).status == "proved"
    assert last(text.replace("RIGHT", "a - g")).status == "refuted"


def test_the_discrete_uniform_law_is_another():
    text = (
        r"Let $X$ follow a discrete uniform distribution: $$X \sim \mathcal{U}(a, b).$$ Then $$\mathrm{H}(X) = RIGHT.$$"
    )
    assert last(text.replace("RIGHT", r"\log(b - a)")).status != "proved"
    assert last(text.replace("RIGHT", r"\log(b - a)").replace("discrete ", "")).status == "proved"


def test_a_cited_law_is_in_force():
    text = r"$$X \sim \mathrm{Bern}(p). \label{law}$$ From \eqref{law}, it follows that $$\mathrm{E}(X^2) = RIGHT.$$"
    assert last(text.replace("RIGHT", "p")).status == "proved"
    assert last(text.replace("RIGHT", "p^2")).status not in ("proved", "definition")
    mentioned = r"$$Y | k \sim \mathrm{Bin}(k, q). \label{law}$$ By \eqref{law} we have $$q^2 (1-q) = q^2 - RIGHT.$$"
    assert last(mentioned.replace("RIGHT", "q^3")).status == "proved"
    assert last(mentioned.replace("RIGHT", "q^2")).status == "refuted"


@pytest.mark.parametrize("right", [r"\frac13", r"\frac12"])
def test_a_function_of_a_variable_is_not_its_density(right):
    """It was: E[f(X)] was ∫ x⁴ dx."""
    (link,) = check(rf"Let $X \sim \mathrm{{Uniform}}(0,1)$ and $f(x) = x^2$. Then $$E[f(X)] = {right}.$$").links[-1:]
    assert link.verdict.status == "unknown"


@pytest.mark.slow
@pytest.mark.parametrize("sd", [r"\sigma", "s"])
def test_a_density_may_be_that_of_a_law_for_positive_parameters_alone(sd):
    density = rf"f(x) = \frac{{1}}{{{sd}\sqrt{{2\pi}}}} e^{{-\frac{{(x-\mu)^2}}{{2{sd}^2}}}}"
    text = rf"Let $X \sim N(\mu, {sd}^2)$ have the density ${density}$. Then $$E[X^2] = \mu^2 SIGN {sd}^2.$$"
    found = [check(text.replace("SIGN", sign)).links[-1].verdict.status for sign in "+-"]
    assert found == ["proved", "refuted"]


def test_a_density_that_is_written_for_a_law_is_meant():
    text = r"Let $X \sim \mathrm{Exp}(\lambda)$ with $f(x) = \lambda e^{-\lambda x}$. Then $$E[X] = \frac1\lambda$$"
    wrong = text.replace(r"\frac1\lambda$$", r"\lambda$$")
    assert [check(one).links[-1].verdict.status for one in (text, wrong)] == ["proved", "refuted"]


@pytest.mark.parametrize(("right", "status"), [("1 - 2p", "proved"), ("1 - p", "refuted")])
def test_the_derivative_of_a_variance_is_taken_of_what_it_is(right, status):
    text = rf"Let $X \sim \mathrm{{Bern}}(p)$. Then $$\frac{{d \mathrm{{Var}}(X)}}{{d p}} = {right}$$"
    assert check(text).links[-1].verdict.status == status


@pytest.mark.parametrize("name", ["f", "p", "P", "X", "g"])
def test_a_function_of_a_variable_is_not_its_mean(name):
    text = rf"Let $X \sim \mathrm{{Exp}}(\lambda)$, $\lambda > 0$. Then $$2 \lambda {name}(x) = 2.$$"
    assert last(text).status == "unknown"


@pytest.mark.parametrize(
    ("before", "right", "status"),
    [
        ("", r"\mu^2 + \sigma^2", "proved"),
        ("", r"\mu^2 - \sigma^2", "refuted"),
        ("Let $X \\sim Exp(r)$.", "2/r^2", "proved"),
    ],
)
def test_a_law_may_be_said_after_the_formula(before, right, status):
    text = rf"{before} $$\mathrm{{E}}[X^2] = {right}$$ where $X \sim \mathcal{{N}}(\mu, \sigma^2)$."
    assert next(link.verdict.status for link in check(text).links if "X^2" in link.lhs) == status


def test_what_the_mean_of_a_constant_is_says_nothing_of_others():
    """It did: E[X²] was X²."""
    text = r"For a constant $c$, $$\mathrm{E}[c] = c.$$ Then $$\mathrm{E}[2X] = 2X$$"
    assert last(text).status == "unknown"
    text = r"For a constant $c$, $$\mathrm{E}[c] = \sum_x c p(x).$$ Then $$2\mathrm{E}[X] = 2 \sum_x X p(x)$$"
    assert last(text).status == "unknown"
    error = r"Let $E(w) = w^2$ be the error."  # which is a function
    assert [last(f"{error} $$E(3) = {number}$$").status for number in (9, 8)] == ["proved", "refuted"]
    assert last(f"{error} $$E'(w) = 2 w$$").status == "proved"


@pytest.mark.parametrize("name", [r"\bar X", r"\tilde X", "X^*", r"X_{\max}"])
def test_what_is_made_of_a_variable_is_no_constant(name):
    assert last(rf"$$\mathrm{{E}}[({name} - \mu)^2] = ({name} - \mu)^2$$").status == "unknown"
    assert last(r"$$\mathrm{E}[(X - \mu)^2] = \mathrm{Var}(X) + (\mathrm{E}[X] - \mu)^2$$").status == "proved"


def test_an_estimate_is_random():
    error = r"$$\mathrm{E}[(\hat\theta - \theta)^2] = \mathrm{Var}(\hat\theta)"
    assert last(rf"{error} + (\mathrm{{E}}[\hat\theta] - \theta)^2$$").status == "proved"
    assert last(rf"{error} + (\hat\theta - \theta)^2$$").status == "unknown"
    assert (
        last(r"$$\mathrm{E}[(y - \hat y)^2] = \mathrm{Var}(\hat y) + (y - \mathrm{E}[\hat y])^2$$").status == "unknown"
    )


@pytest.mark.parametrize(
    ("right", "status"), [("p - y", "proved"), ("p + y", "unknown"), (r"\sigma(z) - y", "proved"), ("y - p", "unknown")]
)
def test_the_logistic_function_may_be_in_what_is_defined(right, status):
    text = r"Let $p = \sigma(z)$ and $L = -y\log p - (1-y)\log(1-p)$. Then $$\frac{\partial L}{\partial z} = RIGHT.$$"
    assert last(text.replace("RIGHT", right)).status == status


@pytest.mark.parametrize("word", ["for", "if", "since", "where"])
def test_a_law_after_a_formula_may_be_said_with_other_words(word):
    text = rf"$$\mathrm{{E}}[X^2] = RIGHT$$ {word} $X \sim \mathrm{{Bernoulli}}(p)$."
    found = [check(text.replace("RIGHT", right)).links[0].verdict.status for right in ("p", "p^2")]
    assert found == ["proved", "refuted" if word in ("since", "where") else "unknown"]

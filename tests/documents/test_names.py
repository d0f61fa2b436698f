"""What a document makes of a letter: π as a probability or the number, n beside n_k, what a Π takes."""

import pytest

from mlce_sym import check

P, D, A, F, R, X, U = "proved", "definition", "assumption", "follows", "refuted", "does not follow", "unknown"


def verdicts(text):
    return [link.verdict.status for link in check(text).links]


@pytest.mark.parametrize(
    "text, wanted",
    [
        (r"Let $\pi$ be the probability of success. $$\log\frac{1}{1-\pi} = -\log(1-\pi)$$", [P]),
        (r"Let $L(\pi) = \pi^s(1-\pi)^{n-s}$. $$\log L(\pi) = s\log\pi + (n-s)\log(1-\pi)$$", [D, P]),
        (r"Let $L(\pi) = \pi^s(1-\pi)^{n-s}$. $$\log L(\pi) = s\log\pi - (n-s)\log(1-\pi)$$", [D, R]),
        (r"Let $0 < \pi < 1$. $$\log\frac{\pi}{\sqrt{2\pi}} = \log\pi - \frac12\log(2\pi)$$", [P]),
        (r"The area is $$\int_0^{2\pi} \frac12\,dt = \pi.$$", [P]),
        (r"Let $\pi$ be the number 3.14, so that $$\sin\pi = 0.$$", [P]),
        (r"Let $\eta = \log\frac{\pi}{1-\pi}$. Then $$\pi = \frac{1}{1+e^{-\eta}}.$$", [D, P]),
    ],
)
def test_pi_is_what_the_text_makes_it(text, wanted):
    assert verdicts(text) == wanted


def test_pi_after_a_two_may_be_either():
    (link,) = check(
        r"Let $0<\pi<1$. $$\int_{-\infty}^\infty \frac{1}{2\pi}e^{-x^2/2}dx = \frac{1}{\sqrt{2\pi}}$$"
    ).links[-1:]
    assert link.verdict.status == U and "2π has the number π in it: proved" in link.verdict.readings


MULTINOMIAL = r"""Let $\sum_{k=1}^K n_k = n$ and $\sum_{k=1}^K \pi_k = 1$. Setting the derivatives to zero,
\[ \frac{n_k}{\pi_k} - \lambda = 0 \quad\Rightarrow\quad \pi_k = \frac{n_k}{\lambda}. \]
Summing over $k$, $1 = \sum_{k=1}^K \pi_k = \frac{1}{\lambda}\sum_{k=1}^K n_k = \frac{n}{\lambda}$, so $\lambda = """


@pytest.mark.slow
@pytest.mark.parametrize(
    "end, wanted",
    [
        (r"n$ and \[ \hat\pi_k = \frac{n_k}{n}. \]", [F, F]),
        (r"2n$ and \[ \hat\pi_k = \frac{n_k}{n}. \]", [X]),
        (r"n$ and \[ \hat\pi_k = \frac{n}{n_k}. \]", [F, X]),
    ],
)
def test_a_size_beside_counts_of_the_same_letter(end, wanted):
    found = verdicts(MULTINOMIAL + end)
    assert found[:7] == [A, A, A, F, P, P, P]
    assert found[7:][: len(wanted)] == wanted


@pytest.mark.parametrize(
    "line, wanted",
    [
        (r"\prod_{i=1}^n \lambda^{x_i} e^{-\lambda} = \lambda^{\sum_{i=1}^n x_i} e^{-n\lambda}", P),
        (r"\prod_{i=1}^n \lambda^{x_i} e^{-\lambda} = \lambda^{\sum_{i=1}^n x_i} e^{-\lambda}", U),
        (r"\prod_{i=1}^n \lambda^{x_i} e^{-\lambda} = \lambda^{\sum_{i=1}^n x_i} e^{n\lambda}", R),
        (r"\prod_{i=1}^n \lambda^{x_i} e^{-n\lambda} = \lambda^{\sum_{i=1}^n x_i} e^{-n\lambda}", P),
        (r"\prod_{i=1}^n f(x_i) g(c) = g(c) \prod_{i=1}^n f(x_i)", P),
        (
            r"p(\lambda \mid x) \propto \prod_{i=1}^n \lambda^{x_i} e^{-\lambda} \lambda^{a-1} "
            r"\propto \lambda^{\sum_{i=1}^n x_i + n(a-1)} e^{-n\lambda}",
            [A, P],
        ),
    ],
)
def test_what_stands_after_the_last_index_of_a_product(line, wanted):
    assert verdicts(f"$$ {line} $$") == (wanted if isinstance(wanted, list) else [wanted])


def test_a_row_does_not_fail_where_a_line_between_is_not_understood():
    text = r"Setting the derivative to zero, $$\frac{s}{\theta} - \lambda = 0.$$ Hence $$%s,$$ so $\theta = 1$."
    assert verdicts(text % "s = s")[-1] == X
    assert verdicts(text % r"\sum_{i=1}^m x_i = s q")[-1] == U


def test_the_second_derivative_is_not_what_is_set_to_zero():
    text = r"""$$\ell(\lambda) = n\bar x\ln\lambda - n\lambda$$ $$\ell'(\lambda) = \frac{n\bar x}{\lambda} - n$$
    $$\ell''(\lambda) = -\frac{n\bar x}{\lambda^2}$$ Equating the derivative to zero, we find $\hat\lambda = """
    assert verdicts(text + r"\bar x$.") == [D, P, P, F]
    assert verdicts(text + r"2\bar x$.") == [D, P, P, X]


SOFTMAX = r"""Let $z \in \mathbb{R}^K$ and $$p_k = \frac{\exp(z_k)}{\sum_j \exp(z_j)}, \qquad L = -\sum_k y_k\log p_k$$
with one-hot $y$. Then $$\frac{\partial L}{\partial z_i} = -\sum_k y_k(\delta_{ik} - p_i) = """


@pytest.mark.slow
@pytest.mark.parametrize("end, wanted", [("p_i - y_i", P), ("y_i - p_i", U)])
def test_sums_without_limits_run_over_the_length_of_a_vector(end, wanted):
    *_, first, second = check(SOFTMAX + f"{end}.$$").links
    assert (first.verdict.status, second.verdict.status) == (P, wanted)
    assert all("its end" not in condition for condition in first.verdict.conditions)


@pytest.mark.parametrize(
    "text, wanted",
    [
        (r"Let $\frac{1}{\tau_n^2} = \frac{n}{v}+\frac{1}{w}$. $$\tau_n^2 = \frac{v w}{n w + v}$$", [D, P]),
        (r"Let $Y_i \sim \mathrm{Poisson}(\mu_i)$ with $\log\mu_i = a + b x_i$. Let $S = \sum_{i=1}^n \mu_i$. "
         r"$$\frac{\partial S}{\partial b} = \sum_{i=1}^n x_i\mu_i$$", [A, D, D, P]),
        (r"$$\log p(\mu \mid x) = -\frac12\sum_{i=1}^n (x_i - \mu)^2 + \text{const} "
         r"= n\bar x\mu - \frac{n\mu^2}{2} + \text{const}$$", [A, P]),
        (r"$$\log p(\mu \mid x) = -\frac12\sum_{i=1}^n (x_i - \mu)^2 + \text{const} "
         r"= \sum_{i=1}^n x_i\mu - \frac{\mu^2}{2} + \text{const}$$", [A, R]),
        (r"Let $J(w) = \frac12\sum_{i=1}^n (y_i - w x_i)^2$. "
         r"$$J'(w) = -\sum_{i=1}^n x_i(y_i - w x_i)$$ Setting $J'(w) = 0$: "
         r"$$w\left(\sum_{i=1}^n x_i^2\right) = \sum_{i=1}^n x_i y_i$$", [D, P, F, F]),
        (r"Let $p = N(a, 1)$ and $q = N(b, 1)$. $$\int p(x)\log\frac{p(x)}{q(x)}\,dx = \frac{(a-b)^2}{2}$$", [A, A, P]),
        (r"Let $p = N(a, 1)$ and $q = N(b, 1)$. $$\int p(x)\log\frac{p(x)}{q(x)}\,dx = (a-b)^2$$", [A, A, U]),
        (r"$$\int x\,dx = \frac{x^2}{2}$$", [P]),
    ],
)  # fmt: skip
def test_what_a_document_defines(text, wanted):
    assert verdicts(text) == wanted


def test_what_is_said_up_to_a_constant_of_unknown_functions_is_not_judged():
    (link,) = check(r"$$\log p(\mu \mid x) = \log p(x \mid \mu) + \log p(\mu) + \text{const}$$").links
    assert link.verdict.status == "unknown" and "up to a constant" in link.verdict.reason


@pytest.mark.parametrize(
    "link, status, said",
    [
        (r"-\frac{n \bar{y}}{\bar{y}^2} = -\frac{1}{\bar{y}}", "refuted", "only the left side has n"),
        (r"a \log b + c = a \log b + c - \log d", "refuted", "only the right side has d"),
        (r"x^2 + x z = x (x + z - m)", "refuted", "only the right side has m"),
        (r"p^2 + p q = p", "unknown", "only the left side has q"),  # as where q = 1 - p
        (r"x^2 + b^2 = x^2 + c", "unknown", "only the left side has b"),
        (r"\sum_{i=1}^m a_i^2 = m a_i^2", "refuted", "only the right side has i"),  # whichever entry is meant
        (r"\sum_{i=1}^m a_i = a_k", "unknown", "only the right side has k"),  # nor has it m: the others may be 0
    ],
)
def test_without_text_a_name_that_has_been_dropped_refutes(link, status, said):
    (alone,) = check(f"$$ {link} $$").links
    assert (alone.verdict.status, *alone.verdict.warnings) == (status, said)
    *_, in_text = check(f"Then it follows that $$ {link} $$").links
    assert in_text.verdict.status == "unknown"


def test_a_name_that_changes_nothing_does_not_keep_values_from_refuting():
    gaussian = r"\int_{-\infty}^{\infty} e^{-(x - \mu)^2} dx"
    assert check(rf"So $${gaussian} = 1.$$").links[0].verdict.status == "refuted"
    assert check(rf"So $${gaussian} = \sqrt{{\pi}}.$$").links[0].verdict.status == "proved"


@pytest.mark.parametrize("claim, wanted", [(r"n/\lambda^2", R), (r"-n/\lambda^2", P), (r"\lambda^2 - n", R)])
def test_entries_that_a_derivative_has_lost_do_not_keep_values_from_refuting(claim, wanted):
    text = r"Let $\ell(\lambda) = n\log\lambda - \lambda\sum_{i=1}^n x_i$. Then $\ell''(\lambda) = "
    assert verdicts(f"{text}{claim}$.") == [D, wanted]
    assert verdicts(f"{text}{claim}$.".replace("''", "'"))[-1] not in (P, R)  # the first one has them


def test_an_inequality_that_fails_at_values_says_at_which_and_is_not_refuted():
    (link,) = check(r"Let $x > 0$. Then $\log(1 + x) \ge x$.").links
    assert link.verdict.status == "unknown" and link.verdict.reason.startswith("it fails where x = ")
    (right,) = check(r"Let $x > 0$. Then $\log(1 + x) \le x$.").links
    assert right.verdict.status == "unknown" and "no counterexample was found" in right.verdict.reason


@pytest.mark.parametrize(
    "link, status",
    [
        (r"\log e = 1", U),  # this was proved,
        (r"\frac{d}{dw} e^2 = -e x", R),
        (r"\frac{d}{dw} e^2 = -2 e x", P),
        (r"\frac{d}{dz} \frac{1}{1 + e^{-z}} = \frac{e^{-z}}{(1 + e^{-z})^2}", P),
    ],
)
def test_e_is_a_name_where_it_is_said_to_be_something(link, status):
    assert verdicts(f"Let $e = y - w x$ be the error. $${link}$$")[-1] == status


def test_e_is_the_number_where_it_is_said_to_be_one():
    assert verdicts(r"With $e = 2.718$ for short, $$\log e = 1$$")[-1] == P


LABELS = r"Let $y_i \in \{0, 1\}$ for all $i$. "


@pytest.mark.parametrize(
    "text, wanted",
    [
        # y is one label of those that are y_i
        (LABELS + r"For one example $$\ell(z) = \log(1 + e^z) - y z, \ \ell'(z) = \frac{e^z}{1+e^z} - y.$$", P),
        (LABELS + r"$$y^2 z = y z$$", U),
        (LABELS + r"$$y^2 z = 2 y z$$", R),
        # η was but the argument of functions
        (
            r"Let $f(x; \eta) = e^{\eta x - A(\eta)}$, so that $\eta = \log\frac p{1-p}$. $$p = \frac1{1+e^{-\eta}}$$",
            P,
        ),
        (r"It has the survival function $$S(t) = P(T > t) = e^{-a t}.$$ Then $$-S'(t) = a e^{-a t}.$$", P),
        (r"It has the survival function $$S(t) = P(T > t) = e^{-a t}.$$ Then $$-S'(t) = e^{-a t}.$$", U),
    ],
)
def test_what_a_letter_is_where_another_use_of_it_is_near(text, wanted):
    assert verdicts(text)[-1] == wanted


SCORE = r"""The log-likelihood is
$$\ell(b) = n a \log b - n \log\Gamma(a) + (a - 1) \sum_{i=1}^n \log x_i - b \sum_{i=1}^n x_i$$
%s $$\ell'(b) = \frac{n}{b} - \sum_{i=1}^n x_i.$$"""


@pytest.mark.parametrize(
    "words, status",
    [
        ("with derivative", R),
        ("Differentiating, we get", R),
        ("with derivative, for the exponential distribution,", U),
        ("Suppose that $a = 1$. Differentiating, we get", U),
    ],
)
def test_a_factor_that_is_left_out_where_no_words_say_why(words, status):
    """Without its a the score is that of the exponential distribution, which a text may mean, but not in silence."""
    assert verdicts(SCORE % words)[-1] == status


@pytest.mark.parametrize("words", ["since", "where", "because"])
@pytest.mark.parametrize("sign, status", [("-", P), ("+", R)])
def test_a_total_that_is_said_after_the_formula(words, sign, status):
    text = rf"$$\sum_{{k=1}}^K y_k \log\frac{{y_k}}{{p}} = \sum_{{k=1}}^K y_k \log y_k {sign} \log p,$$ {words} "
    assert verdicts(text + r"$\sum_{k=1}^K y_k = 1$.")[0] == status


def test_a_function_with_a_subscript_is_applied_to_any_term():
    text = r"Let $g_a(x) = x^2$. Then $$h(b) = 2 g_a\left(\sqrt{b^2+1}\right) = RIGHT.$$"
    assert verdicts(text.replace("RIGHT", "2 b^2 + 2")) == [D, D, P]
    assert verdicts(text.replace("RIGHT", "2 b^2 + 1")) == [D, D, R]


def test_what_is_said_of_one_observation_is_said_of_all():
    text = r"Each has $$p(y_i|a) = (a x_i)^{y_i} e^{-a x_i}$$ so that $$p(y|a) = \prod_{i=1}^n p(y_i|a) = "
    text += r"\prod_{i=1}^n RIGHT.$$"
    assert verdicts(text.replace("RIGHT", r"\left((a x_i)^{y_i} e^{-a x_i}\right)")) == [D, A, P]
    assert verdicts(text.replace("RIGHT", r"\left((a x_i)^{y_i} e^{-2 a x_i}\right)")) == [D, A, R]


TWO_VALUES = r"Let $x \in \{-1, 1\}$ and $p(x) = \frac{1 + a x}{2}$ with $0 < a < 1$. "


@pytest.mark.parametrize(
    "text, status",
    [
        (TWO_VALUES + r"$$\sum_x p(x) = 1$$", P),
        (TWO_VALUES + r"$$\sum_x x\,p(x) = a$$", P),
        (TWO_VALUES + r"$$\sum_x x\,p(x) = -a$$", R),
        (TWO_VALUES + r"Now let $x \in \{0, 1\}$. $$\sum_x p(x) = 1$$", U),
        (TWO_VALUES + r"In general, $x$ is any real number. $$\sum_x p(x) = 1$$", U),
        (r"Let $x \in \{a, b\}$. $$\sum_x x = a + b$$", U),
        (TWO_VALUES.replace(r"\{-1, 1\}", r"\mathbb{R}") + r"$$\sum_x p(x) = 1$$", U),
    ],
)
def test_a_sum_over_a_variable_runs_over_the_values_that_it_may_have(text, status):
    assert verdicts(text)[-1] == status


SMOOTHED = r"""Let $L = -\sum_{k=1}^K y_k \log p_k$. Label smoothing with $\tilde y_k = (1-\epsilon) y_k + \epsilon/K$
makes it
$$-\sum_{k=1}^K \tilde y_k \log p_k = (1-\epsilon) L RIGHT \frac{\epsilon}{K} \sum_{k=1}^K \log p_k.$$"""


@pytest.mark.parametrize("sign, wanted", [("-", [D, D, P]), ("+", [D, D, R])])
def test_an_epsilon_that_is_the_same_for_all_is_a_number(sign, wanted):
    assert verdicts(SMOOTHED.replace("RIGHT", sign)) == wanted


def test_noise_defines_nothing():
    (link,) = check(r"Suppose that $y_i = \beta x_i + \epsilon_i$.").links
    assert (link.verdict.status, link.verdict.reason) == (A, "a statement about the model")


@pytest.mark.parametrize(
    "right, wanted", [(r"\frac{z_k}{T} - \log\sum_j e^{z_j/T}", P), (r"z_k - \log\sum_j e^{z_j/T}", R)]
)
def test_what_comes_after_an_equation_with_is_claimed(right, wanted):
    text = rf"With $q_k = e^{{z_k/T}}/\sum_j e^{{z_j/T}}$: $$\log q_k = {right}$$"
    assert verdicts(text) == [D, wanted]


@pytest.mark.parametrize("sign, wanted", [("-", P), ("+", R)])
@pytest.mark.parametrize("name", ["FL", r"\mathrm{FL}", "f"])
def test_a_loss_for_an_example_is_defined(name, sign, wanted):
    slope = rf"\gamma(1-p)^{{\gamma-1}}\log p {sign} \frac{{(1-p)^\gamma}}{{p}}"
    assert verdicts(rf"For ${name}(p) = -(1-p)^\gamma\log p$ we get $${name}'(p) = {slope}.$$") == [D, wanted]


def test_abbreviations_are_names():
    text = r"$$BCE = -y\log p - (1-y)\log(1-p), \quad \frac{\partial BCE}{\partial p} = \frac{p-y}{p(1-p)}$$"
    assert verdicts(text) == [D, P]
    text = r"""Let $NLL(\theta) = -\sum_{i=1}^n \log(\theta e^{-\theta x_i})$. Then
    $$NLL(\theta) = \theta \sum_{i=1}^n x_i SIGN n\log\theta$$"""
    assert [verdicts(text.replace("SIGN", sign)) for sign in "-+"] == [[D, P], [D, R]]


CHAIN = r"$$E(w) = -\log p(t|w) = -\sum_{n=1}^N (t_n \log y_n + (1-t_n) \log(1-y_n)).$$ "


@pytest.mark.slow
@pytest.mark.parametrize(
    "text, wanted",
    [
        (CHAIN + r"$$\log p(t|w) = \sum_{n=1}^N (t_n \log y_n + (1-t_n) \log(1-y_n))$$", [D, D, P]),
        (CHAIN + r"$$\frac{\partial E}{\partial y_n} = \frac{1-t_n}{1-y_n} - \frac{t_n}{y_n}$$", [D, D, P]),
        (CHAIN + r"$$\frac{\partial E}{\partial y_n} = \frac{1-t_n}{1-y_n} + \frac{t_n}{y_n}$$", [D, D, R]),
        (r"$$f(x) = g(x) = x^2 + 1.$$ $$g(2) = 5, \quad g(2) = 4$$", [D, D, P, R]),
        (r"Let $g(x) = x^2$. $$f(x) = g(x) = x^3.$$", [D, D, R]),
        (r"We look for $c$ with $$c^2 + c = a.$$ By choosing $$c = a - b$$ we get $$a - c = b.$$", [U, D, P]),
    ],
)
def test_a_name_that_a_chain_gives_first_and_says_then(text, wanted):
    assert verdicts(text) == wanted

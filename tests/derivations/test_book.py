"""What the documents of the book state: exact terms, hypotheses, and numbers."""

import math

import pytest
from mlce_sym.derivations import NAMES, document, page
from mlce_sym.derivations.order import UNCERTIFIED
from sympy import (
    FiniteSet,
    Function,
    IndexedBase,
    Interval,
    KroneckerDelta,
    Product,
    Rational,
    S,
    Sum,
    exp,
    log,
    symbols,
)

from mlce_sym import ArgMax, ArgMin, CrossEntropy, Entropy, Equals, ForAll, KLDivergence, Le, Lt, Member
from mlce_sym.border.nodes import Different, Without, integral
from mlce_sym.prover.document import certificate
from mlce_sym.writers.certified import uncertified
from tests.proved import proved
from tests.samples import sampled

i, n, k, theta, Theta, ybar, a, b = symbols("i n k theta Theta ybar a b")
p, P, Q, L, CE, phat = map(Function, ("p", "P", "Q", "L", "CE", "phat"))
y = IndexedBase("y")
each, unit = (i, 1, n), Interval.open(0, 1)
terms = y[i] * log(p(i, theta)) + (1 - y[i]) * log(1 - p(i, theta))
labels = ForAll(Member(y[i], FiniteSet(0, 1)), each)
size = (Member(n, S.Integers), Le(1, n))
between = tuple(ForAll(ForAll(bound, each), (theta, Theta)) for bound in (Lt(0, p(i, theta)), Lt(p(i, theta), 1)))


def theorem(name, of):
    return next(proof.derivation for proof in document(name).proofs if proof.derivation.name == of)


def sides(name, of):
    found = theorem(name, of)
    return found.lhs, found.rhs


def meaning(name, of, head):
    return next(d.right for d in theorem(name, of).given.definitions if d.head == head)


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_every_document_passes_all_checks(name):
    report, data = proved(name).report, proved(name).certificate
    assert data["title"] == page(name).TITLE
    assert report.steps == sum(len(t["steps"]) for t in data["theorems"]) > 0
    assert report.conditions == sum(len(s["conditions"]) for t in data["theorems"] for s in t["steps"]) > 0
    assert report.instances >= 2 * report.steps
    assert bool(uncertified(data)) == (name in UNCERTIFIED)


def test_a_the_likelihood_is_the_product_of_the_probabilities():
    assert meaning("bernoulli", "likelihood", L) == Product(P(i, y[i], theta), each)
    assert meaning("bernoulli", "likelihood", P) == p(i, theta) ** k * (1 - p(i, theta)) ** (1 - k)
    factor = p(i, theta) ** y[i] * (1 - p(i, theta)) ** (1 - y[i])
    assert sides("bernoulli", "likelihood") == (L(theta), Product(factor, each))
    by_cases = Product(P(i, 1, theta) ** y[i] * P(i, 0, theta) ** (1 - y[i]), each)
    assert sides("bernoulli", "two-cases") == (L(theta), by_cases)


def test_nothing_is_assumed_of_the_model_but_that_it_gives_probabilities():
    assert theorem("bernoulli", "same-optimum").given.hypotheses == (*size, labels, *between)
    known = theorem("bernoulli", "log-likelihood").given.hypotheses
    assert known == (*size, labels, *between, Member(theta, Theta))


def test_b_the_log_likelihood_is_the_sum():
    assert sides("bernoulli", "log-likelihood") == (log(L(theta)), Sum(terms, each))
    by = [step.by.name for step in theorem("bernoulli", "log-likelihood").steps]
    assert by == ["likelihood", "log of a product", "log of two factors", "log of a power", "log of a power"]


def test_c_it_is_minus_n_times_the_cross_entropy_which_is_a_mean_of_cross_entropies():
    assert meaning("bernoulli", "cross-entropy", CE) == -Sum(terms, each) / n
    assert sides("bernoulli", "cross-entropy") == (log(L(theta)), -n * CE(theta))
    mean = Sum(CrossEntropy(KroneckerDelta(k, y[i]), P(i, k, theta), (k, 0, 1)), each) / n
    assert sides("bernoulli", "mean-of-cross-entropies") == (CE(theta), mean)


def test_c_in_the_iid_case_it_is_the_cross_entropy_of_the_empirical_distribution():
    assert sides("iid", "class-counts") == (CE(theta), CrossEntropy(phat(k), Q(k, theta), (k, 0, 1)))
    assert meaning("iid", "class-counts", phat) == Sum(KroneckerDelta(k, y[i]), each) / n
    assert sides("iid", "share-of-ones") == (phat(1), ybar)


def test_d_the_optima_are_the_same_set():
    expected = ArgMax(L(theta), (theta, Theta)), ArgMin(CE(theta), (theta, Theta))
    assert sides("bernoulli", "same-optimum") == expected
    assert sides("iid", "iid-same-optimum") == (ArgMax(L(theta), (theta, unit)), ArgMin(CE(theta), (theta, unit)))


def test_e_the_remarks():
    total = -Sum(terms, each)
    assert sides("remarks", "factor") == (total, n * CE(theta))
    assert sides("remarks", "factor-and-optimum") == (ArgMin(total, (theta, Theta)), ArgMin(CE(theta), (theta, Theta)))
    other = symbols("theta_0")
    assert sides("remarks", "order") == (Lt(L(theta), L(other)), Lt(CE(other), CE(theta)))
    data = (Equals(n, 2), Equals(y[1], 0), Equals(y[2], 1))
    assert set(data) <= set(theorem("remarks", "with-the-sign").given.hypotheses)
    assert sides("remarks", "with-the-sign") == (ArgMin(CE(theta), (theta, unit)), FiniteSet(Rational(1, 2)))
    assert set(data) <= set(theorem("remarks", "without-the-sign").given.hypotheses)
    assert sides("remarks", "without-the-sign") == (Member(Rational(1, 2), ArgMin(-CE(theta), (theta, unit))), S.false)


def test_e_the_sign_and_optimal_parameters_in_general():
    log_optima = ArgMax(L(theta), (theta, Theta)), ArgMax(log(L(theta)), (theta, Theta))
    assert sides("remarks", "log-optimum") == log_optima
    assert sides("remarks", "minus-sign") == (ArgMin(-CE(theta), (theta, Theta)), ArgMin(L(theta), (theta, Theta)))
    best, t = symbols("theta_star t")
    known = theorem("remarks", "optimal")
    assert Member(best, ArgMin(CE(t), (t, Theta))) in known.given.hypotheses
    assert (known.lhs, known.rhs) == (Member(theta, ArgMax(L(t), (t, Theta))), Le(CE(theta), CE(best)))


def test_soft_labels_of_a_data_set():
    label, model = IndexedBase("y")[i, k], Function("P")(i, k, theta)
    entropies = Sum(Entropy(label, (k, 1, K)), each) / n
    divergences = Sum(KLDivergence(label, model, (k, 1, K)), each) / n
    assert meaning("soft-labels", "mean-divergence", CE) == Sum(CrossEntropy(label, model, (k, 1, K)), each) / n
    assert sides("soft-labels", "mean-divergence") == (CE(theta), entropies + divergences)
    least = ArgMin(CE(theta), (theta, Theta)), ArgMin(divergences, (theta, Theta))
    assert sides("soft-labels", "least-mean-divergence") == least


def test_e_in_numbers():
    def cross_entropy(t):
        return -(math.log(1 - t) + math.log(t)) / 2

    grid = [t / 100 for t in range(1, 100)]
    assert min(grid, key=cross_entropy) == 0.5
    assert -cross_entropy(0.25) < -cross_entropy(0.5)


def test_f_the_closed_form():
    mixed = {Lt(0, ybar), Lt(ybar, 1)}
    assert mixed <= set(theorem("closed-form", "maximiser").given.hypotheses)
    assert sides("closed-form", "maximiser") == (ArgMax(L(theta), (theta, unit)), FiniteSet(ybar))
    for name, value in (("all-ones", 1), ("all-zeros", 0)):
        assert Equals(ybar, value) in theorem("closed-form", name).given.hypotheses
        assert sides("closed-form", name) == (ArgMax(L(theta), (theta, unit)), S.EmptySet)


def test_f_rests_on_gibbs_inequality():
    divergence = KLDivergence(Q(k, a), Q(k, b), (k, 0, 1))
    assert sides("gibbs", "gibbs") == (Lt(0, divergence), S.true)
    used = {getattr(step.by, "name", "") for step in theorem("closed-form", "below-all-others").steps}
    assert "gibbs" in used


@pytest.mark.slow
@pytest.mark.long
def test_documents_are_the_same_every_time():
    names = [*sampled(NAMES)]
    first = [proved(name).certificate for name in names]
    for name in NAMES:
        for attribute in vars(page(name)).values():
            getattr(attribute, "cache_clear", lambda: None)()
    assert [certificate(document(name)) for name in names] == first


f, g, N, z, K, Y, c, q = *map(Function, "fgN"), *symbols("z K Y c"), Function("q")
classes = (k, 1, K)


def test_every_model_has_minus_n_times_a_cross_entropy():
    fi, r, x, X = *map(Function, ("fi", "r")), IndexedBase("x"), symbols("X")
    optima = ArgMax(L(theta), (theta, Theta)), ArgMin(CE(theta), (theta, Theta))
    assert meaning("conditional", "log-likelihood", CE) == -Sum(log(fi(i, y[i], theta)), each) / n
    assert sides("conditional", "log-likelihood") == (log(L(theta)), -n * CE(theta))
    assert sides("conditional", "same-optimum") == sides("conditional", "covariates") == optima
    assert meaning("conditional", "covariates", L) == Product(r(y[i], x[i], theta), each)
    assert ForAll(Member(x[i], X), each) in theorem("conditional", "covariates").given.hypotheses
    assert meaning("general", "log-likelihood-iid", L) == Product(f(y[i], theta), each)
    assert meaning("general", "log-likelihood-iid", CE) == -Sum(log(f(y[i], theta)), each) / n
    assert sides("general", "log-likelihood-iid") == (log(L(theta)), -n * CE(theta))
    assert sides("general", "same-optimum-iid") == optima
    positive = ForAll(ForAll(Lt(0, f(z, theta)), (z, Y)), (theta, Theta))
    assert theorem("general", "same-optimum-iid").given.hypotheses == (*size, ForAll(Member(y[i], Y), each), positive)


def test_which_sum_runs_over_what():
    assert sides("general", "class-counts") == (Sum(g(y[i]), each), Sum(N(k) * g(k), classes))
    assert meaning("general", "class-counts", N) == Sum(KroneckerDelta(k, y[i]), each)
    assert meaning("general", "over-classes", phat) == N(k) / n
    over_classes = CrossEntropy(phat(k), f(k, theta), classes)
    assert sides("general", "over-classes") == (CE(theta), over_classes)
    assert sides("general", "log-likelihood-of-classes") == (log(L(theta)), -n * over_classes)


def test_maximum_likelihood_is_minimum_divergence_with_empty_classes_too():
    known = theorem("divergence", "least-divergence")
    target = ArgMin(KLDivergence(phat(k), f(k, theta), classes), (theta, Theta))
    assert (known.lhs, known.rhs) == (ArgMax(L(theta), (theta, Theta)), target)
    assert not any(h.has(phat) or h.has(N) for h in known.given.hypotheses)


def test_gibbs_inequality_and_where_it_is_an_equality():
    divergence = KLDivergence(p(k), q(k), classes)
    assert sides("divergence", "gibbs") == (Le(0, divergence), S.true)
    assert sides("divergence", "strict") == (Lt(0, divergence), S.true)
    assert Different(p(c), q(c)) in theorem("divergence", "strict").given.hypotheses
    assert Lt(0, p(c)) not in theorem("divergence", "strict").given.hypotheses
    assert sides("divergence", "equality") == (Equals(divergence, 0), ForAll(Equals(p(k), q(k)), classes))
    distributions = theorem("divergence", "gibbs").given.hypotheses
    assert theorem("divergence", "equality").given.hypotheses == distributions
    assert sides("divergence", "from-itself") == (KLDivergence(p(k), p(k), classes), 0)
    entropy = Entropy(p(k), classes)
    found = theorem("divergence", "entropy-plus-divergence")
    assert (found.lhs, found.rhs) == (CrossEntropy(p(k), q(k), classes), entropy + divergence)
    assert ForAll(Le(0, p(k)), classes) in found.given.hypotheses  # a class may have the probability 0
    assert ForAll(Le(0, p(k)), classes) in theorem("divergence", "gibbs").given.hypotheses
    assert sides("divergence", "least-value") == (Le(entropy, CrossEntropy(p(k), q(k), classes)), S.true)
    assert Equals(Sum(p(k), classes), 1) in theorem("divergence", "gibbs").given.hypotheses


def test_logistic_regression_and_a_network_are_instances_by_substitution_alone():
    for name in ("any-output", "logistic-regression", "neural-network"):
        assert sides("models", name) == sides("bernoulli", "same-optimum")
        (step,) = theorem("models", name).steps
        assert step.by.name == "same-optimum"
        assert not any(h.has(p) for h in theorem("models", name).given.hypotheses)
    x, w, u, v, phi, eta = IndexedBase("x"), *map(Function, ("w", "u", "v", "phi", "eta"))
    j, h, d, m = symbols("j h d m")
    assert meaning("models", "logistic-regression", eta) == Sum(x[i, j] * w(j, theta), (j, 1, d))
    hidden = phi(Sum(x[i, j] * u(h, j, theta), (j, 1, d)))
    assert meaning("models", "neural-network", eta) == Sum(v(h, theta) * hidden, (h, 1, m))


def test_permuting_hidden_units_changes_nothing_at_any_parameter():
    move, eta, perm, h, m = *map(Function, ("T", "eta", "perm")), *symbols("h m")
    assert sides("permutation", "another-order") == (
        Sum(f(perm(h)), (h, 1, m)),
        Sum(f(symbols("g")), (symbols("g"), 1, m)),
    )
    assert sides("permutation", "same-output") == (eta(i, move(theta)), eta(i, theta))
    assert sides("permutation", "same-likelihood") == (L(move(theta)), L(theta))
    assert sides("permutation", "same-cross-entropy") == (CE(move(theta)), CE(theta))
    t = symbols("t")
    lowest = ArgMin(CE(t), (t, Theta))
    assert sides("permutation", "minimisers") == (Member(move(theta), lowest), Member(theta, lowest))


def test_the_loss_of_a_network_is_larger_between_a_point_and_its_permuted_copy():
    a, c, r, s = symbols("a c r s")
    ell, phi = map(Function, ("ell", "phi"))
    assert sides("nonconvex", "one-observation") == (CE(theta), g(theta))
    assert sides("nonconvex", "point") == (ell(a + r, a - r, c, -c), log(Rational(4, 3)))
    assert sides("nonconvex", "copy") == (ell(a - r, a + r, -c, c), log(Rational(4, 3)))
    assert sides("nonconvex", "half-way") == (ell(a, a, 0, 0), log(2))
    chord = ForAll(Le(CE(2 * s - 1), (1 - s) * CE(-1) + s * CE(1)), (s, unit))
    assert sides("nonconvex", "network-not-convex") == (chord, S.false)
    d, m, q = symbols("d m q")
    sizes = {Member(d, S.Integers), Le(1, d), Member(m, S.Integers), Le(2, m)}
    known = set(theorem("nonconvex", "network-not-convex").given.hypotheses)
    assert known == sizes | {Equals(y[1], 1), Lt(0, q), Different(phi(a + r), phi(a - r))}
    inner, outer = log(3), 2 * log(3)
    ends = ell(inner, -inner, outer, -outer) / 2 + ell(-inner, inner, -outer, outer) / 2
    assert sides("nonconvex", "in-numbers") == (Lt(ends, ell(0, 0, 0, 0)), S.true)


def test_the_loss_of_a_network_in_numbers():
    def loss(a1, a2, c1, c2, phi):
        return math.log(1 + math.exp(-c1 * phi(a1) - c2 * phi(a2)))

    for phi in (math.tanh, lambda z: max(z, 0), lambda z: 1 / (1 + math.exp(-z))):
        a, r = 0.3, math.log(3)
        c = math.log(3) / (phi(a + r) - phi(a - r))
        point, copy, between = loss(a + r, a - r, c, -c, phi), loss(a - r, a + r, -c, c, phi), loss(a, a, 0, 0, phi)
        assert (round(point, 3), round(copy, 3), round(between, 3)) == (0.288, 0.288, 0.693)
    words = {proof.derivation.name: proof.words for proof in document("nonconvex").proofs}
    assert "$0.288$" in words["point"] and "$0.693$" in words["half-way"]
    assert "$0.288$ and $0.693$" in words["in-numbers"]


def test_the_cross_entropy_of_a_soft_label_is_least_there_alone():
    loss, q, t = Function("C"), *symbols("q t")
    assert meaning("soft-labels", "proper", loss) == -q * log(t) - (1 - q) * log(1 - t)
    assert sides("soft-labels", "proper") == (ArgMin(loss(t), (t, unit)), FiniteSet(q))
    assert theorem("soft-labels", "proper").given.hypotheses == (Lt(0, q), Lt(q, 1))


def test_soft_labels_have_no_bernoulli_density_and_the_normalised_one_has_another_loss_and_optimum():
    B, C, logit, loss, p, t = *map(Function, ("B", "C", "logit", "N")), *symbols("p t")
    inside, half, name = (Lt(0, p), Lt(p, 1)), Rational(1, 2), "continuous-bernoulli"
    mass = integral(B(t, p), t, 0, 1)
    assert meaning(name, "integral", B) == p**t * (1 - p) ** (1 - t)
    assert meaning(name, "integral", logit) == log(p / (1 - p))
    assert sides(name, "integral") == (mass, (2 * p - 1) / logit(p))
    assert theorem(name, "integral").given.hypotheses == (*inside, Different(p, half))
    assert sides(name, "even") == (mass, half)
    assert theorem(name, "even").given.hypotheses == (*inside, Equals(p, half))
    assert sides(name, "below-half") == (Lt(mass, half), S.true)
    assert theorem(name, "below-half").given.hypotheses == (*inside, Different(p, half))
    assert meaning(name, "normalised", C) == 1 / mass
    assert sides(name, "normalised") == (integral(C(p) * B(t, p), t, 0, 1), 1)
    assert theorem(name, "normalised").given.hypotheses == inside
    assert sides(name, "normaliser") == (C(p), logit(p) / (2 * p - 1))
    assert meaning(name, "not-the-cross-entropy", L) == Product(C(p) * B(y[i], p), each)
    cross_entropy = -Sum(y[i] * log(p) + (1 - y[i]) * log(1 - p), each) / n
    assert meaning(name, "not-the-cross-entropy", CE) == cross_entropy
    assert sides(name, "not-the-cross-entropy") == (-log(L(p)), n * CE(p) - n * log(C(p)))
    assert theorem(name, "not-the-cross-entropy").given.hypotheses == (*inside, *size)
    label = Rational(2, 3)
    assert meaning(name, "another-optimum", loss) == -log(C(p) * B(label, p))
    assert sides(name, "another-optimum") == (Member(label, ArgMin(loss(p), (p, unit))), S.false)
    assert theorem(name, "another-optimum").given.hypotheses == ()


def test_a_gaussian_prior_is_an_l2_penalty_with_the_ratio_of_the_variances():
    prior, w, mu, j, d, s, v = *map(Function, ("prior", "w", "mu")), *symbols("j d s v")
    squares, residuals = Sum(w(j, theta) ** 2, (j, 1, d)), Sum((y[i] - mu(i, theta)) ** 2, each)
    most_probable = ArgMax(L(theta) * prior(theta), (theta, Theta))
    any_loss = ArgMin(-log(L(theta)) + squares / (2 * s), (theta, Theta))
    assert sides("penalty", "gaussian-prior") == (most_probable, any_loss)
    any_penalty = symbols("lambda") * Sum(g(w(j, theta)), (j, 1, d))
    assert sides("penalty", "penalised") == (most_probable, ArgMin(any_penalty - log(L(theta)), (theta, Theta)))
    assert sides("penalty", "ridge") == (most_probable, ArgMin(residuals + v / s * squares, (theta, Theta)))
    assert not any(fact.has(L) for fact in theorem("penalty", "ridge").given.hypotheses)


def test_the_mean_and_the_variance_together_are_the_only_maximiser_of_a_gaussian_likelihood():
    name, (m, s, ybar, V, c) = "mean-and-variance", symbols("m s ybar V c")
    likelihood = Product(c * exp(-((y[i] - m) ** 2) / (2 * s)) / s ** Rational(1, 2), each)
    for which in ("below", "only-maximiser"):
        assert meaning(name, which, L) == likelihood
        assert meaning(name, which, ybar) == Sum(y[i], each) / n
        assert meaning(name, which, V) == Sum((y[i] - ybar) ** 2, each) / n
    apart = Lt(0, (m - ybar) ** 2 + (s - V) ** 2)
    assert sides(name, "below") == (Lt(L(m, s), L(ybar, V)), S.true)
    assert theorem(name, "below").given.hypotheses == (*size, Lt(0, c), Lt(0, s), Lt(0, V), apart)
    a, mean, variance = symbols("a"), Function("mean"), Function("variance")
    of_theta = L(mean(theta), variance(theta))
    assert sides(name, "only-maximiser") == (ArgMax(of_theta, (theta, Theta)), FiniteSet(a))
    others = (theta, Without(Theta, a))
    told_apart = ForAll(apart.subs({m: mean(theta), s: variance(theta)}), others)
    known = (ForAll(Lt(0, variance(theta)), (theta, Theta)), Member(a, Theta))
    at_the_observations = (Equals(mean(a), ybar), Equals(variance(a), V))
    expected = (*size, Lt(0, c), Lt(0, V), *known, *at_the_observations, told_apart)
    assert theorem(name, "only-maximiser").given.hypotheses == expected


def test_a_laplace_prior_is_an_l1_penalty_with_twice_the_variance_over_the_scale():
    prior, w, size, mu, j, d, beta, v = *map(Function, ("prior", "w", "abs", "mu")), *symbols("j d beta v")
    sizes, residuals = Sum(size(w(j, theta)), (j, 1, d)), Sum((y[i] - mu(i, theta)) ** 2, each)
    most_probable = ArgMax(L(theta) * prior(theta), (theta, Theta))
    assert meaning("penalty", "laplace-prior", prior).function == symbols("c") * exp(-size(w(j, theta)) / beta)
    any_loss = ArgMin(sizes / beta - log(L(theta)), (theta, Theta))
    assert sides("penalty", "laplace-prior") == (most_probable, any_loss)
    assert sides("penalty", "lasso") == (most_probable, ArgMin(residuals + 2 * v / beta * sizes, (theta, Theta)))


def test_one_hot_labels_give_the_categorical_cross_entropy_and_softmax_is_an_instance():
    z, other = Function("z"), symbols("l")
    mean = Sum(CrossEntropy(KroneckerDelta(k, y[i]), p(i, k, theta), classes), each) / n
    assert meaning("categorical", "same-optimum", CE) == mean
    assert sides("categorical", "log-likelihood") == (log(L(theta)), -n * CE(theta))
    assert sides("categorical", "softmax") == sides("categorical", "same-optimum")
    assert not any(h.has(p) for h in theorem("categorical", "softmax").given.hypotheses)
    partition = Sum(exp(z(i, other, theta)), (other, 1, K))
    loss = Sum(log(partition) - z(i, y[i], theta), each) / n
    assert sides("categorical", "log-sum-exp") == (CE(theta), loss)
    first, second = z(i, 1, theta), z(i, 2, theta)
    assert sides("categorical", "two-classes")[1] == 1 / (1 + exp(first - second))


def test_one_theorem_gives_the_losses_of_exponential_families_and_their_estimates():
    h, t, eta, a, mean, v = *map(Function, ("h", "T", "eta", "a")), *symbols("Tbar v")
    logs = Sum(log(h(y[i])), each)
    assert meaning("families", "family", f) == h(z) * exp(eta(theta) * t(z) - a(theta))
    assert sides("families", "family-log-likelihood") == (log(L(theta)), logs - n * (a(theta) - eta(theta) * mean))
    optimum = ArgMax(L(theta), (theta, Theta))
    assert sides("families", "family") == (optimum, ArgMin(a(theta) - eta(theta) * mean, (theta, Theta)))
    assert meaning("families", "poisson", f) == h(z) * theta**z * exp(-theta)
    assert sides("families", "poisson") == (optimum, FiniteSet(mean))
    assert meaning("families", "exponential", f) == theta * exp(-theta * z)
    assert sides("families", "exponential") == (optimum, FiniteSet(1 / mean))
    assert meaning("families", "gaussian", f) == symbols("c") * exp(-((z - theta) ** 2) / (2 * v))
    assert sides("families", "gaussian") == (optimum, FiniteSet(mean))

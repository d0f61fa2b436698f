"""Class probabilities: the estimates are the shares, and what that supposes; slopes in probabilities and in logits."""

from mlce_sym.derivations import document
from sympy import FiniteSet, Function, IndexedBase, KroneckerDelta, Sum, exp, log, symbols

from mlce_sym import ArgMax, ArgMin, CrossEntropy, Different, Equals, ForAll, IndexRange, Lt, Member
from mlce_sym.border.nodes import Without

i, j, k, h, n, m, K, a, label, theta, Theta = symbols("i j k h n m K a y_0 theta Theta")
L, c, f, phat, r = map(Function, ("L", "c", "f", "phat", "r"))
b, p, w, z = map(IndexedBase, ("b", "p", "w", "z"))
classes, optimum = (k, 1, K), ArgMax(L(theta), (theta, Theta))


def theorem(name):
    return next(p.derivation for p in document("class-probabilities").proofs if p.derivation.name == name)


def sides(name):
    return theorem(name).lhs, theorem(name).rhs


def test_the_shares_are_the_only_maximiser_where_each_class_was_seen():
    others = (theta, Without(Theta, a))
    for name, of in (("categorical", phat), ("multinomial", r)):
        assert sides(name) == (optimum, FiniteSet(a))
        supposed = {
            Member(a, Theta),
            ForAll(Lt(0, of(k)), classes),
            ForAll(Equals(of(k), f(k, a)), classes),
            ForAll(Member(c(theta), IndexRange(1, K)), others),
            ForAll(Different(of(c(theta)), f(c(theta), theta)), others),
            ForAll(Equals(Sum(f(k, theta), classes), 1), (theta, Theta)),
        }
        assert supposed <= set(theorem(name).given.hypotheses)


def test_the_multinomial_loss_is_the_cross_entropy_from_the_shares():
    loss = CrossEntropy(r(k), f(k, theta), classes)
    assert sides("multinomial-same-optimum") == (optimum, ArgMin(loss, (theta, Theta)))
    constant = Sum(log(b[i]), (i, 1, n))
    assert sides("multinomial-log-likelihood") == (log(L(theta)), constant - n * m * loss)


def test_slopes():
    total = Sum(exp(z[k]), classes)
    assert sides("term-of-a-class")[1] == -Sum(w[k] * log(p[k]), classes)
    assert sides("slope")[1] == -w[j] / p[j]
    assert sides("curvature")[1] == w[j] / p[j] ** 2
    assert sides("slope-in-a-logit")[1] == exp(z[j]) / total - KroneckerDelta(j, label)
    assert sides("curvature-in-logits")[1] == exp(z[j]) / total * (KroneckerDelta(j, h) - exp(z[h]) / total)

"""Of the gap and the square one is positive, where the mean or the variance is another one.

Where the variance is another than V, the gap is; where it is V, the mean is another than ȳ, and the square is.
"""

from functools import cache

from sympy import S, sign

from mlce_sym import rules
from mlce_sym.border.nodes import Different, Equals, Lt
from mlce_sym.prover import back, chain, use
from mlce_sym.prover.derivation import Hypothesis
from mlce_sym.prover.document import Proof

from .excess import square, sum_of_both
from .gaps import gap, gap_of_another_variance, one_positive, the_other
from .setting import V, and_also, apart, m, s, ybar

own_variance = Equals(s, V)


@cache
def of_another_variance() -> Proof:
    line = chain(Lt(0, sum_of_both), and_also(Different(s, V)))
    line = line.by(use(one_positive(), a=gap, b=square, because=gap_of_another_variance()))
    return line.qed("of-another-variance", "Where the variance is another", role="lemma")


@cache
def no_distance() -> Proof:
    line = chain(Equals((s - V) ** 2, 0), and_also(own_variance)).by(Hypothesis(own_variance)).by(rules.known_equation)
    return line.qed("no-distance", "Equal variances", role="lemma")


@cache
def of_another_mean() -> Proof:
    return (
        chain(Lt(0, sum_of_both), and_also(apart, own_variance))
        .by(Hypothesis(own_variance))
        .eq(Lt(0, (ybar - m) ** 2 / V))
        .by(use(rules.order_of_multiples, c=1 / V, u=S.Zero, v=(ybar - m) ** 2))
        .by(use(the_other(), a=(m - ybar) ** 2, b=(s - V) ** 2, because=no_distance()))
        .qed("of-another-mean", "Where the variance is that of the observations", role="lemma")
    )


@cache
def positive() -> Proof:
    begun = chain(Lt(0, sum_of_both), and_also(apart)).by(rules.positive_by_sign)
    cases = begun.by(back(rules.alike_by_equality, a=sign(sum_of_both), u=s, v=V))
    either = (
        use(rules.sign_of_positive, a=sum_of_both, because=one()) for one in (of_another_mean, of_another_variance)
    )
    line = cases.by(*either).by(rules.alike_by_equality).by(rules.known_equation)
    return line.qed(
        "positive",
        "In both cases",
        role="lemma",
        idea="Either the variance is that of the observations or it is another, and a lemma has each of the cases.",
    )


ONE_OF_BOTH = (of_another_variance, no_distance, of_another_mean, positive)

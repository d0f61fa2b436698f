"""K classes: the negative log-likelihood of one-hot labels is the categorical cross-entropy; softmax as an instance.

The label y_i is one of 1, …, K, and its indicators δ_{k,y_i} are the one-hot label. For softmax the cross-entropy is
the mean of log Σ_k exp z_k minus the logit of the label, and with K = 2 softmax is the logistic function.
"""

from functools import cache

from sympy import Function, KroneckerDelta, Lambda, Product, Sum, exp, log, symbols

from mlce_sym import rules
from mlce_sym.certificate import Document, Proof
from mlce_sym.given import Definition, Given
from mlce_sym.models import data
from mlce_sym.nodes import ArgMax, ArgMin, CrossEntropy, ForAll, IndexRange, Lt, Member
from mlce_sym.prover import back, chain, use

from .bernoulli import CE, L, Theta, k, theta
from .models import a_number

TITLE = "Categorical cross-entropy and softmax"

K, l = symbols("K l")  # noqa: E741
p, z = map(Function, ("p", "z"))
y = data("y")
i, n, observations = y.index, y.n, y.limit
classes = (k, 1, K)
one_hot = KroneckerDelta(k, y[i])

likelihood = Definition(L(theta), Product(p(i, y[i], theta), observations))
cross_entropy = Definition(CE(theta), Sum(CrossEntropy(one_hot, p(i, k, theta), classes), observations) / n)
DEFINITIONS = (likelihood, cross_entropy)

labels = (*a_number(n), *a_number(K), ForAll(Member(y[i], IndexRange(1, K)), observations))
positive = ForAll(ForAll(ForAll(Lt(0, p(i, k, theta)), classes), observations), (theta, Theta))
for_all_theta = Given((*labels, positive), DEFINITIONS)
for_one_theta = Given((*for_all_theta.hypotheses, Member(theta, Theta)), DEFINITIONS)

partition = Sum(exp(z(i, l, theta)), (l, 1, K))
softmax = Lambda((i, k, theta), exp(z(i, k, theta)) / partition)
of_softmax = tuple(definition.instance({p: softmax}) for definition in DEFINITIONS)


@cache
def log_likelihood() -> Proof:
    inner = Sum(one_hot * log(p(i, k, theta)), classes)
    return (
        chain(log(L(theta)), for_one_theta)
        .unfold(L)
        .by(rules.log_of_product)
        .eq(Sum(inner, observations), by=rules.sifting)
        .eq(-Sum(-inner, observations), by=use(rules.constant_factor, c=-1))
        .eq(-Sum(CrossEntropy(one_hot, p(i, k, theta), classes), observations), by=rules.cross_entropy)
        .eq(-n * CE(theta), by=cross_entropy)
        .qed("log-likelihood", r"The log-likelihood is $-n$ times the categorical cross-entropy")
    )


@cache
def same_optimum() -> Proof:
    return (
        chain(ArgMax(L(theta), (theta, Theta)), for_all_theta)
        .by(back(rules.argmax_of_log))
        .by(log_likelihood())
        .by(rules.argmax_of_negative)
        .by(rules.argmin_of_scaled)
        .qed("same-optimum", "The same optimum")
    )


@cache
def softmax_regression() -> Proof:
    return (
        chain(ArgMax(L(theta), (theta, Theta)), Given(labels, of_softmax))
        .eq(ArgMin(CE(theta), (theta, Theta)), by=use(same_optimum(), p=softmax), reason="the theorem above")
        .qed("softmax", "Softmax regression")
    )


@cache
def log_sum_exp() -> Proof:
    loss = log(partition) - z(i, y[i], theta)
    return (
        chain(CE(theta), Given((*labels, Member(theta, Theta)), of_softmax))
        .unfold(CE)
        .by(rules.cross_entropy)
        .by(rules.sifting)
        .by(rules.log_of_quotient)
        .eq(Sum(loss, observations) / n)
        .qed("log-sum-exp", "The cross-entropy of softmax in its logits")
    )


@cache
def two_classes() -> Proof:
    first, second = z(i, 1, theta), z(i, 2, theta)
    return (
        chain(exp(second) / Sum(exp(z(i, l, theta)), (l, 1, 2)), Given((), ()))
        .by(rules.last_term, rules.last_term, rules.empty_sum, reason="the two terms")
        .eq(1 / (1 + exp(-(second - first))))
        .qed("two-classes", "With two classes softmax is the logistic function of the difference of the logits")
    )


PROOFS = (log_likelihood, same_optimum, softmax_regression, log_sum_exp, two_classes)
NOTATION = {"p": {"subscripts": 2}, "z": {"subscripts": 2}, "CE": {"latex": r"\mathrm{CE}"}}
MEANINGS = {"L": "the likelihood", "CE": "the mean categorical cross-entropy, in nats"}


def document() -> Document:
    return Document("categorical", TITLE, tuple(proof() for proof in PROOFS), NOTATION, MEANINGS)

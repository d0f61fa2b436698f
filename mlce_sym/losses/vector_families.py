"""Families with vectors of parameters: class probabilities, logits, counts of classes, and a mean in ℝ^d.

That −log L is n · loss plus constants is proved here, for the density as it stands; slopes and estimates are read off
from theorems of the book, which are checked again with it.

>>> found = loss_of(VECTORS["categorical"])
>>> found.loss, found.estimate_status
(-Sum(log(p[y[i]]), (i, 1, n))/n, 'proved: the only maximiser')
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, cast

from sympy import (
    Basic,
    Expr,
    Function,
    Indexed,
    IndexedBase,
    Interval,
    KroneckerDelta,
    Lambda,
    Product,
    Range,
    S,
    Set,
    Sum,
    Symbol,
    exp,
    factorial,
    log,
    oo,
    symbols,
)

from .. import rules
from ..border.binding import hygienic
from ..border.given import Definition, Given
from ..border.nodes import Equals, ForAll, IndexRange, Le, Lt, Member
from ..derivations import page
from ..evidence import Finding
from ..families.family import Family, Named, Unsupported
from ..kernel.theorem import Theorem
from ..prover import Chain, chain, use
from ..prover.document import Proof
from ..prover.tactics import equated
from .claims import AtTheOptimum, Constant, Factor, Instance, Meaning, Negative, Opposite, Proved, Reading, Stated
from .derived import BY_MODEL, Dropped
from .loss import Loss

NOT_EXAMINED = Finding("undecided", why="sums and integrals over vectors are not evaluated")

COVARIANCE = {"Sigma": {"latex": r"\Sigma", "text": "Sigma"}}  # in text, Σ is a sum

c, d, i, j, k, l, m, n, K, label, ell = symbols("c d i j k l m n K y ell")  # noqa: E741
A, Sigma, mu, p, y, z = map(IndexedBase, ("A", "Sigma", "mu", "p", "y", "z"))
observations, classes = (i, 1, n), (k, 1, K)
positive = Interval.open(0, oo)
sizes = (Member(n, S.Integers), Le(1, n))
some_classes = (*sizes, Member(K, S.Integers), Le(1, K))
in_classes = ForAll(Member(y[i], IndexRange(1, K)), observations)
probabilities = ForAll(Lt(0, p[k]), classes)


@dataclass(frozen=True)
class Read:
    """A value to be read off a theorem of the book; `of` says of what, where that is a part of the loss."""

    page: str
    theorem: str
    how: Reading
    of: str = ""

    @property
    def claim(self) -> Proved:
        proof = next(proof for proof in page(self.page).document().proofs if proof.name == self.theorem)
        return Proved(proof, self.how, f"{self.of}: {self.page}, {self.theorem}")


@dataclass(frozen=True)
class Vectors:
    """A family: the density of the observation i, what is given, the loss with what is dropped, and where the book
    has the slopes and the estimates; `besides` are estimates without a theorem."""

    family: Family
    each: Expr
    given: tuple[Basic, ...]
    loss: Expr
    constants: tuple[Expr, ...]
    gradient: Mapping[Expr, Read]
    hessian: Mapping[tuple[Expr, Expr], Read]
    estimates: Mapping[Expr, Read] = field(default_factory=dict)
    besides: Mapping[Expr, Expr] = field(default_factory=dict)
    conditions: tuple[Basic, ...] = ()
    counts: tuple[Expr, ...] = ()  # of a class in one observation, where the slopes are those of −Σ_k w_k log p_k
    more: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # theorems, by page

    @property
    def reads(self) -> tuple[Read, ...]:
        return (*self.gradient.values(), *self.hessian.values(), *self.estimates.values())


def loss_of(vectors: Vectors) -> Loss:
    """The loss of such a family, in the form of all losses."""
    names = {name: dict.fromkeys(theorems) for name, theorems in vectors.more.items()}
    for read in vectors.reads:
        names.setdefault(read.page, {})[read.theorem] = None
    pages = {name: page(name) for name in names}
    book = (proof for name, wanted in names.items() for proof in needed(pages[name].document().proofs, wanted))
    whole, gradient = log_likelihood(vectors), {entry: read.claim for entry, read in vectors.gradient.items()}
    factor = Proved(whole, Factor(str(ell)))
    constants = (Proved(whole, Constant(str(ell), place)) for place in range(len(vectors.constants)))
    return Loss(
        vectors.family,
        Proved(whole, Negative()),
        Proved(whole, Meaning(str(ell))),
        (Dropped("factor", factor), *(Dropped("constant", constant) for constant in constants)),
        gradient,
        {pair: read.claim for pair, read in vectors.hessian.items()},
        {entry: replace(claim, read=Opposite(claim.read, factor)) for entry, claim in gradient.items()},
        {},
        NOT_EXAMINED,
        {
            **{entry: read.claim for entry, read in vectors.estimates.items()},
            **{entry: Stated(value) for entry, value in vectors.besides.items()},
        },
        tuple(map(Stated, vectors.conditions)),
        BY_MODEL,
        (*book, whole, *by_classes(vectors)),
        notation={name: how for one in pages.values() for name, how in one.NOTATION.items()} | COVARIANCE,
        meanings={name: words for one in pages.values() for name, words in one.MEANINGS.items()},
    )


def log_likelihood(vectors: Vectors) -> Proof:
    """log Π_i f(y_i) = −n ℓ − constants, where ℓ is the loss. Raises Unsupported."""
    left, rest = log(Product(vectors.each, observations)), sum(vectors.constants)
    of_loss = Definition(ell, vectors.loss)
    theorem = equated(left, -n * vectors.loss - rest, Given(vectors.given, (of_loss,)))
    if theorem is None:
        raise Unsupported(f"{left} and {-n * vectors.loss - rest} are not seen to be equal")
    line = Chain(theorem).eq(-n * ell - rest, by=use(of_loss))
    return line.qed("negative-log-likelihood", "The log-likelihood, the loss, and what is dropped")


def by_classes(vectors: Vectors) -> Iterator[Proof]:
    """The loss as −Σ_k w_k log p_k, which the book's theorems are about, where w_k is the mean of these counts."""
    for count in vectors.counts:
        over_classes = -Sum(Sum(count * log(p[k]), classes), observations) / n
        exchanged = -Sum(Sum(count, observations) * log(p[k]), classes) / n
        line = chain(vectors.loss, Given(vectors.given))
        if vectors.loss != over_classes:
            line = line.eq(over_classes, by=rules.sifting)
        line = line.eq(exchanged, by=(rules.exchange_of_sums, use(rules.constant_factor, c=log(p[k]))))
        line = line.eq(-Sum(mean(count) * log(p[k]), classes), by=use(rules.constant_factor, c=1 / n))
        yield line.qed("loss-by-class", "The loss as a sum over the classes")


def entry(of: Indexed, domain: Set) -> Named:
    """An entry stands where another family has a symbol."""
    return Named(cast(Symbol, of), domain)


def mean(term: Expr) -> Expr:
    """Over the observations."""
    found: Expr = Sum(term, observations) / n
    return found


def needed(proofs: Iterable[Proof], wanted: Iterable[str]) -> tuple[Proof, ...]:
    """The proofs of these names, with those that they use, in the order of their document."""
    known = {proof.name: proof for proof in proofs}
    found: set[str] = set()
    waiting = list(wanted)
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += used(known[name].theorem)
    return tuple(proof for name, proof in known.items() if name in found)


def used(theorem: Theorem) -> Iterator[str]:
    """The names of the theorems that a proof uses."""
    for step in theorem.steps:
        yield from (str(step.by),) if step.kind == "theorem" else ()
        yield from (condition.theorem for condition in step.conditions if condition.theorem is not None)


# Class probabilities

CLASSES = "class-probabilities"
is_k = KroneckerDelta(k, y[i])
seen, counted = Sum(is_k, observations), Sum(y[i, k], observations)


def by_class(count: Expr) -> dict[str, Any]:
    """Gradient and Hessian of −Σ_k w_k log p_k, where w_k is the mean of the counts."""
    names = {IndexedBase("w"): Lambda(k, mean(count)), j: k}
    mixed = Read(CLASSES, "curvature", Instance(tuple(names.items()), KroneckerDelta(k, l)))
    return {
        "gradient": {p[k]: Read(CLASSES, "slope", Instance(tuple(names.items())))},
        "hessian": {(p[k], p[l]): mixed},
    }


CATEGORICAL = Vectors(
    Family(
        "categorical",
        "Categorical, probabilities of K classes that add up to 1",
        p[label],
        Named(label, Range(1, K + 1)),
        (entry(p[k], positive),),
        called="categorical cross-entropy",
    ),
    p[y[i]],
    (*some_classes, in_classes, probabilities),
    -Sum(log(p[y[i]]), observations) / n,
    (),
    **by_class(is_k),
    estimates={p[k]: Read(CLASSES, "categorical", AtTheOptimum())},
    conditions=(ForAll(Lt(0, seen), classes),),
    more={CLASSES: ("term-of-a-class",)},
    counts=(is_k,),
)

whole = tuple(ForAll(ForAll(one, classes), observations) for one in (Member(y[i, k], S.Integers), Le(0, y[i, k])))
MULTINOMIAL = Vectors(
    Family(
        "multinomial",
        "Multinomial, probabilities of K classes that add up to 1, counts of m trials",
        factorial(m) * Product(p[k] ** y[k] / factorial(y[k]), classes),
        entry(y[k], S.Naturals0),
        (entry(p[k], positive),),
        (Named(m, S.Naturals),),
        called="categorical cross-entropy with counts",
    ),
    factorial(m) * Product(p[k] ** y[i, k] / factorial(y[i, k]), classes),
    (*some_classes, Member(m, S.Integers), Le(1, m), *whole, probabilities),
    -Sum(Sum(y[i, k] * log(p[k]), classes), observations) / n,
    (-n * log(factorial(m)), Sum(Sum(log(factorial(y[i, k])), classes), observations)),
    **by_class(y[i, k]),
    estimates={p[k]: Read(CLASSES, "multinomial", AtTheOptimum())},
    conditions=(ForAll(Lt(0, counted), classes),),
    more={CLASSES: ("term-of-a-class",)},
    counts=(y[i, k],),
)

ONE = " of the term of one observation"
in_logits = ((IndexedBase("z"), Lambda(k, z[i, k])), (j, k), (symbols("h"), l), (symbols("y_0"), y[i]))
partition = Sum(exp(z[i, l]), (l, 1, K))
SOFTMAX = Vectors(
    Family(
        "softmax",
        "Softmax of K logits, which a model gives for each observation",
        exp(z[label]) / Sum(exp(z[l]), (l, 1, K)),
        Named(label, Range(1, K + 1)),
        (entry(z[i, k], S.Reals),),
        called="softmax cross-entropy",
    ),
    exp(z[i, y[i]]) / partition,
    (*some_classes, in_classes),
    Sum(log(partition) - z[i, y[i]], observations) / n,
    (),
    {z[i, k]: Read(CLASSES, "slope-in-a-logit", Instance(in_logits, 1 / n), ONE)},
    {(z[i, k], z[i, l]): Read(CLASSES, "curvature-in-logits", Instance(in_logits, 1 / n), ONE)},
    more={"categorical": ("log-sum-exp", "softmax")},
)

# The Gaussian

GAUSSIAN = "multivariate-gaussian"
average = Lambda(j, mean(y[i, j]))
residual, of_one = Lambda(j, y[i, j] - mu[j]), Lambda(j, y[j] - mu[j])
at_mu = ((IndexedBase("m"), Lambda(j, mu[j])), (l, j), (symbols("h"), k))


def squared_distance(r: Lambda) -> Expr:
    """Σ_jk r_j A_jk r_k."""
    return Sum(Sum(r(j) * A[j, k] * r(k), (k, 1, d)), (j, 1, d))


scatter = hygienic(mean((y[i, j] - average(j)) * (y[i, k] - average(k))))
MULTIVARIATE = Vectors(
    Family(
        GAUSSIAN,
        "Multivariate Gaussian, mean with known precision A, the inverse of the covariance Sigma",
        c * exp(-squared_distance(of_one) / 2),
        entry(y[j], S.Reals),
        (entry(mu[j], S.Reals),),
        (Named(c, positive), entry(A[j, k], S.Reals)),
        called="half the mean squared Mahalanobis distance",
    ),
    c * exp(-squared_distance(residual) / 2),
    (*sizes, Member(d, S.Integers), Le(1, d), Lt(0, c)),
    Sum(squared_distance(residual), observations) / (2 * n),
    (-n * log(c),),
    {mu[j]: Read(GAUSSIAN, "gradient", Instance((*at_mu, (Function("ybar"), average))))},
    {(mu[j], mu[k]): Read(GAUSSIAN, "hessian-entry", Instance(at_mu))},
    {mu[j]: Read(GAUSSIAN, "estimate", AtTheOptimum())},
    {Sigma[j, k]: cast(Expr, scatter)},
    (ForAll(ForAll(Equals(A[j, k], A[k, j]), (k, 1, d)), (j, 1, d)),),
    more={GAUSSIAN: ("log-likelihood",)},
)

VECTORS = {one.family.name: one for one in (CATEGORICAL, SOFTMAX, MULTINOMIAL, MULTIVARIATE)}

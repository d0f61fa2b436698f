"""A vector of coefficients: the loss in η_i, one number of each observation, at η_i = Σ_k x_ik b_k.

What is proved for any η_i is proved for these; the slopes are derivatives in the entries b_j of the sum itself.

>>> from sympy import S, exp, factorial
>>> from mlce_sym.families.family import Family, Named
>>> y, eta, d = symbols("y eta d")
>>> rate = Family("counts", "Counts", exp(y * eta - exp(eta)) / factorial(y), Named(y, S.Naturals0),
...     (Named(eta, S.Reals, each=True),), (Named(d, S.Naturals),))
>>> from .derive import loss_of
>>> found = in_coefficients(loss_of(rate), (Linear(eta, "x", "b", d),))
>>> next(iter(found.gradient.values())).value
Sum((exp(Sum(b[k]*x[i, k], (k, 1, d))) - y[i])*x[i, j], (i, 1, n))/n
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, cast

from sympy import Basic, Derivative, Dummy, Expr, IndexedBase, Lambda, S, Sum, Symbol, latex, symbols

from .. import rules
from ..border.binding import in_sympys_nodes, occurrences, substitute
from ..border.given import Given
from ..border.nodes import DerivativeAt, IndexRange, Le, Member, derivative
from ..families.family import Named
from ..prover import Chain, chain, use
from ..prover.calculus import worked_out
from ..prover.document import Line, Proof, lemmas
from ..prover.entries import in_place
from ..prover.justification import first_place
from ..prover.logic import equal
from ..terms.errors import Refused
from .bends import NotConvex
from .claims import ByNumbers, BySymPy, Claim, Proved, RightSide, score
from .convexity import Convexity, NotKnown, Shown, Statement, forms, proofs_of
from .derived import BY_MODEL
from .loss import Loss
from .positive import apart_from_kinks, where_positive
from .setting import Setting, inner_name, open_set
from .slopes import ALMOST, given_at_a_point, slope_of_one
from .tidy import tidied

MOST_SIFTED = 8
NORMAL = "no closed form: the coefficients solve that the gradient is 0"


@dataclass(frozen=True)
class Linear:
    """η_i = Σ_k x_ik b_k, for k from 1 to d: the names of η, of the vectors, and of d."""

    eta: Symbol
    x: str
    b: str
    d: Symbol

    @property
    def X(self) -> IndexedBase:
        return IndexedBase(inner_name(Symbol(self.x)))

    @property
    def B(self) -> IndexedBase:
        return IndexedBase(inner_name(Symbol(self.b)))


@dataclass(frozen=True)
class Composed:
    """The terms that the theorems are about."""

    setting: Setting
    linears: tuple[Linear, ...]

    @cached_property
    def indices(self) -> tuple[Symbol, Symbol, Symbol]:
        j, k, l = map(self.setting.name, ("j", "k", "l"))  # noqa: E741
        return j, k, l

    def product(self, linear: Linear, coefficients: Any = None) -> Expr:
        """Σ_k x_ik b_k."""
        k, b = self.indices[1], coefficients or linear.B
        return Sum(linear.X[self.setting.i, k] * (b(k) if callable(b) else b[k]), (k, 1, linear.d))

    @cached_property
    def loss(self) -> Expr:
        return self.along({})

    def along(self, moved: dict[Linear, Lambda]) -> Expr:
        """The mean loss, where the coefficients of some products are others."""
        i = self.setting.i
        put = {self.setting.vector(one.eta): Lambda(i, self.product(one, moved.get(one))) for one in self.linears}
        return substitute(self.setting.mean(self.setting.parts.loss), put)

    @cached_property
    def given(self) -> Given:
        j, _, l = self.indices  # noqa: E741
        entries = (Member(index, IndexRange(1, one.d)) for one in self.linears for index in (j, l))
        return Given((*given_at_a_point(self.setting).hypotheses, *dict.fromkeys(entries)))

    @cached_property
    def names(self) -> tuple[tuple[Any, Basic], ...]:
        """What the kernel's names stand for."""
        vectors = ((old, IndexedBase(new)) for one in self.linears for old, new in ((one.X, one.x), (one.B, one.b)))
        return (*self.setting.own_names, *((old, new) for old, new in vectors if old != new))

    def shown(self, term: Basic) -> Any:
        return in_sympys_nodes(substitute(term, dict(self.names)))

    def variable(self, p: Symbol, index: Symbol) -> Expr:
        """A parameter; or the entry of the coefficients that stand for it."""
        found = next((one for one in self.linears if one.eta == p), None)
        return p if found is None else found.B[index]

    def variables(self, path: Sequence[Symbol]) -> list[Expr]:
        return [self.variable(p, index) for p, index in zip(path, (self.indices[0], self.indices[2]), strict=False)]

    def entries(self, path: Sequence[Symbol]) -> list[Expr]:
        """x_ij for the coefficients in a path, in this order of j and l."""
        at = zip(path, (self.indices[0], self.indices[2]), strict=False)
        by_eta = {one.eta: one.X for one in self.linears}
        return [by_eta[p][self.setting.i, index] for p, index in at if p in by_eta]


def in_coefficients(found: Loss, linears: tuple[Linear, ...]) -> Loss:
    """The loss in the coefficients, and in the other parameters."""
    composed = Composed(Setting(apart_from_kinks(where_positive(found.family))), linears)
    first, second, slopes = _slopes(composed)
    bent = {
        composed.shown(composed.variable(p, composed.indices[1])): _bent(composed, found, p)
        for p in composed.setting.symbols
    }
    sizes = {one.d for one in linears}
    factor = cast(Proved, _at(composed, found.dropped[0].claim))
    return replace(
        found,
        family=_family(composed, found),
        scored=replace(found.family, known=tuple(one for one in found.family.known if one.symbol not in sizes)),
        whole=_at(composed, found.whole),
        mean=_at(composed, found.mean),
        dropped=tuple(replace(one, claim=_at(composed, one.claim)) for one in found.dropped),
        gradient=first,
        hessian=second,
        scores={p: score(claim, factor) for p, claim in first.items()},
        informations=_information(composed, found),
        convexity=bent,
        instead=NORMAL if found.instead == BY_MODEL else found.instead,
        proofs=tuple(_with_lemmas(found.proofs, (*slopes, *proofs_of(bent)))),
    )


def _with_lemmas(before: tuple[Proof, ...], more: Iterable[Proof]) -> Iterator[Proof]:
    """Each once, after what it rests on."""
    found = {proof.name: proof for proof in before}
    for proof in more:
        for one in (*(Proof(lemma, role="lemma") for lemma in lemmas(proof.derivation)), proof):
            found.setdefault(one.name, one)
    yield from found.values()


def _at(composed: Composed, claim: Any) -> Any:
    """A claim for any η_i as one for these."""
    i = composed.setting.i
    put = {IndexedBase(one.eta.name): Lambda(i, composed.shown(composed.product(one))) for one in composed.linears}
    names = tuple((old, substitute(new, put)) for old, new in claim.read.names)
    return replace(claim, read=replace(claim.read, names=names))


def _family(composed: Composed, found: Loss) -> Any:
    """As it is reported: b_k for the parameter, x_ik for what is known."""
    k, i = composed.indices[1], composed.setting.i
    put = {one.eta: composed.shown(composed.product(one)) for one in composed.linears}
    by_eta = {one.eta: Named(cast(Symbol, IndexedBase(one.b)[k]), S.Reals) for one in composed.linears}
    features = dict.fromkeys(Named(cast(Symbol, IndexedBase(one.x)[i, k]), S.Reals) for one in composed.linears)
    own = {composed.setting.z: composed.setting.z}
    return replace(
        found.family,
        density=substitute(found.family.density, {**own, **put}),
        parameters=tuple(by_eta.get(one.symbol, one) for one in found.family.parameters),
        known=(*found.family.known, *features),
    )


def _information(composed: Composed, found: Loss) -> dict[tuple[Expr, Expr], Claim]:
    """That of one observation in η and the others, by the chain rule."""
    s, table = composed.setting, dict[tuple[Expr, Expr], Claim]()
    j, _, l = composed.indices  # noqa: E741
    order = s.symbols
    for p, q in ((p, q) for place, p in enumerate(order) for q in order[place:]):
        value = found.information.get((s.shown(p), s.shown(q)))
        if value is None:
            return {}
        put = {IndexedBase(o.eta.name): Lambda(s.i, composed.shown(composed.product(o))) for o in composed.linears}
        times = [composed.shown(entry) for entry in composed.entries((p, q))]
        pair = composed.shown(composed.variable(p, j)), composed.shown(composed.variable(q, l))
        table[pair] = ByNumbers(_times(substitute(value, put), times))
    return table


def _times(value: Expr, factors: list[Expr]) -> Expr:
    for factor in factors:
        value *= factor
    return value


# Slopes


def _slopes(composed: Composed) -> tuple[dict[Expr, Claim], dict[tuple[Expr, Expr], Claim], tuple[Proof, ...]]:
    """Gradient and Hessian, with what they rest on."""
    (j, _, l), order = composed.indices, composed.setting.symbols  # noqa: E741
    start: dict[Symbol, Expr | None] = {}
    first, second, proofs = dict[Expr, Claim](), dict[tuple[Expr, Expr], Claim](), list[Proof]()
    for p in order:
        claim, start[p] = _slope(composed, composed.loss, (p,))
        first[composed.shown(composed.variable(p, j))] = claim
        proofs += [claim.proof] if isinstance(claim, Proved) else []
    for p, q in ((p, q) for place, p in enumerate(order) for q in order[place:]):
        claim, _ = _slope(composed, start[p], (p, q))
        second[composed.shown(composed.variable(p, j)), composed.shown(composed.variable(q, l))] = claim
        proofs += [claim.proof] if isinstance(claim, Proved) else []
    return first, second, tuple(proofs)


def _slope(composed: Composed, before: Expr | None, path: tuple[Symbol, ...]) -> tuple[Claim, Expr | None]:
    """The derivative in the last one of a path, and what it is in the kernel's names where it is proved."""
    try:
        worked = _neat(composed, _by_calculus(composed, before, path), path)
    except Refused:
        value, smooth = slope_of_one(composed.setting, path)
        put = {
            composed.setting.vector(o.eta): Lambda(composed.setting.i, composed.product(o)) for o in composed.linears
        }
        inside = _times(value, composed.entries(path))
        mean = substitute(composed.setting.mean(inside), put) if inside != 0 else S.Zero
        return BySymPy(composed.shown(mean), "" if smooth else ALMOST), None
    title = f"The derivative in {' and '.join(f'${latex(composed.shown(v))}$' for v in composed.variables(path))}"
    proof = worked.qed("-".join(("slope-of-mean", *map(str, path))), title)
    return Proved(proof, RightSide(composed.names)), cast(Expr, worked.expression)


def _by_calculus(composed: Composed, before: Expr | None, path: tuple[Symbol, ...]) -> Chain:
    """The derivative by the kernel's rules. Raises Refused where they do not do."""
    if before is None:
        raise Refused("what is differentiated is not the kernel's")
    p, variable = path[-1], composed.variables(path)[-1]
    if variable == p:
        domain = next(open_set(one.domain) for one in composed.setting.family.parameters if one.symbol == p)
        if domain is None:
            raise Refused("no open set")
        start = chain(derivative(before, p, domain), composed.given)
    else:
        start = chain(Derivative(before, variable), composed.given)
    theorem = in_place(worked_out(start.derivation))
    for _ in range(MOST_SIFTED):
        longer = first_place(theorem, use(rules.sifting))
        if longer is None:
            break
        theorem = longer
    theorem = first_place(theorem, use(rules.sum_of_constant)) or theorem
    if any(isinstance(part, DerivativeAt) for part in occurrences(theorem.rhs)):
        raise Refused("the rules of calculus do not do")
    return Chain(theorem, (Line(len(theorem.steps), "calculus"),))


def _neat(composed: Composed, worked: Chain, path: tuple[Symbol, ...]) -> Chain:
    """With x_ij out of the bracket, where the kernel sees that it is the same."""
    value = cast(Expr, worked.expression)
    target = value.replace(
        lambda part: isinstance(part, Sum) and part.limits[0][0] == composed.setting.i,
        lambda total: Sum(_collected(composed, total.function, composed.entries(path)), *total.limits),
    )
    try:
        return worked if target == value else worked.eq(target, reason="simplified")
    except Refused:
        return worked


def _collected(composed: Composed, body: Expr, entries: list[Expr]) -> Expr:
    """c x_ij x_il, where the body is linear in each, with c in a simple form."""
    products = {composed.product(one): Dummy(one.eta.name) for one in composed.linears}
    short, c = {entry: Dummy("x") for entry in entries}, body.xreplace(products)
    for entry, own in short.items():
        c = c.xreplace({entry: own}).diff(own)
    if any(c.has(own) for own in short.values()):
        return body
    return _times(tidied(c).xreplace({w: product for product, w in products.items()}), entries)


# Convexity


def _bent(composed: Composed, found: Loss, p: Symbol) -> Convexity:
    """In all coefficients together; of another parameter what was found before holds for these η_i."""
    linear = next((one for one in composed.linears if one.eta == p), None)
    one = found.convexity.get(composed.setting.shown(p), NotKnown())
    if isinstance(one, NotConvex):
        return replace(one, at=_with_one_feature(composed, one))
    if linear is None:
        return one
    return next(_convex(composed, linear), NotKnown()) if isinstance(one, Shown) else NotKnown()


def _with_one_feature(composed: Composed, one: NotConvex) -> dict[Symbol, Expr]:
    """Values of η_i as those of the coefficients, where d = 1 and all x_i are 1."""
    names = {o.eta: Symbol(o.b) for o in composed.linears}
    ones = {symbol: S.One for o in composed.linears for symbol in (Symbol(o.x), o.d)}
    return {**{names.get(symbol, symbol): value for symbol, value in one.at.items()}, **ones}


def _convex(composed: Composed, linear: Linear) -> Iterator[Shown]:
    """The theorem that 0 ≤ d²ℓ/dt² where b moves along any line b + t v."""
    (_, k, _), s = composed.indices, composed.setting
    t, v = s.name("t"), IndexedBase("v")
    moved = Lambda(k, linear.B[k] + t * v[k])
    along, ahead, step = composed.along({linear: moved}), composed.product(linear, moved), composed.product(linear, v)
    once = derivative(along, t, S.Reals)
    try:
        first = _neat_along(s, Chain(worked_out(chain(once, composed.given).derivation)), ahead, step, 1)
        slope = first.qed(f"slope-along-{linear.b}", "The derivative along a line", role="lemma")
        start = chain(derivative(once, t, S.Reals), composed.given).by(slope)
        second = _neat_along(s, Chain(worked_out(start.derivation)), ahead, step, 2)
    except Refused:
        return
    bend = second.qed(f"bend-{linear.b}", "The second derivative along a line", role="lemma")
    for form in dict.fromkeys(_forms_along(s, cast(Expr, second.expression), ahead, step)):
        if not equal(second.expression, form):
            continue
        try:
            line = chain(Le(0, derivative(once, t, S.Reals)), composed.given).by(bend)
            line = line.eq(Le(0, form)).by(rules.known_bound)
        except Refused:
            continue
        convex = line.qed(f"convex-{linear.b}", "The loss is convex along every line")
        yield Shown(Proved(convex, Statement()), (slope, bend))


def _neat_along(s: Setting, worked: Chain, ahead: Expr, step: Expr, power: int) -> Chain:
    """The slope, or the second derivative, as a sum of c_i times that power of Σ_k x_ik v_k. Raises Refused."""
    value = cast(Expr, worked.expression)
    target = next(_forms_along(s, value, ahead, step, power), value)
    return worked if target == value else worked.eq(target, reason="simplified")


def _forms_along(s: Setting, value: Expr, ahead: Expr, step: Expr, power: int = 2) -> Iterator[Expr]:
    """Σ_i c_i (Σ_k x_ik v_k)^power, with c_i in some forms."""
    w, u = symbols("w u", cls=Dummy)
    for total in value.atoms(Sum):
        if total.limits[0][0] == s.i:
            c = total.function.xreplace({ahead: w}).xreplace({step: u}).diff(u, power) / power
            for form in (tidied(c), *forms(c)) if not c.has(u) else ():
                yield value.xreplace({total: Sum(form.xreplace({w: ahead}) * step**power, *total.limits)})

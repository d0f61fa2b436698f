"""A vector of coefficients: the loss in η_i, one number of each observation, at η_i = Σ_k x_ik b_k.

What is proved for any η_i is proved for these; the slopes are derivatives in the entries b_j of the sum itself.

>>> from sympy import S, exp, factorial, symbols
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

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any, cast

from sympy import Derivative, Dummy, Expr, IndexedBase, Lambda, S, Sum, Symbol, latex

from .. import rules
from ..border.binding import occurrences, substitute
from ..border.nodes import DerivativeAt, Le, derivative
from ..families.family import Named
from ..prover import Chain, chain, use
from ..prover.calculus import worked_out
from ..prover.document import Line, Proof, lemmas
from ..prover.entries import in_place
from ..prover.justification import first_place
from ..terms.errors import Refused
from .along import Along
from .bends import NotConvex
from .claims import ByNumbers, BySymPy, Claim, Proved, RightSide, score
from .composed import Composed, Linear
from .convexity import Convexity, NotKnown, Shown, Statement, proofs_of
from .derived import BY_MODEL
from .in_turn import Estimates
from .loss import Loss
from .positive import apart_from_kinks, where_positive
from .score_equations import solved
from .setting import Setting, open_set
from .slopes import ALMOST, slope_of_one
from .tidy import tidied, with_signs

MOST_SIFTED = 8
NORMAL = "no closed form: the coefficients solve that the gradient is 0"


def in_coefficients(found: Loss, linears: tuple[Linear, ...]) -> Loss:
    """The loss in the coefficients, and in the other parameters."""
    composed = Composed(Setting(apart_from_kinks(where_positive(found.family))), linears)
    first, second, slopes = _slopes(composed)
    bent = {_entry(composed, p): _bent(composed, found, p) for p in composed.setting.symbols}
    sizes = {one.d for one in linears}
    factor = cast(Proved, _at(composed, found.dropped[0].claim))
    best = solved(composed)
    rest = Estimates() if best is None else best.others(composed)
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
        solving={} if best is None else {_entry(composed, composed.linears[0].eta): best.equations},
        estimated={p: _at(composed, claim) for p, claim in rest.claims.items()},
        supposed=tuple(_at(composed, claim) for claim in rest.conditions),
        notation={**found.notation, **{str(one.B): {"subscripts": 1} for one in linears}},
        meanings={**found.meanings, **(best.meanings if best else {})},
        proofs=tuple(
            _with_lemmas(found.proofs, (*slopes, *proofs_of(bent), *(best.proofs if best else ()), *rest.proofs))
        ),
    )


def _entry(composed: Composed, p: Symbol) -> Any:
    """A parameter, or b_k."""
    return composed.shown(composed.variable(p, composed.indices[1]))


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
    target = with_signs(target, composed.setting.sign)
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
    return (_convex(Along(composed, linear)) if isinstance(one, Shown) else None) or NotKnown()


def _with_one_feature(composed: Composed, one: NotConvex) -> dict[Symbol, Expr]:
    """Values of η_i as those of the coefficients, where d = 1 and all x_i are 1."""
    names = {o.eta: Symbol(o.b) for o in composed.linears}
    ones = {symbol: S.One for o in composed.linears for symbol in (Symbol(o.x), o.d)}
    return {**{names.get(symbol, symbol): value for symbol, value in one.at.items()}, **ones}


def _convex(along: Along) -> Shown | None:
    """The theorem that 0 ≤ d²ℓ/dt² where b moves along any line b + t v."""
    try:
        slope, bend, ways = along.slope, along.bend, list(along.bends())
    except Refused:
        return None
    for form in ways:
        try:
            line = chain(Le(0, along.second), along.given).by(bend).eq(Le(0, form)).by(rules.known_bound)
        except Refused:
            continue
        convex = line.qed(f"convex-{along.linear.b}", "The loss is convex along every line")
        return Shown(Proved(convex, Statement()), (slope, bend))
    return None

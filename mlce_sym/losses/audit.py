"""Losses that libraries ship, audited: of which family each is the loss, proved; or that it is none of any.

>>> found = audit(shipped("torch.PoissonNLLLoss"))
>>> found.word, found.shipped.family
('proved', 'poisson-log-rate')
>>> audit(shipped("sklearn.hinge_loss")).word
'none as it stands: the total of exp(−loss) over y is 0.735759 at x = 0 and 1.13534 at x = 1'
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches

from sympy import Basic, Expr, Interval, Rational, S, exp

from ..border.binding import in_own_nodes, substitute
from ..border.encoding import encode
from ..border.given import Given
from ..certificate.writing import certified
from ..evidence import Finding, Undecided, total
from ..evidence.samples import samples
from ..families.families import family
from ..families.family import Family, facts
from ..families.shipped import SHIPPED, Shipped, x, y
from ..prover import Chain
from ..prover.document import Proof
from ..prover.strategies import proved
from ..terms.errors import NoSuchName
from ..writers import text_terms
from .array_code import array_code
from .setting import Setting
from .vector_families import VECTORS, loss_of

INSIDE, ANYWHERE = (Rational(1, 2), Rational(9, 10)), (S.Zero, S.One)
NO_FAMILY = "of no family here; the total of exp(−loss) over y is the same wherever it was tried"


@dataclass(frozen=True)
class Audit:
    """What was found: a theorem formula = times · loss + rest, or a reason why there is none."""

    shipped: Shipped
    proof: Proof | None
    reason: str = ""

    @property
    def word(self) -> str:
        return "proved" if self.proof is not None else self.reason

    def __str__(self) -> str:
        return "\n".join(f"  {label:<10}{said}" for label, said in _rows(self)) + "\n"


def shipped(name: str) -> Shipped:
    """The loss of that name, with or without the parts of a module's path. Raises NoSuchName."""
    names = {plain: (full, one) for one in SHIPPED for full in one.names for plain in _spelled(full)}
    if name.lower() not in names:
        near = dict.fromkeys(names[plain][0] for plain in get_close_matches(name.lower(), names, n=3))
        hint = f"did you mean {' or '.join(near)}?" if near else "`mlce loss --shipped all` lists them"
        raise NoSuchName(f"no loss {name!r} is known of a library; {hint}")
    return names[name.lower()][1]


def _spelled(full: str) -> Iterator[str]:
    yield full.lower()
    yield full.lower().replace(".nn.", ".")
    yield full.lower().rpartition(".")[2]


def audit(one: Shipped) -> Audit:
    """The theorem on a loss, where its family is declared; else what the totals of exp(−loss) say."""
    if not one.family:
        return Audit(one, None, _totals(one))
    right = one.times * substitute(_loss_of_one(one.family), dict(one.at)) + one.rest
    found = proved(in_own_nodes(one.formula), in_own_nodes(right), Given(tuple(_facts(one))))
    if found is None:
        return Audit(one, None, f"not shown to be the loss of {one.family}")
    return Audit(one, Chain(found).qed("shipped", f"A loss of {_family(one.family).title}"))


def _family(name: str) -> Family:
    return VECTORS[name].family if name in VECTORS else family(name)


def _loss_of_one(name: str) -> Expr:
    """The loss of one observation."""
    if name in VECTORS:
        return array_code(loss_of(VECTORS[name])).forms["loss"].term
    return Setting(family(name)).parts.loss


def _facts(one: Shipped) -> Iterator[Basic]:
    """Where the prediction, the observation, and what else stands in the formula lie."""
    if one.family in VECTORS:
        yield from VECTORS[one.family].given
        return
    own = family(one.family)
    yield from facts(x, one.predicted)
    yield from facts(y, own.data.domain if one.support is None else one.support)
    for named in (*own.parameters, *own.known):
        yield from () if named.symbol in one.at else facts(named.symbol, named.domain)


def _totals(one: Shipped) -> str:
    """Whether exp(−loss) may be a density up to a factor: not where its totals at two predictions certainly differ."""
    first, second = INSIDE if isinstance(one.predicted, Interval) and one.predicted.end == 1 else ANYWHERE
    others = dict.fromkeys(sorted(one.formula.free_symbols - {x, y}, key=str), S.One)
    support = S.Reals if one.support is None else one.support
    try:
        totals = [total(exp(-one.formula), y, support, {**others, x: point}) for point in (first, second)]
    except Undecided as reason:
        return f"not known: {reason}"
    low, high = (found.value for found in totals)
    if low.overlaps(high) or not all(found.rigorous for found in totals):
        return NO_FAMILY
    at = " and ".join(f"{v.str(6, radius=False)} at x = {point}" for v, point in ((low, first), (high, second)))
    return f"none as it stands: the total of exp(−loss) over y is {at}"


def up_to_a_factor(own: Family) -> Finding | None:
    """That a function is a density once it is divided by its total, where that is the same for several parameters."""
    known = {one.symbol: one.domain for one in own.known}
    tried = samples({**known, **{one.symbol: one.domain for one in own.parameters}})
    at = [{**values, **{symbol: tried[0][symbol] for symbol in known}} for values in tried]
    try:
        totals = [total(own.density, own.data.symbol, own.data.domain, values) for values in at]
    except Undecided:
        return None
    first = totals[0].value
    if not all(found.rigorous and found.value.is_finite() and found.value.overlaps(first) for found in totals):
        return None
    at_known = "".join(f" at {symbol} = {tried[0][symbol]}" for symbol in known)
    number = f"{first.str(6, radius=False)}{at_known}"
    return Finding("undecided", why=f"its total is {number}, whatever the parameters were; divided by it, it is one")


def _rows(found: Audit) -> Iterator[tuple[str, str]]:
    one = found.shipped
    yield "names", ", ".join(one.names)
    yield "loss", _text(one.formula) + (f"   ({one.setting})" if one.setting else "")
    if found.proof is None:
        yield "family", found.word
        return
    own = _family(one.family)
    at = ", ".join(f"{_text(s)} = {_text(value)}" for s, value in one.at.items() if s != y)
    of = f", of {_text(one.at[y])}" if y in one.at else ""
    yield "family", f"{one.family}: {own.title}{f'; {at}{of}' if at else ''}"
    rest = "" if one.rest == 0 else f", and {_text(one.rest)}"
    times = "" if one.times == 1 else f"{_text(one.times)} times "
    yield "is", f"{times}its loss{rest}   [{found.word}]"


def _text(term: Basic) -> str:
    return text_terms.term(certified(encode(in_own_nodes(term))), {})

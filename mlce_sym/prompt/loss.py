r"""`loss`: the loss of a family by its name, or of a density that is typed in, with every theorem checked.

Nothing that is called proved is passed on unless its certificate has been replayed and evaluated.

>>> found = loss(density=r"\lambda e^{-\lambda y}", data="y > 0", parameters=[r"\lambda > 0"])
>>> found.loss, found.estimate_status
(Sum(lambda*y[i] - log(lambda), (i, 1, n))/n, 'proved: the only maximiser')
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

from sympy import Basic, Interval, Range, S, Symbol, exp

from ..certificate.checked import NotEvaluated
from ..families.families import plain_name
from ..families.family import Family, Named, Unsupported
from ..families.links import linked
from ..families.model import ModelOf
from ..losses.coefficients import in_coefficients
from ..losses.composed import Linear
from ..losses.derive import Progress, loss_of, quiet
from ..losses.loss import Loss
from ..losses.spelled import spelled
from ..losses.unproved import has_proved_estimates, with_estimates_unproved
from ..losses.vector_families import VECTORS
from ..losses.vector_families import loss_of as loss_of_vectors
from ..terms.errors import NoSuchName
from .prove import prove

if TYPE_CHECKING:
    from ..reading.typed.declared import Declared

Text = str | Basic  # text to be read, or a term of SymPy, which is read as it prints
Texts = Text | Sequence[Text]
Strings = Sequence[str]
EXAMPLE = "density='b*exp(-b*y)', data='y > 0', parameters='b > 0'"
LETTERS = ("y", "x")  # of an observation


class Typed(NamedTuple):
    """What is typed in place of the name of a family: a density or a loss, and what is said of its names."""

    term: str
    data: str
    parameters: Strings
    known: Strings
    given: Strings


def loss(
    what: Any = None,
    *,
    density: Text = "",
    data: Text = "",
    parameters: Texts = (),
    known: Texts = (),
    given: Texts = (),
    contribution: bool = False,
    link: str = "",
    formula: Text = "",
    progress: Progress = quiet,
) -> Loss:
    """The loss of a family, or of its name; or of a density in LaTeX or SymPy syntax, or a term of SymPy, with the
    support of the data, the parameters to be estimated and the constants that are known; one with the subscript i, as
    v_i, is known for each observation, or a model gives it. `given` are facts that the declarations cannot say,
    such as b < 1; a `contribution` to a likelihood, as of a censored observation, need be no density. With a
    `link`, such as "log" or "logit", the first parameter is the inverse of that function at η. In place of a
    density there may be a `formula`, the loss of one observation itself. `progress` is told what is worked on.

    Raises Mistyped for what cannot be read, NoSuchName for a name that there is not, Unsupported where the logarithm
    of the density cannot be taken apart, Refused where a step is not justified, and Rejected where the replay or the
    evaluation does not agree; each of them is an MlceError. An estimate whose proof can be evaluated nowhere is not
    called proved.
    """
    typed = Typed(_text(density or formula), _text(data), *map(_listed, (parameters, known, given)))
    typed = typed._replace(parameters=_of_each(typed.parameters), known=_of_each(typed.known))
    _check_asked(what, typed)
    vectors = VECTORS.get(plain_name(what)) if isinstance(what, str) else None
    if vectors is not None and link:
        raise NoSuchName(f"a link is a function of one number, and {what} has vectors of parameters")
    if vectors is not None:
        found = loss_of_vectors(vectors)
    else:
        typed, linears = _without_vectors(typed)
        own = _named(what) if what is not None else _typed(typed)
        own = replace(_of_formula(own) if formula else own, contribution=contribution)
        found = _in_products(loss_of(linked(own, link) if link else own, progress), linears)
        found = replace(found, spelled=spelled(typed.term, _names(own)))
    return _checked(_up_to_a_factor(found) if formula else found, progress)


def _check_asked(what: Any, typed: Typed) -> None:
    if what is None and not all(typed[:3]):
        raise NoSuchName(f"give the name of a family, or a density with its data and parameters: {EXAMPLE}")
    if what is not None and any(typed):
        raise Unsupported("data, parameters, known and given belong to a density or a formula; a family has its own")


def _names(own: Family) -> list[str]:
    return [str(one.symbol) for one in (own.data, *own.parameters, *own.known)]


def _in_products(found: Loss, linears: tuple[Linear, ...]) -> Loss:
    return in_coefficients(found, linears) if linears else found


def _checked(found: Loss, progress: Progress) -> Loss:
    progress("the theorems are checked")
    try:
        return replace(found, report=str(prove(found.document).report))
    except NotEvaluated:
        if not has_proved_estimates(found):
            raise
    found = with_estimates_unproved(found)
    return replace(found, report=str(prove(found.document).report))


def _without_vectors(typed: Typed) -> tuple[Typed, tuple[Linear, ...]]:
    """What was typed with a number η_i for each product x_i^T b of vectors, and what these numbers are."""
    from ..reading.typed.vectors import numbers, plain, products, vector

    vectors = [one for one in map(vector, (*typed.parameters, *typed.known)) if one is not None]
    if not vectors:
        return typed, ()
    term, found = products(typed.term, vectors)
    by_name = {one.b: rf"\{one.name}_i \in \mathbb{{R}}" for one in found}
    own = [by_name[v.name] if (v := vector(text)) is not None else plain(text) for text in typed.parameters]
    rest = numbers(typed.known, found)
    sizes = dict.fromkeys(rf"{one.dimension} \in \{{1, 2, \dots\}}" for one in found)
    linears = tuple(Linear(Symbol(one.name), one.x, one.b, Symbol(one.dimension)) for one in found)
    return typed._replace(term=term, parameters=own, known=(*rest, *sizes)), linears


def _of_formula(own: Family) -> Family:
    """What was read as a density is a loss."""
    return replace(own, density=exp(-own.density), title="The loss as typed")


def _up_to_a_factor(found: Loss) -> Loss:
    """With what is found of exp(−formula), where its total is not 1."""
    if found.density.kind != "differs":
        return found
    from ..losses.audit import up_to_a_factor

    return replace(found, density=up_to_a_factor(found.family) or found.density)


def _named(what: Any) -> Family:
    if isinstance(what, Family):
        return what
    if isinstance(what, ModelOf):
        return what.family
    if not isinstance(what, str):
        raise TypeError(f"{what!r} is no family; give the name of one, such as 'poisson', or a density: {EXAMPLE}")
    from ..families.families import family

    return family(what, VECTORS)


def _typed(own: Typed) -> Family:
    """The family of a density as it is typed."""
    from ..reading.typed import declared as typed
    from ..reading.typed.mistyped import Mistyped

    wanted = [typed.declaration(text, "--parameter") for text in own.parameters]
    constants = [typed.declaration(text, "--known") for text in own.known]
    first, *more = _of_each([own.data])
    joint = [typed.declaration(text, "--data") for text in more]
    constants = [*joint, *constants]
    y, where = _observation(first, (*wanted, *constants))
    declared = (y, *wanted, *constants)
    term = typed.density(own.term, declared)
    stems = {one.symbol: Symbol(_stem(one)) for one in declared}
    for one in filter(_is_of_each, declared):
        if (other := next((two for two in declared if two != one and _stem(two) == _stem(one)), None)) is not None:
            what = f"the i-th {other.latex} is called {one.latex}, and so is another number; rename one of the two"
            raise Mistyped(f"--known: {what}")
    data_named, *named = (
        Named(
            stems[one.symbol], one.domain.xreplace(stems), _latex(one), one in joint or (one != y and _is_of_each(one))
        )
        for one in declared
    )
    _check_begins(data_named, named)
    known = (_integer_at_end(data_named, one) for one in named[len(wanted) :])
    parted = tuple(named[: len(wanted)]), tuple(known)
    facts = (fact for text in (*where, *own.given) for fact in typed.given(text, declared))
    said = tuple(fact.xreplace(stems) for fact in facts)
    also = tuple(stems[one.symbol] for one in joint)
    return Family("typed", "The density as typed", term.xreplace(stems), data_named, *parted, given=said, joint=also)


def _check_begins(data: Named, others: Sequence[Named]) -> None:
    r"""The numbers from k on, as \{k, k + 1, \dots\}, are integers where k is one."""
    from ..reading.typed.mistyped import Mistyped

    begin = data.domain.start if isinstance(data.domain, Range) else S.Zero
    for one in (one for one in others if one.symbol in begin.free_symbols):
        if not one.domain.is_subset(S.Integers):
            k = one.latex or one.symbol
            raise Mistyped(
                f"--data: this list begins at {k}; declare that as an integer: '{k} \\in \\{{1, 2, \\dots\\}}'"
            )


def _integer_at_end(data: Named, known: Named) -> Named:
    r"""A known m of which m \ge 1 is said is an integer where the observation lies in \{0, \dots, m\}: no other number
    is the last of a list of integers."""
    ends = isinstance(data.domain, Range) and data.domain.stop - 1 == known.symbol
    if ends and isinstance(known.domain, Interval) and not known.domain.free_symbols:
        integers = known.domain.intersection(S.Integers)
        return known if integers == S.EmptySet else replace(known, domain=integers)
    return known


def _observation(data: str, others: Sequence[Declared]) -> tuple[Declared, tuple[str, ...]]:
    r"""The observation with its support; or with what else is said of it, as 1 + \xi (y - \mu) > 0 is."""
    from ..reading.typed import declared as typed
    from ..reading.typed.mistyped import Mistyped

    try:
        return typed.declaration(data, "--data"), ()
    except Mistyped as no_declaration:
        for name in LETTERS:
            y = typed.declaration(rf"{name} \in \mathbb{{R}}", "--data")
            with suppress(Mistyped):
                if any(y.symbol in fact.free_symbols for fact in typed.given(data, (y, *others))):
                    return y, (data,)
        raise no_declaration from None


def _listed(texts: Texts) -> Strings:
    """One declaration, or several."""
    return [_text(one) for one in ([texts] if isinstance(texts, (str, Basic)) else texts)]


def _of_each(texts: Strings) -> Strings:
    """Those of several names as one for each."""
    from ..reading.typed.listed import listed

    return [one for text in texts for one in listed(text)]


def _text(what: Text) -> str:
    if not isinstance(what, (str, Basic)):
        raise TypeError(f"{what!r} is neither text nor a term of SymPy; write it as in {EXAMPLE}")
    return str(what)


def _is_of_each(one: Declared) -> bool:
    r"""Whether there is one for each observation: it has the subscript i, as v_i or \sigma_i^2."""
    return one.latex.removesuffix("^2").endswith("_i")


def _stem(one: Declared) -> str:
    """The name without that subscript."""
    return str(one.symbol).replace("_i", "") if _is_of_each(one) else str(one.symbol)


def _latex(one: Declared) -> str:
    return one.latex.replace("_i", "") if _is_of_each(one) else one.latex

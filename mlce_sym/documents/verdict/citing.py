r"""What follows from the equations that the words around a formula cite: "by (3)", "substituting (1) into (2)".

Only what stands above and is sound may be used, where its names stand for what they stood for there: what was assumed,
defined, proved, or follows.

>>> from mlce_sym.documents.walking import checked
>>> rows = r"Suppose that $$a + b = 5 \tag{1}$$ and $$a - b = 1. \tag{2}$$ Adding (1) and (2) gives $$2a = %d.$$"
>>> [link.verdict.status for link in checked(rows % 6)], checked(rows % 4)[-1].verdict.status
(['assumption', 'assumption', 'follows'], 'does not follow')
>>> checked(r"$$a + b = 2b \tag{1}$$ By (1), $$a^2 = b^2.$$")[-1].verdict.reason
'it uses (1), which is not proved'
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import combinations
from typing import Any

from ...border.encoding import decode, encode
from ...reading.walk.readings import Reading
from ...terms.terms import Term, children, compound, free, is_a, is_binder, rebuilt
from ..equations.as_read import by_algebra
from ..equations.converging import implied
from ..equations.judging import unsaid
from ..equations.links import ASSUMPTION, FAILS, FOLLOWS, PROVED, REFUTED, UNKNOWN, Verdict
from ..equations.mentions import is_number
from ..equations.wording import said as written
from ..in_force.cited import Cited
from ..in_force.context import Context
from ..in_force.derivatives import at_point, is_open
from ..in_force.followed import Followed
from ..in_force.moving import moved
from ..text.blocks import Block, Chain
from ..text.prose import OF_OTHERS, cue, sentence
from ..text.references import denied_in, labels, uses, without_references
from ..text.vocabulary import CLAIM, NOTHING, STEPS
from .identity import identity
from .rows import after, from_rows
from .solved import HELD, NOT_SHOWN, difference_of, is_contradiction

FROM_WORDS = ("a case that the text speaks of", "as the text says")  # reasons of what is assumed in a sentence
PURE = re.compile(
    rf"(?:[\s,.:;~()\[\]$]|\\eqref\{{[^{{}}]*\}}|\((?:\d+[a-z]?|\*+)\)|(?:{STEPS.pattern}))*", STEPS.flags
)
OPERATORS = frozenset(("antiderivative", "limit", "difference"))
MOST = 4  # equations that are cited together


def remembered(
    context: Context, block: Block, chain: Chain, place: int, readings: tuple[Reading, ...], verdict: Verdict, line: int
) -> Context:
    """With a link that may be cited, or one of which nothing is made, on which what is below may rest."""
    own = labels(block, chain, place)
    if chain.parts[place + 1].relation == "∼":
        return replace(context, stated=context.stated | {*own})
    if chain.parts[place + 1].relation not in ("=", ":=", "≡") or not (own or verdict.status == UNKNOWN):
        return context
    left, right = moved(map(at_point, readings[0].terms), context)
    is_sure = len(readings) == 1 and verdict.general
    status = verdict.status if is_sure and not has_operator(left, right) else UNKNOWN
    names = free(left) | free(right)
    given = context.about(left, right)
    if status in (PROVED, FOLLOWS):
        given = (*given, *(one.proposition for one in unsaid((left, right), given)))
    meanings = tuple(one for one in context.meanings if one.name in names)
    laws = tuple(law for law in context.laws if law.variable in names)
    one = Cited(own, left, right, status, line, given, verdict.conditions, meanings, laws)
    return replace(context, cited=(*context.cited, one))


def has_operator(*terms: Term) -> bool:
    """Is there a derivative or the like in them of which nothing is known?"""
    own = (is_a(term, "Apply") and compound(term)[1] in OPERATORS for term in terms)
    return any(own) or any(map(is_open, terms)) or any(has_operator(*children(one)) for one in terms)


def without_denied(context: Context, words: str) -> Context:
    """Without the equations that words take back, as in "we drop (1)", "(1) is wrong"."""
    gone = denied_in(words)
    return replace(context, cited=tuple(one for one in context.cited if not gone & {*one.labels})) if gone else context


def by_citation(
    before: Context,
    now: Context,
    block: Block,
    chain: Chain,
    place: int,
    readings: tuple[Reading, ...],
    verdict: Verdict,
) -> tuple[Context, Verdict]:
    """What is in force after a link, and the verdict on it, if the text derives it from what it cites; `before` is
    what was in force before, and `now` what is in force after the link by itself."""
    first, *others = readings
    names = _cited_by(before, block, chain, place) if _is_open(verdict, block) else ()
    if not names:
        return now, verdict
    own = labels(block, chain, place)
    why = next((why for name in names if (why := _unusable(name, own, before))), "")
    if why:
        return now if verdict.status == UNKNOWN else before, Verdict(UNKNOWN, why, verdict.conditions)
    premises = tuple(one for one in before.cited if {*names} & {*one.labels})
    if len(premises) > MOST or others or before.speaks == OF_OTHERS:
        return now, verdict
    rows, found = _derived(before, first, premises)
    if found.status in (PROVED, FOLLOWS):
        return _known(before, first, rows, _with_sources(found, premises, names))
    if found.status == FAILS and verdict.status != REFUTED and PURE.fullmatch(sentence(block.before)):
        spoken = frozenset[str]().union(*map(free, first.terms))
        doubtful = any(one.status == UNKNOWN and one.names & spoken for one in before.cited)
        return before, Verdict(UNKNOWN, found.reason) if doubtful else found
    if verdict.status != UNKNOWN and found.status != FAILS and not all(_is_by_name(one, before) for one in premises):
        words = f"it fails at some values, at which {_named(premises[0], names)} may not hold"
        return before, Verdict(UNKNOWN, words)
    return now, verdict


def _is_by_name(cited: Cited, context: Context) -> bool:
    """Does an equation hold at all values by what its names are? Then it excludes none."""
    left, right = (context.unfolded(side)[0] for side in (cited.left, cited.right))
    return left == right


def _is_open(verdict: Verdict, block: Block) -> bool:
    """Is there no proof, and is it not said to be solved, or a definition?"""
    concluded = cue(without_references(block.before)) in (CLAIM, NOTHING)
    from_words = verdict.status == ASSUMPTION and verdict.reason in FROM_WORDS and concluded
    return from_words or verdict.status in (UNKNOWN, REFUTED, FAILS)


def _cited_by(context: Context, block: Block, chain: Chain, place: int) -> tuple[str, ...]:
    """The labels that an equation uses; (a), (i) and the like are none unless something above has such a label, and
    neither is that of a law, which is in force anyhow."""
    known = {label for one in context.cited for label in one.labels}
    names = uses(block, chain, place) if chain.parts[place + 1].relation == "=" else ()
    found = (name for name in names if not name.startswith("(") or name.strip("()") in known)
    return tuple(one for name in found if (one := name.strip("()")) not in context.stated)


def _with_sources(found: Verdict, premises: Iterable[Cited], names: Iterable[str]) -> Verdict:
    """The verdict with what was cited, and what that needs."""
    said = [f"{written(one.equation)} (by {_named(one, names)})" for one in premises]
    conditions = (*found.conditions, *said, *(words for one in premises for words in one.conditions))
    return replace(found, conditions=tuple(dict.fromkeys(conditions)))


def _known(context: Context, reading: Reading, rows: tuple[Term, ...], found: Verdict) -> tuple[Context, Verdict]:
    """What is in force after an equation that was derived: it may be solved further."""
    left, right = moved(map(at_point, reading.terms), context)
    return after(replace(context, rows=rows), left, right, found, "") if found.status == FOLLOWS else context, found


def _named(one: Cited, names: Iterable[str]) -> str:
    return f"({next(name for name in names if name in one.labels)})"


def _unusable(name: str, own: tuple[str, ...], context: Context) -> str:
    """Why nothing can be derived from what a label stands for, or ""."""
    if name in own:
        return f"it uses ({name}), which is this equation itself"
    found = [one for one in context.cited if name in one.labels]
    if not found:
        return f"it uses ({name}), which does not stand above, or is no longer in force"
    if not all(one.is_sound for one in found):
        return f"it uses ({name}), which is not proved"
    if not all(_is_in_force(one, context) for one in found):
        return f"it uses ({name}), which was said of something else"
    return ""


def _is_in_force(one: Cited, context: Context) -> bool:
    """Do its names stand for what they stood for, and does what was said of them hold still?"""
    for name in sorted(one.names):
        before, now = ([m for m in some if m.name == name] for some in (one.meanings, context.meanings))
        if before and [(m.pattern, m.body) for m in before] != [(m.pattern, m.body) for m in now]:
            return False
    laws = tuple(law for law in context.laws if law.variable in one.names)
    if [*map(_law, one.laws)] != [*map(_law, laws)]:
        return False
    facts = context.about(one.left, one.right)
    known = (*facts, *(role.proposition for role in unsaid((one.left, one.right), facts)))
    return all(given in known or implied(given, known) for given in one.given)


def _law(law: Followed) -> tuple[object, ...]:
    """What a law is, whether the text writes its density or not."""
    return law.variable, law.label, law.name, law.support, law.parameters or law.density


def _derived(context: Context, reading: Reading, premises: tuple[Cited, ...]) -> tuple[tuple[Term, ...], Verdict]:
    """The verdict on an equation from others: with their right sides for their left ones or the other way round it is
    an identity; or it follows from one of them, or from what is made of two. And the rows from which it follows."""
    left, right = moved(map(at_point, reading.terms), context)
    equations = tuple(dict.fromkeys((*context.rows[-2:], *(one.equation for one in premises))))
    general = all(one.is_general for one in premises) and not context.rows
    context = replace(context, zeros=(), facts=tuple(one for one in context.facts if one.proposition not in equations))
    if not has_operator(left, right):
        backwards = tuple(("Eq", *compound(one)[:0:-1]) for one in equations)
        pairs = [tuple(_put(side, some) for side in (left, right)) for some in (equations, backwards)]
        for pair in dict.fromkeys(pairs):
            found = identity((replace(reading, terms=pair),), context) if pair != (left, right) else None
            if found is not None and found.status == PROVED:
                return equations, replace(found, status=PROVED if general else FOLLOWS)
    names = free(left) | free(right)
    sides = (tuple(context.unfolded(side)[0] for side in compound(row)[1:]) for row in equations)
    if any(is_contradiction(("Eq", *pair)) for pair in sides):
        return equations, Verdict(UNKNOWN, "what it uses contradicts itself")
    for row in (*reversed(equations), *_made_of(equations, names)):
        found = from_rows(replace(context, rows=(row,)), left, right)
        is_all = len(equations) == 2 and row not in equations and _is_all(row, equations, names)
        if found.status == FOLLOWS or (found.status == FAILS and is_all):
            return (*equations, row), found
    found = from_rows(replace(context, rows=equations), left, right)
    of_one = found.status == FAILS and found.reason != HELD and len(equations) > 1  # the last alone
    return equations, Verdict(UNKNOWN, NOT_SHOWN) if of_one else found


def _is_all(row: Term, equations: Iterable[Term], names: frozenset[str]) -> bool:
    """Is the row, made of two equations, what they say of these names? Of two in the same names it is less."""
    return free(row) <= names and len(frozenset[str]().union(*map(free, equations)) - names) == 1


def _put(term: Term, equations: Iterable[Term]) -> Term:
    """The term with the right side of each equation for its left side, in turn."""
    for one, other in (compound(equation)[1:] for equation in equations):
        if not is_number(one):
            term = rewritten(term, one, other)
    return term


def rewritten(term: Term, part: Term, by: Term) -> Term:
    """The term with another part wherever that part stands and means the same.

    >>> rewritten(("Add", "a", ("Sum", "i", ("Range", 1, "n"), "a")), "a", ("Indexed", "x", "i"))
    ('Add', ('Indexed', 'x', 'i'), ('Sum', 'i', ('Range', 1, 'n'), 'a'))
    """
    if term == part:
        return by
    if is_binder(term) and term[1] in free(part) | free(by):
        return term
    return rebuilt(term, tuple(rewritten(child, part, by) for child in children(term)))


def _made_of(equations: tuple[Term, ...], names: frozenset[str]) -> Iterator[Term]:
    """What follows from two of the equations: one with the other put into it, their sum and difference, and what is
    left without a name that is to go."""
    for one, other in combinations(equations, 2):
        for first, second in ((one, other), (other, one)):
            found = ("Eq", *(_put(side, (first,)) for side in compound(second)[1:]))
            if found != second:
                yield found
        yield from (_combined(one, other, 1, 1), _combined(one, other, 1, -1))
        for gone in sorted((free(one) & free(other)) - names):
            factors = _factor(one, gone), _factor(other, gone)
            if factors[0] is not None and factors[1] is not None:
                row = _combined(one, other, factors[1], ("Mul", -1, factors[0]))
                yield _shortened(row) if is_number(factors[0]) and is_number(factors[1]) else row


def _combined(one: Term, other: Term, first: Term, second: Term) -> Term:
    """That one equation times a factor and another one times another add up, which is so whatever the factors are."""
    sides = zip(compound(one)[1:], compound(other)[1:], strict=True)
    return ("Eq", *(("Add", ("Mul", first, left), ("Mul", second, right)) for left, right in sides))


def _shortened(row: Term) -> Term:
    """The row with 0 on the right, and on the left what SymPy makes of it, if that is the same by algebra."""
    whole = difference_of(compound(row)[1:])
    shown: Any = decode(whole)
    short = encode(shown.expand())
    return ("Eq", short, 0) if by_algebra(whole, short) else row


def _factor(equation: Term, name: str) -> Term | None:
    """By what an equation multiplies a name, as far as SymPy tells: a suggestion."""
    symbol: Any = decode(name)
    whole: Any = decode(difference_of(compound(equation)[1:]))
    factor = whole.expand().coeff(symbol)
    return None if factor.has(symbol) or factor == 0 else encode(factor)

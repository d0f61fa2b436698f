"""What a link is where it stands: a case, a row of a solved equation, a law, a definition; else it is judged.

>>> from mlce_sym.documents.walking import checked
>>> text = "Let $f(a) = a^2 - 4 a$. Then $f'(a) = 2 a - 4$. Setting it to zero gives $$a = 2.$$ If $n = 1$, so be it."
>>> [link.verdict.status for link in checked(text)]
['definition', 'proved', 'follows', 'assumption']
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from ...reading.texts.rows import Part
from ...reading.walk.densities import TOGETHER
from ...reading.walk.readings import Reading, read
from ...terms.terms import Term, compound, free
from ..equations.formulas import SAYING
from ..equations.links import ASSUMPTION, DEFINITION, FAILS, FOLLOWS, PROVED, REFUTED, UNKNOWN, Verdict
from ..equations.mentions import applied, subterms
from ..equations.symmetric import has_arrays
from ..equations.wording import said_name
from ..in_force.context import Context
from ..in_force.derivatives import at_point, is_slope
from ..in_force.laws import NOT_WORKED_OUT, is_distribution, is_event, is_moment, is_of_law, unworked
from ..in_force.moving import moved
from ..said.averaged_laws import averaged_law, with_densities
from ..said.cases import beyond_cases, in_case, is_in_case, supposed_anew
from ..said.kinds import is_part
from ..said.models import with_law, with_model
from ..text.blocks import DISPLAY, Block, Chain
from ..text.prose import is_hedged, is_put_in, sentence
from ..text.references import uses
from ..text.vocabulary import (
    ADDS,
    ASSUME,
    AT,
    AT_ONCE,
    CLAIM,
    CONCLUDES,
    DEFINE,
    NAMES_CASE,
    OF_CASE,
    OR,
    OTHER_LAW,
    SCALES,
)
from .array_rows import array_row, open_row
from .citing import PURE
from .conditions import as_case, as_condition, is_alone, is_further, words_of
from .definitions import MODEL, anew, is_defined_again, is_function, is_new, is_said_last, meant, named
from .each import OF_EACH, of_each, unsure
from .held import in_general, slope_or_identity
from .identity import finitely_many, identity
from .inequality import inequality
from .product_rule import PRODUCT_RULE, by_product_rule, is_product_rule
from .rows import after, from_rows, is_zero_row, row, zero_of_slope
from .special import of_case
from .weaker import PROPORTIONAL, UP_TO, constant_in, weaker, with_kernel

EQUAL = ("=", ":=", "≡")
ENDED = re.compile(r"\s*(?:[.;:!*_\\]|[A-Z]|\Z)")
MODELS = ("∼", "∈", "⊂", "⊆")


@dataclass(frozen=True)
class Standing:
    """A link where it stands: its place in the chain, what the words before make of it (`said`), the `argument` of the
    first side of the chain, what comes `below`; is it `derived` by the proof of what it claims, has the block a row of
    a solved equation (`solving`), and do words say that it is assumed (`given`)?"""

    block: Block
    chain: Chain
    place: int
    parts: tuple[Part, Part]
    readings: tuple[Reading, ...]
    said: str
    line: int
    argument: str | None
    below: tuple[Chain, ...]
    derived: bool
    solving: bool
    given: bool

    @property
    def relation(self) -> str:
        return self.parts[1].relation

    @property
    def sides(self) -> tuple[Term, Term]:
        left, right = self.readings[0].terms
        return left, right

    @property
    def is_inline(self) -> bool:
        return self.block.kind != DISPLAY

    def moved(self, context: Context) -> tuple[Term, Term]:
        """The sides with what moves in their derivatives."""
        left, right = moved(map(at_point, self.sides), context)
        return left, right

    def solves(self, context: Context) -> bool:
        """Do words conclude it, where something is to be solved?"""
        return bool(context.rows and CONCLUDES.search(self.block.before)) and not OR.match(self.block.after)

    @property
    def is_next(self) -> bool:
        """Is it displayed below another formula, with no word between?"""
        return not self.is_inline and not self.block.before.strip()


@dataclass(frozen=True)
class Decided:
    """The verdict on a link, and what is in force after it; is it a row of a solved equation, or one to be solved?"""

    context: Context
    verdict: Verdict
    is_row: bool = False
    is_condition: bool = False


Step = Callable[[Standing, Context], Decided | Context]  # with which to go on, where it is something else


def decide(here: Standing, context: Context) -> Decided:
    """What a link is, of what it may be in this order."""
    if not OTHER_LAW.search(sentence(here.block.before)):
        context = with_densities(context, here.sides)
    steps: tuple[Step, ...] = (_as_case,)
    if here.relation in EQUAL:
        steps = (
            (_as_case, _as_zero, _as_zero_row) if here.place else (_as_case, _as_row, _as_law, _as_mean, _as_definition)
        )
    for step in (*steps, _as_model):
        found = step(here, context)
        if isinstance(found, Decided):
            return found
        context = found
    context, verdict = _judged(here, context)
    return _meant(here, context, verdict) if here.relation == "=" else Decided(context, verdict)


def _as_case(here: Standing, context: Context) -> Decided | Context:
    found = as_case(context, here.block, _with_value(here, context), here.said)
    return context if found is None else Decided(*found)


def _with_value(here: Standing, context: Context) -> Reading:
    """The equation, of the first names in "for $a = b = 1$" with the number that all of them are."""
    reading, tree = here.readings[0], here.chain.parts[-1].tree
    if tree is None or not NAMES_CASE.search(here.block.before) or not all(isinstance(one, str) for one in here.sides):
        return reading
    return replace(reading, terms=(here.sides[0], read((tree,), context.scope)[0].terms[0]))


def _as_row(here: Standing, context: Context) -> Decided | Context:
    """A row of a solved equation; what nothing is known of has no rows below it."""
    reading, said = here.readings[0], here.said
    left, right = here.moved(context)
    if has_arrays(left) or has_arrays(right):
        solved = array_row(context, reading.opaques, left, right, said, here.line)
        if solved is not None:
            return Decided(*solved, is_row=True)
    if reading.unjudged and not is_slope(left):
        return replace(context.without_rows(), array_rows=context.array_rows)
    verdict = row(context, left, right, said, words_of(here.block, here.chain))
    if verdict is None and context.rows and is_put_in(here.block.before):
        found = from_rows(context.with_solved_in_rows, left, right)
        verdict = found if found.status == FOLLOWS else None
    if verdict is None and here.solves(context) and is_alone(here.chain):
        found = from_rows(context, left, right)  # a text may leave out by what it divides
        verdict = found if found.status == FOLLOWS else None
    if verdict is None:
        return context
    if verdict.status == FAILS and is_further(here.block, here.chain, left):
        context = context.with_gap(reading.terms, here.line)
        verdict, said = Verdict(ASSUMPTION, "another equation to be solved"), CLAIM
    if verdict.status == UNKNOWN and not reading.unjudged:
        sure = identity((reading,), context)  # what holds in any case need not follow from a row
        verdict = sure if sure.status == PROVED else verdict
    return Decided(after(context, left, right, verdict, said), verdict, is_row=True)


def _as_law(here: Standing, context: Context) -> Decided | Context:
    """p = N(μ, v)."""
    left, right = here.sides
    return (
        Decided(with_law(context, "X", right, here.line, str(left)), MODEL) if is_distribution(left, right) else context
    )


def _as_mean(here: Standing, context: Context) -> Decided | Context:
    """E[x] = ∫ x f(x) dx, which says what law x follows, and what the mean is, if nothing else does."""
    law = averaged_law(context, *here.sides, here.line)
    if law is None or here.derived:
        return context
    own, before = compound(here.sides[0])[1], next((one for one in context.laws if one.is_of(law.variable)), None)
    if before is None and any(one.name == own for one in context.unfolded(here.sides[0])[1]):
        return context
    why = "" if before is None else f"by another density than that of {said_name(law.variable)} in line {before.line}"
    return Decided(context.with_law(law), Verdict(DEFINITION, why))


def _as_definition(here: Standing, context: Context) -> Decided | Context:
    if any((one.pattern, one.body, one.line) == (*here.sides, here.line) for one in context.meanings):
        return Decided(context, Verdict(DEFINITION))  # it was in force in the formula beside it
    context, verdict = named(context, here.block, here.readings, here.relation, here.said, here.line, here.derived)
    return context if verdict is None else Decided(context, verdict)


def _as_zero(here: Standing, context: Context) -> Decided | Context:
    """The end of a chain such as "f′(x) = 2 x = 0"."""
    if here.sides[1] != 0:
        return context
    context, verdict = zero_of_slope(context, *here.moved(context), here.said)
    return context if verdict is None else Decided(context, verdict)


def _as_zero_row(here: Standing, context: Context) -> Decided | Context:
    """The end of a chain such as "f′(x) = 0 = 2 x", of which the beginning is to be solved."""
    return _as_row(here, context) if here.sides[0] == 0 and here.solving and context.rows else context


def _as_model(here: Standing, context: Context) -> Decided | Context:
    if here.relation not in MODELS:
        return context
    return Decided(with_model(context, here.block, here.chain, here.sides[1], here.line), MODEL)


def _meant(here: Standing, context: Context, verdict: Verdict) -> Decided:
    """What becomes of a verdict on an equation: it may be one to be solved, or say what a name is all the same."""
    reading, is_condition = here.readings[0], False
    is_other = is_part(here.block, SCALES) and not is_zero_row(*here.sides)  # as half of x, and no root of x² − 2 = 0
    if verdict.status in (REFUTED, UNKNOWN) and is_alone(here.chain) and not is_other:
        judged = verdict
        context, verdict = as_condition(
            context, judged, reading, here.said, here.below, here.solving, here.is_next or here.solves(context)
        )
        is_condition = verdict is not judged
        if verdict.status == UNKNOWN and any(map(has_arrays, here.sides)):
            context, verdict = open_row(context, *here.sides, here.below, verdict)
    is_probable, new = is_event(here.sides[0]), is_new(here.sides[0], context)
    is_usual = verdict.status == PROVED and bool(verdict.readings) and is_function(*here.sides)  # as p = σ(z) = …
    is_open = verdict.status == UNKNOWN or (is_usual and not is_probable)
    if here.place and is_open and (is_probable or new):
        as_if = here.said if is_probable else DEFINE  # nothing else says what it is
        context, said = named(context, here.block, here.readings, "=", as_if, here.line, derived=False)
        return Decided(context, said or verdict, is_condition=is_condition)
    each = of_each(reading) if verdict.status == UNKNOWN else None
    if each is not None and is_new(each.terms[0], context):
        context, said = named(context, here.block, (each,), "=", DEFINE, here.line, derived=False)
        if said is not None:
            context, verdict = unsure(context, each), replace(said, reason=OF_EACH)
    elif here.place == 0 and not _is_derived(here, context):
        context, verdict = anew(context, verdict, reading, here.line)
    elif here.place == 1:
        context, verdict = meant(context, verdict, here.readings, here.chain, here.line)
    return Decided(context, verdict, is_condition=is_condition)


def _is_derived(here: Standing, context: Context) -> bool:
    """Do words say no more than that it comes from an equation above, or, at once, from what has just been said of the
    name? Then it does not define that anew."""
    names = {*uses(here.block, here.chain, here.place)} if PURE.fullmatch(sentence(here.block.before)) else set[str]()
    cited = any(names & {*one.labels} for one in context.cited)
    return cited or (_is_at_once(here.block) and is_said_last(here.sides, context))


def _is_at_once(block: Block) -> bool:
    """Is it concluded from the formula above, with no other word between, and none that limits it?"""
    concluded = PURE.fullmatch(block.since) and AT_ONCE.search(block.since)
    ended = ENDED.match(block.after) or ADDS.search(block.after)
    limits = (chain.words or any(part.relation not in EQUAL for part in chain.parts[1:]) for chain in block.chains[1:])
    return bool(concluded and ended) and not any(limits)


def _judged(here: Standing, context: Context) -> tuple[Context, Verdict]:
    relation, readings = here.relation, here.readings
    if relation == PROPORTIONAL or (relation == "=" and any(map(constant_in, here.sides))):
        found = with_kernel(context, readings[0], here.line)
        if found is None:
            return context, weaker(readings, context, here.argument, relation)
        unsaid = relation == "=" and any(applied(here.sides[1]))  # as p(y|θ) + p(θ) + const.
        return found, Verdict(UNKNOWN, UP_TO) if unsaid else MODEL
    if relation in SAYING:
        return context, _of_inequality(here, context)
    if relation not in EQUAL:
        return context, Verdict(UNKNOWN, f"the relation {relation} is not judged")
    context = supposed_anew(context, here.block, here.sides, here.given)
    verdict = _of_equation(here, context)
    if verdict == PRODUCT_RULE:
        return by_product_rule(context, here.sides, here.line), verdict
    is_open = verdict.status == UNKNOWN or (here.given and verdict.status == REFUTED)
    if not is_open or verdict.reason == NOT_WORKED_OUT or not _is_supposed(here, context):
        return context, verdict
    if AT.search(here.block.before):  # it is there, and x may be anything all the same
        return context, Verdict(ASSUMPTION, "a point that the text speaks of")
    case = here.block.number if OF_CASE.search(here.block.before) else None
    before = context if case is None else in_case(context, sentence(here.block.before))
    return before.knowing((("Eq", *here.sides),), here.line, case), Verdict(ASSUMPTION, "as the text says")


def _of_inequality(here: Standing, context: Context) -> Verdict:
    """After "it diverges for t ≥ 1" a text may say that t < 1: what was said of a case refutes nothing but in it."""
    verdict = inequality(here.readings, context, here.relation)
    if verdict.status != REFUTED:
        return verdict
    everywhere = beyond_cases(context, sentence(here.block.before))
    again = inequality(here.readings, everywhere, here.relation)
    return verdict if again.status == REFUTED else Verdict(UNKNOWN, "its contrary holds in a case of the text above")


def _of_equation(here: Standing, context: Context) -> Verdict:
    left, right = here.parts
    verdict = slope_or_identity(here.readings, context)
    verdict = in_general(here.readings, context, verdict, here.block.before)
    if verdict.status == UNKNOWN and any("moment" in what for what in here.readings[0].unjudged):
        verdict = finitely_many(left.tree, right.tree, context) or verdict
    if verdict.status == UNKNOWN and context.cases:
        verdict = of_case(here.readings, context, here.block.before) or verdict
    if verdict.status == UNKNOWN and verdict.reason.startswith(TOGETHER) and is_product_rule(here.readings[0]):
        return PRODUCT_RULE
    is_open = verdict.status == UNKNOWN and unworked(here.sides[0], context.laws)
    return replace(verdict, reason=NOT_WORKED_OUT, warnings=()) if is_open else verdict


def _is_supposed(here: Standing, context: Context) -> bool:
    """Does a text say it as what it goes on from, and not as what it has shown? Of numbers nothing is supposed."""
    left, right = here.sides
    goes_on = not here.place or context.assumes_of(left)
    is_plain = isinstance(right, (int, str)) and not any(map(is_moment, subterms(left)))
    is_premise = (goes_on and here.said in (ASSUME, DEFINE)) or is_plain
    is_said = is_premise and not is_hedged(here.block.before, here.block.after) if here.is_inline else here.given
    speaks = any((*free(left), *free(right), *applied(left), *applied(right)))
    is_unknown = here.readings[0].unjudged or is_of_law(left, context.laws)
    is_other = is_in_case(context, left, right) or is_defined_again(context, left)
    return is_said and speaks and not is_other and not is_unknown

r"""Which equations say what a name is: definitions, statements about the model, claims.

>>> from mlce_sym.documents.walking import checked
>>> text = r"Let $s = a + b$. Then $$s^2 = (a + b)^2, \quad y = s + \epsilon.$$"
>>> [link.verdict.status for link in checked(text)]
['definition', 'proved', 'assumption']

A name may be said to be something else, as a second model's likelihood, which the first one's does not refute. Of the
readings of a definition that one is meant in which its indices are bound, or in which its chain goes on.

>>> text = "First, $L(a) = a^2$. Instead we take $$L(a) = a^3.$$ So $$\\log L(a) = \\log a^3.$$"
>>> [link.verdict.reason for link in checked(text)][1]
'defined anew, for it is not what L is in line 1'
>>> text = r"$$f(c) = \sum_{i=1}^n x_i + c x_i^2 = \sum_{i=1}^n (x_i + c x_i^2)$$ $$f'(c) = \sum_{i=1}^n x_i^2$$"
>>> [link.verdict.status for link in checked(text)]
['definition', 'unknown', 'proved']
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ...reading.walk.readings import Reading, read
from ...terms.terms import CALLS, Term, compound, free, is_a
from ..equations.arrays import NUMBERS, OPERATIONS
from ..equations.formulas import SAYING, is_aside
from ..equations.links import ASSUMPTION, DEFINITION, PROVED, REFUTED, UNKNOWN, Verdict
from ..equations.meaning import INDICES, Meaning, inverted, is_square, logged, meaning_of
from ..equations.mentions import applied, bound, plain
from ..equations.roles import is_accented, stem
from ..equations.tied import NOISE
from ..equations.wording import said_name
from ..in_force.context import Context
from ..in_force.defining import defining
from ..in_force.derivatives import Pair, at_point
from ..in_force.laws import is_event, is_moment, is_of_law
from ..said.stated import stated
from ..said.support import domain_of
from ..text.blocks import DISPLAY, Block, Chain
from ..text.prose import is_hedged, sentence
from ..text.vocabulary import CASE, CHOOSES, CHOSEN, DEFINE, DERIVES, FOR, FOR_VALUES, OF_ALL, OF_CASE, ONLY_FOR
from .claims import CLAIMED
from .identity import identity, is_meant
from .weaker import constant_in

OPERATORS = frozenset(
    ("antiderivative", "derivative", "derivative_by_square", "difference", "limit", "part", *OPERATIONS, *NUMBERS)
)
DEFINING = (":=", "≡")
MOMENTS = ("E", "bb_E", "Var", "bb_V", "V", "Cov", "H", "h", "I", "derivative")
HEADING = re.compile(r"\A\s*[^\n]*\n(?=[A-Z])")
MODEL = Verdict(ASSUMPTION, "a statement about the model")
BOUND = "read so that no index stands outside of its sum"
KEPT = "; what stands before it is kept as it is read where this holds"


def named(
    context: Context,
    block: Block,
    readings: tuple[Reading, ...],
    relation: str,
    said: str,
    line: int,
    derived: bool,
) -> tuple[Context, Verdict | None]:
    """What is in force after an equation, and the verdict on it, if it says what a name is; with None it is to be
    judged. `derived` says that a proof derives what it claims."""
    reading, *others = bound_first(readings)
    (left, right), soft = reading.terms, _is_mean(reading)
    name = _name_of(context, inner := _inner(left, context), said)
    if name is None or _is_unsaid(context, block, reading) or not _may_be_named(context, reading, name, soft, said):
        return context, None
    chosen = isinstance(left, str) and _is_chosen(block)  # for a while
    known = [one for one in context.unfolded(left)[1] if one.name == name]
    defines = relation in DEFINING or said == DEFINE or chosen
    if derived and not defines:
        context, proved = _by_law(context, reading, soft)
        return context, proved or CLAIMED
    taken = _is_argument(context, inner, right)
    is_concluded = not defines and _is_concluded(context, left, right, block)
    is_told = defines or taken or _is_new(context, reading, line)
    if is_concluded or not is_told or (known and (soft or not (known[0].soft or defines))):
        return context, None
    if not is_a(left, "Apply") and logged(left) is None and any(_is_noise(one, left, right) for one in free(right)):
        return context, MODEL
    differs = any(is_meant(other) and other.terms[1] != right for other in others)
    unsure = soft or chosen or differs or _is_of_case(block) or (not defines and (taken or is_event(left)))
    meaning = meaning_of(left, _body(context, inner, right, name), line, unsure)
    if meaning is None:  # of an optimum: the name stands for a number
        return context, Verdict(DEFINITION) if is_a(right, "ArgMax", "ArgMin") else None
    meaning = _told(meaning, context, block)
    context, proved = _by_law(context, reading, soft or (not defines and any(one.soft for one in known)))
    if proved is not None:
        return context if soft or not is_a(left, "Apply") else defining(context, meaning), proved
    context = replace(defining(context, meaning), partial=context.partial | reading.partial)
    return context, _kind(left, right, "" if reading is readings[0] else BOUND)


def _told(meaning: Meaning, context: Context, block: Block) -> Meaning:
    """It, over what is said beside it, and whether it is said of every index: with no word, and no relation, that may
    limit it to some."""
    meaning = _over_ranges(meaning, context, block)
    words = HEADING.sub("", sentence(block.before)).strip()
    beside = any(part.relation in SAYING for chain in block.chains for part in chain.parts[1:])
    return replace(meaning, whole=bool(OF_ALL.match(words)) and not beside and not ONLY_FOR.match(block.after))


def _over_ranges(meaning: Meaning, context: Context, block: Block) -> Meaning:
    """It, of all arguments of which it is said beside it, or after it, where they lie."""
    beside = (chain for chain in block.chains if chain is not block.chains[0] and len(chain.parts) > 1)
    beside = (chain for chain in beside if is_aside(block, chain) or FOR_VALUES.match(chain.words))
    after = (fact.proposition for fact in context.facts if not fact.line)
    said = (*after, *(one for chain in beside for one in stated(context.scope, chain)))
    return meaning.over([name for name in sorted(plain(said)) if domain_of(name, said) is not None], said)


def _is_noise(name: str, left: Term, right: Term) -> bool:
    """Is it what data are up to? The ε of (1 − ε) y_k + ε/K, which is the same for all k, is a number."""
    is_entry = is_a(left, "Indexed") or (isinstance(left, str) and left.rpartition("_")[2] in INDICES)
    is_share = is_entry and is_a(right, "Add") and any(_is_within_sum(name, part) for part in right[1:])
    return stem(name) in NOISE and not is_share


def _is_within_sum(name: str, term: Term) -> bool:
    """Does it stand in a sum that is a factor?"""
    return is_a(term, "Mul") and any(is_a(part, "Add") and name in free(part) for part in term[1:])


def _is_concluded(context: Context, left: Term, right: Term, block: Block) -> bool:
    """Do words conclude what a probability or a mean is, or is it one of what has been defined, as E[Y] for Y = 2 X?
    Then it is said of a law, whether that is known or not."""
    if not is_event(left) and (not is_moment(left) or is_function(left, right)):
        return False
    known = (context.meaning(one) for one in free(left) if one != compound(left)[1])
    defined = (one for one in known if one is not None and not (one.soft or one.solved))
    return bool(DERIVES.search(sentence(block.before))) or any(defined)


def _is_new(context: Context, reading: Reading, line: int) -> bool:
    """Has the name not been seen, but in what the same formulas define above, as b in a = x − b y, b = s/t? Of y = 2 a,
    a = y/2 says nothing new."""
    name, right = _inner(reading.terms[0], context), reading.terms[1]
    if name not in context.seen or not isinstance(name, str):
        return name not in context.seen
    if name in context.before or name in free(context.unfolded(right)[0]):
        return False
    return any(name in free(one.body) for one in context.meanings if one.line == line)


def _is_argument(context: Context, name: Term, right: Term) -> bool:
    """Has a name been but the argument of functions, as η before "so that η = log λ"?"""
    return isinstance(name, str) and name in context.arguments and bool(free(right) - {name})


def _kind(left: Term, right: Term, why: str) -> Verdict:
    """A function that is said to be something of itself is a model; all else is defined."""
    own = left[1] if is_a(left, "Apply") and inverted(left) is None else None
    of_itself = own is not None and any(stem(other) == stem(str(own)) for other in applied(right))
    return MODEL if of_itself else Verdict(DEFINITION, why)


def _inner(left: Term, context: Context) -> Term:
    """What stands below a logarithm, or is inverted where nothing is to be solved; else the term itself."""
    below = logged(left)
    return below if below is not None else left if context.rows else _inverted(left)


def _inverted(left: Term) -> Term:
    """The name, or the square of one, of which it is the inverse, if that is no estimate; else the term itself."""
    if (name := inverted(left)) is not None:
        return name
    is_inverse = is_a(left, "Pow") and left[2] == -1 and (isinstance(left[1], str) or is_square(left[1]))
    is_inverse = is_inverse and not any(map(is_accented, free(left)))
    return compound(left)[1] if is_inverse else left


def _may_be_named(context: Context, reading: Reading, name: str, soft: bool, said: str) -> bool:
    """Is it no operator, nothing that a law says, nothing of which nothing is known, and, below a logarithm, a new
    name, or one that is said to be defined?"""
    left, right = reading.terms
    if (
        name in OPERATORS
        or is_of_law(left, context.laws)
        or (name in reading.opaques and not soft and not is_function(left, right))
    ):
        return False
    return not (logged(left) is not None and ((name in context.seen and said != DEFINE) or constant_in(right)))


def _is_mean(reading: Reading) -> bool:
    """Is there an expectation, a variance or an entropy in it, of which nothing is known, or is one said to be
    something, whether for the first time or not?"""
    left, _ = reading.terms
    averages = is_moment(left) or any("moment" in what or "expectation" in what for what in reading.unjudged)
    return averages and not is_function(*reading.terms)


def is_new(left: Term, context: Context) -> bool:
    """Is it a function, its logarithm, or minus that, of which nothing is said, and no mean or the like?

    >>> is_new(("log", ("Apply", "p_x", "x")), Context()), is_new(("Apply", "E", "X"), Context())
    (True, False)
    """
    below = logged(left)
    inner = left if below is None else below
    is_known = is_a(inner, "Apply") and (inner[1] in OPERATORS or context.meaning(str(inner[1])) is not None)
    return is_a(inner, "Apply") and not is_known and not is_moment(inner) and not is_of_law(inner, context.laws)


def is_function(left: Term, right: Term) -> bool:
    """Is E(w) a function of w, and no expectation? Then what it is speaks of w, or of its entries."""
    own = set(compound(left)[2:]) if is_a(left, "Apply") else set()
    spoken = free(right) | {one.rpartition("_")[0] for one in free(right)} | {f"all_{one}" for one in free(right)}
    return bool(own) and own <= spoken


def _body(context: Context, left: Term, right: Term, name: str) -> Term:
    """What it is; with the definitions written out where its arguments are in these."""
    hidden = free(left) - free(right) - {name}
    body = context.unfolded(right)[0] if hidden else right
    return body if hidden & free(body) else right


def _name_of(context: Context, left: Term, said: str) -> str | None:
    """The name of which an equation says something, if its left side is one, or applied, or has an index; or the square
    of one of which nothing is said."""
    if is_square(left):
        name = str(left[1])
        return name if said == DEFINE or name not in context.seen else None
    name_ = left if isinstance(left, str) else left[1] if is_a(left, "Apply", "Indexed") else None
    return name_ if isinstance(name_, str) else None


def _is_unsaid(context: Context, block: Block, reading: Reading) -> bool:
    """Is it said with "if", or denied? "For f(x) = x² we get" says what f is, if that is new."""
    left, right = reading.terms
    is_new = is_a(left, "Apply") and compound(left)[1] not in context.seen
    own = {*compound(left)[2:]} if is_a(left, "Apply") else set[Term]()
    if any(own & free(one.proposition) for one in context.cases):
        return True  # f(x) = 1 for x = 0
    is_case = _is_of_case(block, OF_CASE) and not (is_new and is_function(left, right) and FOR.search(block.before))
    is_ranged = is_new and FOR_VALUES.match(block.after.split("⟨")[0]) and _has_values(context, left)
    return is_case or is_hedged(block.before, "" if block.kind == DISPLAY or is_ranged else block.after)


def _has_values(context: Context, left: Term) -> bool:
    """Is it said after the formula where an argument of the function lies, as "if $x > 0$"?"""
    own = {*compound(left)[2:]} if is_a(left, "Apply") else set()
    return any(own & plain((one.proposition,)) for one in context.facts if not one.line)


def _is_of_case(block: Block, by: re.Pattern[str] = CASE) -> bool:
    """Is it said with "if", or the like, in the midst of a sentence?"""
    return block.kind != DISPLAY and bool(by.search(sentence(block.before)))


def _is_chosen(block: Block) -> bool:
    return bool(CHOSEN.search(block.before)) if block.kind == DISPLAY else _is_of_case(block, CHOOSES)


def _by_law(context: Context, reading: Reading, soft: bool) -> tuple[Context, Verdict | None]:
    """A proof of what an expectation or the like is, from the law that a random variable follows, or from what the
    text says that it is; a density that is written is then that of the law."""
    left, _ = reading.terms
    told = [law for law in context.own_laws if is_a(left, "Apply") and left[1] in law.names]
    verdict = identity((reading,), context) if soft or told else None
    if verdict is None or verdict.status != PROVED:
        return context, None
    own = tuple(replace(law, written=True) if law in told else law for law in context.laws)
    return replace(context, laws=own), verdict


def is_said_last(sides: Pair, context: Context) -> bool:
    """Is nothing used but what the formula above says of the name on the left, and later? Where anything older is,
    another case may be meant."""
    left, right = (context.unfolded(side)[1] for side in sides)
    known = next((one for one in left if _is_head(sides[0], one, context)), None)
    if known is None or known.soft or known.name not in context.lately:
        return False
    return all(one.line >= known.line for one in (*left, *right))


def anew(context: Context, verdict: Verdict, reading: Reading, line: int) -> tuple[Context, Verdict]:
    """Where an equation says of a defined name, or of a function at its own arguments, what that is not: a definition
    from here on. Whether it is meant, or is a slip, is not certain: it refutes nothing."""
    left, right = reading.terms
    known = next((one for one in context.unfolded(left)[1] if _is_head(left, one, context)), None)
    meaning = meaning_of(left, right, line, soft=True)
    differs = verdict.status == REFUTED or bool(verdict.warnings)
    differs = differs or (verdict.status == UNKNOWN and is_defined_again(context, left))
    if known is None or meaning is None or (is_moment(left) and not is_function(left, right)):
        return context, verdict
    if not differs and verdict.status == UNKNOWN and reading.opaques.intersection(applied(right)):
        return defining(context, meaning), verdict  # it may be another one, of what is not understood
    if not differs:
        return context, verdict
    why = f"defined anew, for it is not what {said_name(known.name)} is in line {known.line}"
    return defining(context, meaning), Verdict(DEFINITION, why, warnings=verdict.warnings)


def is_defined_again(context: Context, left: Term) -> bool:
    """Is it a function of its own names, of which another thing was said, that may be meant no more?"""
    known = next((one for one in context.unfolded(left)[1] if _is_head(left, one, context)), None)
    return known is not None and known.soft and is_a(left, "Apply") and not is_event(left) and known.name not in MOMENTS


def _is_head(term: Term, known: Meaning, context: Context) -> bool:
    """Is it what an equation defines again: the name, or it of its own arguments, or of names without a meaning; not
    its value at a number, at what has been defined, or at an estimate?"""
    if isinstance(term, str) or not is_a(term, *CALLS):
        return term == known.name
    own = compound(known.pattern)[2:] if isinstance(known.pattern, tuple) else ()
    free_ = (one in own or is_a(one, "Indexed") or _is_open(one, context) for one in compound(term)[2:])
    return compound(term)[1] == known.name and all(free_)


def _is_open(argument: Term, context: Context) -> bool:
    name = argument[1] if is_square(argument) else argument
    return isinstance(name, str) and stem(name) == name and context.meaning(name) is None


def bound_first(readings: Sequence[Reading]) -> tuple[Reading, ...]:
    """The readings in which no index stands outside of its Σ come first."""
    return tuple(sorted(readings, key=is_loose))


def is_loose(reading: Reading) -> bool:
    """Is a name bound in the right side, and free there, of which the left side does not speak?"""
    left, right = reading.terms
    return bool(set(bound(right)) & free(right) - free(left))


def meant(
    context: Context, verdict: Verdict, readings: Sequence[Reading], chain: Chain, line: int
) -> tuple[Context, Verdict]:
    """Where a chain that defines f goes on, f(x) = a = b, and a = b is proved in one reading of a and refuted in the
    others: then f is a in this one. On the link itself there is no verdict."""
    if verdict.status != UNKNOWN or len(readings) < 2 or not verdict.readings:
        return context, verdict
    held = [(reading, identity((reading,), context).status) for reading in readings]
    good = [reading for reading, status in held if status == PROVED]
    trees = [part.tree for part in chain.parts[:2]]
    if len(good) != 1 or {status for _, status in held} != {PROVED, REFUTED} or trees[0] is None or trees[1] is None:
        return context, verdict
    for reading in read((trees[0], trees[1]), context.scope):
        left, right = map(at_point, reading.terms)
        meaning = meaning_of(left, right, line)
        known = None if meaning is None else context.meaning(meaning.name)
        if meaning and known and (known.line, known.soft) == (line, True) and right == at_point(good[0].terms[0]):
            return defining(context, meaning), replace(verdict, reason=verdict.reason + KEPT)
    return context, verdict

r"""A law that a text writes by its density and the values: "P(X = k) = (1 − p)^{k−1} p, k = 1, 2, …".

It is one only where the values are told, the density adds up to 1 over them, and the variable is named: in P(X = k) and
f_X(x) it is; of f(x) the text has to say that X has it as density. What is said of E[X] after it is then a claim, which
the law proves or refutes.

>>> from mlce_sym.documents.walking import checked
>>> text = "Let $X$ have the density $f(x) = 2x$ for $0 < x < 1$. Then $E[X] = \\frac23$, and $E[X] = \\frac12$."
>>> [link.verdict.status for link in checked(text)]
['definition', 'proved', 'refuted']
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from ...reading.signs.commands import GREEK
from ...reading.signs.nodes import spelled
from ...reading.signs.tree import Node
from ...reading.texts.rows import Part
from ...reading.walk.readings import read
from ...reading.walk.scope import names
from ...terms.errors import MlceError
from ...terms.terms import Term, compound, free, is_a, rebuilt, substitute
from ..equations.formulas import SAYING, is_progression, variables_in
from ..equations.judging import unsaid
from ..equations.meaning import INDICES, Meaning
from ..equations.mentions import applied
from ..equations.roles import stem
from ..equations.values import agree
from ..in_force.context import Context
from ..in_force.followed import VALUE, Followed
from ..text.blocks import INLINE, Block, Chain
from ..text.phrases import numbers
from ..text.prose import is_hedged, sentence
from ..text.vocabulary import CONDITION
from ..text.words_of_laws import DECLARES
from .stated import stated
from .support import domain_of

PARAMETER = re.compile(r"[;|]|\\mid\b|\\given\b")
TRIES = 6


def with_written_law(context: Context, listed: Sequence[Block], trees: Mapping[int, Node]) -> Context:
    """With the laws that the first of the formulas says, if the values stand in it or right after it."""
    for chain in listed[0].chains:
        meaning = _density(context, chain)
        variable = None if meaning is None else _variable(meaning, chain.parts[0], listed[0], trees)
        law = None if meaning is None or variable is None else _law(context, meaning, *variable, listed)
        if law is not None:
            others = tuple(one for one in context.laws if one.variable != law.variable)
            context = _with_law(replace(context, laws=others), law)
    return context


def _with_law(context: Context, law: Followed) -> Context:
    """With a law that is written; of what is defined in a way that is not understood, as max_i X_i, it is said that it
    has this density: by that nothing is refuted."""
    known = context.meaning(law.variable)
    told = {one.name for one in context.meanings}
    if known is not None and any(name not in told for name in applied(known.body)):
        kept = tuple(one for one in context.meanings if one is not known)
        context, law = replace(context, meanings=kept), replace(law, written=False)
    return replace(context, laws=(law, *context.laws))


def _density(context: Context, chain: Chain) -> Meaning | None:
    """The function that an equation defines, for certain."""
    tree = chain.parts[0].tree
    if tree is None or [part.relation for part in chain.parts[1:2]] not in (["="], [":="], ["≡"]):
        return None
    try:
        term = read((tree,), context.scope)[0].terms[0]
    except MlceError:
        return None
    if not is_a(term, "Apply"):
        return None
    applied = [
        one for one in context.meanings if one.name == term[1] and not (one.soft or isinstance(one.pattern, str))
    ]
    same = (one for one in applied if len(compound(one.pattern)) == len(compound(term)))
    return next((one for one in same if is_a(one.pattern, "Apply")), None)


def _variable(meaning: Meaning, part: Part, block: Block, trees: Mapping[int, Node]) -> tuple[str, bool] | None:
    """The variable that has a density, and whether it stands for all X_i."""
    own, bar, given = meaning.name.removeprefix("bb_").partition("_given_")
    letter, *words = own.split("_")
    value, *parameters = compound(meaning.pattern)[2:] or (0,)  # P(N(t) = 0) has no value that varies
    if is_hedged(block.before, block.after):
        return None
    if part.tree is None or (parameters and not PARAMETER.search(part.text)) or not isinstance(value, str):
        return None
    if any(stem(one) not in (*GREEK, *"abmnpr") for one in given.split("_") if bar):
        return None  # of another variable, which may be random
    capital = [word for word in words if word.isalpha() and word.isupper()]
    if letter in ("P", "Pr", "f", "p") and len(capital) == 1:
        indexed = any(name == capital[0] and {*scripts} & {*INDICES} for name, scripts in names(part.tree).entries)
        return capital[0], indexed
    declared = DECLARES.search(sentence(block.before)) if letter in ("f", "g", "h", "p", "q", "P") else None
    if declared is None:
        return None
    told = [trees[one] for one in numbers(declared[1] or declared[2]) if one in trees]
    found = [pair for tree in told for pair in variables_in(tree)]
    return found[0] if len(found) == 1 and found[0][0].isupper() else None


def _law(context: Context, meaning: Meaning, variable: str, entries: bool, listed: Sequence[Block]) -> Followed | None:
    value = str(compound(meaning.pattern)[2])
    body, inside = _peeled(meaning.body)
    is_mass = meaning.name.removeprefix("bb_").split("_")[0] in ("P", "Pr")
    said = (*inside, *(one for chain in _limits(listed, value) for one in _said(context, chain, value)))
    support = domain_of(value, said, whole=is_mass) if said else None
    if support is None or VALUE in free(body) - {value} or VALUE in free(support):
        return None
    law = Followed(
        variable,
        substitute(body, {value: VALUE}),
        support,
        meaning.line,
        written=True,
        entries=entries,
        name=meaning.name,
    )
    return replace(law, given=tuple(positive(law, context))) if is_whole(law, context) else None


def _peeled(body: Term) -> tuple[Term, tuple[Term, ...]]:
    """A density without the cases in which it is 0, and the conditions of the others."""
    if is_a(body, "Cases") and body[3] == 0:
        inner, conditions = _peeled(body[2])
        return inner, (body[1], *conditions)
    if is_a(body, "Mul"):
        parts = [_peeled(part) for part in compound(body)[1:]]
        return rebuilt(body, [part for part, _ in parts]), tuple(one for _, some in parts for one in some)
    return body, ()


def _limits(listed: Sequence[Block], value: str) -> Iterator[Chain]:
    """The chains that say something of a name alone, in a formula, and right after it with "for"."""
    first, *others = listed
    yield from (chain for chain in first.chains if _speaks_of(chain, value))
    if others and others[0].kind == INLINE and (CONDITION.match(first.after) or not first.after.strip(" ,;(\n")):
        yield from (chain for chain in others[0].chains if _speaks_of(chain, value))


def _speaks_of(chain: Chain, value: str) -> bool:
    trees = [part.tree for part in chain.parts]
    spoken = any(tree is not None and spelled(tree) == value for tree in trees)
    return spoken and (
        all(part.relation in SAYING for part in chain.parts[1:])
        or (len(trees) == 2 and chain.parts[1].relation == "=" and is_progression(trees[1]))
    )


def _said(context: Context, chain: Chain, value: str) -> tuple[Term, ...]:
    endless = [part.text.replace(" ", "").lstrip("+-") in (r"\infty", "∞") for part in chain.parts]
    if endless == [True, False, True]:
        return (("Member", value, "Reals"),)
    return stated(context.scope, chain)


def is_whole(law: Followed, context: Context, *given: Term) -> bool:
    """Does the density add up to 1, at all values at which that is seen?"""
    total = law.total(VALUE, law.density)
    known = (*context.about(total), *given)
    known = (*known, *(one.proposition for one in unsaid((total,), known)))
    return agree(total, 1, known, tries=TRIES, enough=2)


def positive(law: Followed, context: Context) -> Iterator[Term]:
    """That a parameter of which nothing is said is positive, where there is no such law otherwise."""
    parameters = (free(law.density) | free(law.support)) - {VALUE}
    facts = context.about(law.density, law.support)
    spoken = frozenset[str]().union(*map(free, (*facts, *(one.proposition for one in unsaid((law.density,), facts)))))
    for name in sorted(parameters - spoken):
        if not is_whole(law, context, ("Lt", name, 0)) and is_whole(law, context, ("Lt", 0, name)):
            yield ("Lt", 0, name)

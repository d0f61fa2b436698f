r"""The laws that words say of variables: "X is Poisson with rate λ", "X has mean μ and variance σ²", "X is i.i.d.
Gamma(a, b)"; and which variables are independent.

>>> from mlce_sym.documents.walking import checked
>>> text = "Let $X$ be exponential with rate 2 and let $Y$ have mean $m$ and variance 1. Then $E[X + Y] = m + 1/2$."
>>> checked(text)[-1].verdict.status
'proved'
>>> text = r"Let $X_1, \dots, X_n$ be independent with mean $0$ and variance $v$. Then "
>>> for total in ("nv", "n^2 v"):
...     print(checked(text + rf"$\operatorname{{Var}}(\sum_{{i=1}}^n X_i) = {total}$.")[-1].verdict.status)
proved
refuted
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ...reading.signs.grammar import tokens, tree
from ...reading.signs.tree import Node, ReadingError
from ...reading.walk.laws import law_called
from ...reading.walk.readings import read
from ...terms.errors import MlceError
from ...terms.terms import Term, compound, free, is_a
from ..equations.formulas import is_progression, variables_in
from ..equations.meaning import INDICES
from ..equations.mentions import applied, has
from ..equations.roles import stem
from ..in_force.context import Context
from ..in_force.followed import VALUE, Followed
from ..in_force.laws import RANDOM, VARIANCES, following, of_parameters
from ..text import vocabulary, words_of_laws
from ..text.blocks import Block
from ..text.phrases import numbers
from ..text.prose import is_hedged, sentence
from .stated import ends_of

NAMES = {"poisson": "Poisson", "bernoulli": "Bernoulli", "exponential": "Exp", "exponentially": "Exp"}
MEANT = {"Poisson": ("rate", "mean", "parameter"), "Exp": ("rate", "mean")}  # a parameter may be either
LONG = {"Exponential": "Exp", "Gamma": "Gam", "Beta": "Bet"}
POWERS = {"variance": 1, "standard deviation": 2, "precision": -1, "rate": 1, "scale": -1}  # of the second parameter
PLAIN_MEANS = ("E", "bb_E", "cal_E")
ENDS = re.compile(r"[.;](?:\s|$)")


@dataclass(frozen=True)
class Said:
    """A variable, or all X_i, and the law that words say of it, or its mean and variance alone; is it certain what the
    parameters are?"""

    variable: str
    entries: bool
    law: Term
    exact: bool = False
    is_named: bool = True


def with_said_laws(context: Context, block: Block, trees: Mapping[int, Node], line: int) -> Context:
    """With the laws that the words around an inline formula say, of which it is the last one."""
    for said in _laws(block, trees, context):
        if said.is_named:
            laws = following(
                context.laws, said.variable, said.law, line, entries=said.entries, sure=True, exact=said.exact
            )
            context = replace(context, laws=laws)
            context = context.knowing(of_parameters(said.law), line)
        else:
            context = _with_moments(context, said, line)
    return context


def _with_moments(context: Context, said: Said, line: int) -> Context:
    """With a mean and a variance, of a variable of which no law is known."""
    if any(law.variable == said.variable for law in context.laws):
        return context
    mean, spread = compound(said.law)[2:]
    density: Term = ("Apply", "density", VALUE, mean, spread)
    new = Followed(said.variable, density, "Reals", line, "", True, said.entries, moments=(mean, spread))
    return replace(context, laws=(*context.laws, new))


def with_moments(context: Context, left: Term, line: int) -> Context:
    """With the mean and the variance of a variable, or of all X_i, of which no more is known than that equations say
    them, as E[ε_i] = 0 and Var(ε_i) = σ²; `left` is what the last one says. Nothing is refuted by them."""
    atom = compound(left)[-1]
    means, spreads = ([*_moments(context, names, atom)] for names in (PLAIN_MEANS, VARIANCES))
    name, entries = _variable(atom)
    known = [law for law in context.laws if law.variable == name]
    is_said = len(means) == 1 and len(spreads) <= 1 and stem(name) in RANDOM
    if not is_said or any(law.moments is None or law.written for law in known):
        return context
    kept = tuple(law for law in context.laws if law not in known)
    law: Term = ("Apply", "", means[0], spreads[0] if spreads else 0)
    found = _with_moments(replace(context, laws=kept), Said(name, entries, law), line)
    own = replace(found.laws[-1], written=False, moments=(means[0], spreads[0] if spreads else None))
    return replace(found, laws=(*found.laws[:-1], own))


def _variable(atom: Term) -> tuple[str, bool]:
    """The name of a variable, and whether it is any X_i."""
    if is_a(atom, "Indexed"):
        return str(atom[1]), True
    name, _, index = str(atom).rpartition("_")
    return (name, True) if name and index in INDICES else (str(atom), False)


def _moments(context: Context, names: Iterable[str], atom: Term) -> Iterator[Term]:
    """What the text says that the mean, or the variance, of a variable is, by what is not random itself."""
    letter = stem(_variable(atom)[0])
    for one in context.meanings:
        if is_a(one.pattern, "Apply") and one.name in names and one.pattern[2:] == (atom,):
            spoken = {*map(stem, free(one.body))}
            if not spoken & {letter, *RANDOM} and not any(applied(one.body)) and not has(one.body, "Indexed"):
                yield one.body


def _laws(block: Block, trees: Mapping[int, Node], context: Context) -> Iterator[Said]:
    """The variables with the laws that they follow, as "X and Y are independent Poisson with rates λ and μ" says at μ:
    to each its own parameter, or the same one to all."""
    before = f"{sentence(block.before)}⟨{block.number}⟩"
    if (called := words_of_laws.CALLED.search(before)) is not None:
        yield from _called(called, block, trees, context)
        return
    words = before + ENDS.split(block.after)[0]
    for pattern in (words_of_laws.WITH_ONE, words_of_laws.WITH_TWO, words_of_laws.STANDARD, words_of_laws.UNIFORM):
        for found in pattern.finditer(words):
            after = words[found.end() :]
            others = words_of_laws.OF_OTHERS_TOO.search(words[: found.start()])
            is_here = found.start() <= len(before) - 1 < found.end() or found.end() == len(before)
            if is_here and not others and words_of_laws.GOES_ON.match(after):
                yield from _of_phrase(found, trees, context)


def _of_phrase(found: re.Match[str], trees: Mapping[int, Node], context: Context) -> Iterator[Said]:
    """The laws that a phrase says; none where a variable is one once something else is known, or of another number."""
    listed, law, *rest = found.groups()
    variables = numbers(listed)
    if not all(one in trees for one in variables):
        return
    if any((node.kind, node.text) == ("list", "|") for number in variables for node in trees[number].walk()):
        return
    named = [pair for number in variables for pair in variables_in(trees[number])]
    sorts, values = rest[::2], [_values(one, trees, context) for one in rest[1::2]]
    if found.re is words_of_laws.UNIFORM:
        ends = ends_of(trees[numbers(rest[0])[0]], context.scope) if set(numbers(rest[0])) <= {*trees} else None
        sorts, values = ["", ""], [[end] for end in ends or ()]
    if not all(values) or not all(len(group) in (1, len(named)) for group in values):
        return
    for place, (variable, entries) in enumerate(named):
        chosen = [group[place] if len(group) > 1 else group[0] for group in values]
        if (term := _law_of((law or "").lower(), [sort.lower() for sort in sorts], chosen)) is not None:
            yield Said(variable, entries, term, exact=True, is_named=bool(law))


def _values(words: str, trees: Mapping[int, Node], context: Context) -> list[Term]:
    """The parameters in a list of formulas, or a number; none where they are not understood."""
    own = numbers(words)
    try:
        if not own:
            return [read((tree(tokens(words, {})),), context.scope)[0].terms[0]]
        return [read((trees[one],), context.scope)[0].terms[0] for one in own]
    except (MlceError, ReadingError, KeyError):
        return []


def _law_of(law: str, sorts: list[str], values: list[Term]) -> Term | None:
    """The law with its parameters as they are meant; without a name the mean and the variance alone.

    >>> _law_of("normal", ["mean", "standard deviation"], ["m", 3])
    ('Apply', 'Normal', 'm', ('Pow', 3, 2))
    >>> _law_of("", ["mean", "rate"], ["m", 3]) is None
    True
    """
    if law.startswith("standard"):
        return ("Apply", "Normal", 0, 1)
    if law.startswith("uniform"):
        return ("Apply", "U", *values) if len(values) == len(sorts) else None
    if law in NAMES:
        name, sort = NAMES[law], sorts[0].rstrip("s")
        inverse = name == "Exp" and sort == "mean"
        is_meant = sort in MEANT.get(name, (sort,))
        return ("Apply", name, ("Pow", values[0], -1) if inverse else values[0]) if is_meant else None
    kind = "shape" if law == "gamma" else "mean"
    is_kind = (sorts[0], sorts[1] in ("rate", "scale")) in (
        (kind, kind == "shape"),
        ("location" if law else kind, False),
    )
    if not is_kind:
        return None
    power = POWERS[" ".join(sorts[1].split())]
    second: Term = values[1] if power == 1 else ("Pow", values[1], power)
    return ("Apply", {"gamma": "Gam", "": ""}.get(law, "Normal"), values[0], second)


def with_apart(context: Context, block: Block, trees: Mapping[int, Node]) -> Context:
    """With the variables that words say to be independent; of "i.i.d." each of its own copies."""
    words = f"{sentence(block.before)}⟨{block.number}⟩{ENDS.split(block.after)[0]}"
    for found in words_of_laws.APART.finditer(words):
        listed = [one for group in found.groups() for one in numbers(group or "")]
        unsure = is_hedged(words[: found.end()]) or vocabulary.CASE.search(words[: found.start()])
        if unsure or not all(one in trees for one in listed):
            continue
        plain = [trees[one] for one in listed if not any(node.kind == "bracket" for node in trees[one].walk())]
        names = frozenset(name for one in plain for name, _ in variables_in(one))
        said = next((one.lower() for one in found.groups() if one and one[0].lower() == "i"), "")
        joint = said.startswith("independent") or len(names) == 1
        own = _several(plain) if joint and not said.endswith("of") else () if joint else names
        context = context.with_apart([*([names] if joint else []), *(frozenset({name}) for name in own)])
    return context


def _several(trees: Sequence[Node]) -> Iterator[str]:
    """The variables of which several are listed, as X_1, …, X_n, or X_1 and X_2: X_i and Y_i are one of each."""
    found = [name for one in trees for name in {name for name, _ in variables_in(one)}]
    listed = {name for one in trees if is_progression(one) for name, _ in variables_in(one)}
    return (name for name in dict.fromkeys(found) if name in listed or found.count(name) > 1)


def _called(found: re.Match[str], block: Block, trees: Mapping[int, Node], context: Context) -> Iterator[Said]:
    """The variables with the law that "i.i.d. ⟨N(μ, v)⟩", "i.i.d. Poisson(⟨λ⟩)" or "Gamma⟨(a, b)⟩" says of all."""
    listed, name, opened, last = found.groups()
    variables, parameters = numbers(listed), numbers(last)
    after = block.after if not opened else block.after.removeprefix(")") if block.after.startswith(")") else "("
    others = words_of_laws.OF_OTHERS_TOO.search(found.string[: found.start()])
    if others or not words_of_laws.GOES_ON.match(words_of_laws.OF_LAW.sub("", after, count=1)):
        return
    if not all(one in trees for one in (*variables, *parameters)) or (not name and len(parameters) > 1):
        return
    if any((node.kind, node.text) == ("list", "|") for number in variables for node in trees[number].walk()):
        return
    name = LONG.get(name, name)
    try:
        if name and not opened:  # as in Beta$(a, b)$
            law = read((tree(tokens(rf"\mathrm{{{name}}}{block.text.text}", {})),), context.scope)[0].terms[0]
        else:
            values = [read(trees[one], context.scope)[0].terms[0] for one in parameters]
            law = ("Apply", name, *values) if name else values[0]
    except (MlceError, ReadingError):
        return
    if law_called(law) is not None:
        yield from (Said(variable, entries, law) for one in variables for variable, entries in variables_in(trees[one]))

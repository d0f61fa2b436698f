"""A definition that comes into force: what it says of entries, of functions, and of what moves with them.

>>> from mlce_sym.documents.equations.meaning import meaning_of
>>> mean = ("Mul", ("Pow", "n", -1), ("Sum", "i", ("Range", 1, "n"), ("Indexed", "y", "i")))
>>> defining(Context(), meaning_of("bar_y", mean)).unfolded(("Mul", "n", "bar_y"))[0] == ("Mul", "n", mean)
True
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ...reading.walk.big import entries_at
from ...reading.walk.scope import Scope
from ...terms.terms import Term, compound, free, is_a, substitute
from ..equations.meaning import Meaning, as_entries, is_square
from ..equations.mentions import leaves
from .context import NEAR, Context
from .followed import Followed

ONE_INDEX = 3  # parts of an entry with one index


def defining(context: Context, meaning: Meaning) -> Context:
    """With a definition, which takes the place of another one of the name."""
    meaning = replace(meaning, body=substitute(meaning.body, _entries_in(context, meaning.body)))
    said = tuple(one.proposition for one in context.facts if meaning.line - one.line in NEAR)
    meaning = meaning.on(said)
    if is_a(meaning.pattern, "Apply"):
        meaning = with_moving(context, meaning, free(meaning.pattern) - {meaning.name})
    functions, entries = _as_functions(context, meaning), tuple(one.on(said) for one in as_entries(meaning))
    new = (meaning, *entries)
    kept, forms = (
        tuple(one for one in some if not any(other.replaces(one) for other in new))
        for some in (context.meanings, context.forms)
    )
    forms = () if len(kept) < len(context.meanings) else forms  # they may have been proved by what it was
    laws = tuple(law for law in context.laws if not _is_ended(law, meaning))
    meanings, scope = (*kept, meaning, *functions, *entries), _called(context.scope, meaning, functions)
    return _with_entries(replace(context, scope=scope, meanings=meanings, forms=forms, laws=laws), meaning)


def _is_ended(law: Followed, meaning: Meaning) -> bool:
    """Is its density another one from here on, or may this be the density of its variable, of which a mean said it?"""
    arguments = compound(meaning.pattern)[2:] if is_a(meaning.pattern, "Apply") else ()
    is_other = law.is_unsure and law.variable in arguments and not meaning.soft
    return law.name == meaning.name or is_other


def _called(scope: Scope, meaning: Meaning, functions: tuple[Meaning, ...]) -> Scope:
    """With what a name is defined as a function of, by itself or as one of the `functions`."""
    is_function = is_a(meaning.pattern, "Apply")
    whole = functions[0] if functions else meaning
    own = compound(whole.pattern)[2:] if is_function or functions else ()
    of_numbers = all(isinstance(one, str) or is_square(one) for one in own)
    of_all = {name for one in own for name in free(one)} == {*whole.variables}
    of_entries = any(str(one).startswith("all_") for one in own)
    arguments = {name: one for name, one in scope.arguments.items() if name != meaning.name}
    if own and of_numbers and (of_all or of_entries):
        arguments[meaning.name] = own
    names = {meaning.name} - scope.vectors if is_function else set()
    bars = {meaning.name} if meaning.pattern == f"bar_{meaning.name.removeprefix('bar_')}" else set()  # as in ȳ (1 − ȳ)
    return replace(scope, functions=scope.functions | names, numbers=scope.numbers | bars, arguments=arguments)


def _entries_in(context: Context, body: Term) -> dict[str, Term]:
    """The names q_1, q_2 in a definition, where q_i is defined for every i, as entries of q, which move with it."""
    defined = {meaning.name for meaning in context.meanings if is_a(meaning.pattern, "Indexed")}
    parts = {name: name.rpartition("_") for name in free(body)}
    return {
        name: ("Indexed", stem, int(index))
        for name, (stem, _, index) in parts.items()
        if stem in defined and index.isdecimal()
    }


def _with_entries(context: Context, meaning: Meaning) -> Context:
    """With a name p, of which p_k is defined by entries z_k, as one that has as many entries as z."""
    if not is_a(meaning.pattern, "Indexed") or len(compound(meaning.pattern)) != ONE_INDEX:
        return context
    index = str(compound(meaning.pattern)[2])
    found = {context.scope.sizes[one] for one in entries_at(meaning.body, index) if one in context.scope.sizes}
    scope = replace(context.scope, vectors=context.scope.vectors | {meaning.name})
    return replace(context, scope=scope).with_sizes((meaning.name, size) for size in found)


def _as_functions(context: Context, meaning: Meaning) -> tuple[Meaning, ...]:
    """What is said of a name, of the same name as a function of the numbers in its definition, as in dL/dw; of E(w)
    as a function of w_0 and w_1, if it speaks of these."""
    meaning = with_moving(context, meaning, frozenset(_numbers(meaning.body)), entries=True)
    numbers = dict.fromkeys(_numbers(meaning.body))
    if not isinstance(meaning.pattern, str):
        vectors_ = {one for one in compound(meaning.pattern)[2:] if isinstance(one, str) and one not in numbers}
        numbers = dict.fromkeys(one for one in numbers if one.rpartition("_")[0] in vectors_)
    if meaning.soft or not (numbers or isinstance(meaning.pattern, str)):
        return ()
    return (replace(meaning, pattern=("Apply", meaning.name, *numbers), variables=tuple(numbers)),)


def with_moving(context: Context, meaning: Meaning, names: frozenset[str], entries: bool = False) -> Meaning:
    """With the definitions written out in it of what moves with these names, as p_i = w x_i does with w: of L = Σ_i
    (y_i − p_i)² + w² the derivative in w is not 2 w. With `entries` those of entries alone."""
    own = [one for one in context.meanings if one.name != meaning.name and one.name not in names]
    own = [one for one in own if is_a(one.pattern, "Indexed") or not entries]
    moving = [one for one in own if one.name in free(meaning.body) and names & free(context.unfolded(one.body)[0])]
    if not moving:
        return meaning
    inner = replace(context, meanings=tuple(own)).unfolded(meaning.body)[0]
    return replace(meaning, body=inner, kept=meaning.kept or meaning.body)


def _numbers(body: Term) -> Iterator[str]:
    """The names of numbers in a term."""
    return (leaf for leaf in leaves(body) if isinstance(leaf, str))

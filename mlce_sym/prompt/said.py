r"""What is said with --given of functions and of random variables, as f(x) = x^2 and X ∼ Poisson(λ), written out in an
equation.

>>> from mlce_sym.prompt.typed import verdict
>>> print(verdict("f(2a) = 4a^2", ["f(x) = x^2"]))
proved: by the kernel
>>> print(verdict(r"E[X^2] = \lambda^2 + \lambda", [r"X \sim Poisson(\lambda)"]))
proved: by the kernel, where 0 < lambda
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, product

from ..documents.equations.formulas import known_in, variables_in
from ..documents.equations.meaning import Meaning, is_square, meaning_of
from ..documents.equations.mentions import applied, leaves, subterms
from ..documents.in_force.context import Context
from ..documents.in_force.followed import Followed, Laws
from ..documents.in_force.laws import following, is_event, is_moment, is_of_law
from ..documents.verdict.question import Question, asked
from ..logic.definedness import follows
from ..logic.given import assumed as given
from ..reading import Part, Scope, propositions, read
from ..reading.signs.tree import ReadingError
from ..reading.typed.mistyped import Mistyped, said_of
from ..reading.walk.laws import law_called
from ..terms.terms import Term, compound, free, is_a, substitute

NO_LAW = r"no law is known by it; write it as '\mathrm{Poisson}(\lambda)', or say what its density is"
UNWORKED = "a probability or a mean that is not worked out from the law"


@dataclass(frozen=True)
class Told:
    """The functions that are defined, the laws, each with its forms, and what holds, of their parameters, too."""

    functions: tuple[Meaning, ...] = ()
    laws: tuple[Followed, ...] = ()
    facts: tuple[Term, ...] = ()

    def fits(self, terms: Sequence[Term], others: Iterable[Sequence[Term]]) -> bool:
        """Does a reading speak of the functions that are defined, and of no number as a function, if one of the others
        does so? Else it stands for none that is meant."""
        return self._strangeness(terms) == min(map(self._strangeness, others))

    def _strangeness(self, terms: Iterable[Term]) -> int:
        called, defined = _called(terms), {one.name for one in self.functions}
        spoken = (*self.facts, *(law.density for law in self.laws))
        return len(defined - called) + len(called.intersection(name for one in spoken for name in _numbers(one)))

    def asked(self, terms: Sequence[Term]) -> Iterator[tuple[Question, tuple[str, ...], str]]:
        """The question that an equation is, for each of the forms that the laws of which it speaks may have; the words
        for these, and what was not worked out."""
        laws = [one for one in self.laws if _of(terms, (one,))]
        for chosen in product(*([*zip(law.certainly(), law.forms, strict=True)] for law in laws)):
            meanings = tuple(replace(one, soft=True) for one in self.functions)  # none is the density of a law
            context = Context(meanings=meanings, laws=tuple(law for law, _ in chosen))
            question = asked(terms[0], terms[1], context)
            words = tuple(_words(law, form.parameters) for law, form in chosen if len(law.forms) > 1)
            yield question, words, UNWORKED if _of((question.left, question.right), context.laws) else ""


def _of(terms: Iterable[Term], laws: Laws) -> bool:
    return any(is_of_law(part, laws) for term in terms for part in subterms(term))


def _called(terms: Iterable[Term]) -> frozenset[str]:
    return frozenset(name for term in terms for name in applied(term))


def _numbers(term: Term) -> Iterator[str]:
    return (one for one in leaves(term) if isinstance(one, str))


def _words(law: Followed, parameters: tuple[tuple[Term, str], ...]) -> str:
    """That the parameter which tells the forms apart is a rate, or a scale."""
    value, word = parameters[-1]
    name = value if isinstance(value, str) else "the last parameter"
    return f"{name} is the {word.replace('standard', 'standard deviation')} of {law.variable}"


def all_said(said: Mapping[str, Sequence[Part]], scope: Scope) -> Told:
    """What the texts that are given say, each a chain. A function is defined by what is said of it where nothing more
    is said of its arguments, which are then any numbers; else that is a fact. Raises Mistyped."""
    lawful = {words: _law(words, chain, scope) for words, chain in said.items() if _is_law(chain)}
    _check_once([(words, {law.variable for law in one.laws}) for words, one in lawful.items()])
    laws = [*lawful.values()]
    others = {words: chain for words, chain in said.items() if not _is_law(chain)}
    defined = {words: one for words, chain in others.items() if (one := _function(words, chain, scope)) is not None}
    facts = {words: _propositions(words, chain, scope) for words, chain in others.items()}
    spoken = {name for words, some in facts.items() if words not in defined for one in some for name in free(one)}
    functions = {words: one for words, one in defined.items() if spoken.isdisjoint(one.variables)}
    _check_once([(words, {one.name}) for words, one in functions.items()])
    context = Context(meanings=tuple(functions.values()))
    known = (one for words, some in facts.items() if words not in functions for one in some)
    every = (*(one for law in laws for one in law.facts), *(context.unfolded(one)[0] for one in known))
    return Told(context.meanings, tuple(one for law in laws for one in law.laws), tuple(dict.fromkeys(every)))


def _check_once(said: Iterable[tuple[str, set[str]]]) -> None:
    """Nothing is two functions, or follows two laws. Raises Mistyped."""
    known = set[str]()
    for words, names in said:
        if again := sorted(known & names):
            raise Mistyped.at("--given", words, 0, f"{again[0]} has been said to be another one; say one of the two")
        known |= names


def _propositions(words: str, parts: Sequence[Part], scope: Scope) -> list[Term]:
    found: list[Term] = []
    with said_of("--given", words):
        for left, right in pairwise(parts):
            if left.tree is not None and right.tree is not None:
                found.extend(propositions(right.relation, left.tree, right.tree, scope))
    return found


def _function(words: str, parts: Sequence[Part], scope: Scope) -> Meaning | None:
    """The function that `f(x) = …` defines; None for a statement of another kind."""
    trees = [part.tree for part in parts if part.tree is not None]
    if [part.relation for part in parts[1:]] != ["="]:
        return None
    with said_of("--given", words):
        found = read(trees, scope)
    for reading in found:
        left, right = reading.terms
        meaning = meaning_of(left, right) if is_a(left, "Apply") and not reading.unjudged else None
        if meaning and compound(left)[2:] == meaning.variables and not is_moment(left) and not is_event(left):
            return meaning
    return None


def _is_law(parts: Sequence[Part]) -> bool:
    return [part.relation for part in parts[1:]] == ["∼"]


def _law(words: str, parts: Sequence[Part], scope: Scope) -> Told:
    """What `X ∼ D(a, b)` says."""
    variable, distribution = (part.tree for part in parts)
    assert variable is not None and distribution is not None
    with said_of("--given", words):
        term = read(distribution, scope)[0].terms[0]
        known = law_called(term)
        named = [] if known_in(variable) else [*variables_in(variable)]
        laws = tuple(one for name, some in named for one in following((), name, term, 0, entries=some, sure=True))
        if known is None or not laws or r"\{" in parts[1].text:
            raise ReadingError(distribution.start, "what stands after ∼", NO_LAW)
    values = dict(zip(known.parameters, compound(term)[2:], strict=True))
    own = (_plainly(substitute(one, values)) for one in known.given)
    return Told(laws=laws, facts=tuple(one for one in own if free(one) or not follows(given((), ()), one)))


def _plainly(fact: Term) -> Term:
    """0 < σ² as σ ≠ 0."""
    return ("Ne", fact[2][1], 0) if is_a(fact, "Lt") and fact[1] == 0 and is_square(fact[2]) else fact

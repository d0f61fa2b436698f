"""What is in force at a place of a document: definitions, facts, the names that have been seen.

>>> from mlce_sym.documents.equations.meaning import meaning_of
>>> mean = ("Mul", ("Pow", "n", -1), ("Sum", "i", ("Range", 1, "n"), ("Indexed", "y", "i")))
>>> here = Context(meanings=(meaning_of("bar_y", mean),)).knowing((("Lt", 0, "bar_y"), ("Lt", 0, "a")), line=1)
>>> here.unfolded(("Mul", "n", "bar_y"))[0] == ("Mul", "n", mean), here.about("a")
(True, (('Lt', 0, 'a'),))
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import product

from ...certificate.names import every_name
from ...reading.walk.big import SIZE
from ...reading.walk.scope import Scope
from ...terms.caching import lru_cache
from ...terms.terms import Term, compound, free, is_a, number, substitute
from ..equations.meaning import Meaning, as_entry
from ..equations.mentions import leaves, plain, sizes, subterms, vectors, with_entries
from ..equations.roles import general
from ..equations.tied import Tie, tied
from ..equations.values import differ
from ..text.prose import OF_OTHERS, OF_THESE, continues, is_near, is_silent, sentence, speaks_of
from ..text.vocabulary import OTHER_LAW
from .cited import Cited
from .entries import of_entries, of_one, of_size
from .followed import VALUE, Followed, Laws

MOST_NODES = 4000
PASSES = 4  # some definitions speak of what is defined later
NEAR = range(3)  # lines below a definition where it is still said for which values it holds
UNSURE = SIZE  # of how many entries there are


@dataclass(frozen=True)
class Fact:
    """A proposition that the text states, and where; of what is said with "if" the number of the inline formula, and of
    what is said with "if" or "for" that of the one that is its condition."""

    proposition: Term
    line: int = 0
    case: int | None = None
    condition: int | None = None


@dataclass(frozen=True)
class Context:
    """Definitions and facts, in the order in which they are stated."""

    scope: Scope = field(default_factory=Scope)
    meanings: tuple[Meaning, ...] = ()
    facts: tuple[Fact, ...] = ()
    seen: frozenset[str] = frozenset()
    forms: tuple[Meaning, ...] = ()  # what defined names were proved to be
    slope: Term | None = None  # the last derivative that was worked out
    derivative: Term | None = None  # how that is written
    slopes: tuple[tuple[str, Term], ...] = ()  # those since something was set to zero, with what they are taken in
    rows: tuple[Term, ...] = ()  # the equations above that are to be solved
    taken: str = ""  # what the derivative is taken in that is set to zero there, as text
    gap: int = 0  # the last line since them that is not understood
    zeros: tuple[Term, ...] = ()  # all that were set to zero
    laws: Laws = ()  # what random variables follow
    apart: frozenset[frozenset[str]] = frozenset()  # the variables that are independent of each other
    conditionals: Laws = ()  # what they follow once something is known
    one_hot: frozenset[str] = frozenset()  # the data one of whose entries is 1 and the others 0
    averages: frozenset[str] = frozenset()  # what is said to be a mean
    limited: frozenset[str] = frozenset()  # what words limit in a way that is not understood
    unlisted: frozenset[str] = frozenset()  # of what values words say something more
    kernels: tuple[Meaning, ...] = ()  # what densities are up to a factor
    maybe: tuple[
        Fact, ...
    ] = ()  # what may hold, though nothing is proved from it: values at which it fails tell nothing
    cases: tuple[Fact, ...] = ()  # those of which the sentence speaks
    cited: tuple[Cited, ...] = ()  # the equations of displays
    ties: frozenset[Tie] = frozenset()  # what equations say of names by others
    by_rows: bool = False  # are there vectors that are no columns?
    stated: frozenset[str] = frozenset()  # the labels of laws that the text states
    strange: frozenset[str] = frozenset()  # what stands for no numbers
    matrices: frozenset[str] = frozenset()  # those of them that are bold, and matrices
    symmetric: frozenset[str] = frozenset()  # the symmetric ones
    array_slope: Term | None = None  # the last derivative in a vector that was worked out
    array_rows: tuple[Term, ...] = ()  # the equations above between vectors or matrices that are to be solved
    partial: frozenset[str] = frozenset()  # the functions in definitions that may have no value
    random: frozenset[str] = frozenset()  # parameters that are random themselves
    fixed: frozenset[str] = frozenset()  # what is held fixed; with "" all that is not maximised in, as in the M-step
    before: frozenset[str] = frozenset()  # what had been seen before the block of formulas
    arguments: frozenset[str] = frozenset()  # what has been seen as the argument of a function alone
    alone: bool = False  # without any text around the formulas
    lately: frozenset[str] = frozenset()  # what the formula above defines
    since: int = 0  # the line of the formula since which no word says what a name is
    speaks: str = OF_THESE  # is the sentence about variables as they were introduced?

    @property
    def up_to_factors(self) -> Context:
        """With what densities are up to a factor as what they are, where nothing else is said of them."""
        more = (one for one in self.kernels if self.meaning(one.name) is None)
        return replace(self, meanings=(*self.meanings, *more))

    @property
    def entered(self) -> Context:
        """With the data in what entries are as such: where p_i is an entry, and p_i = σ(w x_i), so is x_i."""
        vectors, more = self.scope.vectors, frozenset[str]()
        meanings = tuple(as_entry(one, vectors, self.scope.bound) for one in self.meanings)
        for meaning in (*reversed(meanings), *reversed(meanings)):
            if is_a(meaning.pattern, "Indexed") and meaning.name in vectors | more:
                more |= {str(leaf[1]) for leaf in leaves(meaning.body) if is_a(leaf, "Indexed")}
        known = replace(self, meanings=meanings)
        return known if more <= vectors else replace(known, scope=replace(self.scope, vectors=vectors | more))

    def in_sentence(self, before: str, after: str, line: int) -> Context:
        """Before a formula, with what the words around it say of variables, and the cases that they still speak of."""
        ended = tuple(one for one in self.facts if _is_ended(one, before))
        facts, maybe = tuple(one for one in self.facts if one not in ended), (*self.maybe, *ended)
        goes_on = continues(before) and before.strip()[:1].islower()  # the sentence of a display
        cases = (one for one in self.cases if one.case is not None and (goes_on or is_near(before, one.case)))
        said_here = any(one.line == line for one in self.meanings)  # on this line, and not in this formula
        since = self.since if self.since and is_silent(before, after) else line + said_here
        laws = tuple(law for law in self.laws if not (law.is_unsure and OTHER_LAW.search(sentence(before))))
        here = replace(self, facts=facts, maybe=maybe) if ended else self
        return replace(here, laws=laws, speaks=speaks_of(before, after), cases=tuple(cases), since=since)

    def without_rows(self) -> Context:
        """With nothing to be solved."""
        return replace(self, rows=(), taken="", gap=0, array_rows=())

    def with_gap(self, sides: Sequence[Term], line: int) -> Context:
        """With an equation of which nothing is made, below what is to be solved: a later row may rest on it."""
        is_row = ("Eq", *sides) in self.rows
        return self if is_row or not self.rows else replace(self, gap=line)

    def defined_since(self, before: Context) -> Context:
        """With the names that have been defined since then."""
        known = {(one.name, one.body) for one in before.meanings}
        return replace(self, lately=frozenset(one.name for one in self.meanings if (one.name, one.body) not in known))

    def placed(self, line: int) -> Context:
        """With the line of what has just been solved."""
        return replace(self, meanings=tuple(replace(one, line=one.line or line) for one in self.meanings))

    def knowing_form(self, form: Meaning) -> Context:
        """With another expression that a defined name was proved to be."""
        form = replace(form, given=self._said_of(form))
        return replace(self, forms=(*(one for one in self.forms if not form.replaces(one)), form))

    def _said_of(self, form: Meaning) -> tuple[Term, ...]:
        """What is said of the names of a form: where something else is, it may not hold."""
        names = free(form.pattern) | free(form.body)
        return tuple(one.proposition for one in self.facts if names & free(one.proposition))

    def meaning(self, name: str) -> Meaning | None:
        return next((one for one in self.meanings if one.name == name), None)

    def knowing(
        self, propositions: Iterable[Term], line: int, case: int | None = None, condition: int | None = None
    ) -> Context:
        known = {fact.proposition for fact in self.facts}
        new = tuple(dict.fromkeys(propositions))
        more = tuple(Fact(one, line, case, condition) for one in new if one not in known)
        is_near = case is None  # what is said with "if" is said of a case
        meanings = tuple(one.on(new) if is_near and line - one.line in NEAR else one for one in self.meanings)
        return replace(self, facts=(*self.facts, *more), meanings=meanings).sized(new).with_values

    def assumes_of(self, term: Term) -> bool:
        """Is it said of a term that something equals it, so that a chain may go on with what is assumed?"""
        return any(is_a(one.proposition, "Eq") and one.proposition[2] == term for one in self.facts)

    def forgetting(self, name: str) -> Context:
        """Without what is said of a name, which is to stand for something else."""
        meanings, forms = (tuple(one for one in some if one.name != name) for some in (self.meanings, self.forms))
        cited = tuple(one for one in self.cited if one.is_general or name not in one.names)
        known = replace(self.without_law(name), meanings=meanings, forms=forms, limited=self.limited - {name})
        known = replace(known, matrices=self.matrices - {name}, symmetric=self.symmetric - {name})
        return replace(known, cited=cited)

    def renewing(self, name: str) -> Context:
        """With a name that is to stand for something else; what was said of it may hold still."""
        known, gone = (
            tuple(one for one in self.facts if (name in free(one.proposition)) == is_of_it)
            for is_of_it in (False, True)
        )
        laws = tuple(law for law in self.laws if law.variable != name)
        known_, strange = self.forgetting(name).without_apart(name), self.strange - {name}
        return replace(known_, facts=known, laws=laws, maybe=(*self.maybe, *gone), strange=strange).with_values

    def with_law(self, law: Followed) -> Context:
        """With what a variable follows of which nothing sure was said; what its means are by another law is gone."""
        known = self.without_law(law.variable) if any(one.is_of(law.variable) for one in self.laws) else self
        return replace(known, laws=(law, *known.laws))

    def without_law(self, name: str) -> Context:
        """Without the law of a variable, and the means and the like that the text gives by it."""
        laws = tuple(law for law in self.laws if law.variable != name or law.label)
        kept = tuple(
            one for one in self.meanings if not (one.soft and is_a(one.pattern, "Apply") and name in free(one.pattern))
        )
        return replace(self, laws=laws, meanings=kept)

    def with_apart(self, groups: Iterable[frozenset[str]]) -> Context:
        """With groups of variables that are independent of each other; with X so are the X_i."""
        return replace(self, apart=self.apart | {*groups})

    def without_apart(self, name: str) -> Context:
        """With another variable of the name, of which it is not said what it is independent of."""
        return replace(self, apart=frozenset(one for one in self.apart if name not in one))

    @property
    def with_solved_in_rows(self) -> Context:
        """With what is to be solved where names are what equations were solved for, and no other definition."""
        solved = replace(self, meanings=tuple(one for one in self.meanings if one.solved), forms=())
        rows = (solved.unfolded(one)[0] for one in self.rows)
        return replace(
            self, meanings=(), forms=(), rows=tuple(one for one in rows if not is_a(one, "Eq") or one[1] != one[2])
        )

    def doubting(self, propositions: Iterable[Term], hedged: bool = False) -> Context:
        """With what may hold; of what is hedged nothing is supposed, either."""
        new = tuple(propositions)
        names = frozenset[str]().union(*map(free, new)) if hedged else frozenset[str]()
        return replace(self, maybe=(*self.maybe, *map(Fact, new)), limited=self.limited | names)

    def having_seen(self, *terms: Term, claim: bool = False, defines: bool = False) -> Context:
        """With the names of a formula; those of a claim may be defined in its proof."""
        names = frozenset[str]().union(*map(every_name, terms))
        own = free(terms[0]) - self.seen if defines and is_a(terms[0], "Apply") else frozenset[str]()
        arguments = (self.arguments - (names - own)) | own
        return replace(self, seen=self.seen if claim else self.seen | names, arguments=arguments).sized(terms)

    def tying(self, left: Term, right: Term) -> Context:
        """With what an equation ties together, whether it holds or not."""
        found = tied(left, right)
        return self if found is None else replace(self, ties=self.ties | {found})

    def sized(self, terms: Iterable[Term]) -> Context:
        """With the numbers of entries that sums, products and "for all" from 1 on show; none of a name with two."""
        return self.with_sizes(pair for term in terms for pair in sizes(term))

    def with_sizes(self, found: Iterable[tuple[str, str]]) -> Context:
        """With how many entries names have."""
        sizes = dict(self.scope.sizes)
        for name, size in found:
            sizes[name] = size if sizes.get(name, size) == size else UNSURE
        return replace(self, scope=replace(self.scope, sizes=sizes))

    @property
    def with_values(self) -> Context:
        """With the values that variables may have, whatever the case: several numbers, of which no words say more."""
        said = [one.proposition for one in self.facts if one.case is None and is_a(one.proposition, "Member")]
        found = {str(one[1]): tuple(one[2][1:]) for one in said if isinstance(one[1], str) and is_a(one[2], "Finite")}
        once = (name for name in found if sum(one[1] == name for one in said) == 1 and name not in self.unlisted)
        values = {name: found[name] for name in once if _are_apart(found[name])}
        return replace(self, scope=replace(self.scope, values=values))

    def in_new_section(self) -> Context:
        """Definitions of earlier sections may be used, but another one may take their place."""
        meanings, forms = (tuple(replace(one, soft=True) for one in some) for some in (self.meanings, self.forms))
        known = self.scope
        seen = Scope(logistic=known.logistic, functions=known.functions, twofold=known.twofold)
        scope, maybe = replace(seen, densities=known.densities), (*self.maybe, *self.facts)
        cited = tuple(one for one in self.cited if one.is_general and one.labels)
        more = Context(
            maybe=maybe, strange=self.strange, partial=self.partial, cited=cited, ties=self.ties, by_rows=self.by_rows
        )
        more = replace(more, matrices=self.matrices)
        return replace(more, scope=scope, meanings=meanings, forms=forms)

    def unfolded(self, term: Term, forms: bool = False) -> tuple[Term, tuple[Meaning, ...]]:
        """The term with the definitions written out, and those that were; with `forms`, names are what they were last
        proved to be."""
        used: list[Meaning] = []
        own = [one for one in self.forms if one.given == self._said_of(one)] if forms else []
        proved = {one.kind: one for one in own}
        for _ in range(PASSES):
            before = term
            for defined in reversed(self.meanings):
                meaning = proved.get(defined.kind, defined).called_in(term)
                if meaning.name not in free(term):
                    continue
                written = meaning.written_into(term)
                if sum(1 for _ in subterms(written)) > MOST_NODES:
                    return term, tuple(dict.fromkeys(used))
                used += [meaning] if written != term else []
                term = written
            if term == before:
                break
        return term, tuple(dict.fromkeys(used))

    @property
    def own_laws(self) -> Laws:
        """The laws, with the density that the text writes itself, which has the parameters as it means them."""
        if self.speaks == OF_OTHERS:
            return ()
        own = tuple(self._apart(own) for law in self.laws if (own := self._as_written(law)) is not None)
        return own if self.speaks == OF_THESE else tuple(replace(law, written=False) for law in own)

    def with_certain_laws(self) -> Iterator[Context]:
        """With the laws as what their names may mean, each in turn, if the sentence is about these variables."""
        forms = [[*law.certainly()] or ([law] if law.written or law.moments else []) for law in self.laws]
        yield from (replace(self, laws=laws) for laws in product(*forms) if self.speaks == OF_THESE)

    def _apart(self, law: Followed) -> Followed:
        own = frozenset({law.variable})  # X_i and Y_i may be independent, and the X_i not of each other
        others = frozenset[str]().union(*(group for group in self.apart if law.variable in group)) - own
        return replace(law, apart=others | own if own in self.apart else others)

    def _as_written(self, law: Followed) -> Followed | None:
        if law.name or law.moments:
            return law
        known = next((one for one in self.meanings if _is_density(one, law)), None)
        small = law.variable.lower()
        if known is None:
            return law
        if small not in known.variables or (small != VALUE and VALUE in free(known.body)):
            return None
        density, own = (substitute(known.body, {small: name}) for name in (VALUE, law.value))
        if law.forms and all(differ_as_densities(one.density, own, law.value, law.support) for one in law.forms):
            return None  # it may be a function of X, such as that of which the mean is taken
        return replace(law, density=density, value=VALUE, line=known.line, written=True)

    def about(self, *terms: Term) -> tuple[Term, ...]:
        """The facts that speak of names of the terms alone, unfolded."""
        names = frozenset[str]().union(*map(free, terms))
        data = {str(part[1]) for term in terms for part in leaves(term) if is_a(part, "Indexed") and len(part) == 3}
        known, shown = self.scope.sizes, self.sized(terms).scope.sizes
        shown = {one: size for one, size in shown.items() if one in known or size in known.values()}
        said = (of_size(self.unfolded(fact.proposition)[0], shown) for fact in self.facts)
        found = (*(of_entries(one, data) for one in said), *self._labels(terms))
        return tuple(dict.fromkeys(one for one in found if free(one) <= names and not with_entries(one) & plain(terms)))

    def possibly(self, *terms: Term) -> tuple[Term, ...]:
        """What may hold of names of the terms."""
        alike = (Fact(of_one(one.proposition, plain(terms))) for one in self.facts)
        values = map(Fact, self.values_of_laws(terms))
        return replace(self, facts=(*self.maybe, *self.cases, *alike, *values), one_hot=frozenset()).about(*terms)

    def values_of_laws(self, terms: Sequence[Term]) -> Iterator[Term]:
        """That what follows a law has one of the values that this takes: X is 0 or 1 where X ∼ Bernoulli(p), and so are
        all X_i."""
        atoms = dict.fromkeys(leaf for term in terms for leaf in leaves(term) if not is_a(leaf, "Apply"))
        for law in (one for one in self.laws if not one.moments):
            for one, quantified in (general(atom) for atom in atoms if law.is_of(atom)):
                yield from map(quantified, law.holds(one))

    def _labels(self, terms: Iterable[Term]) -> Iterator[Term]:
        """That the entries of what is one-hot are 0 or 1, and add up to 1."""
        for total in dict.fromkeys(found for term in terms for found in vectors(term)):
            _, variable, domain, entry = total
            if compound(entry)[1] in self.one_hot:
                yield ("ForAll", variable, domain, ("Member", entry, ("Finite", 0, 1)))
                yield ("Eq", total, 1)


def _is_ended(fact: Fact, before: str) -> bool:
    """Is it an equation said with "if" in another paragraph, from which the words do not go on?"""
    if fact.case is None or not is_a(fact.proposition, "Eq") or f"⟨{fact.case}⟩" in before:
        return False
    return bool(before.strip()) and not continues(before)


def _are_apart(values: tuple[Term, ...]) -> bool:
    """Are they numbers, each another one? Of a and b it is not said that they differ."""
    return None not in map(number, values) and len({*values}) == len(values)


@lru_cache(maxsize=500)
def differ_as_densities(one: Term, other: Term, value: str, support: Term) -> bool:
    """Do two densities certainly differ at a value that is taken, where all parameters are positive? At σ < 0 there
    is none, and 1/(σ √(2π)) is not 1/√(2πσ²)."""
    parameters = sorted(plain((one, other)) - {value})
    return differ(one, other, (("Member", value, support), *(("Lt", 0, name) for name in parameters))) is not None


def _is_density(meaning: Meaning, law: Followed) -> bool:
    """Is it the definition of f(x), p(x) or f_X(x) for a variable X, in this section?"""
    small = law.variable.lower()
    of_it = not meaning.soft and is_a(meaning.pattern, "Apply") and small in meaning.pattern[2:]
    return of_it and (meaning.name in law.names or meaning.name.split("_")[0] in ("f", "p"))

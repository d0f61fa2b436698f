"""What is in force at a place of a document: definitions, facts, the names that have been seen.

>>> from mlce_sym.documents.meaning import meaning_of
>>> mean = ("Mul", ("Pow", "n", -1), ("Sum", "i", ("Range", 1, "n"), ("Indexed", "y", "i")))
>>> meaning = meaning_of("bar_y", mean)
>>> here = Context().defining(meaning)
>>> here.unfolded(("Mul", "n", "bar_y"))[0] == ("Mul", "n", mean)
True
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from ..certificate.names import every_name
from ..reading.big import SIZE, entries_at
from ..reading.scope import Scope
from ..terms.terms import Term, compound, free, is_a, substitute
from ..terms.terms import children as parts_of
from .entries import of_entries, of_one, plain, with_entries
from .followed import VALUE, Followed, Laws
from .meaning import Meaning, as_entries, is_square
from .prose import OF_OTHERS, OF_THESE, is_near, speaks_of
from .roles import leaves
from .silent import is_silent
from .sizes import sizes, vectors

MOST_NODES = 4000
ONE_INDEX = 3  # parts of an entry with one index
UNSURE = SIZE  # of how many entries there are


@dataclass(frozen=True)
class Fact:
    """A proposition that the text states, and where; of what is said with "if" the number of the inline formula."""

    proposition: Term
    line: int = 0
    case: int | None = None


@dataclass(frozen=True)
class Context:
    """Definitions and facts in the order in which they are stated. `forms` are what defined names were proved to be,
    `slope` is the last derivative that was worked out, `derivative` how it is written, `slopes` are those since
    something was set to zero, with what they are taken in, `rows` are the equations above that are to be solved, `gap`
    the last line since them that is not understood, `zeros` all that were set to zero, `laws` are what random variables
    follow, `one_hot` the data one of whose entries is 1 and the others 0, `averages` what is said to be a mean,
    `limited` what words limit in a way that is not understood, `kernels` are what densities are up to a factor, `maybe`
    what may hold, though the text does not say it here, as what it concludes, or says in a section before: nothing is
    proved from it, and values at which it fails refute nothing; `strange` what stands for no numbers, `partial` the
    functions in definitions of which nothing is known, not even that they have a value, `random` parameters that are
    random themselves; `alone` says that there is no text around the formulas, `speaks` whether the sentence is about
    variables as they were introduced; `conditionals` are laws that hold once something is known; `fixed` are the
    names that are held fixed, "" is among them where nothing else moves, as in the M-step;
    `cases` are those of which the sentence speaks; `arguments` have been seen as those of functions that are defined,
    and nowhere else; `since` is the line of the formula since which no word says what a name is"""

    scope: Scope = field(default_factory=Scope)
    meanings: tuple[Meaning, ...] = ()
    facts: tuple[Fact, ...] = ()
    seen: frozenset[str] = frozenset()
    forms: tuple[Meaning, ...] = ()
    slope: Term | None = None
    derivative: Term | None = None
    slopes: tuple[tuple[str, Term], ...] = ()
    rows: tuple[Term, ...] = ()
    zeros: tuple[Term, ...] = ()
    gap: int = 0
    laws: Laws = ()
    one_hot: frozenset[str] = frozenset()
    averages: frozenset[str] = frozenset()
    limited: frozenset[str] = frozenset()
    kernels: tuple[Meaning, ...] = ()
    maybe: tuple[Fact, ...] = ()
    strange: frozenset[str] = frozenset()
    partial: frozenset[str] = frozenset()
    random: frozenset[str] = frozenset()
    alone: bool = False
    speaks: str = OF_THESE
    conditionals: Laws = ()
    fixed: frozenset[str] = frozenset()
    cases: tuple[Fact, ...] = ()
    arguments: frozenset[str] = frozenset()
    since: int = 0

    @property
    def up_to_factors(self) -> Context:
        """With what densities are up to a factor as what they are, where nothing else is said of them."""
        more = (one for one in self.kernels if self.meaning(one.name) is None)
        return replace(self, meanings=(*self.meanings, *more))

    def defining(self, meaning: Meaning) -> Context:
        """With a definition, which takes the place of another one of the name."""
        meaning = replace(meaning, body=substitute(meaning.body, self._entries_in(meaning.body)))
        if is_a(meaning.pattern, "Apply"):
            meaning = self.with_moving(meaning, free(meaning.pattern) - {meaning.name})
        entries = as_entries(meaning)
        new = (meaning, *entries)
        kept, forms = (
            tuple(one for one in some if not any(other.replaces(one) for other in new))
            for some in (self.meanings, self.forms)
        )
        forms = () if len(kept) < len(self.meanings) else forms  # they may have been proved by what it was
        applied = {meaning.name} if is_a(meaning.pattern, "Apply") else set()
        known = {name: own for name, own in self.scope.arguments.items() if name != meaning.name}
        more = self._as_functions(meaning)
        own = compound(more[0].pattern if more else meaning.pattern)[2:] if applied or more else ()
        of_numbers = all(isinstance(one, str) or is_square(one) for one in own)
        named = {name for one in own for name in free(one)} == {*(more or (meaning,))[0].variables}
        of_entries_ = any(str(one).startswith("all_") for one in own)
        arguments = {**known, meaning.name: own} if own and of_numbers and (named or of_entries_) else known
        functions = self.scope.functions | (applied - self.scope.vectors)
        scope = replace(self.scope, functions=functions, arguments=arguments)
        laws = tuple(law for law in self.laws if law.name != meaning.name)  # which is another one from here on
        meanings = (*kept, meaning, *more, *entries)
        return replace(self, scope=scope, meanings=meanings, forms=forms, laws=laws)._with_entries(meaning)

    def _entries_in(self, body: Term) -> dict[str, Term]:
        """The names q_1, q_2 in a definition, where q_i is defined for every i, as entries of q, which move with it."""
        defined = {meaning.name for meaning in self.meanings if is_a(meaning.pattern, "Indexed")}
        parts = {name: name.rpartition("_") for name in free(body)}
        return {
            name: ("Indexed", stem, int(index))
            for name, (stem, _, index) in parts.items()
            if stem in defined and index.isdecimal()
        }

    def _with_entries(self, meaning: Meaning) -> Context:
        """With a name p, of which p_k is defined by entries z_k, as one that has as many entries as z."""
        if not is_a(meaning.pattern, "Indexed") or len(compound(meaning.pattern)) != ONE_INDEX:
            return self
        index = str(compound(meaning.pattern)[2])
        found = {self.scope.sizes[one] for one in entries_at(meaning.body, index) if one in self.scope.sizes}
        scope = replace(self.scope, vectors=self.scope.vectors | {meaning.name})
        return replace(self, scope=scope).with_sizes((meaning.name, size) for size in found)

    def _as_functions(self, meaning: Meaning) -> tuple[Meaning, ...]:
        """What is said of a name, of the same name as a function of the numbers in its definition, as in dL/dw; of E(w)
        as a function of w_0 and w_1, if it speaks of these."""
        meaning = self.with_moving(meaning, frozenset(_numbers(meaning.body)), entries=True)
        numbers = dict.fromkeys(_numbers(meaning.body))
        if not isinstance(meaning.pattern, str):
            vectors_ = {one for one in compound(meaning.pattern)[2:] if isinstance(one, str) and one not in numbers}
            numbers = dict.fromkeys(one for one in numbers if one.rpartition("_")[0] in vectors_)
        if meaning.soft or not (numbers or isinstance(meaning.pattern, str)):
            return ()
        return (replace(meaning, pattern=("Apply", meaning.name, *numbers), variables=tuple(numbers)),)

    def with_moving(self, meaning: Meaning, names: frozenset[str], entries: bool = False) -> Meaning:
        """With the definitions written out in it of what moves with these names, as p_i = w x_i does with w: of L = Σ_i
        (y_i − p_i)² + w² the derivative in w is not 2 w. With `entries` those of entries alone."""
        own = [one for one in self.meanings if one.name != meaning.name and one.name not in names]
        own = [one for one in own if is_a(one.pattern, "Indexed") or not entries]
        moving = [one for one in own if one.name in free(meaning.body) and names & free(self.unfolded(one.body)[0])]
        if not moving:
            return meaning
        inner = replace(self, meanings=tuple(own)).unfolded(meaning.body)[0]
        return replace(meaning, body=inner, kept=meaning.kept or meaning.body)

    @property
    def entered(self) -> Context:
        """With the data in what entries are as such: where p_i is an entry, and p_i = σ(w x_i), so is x_i."""
        vectors, more = self.scope.vectors, frozenset[str]()
        for meaning in (*reversed(self.meanings), *reversed(self.meanings)):
            if is_a(meaning.pattern, "Indexed") and meaning.name in vectors | more:
                more |= {str(leaf[1]) for leaf in leaves(meaning.body) if is_a(leaf, "Indexed")}
        return self if more <= vectors else replace(self, scope=replace(self.scope, vectors=vectors | more))

    def in_sentence(self, before: str, after: str, line: int) -> Context:
        """Before a formula, with what the words around it say of variables, and the cases that they still speak of."""
        cases = (one for one in self.cases if one.case is not None and is_near(before, one.case))
        since = self.since if self.since and is_silent(before, after) else line
        return replace(self, speaks=speaks_of(before, after), cases=tuple(cases), since=since)

    def without_rows(self) -> Context:
        """With nothing to be solved."""
        return replace(self, rows=(), gap=0)

    def with_gap(self, sides: Sequence[Term], line: int) -> Context:
        """With an equation of which nothing is made, below what is to be solved: a later row may rest on it."""
        is_row = ("Eq", *sides) in self.rows
        return self if is_row or not self.rows else replace(self, gap=line)

    def placed(self, line: int) -> Context:
        """With the line of what has just been solved."""
        return replace(self, meanings=tuple(replace(one, line=one.line or line) for one in self.meanings))

    def knowing_form(self, form: Meaning) -> Context:
        """With another expression that a defined name was proved to be."""
        form = replace(form, given=self._said_of(form))
        return replace(self, forms=(*(one for one in self.forms if one.name != form.name), form))

    def _said_of(self, form: Meaning) -> tuple[Term, ...]:
        """What is said of the names of a form: where something else is, it may not hold."""
        names = free(form.pattern) | free(form.body)
        return tuple(one.proposition for one in self.facts if names & free(one.proposition))

    def meaning(self, name: str) -> Meaning | None:
        return next((one for one in self.meanings if one.name == name), None)

    def knowing(self, propositions: Iterable[Term], line: int, case: int | None = None) -> Context:
        known = {fact.proposition for fact in self.facts}
        more = tuple(Fact(one, line, case) for one in dict.fromkeys(propositions) if one not in known)
        return replace(self, facts=(*self.facts, *more)).sized(one.proposition for one in more)

    def assumes_of(self, term: Term) -> bool:
        """Is it said of a term that something equals it, so that a chain may go on with what is assumed?"""
        return any(is_a(one.proposition, "Eq") and one.proposition[2] == term for one in self.facts)

    def forgetting(self, name: str) -> Context:
        """Without what is said of a name, which is to stand for something else."""
        meanings, forms = (tuple(one for one in some if one.name != name) for some in (self.meanings, self.forms))
        return replace(self.without_law(name), meanings=meanings, forms=forms, limited=self.limited - {name})

    def renewing(self, name: str) -> Context:
        """With a name that is to stand for something else; what was said of it may hold still."""
        known, gone = (
            tuple(one for one in self.facts if (name in free(one.proposition)) == is_of_it)
            for is_of_it in (False, True)
        )
        laws = tuple(law for law in self.laws if law.variable != name)
        known_, strange = self.forgetting(name), self.strange - {name}
        return replace(known_, facts=known, laws=laws, maybe=(*self.maybe, *gone), strange=strange)

    def without_law(self, name: str) -> Context:
        """Without the law of a variable, and the means and the like that the text gives by it."""
        laws = tuple(law for law in self.laws if law.variable != name or law.label)
        kept = tuple(
            one for one in self.meanings if not (one.soft and is_a(one.pattern, "Apply") and name in free(one.pattern))
        )
        return replace(self, laws=laws, meanings=kept)

    @property
    def with_solved_in_rows(self) -> Context:
        """With what is to be solved where names are what equations were solved for, and no other definition."""
        solved = replace(self, meanings=tuple(one for one in self.meanings if one.solved), forms=())
        rows = (solved.unfolded(one)[0] for one in self.rows)
        return replace(
            self, meanings=(), forms=(), rows=tuple(one for one in rows if not is_a(one, "Eq") or one[1] != one[2])
        )

    @property
    def in_another_case(self) -> Context:
        """Without definitions that may be those of another case."""
        return replace(self, meanings=tuple(one for one in self.meanings if not one.soft or one.solved))

    def in_general(self, every: bool) -> Context:
        """Without what was said of a special case: values and equations of names, or with `every` all that is said."""
        here = self.in_another_case
        special = tuple(
            one for one in self.meanings if isinstance(one.pattern, str) and not one.solved and _is_plain(one.body)
        )
        kept = tuple(one for one in self.facts if not (every or one.case is not None or is_a(one.proposition, "Eq")))
        gone = (*(one for one in self.facts if one not in kept), *(Fact(("Eq", one.name, one.body)) for one in special))
        meanings = tuple(one for one in here.meanings if one not in special)
        return replace(self, meanings=meanings, forms=(), facts=kept, maybe=(*self.maybe, *gone))

    def of_some(self, index: str, line: int) -> Context:
        """Without what was said on this line for all i, if that is the index: it is said of some."""
        gone = tuple(one for one in self.facts if one.line == line and _is_indexed(one.proposition, index))
        return replace(self, facts=tuple(one for one in self.facts if one not in gone), maybe=(*self.maybe, *gone))

    def doubting(self, propositions: Iterable[Term], hedged: bool = False) -> Context:
        """With what may hold; of what is hedged nothing is supposed, either."""
        new = tuple(propositions)
        names = frozenset[str]().union(*map(free, new)) if hedged else frozenset[str]()
        return replace(self, maybe=(*self.maybe, *map(Fact, new)), limited=self.limited | names)

    def in_case(self, sentence: str) -> Context:
        """Without what was said with "if" of another case than that of which a sentence speaks."""
        return replace(self, facts=tuple(one for one in self.facts if one.case is None or f"⟨{one.case}⟩" in sentence))

    def within_case(self, proposition: Term, case: int) -> Context:
        """With what may hold for a while, as x = 1 after "if x = 1": no other values refute anything."""
        return replace(self, cases=(*self.cases, Fact(proposition, 0, case)))

    def is_in_case(self, *terms: Term) -> bool:
        """Is it said of names of which a case is spoken of?"""
        names = frozenset[str]().union(*map(free, terms))
        return any(names & free(one.proposition) for one in self.cases)

    def having_seen(self, *terms: Term, claim: bool = False, defines: bool = False) -> Context:
        """With the names of a formula; those of a claim may be defined in its proof."""
        names = frozenset[str]().union(*map(every_name, terms))
        own = free(terms[0]) - self.seen if defines and is_a(terms[0], "Apply") else frozenset[str]()
        arguments = (self.arguments - (names - own)) | own
        return replace(self, seen=self.seen if claim else self.seen | names, arguments=arguments).sized(terms)

    def sized(self, terms: Iterable[Term]) -> Context:
        """With the numbers of entries that sums, products and "for all" from 1 on show; none of a name with two."""
        return self.with_sizes(pair for term in terms for pair in sizes(term))

    def with_sizes(self, found: Iterable[tuple[str, str]]) -> Context:
        """With how many entries names have."""
        sizes = dict(self.scope.sizes)
        for name, size in found:
            sizes[name] = size if sizes.get(name, size) == size else UNSURE
        return replace(self, scope=replace(self.scope, sizes=sizes))

    def in_new_section(self) -> Context:
        """Definitions of earlier sections may be used, but another one may take their place."""
        meanings, forms = (tuple(replace(one, soft=True) for one in some) for some in (self.meanings, self.forms))
        known = self.scope
        seen = Scope(logistic=known.logistic, functions=known.functions, twofold=known.twofold)
        scope, maybe = replace(seen, densities=known.densities), (*self.maybe, *self.facts)
        return Context(scope, meanings, forms=forms, maybe=maybe, strange=self.strange, partial=self.partial)

    def unfolded(self, term: Term, forms: bool = False) -> tuple[Term, tuple[Meaning, ...]]:
        """The term with the definitions written out, and those that were; with `forms`, names are what they were last
        proved to be."""
        used: list[Meaning] = []
        own = [one for one in self.forms if one.given == self._said_of(one)] if forms else []
        proved = {(one.name, type(one.pattern)): one for one in own}
        for defined in (*reversed(self.meanings), *reversed(self.meanings)):  # some speak of what is defined later
            meaning = proved.get((defined.name, type(defined.pattern)), defined).called_in(term)
            if meaning.name not in free(term):
                continue
            written = meaning.written_into(term)
            if _size(written) > MOST_NODES:
                break
            used += [meaning] if written != term else []
            term = written
        return term, tuple(dict.fromkeys(used))

    @property
    def own_laws(self) -> Laws:
        """The laws, with the density that the text writes itself, which has the parameters as it means them."""
        if self.speaks == OF_OTHERS:
            return ()
        own = tuple(own for law in self.laws if (own := self._as_written(law)) is not None)
        return own if self.speaks == OF_THESE else tuple(replace(law, written=False) for law in own)

    def _as_written(self, law: Followed) -> Followed | None:
        if law.name:
            return law
        known = next((one for one in self.meanings if _is_density(one, law)), None)
        small = law.variable.lower()
        if known is None:
            return law
        if small not in known.variables or (small != VALUE and VALUE in free(known.body)):
            return None
        return replace(law, density=substitute(known.body, {small: VALUE}), line=known.line, written=True)

    def about(self, *terms: Term) -> tuple[Term, ...]:
        """The facts that speak of names of the terms alone, unfolded."""
        names = frozenset[str]().union(*map(free, terms))
        data = {str(part[1]) for term in terms for part in leaves(term) if is_a(part, "Indexed") and len(part) == 3}
        said = (self.unfolded(fact.proposition)[0] for fact in self.facts)
        found = (*(of_entries(one, data) for one in said), *self._labels(terms))
        return tuple(dict.fromkeys(one for one in found if free(one) <= names and not with_entries(one) & plain(terms)))

    def possibly(self, *terms: Term) -> tuple[Term, ...]:
        """What may hold of names of the terms."""
        alike = (Fact(of_one(one.proposition, plain(terms))) for one in self.facts)
        return replace(self, facts=(*self.maybe, *self.cases, *alike), one_hot=frozenset()).about(*terms)

    def _labels(self, terms: Iterable[Term]) -> Iterator[Term]:
        """That the entries of what is one-hot are 0 or 1, and add up to 1."""
        for total in dict.fromkeys(found for term in terms for found in vectors(term)):
            _, variable, domain, entry = total
            if compound(entry)[1] in self.one_hot:
                yield ("ForAll", variable, domain, ("Member", entry, ("Finite", 0, 1)))
                yield ("Eq", total, 1)


def _is_density(meaning: Meaning, law: Followed) -> bool:
    """Is it the definition of f(x), p(x) or f_X(x) for a variable X, in this section?"""
    small = law.variable.lower()
    of_it = not meaning.soft and is_a(meaning.pattern, "Apply") and small in meaning.pattern[2:]
    return of_it and (meaning.name in law.names or meaning.name.split("_")[0] in ("f", "p"))


def _size(term: Term) -> int:
    return 1 + sum(map(_size, parts_of(term)))


def _numbers(body: Term) -> Iterator[str]:
    """The names of numbers in a term."""
    return (leaf for leaf in leaves(body) if isinstance(leaf, str))


def _is_plain(term: Term) -> bool:
    """Is it made of numbers and names by arithmetic alone, as what a name is in a special case?"""
    return isinstance(term, (str, int)) or (
        is_a(term, "Add", "Mul", "Pow", "Rational") and all(map(_is_plain, parts_of(term)))
    )


def _is_indexed(proposition: Term, index: str) -> bool:
    """Is it said of entries with the index, or for all of them?"""
    names = free(proposition)
    is_all = is_a(proposition, "ForAll") and proposition[1] == index
    return is_all or index in names or any(name.endswith(f"_{index}") for name in names)

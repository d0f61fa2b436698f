r"""An equation that is typed in, in LaTeX or as in Python, with what is given, and the verdict on it.

>>> (typed,) = readings(r"\log(ab) = \log a + \log b", ["a > 0", "0 < b <= 1"])
>>> typed.left, typed.right, typed.given
(log(a*b), log(a) + log(b), (0 < a, 0 < b, b <= 1))
>>> print(verdict("x/x = 1"))
unknown: it holds where x ≠ 0, and nothing given says so
>>> print(verdict("(a+b)^2 = a^2 + 2ab + b^2"))
proved: by the kernel (ab is read as a·b)
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from sympy import Basic

from ..border.encoding import decode, encode
from ..border.given import Given
from ..border.nodes import in_words
from ..documents.equations.judging import cancelled, left_out
from ..documents.equations.mentions import applied
from ..documents.equations.slopes import spoken, worked
from ..documents.in_force.premises import premises
from ..documents.verdict.identity import left_over
from ..prover.logic import holds
from ..prover.seconds import SECONDS
from ..reading import Part, Reading, Scope, names, parse_any, read
from ..reading.texts.plain import juxtaposed
from ..reading.texts.rows import is_latex
from ..reading.typed.declared import meant_by
from ..reading.typed.mistyped import Mistyped, said_of
from ..reading.walk.big import SIZE
from ..reading.walk.partial import is_left_out
from ..terms.errors import Malformed
from ..terms.terms import Term, free, is_a
from ..verdicts.judge import PROVED, REFUTED, UNKNOWN, Verdict, judge
from .said import Told, all_said

NO_EQUATION = "is no equation; write both sides with one = between them"
NO_INEQUALITY = "is an inequality; this is for equations, and mlce check takes inequalities, too, in a document"
NO_RELATION = "is no relation; write one, such as 'x > 0', and each with a --given of its own"
INEQUALITIES = frozenset(("<", "<=", ">", ">="))
MEANT = {SIZE: "the end of a sum without limits", "gamma": "γ, which may be Euler's constant,"}
NAME = r"\s*\\?\w+\s*"
OF_SEVERAL = re.compile(rf"((?:{NAME},)+{NAME})((?:[<>=!≤≥∈]|\\(?:in|ni|[gl]eq?|neq?)\b|(?<=\s)in\b).*)")
AND = re.compile(r",|;|\band\b")
IS = r"(?:[<>!=]=?|[≤≥≠]|\\[gl]eq?\b|\\neq?\b|\bin\b)"
ONE_SIDED = re.compile(rf"\s*\\?[^\W\d]\w*\s*{IS}\s*-?[\w./]+\s*")  # as x > 0
SAID_OF_A_READING = re.compile(r".*\s(is|are)\s.*")  # no relation
FUNCTION_OF = re.compile(r"_of(_\d+)?$")  # of the function n, where a number is called n, too
TWO_WAYS = "it may be read in two ways, which are not judged alike; say which in what is given, with these words"


class Equation(NamedTuple):
    """Both sides, as SymPy's terms and as they are written (SymPy has 1 for x/x), and what is given."""

    left: Basic
    right: Basic
    given: tuple[Basic, ...]
    written: tuple[Term, ...]
    doubt: str = ""
    unjudged: str = ""  # a construct of which nothing is known
    partial: frozenset[str] = frozenset()  # the names of those that may have no value
    bound: frozenset[str] = frozenset()
    limits: tuple[Term, ...] = ()  # that those of events are values of the variables

    def unmet(self, conditions: Iterable[Term]) -> str:
        """What the sides as they are written need to be defined, and does not follow from the conditions."""
        known = (*map(encode, self.given), *conditions)
        return "; ".join(filter(None, (cancelled(side, known) for side in self.written)))

    def needed(self) -> tuple[Basic, ...]:
        """The same, of what is given alone, as propositions."""
        known = tuple(map(encode, self.given))
        return tuple(decode(one) for side in self.written for one in left_out(side, known))

    def means(self) -> dict[Basic, str]:
        """That a number with a bar is the mean of the entries of its name, with the words for it."""
        found = {said: words for (said, *_), words in premises(self.written)}
        return {decode(said): words for said, words in found.items() if is_a(said, "Eq") and type(said[1]) is str}

    @property
    def leaves_out(self) -> bool:
        """Does something that may have no value stand on one side alone?"""
        left, right = self.written
        return is_left_out(left, right, self.partial)

    @property
    def one_sided(self) -> tuple[str, ...]:
        """The functions, and names that mean something by themselves, that stand on one side alone."""
        first, second = (frozenset(applied(side)) | (free(side) & MEANT.keys()) for side in self.written)
        return tuple(sorted(first ^ second))


def verdict(text: str, given: Iterable[str] = (), seconds: float | None = SECONDS) -> Verdict:
    """Is it proved, refuted, or unknown, in each way in which it may be read? In plain text ab may be one name, or a·b:
    it is a·b where a and b stand there, too. What a verdict says of one way, such as "Phi is the normal distribution
    function", is taken as given, too. Raises Mistyped and Malformed, as `readings` does."""
    lines = tuple(map(str.strip, given))
    chosen = tuple(one for one in lines if SAID_OF_A_READING.fullmatch(one))
    said = tuple(each for one in lines if one not in chosen for each in of_each(one))
    alone, unclear = juxtaposed(one for one in (text, *said) if not is_latex(one))
    whole = readings(text, said, alone)
    found = {one.doubt: _judged(one, seconds) for one in whole}
    if unclear and not _holds_of_all(unclear, whole, found.values()):
        letters = {one.doubt: _judged(one, seconds) for one in _readings_if_any(text, said, alone | unclear)}
        if letters and {one.status for one in letters.values()} != {one.status for one in found.values()}:
            found = {_said(doubt, unclear, _one_name): one for doubt, one in found.items()}
            found |= {_said(doubt, unclear, _product): one for doubt, one in letters.items()}
    return _together(_of_these(found, chosen), alone)


def _of_these(found: dict[str, Verdict], chosen: tuple[str, ...]) -> dict[str, Verdict]:
    """The verdicts on the ways to read it of which that is said. Raises Malformed where there is none."""
    kept = {doubt: one for doubt, one in found.items() if set(chosen) <= set(doubt.split("; "))}
    if not kept:
        known = ", or ".join(map(repr, filter(None, found)))
        raise Malformed(
            f"--given {' and '.join(map(repr, chosen))}: {f'it may be said that {known}' if known else NO_RELATION}"
        )
    return kept


def of_each(said: str) -> tuple[str, ...]:
    """What is said of several names, of each of them.

    >>> of_each("a, b > 0"), of_each("p,q in (0, 1)"), of_each("max(a, b) > 0")
    (('a > 0', 'b > 0'), ('p in (0, 1)', 'q in (0, 1)'), ('max(a, b) > 0',))
    >>> of_each("x > 0, y >= 1"), of_each("a > 0 and b != 0"), of_each("0 < a, b < 1")
    (('x > 0', 'y >= 1'), ('a > 0', 'b != 0'), ('0 < a, b < 1',))
    """
    found = OF_SEVERAL.fullmatch(said)
    if found:
        return tuple(f"{name.strip()} {found[2]}" for name in found[1].split(","))
    several = [one.strip() for one in AND.split(said)]
    return tuple(several) if len(several) > 1 and all(map(ONE_SIDED.fullmatch, several)) else (said,)


def _holds_of_all(words: frozenset[str], whole: Sequence[Equation], found: Iterable[Verdict]) -> bool:
    """Is it proved of names, and so of any numbers, products of letters among them? Not so where a letter is bound."""
    bound = frozenset().union(*(one.bound for one in whole))
    return all(one.status == PROVED for one in found) and bound.isdisjoint("".join(words))


def _readings_if_any(text: str, given: tuple[str, ...], apart: frozenset[str]) -> tuple[Equation, ...]:
    try:
        return readings(text, given, apart)
    except (Mistyped, Malformed):
        return ()


def _together(found: dict[str, Verdict], apart: frozenset[str]) -> Verdict:
    """One verdict, where all are alike; it says which words were read as products."""
    first = next(iter(found.values()))
    if len({one.status if one.status == REFUTED else str(one) for one in found.values()}) == 1:
        taken = ", ".join(map(_product, sorted(apart)))
        return replace(first, reason=f"{first.reason} ({taken})") if taken else first
    each = "".join(f"\n  {doubt}: {one}" for doubt, one in found.items())
    return Verdict(UNKNOWN, f"{TWO_WAYS}{each}")


def _said(doubt: str, words: frozenset[str], how: Callable[[str], str]) -> str:
    return "; ".join((*map(how, sorted(words)), *filter(None, (doubt,))))


def _one_name(word: str) -> str:
    return f"{word} is one name"


def _product(word: str) -> str:
    return f"{word} is read as {'·'.join(word)}"


def _judged(read: Equation, seconds: float | None) -> Verdict:
    """The verdict; what the sides as they are written need to be defined is a condition of it. Nothing is refuted by
    values at which they are not, or of what only one side speaks of, or of a bar that is no mean."""
    limits = [one for one in map(decode, read.limits) if not holds(Given(read.given), one)]
    if limits:
        return Verdict(UNKNOWN, f"it is worked out where {'; '.join(map(in_words, limits))}, and nothing given says so")
    found, reason, conditions = judge(read.left, read.right, read.given, seconds), "", None
    if found.status == REFUTED and (needed := read.needed()):
        found, conditions = judge(read.left, read.right, (*read.given, *needed), seconds), read.given
    if read.unjudged and (found.status != PROVED or read.leaves_out):
        return Verdict(UNKNOWN, f"{read.unjudged}: it is read, but nothing is known of it here")
    if found.status == PROVED and (
        unmet := read.unmet(map(encode, found.conditions if conditions is None else conditions))
    ):
        reason = f"it holds where {unmet}, and nothing given says so"
    if found.status == REFUTED:
        means = read.means()
        if read.one_sided:
            reason = f"nothing given says what {' and '.join(map(_unknown, read.one_sided))} is"
        elif means and judge(read.left, read.right, (*read.given, *means), seconds).status != REFUTED:
            reason = f"it needs {' and '.join(means.values())}, which is not given"
    return replace(found, status=UNKNOWN, reason=reason, derivation=None) if reason else found


def _unknown(name: str) -> str:
    """What is not known, and the function of nearly that name; a number may have the name of a function, too."""
    if name in MEANT:
        return MEANT[name]
    own = FUNCTION_OF.sub("", name)
    near = meant_by(own, 0.6) if len(own) > 2 else ""
    hint = f" (did you mean {near}?)" if near not in ("", own) else ""
    return f"{'the function ' if own != name else ''}{own}{hint}"


def readings(text: str, given: Iterable[str] = (), apart: frozenset[str] = frozenset()) -> tuple[Equation, ...]:
    """Each way in which it may be read, with the words that are products of their letters. Raises Mistyped for what
    cannot be read, with its place, and Malformed for what is no equation."""
    parts = _chain("equation", text, NO_EQUATION, apart)
    if [part.relation for part in parts[1:]] != ["="]:
        relations = {part.relation for part in parts[1:]}
        raise Malformed(f"{text!r} {NO_INEQUALITY if relations and relations <= INEQUALITIES else NO_EQUATION}")
    said = {one: _chain("--given", one, NO_RELATION, apart) for one in given}
    trees = [part.tree for chain in (parts, *said.values()) for part in chain if part.tree is not None]
    scope = Scope().seeing(*map(names, trees))
    told = all_said(said, scope)
    sides = [part.tree for part in parts if part.tree is not None]
    with said_of("equation", text):
        found = read(sides, scope)
    every, bound = [one.terms for one in found], scope.bound | scope.variables
    return tuple(each for one in found if told.fits(one.terms, every) for each in _equations(one, told, bound))


def _equations(reading: Reading, told: Told, bound: frozenset[str]) -> Iterator[Equation]:
    """What a reading is, for each of the forms that laws may have."""
    given = tuple(map(decode, told.facts))
    for question, words, unworked in told.asked(reading.terms):
        written = (question.left, question.right)
        left, right = (spoken(worked(term, told.facts)) for term in written)
        doubt = "; ".join((*reading.doubts, *words))
        unjudged = next(filter(None, (*left_over(question, reading, reading.unjudged), unworked)), "")
        yield Equation(left, right, given, written, doubt, unjudged, reading.partial, bound, question.limits)


def _chain(where: str, text: str, hint: str, apart: frozenset[str]) -> tuple[Part, ...]:
    """The formulas of one line, and the relations between them."""
    if not all(side.strip() for side in re.split("==?", text)):
        raise Malformed(f"{text!r}: a side of it is empty; write both")
    with said_of(where, text):
        parts = tuple(part for row in parse_any(text, apart=apart) for part in row)
    if len(parts) < 2 or any(part.tree is None for part in parts) or any(not part.relation for part in parts[1:]):
        raise Malformed(f"{text!r} {hint}")
    return parts

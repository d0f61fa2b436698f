"""What Coq has understood, read back as terms of a certificate: `Check` with all notations off says it.

Coq knows no data vectors: y_i comes back as y(i), and `like_coq` makes a term comparable. Terms come back up to algebra
and the names of bound variables.

>>> reader = Reader({"y": False, "i": False, "n": False})
>>> reader.term(parsed("Ropp (Rmult (IZR (Zpos (xO xH))) (y i))"))
('Mul', -1, ('Mul', 2, ('Apply', 'y', 'i')))
>>> reader.term(parsed("forall (i : R) (_ : Range (IZR Z0) n i), Rlt (IZR Z0) (y i)"))
('ForAll', 'i', ('Range', 0, 'n'), ('Lt', 0, ('Apply', 'y', 'i')))
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from mlce_sym.functions import FUNCTIONS
from mlce_sym.kernel.claims import Claim
from mlce_sym.logic.algebra import canonical
from mlce_sym.terms.terms import Term, alpha, children, is_a, rebuilt, substitute

from .compiled import compiled

HEADER = "Require Import MLCE MLCE_Derivatives."
WITH_LIMITS = "Require Import MLCE MLCE_Derivatives MLCE_Limits."
THEOREM = re.compile(r"^(?=Theorem (\w+) :)(.*?)(?=^Proof\.)", re.M | re.S)
PRINTING = "Set Printing All. Set Printing Width 1000000. Set Printing Depth 1000000."
ANSWER = re.compile(r"^(.+)\n {5}: (.+)$", re.M)
TOKEN = re.compile(r"=>|:=|[(),:]|[^\s(),:]+")
Expression = Any  # a name, ("app", f, a, …), ("fun" | "forall", name, type, body) or ("let", name, value, body)


def answers(text: str, expressions: Iterable[str]) -> list[tuple[Expression, Expression]]:
    """Each expression as Coq understands it after a text, and its type."""
    commands = [f"Check ({expression})." for expression in expressions]
    answer = compiled("\n".join([text, PRINTING, *commands]))
    assert answer.accepted, answer.output
    found = [(parsed(said), parsed(type_)) for said, type_ in ANSWER.findall(answer.output)]
    assert len(found) == len(commands)
    return found


# Coq's own words


def parsed(text: str) -> Expression:
    tokens = TOKEN.findall(text)
    expression, rest = _expression(tokens, 0)
    assert rest == len(tokens), text
    return expression


def _expression(tokens: list[str], at: int) -> tuple[Expression, int]:
    if tokens[at] in ("fun", "forall"):
        return _binding(tokens, at)
    if tokens[at] == "let":
        name = tokens[at + 1]
        _, at = _expression(tokens, at + 3)
        value, at = _expression(tokens, at + 1)
        body, at = _expression(tokens, at + 1)
        return ("let", name, value, body), at
    parts = []
    while at < len(tokens) and tokens[at] not in (")", ",", ":=", "in", ":", "=>"):
        part, at = _expression(tokens, at + 1) if tokens[at] == "(" else (tokens[at], at)
        at += 1
        parts.append(part)
    return parts[0] if len(parts) == 1 else ("app", *parts), at


def _binding(tokens: list[str], at: int) -> tuple[Expression, int]:
    head, groups = tokens[at], []
    at += 1
    while tokens[at] not in ("=>", ","):
        bracket = tokens[at] == "("
        colon = tokens.index(":", at)
        type_, end = _expression(tokens, colon + 1)
        groups += [(name, type_) for name in tokens[at + bracket : colon]]
        at = end + bracket
    body, at = _expression(tokens, at + 1)
    for name, type_ in reversed(groups):
        body = (head, name, type_, body)
    return body, at


# Terms

OVER_SETS = {"ImproperIntegral": "ImproperIntegral", "Integrable": "Converges", "Smooth": "Smooth"}
SETS = {"Range": 2, "Interval": 2, "Above": 1, "Without": 2, "ArgMax": 2, "ArgMin": 2, "Finite": 1}
SETS |= {"Reals": 0, "Integers": 0, "Empty": 0}
SERIES = {"Sum": "Sum", "Prod": "Product", **{h: h for h in ("Entropy", "CrossEntropy", "KLDivergence")}}
PLAIN = {"Rplus": "Add", "Rmult": "Mul", "Rpower": "Pow", "ln": "log", "exp": "exp", "delta": "KroneckerDelta"}
PLAIN |= {"Rlt": "Lt", "Rle": "Le", "Range": "Range", "Interval": "Interval", "Without": "Without"}
PLAIN |= {"Above": "Above", "IsRange": "IsRange", **{f.coq: name for name, f in FUNCTIONS.items() if f.coq}}
CONSTANTS = {"PI": ("Constant", "pi"), "Empty": ("Empty",), "True": ("True",), "False": ("False",)}


@dataclass(frozen=True)
class Reader:
    """Reads terms where these names are known as variables: with True, as variables for sets."""

    known: Mapping[str, bool]

    def term(self, said: Expression) -> Term:
        if isinstance(said, str):
            return said if said in self.known else CONSTANTS.get(_short(said), said)
        head, *parts = said
        if head == "forall":
            return self._for_all(*parts)
        assert head == "app", f"{head} is no term"
        name, *arguments = parts
        places = (0 if self.known[name] else None) if name in self.known else SETS.get(_short(name))
        if places is not None and len(arguments) == places + 1:
            *own, element = arguments
            return ("Member", self.term(element), self.term(("app", name, *own) if own else name))
        if name in self.known:
            return ("Apply", name, *map(self.term, arguments))
        return self._applied(_short(name), arguments)

    def under(self, variable: str) -> Reader:
        return Reader({**self.known, variable: False})

    def meaning(self, said: Expression) -> Term:
        """What a definition says: a term, or a Lambda."""
        if said[0] != "fun":
            return self.term(said)
        _, name, _, body = said
        inner = self.under(name).meaning(body)
        return ("Lambda", (name, *inner[1]), inner[2]) if is_a(inner, "Lambda") else ("Lambda", (name,), inner)

    def sides(self, said: Expression, claimed: bool) -> tuple[Term, Term]:
        """The sides of an equation of numbers or sets, or of an equivalence; or a claim with True or False."""
        if claimed:
            whole = self.term(said)
            return (whole[1], ("False",)) if is_a(whole, "not") else (whole, ("True",))
        assert said[1] in ("@eq", "same", "iff")
        return self.term(said[-2]), self.term(said[-1])

    def _for_all(self, variable: str, type_: Expression, inner: Expression) -> Term:
        reader, (head, unnamed, member, body) = self.under(variable), inner
        _, element, domain = reader.term(member)
        assert (type_, head, unnamed, element) == ("R", "forall", "_", variable)
        return ("ForAll", variable, domain, reader.term(body))

    def _applied(self, name: str, parts: list[Expression]) -> Term:
        if name in ("IZR", "pow"):
            return integer(parts[0]) if name == "IZR" else ("Pow", self.term(parts[0]), natural(parts[1]))
        if name in SERIES:
            low, high, *functions = parts
            return self._binder(SERIES[name], ("Range", self.term(low), self.term(high)), functions)
        if name in OVER_SETS:
            return self._binder(OVER_SETS[name], self.term(parts[0]), parts[1:])
        if name in ("ArgMax", "ArgMin"):
            return self._binder(name, self.term(parts[0]), parts[1:])
        if name == "Integral":
            low, high, body = parts
            return self._binder(name, ("Between", self.term(low), self.term(high)), [body])
        if name == "Derivative":
            base, point, body = parts
            return self._binder(name, ("Near", self.term(base), self.term(point)), [body])
        if name.startswith("Cases"):
            left, right, *values = map(self.term, parts)
            return ("Cases", (name.removeprefix("Cases"), left, right), *values)
        if name == "Finite":
            return (name, *map(self.term, listed(parts[0])))
        return _call(name, [self.term(part) for part in parts if part != "R"])

    def _binder(self, head: str, domain: Term, functions: Iterable[Expression]) -> Term:
        """All bodies are to have one bound variable, as in a certificate."""
        bodies = [(variable, self.under(variable).term(body)) for _, variable, _, body in functions]
        (variable, first), *others = bodies
        return (head, variable, domain, first, *(substitute(body, {own: variable}) for own, body in others))


def _short(name: str) -> str:
    """A name of a library without the module that it is from: RinvImpl.Rinv."""
    return name.rsplit(".", 1)[-1]


def _call(name: str, parts: list[Term]) -> Term:
    if name in ("Ropp", "Rinv"):
        return ("Mul", -1, parts[0]) if name == "Ropp" else ("Pow", parts[0], -1)
    if name == "Rminus":
        return ("Add", parts[0], ("Mul", -1, parts[1]))
    if name == "Rdiv":
        return ("Mul", parts[0], ("Pow", parts[1], -1))
    if name == "Rpower" and isinstance(parts[1], int):  # a power with a literal exponent is written with ^
        return ("Apply", name, *parts)
    if name == "@eq":
        return ("Eq", *parts)
    if name == "not":
        return ("Ne", *parts[0][1:]) if is_a(parts[0], "Eq") else ("not", *parts)
    return (PLAIN[name], *parts)


def integer(said: Expression) -> int:
    """A number of type Z."""
    if said == "Z0":
        return 0
    _, sign, digits = said
    return {"Zpos": 1, "Zneg": -1}[sign] * _positive(digits)


def _positive(said: Expression) -> int:
    return 1 if said == "xH" else 2 * _positive(said[2]) + {"xO": 0, "xI": 1}[said[1]]


def natural(said: Expression) -> int:
    return 0 if said == "O" else 1 + natural(said[2])


def listed(said: Expression) -> list[Expression]:
    return [] if said[1] == "@nil" else [said[3], *listed(said[4])]


# Statements: the names in them are numbers, functions of numbers to numbers, and sets of numbers; nothing else.


SET_TYPE = parsed("forall _ : R, Prop")
TYPES = ["R", SET_TYPE, *(parsed(f"forall {'(_ : R) ' * k}, R") for k in range(1, 5))]


@dataclass(frozen=True)
class Statement:
    """A theorem as Coq states it: what its names are, its definitions in order, its premises, and its two sides."""

    types: Mapping[str, Expression]
    definitions: tuple[tuple[str, Term], ...]
    premises: tuple[Term, ...]
    lhs: Term
    rhs: Term


def statement_of(said: Expression, theorem: Claim) -> Statement:
    """The type of a theorem in Coq, with as many premises as the theorem of the certificate has hypotheses."""
    types: dict[str, Expression] = {}
    while said[0] == "forall" and said[1] != "_":
        _, name, types[name], said = said
    reader = Reader({name: type_ == SET_TYPE for name, type_ in types.items()})
    definitions = []
    while said[0] == "let":
        _, name, value, said = said
        definitions.append((name, reader.meaning(value)))
        reader = reader.under(name)
    claimed, found = theorem.rhs in (("True",), ("False",)), []
    for _ in theorem.hypotheses:
        _, unnamed, premise, said = said
        assert unnamed == "_"
        found.append(reader.term(premise))
    return Statement(types, tuple(definitions), tuple(found), *reader.sides(said, claimed))


def taken_for_granted(text: str) -> tuple[list[str], str]:
    """The names of the theorems of a Coq file, and the theorems without their proofs, as a file."""
    texts = THEOREM.findall(text)
    return [name for name, _ in texts], "\n".join([WITH_LIMITS, *(f"{statement}Admitted.\n" for _, statement in texts)])


def stated(text: str, theorems: Sequence[Claim]) -> list[Statement]:
    """The theorems of a Coq file, which has those of a certificate in their order; the proofs are left out."""
    names, statements = taken_for_granted(text)
    found = answers(statements, names)
    return [statement_of(type_, t) for (_, type_), t in zip(found, theorems, strict=True)]


def called(statement: Statement, names: Iterable[str]) -> Statement:
    """The statement with other names for its variables and definitions, in their order."""
    own = [*statement.types, *(name for name, _ in statement.definitions)]
    renaming = dict(zip(own, names, strict=True))
    meanings = dict(statement.definitions)
    values = {name: _as_value(new, statement.types.get(name), meanings.get(name)) for name, new in renaming.items()}
    return Statement(
        {renaming[name]: type_ for name, type_ in statement.types.items()},
        tuple((renaming[name], substitute(meaning, values)) for name, meaning in statement.definitions),
        tuple(substitute(premise, values) for premise in statement.premises),
        substitute(statement.lhs, values),
        substitute(statement.rhs, values),
    )


def _as_value(name: str, type_: Expression, meaning: Term) -> Term:
    """A name in the place of another one: of a function, as a Lambda."""
    count = TYPES.index(type_) - 1 if type_ in TYPES[2:] else 0
    places = meaning[1] if is_a(meaning, "Lambda") else tuple(f"x{k}" for k in range(count))
    return ("Lambda", places, ("Apply", name, *places)) if places else name


def differences(statement: Statement, theorem: Claim) -> list[str]:
    """In what the statement is not that of the certificate."""
    pairs = {f"hypothesis {k}": p for k, p in enumerate(zip(statement.premises, theorem.hypotheses, strict=True), 1)}
    pairs |= {"lhs": (statement.lhs, theorem.lhs), "rhs": (statement.rhs, theorem.rhs)}
    meanings = {d.name: d.meaning for d in theorem.definitions}
    pairs |= {f"the definition of {name}": (said, meanings.pop(name)) for name, said in statement.definitions}
    strange = [f"the type of {name}" for name, type_ in statement.types.items() if type_ not in TYPES]
    return [what for what, (one, other) in pairs.items() if not same(one, other)] + [*meanings] + strange


def same(one: Term, other: Term) -> bool:
    """Are the terms equal up to algebra, bound names, and entries of data vectors written as applications?"""
    return normal(one) == normal(other)


def normal(term: Term) -> tuple[int, Term]:
    """Comparable; with the number of parameters of a Lambda."""
    term = like_coq(term)
    return (len(term[1]), canonical(alpha(term)[2])) if is_a(term, "Lambda") else (0, canonical(term))


def like_coq(term: Term) -> Term:
    if is_a(term, "Lambda"):
        return ("Lambda", term[1], like_coq(term[2]))
    term = rebuilt(term, map(like_coq, children(term)))
    return ("Apply", *term[1:]) if is_a(term, "Indexed") else term

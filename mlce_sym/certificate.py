"""A theorem as plain data, and back: the certificate of `docs/certificate.md`, and the rule table.

May import the kernel and what is below it. `encode` refuses what plain data would blur: two different symbols of one
name, and names outside `[A-Za-z][A-Za-z0-9_]*`. Reading back evaluates no code.

>>> from sympy import Sum, log, symbols
>>> i, n, x = symbols("i n x")
>>> encode(Sum(log(x), (i, 1, n)))
['Sum', 'i', ['Range', 1, 'n'], ['log', 'x']]
>>> decode(encode(Sum(log(x), (i, 1, n))))
Sum(log(x), (i, 1, n))
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any

import sympy
from sympy import Basic, FiniteSet, Function, Indexed, IndexedBase, Integer, Interval, Lambda, Rational, S, Symbol
from sympy.core.function import AppliedUndef

from . import nodes
from .binding import Scope, children, closed, names, opened
from .given import Definition
from .kernel import Algebra, Condition, Hypothesis, Rule, Step, Theorem

FORMAT, RULES_FORMAT, VERSION = "mlce-certificate", "mlce-rules", 1
Notation = Mapping[str, Mapping[str, Any]]
NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]*")

HEADS: dict[str, Any] = {
    **{name: getattr(sympy, name) for name in ("Add", "Mul", "Pow", "log", "exp", "KroneckerDelta", "Sum", "Product")},
    **{
        name: getattr(nodes, name) for name in ("Entropy", "CrossEntropy", "KLDivergence", "ArgMax", "ArgMin", "ForAll")
    },
    **{"Derivative": nodes.DerivativeAt, "Above": nodes.Above, "Near": nodes.Near},
    **{"Integral": nodes.IntegralOver, "Between": nodes.Between},
    **{"Range": nodes.IndexRange, "Without": nodes.Without, "Member": nodes.Member},
    **{"Lt": sympy.StrictLessThan, "Le": sympy.LessThan, "Ne": sympy.Ne, "Eq": sympy.Eq},
}
HEAD_OF = {node: head for head, node in HEADS.items()}
BINDERS = (
    *("Sum", "Product", "Entropy", "CrossEntropy", "KLDivergence", "ArgMax", "ArgMin", "ForAll"),
    *("Derivative", "Integral"),
)
RELATIONS = ("Lt", "Le", "Ne", "Eq")
CONSTANTS: dict[Basic, list[Any]] = {
    S.true: ["True"],
    S.false: ["False"],
    S.EmptySet: ["Empty"],
    S.Pi: ["Constant", "pi"],
    S.Exp1: ["exp", 1],
}
SETS = {S.Reals: "Reals", S.Integers: "Integers"}


class NotPlain(ValueError):
    """A term or theorem that the certificate's language cannot say."""


def _name(name: object) -> str:
    text = str(getattr(name, "label", getattr(name, "name", getattr(name, "__name__", name))))
    if not NAME.fullmatch(text) or text in SETS.values():
        raise NotPlain(f"{text!r} cannot be a name in a certificate; rename it (letters, digits and _)")
    return text


def encode(term: Basic) -> Any:
    """The plain data of a term, set, proposition or `Lambda`. Raises NotPlain for what plain data cannot say."""
    _refuse_homonyms(_every_name(term))
    return _encoded(term)


def _encoded(term: Basic) -> Any:
    if isinstance(term, Rational):
        return int(term.p) if isinstance(term, Integer) else ["Rational", int(term.p), int(term.q)]
    if term in CONSTANTS:
        return [*CONSTANTS[term]]
    if term in SETS:
        return SETS[term]
    if isinstance(term, Symbol):
        return _name(term)
    if isinstance(term, Lambda):
        parameters, body = _opened_lambda(term)
        return ["Lambda", [_name(v) for v in parameters], _encoded(body)]
    if scope := opened(term):
        return [HEAD_OF[scope.head], _name(scope.variable), *map(_encoded, (scope.domain, *scope.bodies))]
    return [*_head(term), *map(_encoded, children(term))]


@lru_cache(maxsize=20_000)
def _every_name(term: Basic) -> frozenset[Any]:
    """The names in a term, free or bound."""
    if isinstance(term, Lambda):
        parameters, body = _opened_lambda(term)
        return _every_name(body).union(parameters)
    scope = opened(term)
    bound = (scope.variable,) if scope else ()
    return names(term).union(bound, *map(_every_name, children(term)))


def _refuse_homonyms(found: Iterable[Any]) -> None:
    known: dict[str, Any] = {}
    for name in found:
        if known.setdefault(_name(name), name) != name:
            raise NotPlain(f"two different things are called {_name(name)}; rename one of them")


def _opened_lambda(term: Lambda) -> tuple[tuple[Symbol, ...], Basic]:
    """Its parameters and its body; SymPy's identity function has a parameter `_x`, which is given a name of its own."""
    x = Symbol("argument")
    return ((x,), x) if term == S.IdentityFunction else (term.signature, term.expr)


def _head(term: Basic) -> list[str]:
    if isinstance(term, Indexed):
        return ["Indexed", _name(term.base)]
    if isinstance(term, AppliedUndef):
        return ["Apply", _name(term.func)]
    if isinstance(term, FiniteSet) or (isinstance(term, Interval) and term.left_open and term.right_open):
        return [type(term).__name__.removesuffix("Set")]
    if type(term) not in HEAD_OF:
        raise NotPlain(f"{term} ({type(term).__name__}) is outside the certificate's language")
    return [HEAD_OF[type(term)]]


def decode(data: Any) -> Basic:
    """The term that plain data stands for, with plain symbols; the inverse of `encode` where symbols carry no
    assumptions."""
    if isinstance(data, int):
        return Integer(data)
    if isinstance(data, str):
        return next((s for s, name in SETS.items() if name == data), None) or Symbol(data)
    head, *parts = data
    if head in ("Indexed", "Apply"):
        make = IndexedBase(parts[0]).__getitem__ if head == "Indexed" else lambda a: Function(parts[0])(*a)
        return make(tuple(map(decode, parts[1:])))
    if head == "Lambda":
        return Lambda(tuple(map(Symbol, parts[0])), decode(parts[1]))
    if head in BINDERS:
        domain, *bodies = map(decode, parts[1:])
        return closed(Scope(HEADS[head], Symbol(parts[0]), domain, tuple(bodies)))
    return _decoded(head, parts)


def _decoded(head: str, parts: list[Any]) -> Basic:
    if head == "Rational":
        return Rational(*parts)
    constant = next((s for s, plain in CONSTANTS.items() if plain == [head, *parts]), None)
    if constant is not None:
        return constant
    arguments = tuple(map(decode, parts))
    if head == "Finite":
        return FiniteSet(*arguments)
    if head == "Interval":
        return Interval.open(*arguments)
    return HEADS[head](*arguments, evaluate=False) if head in RELATIONS else HEADS[head](*arguments)


@dataclass(frozen=True)
class Line:
    """A line of the brief proof: the expression after that many steps, and why (None: the rules' own names)."""

    step: int
    reason: str | None = None


@dataclass(frozen=True)
class Proof:
    """A theorem with what a reader needs: a title, words, and the lines of its brief proof."""

    theorem: Theorem
    title: str = ""
    words: str = ""
    lines: tuple[Line, ...] = ()
    role: str = "theorem"

    def __repr__(self) -> str:
        return f"{self.theorem.name}: {self.theorem}"

    def as_lemma(self) -> Proof:
        return replace(self, role="lemma")


@dataclass(frozen=True)
class Document:
    """Theorems in the order in which they rest on each other. `notation` and `meanings` (of defined names) are for
    readers."""

    name: str
    title: str
    proofs: tuple[Proof, ...]
    notation: Notation = field(default_factory=dict)
    meanings: Mapping[str, str] = field(default_factory=dict)


def _by(step: Step, theorem: Theorem) -> dict[str, Any]:
    if isinstance(step.by, Rule):
        return {"rule": step.by.name}
    if isinstance(step.by, Definition):
        return {"definition": _name(step.by.head)}
    if isinstance(step.by, Hypothesis):
        return {"hypothesis": theorem.given.hypotheses.index(step.by.statement)}
    if isinstance(step.by, Algebra):
        return {"procedure": "algebra"}
    return {"theorem": step.by.name}


def _condition(condition: Condition) -> dict[str, Any]:
    evidence = condition.evidence
    if evidence is None:
        return {"prop": _encoded(condition.statement), "by": "entailed"}
    variable = None if evidence.variable is None else _name(evidence.variable)
    return {"prop": _encoded(condition.statement), "by": {"theorem": evidence.theorem.name, "variable": variable}}


def _place(place: Iterable[Any]) -> list[Any]:
    return [list(child) if isinstance(child, tuple) else child for child in place]


def _step(step: Step, theorem: Theorem) -> dict[str, Any]:
    return {
        "by": _by(step, theorem),
        "direction": "backward" if step.backward else "forward",
        "at": "after" if step.reverse else "before",
        "place": _place(step.place),
        "bindings": {
            _name(name): _encoded(value) for name, value in sorted(step.bindings, key=lambda pair: _name(pair[0]))
        },
        "before": _encoded(step.before),
        "after": _encoded(step.after),
        "conditions": [_condition(condition) for condition in step.conditions],
    }


def _terms(theorem: Theorem) -> Iterator[Basic]:
    yield from (theorem.lhs, theorem.rhs, *theorem.given.hypotheses)
    yield from (side for definition in theorem.given.definitions for side in (definition.left, definition.right))
    for step in theorem.steps:
        yield from (step.after, *(value for _, value in step.bindings), *(c.statement for c in step.conditions))


def _proof(proof: Proof, meanings: Mapping[str, str]) -> dict[str, Any]:
    theorem = proof.theorem
    _refuse_homonyms(name for term in _terms(theorem) for name in _every_name(term))
    lines = proof.lines or tuple(Line(number) for number in range(1, len(theorem.steps) + 1))
    return {
        "name": theorem.name,
        "title": proof.title,
        "words": proof.words,
        "role": proof.role,
        "hypotheses": [_encoded(h) for h in theorem.given.hypotheses],
        "definitions": [
            {"left": _encoded(d.left), "right": _encoded(d.right), "words": meanings.get(_name(d.head), "")}
            for d in theorem.given.definitions
        ],
        "lhs": _encoded(theorem.lhs),
        "rhs": _encoded(theorem.rhs),
        "steps": [_step(step, theorem) for step in theorem.steps],
        "lines": [{"step": line.step, "reason": line.reason} for line in lines],
        **_uncertified(theorem),
    }


def _uncertified(theorem: Theorem) -> dict[str, list[dict[str, Any]]]:
    """The steps whose rules have no formal proof, where there are any."""
    steps = [(k, step.by) for k, step in enumerate(theorem.steps, 1)]
    lacking = [{"step": k, "rule": by.name} for k, by in steps if isinstance(by, Rule) and by.uncertified]
    return {"uncertified": lacking} if lacking else {}


def certificate(document: Document) -> dict[str, Any]:
    """The document as plain data (`docs/certificate.md`). Raises NotPlain for what plain data cannot say."""
    return {
        "format": FORMAT,
        "version": VERSION,
        "name": document.name,
        "title": document.title,
        "notation": {name: dict(how) for name, how in document.notation.items()},
        "theorems": [_proof(proof, document.meanings) for proof in document.proofs],
    }


def rule_table(rules: Iterable[Rule]) -> dict[str, Any]:
    """The shipped rule table as plain data; `mlce_sym/rules.json` is this, and a test fails when it is stale."""
    rows = [
        {
            "name": rule.name,
            "lhs": encode(rule.lhs),
            "rhs": encode(rule.rhs),
            "conditions": [encode(condition) for condition in rule.conditions],
            "needs": rule.needs,
            "words": rule.words,
            "reference": rule.reference,
            "lemma": rule.lemma,
            "uncertified": rule.uncertified,
        }
        for rule in rules
    ]
    return {"format": RULES_FORMAT, "version": VERSION, "rules": rows}

"""Names and comments that are safe in a Coq file, whatever a certificate calls its things.

>>> sorted(safe_names(["forall", "Sum", "theta"]).items())
[('Sum', 'Sum_1'), ('forall', 'forall_1'), ('theta', 'theta')]
>>> comment('a *) Axiom "x". (* b')
"(* a * ) Axiom 'x'. ( * b *)"
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

from ..functions import FUNCTIONS
from ..kernel.claims import Claim, Condition, Step
from ..logic.given import Definition
from ..terms.caching import lru_cache
from ..terms.terms import BINDERS, CALLS, LITERALS, NAMED_SETS, Term, children, fresh, is_a, lambda_of, rebuilt

KEYWORDS = """
    _ as at by cofix do else end exists exists2 fix for forall fun if in let match mod return then until using where
    with IF Prop SProp Set Type Axiom Definition CoFixpoint Fixpoint Goal Hypothesis Inline Lemma Let Local Module Proof
    Qed Parameter Section End Theorem Variable all
"""
STANDARD = """
    R Rpower ln exp PI True False I eq_refl eq_trans iff_trans f_equal proj1 proj2 conj not and or iff In list nil cons
    Rlt_not_eq not_eq_sym Req_EM_T IZR INR all_theorems
"""
DECLARATION = re.compile(
    r"^\s*(?:#\[export\] )?(?:Lemma|Definition|Fixpoint|Ltac|Instance|Inductive|Tactic) (\w+)", re.M
)
REQUIRED = re.compile(r"^Require Import (MLCE\b.*)\.$", re.M)
LIBRARIES = ("MLCE", "MLCE_Derivatives", "MLCE_Limits", "MLCE_Gamma")  # each after those that it needs
OF_LEMMAS = re.compile(r"_(?:(?:step|needs|defined)_\d+|chain|proof|inhabited)$")


@lru_cache(maxsize=8)
def library(name: str = "MLCE") -> str:
    """The text of a library."""
    return Path(__file__).with_name(f"{name}.v").read_text(encoding="utf-8")


def required(text: str) -> tuple[str, ...]:
    """The libraries that a Coq file needs beside it, each after those that it needs itself.

    >>> required("Require Import MLCE MLCE_Derivatives.")
    ('MLCE', 'MLCE_Derivatives')
    """
    found = REQUIRED.search(text)
    return tuple(found[1].split()) if found else ()


@lru_cache(maxsize=8)
def declared_in(name: str) -> frozenset[str]:
    """What a library declares."""
    return frozenset(DECLARATION.findall(library(name)))


@cache
def reserved() -> frozenset[str]:
    """What a certificate's names may not be: Coq's keywords, and every name that a certificate's file uses."""
    declared = frozenset().union(*map(declared_in, LIBRARIES))
    return frozenset((*KEYWORDS.split(), *STANDARD.split(), *(f.coq for f in FUNCTIONS.values()), *declared))


def safe_names(names: Iterable[str]) -> dict[str, str]:
    """A name for each name: itself, or with a number where it is reserved."""
    wanted = list(dict.fromkeys(names))
    taken = reserved() | set(wanted)
    found: dict[str, str] = {}
    for name in wanted:
        found[name] = fresh(name, taken) if name in reserved() else name
        taken |= {found[name]}
    return found


def identifier(label: str, taken: Collection[str]) -> str:
    """A name for a theorem: its label, with _ for what a name cannot have. Its lemmas' names are free, too."""
    text = re.sub(r"[^A-Za-z0-9]+", "_", label).strip("_")
    wanted = text if text[:1].isalpha() else f"theorem_{text}".rstrip("_")
    candidates = (wanted, f"{wanted}_theorem", *(f"{wanted}_theorem_{k}" for k in range(1, len(taken) + 1)))
    return next(name for name in candidates if not _meets(name, taken))


def _meets(name: str, taken: Collection[str]) -> bool:
    """Is the name taken, or that of one of its lemmas, or is it the name of another theorem's lemma?"""
    stem = OF_LEMMAS.sub("", name)
    return name in taken or stem != name or any(OF_LEMMAS.sub("", other) == name for other in taken)


def comment(text: str) -> str:
    """Text as a Coq comment: nothing in it opens or closes a comment or a string."""
    line = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    for opening, harmless in (('"', "'"), ("(*", "( *"), ("*)", "* )")):
        line = line.replace(opening, harmless)
    return f"(* {line} *)"


# All names of a theorem, bound ones too


def names_in(theorem: Claim) -> list[str]:
    found: dict[str, None] = {}
    for term in _terms_of(theorem):
        _collect(term, found)
    return list(found)


def _terms_of(theorem: Claim) -> Iterable[Term]:
    yield from (*theorem.hypotheses, theorem.lhs, theorem.rhs)
    for definition in theorem.definitions:
        yield from (definition.left, definition.right)
    for step in theorem.steps:
        yield from (step.before, step.after, *step.bindings, *step.bindings.values())
        for condition in step.conditions:
            yield condition.prop
            if condition.variable is not None:
                yield condition.variable


def _collect(term: Term, found: dict[str, None]) -> None:
    if type(term) is str and term not in NAMED_SETS:
        found[term] = None
    elif type(term) is tuple and term[0] not in LITERALS:
        for part in (*term[1], term[2]) if is_a(term, "Lambda") else term[1:]:
            _collect(part, found)


def with_names(theorem: Claim, names: Mapping[str, str]) -> Claim:
    """The theorem with other names for its things, bound ones too; different names stay different."""
    return Claim(
        theorem.name,
        tuple(_put(h, names) for h in theorem.hypotheses),
        tuple(
            Definition(d.head, names[d.name], tuple(names[p] for p in d.parameters), _put(d.right, names))
            for d in theorem.definitions
        ),
        _put(theorem.lhs, names),
        _put(theorem.rhs, names),
        tuple(_step_with(step, names) for step in theorem.steps),
    )


def _step_with(step: Step, names: Mapping[str, str]) -> Step:
    # A rule's own names are not the theorem's.
    by = names.get(str(step.by), step.by) if step.kind == "definition" else step.by
    keys = {} if step.kind == "rule" else names
    return replace(
        step,
        by=by,
        bindings={keys.get(name, name): _put(value, names) for name, value in step.bindings.items()},
        before=_put(step.before, names),
        after=_put(step.after, names),
        conditions=tuple(
            Condition(_put(c.prop, names), c.theorem, None if c.variable is None else names[c.variable])
            for c in step.conditions
        ),
    )


def _put(term: Term, names: Mapping[str, str]) -> Term:
    if type(term) is str:
        return names.get(term, term)
    if type(term) is not tuple or term[0] in LITERALS:
        return term
    if is_a(term, "Lambda"):
        return lambda_of(tuple(names[name] for name in term[1]), _put(term[2], names))
    if is_a(term, *BINDERS, *CALLS):
        head, name, *parts = term
        return (head, names[name], *(_put(part, names) for part in parts))
    return rebuilt(term, (_put(part, names) for part in children(term)))

"""A certificate as a Coq file: one section per theorem, one lemma per step, and the theorem in the words of `MLCE.v`.

May import the rest of this room, the writers' layout and text, and the checker's document, replay, sorts and terms.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from ..checker.document import Theorem, parse_document
from ..checker.given import Definition, assumed
from ..checker.replay import kinds_of_theorem
from ..checker.terms import PROP, REAL, SET, Term, alpha, free
from ..writers.layout import rows
from ..writers.prose import in_text, plain
from ..writers.text_terms import term as in_words
from .facts import Script, prove
from .lemmas import binders, equation, in_order, type_of
from .names import comment, identifier, names_in, reserved, safe_names, with_names
from .needs import needs
from .order import arranged
from .scope import Scope, instance
from .steps import proof_of
from .terms import ORDER, written
from .used import Known

TRANSITIVITY = {REAL: "eq_trans", SET: "same_transitive _ _ _", PROP: "iff_trans"}
HEADER = "Require Import MLCE."


@dataclass(frozen=True)
class Setting:
    """A theorem as Coq sees it: safe names, what it is called, and what its names stand for."""

    theorem: Theorem
    name: str
    kinds: Mapping[str, str]
    sort: str
    arguments: tuple[str, ...]
    scope: Scope


def document(certificate: Mapping[str, Any]) -> str:
    """The certificate as the text of a Coq file that needs only `MLCE.v`."""
    theorems = parse_document(certificate)
    names = safe_names(name for theorem in theorems for name in names_in(theorem))
    taken = {*reserved(), *names.values()}
    labels = {t["name"]: f"{t['role'].capitalize()} {k}" for k, t in enumerate(certificate["theorems"], 1)}
    earlier: dict[str, Known] = {}
    parts = [comment(f"{plain(certificate['title'])}. Made from the certificate {certificate['name']!r}."), HEADER]
    for theorem, data in zip(theorems, certificate["theorems"], strict=True):
        name = identifier(theorem.name, taken)
        taken.add(name)
        setting = setting_of(with_names(theorem, names), name)
        written_lines = [
            f"{in_words(row.expression, certificate['notation'])}   {in_text(row.reason, certificate['notation'])}"
            for row in rows(data, labels, full=True)
        ]
        title = f"{labels[theorem.name]}. {plain(data['title'])}"
        first = in_words(data["lhs"], certificate["notation"])
        parts.append(_section(setting, title, [first, *written_lines], earlier))
        earlier[theorem.name] = Known(name, setting.theorem, setting.arguments, setting.sort)
    proved = ", ".join(known.name for known in earlier.values())
    parts.append(f"Definition all_theorems := ({proved}).\nPrint Assumptions all_theorems.")
    return "\n\n".join(parts) + "\n"


def setting_of(theorem: Theorem, name: str) -> Setting:
    theorem = replace(
        theorem,
        hypotheses=tuple(map(arranged, theorem.hypotheses)),
        definitions=tuple(replace(d, right=arranged(d.right)) for d in theorem.definitions),
    )
    sort, kinds = kinds_of_theorem(theorem)
    defined = {d.name for d in theorem.definitions}
    terms = (*theorem.hypotheses, *(d.meaning for d in _in_dependence(theorem.definitions)), theorem.lhs, theorem.rhs)
    arguments = tuple(n for n in in_order(terms) if n not in defined)
    named = tuple((f"given_{k}", h) for k, h in enumerate(theorem.hypotheses, 1))
    given = assumed(theorem.hypotheses, theorem.definitions)
    taken = frozenset((*arguments, *defined, *(n for n, _ in named), *reserved()))
    return Setting(theorem, name, dict(kinds), sort, arguments, Scope(given, named, taken))


# The parts of a section


def _section(setting: Setting, title: str, lines: Sequence[str], earlier: Mapping[str, Known]) -> str:
    name = setting.name
    body = [comment(title), f"Section {name}_proof.", "\n".join(_context(setting)), *_steps(setting, lines, earlier)]
    body += [_chain(setting), f"End {name}_proof.", statement(setting)]
    return "\n\n".join(body)


def _context(setting: Setting) -> Iterator[str]:
    for name in setting.arguments:
        yield f"Variable {name} : {type_of(setting.kinds[name])}."
    for definition in _in_dependence(setting.theorem.definitions):
        yield f"Let {_head(definition)} : R := {written(definition.right)}."
    for name, hypothesis in setting.scope.named:
        yield f"Hypothesis {name} : {written(hypothesis)}."


def _head(definition: Definition) -> str:
    parameters = f" ({' '.join(definition.parameters)} : R)" if definition.parameters else ""
    return f"{definition.name}{parameters}"


def _in_dependence(definitions: Sequence[Definition]) -> list[Definition]:
    """A definition after those that it uses."""
    waiting, ready = list(definitions), list[Definition]()
    while waiting:
        names = {d.name for d in waiting}
        now = [d for d in waiting if not free(d.meaning) & names]
        ready += now
        waiting = [d for d in waiting if d not in now]
    return ready


def _lemma(name: str, proposition: str, script: Script) -> str:
    return "\n".join([f"Lemma {name} : {proposition}.", "Proof using All.", *(f"  {line}" for line in script), "Qed."])


def _steps(setting: Setting, lines: Sequence[str], earlier: Mapping[str, Known]) -> Iterator[str]:
    theorem, known = setting.theorem, dict[Term, tuple[str, Term]]()
    yield comment(lines[0])
    yield from _defined(setting, 0, theorem.lhs, known)
    for number, (step, line) in enumerate(zip(theorem.steps, lines[1:], strict=True), 1):
        yield comment(line)
        yield from _defined(setting, number, step.after, known)
        script = proof_of(_knowing(setting.scope, known), step, setting.sort, earlier)
        proposition = equation_of_step(step.before, step.after, setting.sort)
        yield _lemma(f"{setting.name}_step_{number}", proposition, script)


def _knowing(scope: Scope, known: Mapping[Term, tuple[str, Term]]) -> Scope:
    for name, condition in known.values():
        scope = scope.known(name, condition)
    return scope


def equation_of_step(before: Term, after: Term, sort: str) -> str:
    from .lemmas import EQUAL

    sides = (written(arranged(side), ORDER) for side in (before, after))
    return f" {EQUAL[sort]} ".join(sides)


def _defined(setting: Setting, number: int, term: Term, known: dict[Term, tuple[str, Term]]) -> Iterator[str]:
    """The lemma that an expression is defined; each condition is shown once."""
    conditions = needs(arranged(term), partial(_unfold, setting.scope))
    for condition in conditions:
        key = alpha(condition)
        if key not in known:
            name = f"{setting.name}_needs_{len(known) + 1}"
            yield _lemma(name, written(condition), prove(_knowing(setting.scope, known), condition))
            known[key] = name, condition
    proofs = [known[alpha(condition)][0] for condition in conditions]
    whole = " /\\ ".join(written(condition, ORDER) for condition in conditions) or "True"
    yield _lemma(f"{setting.name}_defined_{number}", whole, [f"exact {_conjunction(proofs)}."])


def _unfold(scope: Scope, term: Term) -> Term | None:
    name = term if type(term) is str else term[1] if type(term) is tuple and term[0] in ("Apply", "Indexed") else None
    definition = None if name is None else scope.given.defined(name)
    if definition is None:
        return None
    return instance(definition, term[2:] if definition.parameters else ())


def _conjunction(proofs: Sequence[str]) -> str:
    if not proofs:
        return "I"
    return proofs[0] if len(proofs) == 1 else f"(conj {proofs[0]} {_conjunction(proofs[1:])})"


def _chain(setting: Setting) -> str:
    theorem, count = setting.theorem, len(setting.theorem.steps)
    names = [f"{setting.name}_step_{k}" for k in range(1, count + 1)]
    term = names[-1] if names else ""
    for name in reversed(names[:-1]):
        term = (
            f"{TRANSITIVITY[setting.sort]} {name} ({term})"
            if " " in term
            else f"{TRANSITIVITY[setting.sort]} {name} {term}"
        )
    if not names:
        from .equality import equal

        script = equal(setting.scope, arranged(theorem.lhs), arranged(theorem.rhs), setting.sort)
    else:
        script = [f"exact ({term})."]
    if theorem.rhs == ("True",):
        script = [f"exact (proj2 ({term}) I)."]
    elif theorem.rhs == ("False",):
        script = [f"exact (proj1 ({term}))."]
    return _lemma(f"{setting.name}_chain", equation(arranged(theorem.lhs), arranged(theorem.rhs), setting.sort), script)


def statement(setting: Setting) -> str:
    """The theorem with everything that it supposes."""
    theorem = setting.theorem
    known = {name: setting.kinds[name] for name in setting.arguments}
    lines = [f"Theorem {setting.name} : forall {binders(setting.arguments, known)},"]
    lines += [f"  {_let(d)} in" for d in _in_dependence(theorem.definitions)]
    lines += [f"  {written(h, ORDER)} ->" for _, h in setting.scope.named]
    lines += [f"  {equation(arranged(theorem.lhs), arranged(theorem.rhs), setting.sort)}."]
    return "\n".join([*lines, f"Proof. exact {setting.name}_chain. Qed."])


def _let(definition: Definition) -> str:
    right = written(definition.right)
    parameters = f"fun {' '.join(definition.parameters)} : R => " if definition.parameters else ""
    return f"let {definition.name} := {parameters}{right}"

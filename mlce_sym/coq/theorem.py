"""One theorem as a section of a Coq file: what it supposes, a lemma per expression and per step, and its statement."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ..functions import FUNCTIONS
from ..kernel.claims import Claim, Step
from ..kernel.step import kinds_of
from ..logic.given import Definition, assumed
from ..terms.terms import PROP, REAL, SET, Term, alpha, children, free, fresh, is_a
from .equality import equal
from .example import examples
from .facts import prove
from .lemmas import EQUAL, WIDTH, binders, equation, in_order, type_of
from .names import comment, reserved
from .needs import needs
from .order import arranged
from .parts import NoScript
from .scope import Scope, unfolded_once
from .scripts import Script
from .steps import proof_of
from .terms import ORDER, written
from .used import Known

MOST_EXAMPLES = 6
TRANSITIVE = {REAL: "eq_trans", SET: "same_transitive _ _ _", PROP: "iff_trans"}


@dataclass(frozen=True)
class Setting:
    """A theorem with safe names, what it is called in Coq, the sort of its sides, and what its names stand for.

    `arguments` are the names that are not defined, in the order in which the theorem takes them.
    """

    theorem: Claim
    name: str
    sort: str
    arguments: Mapping[str, str]
    scope: Scope

    @property
    def known(self) -> Known:
        return Known(self.name, self.theorem, tuple(self.arguments), self.sort)

    @property
    def lemmas(self) -> tuple[str, ...]:
        """The theorem's name, and those of the lemmas that its expressions are defined."""
        return (self.name, *(f"{self.name}_defined_{k}" for k in range(len(self.theorem.steps) + 1)))


def setting_of(theorem: Claim, name: str) -> Setting:
    """The setting of a theorem whose names are safe; sums and products in it are put in order."""
    definitions = tuple(replace(d, right=arranged(d.right)) for d in _in_dependence(theorem.definitions))
    theorem = replace(theorem, hypotheses=tuple(map(arranged, theorem.hypotheses)), definitions=definitions)
    sort, kinds = kinds_of(assumed(theorem.hypotheses, theorem.definitions), (theorem.lhs, theorem.rhs))
    defined = {d.name for d in definitions}
    terms = (*theorem.hypotheses, *(d.meaning for d in definitions), theorem.lhs, theorem.rhs)
    arguments = {n: dict(kinds)[n] for n in in_order(terms) if n not in defined}
    own = frozenset((*arguments, *defined, *reserved()))
    named = tuple((fresh(f"given_{k}", own), h) for k, h in enumerate(theorem.hypotheses, 1))
    taken = own.union(n for n, _ in named)
    return Setting(theorem, name, sort, arguments, Scope(assumed(theorem.hypotheses, definitions), named, taken))


def _in_dependence(definitions: Sequence[Definition]) -> tuple[Definition, ...]:
    """Every definition after those that it uses."""
    waiting, ready = list(definitions), list[Definition]()
    while waiting:
        names = {d.name for d in waiting}
        now = [d for d in waiting if not free(d.meaning) & names]
        ready += now
        waiting = [d for d in waiting if d not in now]
    return tuple(ready)


def section(setting: Setting, title: str, lines: Sequence[str], earlier: Mapping[str, Known]) -> str:
    """The section, and the theorem after it; `lines` are the lines of its proof in words, the left side first."""
    name = setting.name
    parts = [comment(title), f"Section {name}_proof.", "\n".join(_context(setting))]
    parts += [*_steps(setting, lines, earlier), _chain(setting), f"End {name}_proof.", _statement(setting)]
    return "\n\n".join([*parts, *_inhabited(setting)])


def _context(setting: Setting) -> Iterator[str]:
    for name, kind in setting.arguments.items():
        yield f"Variable {name} : {type_of(kind)}."
    for definition in setting.theorem.definitions:
        parameters = f" ({' '.join(definition.parameters)} : R)" if definition.parameters else ""
        yield f"Let {definition.name}{parameters} : R := {written(definition.right)}."
    for name, hypothesis in setting.scope.named:
        yield f"Hypothesis {name} : {written(hypothesis)}."


def lemma(name: str, proposition: str, script: Script) -> str:
    """A lemma that depends on everything in its section, so that each takes the same arguments outside."""
    head = f"Lemma {name} : {proposition}."
    if len(head) > WIDTH or "\n" in proposition:
        head = f"Lemma {name} :\n  {proposition}."
    return "\n".join([head, "Proof using All.", *(f"  {line}" for line in script), "Qed."])


def _joined(parts: Sequence[str], sign: str) -> str:
    """Parts with a sign between them, in lines of their own where one is too short."""
    line = f" {sign} ".join(parts)
    return line if len(line) < WIDTH - 20 else f"\n  {sign} ".join(parts)


# The proof


def _steps(setting: Setting, lines: Sequence[str], earlier: Mapping[str, Known]) -> Iterator[str]:
    """For each line of the proof: the line in words, that its expression is defined, and the step that leads to it."""
    known: dict[Term, tuple[str, Term]] = {}
    yield comment(lines[0])
    yield from _defined(setting, 0, setting.theorem.lhs, known)
    for number, (step, line) in enumerate(zip(setting.theorem.steps, lines[1:], strict=True), 1):
        yield comment(line)
        yield from _defined(setting, number, step.after, known)
        sides = [written(arranged(side), ORDER) for side in (step.before, step.after)]
        script = _scripted(_knowing(setting.scope, known), step, setting.sort, earlier)
        yield lemma(f"{setting.name}_step_{number}", _joined(sides, EQUAL[setting.sort]), script)


def _scripted(scope: Scope, step: Step, sort: str, earlier: Mapping[str, Known]) -> Script:
    try:
        return proof_of(scope, step, sort, earlier)
    except NoScript as reason:
        return [comment(f"no proof is known: {reason}"), "fail."]


def _knowing(scope: Scope, known: Mapping[Term, tuple[str, Term]]) -> Scope:
    for name, condition in known.values():
        scope = scope.known(name, condition)
    return scope


def _defined(setting: Setting, number: int, term: Term, known: dict[Term, tuple[str, Term]]) -> Iterator[str]:
    """The lemma that an expression is defined; each of its conditions is shown once, where it is first needed."""
    conditions = needs(arranged(term), lambda part: unfolded_once(setting.scope.given, part))
    for condition in conditions:
        key = alpha(condition)
        if key not in known:
            name = f"{setting.name}_needs_{len(known) + 1}"
            yield lemma(name, written(condition), prove(_knowing(setting.scope, known), condition))
            known[key] = name, condition
    proofs = [known[alpha(condition)][0] for condition in conditions]
    whole = _joined([written(condition, ORDER) for condition in conditions], "/\\") or "True"
    yield lemma(f"{setting.name}_defined_{number}", whole, [f"exact {_conjunction(proofs)}."])


def _conjunction(proofs: Sequence[str]) -> str:
    if len(proofs) < 2:
        return proofs[0] if proofs else "I"
    return f"(conj {proofs[0]} {_conjunction(proofs[1:])})"


def _chain(setting: Setting) -> str:
    """The theorem inside its section, by transitivity."""
    theorem, sort = setting.theorem, setting.sort
    lhs, rhs = arranged(theorem.lhs), arranged(theorem.rhs)
    steps = [f"{setting.name}_step_{k}" for k in range(1, len(theorem.steps) + 1)]
    script = [f"exact {_as_claim(_transitive(steps, sort), rhs)}."] if steps else equal(setting.scope, lhs, rhs, sort)
    return lemma(f"{setting.name}_chain", equation(lhs, rhs, sort), script)


def _transitive(steps: Sequence[str], sort: str) -> str:
    return steps[0] if len(steps) == 1 else f"({TRANSITIVE[sort]} {steps[0]} {_transitive(steps[1:], sort)})"


def _as_claim(proof: str, rhs: Term) -> str:
    """That a proposition is equivalent to true, or false, is read as the proposition, or its negation."""
    return f"(proj2 {proof} I)" if is_a(rhs, "True") else f"(proj1 {proof})" if is_a(rhs, "False") else proof


# The statement


def _statement(setting: Setting) -> str:
    """The theorem with everything that it supposes."""
    theorem, conclusion = (
        setting.theorem,
        equation(arranged(setting.theorem.lhs), arranged(setting.theorem.rhs), setting.sort),
    )
    lines = [f"Theorem {setting.name} :"]
    lines += [f"  forall {binders(setting.arguments, setting.arguments)}," for _ in (1,) if setting.arguments]
    lines += [f"  {_let(definition)} in" for definition in theorem.definitions]
    lines += [f"  {written(hypothesis, ORDER)} ->" for hypothesis in theorem.hypotheses]
    return "\n".join([*lines, f"  {conclusion}.", f"Proof. exact {setting.name}_chain. Qed."])


def _let(definition: Definition) -> str:
    parameters = f"fun {' '.join(definition.parameters)} : R => " if definition.parameters else ""
    return f"let {definition.name} := {parameters}{written(definition.right)}"


def _inhabited(setting: Setting) -> Iterator[str]:
    """That the hypotheses can be met, with sets that are not empty."""
    theorem, kinds = setting.theorem, setting.arguments
    if not theorem.hypotheses:
        return
    plain = [{"left": d.left, "right": d.right} for d in theorem.definitions]
    found = examples(theorem.hypotheses, plain, kinds)
    if not found:
        yield comment(f"No instance was found that meets the hypotheses of {setting.name}.")
        return
    lines = [f"Lemma {setting.name}_inhabited :"]
    lines += [f"  exists {binders(kinds, kinds)}," for _ in (1,) if kinds]
    lines += [f"  {_let(definition)} in" for definition in _mentioned(theorem)]
    x = fresh("x", kinds)
    nonempty = [f"(exists {x} : R, {x} \\in {name})" for name, kind in kinds.items() if kind == SET]
    claims = [*(written(h, ORDER) for h in theorem.hypotheses), *nonempty]
    lines += ["  " + " /\\\n  ".join(claims) + ".", "Proof."]
    yield "\n".join([*lines, *_by_examples(theorem, found), "Qed."])


def _by_examples(theorem: Claim, found: Sequence[Mapping[str, str]]) -> Script:
    """By the first instance, or, where logarithms and such have to be compared with numbers, by one that is plain."""
    numeric = all(_is_numeric(term) for term in (*theorem.hypotheses, *(d.right for d in _mentioned(theorem))))
    ways = [", ".join(values.values()) for values in found[: 1 if numeric else MOST_EXAMPLES]]
    of_functions = any(is_a(h, "Smooth", "Converges") for h in theorem.hypotheses)
    proof = f"cbv zeta beta. {'concretely_apart' if of_functions else 'repeat apply conj; concretely'}."
    if len(ways) == 1:
        return [*(f"  exists {ways[0]}." for _ in (1,) if ways[0]), f"  {proof}"]
    tries = [f"exists {way}; cbv zeta beta; repeat apply conj; concretely" for way in ways]
    return ["  first", "    [ " + "\n    | ".join(tries) + " ]."]


def _is_numeric(term: Term) -> bool:
    """Is it of numbers that arithmetic alone tells apart?"""
    return not is_a(term, "log", "exp", *FUNCTIONS) and all(map(_is_numeric, children(term)))


def _mentioned(theorem: Claim) -> tuple[Definition, ...]:
    """The definitions that the hypotheses depend on."""
    names = frozenset[str]().union(*map(free, theorem.hypotheses))
    for definition in reversed(theorem.definitions):
        names |= free(definition.meaning) if definition.name in names else frozenset()
    return tuple(d for d in theorem.definitions if d.name in names)

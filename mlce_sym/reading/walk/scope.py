r"""What a document says of its names, and what a formula shows of them.

>>> from mlce_sym.reading.signs.grammar import tokens, tree
>>> seen = names(tree(tokens(r"\sum_{i=1}^n y_i \log p(y_i|\theta)", {})))
>>> sorted(seen.numbers), sorted(seen.applied), sorted(seen.entries), sorted(seen.bound)
(['n', 'theta', 'y_i'], [('p', ('y', 'theta'))], [('y', ('i',))], ['i'])
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from ...terms.terms import Term
from ..signs.nodes import (
    as_sum,
    count_of_indices,
    factors,
    flat,
    inside,
    names_in,
    pieces,
    script,
    separators,
    single,
    spelled,
    unwrapped,
)
from ..signs.tree import Node
from .circle import circles, twice
from .values import is_bold

DENSITIES = frozenset(("p", "q", "P", "Q", "Pr", "cal_P", "bb_P", "tilde_p", "hat_p"))


@dataclass(frozen=True)
class Mentioned:
    """What a formula speaks of: bare names; names that stand before brackets, with the names of the arguments (a `?`
    for an argument that has none); stems with subscripts; and indices and variables that it binds."""

    numbers: frozenset[str] = frozenset()
    applied: frozenset[tuple[str, tuple[str, ...]]] = frozenset()
    entries: frozenset[tuple[str, tuple[str, ...]]] = frozenset()
    bound: frozenset[str] = frozenset()
    bare: frozenset[str] = frozenset()  # arguments that stand in an application without a subscript
    variables: frozenset[str] = frozenset()  # those of integrals, derivatives and limits
    limits: frozenset[tuple[str, Node, Node]] = frozenset()  # indices with both ends
    dependent: frozenset[str] = frozenset()  # names that a derivative is taken of, as v in dv/dt
    doubled: frozenset[int] = frozenset()  # where π stands after a 2
    circles: frozenset[int] = frozenset()  # and there where it is the number in any case
    matrices: bool = False  # is a letter transposed, or has it a trace or a determinant?
    above: frozenset[tuple[str, str]] = frozenset()  # stems with a name in brackets above, as i of y^{(i)}
    counts: frozenset[tuple[str, int]] = frozenset()  # of indices that a stem has for sure; 0 where that is not clear
    inner: frozenset[tuple[str, str]] = frozenset()  # x and y of x^T y at the end of a term, which may be numbers

    def __or__(self, other: Mentioned) -> Mentioned:
        return Mentioned(
            self.numbers | other.numbers,
            self.applied | other.applied,
            self.entries | other.entries,
            self.bound | other.bound,
            self.bare | other.bare,
            self.variables | other.variables,
            self.limits | other.limits,
            self.dependent | other.dependent,
            self.doubled | other.doubled,
            self.circles | other.circles,
            self.matrices or other.matrices,
            self.above | other.above,
            self.counts | other.counts,
            self.inner | other.inner,
        )


@dataclass(frozen=True)
class Form:
    """How a function is printed: how many of its arguments are subscripts, how many stand behind a semicolon, of a
    distribution its outcomes, and whether it has no other arguments than subscripts."""

    subscripts: int = 0
    parameters: int = 0
    support: Term | None = None
    bare: bool = False

    def cuts(self, count: int) -> list[str]:
        """What stands between that many arguments in brackets: commas, and the semicolon before the parameters."""
        semicolon = count - self.parameters
        return [";" if self.parameters and place == semicolon else "," for place in range(1, count)]


@dataclass(frozen=True)
class Scope:
    """What is known of names. `numbers` stand for numbers, `vectors` have entries y_i, `functions` are applied;
    `densities` are told apart by the names of their arguments. `ranges` are the ends of indices, `domains` the open
    sets in which variables lie; `bound` are the indices that the same block binds elsewhere. `logistic` are the
    functions of one argument that the text calls logistic (or sigmoid), `variables` those of integrals elsewhere,
    `matrices` what is no number: vectors, matrices. With `finite` random variables have finitely many values, and so
    an expectation is a sum. `arguments` are those of functions that may be left away, as in ∂ℓ/∂σ for ℓ(μ, σ).
    `sizes` are the numbers of entries of vectors, over which a Σ_i without limits runs, and `values` those that a
    variable may have, over which a Σ_x does. A scope is `closed` where its names are all there are, as a
    certificate's or those that are declared: nothing is guessed there, and what stands without brackets goes as far
    as its term. `squares` are the names of which the square is a name of its own, as σ² is where it is declared;
    `forms` say how functions are printed. `twofold` are numbers that have the same name as entries do, as n and n_k;
    `unsaid` are functions of which a text says nothing in words; `spoken` are numbers of other formulas, so that w(a)
    may be a product. A `plain` text has the precedence of Python."""

    numbers: frozenset[str] = frozenset()
    vectors: frozenset[str] = frozenset()
    functions: frozenset[str] = frozenset()
    densities: frozenset[str] = DENSITIES
    logistic: frozenset[str] = frozenset()
    ranges: Mapping[str, tuple[Term, Term]] = field(default_factory=dict)
    domains: Mapping[str, Term] = field(default_factory=dict)
    bound: frozenset[str] = frozenset()
    variables: frozenset[str] = frozenset()
    matrices: frozenset[str] = frozenset()
    finite: bool = False
    arguments: Mapping[str, tuple[Term, ...]] = field(default_factory=dict)
    sizes: Mapping[str, str] = field(default_factory=dict)
    values: Mapping[str, tuple[Term, ...]] = field(default_factory=dict)
    closed: bool = False
    plain: bool = False
    squares: Mapping[str, str] = field(default_factory=dict)
    forms: Mapping[str, Form] = field(default_factory=dict)
    twofold: frozenset[str] = frozenset()
    spoken: frozenset[str] = frozenset()
    unsaid: frozenset[str] = frozenset()

    @property
    def known(self) -> frozenset[str]:
        """The names of which it says something."""
        return self.numbers | self.vectors | self.functions

    def seeing(self, *mentioned: Mentioned) -> Scope:
        """With the indices that other formulas of the block bind, and the names whose entries they have."""
        every = Mentioned()
        for one in mentioned:
            every |= one
        bound = self.bound | every.bound
        entries = {stem for stem, scripts in every.entries if bound & set(scripts) and has_entries(every, stem)}
        variables = self.variables | every.variables
        spoken = self.spoken | (every.numbers - {name for name, _ in every.applied})
        return replace(self, bound=bound, vectors=self.vectors | entries, variables=variables, spoken=spoken)


def has_entries(mentioned: Mentioned, stem: str) -> bool:
    """Whether indices below a name say that it has entries: those of δ_{ij} do not."""
    return stem != "delta" or not {count for name, count in mentioned.counts if name == stem} <= {0, 2}


def names(node: Node) -> Mentioned:
    """The names and applications that a formula speaks of, from its syntax alone."""
    found = _Finder()
    found.visit(node)
    numbers = found.numbers - found.bound
    applied, entries, bound = frozenset(found.applied), frozenset(found.entries), frozenset(found.bound)
    bare, variables, products = frozenset(found.bare), frozenset(moving(node)), _inner_products(node)
    return Mentioned(
        frozenset(numbers),
        applied,
        entries,
        bound,
        bare,
        variables,
        ends(node),
        derived(node),
        frozenset(twice(node)),
        circles(node),
        _has_matrices(node, numbers, {one.start for one, _ in products}),
        frozenset(found.above),
        frozenset(found.counts),
        frozenset(pair for _, pair in products),
    )


def derived(node: Node) -> frozenset[str]:
    """The names that a derivative is taken of without an argument, and that so depend on something."""
    found = set()
    for part in node.walk():
        if part.kind in ("fraction", "derivative") and len(part.parts) > 1:
            top = factors(part.parts[0]) or ()
            signed = len(top) == 2 and top[0].text in ("d", "partial") and top[0].kind == "name"
            one = top[1] if signed else top[0] if part.kind == "derivative" and len(top) == 1 else None
            found.add(spelled(one) if one is not None else None)
    return frozenset(name for name in found if name is not None)


def ends(node: Node) -> frozenset[tuple[str, Node, Node]]:
    """The indices whose both ends are written at a big operator, with these."""
    found = set()
    for part in node.walk():
        base, scripts = unwrapped(part)
        below, above = script(scripts, "sub"), script(scripts, "sup")
        if base.kind == "big" and below is not None and above is not None:
            said = ((name, low) for name, relation, low in limits(below) if relation == "=")
            found |= {(name, low, above) for name, low in said if low is not None}
    return frozenset(found)


def inner_product(parts: Sequence[Node]) -> tuple[str, str] | None:
    """The names of x^T y, if that is all there is, and both are small letters that are not bold."""
    if len(parts) != 2 or parts[0].kind != "sup" or spelled(parts[0].parts[1]) not in ("T", "top"):
        return None
    one, other = spelled(parts[0].parts[0]), spelled(parts[1])
    if one is None or other is None or not all(name.isalpha() and name.islower() for name in (one, other)):
        return None
    return one, other


def _inner_products(node: Node) -> list[tuple[Node, tuple[str, str]]]:
    """What is transposed at the end of a term, beside one name, with both names."""
    ends = ((part.parts[-2], inner_product(part.parts[-2:])) for part in node.walk() if _has_two(part))
    return [(one, pair) for one, pair in ends if pair is not None]


def _has_two(part: Node) -> bool:
    return part.kind == "term" and len(part.parts) > 1


def _has_matrices(node: Node, numbers: set[str], inner: set[int]) -> bool:
    """Whether something that is not bold is transposed, other than at these places, or has a trace or a determinant."""
    for part in node.walk():
        if part.kind == "function" and part.text in ("tr", "Tr", "trace", "Trace", "det", "rank", "diag"):
            return True
        if part.kind == "term" and any(_is_transposed(*pair) for pair in zip(part.parts, part.parts[1:], strict=False)):
            return True
        if part.kind == "sup" and part.start not in inner and spelled(part.parts[1]) in ("T", "top"):
            base = unwrapped(part)[0]
            if base.kind != "big" and "T" not in numbers and not any(map(is_bold, names_in(base))):
                return True
    return False


def _is_transposed(factor: Node, after: Node) -> bool:
    """Whether it is a capital letter with a prime that stands beside a name, as in X'X; f'(x) is a derivative."""
    name = spelled(factor.parts[0]) if factor.kind == "prime" else None
    return name is not None and name[:1].isupper() and unwrapped(after)[0].kind in ("name", "accent")


def moving(node: Node) -> set[str]:
    r"""The variables of integrals, derivatives and limits: what stands beside a d, and before an arrow."""
    found = {one.parts[0] for one in node.walk() if one.kind == "relation" and one.text == "→"}
    for term in node.walk():
        if term.kind == "term":
            after = zip(term.parts, term.parts[1:], strict=False)
            found |= {second for first, second in after if unwrapped(first)[0].text in ("d", "partial")}
        elif term.kind == "derivative":
            found |= {term.parts[-1]}
    return {name for one in found if (name := spelled(one)) is not None}


@dataclass
class _Finder:
    numbers: set[str] = field(default_factory=set)
    applied: set[tuple[str, tuple[str, ...]]] = field(default_factory=set)
    entries: set[tuple[str, tuple[str, ...]]] = field(default_factory=set)
    bound: set[str] = field(default_factory=set)
    bare: set[str] = field(default_factory=set)
    above: set[tuple[str, str]] = field(default_factory=set)
    counts: set[tuple[str, int]] = field(default_factory=set)

    def visit(self, node: Node) -> None:
        if node.kind == "term":
            self._term(node)
        elif node.kind in ("name", "accent", "sub", "sup", "prime", "factorial"):
            self._scripted(node, None)
        else:
            for part in node.parts:
                self.visit(part)

    def _term(self, node: Node) -> None:
        for part, after in zip(node.parts, (*node.parts[1:], None), strict=True):
            base, scripts = unwrapped(part)
            called = after is not None and unwrapped(after)[0].kind == "bracket"
            self._scripted(part, unwrapped(after)[0] if called and after is not None and not _closed(scripts) else None)
            if base.kind == "big":
                self.bound.update(indices(scripts))

    def _scripted(self, node: Node, bracket: Node | None) -> None:
        base, scripts = unwrapped(node)
        name = spelled(base) if base.kind in ("name", "accent") else None
        below = script(scripts, "sub")
        if name is not None and below is not None and is_sorted(below):
            name = f"{name}_sorted"
        if name is None:
            for part in base.parts:
                self.visit(part)
        elif bracket is not None and bracket.text[:1] in "([{":
            arguments = [part for _, part in pieces(bracket.parts[0])]
            self.applied.add((name, tuple(map(argument_name, arguments))))
            self.bare.update(argument_name(part) for part in arguments if all(one.kind != "sub" for one in part.walk()))
        elif below is None:
            self.numbers.add(name)
        if name is not None and below is not None:
            self.entries.add((name, tuple(names_in(below))))
            self.counts |= {(name, count) for count in (count_of_indices(below),) if count is not None}
            if bracket is None and flat(below):
                self.numbers.add(f"{name}_{flat(below)}")
        if name is not None:
            self.above |= {
                (name, index) for kind, part in scripts if kind == "sup" and _is_index(part) for index in names_in(part)
            }
        for kind, part in scripts:
            if kind == "sup" and not _is_index(part) and (base.kind == "big" or spelled(part) not in ("T", "top")):
                self.visit(part)
        if base.kind == "big" and below is not None:
            self.visit(below)


def is_sorted(below: Node) -> bool:
    """Whether a subscript is that of x_{(i)}, the i-th in order."""
    one = single(below)
    return one is not None and one.kind == "bracket"


def _closed(scripts: tuple[tuple[str, Node], ...]) -> bool:
    """Whether a name with these scripts is a number, as x^2."""
    above = script(scripts, "sup")
    return any(kind == "factorial" for kind, _ in scripts) or (above is not None and above.kind == "number")


def argument_name(node: Node) -> str:
    """What an argument is called: y for y, y_i and y_i = 1."""
    first = node.parts[0] if node.kind == "relation" else node
    one = single(first)
    if one is None:
        return "?"
    base, scripts = unwrapped(one)
    name = spelled(base) if base.kind in ("name", "accent") else None
    return name if name is not None and all(kind == "sub" or _is_index(above) for kind, above in scripts) else "?"


def _is_index(above: Node) -> bool:
    """Whether a superscript is that of y^{(i)}."""
    one = single(above)
    return one is not None and one.kind == "bracket"


def indices(scripts: tuple[tuple[str, Node], ...]) -> tuple[str, ...]:
    r"""The names that a big operator with these scripts binds: i of \sum_{i=1}^n, i and j of \sum_{i,j}."""
    below = script(scripts, "sub")
    return () if below is None else tuple(name for name, *_ in limits(below))


def limits(below: Node) -> list[tuple[str, str, Node | None]]:
    """The indices under a big operator, each with the relation and what it is related to."""
    below = inside(below)
    every = pieces(below)
    bar = next((place for place, (cut, _) in enumerate(every) if cut in (":", "|")), len(every))
    listed = [part for _, part in every[:bar]] if set(separators(below)) <= {",", ";", "\\\\", ":", "|"} else []
    found: list[tuple[str, str, Node | None]] = []
    for part in listed:
        if part.kind == "relation":
            found.extend(_related(part))
            continue
        together = factors(as_sum(part)) or ()
        spelt = [spelled(factor) for factor in together]
        found.extend((name, "", None) for name in spelt if name is not None)
    if found:
        found.extend((found[0][0], "where", part) for _, part in every[bar:])
    return found


def _related(part: Node) -> list[tuple[str, str, Node | None]]:
    """Of 1 ≤ i < j both ends; of i = 1 the one."""
    relations = part.text.split(" ")
    found: list[tuple[str, str, Node | None]] = []
    for place, relation in enumerate(relations):
        left, right = part.parts[place], part.parts[place + 1]
        name = spelled(left) if left.kind != "nothing" else None
        if (name is not None and not (place and relation in ("<=", "<"))) or (place == 0 and name is not None):
            found.append((name, relation, right))
        elif place and found:
            found.append((found[-1][0] if name is None else name, relation, right))
        else:
            other = spelled(right)
            if other is not None:
                found.append((other, _turned(relation), left))
    return found


def _turned(relation: str) -> str:
    return {"<": ">", "<=": ">=", ">": "<", ">=": "<="}.get(relation, relation)

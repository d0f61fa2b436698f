"""Terms of certificates as nested tuples: reading plain data, children, free names, substitution that cannot capture.

A term has the shape of its JSON form (`docs/certificate.md`, Terms), with tuples for lists. All names of a term, of
variables, functions and data vectors, live in one name space.

>>> parse(["Sum", "i", ["Range", 1, "n"], ["Mul", "j", ["Indexed", "y", "i"]]])
('Sum', 'i', ('Range', 1, 'n'), ('Mul', 'j', ('Indexed', 'y', 'i')))
>>> substitute(_, {"j": "i"})
('Sum', 'i_1', ('Range', 1, 'n'), ('Mul', 'i', ('Indexed', 'y', 'i_1')))
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import gcd
from typing import Any, TypeAlias, TypeGuard

from ..functions import FUNCTIONS
from .caching import lru_cache
from .errors import Malformed, TooLarge

Term: TypeAlias = "int | str | tuple[str, *tuple[Term, ...]]"  # a number, a name, or a head and parts
Compound: TypeAlias = "tuple[str, *tuple[Any, ...]]"  # one with a head, which says what the parts are
Names: TypeAlias = frozenset[str]

REAL, SET, PROP = "a real number", "a set", "a proposition"
NEAR, CLOSED = "a neighbourhood", "a closed interval"
NAMED_SETS = ("Reals", "Integers")
MARK = "\x1f"  # SymPy's names differ in more than their letters, and a mark keeps apart what looks alike
LONGEST_NAME, MOST_BITS, MOST_NODES, DEEPEST = 300, 2048, 20_000, 200
MOST_SUBSTITUTED = 8000


@dataclass(frozen=True)
class Shape:
    """What a head makes (`result`) of which parts; with `more` there may be more parts like the last one."""

    result: str
    parts: tuple[str, ...] = ()
    more: bool = False


SHAPES: dict[str, Shape] = {
    **dict.fromkeys(("Add", "Mul"), Shape(REAL, (REAL, REAL), more=True)),
    **dict.fromkeys(("Pow", "KroneckerDelta"), Shape(REAL, (REAL, REAL))),
    **dict.fromkeys(("log", "exp"), Shape(REAL, (REAL,))),
    **dict.fromkeys(("Range", "Interval"), Shape(SET, (REAL, REAL))),
    **{"Finite": Shape(SET, (REAL,), more=True), "Empty": Shape(SET), "Without": Shape(SET, (SET, REAL))},
    **dict.fromkeys(("From", "Above", "Below"), Shape(SET, (REAL,))),
    **{"Near": Shape(NEAR, (SET, REAL)), "Between": Shape(CLOSED, (REAL, REAL))},
    **dict.fromkeys(("Lt", "Le", "Ne", "Eq"), Shape(PROP, (REAL, REAL))),
    **{"Member": Shape(PROP, (REAL, SET)), "True": Shape(PROP), "False": Shape(PROP)},
    **{"Cases": Shape(REAL, (PROP, REAL, REAL)), "Undefined": Shape(REAL)},
    **{name: Shape(REAL, (REAL,) * len(f.parameters)) for name, f in FUNCTIONS.items()},
}
BINDERS: dict[str, Shape] = {
    **dict.fromkeys(("Sum", "Product", "Entropy"), Shape(REAL, (SET, REAL))),
    **dict.fromkeys(("CrossEntropy", "KLDivergence"), Shape(REAL, (SET, REAL, REAL))),
    **dict.fromkeys(("ArgMax", "ArgMin"), Shape(SET, (SET, REAL))),
    **{"ForAll": Shape(PROP, (SET, PROP)), "Smooth": Shape(PROP, (SET, REAL)), "Converges": Shape(PROP, (SET, REAL))},
    **{"Derivative": Shape(REAL, (NEAR, REAL)), "Integral": Shape(REAL, (CLOSED, REAL))},
    "ImproperIntegral": Shape(REAL, (SET, REAL)),
}
DOMAINS: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("Product", "Entropy", "CrossEntropy", "KLDivergence"), ("Range",)),
    **{"Sum": ("Range", "From"), "Derivative": ("Near",), "Integral": ("Between",)},
}
CALLS = ("Apply", "Indexed")
LITERALS = ("Rational", "Constant")
HEADS = frozenset((*SHAPES, *BINDERS, *CALLS, *LITERALS, "Lambda"))
FIRST_PART = dict.fromkeys((*BINDERS, *CALLS), 2)  # behind a name; 1 for the other heads


def measured(data: object, nodes: int = MOST_NODES, deepest: int = DEEPEST) -> None:
    """Refuse plain data with too many nodes or too deep a nesting, without recursion."""
    level: list[Any] = [data] if isinstance(data, (list, tuple)) else []
    count = depth = 1
    while level:
        depth += 1
        count += sum(map(len, level))
        if depth > deepest or count > nodes:
            raise Malformed("nested too deeply" if depth > deepest else "too large")
        level = [part for item in level for part in item if isinstance(part, (list, tuple))]


def parse(data: object, *, top: bool = False, nodes: int = MOST_NODES, deepest: int = DEEPEST) -> Term:
    """The term that plain data stands for. Raises Malformed. Only with `top` may it be a `Lambda`."""
    measured(data, nodes, deepest)
    if top and isinstance(data, (list, tuple)) and data and data[0] == "Lambda":
        return _lambda(data)
    return _parsed(data)


def named(data: object) -> str:
    """A name: any text that is neither that of a set nor kept for bound names (`canonical_scope`)."""
    if type(data) is not str or not 0 < len(data) <= LONGEST_NAME or data.startswith("#") or data in NAMED_SETS:
        raise Malformed(f"{shown(data)} is not a name")
    return data


def shown(data: object) -> str:
    """Data in a message: short, and on one line. Only plain data is printed."""
    if isinstance(data, (list, tuple)):
        return f"[{data[0]!a}, …]" if data and type(data[0]) is str and len(data[0]) < 50 else "a list"
    is_long = type(data) is int and data.bit_length() > MOST_BITS
    short = type(data) in (str, int, float, bool, type(None)) and not is_long
    text = ascii(data) if short else f"a {type(data).__name__}"
    return text if len(text) <= 60 else text[:57] + "…"


def integer(data: object) -> int:
    if type(data) is not int or data.bit_length() > MOST_BITS:
        raise Malformed(f"{shown(data)} is not an integer of moderate size")
    return data


def _parsed(data: Any) -> Term:
    if type(data) is str:
        return data if data in NAMED_SETS else named(data)
    if type(data) is int:
        return integer(data)
    if type(data) not in (list, tuple) or not data or type(data[0]) is not str:
        raise Malformed(f"{shown(data)} is not a term")
    head = data[0]
    if head in SHAPES:
        return (head, *_arguments(head, SHAPES[head], data[1:]))
    if head in BINDERS:
        return _binder(data)
    if head in CALLS:
        if len(data) < 3:
            raise Malformed(f"{head} needs a name and at least one argument")
        return (head, named(data[1]), *map(_parsed, data[2:]))
    return _literal(data)


def _arguments(head: str, shape: Shape, parts: Any) -> tuple[Term, ...]:
    least = len(shape.parts)
    if len(parts) < least or (len(parts) > least and not shape.more):
        raise Malformed(f"{head} takes {least}{' or more' if shape.more else ''} parts, not {len(parts)}")
    return tuple(map(_parsed, parts))


def _binder(data: Any) -> Term:
    if len(data) < 2:
        raise Malformed(f"{data[0]} needs a variable")
    head, variable, *parts = data
    name, (domain, *bodies) = named(variable), _arguments(head, BINDERS[head], parts)
    if head in DOMAINS and not is_a(domain, *DOMAINS[head]):
        raise Malformed(f"{head} needs a {' or '.join(DOMAINS[head])}, not {shown(parts[0])}")
    return (head, name, domain, *bodies)


def _literal(data: Any) -> Term:
    if len(data) == 3 and data[0] == "Rational":
        p, q = integer(data[1]), integer(data[2])
        if q < 2 or gcd(p, q) != 1:
            raise Malformed(f"{p}/{q} is not a fraction in lowest terms")
        return ("Rational", p, q)
    if list(data) == ["Constant", "pi"]:
        return ("Constant", "pi")
    raise Malformed(f"{shown(data)} is not a term")


def _lambda(data: Any) -> Term:
    if len(data) != 3 or type(data[1]) not in (list, tuple):
        raise Malformed("a Lambda is [Lambda, [variable, …], body]")
    parameters = tuple(map(named, data[1]))
    if not parameters or len(set(parameters)) != len(parameters):
        raise Malformed("a Lambda needs distinct variables")
    return lambda_of(parameters, _parsed(data[2]))


def lambda_of(parameters: tuple[str, ...], body: Term) -> Compound:
    return ("Lambda", parameters, body)


def is_a(term: Term, *heads: str) -> TypeGuard[Compound]:
    return type(term) is tuple and term[0] in heads


def is_binder(term: Term) -> TypeGuard[Compound]:
    return type(term) is tuple and term[0] in BINDERS


def compound(term: Term) -> Compound:
    """The term, which is neither a number nor a name. Raises Malformed."""
    if type(term) is not tuple:
        raise Malformed(f"{shown(term)} has no parts")
    return term


def number(term: Term) -> Fraction | int | None:
    """The rational number that a term writes, or None."""
    if type(term) is int:
        return term
    return Fraction(term[1], term[2]) if is_a(term, "Rational") else None


def written(value: Fraction | int) -> Term:
    """The term that writes a rational number."""
    return int(value) if value.denominator == 1 else ("Rational", value.numerator, value.denominator)


def children(term: Term) -> tuple[Term, ...]:
    """The parts of a term, in the order in which places number them: of a binder, its domain and its bodies."""
    if type(term) is not tuple or term[0] in LITERALS:
        return ()
    return term[FIRST_PART.get(term[0], 1) :]


def rebuilt(term: Term, parts: Iterable[Term]) -> Term:
    """The term with other parts, in the order of `children`."""
    if type(term) is not tuple or term[0] in LITERALS:
        return term
    whole: Compound = term
    return (whole[0], whole[1], *parts) if whole[0] in FIRST_PART else (whole[0], *parts)


@lru_cache(maxsize=600)
def free(term: Term) -> Names:
    """The free names of a term or Lambda: variables, functions and data vectors."""
    if type(term) is str:
        return frozenset() if term in NAMED_SETS else frozenset((term,))
    if is_a(term, "Lambda"):
        return free(term[2]) - set(term[1])
    if is_binder(term):
        return free(term[2]).union(frozenset().union(*map(free, term[3:])) - {term[1]})
    own = frozenset((term[1],)) if is_a(term, *CALLS) else frozenset()
    return own.union(*map(free, children(term)))


def fresh(wanted: str, taken: Iterable[str]) -> str:
    """`wanted`, with a number before its mark where that name is taken."""
    used, (stem, *mark), count = set(taken), wanted.partition(f"{MARK}:"), 0
    while (name := "".join((stem, f"_{count}" if count else "", *mark))) in used:
        count += 1
    return name


def bounded(term: Term) -> Term:
    """The term itself, or TooLarge; counts no further than the limit, however much the term shares."""
    stack, count = [term], 0
    while stack:
        part = stack.pop()
        count += 1
        if count > MOST_SUBSTITUTED:
            raise TooLarge("a substitution gives too large a term")
        if type(part) is tuple:
            stack.extend(part)
    return term


def substitute(term: Term, values: Mapping[str, Term]) -> Term:
    """Replace free names all at once: variables by terms, functions and data vectors by Lambdas, renaming bound
    variables that would capture. Raises Malformed where a value does not fit its name."""
    if type(term) is not tuple:
        value = values.get(term, term) if type(term) is str else term
        if is_a(value, "Lambda"):
            raise Malformed(f"{term} is a variable, and cannot stand for a Lambda")
        return value
    if values.keys().isdisjoint(free(term)):
        return term
    whole: Compound = term
    if whole[0] == "Lambda":
        parameters, (body,) = _hygienic(whole[1], (whole[2],), values)
        return lambda_of(parameters, body)
    if whole[0] in BINDERS:
        (variable,), bodies = _hygienic((whole[1],), whole[3:], values)
        return (whole[0], variable, substitute(whole[2], values), *bodies)
    parts = tuple([substitute(p, values) if type(p) is tuple or p in values else p for p in children(whole)])
    if whole[0] in CALLS and whole[1] in values:
        return applied(values[whole[1]], parts, whole[1])
    return rebuilt(whole, parts)


def _hygienic(
    variables: tuple[str, ...], bodies: tuple[Term, ...], values: Mapping[str, Term]
) -> tuple[tuple[str, ...], tuple[Term, ...]]:
    """Substitution under bound variables, which are renamed where a value that comes in has their name."""
    inside = frozenset().union(*map(free, bodies))
    active = {name: value for name, value in values.items() if name in inside and name not in variables}
    taken = set(inside).union(*map(free, active.values()))
    renamed: list[str] = []
    for variable in variables:
        name = variable
        if any(variable in free(value) for value in active.values()):
            active[variable] = name = fresh(variable, taken | set(variables))
            taken.add(name)
        renamed.append(name)
    return tuple(renamed), tuple(substitute(body, active) for body in bodies)


def applied(function: Term, arguments: tuple[Term, ...], name: str = "a function") -> Term:
    """The body of a Lambda for these arguments."""
    if not is_a(function, "Lambda") or len(function[1]) != len(arguments):
        raise Malformed(f"{name} needs a Lambda of {len(arguments)} variables")
    return bounded(substitute(function[2], dict(zip(function[1], arguments, strict=True))))


@lru_cache(maxsize=600)
def height(term: Term) -> int:
    """How many binders are nested in a term."""
    inside = max((height(part) for part in children(term)), default=0)
    return inside + 1 if is_binder(term) else inside


@lru_cache(maxsize=600)
def alpha(term: Term) -> Term:
    """The term with canonical bound variables: equal keys mean equal terms up to the names of bound variables."""
    if is_a(term, "Lambda"):
        names = tuple(f"#:{position}" for position in range(len(term[1])))
        return lambda_of(names, alpha(substitute(term[2], dict(zip(term[1], names, strict=True)))))
    if is_binder(term):
        _, variable, bodies = canonical_scope(term)
        return (term[0], variable, alpha(term[2]), *map(alpha, bodies))
    return rebuilt(term, map(alpha, children(term)))


def canonical_scope(binder: Compound) -> tuple[Term, str, tuple[Term, ...]]:
    """The domain of a binder, a bound name that no parsed term has, and the bodies with that name.

    Binders inside have less height, so their names differ; a free name of this kind, which an opened canonical term may
    have, is not captured.
    """
    variable = fresh(f"#{height(binder)}", free(binder))
    return binder[2], variable, tuple(substitute(body, {binder[1]: variable}) for body in binder[3:])

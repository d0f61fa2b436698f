r"""Names before brackets: f(x), p(y|\theta), \mathrm{E}[X], \mathcal{N}(x; \mu, v).

A name before a bracket is a function where the document says so, where the bracket holds what only arguments are, or
where it has a bare name in it; a name that the formula uses as a number is one. What is left has two readings.
"""

from __future__ import annotations

import re

from ...functions import ABBREVIATIONS, FUNCTIONS
from ...terms.terms import Term, free, fresh, is_a
from ..signs.commands import GREEK
from ..signs.nodes import as_sum, flat, is_dots, pieces, script, separators, single, spelled, termed, unwrapped
from ..signs.tree import Node, ReadingError, Unknown
from .calculus import MOST_TIMES, at
from .densities import argument, density
from .laws import DIVIDERS, LAWS, abbreviated, law
from .line import Line
from .moments import EXPECTATION, MOMENTS, averages, by_law, moment
from .named import INDICATORS, parted, scripted
from .propositions import indicator
from .scope import Form, argument_name
from .usual import LETTERS, WORDS
from .values import DECLARED, HALF, MOST_DIGITS, Value, function, is_bold
from .walk import Walk

Scripts = tuple[tuple[str, Node], ...]
UNITS = ("name", "accent", "number", "fraction")  # what a function takes without brackets
SIZES = frozenset(("n", "m", "N", "M"))
SPECIAL = {"Gamma", "psi", "B", "Psi"}
# Functions with a usual name that the language lacks, or has for other arguments: a letter with its order, or a word.
LACKING = re.compile(r"[IJKYQ]_\w+|(zeta|Li|Ei|erfinv|erfcinv|sinc|softmax|W|Gamma|gamma|B|psi|Beta)(_\w+)?")


def call(walk: Walk, line: Line, base: Node, scripts: Scripts) -> Value | None:
    """A name applied to the bracket after it; None where it is a factor beside a bracket."""
    if len(line.factors) < 2:
        return None
    bracket, after = unwrapped(line.factors[1])
    if bracket.kind != "bracket" or bracket.text not in ("()", "[]", "{}"):
        return _of_what_follows(walk, line, base, scripts)
    name = spelled(base)
    assert name is not None
    if not _is_call(walk, name, scripts, bracket, base):
        if walk.scope.plain and bracket.start == base.end and name in walk.scope.known:
            raise ReadingError(base.start, "", f"{name} is declared as a number, no function; write {name}*(…)")
        return None
    line.take(2)
    if EXPECTATION.fullmatch(name) and (mean := by_law(walk, script((*scripts, *after), "sub"), bracket.parts[0])):
        return scripted(walk, mean, tuple(one for one in after if one[0] != "sub"))
    return scripted(walk, _called(walk, name, base, scripts, bracket), after)


def _of_what_follows(walk: Walk, line: Line, base: Node, scripts: Scripts) -> Value | None:
    r"""A function with a usual name of the one factor after it, as \operatorname{logit} p; None for what is no such."""
    name, following = spelled(base), unwrapped(line.factors[1])[0]
    if name not in WORDS or name in walk.scope.known or scripts or following.kind not in UNITS:
        return None
    arguments = [walk.value(termed(line.take(2)[1:]))]
    return abbreviated(walk, name, *arguments)


def is_called(walk: Walk, first: Node, second: Node) -> bool:
    """Whether a name and a bracket that stand beside each other are a function and its arguments."""
    (base, scripts), (bracket, _) = unwrapped(first), unwrapped(second)
    name = spelled(base)
    return name is not None and bracket.kind == "bracket" and _is_call(walk, name, scripts, bracket, base)


def _is_call(walk: Walk, name: str, scripts: Scripts, bracket: Node, base: Node) -> bool:
    """Whether a name is a function before this bracket, or a factor."""
    scope, content = walk.scope, bracket.parts[0]
    if scope.closed:
        names = {name, parted(walk, base, tuple(one for one in scripts if one[0] == "sub"))[0]}
        if any(form.bare for form in map(scope.forms.get, names) if form is not None):
            return False
        known = bool({*names, f"inverse_{name}"} & scope.functions)
        declared = not names.isdisjoint((*scope.known, *scope.squares))
        is_indicator = name in INDICATORS and content.kind == "relation"
        return known or (not declared and (is_indicator or _is_usual(name, scripts)))
    if any(kind == "factorial" for kind, _ in scripts) or content.kind == "nothing":
        return False
    whole = parted(walk, base, tuple(one for one in scripts if one[0] == "sub"))[0]
    if not {name, whole}.isdisjoint(scope.functions | scope.logistic) or content.kind in ("list", "relation", "sign"):
        return True
    if name in MOMENTS and (len(name) > 1 or name not in scope.numbers | walk.seen.numbers):
        return True
    bare = argument_name(as_sum(content)) != "?" or _is_number(single(as_sum(content)))
    number = (
        not {name, whole}.isdisjoint(scope.numbers | walk.seen.numbers)
        or (name in walk.bound or is_bold(name))
        or (bool(scripts) and not bare and not _applied_bare(walk, name))
    )
    if number and not (bare and _applied_bare(walk, name)):
        return False
    if name in SPECIAL or name in LAWS or (len(name.split("_")[-1]) > 1 and not _is_greek(name)):
        return True
    if name == "Phi" or _is_beside_cdf(walk, name):
        return True
    is_number = name in scope.spoken and not bare
    if (bracket.text == "()" and (bare or (len(as_sum(content).parts) == 1 and not is_number))) or _applied_bare(
        walk, name
    ):
        return True
    if bracket.text != "()" or script(scripts, "sup") is not None:
        return False
    return walk.choose(("call", name), f"{name} is a number beside a bracket", f"{name} is a function") == 1


def _is_beside_cdf(walk: Walk, name: str) -> bool:
    """Is it φ beside Φ, which is the integral of it?"""
    return name in ("phi", "varphi") and any(called == "Phi" for called, _ in walk.seen.applied)


def _is_usual(name: str, scripts: Scripts) -> bool:
    """Whether it is a function with a usual name: Γ, B, Φ, σ, I_0."""
    usual = ("Phi", *LETTERS, *WORDS, *FUNCTIONS, *ABBREVIATIONS)
    return name in DECLARED or name in usual or (name == "I" and bool(scripts))


def _is_number(one: Node | None) -> bool:
    return one is not None and one.kind == "number"


def _is_greek(name: str) -> bool:
    return name.split("_")[-1] in GREEK


def _applied_bare(walk: Walk, name: str) -> bool:
    return any(called == name and "?" not in arguments for called, arguments in walk.seen.applied)


def _called(walk: Walk, name: str, base: Node, scripts: Scripts, bracket: Node) -> Value:
    primes = sum(kind == "prime" for kind, _ in scripts)
    plain = tuple((kind, node) for kind, node in scripts if kind != "prime")
    above = script(plain, "sup")
    if above is not None and flat(above) == "minus_1" and f"inverse_{name}" in walk.scope.functions:
        return Value(("Apply", f"inverse_{name}", *(walk.term(part) for _, part in pieces(bracket.parts[0]))))
    if above is not None and flat(above) in ("minus_1",):
        values = [walk.value(part) for _, part in pieces(bracket.parts[0])]
        return walk.opaque(f"inverse_{name}", *values, why="an inverse function")
    order = re.fullmatch(r"order_(\d+)", _order(above)) if above is not None else None
    if order:
        primes, plain = int(order[1]), tuple((kind, node) for kind, node in plain if kind != "sup")
    if above is not None and not order and single(above) is not None and _is_number(single(above)):
        value = _function(walk, name, *parted(walk, base, ())[:2], bracket)
        return scripted(walk, value, (("sup", above),))
    stem, indices, rest = parted(walk, base, plain)
    value = _function(walk, name, stem, indices, bracket)
    if primes:
        value = differentiated(walk, value, primes)
    return scripted(walk, value, rest)


def _order(above: Node) -> str:
    one = single(above)
    digits = flat(one.parts[0]) if one is not None and one.kind == "bracket" else ""
    return f"order_{digits}" if one is not None and one.kind == "bracket" and digits.isdigit() else ""


def differentiated(walk: Walk, value: Value, times: int) -> Value:
    """f′(x), f″(x), …, for a function of one argument."""
    term = value.term
    if value.vector or not is_a(term, "Apply", "exp", "log", *FUNCTIONS) or times > MOST_TIMES:
        return walk.opaque(f"slope_{times}", value, vector=value.vector, why="a prime")
    *function_, point = term
    if len(function_) != (2 if function_[0] == "Apply" else 1):
        return walk.opaque(f"slope_{times}", value, why="a prime after a function of several arguments")
    variable = fresh("t", walk.scope.vectors | {stem for stem, _ in walk.seen.entries})
    body: Term = (*function_, variable)
    for _ in range(times - 1):
        body = at(walk, body, variable, variable)
    return Value(at(walk, body, variable, point))


def _function(walk: Walk, name: str, stem: str, indices: tuple[Term, ...], bracket: Node) -> Value:
    content = bracket.parts[0]
    cuts = separators(content)
    if walk.scope.closed:
        return _of_closed(walk, name, stem, indices, bracket)
    if name == "count":
        return walk.opaque("count", walk.label(bracket), total=True, why="the size of a set")
    known = name in walk.scope.functions
    if (
        not known
        and (name in MOMENTS or stem in MOMENTS)
        and averages(walk, stem if stem in MOMENTS else name, bracket)
    ):
        return moment(walk, stem, content)
    if name in LAWS and not known and len(cuts) and cuts[0] in DIVIDERS:
        return law(walk, name, [walk.value(part) for _, part in pieces(content)])
    if not known and (name in walk.scope.densities or "|" in cuts):
        return density(walk, stem, indices, content)
    if name in INDICATORS and content.kind == "relation" and not known:
        return Value(indicator(walk, content))
    values = [*(Value(index) for index in indices), *_values(walk, content)]
    found = _declared(walk, name, stem, values)
    if found is not None or known:
        return found or _undefined(walk, stem, values)
    if LACKING.fullmatch(stem):
        return walk.opaque(f"{stem}_of_{len(values)}", *values, total=True, why=f"the function {stem}")
    return _undefined(walk, stem, values)


def _of_closed(walk: Walk, name: str, stem: str, indices: tuple[Term, ...], bracket: Node) -> Value:
    """A function that is known, its arguments separated as they are printed; or one with a usual name."""
    content = bracket.parts[0]
    name = stem if stem in walk.scope.functions else name
    if name in INDICATORS and content.kind == "relation" and name not in walk.scope.functions:
        return Value(indicator(walk, content))
    form = walk.scope.forms.get(name, Form())
    values: list[Term] = [walk.term(part) for _, part in pieces(content)]
    if name in walk.scope.functions:
        if separators(content) != form.cuts(len(values)) or len(indices) != form.subscripts:
            raise ReadingError(bracket.start, name, "its arguments are not separated as they should be")
        arguments: tuple[Term, ...] = (*indices, *values)
        return Value(("Apply", name, *arguments))
    if name == "I" and len(values) == 1:
        return Value(("besseli", _order_of(walk, stem.removeprefix("I_"), bracket), *values))
    if name == "Phi" and len(values) == 1:
        return normal(Value(values[0]))
    usual = LETTERS.get(name, name)
    if usual in WORDS and (found := abbreviated(walk, usual, *map(Value, values))) is not None:
        return found
    term = function(DECLARED.get(name, name), *values)
    if term is None:
        raise ReadingError(bracket.start, "", f"{name} does not take {len(values)} arguments")
    return Value(term)


def _order_of(walk: Walk, script: str, bracket: Node) -> Term:
    """The order of a Bessel function, from its subscript."""
    if script.isdigit() and len(script) < MOST_DIGITS:
        return int(script)
    if script not in walk.scope.known:
        raise Unknown(bracket.start, script, "nothing says what it is")
    return script


def _undefined(walk: Walk, stem: str, values: list[Value]) -> Value:
    called = f"{stem}_of" if stem in walk.seen.numbers else stem
    return Value(("Apply", called, *(value.term for value in values)), is_bold(stem))


def _values(walk: Walk, content: Node) -> list[Value]:
    """The arguments; y_1, …, y_n as one."""
    parts = [part for _, part in pieces(content)]
    if any(is_dots(part) for part in parts):
        stems = {argument_name(part).partition("_")[0] for part in parts if not is_dots(part)}
        return [Value("all_" + "_".join(sorted(stems)).replace("?", "of_them"), True)]
    return [argument(walk, part) for part in parts]


def _declared(walk: Walk, name: str, stem: str, values: list[Value]) -> Value | None:
    """A function of the language, by its usual name: Γ, ψ, B, erf; σ and Φ where they may be meant."""
    if name in walk.scope.functions or any(value.vector for value in values):
        return None
    terms = [value.term for value in values]
    usual = "logistic" if name in walk.scope.logistic and name not in WORDS else name
    if usual in WORDS and (said := abbreviated(walk, usual, *values)) is not None:
        return said
    if name in ("sigma", "Phi") and stem == name and len(terms) == 1:
        known = "the logistic function" if name == "sigma" else "the normal distribution function"
        readings = (f"{name} is a function of which nothing is said", f"{name} is {known}")
        if walk.choose(("function", name), *readings) == 1:
            return abbreviated(walk, "logistic", values[0]) if name == "sigma" else normal(values[0])
        return None
    if _is_beside_cdf(walk, name) and stem == name and len(terms) == 1:
        readings = ("Phi is a function of which nothing is said", "Phi is the normal distribution function")
        is_density = walk.choose(("function", "Phi"), *readings) == 1
        return abbreviated(walk, LETTERS[name], values[0]) if is_density else None
    if name == stem == "C" and len(terms) == 2 and free(terms[0]) <= SIZES:
        readings = ("C is a function of which nothing is said", "C(n, k) is the binomial coefficient")
        return abbreviated(walk, "comb", *values) if walk.choose(("function", name), *readings) == 1 else None
    term = function(DECLARED.get(name, "" if len(name) == 1 else name), *terms)
    if term is None or stem != name:
        return None
    if name not in ("Gamma",):
        walk.suppose(f"{name} is the function of that name")
    return Value(term)


def normal(value: Value) -> Value:
    inner = function("erf", ("Mul", value.term, ("Pow", 2, ("Rational", -1, 2))))
    assert inner is not None
    return Value(("Mul", HALF, ("Add", 1, inner)))

r"""Functions and their arguments: \log p without brackets, f(x), p(y|\theta), \mathrm{E}[X], \mathcal{N}(x; \mu, v).

A name before a bracket is a function where the document says so, where the bracket holds what only arguments are, or
where it has a bare name in it; a name that the formula uses as a number is one. What is left has two readings.
"""

from __future__ import annotations

import re

from ..functions import FUNCTIONS
from ..terms.terms import Term, children, is_a
from .calculus import MOST_TIMES, at, limit
from .commands import GREEK
from .integrals import end
from .laws import LAWS, law
from .line import Line
from .named import parted, scripted
from .nodes import as_sum, flat, inside, pieces, script, separators, single, spelled, termed, unwrapped
from .propositions import indicator
from .scope import argument_name
from .tree import Node, ReadingError
from .values import HALF, Value, function, negative, power, quotient
from .walk import Walk

Scripts = tuple[tuple[str, Node], ...]
# What averages over random variables, and so is no function of the numbers in its bracket.
MOMENTS = frozenset(
    re.findall(r"\S+", "E bb_E cal_E Var var bb_V V Cov cov Corr corr H h KL kl dKL D D_KL MI SD sd Skew Kurt std")
)
INDICATORS = frozenset(("bb_1", "bb_I", "bold_1", "I", "ind"))
OVER = frozenset(("max", "min", "sup", "inf", "lim", "arg", "argmax", "argmin", "limsup", "liminf"))
UNITS = ("name", "accent", "number", "root")
DECLARED = {re.findall("[A-Za-z]+", one.latex)[-1]: name for name, one in FUNCTIONS.items() if "#" not in one.latex}
SPECIAL = {"Gamma", "psi", "B", "Psi"}


def word(walk: Walk, line: Line, base: Node, scripts: Scripts) -> Value:
    r"""A function that is set upright, such as \log, and what it is applied to."""
    first = line.take()[0]
    below, above = script(scripts, "sub"), script(scripts, "sup")
    if base.text == "lim" and below is not None and (found := _limit(walk, line, below)) is not None:
        return found
    if base.text in OVER:
        return _over(walk, line, base, below)
    arguments, after = _arguments(walk, line, base, first)
    exponent = None if above is None else walk.value(above)
    if exponent is not None and (exponent.term == -1 or not isinstance(exponent.term, int)):
        inverse = walk.opaque(f"{base.text}_to", *arguments, exponent, why=f"a power of \\{base.text} without brackets")
        return inverse
    value = _applied_word(walk, base, below, arguments)
    return scripted(walk, value if exponent is None else power(value, exponent), after)


def _applied_word(walk: Walk, base: Node, below: Node | None, arguments: list[Value]) -> Value:
    name = DECLARED.get(base.text, base.text)
    if any(argument.vector for argument in arguments):
        return walk.opaque(base.text, *arguments, why=f"\\{base.text} of what is no number")
    term = function(name, *(argument.term for argument in arguments))
    if term is None or (below is not None and name not in ("log",)):
        label = base.text if below is None else f"{base.text}_{flat(below)}"
        return walk.opaque(label, *arguments, why=f"\\{base.text}")
    if below is not None:
        return quotient(Value(term), Value(("log", walk.term(below))))
    return Value(term)


def _limit(walk: Walk, line: Line, below: Node) -> Value | None:
    r"""\lim_{x \to \infty} of the rest of the term; None for other limits."""
    below = inside(below)
    variable = spelled(below.parts[0]) if below.kind == "relation" and below.text == "→" else None
    point = end(walk, below) if variable is not None else None
    if variable is None or point not in ("∞", "−∞") or not line.factors:
        return None
    with walk.binding(variable):
        value = walk.value(termed(line.take(len(line.factors))))
    return None if value.vector else limit(walk, value, variable, point)


def _over(walk: Walk, line: Line, base: Node, below: Node | None) -> Value:
    r"""\max, \lim and their kin: the larger of two numbers, or else nothing that is computed."""
    bracket = unwrapped(line.factors[0])[0] if line.factors else None
    if below is None and bracket is not None and bracket.kind == "bracket" and base.text in ("max", "min"):
        parts = pieces(bracket.parts[0])
        if len(parts) > 1:
            scripts = unwrapped(line.take()[0])[1]
            return scripted(walk, _largest(walk, base.text, [walk.value(part) for _, part in parts]), scripts)
    label = f"{base.text}_{flat(below)}" if below is not None and flat(below) else base.text
    body = walk.value(line.everything()) if line.factors else Value(f"label_{label}", True)
    return walk.opaque(label, body, why=f"\\{base.text}")


def _largest(walk: Walk, name: str, values: list[Value]) -> Value:
    if any(value.vector for value in values):
        return walk.opaque(name, *values, why=f"\\{name} of what is no number")
    term = values[-1].term
    for value in reversed(values[:-1]):
        term = (name, value.term, term)
    return Value(term)


def _arguments(walk: Walk, line: Line, base: Node, first: Node) -> tuple[list[Value], Scripts]:
    """What a function without or with brackets is applied to; it is taken off the line."""
    if not line.factors:
        raise ReadingError(first.end, f"\\{base.text}", "it has no argument; write it in brackets")
    inner, scripts = unwrapped(line.factors[0])
    if inner.kind == "bracket" and inner.text[:1] in "([{":
        return _in_bracket(walk, line, base, inner, scripts)
    if line.factors[0].kind in ("times", "slash"):
        raise ReadingError(first.end, f"\\{base.text}", "it has no argument; write it in brackets")
    before = list(line.factors)
    count = _unit(line.factors)
    more = _more(line.factors, count)
    if more > count and inner.kind != "number":
        name = f"\\{base.text}"
        readings = (f"{name} takes the first factor after it alone", f"{name} takes the factors after it")
        count = (count, more)[walk.choose(("argument", first.start), *readings)]
    elif more > count:
        count = more
    return [_taken(walk, line, before, count)], ()


def _in_bracket(walk: Walk, line: Line, base: Node, inner: Node, scripts: Scripts) -> tuple[list[Value], Scripts]:
    line.take()
    parts = [walk.value(part) for _, part in pieces(inner.parts[0])]
    if not scripts:
        return parts, ()
    if any(kind == "sub" for kind, _ in scripts):
        raise ReadingError(inner.start, f"\\{base.text}", "a subscript stands after its bracket")
    after = f"\\{base.text}(…) is raised to the power after it"
    whole = f"the power after \\{base.text}(…) is within it"
    if base.text != "exp" and walk.choose(("power", inner.start), after, whole) == 1:
        return [scripted(walk, parts[0], scripts)], ()
    return parts, scripts


def _unit(factors: list[Node]) -> int:
    """How many nodes the first factor is: a name and its bracket are two; an operator takes all that follows."""
    inner = unwrapped(factors[0])[0]
    if inner.kind in ("big", "derivative"):
        return len(factors)
    if inner.kind == "function":
        return 1 + (_unit(factors[1:]) if len(factors) > 1 else 0)
    if inner.kind in ("name", "accent") and len(factors) > 1:
        after = unwrapped(factors[1])[0]
        if after.kind == "bracket" and after.text[:1] in "([":
            return 2
    return 1


def _more(factors: list[Node], count: int) -> int:
    """How many nodes stand beside each other, bare names and numbers without a sign between."""
    if unwrapped(factors[0])[0].kind not in UNITS:
        return count
    while count < len(factors) and unwrapped(factors[count])[0].kind in UNITS:
        count += _unit(factors[count:])
    return count


def _taken(walk: Walk, line: Line, before: list[Node], count: int) -> Value:
    if count == len(before) and unwrapped(before[0])[0].kind in ("big", "function", "derivative"):
        inner = Line(line.take(len(line.factors)), line.later)
        value = walk.one(walk, inner)
        line.factors, line.later = inner.factors, inner.later
        return value
    return walk.value(termed(line.take(count)))


def call(walk: Walk, line: Line, base: Node, scripts: Scripts) -> Value | None:
    """A name applied to the bracket after it; None where it is a factor beside a bracket."""
    if len(line.factors) < 2:
        return None
    bracket, after = unwrapped(line.factors[1])
    if bracket.kind != "bracket" or bracket.text[:1] not in "([{" or bracket.text[-1:] not in ")]}":
        return None
    name = spelled(base)
    assert name is not None
    if not _is_call(walk, name, scripts, bracket, base):
        return None
    line.take(2)
    return scripted(walk, _called(walk, name, base, scripts, bracket), after)


def _is_call(walk: Walk, name: str, scripts: Scripts, bracket: Node, base: Node) -> bool:
    """Whether a name is a function before this bracket, or a factor."""
    scope, content = walk.scope, bracket.parts[0]
    if any(kind == "factorial" for kind, _ in scripts) or content.kind == "nothing":
        return False
    if name in scope.functions | scope.logistic or content.kind in ("list", "relation", "sign"):
        return True
    if name in MOMENTS and (len(name) > 1 or name not in scope.numbers):
        return True
    bare = argument_name(as_sum(content)) != "?" or _is_number(single(as_sum(content)))
    whole = parted(walk, base, tuple(one for one in scripts if one[0] == "sub"))[0]
    number = (
        not {name, whole}.isdisjoint(scope.numbers | walk.seen.numbers)
        or (name in walk.bound or name.startswith("bold_"))
        or (bool(scripts) and not bare and not _applied_bare(walk, name))
    )
    if number and not (bare and _applied_bare(walk, name)):
        return False
    if name in SPECIAL or name in LAWS or (len(name.split("_")[-1]) > 1 and not _is_greek(name)):
        return True
    if (bracket.text == "()" and (bare or len(as_sum(content).parts) == 1)) or _applied_bare(walk, name):
        return True
    if bracket.text != "()" or script(scripts, "sup") is not None:
        return False
    return walk.choose(("call", name), f"{name} is a number beside a bracket", f"{name} is a function") == 1


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
    if above is not None and flat(above) in ("minus_1",):
        values = [walk.value(part) for _, part in pieces(bracket.parts[0])]
        return walk.opaque(f"inverse_{name}", *values, why="an inverse function")
    order = re.fullmatch(r"order_(\d+)", (flat(above) and _order(above)) or "") if above is not None else None
    if order:
        primes, plain = int(order[1]), tuple((kind, node) for kind, node in plain if kind != "sup")
    if above is not None and not order and single(above) is not None and _is_number(single(above)):
        value = _function(walk, name, *parted(walk, base, ())[:2], bracket)
        return scripted(walk, value, (("sup", above),))
    stem, indices, rest = parted(walk, base, plain)
    value = _function(walk, name, stem, indices, bracket)
    if primes:
        value = _differentiated(walk, value, primes)
    return scripted(walk, value, rest)


def _order(above: Node) -> str:
    one = single(above)
    digits = flat(above)
    return f"order_{digits}" if one is not None and one.kind == "bracket" and digits.isdigit() else ""


def _differentiated(walk: Walk, value: Value, times: int) -> Value:
    """f′(x), f″(x), …, for a function of one argument."""
    term = value.term
    if value.vector or not is_a(term, "Apply", *FUNCTIONS) or times > MOST_TIMES:
        return walk.opaque("slope", value, vector=value.vector, why="a prime")
    *function_, point = term
    if len(function_) != (2 if function_[0] == "Apply" else 1):
        return walk.opaque("slope", value, why="a prime after a function of several arguments")
    body: Term = (*function_, "t")
    for _ in range(times - 1):
        body = at(walk, body, "t", "t")
    return Value(at(walk, body, "t", point))


def _function(walk: Walk, name: str, stem: str, indices: tuple[Term, ...], bracket: Node) -> Value:
    content = bracket.parts[0]
    cuts = separators(content)
    known = name in walk.scope.functions
    if not known and (name in MOMENTS or stem in MOMENTS) and _averages(walk, stem, bracket):
        return _moment(walk, stem, content)
    if name in LAWS and not known and len(cuts) and cuts[0] in (";", "|"):
        return law(walk, name, [walk.value(part) for _, part in pieces(content)])
    if not known and (name in walk.scope.densities or "|" in cuts):
        return _density(walk, stem, indices, content)
    if name in INDICATORS and content.kind == "relation" and not known:
        return Value(indicator(walk, content))
    values = [*(Value(index) for index in indices), *_values(walk, content)]
    return _declared(walk, name, stem, values) or _undefined(walk, stem, values)


def _undefined(walk: Walk, stem: str, values: list[Value]) -> Value:
    called = f"{stem}_of" if stem in walk.seen.numbers else stem
    return Value(("Apply", called, *(value.term for value in values)), stem.startswith("bold_"))


def _values(walk: Walk, content: Node) -> list[Value]:
    """The arguments; y_1, …, y_n as one."""
    parts = [part for _, part in pieces(content)]
    if any(_is_dots(part) for part in parts):
        stems = {argument_name(part).partition("_")[0] for part in parts if not _is_dots(part)}
        return [Value("all_" + "_".join(sorted(stems)).replace("?", "of_them"), True)]
    return [_argument(walk, part) for part in parts]


def _is_dots(part: Node) -> bool:
    one = single(part) if part.kind == "sum" else None
    return one is not None and one.kind == "dots"


def _argument(walk: Walk, part: Node) -> Value:
    if part.kind == "relation":
        return walk.value(part.parts[-1])
    if part.kind == "sign" or ((one := single(part)) is not None and one.kind in ("times", "sign")):
        return Value("label_blank", True)
    del one
    return walk.value(part)


def _averages(walk: Walk, name: str, bracket: Node) -> bool:
    """Whether a word before a bracket is a moment or an entropy; a letter before round brackets may be a function."""
    content = bracket.parts[0]
    if bracket.text != "()" or len(name) > 1 or not {";", "|", "‖"}.isdisjoint(separators(content)):
        return True
    told = [argument_name(part) for _, part in pieces(content)]
    if any(one.startswith("bold_") for one in told):
        return False
    return name in ("E", "V") or any(one in walk.scope.densities or one[:1].isupper() for one in told)


def _moment(walk: Walk, stem: str, content: Node) -> Value:
    """An expectation, a variance, an entropy: of random variables, and not computed."""
    values = [
        Value(f"label_{flat(part)}", True) if part.kind in ("relation", "sign", "nothing") else walk.value(part)
        for _, part in pieces(content)
    ]
    cuts = "".join({"|": "_given", ";": "_and", "‖": "_from"}.get(cut, "") for cut in separators(content))
    return walk.opaque(f"{stem}{cuts}", *values, why=f"the moment or entropy {stem}")


def _density(walk: Walk, stem: str, indices: tuple[Term, ...], content: Node) -> Value:
    """A density or probability, told apart by the names of its arguments: p(y|x) and p(x) are two functions."""
    listed = pieces(content)
    given = next((place for place, (cut, _) in enumerate(listed) if cut in ("|", ";")), len(listed))
    first, second = (
        sorted((_told(walk, part) for _, part in group if not _is_dots(part)), key=lambda told: told[0])
        for group in (listed[:given], listed[given:])
    )
    label = "_".join(name for name, _ in first)
    if second:
        label += "_given_" + "_".join(name for name, _ in second)
    values: list[Term] = [*indices, *(term for _, terms in (*first, *second) for term in terms)]
    density = f"{stem}_{label}"
    _hang_together(walk, stem, density, tuple(values) if "relation" in {part.kind for _, part in listed} else ())
    return Value(("Apply", density, *values))


def _hang_together(walk: Walk, letter: str, name: str, values: tuple[Term, ...]) -> None:
    """p(y|x), p(x) and p(y), or p(y = 0) and p(y = 1), are not any functions and numbers: nothing is refuted."""
    walk.densities.setdefault(letter, {})[(name, values)] = None
    if len(walk.densities[letter]) > 1:
        walk.unjudged["densities that hang together"] = None


def _told(walk: Walk, part: Node) -> tuple[str, tuple[Term, ...]]:
    """The name of an argument, and what stands for it."""
    name = argument_name(part)
    if name == "?":
        walk.unjudged["a density of an expression"] = None
        return "expression", (_argument(walk, part).term,)
    if part.kind == "relation":
        left = walk.term(part.parts[0])
        lost = children(left) if is_a(left, "Indexed") and _each_indexed(walk, name) else ()
        return name, (*lost, walk.term(part.parts[-1]))
    value = walk.value(part)
    return (f"all_{name}" if value.term == f"all_{name}" else name), (value.term,)


def _each_indexed(walk: Walk, name: str) -> bool:
    """Whether the variable stands in every density with a subscript: then each entry has a density of its own."""
    return name not in walk.seen.bare


def _declared(walk: Walk, name: str, stem: str, values: list[Value]) -> Value | None:
    """A function of the language, by its usual name: Γ, ψ, B, erf; σ and Φ where they may be meant."""
    if name in walk.scope.functions or any(value.vector for value in values):
        return None
    terms = [value.term for value in values]
    if name in walk.scope.logistic and len(terms) == 1:
        return logistic(values[0])
    if name in ("sigma", "Phi") and stem == name and len(terms) == 1:
        known = "the logistic function" if name == "sigma" else "the normal distribution function"
        readings = (f"{name} is a function of which nothing is said", f"{name} is {known}")
        if walk.choose(("function", name), *readings) == 1:
            return logistic(values[0]) if name == "sigma" else normal(values[0])
        return None
    term = function(DECLARED.get(name, "" if len(name) == 1 else name), *terms)
    if term is None or stem != name:
        return None
    if name not in ("Gamma",):
        walk.suppose(f"{name} is the function of that name")
    return Value(term)


def logistic(value: Value) -> Value:
    minus = function("exp", negative(value).term)
    assert minus is not None
    return Value(("Pow", ("Add", 1, minus), -1))


def normal(value: Value) -> Value:
    inner = function("erf", ("Mul", value.term, ("Pow", 2, ("Rational", -1, 2))))
    assert inner is not None
    return Value(("Mul", HALF, ("Add", 1, inner)))

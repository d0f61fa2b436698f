"""The loss of one observation as code: a module with `loss`, `gradient` and `hessian`, for arrays of any shape.

The formulas are those of `stable.py`: of each it is said in the module whether it is proved to be equal to what was
derived. There is no factor 1/n in them but that of the mean, so that boosting libraries can take them as they are.

>>> from mlce_sym.families.families import family
>>> found = code_of(family("bernoulli-logit"))
>>> found.forms["loss"].term, found.forms["hessian", "z", "z"].term
(-y*z + softplus(z), sigmoid(-z)*sigmoid(z))
>>> print(found.module("python").partition("def gradient")[2].partition("return ")[2].splitlines()[0])
_reduced(_sigmoid(z) - y, weights, reduction)
"""

from __future__ import annotations

import keyword
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import combinations_with_replacement
from typing import Any

from sympy import Expr, Symbol, sqrt

from ..border.given import Given
from ..border.nodes import derivative
from ..families.family import Family
from ..prover.logic import missing
from ..terms.errors import NoSuchName
from .formulas import written
from .positive import where_positive
from .primitives import primitives_of
from .score_equations import as_square
from .setting import Setting, open_set
from .slopes import slope_of_one
from .stable import same, stable
from .targets import TARGETS, Target

TAKEN = {"weights", "reduction", "special", "np", "math", "torch", "jax", "jnp", "loss", "gradient", "hessian", "each"}
APART = ("gammaln", "betaln", "logbinomial")  # whose differences cancel at large arguments
SOLVED = "The b that solves the normal equations, by least squares; a row of features for each observation."
LARGE = "At large arguments differences of log-gammas cancel: the absolute error is some ulp of the largest of them."


@dataclass(frozen=True)
class Form:
    """A formula, and whether a theorem says that it is equal to what was derived."""

    term: Expr
    proved: bool


@dataclass(frozen=True)
class Code:
    """The formulas of one observation: "loss", ("gradient", p), ("hessian", p, q)."""

    family: Family
    forms: Mapping[Any, Form]
    about: str = ""
    output: Symbol | None = None  # x_iᵀb, where normal equations have the best b

    @cached_property
    def names(self) -> dict[Symbol, str]:
        """How the numbers are called: no keyword, and no name that the module needs."""
        numbers = (self.family.data, *self.family.parameters, *self.family.known)
        return {one.symbol: identifier(one.symbol.name) for one in numbers}

    @property
    def order(self) -> list[str]:
        """The arguments, the parameters before what is known."""
        return list(self.names.values())

    def module(self, target: str) -> str:
        """The text of a module. Raises NoSuchName for what is not among `TARGETS`, or has no such function."""
        if target not in TARGETS:
            raise NoSuchName(f"there is no code for {target!r}; there is {', '.join(TARGETS)}")
        return _module(self, TARGETS[target])


def identifier(name: str) -> str:
    plain = "".join(c if c.isalnum() or c == "_" else "_" for c in name)
    return f"{plain}_" if keyword.iskeyword(plain) or plain in TAKEN else plain


def code_of(family: Family, about: str = "", output: Symbol | None = None) -> Code:
    """The loss of one observation and its derivatives, in stable forms that are proved to be the same; with the
    solution of the normal equations where an output is named."""
    return Code(family, _forms(family), about, output)


@lru_cache(maxsize=100)
def _forms(family: Family) -> Mapping[Any, Form]:
    """The same for every library, and for a picture."""
    setting = Setting(where_positive(family))
    facts = tuple(dict.fromkeys((*setting.about_others, *setting.about_parameters)))
    numbers, given = family.parameters, Given(facts)
    paths: dict[Any, tuple[Symbol, ...]] = {"loss": ()}
    paths |= {("gradient", str(p.symbol)): (p.symbol,) for p in numbers}
    pairs = combinations_with_replacement(numbers, 2)
    paths |= {("hessian", str(p.symbol), str(q.symbol)): (p.symbol, q.symbol) for p, q in pairs}
    return {what: _form(setting, path, given) for what, path in paths.items()}


def _form(setting: Setting, path: tuple[Symbol, ...], given: Given) -> Form:
    """A stable form that is proved to be the loss, or its derivative; else SymPy's, stable where that is the same
    wherever it is defined, as y^b log y is not at 0."""
    exact, plain = setting.parts.loss, slope_of_one(setting, path)[0]
    for p in path:
        domain = open_set(next(named.domain for named in setting.family.parameters if named.symbol == p))
        exact = exact if domain is None else derivative(exact, p, domain)
    where = Given((*given.hypotheses, *missing(given, plain)), given.definitions)
    for better in dict.fromkeys((stable(plain, {setting.z}), stable(plain, set()))):
        if same(exact, better, given) is not None:
            return Form(better, True)
        if same(plain, better, where) is not None:
            return Form(better, False)
    return Form(plain, False)


def _module(code: Code, target: Target) -> str:
    functions = [_function(code, target, name, body) for name, body in _bodies(code, target)]
    functions += solver(code, target)
    text = "\n".join(functions)
    notes = [note for name, note in target.less_exact.items() if name in text]
    head = "\n".join((docstring(code.family, code.forms, code.about), *notes))
    return joined(head, target.imports, *needed(target.helpers, text), target.reduced, *functions)


def solver(code: Code, target: Target) -> list[str]:
    """A function that solves the normal equations Σ_i w_i x_ij (t_i − x_iᵀb) = 0, where the slope is w_i (x_iᵀb − t_i)
    up to a factor that all observations share, as least squares; none for a library without arrays."""
    if code.output is None or not target.least_squares:
        return []
    square = as_square(code.forms["gradient", str(code.output)].term, code.output, code.family)
    if square is None:
        return []
    _, weight, aim = square
    root, right = (written(term, code.names, target) for term in (sqrt(weight), aim))
    used = [one for one in code.order if _mentions(f"{root} {right}", one)]
    features = "features" if "x" in code.order else "x"
    bare, scaled = (features, right), (f"root[:, None] * {features}", f"root * ({right})")
    rows = (
        "def coefficients(",
        *(f"    {one}: {target.array}," for one in (features, *used)),
        f") -> {target.result}:",
        f'    """{SOLVED}"""',
        *(f"    {one} = {target.read.format(one)}" for one in (features, *used)),
        *([] if weight == 1 else [f"    root = {root}"]),
        f"    return {target.least_squares.format(*(bare if weight == 1 else scaled))}",
    )
    return ["\n".join(rows)]


def joined(head: str, imports: str, *parts: str) -> str:
    """A module of these parts."""
    return "\n\n".join((f'"""{head}\n"""', "\n\n\n".join(part.strip("\n") for part in (imports, *parts)))) + "\n"


def needed(helpers: Mapping[str, str], text: str) -> list[str]:
    """The helpers that a text names, and those that they name."""
    found: dict[str, str] = {}
    waiting = [text]
    while waiting:
        here = waiting.pop()
        for name, helper in helpers.items():
            if f"{name}(" in here and name not in found:
                found[name] = helper
                waiting.append(helper)
    return [found[name] for name in sorted(found)]


def docstring(family: Family, forms: Mapping[Any, Form], about: str) -> str:
    """What the module is, and what is proved of it."""
    unproved = [_called(what) for what, form in forms.items() if not form.proved]
    lines = [f"{family.title}: the loss of one observation, its gradient and its Hessian.", ""]
    lines += [*about.splitlines(), ""] if about else []
    lines += ["Every formula is proved to be the loss, or its derivative" + ("." if not unproved else ",")]
    lines += [f"but for {', '.join(unproved)}: SymPy derived these."] if unproved else []
    lines += [LARGE] if any(name in APART for f in forms.values() for name in primitives_of(f.term)) else []
    return "\n".join(lines).replace("\\", "").replace('"', "'")


def _called(what: Any) -> str:
    return what if isinstance(what, str) else f"{what[0]} in {', '.join(what[1:])}"


def _bodies(code: Code, target: Target) -> Iterator[tuple[str, list[str]]]:
    """The functions of the module, each with the formulas that it returns."""
    for name in ("loss", "gradient", "hessian"):
        own = [form for what, form in code.forms.items() if what == name or what[0] == name]
        yield name, [written(form.term, code.names, target) for form in own]


def _function(code: Code, target: Target, name: str, formulas: list[str]) -> str:
    rows = [
        *header(name, code.order, target, len(formulas)),
        f'    """{says(code.forms, name)}"""',
        *(f"    {one} = {target.read.format(one)}" for one in code.order),
        *returned([_reduced(formula, code.order) for formula in formulas]),
    ]
    return "\n".join(rows)


def _reduced(formula: str, order: list[str]) -> str:
    """The call that reduces it; what it does not speak of may have more entries than what it speaks of."""
    others = "".join(f", {one}" for one in order if not _mentions(formula, one))
    return f"_reduced({formula}, weights, reduction{others})"


def header(
    name: str, arguments: Iterable[str], target: Target, count: int, more: tuple[str, ...] = ()
) -> Iterator[str]:
    """The lines of a definition, up to its colon, of a function with so many values."""
    result = target.result if count == 1 else f"tuple[{', '.join([target.result] * count)}]"
    reduction = '"mean"' if name == "loss" else '"none"'
    yield f"def {name}("
    yield from (f"    {one}: {target.array}," for one in arguments)
    yield from ("    *,", f"    weights: {target.array} | None = None,")
    yield from (f"    {one}," for one in more)
    yield f"    reduction: str = {reduction},"
    yield f") -> {result}:"


def returned(values: list[str]) -> Iterator[str]:
    """The lines that return one value, or several."""
    if len(values) == 1:
        yield f"    return {values[0]}"
        return
    yield from ("    return (", *(f"        {value}," for value in values), "    )")


def _mentions(formula: str, name: str) -> bool:
    return name in "".join(c if c.isalnum() or c == "_" else " " for c in formula).split()


def says(forms: Mapping[Any, Form], name: str) -> str:
    """What a function of the module gives."""
    if name == "loss":
        return "The loss: its mean or sum over the observations, or that of each."
    paths = [what[1:] for what in forms if what[0] == name]
    of = ", ".join("∂²/" + "".join(f"∂{p}" for p in path) if len(path) > 1 else f"∂/∂{path[0]}" for path in paths)
    return f"{of} of the loss of each observation (or their mean or sum)."

"""Terms and names in messages, as a person writes them.

>>> said(("Lt", 0, "hat_theta")), said_name("p_y_given_theta"), said(("Indexed", "bar_y", 2))
('θ̂ > 0', 'p(y|θ)', 'ȳ_2')
>>> said(("Apply", "p_y_given_w_x", ("Indexed", "y", 1), "w", 2)), said(("Sum", "i_1", ("Range", 1, SIZE), "i_1"))
('p(y_1|w, 2)', 'Σ_i i')
>>> said(("Apply", "p_all_y", "all_y")), said_name("p_bold_t_given_bold_w")
('p(y)', 'p(t|w)')
>>> said(("Apply", "D_KL_from", "p", "q"))
'KL(p‖q)'
>>> said(("exp", ("Apply", "matrix_product", ("Apply", "transpose", "bold_w"), "x")))
'exp(wᵀ x)'
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...certificate.names import every_name, renamed
from ...certificate.writing import plain
from ...reading.typed.spelling import text_of
from ...reading.walk.big import SIZE
from ...terms.terms import Term, children, free, is_a, is_binder, rebuilt, substitute
from ...writers.text_terms import term as written
from .mentions import applied
from .roles import ACCENTS

UNSAID = "the number of terms"  # of a Σ without limits
LIMITS = re.compile(rf"([ΣΠ])_\{{([^=]+)=1\}}\^\{{{UNSAID}\}}")
NAMED = re.compile(rf"(?:(?:{'|'.join(sorted(ACCENTS))})_)*[^_]+")  # in a list of names
SQUARED = re.compile(r"_squared(?=_|$)")  # as in p(y|μ, σ²)
PRODUCTS = {"matrix_product": " ", "transpose": "ᵀ"}  # what stands after each part
NUMBER, CALL = re.compile(r"(_\d+)+$"), re.compile(r"([\w‖])⟨(\d+)⟩\(")


def said(term: Term) -> str:
    """A term, or a proposition."""
    return _said(tidied(term, free(term)))


def _said(term: Term) -> str:
    term, products = _with_products(term)
    heads = frozenset(applied(term))
    names = {name: _head(name) if name in heads else said_name(name) for name in every_name(term)}
    names |= products
    text = LIMITS.sub(r"\1_\2", written(plain(renamed(term, names))))
    while (call := CALL.search(text)) is not None:
        arguments, rest = _arguments(text[call.end() :])
        text = text[: call.start()] + _called(call[1], int(call[2]), arguments) + rest
    return text


def _with_products(term: Term) -> tuple[Term, dict[str, str]]:
    """With names for wᵀx and the like, and how these are written."""
    if not is_a(term, "Apply") or term[1] not in PRODUCTS:
        found = [_with_products(part) for part in children(term)]
        return rebuilt(term, (part for part, _ in found)), {
            name: text for _, some in found for name, text in some.items()
        }
    parts = [f"({_said(part)})" if is_a(part, "Add", "Mul") else _said(part) for part in children(term)]
    text = PRODUCTS[str(term[1])].join((*parts, ""))
    name = f"product_{text}"
    return name, {name: text.strip()}


def tidied(term: Term, taken: frozenset[str] = frozenset()) -> Term:
    """With bound variables i for i_1, and d/dw for the derivative in w_1 at w, where these mean nothing else."""
    if is_binder(term):
        point = term[2][2] if term[0] == "Derivative" else None
        own = point if isinstance(point, str) else NUMBER.sub("", term[1])
        used = frozenset[str]().union(*map(every_name, term[3:])) - {term[1]}
        if own not in used and (own == point or own not in taken):
            term = (term[0], own, term[2], *(substitute(body, {term[1]: own}) for body in term[3:]))
        taken |= {term[1]}
    return rebuilt(term, tuple(tidied(part, taken) for part in children(term)))


def said_name(name: str) -> str:
    """A name; of a density, what it is the density of; of data, without how many indices it has."""
    name = UNSAID if name == SIZE else re.sub(r"^all_|_by_\d+$|_(of|entries)(_\d+)?$", "", name)
    what, bar, given = name.partition("_given_")
    letter, _, of = what.partition("_")
    if bar and of:
        return f"{text_of(letter)}({', '.join(_listed(of))}|{', '.join(_listed(given))})"
    return text_of(name)


def said_call(name: str, arguments: Sequence[str]) -> str:
    """The value of a function, or of a density: p(2|1)."""
    letter, _, count = _head(name).rstrip("⟩").partition("⟨")
    return _called(letter, int(count or 0), arguments)


def _called(letter: str, before: int, arguments: Sequence[str]) -> str:
    if not 0 < before < len(arguments):
        return f"{letter}({', '.join(arguments)})"
    bar, letter = "‖" if letter.endswith("‖") else "|", letter.removesuffix("‖")
    return f"{letter}({', '.join(arguments[:before])}{bar}{', '.join(arguments[before:])})"


def _head(name: str) -> str:
    """The name of a function where it is applied; of a density p(y|θ) the letter, and of KL(p‖q), too, how many
    arguments stand before the bar."""
    what, bar, _ = name.partition("_given_")
    letter, _, of = what.partition("_")
    if name.endswith("_from"):
        return f"{name.removesuffix('_from').removeprefix('D_')}‖⟨1⟩"
    is_density = (bar and of) or of.startswith("all_")
    return f"{text_of(letter)}⟨{len(_listed(of))}⟩" if is_density else said_name(name)


def _arguments(text: str) -> tuple[list[str], str]:
    """The arguments before the bracket that closes, and what comes after it."""
    depth, start, found = 1, 0, []
    for place, sign in enumerate(text):
        depth += (sign in "([{") - (sign in ")]}")
        if depth == 0 or (depth == 1 and text.startswith(", ", place)):
            found.append(text[start:place].strip())
            start = place + 1
        if depth == 0:
            break
    return found, text[start:]


def _listed(names: str) -> list[str]:
    found = NAMED.findall(SQUARED.sub("²", names.replace("all_", "")))
    return [text_of(name.removesuffix("²")) + "²" * name.endswith("²") for name in found]

"""Terms in messages: short, in plain text, for people who write SymPy.

>>> in_words(("ForAll", "i", ("Range", 1, "n"), ("Lt", 0, ("Apply", "p", "i", "theta"))))
'0 < p(i, theta) for all i in 1..n'
>>> in_words(("Mul", -1, ("Pow", ("Add", "a", ("Mul", -1, "b")), 2), ("Pow", "c", -1)))
'-(a - b)**2/c'
"""

from __future__ import annotations

from typing import TypeGuard

from .terms import LITERALS, MARK, Compound, Term, is_a

RELATIONS = {"Lt": "<", "Le": "<=", "Ne": "≠", "Eq": "=", "Member": "in"}
LONGEST = 400
SUM, PRODUCT, POWER, ATOM = range(4)


def shown(text: str) -> str:
    """The name as it is written, without its mark."""
    return text.removeprefix(MARK).partition(f"{MARK}:")[0]


def in_words(term: Term) -> str:
    text = _at(term, SUM)
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"


def _at(term: Term, level: int) -> str:
    """The term where something of at least that level is needed."""
    own, text = _written(term)
    return text if own >= level else f"({text})"


def _written(term: Term) -> tuple[int, str]:
    if type(term) is not tuple:
        text = shown(term) if type(term) is str else str(term)
        return (SUM if text.startswith("-") else ATOM), text
    head, *parts = term
    if head in LITERALS:
        return (PRODUCT, f"{parts[0]}/{parts[1]}") if head == "Rational" else (ATOM, str(parts[0]))
    if head == "Add":
        return SUM, _sum(parts)
    if head in ("Mul", "Pow"):
        return _product(term)
    if head in RELATIONS:
        return SUM, f"{_at(parts[0], SUM)} {RELATIONS[head]} {_at(parts[1], SUM)}"
    if head == "Smooth":
        where = "" if parts[1] == "Reals" else f" on {_at(parts[1], SUM)}"
        return SUM, f"{_at(parts[2], SUM)} is smooth in {_at(parts[0], SUM)}{where}"
    if head == "Converges":
        what = "sum" if is_a(parts[1], "From") else "integral"
        over = f"{_at(parts[0], ATOM)} in {_at(parts[1], SUM)}"
        return SUM, f"the {what} of {_at(parts[2], SUM)} over {over} converges absolutely"
    if head == "ForAll":
        return SUM, f"{_at(parts[2], SUM)} for all {_at(parts[0], ATOM)} in {_at(parts[1], SUM)}"
    if head == "Cases":
        other = "" if is_a(parts[2], "Undefined") else f", else {_at(parts[2], SUM)}"
        return SUM, f"{_at(parts[1], SUM)} if {_at(parts[0], SUM)}{other}"
    return ATOM, _call(head, parts)


def _call(head: str, parts: list[Term]) -> str:
    if head in ("Range", "From"):
        low, *high = (_at(part, PRODUCT) for part in parts)
        return f"{low}..{''.join(high)}"
    if head == "Finite":
        return f"{{{', '.join(_at(part, SUM) for part in parts)}}}"
    if head == "Near":
        return f"{_at(parts[0], SUM)} near {_at(parts[1], SUM)}"
    if head == "Indexed":
        return f"{_at(parts[0], ATOM)}[{', '.join(_at(part, SUM) for part in parts[1:])}]"
    if head == "Apply":
        head, *parts = _at(parts[0], ATOM), *parts[1:]
    if parts and head[0].isupper() and len(parts) > 2 and type(parts[0]) is str:
        variable, domain, *bodies = parts
        return f"{head}({', '.join(_at(part, SUM) for part in (*bodies, variable))} in {_at(domain, SUM)})"
    return f"{head}({', '.join(_at(part, SUM) for part in parts)})" if parts else str(head)


def _sum(parts: list[Term]) -> str:
    first, *rest = (_at(part, ATOM) if is_a(part, "Add") else _written(part)[1] for part in parts)
    return first + "".join(f" - {text[1:]}" if text.startswith("-") else f" + {text}" for text in rest)


def _product(term: Compound) -> tuple[int, str]:
    """Factors with a minus sign in front and what is divided by behind a slash."""
    factors: list[Term] = list(term[1:]) if term[0] == "Mul" else [term]
    sign = "-" if factors and factors[0] == -1 and len(factors) > 1 else ""
    over = [_at(f, POWER) if not is_a(f, "Pow") else _power(f) for f in factors[bool(sign) :] if not _divides(f)]
    under = [_power(("Pow", f[1], -f[2])) for f in factors if _divides(f)]
    top = "*".join(over) or "1"
    below = under[0] if len(under) == 1 else f"({'*'.join(under)})"
    if not under:
        return (SUM if sign else POWER if term[0] == "Pow" else PRODUCT), sign + top
    return (SUM if sign else PRODUCT), f"{sign}{top}/{below}"


def _divides(factor: Term) -> TypeGuard[Compound]:
    return is_a(factor, "Pow") and type(factor[2]) is int and factor[2] < 0


def _power(power: Compound) -> str:
    return _at(power[1], ATOM) if power[2] == 1 else f"{_at(power[1], ATOM)}**{_at(power[2], ATOM)}"

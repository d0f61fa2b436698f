r"""Names in LaTeX: a letter, a Greek letter or an upright word, with its subscript.

As in print, each letter is a name of its own, unless a longer word is declared; \Gamma, \Phi, B and I_0 before a
bracket are functions, unless they are declared.

>>> letters(Source("--density", "ky"), 0, "", {}), letters(Source("--parameter", "rate"), 0, "", None)
(Token('NAME', 'k'), Token('NAME', 'rate'))
"""

from __future__ import annotations

import re

from lark import Token

from .mistyped import Mistyped, Source
from .names import FUNCTIONS, GREEK, LETTERS, PREFIXES, SCRIPTS, Known, is_known, spelled

UPRIGHT = r"\\(?:operatorname\*?|mathrm|mathit|textrm|text)\s*\{\s*([A-Za-z0-9]*)\s*\}"
SCRIPT = re.compile(
    rf"\s*_\s*(?:([A-Za-z0-9])|{UPRIGHT}|\\([A-Za-z]+)|\{{\s*(?:([A-Za-z0-9]+)|{UPRIGHT}|\\([A-Za-z]+))\s*\}})"
)
RUNS = (re.compile(r"[A-Za-z]+_[A-Za-z0-9]+"), re.compile(r"[A-Za-z]{2,}"))
INSTEAD = {
    **{"sqrt": r"\sqrt{…}", "abs": r"\lvert…\rvert", "Abs": r"\lvert…\rvert", "gamma": r"\Gamma(…)"},
    **{"beta": r"\mathrm{B}(…)", "binomial": r"\binom{n}{y}", "factorial": "y!", "besseli": r"I_0(…)"},
    **{"max": r"\max(…)", "min": r"\min(…)", "Max": r"\max(…)", "Min": r"\min(…)"},
    **{name: rf"\{name}(…)" for name in PREFIXES},
}


def token(kind: str, value: str, start: int, end: int) -> Token:
    """A token and its place in the text."""
    return Token(kind, value, start_pos=start, end_pos=end)


def named(source: Source, name: str, start: int, end: int, known: Known) -> Token:
    """The name that stands there, with the subscript after it. Raises Mistyped for a subscript that is none."""
    scripted = SCRIPT.match(source.text, end)
    if scripted:
        script, end = next(group for group in scripted.groups() if group is not None), scripted.end()
        if not script or ((scripted[3] or scripted[6]) and script not in SCRIPTS):
            raise _no_subscript(source, scripted.start())
        name = f"{name}_{script}"
    elif source.text[end:].lstrip().startswith("_"):
        raise _no_subscript(source, source.text.index("_", end))
    return token("NAMED" if _is_function(source, name, end, known) else "NAME", name, start, end)


def _no_subscript(source: Source, at: int) -> Mistyped:
    return source.wrong(at, r"this is no subscript; it is a letter, a number or a word, as in x_m, x_{10}, x_{\min}")


def _is_function(source: Source, name: str, end: int, known: Known) -> bool:
    called = re.match(r"\s*(\\(left|[bB]igg?l?)\s*)?(\(|\[|\\\{)", source.text[end:])
    special = re.fullmatch("Gamma|Phi|B|I_.+", name)
    return bool(called and special and known is not None and not is_known(name, known))


def letters(source: Source, at: int, before: str, known: Known) -> Token:
    """The declared word that starts here, or one letter; before it stands a token of that type."""
    if before == "IN":
        return token("SET", source.text[at], at, at + 1)
    for run in (pattern.match(source.text, at) for pattern in RUNS):
        if run and len(_parts(run[0])) > 1:
            if is_known(run[0], known):
                return _whole(source, run, known)
            _refuse_word(source, run, known)
    letter = source.text[at]
    return named(source, LETTERS.get(letter, letter), at, at + 1, known)


def _parts(run: str) -> list[str]:
    """The names as which TeX prints a run of letters: x_min is x_m i n."""
    stem, _, script = run.partition("_")
    if not script:
        return list(stem)
    return [*stem[:-1], f"{stem[-1]}_{script[0]}", *script[1:]]


def _whole(source: Source, run: re.Match[str], known: Known) -> Token:
    if known is not None and all(is_known(part, known) for part in _parts(run[0])):
        product = r" \cdot ".join(_parts(run[0]))
        raise source.wrong(
            run.start(), f"'{run[0]}' has two readings: did you mean '{spelled(run[0])}' or '{product}'?"
        )
    if "_" in run[0]:
        return token("NAME", run[0], *run.span())
    return named(source, run[0], *run.span(), known)


def _refuse_word(source: Source, run: re.Match[str], known: Known) -> None:
    """A function or a Greek letter without its backslash, unless each of its letters is declared."""
    if all(is_known(part, known) for part in _parts(run[0])) or run[0] not in (*FUNCTIONS, *GREEK):
        return
    instead = rf"\{run[0]}" if run[0] in GREEK else INSTEAD[run[0]]
    raise source.wrong(run.start(), f"'{run[0]}' is printed as a product of letters; write {instead}")

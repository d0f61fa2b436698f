"""Every rule, by name: `rules.log_of_product`. `ALL` is the shipped rule table: the files in this order, each from its
top to its end.

A rule is declared in its file and named nowhere else; a file is read when one of its rules is asked for.

>>> from mlce_sym import rules
>>> rules.log_of_product.needs
'every factor positive'
"""

from __future__ import annotations

from difflib import get_close_matches
from importlib import import_module

from ..border.rule import Rule

FILES = (
    *("logs", "sums", "binary", "extrema", "order", "entropy", "calculus", "functions"),
    *("powers", "products", "hyperbolic", "cases", "gamma", "binomials", "series", "improper", "integrals"),
)
ALL: tuple[Rule, ...]


def __getattr__(name: str) -> Rule:
    if name == "ALL":
        globals()[name] = tuple(rule for file in FILES for rule in _declared(file).values())
        found: Rule = globals()[name]
        return found
    if name.startswith("_"):  # what asks for `__path__` and the like is no person
        raise AttributeError(name)
    for file in FILES:
        if name in (there := _declared(file)):
            globals()[name] = there[name]  # found at once from now on
            return there[name]
    near = get_close_matches(name, __dir__(), n=3)
    hint = f"did you mean {' or '.join(near)}?" if near else "the Tab key after `rules.` or `mlce rules` shows them"
    raise AttributeError(f"there is no rule {name!r}; {hint}")


def field_of(name: str) -> str:
    """The file in which the rule of that name in the table is declared; of others, the name itself.

    >>> field_of("log of a product"), field_of("my own")
    ('logs', 'my own')
    """
    return next((file for file in FILES for rule in _declared(file).values() if rule.name == name), name)


def _declared(file: str) -> dict[str, Rule]:
    module = import_module(f".{file}", __name__)
    return {name: value for name, value in vars(module).items() if isinstance(value, Rule)}


def __dir__() -> list[str]:
    return ["ALL", *sorted(name for file in FILES for name in _declared(file))]

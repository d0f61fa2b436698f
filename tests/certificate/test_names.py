"""Names in certificates: when two are called the same, renaming everywhere in a term."""

from __future__ import annotations

import pytest

from mlce_sym.certificate.names import renamed, written
from mlce_sym.terms.errors import Malformed
from mlce_sym.terms.words import MARK, shown


def test_what_each_name_is_called():
    assert written(frozenset()) == {}
    assert written(frozenset(("a", f"x{MARK}:real", "y"))) == {"a": "a", f"x{MARK}:real": "x", "y": "y"}
    for twice in (("x", f"x{MARK}:real"), (f"x{MARK}:real", f"x{MARK}:positive"), ("Reals", f"{MARK}Reals")):
        name = shown(twice[0])
        with pytest.raises(Malformed, match=f"^two different things are called {name}; rename one of them$"):
            written(frozenset(twice))


def test_every_name_in_a_term_is_renamed():
    names = {"a": "b", "b": "a", "f": "g", "i": "j", "log": "no head", "pi": "no constant"}
    assert renamed("a", names) == "b" and renamed("c", names) == "c" and renamed(3, names) == 3
    assert renamed(("Add", "a", "b", "c"), names) == ("Add", "b", "a", "c")
    assert renamed(("log", "a"), names) == ("log", "b")
    assert renamed(("Constant", "pi"), names) == ("Constant", "pi")
    assert renamed(("Rational", 1, 2), names) == ("Rational", 1, 2)
    assert renamed(("Apply", "f", "a"), names) == ("Apply", "g", "b")
    assert renamed(("Indexed", "f", "i"), names) == ("Indexed", "g", "j")
    assert renamed(("Sum", "i", ("Range", 1, "a"), ("Mul", "i", "a")), names) == (
        ("Sum", "j", ("Range", 1, "b"), ("Mul", "j", "b"))
    )
    assert renamed(("Lambda", ("a", "c"), ("Add", "a", "c")), names) == ("Lambda", ("b", "c"), ("Add", "b", "c"))
    assert renamed(("Smooth", "i", ("Near", "Reals", 0), "i"), names)[1:] == ("j", ("Near", "Reals", 0), "j")

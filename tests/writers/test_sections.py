"""Theorems share a setting only where every name that they define means the same in all of them."""

from mlce_sym.writers.layout import sections


def theorem(name, left, right):
    hypotheses = [["Lt", 0, "x"]]
    definitions = [{"left": left, "right": right, "words": ""}]
    return {
        **{"name": name, "title": "", "words": "", "role": "theorem", "hypotheses": hypotheses},
        **{"definitions": definitions, "lhs": left, "rhs": right, "steps": [], "lines": []},
    }


def settings(*theorems):
    found = sections({"theorems": list(theorems), "notation": {}})
    return [(section.heading, [definition["left"] for definition in section.definitions]) for section in found]


f_of_s, f_of_two = ["Apply", "f", "s"], ["Apply", "f", "s", "t"]


def test_the_same_definition_is_said_once():
    shared = settings(theorem("one", f_of_s, "x"), theorem("two", f_of_s, "x"))
    assert shared == [("Setting", [f_of_s])]


def test_another_meaning_begins_a_section():
    apart = settings(theorem("one", f_of_s, "x"), theorem("two", f_of_s, "s"))
    assert apart == [("Setting of Theorem 1", [f_of_s]), ("Setting of Theorem 2", [f_of_s])]


def test_so_does_another_number_of_arguments():
    apart = settings(theorem("one", f_of_s, "x"), theorem("two", f_of_two, "x"))
    assert apart == [("Setting of Theorem 1", [f_of_s]), ("Setting of Theorem 2", [f_of_two])]

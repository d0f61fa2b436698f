"""Theorems share a setting only where every name that they define means the same in all of them."""

import pytest

from mlce_sym import prove
from mlce_sym.terms.errors import Malformed
from mlce_sym.writers import latex, layout, words
from mlce_sym.writers.layout import sections


def theorem(name, left, right):
    hypotheses = [["Lt", 0, "x"]]
    definitions = [{"left": left, "right": right, "words": ""}]
    return {
        **{"name": name, "title": "", "words": "", "role": "theorem", "hypotheses": hypotheses},
        **{"definitions": definitions, "lhs": left, "rhs": right, "steps": [], "lines": []},
    }


def claim(name, *facts):
    """A theorem without definitions."""
    return {**theorem(name, "u", "u"), "definitions": [], "lhs": facts[-1], "hypotheses": list(facts)}


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


def test_what_is_defined_above_is_not_written_again():
    again = theorem("three", f_of_s, "x")
    found = sections({"theorems": [theorem("one", f_of_s, "x"), theorem("two", f_of_s, "s"), again], "notation": {}})
    assert [len(section.definitions) for section in found] == [1, 1, 1]  # the one above is another
    g = {**again, "definitions": [*again["definitions"], {"left": "g", "right": f_of_s, "words": ""}], "lhs": "g"}
    g["hypotheses"] = [["Lt", 1, "z"]]
    _, last = sections({"theorems": [theorem("one", f_of_s, "x"), g], "notation": {}})
    assert [d["left"] for d in last.definitions] == ["g"]
    assert last.setting[-3:] == ("With ", words.Maths(f_of_s), " as above, write")


def test_what_is_defined_in_one_theorem_may_mean_anything_in_another_alone():
    anything = {**theorem("two", ["Apply", "h", "s"], f_of_s), "lhs": ["Apply", "h", "s"]}
    assert [heading for heading, _ in settings(theorem("one", f_of_s, "x"), anything)] == [
        *("Setting of Theorem 1", "Setting of Theorem 2"),
    ]


def test_a_lemma_about_other_names_stands_in_the_setting_and_says_what_it_supposes():
    first, last = theorem("one", f_of_s, "x"), theorem("three", f_of_s, "x")
    (section,) = sections({"theorems": [first, claim("two", ["Lt", 0, "u"]), last], "notation": {}})
    assert section.heading == "Setting" and section.setting[1:2] == (words.Maths(["Lt", 0, "x"]),)
    assert [bool(entry.supposed) for entry in section.entries] == [False, True, False]
    same_name = settings(first, claim("two", ["Lt", 0, "x"], ["Lt", 1, "x"]), last)
    assert [heading for heading, _ in same_name] == ["Setting"]  # it is a theorem of the setting
    clash = settings(first, claim("two", ["Lt", 1, "x"]), last)
    assert [heading for heading, _ in clash] == [f"Setting of Theorem {k}" for k in (1, 2, 3)]


def test_what_several_theorems_in_turn_suppose_is_said_once():
    few, many = [["Lt", 0, "a"]], [["Lt", 0, name] for name in "abcd"]
    assert layout._together([many, many, many], 0) == (many, 3)
    assert layout._together([many, [*many, ["Lt", 0, "e"]], few], 0) == (many, 2)
    assert layout._together([few, few], 0) == ([], 1)
    twice = [["Lt", name, 1] for name in "abcdefgh"]
    assert layout._together([many, [*many, *twice], [*many, *twice]], 0) == ([], 1)
    assert layout._together([many, [*many, *twice], [*many, *twice]], 1) == ([*many, *twice], 3)


@pytest.mark.slow
def test_remarks_stand_after_the_proof_and_what_belongs_to_the_statement_before_it():
    page = prove("permutation").write("md")
    statement, _, rest = page.partition("**Theorem 7 (The same output).**")[2].partition("*Proof.*")
    assert "not only at minima" not in statement
    proof = rest.partition("**Theorem 8")[0].rstrip()
    assert proof.endswith("*Remark.* This holds at every parameter, not only at minima.")
    assert "(A sum in another order).** Here" in page and "As sets, whether" in prove("bernoulli").write("md")
    assert page.count("From here to Theorem 10, let $n \\ge 1$ be an integer") == 1


@pytest.mark.slow
def test_the_idea_of_a_proof_stands_before_its_lines():
    told = "The output is a sum over the units, and a sum does not know its order."
    document = prove("permutation")
    for form, opened in (("md", "*Proof.*"), ("tex", ""), ("text", "Proof."), ("html", "<em>Proof.</em>")):
        page = " ".join(document.write(form).split())
        assert page.count(told) == 1 and f"{opened} {told}" in page
        assert page.index("The same output") < page.index(told) < page.rindex("The same likelihood")


@pytest.mark.slow
def test_what_an_idea_is_held_to():
    """Like all prose of a certificate, it cannot be a command."""
    bad = prove("permutation").certificate
    bad = {**bad, "theorems": [{**t, "idea": r"\input{x}"} for t in bad["theorems"]]}
    with pytest.raises(Malformed, match="idea in the theorem"):
        latex.document(bad)

"""Special functions as names: each function one name, no name for two, and back again."""

from sympy import (
    Abs,
    Function,
    Indexed,
    IndexedBase,
    Piecewise,
    Symbol,
    besseli,
    cosh,
    erf,
    exp,
    gamma,
    log,
    pi,
    sqrt,
    symbols,
)

from mlce_sym.losses.opaque import opaque

k, y, m = symbols("k y m")


def test_elementary_terms_are_left_as_they_are():
    term = exp(-(y**2)) * log(k + 1) / sqrt(pi)
    assert opaque(term).term == term and not opaque(term).meaning


def test_a_special_function_is_a_name_and_comes_back():
    term = y ** (k - 1) / gamma(k) * Abs(y - m)
    hidden = opaque(term)
    assert {str(f) for f in hidden.meaning} == {"Gamma", "abs"} and not hidden.term.atoms(gamma, Abs)
    assert hidden.restored(hidden.term) == term


def test_one_function_has_one_name_and_two_have_two():
    hidden = opaque(gamma(k) + gamma(2 * k) + besseli(0, k) + besseli(1, k))
    assert len({call.func for call in hidden.term.atoms(Function) if str(call.func).startswith("Gamma")}) == 1
    assert hidden.restored(hidden.term) == gamma(k) + gamma(2 * k) + besseli(0, k) + besseli(1, k)


def test_pieces_with_other_conditions_have_other_names():
    first, second = (Piecewise((y, y < bound), (0, True)) for bound in (1, 2))
    hidden = opaque(first + 3 * second)
    assert len(hidden.meaning) == 2 and hidden.restored(hidden.term) == first + 3 * second


def test_a_variable_of_the_name_of_a_function_keeps_it():
    hidden = opaque(Symbol("Gamma") * gamma(k))
    assert "Gamma" not in {str(f) for f in hidden.meaning} and hidden.restored(hidden.term) == Symbol("Gamma") * gamma(
        k
    )


def test_cosh_is_written_with_exponentials():
    assert opaque(log(cosh(y - m))).term == log(exp(y - m) / 2 + exp(m - y) / 2)


def test_entries_of_data_vectors_are_arguments():
    entry = IndexedBase("y")[Symbol("i")]
    hidden = opaque(Abs(entry - m) + erf(sqrt(2) * entry))
    assert hidden.restored(hidden.term) == Abs(entry - m) + erf(sqrt(2) * entry)
    assert hidden.term.atoms(Indexed) == {entry}

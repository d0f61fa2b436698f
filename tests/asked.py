"""The logic, asked about SymPy terms in the words of the tests."""

from mlce_sym.border.encoding import encode, encode_given
from mlce_sym.logic import entailment
from mlce_sym.prover.logic import holds, refuted

PROVED, REFUTED, UNKNOWN = "proved", "refuted", "unknown"
ANY = entailment.ANY


def entails(given, statement):
    """Does the proposition follow, or its negation?"""
    return PROVED if holds(given, statement) else REFUTED if refuted(given, statement) else UNKNOWN


def sign(given, term):
    return entailment.sign(encode_given(given), encode(term))


def integer(given, term):
    return entailment.integer(encode_given(given), encode(term))

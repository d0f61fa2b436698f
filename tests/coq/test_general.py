"""Powers in Coq: the rules that hold for any base, used where the base is positive."""

from sympy import Abs, S, symbols

from mlce_sym import rules
from mlce_sym.border.given import Given
from mlce_sym.border.nodes import Lt, Member
from mlce_sym.coq.lemmas import statement
from mlce_sym.coq.run import certify
from mlce_sym.kernel.rule_table import rows
from mlce_sym.prompt.prove import prove
from mlce_sym.prover import chain
from mlce_sym.prover.document import Document

a, b, c, m = symbols("a b c m")
given = Given((Lt(0, a), Lt(0, b), Member(c, S.Integers), Member(m, S.Integers)))
PROOFS = {
    "product": lambda: chain((a * b) ** c, given).by(rules.whole_power_of_product),
    "power": lambda: chain((a**m) ** c, given).by(rules.whole_power_of_power),
    "number": lambda: chain((a**2) ** c, given).by(rules.natural_power_of_power),
    "absolute value": lambda: chain(Abs(a**c) + 1, given).by(rules.absolute_value_of_power),
    "square": lambda: chain((a**2) ** b + 1, given).by(rules.power_of_square),
}


def test_a_power_is_one_of_any_base_where_its_base_may_be_other_than_positive():
    assert "Power (a * b) c = Power a c * Power b c" in statement(rows()["whole power of a product"])
    assert "Rpower (a * b) c = Rpower a c * Rpower b c" in statement(rows()["power of a product"])


def test_coq_accepts_rules_for_any_base_at_positive_ones(coqc):
    proofs = tuple(proof().qed(name, name) for name, proof in PROOFS.items())
    assert certify(prove(Document("powers", "Powers", proofs)).write("coq")).theorems == len(PROOFS)

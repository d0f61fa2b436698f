"""Cases, induction and products in Coq: what the rules about them say of a function that is given for them."""

from sympy import (
    Abs,
    Derivative,
    Eq,
    FiniteSet,
    Function,
    Integer,
    Lambda,
    Max,
    Min,
    Ne,
    Piecewise,
    Product,
    Rational,
    S,
    Sum,
    cos,
    exp,
    log,
    sign,
    sin,
    sqrt,
    symbols,
    tanh,
)

from mlce_sym import rules
from mlce_sym.border.given import Given
from mlce_sym.border.nodes import Equals, IndexRange, Le, Lt, Member
from mlce_sym.coq.run import certify
from mlce_sym.prompt.prove import prove
from mlce_sym.prover import chain, use
from mlce_sym.prover.document import Document

a, i, k, n, t, x, y = symbols("a i k n t x y")
g = Function("g")
FROM_0 = (Member(n, S.Integers), Le(0, n))


def excess(m):
    """By how much 1 + … + m is more than m (m + 1)/2."""
    return Sum(i, (i, 1, m)) - m * (m + 1) / 2


def test_coq_accepts_a_sum_by_induction(coqc):
    start = chain(Equals(excess(S.Zero), 0), Given(())).by(rules.empty_sum).by(rules.known_equation).qed("start")
    step = (
        chain(Equals(excess(k + 1), excess(k)), Given((*FROM_0, Member(k, IndexRange(0, n - 1)))))
        .by(use(rules.last_term, l=1, m=k + 1, f=Lambda(t, t)))
        .by(rules.known_equation)
        .qed("step")
    )
    one = Lambda(t, 1)
    induction = use(rules.induction, f=Lambda(t, excess(t)), g=one, n=n, a=0, because=[start, (step, k)])
    whole = chain(excess(n), Given(FROM_0)).by(induction).qed("whole")
    assert certify(prove(Document("d", "D", (start, step, whole))).write("coq")).theorems == 3


def test_coq_accepts_cases_and_products(coqc):
    by_values = use(rules.by_two_values, f=Lambda(t, t * (1 - t)), y=y, u=0, v=1)
    same_logarithm = Given((Lt(0, x), Lt(0, y), Equals(log(x), log(y))))
    to_n = Given(FROM_0)
    proofs = (
        chain(y * (1 - y), Given((Member(y, FiniteSet(0, 1)),))).by(by_values).qed("values"),
        chain(x, same_logarithm).by(use(rules.equal_logarithms, u=x, v=y)).qed("logarithms"),
        chain(Product(exp(g(i)) * i, (i, 1, n)), to_n)
        .by(rules.product_of_product)
        .by(rules.product_of_exponentials)
        .qed("factors"),
        chain(Product(1 / (1 + g(i) ** 2), (i, 1, n)), to_n).by(rules.product_of_reciprocals).qed("reciprocals"),
        chain(Product(g(i) ** 2, (i, 1, n)), to_n).by(rules.product_of_squares).qed("squares"),
        chain(Product(2, (i, 1, n)), to_n).by(use(rules.product_of_constant, c=2, l=1, m=n)).qed("constant"),
    )
    assert certify(prove(Document("d", "D", proofs)).write("coq")).theorems == len(proofs)


def test_coq_accepts_what_is_equal_in_each_case(coqc):
    huber = Piecewise((x**2 / 2, Abs(x) <= a), (a * (Abs(x) - a / 2), True))
    density = Piecewise((exp(-x), x >= 0), (0, True))
    slope = Derivative(Piecewise((t**2, Eq(y, 1)), (t, True)), t)
    for lhs, rhs, given in (
        (huber, Min(Abs(x), a) * (Abs(x) - Min(Abs(x), a) / 2), [a > 0]),
        (log(density), -x, [x >= 0]),
        (slope, Piecewise((2 * t, Eq(y, 1)), (1, True)), []),
        (
            Sum(Piecewise((g(i), i < k), (0, i > k), (g(k), True)), (i, 1, n)),
            Sum(Piecewise((g(i), i <= k), (0, True)), (i, 1, n)),
            [],
        ),
    ):
        assert certify(prove(lhs, rhs, given).write("coq")).theorems > 0


def test_coq_accepts_functions_at_numbers(coqc):
    at_numbers = (
        (sin(0, evaluate=False) + 2 * cos(0, evaluate=False) + tanh(0, evaluate=False), Integer(2)),
        (Abs(Rational(-3, 2), evaluate=False) + sign(-2, evaluate=False), Rational(1, 2)),
        (Max(1, Rational(1, 2), evaluate=False) + Min(2, -3, evaluate=False), Integer(-2)),
    )
    for left, right in at_numbers:
        assert certify(prove(a + left, a + right).write("coq")).theorems == 1


def test_coq_accepts_signs_squares_and_products_by_induction(coqc):
    assert certify(prove(sign(x) * Abs(x), x).write("coq")).theorems > 1
    assert certify(prove(log(x**4), 4 * log(Abs(x)), [Ne(x, 0)]).write("coq")).theorems > 0
    assert certify(prove(a * sqrt(x**2), a * Abs(x), [Ne(x, 0)]).write("coq")).theorems > 0

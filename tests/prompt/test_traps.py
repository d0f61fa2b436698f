"""The traps of SymPy 1.14: what SymPy does, and that the kernel, or `judge`, does not."""

from contextlib import suppress

import pytest
from sympy import (
    Add,
    Eq,
    IndexedBase,
    Integer,
    Mul,
    Product,
    Q,
    Rational,
    S,
    Sum,
    Symbol,
    UnevaluatedExpr,
    ask,
    diff,
    exp,
    expand_log,
    latex,
    log,
    nan,
    powdenest,
    simplify,
    solve,
    sqrt,
    symbols,
    sympify,
)

from mlce_sym import judge, rules
from mlce_sym.border.binding import substitute
from mlce_sym.border.encoding import decode
from mlce_sym.border.given import Given
from mlce_sym.border.nodes import Cases, Entropy, Equals, ForAll, Le, Lt, Member
from mlce_sym.prover import chain, logic
from mlce_sym.prover.derivation import Algebra, reflexivity, rewritten
from mlce_sym.prover.logic import missing, outside
from mlce_sym.prover.tactics import equated
from mlce_sym.terms.errors import Refused

from ..asked import PROVED, entails
from ..brute_force import value

a, b, i, j, k, n, K, x, theta = symbols("a b i j k n K x theta")
p, y, w, B = map(IndexedBase, ("p", "y", "w", "b"))
whole = (Member(n, S.Integers), Le(1, n))


def not_proved(lhs, rhs, *given):
    """Neither by the kernel, if it takes the sides at all, nor by judge."""
    with suppress(Refused):
        assert equated(lhs, rhs, Given((*whole, Member(K, S.Integers), Le(1, K), *given))) is None
    assert judge(lhs, rhs, list(given)).status != "proved"


def test_equations_that_sympy_evaluates_stay_equations():
    assert Eq(x, x) == S.true and Eq(x + 1, x) == S.false
    assert Equals(x, x).args == (x, x) and Lt(0, 1).args == (0, 1)
    theorem = reflexivity(Given(), 2 * (x + 1))
    assert (theorem.lhs, theorem.rhs) == (2 * x + 2, 2 * x + 2)
    assert (theorem.given, theorem.steps) == (Given(), ())


def test_a_hypothesis_that_sympy_would_evaluate_is_used_as_it_is_written():
    known = Given((Equals(log(exp(x)), x), Lt(0, 1)))
    assert len(known.hypotheses) == 2 and all(h.args for h in known.hypotheses)


def test_the_grouping_of_an_author_is_kept():
    held = Mul(2, x + 1, evaluate=False)
    assert 2 * (x + 1) == 2 * x + 2 != held
    assert reflexivity(Given(), held).rhs is held


def test_sums_that_differ_in_their_index_alone_are_equal():
    one, other = Sum(w[i] * i, (i, 1, n)), Sum(w[j] * j, (j, 1, n))
    assert one != other and not one.equals(other)
    assert logic.equal(one, other)
    assert rewritten(reflexivity(Given(whole), one), (), Algebra(), target=other).rhs == other
    assert judge(one, other).status == "proved"


CAPTURED = Sum((p[i] - y[i]) * Sum(y[i], (i, 1, n)), (i, 1, K)), Sum((p[i] - y[i]) * y[i], (i, 1, n), (i, 1, K))


def test_simplify_captures_bound_variables():
    one, other = CAPTURED
    assert simplify(one - other) == 0
    env = {n: 2, K: 2, "p": lambda index: (1, 5)[int(index) - 1], "y": lambda index: (2, 3)[int(index) - 1]}
    assert [value(side, env) for side in CAPTURED] == [5, 8]
    not_proved(one, other)
    verdict = judge(one, other)
    assert verdict.status == "refuted" and verdict.values[0] != verdict.values[1]


def test_subs_captures_bound_variables():
    term = Sum(j * p[i], (i, 1, n))
    assert term.subs(j, i) == Sum(i * p[i], (i, 1, n))
    assert substitute(term, {j: i}) == Sum(i * p[Symbol("i_1")], (Symbol("i_1"), 1, n))
    not_proved(substitute(term, {j: i}), Sum(i * p[i], (i, 1, n)))


def test_diff_takes_an_entry_for_a_constant_of_the_sum():
    wrong = diff(Sum(w[i] * B[i], (i, 1, n)), B[i])
    assert wrong == Sum(w[i], (i, 1, n))
    not_proved(wrong, w[i])


FORCED = [
    (log(a * b), log(a) + log(b), [], "0 < a; 0 < b"),
    (log((theta - 1) ** 2), 2 * log(theta - 1), [], "1 < theta"),
]


@pytest.mark.parametrize("one, other, given, needed", FORCED)
def test_forced_expansion_forgets_that_logs_need_positive_numbers(one, other, given, needed):
    assert expand_log(one, force=True) == other
    not_proved(one, other, *given)
    assert needed in judge(one, other, given).reason


def test_forced_expansion_proves_the_bernoulli_identity_for_theta_above_1():
    theta_pos = Symbol("theta", positive=True)
    likelihood = Product(theta_pos ** y[i] * (1 - theta_pos) ** (1 - y[i]), (i, 1, 2)).doit()
    forced = expand_log(log(likelihood), force=True)
    at = {theta_pos: 3, y[1]: 0, y[2]: 0}
    assert (forced - log(likelihood)).subs(at).evalf().as_real_imag()[1] > 6
    wanted = Sum(y[i] * log(theta) + (1 - y[i]) * log(1 - theta), (i, 1, n))
    terms = Product(theta ** y[i] * (1 - theta) ** (1 - y[i]), (i, 1, n))
    not_proved(log(terms), wanted, Lt(0, theta))
    assert judge(log(terms), wanted, [theta > 0, theta < 1]).status == "proved"


def test_forced_powers():
    assert powdenest((x**2) ** Rational(1, 2), force=True) == x
    not_proved(sqrt(x**2), x)
    assert judge(sqrt(x**2), x, [x < 0]).status == "refuted"


def test_a_sum_of_squares_is_expanded_by_rules():
    """`simplify` can raise StopIteration here, and `.equals` answers None."""
    ybar = Symbol("ybar")
    square = Sum((y[i] - ybar) ** 2, (i, 1, n))
    expanded = Sum(y[i] ** 2, (i, 1, n)) - 2 * ybar * Sum(y[i], (i, 1, n)) + n * ybar**2
    assert judge(square, expanded).status == "proved"
    assert judge(square, expanded + ybar).status == "refuted"


def test_solve_finds_nothing_for_a_symbolic_number_of_observations():
    score = Sum(y[i] / theta - (1 - y[i]) / (1 - theta), (i, 1, n))
    found = solve(score, theta)
    assert found == [] or any(theta in solution.free_symbols for solution in found)


def test_the_printer_of_sympy_writes_false_mathematics():
    held = a - UnevaluatedExpr(b + x)
    assert latex(held) == "a - b + x"
    assert outside(held) is not None
    with pytest.raises(Refused, match="outside the language of theorems"):
        reflexivity(Given(), held)


def test_zero_times_log_zero():
    assert 0 * log(0) == nan
    given = Given((ForAll(Le(0, p[k]), (k, 0, 1)),))
    assert missing(given, Entropy(p[k], (k, 0, 1))) == ()
    written = chain(Entropy(p[k], (k, 0, 1)), given).by(rules.entropy_of_distribution)
    assert written.expression == -Sum(Cases(Equals(p[k], 0), 0, p[k] * log(p[k])), (k, 0, 1))
    with pytest.raises(Refused, match="to know which case it is"):
        written.by(rules.case_not_equal)
    assert outside(Sum(0 * log(0), (k, 0, 1))) is not None


def test_sympify_evaluates_what_it_reads(tmp_path):
    proof = tmp_path / "evaluated"
    code = f"open({str(proof)!r}, 'w').close() or 1"
    sympify(f"[{code}]")
    assert proof.exists()
    proof.unlink()
    assert decode(code) == Symbol(code)
    for attempt in (chain, lambda text: judge(text, 1), lambda text: Lt(text, 1), lambda text: Member(text, S.Reals)):
        with pytest.raises(TypeError, match="text is never evaluated"):
            attempt(code)
    assert not proof.exists()


def test_one_minus_theta_is_positive_on_the_unit_interval():
    t = Symbol("theta", positive=True)
    assert (1 - t).is_positive is None
    assert ask(Q.positive(1 - theta), Q.positive(theta)) is None
    assert entails(Given((Lt(0, theta), Lt(theta, 1))), Lt(0, 1 - theta)) is PROVED


def test_karrs_convention_for_reversed_bounds_is_not_ours():
    """SymPy follows Karr: Σ_{i=3}^{1} i = −2. Here a range that goes down by more than one makes no sense."""
    assert Sum(i, (i, 3, 1)).doit() == -2
    with pytest.raises(Refused, match="defined only where 2 <= 1"):
        reflexivity(Given(), Sum(i, (i, 3, 1)))
    assert judge(Sum(i, (i, 3, 1)), Integer(-2)).status != "proved"
    assert judge(Sum(w[i], (i, 1, 0)), Integer(0)).status == "proved"


def test_a_sum_has_one_node_for_two_limits():
    double = Sum(Sum(w[i] * w[j], (j, 1, n)), (i, 1, n))
    assert double.args == (w[i] * w[j], (j, 1, n), (i, 1, n))
    assert judge(double, Sum(w[i], (i, 1, n)) ** 2).status == "proved"


def test_nothing_depends_on_sympy_evaluating_or_not():
    held = Add(x, -x, evaluate=False)
    assert logic.equal(held, S.Zero)
    assert rewritten(reflexivity(Given(), held), (), Algebra(), target=S.Zero).rhs == 0
    assert missing(Given(), Add(1 / x, -1 / x, evaluate=False)) != ()
    assert 1 / x - 1 / x == 0 and x / x == 1  # gone before anyone sees it

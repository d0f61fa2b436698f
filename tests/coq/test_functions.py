"""What is declared of functions, in Coq: a lemma for each sign and bound, and theorems that rest on them."""

import pytest
from sympy import (
    Abs,
    Function,
    Integer,
    Max,
    Min,
    Ne,
    Product,
    S,
    Sum,
    binomial,
    cos,
    cosh,
    exp,
    factorial,
    gamma,
    log,
    sin,
    sinh,
    symbols,
    tanh,
)

from mlce_sym import rules
from mlce_sym.border.given import Given
from mlce_sym.border.nodes import Above, Different, Le, Lt, Member, derivative, integral
from mlce_sym.certificate.checked import verify
from mlce_sym.coq.document import document
from mlce_sym.coq.functions import LIKE, TURNED, lemmas_of, statement
from mlce_sym.coq.names import LIBRARIES, library, required, reserved
from mlce_sym.coq.run import NotAccepted, certify
from mlce_sym.coq.terms import written
from mlce_sym.functions import FUNCTIONS
from mlce_sym.logic.signs import NEGATIVE, NONNEGATIVE, NONZERO, POSITIVE, ZERO, mirrored
from mlce_sym.prompt.prove import prove
from mlce_sym.prover import chain
from mlce_sym.prover.document import Document
from mlce_sym.terms.terms import free, substitute

TEXT = "\n".join(map(library, LIBRARIES))
CERTIFIED = {name: declared for name, declared in FUNCTIONS.items() if declared.coq}
LEMMAS = [(declared, lemma) for declared in CERTIFIED.values() for lemma in lemmas_of(declared)]
PROSE = {"title": "", "words": "", "role": "theorem", "definitions": [], "steps": [], "lines": []}
HEAD = {"format": "mlce-certificate", "version": 1, "name": "d", "title": "", "notation": {}}
OF_SIGN = {
    POSITIVE: ("Lt", 0, "x"),
    NEGATIVE: ("Lt", "x", 0),
    ZERO: ("Eq", "x", 0),
    NONNEGATIVE: ("Le", 0, "x"),
    mirrored(NONNEGATIVE): ("Le", "x", 0),
    NONZERO: ("Ne", "x", 0),
}


def data(term):
    return list(map(data, term)) if isinstance(term, tuple) else term


def theorem(name, hypotheses, lhs, rhs=None):
    """A theorem without steps: all that it needs is that its sides are defined."""
    sides = {"lhs": data(lhs), "rhs": data(lhs if rhs is None else rhs)}
    return {**PROSE, "name": name, "hypotheses": data(hypotheses), **sides}


def needing(claim):
    """A term that is defined where the claim holds, and not elsewhere."""
    head, left, right = claim
    if head == "Member":
        return ("Sum", "i", ("Range", "l", left), 1)
    difference = ("Add", right, ("Mul", -1, left))
    return {"Lt": ("log", difference), "Ne": ("Pow", difference, -1)}.get(head, ("log", ("Add", 2, difference)))


def resting_on(lemma):
    """Theorems that are proved by a lemma about a function."""
    claim, name = lemma.claim, lemma.name
    if claim[0] == "Eq":
        return [theorem(name, lemma.conditions, *claim[1:])]
    if claim[0] == "SameSign":
        pairs = [tuple(substitute(sign, {"x": part}) for part in claim[1:]) for sign in OF_SIGN.values()]
        return [theorem(f"{name}-{k}", [given], needing(shown)) for k, (given, shown) in enumerate(pairs, 1)]
    if claim[0] == "Member" and claim[2] != "Integers":
        return []  # nothing is defined just where a number is one of a few
    range_ = [("Member", "l", "Integers"), ("Le", "l", claim[1])] if claim[0] == "Member" else []
    return [theorem(name, [*lemma.conditions, *range_], needing(claim))]


ALL = [one for _, lemma in LEMMAS for one in resting_on(lemma)]


@pytest.mark.parametrize("declared, lemma", LEMMAS, ids=lambda item: item.name)
def test_the_library_has_a_lemma_for_all_that_is_declared_of_a_function(declared, lemma):
    _, found, rest = TEXT.partition(f"{statement(declared, lemma)}\nProof.\n")
    assert found and rest.partition("Qed.")[0].strip()


@pytest.mark.parametrize("name", [name for name, f in CERTIFIED.items() if f.smooth])
def test_the_library_knows_where_a_function_is_smooth(name):
    for what in ("Smooth", "Continuous"):
        assert smoothness(what, CERTIFIED[name]) in " ".join(TEXT.split())


def smoothness(what, declared):
    """That the function is smooth, or continuous, where its arguments are, and it is defined of them."""
    functions = dict(zip((p for p in declared.parameters if p not in declared.still), "fg", strict=False))
    still = f" ({' '.join(declared.still)} : R)" if declared.still else ""
    at = {name: ("Apply", function, "x") for name, function in functions.items()}
    needed = [where for where in declared.where if free(where) & set(functions)]
    premises = [f"{what} A {function}" for function in functions.values()]
    premises += [f"(forall x, x \\in A -> {written(substitute(where, at))})" for where in needed]
    claim = f"{what} A (fun x => {written(substitute(declared.applied, at))})."
    arguments = f"(A : R -> Prop){still} ({' '.join(functions.values())} : R -> R),"
    return " -> ".join([f"Lemma {what}_{declared.coq} : forall {arguments} {premises[0]}", *premises[1:], claim])


def test_every_sign_of_what_a_function_is_like_has_a_lemma():
    assert set(LIKE.values()) == set(OF_SIGN)
    assert all(f"Lemma {name} :" in TEXT for name in (*LIKE, *TURNED.values()))


def test_a_certificate_may_call_its_own_things_sin_or_cosh():
    assert {f.coq for f in CERTIFIED.values()} <= reserved()
    text = document({**HEAD, "theorems": [theorem("t", [], ("Apply", "sin", "cosh"))]})
    assert "(sin_1 : R -> R)" in text and "(cosh_1 : R)" in text


@pytest.mark.parametrize(
    "lhs, number",
    [
        (("log", 2), 1),
        (("sin", 2), 1),
        (("Integral", "t", ("Between", 0, 1), "t"), 2),
        (("gamma", 2), 4),
        (("Sum", "i", ("From", 0), ("Pow", ("Rational", 1, 2), "i")), 1),  # it has no certificate
    ],
)
def test_a_file_loads_no_library_that_it_does_not_need(lhs, number):
    text = document({**HEAD, "theorems": [theorem("t", [], lhs)]})
    assert required(text) == LIBRARIES[:number]


def test_coq_accepts_what_rests_on_each_of_them(coqc):
    certificate = {**HEAD, "theorems": ALL}
    verify(certificate)
    assert certify(document(certificate)).theorems == len(ALL)


a, b, c, i, n, t, x, y = symbols("a b c i n t x y")
f = Function("f")
TO_N = Given((Member(n, S.Integers), Le(1, n)))
UNIT_TO_N = Given((*TO_N.hypotheses, Lt(0, x), Lt(x, 1)))
PROOFS = {
    "logarithm": lambda: chain(log(Abs(x) * y), Given((Different(x, 0), Lt(0, y)))).by(rules.log_of_two_factors),
    "quotient": lambda: chain(log((2 + sin(x)) / (2 - cos(x))), Given(())).by(rules.log_of_quotient),
    "tanh": lambda: chain(log(1 - tanh(x)), Given(())).by(rules.hyperbolic_tangent),
    "hyperbola": lambda: (
        chain(cosh(x) ** 2 - sinh(x) ** 2, Given(()))
        .by(rules.hyperbolic_cosine)
        .by(rules.hyperbolic_sine)
        .eq(Integer(1))
    ),
    "both": lambda: (
        chain(Max(a, b) + Min(a, b), Given((Le(a, b),))).by(rules.maximum_is_second).by(rules.minimum_is_first)
    ),
    "whole": lambda: chain(Sum(c, (i, 1, Abs(n))), Given((Member(n, S.Integers), Different(n, 0)))).by(
        rules.sum_of_constant
    ),
    "reciprocals": lambda: chain(Product(1 / cosh(f(i)), (i, 1, n)), TO_N).by(rules.product_of_reciprocals),
    "exponentials": lambda: chain(Product(exp(f(i)), (i, 1, n)), TO_N).by(rules.product_of_exponentials),
    "integral": lambda: chain(integral(2 * cosh(t) * sin(t), t, 0, 1), Given(())).by(rules.integral_of_multiple),
    "slope": lambda: chain(derivative(2 * tanh(t) * cos(t), t, Above(0), at=a), Given((Lt(0, a),))).by(
        rules.derivative_of_multiple
    ),
    "gamma": lambda: (
        chain(log(gamma(x + 1)), Given((Lt(0, x),))).by(rules.gamma_recurrence).by(rules.log_of_two_factors)
    ),
    "factorial": lambda: chain(Product(i, (i, 1, n)), TO_N).by(rules.factorial_by_product).by(rules.factorial_by_gamma),
    "binomial": lambda: chain(Sum(binomial(n, i) * x**i * (1 - x) ** (n - i), (i, 0, n)), UNIT_TO_N).by(
        rules.binomial_theorem
    ),
    "known": lambda: chain(a + gamma(4) + factorial(3) + binomial(5, 2), Given(())).eq(a + 22),
    "slope of gamma": lambda: (
        chain(derivative(log(gamma(2 * t + a)), t, Above(0), at=x), Given((Lt(0, x), Lt(0, a))))
        .by(rules.derivative_of_log)
        .by(rules.derivative_of_gamma)
    ),
    "above": lambda: chain(log(a * exp(x)), Given((Lt(cosh(b), a),))).by(rules.log_of_two_factors),
}


def test_coq_accepts_theorems_with_functions(coqc):
    proofs = tuple(proof().qed(name, name) for name, proof in PROOFS.items())
    assert certify(prove(Document("functions", "Functions", proofs)).write("coq")).theorems == len(PROOFS)


@pytest.mark.parametrize(
    "lhs, rhs, given",
    [
        (log(Abs(a + b) * c), log(Abs(b + a)) + log(c), [Abs(b + a) > 1, c > 0]),
        (log((Max(a, b) - 1) * c), log(Max(b, a) - 1) + log(c), [Max(b, a) > 1, c > 0]),
        (log(sinh(x) * cosh(y)), log(sinh(x)) + log(cosh(y)), [x > 0]),
        (log(Abs(x) * y), log(Abs(x)) + log(y), [Ne(x, 0), y > 0]),
    ],
)
def test_coq_accepts_what_prove_finds_about_functions(coqc, lhs, rhs, given):
    assert certify(prove(lhs, rhs, given=given).write("coq")).theorems == 1


@pytest.mark.parametrize("claim", [("Lt", 0, ("abs", "x")), ("Lt", 1, ("cosh", "x")), ("Lt", 0, ("sinh", "x"))])
def test_coq_rejects_a_sign_that_a_function_has_not(coqc, claim):
    certificate = {**HEAD, "theorems": [theorem("t", [], needing(claim))]}
    with pytest.raises(NotAccepted):
        certify(document(certificate))

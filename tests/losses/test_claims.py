"""A value that is called proved is what its theorem says: it cannot be written beside it, or changed."""

from dataclasses import replace

import pytest
from sympy import Eq, IndexedBase, Piecewise, Sum, Symbol, log, symbols

from mlce_sym import rules
from mlce_sym.families.families import FAMILIES
from mlce_sym.losses.claims import ByNumbers, BySymPy, Proved, RightSide, Stated, put
from mlce_sym.losses.report import as_text
from mlce_sym.losses.vector_families import VECTORS
from mlce_sym.prover import chain
from tests.derived import of_vectors
from tests.losses.numbers import found

NAMES = [*(f.name for f in FAMILIES), *VECTORS]
TABLES = ("gradient", "hessian", "scores", "informations", "estimated")


def loss_named(name):
    return of_vectors(VECTORS[name]) if name in VECTORS else found(name)


def claims_of(loss):
    """Every claim of a loss, with the loss in which another stands for it."""
    for name in ("whole", "mean"):
        yield getattr(loss, name), lambda claim, name=name: replace(loss, **{name: claim})
    for name in TABLES:
        table = getattr(loss, name)
        for key in table:
            yield (
                table[key],
                lambda claim, name=name, key=key: replace(loss, **{name: {**getattr(loss, name), key: claim}}),
            )
    for place, item in enumerate(loss.dropped):
        yield item.claim, lambda claim, place=place: replace(loss, dropped=put_at(loss.dropped, place, claim))
    yield from ((claim, None) for claim in loss.supposed)


def put_at(dropped, place, claim):
    return (*dropped[:place], replace(dropped[place], claim=claim), *dropped[place + 1 :])


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_no_value_times_17_is_called_proved(name):
    loss = loss_named(name)
    proved = [(claim, with_other) for claim, with_other in claims_of(loss) if isinstance(claim, Proved)]
    assert len(proved) >= 4
    for claim, with_other in proved:
        with pytest.raises(TypeError):
            replace(claim, value=17 * claim.value)
        with pytest.raises(AttributeError):
            claim.value = 0
        with pytest.raises(TypeError, match="made by the kernel alone"):
            replace(claim.proof.theorem, rhs=("Mul", 17, claim.proof.theorem.rhs))
        view = replace(claim.proof.derivation, rhs=Symbol("anything"))
        assert replace(claim, proof=replace(claim.proof, derivation=view)).value == claim.value
        if with_other:
            with pytest.raises(AttributeError):
                as_text(with_other(17 * claim.value))
            assert "proved" not in BySymPy(claim.value).word.replace("not proved", "")


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_what_is_called_proved_rests_on_a_theorem_that_is_shown(name):
    loss = loss_named(name)
    shown = {proof.theorem.name: proof.theorem for proof in loss.proofs}
    for claim, _ in claims_of(loss):
        if isinstance(claim, Proved):
            assert shown[claim.proof.name] == claim.proof.theorem


def test_only_one_type_is_printed_as_proved():
    a, b = symbols("a b")
    theorem = chain(log(a * b), [a > 0, b > 0]).by(rules.log_of_two_factors).qed("product")
    assert Proved(theorem, RightSide()).word == "proved" and Proved(theorem, RightSide()).value == log(a) + log(b)
    assert all("not proved" in kind(a).word for kind in (BySymPy, ByNumbers, Stated))


@pytest.mark.slow
def test_an_estimate_that_rests_on_one_without_a_proof_has_none():
    loss, mu = found("gaussian-mean-variance"), Symbol("mu")
    spread = loss.estimated[Symbol("sigma2")]
    assert isinstance(put(spread, mu, loss.estimated[mu]), Proved)
    assert isinstance(put(spread, mu, Stated(Symbol("c"))), BySymPy)


@pytest.mark.slow
def test_what_an_earlier_estimate_says_has_later_ones_put_in():
    loss, mu, t = found("gaussian-mean-variance"), Symbol("mu"), Symbol("T_1")
    spread, mean = loss.estimated[Symbol("sigma2")], loss.estimated[mu]
    own = replace(spread, read=replace(spread.read, earlier=()))
    by_t = replace(mean, read=replace(mean.read, names=((Symbol("n"), t),)))
    hat = next(name for name in own.value.free_symbols if name.name.startswith("mu"))
    assert t in by_t.value.free_symbols and t in put(own, hat, by_t).value.free_symbols
    assert t not in put(put(own, hat, by_t), t, mean).value.free_symbols


def test_a_sum_within_a_case_has_an_index_of_its_own():
    i, j, n, m, y = *symbols("i i_1 n m"), IndexedBase("y")
    share = Sum(Piecewise((1, Eq(y[i], 0)), (0, True)), (i, 1, n)) / n
    claim = BySymPy(Sum(Piecewise((0, Eq(y[i], 0)), (m * y[i], True)), (i, 1, n)))
    (inner,) = put(claim, m, Stated(share)).value.function.atoms(Sum)  # and no y_i of it is taken to be other than 0
    assert inner.function == Piecewise((1, Eq(y[j], 0)), (0, True))


def test_a_proved_value_is_shown_at_the_prompt():
    (slope,) = found("poisson").gradient.values()
    assert repr(slope) == "Proved(value=Sum(1 - y[i]/lambda, (i, 1, n))/n, proof='slope-lambda')"

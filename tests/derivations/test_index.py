"""What a reader looks for is found: every document has its words, and every theorem that is listed is there."""

import pytest
from mlce_sym.derivations import NAMES, PARTS, document, index
from mlce_sym.derivations.aliases import ALIASES

SOUGHT = {
    **dict.fromkeys(("mse", "mae", "least-squares", "quantile", "huber", "pinball", "student"), "regression"),
    **dict.fromkeys(("kl", "KL", "Kullback-Leibler", "information"), "divergence"),
    **dict.fromkeys(("map", "posterior", "ridge", "lasso", "weight-decay", "regularization"), "penalty"),
    **dict.fromkeys(("poisson", "glm", "canonical"), "families"),
    **dict.fromkeys(("multinomial",), "class-probabilities"),
    **dict.fromkeys(("sigmoid", "logit"), "logistic"),
    **dict.fromkeys(("bce", "log-loss", "nll", "mle"), "bernoulli"),
    **dict.fromkeys(("label smoothing", "brier", "calibration"), "soft-labels"),
    **dict.fromkeys(("perfect", "complete"), "separation"),
    **dict.fromkeys(("symmetry", "identifiability"), "permutation"),
    **dict.fromkeys(("softmax", "crossentropy", "Cross entropy", "log_sum_exp"), "categorical"),
}


@pytest.mark.parametrize("word, name", SOUGHT.items())
def test_a_word_leads_to_its_document(word, name):
    assert name in dict(index.found(word))


def test_what_nobody_has_leads_nowhere():
    assert dict(index.found("zebra")) == {} and index.nearest("zebra") == ()
    assert "bernoulli" not in dict(
        index.found("dlikelihood")
    )  # within "log-likelihood", it is no word written together


def test_every_document_is_in_one_part_and_has_words():
    assert sorted(name for _, names in PARTS for name in names) == sorted(NAMES) == sorted(ALIASES)


def test_the_titles_are_those_of_the_theorems():
    for name in ("gibbs", "logistic"):
        theorems = {p.name: p.title for p in document(name).proofs if p.role == "theorem"}
        assert index.titles()[name] == theorems

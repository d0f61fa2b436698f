"""Each rule of the table has its lemma in a library, in the words of its declaration, and nothing there is assumed."""

from __future__ import annotations

import re

import pytest

from mlce_sym.coq.lemmas import statement, statement_of
from mlce_sym.coq.names import LIBRARIES, library
from mlce_sym.kernel import rule_table as table

from .changes import CHANGES, everywhere, weaker
from .compiled import compiled, needs_coqc

ROWS = table.rows()
CERTIFIED = {name: row for name, row in ROWS.items() if not row["uncertified"]}
# The axioms of Coq's real numbers, which are classical.
AXIOMS = {
    "ClassicalDedekindReals.sig_not_dec",
    "ClassicalDedekindReals.sig_forall_dec",
    "FunctionalExtensionality.functional_extensionality_dep",
    "Classical_Prop.classic",
}
UNPROVED = re.compile(
    r"\b(Axioms?|Parameters?|Conjectures?|Hypothes[ie]s|Variables?|Context|Admitted|admit|give_up|Abort|Unset|bypass_check)\b"
)


REQUIRE = f"Require Import {' '.join(LIBRARIES)}."
TEXT = "\n".join(map(library, LIBRARIES))


def without_comments(text: str) -> str:
    """Coq text without its comments, which may be nested."""
    kept, depth = [], 0
    for part in re.split(r"(\(\*|\*\))", text):
        depth += {"(*": 1, "*)": -1}.get(part, 0)
        kept += [part] if depth == 0 and part != "*)" else []
    return "".join(kept)


def proof_of(stated: str) -> str | None:
    """What stands in a library between the statement and the end of its proof; None where it is not there."""
    _, found, rest = TEXT.partition(f"{stated}\nProof.\n")
    return rest.partition("Qed.")[0] if found else None


@pytest.mark.parametrize("name", ROWS)
def test_a_rule_has_a_lemma_or_says_why_not(name):
    row = ROWS[name]
    assert bool(row["lemma"]) != bool(row["uncertified"].strip())


@pytest.mark.parametrize("name", CERTIFIED)
def test_the_lemma_of_a_rule_says_what_the_rule_says(name):
    proof = proof_of(statement(ROWS[name]))
    assert proof is not None and re.fullmatch(r"(  .+\n)+", proof)


def test_no_two_rules_share_a_lemma():
    assert len({row["lemma"] for row in CERTIFIED.values()}) == len(CERTIFIED)


def test_the_libraries_assume_nothing():
    assert UNPROVED.findall(without_comments(TEXT)) == []
    assert "(*" not in without_comments(TEXT)


@needs_coqc
def test_the_lemmas_rest_on_the_axioms_of_the_real_numbers_alone():
    lemmas = ", ".join(row["lemma"] for row in CERTIFIED.values())
    answer = compiled(f"{REQUIRE}\nDefinition all_lemmas := ({lemmas}).\nPrint Assumptions all_lemmas.")
    assert answer.accepted and set(re.findall(r"^([\w.]+)\s*:", answer.output, re.M)) - {"Axioms"} == AXIOMS


# A rule that has changed has no lemma any more.


@pytest.mark.parametrize("name", CERTIFIED)
def test_a_rule_without_one_of_its_conditions_has_no_lemma(name):
    for number, condition in enumerate(conditions := ROWS[name]["conditions"]):
        for other in ([], *([new] for new in everywhere(condition, weaker))):
            changed = [*conditions[:number], *other, *conditions[number + 1 :]]
            assert proof_of(statement({**ROWS[name], "conditions": changed})) is None


@pytest.mark.parametrize("side", ["lhs", "rhs"])
@pytest.mark.parametrize("kind", CHANGES)
def test_a_rule_with_another_side_has_no_lemma(kind, side):
    changed = [{**row, side: new} for row in CERTIFIED.values() for new in CHANGES[kind](row[side])]
    assert len(changed) > 2
    assert [row for row in changed if proof_of(statement(row)) is not None] == []


@pytest.mark.parametrize("name", CERTIFIED)
def test_a_rule_with_its_sides_exchanged_has_no_lemma(name):
    row = ROWS[name]
    assert proof_of(statement({**row, "lhs": row["rhs"], "rhs": row["lhs"]})) is None


def test_a_rule_that_the_table_lacks_is_said_to_be_missing_and_what_to_run():
    with pytest.raises(LookupError, match=r"no rule 'log of a prodct'.*`make rules`\. Did you mean 'log of a product'"):
        statement_of("log of a prodct")
    assert statement_of("log of a product") == statement(ROWS["log of a product"])

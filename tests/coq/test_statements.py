"""Each theorem of the book, as Coq states it, is the theorem of the certificate: what Coq understood is read back."""

from __future__ import annotations

import pytest
from mlce_sym.derivations.order import CERTIFIED as NAMES

from mlce_sym.certificate.document import parse_document
from mlce_sym.coq.document import document
from mlce_sym.coq.names import names_in, safe_names, with_names

from .changes import CHANGES
from .compiled import needs_coqc
from .mutants import MAKERS, WEAKENED, book, cut
from .read_back import differences, stated

pytestmark = needs_coqc
OF_STATEMENTS = (WEAKENED, *(kind for kind in MAKERS if kind.removesuffix(" in a definition") in CHANGES))


@pytest.mark.parametrize("name", [*NAMES, "calculus"])
def test_coq_states_what_the_certificate_states(name):
    claims = parse_document(book()[name])
    names = safe_names(name for claim in claims for name in names_in(claim))  # Coq has a delta of its own
    theorems = [with_names(claim, names) for claim in claims]
    statements = stated(document(book()[name]), theorems)
    assert [differences(s, t) for s, t in zip(statements, theorems, strict=True)] == [[]] * len(theorems)


def test_another_statement_is_not_the_same():
    certificate = cut(book()["bernoulli"], "cross-entropy")
    *_, statement = stated(document(certificate), parse_document(certificate))
    changed = [mutant for kind in OF_STATEMENTS for mutant in MAKERS[kind](certificate)]
    missed = [m.change for m in changed if not differences(statement, parse_document(m.certificate)[-1])]
    assert len(changed) > 40 and missed == []

"""Proofs that are kept in a folder, so that the next run of a project's tests replays them instead of searching.

What is kept is never believed: the kernel takes every step again, every step is evaluated, and the theorem has to be
the one that is asked for. Whatever else lies in the folder is as good as nothing.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any

from ..border.encoding import encode, encode_given
from ..border.nodes import as_term
from ..certificate.checked import check
from ..certificate.document import parse_document
from ..certificate.reading import decode
from ..prover.derivation import Derivation
from ..prover.document import Document, Proof, certificate, lemmas
from ..prover.understood import in_plain_names, understood
from ..terms.errors import MlceError

UNTRACKED = "# Proofs that the tests keep; whoever wants them in the repository deletes this file.\n*\n"


def key_of(lhs: Any, rhs: Any, given: Iterable[Any]) -> str:
    """The name of what is asked: that lhs = rhs, by what is given; empty where no theorem can say it."""
    try:
        read = in_plain_names(understood(given, as_term(lhs), as_term(rhs))).where(())
        told = encode_given(read.given)
        return _named((told.hypotheses, told.definitions, *map(encode, read.terms)))
    except (MlceError, RecursionError):
        return ""


def _named(statement: tuple[Any, ...]) -> str:
    return sha256(repr(statement).encode()).hexdigest()


def is_kept(key: str, folder: Path) -> bool:
    """Is there a certificate that holds up, and whose last theorem is the one that is asked for?"""
    try:
        data = decode((folder / f"{key}.json").read_bytes())
        check(data)
        claim = parse_document(data)[-1]
        return _named((claim.hypotheses, claim.definitions, claim.lhs, claim.rhs)) == key
    except (MlceError, OSError):
        return False


def keep(key: str, proof: Derivation, folder: Path) -> None:
    """The certificate of a proof under that name; where nothing can be written, nothing is kept."""
    named = proof.named("identity")
    with suppress(MlceError, OSError):
        data = certificate(Document("identity", "An identity", tuple(map(Proof, (*lemmas(named), named)))))
        if not folder.is_dir():
            folder.mkdir(parents=True)
            (folder / ".gitignore").write_text(UNTRACKED, encoding="utf-8")
        draft = folder / f"{key}.{os.getpid()}"
        draft.write_text(json.dumps(data, ensure_ascii=False) + "\n", encoding="utf-8")
        draft.replace(folder / f"{key}.json")

r"""Names behind a mark: SymPy's names differ in more than their letters, and a mark keeps apart what looks alike."""

from __future__ import annotations

MARK = "\x1f"


def shown(text: str) -> str:
    """The name as it is written, without its mark."""
    return text.removeprefix(MARK).partition(f"{MARK}:")[0]

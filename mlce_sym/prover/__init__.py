"""Chains and tactics that choose rules; they have no truth of their own."""

from .chain import Chain, chain
from .justification import Use, back, use

__all__ = ["Chain", "Use", "back", "chain", "use"]

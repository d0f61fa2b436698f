"""Errors in the trusted base that no test notices, because they are none: by the mutant's name, why it means the same.

A name that no mutant has, or that of a mutant that is noticed, is an error too.
"""

REASONS: dict[str, str] = {}

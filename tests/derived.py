"""Losses, each derived once in a process: many tests look at the same ones."""

from functools import cache
from importlib import import_module

from mlce_sym.losses import derive, vector_families


@cache
def _of(family):
    return derive.loss_of(family)


@cache
def _of_vectors(name):
    return vector_families.loss_of(vector_families.VECTORS[name])


def derived(family, progress=derive.quiet):
    """The loss of a family; anew where somebody wants to be told."""
    return _of(family) if progress is derive.quiet else derive.loss_of(family, progress)


def of_vectors(vectors):
    return _of_vectors(vectors.family.name)


def _checked_once(prove):
    """The same theorems, proved and checked for the first one who asks."""
    known = {}

    def proved(document):
        if id(document.proofs) not in known:
            known[id(document.proofs)] = document.proofs, prove(document)
        return known[id(document.proofs)][1]

    return proved


def once(patch):
    """What `mlce loss` shows, and what is asked for in Python, are these."""
    asked = import_module("mlce_sym.prompt.loss")
    patch.setattr(asked, "prove", _checked_once(asked.prove))
    patch.setattr(asked, "loss_of", derived)
    patch.setattr(asked, "loss_of_vectors", of_vectors)

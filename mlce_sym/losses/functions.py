"""The text of a module as the module: its functions, to be called.

>>> functions("def twice(x: float) -> float:\\n    return 2 * x\\n", "example").twice(3)
6
"""

from __future__ import annotations

from importlib.abc import InspectLoader
from importlib.util import module_from_spec, spec_from_loader
from types import ModuleType

from ..terms.errors import NoSuchName


class _Text(InspectLoader):
    """A module that is its text, which the writer of code has made of terms, and of no text that was typed."""

    def __init__(self, text: str) -> None:
        self.text = text

    def get_source(self, fullname: str) -> str:
        return self.text

    def is_package(self, fullname: str) -> bool:
        return False


def functions(text: str, name: str) -> ModuleType:
    """The module of this name. Raises NoSuchName where a library that it imports is not installed."""
    loader = _Text(text)
    spec = spec_from_loader(name, loader)
    assert spec is not None
    module = module_from_spec(spec)
    try:
        loader.exec_module(module)
    except ImportError as missing:
        raise NoSuchName(f"{missing.name} is not installed: pip install 'mlce-sym[code]'") from None
    return module

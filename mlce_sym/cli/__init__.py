"""The command line."""

from .check import check
from .commands import main

main.add_command(check)

__all__ = ["main"]

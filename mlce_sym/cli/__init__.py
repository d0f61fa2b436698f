"""The command line."""

from .check import check, judge
from .commands import main

main.add_command(check)
main.add_command(judge)

__all__ = ["main"]

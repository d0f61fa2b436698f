"""The command line."""

from .catalogue import list_, rules
from .check import check, judge
from .commands import main

for _command in (list_, rules, check, judge):
    main.add_command(_command)

__all__ = ["main"]

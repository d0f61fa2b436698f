"""The command line."""

from .catalogue import list_, rules
from .check import check, judge
from .commands import main
from .loss import loss

for _command in (list_, rules, check, judge, loss):
    main.add_command(_command)

__all__ = ["main"]

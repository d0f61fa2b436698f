"""`python -m mlce_sym` is `mlce`."""

from .cli.commands import main

main(prog_name="mlce")

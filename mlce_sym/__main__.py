"""`python -m mlce_sym` is `mlce`."""

from .cli import main

main(prog_name="mlce")

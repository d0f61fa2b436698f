"""The process of the command `mlce`, which is `python -m mlce_sym` too."""

import gc
import sys

GARBAGE = 200_000  # nearly all that a command makes stays: searching it for garbage more often took a tenth of it


def run() -> None:
    gc.set_threshold(GARBAGE)
    try:
        from .cli import main

        main(prog_name="mlce")
    except KeyboardInterrupt:  # before the command has begun
        print("mlce: interrupted", file=sys.stderr)
        sys.exit(130)
    finally:
        gc.freeze()  # and so would the search when the interpreter ends


# Python gives frames room in chunks of 16 KB, and returns a chunk with its first frame: calls at such a border pay for
# a chunk each time, a tenth of a second in all. This frame is so large that those above it share its chunk.
run.__code__ = run.__code__.replace(co_stacksize=40_000)

if __name__ == "__main__":
    run()

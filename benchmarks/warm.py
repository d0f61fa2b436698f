"""A process that has imported what takes long, and has none of this project: for each line that it reads it forks, and
the child runs a module as `python -m` does.

A line is JSON: the module with its arguments, the seconds that it may take, whether what is compiled may be written.
The answer is a line, too: the exit code (null where it was stopped), the output, seconds, seconds of CPU.
"""

from __future__ import annotations

import json
import os
import resource
import runpy
import signal
import sys
import tempfile
import time
import traceback

import click  # noqa: F401
import flint  # noqa: F401
import hypothesis  # noqa: F401
import lark  # noqa: F401
import pytest  # noqa: F401
import sympy  # noqa: F401

MEMORY = 4 << 30  # bytes; an error may want them all


def child(arguments: list[str], output: int, writing: bool) -> None:
    """Never returns."""
    os.setsid()
    os.dup2(output, 1)
    os.dup2(output, 2)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    if not writing:
        sys.dont_write_bytecode, os.environ["PYTHONDONTWRITEBYTECODE"] = True, "1"
    sys.argv, code = arguments, 1
    try:
        runpy.run_module(arguments[0], run_name="__main__", alter_sys=True)
        code = 0
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else int(end.code is not None)
    except BaseException:
        traceback.print_exc()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


def ran(arguments: list[str], seconds: float, writing: bool) -> tuple[int | None, str, float, float]:
    with tempfile.TemporaryFile() as output:
        start = time.monotonic()
        if not (process := os.fork()):
            child(arguments, output.fileno(), writing)
        ended = 0
        while not ended:
            time.sleep(0.02)
            late = time.monotonic() - start > seconds
            if late:
                os.killpg(process, signal.SIGKILL)
            ended, status, used = os.wait4(process, 0 if late else os.WNOHANG)
        output.seek(0)
        text = output.read().decode(errors="replace")
    code = None if late else os.waitstatus_to_exitcode(status)
    return code, text, time.monotonic() - start, used.ru_utime + used.ru_stime


if __name__ == "__main__":
    for line in sys.stdin:
        print(json.dumps(ran(*json.loads(line))), flush=True)

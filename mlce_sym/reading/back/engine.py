r"""LaTeX arithmetic read by latex2sympy2, in a process of its own.

Equal texts are read once.

>>> Engine().read(["(a - b)"])["(a - b)"] if installed() else ["Add", "a", ["Mul", -1, "b"]]
['Add', 'a', ['Mul', -1, 'b']]
"""

from __future__ import annotations

import json
import subprocess
import sys
import weakref
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from threading import Event, Timer
from typing import Any

from ...terms.errors import MlceError
from ..signs.tree import Unread

Data = Any
MISSING = "reading back needs latex2sympy2: pip install 'mlce-sym[readback]'"
WORKER = Path(__file__).with_name("worker.py")


class NoReader(MlceError):
    """latex2sympy2 is not here, or does not run."""


def installed() -> bool:
    return find_spec("latex2sympy2") is not None


@dataclass
class Engine:
    """What was read so far: each text's term as plain data, or an Unread that says why there is none.

    The process stays, for it learns from each text how to read the next ones faster, until a text fails, or the engine
    is needed no more.
    """

    seconds: float = 60  # for a start of the process, and for each text
    known: dict[str, Data | Unread] = field(default_factory=dict)
    _process: subprocess.Popen[str] | None = field(default=None, init=False, repr=False, compare=False)

    def read(self, texts: Iterable[str]) -> Mapping[str, Data | Unread]:
        """What is known of these texts, and of those before. Raises NoReader."""
        for text in dict.fromkeys(texts):
            if text not in self.known:
                self.known[text] = self._read(text)
        return self.known

    def _read(self, text: str) -> Data | Unread:
        process = self._process or self._started()
        answer, failure = self._answer(process, json.dumps(text) + "\n")
        if answer is not None and "error" not in answer:
            return answer["term"]
        self._process = None
        _end(process)
        why = f"cannot read {text}: {answer['error']}" if answer is not None else f"{failure} on {text}"
        return Unread(f"latex2sympy2 {why}")

    def _started(self) -> subprocess.Popen[str]:
        if not installed():
            raise NoReader(MISSING)
        command = [sys.executable, "-P", str(WORKER)]
        process = subprocess.Popen(command, stdin=-1, stdout=-1, stderr=subprocess.DEVNULL, text=True, encoding="utf-8")
        weakref.finalize(self, _end, process)
        ready, failure = self._answer(process, "")
        if ready != "ready":
            _end(process)
            raise NoReader(f"latex2sympy2 {failure} when it was started")
        self._process = process
        return process

    def _answer(self, process: subprocess.Popen[str], line: str) -> tuple[Any, str]:
        """The next line that the process answers, or None and how it ended."""
        assert process.stdin is not None and process.stdout is not None
        late = Event()

        def stop() -> None:
            late.set()
            process.kill()

        timer = Timer(self.seconds, stop)
        timer.start()
        try:
            process.stdin.write(line)
            process.stdin.flush()
            answer = process.stdout.readline()
        except BrokenPipeError:
            answer = ""
        finally:
            timer.cancel()
        if answer.endswith("\n"):
            return json.loads(answer), ""
        return None, "took too long" if late.is_set() else "stopped"


def _end(process: subprocess.Popen[str]) -> None:
    process.kill()
    with suppress(BrokenPipeError), process:
        pass

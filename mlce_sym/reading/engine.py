r"""LaTeX arithmetic read by latex2sympy2, in a process of its own.

Equal texts are read once.

>>> Engine().read(["(a - b)"])["(a - b)"] if installed() else ["Add", "a", ["Mul", -1, "b"]]
['Add', 'a', ['Mul', -1, 'b']]
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from ..terms.errors import MlceError
from .tree import Unread

Data = Any
MISSING = "reading back needs latex2sympy2: pip install 'mlce-sym[readback]'"
WORKER = Path(__file__).with_name("worker.py")


class NoReader(MlceError):
    """latex2sympy2 is not here, or does not run."""


def installed() -> bool:
    return find_spec("latex2sympy2") is not None


@dataclass
class Engine:
    """What was read so far: each text's term as plain data, or an Unread that says why there is none."""

    start: float = 60  # seconds for a start of the process
    each: float = 5  # seconds more for each text
    known: dict[str, Data | Unread] = field(default_factory=dict)

    def read(self, texts: Iterable[str]) -> Mapping[str, Data | Unread]:
        """What is known of these texts, and of those before. Raises NoReader."""
        wanted = dict.fromkeys(texts)
        while unknown := [text for text in wanted if text not in self.known]:
            self._ask(unknown)
        return self.known

    def _ask(self, texts: Sequence[str]) -> None:
        """Reads the texts up to the first one that fails, which is then known to be unreadable."""
        (ready, *answers), failure = self._run("".join(json.dumps(text) + "\n" for text in texts), len(texts))
        if ready != "ready":
            raise NoReader(f"latex2sympy2 {failure} when it was started" if installed() else MISSING)
        for text, answer in zip(texts, answers, strict=False):
            error = f"latex2sympy2 cannot read {text}: {answer['error']}" if "error" in answer else ""
            self.known[text] = Unread(error) if error else answer["term"]
        if len(answers) < len(texts) and not any("error" in answer for answer in answers[-1:]):
            text = texts[len(answers)]
            self.known[text] = Unread(f"latex2sympy2 {failure} on {text}")

    def _run(self, lines: str, count: int) -> tuple[list[Any], str]:
        """The lines that the process answers before it ends, and how it ended."""
        if not installed():
            return [None], ""
        command = [sys.executable, "-P", str(WORKER)]
        with subprocess.Popen(
            command, stdin=-1, stdout=-1, stderr=subprocess.DEVNULL, text=True, encoding="utf-8"
        ) as process:
            try:
                output, _ = process.communicate(lines, timeout=self.start + self.each * count)
                failure = "stopped"
            except subprocess.TimeoutExpired:
                process.kill()
                output, _ = process.communicate()
                failure = "took too long"
        whole = output[: output.rfind("\n") + 1]
        return [json.loads(line) for line in whole.splitlines()] or [None], failure

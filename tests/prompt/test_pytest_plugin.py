"""The pytest plugin, in a pytest of its own: the fixture passes for what is proved, and the time can be set."""

import os
import subprocess
import sys

import pytest

TESTS = """
from sympy import symbols

a, b = symbols("a b")


def test_right(assert_identity):
    assert_identity((a + b) ** 2, a**2 + 2 * a * b + b**2)


def test_wrong(assert_identity):
    assert_identity((a + b) ** 2, a**2 + b**2)


def test_time(assert_identity, pytestconfig):
    assert assert_identity.keywords["seconds"] == pytestconfig.getoption("--mlce-seconds")
"""


def run(folder, *arguments):
    (folder / "test_identities.py").write_text(TESTS)
    command = [sys.executable, "-m", "pytest", "-q", "-p", "mlce_sym.prompt.pytest_plugin", *arguments]
    environment = {**os.environ, "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1", "PYTEST_ADDOPTS": ""}
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


@pytest.mark.slow
def test_the_fixture_passes_for_what_is_proved_alone(tmp_path):
    done = run(tmp_path, "--mlce-seconds", "7.5")
    assert done.returncode == 1 and "1 failed, 2 passed" in done.stdout
    assert "AssertionError: refuted: the values differ" in done.stdout
    assert "verdict = judge" not in done.stdout  # the line of the test is shown, not the function that it calls


@pytest.mark.slow
@pytest.mark.parametrize("options, kept", [((), [".mlce"]), (("--mlce-kept", "p"), ["p"]), (("--mlce-kept=",), [])])
def test_a_proof_is_kept_where_it_is_said(tmp_path, options, kept):
    run(tmp_path, "-k", "right", *options)
    assert [path.parent.name for path in tmp_path.rglob("*.json")] == kept


@pytest.mark.slow
@pytest.mark.parametrize("text", ["0", "-1", "soon", "inf", "nan"])
def test_a_time_that_is_none_is_refused_in_one_line(tmp_path, text):
    done = run(tmp_path, f"--mlce-seconds={text}")
    assert done.returncode == 4 and f"{text!r} is no number of seconds above 0" in done.stderr

"""What `coqc` accepts is reported with its axioms; what it rejects, with the lemma; and it always comes to an end."""

import json
import os
import re
import subprocess
import sys
import time
from copy import deepcopy
from functools import cache as once
from pathlib import Path

import pytest
from click.testing import CliRunner

from mlce_sym.cli import main
from mlce_sym.coq import run as coq
from mlce_sym.coq.names import library
from mlce_sym.coq.run import AXIOMS, NoCoq, NotAccepted, certified, certify
from tests.proved import proved

SMALL = """Require Import MLCE.

Lemma one_step_1 : 1 + 1 = 2.
Proof. lra. Qed.

Theorem one : 1 + 1 = 2.
Proof. exact one_step_1. Qed.

Definition all_theorems := (one).

Print Assumptions all_theorems.
"""

WITH_DERIVATIVES = SMALL.replace("MLCE", "MLCE MLCE_Derivatives", 1)


@once
def certificate(name="gibbs"):
    return proved(name).certificate


def command(*arguments, data=None):
    return CliRunner().invoke(main, [str(a) for a in arguments], input=data)


def rejection(text, seconds=60.0):
    with pytest.raises(NotAccepted) as caught:
        certify(text, seconds)
    return caught.value


# With coqc


# `make certificates`, which CI runs too, does every document of the book.
@pytest.mark.parametrize("name", ("closed-form", "families", "nonconvex"))
def test_a_document_is_accepted_and_rests_on_four_axioms(coqc, name):
    accepted = certified(certificate(name))
    assert accepted.axioms == AXIOMS
    assert accepted.theorems == len(certificate(name)["theorems"])
    assert re.fullmatch(
        rf"Coq [\d.]+: accepted, {accepted.theorems} theorems, in \d+\.\d s \(library \d+\.\d s(, cached)?\); "
        "axioms: sig_not_dec, sig_forall_dec, functional_extensionality_dep, classic",
        str(accepted),
    )


def test_a_rejection_names_the_lemma_that_holds_the_error(coqc):
    text = proved("bernoulli").write("coq")
    found = re.search(r"^Lemma (\w+_step_\d+) :(?:(?!Proof)[^+])* \+ ", text, re.MULTILINE)
    problem = rejection(f"{text[: found.end() - 2]}-{text[found.end() - 1 :]}")
    assert problem.lemma == found[1]
    assert problem.message.startswith("Error: ")
    assert f"Lemma {found[1]} " in "\n".join(text.split("\n")[: problem.line])
    assert str(problem) == f"coqc rejects {found[1]} (line {problem.line}): {problem.message}"


def test_an_error_above_the_first_lemma_of_a_section_is_not_blamed_on_the_section_before(coqc):
    text = SMALL.replace("Definition all", "Section next_proof.\nVariable n : Real.\nDefinition all")
    assert rejection(text).lemma == "next_proof"


def test_a_proof_that_does_not_end_is_stopped(coqc):
    problem = rejection(SMALL.replace("lra.", "do 1000000000 idtac. lra."), seconds=1)
    assert str(problem) == "coqc did not end within 1 s"


def test_an_axiom_of_its_own_is_named_and_not_accepted(coqc):
    text = SMALL.replace("Lemma", "Axiom wished : False.\nLemma").replace("lra", "destruct wished")
    assert str(rejection(text)) == "the theorems rest on wished, which is no axiom of Coq's real numbers"


def test_a_lemma_without_proof_is_such_an_axiom(coqc):
    text = SMALL.replace("lra. Qed", "Admitted")
    assert str(rejection(text)) == "the theorems rest on one_step_1, which is no axiom of Coq's real numbers"


def test_a_file_that_does_not_say_what_it_rests_on_is_not_accepted(coqc):
    text = SMALL.replace("Print Assumptions all_theorems.", "")
    assert str(rejection(text)) == "coqc does not say on which axioms the theorems rest"


def test_a_theorem_without_axioms_is_accepted(coqc):
    accepted = certify("Theorem t : True.\nProof. exact I. Qed.\nPrint Assumptions t.\n")
    assert (accepted.theorems, accepted.axioms) == (1, ())
    assert str(accepted).endswith("; no axioms") and "1 theorem, " in str(accepted)


def test_the_library_is_compiled_once(coqc, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "new"))
    assert [certify(SMALL).cached for _ in range(2)] == [False, True]
    (kept,) = (tmp_path / "new" / "mlce-sym").iterdir()
    assert [path.name for path in kept.iterdir()] == ["MLCE.vo"]
    assert re.fullmatch("[0-9a-f]{64}", kept.name)


def test_what_has_no_derivative_does_not_load_them(coqc, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    certify(SMALL)
    certify(WITH_DERIVATIVES)
    assert sorted(path.name for path in (tmp_path / "mlce-sym").rglob("*.vo")) == ["MLCE.vo", "MLCE_Derivatives.vo"]
    assert [certify(text).cached for text in (SMALL, WITH_DERIVATIVES)] == [True, True]


def test_another_library_is_another_entry(coqc, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    certify(SMALL)
    monkeypatch.setattr(coq, "library", lambda name: f"{library(name)}\nLemma added : True.\nProof. exact I. Qed.\n")
    assert not certify(SMALL.replace("lra", "pose proof added; lra", 1)).cached
    assert len(list((tmp_path / "mlce-sym").iterdir())) == 2


@pytest.mark.parametrize("damaged", [b"", b"no library"])
def test_a_damaged_entry_is_made_again(coqc, tmp_path, monkeypatch, damaged):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    certify(SMALL)
    (kept,) = tmp_path.rglob("MLCE.vo")
    kept.write_bytes(damaged)
    assert [certify(SMALL).cached for _ in range(2)] == [False, True]


@pytest.mark.parametrize("place", ["/dev/null/cache", "relative", ""])
def test_without_a_cache_it_works_as_well(coqc, tmp_path, monkeypatch, place):
    monkeypatch.setenv("XDG_CACHE_HOME", place)
    monkeypatch.setenv("HOME", "/dev/null")
    monkeypatch.chdir(tmp_path)
    assert [certify(SMALL).cached for _ in range(2)] == [False, False]
    assert not list(tmp_path.iterdir())


def test_a_library_that_coq_rejects_is_named(coqc, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setattr(coq, "library", lambda _: "Lemma l : 1 = 2.\nProof. exact I. Qed.\n")
    assert str(rejection(SMALL)).startswith("coqc rejects l (line 2): in the library MLCE.v, with Coq ")


def test_coqs_own_settings_of_the_user_do_not_matter(coqc, tmp_path, monkeypatch):
    (tmp_path / "MLCE.v").write_text("Definition other := 0.\n")
    subprocess.run(("coqc", "MLCE.v"), cwd=tmp_path, check=True)
    monkeypatch.setenv("COQPATH", str(tmp_path))
    assert certify(SMALL).theorems == 1


# From the command line


def test_prove_certifies_beside_the_document(coqc, tmp_path):
    printed = command("prove", "gibbs", "--certify")
    assert printed.exit_code == 0, printed.stderr
    assert printed.stdout == command("prove", "gibbs").stdout
    assert printed.stderr.startswith("Coq ") and printed.stderr.count("\n") == 1
    written = command("prove", "gibbs", "--certify", "-o", tmp_path / "a.md")
    assert written.exit_code == 0 and written.stderr == ""
    assert [line.split()[0] for line in written.stdout.splitlines()] == [f"{tmp_path}/a.md:", "Coq"]


def test_the_files_of_prove_compile_by_hand(coqc, tmp_path):
    assert command("prove", "gibbs", "-o", tmp_path / "mine.v").exit_code == 0
    for name in ("MLCE.v", "mine.v"):
        subprocess.run(("coqc", name), cwd=tmp_path, check=True, stdout=subprocess.DEVNULL)


def test_a_proof_that_coq_rejects_is_not_written(coqc, tmp_path, monkeypatch):
    monkeypatch.setattr(coq, "document", lambda _: SMALL.replace("1 + 1 = 2", "1 + 1 = 3", 1))
    done = command("prove", "gibbs", "--certify", "-o", tmp_path / "a.md")
    assert (done.exit_code, done.stdout, list(tmp_path.iterdir())) == (1, "", [])
    assert done.stderr.startswith("mlce: coqc rejects one_step_1 (line 4): Error: ") and done.stderr.count("\n") == 1


def test_verify_asks_coq_about_a_certificate_from_the_standard_input(coqc):
    done = command("verify", "-", "--coq", data=json.dumps(certificate()))
    assert done.exit_code == 0, done.stderr
    checked, accepted = done.stdout.splitlines()
    assert checked.startswith("-: accepted. Checked: 5 theorems") and ": accepted, 5 theorems, in " in accepted


# Without coqc


@pytest.fixture
def pretend(tmp_path, monkeypatch):
    """A program that is called `coqc`: it knows its version, and does what the script says for a file."""

    def put(script, **streams):
        for name, text in streams.items():
            (tmp_path / name).write_text(text)
        path = tmp_path / "bin" / "coqc"
        path.parent.mkdir()
        version = 'if [ "$2" = --version ]; then echo "The Coq Proof Assistant, version 9.9"; exit; fi'
        library_ = 'if [ "$2" = MLCE.v ]; then : > MLCE.vo; exit; fi'
        path.write_text(f"#!/bin/sh\n{version}\n{library_}\n{script.replace('HERE', str(tmp_path))}\n")
        path.chmod(0o755)
        monkeypatch.setenv("PATH", f"{path.parent}:{os.environ['PATH']}")
        monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))

    return put


def test_without_coqc_that_is_said_before_anything_else(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("mlce_sym.cli.commands._proved", lambda _: pytest.fail("there was work before"))
    for arguments in (("prove", "gibbs", "--certify"), ("verify", "-", "--coq")):
        done = command(*arguments, data="{}")
        assert (done.exit_code, done.stdout) == (2, "")
        hint = "(Debian: apt install coq libcoq-coquelicot)"
        assert done.stderr == f"mlce: coqc is not installed, and Coq cannot check anything without it {hint}\n"
    with pytest.raises(NoCoq):
        certify(SMALL)


def test_without_coquelicot_that_is_said_where_it_is_needed(pretend):
    missing = "Error: Cannot find a physical path bound to logical path Coquelicot.Coquelicot.\n"
    pretend("cat HERE/errors >&2; exit 1", errors=f'File "./MLCE_Derivatives.v", line 5, characters 0-47:\n{missing}')
    said = (
        r"^Coq has no Coquelicot, and needs it for derivatives and integrals \(Debian: apt install libcoq-coquelicot\)$"
    )
    with pytest.raises(NoCoq, match=said):
        certify(WITH_DERIVATIVES)


def test_a_coqc_that_does_not_run_is_none(pretend, tmp_path):
    pretend("")
    (tmp_path / "bin" / "coqc").write_text("#!/no/such/shell\n")
    with pytest.raises(NoCoq, match=r"^coqc cannot be run \(No such file or directory\)$"):
        certify(SMALL)


def test_a_tampered_certificate_is_rejected_before_coq_is_asked(pretend, tmp_path):
    pretend("touch HERE/asked")
    tampered = json.dumps(certificate()).replace('"Lt"', '"Le"', 1)
    done = command("verify", "-", "--coq", data=tampered)
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr.startswith("-: rejected: ") and done.stderr.count("\n") == 1
    assert not (tmp_path / "asked").exists()


@pytest.mark.slow
def test_nothing_of_the_certificate_is_on_the_command_line_or_in_a_file_name(pretend, tmp_path):
    pretend("echo $# $* > HERE/seen; ls >> HERE/seen; cat HERE/output", output="Closed under the global context\n")
    command("verify", "-", "--coq", data=json.dumps({**certificate(), "name": "../-x; ls"}))
    seen = (tmp_path / "seen").read_text().split("\n")
    assert seen[0] == "2 -q certificate.v" and set(seen[1:]) <= {"MLCE.v", "MLCE.vo", "certificate.v", ""}


@pytest.mark.slow
def test_what_coqc_started_ends_with_it(pretend, tmp_path):
    pretend("(while sleep 0.1; do echo >> HERE/beats; done) & wait")
    assert str(rejection(SMALL, seconds=2)) == "coqc did not end within 2 s"
    beats = (tmp_path / "beats").stat().st_size
    time.sleep(1)
    assert 0 < beats == (tmp_path / "beats").stat().st_size


def test_the_memory_of_coqc_is_bounded(pretend, tmp_path):
    pretend("ulimit -v > HERE/limit; exit 1")
    rejection(SMALL)
    assert int((tmp_path / "limit").read_text()) <= 4 * 1024**2


@pytest.mark.parametrize(
    "errors, said",
    [
        (
            'File "./certificate.v", line 4, characters 7-10:\nWarning: old\nFile "./certificate.v", line 7, '
            "characters 1-2:\nError:\nIn environment\nn : R\nP := fun i : R => i : \nR -> R\nThe term\n "
            '"x" has\n type "R".\n\n',
            'coqc rejects one (line 7): Error: The term "x" has type "R".',
        ),
        (
            'File "./certificate.v", line 4, characters 7-10:\nError: Tactic failure: not a valid ring equation.\n\n',
            "coqc rejects one_step_1 (line 4): Error: Tactic failure: not a valid ring equation.",
        ),
        (
            'File "./certificate.v", line 2, characters 0-1:\nError: Syntax error.\n',
            "coqc rejects line 2: Error: Syntax error.",
        ),
        ("Fatal error: not enough memory\n", "coqc failed: Fatal error: not enough memory"),
        ("", "coqc failed: exit status 3"),
    ],
)
def test_a_message_of_coqc_becomes_one_line(pretend, errors, said):
    pretend("cat HERE/errors >&2; exit 3", errors=errors)
    assert str(rejection(SMALL)) == said


def test_a_long_message_is_cut():
    assert len(coq._brief("Error: " + "word " * 1000)) <= coq.LONGEST_MESSAGE


@pytest.mark.parametrize(
    "output, said",
    [
        ("", "coqc does not say on which axioms the theorems rest"),
        (
            "Axioms:\nClassical_Prop.classic : forall P : Prop, P \\/ ~ P\nmine\n  : False\n",
            "the theorems rest on mine",
        ),
        ("Closed under the global context\nf is assumed to be guarded.\n", "the theorems rest on f, which"),
    ],
)
def test_only_the_four_axioms_are_let_pass(pretend, output, said):
    pretend("cat HERE/output", output=output)
    assert str(rejection(SMALL)).startswith(said)


def test_a_certificate_with_a_theorem_that_has_no_formal_proof_is_not_accepted(pretend, monkeypatch):
    pretend("exit 0")
    monkeypatch.setattr(coq, "uncertified", lambda _: {"gibbs": "step 2, rule R"})
    with pytest.raises(NotAccepted, match=r"^there is no formal proof of every theorem \(gibbs: step 2, rule R\)$"):
        certified(certificate())


def test_a_certificate_that_the_writer_cannot_write_is_not_accepted(pretend, monkeypatch):
    def cannot(_):
        raise ValueError("a part of Sum")

    pretend("exit 0")
    monkeypatch.setattr(coq, "document", cannot)
    with pytest.raises(NotAccepted, match=r"^no Coq file can be made of the certificate: a part of Sum$"):
        certified(certificate())


def test_without_coq_the_room_is_not_entered(tmp_path):
    (tmp_path / "c.json").write_text(json.dumps(certificate()))
    code = "import sys; from mlce_sym.cli import main\ntry: main(sys.argv[1:])\nfinally: print(*sys.modules)"
    for arguments in (("--help",), ("verify", str(Path(tmp_path, "c.json")))):
        done = subprocess.run((sys.executable, "-c", code, *arguments), capture_output=True, text=True, check=True)
        assert "mlce_sym.cli" in done.stdout and "mlce_sym.coq" not in done.stdout


def test_verify_writes_the_file_that_coq_has_read(coqc, tmp_path):
    certificate = tmp_path / "gibbs.json"
    certificate.write_text(proved("gibbs").write("json"), encoding="utf-8")
    done = CliRunner().invoke(main, ["verify", str(certificate), "--coq", "-o", str(tmp_path / "out.v")])
    assert done.exit_code == 0
    assert (tmp_path / "out.v").read_text(encoding="utf-8") == proved("gibbs").write("coq")
    assert (tmp_path / "MLCE.v").is_file()
    alone = CliRunner().invoke(main, ["verify", str(certificate), "-o", str(tmp_path / "out.v")])
    assert alone.exit_code == 2 and "--coq" in alone.output


def test_a_file_of_somebody_else_is_not_written_over(tmp_path):
    (tmp_path / "MLCE.v").write_text("(* mine *)\n", encoding="utf-8")
    done = CliRunner().invoke(main, ["prove", "gibbs", "--format", "coq", "-o", f"{tmp_path}/"])
    assert done.exit_code == 2 and "is another file" in done.output
    assert (tmp_path / "MLCE.v").read_text(encoding="utf-8") == "(* mine *)\n"


def test_what_may_speak_of_nothing_is_not_accepted():
    """Θ can only be empty: the checker sees no contradiction, and Coq would accept it."""
    data = deepcopy(proved("bernoulli").certificate)
    data["theorems"][-1]["hypotheses"].append(["ForAll", "theta", "Theta", ["False"]])
    with pytest.raises(NotAccepted, match="no instance was found that meets the hypotheses of same_optimum"):
        certified(data)

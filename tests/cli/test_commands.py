"""The command line, as a person uses it: what is printed and where, the exit status, one clear line for bad input."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from click.testing import CliRunner
from mlce_sym.derivations import NAMES, page
from sympy import log, symbols

from mlce_sym import Lt, Rule, chain, derivations, rules
from mlce_sym.cli import main
from mlce_sym.coq.names import library
from mlce_sym.kernel.rule_table import rows
from mlce_sym.prover.document import Document

a = symbols("a")


def run(*arguments, data=None):
    return CliRunner().invoke(main, [str(a) for a in arguments], input=data)


@pytest.fixture
def certificate(tmp_path):
    path = tmp_path / "gibbs.json"
    assert run("prove", "gibbs", "--format", "json", "-o", path).exit_code == 0
    return path


def test_a_rule_that_is_declared_but_not_in_the_table_is_named_with_what_to_run(monkeypatch):
    rule = Rule("log of a reciprocal", log(1 / a), -log(a), (Lt(0, a),))
    monkeypatch.setattr(rules, "ALL", (*rules.ALL, rule))
    page_of_it = SimpleNamespace(
        document=lambda: Document("gibbs", "", (chain(log(1 / a), [a > 0]).by(rule).qed("t"),))
    )
    monkeypatch.setattr(derivations, "page", lambda name: page_of_it)
    done = run("prove", "gibbs")
    assert done.exit_code == 1 and "there is no rule 'log of a reciprocal'" in done.stderr
    assert done.stderr.endswith("what the rules declare ('log of a reciprocal'): run `make rules`\n")


def test_prove_prints_the_proof_and_ends_with_the_counts():
    done = run("prove", "bernoulli")
    assert done.exit_code == 0
    assert "= −n CE(θ)   definition of CE" in done.stdout
    last = done.stdout.splitlines()[-1]
    assert last == "Checked: 6 theorems, 23 steps, 33 conditions discharged, 92 numeric instances tried."


@pytest.mark.slow
def test_full_has_a_line_for_every_rule():
    brief, full = run("prove", "iid").stdout, run("prove", "iid", "--full").stdout
    assert run("prove", "iid", "--brief").stdout == brief
    assert len(full.splitlines()) > len(brief.splitlines())


@pytest.mark.slow
@pytest.mark.parametrize(
    "form, beginning",
    [
        ("tex", "\\documentclass"),
        ("md", "# Gibbs"),
        ("html", "<!DOCTYPE html>"),
        ("json", "{"),
        ("text", "Gibbs"),
        ("coq", "(* Gibbs"),
    ],
)
def test_every_format(form, beginning, tmp_path):
    printed = run("prove", "gibbs", "--format", form)
    assert printed.exit_code == 0 and beginning in printed.stdout
    into_folder = run("prove", "gibbs", "--format", form, "-o", f"{tmp_path}/new/")
    assert into_folder.exit_code == 0
    (made,) = (path for path in (tmp_path / "new").iterdir() if path.name != "MLCE.v")
    assert made.suffix == {"text": ".txt", "coq": ".v"}.get(form, f".{form}")
    assert made.read_text(encoding="utf-8") == printed.stdout
    assert str(made) in into_folder.stdout and "Checked: " in into_folder.stdout


@pytest.mark.slow
@pytest.mark.parametrize("output, name", [("new/", "closed_form.v"), ("mine_2'.v", "mine_2'.v")])
def test_a_coq_file_has_the_name_of_a_module_and_the_library_beside_it(tmp_path, output, name):
    done = run("prove", "closed-form", "--format", "coq", "-o", f"{tmp_path}/{output}")
    assert done.exit_code == 0, done.stderr
    folder = (tmp_path / output).parent if output.endswith(".v") else tmp_path / output
    assert sorted(path.name for path in folder.iterdir()) == ["MLCE.v", name]
    assert (folder / "MLCE.v").read_text(encoding="utf-8") == library()


def test_list_names_every_document_with_one_line():
    assert run("list").stdout.splitlines() == [f"{name:<23}{page(name).TITLE}" for name in NAMES]


def test_list_finds_what_people_look_for():
    def first_words(word):
        return [line.split()[0] for line in run("list", word).stdout.splitlines()]

    assert first_words("kl")[0] == "divergence"
    assert first_words("mse") == ["regression"]
    assert first_words("map") == ["penalty"]
    assert "logistic/convex" in first_words("convex")
    assert "mlce loss student-t" in run("list", "student-t").output or "regression" in first_words("student")
    every = run("list", "--theorems").stdout
    assert "logistic/convex " in every and "$" not in every


@pytest.mark.slow
def test_a_theorem_of_a_document_has_a_name_of_its_own(tmp_path):
    done = run("prove", "logistic/convex", "--format", "json", "-o", f"{tmp_path}/")
    assert done.exit_code == 0
    data = json.loads((tmp_path / "logistic-convex.json").read_text(encoding="utf-8"))
    assert [theorem["name"] for theorem in data["theorems"] if theorem["role"] == "theorem"] == ["convex"]
    assert run("verify", tmp_path / "logistic-convex.json").exit_code == 0


def test_a_fragment_has_no_preamble_and_compiles_inside_a_paper(tmp_path):
    whole = run("prove", "gibbs", "--fragment").stdout
    assert "documentclass" not in whole and whole.startswith("% In the preamble: ")
    if shutil.which("pdflatex") is None:
        pytest.skip("pdflatex is not installed")
    (tmp_path / "gibbs.tex").write_text(whole, encoding="utf-8")
    twice = r"\begin{document}\input{gibbs}\input{gibbs}\end{document}"
    paper = rf"\documentclass{{article}}\usepackage{{amsmath,amssymb,amsthm}}{twice}"
    (tmp_path / "paper.tex").write_text(paper)
    command = ["pdflatex", "-interaction=nonstopmode", "-halt-on-error", "paper.tex"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, check=False)
    assert done.returncode == 0 and b"Overfull" not in done.stdout


def test_the_standard_output_and_devices_are_places_to_write_to():
    assert run("prove", "gibbs", "-o", "-").stdout == run("prove", "gibbs").stdout
    assert run("prove", "gibbs", "-o", "/dev/null").stdout.startswith("/dev/null: gibbs. Checked: ")
    assert not Path("/dev/null").is_file()
    letter = ("check", "--html", "-o", "/dev/null", "-")
    assert run(*letter, data="$x = x$").stdout == "/dev/null: 1 link: 1 proved\n"
    assert run("check", "-o", "-", "-", data="$x = x$").stdout.endswith("1 link: 1 proved\n")


@pytest.mark.slow
def test_an_output_without_the_letters_is_one_line():
    environment = {**os.environ, "PYTHONIOENCODING": "cp1252"}
    command = [sys.executable, "-m", "mlce_sym", "prove", "gibbs"]
    done = subprocess.run(command, env=environment, capture_output=True, check=False)
    assert done.returncode == 2 and done.stderr.count(b"\n") == 1
    assert b"the encoding cp1252 of the output has no" in done.stderr


@pytest.mark.parametrize("form", ["text", "md"])
def test_rules_lists_every_rule_with_its_reference(form):
    printed = run("rules", "--format", form).stdout
    for name, row in rows().items():
        assert name in printed and row["reference"].split(";")[0] in printed


def test_verify_accepts_what_prove_wrote_and_rejects_what_was_changed(certificate):
    assert run("verify", certificate).exit_code == 0
    assert "accepted. Checked: 5 theorems" in run("verify", certificate).stdout
    assert run("verify", "-", data=certificate.read_text()).exit_code == 0
    changed = certificate.read_text().replace('"Lt",\n', '"Le",\n', 1)
    certificate.write_text(changed)
    done = run("verify", certificate)
    assert done.exit_code == 1 and done.stdout == ""
    assert done.stderr.startswith(f"{certificate}: rejected: ") and done.stderr.count("\n") == 1


BAD = [
    (
        ("prove", "nothing"),
        "mlce: there is no document 'nothing'; `mlce list` has them all",
    ),
    (("prove", "softmax"), "mlce: there is no document 'softmax'; did you mean categorical or softmax-gradient?"),
    (("prove", "logistic/convx"), "mlce: the document 'logistic' has no theorem 'convx'; did you mean convex?"),
    (("list", "bernuli"), "mlce: no document or theorem goes by 'bernuli'; did you mean bernoulli?"),
    (("prove", "gibbs", "-o", "o.xyz"), "mlce: o.xyz: nothing is written as .xyz; the endings are .txt, .tex"),
    (("prove", "gibbs", "--pdf", "--format", "md"), "mlce: --pdf and --fragment are for LaTeX"),
    (("prove", "gibbs", "--fragment", "-o", "a.md"), "mlce: --pdf and --fragment are for LaTeX"),
    (("prove", "gibbs", "--pdf", "-o", "-"), "mlce: --pdf is made of a whole document"),
    (("verify", "missing.json"), "mlce: missing.json: cannot be read (No such file or directory)"),
    (("prove", "gibbs", "-o", "/dev/null/x.txt"), "mlce: /dev/null/x.txt: cannot be written"),
    (("prove", "gibbs", "-o", "/dev/null/x.v"), "mlce: /dev/null/MLCE.v: cannot be written"),
    (("prove", "gibbs", "-o", "a-b.v"), "mlce: a-b.v: is no name for a Coq file: letters, digits and _ only, then .v"),
    (("prove", "gibbs", "-o", "1.v"), "mlce: 1.v: is no name for a Coq file"),
    (("prove", "gibbs", "-o", "a.txt", "--format", "coq"), "mlce: a.txt: is no name for a Coq file"),
    (("prove", "gibbs", "-o", "MLCE.v"), "mlce: MLCE.v: is the name of the library"),
]


@pytest.mark.parametrize("arguments, line", BAD)
def test_bad_input_gets_one_line_and_status_2(arguments, line):
    done = run(*arguments)
    assert done.exit_code == 2
    assert done.stderr.startswith(line) and done.stderr.count("\n") == 1


def test_a_file_is_for_another_command(tmp_path):
    (text := tmp_path / "a.tex").write_text("$a = a$")
    (data := tmp_path / "a.json").write_text("{}")
    assert run("prove", text).stderr.endswith(f"(`mlce check {text}` judges a file)\n")
    assert run("prove", data).stderr.endswith(f"(`mlce verify {data}` replays a certificate)\n")
    assert run("verify", text).stderr.endswith(f"(`mlce check {text}` judges a document)\n")


def test_a_certificate_that_is_not_json_is_located(tmp_path):
    path = tmp_path / "bad.json"
    path.write_text('{"format": \n oops}')
    done = run("verify", path)
    assert (done.exit_code, done.stderr) == (2, f"mlce: {path}: is not JSON: Expecting value (line 2, column 2)\n")


DEEP = "[" * 300 + "]" * 300
TWICE = '{"theorems": [], "theorems": []}'
BAD_DATA = ["[]", "3", DEEP, TWICE, '{"theorems": NaN}', '{"a": %s}' % ("9" * 5000), '{"a": 1.0}', '"\\ud800"']


@pytest.mark.parametrize("data", BAD_DATA, ids=range(len(BAD_DATA)))
def test_json_that_is_no_certificates_is_bad_input(data):
    done = run("verify", "-", data=data)
    assert done.exit_code == 2 and done.stderr.startswith("mlce: -: ") and done.stderr.count("\n") == 1


@pytest.mark.parametrize("data", ["{}", '{"format": "other"}'])
def test_json_that_is_no_certificate_is_rejected_in_one_line(data):
    done = run("verify", "-", data=data)
    assert done.exit_code == 1 and done.stderr.startswith("-: rejected: ") and done.stderr.count("\n") == 1


@pytest.mark.slow
def test_help_and_verify_do_not_import_sympy(certificate):
    code = "import sys; from mlce_sym.cli import main\ntry: main(sys.argv[1:])\nfinally: print('sympy' in sys.modules)"
    for arguments in (["--help"], ["rules"], ["verify", str(certificate)]):
        done = subprocess.run((sys.executable, "-c", code, *arguments), capture_output=True, text=True, check=False)
        # python-flint is in the checker, and SymPy is not
        assert done.stdout.splitlines()[-1] == "False", done.stderr


@pytest.mark.parametrize(
    "arguments, line",
    [
        (("prove",), "mlce: Missing argument 'NAME' (see `main prove --help`)\n"),
        (("prove", "gibbs", "--format", "docx"), "mlce: Invalid value for '--format': 'docx' is not one of "),
        (("disprove", "gibbs"), "mlce: No such command 'disprove'"),
    ],
)
def test_usage_errors_have_one_line_and_status_2(arguments, line):
    done = run(*arguments)
    assert done.exit_code == 2
    assert done.stderr.startswith(line) and done.stderr.count("\n") == 1


def test_an_output_that_is_full_is_bad_input():
    if not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    with open("/dev/full", "w") as full:
        command = (sys.executable, "-m", "mlce_sym", "rules")
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert (done.returncode, done.stderr) == (2, "mlce: the output cannot be written (No space left on device)\n")


def test_without_a_command_there_is_help():
    assert "Commands:" in run().output


def test_the_name_of_the_output_says_the_format(tmp_path):
    assert run("prove", "gibbs", "-o", tmp_path / "a.tex").exit_code == 0
    assert (tmp_path / "a.tex").read_text(encoding="utf-8") == run("prove", "gibbs", "--format", "tex").stdout


@pytest.mark.slow
def test_as_a_module_with_any_hash_seed_the_output_is_the_same(tmp_path):
    outputs = {
        subprocess.run(
            (sys.executable, "-m", "mlce_sym", "prove", "closed-form", "--format", "json"),
            cwd=tmp_path,
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "2")
    }
    assert len(outputs) == 1
    assert json.loads(outputs.pop())["name"] == "closed-form"


@pytest.mark.slow
def test_the_output_does_not_depend_on_sympys_ground_types(tmp_path):
    """Installing python-flint makes SymPy compute with it."""
    outputs = {
        subprocess.run(
            (sys.executable, "-m", "mlce_sym", "prove", "remarks", "--format", "tex"),
            cwd=tmp_path,
            env={**os.environ, "SYMPY_GROUND_TYPES": kind},
            capture_output=True,
            check=True,
        ).stdout
        for kind in ("python", "flint")
    }
    assert len(outputs) == 1


@pytest.mark.slow
def test_pdf(tmp_path):
    if shutil.which("pdflatex") is None:
        assert not os.environ.get("CI"), "CI has to install pdflatex"
        pytest.skip("pdflatex is not installed")
    done = run("prove", "gibbs", "--pdf", "-o", f"{tmp_path}/")
    assert done.exit_code == 0, done.stderr
    assert Path(tmp_path, "gibbs.pdf").read_bytes().startswith(b"%PDF")
    assert run("prove", "gibbs", "-o", tmp_path / "proof.pdf").exit_code == 0
    assert sorted(p.name for p in tmp_path.iterdir()) == ["gibbs.pdf", "gibbs.tex", "proof.pdf", "proof.tex"]


@pytest.mark.slow
def test_read_back():
    pytest.importorskip("latex2sympy2") if not os.environ.get("CI") else None
    done = run("prove", "gibbs", "--read-back")
    assert done.exit_code == 0, done.stderr
    assert "Read back: " in done.stderr


def test_without_the_reader_that_is_said_in_one_line(monkeypatch):
    from mlce_sym.reading.back import readback

    def missing(_):
        raise readback.NoReader("reading back needs latex2sympy2")

    monkeypatch.setattr(readback, "read_back", missing)
    done = run("prove", "gibbs", "--read-back")
    assert (done.exit_code, done.stderr) == (2, "mlce: reading back needs latex2sympy2\n")


def test_a_line_that_reads_otherwise_fails(monkeypatch):
    from mlce_sym.reading.back import readback

    def differs(_):
        raise readback.Unread("theorem 'gibbs', line 1: …")

    monkeypatch.setattr(readback, "read_back", differs)
    assert run("prove", "gibbs", "--read-back").exit_code == 1

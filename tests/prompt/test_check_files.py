"""Many files at once, by any executor, and a cell of a notebook."""

import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor

import pytest

import mlce_sym
from mlce_sym import check_files
from mlce_sym.prompt.magic import mlce

TEXTS = ("$$(a+b)^2 = a^2 + b^2$$", "$$(a+b)^2 = a^2 + 2ab + b^2$$", "$$x = 1$$", "nothing")
WANTED = [["refuted"], ["proved"], ["definition"], []]


@pytest.fixture
def paths(tmp_path):
    found = [tmp_path / f"{number}.md" for number in range(len(TEXTS))]
    for path, text in zip(found, TEXTS, strict=True):
        path.write_text(text)
    return found


def statuses(checked):
    return [[link.verdict.status for link in one.links] for one in checked]


@pytest.mark.parametrize("pool", [ThreadPoolExecutor, ProcessPoolExecutor])
def test_an_executor_gives_what_one_process_gives(pool, paths):
    with pool(2) as executor:
        assert statuses(check_files(paths, executor)) == WANTED == statuses(check_files(paths, jobs=1))


def test_a_file_or_its_name_is_read_as_a_document_is(paths):
    assert statuses([mlce_sym.check(paths[0]), mlce_sym.check(str(paths[1]))]) == WANTED[:2]
    with pytest.raises(mlce_sym.Unreadable, match=r"^none[.]tex: cannot be read"):
        mlce_sym.check("none.tex")
    with pytest.raises(TypeError, match="7 is no text"):
        mlce_sym.check(7)


def test_processes_of_its_own(paths):
    seen = []
    found = check_files(paths, jobs=2, progress=lambda number, name: seen.append(number))
    assert statuses(found) == WANTED and seen == [1, 2, 3, 4]


def test_a_client_of_dask(paths):
    distributed = pytest.importorskip("distributed")
    with distributed.Client(n_workers=1, threads_per_worker=1, dashboard_address=None) as client:
        assert statuses(check_files(paths, client)) == WANTED


def test_memory_is_bounded():
    code = "from mlce_sym.documents.memory import bound; bound(2**26); [0] * 2**27"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert sys.platform != "linux" or "MemoryError" in done.stderr


class Shell:
    def register_magic_function(self, function, kind, name):
        self.magic = (function, kind, name)


def test_the_magic_of_a_notebook(capsys):
    shell = Shell()
    mlce_sym.load_ipython_extension(shell)
    assert shell.magic == (mlce, "cell", "mlce")
    mlce("-q", "So $(a+b)^2 = a^2 + b^2$ and $a + a = 2a$.")
    out = capsys.readouterr().out
    assert "cell:1:5: refuted" in out and "proved:" not in out and "2 links" in out
    mlce("--loud", "$a = a$")
    assert "--loud is not understood" in capsys.readouterr().out

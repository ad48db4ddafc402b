"""Any Jupyter client can have kernels that are forked from a warm parent."""

from __future__ import annotations

import ast
import json
import logging
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from jupyter_client.provisioning import KernelProvisionerFactory
from nbclient import NotebookClient
from nbformat.v4 import new_code_cell, new_notebook

from graders.grading.isolation import Bounds
from graders.grading.running.kernel import Kernel, KernelChoice
from graders.grading.scratch import remove_tree
from graders.grading.warm import LIBRARIES, NAME, libraries
from graders.grading.warm.client import WarmParent, warm_parent
from graders.grading.warm.provisioner import ForkProvisioner

pytestmark = pytest.mark.slow

STATE = (
    "import json, os, random, sys, time, uuid\n"
    "import numpy as np\n"
    "print(json.dumps({'random': random.random(), 'numpy': np.random.rand(), 'pid': os.getpid(),"
    " 'environment': dict(os.environ), 'session': os.getsid(0),"
    " 'files': [os.readlink('/proc/self/fd/' + n) for n in os.listdir('/proc/self/fd')"
    " if os.path.exists('/proc/self/fd/' + n)],"
    " 'imported': [m for m in ('keras', 'tensorflow', 'numpy') if m in sys.modules]}))\n"
)


@pytest.fixture
def kernel() -> Iterator[Kernel]:
    with Kernel(KernelChoice()) as running:
        yield running


@pytest.fixture
def keras_kernel() -> Iterator[Kernel]:
    with Kernel(KernelChoice(libraries=LIBRARIES)) as running:
        yield running


def told(kernel: Kernel, source: str = STATE) -> dict[str, object]:
    reply = kernel.run(source, 20)
    assert reply.status == "ok", reply
    state: dict[str, object] = json.loads("".join(o.get("text", "") for o in reply.outputs))
    return state


def test_jupyter_finds_it_by_its_name() -> None:
    factory = KernelProvisionerFactory.instance()
    assert NAME in factory.get_provisioner_entries()
    assert factory.get_provisioner_entries()[NAME] == (
        "graders.grading.warm.provisioner:ForkProvisioner"
    )


def test_a_kernel_has_what_lessons_import_before_it_runs_a_cell(keras_kernel: Kernel) -> None:
    assert told(keras_kernel)["imported"] == ["keras", "tensorflow", "numpy"]


def test_a_kernel_of_a_lesson_without_keras_does_without_it_until_it_is_imported() -> None:
    with Kernel(KernelChoice()) as kernel:
        assert told(kernel)["imported"] == ["numpy"]
        source = "import keras\nprint(float(keras.ops.sum(np.ones(3))))"
        reply = kernel.run(f"import numpy as np\n{source}", 60)
    assert reply.outputs[-1].text == "3.0\n", reply


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("import numpy as np", ()),
        ("import keras", LIBRARIES),
        ("x = 1\nfrom tensorflow import data", LIBRARIES),
        ("def f():\n    from keras.layers import GRU", LIBRARIES),
        ("import numpy as np, keras", LIBRARIES),
        ("# import keras", ()),
        ("print('from keras')", ()),
        ("import keras_of_another_kind", ()),
        ("%matplotlib inline\nimport tensorflow as tf", LIBRARIES),
    ],
)
def test_what_a_lesson_imports_is_read_in_its_cells(source: str, expected: tuple[str, ...]) -> None:
    assert libraries(["1", source]) == expected


def test_two_kernels_share_neither_process_nor_random_numbers(kernel: Kernel) -> None:
    with Kernel(KernelChoice()) as other:
        one, two = told(kernel), told(other)
    for drawn in ("random", "numpy", "pid", "session"):
        assert one[drawn] != two[drawn], drawn


def test_a_kernel_knows_nothing_of_our_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JUPYTERHUB_API_TOKEN", "token-of-the-instructor")
    with Kernel(KernelChoice()) as kernel:
        environment = told(kernel)["environment"]
        inherited = kernel.run("print(open('/proc/self/environ').read())", 10)
    assert isinstance(environment, dict)
    assert "token-of-the-instructor" not in str(environment)
    assert "token-of-the-instructor" not in str(inherited.outputs)
    assert environment["NBGRADER_EXECUTION"] == "autograde"
    assert environment["HOME"] != os.environ.get("HOME")


def test_a_kernel_has_no_open_files_of_ours(kernel: Kernel, tmp_path: Path) -> None:
    with (tmp_path / "open").open("w") as ours:
        os.set_inheritable(ours.fileno(), True)
        files = told(kernel)["files"]
    assert isinstance(files, list)
    named = [name for name in files if name.startswith("/") and not name.startswith("/dev/")]
    assert [name for name in named if not name.startswith("/proc/")] == []


def test_messages_go_over_unix_sockets(kernel: Kernel) -> None:
    process = kernel._manager.provisioner.pid
    listening = {
        line.split()[9]
        for table in ("tcp", "tcp6")
        for line in Path(f"/proc/{process}/net/{table}").read_text().splitlines()[1:]
    }
    of_the_kernel = {
        os.readlink(link)
        for link in Path(f"/proc/{process}/fd").iterdir()
        if os.readlink(link).startswith("socket:")
    }
    assert of_the_kernel
    assert not {f"socket:[{inode}]" for inode in listening} & of_the_kernel


def test_figures_and_keras_work_in_it(keras_kernel: Kernel) -> None:
    drawn = keras_kernel.run("import matplotlib.pyplot as plt\nplt.plot([1, 2])\nplt.show()", 20)
    assert "image/png" in drawn.outputs[0].data
    fitted = keras_kernel.run(
        "import keras, numpy as np\n"
        "model = keras.Sequential([keras.layers.LSTM(3), keras.layers.Dense(1)])\n"
        "model.compile('adam', 'mse')\n"
        "x = np.random.rand(8, 4, 2)\n"
        "model.fit(x, x.sum((1, 2)), epochs=1, verbose=0)\n"
        "model.save('model.keras')\n"
        "print(keras.models.load_model('model.keras')(x).shape)",
        60,
    )
    assert fitted.status == "ok", fitted
    assert fitted.outputs[-1].text == "(8, 1)\n"


def test_stock_nbclient_can_use_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    factory = KernelProvisionerFactory.instance()
    monkeypatch.setattr(factory, "default_provisioner_name", NAME)
    source = "import os, sys\nopen('made', 'w').close()\n'keras' in sys.modules, os.getpid()"
    notebook = new_notebook(cells=[new_code_cell(source)])
    client = NotebookClient(
        notebook,
        kernel_name="python3",
        timeout=30,
        resources={"metadata": {"path": str(tmp_path)}},
    )
    client.execute()
    warm, process = ast.literal_eval(notebook.cells[0].outputs[0].data["text/plain"])
    assert warm
    assert (tmp_path / "made").exists()
    assert not _runs(process)


def test_a_kernel_that_is_asked_to_end_has_ended_before_anybody_polls(kernel: Kernel) -> None:
    manager = kernel._manager
    manager.request_shutdown()
    assert not manager.is_alive()


def test_another_program_than_ipykernel_is_started_the_ordinary_way(
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    spec = tmp_path / "kernels" / "odd" / "kernel.json"
    spec.parent.mkdir(parents=True)
    argv = [sys.executable, "-Wignore", "-m", "ipykernel_launcher", "-f", "{connection_file}"]
    spec.write_text(json.dumps({"argv": argv, "display_name": "odd", "language": "python"}))
    monkeypatch.setenv("JUPYTER_PATH", str(tmp_path))
    logger = logging.getLogger("traitlets")
    monkeypatch.setattr(logger, "propagate", True)
    with (
        caplog.at_level("WARNING"),
        Kernel(KernelChoice("odd", isolation="none")) as kernel,
    ):
        assert kernel.run("print(1)", 20).outputs[0].text == "1\n"
        assert isinstance(kernel._manager.provisioner, ForkProvisioner)
        assert kernel._manager.provisioner.forked is None
    said = [r.getMessage() for r in caplog.records if "ordinary way" in r.getMessage()]
    assert said == [
        "Kernel started the ordinary way, not forked: "
        f"'{sys.executable} -Wignore -m' is not ipykernel"
    ]


def test_where_forking_is_impossible_the_log_says_so(
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("graders.grading.warm.provisioner.can_fork", lambda: False)
    monkeypatch.setattr(logging.getLogger("traitlets"), "propagate", True)
    with caplog.at_level("WARNING"), Kernel(KernelChoice(isolation="none")) as kernel:
        assert kernel.run("print(1)", 20).outputs[0].text == "1\n"
    assert any(
        r.getMessage().startswith("Kernel started the ordinary way, not forked: ")
        and r.getMessage().endswith(" cannot fork a process that has imported TensorFlow")
        for r in caplog.records
    )


@pytest.mark.parametrize("provisioner", [NAME, "local-provisioner"])
def test_a_kernel_that_is_not_forked_has_no_profile_of_ours_and_imports_no_file_beside_it(
    provisioner: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    startup = tmp_path / "profile_default" / "startup" / "ours.py"
    startup.parent.mkdir(parents=True)
    startup.write_text("ours = 'of the instructor'\n")
    monkeypatch.setenv("IPYTHONDIR", str(tmp_path))
    monkeypatch.setattr("graders.grading.warm.provisioner.can_fork", lambda: False)
    with Kernel(KernelChoice(provisioner=provisioner, isolation="none")) as kernel:
        source = (
            "from pathlib import Path\n"
            "Path('colorsys.py').write_text('mine = True')\n"
            "import colorsys\n"
            "from IPython import get_ipython as shell\n"
            "print('ours' in dir(), hasattr(colorsys, 'mine'), shell().history_manager.enabled)"
        )
        assert kernel.run(source, 20).outputs[0].text == "False False False\n"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["profile_default"]
    assert not (tmp_path / "profile_default" / "history.sqlite").exists()


def test_a_temporary_folder_with_a_long_path_is_no_trouble(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    long = tmp_path / ("x" * 90)
    long.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(long))
    with Kernel(KernelChoice()) as kernel:
        assert kernel.run("print(1)", 20).outputs[0].text == "1\n"


def test_a_dead_parent_is_replaced(kernel: Kernel) -> None:
    parent = warm_parent()
    os.kill(parent.process, 9)
    while parent.alive:
        time.sleep(0.01)
    deadline = time.monotonic() + 10
    while kernel.alive:  # its kernels end with it
        assert time.monotonic() < deadline
        time.sleep(0.01)
    with Kernel(KernelChoice()) as other:
        assert other.run("print(1)", 20).outputs[0].text == "1\n"


def test_a_parent_that_still_imports_is_not_waited_for() -> None:
    parent = WarmParent(LIBRARIES)
    parent.close()
    assert parent._process.returncode == -signal.SIGKILL
    assert not os.path.exists(parent.folder)


def test_a_parent_that_is_ready_puts_its_things_in_order_and_ends() -> None:
    parent = WarmParent()
    parent.wait().close()
    assert parent._process.returncode == 0
    assert not os.path.exists(parent.folder)


def test_a_parent_whose_folder_was_cleared_away_is_replaced() -> None:
    parent = warm_parent().wait()
    remove_tree(parent.folder)
    with Kernel(KernelChoice()) as kernel:
        assert kernel.run("print(1)", 20).outputs[0].text == "1\n"
    assert warm_parent() is not parent


def test_nothing_is_left_when_the_client_is_killed() -> None:
    source = (
        "import time\n"
        "from graders.grading.running.kernel import Kernel, KernelChoice\n"
        "from graders.grading.warm.client import warm_parent\n"
        "kernel = Kernel(KernelChoice()).start()\n"
        "print(warm_parent().process, kernel._manager.provisioner.pid, flush=True)\n"
        "print(warm_parent().folder, flush=True)\n"
        "time.sleep(600)\n"
    )
    with subprocess.Popen([sys.executable, "-c", source], stdout=subprocess.PIPE) as client:
        assert client.stdout is not None
        processes = client.stdout.readline().split()
        folder = client.stdout.readline().decode().strip()
        assert os.path.isdir(folder)
        client.kill()
    assert len(processes) == 2
    deadline = time.monotonic() + 10
    while any(_runs(int(process)) for process in processes):
        assert time.monotonic() < deadline, "a process was left over"
        time.sleep(0.05)
    assert not os.path.exists(folder)


def _runs(process: int) -> bool:
    try:
        state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state not in "ZX"


def test_what_uses_too_much_is_ended_and_the_reason_told(kernel: Kernel) -> None:
    reply = kernel.run("for number in range(100_000):\n    open(str(number), 'w').close()", 60)
    assert reply.status == "died"
    assert reply.over == f"It made more than {Bounds().files} files."


def test_a_warm_parent_of_somebody_elses_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GRADERS_WARM_PARENT", warm_parent().wait().address)
    monkeypatch.setattr("graders.grading.warm.client._own", {})
    with Kernel(KernelChoice()) as kernel:
        assert kernel.run("print(1)", 20).outputs[0].text == "1\n"
    from graders.grading.warm import client

    assert client._own == {}  # none of our own was started


def test_a_folder_of_sockets_is_only_its_owners(kernel: Kernel) -> None:
    ip = Path(kernel._manager.ip)
    assert ip.parent.stat().st_mode & 0o077 == 0
    with socket.socket(socket.AF_UNIX) as stranger:
        stranger.connect(f"{ip}-1")  # we are its owner

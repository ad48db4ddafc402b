"""What a machine lacks is said in a sentence that tells what to do."""

from __future__ import annotations

import sys

import pytest

from graders.grading.isolation import IsolationError, can_isolate, layers, require_isolation
from graders.grading.running.kernel import Kernel, KernelChoice, KernelTroubleError

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="parts of Linux")


def refusal() -> str:
    assert not can_isolate()
    with pytest.raises(IsolationError) as caught:
        require_isolation()
    return str(caught.value)


def test_this_machine_has_every_needed_layer() -> None:
    assert [layer.name for layer in layers()] == ["Landlock", "seccomp", "limits", "namespaces"]
    assert [layer.name for layer in layers() if layer.needed and not layer.present] == []
    require_isolation()


def test_a_system_without_landlock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("landlockpy.abi_version", lambda: 0)
    monkeypatch.setattr("platform.release", lambda: "5.10.0")
    assert refusal() == (
        "Submissions cannot be isolated on this machine. Landlock is missing: Linux 5.10.0 does "
        "not offer it. Linux 5.13 or newer was expected, with landlock among its security "
        "modules: add it to the boot parameter lsm=, or update. Otherwise: Grade in a Linux "
        "container (docs/instructors.md, 'On macOS and Windows'), or name --isolation none if "
        "you trust everybody who handed something in."
    )


def test_a_system_without_libseccomp(monkeypatch: pytest.MonkeyPatch) -> None:
    class Finder:
        @staticmethod
        def find_spec(name: str, path: object = None, target: object = None) -> None:
            if name == "pyseccomp":
                raise RuntimeError("Unable to find libseccomp")

    monkeypatch.delitem(sys.modules, "pyseccomp", raising=False)
    monkeypatch.setattr(sys, "meta_path", [Finder, *sys.meta_path])
    assert refusal() == (
        "Submissions cannot be isolated on this machine. seccomp is missing: its library "
        "libseccomp was not found. Install it: `apt-get install libseccomp2`, or `dnf install "
        "libseccomp`."
    )


def test_another_system_than_linux(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr("platform.system", lambda: "Darwin")
    assert refusal().startswith(
        "Submissions cannot be isolated on this machine. Landlock is missing: it is a part of "
        "Linux, and this is Darwin. Grade in a Linux container"
    )


def test_no_kernel_is_started_where_isolation_is_impossible(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("landlockpy.abi_version", lambda: 0)
    with pytest.raises(KernelTroubleError) as caught:
        Kernel(KernelChoice()).start()
    assert "Landlock is missing" in str(caught.value)


@pytest.mark.slow
def test_it_can_be_switched_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("landlockpy.abi_version", lambda: 0)
    with Kernel(KernelChoice(isolation="none")) as kernel:
        reply = kernel.run("import os; print(len(os.listdir('/')) > 3)", 20)
    assert reply.outputs[0].text == "True\n"

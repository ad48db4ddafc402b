"""A Jupyter kernel provisioner that forks kernels from a warm parent."""

from __future__ import annotations

import asyncio
import os
import shutil
import sys
import time
from pathlib import Path
from typing import Any

from jupyter_client.connect import KernelConnectionInfo
from jupyter_client.provisioning.local_provisioner import LocalProvisioner
from traitlets import Bool, List, Unicode

from graders.grading.isolation import Bounds, require_isolation
from graders.grading.scratch import make_folder, remove_tree
from graders.grading.warm import LIBRARIES
from graders.grading.warm.client import ForkedKernel, WarmParentError, can_fork
from graders.grading.warm.environment import ARGUMENTS, environment, taken
from graders.grading.warm.wire import Request
from graders.notebook.earlier import VARIABLE as EARLIER

POLL_SECONDS = 0.005
SHUTDOWN_SECONDS = 2.0
LAUNCHERS = ("ipykernel_launcher", "ipykernel")


class ForkProvisioner(LocalProvisioner):
    """Forks ipykernel from a process that has imported NumPy, IPython and, as a rule, Keras.

    A kernel of another language or another Python, and every kernel where the platform cannot
    fork, is started the ordinary way, and the log says so; unless it should be isolated.

    Besides what every provisioner takes, `launch_kernel` takes `bounds`.
    """

    isolated = Bool(True, help="Confine the kernel to its scratch folder, without a network.").tag(
        config=True
    )

    libraries = List(
        Unicode(), list(LIBRARIES), help="What the kernel has imported when it starts, besides."
    ).tag(config=True)

    forked: ForkedKernel | None = None
    over: str | None = None
    lost: bool = False
    _folder: str | None = None
    _code: int | None = None

    @property
    def has_process(self) -> bool:
        """Whether there is a process to manage."""
        return self.forked is not None or super().has_process

    async def pre_launch(self, **kwargs: Any) -> dict[str, Any]:
        """Let the kernel listen on Unix sockets in a folder that only its owner can enter."""
        self._folder = self._folder or make_folder()
        manager = self.parent
        if manager is not None and can_fork() and manager.transport == "tcp":
            manager.transport = "ipc"
            manager.ip = str(Path(self._folder, "kernel"))
        self._bounds = kwargs.pop("bounds", None) or Bounds()
        launch: dict[str, Any] = await super().pre_launch(**kwargs)
        return launch

    async def launch_kernel(self, cmd: list[str], **kwargs: Any) -> KernelConnectionInfo:
        """Fork the kernel, or start it the ordinary way where that is not possible.

        Raises:
            IsolationError: the kernel should be isolated, and this machine cannot do that.
            RuntimeError: it should be isolated, and it cannot be forked.
        """
        if self.isolated:
            require_isolation()
        argv, reason = _arguments(cmd)
        if reason is None:
            try:
                self.forked = ForkedKernel(self._request(argv, kwargs), self.libraries)
            except WarmParentError as error:
                reason = str(error)
            else:
                self.pid, self.cwd = self.forked.process, kwargs.get("cwd")
                return self.connection_info
        if self.isolated:
            raise RuntimeError(f"No isolated kernel could be forked: {reason}")
        self.log.warning("Kernel started the ordinary way, not forked: %s", reason)
        info: KernelConnectionInfo = await super().launch_kernel(cmd, **kwargs)
        return info

    def _request(self, argv: list[str], kwargs: dict[str, Any]) -> Request:
        assert self._folder is not None
        home, cwd = str(Path(self._folder, "home")), str(kwargs.get("cwd") or self._folder)
        os.makedirs(home, mode=0o700, exist_ok=True)
        sockets = str(Path(self.connection_info["ip"]).parent)
        connection = {
            name: value.decode("ascii") if isinstance(value, bytes) else value
            for name, value in self.connection_info.items()
        }
        return Request(
            argv=argv,
            connection=connection,
            env={
                **taken(
                    kwargs.get("env") or {}, "NBGRADER_EXECUTION", "NBGRADER_VALIDATING", EARLIER
                ),
                **environment(home),
                "TMPDIR": home,
                "TF_NUM_INTEROP_THREADS": "1",
                "TF_NUM_INTRAOP_THREADS": "1",
                "PYTHONSAFEPATH": "1",
            },
            cwd=cwd,
            scratch=[home, cwd],
            sockets=sockets,
            isolated=self.isolated,
            bounds=self._bounds,
        )

    async def poll(self) -> int | None:
        """Return the exit code, or None while the kernel runs."""
        if self.forked is None:
            code: int | None = self._code if self._code is not None else await super().poll()
            return code
        if not self.forked.ended():
            return None
        self.over, self.lost = self.forked.over, self.forked.lost
        return self.forked.code

    async def wait(self) -> int | None:
        """Wait until the kernel has ended, and return its exit code."""
        if self.forked is None:
            code: int | None = self._code if self._code is not None else await super().wait()
            return code
        while not self.forked.ended():
            await asyncio.sleep(POLL_SECONDS)
        self._close()
        return self._code

    async def shutdown_requested(self, restart: bool = False) -> None:
        """Wait for a kernel that was asked to end; the manager looks once in a tenth of a second.

        One that has not ended after a while is the manager's to terminate.
        """
        deadline = time.monotonic() + SHUTDOWN_SECONDS
        while self.forked is not None and not self.forked.ended() and time.monotonic() < deadline:
            await asyncio.sleep(POLL_SECONDS)
        await super().shutdown_requested(restart)

    async def send_signal(self, signum: int) -> None:
        """Send a signal to the kernel."""
        if self.forked is not None:
            self.forked.signal(signum)
        else:
            await super().send_signal(signum)

    async def kill(self, restart: bool = False) -> None:
        """End the kernel at once."""
        if self.forked is not None:
            self._close()
        else:
            await super().kill(restart)

    async def terminate(self, restart: bool = False) -> None:
        """End the kernel at once: it has nothing to put in order."""
        if self.forked is not None:
            self._close()
        else:
            await super().terminate(restart)

    async def cleanup(self, restart: bool = False) -> None:
        """Remove the kernel's folder."""
        if self.forked is not None:
            self._close()
        if self._folder is not None and not restart:
            remove_tree(self._folder)
            self._folder = None
        await super().cleanup(restart)

    def _close(self) -> None:
        assert self.forked is not None
        self.forked.close()
        self.lost = self.forked.lost
        self._code, self.over, self.forked = self.forked.code, self.forked.over, None


def _arguments(cmd: list[str]) -> tuple[list[str], str | None]:
    """Return ipykernel's arguments, or why this command cannot be forked."""
    if not can_fork():
        return [], f"{sys.platform} cannot fork a process that has imported TensorFlow"
    if len(cmd) < 3 or cmd[1] != "-m" or cmd[2] not in LAUNCHERS:
        return [], f"'{' '.join(cmd[:3])}' is not ipykernel"
    found = shutil.which(cmd[0])
    if found is None or not os.path.samefile(found, sys.executable):
        return [], f"{cmd[0]} is another Python than {sys.executable}"
    rest = iter(cmd[3:])
    argv = []
    for argument in rest:
        if argument == "-f":
            next(rest, None)  # the connection file: the request holds what stands in it
        elif argument not in ARGUMENTS:  # which every forked kernel has
            argv.append(argument)
    return argv, None

"""One Jupyter kernel and a conversation with it that always comes to an end."""

from __future__ import annotations

import contextlib
import os
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import zmq
from jupyter_client.blocking.client import BlockingKernelClient
from jupyter_client.manager import KernelManager
from traitlets.config import Config

from graders.grading.running.listening import (
    GRACE_SECONDS,
    POLL_MILLISECONDS,
    Listening,
    Reply,
    messages,
)
from graders.grading.scratch import make_folder, remove_tree
from graders.grading.warm import NAME
from graders.grading.warm.environment import ARGUMENTS, alone
from graders.notebook.earlier import VARIABLE as EARLIER

MESSAGE_BYTES, MESSAGES = 64_000_000, 4
"""How long a message may be, and how many may wait: with these a kernel can fill our memory."""


class KernelTroubleError(RuntimeError):
    """The machine, not the student, is why nothing can be run."""


class KernelLostError(KernelTroubleError):
    """A kernel that ran was ended from outside, with the process that it was forked from."""


@dataclass(frozen=True)
class KernelChoice:
    """Which kernel runs submissions, by the names that Jupyter knows.

    Args:
        name: the kernelspec, as in `jupyter kernelspec list`.
        provisioner: the kernel provisioner's entry point; "" leaves it to the kernelspec and to
            the environment variable JUPYTER_DEFAULT_PROVISIONER_NAME, and nothing is isolated.
        isolation: "strict", or "none" where submissions are trusted.
        start_seconds: how long a kernel may take until it answers.
        libraries: what it has imported when it starts, where it is forked; see
            `graders.grading.warm.libraries`.
        earlier: the references of earlier lessons that the lesson uses, as JSON text; see
            `graders.notebook.earlier`.
    """

    name: str = "python3"
    provisioner: str = NAME
    isolation: str = "strict"
    start_seconds: float = 60.0
    libraries: tuple[str, ...] = ()
    earlier: str = ""


def _settings(choice: KernelChoice) -> dict[str, object]:
    return {"isolated": choice.isolation != "none", "libraries": list(choice.libraries)}


class Kernel:
    """A running kernel in an empty folder of its own. Use it as a context manager."""

    def __init__(self, choice: KernelChoice) -> None:
        self._folder = make_folder()
        self._context = zmq.Context()
        self._context.setsockopt(zmq.MAXMSGSIZE, MESSAGE_BYTES)
        self._context.setsockopt(zmq.RCVHWM, MESSAGES)
        # Sockets in our own folder: no ports to run out of, none that another process can reach.
        self._manager = KernelManager(
            kernel_name=choice.name,
            transport="ipc",
            connection_file=str(Path(self._folder, "kernel.json")),
            context=self._context,
            config=Config({"ForkProvisioner": _settings(choice)}),
        )
        self._client: BlockingKernelClient | None = None
        self._choice = choice

    def __enter__(self) -> Kernel:
        return self.start()

    def __exit__(self, *details: object) -> None:
        self.stop()

    def start(self) -> Kernel:
        """Start the kernel, wait until it answers, and return it.

        Raises:
            KernelTroubleError: it does not start.
        """
        work = Path(self._folder, "work")
        work.mkdir()
        try:
            with _provisioner(self._choice.provisioner):
                self._manager.start_kernel(
                    cwd=str(work),
                    env={
                        **os.environ,
                        **alone(self._folder),
                        "NBGRADER_EXECUTION": "autograde",
                        **({EARLIER: self._choice.earlier} if self._choice.earlier else {}),
                    },
                    extra_arguments=list(ARGUMENTS),
                    stdout=subprocess.DEVNULL,
                    stderr=subprocess.DEVNULL,
                )
            client = self._manager.client(context=self._context)
            client.start_channels(stdin=False, hb=False, control=False)
            self._client = client
            self._wait()
        except BaseException as error:
            self.stop()
            if not isinstance(error, Exception):
                raise
            raise KernelTroubleError(
                f"The kernel '{self._choice.name}' did not start ({error}). A Jupyter kernel that "
                "runs the lesson was expected. Look for it with `jupyter kernelspec list`."
            ) from error
        return self

    def _wait(self) -> None:
        """Wait until the kernel answers, and until what it displays is heard."""
        client = self._client
        assert client is not None
        shell, iopub = client.shell_channel.socket, client.iopub_channel.socket
        poller = zmq.Poller()
        poller.register(shell, zmq.POLLIN)
        poller.register(iopub, zmq.POLLIN)
        deadline = time.monotonic() + self._choice.start_seconds
        answered = heard = False
        client.kernel_info()
        while time.monotonic() < deadline:
            events = dict(poller.poll(POLL_MILLISECONDS))
            answered |= shell in events and any(True for _ in messages(client.session, shell))
            heard |= iopub in events and any(True for _ in messages(client.session, iopub))
            if answered and heard:
                return
            if not events and not self.alive:
                raise RuntimeError("its process ended before it answered")
            if not events and answered:  # what was displayed came too early for us: ask again
                client.kernel_info()
        raise TimeoutError(f"no answer within {self._choice.start_seconds:g} s")

    def stop(self) -> None:
        """End the kernel and forget its folder."""
        with contextlib.suppress(Exception):
            if self._client is not None:
                self._client.stop_channels()
        with contextlib.suppress(Exception):
            if self._manager.has_kernel:
                self._manager.shutdown_kernel(now=True)
        with contextlib.suppress(Exception):
            self._manager.cleanup_resources()
        self._context.destroy(linger=0)
        remove_tree(self._folder)

    @property
    def alive(self) -> bool:
        """Whether the kernel's process still runs."""
        return bool(self._manager.is_alive())

    @property
    def over(self) -> str | None:
        """What the kernel used too much of, if it was ended for that."""
        return getattr(self._manager.provisioner, "over", None)

    def run(self, source: str, seconds: float, then: str = "") -> Reply:
        """Run a cell and collect what it displays.

        Args:
            source: the cell.
            seconds: after so many it is interrupted.
            then: an expression as for `ask`, evaluated after the cell if that raised nothing.

        Returns:
            How it ended. After "died" this kernel is of no more use.

        Raises:
            KernelLostError: the kernel was ended from outside.
        """
        return self._talk(source, {"answer": then} if then else {}, seconds)

    def ask(self, expression: str, seconds: float) -> Reply:
        """Evaluate an expression that returns an `inside.Answer`, and return its text.

        The answer comes with the kernel's reply, apart from everything that is displayed.
        """
        return self._talk("", {"answer": expression}, seconds)

    def answers(self, seconds: float = 3.0) -> bool:
        """Return whether the kernel still does what it is asked, with nothing to do."""
        return self.ask("None", seconds).status == "ok"

    def _talk(self, source: str, expressions: dict[str, str], seconds: float) -> Reply:
        """Send one request and listen until the kernel is idle again, dead or out of time."""
        client = self._client
        assert client is not None
        request = client.execute(
            source,
            store_history=bool(source),
            user_expressions=expressions,
            allow_stdin=False,
            stop_on_error=False,
        )
        listening = Listening(client, request, seconds)
        deadline = time.monotonic() + seconds
        status = "died"
        if listening.until(deadline, self._manager.is_alive) and listening.reply:
            status = "ok" if listening.reply.get("status") == "ok" else "error"
            if _is_about_to_end(listening.reply):  # a moment later: the next cell would be blamed
                status = "died"
        elif self.alive:
            self._manager.interrupt_kernel()
            deadline = time.monotonic() + GRACE_SECONDS
            if listening.until(deadline, self._manager.is_alive) and listening.reply:
                status = "interrupted"
        if status == "died" and getattr(self._manager.provisioner, "lost", False):
            raise KernelLostError(
                "The process from which kernels are forked was ended from outside while this "
                "submission ran, and so it was when it ran again. Nothing was recorded. Grade "
                "again; if that does not help, with fewer workers, `--workers 1` say."
            )
        deaf = status != "died" and not listening.idle and not self._is_heard()
        reply = listening.result("died" if deaf else status)
        reply.over = "It displayed more at once than can be read." if deaf else self.over
        return reply

    def _is_heard(self) -> bool:
        """Return whether what the kernel displays still arrives."""
        client = self._client
        assert client is not None
        listening = Listening(client, client.execute("", store_history=False), GRACE_SECONDS)
        listening.until(time.monotonic() + GRACE_SECONDS, self._manager.is_alive)
        return listening.idle


def _is_about_to_end(reply: dict[str, Any]) -> bool:
    """Return whether a kernel was told to exit by the cell that it answers for."""
    payload = reply.get("payload")
    return isinstance(payload, list) and any(
        isinstance(one, dict) and one.get("source") == "ask_exit" and not one.get("keepkernel")
        for one in payload
    )


@contextlib.contextmanager
def _provisioner(name: str) -> Iterator[None]:
    """Let Jupyter take this provisioner for kernels that are started meanwhile."""
    from jupyter_client.provisioning import KernelProvisionerFactory

    factory = KernelProvisionerFactory.instance()
    before = factory.default_provisioner_name
    if name:
        factory.default_provisioner_name = name
    try:
        yield
    finally:
        factory.default_provisioner_name = before

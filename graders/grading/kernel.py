"""One Jupyter kernel and a conversation with it that always comes to an end."""

from __future__ import annotations

import contextlib
import os
import subprocess
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import zmq
from jupyter_client.blocking.client import BlockingKernelClient
from jupyter_client.manager import KernelManager
from nbformat import NotebookNode
from nbformat.v4 import new_output, output_from_msg
from nbformat.v4.nbbase import validate
from traitlets.config import Config

from graders.grading import inside
from graders.grading.scratch import remove_tree
from graders.grading.warm import NAME

POLL_MILLISECONDS = 200
ALIVE_SECONDS = 0.2
GRACE_SECONDS = 3.0
TEXT_BYTES = 100_000
RICH_BYTES = 4_000_000
OUTPUTS = 300
MESSAGE_BYTES = 64_000_000
LEFT_OUT = "\n... The rest of the output was left out ...\n"


class KernelTroubleError(RuntimeError):
    """The machine, not the student, is why nothing can be run."""


@dataclass(frozen=True)
class KernelChoice:
    """Which kernel runs submissions, by the names that Jupyter knows.

    Args:
        name: the kernelspec, as in `jupyter kernelspec list`.
        provisioner: the kernel provisioner's entry point; "" leaves it to the kernelspec and to
            the environment variable JUPYTER_DEFAULT_PROVISIONER_NAME, and nothing is isolated.
        isolation: "strict", or "none" where submissions are trusted.
        start_seconds: how long a kernel may take until it answers.
    """

    name: str = "python3"
    provisioner: str = NAME
    isolation: str = "strict"
    start_seconds: float = 60.0


@dataclass
class Reply:
    """How one request to the kernel ended.

    Args:
        status: "ok", "error", "interrupted" (ran out of time, and was stopped) or "died".
        outputs: what was displayed, shortened.
        answer: for `ask`: the text that came back, or None.
        seconds: how long it was given.
        over: with status "died": what it used too much of, if it was ended for that.
    """

    status: str
    outputs: list[NotebookNode] = field(default_factory=list)
    answer: str | None = None
    seconds: float = 0.0
    over: str | None = None


class Kernel:
    """A running kernel in an empty folder of its own. Use it as a context manager."""

    def __init__(self, choice: KernelChoice) -> None:
        self._folder = tempfile.mkdtemp(prefix="graders-")
        self._context = zmq.Context()
        self._context.setsockopt(zmq.MAXMSGSIZE, MESSAGE_BYTES)
        # Sockets in our own folder: no ports to run out of, none that another process can reach.
        self._manager = KernelManager(
            kernel_name=choice.name,
            transport="ipc",
            connection_file=str(Path(self._folder, "kernel.json")),
            context=self._context,
            config=Config({"ForkProvisioner": {"isolated": choice.isolation != "none"}}),
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
                    env={**os.environ, "NBGRADER_EXECUTION": "autograde"},
                    stdout=subprocess.DEVNULL,
                    stderr=subprocess.DEVNULL,
                )
            client = self._manager.client()
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
            answered |= shell in events and bool(client.get_shell_msg(timeout=0))
            heard |= iopub in events and bool(client.get_iopub_msg(timeout=0))
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

    def run(self, source: str, seconds: float) -> Reply:
        """Run a cell and collect what it displays.

        Args:
            source: the cell.
            seconds: after so many it is interrupted.

        Returns:
            How it ended. After "died" this kernel is of no more use.
        """
        return self._talk(source, {}, seconds)

    def ask(self, expression: str, seconds: float) -> Reply:
        """Evaluate an expression that returns an `inside.Answer`, and return its text.

        The answer comes with the kernel's reply, apart from everything that is displayed.
        """
        return self._talk("", {"answer": expression}, seconds)

    def _talk(self, source: str, expressions: dict[str, str], seconds: float) -> Reply:
        """Send one request and listen until the kernel is idle again, dead or out of time."""
        client = self._client
        assert client is not None
        request = client.execute(
            source,
            store_history=not expressions,
            user_expressions=expressions,
            allow_stdin=False,
            stop_on_error=False,
        )
        listening = _Listening(client, request, seconds)
        if listening.until(time.monotonic() + seconds, self) and listening.reply:
            return listening.result("ok" if listening.reply.get("status") == "ok" else "error")
        if self.alive:
            self._manager.interrupt_kernel()
            if listening.until(time.monotonic() + GRACE_SECONDS, self) and listening.reply:
                return listening.result("interrupted")
        reply = listening.result("died")
        reply.over = self.over
        return reply


class _Listening:
    """Collects what belongs to one request, within bounds."""

    def __init__(self, client: BlockingKernelClient, request: str, seconds: float) -> None:
        self.client = client
        self.request = request
        self.seconds = seconds
        self.reply: dict[str, Any] | None = None
        self.idle = False
        self.outputs: list[NotebookNode] = []
        self.room = {"text": TEXT_BYTES, "rich": RICH_BYTES}
        self.flooded = False
        self.poller = zmq.Poller()
        self.poller.register(client.iopub_channel.socket, zmq.POLLIN)
        self.poller.register(client.shell_channel.socket, zmq.POLLIN)

    def until(self, deadline: float, kernel: Kernel) -> bool:
        """Listen; return whether the request was answered before the deadline."""
        looked = time.monotonic()
        while not (self.reply is not None and self.idle):
            now = time.monotonic()
            if now >= deadline:
                return self.reply is not None
            events = dict(self.poller.poll(POLL_MILLISECONDS))
            # The student's code can send any message; one that is malformed is left out.
            with contextlib.suppress(Exception):
                if self.client.shell_channel.socket in events:
                    message = self.client.get_shell_msg(timeout=0)
                    if message["parent_header"].get("msg_id") == self.request:
                        self.reply = dict(message["content"])
                        # What is still on its way may be long, its end may have been dropped.
                        deadline = min(deadline, time.monotonic() + GRACE_SECONDS)
            if self.client.iopub_channel.socket in events:
                with contextlib.suppress(Exception):
                    self._take(self.client.get_iopub_msg(timeout=0))
            elif self.reply is None and now - looked > ALIVE_SECONDS:
                looked = now
                if not kernel.alive:
                    return False
        return True

    def _take(self, message: dict[str, Any]) -> None:
        """Keep an output of this request, if it is well formed and there is room."""
        kind, content = message["msg_type"], message["content"]
        if message["parent_header"].get("msg_id") != self.request:
            return
        if kind == "status":
            self.idle = content.get("execution_state") == "idle"
        elif kind == "clear_output":
            self.outputs = []
        elif kind == "stream":
            self._keep_text("stderr" if content["name"] == "stderr" else "stdout", content["text"])
        elif kind in ("display_data", "execute_result", "error"):
            size = len(str(content))
            self.room["rich"] -= size
            if self.room["rich"] < 0 or len(self.outputs) >= OUTPUTS:
                self._left_out()
                return
            output = output_from_msg(message)
            validate(output, ref=kind)
            self.outputs.append(output)

    def _keep_text(self, name: str, text: str) -> None:
        room = self.room["text"]
        self.room["text"] = max(0, room - len(text))
        if room and (len(self.outputs) < OUTPUTS or self.outputs[-1].output_type == "stream"):
            self._stream(name, str(text[:room]))
        if len(text) > room:
            self._left_out()

    def _left_out(self) -> None:
        if not self.flooded:
            self.flooded = True
            self._stream("stdout", LEFT_OUT)

    def _stream(self, name: str, text: str) -> None:
        """Add printed text, to the output before where that is of the same stream."""
        last = self.outputs[-1] if self.outputs else None
        if last is not None and last.output_type == "stream" and last.name == name:
            last.text += text
        else:
            self.outputs.append(new_output("stream", name=name, text=text))

    def result(self, status: str) -> Reply:
        """Return the reply, with the answer to `ask` taken out of it."""
        answer = None
        with contextlib.suppress(Exception):
            answer = (self.reply or {})["user_expressions"]["answer"]["data"][inside.MIME]
        text = answer if isinstance(answer, str) else None
        return Reply(status, self.outputs, text, self.seconds)


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

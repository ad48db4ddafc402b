"""Listening to a kernel that may say anything."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import zmq
from jupyter_client.blocking.client import BlockingKernelClient
from nbformat import NotebookNode
from nbformat.v4 import new_output, output_from_msg

from graders.grading.running import inside

POLL_MILLISECONDS = 200
ALIVE_SECONDS = 0.2
GRACE_SECONDS = 3.0
TEXT_BYTES = 100_000
RICH_BYTES = 4_000_000
OUTPUTS = 300
AT_ONCE = 100
READ_BYTES, ITEMS = 8_000_000, 2_000_000
"""How long a message may be to be read; and its items: each becomes a Python object."""
LEFT_OUT = "\n... The rest of the output was left out ...\n"


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


def messages(session: Any, socket: Any) -> Iterator[dict[str, Any] | None]:
    """Yield the messages that have arrived, not too many; None for one that is too long to read.

    The student's code can send any message, with the kernel's own key, and more than we can read.
    What is malformed is left out.
    """
    for _ in range(AT_ONCE):
        try:
            frames = socket.recv_multipart(zmq.NOBLOCK)
        except zmq.Again:
            return
        items = sum(frame.count(sign) for frame in frames for sign in (b",", b"[", b"{"))
        if items > ITEMS or sum(map(len, frames)) > READ_BYTES:
            yield None
            continue
        with contextlib.suppress(Exception):
            yield session.deserialize(session.feed_identities(frames)[1])


class Listening:
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
        self.shell, self.iopub = client.shell_channel.socket, client.iopub_channel.socket
        self.poller = zmq.Poller()
        self.poller.register(self.iopub, zmq.POLLIN)
        self.poller.register(self.shell, zmq.POLLIN)

    def until(self, deadline: float, alive: Callable[[], bool]) -> bool:
        """Listen; return whether the request was answered before the deadline."""
        session, looked = self.client.session, time.monotonic()
        while not (self.reply is not None and self.idle):
            now = time.monotonic()
            if now >= deadline:
                return self.reply is not None
            events = dict(self.poller.poll(POLL_MILLISECONDS))
            if self.shell in events:
                for message in messages(session, self.shell):
                    if self._answered(message):
                        # What is still on its way may be long, its end may have been dropped.
                        deadline = min(deadline, time.monotonic() + GRACE_SECONDS)
            if self.iopub in events:
                for message in messages(session, self.iopub):
                    self._take(message)
                    if time.monotonic() > deadline:
                        break
            elif self.reply is None and now - looked > ALIVE_SECONDS:
                looked = now
                if not alive():
                    return False
        return True

    def _answered(self, message: dict[str, Any] | None) -> bool:
        """Return whether a message is the reply to this request, and keep it."""
        with contextlib.suppress(Exception):
            if message is not None and message["parent_header"].get("msg_id") == self.request:
                self.reply = dict(message["content"])
                return True
        return False

    def _take(self, message: dict[str, Any] | None) -> None:
        """Keep an output of this request, if it is well formed and there is room."""
        if message is None:
            self._left_out()
            return
        with contextlib.suppress(Exception):
            self._keep(message)

    def _keep(self, message: dict[str, Any]) -> None:
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
            self.outputs.append(output_from_msg(message))

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

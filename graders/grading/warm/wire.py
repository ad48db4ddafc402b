"""What a client and the warm parent say to each other: JSON, one message a packet."""

from __future__ import annotations

import json
import socket
from dataclasses import asdict, dataclass, field
from typing import Any

from graders.grading.isolation.bounds import Bounds

MOST_BYTES = 150_000


@dataclass(frozen=True)
class Request:
    """A kernel to fork.

    Args:
        argv: the arguments of ipykernel.
        connection: what would stand in the connection file.
        env: the environment, all of it.
        cwd: where the kernel starts.
        scratch: the folders in which it may write.
        sockets: the folder of its sockets.
        isolated: whether it is confined.
        bounds: how much it may use.
    """

    argv: list[str]
    connection: dict[str, Any]
    env: dict[str, str]
    cwd: str
    scratch: list[str]
    sockets: str
    isolated: bool = True
    bounds: Bounds = field(default_factory=Bounds)

    def to_json(self) -> dict[str, Any]:
        """Return the request as JSON data."""
        return asdict(self)

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Request:
        """Return the request that `to_json` wrote."""
        return cls(**{**data, "bounds": Bounds(**data["bounds"])})


def send(to: socket.socket, message: dict[str, Any]) -> None:
    """Send a message.

    Raises:
        OSError: the other side is gone, or the message is too long.
    """
    to.sendall(json.dumps(message).encode())


def receive(of: socket.socket) -> dict[str, Any] | None:
    """Return the next message, or None when the other side is gone."""
    data = of.recv(MOST_BYTES)
    message: dict[str, Any] | None = json.loads(data) if data else None
    return message

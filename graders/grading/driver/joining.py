"""Join a Dask cluster that somebody else started, and make its workers ready."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import warnings
from collections.abc import Iterator
from typing import Any

from distributed import Client, Security, WorkerPlugin
from distributed.core import coerce_to_address, rpc
from distributed.versions import VersionMismatchWarning

from graders.errors import RefusalError, WorkersError
from graders.grading.driver.versions import other_versions, versions

SECONDS = 10.0
"""How long a scheduler may take to answer."""

NOISY = ("distributed", "tornado", "bokeh")

OURS = "graders"
"""What the names of our plugins begin with."""


def silence() -> None:
    """Keep Dask's own log off the terminal, for good: some of it comes after the end.

    What matters to the person there is said in sentences by those who call this package.
    """
    known = logging.root.manager.loggerDict
    for name in ("asyncio", *(name for name in known if name.partition(".")[0] in NOISY)):
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)


@contextlib.contextmanager
def join(address: str) -> Iterator[Client]:
    """Connect to a scheduler whose workers are like this machine.

    Args:
        address: the scheduler's, as in `tcp://HOST:8786`.

    Raises:
        WorkersError: nothing answers there, or its workers have other versions.
    """
    try:
        # A client waits for ever for something that takes the connection and never speaks.
        kind = asyncio.run(asyncio.wait_for(_who(address), SECONDS))
        if kind != "Scheduler":
            raise ValueError(f"there is a {kind.lower()}")
        with warnings.catch_warnings():  # what must be the same is compared here
            warnings.simplefilter("ignore", VersionMismatchWarning)
            client = Client(address, timeout=SECONDS, set_as_default=False)
    except Exception as error:  # of many kinds: the address, the network, certificates, a handshake
        raise WorkersError(
            f"No Dask scheduler answers at {address} ({_first_line(error)}). Expected one, as in "
            "tcp://HOST:8786 or tls://HOST:8786. Start it, or check the address; without "
            "--scheduler the workers are started on this machine."
        ) from error
    with client:
        _refuse_other_versions(client, address)
        client.run_on_scheduler(_sweep)
        yield client


async def _who(address: str) -> str:
    """Return what answers at an address: "Scheduler", or "Worker", say."""
    secured = Security().get_connection_args("client")
    whole = coerce_to_address(address)
    async with rpc(whole, connection_args=secured) as other:
        return str((await other.identity())["type"])


def _refuse_other_versions(client: Client, address: str) -> None:
    """Raise WorkersError where the scheduler or a worker cannot grade as this process would."""
    try:
        found = {"The scheduler": client.run_on_scheduler(versions)}
    except Exception as error:
        raise _lacking(f"The scheduler at {address}", error) from error
    there = client.run(versions, on_error="return")
    found |= {f"The worker {worker}": answer for worker, answer in there.items()}
    for who, answer in found.items():
        if isinstance(answer, BaseException):
            raise _lacking(who, answer) from answer
        if answer != versions():
            raise WorkersError(other_versions(who, answer))


def _lacking(who: str, error: BaseException) -> WorkersError:
    return WorkersError(
        f"{who} cannot load this package ({_first_line(error)}). Expected {versions()}, as here. "
        "Install it there, for the scheduler and for every worker, and grade again."
    )


@contextlib.contextmanager
def registered(client: Client, plugin: WorkerPlugin, name: str) -> Iterator[str]:
    """Have a plugin in every worker, also in those that join or are replaced, and yield its name.

    Raises:
        WorkersError: it fails in a worker.
    """
    whole = f"{OURS} {client.id} {name}"
    try:
        client.register_plugin(plugin, name=whole)
    except RefusalError as error:
        raise WorkersError(f"A worker of the cluster: {error}") from error
    except Exception as error:
        raise WorkersError(
            f"A worker could not be made ready ({_first_line(error)}). Expected one that grades. "
            "Look at the workers' logs."
        ) from error
    try:
        yield whole
    finally:
        with contextlib.suppress(Exception):  # it ends with the connection
            client.unregister_worker_plugin(whole)


async def _sweep(dask_scheduler: Any) -> None:
    """Forget what coordinators left with a scheduler that were killed; it runs there."""
    for name in list(dask_scheduler.worker_plugins):
        ours, _, rest = name.partition(" ")
        if ours == OURS and rest.partition(" ")[0] not in dask_scheduler.clients:
            await dask_scheduler.unregister_worker_plugin(None, name=name)


def _first_line(error: BaseException) -> str:
    text = str(error).strip() or type(error).__name__
    return text.splitlines()[0][:200]

"""Clients: processes of their own, each with its own connection, let go together."""

import os
import random
import signal
import sys
import time
import traceback
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass

from asks import Ask, Attempt, Slots
from stores import Client

Opened = Callable[[], Client]
"""Opens a connection of the client's own."""


@dataclass(frozen=True)
class Race:
    attempts: list[Attempt]
    killed: int
    """How many clients a SIGKILL ended before they had asked everything."""
    seconds: float
    """How long it took from the start on."""


def race(
    open_client: Opened,
    asks: Sequence[Sequence[Ask]],
    meanwhile: Callable[[Sequence[int]], None] | None = None,
) -> Race:
    """Lets one client for each list of asks go at once, and returns what they were told.

    `meanwhile` is called with their processes as soon as they run.
    """
    every = [ask for client in asks for ask in client]
    slots = Slots(len(every))
    ready, go = os.pipe(), os.pipe()
    children, number = [], 0
    for client in asks:
        child = os.fork()
        if child == 0:
            run(open_client, client, slots, number, ready, go)
        children.append(child)
        number += len(client)
    os.close(ready[1])
    os.close(go[0])
    for _ in children:
        if not os.read(ready[0], 1):
            break
    os.close(ready[0])
    begun = time.monotonic()
    os.close(go[1])
    if meanwhile is not None:
        meanwhile(children)
    statuses = [os.waitpid(child, 0)[1] for child in children]
    if any(os.WIFEXITED(status) and os.WEXITSTATUS(status) for status in statuses):
        raise SystemExit("stores: a client failed (above)")
    seconds = time.monotonic() - begun
    return Race(list(slots.attempts(every)), sum(map(os.WIFSIGNALED, statuses)), seconds)


def run(
    open_client: Opened,
    asks: Sequence[Ask],
    slots: Slots,
    number: int,
    ready: tuple[int, int],
    go: tuple[int, int],
) -> None:
    """The client's process: connects, waits for the others, asks. Never returns."""
    try:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        os.close(ready[0])
        os.close(go[1])
        client = open_client()
        os.write(ready[1], b".")
        os.close(ready[1])
        os.read(go[0], 1)
        for offset, ask in enumerate(asks):
            if not client.ask(ask, slots, number + offset):
                break
    except BaseException:
        traceback.print_exc()
        sys.stderr.flush()
        os._exit(1)
    os._exit(0)


def kill(children: Sequence[int], within: float) -> None:
    """Kills each one by SIGKILL at a random moment within so many seconds."""
    begun = time.monotonic()
    for at, child in sorted((random.uniform(0, within), child) for child in children):
        time.sleep(max(0.0, begun + at - time.monotonic()))
        with suppress(ProcessLookupError):
            os.kill(child, signal.SIGKILL)

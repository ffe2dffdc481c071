"""What the caller brings; and the system's clock and randomness where the caller brings none."""

import os
import time
from datetime import date, datetime
from typing import TYPE_CHECKING, TypeAlias

__all__ = ["Buffer", "Moment", "TextOrBytes", "civil_date", "random_bytes", "seconds"]

if TYPE_CHECKING:
    from typing_extensions import Buffer
else:  # collections.abc has it from Python 3.12 on.
    Buffer = bytes | bytearray | memoryview

TextOrBytes: TypeAlias = str | Buffer
"""Text, taken as UTF-8, or bytes."""

Moment: TypeAlias = int | datetime
"""Whole seconds since the Unix epoch, or a `datetime` with a time zone."""


def seconds(now: Moment | None) -> int:
    """Returns `now`, or the system's time, in whole seconds since the Unix epoch."""
    if now is None:
        return int(time.time())
    if not isinstance(now, datetime):
        return now
    if now.utcoffset() is None:
        raise ValueError("a datetime without a time zone is no moment")
    return int(now.timestamp() // 1)


def random_bytes(given: Buffer | None, length: int) -> Buffer:
    """Returns the bytes `given`, or `length` bytes of the system's generator."""
    return os.urandom(length) if given is None else given


def civil_date(today: date | None) -> date:
    """Returns `today`, or the system's local date."""
    return date.today() if today is None else today

"""The verified core of signing in to a government service.

Each family is a module: `password`, `answer`, `otp`, `recovery`, `challenge`, `device`, `throttle`,
`identifier`, `name`, `identity`; `state` has the service's key, and `message` the languages.

Three kinds of result, never folded into one another:

- An **outcome** is what an honest or hostile end user causes: a wrong code, an expired one. It is a
  frozen value for `match`, with its wire name (`name`) and a sentence for the person (`message`).
- An **error** means that the request could not be decided: a stored hash that does not parse,
  parameters out of range. It is a `SceauError`, which says nothing of the input.
- What has the wrong type, or does not fit its type, is Python's own `TypeError`, `ValueError` or
  `OverflowError`.

Text is `str`; bytes are any buffer (`bytes`, `bytearray`, `memoryview`), copied before anything
else can write to them. Offsets (`at`) count bytes of the text's UTF-8. Times are seconds since the
Unix epoch or aware `datetime`s; the clock and the randomness are the system's unless `now`, `today`
or `entropy` is given.
"""

from importlib.metadata import version

from sceau import (
    answer,
    challenge,
    device,
    code,
    identifier,
    identity,
    message,
    name,
    otp,
    password,
    recovery,
    state,
    throttle,
)
from sceau._errors import SceauError
from sceau.message import Language
from sceau.state import ServiceKey

__all__ = [
    "Language",
    "SceauError",
    "ServiceKey",
    "answer",
    "challenge",
    "device",
    "code",
    "identifier",
    "identity",
    "message",
    "name",
    "otp",
    "password",
    "recovery",
    "state",
    "throttle",
]

__version__ = version("sceau")

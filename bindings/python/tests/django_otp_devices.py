"""Makes devices of django-otp in a database, and has it verify tokens: a program of its own, since
Django is set up once in a process.

django_otp_devices.py DATABASE: reads lists of calls as JSON, and writes what each returned.
"""

import json
import sys
from typing import Any
from unittest import mock

import django  # type: ignore[import-untyped]
from django.conf import settings  # type: ignore[import-untyped]

settings.configure(
    DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": sys.argv[1]}},
    INSTALLED_APPS=[
        "django.contrib.auth",
        "django.contrib.contenttypes",
        "django_otp",
        "django_otp.plugins.otp_hotp",
        "django_otp.plugins.otp_totp",
    ],
    OTP_HOTP_THROTTLE_FACTOR=0,
    OTP_TOTP_THROTTLE_FACTOR=0,
    USE_TZ=True,
)
django.setup()

from django.contrib.auth.models import User  # type: ignore[import-untyped]
from django.core.management import call_command  # type: ignore[import-untyped]
from django_otp.plugins.otp_hotp.models import HOTPDevice  # type: ignore[import-untyped]
from django_otp.plugins.otp_totp.models import TOTPDevice  # type: ignore[import-untyped]

DEVICES = {"hotp": HOTPDevice, "totp": TOTPDevice}


def create(kind: str, **fields: Any) -> int:
    """Makes a user with a device, and returns the user's id."""
    user = User.objects.create_user(f"user{User.objects.count()}")
    DEVICES[kind].objects.create(user=user, **fields)
    return int(user.id)


def verify(kind: str, user: int, token: str, now: int) -> bool:
    """Has django-otp verify a token at a time."""
    with mock.patch("django_otp.plugins.otp_totp.models.time.time", return_value=float(now)):
        return bool(DEVICES[kind].objects.get(user_id=user).verify_token(token))


call_command("migrate", verbosity=0)
for line in sys.stdin:
    call, arguments = json.loads(line)
    print(json.dumps((create if call == "create" else verify)(**arguments)), flush=True)

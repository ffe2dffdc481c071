# The README's example: checks the code of an authenticator app.

from sceau import Language
from sceau.otp import OtpSecret, Totp, TotpAccepted

totp = Totp()
secret = OtpSecret(b"12345678901234567890")
match totp.verify("287 082", secret=secret, now=59, last=None):
    case TotpAccepted(step=step):
        print(f"accepted, store step {step}")
    case outcome:
        print(outcome.message(Language.ENGLISH))

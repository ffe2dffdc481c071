import org.sceau.OtpSecret
import org.sceau.Totp
import org.sceau.TotpOutcome
import org.sceau.UnixTime

private val totp = Totp()

/** Returns what became of a code; `last` is the step that is stored for the account. */
fun verify(secret: String, typed: String, last: ULong?, now: UnixTime): TotpOutcome =
    OtpSecret.fromBase32(secret).use { totp.verify(it, typed, last = last, now = now) }

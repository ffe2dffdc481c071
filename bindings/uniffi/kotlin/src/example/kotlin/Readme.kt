// The README's example: checks the code of an authenticator app.

import org.sceau.Language
import org.sceau.OtpSecret
import org.sceau.Totp
import org.sceau.TotpOutcome
import org.sceau.UnixTime

fun main() {
    val totp = Totp()
    val secret = OtpSecret("12345678901234567890".toByteArray())
    when (val outcome = totp.verify(secret, "287 082", last = null, now = UnixTime(59u))) {
        is TotpOutcome.Accepted -> println("accepted, store step ${outcome.step}")
        else -> println(outcome.message(Language.ENGLISH))
    }
}

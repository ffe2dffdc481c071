package org.sceau.vectors

import kotlin.time.Duration.Companion.seconds
import org.sceau.Digits
import org.sceau.Hotp
import org.sceau.HotpOutcome
import org.sceau.OtpAlgorithm
import org.sceau.OtpException
import org.sceau.OtpSecret
import org.sceau.Totp
import org.sceau.TotpOutcome
import org.sceau.UnixTime

// otp/*.txt

internal fun hotp(record: Record): String = otp {
    hotpOf(record).code(secret(record), record.ulong("counter", 0u)).compact
}

internal fun hotpVerify(record: Record): String = otp {
    val (hotp, secret) = hotpOf(record) to secret(record)
    when (val outcome = hotp.verify(secret, record.text("code"), record.ulong("counter", 0u))) {
        is HotpOutcome.Accepted -> "accepted ${outcome.next}"
        else -> outcome.wireName
    }
}

internal fun totp(record: Record): String = otp {
    totpOf(record).code(secret(record), now(record)).compact
}

internal fun totpVerify(record: Record): String = otp {
    val last = record.optional("last")?.toULong()
    val (totp, secret) = totpOf(record) to secret(record)
    when (val outcome = totp.verify(secret, record.text("code"), last, now(record))) {
        is TotpOutcome.Accepted -> "accepted ${outcome.step}"
        else -> outcome.wireName
    }
}

private fun hotpOf(record: Record) =
    Hotp(algorithm(record), digits(record), record.int("look-ahead", 0))

private fun totpOf(record: Record) =
    Totp(
        algorithm(record),
        digits(record),
        record.int("period", 30).seconds,
        record.int("past", 1),
        record.int("future", 1),
    )

private fun algorithm(record: Record) =
    OtpAlgorithm.entries.first { it.wireName == (record.optional("algorithm") ?: "SHA1") }

private fun digits(record: Record) = checkNotNull(Digits.of(record.int("digits", 6)))

private fun secret(record: Record) = OtpSecret(fromHex(record.text("secret")))

private fun now(record: Record) = UnixTime(record.ulong("now", 0u))

private fun otp(run: () -> String): String =
    try {
        run()
    } catch (e: OtpException) {
        error(e)
    }

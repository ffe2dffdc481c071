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
    val (hotp, secret) = hotpOf(record) to secret(record)
    val counter = record.ulong("counter", 0u)
    val code = hotp.code(secret, counter).compact
    code.also { check(it == hotp.prepare(secret).code(counter).compact) }
}

internal fun hotpVerify(record: Record): String = otp {
    val (hotp, secret) = hotpOf(record) to secret(record)
    val (typed, counter) = record.text("code") to record.ulong("counter", 0u)
    val outcome = hotp.verify(secret, typed, counter)
    check(outcome == hotp.prepare(secret).verify(typed, counter))
    said(outcome)
}

internal fun hotpResync(record: Record): String = otp {
    val (first, second) = record.text("first") to record.text("second")
    val prepared = hotpOf(record).prepare(secret(record))
    said(prepared.resynchronize(first, second, record.ulong("counter", 0u)))
}

private fun said(outcome: HotpOutcome) =
    if (outcome is HotpOutcome.Accepted) "accepted ${outcome.next}" else outcome.wireName

internal fun totp(record: Record): String = otp {
    val (totp, secret) = totpOf(record) to secret(record)
    val code = totp.code(secret, now(record)).compact
    code.also { check(it == totp.prepare(secret).code(now(record)).compact) }
}

internal fun totpClock(record: Record): String = otp {
    val (totp, now) = totpOf(record) to now(record)
    val step = totp.step(now)
    val until = totp.acceptedUntil(step).seconds
    "step $step remaining ${totp.remaining(now).inWholeSeconds} until $until"
}

internal fun totpVerify(record: Record): String = otp {
    val (totp, secret) = totpOf(record) to secret(record)
    val (typed, last) = record.text("code") to record.optional("last")?.toULong()
    val prepared = totp.prepare(secret)
    if (record.optional("drift-bound") == null) {
        val outcome = totp.verify(secret, typed, last, now(record))
        check(outcome == prepared.verify(typed, last, now(record)))
        said(outcome)
    } else {
        val learned = prepared.verifyDrifting(typed, last, record.int("drift", 0), now(record))
        "${said(learned.outcome)} drift ${learned.drift}"
    }
}

private fun said(outcome: TotpOutcome) =
    if (outcome is TotpOutcome.Accepted) "accepted ${outcome.step}" else outcome.wireName

private fun hotpOf(record: Record): Hotp {
    val make = if (unchecked(record)) Hotp.Companion::uncheckedPolicy else ::Hotp
    return make(
        algorithm(record),
        digits(record),
        record.int("look-ahead", 0),
        record.int("resync", 100),
    )
}

private fun totpOf(record: Record): Totp {
    val make = if (unchecked(record)) Totp.Companion::uncheckedPolicy else ::Totp
    return make(
        algorithm(record),
        digits(record),
        record.int("period", 30).seconds,
        record.int("past", 1),
        record.int("future", 1),
        record.int("past-s", 0).seconds,
        record.int("future-s", 0).seconds,
        record.int("drift-bound", 0),
    )
}

internal fun unchecked(record: Record) = record.optional("unchecked") != null

internal fun algorithm(record: Record) =
    OtpAlgorithm.entries.first { it.wireName == (record.optional("algorithm") ?: "SHA1") }

internal fun digits(record: Record) = checkNotNull(Digits.of(record.int("digits", 6)))

private fun secret(record: Record): OtpSecret {
    val bytes = fromHex(record.text("secret"))
    return if (unchecked(record)) OtpSecret.uncheckedPolicy(bytes) else OtpSecret(bytes)
}

private fun now(record: Record) = UnixTime(record.ulong("now", 0u))

private fun otp(run: () -> String): String =
    try {
        run()
    } catch (e: OtpException) {
        error(e)
    }

package org.sceau.vectors

import kotlin.time.Duration.Companion.seconds
import org.sceau.OtpReading
import org.sceau.OtpSecret
import org.sceau.OtpTextException
import org.sceau.OtpUri

// otp/base32.txt, otp/uri.txt and otp/uri_write.txt

internal fun base32(record: Record): String = otpText {
    val (text, reading) = text(record, "text") to reading(record)
    val secret =
        if (unchecked(record)) OtpSecret.fromBase32UncheckedPolicy(text, reading)
        else OtpSecret.fromBase32(text, reading)
    check(secret.base32() == secret.base32Groups().replace(" ", ""))
    "${toHex(secret.expose())} ${secret.base32Groups()}"
}

internal fun uri(record: Record): String = otpText {
    val (text, reading) = text(record, "text") to reading(record)
    val uri =
        if (unchecked(record)) OtpUri.parseUncheckedPolicy(text, reading)
        else OtpUri.parse(text, reading)
    val kind = uri.period?.let { "totp ${it.inWholeSeconds}" } ?: "hotp ${uri.counter}"
    val secret = toHex(uri.secret.expose())
    "$kind ${uri.algorithm.wireName} ${uri.digits.count} $secret [${uri.issuer}] [${uri.account}]"
}

internal fun uriWrite(record: Record): String = otpText {
    val counter = record.ulong("counter", 0u).takeIf { record.text("kind") == "hotp" }
    val (issuer, account) = text(record, "issuer") to text(record, "account")
    val secret = OtpSecret.uncheckedPolicy(fromHex(record.text("secret")))
    val (algorithm, digits) = algorithm(record) to digits(record)
    val period = record.int("period", 30).seconds
    val make = if (unchecked(record)) OtpUri.Companion::uncheckedPolicy else ::OtpUri
    val uri = make(issuer, account, secret, algorithm, digits, period, counter)
    uri.text()
}

private fun reading(record: Record) =
    OtpReading.entries.first { it.wireName == (record.optional("reading") ?: "lenient") }

private fun text(record: Record, name: String) = record.bytes(name).decodeToString()

private fun otpText(run: () -> String): String =
    try {
        run()
    } catch (e: OtpTextException) {
        error(e, e.error.at)
    }

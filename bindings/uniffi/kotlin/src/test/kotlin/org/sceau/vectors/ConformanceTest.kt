package org.sceau.vectors

import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Test

/**
 * Runs every record of `tests/vectors`, and prints how many each file has: a port of
 * conformance.rs.
 */
class ConformanceTest {
    @Test
    fun `every record of every file holds`() {
        val (failures, counts) = mutableListOf<String>() to mutableListOf<String>()
        for ((name, file) in vectorFiles()) {
            val run = checkNotNull(handlers[name]) { "no handler for $name.txt" }
            val records = records(file)
            for (record in records) {
                val (actual, expected) = run(record) to record.text("expect")
                if (actual != expected)
                    failures += "$name: ${record.comment}\n  not $actual\n  but $expected"
            }
            counts += "$name: ${records.size}"
        }
        assertEquals("", failures.joinToString("\n"))
        counts.forEach(::println)
        val written = checkout.resolve("build/counts/kotlin.txt")
        written.parentFile.mkdirs()
        written.writeText(counts.joinToString("\n", postfix = "\n"))
    }

    private val handlers: Map<String, (Record) -> String> =
        mapOf(
            "challenge/life" to ::challenge,
            "challenge/post" to ::challenge,
            "device/life" to ::device,
            "golden/challenge" to ::challenge,
            "golden/device" to ::device,
            "golden/recovery" to ::recovery,
            "golden/throttle" to ::throttle,
            "identifier/age" to ::age,
            "identifier/expiry" to ::expiry,
            "identifier/level" to ::level,
            "identifier/nam" to ::nam,
            "identifier/nas" to ::nas,
            "identifier/neq" to ::neq,
            "identifier/parse" to ::parse,
            "identifier/pseudonym" to ::pseudonym,
            "identifier/synthetic" to ::synthetic,
            "identifier/typing" to ::typing,
            "identity/check" to ::identity,
            "name/compare" to ::compare,
            "name/distance" to ::distance,
            "name/fold" to ::fold,
            "name/fold_icao" to ::foldIcao,
            "name/matches_icao" to ::matchesIcao,
            "name/versioned" to ::versioned,
            "otp/base32" to ::base32,
            "otp/hotp" to ::hotp,
            "otp/hotp_resync" to ::hotpResync,
            "otp/hotp_verify" to ::hotpVerify,
            "otp/recovery" to ::recovery,
            "otp/totp" to ::totp,
            "otp/totp_clock" to ::totpClock,
            "otp/totp_verify" to ::totpVerify,
            "otp/uri" to ::uri,
            "otp/uri_write" to ::uriWrite,
            "password/argon2" to ::verify,
            "password/answer" to ::answer,
            "password/hash" to ::hash,
            "password/legacy" to ::verify,
            "password/pepper" to ::verify,
            "password/policy" to ::policy,
            "password/verify" to ::verify,
            "throttle/life" to ::throttle,
        )
}

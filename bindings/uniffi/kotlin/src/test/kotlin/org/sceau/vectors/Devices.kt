package org.sceau.vectors

import kotlin.time.Duration.Companion.seconds
import org.sceau.Device
import org.sceau.DeviceOutcome
import org.sceau.DevicePolicy
import org.sceau.DevicePolicyException
import org.sceau.Entropy

// device/life.txt: a record is one row's life, step by step; devices.rs says how.

internal fun device(record: Record): String =
    try {
        val lifetime = record.optional("lifetime")?.toLong()?.seconds
        val policy = lifetime?.let(::DevicePolicy) ?: DevicePolicy.DEFAULT
        steps(record, DeviceRow(record, policy)::step)
    } catch (e: DevicePolicyException) {
        error(e)
    }

private class DeviceRow(record: Record, private val policy: DevicePolicy) : Row(record) {
    fun step(step: String): String {
        val (verb, rest) = step.cut()
        val (now, token) = rest.cut()
        return when (verb) {
            "remember" -> remember(now)
            "verify" -> {
                val verified = stored().verify(key(), user, token, time(now))
                state = verified.next.toByteArray()
                answer(verified.outcome) + if (verified.clockBack) " clock_back" else ""
            }
            "revoke" -> {
                state = stored().revoke(key(), user, time(now)).toByteArray()
                "done"
            }
            "find" -> Device.selectorOf(rest)?.let(::toHex) ?: "none"
            "selector" -> toHex(stored().selector)
            "generation" -> stored().generation.toString()
            else -> common(step)
        }
    }

    private fun remember(now: String): String {
        val entropy = Entropy { fromHex(record.text("entropy")).copyInto(it) }
        val remembered = Device.remember(key(), user, policy, time(now), entropy)
        state = remembered.state.toByteArray()
        return "remembered ${remembered.token.text} ${remembered.expires.seconds}"
    }

    private fun stored() = Device.fromByteArray(checkNotNull(state))

    private fun answer(outcome: DeviceOutcome) =
        when (outcome) {
            is DeviceOutcome.Accepted -> {
                val rotated = if (outcome.rotated) " rotated" else ""
                "accepted ${outcome.token.text} ${outcome.expires.seconds}$rotated"
            }
            else -> outcome.wireName
        }
}

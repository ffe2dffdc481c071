package org.sceau.vectors

import kotlin.time.Duration.Companion.seconds
import org.sceau.Challenge
import org.sceau.ChallengeBinding
import org.sceau.ChallengeChannel
import org.sceau.ChallengeLimits
import org.sceau.ChallengeOutcome
import org.sceau.ChallengePolicy
import org.sceau.ChallengePolicyException
import org.sceau.ChallengePurpose
import org.sceau.DeliverOutcome
import org.sceau.Digits
import org.sceau.Entropy
import org.sceau.IssueOutcome
import org.sceau.LetterCode
import org.sceau.RecoveryCodes
import org.sceau.RecoveryOutcome
import org.sceau.Origin
import org.sceau.ServiceKey
import org.sceau.StateException
import org.sceau.Throttle
import org.sceau.ThrottleLimits
import org.sceau.ThrottleOutcome
import org.sceau.ThrottlePolicy
import org.sceau.ThrottlePolicyException
import org.sceau.ThrottleSubject
import org.sceau.Transition
import org.sceau.UnixTime

// challenge/life.txt, throttle/life.txt and otp/recovery.txt: a record is one row's life, step by
// step; states.rs says how. device/life.txt is in Devices.kt.

internal fun challenge(record: Record): String =
    try {
        val row = ChallengeRow(record, ChallengePolicy(challengeLimits(record)))
        steps(record, row::step)
    } catch (e: ChallengePolicyException) {
        error(e)
    }

internal fun throttle(record: Record): String =
    try {
        val row = ThrottleRow(record, ThrottlePolicy(throttleLimits(record)))
        steps(record, row::step)
    } catch (e: ThrottlePolicyException) {
        error(e)
    }

internal fun recovery(record: Record): String = steps(record, RecoveryRow(record)::step)

internal fun steps(record: Record, run: (String) -> String) =
    record.text("steps").split("; ").joinToString("; ") {
        try {
            run(it)
        } catch (e: StateException) {
            error(e)
        }
    }

/** Who asks, with which key; and the row that is stored. */
internal open class Row(protected val record: Record) {
    protected var user = record.optional("user") ?: record.optional("subject") ?: ""
    private var origin = record.optional("origin")?.let(Origin::parse)
    private var channel = record.optional("channel") ?: "email"
    protected var state: ByteArray? = null
    private var purpose = record.optional("purpose") ?: "address_validation"
    private var keyId = record.optional("key-id")?.toUInt() ?: 1u

    protected fun key() = ServiceKey(keyId, fromHex(record.text("key")))

    protected fun subject() =
        origin?.let { ThrottleSubject.Address(it) } ?: ThrottleSubject.Account(user)

    protected fun binding() =
        ChallengeBinding(
            ChallengePurpose.entries.first { it.wireName == purpose },
            ChallengeChannel.entries.first { it.wireName == channel },
            user,
            record.text("destination"),
        )

    /** Runs the steps that all machines have, on the bytes of the state. */
    protected fun common(step: String): String {
        val (verb, rest) = step.cut()
        when (verb) {
            "user",
            "subject" -> {
                user = rest
                origin = null
            }
            "origin" -> origin = Origin.parse(rest) ?: return "not_an_address"
            "channel" -> channel = rest
            "purpose" -> purpose = rest
            "key-id" -> keyId = rest.toUInt()
            "state" -> return toHex(state ?: byteArrayOf())
            "cut" -> state = checkNotNull(state).copyOf(rest.toInt())
            "set" -> {
                val (at, hex) = rest.cut()
                fromHex(hex).copyInto(checkNotNull(state), at.toInt())
            }
            else -> error("step $step")
        }
        return "-"
    }
}

private class ChallengeRow(record: Record, private val policy: ChallengePolicy) : Row(record) {
    fun step(step: String): String {
        val (verb, rest) = step.cut()
        val (now, typed) = rest.cut()
        return when (verb) {
            "issue" ->
                keep(
                    Challenge.issue(stored(), key(), binding(), policy, time(now), entropy()),
                    ::answer,
                )
            "verify" -> keep(some().verify(key(), binding(), typed, time(now)), ::answer)
            "deliver" ->
                when (val outcome = some().deliver(key(), binding(), time(now))) {
                    is DeliverOutcome.Live -> "live ${outcome.code.compact}"
                    else -> outcome.wireName
                }
            "lift" -> {
                state = some().lift(key(), binding(), time(now)).toByteArray()
                "done"
            }
            "generation" -> some().generation.toString()
            else -> common(step)
        }
    }

    private fun stored() = state?.let(Challenge::fromByteArray)

    private fun some() = checkNotNull(stored())

    private fun entropy() = Entropy { fromHex(record.text("entropy")).copyInto(it) }

    private fun <O> keep(made: Transition<O, Challenge>, answer: (O) -> String): String {
        state = made.next.toByteArray()
        return answer(made.outcome) + if (made.clockBack) " clock_back" else ""
    }

    private fun answer(outcome: IssueOutcome) =
        when (outcome) {
            is IssueOutcome.Issued -> "issued ${outcome.code.compact} ${outcome.expires.seconds}"
            is IssueOutcome.TooSoon -> "${outcome.wireName} ${outcome.until.seconds}"
            is IssueOutcome.TooMany -> "${outcome.wireName} ${outcome.until.seconds}"
            is IssueOutcome.Disabled -> outcome.wireName
        }

    private fun answer(outcome: ChallengeOutcome) =
        when (outcome) {
            is ChallengeOutcome.Wrong -> "wrong ${outcome.left}"
            else -> outcome.wireName
        }
}

private class ThrottleRow(record: Record, private val policy: ThrottlePolicy) : Row(record) {
    fun step(step: String): String {
        val (verb, now) = step.cut()
        return when (verb) {
            "begin" -> {
                val begun = Throttle.begin(stored(), key(), subject(), policy, time(now))
                state = begun.next.toByteArray()
                answer(begun.outcome) + if (begun.clockBack) " clock_back" else ""
            }
            "succeed" -> {
                state = checkNotNull(stored()).succeed(key(), subject(), time(now)).toByteArray()
                "done"
            }
            "lift" -> {
                state = checkNotNull(stored()).lift(key(), subject(), time(now)).toByteArray()
                "done"
            }
            "generation" -> checkNotNull(stored()).generation.toString()
            else -> common(step)
        }
    }

    private fun stored() = state?.let(Throttle::fromByteArray)

    private fun answer(outcome: ThrottleOutcome) =
        when (outcome) {
            is ThrottleOutcome.Delayed -> "${outcome.wireName} ${outcome.until.seconds}"
            is ThrottleOutcome.Suspended -> "${outcome.wireName} ${outcome.until.seconds}"
            else -> outcome.wireName
        }
}

private class RecoveryRow(record: Record) : Row(record) {
    private var codes = emptyList<LetterCode>()

    fun step(step: String): String {
        val (verb, rest) = step.cut()
        return when (verb) {
            "generate" -> {
                val own = rest.ifEmpty { record.text("entropy") }
                val entropy = Entropy { fromHex(own).copyInto(it) }
                val made = RecoveryCodes.generate(stored(), key(), user, entropy)
                state = made.next.toByteArray()
                codes = made.outcome
                "made " + codes.joinToString(" ") { it.compact }
            }
            "verify" -> {
                val verified = checkNotNull(stored()).verify(key(), user, rest)
                state = verified.next.toByteArray()
                when (val outcome = verified.outcome) {
                    is RecoveryOutcome.Accepted -> "${outcome.wireName} ${outcome.left}"
                    else -> outcome.wireName
                }
            }
            "left" -> checkNotNull(stored()).left(key(), user).toString()
            "display" -> codes[rest.toInt() - 1].display
            "generation" -> checkNotNull(stored()).generation.toString()
            else -> common(step)
        }
    }

    private fun stored() = state?.let(RecoveryCodes::fromByteArray)
}

private fun challengeLimits(record: Record) =
    with(if (record.optional("policy") == null) ChallengeLimits.DEFAULT else ChallengeLimits.POST) {
        copy(
            digits = Digits.of(record.int("digits", digits?.count ?: 0)),
            lifetime = record.optional("lifetime")?.toInt()?.seconds ?: lifetime,
            attempts = record.int("attempts", attempts),
            cooldown = record.optional("cooldown")?.toInt()?.seconds ?: cooldown,
            period = record.optional("period")?.toInt()?.seconds ?: period,
            issues = record.int("issues", issues),
            failures = record.int("failures", failures),
        )
    }

private fun throttleLimits(record: Record) =
    with(if (record.optional("policy") == null) ThrottleLimits.DEFAULT else ThrottleLimits.ORIGINS) {
        copy(
            free = record.int("free", free),
            delay = record.optional("delay")?.toInt()?.seconds ?: delay,
            suspendAfter = record.int("suspend-after", suspendAfter),
            suspension = record.optional("suspension")?.toInt()?.seconds ?: suspension,
            failures = record.int("failures", failures),
            window = record.optional("window")?.toInt()?.seconds ?: window,
        )
    }

internal fun time(text: String) = UnixTime(text.toULong())

internal fun String.cut() = substringBefore(' ') to substringAfter(' ', "")

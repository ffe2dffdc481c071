package org.sceau

import org.sceau.ffi.ChallengeBinding as FfiChallengeBinding
import org.sceau.ffi.ChallengeChannel as FfiChallengeChannel
import org.sceau.ffi.ChallengePurpose as FfiChallengePurpose
import org.sceau.ffi.challengeChannelName
import org.sceau.ffi.challengeGeneration
import org.sceau.ffi.challengePurposeName

/**
 * What a code is for. It is part of the code's key and of the state.
 *
 * NIST SP 800-63B-4 does not count e-mail as an authentication channel, and exempts address
 * validation and recovery: say which one it is.
 */
public enum class ChallengePurpose(internal val ffi: FfiChallengePurpose) {
    /** Shows that a person reads the mail of an address. */
    ADDRESS_VALIDATION(FfiChallengePurpose.ADDRESS_VALIDATION),

    /** Gives an account back. */
    RECOVERY(FfiChallengePurpose.RECOVERY),

    /** Signs in: by text message only. */
    SIGN_IN(FfiChallengePurpose.SIGN_IN),

    /** Signs in over a channel that NIST SP 800-63B-4 does not count, as SAG does by e-mail. */
    SIGN_IN_UNCHECKED_POLICY(FfiChallengePurpose.SIGN_IN_UNCHECKED_POLICY);

    /** The stable wire name. */
    public val wireName: String
        get() = challengePurposeName(ffi)
}

/** How a code travels. */
public enum class ChallengeChannel(internal val ffi: FfiChallengeChannel) {
    /** By e-mail. */
    EMAIL(FfiChallengeChannel.EMAIL),

    /** By text message. */
    TEXT(FfiChallengeChannel.TEXT),

    /** By post, on paper: letters that live for weeks, under [ChallengePolicy.POST]. */
    POST(FfiChallengeChannel.POST);

    /** The stable wire name. */
    public val wireName: String
        get() = challengeChannelName(ffi)
}

/** What a code is bound to. */
public class ChallengeBinding(
    /** What the code is for. */
    public val purpose: ChallengePurpose,
    /** How it travels. */
    public val channel: ChallengeChannel,
    user: ByteArray,
    destination: ByteArray,
) {
    internal val ffi =
        FfiChallengeBinding(purpose.ffi, channel.ffi, user.copyOf(), destination.copyOf())

    /**
     * As the other constructor: the account as the service names it, and the one canonical form of
     * the address.
     */
    public constructor(
        purpose: ChallengePurpose,
        channel: ChallengeChannel,
        user: String,
        destination: String,
    ) : this(purpose, channel, user.toBytes(), destination.toBytes())

    override fun toString(): String = "ChallengeBinding(..)"
}

/**
 * The stored state of the code that is e-mailed, texted or posted: 96 opaque bytes, which hold no
 * part of the code.
 *
 * One row holds one for each user, purpose, channel and destination. Store the next state with a
 * compare-and-set on [generation] **before** acting on an outcome, even on `Wrong`. The row is
 * never deleted before its period ends, or the caps would begin anew.
 */
public class Challenge private constructor(private val bytes: ByteArray) {
    /** The number for the store's compare-and-set; 1 is the first state's. */
    public val generation: ULong
        get() = onState { challengeGeneration(bytes) }

    /** Returns the bytes to store. */
    public fun toByteArray(): ByteArray = bytes.copyOf()

    /**
     * Verifies what a person typed, at [now].
     *
     * Spaces and invisible characters in [typed] are dropped, the digits of every script are read.
     * In a posted code hyphens are dropped too, small letters are read as capitals, O as 0, I and L
     * as 1.
     *
     * @throws StateException for a state or a time that cannot be used; nothing is to be stored
     *   then
     */
    public fun verify(
        key: ServiceKey,
        binding: ChallengeBinding,
        typed: String,
        now: UnixTime = UnixTime.now(),
    ): Transition<ChallengeOutcome, Challenge> {
        val ffi = onState {
            key.ffi.challengeVerify(bytes, binding.ffi, typed.wellFormed(), now.seconds)
        }
        return Transition(ffi.outcome.lift(), Challenge(ffi.next), ffi.clockBack)
    }

    /**
     * Computes the live code again, to send it a second time. Counts nothing, changes nothing.
     *
     * @throws StateException for a state or a time that cannot be used
     */
    public fun deliver(
        key: ServiceKey,
        binding: ChallengeBinding,
        now: UnixTime = UnixTime.now(),
    ): DeliverOutcome = onState { key.ffi.challengeDeliver(bytes, binding.ffi, now.seconds) }.lift()

    /**
     * Lifts what weighs on a row: failures, cooldown and the count of issues begin anew, a live code
     * is over, and the row's time becomes [now], even if it ran ahead. Returns what to store.
     *
     * For the service, never for the person: it has made sure by other means who asks, and it trusts
     * its clock.
     *
     * @throws StateException for a state or a time that cannot be used
     */
    public fun lift(
        key: ServiceKey,
        binding: ChallengeBinding,
        now: UnixTime = UnixTime.now(),
    ): Challenge = Challenge(onState { key.ffi.challengeLift(bytes, binding.ffi, now.seconds) })

    override fun equals(other: Any?): Boolean =
        other is Challenge && bytes.contentEquals(other.bytes)

    override fun hashCode(): Int = bytes.contentHashCode()

    override fun toString(): String = "Challenge(..)"

    public companion object {
        /**
         * Takes the bytes of a stored state. Whether they are authentic is checked at use.
         *
         * @throws StateException unless there are 96 bytes
         */
        public fun fromByteArray(bytes: ByteArray): Challenge {
            onState { challengeGeneration(bytes) }
            return Challenge(bytes.copyOf())
        }

        /**
         * Issues a code: the only constructor, which carries failures, the cooldown and the number
         * of issues over from [previous].
         *
         * @throws StateException for a state or a time that cannot be used; nothing is to be stored
         *   then
         */
        public fun issue(
            previous: Challenge?,
            key: ServiceKey,
            binding: ChallengeBinding,
            policy: ChallengePolicy = ChallengePolicy.DEFAULT,
            now: UnixTime = UnixTime.now(),
            entropy: Entropy = Entropy.SYSTEM,
        ): Transition<IssueOutcome, Challenge> {
            val fresh = entropy.sixteen()
            val ffi = onState {
                key.ffi.challengeIssue(previous?.bytes, binding.ffi, fresh, now.seconds, policy.ffi)
            }
            return Transition(ffi.outcome.lift(), Challenge(ffi.next), ffi.clockBack)
        }
    }
}

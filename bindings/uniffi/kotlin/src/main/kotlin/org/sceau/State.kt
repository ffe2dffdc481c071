package org.sceau

import org.sceau.ffi.StateException as FfiStateException
import org.sceau.ffi.stateErrorWords

/**
 * What a machine makes of an input: the outcome, and the state to store before acting on it.
 *
 * Store [next] with a compare-and-set on its generation **before** acting on or showing [outcome],
 * even where it is a refusal. If the compare-and-set is lost, discard the outcome, load the row and
 * call again. A state never leaves the server: no cookie, no hidden field.
 */
public data class Transition<out O, out S>(
    /** What became of the input. */
    public val outcome: O,
    /** What to store. */
    public val next: S,
    /** The clock was behind the last time that the state knows, which was used instead. */
    public val clockBack: Boolean,
)

/** Why a stored state was not used. Nothing is consumed, nothing is to be stored. */
public enum class StateError(private val ffi: FfiStateException) :
    Reason by Said({ stateErrorWords(ffi) }) {
    /** Not the size of this kind of state. */
    LENGTH(FfiStateException.Length()),

    /** Written by another version of the format. */
    VERSION(FfiStateException.Version()),

    /** The state of another machine. */
    KIND(FfiStateException.Kind()),

    /** Made under a key with another key id. */
    UNKNOWN_KEY(FfiStateException.UnknownKey()),

    /** Not made with this key for this user and destination, or changed since. */
    UNAUTHENTIC(FfiStateException.Unauthentic()),

    /** Authentic, and made for another purpose, channel or kind of subject. */
    WRONG_PURPOSE(FfiStateException.WrongPurpose()),

    /**
     * Authentic, and older than the token that was presented with it: the store went back to an
     * earlier row, or the service replied before it stored.
     */
    ROLLED_BACK(FfiStateException.RolledBack()),

    /** The clock is in 2080 or later, or more than 400 days ahead of the state's last known time. */
    CLOCK_AHEAD(FfiStateException.ClockAhead()),

    /** The generation has reached its greatest number. */
    GENERATION_EXHAUSTED(FfiStateException.GenerationExhausted()),

    /** A code that signs in is asked for over a channel that does not count as authentication. */
    SIGN_IN_CHANNEL(FfiStateException.SignInChannel()),

    /** The policy is one for another kind of subject, or for another channel. */
    WRONG_POLICY(FfiStateException.WrongPolicy()),
}

/** Thrown when a stored state cannot be used. */
public class StateException
internal constructor(
    /** Why. */
    public val error: StateError
) : Exception(error.wireName), Reason by error

internal inline fun <T> onState(call: () -> T): T =
    try {
        call()
    } catch (e: FfiStateException) {
        throw StateException(e.lift())
    }

internal fun FfiStateException.lift() =
    when (this) {
        is FfiStateException.Length -> StateError.LENGTH
        is FfiStateException.Version -> StateError.VERSION
        is FfiStateException.Kind -> StateError.KIND
        is FfiStateException.UnknownKey -> StateError.UNKNOWN_KEY
        is FfiStateException.Unauthentic -> StateError.UNAUTHENTIC
        is FfiStateException.WrongPurpose -> StateError.WRONG_PURPOSE
        is FfiStateException.RolledBack -> StateError.ROLLED_BACK
        is FfiStateException.ClockAhead -> StateError.CLOCK_AHEAD
        is FfiStateException.GenerationExhausted -> StateError.GENERATION_EXHAUSTED
        is FfiStateException.SignInChannel -> StateError.SIGN_IN_CHANNEL
        is FfiStateException.WrongPolicy -> StateError.WRONG_POLICY
    }

package org.sceau

import kotlin.time.Duration
import org.sceau.ffi.DevicePolicy as FfiDevicePolicy
import org.sceau.ffi.DevicePolicyException as FfiDevicePolicyException
import org.sceau.ffi.deviceGeneration
import org.sceau.ffi.deviceLifetimeDefault
import org.sceau.ffi.devicePolicyErrorWords
import org.sceau.ffi.deviceSelector
import org.sceau.ffi.deviceTokenSelector

/**
 * For how long a service remembers a device: a number that has been checked. SAG's is not public.
 *
 * @throws DevicePolicyException outside 1 s to 365 days
 */
public class DevicePolicy(
    /** From when the person signed in on, by default 30 days. Use does not lengthen it. */
    public val lifetime: Duration = durationOf(deviceLifetimeDefault())
) {
    internal val ffi: FfiDevicePolicy =
        try {
            FfiDevicePolicy(lifetime.toFfi())
        } catch (e: FfiDevicePolicyException) {
            throw DevicePolicyException(e.lift())
        }

    public companion object {
        /** The default policy. */
        public val DEFAULT: DevicePolicy = DevicePolicy()
    }
}

/** Which number of a policy is out of its range. */
public enum class DevicePolicyError(private val ffi: FfiDevicePolicyException) :
    Reason by Said({ devicePolicyErrorWords(ffi) }) {
    /** The lifetime is not 1 second to 365 days. */
    LIFETIME(FfiDevicePolicyException.Lifetime())
}

/** Thrown when a number of a policy is out of its range. */
public class DevicePolicyException
internal constructor(
    /** Which one. */
    public val error: DevicePolicyError
) : Exception(error.wireName), Reason by error

/** A device that is remembered from now on. */
public class RememberedDevice
internal constructor(
    /** What the device is to keep and to send, once [state] is stored. */
    public val token: DeviceToken,
    /** The new row, stored under its selector. */
    public val state: Device,
    /** The first moment at which the device is no longer remembered. */
    public val expires: UnixTime,
) {
    override fun toString(): String = "RememberedDevice(..)"
}

/**
 * The stored state of a remembered device ("Se souvenir de moi"): 104 opaque bytes, which hold no
 * part of the token but its selector and its number.
 *
 * One row holds one for each device, under [selector]; [selectorOf] reads it out of the cookie. Its
 * token changes at each use, so that a copy shows itself. Store the next state with a
 * compare-and-set on [generation] **before** acting on an outcome. A lost compare-and-set discards
 * the outcome and begins again from the stored row; of two tabs in a race, the slower one's token
 * is then the one before, and it is accepted.
 */
public class Device private constructor(private val bytes: ByteArray) {
    /** The number for the store's compare-and-set; 1 is the first state's. */
    public val generation: ULong
        get() = onState { deviceGeneration(bytes) }

    /** The key of the row: 16 bytes, which are not secret. */
    public val selector: ByteArray
        get() = onState { deviceSelector(bytes) }

    /** Returns the bytes to store. */
    public fun toByteArray(): ByteArray = bytes.copyOf()

    /**
     * Verifies the token that a device of [user] sent, at [now]. [user] is the row's; [token] is
     * what came with the request, whatever it is.
     *
     * @throws StateException for a state or a time that cannot be used; nothing is to be stored
     *   then
     */
    public fun verify(
        key: ServiceKey,
        user: String,
        token: String,
        now: UnixTime = UnixTime.now(),
    ): Transition<DeviceOutcome, Device> {
        val ffi = onState {
            key.ffi.deviceVerify(bytes, user.toBytes(), token.wellFormed(), now.seconds)
        }
        return Transition(ffi.outcome.lift(), Device(ffi.next), ffi.clockBack)
    }

    /**
     * Forgets the device: every token of it is `Revoked` from now on, and a stolen one stays
     * stolen. Returns what to store.
     *
     * @throws StateException for a state or a time that cannot be used
     */
    public fun revoke(key: ServiceKey, user: String, now: UnixTime = UnixTime.now()): Device =
        Device(onState { key.ffi.deviceRevoke(bytes, user.toBytes(), now.seconds) })

    override fun equals(other: Any?): Boolean = other is Device && bytes.contentEquals(other.bytes)

    override fun hashCode(): Int = bytes.contentHashCode()

    override fun toString(): String = "Device(..)"

    public companion object {
        /**
         * Takes the bytes of a stored state. Whether they are authentic is checked at use.
         *
         * @throws StateException unless there are 104 bytes
         */
        public fun fromByteArray(bytes: ByteArray): Device {
            onState { deviceGeneration(bytes) }
            return Device(bytes.copyOf())
        }

        /**
         * Returns the key of the row of a token, or null if the text has not the form of one. It is
         * what came with the request, whatever it is.
         */
        public fun selectorOf(token: String): ByteArray? = deviceTokenSelector(token.wellFormed())

        /** Remembers a device of [user], who has just signed in: the only constructor. */
        public fun remember(
            key: ServiceKey,
            user: String,
            policy: DevicePolicy = DevicePolicy.DEFAULT,
            now: UnixTime = UnixTime.now(),
            entropy: Entropy = Entropy.SYSTEM,
        ): RememberedDevice {
            val (selector, seed) = entropy.twiceSixteen()
            val ffi =
                key.ffi.deviceRemember(user.toBytes(), selector, seed, now.seconds, policy.ffi)
            return RememberedDevice(DeviceToken(ffi.token), Device(ffi.state), UnixTime(ffi.expires))
        }
    }
}

private fun FfiDevicePolicyException.lift() =
    when (this) {
        is FfiDevicePolicyException.Lifetime -> DevicePolicyError.LIFETIME
    }

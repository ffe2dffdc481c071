package org.sceau

import org.sceau.ffi.DeviceOutcome as FfiDeviceOutcome
import org.sceau.ffi.deviceOutcomeWords

/**
 * What a device keeps, in a cookie say, and sends: a secret, so its `toString` shows nothing.
 *
 * A cookie that holds it is `Secure`, `HttpOnly` and `SameSite`.
 */
public class DeviceToken internal constructor(
    /** The text: 80 characters, which need no quoting in a cookie or a URL. */
    public val text: String
) {
    override fun toString(): String = "DeviceToken(..)"
}

/** What became of a token that a device sent. */
public sealed class DeviceOutcome private constructor(ffi: FfiDeviceOutcome) :
    Reason by Said({ deviceOutcomeWords(ffi) }) {
    /** The device is the remembered one. Whatever it sent, it keeps [token] from now on. */
    public class Accepted
    internal constructor(
        /** What the device is to keep and to send the next time. */
        public val token: DeviceToken,
        /** The first moment at which the device is no longer remembered. */
        public val expires: UnixTime,
        /** Whether [token] is new; else the device sent the one before the current one. */
        public val rotated: Boolean,
    ) : DeviceOutcome(FfiDeviceOutcome.Accepted("", expires.seconds, rotated)) {
        override fun toString(): String =
            "Accepted(token=$token, expires=$expires, rotated=$rotated)"
    }

    /**
     * A token that was replaced for good was used: it, or its successor, is a copy. The row is
     * refused from now on; end every session of the person, and say so.
     */
    public data object Stolen : DeviceOutcome(FfiDeviceOutcome.Stolen)

    /** The device's time is over. */
    public data object Expired : DeviceOutcome(FfiDeviceOutcome.Expired)

    /** The device was forgotten. */
    public data object Revoked : DeviceOutcome(FfiDeviceOutcome.Revoked)

    /** Not a token of this row. Nothing is changed, not even the generation. */
    public data object Unknown : DeviceOutcome(FfiDeviceOutcome.Unknown)

    /** Not the text of a token. Nothing is changed, not even the generation. */
    public data object Malformed : DeviceOutcome(FfiDeviceOutcome.Malformed)
}

internal fun FfiDeviceOutcome.lift() =
    when (this) {
        is FfiDeviceOutcome.Accepted ->
            DeviceOutcome.Accepted(DeviceToken(token), UnixTime(expires), rotated)
        is FfiDeviceOutcome.Stolen -> DeviceOutcome.Stolen
        is FfiDeviceOutcome.Expired -> DeviceOutcome.Expired
        is FfiDeviceOutcome.Revoked -> DeviceOutcome.Revoked
        is FfiDeviceOutcome.Unknown -> DeviceOutcome.Unknown
        is FfiDeviceOutcome.Malformed -> DeviceOutcome.Malformed
    }

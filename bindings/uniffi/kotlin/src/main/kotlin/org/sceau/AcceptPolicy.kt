package org.sceau

import org.sceau.ffi.AcceptLimits as FfiAcceptLimits
import org.sceau.ffi.AcceptPolicy as FfiAcceptPolicy
import org.sceau.ffi.Argon2Limits as FfiArgon2Limits
import org.sceau.ffi.IterationRange as FfiIterationRange
import org.sceau.ffi.acceptLimitsDefault

/** From how many iterations to how many. */
public data class IterationRange(
    /** The fewest iterations, 1,000 or more; by default 10,000. */
    public val min: Int,
    /** The most iterations, 10,000,000 or fewer; by default 10,000,000. */
    public val max: Int,
) {
    internal fun toFfi() = FfiIterationRange(min.toFfi32(), max.most())
}

/**
 * The most of everything that an Argon2id hash may ask for. It is checked before any memory is
 * touched.
 */
public data class Argon2Limits(
    /** The most working memory in KiB, 1,048,576 or less; by default 131,072. */
    public val maxMemoryKib: Int,
    /** The most passes over it, 64 or fewer; by default 10. */
    public val maxPasses: Int,
    /** The most lanes, 64 or fewer; by default 16. */
    public val maxLanes: Int,
) {
    internal fun toFfi() =
        FfiArgon2Limits(maxMemoryKib.most(), maxPasses.most(), maxLanes.most())
}

/** The rules of an accept policy: `AcceptLimits.DEFAULT.copy(formats = …)`. */
public data class AcceptLimits(
    /**
     * The formats that are accepted; by default PHC strings of PBKDF2 only. A format whose cost is
     * fixed ([StoredFormat.DJANGO_SHA1], [StoredFormat.LDAP_SALTED], [StoredFormat.ASP_NET_V2]) is
     * accepted by its name alone.
     */
    public val formats: Set<StoredFormat>,
    /** The iterations of PBKDF2-HMAC-SHA-1, which only legacy formats have. */
    public val sha1: IterationRange,
    /** The iterations of PBKDF2-HMAC-SHA-256. */
    public val sha256: IterationRange,
    /** The iterations of PBKDF2-HMAC-SHA-512. */
    public val sha512: IterationRange,
    /** The shortest salt in bytes, 8 or more; by default 8. */
    public val minSaltBytes: Int,
    /** The shortest key in bytes, 16 or more; by default 16. */
    public val minKeyBytes: Int,
    /** The most that Argon2id may ask for. */
    public val argon2: Argon2Limits,
    /**
     * Whether a hash without a pepper is refused; by default not. Who can write to the database
     * could otherwise plant one. Turn it on once every hash has been made again.
     */
    public val requirePepper: Boolean,
) {
    internal fun toFfi() =
        FfiAcceptLimits(
            formats.map { it.ffi },
            sha1.toFfi(),
            sha256.toFfi(),
            sha512.toFfi(),
            minSaltBytes.toFfi8(),
            minKeyBytes.toFfi8(),
            argon2.toFfi(),
            requirePepper,
        )

    public companion object {
        /** The default rules. */
        public val DEFAULT: AcceptLimits = of(acceptLimitsDefault())

        private fun of(ffi: FfiAcceptLimits) =
            AcceptLimits(
                ffi.formats.mapTo(linkedSetOf()) { it.lift() },
                ffi.sha1.lift(),
                ffi.sha256.lift(),
                ffi.sha512.lift(),
                ffi.minSaltBytes.toInt(),
                ffi.minKeyBytes.toInt(),
                ffi.argon2.lift(),
                ffi.requirePepper,
            )
    }
}

/** Which stored hashes may still log in. */
public class AcceptPolicy private constructor(internal val ffi: FfiAcceptPolicy) {
    /**
     * Checks the rules of a policy.
     *
     * @throws PasswordException for a number out of its range
     */
    public constructor(
        limits: AcceptLimits = AcceptLimits.DEFAULT
    ) : this(onPassword { FfiAcceptPolicy(limits.toFfi()) })

    public companion object {
        /** The default policy. */
        public val DEFAULT: AcceptPolicy = AcceptPolicy()

        /** Takes any numbers: for published test vectors, and for a migration that knows why. */
        public fun uncheckedPolicy(limits: AcceptLimits): AcceptPolicy =
            AcceptPolicy(FfiAcceptPolicy.uncheckedPolicy(limits.toFfi()))
    }
}

private fun FfiIterationRange.lift() = IterationRange(min.toInt(), max.toInt())

private fun FfiArgon2Limits.lift() =
    Argon2Limits(maxMemoryKib.toInt(), maxPasses.toInt(), maxLanes.toInt())

/** The most of something: a negative number is none at all. */
private fun Int.most() = coerceAtLeast(0).toUInt()

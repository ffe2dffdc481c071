package org.sceau

import org.sceau.ffi.KeyException as FfiKeyException
import org.sceau.ffi.ServiceKey as FfiServiceKey
import org.sceau.ffi.keyErrorWords

/** Why bytes are no service key. */
public enum class KeyError(private val ffi: FfiKeyException) :
    Reason by Said({ keyErrorWords(ffi) }) {
    /** Fewer than 32 bytes. */
    TOO_SHORT(FfiKeyException.TooShort()),

    /** More than 1,024 bytes. */
    TOO_LONG(FfiKeyException.TooLong()),
}

/** Thrown when bytes are no service key. */
public class KeyException
internal constructor(
    /** Why. */
    public val error: KeyError
) : Exception(error.wireName), Reason by error

/**
 * The service's key, from which every other key is derived.
 *
 * Takes 32 to 1,024 bytes from the system's generator under a key id, which is not secret, and
 * **overwrites the array with zeros**. Close it when it is no longer needed: the copy is then
 * wiped.
 *
 * @throws KeyException for a key that is too short or too long
 */
public class ServiceKey(
    /** The key id, which is written into every state. */
    public val id: UInt,
    key: ByteArray,
) : AutoCloseable {
    internal val ffi: FfiServiceKey =
        try {
            key.spent { FfiServiceKey(id, it) }
        } catch (e: FfiKeyException) {
            throw KeyException(e.lift())
        }

    /** Wipes the key; using it afterwards is an [IllegalStateException]. */
    override fun close(): Unit = ffi.close()

    override fun toString(): String = "ServiceKey(..)"

    public companion object {
        /** Makes a key of 32 bytes. */
        public fun generate(id: UInt, entropy: Entropy = Entropy.SYSTEM): ServiceKey =
            ServiceKey(id, entropy.bytes(32))
    }
}

private fun FfiKeyException.lift() =
    when (this) {
        is FfiKeyException.TooShort -> KeyError.TOO_SHORT
        is FfiKeyException.TooLong -> KeyError.TOO_LONG
    }

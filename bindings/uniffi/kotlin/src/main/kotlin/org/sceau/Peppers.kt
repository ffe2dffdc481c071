package org.sceau

import org.sceau.ffi.Peppers as FfiPeppers

/**
 * The peppers of a service: keys outside the database without which a stolen hash cannot be guessed
 * at.
 *
 * New hashes get the pepper of [current], if there is one. Hashes with one of [retired] are still
 * verified, and then to be made again if there is a current one; so are those without any.
 *
 * The service keys may be closed afterwards. Close the peppers when they are no longer needed: they
 * are then wiped.
 */
public class Peppers(current: ServiceKey? = null, retired: List<ServiceKey> = emptyList()) :
    AutoCloseable {
    internal val ffi: FfiPeppers = FfiPeppers.none()

    init {
        current?.ffi?.addCurrentPepper(ffi)
        for (key in retired) key.ffi.addRetiredPepper(ffi)
    }

    /** Wipes the peppers; using them afterwards is an [IllegalStateException]. */
    override fun close() {
        if (this !== NONE) ffi.close()
    }

    override fun toString(): String = "Peppers(..)"

    public companion object {
        /** No pepper at all. It cannot be closed. */
        public val NONE: Peppers = Peppers()
    }
}

package org.sceau

// Numbers for the shell's unsigned fields: one that does not fit becomes one that every policy
// refuses.

internal fun Int.toFfi8(): UByte =
    if (this in 0..UByte.MAX_VALUE.toInt()) toUByte() else UByte.MAX_VALUE

internal fun Int.toFfi16(): UShort =
    if (this in 0..UShort.MAX_VALUE.toInt()) toUShort() else UShort.MAX_VALUE

internal fun Int.toFfi32(): UInt = if (this >= 0) toUInt() else UInt.MAX_VALUE

/** A number of nanoseconds: less than none is none. */
internal fun Long.toFfi64(): ULong = coerceAtLeast(0).toULong()

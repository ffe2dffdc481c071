package org.sceau

import java.io.ByteArrayOutputStream
import java.nio.ByteBuffer
import java.security.SecureRandom
import org.sceau.ffi.Entropy as FfiEntropy

/**
 * A source of randomness for keys, salts and codes.
 *
 * Production uses [Entropy.SYSTEM], the default everywhere; a test gives its own.
 */
public fun interface Entropy {
    /** Fills the whole array. */
    public fun fill(bytes: ByteArray)

    public companion object {
        private val random = SecureRandom()

        /** The system's generator. */
        public val SYSTEM: Entropy = Entropy { random.nextBytes(it) }
    }
}

internal fun Entropy.bytes(count: Int): ByteArray = ByteArray(count).also(::fill)

/** Sixteen bytes, as the two numbers that the shell takes. */
internal fun Entropy.sixteen(): FfiEntropy {
    val bytes = ByteBuffer.wrap(bytes(16))
    return FfiEntropy(bytes.long.toULong(), bytes.long.toULong())
}

/** Thirty-two bytes, drawn at once, as the four numbers that the shell takes. */
internal fun Entropy.twiceSixteen(): Pair<FfiEntropy, FfiEntropy> {
    val bytes = ByteBuffer.wrap(bytes(32))
    fun next() = FfiEntropy(bytes.long.toULong(), bytes.long.toULong())
    return Pair(next(), next())
}

/**
 * Lends the bytes to a call, outside the collector's heap, and wipes what was lent.
 *
 * The shell takes secrets that way only: no copy is left behind.
 */
internal inline fun <T> ByteArray.lent(call: (ByteBuffer) -> T): T {
    val buffer = ByteBuffer.allocateDirect(size)
    try {
        return call(buffer.put(this).flip())
    } finally {
        for (i in 0 until buffer.capacity()) buffer.put(i, 0)
    }
}

/** As [lent], and wipes the array itself as well. */
internal inline fun <T> ByteArray.spent(call: (ByteBuffer) -> T): T =
    try {
        lent(call)
    } finally {
        fill(0)
    }

/**
 * Encodes text as UTF-8. Half of a surrogate pair becomes the three bytes that no UTF-8 has, so
 * that two ill-formed texts never become the same bytes, and the core can refuse them.
 */
internal fun CharSequence.toBytes(): ByteArray {
    val out = WipedStream(length * 3)
    var i = 0
    while (i < length) {
        val point = Character.codePointAt(this, i)
        i += Character.charCount(point)
        out.writePoint(point)
    }
    return out.use { it.toByteArray() }
}

/**
 * Text that UTF-8 can carry: half of a surrogate pair becomes U+FFFD, which every parser refuses.
 */
internal fun String.wellFormed(): String {
    if (none(Char::isSurrogate)) return this
    val out = StringBuilder(length)
    for (point in codePoints()) {
        out.appendCodePoint(if (point in 0xD800..0xDFFF) 0xFFFD else point)
    }
    return out.toString()
}

private class WipedStream(capacity: Int) : ByteArrayOutputStream(capacity) {
    fun writePoint(point: Int) {
        when {
            point < 0x80 -> write(point)
            point < 0x800 -> lead(0xC0, point, 6)
            point < 0x1_0000 -> lead(0xE0, point, 12)
            else -> lead(0xF0, point, 18)
        }
    }

    private fun lead(mark: Int, point: Int, bits: Int) {
        write(mark or (point shr bits))
        for (shift in bits - 6 downTo 0 step 6) write(0x80 or (point shr shift and 0x3F))
    }

    override fun close() = buf.fill(0)
}

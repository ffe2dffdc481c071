package org.sceau.vectors

import java.io.File
import org.sceau.Reason

/** The checkout that holds the corpus, which Maven names. */
internal val checkout = File(checkNotNull(System.getProperty("sceau.checkout"))).canonicalFile

/** One scenario: the fields of a record, by name. */
internal class Record(private val fields: Map<String, String>) {
    val comment: String
        get() = optional("comment") ?: "?"

    fun text(name: String): String = checkNotNull(optional(name)) { "no field $name in $comment" }

    fun optional(name: String): String? = fields[name]

    /** Of `name-hex` in hexadecimal, else of `name` as UTF-8. */
    fun bytes(name: String): ByteArray =
        optional("$name-hex")?.let(::fromHex) ?: text(name).toByteArray()

    fun int(name: String, default: Int): Int = optional(name)?.toInt() ?: default

    fun ulong(name: String, default: ULong): ULong = optional(name)?.toULong() ?: default
}

/** Reads a vector file: `name: value` lines, records apart by empty lines, `#` begins a comment. */
internal fun records(file: File): List<Record> =
    file.readText().split("\n\n").mapNotNull { block ->
        val lines = block.lines().filter { it.isNotEmpty() && !it.startsWith("#") }
        val fields = lines.associate { it.substringBefore(':') to it.substringAfter(':').trim() }
        if (fields.isEmpty()) null else Record(fields)
    }

/** Every vector file, by its path below `tests/vectors` without the extension. */
internal fun vectorFiles(): Map<String, File> {
    val root = checkout.resolve("tests/vectors")
    val files = root.walk().filter { it.extension == "txt" }
    return files
        .associateBy { it.relativeTo(root).invariantSeparatorsPath.removeSuffix(".txt") }
        .toSortedMap()
}

internal fun fromHex(hex: String): ByteArray {
    require(hex.length % 2 == 0) { "hexadecimal" }
    return hex.chunked(2) { it.toString().toInt(16).toByte() }.toByteArray()
}

internal fun toHex(bytes: ByteArray): String = bytes.joinToString("") { "%02x".format(it) }

/** Writes an error down: its wire name, and the offset that it carries. */
internal fun error(reason: Reason, at: Int? = null): String =
    listOfNotNull("error", reason.wireName, at).joinToString(" ")

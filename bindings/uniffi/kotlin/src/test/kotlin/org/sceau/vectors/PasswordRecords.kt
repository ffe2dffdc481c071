package org.sceau.vectors

import org.sceau.AcceptLimits
import org.sceau.AcceptPolicy
import org.sceau.CreatePolicy
import org.sceau.PasswordAlgorithm
import org.sceau.PasswordException
import org.sceau.PasswordOutcome
import org.sceau.PasswordPolicy
import org.sceau.Passwords

// password/*.txt

internal fun hash(record: Record): String = password {
    Passwords.hashWithSalt(record.bytes("password"), record.bytes("salt"), create(record))
}

internal fun verify(record: Record): String = password {
    val accept =
        AcceptPolicy.uncheckedPolicy(
            AcceptLimits(
                record.int("min-iterations", 1_000),
                record.int("max-iterations", 1_000_000),
                record.int("min-salt-bytes", 8),
            )
        )
    val stored = String(record.bytes("stored"))
    when (
        val outcome = Passwords.verify(record.bytes("password"), stored, accept, create(record))
    ) {
        is PasswordOutcome.MatchRehash -> "match_rehash ${outcome.why.wireName}"
        else -> outcome.wireName
    }
}

internal fun policy(record: Record): String = password {
    val userName = record.optional("user-name") ?: ""
    val reasons = PasswordPolicy.SAG_2024.check(record.bytes("password"), userName)
    if (reasons.isEmpty()) "none" else reasons.joinToString(" ") { it.wireName }
}

private fun create(record: Record): CreatePolicy {
    val name = record.optional("algorithm") ?: "pbkdf2-sha256"
    val algorithm = PasswordAlgorithm.entries.first { it.wireName == name }
    return CreatePolicy.uncheckedPolicy(algorithm, record.int("iterations", 1_000).toUInt())
}

private fun password(run: () -> String): String =
    try {
        run()
    } catch (e: PasswordException) {
        error(e, e.error.at)
    }

package org.sceau.vectors

import org.sceau.AcceptLimits
import org.sceau.AcceptPolicy
import org.sceau.Answers
import org.sceau.CreatePolicy
import org.sceau.IterationRange
import org.sceau.PasswordAlgorithm
import org.sceau.PasswordDigest
import org.sceau.PasswordException
import org.sceau.PasswordOutcome
import org.sceau.PasswordVerifier
import org.sceau.Passwords
import org.sceau.Peppers
import org.sceau.ServiceKey
import org.sceau.SpringParameters
import org.sceau.StoredFormat
import org.sceau.StoredPassword

// password/*.txt

internal fun hash(record: Record): String = password {
    val (text, salt) = record.bytes("password") to record.bytes("salt")
    peppers(record).use { Passwords.hashWithSalt(text, salt, create(record), it) }
}

/** In one go, or in steps of `slice` iterations. */
internal fun verify(record: Record): String = password {
    val (text, slice) = record.bytes("password") to record.optional("slice")?.toInt()
    val (accept, create) = accept(record) to create(record)
    val outcome =
        peppers(record).use { peppers ->
            if (slice == null) Passwords.verify(text, stored(record), accept, create, peppers)
            else
                PasswordVerifier.begin(text, stored(record), accept, create, peppers).use {
                    while (it.step(slice).left > 0) {}
                    it.finish()
                }
        }
    said(outcome)
}

private fun said(outcome: PasswordOutcome): String =
    when (outcome) {
        is PasswordOutcome.MatchRehash -> "match_rehash ${outcome.why.wireName}"
        else -> outcome.wireName
    }

internal fun answer(record: Record): String = password {
    val (text, create) = record.bytes("answer") to create(record)
    peppers(record).use { peppers ->
        when {
            record.optional("stored") != null || record.optional("spring") != null ->
                said(Answers.verify(text, stored(record), accept(record), create, peppers))
            record.optional("salt-hex") != null ->
                Answers.hashWithSalt(text, record.bytes("salt"), create, peppers)
            else -> said(Answers.verifyAbsent(text, create))
        }
    }
}

/** A string that says itself what it is, or the parts of one that does not. */
private fun stored(record: Record): StoredPassword =
    when {
        record.optional("spring") != null ->
            StoredPassword.Spring(
                String(record.bytes("spring")),
                SpringParameters(
                    record.text("spring-digest").let { name ->
                        PasswordDigest.entries.first { it.wireName == name }
                    },
                    record.int("spring-iterations", 0),
                    record.int("spring-salt-bytes", 0),
                    (record.optional("spring-secret") ?: "").toByteArray(),
                ),
            )
        record.optional("credential-data") != null ->
            StoredPassword.Keycloak(
                String(record.bytes("credential-data")),
                String(record.bytes("secret-data")),
            )
        else -> StoredPassword.Text(String(record.bytes("stored")))
    }

private fun accept(record: Record): AcceptPolicy {
    val range =
        IterationRange(
            record.int("min-iterations", 1_000),
            record.int("max-iterations", 1_000_000),
        )
    val formats = (record.optional("formats") ?: "phc").split(' ')
    return AcceptPolicy.uncheckedPolicy(
        AcceptLimits.DEFAULT.copy(
            formats =
                formats.mapTo(mutableSetOf()) { name ->
                    StoredFormat.entries.first { it.wireName == name }
                },
            sha1 = range,
            sha256 = range,
            sha512 = range,
            minSaltBytes = record.int("min-salt-bytes", 8),
            minKeyBytes = record.int("min-key-bytes", 16),
            requirePepper = record.optional("require-pepper") == "yes",
        )
    )
}

/** `pepper` for new hashes, `retired` for old ones: a key id, and the service key. */
private fun peppers(record: Record): Peppers {
    val key = { name: String ->
        record.optional(name)?.split(' ')?.let { (id, key) ->
            ServiceKey(id.toUInt(), fromHex(key))
        }
    }
    val (current, retired) = key("pepper") to key("retired")
    return Peppers(current, listOfNotNull(retired)).also {
        current?.close()
        retired?.close()
    }
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

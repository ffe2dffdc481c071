package org.sceau.vectors

import org.sceau.PasswordContext
import org.sceau.PasswordException
import org.sceau.PasswordFinding
import org.sceau.PasswordPolicy
import org.sceau.PasswordPolicyException
import org.sceau.PasswordProfile

// password/policy.txt

internal fun policy(record: Record): String {
    fun text(name: String) = record.optional(name) ?: ""
    val context =
        PasswordContext(
            userName = text("user-name"),
            emailAddress = text("email-address"),
            givenName = text("given-name"),
            surname = text("surname"),
            nam = text("nam"),
            nas = text("nas"),
            service = text("service"),
        )
    return try {
        val findings = rules(record).check(record.bytes("password"), context)
        if (findings.isEmpty()) "none" else findings.joinToString(" ", transform = ::said)
    } catch (e: PasswordPolicyException) {
        error(e)
    } catch (e: PasswordException) {
        error(e, e.error.at)
    }
}

private fun rules(record: Record): PasswordPolicy {
    val name = record.optional("policy") ?: "sag_2024"
    val rules = PasswordProfile.entries.first { it.wireName == name }.rules
    fun isOn(name: String, otherwise: Boolean) = record.int(name, if (otherwise) 1 else 0) != 0
    return PasswordPolicy(
        rules.copy(
            minCharacters = record.int("min-characters", rules.minCharacters),
            passphraseWords = record.int("passphrase-words", rules.passphraseWords),
            passphraseCharacters = record.int("passphrase-characters", rules.passphraseCharacters),
            repetition = record.int("repetition", rules.repetition),
            sequence = record.int("sequence", rules.sequence),
            keyboard = record.int("keyboard", rules.keyboard),
            context = record.int("context", rules.context),
            wholeContext = isOn("whole-context", rules.wholeContext),
            address = isOn("address", rules.address),
            blocklist = isOn("blocklist", rules.blocklist),
        )
    )
}

private fun said(finding: PasswordFinding): String {
    val number = if (finding.number == 0) "" else "/${finding.number}"
    return "${finding.wireName}$number@${finding.at}+${finding.length}"
}

package org.sceau.vectors

import java.time.LocalDate
import org.sceau.ActivationKey
import org.sceau.AssessmentNotice
import org.sceau.BirthDate
import org.sceau.BusinessNumber
import org.sceau.CardExpiry
import org.sceau.CardReference
import org.sceau.CardSequence
import org.sceau.ClicsequrUserCode
import org.sceau.Compared
import org.sceau.Difference
import org.sceau.Document
import org.sceau.DocumentKind
import org.sceau.EmailAddress
import org.sceau.Finding
import org.sceau.Folded
import org.sceau.FoldedIcao
import org.sceau.Identifier
import org.sceau.IdentifierKind
import org.sceau.Identity
import org.sceau.IdentityException
import org.sceau.LicenceNumber
import org.sceau.LicenceReference
import org.sceau.Nam
import org.sceau.NamBirth
import org.sceau.NameDistance
import org.sceau.NameError
import org.sceau.NamePolicy
import org.sceau.Names
import org.sceau.Nas
import org.sceau.Neq
import org.sceau.Parsed
import org.sceau.PhoneNumber
import org.sceau.PostalCode
import org.sceau.PostalSecret
import org.sceau.QstNumber
import org.sceau.ServiceKey
import org.sceau.Side
import org.sceau.TemporaryAccessCode
import org.sceau.TypedEdit
import org.sceau.Typing
import org.sceau.Username
import org.sceau.Verdict
import org.sceau.ZoneMatch

// identifier/*.txt, name/*.txt and identity/check.txt

internal fun parse(record: Record): String =
    answer(kind(record).parse(record.text("text"))) { "${it.compact}; ${it.display}; ${it.masked}" }

internal fun level(record: Record): String =
    answer(kind(record).parse(record.text("text"))) { it.level(date(record.text("today"))).wireName }

/** `text` has a `|` where the caret is, and so has the answer. */
internal fun typing(record: Record): String {
    val (before, behind) = record.text("text").split('|')
    val edit = record.optional("edit") ?: "insertion"
    val typing =
        kind(record)
            .typing(
                before + behind,
                before.length,
                TypedEdit.entries.single { it.wireName == edit },
            )
    val why = (typing as? Typing.Impossible)?.run { " ${error.wireName} ${error.at}" }.orEmpty()
    val shown = typing.text.replaceRange(typing.caret, typing.caret, "|")
    return "${typing.wireName}$why; $shown"
}

internal fun pseudonym(record: Record): String =
    answer(kind(record).parse(record.text("text"))) {
        ServiceKey(1u, record.bytes("key")).use { key ->
            toHex(it.pseudonym(key, record.bytes("group")))
        }
    }

internal fun synthetic(record: Record): String =
    kind(record).synthetic(record.ulong("number", 0u))?.compact ?: "none"

private fun kind(record: Record): IdentifierKind<out Identifier> =
    kinds.single { it.wireName == record.text("kind") }

internal val kinds: List<IdentifierKind<out Identifier>> =
    listOf(
        ActivationKey,
        AssessmentNotice,
        BirthDate,
        BusinessNumber,
        CardExpiry,
        CardReference,
        CardSequence,
        ClicsequrUserCode,
        EmailAddress,
        LicenceNumber,
        LicenceReference,
        Nam,
        Nas,
        Neq,
        PhoneNumber,
        PostalCode,
        PostalSecret,
        QstNumber,
        TemporaryAccessCode,
        Username,
    )

internal fun nam(record: Record): String =
    answer(Nam.parse(record.text("text"))) { nam ->
        val today = date(record.text("today"))
        val birth = record.optional("born")?.let { nam.checkBorn(date(it)) } ?: nam.check(today)
        "${nam.level(today).wireName}; ${answer(birth, ::birthAnswer)}"
    }

private fun birthAnswer(birth: NamBirth) = "${birth.date} ${birth.marker.wireName}"

internal fun nas(record: Record): String =
    answer(Nas.parse(record.text("text"))) { nas -> answer(nas.check()) { it.wireName } }

internal fun neq(record: Record): String =
    answer(Neq.parse(record.text("text"))) { neq -> answer(neq.check()) { it.wireName } }

internal fun expiry(record: Record): String =
    answer(CardExpiry.parse(record.text("text"))) { it.lastDay.toString() }

internal fun age(record: Record): String =
    answer(BirthDate.parse(record.text("born"))) { it.ageOn(date(record.text("today"))).toString() }

internal fun fold(record: Record): String =
    when (val folded = Names.fold(record.text("name"))) {
        is Folded.Key -> folded.letters
        is Folded.Refused -> error(folded.error, folded.error.at)
    }

internal fun foldIcao(record: Record): String =
    when (val folded = Names.foldIcao(record.text("name"))) {
        is FoldedIcao.Key -> folded.letters
        is FoldedIcao.Refused -> error(folded.error, folded.error.at)
    }

internal fun versioned(record: Record): String {
    val name = record.text("name")
    return when (val rule = record.text("rule")) {
        "ramq" ->
            when (val folded = Names.fold(name)) {
                is Folded.Key -> folded.versioned
                is Folded.Refused -> error(folded.error, folded.error.at)
            }
        "icao" ->
            when (val folded = Names.foldIcao(name)) {
                is FoldedIcao.Key -> folded.versioned
                is FoldedIcao.Refused -> error(folded.error, folded.error.at)
            }
        else -> error("rule $rule")
    }
}

internal fun matchesIcao(record: Record): String =
    when (val match = Names.matchesIcao(record.text("machine"), record.text("name"))) {
        ZoneMatch.Matches -> "yes"
        ZoneMatch.Mismatch -> "no"
        is ZoneMatch.Refused -> refused(match.side, match.error)
    }

internal fun distance(record: Record): String =
    when (val distance = Names.distance(record.text("first"), record.text("second"))) {
        is NameDistance.Within -> "${distance.letters}"
        NameDistance.Beyond -> "more"
        is NameDistance.Refused -> refused(distance.side, distance.error)
    }

private fun refused(side: Side, error: NameError) = "${side.wireName} ${error(error, error.at)}"

internal fun compare(record: Record): String {
    return when (val compared = Names.compare(record.text("first"), record.text("second"))) {
        is Compared.Comparison -> if (compared.isIdentical) "identical" else differences(compared)
        is Compared.Refused -> refused(compared.side, compared.error)
    }
}

/** One part a difference: its name, the offsets on both sides, the characters on both sides. */
private fun differences(comparison: Compared.Comparison) =
    Difference.entries
        .mapNotNull { difference ->
            comparison.places[difference]?.let { place ->
                val letters =
                    listOf(place.letterFirst, place.letterSecond).map { it?.let { "[$it]" } ?: "-" }
                "${difference.wireName} ${place.first} ${place.second} ${letters.joinToString(" ")}"
            }
        }
        .joinToString("; ")

/**
 * `form`, `card` and `notice` are `surname | given name | other surname`, the last one if there is
 * one; those present are compared in this order.
 */
internal fun identity(record: Record): String {
    val fields =
        listOf(
            "form" to DocumentKind.FORM,
            "card" to DocumentKind.HEALTH_CARD,
            "notice" to DocumentKind.ASSESSMENT_NOTICE,
        )
    val documents =
        fields.mapNotNull { (field, kind) ->
            val names = record.optional(field)?.split('|')?.map(String::trim)
            names?.let { Document(kind, it[0], it[1], it.getOrNull(2)) }
        }
    return try {
        val report =
            Identity.check(
                documents,
                checkNotNull(Nam.parse(record.text("nam")).valueOrNull),
                checkNotNull(BirthDate.parse(record.text("born")).valueOrNull),
                date(record.text("today")),
                mapOf("sag" to NamePolicy.SAG, "tolerant" to NamePolicy.TOLERANT)
                    .getValue(record.text("policy")),
                record.int("minimum-age", Identity.SAG_MINIMUM_AGE),
            )
        (listOf(report.outcome.wireName) + report.findings.map(::finding)).joinToString("; ")
    } catch (e: IdentityException) {
        error(e)
    }
}

/** A finding that agrees is its field's name; another adds the verdict, what differs, and where. */
private fun finding(finding: Finding): String {
    if (finding.verdict == Verdict.AGREES) return finding.field.wireName
    val words =
        listOf(finding.field.wireName, finding.verdict.wireName) +
            finding.differences.map { it.wireName }
    val letters = listOfNotNull(finding.letterFirst, finding.letterSecond).map { "[$it]" }
    val unreadable = finding.unreadable?.let { listOf(it.side.wireName, it.error.wireName) }
    return (words + letters + unreadable.orEmpty()).joinToString(" ")
}

private fun date(text: String): LocalDate = checkNotNull(BirthDate.parse(text).valueOrNull).date

private fun <T> answer(parsed: Parsed<T>, say: (T) -> String): String =
    when (parsed) {
        is Parsed.Accepted -> say(parsed.value)
        is Parsed.Refused -> error(parsed.error, parsed.error.at)
    }

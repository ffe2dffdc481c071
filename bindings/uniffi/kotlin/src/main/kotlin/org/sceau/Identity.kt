package org.sceau

import java.time.LocalDate
import org.sceau.ffi.Document as FfiDocument
import org.sceau.ffi.DocumentKind as FfiDocumentKind
import org.sceau.ffi.Field as FfiField
import org.sceau.ffi.Finding as FfiFinding
import org.sceau.ffi.IdentityException as FfiIdentityException
import org.sceau.ffi.IdentityOutcome as FfiIdentityOutcome
import org.sceau.ffi.Verdict as FfiVerdict
import org.sceau.ffi.documentKindName
import org.sceau.ffi.fieldName
import org.sceau.ffi.identityCheck
import org.sceau.ffi.identityErrorWords
import org.sceau.ffi.identityOutcomeName
import org.sceau.ffi.sagMinimumAge
import org.sceau.ffi.verdictName

/** Where a name is written. */
public enum class DocumentKind(internal val ffi: FfiDocumentKind) {
    /** What the person typed. */
    FORM(FfiDocumentKind.FORM),

    /** The health insurance card (RAMQ). */
    HEALTH_CARD(FfiDocumentKind.HEALTH_CARD),

    /** The notice of assessment (Revenu Québec). */
    ASSESSMENT_NOTICE(FfiDocumentKind.ASSESSMENT_NOTICE);

    /** The stable wire name. */
    public val wireName: String
        get() = documentKindName(ffi)
}

/** A document, and the names as they are written on it. */
public class Document(
    /** Which document it is. */
    public val kind: DocumentKind,
    /** The surname. */
    public val surname: String,
    /** The given name or names. */
    public val givenName: String,
    /**
     * Another surname of the same person that the document gives, as of birth or by marriage; it
     * counts as well as the first. SAG knows none: a spouse's name blocks an account there.
     */
    public val otherSurname: String? = null,
) {
    internal fun toFfi() =
        FfiDocument(
            kind.ffi,
            surname.wellFormed(),
            givenName.wellFormed(),
            otherSurname?.wellFormed(),
        )

    override fun toString(): String = "Document(..)"
}

/** What was looked at. */
public enum class Field(internal val ffi: FfiField) {
    /** The check digit of the NAM. */
    NAM_CHECK_DIGIT(FfiField.NAM_CHECK_DIGIT),

    /** Three letters of the NAM, of the surname at birth. */
    NAM_SURNAME(FfiField.NAM_SURNAME),

    /** One letter of the NAM, of the usual given name. */
    NAM_GIVEN_NAME(FfiField.NAM_GIVEN_NAME),

    /** Six digits of the NAM, of the birth date. */
    NAM_BIRTH_DATE(FfiField.NAM_BIRTH_DATE),

    /** The age. */
    AGE(FfiField.AGE),

    /** The surname on two documents. */
    SURNAME(FfiField.SURNAME),

    /** The given name on two documents. */
    GIVEN_NAME(FfiField.GIVEN_NAME);

    /** The stable wire name. */
    public val wireName: String
        get() = fieldName(ffi)
}

/** What became of a field. */
public enum class Verdict(internal val ffi: FfiVerdict) {
    /** It is as it should be. */
    AGREES(FfiVerdict.AGREES),

    /** It differs in ways that the policy accepts. */
    TOLERATED(FfiVerdict.TOLERATED),

    /**
     * The letters of the number are not those of the name: it keeps the name at birth, so this
     * refuses nobody.
     */
    WARNING(FfiVerdict.WARNING),

    /** It differs. */
    DIFFERS(FfiVerdict.DIFFERS),

    /** A name is not one that can be compared, or the number has a date that does not exist. */
    UNREADABLE(FfiVerdict.UNREADABLE),

    /** The age is below the least one, or the birth lies ahead. */
    TOO_YOUNG(FfiVerdict.TOO_YOUNG);

    /** The stable wire name. */
    public val wireName: String
        get() = verdictName(ffi)
}

/** What the findings of a report come to, from the best to the worst. */
public enum class IdentityOutcome(internal val ffi: FfiIdentityOutcome) {
    /** Every field agrees. */
    UNIFORM(FfiIdentityOutcome.UNIFORM),

    /** There are differences that the policy accepts, or warnings, and nothing worse. */
    TOLERATED(FfiIdentityOutcome.TOLERATED),

    /** At least one field differs, could not be read, or tells of too low an age. */
    REFUSED(FfiIdentityOutcome.REFUSED);

    /** The stable wire name. */
    public val wireName: String
        get() = identityOutcomeName(ffi)
}

/** Why a claim could not be checked at all. */
public enum class IdentityError(private val ffi: FfiIdentityException) :
    Reason by Said({ identityErrorWords(ffi) }) {
    /** There is no document. */
    NO_DOCUMENT(FfiIdentityException.NoDocument()),

    /** There are more than four documents. */
    TOO_MANY_DOCUMENTS(FfiIdentityException.TooManyDocuments()),
}

/** Thrown when a claim could not be checked at all. */
public class IdentityException
internal constructor(
    /** Why. */
    public val error: IdentityError
) : Exception(error.wireName), Reason by error

/** What was found of one field; its [message] says it to the person. */
public class Finding internal constructor(private val ffi: FfiFinding) {
    /** The field. */
    public val field: Field = ffi.field.lift()

    /** What became of it. */
    public val verdict: Verdict = ffi.verdict.lift()

    /** The first document, where its names were looked at. */
    public val first: DocumentKind? = ffi.first?.lift()

    /** The document compared with the first one; null where the number was. */
    public val second: DocumentKind? = ffi.second?.lift()

    /** In what the names on the two documents differ. */
    public val differences: Set<Difference> = ffi.differences.lift()

    /** The difference that matters most: one that the policy refuses, if there is one. */
    public val main: Difference? = ffi.main?.lift()

    /** Where the main difference shows, the letter or separator of the first document. */
    public val letterFirst: String?
        get() = ffi.letterFirst

    /** The letter or separator of the second document there. */
    public val letterSecond: String?
        get() = ffi.letterSecond

    /** Why a name is unreadable, and which of the two. */
    public val unreadable: Compared.Refused? =
        ffi.unreadable?.let { Compared.Refused(it.side.lift(), it.error.lift()) }

    /** The least age that the claim asks for, in years, where the field is the age. */
    public val minimumAge: Int? = ffi.minimumAge?.toInt()

    /**
     * Returns what was found, and what to do about it. It names the one letter that differs, never
     * more.
     */
    public fun message(language: Language): String =
        when (language) {
            Language.FRENCH -> ffi.french
            Language.ENGLISH -> ffi.english
        }

    override fun toString(): String = "Finding(..)"
}

/** What was found of each field of a claim, in a fixed order. */
public class Report
internal constructor(
    /** What the findings come to. */
    public val outcome: IdentityOutcome,
    /**
     * The findings: check digit, surname, given name and date of the number, age, then each further
     * document.
     */
    public val findings: List<Finding>,
) {
    override fun toString(): String = "Report(..)"
}

/** A person across documents: "identité uniforme", and the health insurance number. */
public object Identity {
    /** The least age for an account, in years (SAG sign-up screen). */
    public val SAG_MINIMUM_AGE: Int = sagMinimumAge().toInt()

    /**
     * Checks a claim, field by field. Never says which document is right.
     *
     * @param documents one to four; all are compared with the first
     * @param birthDate as the person declares it; its century is taken for the number's
     * @throws IdentityException for no document, or more than four
     */
    public fun check(
        documents: List<Document>,
        nam: Nam,
        birthDate: BirthDate,
        today: LocalDate,
        policy: NamePolicy = NamePolicy.SAG,
        minimumAge: Int = SAG_MINIMUM_AGE,
    ): Report {
        val report =
            try {
                identityCheck(
                    documents.map(Document::toFfi),
                    nam.compact,
                    birthDate.compact,
                    today.toFfi(),
                    policy.accepted.toFfi(),
                    minimumAge.toFfi16(),
                )
            } catch (e: FfiIdentityException) {
                throw IdentityException(e.lift())
            }
        return Report(report.outcome.lift(), report.findings.map(::Finding))
    }
}

private fun FfiDocumentKind.lift() =
    when (this) {
        FfiDocumentKind.FORM -> DocumentKind.FORM
        FfiDocumentKind.HEALTH_CARD -> DocumentKind.HEALTH_CARD
        FfiDocumentKind.ASSESSMENT_NOTICE -> DocumentKind.ASSESSMENT_NOTICE
    }

private fun FfiField.lift() =
    when (this) {
        FfiField.NAM_CHECK_DIGIT -> Field.NAM_CHECK_DIGIT
        FfiField.NAM_SURNAME -> Field.NAM_SURNAME
        FfiField.NAM_GIVEN_NAME -> Field.NAM_GIVEN_NAME
        FfiField.NAM_BIRTH_DATE -> Field.NAM_BIRTH_DATE
        FfiField.AGE -> Field.AGE
        FfiField.SURNAME -> Field.SURNAME
        FfiField.GIVEN_NAME -> Field.GIVEN_NAME
    }

private fun FfiVerdict.lift() =
    when (this) {
        FfiVerdict.AGREES -> Verdict.AGREES
        FfiVerdict.TOLERATED -> Verdict.TOLERATED
        FfiVerdict.WARNING -> Verdict.WARNING
        FfiVerdict.DIFFERS -> Verdict.DIFFERS
        FfiVerdict.UNREADABLE -> Verdict.UNREADABLE
        FfiVerdict.TOO_YOUNG -> Verdict.TOO_YOUNG
    }

private fun FfiIdentityOutcome.lift() =
    when (this) {
        FfiIdentityOutcome.UNIFORM -> IdentityOutcome.UNIFORM
        FfiIdentityOutcome.TOLERATED -> IdentityOutcome.TOLERATED
        FfiIdentityOutcome.REFUSED -> IdentityOutcome.REFUSED
    }

private fun FfiIdentityException.lift() =
    when (this) {
        is FfiIdentityException.NoDocument -> IdentityError.NO_DOCUMENT
        is FfiIdentityException.TooManyDocuments -> IdentityError.TOO_MANY_DOCUMENTS
    }

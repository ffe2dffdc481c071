package org.sceau

import java.time.Clock
import java.time.LocalDate
import org.sceau.ffi.IdentifierForms
import org.sceau.ffi.IdentifierKind as FfiIdentifierKind
import org.sceau.ffi.IdentifierParsed
import org.sceau.ffi.Level as FfiLevel
import org.sceau.ffi.NamChecked
import org.sceau.ffi.NasChecked
import org.sceau.ffi.NasKind as FfiNasKind
import org.sceau.ffi.PseudonymComputed
import org.sceau.ffi.SexCode as FfiSexCode
import org.sceau.ffi.birthDateDay
import org.sceau.ffi.identifierKindName
import org.sceau.ffi.identifierLevel
import org.sceau.ffi.identifierParse
import org.sceau.ffi.identifierSynthetic
import org.sceau.ffi.identifierTyping
import org.sceau.ffi.levelName
import org.sceau.ffi.namCheck
import org.sceau.ffi.namCheckBorn
import org.sceau.ffi.nasCheck
import org.sceau.ffi.nasKindName
import org.sceau.ffi.sexCodeName

/** How much of an identifier holds: each level contains the one before it. */
public enum class Level(internal val ffi: FfiLevel) {
    /** The characters are those of such an identifier. */
    WELL_FORMED(FfiLevel.WELL_FORMED),

    /** What it says can be: the date in it exists. */
    PLAUSIBLE(FfiLevel.PLAUSIBLE),

    /** Its check digit fits as well. */
    CHECK_DIGIT(FfiLevel.CHECK_DIGIT);

    /** The stable wire name. */
    public val wireName: String
        get() = levelName(ffi)
}

/**
 * Which of two codes a NAM's month carries: it says "the number codes F", and nothing of the
 * person.
 */
public enum class SexCode(internal val ffi: FfiSexCode) {
    /** The month is 51–62. */
    F(FfiSexCode.F),

    /** The month is 01–12. */
    M(FfiSexCode.M);

    /** The stable wire name. */
    public val wireName: String
        get() = sexCodeName(ffi)
}

/** Whose number a NAS is, as its first digit tells. */
public enum class NasKind(internal val ffi: FfiNasKind) {
    /** A citizen's or permanent resident's. */
    PERMANENT(FfiNasKind.PERMANENT),

    /** A temporary resident's: it expires on a date that is not in the number. */
    TEMPORARY(FfiNasKind.TEMPORARY);

    /** The stable wire name. */
    public val wireName: String
        get() = nasKindName(ffi)
}

/** What a NAM whose check digit fits says of a birth; it does not say whose. */
public class NamBirth
internal constructor(
    /** The birth date, in the century that the check digit tells. */
    public val date: LocalDate,
    /** The code of the month. */
    public val marker: SexCode,
) {
    override fun toString(): String = "NamBirth(..)"
}

/**
 * An identifier: a text whose shape is right. Whether its date exists or its check digit fits is a
 * second question, asked with `check` or [level]; neither says that it was issued, or to whom.
 *
 * Its `toString` shows the type only: it is a person's.
 */
public sealed class Identifier(
    private val forms: IdentifierForms,
    private val kind: FfiIdentifierKind,
) {
    /** The canonical form: what to store, compare and send. */
    public val compact: String
        get() = forms.compact

    /** The form that people read, which parses back to the same value. */
    public val display: String
        get() = forms.display

    /**
     * The display form with a dot for every letter and digit, but the last two digits of a number.
     */
    public val masked: String
        get() = forms.masked

    /** Returns how much of it could be checked, on the civil date [today]. */
    public fun level(today: LocalDate): Level =
        when (checkNotNull(identifierLevel(kind, compact, today.toFfi()))) {
            FfiLevel.WELL_FORMED -> Level.WELL_FORMED
            FfiLevel.PLAUSIBLE -> Level.PLAUSIBLE
            FfiLevel.CHECK_DIGIT -> Level.CHECK_DIGIT
        }

    /**
     * Computes the 32 bytes that stand for it in the tables of one [group] that may be joined.
     *
     * Two groups, as two ministries, have different ones and cannot join. Who holds the key can try
     * all numbers and has them back: a pseudonym stays personal information.
     */
    public fun pseudonym(key: ServiceKey, group: ByteArray): ByteArray =
        when (val computed = group.lent { key.ffi.pseudonym(it, kind, compact) }) {
            is PseudonymComputed.Computed -> computed.bytes
            is PseudonymComputed.Refused -> error("a parsed identifier parses")
        }

    override fun equals(other: Any?): Boolean =
        other is Identifier && kind == other.kind && compact == other.compact

    override fun hashCode(): Int = compact.hashCode()

    override fun toString(): String = "${javaClass.simpleName}(..)"
}

/** How a kind of identifier is read: `Nam.parse(text)`. */
public sealed class IdentifierKind<T : Identifier>(
    private val ffi: FfiIdentifierKind,
    private val make: (IdentifierForms) -> T,
) {
    /** The stable wire name of the kind. */
    public val wireName: String
        get() = identifierKindName(ffi)

    /**
     * Parses what a person typed. Spaces around it, invisible characters and full-width forms never
     * matter; spaces, dashes and case inside matter only to user names, addresses and dates.
     */
    public fun parse(text: String): Parsed<T> =
        when (val parsed = identifierParse(ffi, text.wellFormed())) {
            is IdentifierParsed.Parsed -> Parsed.Accepted(make(parsed.forms))
            is IdentifierParsed.Refused -> Parsed.Refused(parsed.error.lift())
        }

    /**
     * Says what a form's field holds after an edit that left the caret at [caret], in UTF-16 code
     * units: how far the typing is, how that reads, and where the caret belongs.
     */
    public fun typing(
        text: String,
        caret: Int = text.length,
        edit: TypedEdit = TypedEdit.INSERTION,
    ): Typing {
        val typed = text.wellFormed()
        val before = typed.take(caret).wellFormed().toByteArray().size
        return identifierTyping(ffi, typed, before.toULong(), edit.ffi).lift()
    }

    /**
     * Returns the number that [number] chooses among those that nobody can have been given; null
     * for the kinds of which none are known. Only NAM, NAS and NEQ have any; `check` refuses them.
     */
    public fun synthetic(number: ULong): T? =
        identifierSynthetic(ffi, number)?.let { parse(it).valueOrNull }
}

/** A health insurance number (numéro d'assurance maladie, RAMQ): `BOUF 9401 1417`. */
public class Nam internal constructor(forms: IdentifierForms) :
    Identifier(forms, FfiIdentifierKind.NAM) {
    /**
     * Checks the date and the check digit, in the most recent century that fits on the day [today].
     */
    public fun check(
        today: LocalDate = LocalDate.now(Clock.systemDefaultZone())
    ): Parsed<NamBirth> = namCheck(compact, today.toFfi()).lift()

    /** Checks the date and the check digit, in the century of a declared birth date. */
    public fun checkBorn(born: LocalDate): Parsed<NamBirth> =
        namCheckBorn(compact, born.toFfi()).lift()

    public companion object : IdentifierKind<Nam>(FfiIdentifierKind.NAM, ::Nam)
}

/** A social insurance number (numéro d'assurance sociale): `130 692 544`. */
public class Nas internal constructor(forms: IdentifierForms) :
    Identifier(forms, FfiIdentifierKind.NAS) {
    /** Checks the check digit (Luhn) and the class of the number. */
    public fun check(): Parsed<NasKind> =
        when (val checked = nasCheck(compact)) {
            is NasChecked.Fits -> Parsed.Accepted(checked.kind.lift())
            is NasChecked.Refused -> Parsed.Refused(checked.error.lift())
        }

    public companion object : IdentifierKind<Nas>(FfiIdentifierKind.NAS, ::Nas)
}

/** A number of Revenu Québec's notice of assessment: Q or M, then ten letters and digits. */
public class AssessmentNotice internal constructor(forms: IdentifierForms) :
    Identifier(forms, FfiIdentifierKind.ASSESSMENT_NOTICE) {
    public companion object :
        IdentifierKind<AssessmentNotice>(FfiIdentifierKind.ASSESSMENT_NOTICE, ::AssessmentNotice)
}

/** The reference number on the back of RAMQ cards issued after January 2018: nine digits. */
public class CardReference internal constructor(forms: IdentifierForms) :
    Identifier(forms, FfiIdentifierKind.CARD_REFERENCE) {
    public companion object :
        IdentifierKind<CardReference>(FfiIdentifierKind.CARD_REFERENCE, ::CardReference)
}

/** A user name: at least 5 characters, letters and digits only (SAG sign-up screen). */
public class Username internal constructor(forms: IdentifierForms) :
    Identifier(forms, FfiIdentifierKind.USERNAME) {
    public companion object : IdentifierKind<Username>(FfiIdentifierKind.USERNAME, ::Username)
}

/** An e-mail address as browsers accept it (WHATWG HTML, `input type=email`). */
public class EmailAddress internal constructor(forms: IdentifierForms) :
    Identifier(forms, FfiIdentifierKind.EMAIL_ADDRESS) {
    public companion object :
        IdentifierKind<EmailAddress>(FfiIdentifierKind.EMAIL_ADDRESS, ::EmailAddress)
}

/** A birth date, `AAAA-MM-JJ` (year, month, day): a day that exists. */
public class BirthDate internal constructor(forms: IdentifierForms) :
    Identifier(forms, FfiIdentifierKind.BIRTH_DATE) {
    /** The day. */
    public val date: LocalDate
        get() = dateOf(birthDateDay(compact))

    /** Returns the age in full years on the day [today]; 0 if the birth lies ahead. */
    public fun ageOn(today: LocalDate): Int = date.ageOn(today)

    public companion object : IdentifierKind<BirthDate>(FfiIdentifierKind.BIRTH_DATE, ::BirthDate)
}

private fun NamChecked.lift(): Parsed<NamBirth> =
    when (this) {
        is NamChecked.Fits -> Parsed.Accepted(NamBirth(dateOf(birth.date), birth.marker.lift()))
        is NamChecked.Refused -> Parsed.Refused(error.lift())
    }

private fun FfiSexCode.lift() =
    when (this) {
        FfiSexCode.F -> SexCode.F
        FfiSexCode.M -> SexCode.M
    }

private fun FfiNasKind.lift() =
    when (this) {
        FfiNasKind.PERMANENT -> NasKind.PERMANENT
        FfiNasKind.TEMPORARY -> NasKind.TEMPORARY
    }

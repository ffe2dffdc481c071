package org.sceau

import java.time.LocalDate
import org.sceau.ffi.IdentifierForms
import org.sceau.ffi.IdentifierKind as FfiIdentifierKind
import org.sceau.ffi.NeqChecked
import org.sceau.ffi.NeqKind as FfiNeqKind
import org.sceau.ffi.cardExpiryLastDay
import org.sceau.ffi.neqCheck
import org.sceau.ffi.neqKindName

/** The sequential number of a health insurance card (RAMQ): two digits. */
public class CardSequence internal constructor(forms: IdentifierForms) :
    Identifier(forms, FfiIdentifierKind.CARD_SEQUENCE) {
    public companion object :
        IdentifierKind<CardSequence>(FfiIdentifierKind.CARD_SEQUENCE, ::CardSequence)
}

/** The number of a driver's licence (SAAQ): a letter and twelve digits. */
public class LicenceNumber internal constructor(forms: IdentifierForms) :
    Identifier(forms, FfiIdentifierKind.LICENCE_NUMBER) {
    public companion object :
        IdentifierKind<LicenceNumber>(FfiIdentifierKind.LICENCE_NUMBER, ::LicenceNumber)
}

/** The reference number of a driver's licence, whose format is not public: kept as typed. */
public class LicenceReference internal constructor(forms: IdentifierForms) :
    Identifier(forms, FfiIdentifierKind.LICENCE_REFERENCE) {
    public companion object :
        IdentifierKind<LicenceReference>(FfiIdentifierKind.LICENCE_REFERENCE, ::LicenceReference)
}

/** A federal business number, with or without a program account: `12302 6635 RC0001`. */
public class BusinessNumber internal constructor(forms: IdentifierForms) :
    Identifier(forms, FfiIdentifierKind.BUSINESS_NUMBER) {
    public companion object :
        IdentifierKind<BusinessNumber>(FfiIdentifierKind.BUSINESS_NUMBER, ::BusinessNumber)
}

/** A number of Québec sales tax: `1012345671 TQ 0001`; its check digit is advisory. */
public class QstNumber internal constructor(forms: IdentifierForms) :
    Identifier(forms, FfiIdentifierKind.QST_NUMBER) {
    public companion object : IdentifierKind<QstNumber>(FfiIdentifierKind.QST_NUMBER, ::QstNumber)
}

/** A postal code of Canada: `G1R 4P5`. */
public class PostalCode internal constructor(forms: IdentifierForms) :
    Identifier(forms, FfiIdentifierKind.POSTAL_CODE) {
    public companion object :
        IdentifierKind<PostalCode>(FfiIdentifierKind.POSTAL_CODE, ::PostalCode)
}

/** A telephone number of the North American Numbering Plan: `+1 418 555 0123`. */
public class PhoneNumber internal constructor(forms: IdentifierForms) :
    Identifier(forms, FfiIdentifierKind.PHONE_NUMBER) {
    public companion object :
        IdentifierKind<PhoneNumber>(FfiIdentifierKind.PHONE_NUMBER, ::PhoneNumber)
}

/** A user code of clicSÉQUR, whose format is not public: kept as typed. */
public class ClicsequrUserCode internal constructor(forms: IdentifierForms) :
    Identifier(forms, FfiIdentifierKind.CLICSEQUR_USER_CODE) {
    public companion object :
        IdentifierKind<ClicsequrUserCode>(FfiIdentifierKind.CLICSEQUR_USER_CODE, ::ClicsequrUserCode)
}

/** The expiry of a health insurance card (RAMQ), `AAAA-MM` (year, month). */
public class CardExpiry internal constructor(forms: IdentifierForms) :
    Identifier(forms, FfiIdentifierKind.CARD_EXPIRY) {
    /** The last day of the month; that the card is good until then is an assumption. */
    public val lastDay: LocalDate
        get() = dateOf(cardExpiryLastDay(compact))

    public companion object :
        IdentifierKind<CardExpiry>(FfiIdentifierKind.CARD_EXPIRY, ::CardExpiry)
}

/** Whether the register of enterprises issues numbers that begin as this one. */
public enum class NeqKind(internal val ffi: FfiNeqKind) {
    /** It begins with 11, 22, 33 or 88. */
    ISSUED(FfiNeqKind.ISSUED),

    /** It begins with 44, 55, 66, 77 or 99, which are kept for the future. */
    RESERVED(FfiNeqKind.RESERVED);

    /** The stable wire name. */
    public val wireName: String
        get() = neqKindName(ffi)
}

/** A number of Québec's enterprise register: ten digits. */
public class Neq internal constructor(forms: IdentifierForms) :
    Identifier(forms, FfiIdentifierKind.NEQ) {
    /** Checks how the number begins, and the check digit (Luhn) of the eight digits behind. */
    public fun check(): Parsed<NeqKind> =
        when (val checked = neqCheck(compact)) {
            is NeqChecked.Fits -> Parsed.Accepted(checked.kind.lift())
            is NeqChecked.Refused -> Parsed.Refused(checked.error.lift())
        }

    public companion object : IdentifierKind<Neq>(FfiIdentifierKind.NEQ, ::Neq)
}

/** A secret that a person types. It equals nothing but itself: to verify it is the server's. */
public sealed class TypedSecret(forms: IdentifierForms, kind: FfiIdentifierKind) :
    Identifier(forms, kind) {
    override fun equals(other: Any?): Boolean = this === other

    override fun hashCode(): Int = System.identityHashCode(this)
}

/** The activation key of the Carnet santé (RAMQ): four digits. */
public class ActivationKey internal constructor(forms: IdentifierForms) :
    TypedSecret(forms, FfiIdentifierKind.ACTIVATION_KEY) {
    public companion object :
        IdentifierKind<ActivationKey>(FfiIdentifierKind.ACTIVATION_KEY, ::ActivationKey)
}

/** The identification secret sent by post, whose format is not public: kept as typed. */
public class PostalSecret internal constructor(forms: IdentifierForms) :
    TypedSecret(forms, FfiIdentifierKind.POSTAL_SECRET) {
    public companion object :
        IdentifierKind<PostalSecret>(FfiIdentifierKind.POSTAL_SECRET, ::PostalSecret)
}

/** A temporary access code of clicSÉQUR, whose format is not public: kept as typed. */
public class TemporaryAccessCode internal constructor(forms: IdentifierForms) :
    TypedSecret(forms, FfiIdentifierKind.TEMPORARY_ACCESS_CODE) {
    public companion object :
        IdentifierKind<TemporaryAccessCode>(FfiIdentifierKind.TEMPORARY_ACCESS_CODE, ::TemporaryAccessCode)
}

private fun FfiNeqKind.lift() =
    when (this) {
        FfiNeqKind.ISSUED -> NeqKind.ISSUED
        FfiNeqKind.RESERVED -> NeqKind.RESERVED
    }

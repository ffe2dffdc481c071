package org.sceau

import org.sceau.ffi.PasswordDigest as FfiPasswordDigest
import org.sceau.ffi.SpringParameters as FfiSpringParameters
import org.sceau.ffi.StoredFormat as FfiStoredFormat
import org.sceau.ffi.StoredPassword as FfiStoredPassword
import org.sceau.ffi.passwordDigestName
import org.sceau.ffi.springParametersV55
import org.sceau.ffi.springParametersV58
import org.sceau.ffi.storedFormatName

/** A format of stored hashes. Only PHC strings are ever written. */
public enum class StoredFormat(internal val ffi: FfiStoredFormat) {
    /** PHC strings of PBKDF2: `$pbkdf2-sha256$i=600000$salt$hash`. */
    PHC(FfiStoredFormat.PHC),

    /** Django's `pbkdf2_sha256$N$salt$hash`, and `pbkdf2_sha1`. */
    DJANGO(FfiStoredFormat.DJANGO),

    /** Django's oldest: `sha1$salt$hash`, a salted digest. */
    DJANGO_SHA1(FfiStoredFormat.DJANGO_SHA1),

    /** passlib's and libpass's `$pbkdf2-sha256$N$salt$hash`; of SHA-1, `$pbkdf2$`. */
    PASSLIB(FfiStoredFormat.PASSLIB),

    /** Werkzeug's `pbkdf2:sha256:N$salt$hash`, of Flask. */
    WERKZEUG(FfiStoredFormat.WERKZEUG),

    /** LDAP's `{PBKDF2-SHA256}N$salt$hash`, as OpenLDAP or 389 Directory Server writes it. */
    LDAP_PBKDF2(FfiStoredFormat.LDAP_PBKDF2),

    /** LDAP's salted digests: `{SSHA}`, `{SSHA256}`, `{SSHA512}`. */
    LDAP_SALTED(FfiStoredFormat.LDAP_SALTED),

    /** ASP.NET Identity, version 2: 1,000 iterations of SHA-1. */
    ASP_NET_V2(FfiStoredFormat.ASP_NET_V2),

    /** ASP.NET Identity, version 3. */
    ASP_NET_V3(FfiStoredFormat.ASP_NET_V3),

    /** Spring Security's `Pbkdf2PasswordEncoder`, whose strings do not say how they were made. */
    SPRING(FfiStoredFormat.SPRING),

    /** Keycloak's two JSON values. */
    KEYCLOAK(FfiStoredFormat.KEYCLOAK),

    /** PHC strings of Argon2id. */
    ARGON2ID(FfiStoredFormat.ARGON2ID);

    /** The stable wire name. */
    public val wireName: String
        get() = storedFormatName(ffi)
}

/** A hash function under a stored password. SHA-1 is read and never written. */
public enum class PasswordDigest(internal val ffi: FfiPasswordDigest) {
    /** SHA-1. */
    SHA1(FfiPasswordDigest.SHA1),

    /** SHA-256. */
    SHA256(FfiPasswordDigest.SHA256),

    /** SHA-512. */
    SHA512(FfiPasswordDigest.SHA512);

    /** The stable wire name. */
    public val wireName: String
        get() = passwordDigestName(ffi)
}

/**
 * A stored hash, as it is stored. Whoever has it can guess passwords offline: nothing of it is
 * shown.
 */
public sealed class StoredPassword private constructor() {
    internal abstract fun toFfi(): FfiStoredPassword

    /** What goes into the hash beside the password: the secret of Spring's encoder. */
    internal open val secret: ByteArray
        get() = ByteArray(0)

    override fun toString(): String = "StoredPassword.${this::class.simpleName}(..)"

    /** A text that says itself how it was made: of every format but Spring's and Keycloak's. */
    public class Text(private val text: String) : StoredPassword() {
        override fun toFfi(): FfiStoredPassword = FfiStoredPassword.Text(text.toBytes())
    }

    /**
     * Spring Security's `Pbkdf2PasswordEncoder`: its string, in hexadecimal and without a
     * delegating encoder's `{id}`, and how the encoder was set up.
     */
    public class Spring(private val hash: String, private val parameters: SpringParameters) :
        StoredPassword() {
        override fun toFfi(): FfiStoredPassword =
            FfiStoredPassword.Spring(hash.toBytes(), parameters.toFfi())

        override val secret: ByteArray
            get() = parameters.secret
    }

    /**
     * Keycloak: the columns `credential_data` and `secret_data` of the table `credential`, as they
     * are.
     */
    public class Keycloak(
        private val credentialData: String,
        private val secretData: String,
    ) : StoredPassword() {
        override fun toFfi(): FfiStoredPassword =
            FfiStoredPassword.Keycloak(credentialData.toBytes(), secretData.toBytes())
    }
}

/** How an encoder of Spring Security was set up. */
public class SpringParameters(
    /** The hash function under PBKDF2's HMAC. */
    public val digest: PasswordDigest,
    /** The iterations. */
    public val iterations: Int,
    /** The bytes of salt: the rest is the key. */
    public val saltBytes: Int,
    /** The encoder's secret, at most 112 bytes; usually none. */
    internal val secret: ByteArray = ByteArray(0),
) {
    /** Returns the same parameters with the encoder's secret, which is not copied. */
    public fun withSecret(secret: ByteArray): SpringParameters =
        SpringParameters(digest, iterations, saltBytes, secret)

    override fun toString(): String = "SpringParameters(..)"

    internal fun toFfi() =
        FfiSpringParameters(digest.ffi, iterations.toFfi32(), saltBytes.toFfi8())

    public companion object {
        /**
         * The defaults of Spring Security 5.8 and later
         * (`Pbkdf2PasswordEncoder.defaultsForSpringSecurity_v5_8`).
         */
        public val V5_8: SpringParameters = of(springParametersV58())

        /**
         * The defaults until Spring Security 5.5 (`defaultsForSpringSecurity_v5_5`).
         */
        public val V5_5: SpringParameters = of(springParametersV55())

        private fun of(ffi: FfiSpringParameters) =
            SpringParameters(ffi.digest.lift(), ffi.iterations.toInt(), ffi.saltBytes.toInt())
    }
}

private fun FfiPasswordDigest.lift() =
    when (this) {
        FfiPasswordDigest.SHA1 -> PasswordDigest.SHA1
        FfiPasswordDigest.SHA256 -> PasswordDigest.SHA256
        FfiPasswordDigest.SHA512 -> PasswordDigest.SHA512
    }

internal fun FfiStoredFormat.lift() =
    when (this) {
        FfiStoredFormat.PHC -> StoredFormat.PHC
        FfiStoredFormat.DJANGO -> StoredFormat.DJANGO
        FfiStoredFormat.DJANGO_SHA1 -> StoredFormat.DJANGO_SHA1
        FfiStoredFormat.PASSLIB -> StoredFormat.PASSLIB
        FfiStoredFormat.WERKZEUG -> StoredFormat.WERKZEUG
        FfiStoredFormat.LDAP_PBKDF2 -> StoredFormat.LDAP_PBKDF2
        FfiStoredFormat.LDAP_SALTED -> StoredFormat.LDAP_SALTED
        FfiStoredFormat.ASP_NET_V2 -> StoredFormat.ASP_NET_V2
        FfiStoredFormat.ASP_NET_V3 -> StoredFormat.ASP_NET_V3
        FfiStoredFormat.SPRING -> StoredFormat.SPRING
        FfiStoredFormat.KEYCLOAK -> StoredFormat.KEYCLOAK
        FfiStoredFormat.ARGON2ID -> StoredFormat.ARGON2ID
    }

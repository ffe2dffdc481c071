package org.sceau

import java.lang.reflect.Proxy
import java.security.SecureRandom
import java.text.Normalizer
import javax.crypto.SecretKeyFactory
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Test
import org.keycloak.common.crypto.CryptoIntegration
import org.keycloak.common.crypto.CryptoProvider
import org.keycloak.credential.hash.Pbkdf2PasswordHashProvider
import org.springframework.security.crypto.password.DelegatingPasswordEncoder
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder.SecretKeyFactoryAlgorithm

/** Verifies what the real software of others makes of random passwords. */
class PeersTest {
    private val random = SecureRandom()
    private val cheap = CreatePolicy.uncheckedPolicy(PasswordAlgorithm.SHA256, 1_000u)
    private val accept =
        AcceptPolicy.uncheckedPolicy(
            AcceptLimits.DEFAULT.copy(
                formats = setOf(StoredFormat.SPRING, StoredFormat.KEYCLOAK),
                sha1 = IterationRange(1, 1_000_000),
                sha256 = IterationRange(1, 1_000_000),
                sha512 = IterationRange(1, 1_000_000),
            )
        )

    // What is deprecated is what is brought over.
    @Suppress("DEPRECATION")
    @Test
    fun `the defaults of Spring Security 5-8 and 5-5, with and without a secret`() {
        for (secret in listOf("", "à garder pour soi")) {
            val bytes = secret.toByteArray()
            val new = Pbkdf2PasswordEncoder(secret, 16, 310_000, PBKDF2_SHA256)
            val old = Pbkdf2PasswordEncoder(secret, 8, 185_000, PBKDF2_SHA1)
            val encoders =
                if (secret.isEmpty())
                    Pbkdf2PasswordEncoder.defaultsForSpringSecurity_v5_8() to
                        Pbkdf2PasswordEncoder.defaultsForSpringSecurity_v5_5()
                else new to old
            holds(accepting(StoredFormat.SPRING)) {
                spring(encoders.first, it, SpringParameters.V5_8.withSecret(bytes))
            }
            holds(accepting(StoredFormat.SPRING)) {
                spring(encoders.second, it, SpringParameters.V5_5.withSecret(bytes))
            }
        }
    }

    @Suppress("DEPRECATION")
    @Test
    fun `the migration guide's example reads what a delegating encoder wrote`() {
        val verify = Class.forName("SpringKt").getMethod("verify", STRING, STRING)
        for ((id, encoder) in
            listOf(
                "pbkdf2" to Pbkdf2PasswordEncoder.defaultsForSpringSecurity_v5_5(),
                "pbkdf2@SpringSecurity_v5_8" to
                    Pbkdf2PasswordEncoder.defaultsForSpringSecurity_v5_8(),
            )) {
            val column = DelegatingPasswordEncoder(id, mapOf(id to encoder)).encode("Érable")
            val right = PasswordOutcome.MatchRehash(RehashReason.FORMAT)
            assertEquals(right, verify.invoke(null, "Érable", column))
            assertEquals(PasswordOutcome.Mismatch, verify.invoke(null, "Erable", column))
        }
        val renewed = Passwords.hash("Érable")
        assertEquals(PasswordOutcome.Match, verify.invoke(null, "Érable", renewed))
    }

    @Test
    fun `encoders of Spring Security that are set up at random`() {
        val algorithms =
            listOf(
                PBKDF2_SHA1 to PasswordDigest.SHA1,
                PBKDF2_SHA256 to PasswordDigest.SHA256,
                SecretKeyFactoryAlgorithm.PBKDF2WithHmacSHA512 to PasswordDigest.SHA512,
            )
        repeat(60) { round ->
            val (algorithm, digest) = algorithms[round % 3]
            val (salt, iterations) = random.nextInt(8, 17) to random.nextInt(1, 2_000)
            val secret = if (random.nextBoolean()) "" else password()
            val encoder = Pbkdf2PasswordEncoder(secret, salt, iterations, algorithm)
            val parameters = SpringParameters(digest, iterations, salt, secret.toByteArray())
            holds(accept) { spring(encoder, it, parameters) }
        }
    }

    @Test
    fun `Keycloak's PBKDF2`() {
        // All that the provider asks of a server is a key factory; the JDK's will do.
        val factory =
            Proxy.newProxyInstance(javaClass.classLoader, arrayOf(CryptoProvider::class.java)) {
                _,
                method,
                arguments ->
                check(method.name == "getSecretKeyFact") { method.name }
                SecretKeyFactory.getInstance(arguments[0] as String)
            }
        CryptoIntegration.setProvider(factory as CryptoProvider)
        val providers =
            listOf(
                keycloak("pbkdf2", "PBKDF2WithHmacSHA1", 64),
                keycloak("pbkdf2-sha256", "PBKDF2WithHmacSHA256", 32),
                keycloak("pbkdf2-sha256", "PBKDF2WithHmacSHA256", 64),
                keycloak("pbkdf2-sha512", "PBKDF2WithHmacSHA512", 64),
            )
        repeat(80) { round ->
            val iterations = random.nextInt(1, 2_000)
            holds(accept) { providers[round % 4](it, iterations) }
        }
        holds(accepting(StoredFormat.KEYCLOAK)) { providers[2](it, 27_500) }
        holds(accepting(StoredFormat.KEYCLOAK)) { providers[3](it, 210_000) }
    }

    /** Asserts that a hash of a random password is its, and nobody else's. */
    private fun holds(accept: AcceptPolicy, encode: (String) -> StoredPassword) {
        val password = password()
        val stored = encode(password)
        val why = if (prepared(password)) RehashReason.FORMAT else RehashReason.TEXT
        val verified = Passwords.verify(password, stored, accept, cheap)
        assertEquals(PasswordOutcome.MatchRehash(why), verified, password)
        val other = Passwords.verify(password + "x", stored, accept, cheap)
        assertEquals(PasswordOutcome.Mismatch, other, password)
    }

    /** Whether preparing a text, in the alphabets of [password], leaves it as it is. */
    private fun prepared(password: String) = Normalizer.isNormalized(password, Normalizer.Form.NFC)

    /** French, Cyrillic, emoji; half of the time decomposed. */
    private fun password(): String {
        val words = listOf("Érable", "sucré", "œuf", "Йогурт", "ёлка", "🍁", "ß", "l·l", " ")
        val picked = List(random.nextInt(1, 9)) { words[random.nextInt(words.size)] }
        val text = picked.joinToString("", prefix = "a")
        val form = if (random.nextBoolean()) Normalizer.Form.NFC else Normalizer.Form.NFD
        return Normalizer.normalize(text, form)
    }

    private fun accepting(format: StoredFormat) =
        AcceptPolicy(AcceptLimits.DEFAULT.copy(formats = setOf(format)))

    private fun spring(
        encoder: Pbkdf2PasswordEncoder,
        password: String,
        parameters: SpringParameters,
    ) = StoredPassword.Spring(checkNotNull(encoder.encode(password)), parameters)

    private fun keycloak(id: String, algorithm: String, keyBytes: Int) =
        { password: String, iterations: Int ->
            val model =
                Pbkdf2PasswordHashProvider(id, algorithm, iterations, 0, keyBytes * 8)
                    .encodedCredential(password, iterations)
            StoredPassword.Keycloak(model.credentialData, model.secretData)
        }
}

private val STRING = String::class.java
private val PBKDF2_SHA1 = SecretKeyFactoryAlgorithm.PBKDF2WithHmacSHA1
private val PBKDF2_SHA256 = SecretKeyFactoryAlgorithm.PBKDF2WithHmacSHA256

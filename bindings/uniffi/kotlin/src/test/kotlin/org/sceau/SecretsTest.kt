package org.sceau

import java.nio.ByteBuffer
import org.junit.jupiter.api.Assertions.assertArrayEquals
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.params.ParameterizedTest
import org.junit.jupiter.params.provider.ValueSource

/** What happens to keys, secrets and passwords on the way. */
class SecretsTest {
    @Test
    fun `a key overwrites the array that it was made of`() {
        val bytes = ByteArray(32) { 7 }
        ServiceKey(1u, bytes)
        assertArrayEquals(ByteArray(32), bytes)
    }

    @ParameterizedTest
    @ValueSource(ints = [0, 1, 31])
    fun `a short key is refused, and its array overwritten all the same`(length: Int) {
        val bytes = ByteArray(length) { 7 }
        val refused = assertThrows(KeyException::class.java) { ServiceKey(1u, bytes) }
        assertEquals(KeyError.TOO_SHORT, refused.error)
        assertArrayEquals(ByteArray(length), bytes)
    }

    @ParameterizedTest
    @ValueSource(ints = [1025, 1 shl 20])
    fun `a long key is refused`(length: Int) {
        val refused = assertThrows(KeyException::class.java) { ServiceKey(1u, ByteArray(length)) }
        assertEquals("key_too_long", refused.wireName)
    }

    @Test
    fun `a secret overwrites its array, and is refused outside 16 to 128 bytes`() {
        val bytes = ByteArray(20) { 7 }
        OtpSecret(bytes)
        assertArrayEquals(ByteArray(20), bytes)
        for ((length, error) in
            listOf(0 to OtpError.SECRET_TOO_SHORT, 15 to OtpError.SECRET_TOO_SHORT)) {
            assertEquals(
                error,
                assertThrows(OtpException::class.java) { OtpSecret(ByteArray(length)) }.error,
            )
        }
        for (length in listOf(129, 1 shl 20)) {
            val refused = assertThrows(OtpException::class.java) { OtpSecret(ByteArray(length)) }
            assertEquals(OtpError.SECRET_TOO_LONG, refused.error)
        }
        assertThrows(OtpException::class.java) { OtpSecret.uncheckedPolicy(byteArrayOf()) }
        assertEquals(
            6,
            Totp().code(OtpSecret.uncheckedPolicy(byteArrayOf(1)), UnixTime(0u)).compact.length,
        )
    }

    @Test
    fun `what was lent is wiped, and lent from its beginning`() {
        var seen: ByteBuffer? = null
        byteArrayOf(1, 2, 3).lent {
            assertEquals(0, it.position())
            assertEquals(3, it.remaining())
            seen = it
        }
        val after = checkNotNull(seen).clear()
        assertEquals(listOf<Byte>(0, 0, 0), List(3) { after.get(it) })
    }

    @Test
    fun `what was lent is wiped when the call throws`() {
        var seen: ByteBuffer? = null
        assertThrows(IllegalStateException::class.java) {
            byteArrayOf(1, 2, 3).lent {
                seen = it
                error("the call")
            }
        }
        assertEquals(0, checkNotNull(seen).get(0))
    }

    @Test
    fun `a password in bytes is left to its owner`() {
        val password = "Érable-à-sucre".toByteArray()
        val before = password.copyOf()
        assertTrue(PasswordProfile.SAG_2024.policy.check(password).isEmpty())
        assertArrayEquals(before, password)
    }

    @Test
    fun `a closed key cannot be used, and may be closed twice`() {
        val key = ServiceKey.generate(1u)
        key.close()
        key.close()
        assertThrows(IllegalStateException::class.java) { Throttle.begin(null, key, "eseraphin") }
    }

    @Test
    fun `a device's token is not shown`() {
        val key = ServiceKey.generate(1u)
        val remembered = Device.remember(key, "eseraphin")
        val token = remembered.token.text
        val verified = remembered.state.verify(key, "eseraphin", token)
        val next = (verified.outcome as DeviceOutcome.Accepted).token.text
        for (shown in listOf(remembered, remembered.token, remembered.state, verified)) {
            assertTrue(shown.toString().contains("(..)"), "$shown")
            for (secret in listOf(token, next)) for (part in secret.chunked(8)) {
                if (part != "00000000") assertTrue(!shown.toString().contains(part), "$shown")
            }
        }
    }

    @Test
    fun `nothing of a value is shown`() {
        val nam = checkNotNull(Nam.parse("SERE 7561 3018").valueOrNull)
        val shown =
            listOf(
                ServiceKey.generate(1u),
                OtpSecret.generate(),
                nam,
                Document(DocumentKind.FORM, "Séraphin", "Élise", "Séraphin"),
                Parsed.Accepted(nam),
                Names.fold("Séraphin"),
                Names.foldIcao("Séraphin"),
                Names.compare("Séraphin", "Serafin"),
                Totp().code(OtpSecret.generate()),
                issue(ServiceKey.generate(1u)),
                Nam.parse("SERE 7561 3018"),
                Peppers.NONE,
                StoredPassword.Text("Séraphin"),
                StoredPassword.Spring("7561", SpringParameters.V5_8),
                StoredPassword.Keycloak("Séraphin", "Élise"),
                SpringParameters.V5_8.withSecret("Séraphin".toByteArray()),
                PasswordVerifier.beginAbsent("Séraphin".toByteArray()),
            )
        for (text in shown.map { it.toString() }) {
            assertTrue(text.contains("(..)"), text)
            assertTrue(listOf("7561", "raphin", "RAPHIN", "lise").none(text::contains), text)
        }
    }
}

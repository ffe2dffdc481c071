package org.sceau

import java.time.Clock
import java.time.Instant
import java.time.ZoneOffset
import java.util.concurrent.Callable
import java.util.concurrent.Executors
import kotlin.time.Duration.Companion.seconds
import org.junit.jupiter.api.Assertions.assertArrayEquals
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertNotEquals
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.params.ParameterizedTest
import org.junit.jupiter.params.provider.ValueSource

private val binding =
    ChallengeBinding(ChallengePurpose.SIGN_IN, ChallengeChannel.TEXT, "eseraphin", "+14185550123")

internal fun issue(key: ServiceKey) = Challenge.issue(null, key, binding)

/** What only the binding can break about states: lengths, bytes, clocks, threads. */
class StatesTest {
    private val key = ServiceKey(1u, ByteArray(32) { it.toByte() })

    @ParameterizedTest
    @ValueSource(ints = [0, 1, 95, 97, 1 shl 20])
    fun `a challenge has 96 bytes`(length: Int) {
        val refused =
            assertThrows(StateException::class.java) { Challenge.fromByteArray(ByteArray(length)) }
        assertEquals(StateError.LENGTH, refused.error)
    }

    @ParameterizedTest
    @ValueSource(ints = [0, 1, 63, 65, 1 shl 20])
    fun `a throttle has 64 bytes`(length: Int) {
        val refused =
            assertThrows(StateException::class.java) { Throttle.fromByteArray(ByteArray(length)) }
        assertEquals(StateError.LENGTH, refused.error)
    }

    @ParameterizedTest
    @ValueSource(ints = [0, 1, 103, 105, 1 shl 20])
    fun `a device has 104 bytes`(length: Int) {
        val refused =
            assertThrows(StateException::class.java) { Device.fromByteArray(ByteArray(length)) }
        assertEquals(StateError.LENGTH, refused.error)
    }

    @Test
    fun `every flipped bit of a device is refused`() {
        val remembered = Device.remember(key, "eseraphin")
        val stored = remembered.state.toByteArray()
        for (bit in 0 until stored.size * 8) {
            val flipped =
                stored.copyOf().also {
                    it[bit / 8] = (it[bit / 8].toInt() xor (1 shl bit % 8)).toByte()
                }
            assertThrows(StateException::class.java) {
                Device.fromByteArray(flipped).verify(key, "eseraphin", remembered.token.text)
            }
        }
    }

    @Test
    fun `a device is found by its cookie, whose text may be anything`() {
        val (first, second) = List(2) { Device.remember(key, "eseraphin") }
        val cookie = first.token.text
        assertArrayEquals(first.state.selector, Device.selectorOf(cookie))
        assertEquals(80, cookie.length)
        assertNotEquals(first.token.text, second.token.text)
        val half = cookie.dropLast(1) + "\ud83d"
        for (text in listOf("", cookie.uppercase(), half, "0".repeat(1 shl 20))) {
            assertEquals(null, Device.selectorOf(text))
            val verified = first.state.verify(key, "eseraphin", text)
            assertEquals(DeviceOutcome.Malformed, verified.outcome)
            assertEquals(first.state, verified.next)
        }
        val left = first.expires.seconds - UnixTime.now().seconds
        assertTrue(left in (30uL * 86_400uL - 10uL)..(30uL * 86_400uL), "$left")
    }

    @Test
    fun `every flipped bit of a challenge is refused`() {
        val stored = issue(key).next.toByteArray()
        for (bit in 0 until stored.size * 8) {
            val flipped =
                stored.copyOf().also {
                    it[bit / 8] = (it[bit / 8].toInt() xor (1 shl bit % 8)).toByte()
                }
            assertThrows(StateException::class.java) {
                Challenge.fromByteArray(flipped).verify(key, binding, "123456")
            }
        }
    }

    @Test
    fun `every flipped bit of a throttle is refused`() {
        val stored = Throttle.begin(null, key, "eseraphin").next.toByteArray()
        for (bit in 0 until stored.size * 8) {
            val flipped =
                stored.copyOf().also {
                    it[bit / 8] = (it[bit / 8].toInt() xor (1 shl bit % 8)).toByte()
                }
            assertThrows(StateException::class.java) {
                Throttle.begin(Throttle.fromByteArray(flipped), key, "eseraphin")
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = [0, 1, 96, 207, 209, 1 shl 20])
    fun `recovery codes have 208 bytes`(length: Int) {
        val refused =
            assertThrows(StateException::class.java) {
                RecoveryCodes.fromByteArray(ByteArray(length))
            }
        assertEquals(StateError.LENGTH, refused.error)
    }

    @Test
    fun `every flipped bit of recovery codes is refused`() {
        val made = RecoveryCodes.generate(null, key, "eseraphin")
        val stored = made.next.toByteArray()
        for (bit in 0 until stored.size * 8) {
            val flipped =
                stored.copyOf().also {
                    it[bit / 8] = (it[bit / 8].toInt() xor (1 shl bit % 8)).toByte()
                }
            assertThrows(StateException::class.java) {
                RecoveryCodes.fromByteArray(flipped)
                    .verify(key, "eseraphin", made.outcome[0].display)
            }
        }
    }

    @Test
    fun `recovery codes are ten, other ones each time, and none can be printed`() {
        val (first, second) = List(2) { RecoveryCodes.generate(null, key, "eseraphin") }
        val codes = (first.outcome + second.outcome).map { it.compact }
        assertEquals(20, codes.toSet().size)
        for (code in first.outcome) {
            assertEquals("LetterCode(..)", code.toString())
            assertTrue(!first.toString().contains(code.compact))
        }
        assertEquals("RecoveryCodes(..)", first.next.toString())
        val verified = first.next.verify(key, "eseraphin", codes[9])
        assertEquals(RecoveryOutcome.Accepted(9), verified.outcome)
        assertEquals(first.next, RecoveryCodes.fromByteArray(first.next.toByteArray()))
        assertEquals(9, verified.next.left(key, "eseraphin"))
        val half = first.next.verify(key, "eseraphin", "\ud800")
        assertEquals(RecoveryOutcome.Malformed, half.outcome)
    }

    @Test
    fun `bytes are copied in and out, and stored ones say the same`() {
        val stored = issue(key).next
        val bytes = stored.toByteArray()
        val restored = Challenge.fromByteArray(bytes)
        bytes.fill(0)
        stored.toByteArray().fill(0)
        assertEquals(stored, restored)
        assertEquals(stored.hashCode(), restored.hashCode())
        assertEquals(1uL, restored.generation)
    }

    @Test
    fun `the system's entropy makes another code each time, and its clock a life of ten minutes`() {
        val (first, second) = issue(key) to issue(key)
        assertNotEquals(first.next, second.next)
        val left = (first.outcome as IssueOutcome.Issued).expires.seconds - UnixTime.now().seconds
        assertTrue(left in 590uL..600uL, "$left")
    }

    @Test
    fun `a clock can be given, but none before 1970`() {
        val fixed = Clock.fixed(Instant.ofEpochSecond(59), ZoneOffset.UTC)
        assertEquals(UnixTime(59u), UnixTime.now(fixed))
        assertEquals(Instant.ofEpochSecond(59), UnixTime(59u).toInstant())
        assertEquals(Instant.MAX, UnixTime(ULong.MAX_VALUE).toInstant())
        assertThrows(IllegalArgumentException::class.java) {
            Instant.ofEpochSecond(-1).toUnixTime()
        }
    }

    @Test
    fun `numbers beyond the shell's are refused like others out of range`() {
        val limits = ChallengeLimits.DEFAULT
        val policies =
            mapOf(
                limits.copy(attempts = -1) to ChallengePolicyError.ATTEMPTS,
                limits.copy(attempts = 257) to ChallengePolicyError.ATTEMPTS,
                limits.copy(lifetime = (-1).seconds) to ChallengePolicyError.LIFETIME,
                limits.copy(cooldown = (-1).seconds) to ChallengePolicyError.COOLDOWN,
                limits.copy(period = (-1).seconds) to ChallengePolicyError.PERIOD,
                limits.copy(issues = 256) to ChallengePolicyError.ISSUES,
                limits.copy(failures = 65_536) to ChallengePolicyError.FAILURES,
            )
        for ((refused, error) in policies) {
            assertEquals(
                error,
                assertThrows(ChallengePolicyException::class.java) { ChallengePolicy(refused) }
                    .error,
            )
        }
        val throttled = ThrottleLimits.DEFAULT.copy(free = -1)
        assertEquals(
            ThrottlePolicyError.SUSPEND_AFTER,
            assertThrows(ThrottlePolicyException::class.java) { ThrottlePolicy(throttled) }.error,
        )
        for (lifetime in listOf((-1).seconds, 0.seconds, (365 * 86_400 + 1).seconds)) {
            assertThrows(DevicePolicyException::class.java) { DevicePolicy(lifetime) }
        }
        assertThrows(OtpException::class.java) { Hotp(lookAhead = -1) }
        assertThrows(OtpException::class.java) { Totp(past = 256) }
        assertThrows(OtpException::class.java) { Totp(period = (-1).seconds) }
        assertThrows(PasswordException::class.java) { CreatePolicy(iterations = -1) }
        assertThrows(PasswordException::class.java) {
            AcceptPolicy(AcceptLimits.DEFAULT.copy(sha256 = IterationRange(10_000, -1)))
        }
    }

    @Test
    fun `many threads share a key, a policy and a state`() {
        val issued = issue(key)
        val code = (issued.outcome as IssueOutcome.Issued).code.display
        val workers = Executors.newFixedThreadPool(8)
        try {
            val accepted =
                workers
                    .invokeAll(List(400) { Callable { issued.next.verify(key, binding, code) } })
                    .map { it.get() }
            assertTrue(accepted.all { it.outcome == ChallengeOutcome.Accepted })
            assertEquals(setOf(2uL), accepted.map { it.next.generation }.toSet())
        } finally {
            workers.shutdown()
        }
    }
}

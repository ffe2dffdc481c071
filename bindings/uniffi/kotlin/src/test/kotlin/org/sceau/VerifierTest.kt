package org.sceau

import java.util.concurrent.Executors
import java.util.concurrent.TimeUnit
import kotlin.time.AbstractLongTimeSource
import kotlin.time.Duration
import kotlin.time.Duration.Companion.days
import kotlin.time.Duration.Companion.milliseconds
import kotlin.time.DurationUnit
import kotlinx.coroutines.CoroutineStart
import kotlinx.coroutines.Job
import kotlinx.coroutines.cancel
import kotlinx.coroutines.currentCoroutineContext
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking
import org.junit.jupiter.api.Assertions.assertArrayEquals
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertNotEquals
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

/** Verifying in steps: cancelled, closed, by many threads; and measuring the machine. */
class VerifierTest {
    private val password = "Érable-à-sucre".toByteArray()
    private val policy = CreatePolicy.uncheckedPolicy(PasswordAlgorithm.SHA256, 50_000u)
    private val stored = StoredPassword.Text(Passwords.hash(password, policy))

    private fun begin() = PasswordVerifier.begin(password, stored, create = policy)

    @Test
    fun `says how far it is, and the same outcome as in one go`() {
        begin().use {
            assertEquals(PasswordProgress(0, 50_000, 50_000), it.progress)
            assertEquals(PasswordProgress(20_000, 50_000, 30_000), it.step(20_000))
            assertEquals(it.progress, it.step(0))
            assertEquals(it.progress, it.step(-1))
            assertEquals(0, it.step(Int.MAX_VALUE).left)
            assertEquals(PasswordOutcome.Match, it.finish())
            assertEquals(PasswordOutcome.Match, it.finish())
        }
    }

    @Test
    fun `what is finished before its end is given up for good`() {
        begin().use {
            it.step(1)
            repeat(2) { _ ->
                val refused = assertThrows(PasswordException::class.java) { it.finish() }
                assertEquals(PasswordError.Unfinished, refused.error)
                assertEquals(PasswordProgress(1, 50_000, 0), it.step(Int.MAX_VALUE))
            }
        }
    }

    @Test
    fun `a closed one cannot be used, and may be closed twice`() {
        val verifier = begin()
        verifier.close()
        verifier.close()
        assertThrows(IllegalStateException::class.java) { verifier.step(1) }
        assertThrows(IllegalStateException::class.java) { verifier.finish() }
    }

    @Test
    fun `many threads may step and close one`() {
        val pool = Executors.newFixedThreadPool(8)
        repeat(50) {
            val verifier = begin()
            val steps =
                List(8) { thread ->
                    pool.submit {
                        try {
                            while (verifier.step(1_000).left > 0) if (thread == 7) verifier.close()
                        } catch (_: IllegalStateException) {}
                    }
                }
            steps.forEach { it.get(1, TimeUnit.MINUTES) }
        }
        pool.shutdown()
    }

    @Test
    fun `a coroutine verifies on another thread, and says how far it is`() = runBlocking {
        val (seen, threads) = mutableListOf<Long>() to mutableSetOf<Thread>()
        val outcome =
            Passwords.verifyInSteps("Érable-à-sucre", stored, create = policy) {
                seen += it.left
                threads += Thread.currentThread()
            }
        assertEquals(PasswordOutcome.Match, outcome)
        assertEquals(listOf<Long>(30_000, 10_000, 0), seen)
        assertTrue(Thread.currentThread() !in threads)
        assertEquals(PasswordOutcome.Mismatch, Passwords.verifyAbsentInSteps("x", policy))
        assertArrayEquals("Érable-à-sucre".toByteArray(), password)
    }

    @Test
    fun `a coroutine throws what verifying throws`() {
        val refused =
            assertThrows(PasswordException::class.java) {
                runBlocking { Passwords.verifyInSteps("x", StoredPassword.Text("x")) }
            }
        assertEquals(PasswordError.Malformed, refused.error)
    }

    @Test
    fun `a cancelled coroutine stops at the next step, and wipes at once`() = runBlocking {
        lateinit var verifier: PasswordVerifier
        lateinit var job: Job
        var steps = 0
        job =
            launch(start = CoroutineStart.LAZY) {
                PasswordVerifier.runInSteps({
                    steps++
                    job.cancel()
                }) {
                    begin().also { verifier = it }
                }
            }
        job.join()
        assertTrue(job.isCancelled)
        assertEquals(1, steps)
        assertThrows(IllegalStateException::class.java) { verifier.progress }
        Unit
    }

    @Test
    fun `a coroutine that was cancelled before begins nothing`() = runBlocking {
        var steps = 0
        val job = launch {
            currentCoroutineContext().cancel()
            Passwords.verifyInSteps(password, stored, create = policy) { steps++ }
        }
        job.join()
        assertTrue(job.isCancelled)
        assertEquals(0, steps)
    }

    @Test
    fun `a measurement is within what a policy takes`() {
        val clock = Ticking(10.milliseconds)
        val calibrated = { target: Duration -> Passwords.calibrate(target, clock = clock) }
        assertEquals(1_000_000, calibrated(500.milliseconds))
        val recommended = PasswordAlgorithm.SHA256.recommendedIterations
        for (target in listOf(100.milliseconds, Duration.ZERO, (-1).days)) assertEquals(
            recommended,
            calibrated(target),
        )
        assertEquals(10_000_000, calibrated(Duration.INFINITE))
        assertEquals(
            PasswordAlgorithm.SHA512.recommendedIterations,
            Passwords.calibrate(1.milliseconds, PasswordAlgorithm.SHA512, Ticking(Duration.ZERO)),
        )
        CreatePolicy(iterations = Passwords.calibrate(1.milliseconds))
    }

    @Test
    fun `peppers outlive their keys, and end when they are closed`() {
        val keys = List(2) { ServiceKey.generate(it.toUInt()) }
        val peppers = Peppers(keys[0], listOf(keys[1]))
        keys.forEach(ServiceKey::close)
        val stored = Passwords.hash("Érable", policy, peppers = peppers)
        assertTrue(stored.contains(",keyid=0$"))
        val verify = { Passwords.verify("Érable", stored, create = policy, peppers = peppers) }
        assertEquals(PasswordOutcome.Match, verify())
        assertNotEquals(stored, Passwords.hash("Érable", policy, peppers = peppers))
        peppers.close()
        assertThrows(IllegalStateException::class.java) { verify() }
        Peppers.NONE.close()
        val unknown =
            assertThrows(PasswordException::class.java) { Passwords.verify("Érable", stored) }
        assertEquals(PasswordError.UnknownPepper, unknown.error)
        assertThrows(IllegalStateException::class.java) { Peppers(keys[0]) }
    }

    @Test
    fun `the defaults are the core's`() {
        val limits = AcceptLimits.DEFAULT
        assertEquals(setOf(StoredFormat.PHC), limits.formats)
        assertEquals(IterationRange(10_000, 10_000_000), limits.sha1)
        assertEquals(Argon2Limits(131_072, 10, 16), limits.argon2)
        for ((refused, error) in
            listOf(
                limits.copy(minKeyBytes = 15) to PasswordError.KeyLength,
                limits.copy(minSaltBytes = 7) to PasswordError.SaltLength,
                limits.copy(sha1 = IterationRange(999, 1_000)) to PasswordError.Iterations,
                limits.copy(argon2 = Argon2Limits(-1, 1, 1)) to PasswordError.Argon2Limits,
            )) {
            val thrown = assertThrows(PasswordException::class.java) { AcceptPolicy(refused) }
            assertEquals(error, thrown.error)
        }
        assertEquals(310_000, SpringParameters.V5_8.iterations)
        assertEquals(PasswordDigest.SHA1, SpringParameters.V5_5.digest)
    }
}

/** A clock that goes on by so much whenever it is looked at. */
private class Ticking(private val by: Duration) : AbstractLongTimeSource(DurationUnit.NANOSECONDS) {
    private var now = 0L

    override fun read(): Long {
        now += by.inWholeNanoseconds
        return now
    }
}

package org.sceau

import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.withContext
import kotlinx.coroutines.yield
import org.sceau.ffi.PasswordProgress as FfiPasswordProgress
import org.sceau.ffi.Verifier as FfiVerifier

/** How far a verification has come, in iterations of a hash. */
public data class PasswordProgress(
    /** How many iterations are done. */
    public val done: Long,
    /** How many iterations a mismatch takes. A match may end before. */
    public val total: Long,
    /** How many iterations are left at most: 0 says that it is time to finish. */
    public val left: Long,
)

/**
 * A verification under way: [step] until nothing is left, then [finish].
 *
 * The outcome is the same however the work is cut. Who closes it before has cancelled, and nothing
 * is to be stored. Whatever it holds is wiped when it is finished or closed. Where there are
 * coroutines, [Passwords.verifyInSteps] does all this.
 */
public class PasswordVerifier private constructor(private val ffi: FfiVerifier) : AutoCloseable {
    /** How far the work has come. */
    public val progress: PasswordProgress
        get() = ffi.progress().lift()

    /** Does at most [iterations]; returns how far the work has come. */
    public fun step(iterations: Int): PasswordProgress =
        ffi.step(iterations.coerceAtLeast(0).toUInt()).lift()

    /**
     * Returns the outcome, and wipes the rest; asked again, it answers the same.
     *
     * @throws PasswordException ([PasswordError.Unfinished]) if there is work left, which is given
     *   up
     */
    public fun finish(): PasswordOutcome = onPassword { ffi.finish() }.lift()

    /** Does all that is left, and returns the outcome. */
    internal fun run(): PasswordOutcome = onPassword { ffi.run() }.lift()

    /** Gives up what is left, and wipes it; using it afterwards is an [IllegalStateException]. */
    override fun close(): Unit = ffi.close()

    override fun toString(): String = "PasswordVerifier(..)"

    public companion object {
        /**
         * Takes in a password, in UTF-8, and what is stored.
         *
         * Argon2id cannot be cut: it is done here.
         *
         * @throws PasswordException for a password that is no clean text, or a hash that cannot be
         *   used
         */
        public fun begin(
            password: ByteArray,
            stored: StoredPassword,
            accept: AcceptPolicy = AcceptPolicy.DEFAULT,
            create: CreatePolicy = CreatePolicy.DEFAULT,
            peppers: Peppers = Peppers.NONE,
        ): PasswordVerifier = onPassword {
            password.lent { text ->
                stored.secret.lent { secret ->
                    PasswordVerifier(
                        peppers.ffi.begin(text, secret, stored.toFfi(), accept.ffi, create.ffi)
                    )
                }
            }
        }

        /**
         * Begins the work of a verification for an account that does not exist; its outcome is
         * `Mismatch`.
         *
         * @throws PasswordException for a password that is no clean text, as for an account that
         *   exists
         */
        public fun beginAbsent(
            password: ByteArray,
            create: CreatePolicy = CreatePolicy.DEFAULT,
        ): PasswordVerifier = onPassword {
            password.lent { PasswordVerifier(FfiVerifier.absent(it, create.ffi)) }
        }

        /** As [begin], of an answer: for [Answers]. */
        internal fun beginAnswer(
            answer: ByteArray,
            stored: StoredPassword,
            accept: AcceptPolicy,
            create: CreatePolicy,
            peppers: Peppers,
        ): PasswordVerifier = onPassword {
            answer.lent { text ->
                stored.secret.lent { secret ->
                    PasswordVerifier(
                        peppers.ffi.beginAnswer(
                            text, secret, stored.toFfi(), accept.ffi, create.ffi
                        )
                    )
                }
            }
        }

        /** As [beginAbsent], of an answer: for [Answers]. */
        internal fun beginAnswerAbsent(answer: ByteArray, create: CreatePolicy): PasswordVerifier =
            onPassword {
                answer.lent { PasswordVerifier(FfiVerifier.absentAnswer(it, create.ffi)) }
            }

        /** Begins and goes on to the end, with a place to be cancelled at before every step. */
        internal suspend fun runInSteps(
            onProgress: (PasswordProgress) -> Unit,
            begin: () -> PasswordVerifier,
        ): PasswordOutcome =
            withContext(Dispatchers.Default) {
                begin().use {
                    do {
                        yield()
                        val progress = it.step(SLICE)
                        onProgress(progress)
                    } while (progress.left > 0)
                    it.finish()
                }
            }

        /** The iterations of one step: a few milliseconds. */
        internal const val SLICE = 20_000
    }
}

private fun FfiPasswordProgress.lift() =
    PasswordProgress(done.toLong(), total.toLong(), left.toLong())

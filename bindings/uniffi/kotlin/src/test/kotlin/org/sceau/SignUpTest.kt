package org.sceau

import java.nio.file.Path
import java.sql.Connection
import java.sql.DriverManager
import java.util.concurrent.Callable
import java.util.concurrent.Executors
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir
import org.sceau.vectors.checkout

private const val EMAIL = "elise.seraphin@example.org"
private val EN = Language.ENGLISH

/** The sign-up of docs/sign-up.md, as it is written: src/example/kotlin/SignUp.kt. */
class SignUpTest {
    @TempDir lateinit var folder: Path
    private val mailbox = mutableListOf<String>()

    /** The example is in no package, which a test in one cannot import. */
    private inner class Opened(rows: Connection = connect()) {
        private val type = Class.forName("SignUp")
        private val send = { _: String, code: String -> mailbox += code }
        private val made =
            type.constructors.single().newInstance(rows, ServiceKey(1u, ByteArray(32)), send)

        fun ask() = call("ask", EMAIL, EN)

        fun confirm(typed: String) = call("confirm", EMAIL, typed, EN)

        private fun call(name: String, vararg arguments: Any) =
            type.methods.single { it.name == name }.invoke(made, *arguments) as String
    }

    private fun connect() = DriverManager.getConnection("jdbc:sqlite:$folder/service.db")

    private fun accounts() =
        connect().use { rows ->
            val found = rows.createStatement().executeQuery("select count(*) from account")
            found.getInt(1)
        }

    @Test
    fun `has fifty lines, blank ones not counted`() {
        val example = checkout.resolve("bindings/uniffi/kotlin/src/example/kotlin/SignUp.kt")
        assertTrue(example.readLines().drop(1).count { it.isNotBlank() } <= 50)
    }

    @Test
    fun `a mistyped and a pasted code, one that is used, one that was never asked for`() {
        val signUp = Opened()
        assertEquals(ChallengeOutcome.Expired.message(EN), signUp.confirm("000000"))
        assertEquals("A security code has been sent to you.", signUp.ask())
        val code = mailbox.single()
        val wrong = "%06d".format((code.replace(" ", "").toInt() + 1) % 1_000_000)
        assertEquals(ChallengeOutcome.Wrong(4).message(EN), signUp.confirm(wrong))
        assertEquals(0, accounts())
        assertEquals(ChallengeOutcome.Accepted.message(EN), signUp.confirm(" $code "))
        assertEquals(1, accounts())
        assertEquals(ChallengeOutcome.AlreadyUsed.message(EN), signUp.confirm(code))
    }

    @Test
    fun `eight at once are one account`() {
        Opened().ask()
        val pool = Executors.newFixedThreadPool(8)
        val told = pool.invokeAll(List(8) { Callable { Opened().confirm(mailbox[0]) } })
        pool.shutdown()
        val accepted = ChallengeOutcome.Accepted.message(EN)
        assertEquals(1, told.count { it.get() == accepted })
        assertEquals(1, accounts())
    }

    @Test
    fun `shows nothing where the row has changed`() {
        val rows = connect()
        val signUp = Opened(rows)
        signUp.ask()
        rows.createStatement().use { it.executeUpdate("update challenge set generation = 7") }
        assertThrows(ReflectiveOperationException::class.java) { signUp.confirm("000000") }
        assertEquals(0, accounts())
    }
}

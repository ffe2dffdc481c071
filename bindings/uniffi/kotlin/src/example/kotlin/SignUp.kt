// A sign-up with an e-mailed code, in fifty lines. `send` is the service's way to send an e-mail.

import java.sql.Connection
import org.sceau.*

private const val ACCOUNTS = "create table if not exists account (email text primary key) strict"
private const val CODES =
    """create table if not exists challenge
    (email text primary key, generation integer not null, state blob not null) strict"""
private const val SAVE =
    """insert into challenge values (?, ?, ?)
    on conflict do update set generation = excluded.generation, state = excluded.state
    where challenge.generation = excluded.generation - 1"""

class SignUp(val rows: Connection, val key: ServiceKey, val send: (String, String) -> Unit) {
    init { listOf(ACCOUNTS, CODES).forEach { run(it) } }

    fun ask(email: String, language: Language): String {
        val outcome = committed {
            val made = Challenge.issue(stored(email), key, binding(email))
            save(email, made.next).let { made.outcome }
        }
        if (outcome is IssueOutcome.Issued) send(email, outcome.code.display)
        return outcome.message(language)
    }

    fun confirm(email: String, typed: String, language: Language): String = committed {
        val row = stored(email) ?: return@committed ChallengeOutcome.Expired
        val made = row.verify(key, binding(email), typed)
        save(email, made.next)
        val accepted = made.outcome == ChallengeOutcome.Accepted
        if (accepted) run("insert or ignore into account values (?)", email)
        made.outcome
    }.message(language)

    private fun stored(email: String): Challenge? =
        rows.prepareStatement("select state from challenge where email = ?").use {
            it.setString(1, email)
            val found = it.executeQuery()
            if (found.next()) Challenge.fromByteArray(found.getBytes(1)) else null
        }

    private fun save(email: String, state: Challenge) =
        check(run(SAVE, email, state.generation.toLong(), state.toByteArray()) == 1)

    private fun run(sql: String, vararg values: Any): Int =
        rows.prepareStatement(sql).use {
            values.forEachIndexed { i, value -> it.setObject(i + 1, value) }
            it.executeUpdate()
        }

    // Nobody else reads the row until the commit, and nothing is sent or shown before it.
    private fun <T> committed(work: () -> T): T {
        run("begin immediate")
        val done = runCatching { work().also { run("commit") } }
        return done.onFailure { run("rollback") }.getOrThrow()
    }
}

private fun binding(email: String) =
    ChallengeBinding(ChallengePurpose.ADDRESS_VALIDATION, ChallengeChannel.EMAIL, email, email)

package org.sceau

import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertNotEquals
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertThrows

class AnswersTest {
    private val cheap = CreatePolicy.uncheckedPolicy(PasswordAlgorithm.SHA256, 10u)

    @Test
    fun `every sentence is about an answer`() {
        val empty = assertThrows<PasswordException> { Answers.hash("?!", cheap) }.error
        assertEquals(
            "Enter an answer with at least one letter or digit.",
            empty.ofAnswer().message(Language.ENGLISH),
        )
        val wrong = Answers.verifyAbsent("Saint-Étienne", cheap)
        assertEquals("La réponse est inexacte.", wrong.ofAnswer().message(Language.FRENCH))
        assertEquals("mismatch", wrong.ofAnswer().wireName)
    }

    @Test
    fun `an answer verifies as it is written otherwise`() {
        val stored = Answers.hash("Saint-Étienne")
        assertNotEquals(stored, Answers.hash("Saint-Étienne"))
        val text = StoredPassword.Text(stored)
        assertEquals(PasswordOutcome.Match, Answers.verify("saint etienne", text))
        assertEquals(PasswordOutcome.Mismatch, Answers.verify("Saint-Eustache", text))
    }
}

package org.sceau

import java.time.LocalDate
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertInstanceOf
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

/** Sets of differences, keys, and what becomes of each pair of names. */
class NamesTest {
    private val pairs: Map<Pair<String, String>, Set<Difference>> =
        mapOf(
            ("Lavoie" to "LAVOIE") to setOf(Difference.CASE),
            ("Jean-Pierre" to "Jean Pierre") to setOf(Difference.TYPOGRAPHY),
            ("Hélène" to "Helene") to setOf(Difference.DIACRITICS),
            ("Müller" to "Mueller") to setOf(Difference.LIGATURE),
            ("St-Pierre" to "Saint-Pierre") to setOf(Difference.ABBREVIATION),
            ("De Roy" to "Deroy") to setOf(Difference.CASE, Difference.PARTICLE),
            ("Marie Josée" to "Marie") to setOf(Difference.SUBSET_OF_GIVEN_NAMES),
            ("Tremblay-Roy" to "Roy") to setOf(Difference.COMPOUND_PART),
            ("Anne Marie" to "Marie Anne") to setOf(Difference.SWAPPED),
            ("J." to "Jean") to setOf(Difference.INITIAL_ONLY),
            ("Ste-Anne" to "Saint-Anne") to setOf(Difference.ABBREVIATION, Difference.AMBIGUOUS),
        )
    private val acceptable = Difference.entries.toSet() - Difference.DIFFERENT

    @Test
    fun `a policy accepts a set of differences and no less`() {
        for ((names, expected) in pairs) {
            val comparison =
                assertInstanceOf(
                    Compared.Comparison::class.java,
                    Names.compare(names.first, names.second),
                )
            assertEquals(expected, comparison.differences)
            assertTrue(NamePolicy(expected).accepts(comparison))
            for (missing in expected) assertTrue(
                !NamePolicy(acceptable - missing).accepts(comparison),
                "$missing",
            )
        }
        assertEquals(acceptable, pairs.values.flatten().toSet())
    }

    @Test
    fun `keys of two rules are never taken for one another`() {
        val key = assertInstanceOf(Folded.Key::class.java, Names.fold("Côté"))
        val zone = assertInstanceOf(FoldedIcao.Key::class.java, Names.foldIcao("Côté"))
        assertEquals("COTE" to "COTE", key.letters to zone.letters)
        assertEquals("ramq1:COTE" to "icao1:COTE", key.versioned to zone.versioned)
    }

    @Test
    fun `a zone matches, does not, or cannot be read`() {
        assertEquals(ZoneMatch.Matches, Names.matchesIcao("MULLER<<", "Müller"))
        assertEquals(ZoneMatch.Mismatch, Names.matchesIcao("MOLLER", "Müller"))
        for ((machine, name, refused) in
            listOf(
                Triple("Roy", "Roy", ZoneMatch.Refused(Side.FIRST, NameError.Character(1))),
                Triple("<<", "Roy", ZoneMatch.Refused(Side.FIRST, NameError.Empty)),
                Triple("A".repeat(89), "Roy", ZoneMatch.Refused(Side.FIRST, NameError.TooLong(88))),
                Triple("ROY", "R0y", ZoneMatch.Refused(Side.SECOND, NameError.Character(1))),
            )) {
            assertEquals(refused, Names.matchesIcao(machine, name))
        }
    }

    @Test
    fun `a distance is a number up to two`() {
        assertEquals(NameDistance.Within(0), Names.distance("Séraphin", "SERAPHIN"))
        assertEquals(NameDistance.Within(2), Names.distance("Séraphin", "Serafin"))
        assertEquals(NameDistance.Beyond, Names.distance("Tremblay", "Gagnon"))
        assertEquals(
            NameDistance.Refused(Side.SECOND, NameError.Unsupported(0)),
            Names.distance("Roy", "Рой"),
        )
    }

    @Test
    fun `another surname of a document counts as well as the first`() {
        assertEquals(IdentityOutcome.REFUSED, claim(null).outcome)
        assertEquals(IdentityOutcome.UNIFORM, claim("Séraphin").outcome)
        val compound = claim("Séraphin-Roy").findings[5]
        assertEquals(Field.SURNAME to Difference.COMPOUND_PART, compound.field to compound.main)
        val said = compound.message(Language.FRENCH)
        assertTrue(said.startsWith("Sur l'avis de cotisation, le nom de famille est composé;"), said)
        val tolerant = NamePolicy(setOf(Difference.COMPOUND_PART))
        assertEquals(IdentityOutcome.TOLERATED, claim("Séraphin-Roy", tolerant).outcome)
    }

    private fun claim(otherSurname: String?, policy: NamePolicy = NamePolicy.SAG): Report =
        Identity.check(
            listOf(
                Document(DocumentKind.HEALTH_CARD, "Séraphin", "Élise"),
                Document(DocumentKind.ASSESSMENT_NOTICE, "Tremblay", "Élise", otherSurname),
            ),
            Nam.parse("SERE 7561 3018").valueOrNull!!,
            BirthDate.parse("1975-11-30").valueOrNull!!,
            LocalDate.of(2026, 11, 23),
            policy,
        )
}

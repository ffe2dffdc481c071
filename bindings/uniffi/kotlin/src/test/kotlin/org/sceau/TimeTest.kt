package org.sceau

import java.time.LocalDate
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Test

class TimeTest {
    private val born = LocalDate.of(2012, 2, 29)

    @Test
    fun `completes a year on the first of March when born on a leap day`() {
        assertEquals(13, born.ageOn(LocalDate.of(2026, 2, 28)))
        assertEquals(14, born.ageOn(LocalDate.of(2026, 3, 1)))
        assertEquals(0, born.ageOn(LocalDate.of(2000, 3, 1)))
    }

    @Test
    fun `refuses years that the core does not know`() {
        for (year in listOf(-1, 0, 10_000, 70_000)) {
            assertThrows(IllegalArgumentException::class.java) { born.ageOn(LocalDate.of(year, 1, 1)) }
        }
    }
}

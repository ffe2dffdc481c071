package org.sceau

import java.time.LocalDate
import org.sceau.ffi.CivilDate
import org.sceau.ffi.ageOn as ffiAgeOn

/**
 * Returns how many full years have passed on [today] since this date; 0 if it lies ahead.
 *
 * Who is born on 29 February completes a year on 1 March where the year has no 29 February.
 *
 * @throws IllegalArgumentException if either year is outside 1 to 9999
 */
public fun LocalDate.ageOn(today: LocalDate): Int {
    val age = ffiAgeOn(toCivil(), today.toCivil())
    return requireNotNull(age) { "a year outside 1 to 9999" }.toInt()
}

internal fun LocalDate.toCivil(): CivilDate {
    val shortYear = year.coerceIn(0, UShort.MAX_VALUE.toInt()).toUShort()
    return CivilDate(shortYear, monthValue.toUByte(), dayOfMonth.toUByte())
}

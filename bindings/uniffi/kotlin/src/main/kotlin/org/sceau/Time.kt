package org.sceau

import java.time.Clock
import java.time.Instant
import java.time.LocalDate
import kotlin.time.Duration
import kotlin.time.Duration.Companion.seconds
import org.sceau.ffi.ageOn as ffiAgeOn

/** A moment, in whole seconds since 1970-01-01T00:00:00Z (leap seconds not counted). */
@JvmInline
public value class UnixTime(
    /** The seconds since the Unix epoch. */
    public val seconds: ULong
) : Comparable<UnixTime> {
    /** Returns the same moment for `java.time`, or its latest one if that cannot say it. */
    public fun toInstant(): Instant {
        val latest = Instant.MAX.epochSecond
        return if (seconds > latest.toULong()) Instant.MAX
        else Instant.ofEpochSecond(seconds.toLong())
    }

    override fun compareTo(other: UnixTime): Int = seconds.compareTo(other.seconds)

    public companion object {
        /** Returns the clock's time; the system's, unless another one is given. */
        public fun now(clock: Clock = Clock.systemUTC()): UnixTime = clock.instant().toUnixTime()
    }
}

/**
 * Returns the same moment in whole seconds since the Unix epoch.
 *
 * @throws IllegalArgumentException before 1970
 */
public fun Instant.toUnixTime(): UnixTime {
    require(epochSecond >= 0) { "a moment before 1970" }
    return UnixTime(epochSecond.toULong())
}

/**
 * Returns how many full years have passed on [today] since this date; 0 if it lies ahead.
 *
 * Who is born on 29 February completes a year on 1 March where the year has no 29 February.
 *
 * @throws IllegalArgumentException if either year is outside 1 to 9999
 */
public fun LocalDate.ageOn(today: LocalDate): Int = ffiAgeOn(toFfi(), today.toFfi()).toInt()

/** A date as the shell takes it: its decimal digits. */
internal fun LocalDate.toFfi(): UInt {
    require(year in 1..9999) { "a year outside 1 to 9999" }
    return ((year * 100 + monthValue) * 100 + dayOfMonth).toUInt()
}

internal fun dateOf(digits: UInt): LocalDate {
    val number = digits.toInt()
    return LocalDate.of(number / 10_000, number / 100 % 100, number % 100)
}

/** Whole seconds for the shell; a negative length becomes one that every policy refuses. */
internal fun Duration.toFfi(): ULong =
    if (isNegative()) ULong.MAX_VALUE else inWholeSeconds.toULong()

internal fun durationOf(ffi: ULong): Duration =
    ffi.coerceAtMost(Long.MAX_VALUE.toULong()).toLong().seconds

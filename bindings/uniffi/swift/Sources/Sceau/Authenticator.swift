internal import SceauGenerated

/// Codes by counter (RFC 4226), with the parameters that both sides agreed upon.
public final class Hotp: Sendable {
    private let ffi: SceauGenerated.Hotp

    /// Sets the parameters. `lookAhead`, 0 to 100, is how many counters beyond the expected one are
    /// tried (RFC 4226 §7.4); `resync`, 0 to 1,000, over how many two codes are searched for. Throws
    /// for a greater one.
    public init(
        algorithm: OtpAlgorithm = .sha1, digits: Digits = .six, lookAhead: Int = 0,
        resync: Int = 100
    ) throws(OtpError) {
        ffi = try onOtp {
            try SceauGenerated.Hotp(
                algorithm: algorithm.ffi, digits: digits.ffi, lookAhead: lookAhead.ffi(),
                resync: resync.ffi())
        }
    }

    /// Sets the parameters with a look-ahead of up to 255: for what another system tries so far,
    /// until it need no longer be.
    public init(
        uncheckedPolicy algorithm: OtpAlgorithm, digits: Digits = .six, lookAhead: Int = 0,
        resync: Int = 100
    ) throws(OtpError) {
        ffi = try onOtp {
            try .newUncheckedPolicy(
                algorithm: algorithm.ffi, digits: digits.ffi, lookAhead: lookAhead.ffi(),
                resync: resync.ffi())
        }
    }

    /// Absorbs a secret once, for as many codes as there are to come.
    public func prepare(_ secret: OtpSecret) -> PreparedHotp {
        PreparedHotp(secret.ffi.prepareHotp(hotp: ffi))
    }

    /// Returns the code of `counter`, any of them.
    public func code(_ secret: OtpSecret, counter: UInt64) -> Code {
        Code(secret.ffi.hotpCode(hotp: ffi, counter: counter))
    }

    /// Verifies what a person typed against the counters from `counter` to the end of the
    /// look-ahead, all of which are computed. Throws if `counter` is 2⁶⁴ − 1, since no next one
    /// could be stored.
    public func verify(
        _ secret: OtpSecret, typed: String, counter: UInt64
    ) throws(OtpError) -> HotpOutcome {
        let outcome = try onOtp {
            try secret.ffi.hotpVerify(hotp: ffi, typed: typed, counter: counter)
        }
        return HotpOutcome(ffi: outcome)
    }
}

/// Codes by counter for one secret: as secret as it, wiped when freed.
public final class PreparedHotp: Sendable, Discreet {
    private let ffi: SceauGenerated.PreparedHotp

    init(_ ffi: SceauGenerated.PreparedHotp) { self.ffi = ffi }

    /// Returns the code of `counter`, any of them.
    public func code(counter: UInt64) -> Code { Code(ffi.code(counter: counter)) }

    /// Verifies as `Hotp.verify` does.
    public func verify(typed: String, counter: UInt64) throws(OtpError) -> HotpOutcome {
        HotpOutcome(ffi: try onOtp { try ffi.verify(typed: typed, counter: counter) })
    }

    /// Finds a token that ran far ahead by two codes that it showed one after the other (RFC 4226
    /// §7.4). Count an attempt for each call. Throws from the counter 2⁶⁴ − 2 on.
    public func resynchronize(
        _ first: String, _ second: String, counter: UInt64
    ) throws(OtpError) -> HotpOutcome {
        let outcome = try onOtp {
            try ffi.resynchronize(first: first, second: second, counter: counter)
        }
        return HotpOutcome(ffi: outcome)
    }
}

/// Codes by time (RFC 6238), with the parameters that both sides agreed upon.
public final class Totp: Sendable {
    private let ffi: SceauGenerated.Totp

    /// Sets the parameters. `period`, 15 to 120 s, is how long a step lasts; 30 s is what every
    /// authenticator app reads. `past` and `future`, 0 to 10 each, are how many steps before and
    /// after the current one are accepted; for `pastTime` after its end, and `futureTime` before its
    /// beginning, a step counts as current. Steps and time come to at most 10 steps on either side.
    /// `drift`, 0 to 20, is how far a clock's drift is followed, in steps. Throws for one out of
    /// range.
    public init(
        algorithm: OtpAlgorithm = .sha1, digits: Digits = .six, period: Duration = .seconds(30),
        past: Int = 1, future: Int = 1, pastTime: Duration = .zero, futureTime: Duration = .zero,
        drift: Int = 0
    ) throws(OtpError) {
        let window = TotpSides(
            past: past.ffi(), future: future.ffi(), pastS: pastTime.ffi, futureS: futureTime.ffi)
        ffi = try onOtp {
            try SceauGenerated.Totp(
                algorithm: algorithm.ffi, digits: digits.ffi, period: period.ffi, window: window,
                drift: drift.ffi())
        }
    }

    /// Sets the parameters with any period from 1 s and a window of up to 255 steps: for what
    /// another system agreed upon, until it need no longer be.
    public init(
        uncheckedPolicy algorithm: OtpAlgorithm, digits: Digits = .six,
        period: Duration = .seconds(30), past: Int = 1, future: Int = 1,
        pastTime: Duration = .zero, futureTime: Duration = .zero, drift: Int = 0
    ) throws(OtpError) {
        let window = TotpSides(
            past: past.ffi(), future: future.ffi(), pastS: pastTime.ffi, futureS: futureTime.ffi)
        ffi = try onOtp {
            try .newUncheckedPolicy(
                algorithm: algorithm.ffi, digits: digits.ffi, period: period.ffi, window: window,
                drift: drift.ffi())
        }
    }

    /// Absorbs a secret once, for as many codes as there are to come.
    public func prepare(_ secret: OtpSecret) -> PreparedTotp {
        PreparedTotp(secret.ffi.prepareTotp(totp: ffi))
    }

    /// Returns the moment from which on a code of `step` is accepted no longer.
    public func acceptedUntil(step: UInt64) -> UnixTime {
        UnixTime(totpAcceptedUntil(totp: ffi, step: step))
    }

    /// Returns the number of the step at `now` (RFC 6238 §4.2).
    public func step(now: UnixTime = .now) -> UInt64 {
        totpStep(totp: ffi, now: now.seconds)
    }

    /// Returns how long the current step still lasts: 1 s to the period.
    public func remaining(now: UnixTime = .now) -> Duration {
        Duration(ffi: totpRemaining(totp: ffi, now: now.seconds))
    }

    /// Returns the code at `now`.
    public func code(_ secret: OtpSecret, now: UnixTime = .now) -> Code {
        Code(secret.ffi.totpCode(totp: ffi, now: now.seconds))
    }

    /// Verifies what a person typed at `now`; `last` is the step that was accepted last, or `nil`.
    ///
    /// The whole window is always computed, and the highest step that yields the code is claimed.
    public func verify(
        _ secret: OtpSecret, typed: String, last: UInt64?, now: UnixTime = .now
    ) -> TotpOutcome {
        let outcome = secret.ffi.totpVerify(
            totp: ffi, typed: typed, now: now.seconds, last: last)
        return TotpOutcome(ffi: outcome)
    }
}

/// What became of a code, and the drift to store whatever became of it.
public struct TotpLearned: Hashable, Sendable {
    /// What became of the code.
    public let outcome: TotpOutcome
    /// By how many steps the authenticator's clock is ahead, or behind if it is negative.
    public let drift: Int
}

/// Codes by time for one secret: as secret as it, wiped when freed.
public final class PreparedTotp: Sendable, Discreet {
    private let ffi: SceauGenerated.PreparedTotp

    init(_ ffi: SceauGenerated.PreparedTotp) { self.ffi = ffi }

    /// Returns the code at `now`.
    public func code(now: UnixTime = .now) -> Code { Code(ffi.code(now: now.seconds)) }

    /// Verifies as `Totp.verify` does.
    public func verify(typed: String, last: UInt64?, now: UnixTime = .now) -> TotpOutcome {
        TotpOutcome(ffi: ffi.verify(typed: typed, now: now.seconds, last: last))
    }

    /// Verifies a code of an authenticator whose clock is ahead by `drift` steps, 0 at first. An
    /// accepted code tells the drift anew (RFC 6238 §6): store it with the step.
    public func verifyDrifting(
        typed: String, last: UInt64?, drift: Int, now: UnixTime = .now
    ) -> TotpLearned {
        let learned = ffi.verifyDrifting(
            typed: typed, now: now.seconds, last: last, drift: Int8(clamping: drift))
        return TotpLearned(outcome: TotpOutcome(ffi: learned.outcome), drift: Int(learned.drift))
    }
}

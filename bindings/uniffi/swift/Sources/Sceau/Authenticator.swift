internal import SceauGenerated

/// Codes by counter (RFC 4226), with the parameters that both sides agreed upon.
public final class Hotp: Sendable {
    private let ffi: SceauGenerated.Hotp

    /// Sets the parameters. `lookAhead`, 0 to 100, is how many counters beyond the expected one are
    /// tried (RFC 4226 §7.4); throws for a greater one.
    public init(
        algorithm: OtpAlgorithm = .sha1, digits: Digits = .six, lookAhead: Int = 0
    ) throws(OtpError) {
        ffi = try onOtp {
            try SceauGenerated.Hotp(
                algorithm: algorithm.ffi, digits: digits.ffi, lookAhead: lookAhead.ffi())
        }
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

/// Codes by time (RFC 6238), with the parameters that both sides agreed upon.
public final class Totp: Sendable {
    private let ffi: SceauGenerated.Totp

    /// Sets the parameters. `period`, 15 to 120 s, is how long a step lasts; 30 s is what every
    /// authenticator app reads. `past` and `future`, 0 to 10 each, are how many steps before and
    /// after the current one are accepted. Throws for one out of range.
    public init(
        algorithm: OtpAlgorithm = .sha1, digits: Digits = .six, period: Duration = .seconds(30),
        past: Int = 1, future: Int = 1
    ) throws(OtpError) {
        ffi = try onOtp {
            try SceauGenerated.Totp(
                algorithm: algorithm.ffi, digits: digits.ffi, period: period.ffi,
                past: past.ffi(), future: future.ffi())
        }
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

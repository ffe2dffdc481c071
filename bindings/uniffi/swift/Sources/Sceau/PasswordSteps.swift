internal import SceauGenerated

extension Passwords {
    /// Does what `verify` does, in steps of a few milliseconds between which it yields and may be
    /// cancelled; what it holds is then wiped at once, and nothing is to be stored. Argon2id cannot
    /// be cut: it is one step.
    ///
    /// `onProgress` is called after every step, on no actor. Throws as `verify`, and
    /// `CancellationError`.
    public static func verifyInSteps(
        _ password: some PasswordText & Sendable, stored: StoredPassword,
        accept: AcceptPolicy = .standard, create: CreatePolicy = .standard,
        peppers: Peppers = .none, onProgress: @Sendable (PasswordProgress) -> Void = { _ in }
    ) async throws -> PasswordOutcome {
        try Task.checkCancellation()
        return try await PasswordVerifier.begin(
            password, stored: stored, accept: accept, create: create, peppers: peppers
        ).runInSteps(onProgress)
    }

    /// As the other one, for a stored text that says itself how it was made.
    public static func verifyInSteps(
        _ password: some PasswordText & Sendable, stored: String,
        accept: AcceptPolicy = .standard, create: CreatePolicy = .standard,
        peppers: Peppers = .none, onProgress: @Sendable (PasswordProgress) -> Void = { _ in }
    ) async throws -> PasswordOutcome {
        try await verifyInSteps(
            password, stored: .text(stored), accept: accept, create: create, peppers: peppers,
            onProgress: onProgress)
    }

    /// Does the work of a `verifyInSteps` for an account that does not exist; the outcome is
    /// `mismatch`.
    public static func verifyAbsentInSteps(
        _ password: some PasswordText & Sendable, create: CreatePolicy = .standard,
        onProgress: @Sendable (PasswordProgress) -> Void = { _ in }
    ) async throws -> PasswordOutcome {
        try Task.checkCancellation()
        return try await PasswordVerifier.beginAbsent(password, create: create)
            .runInSteps(onProgress)
    }

    /// Measures this machine, a fraction of a second long; returns how many iterations make one
    /// verification last `target`: the recommended figure at the least, 10,000,000 at the most.
    ///
    /// It is a measurement, for an operator to look at and to write into a configuration: it
    /// differs from run to run, and is not for a start-up script.
    public static func calibrate(
        target: Duration, algorithm: PasswordAlgorithm = .sha256,
        clock: some Clock<Duration> = ContinuousClock()
    ) -> Int {
        let verifier = own {
            try PasswordVerifier.beginAbsent(
                "calibrate",
                create: CreatePolicy(
                    algorithm: algorithm, iterations: algorithm.recommendedIterations))
        }
        // The fastest of a few slices counts, behind one that warms the machine up.
        let slice = PasswordVerifier.slice
        verifier.step(slice)
        let taken = (1...5).map { _ in clock.measure { _ = verifier.step(slice) } }.min()
        return Int(
            calibratedIterations(
                algorithm: algorithm.ffi, done: UInt32(slice),
                takenNs: (taken ?? .zero).nanoseconds, targetNs: target.nanoseconds))
    }
}

extension PasswordVerifier {
    /// Goes on to the end, with a place to be cancelled at behind every step.
    fileprivate func runInSteps(
        _ onProgress: @Sendable (PasswordProgress) -> Void
    ) async throws -> PasswordOutcome {
        defer { cancel() }
        var progress: PasswordProgress
        repeat {
            progress = step(Self.slice)
            onProgress(progress)
            await Task.yield()
            try Task.checkCancellation()
        } while progress.left > 0
        return try finish()
    }

    /// The iterations of one step: a few milliseconds.
    fileprivate static let slice = 20_000
}

extension Duration {
    /// Whole nanoseconds: less than none is none, and too many are the most.
    fileprivate var nanoseconds: UInt64 {
        let (seconds, attoseconds) = components
        let whole = UInt64(clamping: seconds).multipliedReportingOverflow(by: 1_000_000_000)
        let all = whole.partialValue.addingReportingOverflow(
            UInt64(clamping: attoseconds / 1_000_000_000))
        return whole.overflow || all.overflow ? .max : all.partialValue
    }
}

import Foundation
import Sceau
import Testing

/// Verifying in steps: cancelled, given up, by many tasks; and measuring the machine.
@Suite struct VerifierTests {
    static let policy = CreatePolicy(uncheckedPolicy: .sha256, iterations: 50_000)
    let stored = StoredPassword.text(try! Passwords.hash("Érable-à-sucre", policy: policy))

    func begin() throws -> PasswordVerifier {
        try PasswordVerifier.begin("Érable-à-sucre", stored: stored, create: Self.policy)
    }

    @Test func saysHowFarItIsAndTheSameOutcomeAsInOneGo() throws {
        let verifier = try begin()
        #expect(verifier.progress.done == 0 && verifier.progress.left == 50_000)
        #expect(verifier.step(20_000).left == 30_000)
        #expect(verifier.step(-1) == verifier.progress && verifier.progress.done == 20_000)
        #expect(verifier.step(.max).left == 0)
        #expect(try verifier.finish() == .match)
        #expect(try verifier.finish() == .match)
        verifier.cancel()
        #expect(try verifier.finish() == .match)
    }

    @Test(arguments: [true, false])
    func whatIsEndedBeforeItsEndIsGivenUpForGood(cancelled: Bool) throws {
        let verifier = try begin()
        verifier.step(1)
        if cancelled { verifier.cancel() }
        for _ in 1...2 {
            #expect(throws: PasswordError.unfinished) { try verifier.finish() }
            #expect(verifier.step(.max).left == 0 && verifier.progress.done == 1)
        }
    }

    @Test func manyTasksMayStepAndCancelOne() async throws {
        for _ in 1...20 {
            let verifier = try begin()
            await withTaskGroup(of: Void.self) { group in
                for task in 0..<8 {
                    group.addTask {
                        while verifier.step(1_000).left > 0 {
                            if task == 7 { verifier.cancel() }
                        }
                    }
                }
            }
            #expect(verifier.progress.left == 0)
        }
    }

    @Test func aTaskVerifiesAndSaysHowFarItIs() async throws {
        let seen = Seen()
        let outcome = try await Passwords.verifyInSteps(
            "Érable-à-sucre", stored: stored, create: Self.policy
        ) { seen.append($0.left) }
        #expect(outcome == .match)
        #expect(seen.all == [30_000, 10_000, 0])
        #expect(try await Passwords.verifyAbsentInSteps("x", create: Self.policy) == .mismatch)
        await #expect(throws: PasswordError.malformed) {
            try await Passwords.verifyInSteps("x", stored: "x")
        }
    }

    @Test func aCancelledTaskStopsBehindTheStep() async throws {
        let (seen, stored) = (Seen(), stored)
        let task = Task {
            try await Passwords.verifyInSteps(
                "Érable-à-sucre", stored: stored, create: Self.policy
            ) {
                seen.append($0.left)
                withUnsafeCurrentTask { $0?.cancel() }
            }
        }
        await #expect(throws: CancellationError.self) { try await task.value }
        #expect(seen.all == [30_000])
    }

    @Test func aTaskThatWasCancelledBeforeBeginsNothing() async throws {
        let (seen, stored) = (Seen(), stored)
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return try await Passwords.verifyInSteps(
                "Érable-à-sucre", stored: stored, create: Self.policy
            ) { seen.append($0.left) }
        }
        await #expect(throws: CancellationError.self) { try await task.value }
        #expect(seen.all.isEmpty)
    }

    @Test func aMeasurementIsWithinWhatAPolicyTakes() throws {
        let clock = Ticking(by: .milliseconds(10))
        let calibrated = { Passwords.calibrate(target: $0, clock: clock) }
        #expect(calibrated(.milliseconds(500)) == 1_000_000)
        let recommended = PasswordAlgorithm.sha256.recommendedIterations
        for target in [.milliseconds(100), .zero, .seconds(-1)] as [Duration] {
            #expect(calibrated(target) == recommended)
        }
        #expect(calibrated(.seconds(Int64.max)) == 10_000_000)
        #expect(
            Passwords.calibrate(
                target: .seconds(1), algorithm: .sha512, clock: Ticking(by: .zero))
                == PasswordAlgorithm.sha512.recommendedIterations)
        _ = try CreatePolicy(
            algorithm: .sha256, iterations: Passwords.calibrate(target: .milliseconds(1)))
    }

    @Test func namesTheDefaultsOfTheCore() throws {
        var limits = AcceptLimits()
        #expect(limits.formats == [.phc])
        #expect(limits.sha1 == IterationRange(min: 10_000, max: 10_000_000))
        #expect(limits.argon2.maxMemoryKiB == 131_072 && !limits.requirePepper)
        limits.minKeyBytes = 15
        #expect(throws: PasswordError.keyLength) { try AcceptPolicy(limits) }
        limits = AcceptLimits()
        limits.argon2.maxLanes = -1
        #expect(throws: PasswordError.argon2Limits) { try AcceptPolicy(limits) }
        #expect(SpringParameters.v5_8().iterations == 310_000)
        #expect(SpringParameters.v5_5(secret: [1]).digest == .sha1)
    }

    @Test func asksForThePepperThatAHashNames() throws {
        let key = try ServiceKey.generate(id: 7)
        let peppers = Peppers(current: key)
        let stored = try Passwords.hash("Érable", policy: Self.policy, peppers: peppers)
        let verify = {
            try Passwords.verify("Érable", stored: stored, create: Self.policy, peppers: $0)
        }
        #expect(stored.contains(",keyid=7$"))
        #expect(try verify(peppers) == .match)
        #expect(
            try verify(Peppers(current: ServiceKey.generate(id: 8), retired: [key]))
                == .matchRehash(why: .pepper))
        #expect(throws: PasswordError.unknownPepper) { try verify(Peppers.none) }
        for value in [
            peppers, self.stored, SpringParameters.v5_8(secret: Array("secret".utf8)), try begin(),
        ] as [any Discreet] {
            #expect("\(value)" == "\(type(of: value))(..)")
        }
    }
}

/// What was seen, from any thread.
private final class Seen: @unchecked Sendable {
    private let lock = NSLock()
    private var values: [Int] = []

    var all: [Int] { lock.withLock { values } }

    func append(_ value: Int) { lock.withLock { values.append(value) } }
}

/// A clock that goes on by so much whenever it is looked at.
private final class Ticking: Clock, @unchecked Sendable {
    typealias Duration = Swift.Duration

    struct Instant: InstantProtocol {
        var since: Swift.Duration

        func advanced(by duration: Swift.Duration) -> Instant { Instant(since: since + duration) }
        func duration(to other: Instant) -> Swift.Duration { other.since - since }
        static func < (one: Instant, other: Instant) -> Bool { one.since < other.since }
    }

    private let by: Swift.Duration
    private let lock = NSLock()
    private var time: Swift.Duration = .zero
    let minimumResolution: Swift.Duration = .zero

    init(by: Swift.Duration) { self.by = by }

    var now: Instant {
        lock.withLock {
            time += by
            return Instant(since: time)
        }
    }

    func sleep(until deadline: Instant, tolerance: Swift.Duration?) async throws {}
}

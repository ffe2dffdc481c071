import Foundation
import Testing

/// Runs every record of `tests/vectors`, and prints how many each file has: a port of
/// conformance.rs.
@Suite struct ConformanceTests {
    @Test func everyRecordOfEveryFileHolds() throws {
        var (failures, counts): ([String], [String]) = ([], [])
        for (name, url) in try vectorFiles() {
            let run = try #require(Self.handlers[name], "no handler for \(name).txt")
            let records = try records(url)
            for record in records {
                let (actual, expected) = (run(record), record.text("expect"))
                // Swift's strings are equal when they look equal; bytes are not.
                if Array(actual.utf8) != Array(expected.utf8) {
                    failures.append(
                        "\(name): \(record.comment)\n  not \(actual)\n  but \(expected)")
                }
            }
            counts.append("\(name): \(records.count)\n")
        }
        #expect(failures.isEmpty, "\(failures.joined(separator: "\n"))")
        print(counts.joined(), terminator: "")
        let folder = checkout.appendingPathComponent("build/counts")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let written = folder.appendingPathComponent("swift.txt")
        try Data(counts.joined().utf8).write(to: written)
    }

    static let handlers: [String: @Sendable (Record) -> String] = [
        "challenge/life": challenge,
        "challenge/post": challenge,
        "device/life": device,
        "golden/challenge": challenge,
        "golden/device": device,
        "golden/recovery": recovery,
        "golden/throttle": throttle,
        "identifier/age": age,
        "identifier/expiry": expiry,
        "identifier/level": level,
        "identifier/nam": nam,
        "identifier/nas": nas,
        "identifier/neq": neq,
        "identifier/parse": parse,
        "identifier/pseudonym": pseudonym,
        "identifier/synthetic": synthetic,
        "identifier/typing": typing,
        "identity/check": identity,
        "name/compare": compare,
        "name/distance": distance,
        "name/fold": fold,
        "name/fold_icao": foldIcao,
        "name/matches_icao": matchesIcao,
        "name/versioned": versioned,
        "otp/base32": base32,
        "otp/hotp": hotp,
        "otp/hotp_resync": hotpResync,
        "otp/hotp_verify": hotpVerify,
        "otp/recovery": recovery,
        "otp/totp": totp,
        "otp/totp_clock": totpClock,
        "otp/totp_verify": totpVerify,
        "otp/uri": uri,
        "otp/uri_write": uriWrite,
        "password/argon2": verify,
        "password/answer": answer,
        "password/hash": hash,
        "password/legacy": verify,
        "password/pepper": verify,
        "password/policy": policy,
        "password/verify": verify,
        "throttle/life": throttle,
    ]
}

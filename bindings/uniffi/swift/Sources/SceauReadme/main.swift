// The README's example: checks the code of an authenticator app.

import Sceau

let totp = try Totp()
let secret = try OtpSecret(Array("12345678901234567890".utf8))
let now = UnixTime(59)
switch totp.verify(secret, typed: "287 082", last: nil, now: now) {
case .accepted(let step): print("accepted, store step \(step)")
case let outcome: print(outcome.message(in: .english))
}

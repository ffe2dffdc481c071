internal import SceauGenerated

/// The peppers of a service: keys outside the database without which a stolen hash cannot be
/// guessed at. Wiped when they are freed.
public final class Peppers: Sendable, Discreet {
    let ffi = SceauGenerated.Peppers.none()

    /// New hashes get the pepper of `current`, if there is one. Hashes with one of `retired` are
    /// still verified, and then to be made again if there is a current one; so are those without
    /// any.
    public init(current: ServiceKey?, retired: [ServiceKey] = []) {
        current?.ffi.addCurrentPepper(peppers: ffi)
        for key in retired { key.ffi.addRetiredPepper(peppers: ffi) }
    }

    /// No pepper at all.
    public static let none = Peppers(current: nil)
}

internal import SceauGenerated

/// The letters of a name for comparison.
public struct NameKey: Hashable, Sendable, Discreet {
    /// The letters: one to 128 of `A` to `Z`.
    public let letters: String
    /// The key behind the name of its rule and its version, to be stored: `ramq1:COTE`.
    public let versioned: String
}

/// A name as a machine readable zone writes it.
public struct IcaoKey: Hashable, Sendable, Discreet {
    /// One to 128 of `A` to `Z` and of the filler, `<`.
    public let letters: String
    /// The key behind the name of its rule and its version, to be stored: `icao1:MUELLER`.
    public let versioned: String
}

extension NameFolded {
    /// Returns the key that this makes of the letters and of the text to store.
    func lift<Key>(_ make: (String, String) -> Key) -> Result<Key, NameError> {
        switch self {
        case .folded(let letters, let versioned): .success(make(letters, versioned))
        case .refused(let error): .failure(NameError(ffi: error))
        }
    }
}

//! Words that belong to the one behind them.

/// Whether a word's key letters are those of a particle, which a person writes before a surname,
/// apart or joined (De Grandpré, Degrandpré).
///
/// The list is Sceau's own: no issuer of Québec publishes one.
pub(super) fn is_particle(letters: &[u8]) -> bool {
    PARTICLES.contains(&letters)
}

/// The most letters of a particle.
pub(super) const MAX_PARTICLE: usize = 5;

const PARTICLES: &[&[u8]] = &[
    b"D", b"DA", b"DE", b"DEL", b"DELLA", b"DEN", b"DER", b"DES", b"DI", b"DO", b"DOS", b"DU",
    b"L", b"LA", b"LE", b"LES", b"MAC", b"MC", b"O", b"TEN", b"TER", b"VAN", b"VON",
];

//! Sentences on claims that cannot be checked; those on findings are `identity::Finding`'s.

use super::sentences;
use crate::identity::IdentityError;

sentences! { IdentityError;
    NoDocument => "Aucun document n'est fourni.",
        "No document is given.";
    TooManyDocuments => "Plus de quatre documents sont fournis.",
        "More than four documents are given.";
}

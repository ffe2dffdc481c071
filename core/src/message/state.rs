//! Sentences on keys and stored state: for operators, except where a citizen has to wait.

use super::sentences;
use crate::challenge::ChallengePolicyError;
use crate::mac::KeyError;
use crate::state::StateError;
use crate::throttle::{ThrottleOutcome, ThrottlePolicyError};

sentences! { KeyError;
    TooShort => "La clé du service a moins de 32 octets.",
        "The service key has fewer than 32 bytes.";
    TooLong => "La clé du service a plus de 1\u{a0}024 octets.",
        "The service key has more than 1,024 bytes.";
}

sentences! { StateError;
    Length => "L'état conservé n'a pas la bonne longueur.",
        "The stored state does not have the right length.";
    Version => "L'état conservé vient d'une autre version du format.",
        "The stored state was written in another version of the format.";
    Kind => "L'état conservé est celui d'un autre mécanisme.",
        "The stored state belongs to another mechanism.";
    UnknownKey => "L'état conservé porte le numéro d'une autre clé.",
        "The stored state bears the number of another key.";
    Unauthentic => "L'état conservé n'est pas authentique pour cette personne et cette adresse.",
        "The stored state is not authentic for this person and this address.";
    WrongPurpose => "L'état conservé vaut pour un autre usage, moyen d'envoi ou sujet.",
        "The stored state is for another purpose, channel or kind of subject.";
    RolledBack => "L'état conservé est plus ancien que le jeton présenté. Vérifiez la base de \
        données.",
        "The stored state is older than the token presented. Check the database.";
    ClockAhead => "L'horloge du serveur avance de plus de 400 jours sur l'état conservé, ou \
        indique 2080 ou plus tard.",
        "The server's clock is more than 400 days ahead of the stored state, or says 2080 or \
        later.";
    GenerationExhausted => "L'état conservé ne peut plus avancer.",
        "The stored state can advance no further.";
    SignInChannel => "Ni le courriel ni la poste ne sont des moyens d'authentification.",
        "Neither e-mail nor post is a means of authentication.";
    WrongPolicy => "La politique vaut pour une autre sorte de sujet ou un autre moyen d'envoi.",
        "The policy is for another kind of subject or another channel.";
}

sentences! { ChallengePolicyError;
    Lifetime => "La durée de vie d'un code doit être de 1 à 600 secondes, ou d'au plus 30 jours \
        par la poste.",
        "A code's lifetime must be 1 to 600 seconds, or at most 30 days by post.";
    Attempts => "Un code doit permettre de 1 à 10 essais.",
        "A code must allow 1 to 10 attempts.";
    Cooldown => "Le délai entre deux codes dépasse leur durée de vie.",
        "The time between two codes is longer than their lifetime.";
    Period => "La période doit aller de la durée de vie d'un code à 30 jours.",
        "The period must be a code's lifetime to 30 days.";
    Issues => "Une période doit permettre de 1 à 100 codes.",
        "A period must allow 1 to 100 codes.";
    Failures => "Le nombre d'échecs permis doit être de 1 à 100.",
        "The number of failures allowed must be 1 to 100.";
}

sentences! { ThrottlePolicyError;
    Delay => "Le premier délai doit être de 1 à 3\u{a0}600 secondes.",
        "The first delay must be 1 to 3,600 seconds.";
    SuspendAfter => "La suspension doit commencer après les échecs sans conséquence.",
        "Suspension must begin after the failures that cost nothing.";
    Suspension => "Une suspension doit durer de 1 seconde à 30 jours.",
        "A suspension must last 1 second to 30 days.";
    Failures => "Le nombre d'échecs permis va du seuil de suspension à 100, ou à 10\u{a0}000 \
        pour une adresse.",
        "The failures allowed range from the suspension threshold to 100, or 10,000 for an \
         address.";
    Window => "La fenêtre d'une adresse doit être de 60 secondes à 30 jours.",
        "The window of an address must be 60 seconds to 30 days.";
}

sentences! { ThrottleOutcome,
    until = |outcome| match outcome {
        ThrottleOutcome::Delayed { until } | ThrottleOutcome::Suspended { until } => Some(*until),
        ThrottleOutcome::Allowed | ThrottleOutcome::Disabled => None,
    };
    Allowed => "L'essai est permis.",
        "The attempt is allowed.";
    Delayed => "Trop d'essais se suivent. Vous pourrez réessayer à partir de ce moment\u{a0}: \
        {until}.",
        "Too many attempts in a row. You can try again after {until}.";
    Suspended => "Votre compte est temporairement suspendu. Vous pourrez réessayer à partir de ce \
        moment\u{a0}: {until}.",
        "Your account is temporarily suspended. You can try again after {until}.";
    Disabled => "Votre compte est bloqué après trop d'échecs. Communiquez avec le service à la \
        clientèle.",
        "Your account is locked after too many failures. Contact customer service.";
}

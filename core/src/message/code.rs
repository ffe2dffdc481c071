//! Sentences on one-time codes and on the e-mailed code.

use super::sentences;
use crate::challenge::{ChallengeOutcome, DeliverOutcome, IssueOutcome};
use crate::otp::{HotpOutcome, OtpError, OtpTextError, RecoveryOutcome, TotpOutcome};

sentences! { IssueOutcome,
    until = |outcome| match outcome {
        IssueOutcome::TooSoon { until } | IssueOutcome::TooMany { until } => Some(*until),
        IssueOutcome::Issued { .. } | IssueOutcome::Disabled => None,
    };
    Issued => "Un code de sécurité vous a été envoyé.",
        "A security code has been sent to you.";
    TooSoon => "Un code vient de vous être envoyé. Vous pourrez en demander un autre à partir de \
        ce moment\u{a0}: {until}.",
        "A code has just been sent to you. You can ask for another one after {until}.";
    TooMany => "Vous avez demandé trop de codes. Vous pourrez en demander un autre à partir de ce \
        moment\u{a0}: {until}.",
        "You have asked for too many codes. You can ask for another one after {until}.";
    Disabled => "Trop de codes incorrects ont été saisis. Communiquez avec le service à la \
        clientèle.",
        "Too many wrong codes have been entered. Contact customer service.";
}

sentences! { ChallengeOutcome,
    n = |outcome| match outcome {
        ChallengeOutcome::Wrong { left } => Some(u64::from(*left)),
        _ => None,
    };
    Accepted => "Le code de sécurité est accepté.",
        "The security code is accepted.";
    Wrong => "Code de sécurité incorrect. Essais restants\u{a0}: {n}.",
        "Wrong security code. Attempts left: {n}.";
    Expired => "Ce code de sécurité n'est plus valide. Demandez-en un nouveau.",
        "This security code is no longer valid. Ask for a new one.";
    Exhausted => "Trop d'essais avec ce code de sécurité. Demandez-en un nouveau.",
        "Too many attempts with this security code. Ask for a new one.";
    AlreadyUsed => "Ce code de sécurité a déjà servi. Demandez-en un nouveau.",
        "This security code has been used already. Ask for a new one.";
    Malformed => "Saisissez en entier le code de sécurité reçu, et rien d'autre.",
        "Enter the whole security code that you received, and nothing else.";
}

sentences! { DeliverOutcome;
    Live => "Le même code de sécurité vous a été envoyé de nouveau.",
        "The same security code has been sent to you again.";
    Expired => "Ce code de sécurité n'est plus valide. Demandez-en un nouveau.",
        "This security code is no longer valid. Ask for a new one.";
    Exhausted => "Trop d'essais avec ce code de sécurité. Demandez-en un nouveau.",
        "Too many attempts with this security code. Ask for a new one.";
    AlreadyUsed => "Ce code de sécurité a déjà servi. Demandez-en un nouveau.",
        "This security code has been used already. Ask for a new one.";
}

sentences! { TotpOutcome;
    Accepted => "Le code de l'application est accepté.",
        "The app's code is accepted.";
    Replayed => "Ce code a déjà servi. Attendez que l'application en affiche un nouveau.",
        "This code has been used already. Wait until the app shows a new one.";
    Mismatch => "Code incorrect. Vérifiez l'heure de votre appareil, puis saisissez le code que \
        l'application affiche.",
        "Wrong code. Check your device's clock, then enter the code that the app shows.";
    Malformed => "Saisissez tous les chiffres que l'application affiche, et rien d'autre.",
        "Enter all the digits that the app shows, and nothing else.";
}

sentences! { HotpOutcome;
    Accepted => "Le code du jeton est accepté.",
        "The token's code is accepted.";
    Mismatch => "Code incorrect. Faites afficher un nouveau code par le jeton et saisissez-le.",
        "Wrong code. Have the token show a new code, and enter it.";
    Malformed => "Saisissez tous les chiffres que le jeton affiche, et rien d'autre.",
        "Enter all the digits that the token shows, and nothing else.";
}

sentences! { RecoveryOutcome,
    n = |outcome| match outcome {
        RecoveryOutcome::Accepted { left } => Some(u64::from(*left)),
        _ => None,
    };
    Accepted => "Le code de récupération est accepté. Codes restants\u{a0}: {n}.",
        "The recovery code is accepted. Codes left: {n}.";
    Wrong => "Ce code de récupération ne figure pas sur votre liste la plus récente. Prenez-en \
        un de celle-ci.",
        "This recovery code is not on your latest list. Take one from that list.";
    AlreadyUsed => "Ce code de récupération a déjà servi. Prenez-en un autre de votre liste.",
        "This recovery code has been used already. Take another one from your list.";
    Malformed => "Il y a une faute de frappe dans le code de récupération. Recopiez-le en entier, \
        jusqu'au dernier caractère.",
        "The recovery code is mistyped. Copy all of it, to the last character.";
}

sentences! { OtpError;
    SecretTooShort => "Le secret partagé a moins de 16 octets.",
        "The shared secret has fewer than 16 bytes.";
    SecretTooLong => "Le secret partagé a plus de 128 octets.",
        "The shared secret has more than 128 bytes.";
    Period => "La période d'un code doit être de 15 à 120 secondes.",
        "A code's period must be 15 to 120 seconds.";
    Window => "La fenêtre d'acceptation dépasse 10 périodes.",
        "The acceptance window is longer than 10 steps.";
    LookAhead => "La recherche vers l'avant dépasse 100 compteurs.",
        "The look-ahead is more than 100 counters.";
    CounterExhausted => "Le compteur du jeton est épuisé.",
        "The token's counter is exhausted.";
    Drift => "La dérive à suivre dépasse 20 périodes.",
        "The drift to follow is more than 20 steps.";
    ResyncWindow => "La resynchronisation dépasse 1\u{a0}000 compteurs.",
        "The resynchronization is over more than 1,000 counters.";
}

sentences! { OtpTextError;
    SecretTooShort => "La clé est incomplète. Recopiez-la en entier.",
        "The key is incomplete. Copy all of it.";
    TooLong => "La clé ou le code QR est trop long.",
        "The key or QR code is too long.";
    Digit => "Une clé ne contient jamais de 0, de 1, de 8 ni de 9. Vérifiez s'il s'agit d'une \
        lettre (O, I ou B).",
        "A key never has a 0, 1, 8 or 9. Check whether it is a letter (O, I or B).";
    Character => "Un caractère n'a pas sa place ici. Vérifiez la clé.",
        "A character does not belong here. Check the key.";
    Padding => "Les signes = de la clé ne sont pas à leur place. Omettez-les.",
        "The = signs of the key are not in their place. Leave them out.";
    Length => "Il manque un caractère à la clé, ou elle en a un de trop.",
        "The key lacks a character, or has one too many.";
    StrayBits => "Le dernier caractère de la clé est inexact. Vérifiez-le.",
        "The last character of the key is wrong. Check it.";
    Scheme => "Ce n'est pas un code QR d'application d'authentification.",
        "This is not a QR code for an authenticator app.";
    Kind => "Ce code QR demande un type de code inconnu.",
        "This QR code asks for an unknown kind of code.";
    Label => "Le nom du service ou du compte ne convient pas.",
        "The name of the service or account does not fit.";
    Percent => "Ce code QR est endommagé.",
        "This QR code is damaged.";
    NotCanonical => "Ce code QR est écrit autrement que Sceau ne l'écrit.",
        "This QR code is written otherwise than Sceau writes it.";
    Duplicate => "Ce code QR dit deux fois la même chose.",
        "This QR code says one thing twice.";
    Missing => "Il manque la clé ou le compteur à ce code QR.",
        "This QR code lacks the key or the counter.";
    Value => "Ce code QR demande des codes que ce service ne prend pas en charge.",
        "This QR code asks for codes that are not supported.";
    Issuer => "Ce code QR nomme deux services différents.",
        "This QR code names two different services.";
}

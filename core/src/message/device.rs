//! Sentences on the remembered device.

use super::sentences;
use crate::device::{DeviceOutcome, DevicePolicyError};

sentences! { DevicePolicyError;
    Lifetime => "Un appareil peut rester mémorisé de 1 seconde à 365 jours.",
        "A device can be remembered for 1 second to 365 days.";
}

sentences! { DeviceOutcome;
    Accepted => "Cet appareil est reconnu.",
        "This device is recognized.";
    Stolen => "Quelqu'un d'autre a peut-être utilisé cet appareil mémorisé. Ouvrez une session et \
        changez votre mot de passe.",
        "Someone else may have used this remembered device. Sign in and change your password.";
    Expired => "Cet appareil n'est plus mémorisé, car le délai est écoulé. Ouvrez une session.",
        "This device is no longer remembered: its time has run out. Sign in.";
    Revoked => "Cet appareil n'est plus mémorisé. Ouvrez une session.",
        "This device is no longer remembered. Sign in.";
    Unknown => "Cet appareil n'est pas reconnu. Ouvrez une session.",
        "This device is not recognized. Sign in.";
    Malformed => "L'enregistrement qui identifie cet appareil est endommagé. Ouvrez une session.",
        "The record that identifies this device is damaged. Sign in.";
}

//! The core's errors as the exceptions of `sceau._errors`: a wire name, and an offset if there is
//! one.

use pyo3::PyErr;
use sceau::challenge::ChallengePolicyError;
use sceau::device::DevicePolicyError;
use sceau::identifier::IdentifierError;
use sceau::identity::IdentityError;
use sceau::mac::KeyError;
use sceau::name::{NameCompareError, NameError};
use sceau::otp::{OtpError, OtpTextError};
use sceau::password::{PasswordError, PasswordPolicyError};
use sceau::state::StateError;
use sceau::throttle::ThrottlePolicyError;

mod exceptions {
    use pyo3::import_exception;

    import_exception!(sceau._errors, ChallengePolicyError);
    import_exception!(sceau._errors, DevicePolicyError);
    import_exception!(sceau._errors, IdentifierError);
    import_exception!(sceau._errors, IdentityError);
    import_exception!(sceau._errors, OtpError);
    import_exception!(sceau._errors, OtpTextError);
    import_exception!(sceau._errors, PasswordError);
    import_exception!(sceau._errors, PasswordPolicyError);
    import_exception!(sceau._errors, PersonNameError);
    import_exception!(sceau._errors, ServiceKeyError);
    import_exception!(sceau._errors, StateError);
    import_exception!(sceau._errors, ThrottlePolicyError);
}

/// An error of the core that Python raises.
pub(crate) trait Raise {
    fn raise(self) -> PyErr;
}

macro_rules! raise {
    ($($error:ident => $exception:ident, at = $at:expr;)+) => {$(
        impl Raise for $error {
            fn raise(self) -> PyErr {
                let at: fn(&Self) -> Option<usize> = $at;
                exceptions::$exception::new_err((self.name(), at(&self)))
            }
        }
    )+};
}

raise! {
    ChallengePolicyError => ChallengePolicyError, at = |_| None;
    DevicePolicyError => DevicePolicyError, at = |_| None;
    IdentifierError => IdentifierError, at = |error| error.at();
    IdentityError => IdentityError, at = |_| None;
    KeyError => ServiceKeyError, at = |_| None;
    NameError => PersonNameError, at = |error| Some(error.at());
    OtpError => OtpError, at = |_| None;
    OtpTextError => OtpTextError, at = |error| Some(error.at());
    PasswordError => PasswordError, at = |error| error.at();
    PasswordPolicyError => PasswordPolicyError, at = |_| None;
    StateError => StateError, at = |_| None;
    ThrottlePolicyError => ThrottlePolicyError, at = |_| None;
}

impl Raise for NameCompareError {
    fn raise(self) -> PyErr {
        let arguments = (self.name(), self.error.at(), self.side.name());
        exceptions::PersonNameError::new_err(arguments)
    }
}

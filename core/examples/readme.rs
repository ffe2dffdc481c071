//! The README's example: checks the code of an authenticator app.

use sceau::code::Digits;
use sceau::message::{Language, Reason};
use sceau::otp::{OtpAlgorithm, OtpSecret, Totp, TotpOutcome, TotpWindow};
use sceau::time::{Seconds, UnixTime};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let period = Seconds::new(30);
    let totp = Totp::new(OtpAlgorithm::Sha1, Digits::SIX, period, TotpWindow::DEFAULT)?;
    let secret = OtpSecret::new(b"12345678901234567890")?;
    let now = UnixTime::new(59);
    match totp.verify(&secret, "287 082", now, None) {
        TotpOutcome::Accepted { step } => println!("accepted, store step {}", step.get()),
        outcome => println!("{}", outcome.message(Language::English)),
    }
    Ok(())
}

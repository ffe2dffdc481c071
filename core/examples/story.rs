//! One citizen's story, as every language tells it: the transcripts are equal to the byte.
//!
//! Clock and entropy are fixed, so that the code is `996 729`, the one on SAG's own screen. Answers
//! go to standard output; the number of calls into the library goes to standard error.

use std::error::Error;

use sceau::challenge::{
    Challenge, ChallengeBinding, ChallengeChannel, ChallengePolicy, ChallengePurpose, IssueOutcome,
};
use sceau::code::Digits;
use sceau::identifier::{
    AssessmentNotice, BirthDate, CardReference, EmailAddress, Identifier, Nam, Nas, Username,
};
use sceau::identity::{self, Claim, Document, DocumentKind, Verdict};
use sceau::mac::ServiceKey;
use sceau::message::{Language, Reason};
use sceau::name::NamePolicy;
use sceau::otp::{OtpAlgorithm, OtpSecret, TimeStep, Totp, TotpOutcome, TotpWindow};
use sceau::password::{
    self, AcceptPolicy, CreatePolicy, PasswordContext, PasswordOutcome, PasswordPolicy,
};
use sceau::throttle::{Throttle, ThrottleOutcome, ThrottlePolicy};
use sceau::time::{Date, Seconds, UnixTime};

const USER: &str = "eseraphin";
const PASSWORD: &str = "Érable-à-sucre";
/// 23 November 2026, nine o'clock in Québec.
const NOW: u64 = 1_795_442_400;
const ENTROPY: &[u8; 16] = b"sceau-demo\0\0\0\0\xc5\xc1";
const OLD_HASH: &str = "$pbkdf2-sha256$i=20000$Y2xpY1NFUVVSLTIwMDkhIQ\
                        $W7pQsURJ0P0FNy2Zs6gNKJJhw2NOtjPkv4GrwpktF4k";

fn main() -> Result<(), Box<dyn Error>> {
    let mut story = Story { calls: 0 };
    println!("Sceau · une histoire, cinq langages · one story, five languages");
    story.sign_up()?;
    story.prove_the_address()?;
    story.prove_the_identity()?;
    let accepted = story.pair_an_app()?;
    story.come_back()?;
    story.keep_the_thief_out(accepted)?;
    eprintln!("calls: {}", story.calls);
    Ok(())
}

struct Story {
    calls: u32,
}

impl Story {
    /// Counts a call into the library.
    fn call<T>(&mut self, answer: T) -> T {
        self.calls += 1;
        answer
    }

    fn sign_up(&mut self) -> Result<(), Box<dyn Error>> {
        chapter("1 · Élise s'inscrit · Élise signs up");
        let user = self.call(Username::parse(USER))?;
        field("nom d'utilisateur", user.compact());
        let email = self.call(EmailAddress::parse(" Elise.Seraphin@EXAMPLE.org"))?;
        field("courriel", email.compact());

        let context = PasswordContext { user_name: USER, ..PasswordContext::default() };
        for typed in ["Eseraphin1234", PASSWORD] {
            field("mot de passe", typed);
            let reasons = self.call(PasswordPolicy::SAG_2024.check(typed.as_bytes(), &context))?;
            for finding in reasons.iter() {
                self.say(finding.reason.name(), &finding);
            }
        }
        let create = CreatePolicy::default();
        let stored =
            self.call(password::hash(PASSWORD.as_bytes(), b"sel de l'erable!", &create))?;
        field("conservé · stored", stored.as_str());
        Ok(())
    }

    fn prove_the_address(&mut self) -> Result<(), Box<dyn Error>> {
        chapter("2 · Le code envoyé par courriel · The code sent by e-mail");
        let (key, binding) = (self.service_key()?, email_binding());
        let policy = ChallengePolicy::default();
        let issued = self.call(Challenge::issue(None, &key, &binding, ENTROPY, at(0), &policy))?;
        self.say(issued.outcome.name(), &issued.outcome);
        if let IssueOutcome::Issued { code, expires } = &issued.outcome {
            field("courriel", code.display().as_str());
            field("valide (s) · valid (s)", &(expires.seconds() - NOW).to_string());
        }
        let mut row = issued.next;
        for (later, typed) in [(20, "996 728"), (35, " 996\u{a0}729"), (50, "996729")] {
            let verified = self.call(row.verify(&key, &binding, typed, at(later)))?;
            row = verified.next;
            field(&format!("Élise, +{later} s"), typed.trim());
            self.say(verified.outcome.name(), &verified.outcome);
        }
        field("génération", &self.call(row.generation()).to_string());
        Ok(())
    }

    fn prove_the_identity(&mut self) -> Result<(), Box<dyn Error>> {
        chapter("3 · Ses documents · Her documents");
        let today = Date::new(2026, 11, 23).ok_or("no such day")?;
        let nam = self.call(Nam::parse("sere 7561-3018"))?;
        field("NAM", &nam.masked());
        let birth = self.call(nam.check(today))?;
        field("code de sexe · sex code", birth.marker.name());
        let nas = self.call(Nas::parse("130 692 544"))?;
        field("NAS", &nas.masked());
        field("", self.call(nas.check())?.name());
        match self.call(Nas::parse("130 692 545"))?.check() {
            Ok(kind) => field("", kind.name()),
            Err(reason) => self.say(reason.name(), &reason),
        }
        let notice = self.call(AssessmentNotice::parse("q12-3abc 4567"))?;
        field("avis de cotisation", &notice.masked());
        let reference = self.call(CardReference::parse("125 478 569"))?;
        field("référence de la carte", &reference.masked());
        let born = self.call(BirthDate::parse("1975/11/30"))?;
        field("âge · age", &self.call(born.age_on(today)).to_string());
        match self.call(Nam::parse("SERE 756\u{406} 3018")) {
            Ok(nam) => field("", &nam.masked()),
            Err(reason) => self.say(reason.name(), &reason),
        }

        let documents = [
            Document::new(DocumentKind::AssessmentNotice, "Séraphin", "Élise"),
            Document::new(DocumentKind::HealthCard, "SERAPHIN", "ELISE"),
        ];
        for policy in [NamePolicy::SAG, NamePolicy::TOLERANT] {
            let claim = Claim {
                documents: &documents,
                nam: &nam,
                birth_date: born.clone(),
                today,
                policy,
                minimum_age: identity::SAG_MINIMUM_AGE,
            };
            let report = self.call(identity::check(&claim))?;
            field("identité · identity", report.outcome().name());
            for finding in report.findings() {
                println!("    {} · {}", finding.field.name(), finding.verdict.name());
                if finding.verdict != Verdict::Agrees {
                    self.calls += 2;
                    println!("        fr  {}", finding.sentence(Language::French));
                    println!("        en  {}", finding.sentence(Language::English));
                }
            }
        }
        Ok(())
    }

    fn pair_an_app(&mut self) -> Result<TimeStep, Box<dyn Error>> {
        chapter("4 · Une application d'authentification · An authenticator app");
        let (totp, secret) = (self.totp()?, self.secret()?);
        let code = self.call(totp.code(&secret, at(600)));
        field("l'application affiche", code.display().as_str());
        let remaining = self.call(totp.remaining(at(600))).get();
        field("encore · still (s)", &remaining.to_string());
        let outcome = self.call(totp.verify(&secret, code.display().as_str(), at(625), None));
        self.say(outcome.name(), &outcome);
        let TotpOutcome::Accepted { step } = outcome else { return Err("not accepted".into()) };
        field("à conserver · to store", &step.get().to_string());
        Ok(step)
    }

    fn come_back(&mut self) -> Result<(), Box<dyn Error>> {
        chapter("5 · Une ancienne empreinte clicSÉQUR · An old clicSÉQUR hash");
        let (accept, create) = (AcceptPolicy::default(), CreatePolicy::default());
        let typed = "Vieux-mot-de-passe";
        let stored = OLD_HASH.as_bytes();
        let outcome = self.call(password::verify(typed.as_bytes(), stored, &accept, &create))?;
        self.say(outcome.name(), &outcome);
        if let PasswordOutcome::MatchRehash { why } = outcome {
            self.say(why.name(), &why);
        }
        let renewed = self.call(password::hash(typed.as_bytes(), b"un sel tout neuf", &create))?;
        let stored = renewed.as_bytes();
        let outcome = self.call(password::verify(typed.as_bytes(), stored, &accept, &create))?;
        self.say(outcome.name(), &outcome);
        Ok(())
    }

    fn keep_the_thief_out(&mut self, accepted: TimeStep) -> Result<(), Box<dyn Error>> {
        chapter("6 · Le voleur · The thief");
        let (totp, secret) = (self.totp()?, self.secret()?);
        let seen = totp.code(&secret, at(600));
        field("le voleur · the thief", seen.compact().as_str());
        let outcome =
            self.call(totp.verify(&secret, seen.compact().as_str(), at(640), Some(accepted)));
        self.say(outcome.name(), &outcome);

        let (key, binding) = (self.service_key()?, email_binding());
        let policy = ChallengePolicy::default();
        let mut row =
            self.call(Challenge::issue(None, &key, &binding, ENTROPY, at(700), &policy))?.next;
        for guess in ["123456", "000000", "111111", "654321", "996729", "121212"] {
            let verified = self.call(row.verify(&key, &binding, guess, at(710)))?;
            row = verified.next;
            field("le voleur · the thief", guess);
            self.say(verified.outcome.name(), &verified.outcome);
        }
        let create = CreatePolicy::default();
        field("sans compte · no account", "pas-de-compte");
        let absent = self.call(password::verify_absent(b"pas-de-compte", &create))?;
        self.say(absent.name(), &absent);

        let policy = ThrottlePolicy::default();
        let (mut row, mut now) = (None::<Throttle>, 800);
        loop {
            let begun =
                self.call(Throttle::begin(row.as_ref(), &key, USER.as_bytes(), at(now), &policy))?;
            row = Some(begun.next);
            match begun.outcome {
                ThrottleOutcome::Allowed => {}
                ThrottleOutcome::Delayed { until } => {
                    let pause = until.seconds() - NOW - now;
                    field("il attend · he waits (s)", &pause.to_string());
                    now += pause;
                }
                ThrottleOutcome::Suspended { until } => {
                    self.say(begun.outcome.name(), &begun.outcome);
                    let pause = until.seconds() - NOW - now;
                    field("suspension (s)", &pause.to_string());
                    break;
                }
                ThrottleOutcome::Disabled => break,
            }
        }
        Ok(())
    }

    /// Prints a reason's wire name and its two sentences.
    fn say(&mut self, name: &str, reason: &impl Reason) {
        self.calls += 2;
        println!("    {name}");
        println!("        fr  {}", reason.message(Language::French));
        println!("        en  {}", reason.message(Language::English));
    }

    fn service_key(&mut self) -> Result<ServiceKey, Box<dyn Error>> {
        let bytes: Vec<u8> = (0..32).collect();
        Ok(self.call(ServiceKey::new(1, &bytes))?)
    }

    fn totp(&mut self) -> Result<Totp, Box<dyn Error>> {
        let period = Seconds::new(30);
        let window = TotpWindow::DEFAULT;
        Ok(self.call(Totp::new(OtpAlgorithm::Sha1, Digits::SIX, period, window))?)
    }

    fn secret(&mut self) -> Result<OtpSecret, Box<dyn Error>> {
        Ok(self.call(OtpSecret::new(b"12345678901234567890"))?)
    }
}

fn email_binding() -> ChallengeBinding<'static> {
    ChallengeBinding {
        purpose: ChallengePurpose::AddressValidation,
        channel: ChallengeChannel::Email,
        user: USER.as_bytes(),
        destination: b"elise.seraphin@example.org",
    }
}

fn at(later: u64) -> UnixTime {
    UnixTime::new(NOW + later)
}

fn chapter(title: &str) {
    println!("\n{title}\n");
}

/// Prints a value under its label, which takes 26 columns.
fn field(label: &str, value: &str) {
    println!("  {label:<26}{value}");
}

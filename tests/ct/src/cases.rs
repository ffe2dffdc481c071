//! The cases: every operation of the core that touches a secret, then the planted leaks.

use std::hint::black_box;

use sceau::challenge::{
    Challenge, ChallengeBinding, ChallengeChannel, ChallengeCode, ChallengeLimits, ChallengePolicy,
    ChallengePurpose, IssueOutcome,
};
use sceau::code::{Code, Digits, LetterCode, Letters};
use sceau::ct;
use sceau::device::{Device, DeviceOutcome, DevicePolicy, RememberedDevice};
use sceau::identifier::{Identifier, Nas, PseudonymKey};
use sceau::mac::ServiceKey;
use sceau::otp::{Hotp, OtpAlgorithm, OtpReading, OtpSecret, RecoveryCodes, Totp, TotpWindow};
use sceau::password::PasswordAlgorithm;
use sceau::throttle::{Throttle, ThrottlePolicy};
use sceau::time::{Seconds, UnixTime};
use subtle::Choice;

use crate::Expected::{self, Clean, Leak};
use crate::controls;
use crate::passwords::{self, foreign, new_hash, password, spring};
use crate::valgrind::{declassify, is_poisoned, poison, poisoned, uses};

/// One operation, and what it is to show.
pub(crate) struct Case {
    pub(crate) name: &'static str,
    pub(crate) expected: Expected,
    /// Returns how many uses of a secret in a branch or an address there were.
    pub(crate) run: fn() -> usize,
}

const fn case(name: &'static str, expected: Expected, run: fn() -> usize) -> Case {
    Case { name, expected, run }
}

pub(crate) const ALL: &[Case] = &[
    case("password: PBKDF2-SHA-256, password and stored key", Clean, || {
        password(PasswordAlgorithm::Sha256, b"Erable-a-sucre", b"Erable-a-sucre", true)
    }),
    case("password: PBKDF2-SHA-256, a wrong password", Clean, || {
        password(PasswordAlgorithm::Sha256, b"Erable-a-sucre", b"erable-a-sucre", false)
    }),
    case("password: PBKDF2-SHA-256, longer than a block", Clean, || {
        password(PasswordAlgorithm::Sha256, &[b'x'; 200], &[b'x'; 200], true)
    }),
    case("password: PBKDF2-SHA-512, password and stored key", Clean, || {
        password(PasswordAlgorithm::Sha512, b"Erable-a-sucre", b"Erable-a-sucre", true)
    }),
    case("password: the PHC string of a new hash", Clean, || new_hash(false)),
    case("password: a new hash with a pepper", Clean, || new_hash(true)),
    case("password: a hash of Django", Clean, || foreign(&passwords::DJANGO, true)),
    case("password: a hash of Django, a wrong password", Clean, || {
        foreign(&passwords::DJANGO, false)
    }),
    case("password: Django's salted digest", Clean, || foreign(&passwords::DJANGO_SHA1, true)),
    case("password: a hash of passlib", Clean, || foreign(&passwords::PASSLIB, true)),
    case("password: a hash of Werkzeug", Clean, || foreign(&passwords::WERKZEUG, true)),
    case("password: a hash of OpenLDAP", Clean, || foreign(&passwords::LDAP, true)),
    case("password: a salted digest of LDAP", Clean, || foreign(&passwords::SSHA, true)),
    case("password: a hash of ASP.NET", Clean, || foreign(&passwords::ASPNET, true)),
    case("password: a hash of Spring", Clean, spring),
    case("otp: HOTP-SHA-1, the code", Clean, || hotp_code(OtpAlgorithm::Sha1)),
    case("otp: HOTP-SHA-256, the code", Clean, || hotp_code(OtpAlgorithm::Sha256)),
    case("otp: HOTP-SHA-512, the code", Clean, || hotp_code(OtpAlgorithm::Sha512)),
    case("otp: HOTP-SHA-1, a code in the look-ahead", Clean, || hotp_find("287082", true)),
    case("otp: HOTP-SHA-1, no code in the look-ahead", Clean, || hotp_find("000000", false)),
    case("otp: TOTP-SHA-1, a code in the window", Clean, || totp_find(OtpAlgorithm::Sha1, true)),
    case("otp: TOTP-SHA-256, no code in the window", Clean, || {
        totp_find(OtpAlgorithm::Sha256, false)
    }),
    case("otp: TOTP-SHA-512, no code in the window", Clean, || {
        totp_find(OtpAlgorithm::Sha512, false)
    }),
    case("otp: HOTP-SHA-1, two codes in a row", Clean, || hotp_find_two("399871", true)),
    case("otp: HOTP-SHA-1, no two codes in a row", Clean, || hotp_find_two("000000", false)),
    case("base32: decoding a secret", Clean, || {
        base32_decoding(b"GEZDGNBVGY3TQOJQGEZDGNBVGY", OtpReading::Strict, true)
    }),
    case("base32: decoding small letters and stray bits", Clean, || {
        base32_decoding(b"gezdgnbvgy3tqojqgezdgnbvg2", OtpReading::Lenient, true)
    }),
    case("base32: the same, strictly", Clean, || {
        base32_decoding(b"gezdgnbvgy3tqojqgezdgnbvg2", OtpReading::Strict, false)
    }),
    case("base32: decoding what is none", Clean, || {
        base32_decoding(b"GEZDGNBVGY3TQOJQGEZDG0189Y", OtpReading::Lenient, false)
    }),
    case("base32: encoding a secret", Clean, base32_encode),
    case("challenge: issuing, key and nonce", Clean, || challenge_issue(&BINDING)),
    case("challenge: the tag, key and stored tag", Clean, challenge_tag),
    case("challenge: the right code, key and nonce", Clean, || challenge_code(&BINDING, true)),
    case("challenge: a wrong code, key and nonce", Clean, || challenge_code(&BINDING, false)),
    case("challenge: issuing by post, key and nonce", Clean, || challenge_issue(&BY_POST)),
    case("challenge: the right letters, key and nonce", Clean, || challenge_code(&BY_POST, true)),
    case("challenge: wrong letters, key and nonce", Clean, || challenge_code(&BY_POST, false)),
    case("device: remembering, key and entropy", Clean, device_remember),
    case("device: the tag, key and stored tag", Clean, device_tag),
    case("device: its own token; key, seed and token", Clean, || device_token(true)),
    case("device: another token; key, seed and token", Clean, || device_token(false)),
    case("device: the current token, key and seed", Clean, device_current),
    case("device: reading a token's text", Clean, || device_text(true)),
    case("device: reading what is none", Clean, || device_text(false)),
    case("recovery: making codes, key and entropy", Clean, recovery_generate),
    case("recovery: the tag, key and stored tag", Clean, recovery_tag),
    case("recovery: the first code, key, code and tags", Clean, || recovery_find(Some(0))),
    case("recovery: the last code, key, code and tags", Clean, || recovery_find(Some(9))),
    case("recovery: a wrong code, key, code and tags", Clean, || recovery_find(None)),
    case("throttle: beginning, key", Clean, throttle_begin),
    case("throttle: the tag, key and stored tag", Clean, throttle_tag),
    case("identifier: a pseudonym, key", Clean, pseudonym),
    case("code: truncation of a tag", Clean, truncation),
    case("code: digits of a number", Clean, digits),
    case("code: comparison", Clean, codes_equal),
    case("code: its text", Clean, code_text),
    case("code: letters of a MAC", Clean, letters),
    case("code: letters, comparison", Clean, letters_equal),
    case("code: letters, their text and check character", Clean, letters_text),
    case("base64: decoding a key", Clean, base64_decode),
    case("base64: decoding what is none", Clean, base64_decode_refused),
    case("base64: encoding a key", Clean, base64_encode),
    case("CONTROL: comparison that stops early", Leak, || {
        let (tag, other) = (black_box([7; 32]), black_box([7; 32]));
        let length = black_box(32);
        observe(&tag, || kept(&controls::early_exit(&tag[..length], &other)))
    }),
    case("CONTROL: RFC 4226's textbook truncation", Leak, || {
        let tag = black_box([7; 20]);
        observe(&tag, || kept(&controls::textbook_truncation(&tag)))
    }),
    case("CONTROL: base64 by table", Leak, || {
        let (key, mut out) = (black_box([7; 32]), [0; 32]);
        observe(&key, || {
            controls::table_lookup(&key, &mut out);
            kept(&out);
        })
    }),
    case("CONTROL: Base32 by table", Leak, || {
        let (text, mut out) = (black_box(*b"GEZDGNBV"), [0; 8]);
        observe(&text, || {
            controls::base32_lookup(&text, &mut out);
            kept(&out);
        })
    }),
    case("CONTROL: letters by table", Leak, || {
        let (values, mut out) = (black_box([7, 31, 0, 18]), [0; 4]);
        observe(&values, || {
            controls::letters_lookup(&values, &mut out);
            kept(&out);
        })
    }),
    case("CONTROL: recovery codes compared until one fits", Leak, || {
        let (tags, tag) = (black_box([[7; 16], [9; 16]]), black_box([9; 16]));
        observe(&tags, || kept(&controls::first_that_fits(&tags, &tag)))
    }),
    case("CONTROL: a branch on a code", Leak, || {
        let code = black_box(*b"996729");
        let text = str::from_utf8(&code).unwrap_or_default();
        observe(&code, || kept(&controls::branch_on_code(text)))
    }),
    case("CONTROL: a device's token compared as text", Leak, || {
        let (key, remembered) = device();
        let sent = black_box(remembered.token.clone());
        observe(&key, || {
            let current = ct::ct_device_token(&remembered.state, &key, b"eseraphin");
            kept(&controls::early_exit(current.as_str().as_bytes(), sent.as_str().as_bytes()));
            declassify(&current);
        })
    }),
    case("CONTROL: the branch that a device's verification ends in", Leak, || {
        let (key, remembered) = device();
        let token = remembered.token.as_str().as_bytes();
        observe(&key, || {
            let verified = remembered.state.verify(&key, b"eseraphin", token, NOW);
            let verified = verified.expect("an authentic state");
            released(verified.next.as_bytes());
            if let DeviceOutcome::Accepted { token, .. } = &verified.outcome {
                declassify(token);
            }
        })
    }),
    case("CONTROL: the branch that a public function ends in", Leak, || {
        let (key, challenge) = challenge();
        observe(&key, || {
            let verified = challenge.verify(&key, &BINDING, "000000", NOW);
            released(verified.expect("an authentic state").next.as_bytes());
        })
    }),
    case("two divisions, which only division.sh reports", Clean, || {
        uses(|| {
            released(&controls::ct_control_divides(poisoned(996_729)));
            released(&controls::ct_control_divides_by_ten(poisoned(996_729)));
        })
    }),
];

/// Poisons `secret`, counts what `run` does with it, and ends the poison.
pub(crate) fn observe<T: ?Sized>(secret: &T, run: impl FnOnce()) -> usize {
    poison(secret);
    let uses = uses(run);
    declassify(secret);
    uses
}

/// Declassifies a result, which the poison must have reached: else the case watched nothing.
pub(crate) fn released<T: ?Sized>(result: &T) {
    assert!(is_poisoned(black_box(result)), "the secret has no part in the result");
    declassify(result);
    black_box(result);
}

/// Declassifies a control's result: poison that became a branch or an address ends there.
fn kept<T: ?Sized>(result: &T) {
    declassify(result);
    black_box(result);
}

/// Declassifies a `Choice`, as the public function's one branch does, and asserts what it says.
pub(crate) fn decided(choice: Choice, expected: bool) {
    let choice = black_box(choice);
    released(&choice);
    let choice = black_box(choice);
    assert_eq!(bool::from(choice), expected, "the gate watches an operation that works");
}

fn otp_secret() -> OtpSecret {
    OtpSecret::new(&poisoned(*b"12345678901234567890")).expect("a secret")
}

fn hotp_code(algorithm: OtpAlgorithm) -> usize {
    let hotp = Hotp::new(algorithm, Digits::SIX, 0).expect("parameters");
    uses(|| {
        let secret = otp_secret();
        released(&hotp.code(&secret, 1));
    })
}

fn hotp_find(typed: &str, expected: bool) -> usize {
    let hotp = Hotp::new(OtpAlgorithm::Sha1, Digits::SIX, 5).expect("parameters");
    let typed = poisoned(ct::parse_code(typed, Digits::SIX).expect("a code"));
    uses(|| {
        let secret = otp_secret();
        let (found, next) = ct::ct_hotp_find(&hotp.prepare(&secret), &typed, 0);
        decided(found, expected);
        released(&next);
    })
}

fn hotp_find_two(first: &str, expected: bool) -> usize {
    let hotp = Hotp::new(OtpAlgorithm::Sha1, Digits::SIX, 0).and_then(|hotp| hotp.with_resync(9));
    let hotp = hotp.expect("parameters");
    let code = |typed| poisoned(ct::parse_code(typed, Digits::SIX).expect("a code"));
    let (first, second) = (code(first), code("520489"));
    uses(|| {
        let secret = otp_secret();
        let (found, next) = ct::ct_hotp_find_two(&hotp.prepare(&secret), &first, &second, 0);
        decided(found, expected);
        released(&next);
    })
}

fn totp_find(algorithm: OtpAlgorithm, expected: bool) -> usize {
    let period = Seconds::new(30);
    let totp = Totp::new(algorithm, Digits::SIX, period, TotpWindow::DEFAULT).expect("parameters");
    let typed = ct::parse_code("287082", Digits::SIX).expect("a code");
    uses(|| {
        let secret = otp_secret();
        let (found, step) = ct::ct_totp_find(&totp.prepare(&secret), &typed, 0..=2);
        decided(found, expected);
        released(&step);
    })
}

fn base32_decoding(symbols: &[u8], reading: OtpReading, expected: bool) -> usize {
    let (symbols, mut out) = (black_box(symbols.to_vec()), [0; 64]);
    observe(&symbols[..], || {
        let decoded = ct::ct_base32_decode(&symbols, &mut out, reading);
        let (length, right) = decoded.expect("a length");
        decided(right, expected);
        released(&out[..length]);
    })
}

fn base32_encode() -> usize {
    uses(|| {
        let secret = otp_secret();
        released(secret.to_base32_groups().as_str().as_bytes());
    })
}

fn service_key() -> ServiceKey {
    ServiceKey::new(1, &black_box([7; 32])).expect("a key")
}

fn challenge() -> (ServiceKey, Challenge) {
    let key = service_key();
    let policy = ChallengePolicy::default();
    let issued = Challenge::issue(None, &key, &BINDING, &[9; 16], NOW, &policy).expect("a state");
    (key, issued.next)
}

fn challenge_issue(binding: &ChallengeBinding<'_>) -> usize {
    let (bytes, entropy) = (poisoned([7; 32]), poisoned([9; 16]));
    let policy = challenge_policy(binding);
    uses(|| {
        let key = ServiceKey::new(1, &bytes).expect("a key");
        let issued = Challenge::issue(None, &key, binding, &entropy, NOW, &policy);
        let issued = issued.expect("a state");
        released(issued.next.as_bytes());
        match &issued.outcome {
            IssueOutcome::Issued { code: ChallengeCode::Digits(code), .. } => released(code),
            IssueOutcome::Issued { code: ChallengeCode::Letters(code), .. } => released(code),
            _ => panic!("a first code"),
        }
    })
}

fn challenge_tag() -> usize {
    let (key, challenge) = challenge();
    poison(&challenge.as_bytes()[80..]);
    observe(&key, || decided(ct::ct_challenge_authentic(&challenge, &key, &BINDING), true))
}

fn challenge_code(binding: &ChallengeBinding<'_>, right: bool) -> usize {
    let (key, policy) = (service_key(), challenge_policy(binding));
    let issued = Challenge::issue(None, &key, binding, &[9; 16], NOW, &policy).expect("a state");
    let IssueOutcome::Issued { code, .. } = issued.outcome else { return usize::MAX };
    let zeros = if policy.limits().digits.is_some() { "000000" } else { "0000000000000" };
    let code = if right { code.compact().as_str().to_owned() } else { zeros.to_owned() };
    let typed = match policy.limits().digits {
        Some(digits) => ct::parse_code(&code, digits).map(ChallengeCode::Digits),
        None => ct::parse_letters(&code, Letters::TWELVE).map(ChallengeCode::Letters),
    };
    let typed = typed.expect("a code");
    poison(&issued.next.as_bytes()[56..72]);
    observe(&key, || {
        decided(ct::ct_challenge_right(&issued.next, &key, binding, &typed), right);
    })
}

fn challenge_policy(binding: &ChallengeBinding<'_>) -> ChallengePolicy {
    match binding.channel {
        ChallengeChannel::Post => ChallengePolicy::new(ChallengeLimits::post()).expect("a policy"),
        ChallengeChannel::Email | ChallengeChannel::Text => ChallengePolicy::default(),
    }
}

fn device() -> (ServiceKey, RememberedDevice) {
    let (key, policy) = (service_key(), DevicePolicy::default());
    let remembered = Device::remember(&key, b"eseraphin", &black_box([9; 32]), NOW, &policy);
    (key, remembered)
}

fn device_remember() -> usize {
    let (bytes, entropy) = (poisoned([7; 32]), poisoned([9; 32]));
    let policy = DevicePolicy::default();
    uses(|| {
        let key = ServiceKey::new(1, &bytes).expect("a key");
        let remembered = Device::remember(&key, b"eseraphin", &entropy, NOW, &policy);
        released(remembered.state.as_bytes());
        released(remembered.token.as_str().as_bytes());
    })
}

fn device_tag() -> usize {
    let (key, remembered) = device();
    poison(&remembered.state.as_bytes()[88..]);
    observe(&key, || {
        decided(ct::ct_device_authentic(&remembered.state, &key, b"eseraphin"), true);
    })
}

fn device_token(own: bool) -> usize {
    let (key, remembered) = device();
    let mut token = remembered.token.as_str().as_bytes().to_vec();
    if !own {
        token[79] ^= 1;
    }
    let sent = ct::SentToken::parse(&token).expect("a token's text");
    // The selector and the number that it begins with are public.
    poison(&remembered.state.as_bytes()[72..88]);
    poison(sent.tag());
    observe(&key, || {
        decided(ct::ct_device_own(&remembered.state, &key, b"eseraphin", &sent), own);
    })
}

fn device_current() -> usize {
    let (key, remembered) = device();
    poison(&remembered.state.as_bytes()[72..88]);
    observe(&key, || {
        let token = ct::ct_device_token(&remembered.state, &key, b"eseraphin");
        released(token.as_str().as_bytes());
    })
}

fn device_text(sound: bool) -> usize {
    let (_, remembered) = device();
    let mut text = black_box(remembered.token.as_str().as_bytes().to_vec());
    if !sound {
        text[70] = b'G';
    }
    let mut out = [0; 40];
    observe(&text[..], || {
        let (length, right) = ct::ct_hex_decode(&text, &mut out).expect("a length");
        decided(right, sound);
        released(&out[..length]);
    })
}

fn recovery_generate() -> usize {
    let (bytes, entropy) = (poisoned([7; 32]), poisoned([9; 16]));
    uses(|| {
        let key = ServiceKey::new(1, &bytes).expect("a key");
        let made = RecoveryCodes::generate(None, &key, b"eseraphin", &entropy).expect("a state");
        released(made.next.as_bytes());
        made.outcome.iter().for_each(released);
    })
}

fn recovery_tag() -> usize {
    let key = service_key();
    let made = RecoveryCodes::generate(None, &key, b"eseraphin", &[9; 16]).expect("a state");
    poison(&made.next.as_bytes()[192..]);
    observe(&key, || decided(ct::ct_recovery_authentic(&made.next, &key, b"eseraphin"), true))
}

fn recovery_find(place: Option<usize>) -> usize {
    let key = service_key();
    let made = RecoveryCodes::generate(None, &key, b"eseraphin", &[9; 16]).expect("a state");
    let other = RecoveryCodes::generate(None, &key, b"other", &[9; 16]).expect("a state");
    let code = place.map_or(&other.outcome[0], |place| &made.outcome[place]);
    let typed = ct::parse_letters(code.display().as_str(), Letters::SIXTEEN).expect("a code");
    let typed = poisoned(typed);
    poison(&made.next.as_bytes()[32..192]);
    observe(&key, || {
        let (found, bit) = ct::ct_recovery_find(&made.next, &key, b"eseraphin", &typed);
        decided(found, place.is_some());
        let bit = black_box(bit);
        released(&bit);
        assert_eq!(black_box(bit), place.map_or(0, |place| 1 << place), "the place of the code");
    })
}

fn throttle_begin() -> usize {
    uses(|| {
        let key = ServiceKey::new(1, &poisoned([7; 32])).expect("a key");
        let begun = Throttle::begin(None, &key, b"eseraphin", NOW, &ThrottlePolicy::default());
        released(begun.expect("a state").next.as_bytes());
    })
}

fn throttle_tag() -> usize {
    let key = service_key();
    let begun = Throttle::begin(None, &key, b"eseraphin", NOW, &ThrottlePolicy::default());
    let throttle = begun.expect("a state").next;
    poison(&throttle.as_bytes()[48..]);
    observe(&key, || decided(ct::ct_throttle_authentic(&throttle, &key, b"eseraphin"), true))
}

fn pseudonym() -> usize {
    let nas = Nas::parse("130692544").expect("a number");
    uses(|| {
        let key = ServiceKey::new(1, &poisoned([7; 32])).expect("a key");
        released(PseudonymKey::new(&key, b"sante").pseudonym(&nas).as_bytes());
    })
}

fn truncation() -> usize {
    let tag = black_box([7; 32]);
    observe(&tag, || released(&ct::ct_truncate(&tag[..black_box(20)])))
}

fn digits() -> usize {
    uses(|| released(&ct::ct_digits(poisoned(2_124_996_729), Digits::SIX)))
}

fn two_codes() -> (Code, Code) {
    let code = || ct::ct_digits(black_box(996_729), Digits::SIX);
    (code(), code())
}

fn codes_equal() -> usize {
    let (a, b) = two_codes();
    observe(&a, || decided(ct::ct_codes_equal(&a, &b), true))
}

fn code_text() -> usize {
    uses(|| {
        let text = ct::ct_digits(poisoned(996_729), Digits::SIX).display();
        released(text.as_str().as_bytes());
    })
}

fn letters() -> usize {
    uses(|| released(&ct::ct_letters(&poisoned([7; 32]), Letters::SIXTEEN)))
}

fn letters_equal() -> usize {
    let code = || -> LetterCode { ct::ct_letters(&black_box([7; 32]), Letters::TWELVE) };
    let (a, b) = (code(), code());
    observe(&a, || decided(ct::ct_letters_equal(&a, &b), true))
}

fn letters_text() -> usize {
    uses(|| {
        let text = ct::ct_letters_text(&ct::ct_letters(&poisoned([7; 32]), Letters::SIXTEEN));
        released(text.as_str().as_bytes());
    })
}

fn base64_decode() -> usize {
    let text = black_box(*b"EjRWeJq83vD+/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
    base64_decoding(&text, true)
}

fn base64_decode_refused() -> usize {
    let text = black_box(*b"EjRWeJq83vD+/AAAA AAAAAAAAAAAAAAAAAAAAAAAAB");
    base64_decoding(&text, false)
}

fn base64_decoding(text: &[u8], expected: bool) -> usize {
    let mut out = [0; 64];
    observe(text, || {
        let (length, canonical) = ct::ct_base64_decode(text, &mut out).expect("a length");
        decided(canonical, expected);
        released(&out[..length]);
    })
}

fn base64_encode() -> usize {
    let (key, mut out) = (black_box([0xa7; 32]), [0; 64]);
    observe(&key, || {
        ct::ct_base64_encode(&key, &mut out);
        released(&out);
    })
}

const NOW: UnixTime = UnixTime::new(1_795_442_400);
const BINDING: ChallengeBinding<'static> = ChallengeBinding {
    purpose: ChallengePurpose::AddressValidation,
    channel: ChallengeChannel::Email,
    user: b"eseraphin",
    destination: b"elise.seraphin@example.org",
};
const BY_POST: ChallengeBinding<'static> = ChallengeBinding {
    channel: ChallengeChannel::Post,
    destination: "1000 rue Principale, Québec QC G1R 4P5".as_bytes(),
    ..BINDING
};

//! Gives the programs the versions of the peers, as `Cargo.lock` and `pkg-config` have them.

use std::error::Error;
use std::fs;

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=../Cargo.lock");
    let lock = fs::read_to_string("../Cargo.lock")?;
    for package in PACKAGES {
        let head = format!("name = \"{package}\"\nversion = \"");
        let version = lock.split_once(&head).and_then(|(_, rest)| rest.split_once('"'));
        let (version, _) = version.ok_or_else(|| format!("{package} is not in Cargo.lock"))?;
        let variable = package.to_uppercase().replace('-', "_");
        println!("cargo::rustc-env=VERSION_{variable}={version}");
    }
    #[cfg(feature = "peers")]
    println!("cargo::rustc-env=VERSION_LIBOATH={}", pkg_config::probe_library("liboath")?.version);
    Ok(())
}

const PACKAGES: [&str; 8] = [
    "aws-lc-rs",
    "deunicode",
    "hmac",
    "luhn3",
    "pbkdf2",
    "ring",
    "totp-rs",
    "unicode-normalization",
];

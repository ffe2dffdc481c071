//! Prints `sceau.h`, made of the sources of the C crate: `sceau-header FOLDER-OF-THE-CRATE`.

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

type Answer<T> = Result<T, Box<dyn Error>>;

fn main() -> Answer<()> {
    let folder = std::env::args_os().nth(1).ok_or("usage: sceau-header FOLDER-OF-THE-CRATE")?;
    let folder = Path::new(&folder);
    let mut sources = Vec::new();
    modules(&folder.join("src/lib.rs"), &folder.join("src"), &mut sources)?;

    let mut config = cbindgen::Config::from_file(folder.join("cbindgen.toml"))?;
    config.header = Some(comment(&fs::read_to_string(folder.join("contract.txt"))?));
    config.after_includes = Some(version());
    for source in &sources {
        for name in public_types(&fs::read_to_string(source)?) {
            config.export.rename.insert(name.clone(), snake_case(&name));
            // Enums that no function names: they come in and go out as plain numbers.
            config.export.include.push(name);
        }
    }
    let builder = cbindgen::Builder::new().with_config(config);
    // Modules are followed from here.
    let bindings = builder.with_src(folder.join("src/lib.rs")).generate()?;
    let mut header = Vec::new();
    bindings.write(&mut header);
    print!("{}", polished(&String::from_utf8(header)?));
    Ok(())
}

/// Lists a source file and its public modules, in the order in which they are declared.
fn modules(file: &Path, folder: &Path, found: &mut Vec<PathBuf>) -> Answer<()> {
    found.push(file.to_owned());
    for line in fs::read_to_string(file)?.lines() {
        let Some(name) = line.strip_suffix(';').and_then(|line| line.strip_prefix("pub mod "))
        else {
            continue;
        };
        modules(&folder.join(format!("{name}.rs")), &folder.join(name), found)?;
    }
    Ok(())
}

fn public_types(source: &str) -> Vec<String> {
    let names = source.lines().filter_map(|line| {
        let rest = line.strip_prefix("pub struct ").or(line.strip_prefix("pub enum "))?;
        rest.split(|c: char| !c.is_ascii_alphanumeric()).next()
    });
    names.map(str::to_owned).collect()
}

/// Makes a C name of Rust's: `SceauNamBirth` is `sceau_nam_birth`.
fn snake_case(name: &str) -> String {
    let mut snake = String::new();
    for c in name.chars() {
        if c.is_ascii_uppercase() && !snake.is_empty() {
            snake.push('_');
        }
        snake.push(c.to_ascii_lowercase());
    }
    snake
}

/// Makes a comment of the contract.
fn comment(text: &str) -> String {
    let lines = text.replace("{version}", env!("CARGO_PKG_VERSION"));
    let lines = lines.lines().map(|line| format!(" * {line}").trim_end().to_owned() + "\n");
    format!("/*\n{} */", lines.collect::<String>())
}

/// Gives the version of the workspace as macros.
fn version() -> String {
    let (major, minor, patch) = (
        env!("CARGO_PKG_VERSION_MAJOR"),
        env!("CARGO_PKG_VERSION_MINOR"),
        env!("CARGO_PKG_VERSION_PATCH"),
    );
    format!(
        "\n/** The version of this header; `sceau_version` is the library's. */\n\
         #define SCEAU_VERSION \"{major}.{minor}.{patch}\"\n\
         #define SCEAU_VERSION_MAJOR {major}\n\
         #define SCEAU_VERSION_MINOR {minor}\n\
         #define SCEAU_VERSION_PATCH {patch}\n\
         /** The three as one number: major * 1000000 + minor * 1000 + patch. */\n\
         #define SCEAU_VERSION_NUMBER \\\n    \
         (SCEAU_VERSION_MAJOR * 1000000 + SCEAU_VERSION_MINOR * 1000 + SCEAU_VERSION_PATCH)\n"
    )
}

/// Makes the output clean under `-pedantic` in every C and C++, and reads like C rather than Rust.
fn polished(header: &str) -> String {
    let header = header.replace("SCEAU_STATUS_OK", "SCEAU_OK");
    let header = header.replace("\n * # Safety\n *\n * ", "\n * @pre ");
    let header = header.replace('`', "");
    let mut lines: Vec<String> = Vec::new();
    for line in header.lines() {
        let code = line.split("//").next().unwrap_or_default().trim_end();
        let closes = code.trim_start().starts_with('}');
        if let (true, Some(last)) = (closes, lines.last_mut()) {
            // A comma behind the last number of an enum is none of C89's nor of C++98's.
            last.truncate(last.trim_end_matches(',').len());
        }
        lines.push(if line.contains("://") { line.trim_end() } else { code }.to_owned());
    }
    one_line_comments(&lines)
}

/// Writes a comment of one line on one line.
fn one_line_comments(lines: &[String]) -> String {
    let mut out = String::new();
    let mut rest = lines;
    while let [line, after @ ..] = rest {
        let short = match rest {
            [open, text, close, ..] if open.trim() == "/**" && close.trim() == "*/" => {
                let text = text.trim_start().trim_start_matches("* ");
                let short = open.replace("/**", &format!("/** {text} */"));
                (short.chars().count() <= 100).then_some(short)
            }
            _ => None,
        };
        let doubled = line.is_empty() && out.ends_with("\n\n");
        rest = if short.is_some() { rest.get(3..).unwrap_or_default() } else { after };
        if !doubled {
            out.push_str(short.as_deref().unwrap_or(line));
            out.push('\n');
        }
    }
    out
}

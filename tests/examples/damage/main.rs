//! What the core says of ten thousand generated identities whose names were damaged: `damage PAGE
//! PICTURE` writes the page and the picture. `scripts/damage.sh` keeps docs/ as this writes it.

mod lessons;
mod page;
mod picture;

use std::error::Error;
use std::fs;

use sceau_tests::corpus::{identities, neighbours, survey};

fn main() -> Result<(), Box<dyn Error>> {
    let mut names = std::env::args_os().skip(1);
    let (page, picture) = names.next().zip(names.next()).ok_or("name the page and the picture")?;
    let rows = survey(&identities());
    fs::write(page, page::page(&rows, &neighbours())?)?;
    fs::write(picture, picture::picture(&rows)?)?;
    Ok(())
}

//! The picture: one bar for each kind of damage, parted by how the people stand.

use std::fmt::{Error, Write};

use sceau_tests::corpus::{Group, IDENTITIES, Row, Standing};

use crate::page::{group, thousands};

/// Returns the picture as SVG, for a light and a dark screen and for paper.
pub(crate) fn picture(rows: &[Row]) -> Result<String, Error> {
    let mut body = String::new();
    let mut y = TOP;
    let mut before = None;
    for row in rows {
        if before.replace(row.damage.group()) != Some(row.damage.group()) {
            y += GAP;
            heading(&mut body, row.damage.group(), y)?;
            y += LINE;
        }
        bar(&mut body, row, y)?;
        y += LINE;
    }
    let mut out = head(y + BOTTOM)?;
    legend(&mut out)?;
    axis(&mut out, y)?;
    out.push_str(&body);
    out.push_str("</svg>\n");
    Ok(out)
}

fn head(height: usize) -> Result<String, Error> {
    let mut out = String::new();
    writeln!(
        out,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {height}\" \
         width=\"{WIDTH}\" height=\"{height}\" role=\"img\" aria-labelledby=\"title desc\">"
    )?;
    out.push_str(
        "<title id=\"title\">What becomes of ten thousand damaged names</title>\n\
         <desc id=\"desc\">One bar for each kind of damage to a name. Its parts are the shares of \
         the ten thousand people whose names are then identical, tolerated, explained, explained \
         by a guess, different, or unreadable; the rest have nothing to be damaged so. \
         docs/damage.md has the figures in a table.</desc>\n",
    );
    out.push_str(STYLE);
    writeln!(out, "<rect class=\"page\" width=\"{WIDTH}\" height=\"{height}\"/>")?;
    Ok(out)
}

fn legend(out: &mut String) -> Result<(), Error> {
    writeln!(
        out,
        "<text class=\"big\" x=\"{LEFT}\" y=\"34\">What becomes of ten thousand damaged names\
         </text>"
    )?;
    for (number, standing) in Standing::ALL.into_iter().enumerate() {
        let (x, y) = (LEFT + number % 3 * 300, 52 + number / 3 * 22);
        let (class, says) = (class(standing), says(standing));
        writeln!(
            out,
            "<rect class=\"{class}\" x=\"{x}\" y=\"{y}\" width=\"22\" height=\"14\"/>\
             <text x=\"{}\" y=\"{}\">{says}</text>",
            x + 30,
            y + 12
        )?;
    }
    Ok(())
}

/// Draws lines at each quarter, and for how many people they stand.
fn axis(out: &mut String, bottom: usize) -> Result<(), Error> {
    for quarter in 0..=4 {
        let people = quarter * IDENTITIES / 4;
        let (x, people) = (place(people), thousands(people));
        writeln!(
            out,
            "<line class=\"axis\" x1=\"{x}\" y1=\"{}\" x2=\"{x}\" y2=\"{bottom}\"/>\
             <text class=\"small\" text-anchor=\"middle\" x=\"{x}\" y=\"{}\">{people}</text>",
            TOP + 8,
            TOP + 2
        )?;
    }
    writeln!(
        out,
        "<text class=\"small\" text-anchor=\"end\" x=\"{}\" y=\"{}\">people</text>",
        WIDTH - LEFT,
        TOP + 2
    )
}

fn heading(out: &mut String, of: Group, y: usize) -> Result<(), Error> {
    writeln!(out, "<text class=\"bold\" x=\"{LEFT}\" y=\"{}\">{}</text>", y + 14, group(of))
}

fn bar(out: &mut String, row: &Row, y: usize) -> Result<(), Error> {
    writeln!(out, "<text x=\"{}\" y=\"{}\">{}</text>", LEFT + 14, y + 14, row.damage.label())?;
    writeln!(
        out,
        "<rect class=\"untouched\" x=\"{BARS}\" y=\"{}\" width=\"{LENGTH}\" height=\"{THICK}\"/>",
        y + 2
    )?;
    let mut sum = 0;
    for (standing, people) in Standing::ALL.into_iter().zip(row.standings) {
        let (x, end) = (place(sum), place(sum + people));
        sum += people;
        if people > 0 {
            // One person of ten thousand is to be seen.
            part(out, standing, people, (x, y), (end - x).max(2))?;
        }
    }
    writeln!(
        out,
        "<text class=\"small\" text-anchor=\"end\" x=\"{}\" y=\"{}\">{}</text>",
        WIDTH - LEFT,
        y + 14,
        thousands(row.people)
    )
}

fn part(
    out: &mut String,
    standing: Standing,
    people: usize,
    (x, y): (usize, usize),
    width: usize,
) -> Result<(), Error> {
    let class = class(standing);
    writeln!(
        out,
        "<rect class=\"{class}\" x=\"{x}\" y=\"{}\" width=\"{width}\" height=\"{THICK}\"/>",
        y + 2
    )?;
    if width < 44 {
        return Ok(());
    }
    let (middle, base, number) = (x + width / 2, y + 14, thousands(people));
    writeln!(
        out,
        "<text class=\"on {class}-text\" text-anchor=\"middle\" x=\"{middle}\" y=\"{base}\">\
         {number}</text>"
    )
}

/// Returns where in the bars so many people end.
fn place(people: usize) -> usize {
    BARS + (LENGTH * people + IDENTITIES / 2) / IDENTITIES
}

fn class(standing: Standing) -> &'static str {
    match standing {
        Standing::Identical => "identical",
        Standing::Tolerated => "tolerated",
        Standing::Explained => "explained",
        Standing::Guessed => "guessed",
        Standing::Different => "different",
        Standing::Unreadable => "unreadable",
    }
}

fn says(standing: Standing) -> &'static str {
    match standing {
        Standing::Identical => "identical: SAG passes it",
        Standing::Tolerated => "written otherwise: TOLERANT passes it",
        Standing::Explained => "explained: a policy of one’s own can",
        Standing::Guessed => "explained by a guess: Ambiguous",
        Standing::Different => "other letters: no policy passes it",
        Standing::Unreadable => "no name: cannot be compared",
    }
}

const WIDTH: usize = 960;
const LEFT: usize = 20;
const BARS: usize = 310;
const LENGTH: usize = 540;
const TOP: usize = 118;
const BOTTOM: usize = 16;
const LINE: usize = 21;
const THICK: usize = 16;
const GAP: usize = 8;

/// Blue to orange, apart for every eye and in grey; hatched where no policy helps or it is a guess.
const STYLE: &str = r#"<defs>
<pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse"
 patternTransform="rotate(45)">
<rect class="hatched" width="6" height="6"/><line class="stroke" y2="6" x1="1" x2="1"/>
</pattern>
<pattern id="cross" width="6" height="6" patternUnits="userSpaceOnUse"
 patternTransform="rotate(-45)">
<rect class="crossed" width="6" height="6"/><line class="over" y2="6" x1="1" x2="1"/>
</pattern>
</defs>
<style>
text { font: 13px system-ui, -apple-system, "Segoe UI", "DejaVu Sans", sans-serif; fill: #1b1f24 }
.big { font-size: 19px; font-weight: 600 } .bold { font-weight: 600 }
.small { font-size: 12px; fill: #57606a } .on { font-size: 11px }
.page { fill: #ffffff } .axis { stroke: #d0d7de } .untouched { fill: #f3f5f7 }
.identical { fill: #0b3c5d } .tolerated { fill: #328cc1 } .explained { fill: #b3dcf2 }
.guessed { fill: url(#hatch) } .hatched { fill: #ffe3a3 }
.stroke { stroke: #d18700; stroke-width: 2 }
.different { fill: #c8501e } .unreadable { fill: url(#cross) } .crossed { fill: #4d4d4d }
.over { stroke: #8a8a8a; stroke-width: 2 }
.identical-text, .tolerated-text, .different-text { fill: #ffffff }
.explained-text { fill: #1b1f24 }
.guessed-text { fill: #1b1f24; stroke: #ffe3a3; stroke-width: 4; paint-order: stroke }
.unreadable-text { fill: #ffffff; stroke: #4d4d4d; stroke-width: 4; paint-order: stroke }
@media screen and (prefers-color-scheme: dark) {
text { fill: #e6edf3 } .small { fill: #9da7b3 } .page { fill: #0d1117 } .axis { stroke: #30363d }
.untouched { fill: #161b22 } .identical { fill: #1f6390 }
}
</style>
"#;

//! One self-contained HTML page of a result folder: no network, no server, no build step.
//!
//! The page is a template with its style, its scripts and the data inside. Text from documents reaches it
//! as JSON that cannot end its element, and the content security policy names the scripts by their digests,
//! so that nothing else runs.

mod data;
mod document;
mod sample;

use std::io::{self, Write};
use std::path::Path;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha256};

pub use sample::Sampled;

use super::error::OutputError;

/// Bytes of document data in a page; beyond, it takes samples and says so.
pub const MOST_BYTES: usize = 50_000_000;

const TEMPLATE: &str = include_str!("page.html");
const STYLE: &str = include_str!("style.css");
const D3: &str = include_str!("vendor/d3/d3.min.js");
const TOPOJSON: &str = include_str!("vendor/topojson-client/topojson-client.min.js");
const WORLD: &str = include_str!("vendor/world-atlas/countries-110m.json");
const LICENCES: &[(&str, &str)] = &[
    ("d3", include_str!("vendor/d3/LICENSE")),
    ("topojson-client", include_str!("vendor/topojson-client/LICENSE")),
    ("world-atlas", include_str!("vendor/world-atlas/LICENSE")),
];
/// In the order in which they build on one another.
const PROGRAM: &[&str] = &[
    include_str!("base.js"),
    include_str!("table.js"),
    include_str!("chart.js"),
    include_str!("model.js"),
    include_str!("figures.js"),
    include_str!("evidence.js"),
    include_str!("controls.js"),
    include_str!("views/overview.js"),
    include_str!("views/network.js"),
    include_str!("views/stances.js"),
    include_str!("views/themes.js"),
    include_str!("views/map.js"),
    include_str!("views/compare.js"),
    include_str!("views/concordance.js"),
    include_str!("views/document.js"),
    include_str!("views/definitions.js"),
    include_str!("app.js"),
];

/// The data of a page, ready to be written.
pub struct Page {
    data: data::Data,
}

impl Page {
    /// Reads a result folder; of more than `most_bytes` of document data it takes an even sample.
    ///
    /// # Errors
    ///
    /// If the folder cannot be read.
    pub fn of(result: &Path, most_bytes: usize) -> Result<Self, OutputError> {
        let data = data::Data::read(result, most_bytes)?;
        Ok(Self { data })
    }

    /// Documents in the page and in the result, where not all fitted in.
    pub fn sampled(&self) -> Option<Sampled> {
        self.data.sampled
    }

    /// Writes the page.
    ///
    /// # Errors
    ///
    /// If `out` cannot be written.
    pub fn write(&self, out: &mut impl Write) -> io::Result<()> {
        let program = program();
        let fill = |part: &str| {
            part.replace("{{policy}}", &policy(&[D3, TOPOJSON, &program]))
                .replace("{{style}}", STYLE)
                .replace("{{licences}}", &licences())
                .replace("{{world}}", WORLD)
                .replace("{{topojson}}", TOPOJSON)
                .replace("{{d3}}", D3)
                .replace("{{program}}", &program)
        };
        let (before, after) = TEMPLATE.split_once("{{data}}").unwrap_or((TEMPLATE, ""));
        out.write_all(fill(before).as_bytes())?;
        self.data.write(out)?;
        out.write_all(fill(after).as_bytes())
    }
}

fn program() -> String {
    format!("(() => {{\n\"use strict\";\n{}}})();\n", PROGRAM.join("\n"))
}

/// Nothing may be loaded, and only these scripts and this style may run.
fn policy(scripts: &[&str]) -> String {
    let digest = |text: &str| format!("'sha256-{}'", BASE64_STANDARD.encode(Sha256::digest(text)));
    let scripts: Vec<String> = scripts.iter().map(|script| digest(script)).collect();
    format!(
        "default-src 'none'; script-src {}; style-src {}; base-uri 'none'; form-action 'none'",
        scripts.join(" "),
        digest(STYLE)
    )
}

fn licences() -> String {
    let parts = LICENCES.iter().map(|(name, text)| format!("<h4>{name}</h4><pre>{text}</pre>"));
    parts.collect()
}

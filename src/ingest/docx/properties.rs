//! What a Word file says about itself.

use serde_json::{Map, Value};

use crate::ingest::package::{Package, PackageError};
use crate::ingest::xml;

/// Elements of the core properties, and the metadata field of each.
const CORE: &[(&str, &str)] = &[
    ("title", "title"),
    ("creator", "authors"),
    ("created", "date"),
    ("modified", "modified"),
    ("language", "language"),
    ("subject", "subject"),
    ("keywords", "keywords"),
    ("description", "description"),
    ("category", "category"),
];

/// Reads the core properties, and the company from the extended ones.
pub(super) fn read(package: &mut Package) -> Result<Map<String, Value>, PackageError> {
    let mut fields = xml::fields(&package.text("docProps/core.xml")?.unwrap_or_default(), CORE);
    fields.extend(xml::fields(
        &package.text("docProps/app.xml")?.unwrap_or_default(),
        &[("Company", "publisher")],
    ));
    fields.retain(|field, value| !(field == "title" && value.as_str().is_some_and(is_junk)));
    Ok(fields)
}

/// A title that a program made up.
fn is_junk(title: &str) -> bool {
    let title = title.to_lowercase();
    let stem = title.trim_end_matches(|c: char| c.is_ascii_digit()).trim_end();
    matches!(
        stem,
        "document" | "microsoft word" | "word document" | "untitled" | "powerpoint presentation" | "title"
    ) || title.starts_with("microsoft word - ")
        || [".doc", ".docx", ".dotx", ".rtf", ".odt"]
            .iter()
            .any(|ending| title.ends_with(ending))
}

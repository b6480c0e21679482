//! The event list of Discourse Network Analyzer: a statement a row, the columns and marks of its own export.
//!
//! Holders are `organization`, targets `concept`, polarity is `agreement` (1 or 0); stances of neither sign have no
//! agreement and are left out, as in that program a statement always agrees or not.

use std::io::{self, Write};
use std::path::Path;

use super::Written;
use super::error::OutputError;
use super::folder::each_document;
use super::whole::write_whole;
use crate::result::DocumentResult;
use crate::span::CodePoints;

const HEADER: &str = "\"statement ID\";\"time\";\"document ID\";\"document title\";\"author\";\"source\";\"section\";\"type\";\"text\";\"person\";\
    \"organization\";\"concept\";\"agreement\"";

/// Writes `eventlist.csv` into `dir`.
///
/// # Errors
///
/// If the result cannot be read or the file cannot be written.
pub fn write_events(result: &Path, dir: &Path) -> Result<Vec<Written>, OutputError> {
    let mut events = Vec::new();
    let mut documents = 0;
    each_document(result, |document| {
        documents += 1;
        events.extend(lines(&document, documents));
        Ok(())
    })?;
    let path = dir.join("eventlist.csv");
    let write = |out: &mut dyn Write| -> io::Result<()> {
        writeln!(out, "{HEADER}")?;
        events
            .iter()
            .enumerate()
            .try_for_each(|(number, event)| writeln!(out, "{};{event}", number + 1))
    };
    write_whole(&path, |out| write(out)).map_err(|e| OutputError::write(&path, &e))?;
    let rows = events.len() as u64;
    Ok(vec![Written { path, rows }])
}

fn lines(document: &DocumentResult, number: u32) -> Vec<String> {
    let points = CodePoints::new(&document.text);
    let metadata = &document.metadata;
    let title = metadata.title.as_deref().unwrap_or(&document.id);
    let head = format!(
        "{};{number};{};{};{};\"\";\"\"",
        time(metadata.date.as_deref()),
        quoted(title),
        quoted(&metadata.authors.join(", ")),
        quoted(metadata.publisher.as_deref().unwrap_or_default()),
    );
    let name = |id: &str| {
        let known = document.entities.iter().find(|row| row.entity == id);
        quoted(known.map_or(id, |row| row.name.as_ref()))
    };
    let signed = document.stances.iter().filter(|stance| stance.polarity != 0);
    signed
        .map(|stance| {
            let sentence = &document.sentences[stance.sentence as usize];
            let text = &document.text[points.byte(sentence.start) as usize..points.byte(sentence.end) as usize];
            let (person, organization) = if stance.holder.starts_with("person:") {
                (name(&stance.holder), quoted(""))
            } else {
                (quoted(""), name(&stance.holder))
            };
            format!(
                "{head};{};{person};{organization};{};{}",
                quoted(text),
                name(&stance.target),
                u8::from(stance.polarity > 0)
            )
        })
        .collect()
}

/// The first moment of a date as far as known; empty where none is.
fn time(date: Option<&str>) -> String {
    date.filter(|date| date.is_ascii() && date.len() >= 4)
        .map(|date| format!("{date}{} 00:00:00", &"-01-01"[(date.len() - 4).min(6)..]))
        .unwrap_or_default()
}

/// Its reader knows no escapes: semicolons become commas, quotation marks apostrophes.
fn quoted(text: &str) -> String {
    let plain: String = text
        .chars()
        .map(|character| match character {
            ';' => ',',
            '"' => '\'',
            '\n' | '\r' | '\t' => ' ',
            other => other,
        })
        .collect();
    format!("\"{}\"", super::tables::harmless(plain))
}

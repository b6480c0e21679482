//! JSON Lines: a record a line.

use serde_json::{Map, Value};

use super::RawDocument;
use super::failure::{Failure, Outcome, Reason};
use super::read::{Decoded, ReadOptions};
use super::records;

/// The documents of the file's records; a broken line is a failure of its own.
pub(super) fn records(file: &Decoded, options: &ReadOptions) -> Vec<Result<RawDocument, Failure>> {
    let mut documents = Vec::new();
    for (line, content) in (1..).zip(file.text.split('\n')) {
        if content.trim().is_empty() {
            continue;
        }
        documents.push(match serde_json::from_str::<Map<String, Value>>(content) {
            Ok(fields) => records::document(file, line, fields, options),
            Err(error) => Err(records::failure(file, line, Outcome::Failed, Reason::BrokenRecord(problem(&error)))),
        });
    }
    documents
}

/// What the parser says, without the line: a record is always the first.
fn problem(error: &serde_json::Error) -> String {
    let whole = error.to_string();
    let what = whole.rsplit_once(" at line ").map_or(whole.as_str(), |(what, _)| what);
    format!("{what} at column {}", error.column())
}

//! CSV with a header: a record a row.

use csv::{ReaderBuilder, StringRecord};
use serde_json::{Map, Value};

use super::RawDocument;
use super::failure::{Failure, Outcome, Reason};
use super::read::{Decoded, ReadOptions};
use super::records;

/// The documents of the file's rows; a broken row is a failure of its own.
pub(super) fn records(file: &Decoded, options: &ReadOptions) -> Vec<Result<RawDocument, Failure>> {
    let mut reader = ReaderBuilder::new()
        .delimiter(delimiter(&file.text))
        .from_reader(file.text.as_bytes());
    let header = match reader.headers() {
        Ok(header) => header.clone(),
        Err(error) => return vec![Err(broken(file, &error, 1))],
    };
    if !header.iter().any(|field| field.trim() == options.text_field) {
        let present = header.iter().map(ToOwned::to_owned).collect();
        let reason = Reason::NoTextField {
            field: options.text_field.clone(),
            present,
        };
        return vec![Err(records::failure(file, 1, Outcome::Failed, reason))];
    }
    let mut documents = Vec::new();
    let mut line = 1;
    for row in reader.records() {
        documents.push(match row {
            Ok(row) => {
                line = row
                    .position()
                    .map_or(line, |position| u32::try_from(position.line()).unwrap_or(u32::MAX));
                records::document(file, line, fields(&header, &row), options)
            }
            Err(error) => Err(broken(file, &error, line)),
        });
    }
    documents
}

/// What separates the columns of the header.
fn delimiter(text: &str) -> u8 {
    let header = text.lines().next().unwrap_or("");
    let count = |delimiter: u8| header.bytes().filter(|&byte| byte == delimiter).count();
    [b',', b';', b'\t']
        .into_iter()
        .rev()
        .max_by_key(|&delimiter| count(delimiter))
        .unwrap_or(b',')
}

/// A row's fields; blank ones are left out, but for the text.
fn fields(header: &StringRecord, row: &StringRecord) -> Map<String, Value> {
    header
        .iter()
        .map(str::trim)
        .zip(row)
        .filter(|(name, _)| !name.is_empty())
        .map(|(name, value)| (name.to_owned(), Value::String(value.to_owned())))
        .collect()
}

fn broken(file: &Decoded, error: &csv::Error, line: u32) -> Failure {
    let place = error
        .position()
        .map_or(line, |position| u32::try_from(position.line()).unwrap_or(u32::MAX));
    let problem = match error.kind() {
        csv::ErrorKind::UnequalLengths { expected_len, len, .. } => format!("{len} fields where the header has {expected_len}"),
        _ => error.to_string(),
    };
    records::failure(file, place, Outcome::Failed, Reason::BrokenRecord(problem))
}

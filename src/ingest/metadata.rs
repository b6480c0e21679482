//! Fields of front matter and records, to [`Metadata`].

use serde_json::{Map, Value};

use super::dates;
use crate::document::{Metadata, Warning};

/// Sorts `fields` into metadata; what has no place of its own is kept under its name.
pub(super) fn metadata(fields: Map<String, Value>, warnings: &mut Vec<Warning>) -> Metadata {
    let mut metadata = Metadata::default();
    for (name, value) in fields {
        match (name.to_lowercase().as_str(), scalar(&value)) {
            ("title", Some(title)) => metadata.title = Some(title),
            ("publisher", Some(publisher)) => metadata.publisher = Some(publisher),
            ("language" | "lang", Some(language)) => metadata.language = Some(language.to_lowercase()),
            ("author" | "authors", _) => metadata.authors = names(&value),
            ("date", Some(date)) => match dates::parse(&date) {
                Some(date) => metadata.date = Some(date),
                None => keep_odd_date(&mut metadata, date, warnings),
            },
            (_, _) if value.is_null() => {}
            ("inferred" | "date", _) => {
                metadata.further.insert(format!("{name}_given"), value);
            }
            _ => {
                metadata.further.insert(name, value);
            }
        }
    }
    metadata
}

/// Whether two names of fields mean one thing.
pub(super) fn is_same(a: &str, b: &str) -> bool {
    let plain = |name: &str| match name.to_lowercase().as_str() {
        "author" => "authors".to_owned(),
        "lang" => "language".to_owned(),
        other => other.to_owned(),
    };
    plain(a) == plain(b)
}

/// A date that cannot be read is kept as it was given.
fn keep_odd_date(metadata: &mut Metadata, date: String, warnings: &mut Vec<Warning>) {
    let message = format!("the date {date:?} is not understood; write YYYY, YYYY-MM or YYYY-MM-DD");
    warnings.push(Warning {
        code: "date_not_understood".to_owned(),
        message,
        page: None,
    });
    metadata.further.insert("date_given".to_owned(), Value::String(date));
}

/// A string, number or truth value as text; `None` for the rest and for blank strings.
pub(super) fn scalar(value: &Value) -> Option<String> {
    let text = match value {
        Value::String(text) => text.trim().to_owned(),
        Value::Number(number) => number.to_string(),
        Value::Bool(truth) => truth.to_string(),
        _ => return None,
    };
    (!text.is_empty()).then_some(text)
}

/// Names in a list, or in one string separated by ";", "|" or " and ".
fn names(value: &Value) -> Vec<String> {
    match value {
        Value::Array(list) => list.iter().filter_map(name).collect(),
        Value::String(text) => {
            let parts = text.split([';', '|']).flat_map(|part| part.split(" and "));
            parts
                .map(str::trim)
                .filter(|name| !name.is_empty())
                .map(ToOwned::to_owned)
                .collect()
        }
        other => name(other).into_iter().collect(),
    }
}

/// A name, also as the field `name` of a mapping.
fn name(value: &Value) -> Option<String> {
    scalar(value).or_else(|| scalar(value.get("name")?))
}

//! From the JSON of documents to the rows of tables.

use std::path::Path;

use serde_json::Value;

use crate::output::error::OutputError;
use crate::output::folder::documents;

/// Tables, each with where its rows stand in a document.
pub const TABLES: &[(&str, Rows); 9] = &[
    ("documents", Rows::Itself),
    ("mentions", Rows::List("mentions")),
    ("entities", Rows::List("entities")),
    ("pairs", Rows::Pairs),
    ("stances", Rows::List("stances")),
    ("positions", Rows::List("positions")),
    ("contradictions", Rows::List("contradictions")),
    ("cues", Rows::List("cues")),
    ("themes", Rows::Themes),
];

#[derive(Clone, Copy)]
pub enum Rows {
    /// One row: the document without its lists and its text.
    Itself,
    /// The rows of one list.
    List(&'static str),
    /// The pairs of every unit.
    Pairs,
    /// The document's themes.
    Themes,
}

/// Numbers that the lexicons hold as text, like all codes.
const COORDINATES: [&str; 2] = ["refs_lat", "refs_lon"];

/// Names and values of one row.
pub type Row = Vec<(String, Value)>;

/// Every row of every table of every document, with the number of its table.
pub fn each(result: &Path, mut take: impl FnMut(usize, &Row) -> Result<(), OutputError>) -> Result<(), OutputError> {
    documents(result, |json| {
        let document: Value = serde_json::from_str(json)?;
        for (table, (_, rows)) in TABLES.iter().enumerate() {
            rows.of(&document).iter().try_for_each(|row| take(table, row))?;
        }
        Ok(())
    })
}

impl Rows {
    fn of(self, document: &Value) -> Vec<Row> {
        let begin = || vec![("document".to_owned(), document["id"].clone())];
        let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
        match self {
            Self::Itself => vec![itself(begin(), document)],
            Self::List(name) => list(&document[name]).iter().map(|value| with(begin(), "", value)).collect(),
            Self::Pairs => {
                let tables = list(&document["cooccurrence"]);
                tables.iter().flat_map(|table| pairs(&begin(), table)).collect()
            }
            Self::Themes => {
                let themes = document["indicators"]["themes"].as_object().into_iter().flatten();
                themes
                    .map(|(theme, figures)| with(with(begin(), "theme", &Value::from(theme.as_str())), "", figures))
                    .collect()
            }
        }
    }
}

fn itself(row: Row, document: &Value) -> Row {
    let mut indicators = document["indicators"].clone();
    if let Some(indicators) = indicators.as_object_mut() {
        indicators.remove("themes");
    }
    let row = ["status", "source", "metadata"]
        .iter()
        .fold(row, |row, name| with(row, name, &document[*name]));
    with(row, "indicators", &indicators)
}

fn pairs(begin: &Row, table: &Value) -> Vec<Row> {
    let names = ["unit", "units", "null_model"];
    let head = names.iter().fold(begin.clone(), |row, name| with(row, name, &table[*name]));
    let pairs = table["pairs"].as_array().into_iter().flatten();
    pairs.map(|pair| with(head.clone(), "", pair)).collect()
}

/// The row with a value under a name; names of nested keys are joined by `_`.
fn with(mut row: Row, name: &str, value: &Value) -> Row {
    flatten(name, value, &mut row);
    row
}

fn flatten(name: &str, value: &Value, row: &mut Row) {
    let Value::Object(map) = value else {
        let number = COORDINATES.contains(&name).then(|| value.as_str()?.parse::<f64>().ok()).flatten();
        row.push((name.to_owned(), number.map_or_else(|| value.clone(), Value::from)));
        return;
    };
    for (key, value) in map {
        let name = if name.is_empty() { key.clone() } else { format!("{name}_{key}") };
        flatten(&name, value, row);
    }
}

/// A value as text; lists are joined by a vertical bar. `None` for null.
pub fn text(value: &Value) -> Option<String> {
    match value {
        Value::Null => None,
        Value::String(text) => Some(text.clone()),
        Value::Array(items) => Some(
            items
                .iter()
                .map(|item| text(item).unwrap_or_default())
                .collect::<Vec<_>>()
                .join("|"),
        ),
        other => Some(other.to_string()),
    }
}

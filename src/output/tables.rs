//! Tidy tables: a row an item, columns are the JSON keys, `document` first.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde_json::Value;

use super::folder::{ReadError, documents};

/// Tables, each with where its rows stand in a document.
const TABLES: &[(&str, Rows)] = &[
    ("documents", Rows::Itself),
    ("mentions", Rows::List("mentions")),
    ("entities", Rows::List("entities")),
    ("pairs", Rows::Pairs),
    ("stances", Rows::List("stances")),
    ("positions", Rows::List("positions")),
    ("cues", Rows::List("cues")),
    ("themes", Rows::Themes),
];

#[derive(Clone, Copy)]
enum Rows {
    /// One row: the document without its lists and its text.
    Itself,
    /// The rows of one list.
    List(&'static str),
    /// The pairs of every unit.
    Pairs,
    /// The document's themes.
    Themes,
}

/// A table written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// Its file.
    pub path: PathBuf,
    /// Its rows.
    pub rows: u64,
}

/// Why tables cannot be written.
#[derive(Debug, thiserror::Error)]
pub enum TableError {
    /// A result cannot be read.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// A document is not JSON.
    #[error("a document of the result is not JSON ({0}); analyze again")]
    Json(#[from] serde_json::Error),
    /// A table cannot be written.
    #[error("{path}: cannot be written ({error})")]
    Write {
        /// The table.
        path: PathBuf,
        /// Why.
        error: csv::Error,
    },
}

/// Writes the tables of the documents of `result` as CSV files into `dir`.
///
/// # Errors
///
/// If a result cannot be read or a table cannot be written.
pub fn write_tables(result: &Path, dir: &Path) -> Result<Vec<Table>, TableError> {
    let mut columns: Vec<Columns> = TABLES.iter().map(|_| Columns::default()).collect();
    each_row(result, |table, row| {
        columns[table].add(row);
        Ok(())
    })?;
    let mut writers = Vec::new();
    for ((name, _), columns) in TABLES.iter().zip(&columns) {
        let path = dir.join(format!("{name}.csv"));
        let failed = |error| TableError::Write { path: path.clone(), error };
        let mut writer = csv::Writer::from_path(&path).map_err(failed)?;
        writer.write_record(columns.names()).map_err(failed)?;
        writers.push((writer, Table { path, rows: 0 }));
    }
    each_row(result, |at, row| {
        let (writer, table) = &mut writers[at];
        table.rows += 1;
        let cells: BTreeMap<&str, &str> = row.iter().map(|(name, cell)| (name.as_str(), cell.as_str())).collect();
        let record = columns[at].names().map(|name| cells.get(name).copied().unwrap_or(""));
        writer.write_record(record).map_err(|error| TableError::Write {
            path: table.path.clone(),
            error,
        })
    })?;
    Ok(writers.into_iter().map(|(_, table)| table).collect())
}

/// Column names in the order in which they first come.
#[derive(Default)]
struct Columns {
    order: Vec<String>,
    known: BTreeMap<String, ()>,
}

impl Columns {
    fn add(&mut self, row: &[(String, String)]) {
        for (name, _) in row {
            if self.known.insert(name.clone(), ()).is_none() {
                self.order.push(name.clone());
            }
        }
    }

    fn names(&self) -> impl Iterator<Item = &str> {
        self.order.iter().map(String::as_str)
    }
}

type Row = Vec<(String, String)>;

/// Every row of every table of every document, with the number of its table.
fn each_row(result: &Path, mut take: impl FnMut(usize, &Row) -> Result<(), TableError>) -> Result<(), TableError> {
    documents(result, |json| {
        let document: Value = serde_json::from_str(json)?;
        for (table, (_, rows)) in TABLES.iter().enumerate() {
            for row in rows.of(&document) {
                take(table, &row)?;
            }
        }
        Ok(())
    })
}

impl Rows {
    fn of(self, document: &Value) -> Vec<Row> {
        let id = cell(&document["id"]);
        let begin = |more: &[(&str, &Value)]| {
            let mut row = vec![("document".to_owned(), id.clone())];
            more.iter().for_each(|(name, value)| flatten(name, value, &mut row));
            row
        };
        let with = |mut row: Row, value: &Value| {
            flatten("", value, &mut row);
            row
        };
        let list = |value: &'_ Value| value.as_array().cloned().unwrap_or_default();
        match self {
            Self::Itself => {
                let mut row = begin(&[]);
                for name in ["status", "source", "metadata"] {
                    flatten(name, &document[name], &mut row);
                }
                let mut indicators = document["indicators"].clone();
                indicators.as_object_mut().map(|map| map.remove("themes"));
                flatten("indicators", &indicators, &mut row);
                vec![row]
            }
            Self::List(name) => list(&document[name]).iter().map(|value| with(begin(&[]), value)).collect(),
            Self::Pairs => {
                let tables = list(&document["cooccurrence"]);
                let rows = tables.iter().flat_map(|table| {
                    let head = begin(&[
                        ("unit", &table["unit"]),
                        ("units", &table["units"]),
                        ("null_model", &table["null_model"]),
                    ]);
                    list(&table["pairs"]).into_iter().map(move |pair| with(head.clone(), &pair))
                });
                rows.collect()
            }
            Self::Themes => {
                let themes = document["indicators"]["themes"].as_object().cloned().unwrap_or_default();
                themes
                    .iter()
                    .map(|(theme, figures)| with(begin(&[("theme", &Value::from(theme.as_str()))]), figures))
                    .collect()
            }
        }
    }
}

/// Nested keys are joined by `_`, lists by a vertical bar.
fn flatten(name: &str, value: &Value, row: &mut Row) {
    match value {
        Value::Object(map) => {
            for (key, value) in map {
                let name = if name.is_empty() { key.clone() } else { format!("{name}_{key}") };
                flatten(&name, value, row);
            }
        }
        Value::Array(items) => row.push((name.to_owned(), items.iter().map(cell).collect::<Vec<_>>().join("|"))),
        single => row.push((name.to_owned(), cell(single))),
    }
}

fn cell(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => harmless(text),
        other => other.to_string(),
    }
}

/// A text that a spreadsheet would run as a formula gets an apostrophe in front.
fn harmless(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

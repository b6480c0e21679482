//! Metadata that stands beside a file, or in a table for all files.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde_json::{Map, Value};

use crate::document::Warning;

/// A table of metadata, a document a row, found by its path or id.
#[derive(Debug, Clone, Default)]
pub struct MetadataTable {
    rows: BTreeMap<String, Map<String, Value>>,
}

/// Why a table of metadata cannot be used.
#[derive(Debug, thiserror::Error)]
#[error("{}: {problem}", path.display())]
pub struct MetadataTableError {
    /// The table.
    pub path: PathBuf,
    /// What is wrong with it.
    pub problem: TableProblem,
}

/// What is wrong with a table of metadata.
#[derive(Debug, thiserror::Error)]
pub enum TableProblem {
    /// It cannot be read, or a row has not as many cells as the header.
    #[error(transparent)]
    Csv(#[from] csv::Error),
    /// Nothing says which document a row is about.
    #[error("no column `path` or `id` (it has {}); add one that names the documents", .0.join(", "))]
    NoKey(Vec<String>),
    /// Two rows for one document.
    #[error("line {line}: {key:?} stands in an earlier row already; keep one")]
    Twice {
        /// Line of the second row, from 1.
        line: u64,
        /// The path or id.
        key: String,
    },
}

impl MetadataTable {
    /// Reads a table: CSV with a header, or TSV by its name. Empty cells say nothing.
    ///
    /// # Errors
    ///
    /// [`MetadataTableError`] where the table cannot be read, has no key column, or names a document twice.
    pub fn read(path: &Path) -> Result<Self, MetadataTableError> {
        let is_tsv = path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("tsv"));
        let mut builder = csv::ReaderBuilder::new();
        let reader = builder.delimiter(if is_tsv { b'\t' } else { b',' }).from_path(path);
        reader
            .map_err(TableProblem::Csv)
            .and_then(rows)
            .map(|rows| Self { rows })
            .map_err(|problem| MetadataTableError {
                path: path.to_owned(),
                problem,
            })
    }

    /// The fields of the document at `path` with `id`; a row may name a path by its end, from a folder's begin on.
    pub(super) fn fields(&self, path: &str, id: &str) -> Option<&Map<String, Value>> {
        let ends = path.match_indices('/').map(|(at, _)| &path[at + 1..]);
        let row = |key: &str| self.rows.get(key);
        std::iter::once(path).chain([id]).chain(ends).find_map(row)
    }
}

fn rows<R: std::io::Read>(mut reader: csv::Reader<R>) -> Result<BTreeMap<String, Map<String, Value>>, TableProblem> {
    let header: Vec<String> = reader
        .headers()?
        .iter()
        .map(|name| name.trim_start_matches('\u{FEFF}').trim().to_owned())
        .collect();
    let place = |wanted: &str| header.iter().position(|name| name.eq_ignore_ascii_case(wanted));
    let Some(key) = place("path").or_else(|| place("id")) else {
        return Err(TableProblem::NoKey(header));
    };
    let mut rows = BTreeMap::new();
    for record in reader.records() {
        let record = record?;
        let line = record.position().map_or(0, csv::Position::line);
        let name = record.get(key).unwrap_or_default().trim().replace('\\', "/");
        let cells = header
            .iter()
            .zip(&record)
            .enumerate()
            .filter(|(at, (name, cell))| *at != key && !name.is_empty() && !cell.trim().is_empty());
        let fields = cells.map(|(_, (name, cell))| (name.clone(), Value::from(cell.trim()))).collect();
        let name = name.trim_start_matches("./").to_owned();
        if !name.is_empty() && rows.insert(name.clone(), fields).is_some() {
            return Err(TableProblem::Twice { line, key: name });
        }
    }
    Ok(rows)
}

/// Endings of the file beside a file that describes it.
const ENDINGS: [&str; 3] = [".meta.json", ".meta.yaml", ".meta.yml"];

/// The fields of the side-car of `file`: `brief.meta.json` or `brief.pdf.meta.json` beside `brief.pdf`.
pub(super) fn beside(file: &Path, warnings: &mut Vec<Warning>) -> Map<String, Value> {
    let Some(name) = file.file_name().and_then(|name| name.to_str()) else {
        return Map::new();
    };
    let stems = std::iter::successors(Some(name), |stem| {
        stem.rsplit_once('.').map(|(stem, _)| stem).filter(|stem| !stem.is_empty())
    });
    let n_stems = if name.ends_with(".gz") { 3 } else { 2 };
    let paths = stems
        .take(n_stems)
        .flat_map(|stem| ENDINGS.map(|ending| file.with_file_name(format!("{stem}{ending}"))));
    let Some(path) = paths.into_iter().find(|path| path.is_file()) else {
        return Map::new();
    };
    match parse(&path) {
        Ok(fields) => fields,
        Err(problem) => {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            warnings.push(Warning::new("side_car_not_read", format!("{name}: {problem}")));
            Map::new()
        }
    }
}

fn parse(path: &Path) -> Result<Map<String, Value>, String> {
    let text = std::fs::read_to_string(path).map_err(|error| error.to_string())?;
    let text = text.trim_start_matches('\u{FEFF}');
    let is_json = path.extension().is_some_and(|extension| extension == "json");
    if is_json {
        serde_json::from_str(text).map_err(|error| error.to_string())
    } else {
        serde_yaml_ng::from_str(text).map_err(|error| error.to_string())
    }
}

//! Tidy tables: a row an item, columns are the JSON keys, `document` first; what each means stands in `columns.tsv`.

mod dictionary;
mod package;
mod parquet;
mod rows;
mod spreadsheet;

use std::path::{Path, PathBuf};

use super::folder::ReadError;

/// A form of the tables.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Comma-separated values, with a data package that describes them.
    Csv,
    /// Parquet with typed columns.
    Parquet,
}

/// A file written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// Where.
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
    #[error("{path}: cannot be written ({reason})")]
    Write {
        /// The table.
        path: PathBuf,
        /// Why.
        reason: String,
    },
}

impl TableError {
    fn write(path: &Path, reason: &impl std::fmt::Display) -> Self {
        Self::Write {
            path: path.to_owned(),
            reason: reason.to_string(),
        }
    }
}

/// Writes the tables of the documents of `result` into `dir`.
///
/// # Errors
///
/// If a result cannot be read or a table cannot be written.
pub fn write_tables(result: &Path, dir: &Path, form: Form) -> Result<Vec<Table>, TableError> {
    let mut names = dictionary::Names::default();
    rows::each(result, |table, row| {
        names.see(table, row);
        Ok(())
    })?;
    let schemas = names.schemas();
    match form {
        Form::Csv => {
            let tables = spreadsheet::write(result, dir, &schemas)?;
            package::write(dir, &schemas)?;
            Ok(tables)
        }
        Form::Parquet => parquet::write(result, dir, &schemas),
    }
}

//! Tidy tables: a row an item, columns are the JSON keys, `document` first; what each means stands in `columns.tsv`.

mod dictionary;
mod package;
mod parquet;
mod rows;
mod spreadsheet;

use std::path::Path;

pub(super) use spreadsheet::harmless;

use super::Written;
use super::error::OutputError;

/// A form of the tables.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Comma-separated values, with a data package that describes them.
    Csv,
    /// Parquet with typed columns.
    Parquet,
}

/// Writes the tables of the documents of `result` into `dir`.
///
/// # Errors
///
/// If a result cannot be read or a table cannot be written.
pub fn write_tables(result: &Path, dir: &Path, form: Form) -> Result<Vec<Written>, OutputError> {
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

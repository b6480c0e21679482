//! Tables as comma-separated values.

use std::fs::File;
use std::path::Path;

use csv::Writer;
use serde_json::Value;

use super::dictionary::Schema;
use super::rows::{self, Row};
use crate::output::{Written, error::OutputError};

/// Writes a CSV file a table.
pub fn write(result: &Path, dir: &Path, schemas: &[Schema]) -> Result<Vec<Written>, OutputError> {
    let mut sheets: Vec<Sheet> = schemas.iter().map(|schema| Sheet::begin(dir, schema)).collect::<Result<_, _>>()?;
    rows::each(result, |table, row| sheets[table].add(row))?;
    sheets.into_iter().map(Sheet::end).collect()
}

struct Sheet<'s> {
    schema: &'s Schema,
    writer: Writer<File>,
    table: Written,
}

impl<'s> Sheet<'s> {
    fn begin(dir: &Path, schema: &'s Schema) -> Result<Self, OutputError> {
        let path = dir.join(format!("{}.csv", schema.table));
        let mut writer = Writer::from_path(&path).map_err(|e| OutputError::write(&path, &e))?;
        let names = schema.columns.iter().map(|column| &column.name);
        writer.write_record(names).map_err(|e| OutputError::write(&path, &e))?;
        Ok(Self {
            schema,
            writer,
            table: Written { path, rows: 0 },
        })
    }

    fn add(&mut self, row: &Row) -> Result<(), OutputError> {
        let find = |name: &str| row.iter().find(|(own, _)| own == name).map(|(_, value)| cell(value));
        let cells = self.schema.columns.iter().map(|column| find(&column.name).unwrap_or_default());
        self.table.rows += 1;
        self.writer
            .write_record(cells)
            .map_err(|e| OutputError::write(&self.table.path, &e))
    }

    fn end(mut self) -> Result<Written, OutputError> {
        self.writer.flush().map_err(|e| OutputError::write(&self.table.path, &e))?;
        Ok(self.table)
    }
}

fn cell(value: &Value) -> String {
    let text = rows::text(value).unwrap_or_default();
    if value.is_number() { text } else { harmless(text) }
}

/// A text that a spreadsheet would run as a formula gets an apostrophe in front.
pub fn harmless(text: String) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{text}")
    } else {
        text
    }
}

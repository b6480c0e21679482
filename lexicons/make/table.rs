//! Tab-separated source tables: one header line, no quoting, cells addressed by column name.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

/// One source file in memory.
pub struct Table {
    path: PathBuf,
    columns: Vec<String>,
    rows: Vec<csv::StringRecord>,
}

/// One row of a [`Table`], with its line number for messages.
#[derive(Clone, Copy)]
pub struct Row<'a> {
    table: &'a Table,
    cells: &'a csv::StringRecord,
}

impl Table {
    /// Reads a whole table; lines that begin with `#` are comments.
    ///
    /// # Errors
    ///
    /// When the file cannot be read or a row has another number of cells than the header.
    pub fn read(path: impl AsRef<Path>) -> Result<Self> {
        let path = path.as_ref().to_path_buf();
        let mut reader = csv::ReaderBuilder::new()
            .delimiter(b'\t')
            .quoting(false)
            .comment(Some(b'#'))
            .from_path(&path)
            .with_context(|| format!("{}: cannot be opened", path.display()))?;
        let columns = reader.headers()?.iter().map(String::from).collect();
        let rows = reader
            .records()
            .collect::<Result<Vec<_>, _>>()
            .with_context(|| format!("{}: not a table", path.display()))?;
        Ok(Self { path, columns, rows })
    }

    /// The rows in file order.
    pub fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        self.rows.iter().map(|cells| Row { table: self, cells })
    }

    /// Fails unless all these columns are there, so that a renamed source column is noticed.
    ///
    /// # Errors
    ///
    /// Names the first missing column.
    pub fn require(&self, columns: &[&str]) -> Result<()> {
        for column in columns {
            if !self.columns.iter().any(|c| c == column) {
                bail!("{}: column {column:?} is missing", self.path.display());
            }
        }
        Ok(())
    }
}

impl<'a> Row<'a> {
    /// The cell of a column, trimmed; empty where the table has no such column.
    pub fn get(self, column: &str) -> &'a str {
        let at = self.table.columns.iter().position(|c| c == column);
        at.and_then(|at| self.cells.get(at)).map_or("", str::trim)
    }

    /// The cell cut at `separator`, without empty parts.
    pub fn list(self, column: &str, separator: char) -> Vec<&'a str> {
        let parts = self.get(column).split(separator).map(str::trim);
        parts.filter(|part| !part.is_empty()).collect()
    }

    /// `path:line`, for messages.
    pub fn place(self) -> String {
        let line = self.cells.position().map_or(0, csv::Position::line);
        format!("{}:{line}", self.table.path.display())
    }
}

//! Tables: of data, or a frame around text.

use super::paragraphs::{Paragraph, Run};
use super::styles::Role;
use crate::document::BlockKind;

/// Mean letters in a cell above which a table is a frame around text.
const PROSE: usize = 400;

/// A table while it is read: rows of cells of paragraphs.
#[derive(Debug, Default)]
pub(super) struct Table {
    rows: Vec<Vec<Vec<Paragraph>>>,
    /// A cell is open.
    pub in_cell: bool,
    is_row_dropped: bool,
    stray: Vec<Paragraph>,
}

impl Table {
    /// Begins a row.
    pub fn row(&mut self) {
        self.rows.push(Vec::new());
        self.is_row_dropped = false;
    }

    /// Begins a cell.
    pub fn cell(&mut self) {
        self.in_cell = true;
        if let Some(row) = self.rows.last_mut() {
            row.push(Vec::new());
        }
    }

    /// The row that is open is deleted.
    pub fn drop_row(&mut self) {
        self.is_row_dropped = true;
    }

    /// Where the content of the open cell goes.
    pub fn content(&mut self) -> &mut Vec<Paragraph> {
        self.stray.clear();
        match self.rows.last_mut().and_then(|row| row.last_mut()) {
            Some(cell) if !self.is_row_dropped => cell,
            _ => &mut self.stray,
        }
    }

    /// One block of cells; or the paragraphs themselves where the table only frames them.
    pub fn into_paragraphs(self) -> Vec<Paragraph> {
        let cells = || self.rows.iter().flatten().filter(|cell| !cell.is_empty());
        let n_letters: usize = cells().flatten().map(|paragraph| paragraph.text().len()).sum();
        let is_frame = self.rows.iter().all(|row| row.len() < 2) || n_letters > PROSE * cells().count();
        if is_frame {
            return self.rows.into_iter().flatten().flatten().collect();
        }
        let mut runs = Vec::new();
        for line in self.into_lines() {
            runs.extend(line.runs);
            runs.push(Run::Text("\n".to_owned()));
        }
        runs.pop();
        let role = Some(Role {
            kind: BlockKind::Table,
            level: 0,
        });
        let is_empty = runs.is_empty();
        let table = Paragraph {
            role,
            runs,
            is_bold: false,
        };
        if is_empty { Vec::new() } else { vec![table] }
    }

    /// A paragraph a row, tabs between its cells.
    pub fn into_lines(self) -> Vec<Paragraph> {
        self.rows.into_iter().map(line).filter(|line| !line.runs.is_empty()).collect()
    }
}

fn line(cells: Vec<Vec<Paragraph>>) -> Paragraph {
    let mut line = Paragraph::default();
    for cell in cells {
        for (place, paragraph) in cell.into_iter().enumerate() {
            if !line.runs.is_empty() {
                line.runs.push(Run::Text(if place == 0 { "\t" } else { "\n" }.to_owned()));
            }
            line.runs.extend(paragraph.runs);
        }
    }
    line
}

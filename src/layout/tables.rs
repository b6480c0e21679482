//! Tables in plain text: rows with aligned cells, or cells between bars.

use super::lines::{Line, Role};
use super::opening::memo_label;

/// Marks the rows of tables.
pub(super) fn mark(text: &str, lines: &mut [Line]) {
    let mut index = 0;
    while index < lines.len() {
        let rows = lines[index..].iter().take_while(|line| {
            line.role == Role::Flow && line.width <= 200 && cells(line.text(text)) >= 2 && memo_label(line.text(text)).is_none()
        });
        let count = rows
            .zip(lines[index..].iter())
            .enumerate()
            .take_while(|(row, (line, _))| *row == 0 || (line.gap <= 1 && line.page == lines[index].page))
            .count();
        if count >= 2 && is_table(text, &lines[index..index + count]) {
            lines[index].role = Role::Table;
            for line in &mut lines[index + 1..index + count] {
                line.role = Role::TableMore;
            }
        }
        index += count.max(1);
    }
}

/// Several columns whose cells are short; two columns of prose are none.
fn is_table(text: &str, rows: &[Line]) -> bool {
    let widest = rows.iter().map(|row| cells(row.text(text))).max().unwrap_or(0);
    let narrow = rows
        .iter()
        .filter(|row| split(row.text(text)).all(|cell| cell.chars().count() <= 40))
        .count();
    (rows.len() >= 3 || widest >= 3) && narrow * 4 >= rows.len() * 3
}

fn cells(line: &str) -> usize {
    if memchr::memmem::find(line.as_bytes(), b"   ").is_none() && memchr::memchr2(b'\t', b'|', line.as_bytes()).is_none() {
        return 1;
    }
    split(line).count()
}

fn split(line: &str) -> impl Iterator<Item = &str> {
    line.split("   ")
        .flat_map(|part| part.split(['\t', '|']))
        .map(str::trim)
        .filter(|cell| !cell.is_empty())
}

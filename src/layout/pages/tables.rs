//! Tables and the lettering of figures: rows of cells, and small type that is no prose.

use super::super::kinds::{is_caption, is_source_line};
use super::super::lines::Role;
use super::line::Line;
use super::type_style::Body;

/// Lettering is at most so large, as a share of the text's size.
const SMALLER: f32 = 0.9;

/// Lettering without a caption has so many lines.
const FEWEST: usize = 5;

/// Marks tables and figures' lettering.
pub(super) fn mark(text: &str, lines: &mut [Line<'_>], body: Body) {
    rows(text, lines, body);
    lettering(text, lines, body);
}

/// Marks runs of lines with several cells; a line of one cell between them belongs to the table.
fn rows(text: &str, lines: &mut [Line<'_>], body: Body) {
    let mut index = 0;
    while index < lines.len() {
        let end = end_of_rows(text, lines, index, body);
        if end > index {
            paint(&mut lines[index..end]);
        }
        index = end.max(index + 1);
    }
}

/// Past the last row of the table that begins at line `start`; `start` where there is none.
fn end_of_rows(text: &str, lines: &[Line<'_>], start: usize, body: Body) -> usize {
    let is_row = |line: &Line<'_>| line.role == Role::Flow && line.n_cells() >= 2 && !is_caption(line.text(text));
    if !is_row(&lines[start]) || super::super::bullets::bullet(lines[start].text(text)).is_some() {
        return start;
    }
    let (mut end, mut n_rows, mut n_cells) = (start + 1, 1, lines[start].n_cells());
    for index in start + 1..lines.len() {
        let line = &lines[index];
        let near = line.column == lines[start].column && line.gap.is_some_and(|gap| gap < 3.5 * body.leading);
        if !near || line.role != Role::Flow || index - end >= 3 {
            break;
        }
        if is_row(line) {
            (end, n_rows, n_cells) = (index + 1, n_rows + 1, n_cells + line.n_cells());
        }
    }
    if n_rows >= 3 || (n_rows == 2 && n_cells >= 6) { end } else { start }
}

/// Marks small type below a caption that is no prose: a figure's lettering.
fn lettering(text: &str, lines: &mut [Line<'_>], body: Body) {
    let mut index = 0;
    while index < lines.len() {
        let small = |line: &Line<'_>| line.role == Role::Flow && line.style.size <= SMALLER * body.style.size;
        let is_lettering = |line: &Line<'_>| small(line) && !is_caption(line.text(text)) && !is_source_line(line.text(text));
        let first = lines[index].clone();
        let n = lines[index..]
            .iter()
            .take_while(|line| is_lettering(line) && line.column == first.column)
            .count();
        let below_caption = index > 0 && is_caption(lines[index - 1].text(text));
        let above_source = lines.get(index + n).is_some_and(|line| is_source_line(line.text(text)));
        if n > 0 && (below_caption || above_source || n >= FEWEST) && !is_prose(text, &lines[index..index + n]) {
            paint(&mut lines[index..index + n]);
        }
        index += n.max(1);
    }
}

/// Whether most lines fill their column, or go on from one to the next.
fn is_prose(text: &str, lines: &[Line<'_>]) -> bool {
    let words: usize = lines.iter().map(|line| line.text(text).split_whitespace().count()).sum();
    let small: usize = lines
        .iter()
        .flat_map(|line| line.text(text).split_whitespace())
        .filter(|word| word.starts_with(char::is_lowercase))
        .count();
    let ends = lines
        .last()
        .is_some_and(|line| line.text(text).trim_end().ends_with(['.', '?', '!', '”', '"', ')']));
    words >= 8 && small * 5 >= words * 2 && (ends || words >= 30)
}

fn paint(lines: &mut [Line<'_>]) {
    for (place, line) in lines.iter_mut().enumerate() {
        line.role = if place == 0 { Role::Table } else { Role::TableMore };
    }
}

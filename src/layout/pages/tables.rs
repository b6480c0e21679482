//! Tables and the lettering of figures: rows of cells, and small type that is no prose.

use super::super::lines::Role;
use super::super::looks::{is_caption, is_source_line};
use super::super::notes::note_number;
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
        if end > index && is_contents(text, &lines[index..end]) {
            lines[index..end].iter_mut().for_each(|line| line.role = Role::Furniture);
        } else if end > index {
            paint(&mut lines[index..end]);
        }
        index = end.max(index + 1);
    }
}

/// Whether the rows are a table of contents: words, then a page number that never falls.
fn is_contents(text: &str, rows: &[Line<'_>]) -> bool {
    let page = |line: &Line<'_>| {
        let last = line.runs.last().filter(|run| run.new_cell)?;
        let begins_worded = line.text(text).chars().find(|c| c.is_alphanumeric()).is_some();
        last.span
            .of(text)
            .trim()
            .parse::<u32>()
            .ok()
            .filter(|_| begins_worded && line.n_cells() <= 3)
    };
    let pages: Vec<u32> = rows.iter().filter_map(page).collect();
    let near_front = rows.first().is_some_and(|line| line.page <= 6);
    let rises = pages.windows(2).all(|pair| pair[0] <= pair[1]) && pages.first() < pages.last();
    near_front && pages.len() >= 4 && pages.len() * 3 >= rows.len() * 2 && rises && pages.last().is_some_and(|&last| last < 400)
}

/// Past the last row of the table that begins at line `start`; `start` where there is none.
fn end_of_rows(text: &str, lines: &[Line<'_>], start: usize, body: Body) -> usize {
    let is_row =
        |line: &Line<'_>| line.role == Role::Flow && line.n_cells() >= 2 && !is_caption(line.text(text)) && !is_labelled(text, line);
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

/// Whether a line of prose has its number or bullet in a cell of its own, as notes and items do.
fn is_labelled(text: &str, line: &Line<'_>) -> bool {
    let [label, rest @ ..] = line.runs else { return false };
    let bare = label.span.of(text).trim().trim_matches(['(', ')', '[', ']', '.']);
    let is_label = bare.chars().count() <= 1 || (bare.len() <= 3 && bare.bytes().all(|byte| byte.is_ascii_digit()));
    let n_cells = rest.iter().filter(|run| run.new_cell).count();
    let is_wide = line.right - rest.first().map_or(line.right, |run| run.left) > 0.5 * (line.edges.1 - line.edges.0);
    is_label && n_cells == 1 && rest[0].new_cell && is_wide
}

/// Marks small type below a caption that is no prose: a figure's lettering.
fn lettering(text: &str, lines: &mut [Line<'_>], body: Body) {
    let mut index = 0;
    while index < lines.len() {
        let small = |line: &Line<'_>| line.role == Role::Flow && !line.is_dotted && line.style.size <= SMALLER * body.style.size;
        let is_lettering = |line: &Line<'_>| small(line) && !is_caption(line.text(text)) && !is_source_line(line.text(text));
        let first = lines[index].clone();
        let n = lines[index..]
            .iter()
            .take_while(|line| is_lettering(line) && line.column == first.column)
            .count();
        let below_caption = index > 0 && is_caption(lines[index - 1].text(text));
        let above_source = lines.get(index + n).is_some_and(|line| is_source_line(line.text(text)));
        let group = &lines[index..index + n];
        if n > 0 && (below_caption || above_source || n >= FEWEST) && !is_prose(text, group) && !are_notes(text, group) {
            paint(&mut lines[index..index + n]);
        }
        index += n.max(1);
    }
}

/// Whether numbers that count up stand before the lines, as before endnotes.
fn are_notes(text: &str, lines: &[Line<'_>]) -> bool {
    let mut numbers = lines.iter().filter_map(|line| note_number(line.text(text)));
    let first = lines.first().and_then(|line| note_number(line.text(text)));
    first.is_some() && numbers.nth(1) == first.map(|first| first + 1)
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

//! Footnotes: small type at a column's foot, with a number or below a rule.

use super::super::lines::Role;
use super::super::notes::note_number;
use super::line::Line;
use super::type_style::Body;
use crate::ingest::placed::Page;

/// Notes are set at most so large, as a share of the text's size.
const SMALLER: f32 = 0.93;

/// A rule nearer to the baseline above it, in type sizes, underlines what stands there.
const UNDERLINE: f32 = 0.35;

/// Marks the lines of footnotes.
pub(super) fn mark(text: &str, pages: &[Page], lines: &mut [Line<'_>], body: Body) {
    let mut start = 0;
    let mut last = 0;
    while start < lines.len() {
        let column = lines[start].column;
        let end = start + lines[start..].iter().take_while(|line| line.column == column).count();
        if goes_on_all_over(text, &lines[start..end], last, body) {
            roles(text, &mut lines[start..end], &mut last);
        } else if let Some(first) = notes_begin(text, pages, lines, start..end, body)
            && (starts_note(text, &lines[first]) || last > 0)
        {
            roles(text, &mut lines[first..end], &mut last);
        }
        start = end;
    }
}

/// Whether a column is nothing but small type in which the notes are counted on, as endnotes are.
fn goes_on_all_over(text: &str, column: &[Line<'_>], last: u32, body: Body) -> bool {
    let flow = || column.iter().filter(|line| line.role == Role::Flow);
    let is_small = flow().all(|line| line.style.size <= SMALLER * body.style.size);
    last > 0 && is_small && flow().any(|line| note_number(line.text(text)) == Some(last + 1))
}

/// Where the notes of a column begin: at the first note of the small type at its foot, or below a separator.
fn notes_begin(text: &str, pages: &[Page], lines: &[Line<'_>], column: std::ops::Range<usize>, body: Body) -> Option<usize> {
    let is_small = |index: &usize| lines[*index].role == Role::Furniture || lines[*index].style.size <= SMALLER * body.style.size;
    let foot = column.end - column.clone().rev().take_while(is_small).count();
    let opens = |index: &usize| {
        lines[*index].role == Role::Flow && (starts_note(text, &lines[*index]) || below_rule(pages, lines, *index, column.start))
    };
    let separated = |index: &usize| {
        lines[*index].role == Role::Flow && starts_note(text, &lines[*index]) && below_rule(pages, lines, *index, column.start)
    };
    let first = (foot..column.end).find(opens).or_else(|| column.clone().rev().find(separated));
    first.filter(|&index| stands_low(pages, &lines[index]))
}

/// Whether the notes begin in the lower part of the page; those of a table may stand anywhere.
fn stands_low(pages: &[Page], line: &Line<'_>) -> bool {
    line.y > 0.3 * pages[line.page as usize - 1].height
}

/// Whether a short rule stands right above the line, and text above that.
fn below_rule(pages: &[Page], lines: &[Line<'_>], index: usize, first: usize) -> bool {
    let line = &lines[index];
    let above = if index > first {
        lines[index - 1].y + UNDERLINE * lines[index - 1].style.size
    } else {
        line.y - 3.0 * line.style.size
    };
    let page = &pages[line.page as usize - 1];
    page.rules.iter().any(|rule| {
        let is_short = rule.right - rule.left < 0.5 * page.width && rule.right - rule.left > 30.0;
        is_short && rule.y > above && rule.y < line.y - 0.4 * line.style.size && (rule.left - line.edges.0).abs() < 0.1 * page.width
    })
}

/// Whether the line begins as a note does: a raised number, a number, an asterisk.
fn starts_note(text: &str, line: &Line<'_>) -> bool {
    let content = line.text(text);
    let raised = line.runs.first().is_some_and(|run| run.raised);
    raised || note_number(content).is_some() || content.starts_with(['*', '†', '‡'])
}

/// Gives the lines of a column's notes their roles.
fn roles(text: &str, lines: &mut [Line<'_>], last: &mut u32) {
    for line in lines.iter_mut().filter(|line| line.role == Role::Flow) {
        let number = note_number(line.text(text));
        let raised = line.runs.first().is_some_and(|run| run.raised);
        let is_next = |number: u32| raised || (number > *last && number <= *last + 4) || (number == 1 && *last != 1);
        line.role = match number.filter(|&number| is_next(number)) {
            Some(number) => {
                *last = number;
                Role::Note(number)
            }
            None if line.text(text).starts_with(['*', '†', '‡']) => Role::Note(0),
            None => Role::NoteMore,
        };
    }
}

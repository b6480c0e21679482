//! Note markers: raised numbers and signs, taken out of running text.

use rustc_hash::FxHashSet;

use super::super::lines::Role;
use super::super::markers::{cut, take_out as take_out_glued};
use super::super::notes::note_number;
use super::super::paragraphs::Chunk;
use super::line::Line;
use crate::document::BlockKind;
use crate::ingest::placed::Run;
use crate::span::Span;

/// Takes note markers out of the running text: raised ones by their place, others by their numbers.
pub(super) fn take_out(text: &str, lines: &[Line<'_>], chunks: &mut [Chunk]) {
    let notes: FxHashSet<u32> = chunks
        .iter()
        .filter(|chunk| is_note(chunk))
        .filter_map(|chunk| note_number(chunk.block.parts.first()?.of(text)))
        .collect();
    let raised = raised(text, lines);
    let ascending = raised.windows(2).filter(|pair| pair[0].1 < pair[1].1).count() * 2 > raised.len();
    let is_marker = |&(_, number): &(Span, u32)| {
        if notes.is_empty() {
            ascending && raised.len() >= 2
        } else {
            number == 0 || notes.contains(&number) || ascending
        }
    };
    let taken: Vec<Span> = raised.iter().filter(|found| is_marker(found)).map(|&(span, _)| span).collect();
    for chunk in chunks.iter_mut().filter(|chunk| !is_note(chunk)) {
        cut(&mut chunk.block.parts, &taken);
    }
    if taken.len() * 2 < notes.len() {
        take_out_glued(text, chunks);
    }
}

fn is_note(chunk: &Chunk) -> bool {
    matches!(chunk.block.kind, BlockKind::Footnote | BlockKind::Reference)
}

/// The raised numbers and signs of running text with their numbers, 0 for signs.
fn raised(text: &str, lines: &[Line<'_>]) -> Vec<(Span, u32)> {
    let flow = lines
        .iter()
        .filter(|line| matches!(line.role, Role::Flow | Role::Table | Role::TableMore));
    flow.flat_map(|line| {
        line.runs
            .iter()
            .enumerate()
            .filter_map(|(place, run)| marker(text, line, place, run))
    })
    .collect()
}

fn marker(text: &str, line: &Line<'_>, place: usize, run: &Run) -> Option<(Span, u32)> {
    let content = run.span.of(text).trim();
    let before = text[line.span.start as usize..run.span.start as usize].trim_end();
    let is_power = place > 0 && ends_in_unit(before);
    if !run.raised || is_power || content.is_empty() {
        return None;
    }
    if content.chars().all(|c| matches!(c, '*' | '†' | '‡' | '§')) {
        return Some((run.span, 0));
    }
    let digits = content.bytes().take_while(u8::is_ascii_digit).count();
    let rest_is_list = content
        .chars()
        .all(|c| c.is_ascii_digit() || matches!(c, ',' | '-' | '–' | ' ' | '[' | ']' | '(' | ')'));
    let number = content.trim_start_matches(['[', '(']).get(..digits.max(1))?.parse().ok()?;
    (rest_is_list && number < 2000).then_some((run.span, number))
}

/// "km", "m" and the like before a raised 2 or 3 make it a power; so does a number.
fn ends_in_unit(before: &str) -> bool {
    let word = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
    matches!(word, "m" | "km" | "cm" | "mm" | "ft" | "mi" | "CO" | "sq")
        || (!word.is_empty() && word.len() <= 2 && word.bytes().all(|byte| byte.is_ascii_digit()))
}

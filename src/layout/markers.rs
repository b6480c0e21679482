//! Note markers glued to words: found, matched with the notes, taken out of the text.

use rustc_hash::FxHashSet;

use super::chars::{is_superscript, superscript};
use super::lines::Role;
use super::notes::note_number;
use super::paragraphs::Chunk;
use crate::document::BlockKind;
use crate::span::Span;

/// A number that may be a note's marker.
#[derive(Debug, Clone, Copy)]
struct Candidate {
    number: u32,
    span: Span,
    /// How much it looks like one.
    weight: u32,
}

/// A note, and where it stands.
#[derive(Debug, Clone, Copy)]
struct Note {
    number: u32,
    start: u32,
    bracketed: bool,
}

/// Takes the markers of the notes among `chunks` out of the running text.
///
/// Of all numbers that could be markers, those are taken that ascend with the notes; so "COVID-19", "G20"
/// and "2,000" stay, unless a note of that number is missing its marker just there.
pub(super) fn take_out(text: &str, chunks: &mut [Chunk]) {
    let notes = notes(text, chunks);
    if notes.is_empty() {
        return;
    }
    let mut candidates: Vec<Candidate> = Vec::new();
    for chunk in chunks
        .iter()
        .filter(|chunk| chunk.role == Role::Flow && chunk.block.kind != BlockKind::Furniture)
    {
        for &part in &chunk.block.parts {
            find(part.of(text), part.start, &mut candidates);
        }
    }
    candidates.sort_unstable_by_key(|candidate| candidate.span.start);
    let taken = matched(&notes, &candidates);
    for chunk in chunks.iter_mut().filter(|chunk| chunk.role == Role::Flow) {
        cut(&mut chunk.block.parts, &taken);
    }
}

/// The numbered notes, in the order of the source.
fn notes(text: &str, chunks: &[Chunk]) -> Vec<Note> {
    let is_note = |chunk: &&Chunk| matches!(chunk.block.kind, BlockKind::Footnote | BlockKind::Reference);
    let note = |chunk: &Chunk| {
        let content = chunk.block.parts.first()?.of(text);
        Some(Note {
            number: note_number(content)?,
            start: chunk.start(),
            bracketed: content.starts_with('['),
        })
    };
    chunks.iter().filter(is_note).filter_map(note).collect()
}

/// The spans of the candidates that are markers, in order.
fn matched(notes: &[Note], candidates: &[Candidate]) -> Vec<Span> {
    let mut taken = Vec::new();
    let mut from = 0;
    for run in notes.chunk_by(|a, b| a.number < b.number) {
        let to = run[run.len() - 1].start;
        let first = candidates.partition_point(|candidate| candidate.span.start < from);
        let last = candidates.partition_point(|candidate| candidate.span.start < to);
        chain(run, &candidates[first..last], &mut taken);
        from = to;
    }
    let bracketed: FxHashSet<u32> = notes.iter().filter(|note| note.bracketed).map(|note| note.number).collect();
    let repeated = candidates
        .iter()
        .filter(|candidate| candidate.weight >= BRACKETED && bracketed.contains(&candidate.number));
    taken.extend(repeated.map(|candidate| candidate.span));
    taken.sort_unstable();
    taken.dedup();
    taken
}

/// The heaviest chain of candidates whose numbers ascend with the notes of `run`, each before its note.
fn chain(run: &[Note], candidates: &[Candidate], taken: &mut Vec<Span>) {
    // best[k]: the heaviest chain that ends at a note before the k-th, as (weight, candidate), in a Fenwick tree.
    let mut best: Vec<(u32, Option<usize>)> = vec![(0, None); run.len() + 1];
    let mut before: Vec<Option<usize>> = vec![None; candidates.len()];
    for (index, candidate) in candidates.iter().enumerate() {
        let Ok(note) = run.binary_search_by_key(&candidate.number, |note| note.number) else {
            continue;
        };
        if candidate.span.start >= run[note].start {
            continue;
        }
        let (weight, last) = prefix(&best, note);
        before[index] = last;
        raise(&mut best, note + 1, (weight + candidate.weight, Some(index)));
    }
    let mut at = prefix(&best, run.len()).1;
    while let Some(index) = at {
        taken.push(candidates[index].span);
        at = before[index];
    }
}

fn prefix(tree: &[(u32, Option<usize>)], mut end: usize) -> (u32, Option<usize>) {
    let mut best = (0, None);
    while end > 0 {
        if tree[end].0 > best.0 {
            best = tree[end];
        }
        end &= end - 1;
    }
    best
}

fn raise(tree: &mut [(u32, Option<usize>)], mut at: usize, value: (u32, Option<usize>)) {
    while at < tree.len() {
        if value.0 > tree[at].0 {
            tree[at] = value;
        }
        at += at & at.wrapping_neg();
    }
}

/// Takes the spans `taken` out of `parts`.
pub(super) fn cut(parts: &mut Vec<Span>, taken: &[Span]) {
    let touches = |part: &Span| {
        let first = taken.partition_point(|marker| marker.start < part.start);
        taken.get(first).is_some_and(|marker| marker.end <= part.end)
    };
    if !parts.iter().any(touches) {
        return;
    }
    let mut rest = Vec::with_capacity(parts.len() + 2);
    for part in parts.iter() {
        let first = taken.partition_point(|marker| marker.start < part.start);
        let mut start = part.start;
        for marker in taken[first..].iter().take_while(|marker| marker.end <= part.end) {
            rest.push(Span { start, end: marker.start });
            start = marker.end;
        }
        rest.push(Span { start, end: part.end });
    }
    rest.retain(|part| !part.is_empty());
    *parts = rest;
}

/// All numbers in `text` that look glued to a word or sentence.
pub(super) fn glued_numbers(text: &str) -> FxHashSet<u32> {
    let mut candidates = Vec::new();
    find(text, 0, &mut candidates);
    candidates.into_iter().map(|candidate| candidate.number).collect()
}

/// In brackets, or superscript.
const BRACKETED: u32 = 5;
/// After punctuation.
const AFTER_STOP: u32 = 4;
/// After a small letter.
const AFTER_WORD: u32 = 3;
/// After a year, or a capital.
const DOUBTFUL: u32 = 1;

/// Adds the candidates in `text`, which begins at byte `offset` of the source.
fn find(text: &str, offset: u32, candidates: &mut Vec<Candidate>) {
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let byte = bytes[at];
        if !byte.is_ascii_digit() && byte < 0xC2 {
            at += 1;
            continue;
        }
        let (length, found) = if byte.is_ascii_digit() {
            digits(text, at)
        } else {
            superscripts(text, at)
        };
        if let Some((number, start, end, weight)) = found {
            let place = |at: usize| offset + u32::try_from(at).unwrap_or(0);
            candidates.push(Candidate {
                number,
                span: Span {
                    start: place(start),
                    end: place(end),
                },
                weight,
            });
        }
        at += length;
    }
}

type Found = Option<(u32, usize, usize, u32)>;

/// A run of superscript digits at `at`, or whatever character stands there.
fn superscripts(text: &str, at: usize) -> (usize, Found) {
    let Some(c) = text[at..].chars().next() else { return (1, None) };
    let run: Vec<u32> = text[at..].chars().map_while(superscript).collect();
    if run.is_empty() || at == 0 {
        return (c.len_utf8(), None);
    }
    let length: usize = text[at..].chars().take_while(|&c| is_superscript(c)).map(char::len_utf8).sum();
    let number = run.iter().take(4).fold(0, |number, digit| number * 10 + digit);
    (length, Some((number, at, at + length, BRACKETED)))
}

/// A run of digits at `at`.
fn digits(text: &str, at: usize) -> (usize, Found) {
    let bytes = text.as_bytes();
    let length = bytes[at..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    let end = at + length;
    let next = text[end..].chars().next();
    let before = text[..at].chars().next_back();
    if next.is_some_and(|c| c.is_alphanumeric() || matches!(c, '%' | '-' | '/' | '–' | '°')) {
        return (length, None);
    }
    let number = |from: usize| text[from..end].parse::<u32>().ok();
    if (5..=7).contains(&length)
        && is_year(&bytes[at..at + 4])
        && !before.is_some_and(|c| c.is_alphanumeric() || matches!(c, '.' | ',' | '/'))
    {
        return (
            length,
            number(at + 4)
                .filter(|_| bytes[at + 4] != b'0')
                .map(|number| (number, at + 4, end, DOUBTFUL)),
        );
    }
    if length > 3 || bytes[at] == b'0' {
        return (length, None);
    }
    if next == Some(']') && before.is_some_and(|c| c == '[' || c == '^') {
        let start = at - if before == Some('^') { 2 } else { 1 };
        let bracketed = bytes.get(start) == Some(&b'[') && start > 0;
        return (
            length,
            number(at).filter(|_| bracketed).map(|number| (number, start, end + 1, BRACKETED)),
        );
    }
    let Some(weight) = before.and_then(|before| weight(text, at, before, next)) else {
        return (length, None);
    };
    (length, number(at).map(|number| (number, at, end, weight)))
}

/// How much digits at `at`, right after `before`, look like a marker.
fn weight(text: &str, at: usize, before: char, next: Option<char>) -> Option<u32> {
    let earlier = &text[..at - before.len_utf8()];
    match before {
        '.' | ',' | ';' | ':' | '!' | '?' => {
            let digits = earlier.bytes().rev().take_while(u8::is_ascii_digit).count();
            if digits == 0 {
                return (!earlier.is_empty() && !earlier.ends_with(char::is_whitespace)).then_some(AFTER_STOP);
            }
            let ends = next.is_none_or(char::is_whitespace);
            let is_year = digits == 4 && is_year(&earlier.as_bytes()[earlier.len() - 4..]);
            let new_sentence = before != '.'
                || text[at..]
                    .trim_start_matches(|c: char| c.is_ascii_digit())
                    .trim_start()
                    .starts_with(|c: char| !c.is_lowercase() && !c.is_numeric());
            (ends && is_year && new_sentence && before != ':').then_some(AFTER_STOP)
        }
        '”' | '’' | '"' | '\'' | ')' | ']' | '»' | '…' => Some(AFTER_STOP),
        c if c.is_lowercase() => Some(AFTER_WORD),
        c if c.is_uppercase() => Some(DOUBTFUL),
        _ => None,
    }
}

fn is_year(digits: &[u8]) -> bool {
    matches!(digits, [b'1', b'9' | b'8', ..] | [b'2', b'0', ..])
}

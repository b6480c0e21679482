//! What each chunk of running text is: heading, list item, caption, furniture, paragraph.

use super::boilerplate::boilerplate;
use super::bullets::Bullet;
use super::chars::is_all_caps;
use super::lines::Role;
use super::looks::{LONGEST_SPECIAL, has_leaders, is_caption, is_contents_line, is_legal, is_source_line, looks_like_heading};
use super::notes::back_matter;
use super::opening;
use super::paragraphs::Chunk;
use crate::document::{BlockKind, Metadata};
use crate::span::Span;

/// Gives every chunk its kind, every heading its level.
pub(super) fn label(text: &str, chunks: &mut [Chunk], metadata: &Metadata) {
    restore_lone_dashes(text, chunks);
    for chunk in chunks.iter_mut() {
        chunk.block.kind = match chunk.role {
            Role::Flow => kind_alone(text, chunk),
            Role::Furniture => BlockKind::Furniture,
            Role::Note(_) | Role::NoteMore => BlockKind::Footnote,
            Role::Reference | Role::ReferenceMore => BlockKind::Reference,
            Role::Table | Role::TableMore => BlockKind::Table,
            Role::Rule => BlockKind::Furniture,
        };
    }
    keep_all_there_is(chunks);
    numbered_lists(chunks);
    check_headings(text, chunks);
    opening::label(text, chunks, metadata);
    boilerplate(text, chunks);
    heading_levels(text, chunks);
}

/// A dash or asterisk before a single line is part of it: a list has more than one item.
fn restore_lone_dashes(text: &str, chunks: &mut [Chunk]) {
    let glyph = |chunk: &Chunk| matches!(chunk.bullet, Some(Bullet::Glyph(_)));
    let flow: Vec<usize> = (0..chunks.len()).filter(|&index| chunks[index].role == Role::Flow).collect();
    for (place, &index) in flow.iter().enumerate() {
        let neighbors = [place.checked_sub(1), Some(place + 1)]
            .into_iter()
            .flatten()
            .filter_map(|place| flow.get(place));
        if !glyph(&chunks[index]) || neighbors.clone().any(|&other| glyph(&chunks[other])) {
            continue;
        }
        let Some(first) = chunks[index].block.parts.first_mut() else {
            continue;
        };
        let before = text[..first.start as usize].trim_end_matches([' ', '\t']);
        if let Some(dash) = before.chars().next_back().filter(|c| matches!(c, '-' | '–' | '—' | '*' | '+')) {
            *first = Span::new(before.len() - dash.len_utf8(), first.end as usize);
            chunks[index].bullet = None;
        }
    }
}

/// The kind that a chunk's own text tells.
fn kind_alone(text: &str, chunk: &Chunk) -> BlockKind {
    match chunk.bullet {
        Some(Bullet::Glyph(_) | Bullet::Letter(_)) => return BlockKind::List,
        _ if chunk.len() > LONGEST_SPECIAL => {
            let head = chunk.block.parts[0].of(text).get(..LONGEST_SPECIAL).unwrap_or_default();
            return if has_leaders(head) { BlockKind::Furniture } else { BlockKind::Body };
        }
        _ => {}
    }
    let content = chunk.text(text);
    if is_contents_line(&content) || is_legal(&content) {
        BlockKind::Furniture
    } else if is_caption(&content) {
        BlockKind::Caption
    } else if is_source_line(&content) {
        BlockKind::Reference
    } else if chunk.n_lines <= 4 && looks_like_heading(&content) {
        BlockKind::Heading
    } else {
        BlockKind::Body
    }
}

/// Where all running text looks like furniture or references, it is the text.
fn keep_all_there_is(chunks: &mut [Chunk]) {
    let is_side = |chunk: &Chunk| matches!(chunk.block.kind, BlockKind::Furniture | BlockKind::Reference | BlockKind::Heading);
    if chunks.iter().filter(|chunk| chunk.role == Role::Flow).all(is_side) {
        for chunk in chunks
            .iter_mut()
            .filter(|chunk| chunk.role == Role::Flow && chunk.block.kind != BlockKind::Heading)
        {
            chunk.block.kind = BlockKind::Body;
        }
    }
}

/// Numbered chunks are a list where they follow one another from 1 on; else they are numbered
/// paragraphs or numbered headings.
pub(super) fn numbered_lists(chunks: &mut [Chunk]) {
    let flow: Vec<usize> = (0..chunks.len())
        .filter(|&index| chunks[index].role == Role::Flow && chunks[index].block.kind != BlockKind::Furniture)
        .collect();
    let number = |chunks: &[Chunk], place: usize| match chunks[flow[place]].bullet {
        Some(Bullet::Number(number)) => Some(number),
        _ => None,
    };
    let mut place = 0;
    let mut counted = 0;
    while place < flow.len() {
        let Some(first) = number(chunks, place) else {
            place += 1;
            continue;
        };
        let mut end = place + 1;
        while end < flow.len() && number(chunks, end) == Some(first + u32::try_from(end - place).unwrap_or(u32::MAX)) {
            end += 1;
        }
        let next_number = flow[end..].iter().find_map(|&index| {
            if let Some(Bullet::Number(number)) = chunks[index].bullet {
                Some(number)
            } else {
                None
            }
        });
        let goes_on = next_number == Some(first + u32::try_from(end - place).unwrap_or(0)) || (first > 1 && counted + 1 == first);
        let is_list = first == 1 && end - place >= 2 && !goes_on;
        for &index in &flow[place..end] {
            if is_list {
                chunks[index].block.kind = BlockKind::List;
            }
        }
        counted = first + u32::try_from(end - place).unwrap_or(1) - 1;
        place = end;
    }
}

/// A heading stands above text; a run of short lines that goes nowhere is no run of headings.
fn check_headings(text: &str, chunks: &mut [Chunk]) {
    let mut below = false;
    let mut run = 0;
    for index in (0..chunks.len()).rev() {
        let kind = chunks[index].block.kind;
        if kind == BlockKind::Heading {
            run += 1;
            let heads_back_matter = back_matter(&chunks[index].text(text)).is_some() && index + 1 < chunks.len();
            if (!below || (run > MOST_IN_A_ROW && index > OPENING)) && !heads_back_matter {
                chunks[index].block.kind = BlockKind::Body;
            }
        } else if matches!(kind, BlockKind::Body | BlockKind::List | BlockKind::Table | BlockKind::Caption) {
            (below, run) = (true, 0);
        }
    }
}

/// More short lines in a row are no headings.
const MOST_IN_A_ROW: usize = 3;
/// A title page may have more.
const OPENING: usize = 12;

/// Numbers tell a heading's level by their dots; capitals stand above title case.
fn heading_levels(text: &str, chunks: &mut [Chunk]) {
    let headings = || {
        chunks
            .iter()
            .filter(|chunk| chunk.block.kind == BlockKind::Heading && chunk.role == Role::Flow)
    };
    let has_capitals = headings().any(|chunk| is_all_caps(&chunk.text(text)));
    for chunk in chunks.iter_mut().filter(|chunk| chunk.block.kind == BlockKind::Heading) {
        let content = chunk.text(text);
        let dots = content.split_whitespace().next().map_or(0, |first| {
            if first.starts_with(|c: char| c.is_ascii_digit()) {
                first.split('.').filter(|part| !part.is_empty()).count()
            } else {
                0
            }
        });
        let by_capitals = if has_capitals && !is_all_caps(&content) { 2 } else { 1 };
        chunk.block.level = u8::try_from(if dots > 0 { dots } else { by_capitals }).unwrap_or(6).min(6);
    }
}

//! The first page's head: the title, and around it the series, the date, the authors.

use super::super::lines::Role;
use super::super::opening::{is_date, is_name, is_opening_line, is_section_word, is_series};
use super::super::paragraphs::Chunk;
use super::line::Line;
use super::paragraphs::Setting;
use super::type_style::Body;
use crate::document::{BlockKind, Metadata};

/// A title is at least so much larger than the text.
const LARGER: f32 = 1.15;

/// Labels the title and what stands around it.
pub(super) fn label(text: &str, lines: &[Line<'_>], chunks: &mut [Chunk], settings: &[Setting], body: Body, metadata: &Metadata) {
    let Some(title) = title(text, lines, chunks, settings, body, metadata) else {
        return;
    };
    for chunk in &mut chunks[title.clone()] {
        (chunk.block.kind, chunk.block.level) = (BlockKind::Title, 0);
    }
    for chunk in chunks[..title.start].iter_mut().filter(|chunk| chunk.role == Role::Flow) {
        let content = chunk.text(text);
        if chunk.len() < 200 && !is_prose(&content) && !is_section_word(&content) {
            chunk.block.kind = BlockKind::Furniture;
        }
    }
    let page = chunks[title.start].block.page;
    let is_cover = !chunks.iter().any(|chunk| chunk.block.page == page && is_prose(&chunk.text(text)));
    let below = chunks[title.end..].iter_mut().filter(|chunk| chunk.role == Role::Flow).take(8);
    for chunk in below.take_while(|chunk| chunk.len() < 200) {
        let content = chunk.text(text);
        let on_cover = is_cover && chunk.block.page == page && is_name(&content);
        if is_opening_line(&content, metadata) || is_date(&content) || on_cover {
            chunk.block.kind = BlockKind::Furniture;
        }
    }
}

/// Whether a paragraph is a sentence of some length, as no line around a title is.
fn is_prose(content: &str) -> bool {
    content.ends_with(['.', '?', '!', '”']) && content.split_whitespace().count() >= 15
}

/// The paragraphs that make up the title: what the metadata call so, else the largest type of the first page with text.
fn title(
    text: &str,
    lines: &[Line<'_>],
    chunks: &[Chunk],
    settings: &[Setting],
    body: Body,
    metadata: &Metadata,
) -> Option<std::ops::Range<usize>> {
    let page = chunks.first()?.block.page?;
    let on_page = |index: &usize| chunks[*index].block.page == Some(page) && chunks[*index].role == Role::Flow;
    let may_be = |index: &usize| {
        let content = chunks[*index].text(text);
        chunks[*index].len() < 300
            && content.contains(char::is_alphabetic)
            && !is_series(&content)
            && !is_date(&content)
            && content.chars().count() > 3
    };
    let candidates: Vec<usize> = (0..chunks.len())
        .take_while(|&index| chunks[index].block.page <= Some(page))
        .filter(on_page)
        .filter(may_be)
        .take(25)
        .collect();
    let known = metadata.title.as_deref().map(letters).filter(|known| known.len() >= 8);
    let named = known.and_then(|known| {
        candidates
            .iter()
            .copied()
            .find(|&index| is_most_of(&letters(&chunks[index].text(text)), &known))
    });
    let size = |index: usize| settings[index].style.size;
    let largest = || {
        let most = candidates.iter().map(|&index| size(index)).fold(0.0, f32::max);
        let first = candidates.iter().copied().find(|&index| size(index) >= 0.97 * most)?;
        (most >= LARGER * body.style.size || (settings[first].is_bold && candidates.first() == Some(&first))).then_some(first)
    };
    let first = named.or_else(largest)?;
    let is_more = |&index: &usize| {
        let gap = lines[settings[index].first].gap.unwrap_or(f32::MAX);
        on_page(&index) && (size(index) - size(first)).abs() < 0.5 && gap < 2.2 * size(first) && size(first) >= LARGER * body.style.size
    };
    let end = first + 1 + (first + 1..chunks.len()).take_while(is_more).count();
    Some(first..end)
}

fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Whether `part` is the title that is known, or its main part.
fn is_most_of(part: &str, known: &str) -> bool {
    !part.is_empty()
        && (part == known
            || (known.starts_with(part) && part.len() * 2 >= known.len())
            || (part.starts_with(known) && known.len() * 2 >= part.len()))
}

//! What each paragraph is: type size, weight and place tell headings and the title; its words tell the rest.

use super::super::boilerplate::boilerplate;
use super::super::bullets::Bullet;
use super::super::chars::{capitals, is_all_caps, starts_lower};
use super::super::kinds::numbered_lists;
use super::super::lines::Role;
use super::super::looks::{is_caption, is_contents_line, is_legal, is_source_line};
use super::super::notes::{BackMatter, back_matter, note_number};
use super::super::paragraphs::Chunk;
use super::line::Line;
use super::opening;
use super::paragraphs::Setting;
use super::type_style::{Body, TypeStyle};
use crate::document::{BlockKind, Metadata};

/// Headings are at least so much larger than the text, if they are.
const LARGER: f32 = 1.08;
/// A longer paragraph is no heading, in bytes.
const LONGEST_HEADING: usize = 240;

/// Gives every paragraph its kind, every heading its level.
pub(super) fn label(text: &str, lines: &[Line<'_>], chunks: &mut [Chunk], settings: &[Setting], body: Body, metadata: &Metadata) {
    for (chunk, setting) in chunks.iter_mut().zip(settings) {
        chunk.block.kind = match chunk.role {
            Role::Flow => kind_alone(text, chunk, setting, lines, body),
            Role::Furniture | Role::Rule => BlockKind::Furniture,
            Role::Note(_) | Role::NoteMore => BlockKind::Footnote,
            Role::Reference | Role::ReferenceMore => BlockKind::Reference,
            Role::Table | Role::TableMore => BlockKind::Table,
        };
    }
    numbered_lists(chunks);
    opening::label(text, lines, chunks, settings, body, metadata);
    check_headings(text, chunks, settings, body);
    levels(text, chunks, settings);
    back_matter_sections(text, chunks);
    boilerplate(text, chunks);
    beside_tables_and_contents(text, chunks);
    closing(text, chunks);
}

/// Notes below a table belong to its source; "Figures" above lines with page numbers belongs to the contents.
fn beside_tables_and_contents(text: &str, chunks: &mut [Chunk]) {
    for index in 1..chunks.len() {
        let before = chunks[index - 1].block.kind;
        let content = chunks[index].text(text);
        let is_note = ["Note:", "Notes:"].iter().any(|start| content.starts_with(start));
        let below_table = matches!(before, BlockKind::Table | BlockKind::Caption | BlockKind::Reference);
        if is_note && below_table && matches!(chunks[index].block.kind, BlockKind::Body | BlockKind::Caption) {
            chunks[index].block.kind = BlockKind::Reference;
        }
    }
    for index in 0..chunks.len().saturating_sub(1) {
        let lists = [
            "figures",
            "tables",
            "list of figures",
            "list of tables",
            "boxes",
            "maps",
            "appendixes",
            "appendices",
        ];
        let names_list = lists.iter().any(|list| chunks[index].text(text).eq_ignore_ascii_case(list));
        let above_contents =
            chunks[index + 1].block.kind == BlockKind::Furniture && chunks[index + 1].block.page == chunks[index].block.page;
        if chunks[index].block.kind == BlockKind::Heading && names_list && above_contents {
            (chunks[index].block.kind, chunks[index].block.level) = (BlockKind::Furniture, 0);
        }
    }
}

/// The kind that a paragraph's own look and words tell.
fn kind_alone(text: &str, chunk: &Chunk, setting: &Setting, lines: &[Line<'_>], body: Body) -> BlockKind {
    if matches!(chunk.bullet, Some(Bullet::Glyph(_) | Bullet::Letter(_))) {
        return BlockKind::List;
    }
    let content = chunk.text(text);
    if !content.contains(char::is_alphanumeric) || is_contents_line(&content) || (is_legal(&content) && content.len() < 250) {
        BlockKind::Furniture
    } else if is_caption(&content) && content.len() < 400 {
        BlockKind::Caption
    } else if is_source_line(&content) {
        BlockKind::Reference
    } else if is_biography(&content) && setting.style.size < body.style.size {
        BlockKind::Furniture
    } else if is_picture_caption(&content, chunk, setting, body) {
        BlockKind::Caption
    } else if is_heading(&content, chunk, setting, lines, body) {
        BlockKind::Heading
    } else {
        BlockKind::Body
    }
}

fn is_heading(content: &str, chunk: &Chunk, setting: &Setting, lines: &[Line<'_>], body: Body) -> bool {
    let words = content.split_whitespace().count();
    if content.len() > LONGEST_HEADING || chunk.n_lines > 4 || !content.contains(char::is_alphanumeric) || content.contains("://") {
        return false;
    }
    let ends_open = content.ends_with([',', ';', '-', '–', '—']) || (content.ends_with('.') && words > 4);
    if back_matter(content).is_some() && content.starts_with(char::is_uppercase) {
        return true;
    }
    let is_larger = setting.style.size > LARGER * body.style.size;
    if is_larger {
        return !starts_lower(content) && !ends_open;
    }
    let smaller = setting.style.size < 0.88 * body.style.size;
    if ends_open || starts_lower(content) || smaller {
        return false;
    }
    let is_caps = is_all_caps(content) && words <= 14 && content.chars().filter(|c| c.is_alphabetic()).count() >= 4;
    let is_italic = setting.style.italic && !body.style.italic && words <= 14 && lines[setting.first].upright().all(|run| run.italic);
    let is_year = content.len() == 4 && content.bytes().all(|byte| byte.is_ascii_digit());
    let is_worded = content.contains(char::is_alphabetic);
    (setting.is_bold && (is_worded || is_year)) || is_caps || (is_italic && !content.ends_with(['.', ':', '”']) && mostly_capitals(content))
}

/// Small type of a few lines that is no sentence of the text: what stands below a picture.
fn is_picture_caption(content: &str, chunk: &Chunk, setting: &Setting, body: Body) -> bool {
    let words = content.split_whitespace().count();
    setting.style.size < 0.93 * body.style.size
        && chunk.n_lines <= 4
        && (3..=60).contains(&words)
        && content.contains(char::is_lowercase)
        && chunk.block.page > Some(1)
}

/// "Jane Smith is a senior fellow at …", "Dr. Smith is professor of …".
fn is_biography(content: &str) -> bool {
    let Some((name, rest)) = [
        " is a ",
        " is an ",
        " is the ",
        " is currently ",
        " was a ",
        " is professor",
        " is director",
    ]
    .iter()
    .find_map(|verb| content.split_once(verb)) else {
        return false;
    };
    let (upper, all) = capitals(name);
    let roles = [
        "fellow",
        "professor",
        "researcher",
        "analyst",
        "director",
        "adviser",
        "advisor",
        "lecturer",
        "scholar",
        "associate",
        "officer",
        "editor",
        "specialist",
        "head of",
        "candidate",
        "student",
    ];
    name.len() < 90 && upper == all && upper >= 2 && roles.iter().any(|role| rest.to_lowercase().contains(role))
}

fn mostly_capitals(content: &str) -> bool {
    let (upper, all) = capitals(content);
    upper * 2 >= all
}

/// A heading stands above text; more than a few in a row, set like the text, are none.
fn check_headings(text: &str, chunks: &mut [Chunk], settings: &[Setting], body: Body) {
    let mut below = false;
    for index in (0..chunks.len()).rev() {
        match chunks[index].block.kind {
            BlockKind::Heading => {
                let is_larger = settings[index].style.size > LARGER * body.style.size;
                if !below && !is_larger && back_matter(&chunks[index].text(text)).is_none() {
                    chunks[index].block.kind = BlockKind::Body;
                }
            }
            BlockKind::Body | BlockKind::List | BlockKind::Table | BlockKind::Caption | BlockKind::Footnote | BlockKind::Reference => {
                below = true;
            }
            BlockKind::Title | BlockKind::Furniture => {}
        }
    }
}

/// The look of a heading, the more prominent the greater.
fn rank(content: &str, style: TypeStyle) -> (u32, u16, bool, bool) {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a cast saturates")]
    let size = (style.size * 2.0).round() as u32;
    (size, style.weight, is_all_caps(content), !style.italic)
}

/// Levels: the most prominent look is level 1; numbers such as "2.3" tell theirs.
fn levels(text: &str, chunks: &mut [Chunk], settings: &[Setting]) {
    let headings = |chunks: &[Chunk]| {
        (0..chunks.len())
            .filter(|&index| chunks[index].block.kind == BlockKind::Heading)
            .collect::<Vec<_>>()
    };
    let mut ranks: Vec<_> = headings(chunks)
        .into_iter()
        .map(|index| rank(&chunks[index].text(text), settings[index].style))
        .collect();
    ranks.sort_unstable();
    ranks.dedup();
    for index in headings(chunks) {
        let own = rank(&chunks[index].text(text), settings[index].style);
        let above = ranks.iter().filter(|&&other| other > own).count();
        chunks[index].block.level = u8::try_from(above + 1).unwrap_or(6).min(6);
    }
}

/// What stands below "Notes" and "References" is notes and references, up to the next heading of that level.
fn back_matter_sections(text: &str, chunks: &mut [Chunk]) {
    let mut within: Option<(BackMatter, u8)> = None;
    for chunk in chunks {
        let (kind, level) = (chunk.block.kind, chunk.block.level);
        if kind == BlockKind::Heading && chunk.len() < 60 {
            let announced = back_matter(&chunk.text(text));
            let ends = within.is_some_and(|(_, open)| level <= open);
            within = announced.map(|matter| (matter, level)).or(if ends { None } else { within });
        } else if let (Some((matter, _)), BlockKind::Body | BlockKind::List | BlockKind::Heading | BlockKind::Caption) = (within, kind)
            && (kind != BlockKind::Caption || !is_caption(&chunk.text(text)))
        {
            let is_note = matter == BackMatter::Notes || note_number(&chunk.text(text)).is_some();
            chunk.block.kind = if is_note { BlockKind::Footnote } else { BlockKind::Reference };
        }
    }
}

/// Short lines at the very end that are no sentences tell of the author or the paper's number.
fn closing(text: &str, chunks: &mut [Chunk]) {
    for chunk in chunks.iter_mut().rev() {
        match chunk.block.kind {
            BlockKind::Furniture | BlockKind::Footnote | BlockKind::Reference => {}
            BlockKind::Heading if back_matter(&chunk.text(text)).is_some() => return,
            BlockKind::Body | BlockKind::Heading | BlockKind::Table if is_signature(&chunk.text(text)) => {
                chunk.block.kind = BlockKind::Furniture;
            }
            _ => return,
        }
    }
}

/// "Jane Smith, Specialist in Trade", "IF12106".
fn is_signature(content: &str) -> bool {
    let words = content.split_whitespace().count();
    let (upper, all) = capitals(content);
    words <= 16 && upper * 3 >= all * 2 && !content.ends_with(['.', '?', '!', '”', '"', ':'])
}

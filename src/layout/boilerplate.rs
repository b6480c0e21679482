//! What tells of the publication and not of its subject: sections under "Disclaimer" and the like, sign-offs.

use super::looks::looks_like_heading;
use super::paragraphs::Chunk;
use crate::document::BlockKind;

/// What stands under "Disclaimer" and the like is furniture, up to the next heading.
pub(super) fn boilerplate(text: &str, chunks: &mut [Chunk]) {
    let mut within = false;
    for chunk in chunks.iter_mut() {
        if chunk.block.kind == BlockKind::Heading {
            let content = chunk.text(text);
            within = is_boilerplate_heading(&content);
            if is_contents_heading(&content) {
                (chunk.block.kind, chunk.block.level) = (BlockKind::Furniture, 0);
            }
        }
        if within && chunk.block.kind.is_text() && chunk.block.kind != BlockKind::Title {
            (chunk.block.kind, chunk.block.level) = (BlockKind::Furniture, 0);
        }
    }
    sign_offs(text, chunks);
}

/// A line that only furniture or nothing follows on a last page, such as the author's name below the text, is
/// furniture where it names a role or a number. A text without pages, such as a single sentence, has none.
fn sign_offs(text: &str, chunks: &mut [Chunk]) {
    for chunk in chunks.iter_mut().rev() {
        let content = if chunk.len() < 120 { chunk.text(text) } else { String::new() };
        let is_code = !content.contains(' ') && content.contains(|c: char| c.is_ascii_digit());
        let signs = content.contains([',', '|']) || is_code;
        match chunk.block.kind {
            BlockKind::Furniture | BlockKind::Footnote | BlockKind::Reference => {}
            BlockKind::Heading | BlockKind::Body if signs && chunk.block.page.is_some() && looks_like_heading(&content) => {
                chunk.block.kind = BlockKind::Furniture;
            }
            _ => break,
        }
    }
}

/// A heading whose section tells of the publication, not of its subject.
pub(super) fn is_boilerplate_heading(heading: &str) -> bool {
    let bare = heading.trim_matches(|c: char| !c.is_alphabetic()).to_lowercase();
    let whole = [
        "disclaimer",
        "contact",
        "contacts",
        "contact us",
        "imprint",
        "copyright",
        "legal notice",
    ];
    let starts = [
        "about the author",
        "about the institute",
        "about the cent",
        "about us",
        "author information",
        "about the contributor",
    ];
    whole.contains(&bare.as_str()) || starts.iter().any(|start| bare.starts_with(start))
}

fn is_contents_heading(heading: &str) -> bool {
    heading.eq_ignore_ascii_case("contents") || heading.eq_ignore_ascii_case("table of contents")
}

//! Web pages: the article in them, and what they say about themselves.

mod article;
mod charset;
mod elements;
mod json_ld;
mod metadata;
mod nesting;
mod notes;
mod prompts;
mod refusal;
mod walk;

use dom_query::Document;

use super::extract::Extract;
use super::{RawBlock, Structure};
use crate::document::Warning;
use crate::span::Span;

/// Why a page is not read.
#[derive(Debug, thiserror::Error)]
pub(super) enum PageError {
    /// Nobody writes such pages.
    #[error("elements nest deeper than {}", nesting::DEEPEST)]
    TooDeep,
}

/// Reads a page.
pub(super) fn read(bytes: &[u8]) -> Result<Extract, PageError> {
    let (document, replaced) = parse(bytes)?;
    let mut page = walk::walk(&document, &notes::find(&document));
    let fields = metadata::fields(&document);
    let named = fields.get("title").and_then(|title| title.as_str()).unwrap_or_default();
    article::choose(&document, &mut page, named);
    let mut warnings = Vec::new();
    if replaced {
        warnings.push(Warning::new(
            "invalid_bytes",
            "some bytes of the page are not in its encoding; replaced by U+FFFD",
        ));
    }
    warnings.extend(refusal::judge(&document.select_single("title").text(), &mut page));
    Ok(Extract {
        text: page.text,
        structure: Structure::Blocks(page.blocks),
        fields,
        warnings,
        media_type: "text/html",
    })
}

/// Reads a chapter of a book, all of which is wanted, onto the end of `text` and `blocks`.
pub(super) fn chapter(bytes: &[u8], text: &mut String, blocks: &mut Vec<RawBlock>) -> Result<(), PageError> {
    let (document, _) = parse(bytes)?;
    let page = walk::walk(&document, &notes::find(&document));
    let before = u32::try_from(text.len()).unwrap_or(u32::MAX);
    let moved = |part: &Span| Span {
        start: part.start + before,
        end: part.end + before,
    };
    text.push_str(&page.text);
    blocks.extend(page.blocks.into_iter().map(|block| RawBlock {
        parts: block.parts.iter().map(moved).collect(),
        ..block
    }));
    Ok(())
}

fn parse(bytes: &[u8]) -> Result<(Document, bool), PageError> {
    let (html, replaced) = charset::decode(bytes);
    if nesting::is_too_deep(&html) {
        return Err(PageError::TooDeep);
    }
    Ok((Document::from(html), replaced))
}

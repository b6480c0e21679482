//! Pages that a site shows instead of what was asked for.

use super::walk::Page;
use crate::document::{BlockKind, Warning};

/// Words below which a page of refusal is taken for one; an article about one is longer.
const SHORT: usize = 200;
/// Words below which a page has no article.
const NO_ARTICLE: usize = 20;

/// What pages of refusal say, in lower case.
const PHRASES: &[&str] = &[
    "just a moment...",
    "attention required! | cloudflare",
    "enable javascript and cookies to continue",
    "verify you are human",
    "verifying you are human",
    "checking your browser before",
    "are you a robot",
    "unusual traffic from your",
    "access denied",
    "403 forbidden",
    "404 not found",
    "page not found",
    "page cannot be found",
    "502 bad gateway",
    "503 service",
    "service unavailable",
    "internal server error",
    "request blocked",
    "you have been blocked",
];

/// Warns of a page of refusal, all of which becomes furniture, and of a page without an article.
pub(super) fn judge(title: &str, page: &mut Page) -> Option<Warning> {
    let words: usize = page
        .blocks
        .iter()
        .filter(|block| block.kind.is_text())
        .flat_map(|block| &block.parts)
        .map(|part| part.of(&page.text).split_whitespace().count())
        .sum();
    let said = |phrase: &&&str| words < SHORT && (title.to_lowercase().contains(**phrase) || page.text.to_lowercase().contains(**phrase));
    if let Some(phrase) = PHRASES.iter().find(said) {
        for block in &mut page.blocks {
            (block.kind, block.level) = (BlockKind::Furniture, 0);
        }
        let message = format!("the site's page of refusal ({phrase:?}), not the article; save the page from a browser");
        return Some(Warning::new("error_page", message));
    }
    (words < NO_ARTICLE).then(|| {
        Warning::new(
            "no_article",
            "hardly any text of an article on the page; it may be loaded by a script: save the page from a browser",
        )
    })
}

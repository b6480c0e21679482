//! Which blocks of a page are its article.

use dom_query::{Document, NodeId};
use dom_smoothie::Readability;
use rustc_hash::FxHashSet;

use super::walk::Page;
use crate::document::BlockKind;

/// First of the private-use characters that number text nodes.
const FIRST_MARK: u32 = 0xF_0000;
/// How many there are.
const N_MARKS: usize = 0xFFFD;

/// Labels as furniture all blocks that are not the article's.
pub(super) fn choose(document: &Document, page: &mut Page) {
    let chosen = chosen(document, page);
    for (block, facts) in page.blocks.iter_mut().zip(&page.facts) {
        let kept: usize = facts
            .nodes
            .iter()
            .filter(|(node, _)| chosen.contains(node))
            .map(|(_, length)| length)
            .sum();
        if kept * 2 < facts.len() || facts.nodes.is_empty() {
            (block.kind, block.level) = (BlockKind::Furniture, 0);
        }
    }
}

/// The text nodes that Readability takes for the article.
///
/// It gives back text without saying where that stood; so each text node is given a private-use character of its
/// own beforehand, and those that come back tell.
fn chosen(document: &Document, page: &Page) -> FxHashSet<NodeId> {
    let nodes: Vec<NodeId> = page.facts.iter().flat_map(|facts| facts.nodes.iter().map(|node| node.0)).collect();
    let stride = nodes.len() / N_MARKS + 1;
    let marked = document.clone();
    for (place, id) in nodes.iter().enumerate() {
        let node = marked.tree.get_unchecked(id);
        let mark = u32::try_from(place / stride)
            .ok()
            .and_then(|mark| char::from_u32(FIRST_MARK + mark))
            .unwrap_or_default();
        node.set_text(format!("{mark}{}", node.text()));
    }
    let mut chosen = FxHashSet::default();
    let Ok(article) = Readability::with_document(marked, None, None).and_then(|mut readability| readability.parse()) else {
        return chosen;
    };
    for mark in article.text_content.chars().filter_map(|c| u32::from(c).checked_sub(FIRST_MARK)) {
        let first = mark as usize * stride;
        chosen.extend(nodes.iter().skip(first).take(stride));
    }
    chosen
}

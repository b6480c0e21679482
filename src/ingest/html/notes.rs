//! Note markers of a page and the notes they lead to.

use dom_query::{Document, Element, NodeId, NodeRef};
use rustc_hash::{FxHashMap, FxHashSet};

use super::elements::{attr, heading_level, labels};

/// A note's longest text, in bytes; what is longer is a section that a number links to.
const LONGEST_NOTE: usize = 4000;

/// Which elements of a page are note markers, links back, and notes.
#[derive(Debug, Default)]
pub(super) struct Notes {
    /// Elements whose text is a marker or a link back, and no reading text.
    pub asides: FxHashSet<NodeId>,
    /// Elements where a note begins.
    pub targets: FxHashSet<NodeId>,
}

/// A link within the page.
struct Anchor {
    place: usize,
    node: NodeId,
    target: String,
    is_marker: bool,
    is_arrow: bool,
}

/// Finds the markers of `document` and their notes: a short link, to a place further down that is no section.
pub(super) fn find(document: &Document) -> Notes {
    let mut places: FxHashMap<String, (usize, NodeId)> = FxHashMap::default();
    let mut anchors = Vec::new();
    for (place, node) in document.root().descendants_it().enumerate() {
        let Some(element) = node.element_ref() else { continue };
        for id in ["id", "name"].iter().filter_map(|name| attr(&element, name)) {
            places.entry(id.to_owned()).or_insert((place, node.id));
        }
        anchors.extend(anchor(place, &node, &element));
    }
    let mut notes = Notes::default();
    for anchor in &anchors {
        let Some(&(place, target)) = places.get(&anchor.target) else {
            continue;
        };
        let leads_down = place > anchor.place;
        if anchor.is_marker && leads_down && is_note(&document.tree.get_unchecked(&target)) {
            notes.asides.insert(anchor.node);
            notes.targets.insert(target);
        } else if anchor.is_arrow && !leads_down {
            notes.asides.insert(anchor.node);
        }
    }
    notes
}

fn anchor(place: usize, node: &NodeRef, element: &Element) -> Option<Anchor> {
    if &*element.name.local != "a" {
        return None;
    }
    let target = attr(element, "href")?.rsplit_once('#')?.1;
    if target.is_empty() {
        return None;
    }
    let text = node.text();
    let text = text.trim();
    let sup = enclosing_sup(node);
    let called = labels(element);
    let is_called = ["noteref", "footnote", "endnote", "ftnref", "ednref"]
        .iter()
        .any(|word| called.contains(word));
    let is_marker = looks_like_marker(text) && (sup.is_some() || is_called || !text.chars().all(char::is_alphabetic));
    Some(Anchor {
        place,
        node: sup.filter(|_| is_marker).unwrap_or(node.id),
        target: target.to_owned(),
        is_marker,
        is_arrow: !text.is_empty() && text.chars().count() <= 3 && !text.chars().any(char::is_alphanumeric),
    })
}

/// The `sup` that holds nothing but markers around `node`.
fn enclosing_sup(node: &NodeRef) -> Option<NodeId> {
    let sup = node.ancestors_it(Some(3)).find(|ancestor| ancestor.has_name("sup"))?;
    sup.text()
        .split([',', ' ', '\u{A0}'])
        .filter(|piece| !piece.is_empty())
        .all(looks_like_marker)
        .then_some(sup.id)
}

/// "12", "[3]", "(a)", "*", "†", "note 4" in brackets.
pub(super) fn looks_like_marker(text: &str) -> bool {
    let bare = text.trim().trim_matches(['[', ']', '(', ')', '^', '.']);
    let bare = bare
        .strip_prefix("note ")
        .or_else(|| bare.strip_prefix("Note "))
        .unwrap_or(bare)
        .trim();
    let is_number = (1..=4).contains(&bare.len()) && bare.bytes().all(|byte| byte.is_ascii_digit());
    let is_roman = (1..=6).contains(&bare.len()) && bare.bytes().all(|byte| b"ivxl".contains(&byte));
    let is_letter = bare.len() == 1 && bare.bytes().all(|byte| byte.is_ascii_lowercase());
    let is_sign = !bare.is_empty() && bare.chars().count() <= 3 && bare.chars().all(|c| "*†‡§¶".contains(c));
    is_number || is_roman || is_letter || is_sign
}

fn is_note(target: &NodeRef) -> bool {
    let holds_sections = || {
        target
            .descendants_it()
            .take(300)
            .any(|node| node.node_name().is_some_and(|name| heading_level(&name).is_some()))
    };
    let is_heading = target.node_name().is_some_and(|name| heading_level(&name).is_some());
    !is_heading && target.text().len() <= LONGEST_NOTE && !holds_sections()
}

//! Which blocks of a page are its article: Readability's choice, corrected where it is known to err.

use dom_query::{Document, NodeId};
use dom_smoothie::{Config, Readability};
use rustc_hash::{FxHashMap, FxHashSet};

use super::prompts::{Prompt, prompt};
use super::walk::{Facts, Page};
use crate::document::BlockKind;

/// First of the private-use characters that number text nodes.
const FIRST_MARK: u32 = 0xF_0000;
/// How many there are.
const N_MARKS: usize = 0xFFFD;
/// Elements of a page above which Readability, which may take long, is not asked.
const MOST_ELEMENTS: usize = 60_000;
/// Words of a paragraph that is prose and no byline, label or link.
const PROSE: usize = 15;
/// Share of an article that may stand in elements called as asides; where it is more, the name means something else.
const LARGEST_ASIDE: f64 = 0.3;

/// Labels the title, and as furniture all blocks that are not the article's. `named` is the title that the page names.
pub(super) fn choose(document: &Document, page: &mut Page, named: &str) {
    let mut kept = chosen(document, page);
    if !kept.contains(&true) {
        kept = page
            .facts
            .iter()
            .map(|facts| !facts.is_aside && !facts.is_hidden && !facts.is_linked())
            .collect();
    }
    let choice = Choice { document, page, kept };
    let (kept, title) = choice.corrected(named);
    for (place, (block, kept)) in page.blocks.iter_mut().zip(kept).enumerate() {
        if title == Some(place) {
            (block.kind, block.level) = (BlockKind::Title, 0);
        } else if !kept {
            (block.kind, block.level) = (BlockKind::Furniture, 0);
        }
    }
}

/// Whether Readability takes each block for the article's.
///
/// It gives back text without saying where that stood; so each text node is given a private-use character of its
/// own beforehand, and those that come back tell.
fn chosen(document: &Document, page: &Page) -> Vec<bool> {
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
    let config = Config {
        max_elements_to_parse: MOST_ELEMENTS,
        ..Config::default()
    };
    let article = Readability::with_document(marked, None, Some(config)).and_then(|mut readability| readability.parse());
    let text = article.map(|article| article.text_content).unwrap_or_default();
    let marks = text.chars().filter_map(|c| u32::from(c).checked_sub(FIRST_MARK));
    let back: FxHashSet<NodeId> = marks
        .flat_map(|mark| nodes.iter().skip(mark as usize * stride).take(stride).copied())
        .collect();
    let is_chosen = |facts: &Facts| {
        let length: usize = facts
            .nodes
            .iter()
            .filter(|(node, _)| back.contains(node))
            .map(|(_, length)| length)
            .sum();
        length > 0 && length * 2 >= facts.len()
    };
    page.facts.iter().map(is_chosen).collect()
}

/// A choice of blocks, to be corrected.
struct Choice<'a> {
    document: &'a Document,
    page: &'a Page,
    kept: Vec<bool>,
}

impl Choice<'_> {
    /// What is kept in the end, and the block that is the title.
    fn corrected(mut self, named: &str) -> (Vec<bool>, Option<usize>) {
        self.take_back();
        self.drop_asides();
        self.drop_prompts();
        let first = (0..self.kept.len())
            .find(|&place| self.kept[place] && self.is_prose(place))
            .unwrap_or(0);
        self.drop_bylines(first);
        let title = self.title(first, named);
        (self.kept, title)
    }

    /// Takes back what was left out from among the article's paragraphs, and the notes.
    fn take_back(&mut self) {
        let mut homes: FxHashMap<NodeId, usize> = FxHashMap::default();
        for place in self.kept_places().filter(|&place| self.is_prose(place)) {
            for home in self.homes(place) {
                *homes.entry(home).or_default() += 1;
            }
        }
        let ends = (self.kept_places().next(), self.kept_places().last());
        let (Some(first), Some(last)) = ends else { return };
        for place in first..=last {
            let facts = &self.page.facts[place];
            let is_home = || {
                self.homes(place)
                    .iter()
                    .take(2)
                    .any(|home| homes.get(home).is_some_and(|n| *n >= 2))
            };
            let is_wanted = match self.page.blocks[place].kind {
                BlockKind::Heading | BlockKind::Table => true,
                _ => self.words(place) >= PROSE / 2,
            };
            if !self.kept[place] && is_wanted && !facts.is_aside && !facts.is_hidden && !facts.is_linked() && is_home() {
                self.kept[place] = true;
            }
        }
        for place in first..self.kept.len() {
            self.kept[place] |= self.page.blocks[place].kind == BlockKind::Footnote && !self.page.facts[place].is_hidden;
        }
        for place in (first..self.kept.len() - 1).rev() {
            let leads_to_notes = self.kept[place + 1] && self.page.blocks[place + 1].kind == BlockKind::Footnote;
            self.kept[place] |= leads_to_notes && self.page.blocks[place].kind == BlockKind::Heading;
        }
    }

    /// Elements around the one that a block stands in, from the inside.
    fn homes(&self, place: usize) -> Vec<NodeId> {
        let element = self.page.facts[place].element.map(|id| self.document.tree.get_unchecked(&id));
        element
            .map(|element| element.ancestors_it(Some(2)).map(|home| home.id).collect())
            .unwrap_or_default()
    }

    /// Drops what stands in elements called as asides, unless much of the article does.
    fn drop_asides(&mut self) {
        let length = |wanted: fn(&Facts) -> bool| -> usize {
            self.kept_places()
                .map(|place| &self.page.facts[place])
                .filter(|facts| wanted(facts))
                .map(Facts::len)
                .sum()
        };
        #[expect(clippy::cast_precision_loss, reason = "lengths of texts are far below 2^52")]
        let share = length(|facts| facts.is_aside) as f64 / length(|_| true).max(1) as f64;
        if share < LARGEST_ASIDE {
            for (kept, facts) in self.kept.iter_mut().zip(&self.page.facts) {
                *kept &= !facts.is_aside;
            }
        }
    }

    /// Drops lines that ask the reader to do something, and lists of links below a heading that announces them.
    fn drop_prompts(&mut self) {
        let mut in_links = false;
        for place in 0..self.kept.len() {
            if !self.kept[place] || matches!(self.page.blocks[place].kind, BlockKind::Footnote | BlockKind::Table) {
                continue;
            }
            let facts = &self.page.facts[place];
            in_links &= facts.is_linked() || self.words(place) < PROSE;
            let prompt = prompt(&self.text(place), facts.is_linked());
            self.kept[place] = prompt.is_none() && !in_links;
            in_links |= prompt == Some(Prompt::Links);
        }
    }

    /// Drops short lines without a sentence above the first paragraph: breadcrumbs, names, dates.
    fn drop_bylines(&mut self, first: usize) {
        for place in 0..first {
            let is_label = matches!(self.page.blocks[place].kind, BlockKind::Body | BlockKind::List) && self.words(place) < PROSE;
            let is_sentence = self.text(place).trim_end().ends_with(['.', '!', '?', '”', '"', ':']) && self.words(place) > 4;
            self.kept[place] &= !is_label || is_sentence;
        }
    }

    /// The heading above the first paragraph that says what the page says it is called; else the only one of level 1.
    fn title(&self, first: usize, named: &str) -> Option<usize> {
        let plain = |text: &str| {
            text.split(|c: char| !c.is_alphanumeric())
                .filter(|word| !word.is_empty())
                .collect::<Vec<_>>()
                .join(" ")
                .to_lowercase()
        };
        let named = plain(named);
        let heads: Vec<usize> = (0..first)
            .filter(|&place| (1..=2).contains(&self.page.blocks[place].level))
            .collect();
        let is_named = |&&place: &&usize| {
            let text = plain(&self.text(place));
            text.contains(' ') && !named.is_empty() && (named.contains(&text) || text.contains(&named))
        };
        let highest: Vec<usize> = heads.iter().copied().filter(|&place| self.page.blocks[place].level == 1).collect();
        // A level-1 heading that is a link is the site's name.
        let only = (highest.len() == 1 && self.words(highest[0]) > 1 && !self.page.facts[highest[0]].is_linked()).then(|| highest[0]);
        heads.iter().rev().find(is_named).copied().or(only)
    }

    fn kept_places(&self) -> impl DoubleEndedIterator<Item = usize> {
        self.kept.iter().enumerate().filter(|(_, kept)| **kept).map(|(place, _)| place)
    }

    fn is_prose(&self, place: usize) -> bool {
        let kind = self.page.blocks[place].kind;
        matches!(kind, BlockKind::Body | BlockKind::List) && self.words(place) >= PROSE && !self.page.facts[place].is_linked()
    }

    fn words(&self, place: usize) -> usize {
        self.page.blocks[place]
            .parts
            .iter()
            .map(|part| part.of(&self.page.text).split_whitespace().count())
            .sum()
    }

    fn text(&self, place: usize) -> String {
        self.page.blocks[place].parts.iter().map(|part| part.of(&self.page.text)).collect()
    }
}

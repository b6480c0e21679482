//! What a text is cut into to count pairs: sentences, paragraphs, windows, sections, the document.

use std::collections::BTreeSet;

use super::counts::{Incidence, PairCounts, TokenRange};
use super::options::Counting;
use crate::document::BlockKind;
use crate::result::Unit;

/// A text as co-occurrence sees it: blocks, sentences, mentions, all by number.
#[derive(Debug, Clone, Default)]
pub struct Scene {
    /// Each block.
    pub blocks: Vec<SceneBlock>,
    /// The block of each sentence.
    pub sentences: Vec<u32>,
    /// How many sections there are.
    pub sections: u32,
    /// The mentions.
    pub mentions: Vec<SceneMention>,
}

/// A block.
#[derive(Debug, Clone, Copy)]
pub struct SceneBlock {
    /// What it is.
    pub kind: BlockKind,
    /// Its section.
    pub section: Option<u32>,
    /// Whether its mentions count.
    pub counted: bool,
}

/// A mention.
#[derive(Debug, Clone, Copy)]
pub struct SceneMention {
    /// Number of the entity, in the order of ids.
    pub entity: u32,
    /// Its sentence.
    pub sentence: u32,
    /// Its block.
    pub block: u32,
    /// Its tokens.
    pub tokens: TokenRange,
}

impl Scene {
    /// Counts the pairs of the zones that count.
    ///
    /// Units are all sentences, blocks, sections or texts with at least one counted sentence. A section or document is
    /// one unit for the text zones and one for each other zone, so that a footnote's mention never meets the body's;
    /// see [`Scene::part`] for their ids. A window's unit is the sentence (or the block, where it may cross sentences):
    /// margins count sentences, pairs the sentences in which the two are near, so that `p` errs on the side of chance.
    pub fn count(&self, unit: Unit, counting: &Counting) -> PairCounts {
        let unit_of = |sentence: u32, block: u32| match unit {
            Unit::Sentence => sentence,
            Unit::Window if !counting.across_sentences => sentence,
            Unit::Paragraph | Unit::Window => block,
            Unit::Section => self.part(self.blocks[block as usize].section, block),
            Unit::Document => self.zone(block),
        };
        let counted = |block: u32| self.blocks[block as usize].counted;
        let sentences = (0..).zip(&self.sentences).filter(|(_, block)| counted(**block));
        let mut units: Vec<u32> = sentences.map(|(sentence, block)| unit_of(sentence, *block)).collect();
        if !units.is_sorted() {
            units = units.into_iter().collect::<BTreeSet<u32>>().into_iter().collect();
        }
        units.dedup();
        let mut incidence = Incidence::new(u32::try_from(units.len()).unwrap_or(u32::MAX));
        for mention in self.mentions.iter().filter(|mention| counted(mention.block)) {
            incidence.add(unit_of(mention.sentence, mention.block), mention.entity, mention.tokens);
        }
        PairCounts::of(incidence, (unit == Unit::Window).then_some(counting.window))
    }

    /// The unit id of a section: the section's id, or the number of sections for what stands before the first
    /// heading; other zones than the text follow, each with as many ids.
    fn part(&self, section: Option<u32>, block: u32) -> u32 {
        self.zone(block) * (self.sections + 1) + section.unwrap_or(self.sections)
    }

    /// 0 for the five text zones, then a number for each other zone.
    fn zone(&self, block: u32) -> u32 {
        match self.blocks[block as usize].kind {
            BlockKind::Title | BlockKind::Heading | BlockKind::Body | BlockKind::List | BlockKind::Caption => 0,
            BlockKind::Table => 1,
            BlockKind::Footnote => 2,
            BlockKind::Reference => 3,
            BlockKind::Furniture => 4,
        }
    }
}

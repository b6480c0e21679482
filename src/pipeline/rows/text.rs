//! The rows of the text in its parts.

use std::borrow::Cow;

use super::Rows;
use crate::document::{Block, Section};
use crate::gazetteer::Definition;
use crate::result::{BlockRow, DefinitionRow, SectionRow, SentenceRow};
use crate::token::Sentence;

impl<'a> Rows<'a> {
    pub(super) fn blocks(&self) -> Vec<BlockRow> {
        let row = |(id, block): (u32, &Block)| {
            let (start, end) = self.extent(block.span);
            let (source_start, source_end) = self.source_extent(block.span);
            BlockRow {
                id,
                kind: block.kind,
                start,
                end,
                page: block.page,
                section: block.section,
                source_start,
                source_end,
            }
        };
        (0..).zip(&self.analysis.document.blocks).map(row).collect()
    }

    pub(super) fn sections(&self) -> Vec<SectionRow<'a>> {
        let row = |(id, section): (u32, &Section)| {
            let (start, end) = self.extent(section.span);
            let heading = self.surface(self.analysis.document.blocks[section.heading as usize].span);
            SectionRow {
                id,
                heading,
                level: section.level,
                start,
                end,
            }
        };
        (0..).zip(&self.analysis.document.sections).map(row).collect()
    }

    pub(super) fn sentences(&self) -> Vec<SentenceRow> {
        let row = |(id, sentence): (u32, &Sentence)| {
            let (start, end) = self.extent(sentence.span);
            let (source_start, source_end) = self.source_extent(sentence.span);
            SentenceRow {
                id,
                start,
                end,
                source_start,
                source_end,
                block: sentence.block,
            }
        };
        (0..).zip(&self.analysis.sentences).map(row).collect()
    }

    pub(super) fn definitions(&self) -> Vec<DefinitionRow<'a>> {
        let row = |(id, it): (u32, &Definition)| {
            let (short_start, short_end) = self.extent(it.short);
            let (long_start, long_end) = self.extent(it.long);
            let entity = it.entity.map(|index| Cow::Borrowed(self.entity(index).id.as_str()));
            let (short, long) = (self.surface(it.short), self.surface(it.long));
            DefinitionRow {
                id,
                short,
                long,
                short_start,
                short_end,
                long_start,
                long_end,
                entity,
            }
        };
        (0..).zip(&self.analysis.found.definitions).map(row).collect()
    }
}

//! The rows of who and what is named.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use super::{Rows, confidence};
use crate::cooccurrence::token_range;
use crate::document::Kind;
use crate::gazetteer::Mention;
use crate::lexicon::Entity;
use crate::result::{EntityRow, MentionRow, Opinions};

impl<'a> Rows<'a> {
    pub(super) fn mentions(&self) -> Vec<MentionRow<'a>> {
        (0..)
            .zip(&self.analysis.found.mentions)
            .map(|(id, mention)| self.mention(id, mention))
            .collect()
    }

    fn mention(&self, id: u32, mention: &Mention) -> MentionRow<'a> {
        let entity = self.entity(mention.entity);
        let (start, end) = self.extent(mention.span);
        let (source_start, source_end) = self.source_extent(mention.span);
        let tokens = self
            .shows_tokens
            .then(|| token_range(mention, &self.analysis.sentences, &self.analysis.tokens));
        let block = &self.analysis.document.blocks[mention.block as usize];
        MentionRow {
            id,
            entity: Cow::Borrowed(&entity.id),
            name: Cow::Borrowed(&entity.name),
            kind: mention.kind,
            class: mention.class,
            surface: self.surface(mention.span),
            start,
            end,
            source_start,
            source_end,
            token: tokens.map(|tokens| tokens.start),
            token_end: tokens.map(|tokens| tokens.end),
            sentence: mention.sentence,
            block: mention.block,
            zone: block.kind,
            page: block.page,
            reading: mention.reading,
            rule: Cow::Borrowed(mention.rule),
            confidence: confidence(mention.confidence),
        }
    }

    pub(super) fn entities(&self) -> Vec<EntityRow<'a>> {
        let found = &self.analysis.found;
        let mut by_entity: Vec<Vec<u32>> = vec![Vec::new(); found.entities.len()];
        for (id, mention) in (0..).zip(&found.mentions) {
            by_entity[mention.entity as usize].push(id);
        }
        found
            .entities
            .iter()
            .zip(by_entity)
            .filter(|(_, all)| !all.is_empty())
            .map(|(entity, all)| self.entity_row(entity, &all))
            .collect()
    }

    fn entity_row(&self, entity: &'a Entity, all: &[u32]) -> EntityRow<'a> {
        let mention = |id: u32| &self.analysis.found.mentions[id as usize];
        let counts = |id: &u32| {
            self.analysis
                .zones
                .counts(self.analysis.document.blocks[mention(*id).block as usize].kind)
        };
        let mentions: Vec<u32> = all.iter().copied().filter(counts).collect();
        let considered = if mentions.is_empty() { all } else { &mentions };
        let mut by_kind: BTreeMap<Kind, u32> = BTreeMap::new();
        for id in considered {
            *by_kind.entry(mention(*id).kind).or_default() += 1;
        }
        let kind = by_kind
            .iter()
            .max_by_key(|(kind, n)| (**n, std::cmp::Reverse(**kind)))
            .map_or(Kind::Actor, |(kind, _)| *kind);
        let class = considered
            .iter()
            .map(|id| mention(*id))
            .find(|m| m.kind == kind)
            .and_then(|m| m.class);
        if mentions.is_empty() {
            by_kind.clear();
        }
        let sentences: BTreeSet<u32> = mentions.iter().map(|id| mention(*id).sentence).collect();
        EntityRow {
            entity: Cow::Borrowed(&entity.id),
            name: Cow::Borrowed(&entity.name),
            kind,
            by_kind,
            class,
            count: u32::try_from(mentions.len()).unwrap_or(u32::MAX),
            count_all_zones: u32::try_from(all.len()).unwrap_or(u32::MAX),
            mentions,
            sentences: sentences.into_iter().collect(),
            tone: self.tone(mention(all[0]).entity),
            refs: refs(entity),
        }
    }

    fn tone(&self, entity: u32) -> Opinions {
        let (positive, negative) = self.analysis.reading.tones.get(&entity).copied().unwrap_or_default();
        Opinions { positive, negative }
    }
}

/// Codes of other systems that a reader can look up.
fn refs(entity: &Entity) -> BTreeMap<Cow<'_, str>, Cow<'_, str>> {
    const KEPT: &[&str] = &["iso2", "iso3", "iso_num", "geonames", "wikidata", "cameo", "lat", "lon", "country"];
    let mut refs = BTreeMap::new();
    for (key, value) in entity.codes.iter().filter(|(key, _)| KEPT.contains(key)) {
        refs.entry(Cow::Borrowed(key)).or_insert(Cow::Borrowed(value));
    }
    refs
}

//! Stage values to the rows of the contract: byte offsets become code points, indexes become ids.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use super::{Analysis, indicators};
use crate::cooccurrence::{self, token_range};
use crate::document::{BlockKind, Kind};
use crate::gazetteer::Mention;
use crate::lexicon::Entity;
use crate::result::{
    AttributionRow, BlockRow, CooccurrenceTable, CueRow, CueRowKind, DOCUMENT_SCHEMA, DefinitionRow, DocumentResult, EntityRow, EventRow,
    Extent, Fields, Figure, MentionRow, Opinions, Quote, SectionRow, SentenceRow, SourceQuote, StanceRow, Status, Unit,
};
use crate::span::{CodePoints, Span};
use crate::stance::{self, Party, positions};

impl Analysis {
    /// The document's result; borrows text from the analysis.
    pub fn to_result(&self) -> DocumentResult<'_> {
        self.to_result_of(&Fields::all())
    }

    /// The same with the chosen fields only: the others are not worked out and stay empty.
    pub fn to_result_of(&self, fields: &Fields) -> DocumentResult<'_> {
        let rows = Rows {
            analysis: self,
            points: CodePoints::new(&self.document.text),
            source: CodePoints::new(&self.document.source_text),
            cue_rows: cue_rows(&self.reading),
            shows_tokens: self.counting.units.contains(&Unit::Window),
        };
        let head = &self.document.head;
        let stances = chosen(
            ["stances", "positions", "contradictions"].iter().any(|name| fields.has(name)),
            || rows.stances(),
        );
        DocumentResult {
            schema: DOCUMENT_SCHEMA.into(),
            made_by: self.made_by.clone(),
            id: head.id.clone(),
            status: self.status(),
            warnings: head.warnings.clone(),
            source: head.source.clone(),
            metadata: head.metadata.clone(),
            text: self.document.text.as_str().into(),
            blocks: chosen(fields.has("blocks"), || rows.blocks()),
            sections: chosen(fields.has("sections"), || rows.sections()),
            sentences: chosen(fields.has("sentences"), || rows.sentences()),
            definitions: chosen(fields.has("definitions"), || rows.definitions()),
            mentions: chosen(fields.has("mentions"), || rows.mentions()),
            entities: chosen(fields.has("entities"), || rows.entities()),
            cooccurrence: chosen(fields.has("cooccurrence"), || self.cooccurrence()),
            cues: chosen(fields.has("cues"), || rows.cues()),
            attributions: chosen(fields.has("attributions"), || rows.attributions()),
            positions: chosen(fields.has("positions"), || positions::of(&stances)),
            contradictions: chosen(fields.has("contradictions"), || positions::contradictions(&stances)),
            stances,
            indicators: chosen(fields.has("indicators"), || indicators::of(self)),
        }
    }

    /// Pairs by each unit.
    pub fn cooccurrence(&self) -> Vec<CooccurrenceTable> {
        let counted = |kind| self.zones.counts(kind);
        cooccurrence::tables(&self.document, &self.tokens, &self.sentences, &self.found, counted, &self.counting)
    }

    /// `empty` without words, `partial` where a warning says that something was lost, else `ok`.
    pub fn status(&self) -> Status {
        if self.sentences.is_empty() {
            Status::Empty
        } else if self.document.head.warnings.iter().any(super::super::document::Warning::means_loss) {
            Status::Partial
        } else {
            Status::Ok
        }
    }
}

fn chosen<T: Default>(is_chosen: bool, make: impl FnOnce() -> T) -> T {
    if is_chosen { make() } else { T::default() }
}

struct Rows<'a> {
    analysis: &'a Analysis,
    points: CodePoints<'a>,
    source: CodePoints<'a>,
    /// The row of each cue that is shown: stance cues stand in the result where a stance rests on them.
    cue_rows: Vec<Option<u32>>,
    /// Whether mentions say which tokens they cover, for windows of tokens.
    shows_tokens: bool,
}

/// Numbers the cues that are shown.
fn cue_rows(reading: &stance::StanceReading) -> Vec<Option<u32>> {
    let used: BTreeSet<u32> = reading.stances.iter().flat_map(|stance| stance.cues.iter().copied()).collect();
    let is_stance = |kind| matches!(kind, CueRowKind::Support | CueRowKind::Oppose | CueRowKind::Neutral);
    let mut next = 0..;
    let number = |(index, cue): (u32, &stance::CueMention)| (!is_stance(cue.kind) || used.contains(&index)).then(|| next.next()).flatten();
    (0..).zip(&reading.cues).map(number).collect()
}

impl<'a> Rows<'a> {
    fn extent(&self, span: Span) -> (u32, u32) {
        (self.points.before(span.start), self.points.before(span.end))
    }

    fn source_extent(&self, span: Span) -> (u32, u32) {
        let source = self.analysis.document.source_map.source_of(span).unwrap_or_default();
        (self.source.before(source.start), self.source.before(source.end))
    }

    fn quote(&self, span: Span) -> Quote<'a> {
        let (start, end) = self.extent(span);
        Quote {
            surface: self.surface(span),
            start,
            end,
        }
    }

    fn surface(&self, span: Span) -> Cow<'a, str> {
        Cow::Borrowed(span.of(&self.analysis.document.text))
    }

    fn entity(&self, index: u32) -> &'a Entity {
        &self.analysis.found.entities[index as usize]
    }

    fn zone(&self, sentence: u32) -> BlockKind {
        let block = self.analysis.sentences[sentence as usize].block;
        self.analysis.document.blocks[block as usize].kind
    }

    fn blocks(&self) -> Vec<BlockRow> {
        let row = |(id, block): (u32, &crate::document::Block)| {
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

    fn sections(&self) -> Vec<SectionRow<'a>> {
        let row = |(id, section): (u32, &crate::document::Section)| {
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

    fn sentences(&self) -> Vec<SentenceRow> {
        let row = |(id, sentence): (u32, &crate::token::Sentence)| {
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

    fn definitions(&self) -> Vec<DefinitionRow<'a>> {
        let row = |(id, it): (u32, &crate::gazetteer::Definition)| {
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

    fn mentions(&self) -> Vec<MentionRow<'a>> {
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

    fn entities(&self) -> Vec<EntityRow<'a>> {
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

    fn cues(&self) -> Vec<CueRow<'a>> {
        let row = |(id, cue): (u32, &stance::CueMention)| {
            let (start, end) = self.extent(cue.span);
            let (scope_start, scope_end) = self.extent(cue.scope);
            let (surface, zone) = (self.surface(cue.span), self.zone(cue.sentence));
            CueRow {
                id,
                kind: cue.kind,
                surface,
                start,
                end,
                scope_start,
                scope_end,
                sentence: cue.sentence,
                zone,
            }
        };
        let shown = self.cue_rows.iter().zip(&self.analysis.reading.cues);
        shown.filter_map(|(id, cue)| id.map(|id| row((id, cue)))).collect()
    }

    fn attributions(&self) -> Vec<AttributionRow<'a>> {
        let row = |(id, it): (u32, &stance::Attribution)| {
            let source = it.source.map(|(span, mention)| {
                let (start, end) = self.extent(span);
                let index = mention.map(|at| self.analysis.found.mentions[at as usize].entity);
                let entity = index.map(|index| Cow::Borrowed(self.entity(index).id.as_str()));
                SourceQuote {
                    surface: self.surface(span),
                    start,
                    end,
                    entity,
                }
            });
            let (start, end) = self.extent(it.content);
            let (cue, zone) = (self.quote(it.cue), self.zone(it.sentence));
            AttributionRow {
                id,
                source,
                cue,
                content: Extent { start, end },
                form: it.form,
                sentence: it.sentence,
                zone,
            }
        };
        (0..).zip(&self.analysis.reading.attributions).map(row).collect()
    }

    fn stances(&self) -> Vec<StanceRow<'a>> {
        (0..)
            .zip(&self.analysis.reading.stances)
            .map(|(id, it)| self.stance(id, it))
            .collect()
    }

    fn stance(&self, id: u32, it: &stance::Stance) -> StanceRow<'a> {
        let event = stance::event(&it.cameo);
        let named = |index: u32| Cow::Borrowed(self.entity(index).id.as_str());
        StanceRow {
            id,
            holder: match it.holder {
                Party::Entity(index) => named(index),
                Party::Author => Cow::Borrowed(stance::AUTHOR),
            },
            target: named(it.target),
            polarity: it.polarity,
            strength: Figure(event.goldstein.abs() / 10.0),
            mode: it.mode,
            event: EventRow {
                cameo: it.cameo.clone(),
                quad_class: event.quad_class,
                goldstein: Figure(event.goldstein),
            },
            modality: it.modality,
            negated: it.negated,
            hedged: it.hedged,
            quoted: it.quoted,
            reciprocal: it.reciprocal,
            attributed_to: it.attributed_to.map(named),
            attribution: it.attribution,
            sentence: it.sentence,
            cue: self.quote(it.cue),
            cue_ids: it.cues.iter().filter_map(|cue| self.cue_rows[*cue as usize]).collect(),
            holder_mention: it.holder_mention,
            target_mention: it.target_mention,
            rule: Cow::Borrowed(it.rule),
            confidence: confidence(it.confidence),
        }
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

/// An estimate, so two digits say all that it tells.
fn confidence(share: f32) -> Figure {
    Figure((f64::from(share) * 100.0).round() / 100.0)
}

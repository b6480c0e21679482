//! A document as the page wants it, in short rows.

use serde::Serialize;

use crate::document::{BlockKind, Kind};
use crate::lexicon::Reading;
use crate::result::{AttributionRow, CueRowKind, DocumentResult, Figure, Form, Modality, Mode, StanceRow, Status};

/// A document as the page wants it; the rows are read by `unpack` of `model.js`.
#[derive(Serialize)]
pub struct DocumentData<'a> {
    id: &'a str,
    status: Status,
    path: &'a str,
    pages: Option<u32>,
    metadata: &'a crate::document::Metadata,
    warnings: Vec<&'a str>,
    text: &'a str,
    /// Kind, start, end, page, level of a heading.
    blocks: Vec<(BlockKind, u32, u32, Option<u32>, u8)>,
    /// Start, end, block.
    sentences: Vec<(u32, u32, u32)>,
    /// Ids; mentions count in them.
    entities: Vec<&'a str>,
    /// Entity, kind, start, end, sentence, reading, rule, confidence.
    mentions: Vec<(usize, Kind, u32, u32, u32, Reading, &'a str, Figure)>,
    /// Kind, start, end, scope, sentence.
    cues: Vec<(CueRowKind, u32, u32, u32, u32, u32)>,
    /// Source, cue, content, form, sentence.
    attributions: Vec<(Option<Extent>, Extent, Extent, Form, u32)>,
    stances: Vec<StanceData<'a>>,
    /// Short form, long form, start of the short form.
    definitions: Vec<(&'a str, &'a str, u32)>,
}

type Extent = (u32, u32);

#[derive(Serialize)]
struct StanceData<'a> {
    holder: &'a str,
    target: &'a str,
    polarity: i8,
    strength: Figure,
    mode: Mode,
    cameo: &'a str,
    modality: Modality,
    negated: bool,
    hedged: bool,
    quoted: bool,
    reciprocal: bool,
    attributed_to: Option<&'a str>,
    attribution: Option<u32>,
    sentence: u32,
    cue: Extent,
    cue_ids: &'a [u32],
    rule: &'a str,
    confidence: Figure,
}

pub fn row<'a>(document: &'a DocumentResult) -> DocumentData<'a> {
    let entities: Vec<&str> = document.entities.iter().map(|row| row.entity.as_ref()).collect();
    let mentions = document.mentions.iter().filter_map(|it| {
        let entity = entities.binary_search(&it.entity.as_ref()).ok()?;
        Some((
            entity,
            it.kind,
            it.start,
            it.end,
            it.sentence,
            it.reading,
            it.rule.as_ref(),
            it.confidence,
        ))
    });
    DocumentData {
        id: &document.id,
        status: document.status,
        path: &document.source.path,
        pages: document.source.pages,
        metadata: &document.metadata,
        warnings: document.warnings.iter().map(|warning| warning.message.as_str()).collect(),
        text: &document.text,
        blocks: document
            .blocks
            .iter()
            .map(|it| (it.kind, it.start, it.end, it.page, document.level_of_section(it.start)))
            .collect(),
        sentences: document.sentences.iter().map(|it| (it.start, it.end, it.block)).collect(),
        mentions: mentions.collect(),
        cues: document
            .cues
            .iter()
            .map(|it| (it.kind, it.start, it.end, it.scope_start, it.scope_end, it.sentence))
            .collect(),
        attributions: document.attributions.iter().map(attribution).collect(),
        stances: document.stances.iter().map(stance).collect(),
        definitions: document
            .definitions
            .iter()
            .map(|it| (it.short.as_ref(), it.long.as_ref(), it.short_start))
            .collect(),
        entities,
    }
}

fn attribution(it: &AttributionRow) -> (Option<Extent>, Extent, Extent, Form, u32) {
    let source = it.source.as_ref().map(|source| (source.start, source.end));
    (
        source,
        (it.cue.start, it.cue.end),
        (it.content.start, it.content.end),
        it.form,
        it.sentence,
    )
}

fn stance<'a>(it: &'a StanceRow) -> StanceData<'a> {
    StanceData {
        holder: &it.holder,
        target: &it.target,
        polarity: it.polarity,
        strength: it.strength,
        mode: it.mode,
        cameo: &it.event.cameo,
        modality: it.modality,
        negated: it.negated,
        hedged: it.hedged,
        quoted: it.quoted,
        reciprocal: it.reciprocal,
        attributed_to: it.attributed_to.as_deref(),
        attribution: it.attribution,
        sentence: it.sentence,
        cue: (it.cue.start, it.cue.end),
        cue_ids: &it.cue_ids,
        rule: &it.rule,
        confidence: it.confidence,
    }
}

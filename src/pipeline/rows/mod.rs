//! Stage values to the rows of the contract: byte offsets become code points, indexes become ids.

mod mentions;
mod stances;
mod text;

use std::borrow::Cow;
use std::cell::OnceCell;
use std::collections::BTreeSet;

use super::{Analysis, indicators};
use crate::cooccurrence;
use crate::document::BlockKind;
use crate::lexicon::Entity;
use crate::result::{CooccurrenceTable, CueRowKind, DOCUMENT_SCHEMA, DocumentResult, Fields, Figure, Quote, Status, Unit};
use crate::span::{CodePoints, Span};
use crate::stance::{self, positions};

impl Analysis {
    /// The document's result; borrows text from the analysis.
    pub fn to_result(&self) -> DocumentResult<'_> {
        self.to_result_of(&Fields::all())
    }

    /// The same with the chosen fields only: the others are not worked out and stay empty.
    pub fn to_result_of(&self, fields: &Fields) -> DocumentResult<'_> {
        let rows = Rows {
            analysis: self,
            points: OnceCell::new(),
            source: OnceCell::new(),
            cue_rows: cue_rows(&self.reading),
            shows_tokens: self.counting.units.contains(&Unit::Window),
        };
        let head = &self.document.head;
        let any = |names: &[&str]| names.iter().any(|name| fields.has(name));
        let stances = chosen(any(&["stances", "positions", "contradictions"]), || rows.stances());
        let positions = chosen(any(&["positions", "contradictions"]), || positions::of(&stances));
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
            contradictions: chosen(fields.has("contradictions"), || positions::contradictions(&positions, &stances)),
            positions,
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
    /// Of the reading text, once asked for.
    points: OnceCell<CodePoints<'a>>,
    /// Of the source text, once asked for.
    source: OnceCell<CodePoints<'a>>,
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
        let points = self.points.get_or_init(|| CodePoints::new(&self.analysis.document.text));
        (points.before(span.start), points.before(span.end))
    }

    fn source_extent(&self, span: Span) -> (u32, u32) {
        let points = self.source.get_or_init(|| CodePoints::new(&self.analysis.document.source_text));
        let source = self.analysis.document.source_map.source_of(span).unwrap_or_default();
        (points.before(source.start), points.before(source.end))
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
}

/// An estimate, so two digits say all that it tells.
fn confidence(share: f32) -> Figure {
    Figure((f64::from(share) * 100.0).round() / 100.0)
}

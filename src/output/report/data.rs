//! The data of the page: the collection's tables, and of each document what the views show, in short rows.

use std::io::{self, Write};
use std::path::Path;

use serde::Serialize;
use serde_json::{Value, json};

use crate::document::{BlockKind, Kind};
use crate::lexicon::Reading;
use crate::output::error::OutputError;
use crate::output::folder::{each_document, read_collection, read_manifest};
use crate::result::{
    AttributionRow, CollectionPair, CollectionPosition, CollectionResult, CueRowKind, DocumentResult, Figure, Form, Manifest, Modality,
    Mode, StanceRow, Status, Unit,
};

/// Pairs a unit, positions and inputs with problems in a page.
const MOST_PAIRS: usize = 20_000;
const MOST_POSITIONS: usize = 20_000;
const MOST_INPUTS: usize = 1_000;

/// How many documents of a result are in the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Sampled {
    /// With their text.
    pub shown: usize,
    /// In the result.
    pub all: usize,
}

/// Everything that the page shows.
pub struct Data {
    collection: Vec<u8>,
    documents: Vec<Vec<u8>>,
    pub sampled: Option<Sampled>,
}

impl Data {
    pub fn read(result: &Path, most_bytes: usize) -> Result<Self, OutputError> {
        let collection = read_collection(result)?;
        let manifest = read_manifest(result)?;
        let mut sample = Sample::new(most_bytes);
        each_document(result, |document| Ok(sample.offer(|| serde_json::to_vec(&row(&document)))?))?;
        let sampled = sample.sampled();
        let collection = serde_json::to_vec(&tables(&collection, &manifest, sampled))?;
        Ok(Self {
            collection,
            documents: sample.kept,
            sampled,
        })
    }

    pub fn write(&self, out: &mut impl Write) -> io::Result<()> {
        element(out, "id=\"collection\"", &self.collection)?;
        self.documents
            .iter()
            .try_for_each(|document| element(out, "class=\"document\"", document))
    }
}

/// JSON in an element of the page. Inside JSON these characters stand in strings only, where an escape means the same.
fn element(out: &mut impl Write, attribute: &str, json: &[u8]) -> io::Result<()> {
    let json = String::from_utf8_lossy(json);
    let mut safe = String::with_capacity(json.len());
    for character in json.chars() {
        match character {
            '<' | '>' | '&' | '\u{2028}' | '\u{2029}' => safe.push_str(&format!("\\u{:04x}", u32::from(character))),
            _ => safe.push(character),
        }
    }
    writeln!(out, "<script type=\"application/json\" {attribute}>{safe}</script>")
}

/// Every document as long as they fit in, then every second, every fourth …: even, and the same each time.
struct Sample {
    most_bytes: usize,
    kept: Vec<Vec<u8>>,
    bytes: usize,
    seen: usize,
    stride: usize,
}

impl Sample {
    fn new(most_bytes: usize) -> Self {
        Self {
            most_bytes,
            kept: Vec::new(),
            bytes: 0,
            seen: 0,
            stride: 1,
        }
    }

    fn offer<E>(&mut self, make: impl FnOnce() -> Result<Vec<u8>, E>) -> Result<(), E> {
        let wanted = self.seen.is_multiple_of(self.stride);
        self.seen += 1;
        if !wanted {
            return Ok(());
        }
        let document = make()?;
        self.bytes += document.len();
        self.kept.push(document);
        while self.bytes > self.most_bytes && self.kept.len() > 1 {
            self.thin_out();
        }
        Ok(())
    }

    fn thin_out(&mut self) {
        let mut even = false;
        self.kept.retain(|_| {
            even = !even;
            even
        });
        self.bytes = self.kept.iter().map(Vec::len).sum();
        self.stride *= 2;
    }

    fn sampled(&self) -> Option<Sampled> {
        (self.kept.len() < self.seen).then_some(Sampled {
            shown: self.kept.len(),
            all: self.seen,
        })
    }
}

fn tables(collection: &CollectionResult, manifest: &Manifest, sampled: Option<Sampled>) -> Value {
    let (sentence, sentence_left_out) = pairs(collection, Unit::Sentence);
    let (paragraph, paragraph_left_out) = pairs(collection, Unit::Paragraph);
    let (positions, positions_left_out) = positions(collection);
    let amiss = manifest
        .inputs
        .iter()
        .filter(|row| !matches!(row.status, Status::Ok | Status::Cached));
    json!({
        "made_by": collection.made_by,
        "zones": manifest.options["zones"],
        "min_support": manifest.options["min_support"],
        "sampled": sampled,
        "left_out": {"pairs": sentence_left_out + paragraph_left_out, "positions": positions_left_out},
        "documents": collection.documents,
        "entities": collection.entities,
        "pairs": {"sentence": sentence, "paragraph": paragraph},
        "positions": positions,
        "indicators": collection.indicators,
        "inputs": {"all": manifest.inputs.len(), "amiss": amiss.take(MOST_INPUTS).collect::<Vec<_>>()},
    })
}

/// The pairs of a unit without their evidence, which the page finds itself: the strongest where there are too many.
fn pairs(collection: &CollectionResult, unit: Unit) -> (Vec<CollectionPair>, usize) {
    let all = collection.pairs.iter().filter(|pair| pair.unit == unit);
    let mut all: Vec<&CollectionPair> = all.collect();
    all.sort_by(|x, y| y.g2.0.total_cmp(&x.g2.0));
    let left_out = all.len().saturating_sub(MOST_PAIRS);
    let bare = |pair: &CollectionPair| CollectionPair {
        evidence: Vec::new(),
        ..pair.clone()
    };
    (all.into_iter().take(MOST_PAIRS).map(bare).collect(), left_out)
}

/// The positions without their evidence: those with the most stances where there are too many.
fn positions(collection: &CollectionResult) -> (Vec<CollectionPosition>, usize) {
    let mut all: Vec<&CollectionPosition> = collection.positions.iter().collect();
    all.sort_by_key(|position| std::cmp::Reverse(position.n));
    let left_out = all.len().saturating_sub(MOST_POSITIONS);
    let bare = |position: &CollectionPosition| CollectionPosition {
        evidence: Vec::new(),
        ..position.clone()
    };
    (all.into_iter().take(MOST_POSITIONS).map(bare).collect(), left_out)
}

/// A document as the page wants it; the rows are read by `unpack` of `model.js`.
#[derive(Serialize)]
struct DocumentData<'a> {
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

fn row<'a>(document: &'a DocumentResult) -> DocumentData<'a> {
    let entities: Vec<&str> = document.entities.iter().map(|row| row.entity.as_ref()).collect();
    let level = |start| {
        document
            .sections
            .iter()
            .find(|section| section.start == start)
            .map_or(0, |section| section.level)
    };
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
            .map(|it| (it.kind, it.start, it.end, it.page, level(it.start)))
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

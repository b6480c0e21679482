//! The data of the page: the collection's tables, and of each document what the views show.

use std::collections::HashMap;
use std::io::{self, Write};
use std::path::Path;

use serde::Serialize;
use serde_json::{Value, json};

use super::document::row;
use super::sample::{Sample, Sampled};
use crate::output::error::OutputError;
use crate::output::folder::{each_document, read_collection, read_manifest};
use crate::result::{CollectionPair, CollectionPosition, CollectionResult, Figure, Manifest, Status, Unit};

/// Pairs a unit, positions and inputs with problems in a page.
const MOST_PAIRS: usize = 20_000;
const MOST_POSITIONS: usize = 20_000;
const MOST_INPUTS: usize = 1_000;

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

fn tables(collection: &CollectionResult, manifest: &Manifest, sampled: Option<Sampled>) -> Value {
    let sentence = pairs(collection, Unit::Sentence);
    let paragraph = pairs(collection, Unit::Paragraph);
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
        "left_out": {"pairs": sentence.left_out + paragraph.left_out, "positions": positions_left_out},
        "documents": collection.documents,
        "entities": collection.entities,
        "pairs": {"sentence": sentence, "paragraph": paragraph},
        "positions": positions,
        "indicators": collection.indicators,
        "inputs": {"all": manifest.inputs.len(), "amiss": amiss.take(MOST_INPUTS).collect::<Vec<_>>()},
    })
}

/// The pairs of a unit, the strongest where there are too many; read by `listedPairs` of `model.js`.
#[derive(Serialize)]
struct Pairs {
    /// All units.
    n: u64,
    rows: Vec<PairRow>,
    #[serde(skip)]
    left_out: usize,
}

/// Both entities by their place in the list of entities, n11, n1, n2, documents, NPMI, G², log ratio, p, q.
type PairRow = (usize, usize, u64, u64, u64, u32, Figure, Figure, Figure, Figure, Figure);

fn pairs(collection: &CollectionResult, unit: Unit) -> Pairs {
    let places: HashMap<&str, usize> = collection
        .entities
        .iter()
        .zip(0..)
        .map(|(it, place)| (it.entity.as_str(), place))
        .collect();
    let mut all: Vec<&CollectionPair> = collection.pairs.iter().filter(|pair| pair.unit == unit).collect();
    all.sort_by(|x, y| y.g2.0.total_cmp(&x.g2.0));
    let row = |it: &&CollectionPair| {
        let (a, b) = (*places.get(it.a.as_str())?, *places.get(it.b.as_str())?);
        Some((a, b, it.n11, it.n1, it.n2, it.documents, it.npmi, it.g2, it.log_ratio, it.p, it.q))
    };
    Pairs {
        n: all.first().map_or(0, |pair| pair.n),
        rows: all.iter().take(MOST_PAIRS).filter_map(row).collect(),
        left_out: all.len().saturating_sub(MOST_PAIRS),
    }
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

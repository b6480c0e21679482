//! Paragraphs of two documents that share their words, found by `MinHash` and verified word by word.

use std::collections::{BTreeMap, BTreeSet};

use super::agreement::Disagreement;
use super::extract::Extract;
use crate::random::mix;
use crate::result::{BlockRow, DocumentResult, Figure, Passage, SharedPassageRow};
use crate::span::CodePoints;

/// Words in a row that are compared as one.
const SHINGLE: usize = 5;
/// Paragraphs of fewer words say too little to be told apart.
const LEAST_WORDS: usize = 20;
/// Values of a paragraph: 32 bands of 4. Two paragraphs with half their shingles in common share a band 87 times in 100.
const VALUES: usize = 128;
const BANDS: usize = 32;
/// Share of common shingles from which a passage counts as shared: of both, or of the shorter.
const LEAST_JACCARD: f64 = 0.5;
const LEAST_CONTAINMENT: f64 = 0.8;
/// In larger sets of like paragraphs each is compared with the first only.
const LARGE_BUCKET: usize = 30;

/// A paragraph's bands: what is kept of it.
pub struct Fingerprint {
    block: u32,
    bands: [u32; BANDS],
}

/// Two paragraphs that may share their words: document and block of each.
pub type Candidate = ((String, u32), (String, u32));

/// The longer paragraphs of a document's text zones.
pub fn fingerprints(document: &DocumentResult) -> Vec<Fingerprint> {
    let points = CodePoints::new(&document.text);
    let blocks = document.blocks.iter().filter(|block| block.kind.is_text());
    blocks
        .filter_map(|block| {
            let shingles = shingles(text_of(document, &points, block));
            (shingles.len() + SHINGLE > LEAST_WORDS).then(|| Fingerprint {
                block: block.id,
                bands: bands(&shingles),
            })
        })
        .collect()
}

fn text_of<'d>(document: &'d DocumentResult, points: &CodePoints, block: &BlockRow) -> &'d str {
    slice(&document.text, points, block.start, block.end)
}

fn slice<'d>(text: &'d str, points: &CodePoints, start: u32, end: u32) -> &'d str {
    text.get(points.byte(start) as usize..points.byte(end) as usize).unwrap_or_default()
}

/// The hashes of every five words in a row, each once; case and punctuation do not matter.
fn shingles(text: &str) -> BTreeSet<u64> {
    let words: Vec<u64> = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(|word| {
            word.chars()
                .flat_map(char::to_lowercase)
                .fold(7, |hash, c| mix(hash ^ u64::from(u32::from(c))))
        })
        .collect();
    words
        .windows(SHINGLE)
        .map(|run| run.iter().fold(0, |hash: u64, word| mix(hash.rotate_left(1) ^ word)))
        .collect()
}

/// Source: Broder (1997), "On the Resemblance and Containment of Documents"; bands as in Leskovec, Rajaraman and Ullman.
fn bands(shingles: &BTreeSet<u64>) -> [u32; BANDS] {
    let mut least = [u64::MAX; VALUES];
    for shingle in shingles {
        let mut hash = *shingle;
        for value in &mut least {
            hash = mix(hash.wrapping_add(0x9E37_79B9_7F4A_7C15));
            *value = (*value).min(hash);
        }
    }
    let mut bands = [0; BANDS];
    for (band, values) in bands.iter_mut().zip(least.chunks(VALUES / BANDS)) {
        let hash = values.iter().fold(0, |hash: u64, value| mix(hash ^ value));
        *band = u32::try_from(hash >> 32).unwrap_or(0);
    }
    bands
}

/// Paragraphs of two documents with a band in common.
pub fn candidates(documents: &BTreeMap<String, Extract>) -> Vec<Candidate> {
    let of = |(id, document)| -> Vec<(&String, &Fingerprint)> {
        let document: &Extract = document;
        document.paragraphs.iter().map(|paragraph| (id, paragraph)).collect()
    };
    let all: Vec<(&String, &Fingerprint)> = documents.iter().flat_map(of).collect();
    let mut found: BTreeSet<(usize, usize)> = BTreeSet::new();
    let mut order: Vec<usize> = (0..all.len()).collect();
    for band in 0..BANDS {
        let key = |index: &usize| all[*index].1.bands[band];
        order.sort_unstable_by_key(|index| (key(index), *index));
        for bucket in order.chunk_by(|a, b| key(a) == key(b)).filter(|bucket| bucket.len() > 1) {
            let firsts = if bucket.len() > LARGE_BUCKET { 1 } else { bucket.len() };
            for (index, a) in bucket.iter().enumerate().take(firsts) {
                found.extend(bucket[index + 1..].iter().filter(|b| all[*a].0 != all[**b].0).map(|b| (*a, *b)));
            }
        }
    }
    let place = |index: usize| (all[index].0.clone(), all[index].1.block);
    found.into_iter().map(|(a, b)| (place(a), place(b))).collect()
}

/// What the comparison quotes: stances' sentences and paragraphs, by document.
#[derive(Debug, Default)]
pub struct Wanted {
    stances: BTreeMap<String, BTreeSet<u32>>,
    blocks: BTreeMap<String, BTreeSet<u32>>,
}

/// The texts that were wanted.
#[derive(Debug, Default)]
pub struct Texts {
    sentences: BTreeMap<(String, u32), String>,
    blocks: BTreeMap<(String, u32), String>,
}

impl Wanted {
    /// What these will quote.
    pub fn of(disagreements: &[Disagreement], candidates: &[Candidate]) -> Self {
        let mut wanted = Self::default();
        for (document, stance) in disagreements.iter().flat_map(|it| [&it.witness_a, &it.witness_b]) {
            wanted.stances.entry(document.clone()).or_default().insert(*stance);
        }
        for (document, block) in candidates.iter().flat_map(|(a, b)| [a, b]) {
            wanted.blocks.entry(document.clone()).or_default().insert(*block);
        }
        wanted
    }

    /// Whether anything of the document is wanted.
    pub fn has(&self, document: &str) -> bool {
        self.stances.contains_key(document) || self.blocks.contains_key(document)
    }

    /// Copies what is wanted of a document.
    pub fn read(&self, document: &DocumentResult, texts: &mut Texts) {
        let points = CodePoints::new(&document.text);
        for id in self.stances.get(&document.id).into_iter().flatten() {
            let sentence = document
                .stances
                .get(*id as usize)
                .and_then(|row| document.sentences.get(row.sentence as usize));
            let Some(sentence) = sentence else { continue };
            let text = slice(&document.text, &points, sentence.start, sentence.end);
            texts.sentences.insert((document.id.clone(), *id), text.to_owned());
        }
        for id in self.blocks.get(&document.id).into_iter().flatten() {
            let Some(block) = document.blocks.get(*id as usize) else { continue };
            let text = text_of(document, &points, block);
            texts.blocks.insert((document.id.clone(), *id), text.to_owned());
        }
    }
}

impl Texts {
    /// The sentence of a stance.
    pub fn sentence(&self, document: &str, stance: u32) -> &str {
        self.sentences.get(&(document.to_owned(), stance)).map_or("", String::as_str)
    }
}

/// The candidates that really share their words.
pub fn verified(candidates: &[Candidate], texts: &Texts) -> Vec<SharedPassageRow> {
    candidates.iter().filter_map(|(a, b)| verify(a, b, texts)).collect()
}

fn verify(a: &(String, u32), b: &(String, u32), texts: &Texts) -> Option<SharedPassageRow> {
    let (text_a, text_b) = (texts.blocks.get(a)?, texts.blocks.get(b)?);
    let (words_a, words_b) = (shingles(text_a), shingles(text_b));
    let common = words_a.intersection(&words_b).count();
    let jaccard = share(common, words_a.len() + words_b.len() - common);
    let containment = share(common, words_a.len().min(words_b.len()));
    let passage = |(document, block): &(String, u32), text: &str| Passage {
        document: document.clone(),
        block: *block,
        text: text.to_owned(),
    };
    (jaccard >= LEAST_JACCARD || containment >= LEAST_CONTAINMENT).then(|| SharedPassageRow {
        a: passage(a, text_a),
        b: passage(b, text_b),
        jaccard: Figure(jaccard),
        containment: Figure(containment),
    })
}

#[expect(clippy::cast_precision_loss, reason = "numbers of words stay far below 2^53")]
fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}

//! Hand annotation, whatever its format.

mod brat;
mod cas;
mod conll;
mod labels;
mod own;
mod spacy;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use crate::document::{GivenBlock, Kind};
use crate::result::DocumentResult;

/// A gold standard.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Gold {
    /// In the order of their files.
    pub documents: Vec<GoldDocument>,
}

/// A document annotated by hand.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct GoldDocument {
    /// Id, or the name of its file.
    pub id: String,
    /// File name of the original, where the annotation tells it.
    pub file: Option<String>,
    /// Text that offsets count in.
    pub text: String,
    /// Title, date and further fields, where the format has them.
    pub metadata: serde_json::Map<String, serde_json::Value>,
    /// Blocks with their kinds, in order; none where the format does not keep them.
    pub blocks: Vec<GivenBlock>,
    /// Whether notes, references and tables are annotated as well as the running text.
    pub all_zones: bool,
    /// Actors, places and themes.
    pub mentions: Vec<GoldMention>,
    /// Who stands where; `None` where stances were not annotated.
    pub stances: Option<Vec<GoldStance>>,
}

/// A mention; offsets count code points of the document's text.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "as in the results")]
pub struct GoldMention {
    pub start: u32,
    pub end: u32,
    pub kind: Kind,
    pub class: Option<String>,
    /// Id of the entity; empty where the format has none.
    pub entity: String,
    /// Display name; empty where the format has none.
    pub name: String,
}

impl GoldMention {
    /// A mention of a format that labels it and names no entity; `None` where the label is none of ours.
    fn labelled(start: u32, end: u32, label: &str) -> Option<Self> {
        let (kind, class) = labels::of(label)?;
        Some(Self {
            start,
            end,
            kind,
            class,
            entity: String::new(),
            name: String::new(),
        })
    }
}

/// A stance; the sentence is a stretch of the document's text.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "as in the results")]
pub struct GoldStance {
    pub start: u32,
    pub end: u32,
    pub holder: String,
    pub target: String,
    pub polarity: i8,
}

/// Why a gold standard cannot be read.
#[derive(Debug, thiserror::Error)]
#[error("{path}: {reason}")]
pub struct GoldError {
    /// The file.
    pub path: PathBuf,
    /// Why, and what to do.
    pub reason: String,
}

impl Gold {
    /// Reads a file, or every file of a folder whose extension tells an annotation: our `.json`, UIMA CAS as `.json`,
    /// brat's `.ann` with its `.txt`, spaCy's `.jsonl`, `.conll`, `.iob` or `.bio`.
    ///
    /// # Errors
    ///
    /// If a file cannot be read or understood, or there is none.
    pub fn read(path: &Path) -> Result<Self, GoldError> {
        let mut documents = Vec::new();
        for file in files(path)? {
            documents.append(&mut read_file(&file)?);
        }
        if documents.is_empty() {
            let reason = "no annotation here; name our .json, CAS as .json, brat's .ann, spaCy's .jsonl, or .conll".to_owned();
            return Err(GoldError {
                path: path.to_owned(),
                reason,
            });
        }
        Ok(Self { documents })
    }
}

impl GoldDocument {
    /// Whether a result is of this document: by its id, or by the name of its file.
    pub fn is_of(&self, document: &DocumentResult) -> bool {
        let stem = |path: &str| Path::new(path).file_stem().map(|stem| stem.to_string_lossy().to_lowercase());
        let named = |name: &str| document.source.record.is_none() && stem(name) == stem(&document.source.path);
        document.id == self.id || self.file.as_deref().is_some_and(named) || named(&format!("{}.x", self.id))
    }
}

/// Metadata beside a text, as the reader of briefs takes them too.
const SIDE_CAR: &str = ".meta.json";
/// Blocks beside a text.
const BLOCKS: &str = ".blocks.json";

fn files(path: &Path) -> Result<BTreeSet<PathBuf>, GoldError> {
    if path.is_file() {
        return Ok(BTreeSet::from([path.to_owned()]));
    }
    let entries = fs::read_dir(path).map_err(|e| error(path, &e))?;
    Ok(entries
        .filter_map(Result::ok)
        .map(|entry| entry.path())
        .filter(|path| path.is_file() && ![SIDE_CAR, BLOCKS].iter().any(|end| path.to_string_lossy().ends_with(end)))
        .collect())
}

fn read_file(path: &Path) -> Result<Vec<GoldDocument>, GoldError> {
    let read = |path: &Path| fs::read_to_string(path).map_err(|e| error(path, &e));
    let id = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    match path.extension().and_then(|extension| extension.to_str()) {
        Some("json") => json(id, &read(path)?).map(|document| vec![document]).map_err(|e| error(path, &e)),
        Some("jsonl") => spacy::read(&read(path)?).map_err(|e| error(path, &e)),
        Some("ann") => {
            let mut document = brat::read(id, read(&path.with_extension("txt"))?, &read(path)?);
            document.metadata = beside(path, SIDE_CAR)?;
            document.blocks = beside(path, BLOCKS)?;
            Ok(vec![document])
        }
        Some("conll" | "iob" | "bio") => Ok(conll::read(&id, &read(path)?)),
        _ => Ok(Vec::new()),
    }
}

/// The contents of the file with this ending beside `path`, where there is one.
fn beside<T: serde::de::DeserializeOwned + Default>(path: &Path, ending: &str) -> Result<T, GoldError> {
    let path = path.with_extension(&ending[1..]);
    if !path.is_file() {
        return Ok(T::default());
    }
    let json = fs::read_to_string(&path).map_err(|e| error(&path, &e))?;
    serde_json::from_str(&json).map_err(|e| error(&path, &e))
}

/// Ours has blocks, a CAS its feature structures.
fn json(id: String, json: &str) -> serde_json::Result<GoldDocument> {
    if cas::is_one(json) { cas::read(id, json) } else { own::read(json) }
}

fn error(path: &Path, reason: &dyn std::fmt::Display) -> GoldError {
    GoldError {
        path: path.to_owned(),
        reason: reason.to_string(),
    }
}

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

use crate::document::Kind;
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

fn files(path: &Path) -> Result<BTreeSet<PathBuf>, GoldError> {
    if path.is_file() {
        return Ok(BTreeSet::from([path.to_owned()]));
    }
    let entries = fs::read_dir(path).map_err(|e| error(path, &e))?;
    Ok(entries
        .filter_map(Result::ok)
        .map(|entry| entry.path())
        .filter(|path| path.is_file() && !path.to_string_lossy().ends_with(SIDE_CAR))
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
            let beside = path.with_extension(&SIDE_CAR[1..]);
            if beside.is_file() {
                document.metadata = serde_json::from_str(&read(&beside)?).map_err(|e| error(&beside, &e))?;
            }
            Ok(vec![document])
        }
        Some("conll" | "iob" | "bio") => Ok(conll::read(&id, &read(path)?)),
        _ => Ok(Vec::new()),
    }
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

//! The result folder: every file is written whole or not at all.

use std::collections::BTreeSet;
use std::fs;
use std::io::{self, BufRead, BufReader, BufWriter, Write};
use std::path::{Path, PathBuf};

use serde::Serialize;
use serde::de::DeserializeOwned;
use tempfile::NamedTempFile;

use super::error::OutputError;
use super::whole::write_whole;
use crate::collection::Totals;
use crate::ingest::on_disk;
use crate::result::{CollectionResult, DocumentResult, MANIFEST_SCHEMA, Manifest};

const MANIFEST: &str = "manifest.json";
const DOCUMENTS: &str = "documents";
const DOCUMENT_LINES: &str = "documents.jsonl";
const TOTALS: &str = "totals.json";
const COLLECTION: &str = "collection.json";

/// A result folder that is being written.
pub struct Folder {
    dir: PathBuf,
    /// Names of the document files written.
    written: BTreeSet<String>,
    /// The one file of all documents, where that was asked for.
    lines: Option<BufWriter<NamedTempFile>>,
}

/// Why a folder cannot be used for results.
#[derive(Debug, thiserror::Error)]
pub enum FolderError {
    /// Something else is in it.
    #[error("{0}: not empty and without our manifest.json; name a new folder, or empty this one")]
    NotOurs(PathBuf),
    /// It cannot be written.
    #[error("{path}: cannot be written ({error})")]
    Io {
        /// The file or folder.
        path: PathBuf,
        /// Why.
        error: io::Error,
    },
}

impl Folder {
    /// Opens or creates a folder; the manifest says from the start that it is ours.
    ///
    /// # Errors
    ///
    /// If it holds something else, or cannot be written.
    pub fn create(dir: &Path, begun: &Manifest, one_file: bool) -> Result<Self, FolderError> {
        let at = |error| FolderError::Io {
            path: dir.to_owned(),
            error,
        };
        let documents = dir.join(DOCUMENTS);
        fs::create_dir_all(dir).map_err(at)?;
        let empty = fs::read_dir(dir).map_err(at)?.next().is_none();
        if !empty && !is_result_folder(dir) {
            return Err(FolderError::NotOurs(dir.to_owned()));
        }
        let mut folder = Self {
            dir: dir.to_owned(),
            written: BTreeSet::new(),
            lines: None,
        };
        folder.put(MANIFEST, begun)?;
        if one_file {
            folder.lines = Some(BufWriter::new(NamedTempFile::new_in(dir).map_err(at)?));
        } else {
            fs::create_dir_all(documents).map_err(at)?;
        }
        Ok(folder)
    }

    /// Writes one document, given as JSON.
    ///
    /// # Errors
    ///
    /// If it cannot be written.
    pub fn document(&mut self, id: &str, json: &[u8]) -> Result<(), FolderError> {
        let name = file_name(id);
        if let Some(lines) = &mut self.lines {
            let written = lines.write_all(json).and_then(|()| lines.write_all(b"\n"));
            return written.map_err(|error| FolderError::Io {
                path: self.dir.join(DOCUMENT_LINES),
                error,
            });
        }
        self.put_bytes(&format!("{DOCUMENTS}/{name}"), json)?;
        self.written.insert(name);
        Ok(())
    }

    /// Writes totals, collection and manifest, and removes documents of earlier runs.
    ///
    /// # Errors
    ///
    /// If something cannot be written or removed.
    pub fn finish(mut self, totals: &Totals, collection: &CollectionResult, manifest: &Manifest) -> Result<(), FolderError> {
        if let Some(lines) = self.lines.take() {
            let path = self.dir.join(DOCUMENT_LINES);
            let file = lines.into_inner().map_err(|e| FolderError::Io {
                path: path.clone(),
                error: e.into_error(),
            })?;
            file.persist(&path).map_err(|e| FolderError::Io { path, error: e.error })?;
        } else {
            self.remove(DOCUMENT_LINES)?;
        }
        self.remove_stale()?;
        self.put(TOTALS, totals)?;
        self.put(COLLECTION, collection)?;
        self.put(MANIFEST, manifest)
    }

    fn remove_stale(&self) -> Result<(), FolderError> {
        let Ok(present) = fs::read_dir(self.dir.join(DOCUMENTS)) else {
            return Ok(());
        };
        for name in present
            .filter_map(Result::ok)
            .filter_map(|entry| entry.file_name().into_string().ok())
        {
            if name.ends_with(".json") && !self.written.contains(&name) {
                self.remove(&format!("{DOCUMENTS}/{name}"))?;
            }
        }
        Ok(())
    }

    fn remove(&self, name: &str) -> Result<(), FolderError> {
        let path = self.dir.join(name);
        match fs::remove_file(&path) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(FolderError::Io { path, error }),
            _ => Ok(()),
        }
    }

    fn put(&self, name: &str, value: &impl Serialize) -> Result<(), FolderError> {
        let mut json = serde_json::to_vec(value).map_err(|e| FolderError::Io {
            path: self.dir.join(name),
            error: e.into(),
        })?;
        json.push(b'\n');
        self.put_bytes(name, &json)
    }

    fn put_bytes(&self, name: &str, bytes: &[u8]) -> Result<(), FolderError> {
        let path = self.dir.join(name);
        write_whole(&path, |out| out.write_all(bytes)).map_err(|error| FolderError::Io { path, error })
    }
}

/// The name on disk of the document with this id.
pub fn file_name(id: &str) -> String {
    format!("{}.json", on_disk(id))
}

/// Whether a folder has our manifest.
pub fn is_result_folder(dir: &Path) -> bool {
    read_json::<Manifest>(&dir.join(MANIFEST)).is_ok_and(|manifest| manifest.schema == MANIFEST_SCHEMA)
}

/// Why a result cannot be read.
#[derive(Debug, thiserror::Error)]
#[error("{path}: {reason}")]
pub struct ReadError {
    /// The file.
    pub path: PathBuf,
    /// Why, and what to do.
    pub reason: String,
}

/// The totals of a result folder.
///
/// # Errors
///
/// If they cannot be read.
pub fn read_totals(dir: &Path) -> Result<Totals, ReadError> {
    read_json(&dir.join(TOTALS))
}

/// The manifest of a result folder.
///
/// # Errors
///
/// If it cannot be read.
pub fn read_manifest(dir: &Path) -> Result<Manifest, ReadError> {
    read_json(&dir.join(MANIFEST))
}

/// The JSON of one document of a result folder that has a file for each.
pub fn read_document(dir: &Path, id: &str) -> Option<String> {
    fs::read_to_string(dir.join(DOCUMENTS).join(file_name(id))).ok()
}

/// Whether a result folder has all its documents in one file.
pub fn holds_one_file(dir: &Path) -> bool {
    dir.join(DOCUMENT_LINES).is_file()
}

/// The collection of a result folder.
///
/// # Errors
///
/// If it cannot be read.
pub fn read_collection(dir: &Path) -> Result<CollectionResult, ReadError> {
    read_json(&dir.join(COLLECTION))
}

/// The JSON of every document of a result folder, a document file or a JSON Lines file, by file name and line.
///
/// # Errors
///
/// If a file cannot be read; `take` decides what to make of each document.
pub fn documents<E: From<ReadError>>(path: &Path, mut take: impl FnMut(&str) -> Result<(), E>) -> Result<(), E> {
    let cannot = |path: &Path, e: &dyn std::fmt::Display| ReadError {
        path: path.to_owned(),
        reason: e.to_string(),
    };
    let lines = path.join(DOCUMENT_LINES);
    if path.is_file() || lines.is_file() {
        let path = if path.is_file() { path } else { &lines };
        let file = fs::File::open(path).map_err(|e| cannot(path, &e))?;
        for line in BufReader::new(file).lines() {
            let line = line.map_err(|e| cannot(path, &e))?;
            if !line.trim().is_empty() {
                take(&line)?;
            }
        }
        return Ok(());
    }
    let folder = path.join(DOCUMENTS);
    let entries = fs::read_dir(&folder).map_err(|e| cannot(&folder, &e))?;
    let files: BTreeSet<PathBuf> = entries.filter_map(Result::ok).map(|entry| entry.path()).collect();
    for file in files.iter().filter(|file| file.extension().is_some_and(|e| e == "json")) {
        take(&fs::read_to_string(file).map_err(|e| cannot(file, &e))?)?;
    }
    Ok(())
}

/// Every document of a result, as [`documents`] finds them.
///
/// # Errors
///
/// If a document cannot be read; `take` decides what to make of each.
pub fn each_document(path: &Path, mut take: impl FnMut(DocumentResult) -> Result<(), OutputError>) -> Result<(), OutputError> {
    documents(path, |json| take(serde_json::from_str(json)?))
}

fn read_json<T: DeserializeOwned>(path: &Path) -> Result<T, ReadError> {
    let failed = |e: &dyn std::fmt::Display| ReadError {
        path: path.to_owned(),
        reason: e.to_string(),
    };
    let text = fs::read_to_string(path).map_err(|e| failed(&e))?;
    serde_json::from_str(&text).map_err(|e| failed(&e))
}

//! One input's bytes, to documents.

use std::fs::File;
use std::io::{self, Read};

use super::encoding::decode;
use super::failure::{Failure, Outcome, Reason};
use super::ids::file_id;
use super::inputs::{Input, Place};
use super::sniff::{Content, sniff};
use super::{RawDocument, Structure, csv, front_matter, jsonl, language, metadata};
use crate::digest::sha256;
use crate::document::{Head, Source, Warning};

/// How to read.
#[derive(Debug, Clone)]
pub struct ReadOptions {
    /// The field of a record that holds its text.
    pub text_field: String,
    /// The field of a record that holds its id.
    pub id_field: String,
    /// The format of every input; by default its name tells.
    pub input_format: Option<InputFormat>,
    /// Larger inputs are refused, packed or unpacked; in bytes.
    pub max_bytes: u64,
}

impl Default for ReadOptions {
    fn default() -> Self {
        Self {
            text_field: "text".to_owned(),
            id_field: "id".to_owned(),
            input_format: None,
            max_bytes: 512 << 20,
        }
    }
}

/// What an input holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InputFormat {
    /// A record a line.
    Jsonl,
    /// A record a row, below a header.
    Csv,
    /// One text.
    Text,
}

/// A file's content, and what is said of it in every document and failure.
pub(super) struct Decoded {
    pub source: Source,
    pub text: String,
    pub warnings: Vec<Warning>,
}

/// Reads one input: its documents, in order, and what could not be read.
pub fn read(input: &Input, options: &ReadOptions) -> Vec<Result<RawDocument, Failure>> {
    let decoded = match bytes(input, options.max_bytes) {
        Ok(bytes) => match decoded(input, bytes, options.max_bytes) {
            Ok(decoded) => decoded,
            Err(failure) => return vec![Err(failure)],
        },
        Err(reason) => return vec![Err(fail(&input.path, reason))],
    };
    match options.input_format.unwrap_or_else(|| format_of(&input.path)) {
        InputFormat::Jsonl => jsonl::records(&decoded, options),
        InputFormat::Csv => csv::records(&decoded, options),
        InputFormat::Text => vec![text(decoded)],
    }
}

fn format_of(path: &str) -> InputFormat {
    let lower = path.to_lowercase();
    match lower.strip_suffix(".gz").unwrap_or(&lower).rsplit('.').next() {
        Some("jsonl" | "ndjson") => InputFormat::Jsonl,
        Some("csv" | "tsv") => InputFormat::Csv,
        _ => InputFormat::Text,
    }
}

/// The bytes of `input`, at most `limit`.
fn bytes(input: &Input, limit: u64) -> Result<Vec<u8>, Reason> {
    match &input.place {
        Place::Bytes(bytes) if bytes.len() as u64 > limit => Err(Reason::TooLarge { limit }),
        Place::Bytes(bytes) => Ok(bytes.clone()),
        Place::Stdin => limited(io::stdin().lock(), limit),
        Place::File(path) if path.is_dir() => Err(Reason::NoDocuments),
        Place::File(path) => limited(File::open(path).map_err(|error| Reason::Unreadable(error.to_string()))?, limit),
    }
}

fn limited(reader: impl Read, limit: u64) -> Result<Vec<u8>, Reason> {
    let mut bytes = Vec::new();
    reader
        .take(limit.saturating_add(1))
        .read_to_end(&mut bytes)
        .map_err(|error| Reason::Unreadable(error.to_string()))?;
    if bytes.len() as u64 > limit {
        Err(Reason::TooLarge { limit })
    } else {
        Ok(bytes)
    }
}

/// Unpacks and decodes; refuses what is no text.
fn decoded(input: &Input, bytes: Vec<u8>, limit: u64) -> Result<Decoded, Failure> {
    let mut source = Source {
        path: input.path.clone(),
        media_type: media_type(&input.path).to_owned(),
        sha256: sha256(&bytes),
        bytes: bytes.len() as u64,
        pages: None,
        record: None,
    };
    let refuse = |reason: Reason, source: &Source| {
        let outcome = if reason == Reason::Empty { Outcome::Empty } else { Outcome::Failed };
        let id = Some(file_id(&source.path, &source.sha256));
        Failure {
            path: source.path.clone(),
            line: None,
            id,
            sha256: Some(source.sha256.clone()),
            bytes: source.bytes,
            outcome,
            reason,
        }
    };
    let bytes = if sniff(&bytes) == Content::Gzip {
        limited(flate2::read::MultiGzDecoder::new(bytes.as_slice()), limit).map_err(|reason| refuse(reason, &source))?
    } else {
        bytes
    };
    match sniff(&bytes) {
        Content::Text => {}
        Content::Gzip => return Err(refuse(Reason::NotText("a gzip archive within another"), &source)),
        Content::Other(name) => return Err(refuse(Reason::NotText(name), &source)),
        Content::Binary => return Err(refuse(Reason::Binary, &source)),
    }
    let mut warnings = Vec::new();
    let text = decode(bytes, &mut warnings);
    if text.chars().all(|c| c.is_whitespace() || c.is_control() || c == '\u{FEFF}') {
        return Err(refuse(Reason::Empty, &source));
    }
    if text.len() > u32::MAX as usize - 1 {
        return Err(refuse(
            Reason::TooLarge {
                limit: u64::from(u32::MAX),
            },
            &source,
        ));
    }
    source.pages = None;
    Ok(Decoded { source, text, warnings })
}

fn media_type(path: &str) -> &'static str {
    let lower = path.to_lowercase();
    match lower.strip_suffix(".gz").unwrap_or(&lower).rsplit('.').next() {
        Some("md" | "markdown") => "text/markdown",
        Some("jsonl" | "ndjson") => "application/jsonl",
        Some("csv") => "text/csv",
        Some("tsv") => "text/tab-separated-values",
        _ => "text/plain",
    }
}

/// A failure before anything was read.
fn fail(path: &str, reason: Reason) -> Failure {
    Failure {
        path: path.to_owned(),
        line: None,
        id: None,
        sha256: None,
        bytes: 0,
        outcome: Outcome::Failed,
        reason,
    }
}

/// The whole file as one document.
fn text(decoded: Decoded) -> Result<RawDocument, Failure> {
    let Decoded {
        source,
        text,
        mut warnings,
    } = decoded;
    let (fields, content) = front_matter::split(&text, &mut warnings).unwrap_or_default();
    let metadata = metadata::metadata(fields, &mut warnings);
    let id = file_id(&source.path, &source.sha256);
    if text[content..].trim().is_empty() {
        return Err(Failure {
            path: source.path,
            line: None,
            id: Some(id),
            sha256: Some(source.sha256),
            bytes: source.bytes,
            outcome: Outcome::Empty,
            reason: Reason::Empty,
        });
    }
    let mut head = Head {
        id,
        source,
        metadata,
        warnings,
        given: Vec::new(),
    };
    language::identify(&mut head, &text[content..]);
    Ok(RawDocument {
        head,
        text,
        structure: Structure::Lines { content },
    })
}

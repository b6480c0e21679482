//! One input's bytes, to documents.

use std::fs::File;
use std::io::{self, Read};

use serde_json::{Map, Value};

use super::encoding::{decode, warn_of_mojibake};
use super::failure::{Failure, Outcome, Reason};
use super::ids::file_id;
use super::inputs::{Input, Place};
use super::names::named;
use super::sidecar::{self, MetadataTable};
use super::sniff::{Content, sniff};
use super::{RawDocument, Structure, csv, formats, front_matter, jsonl, language, metadata, pdf};
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
    /// Metadata by path or id, over what the documents say themselves.
    pub metadata_table: Option<MetadataTable>,
    /// Opens encrypted documents.
    pub password: Option<String>,
}

impl Default for ReadOptions {
    fn default() -> Self {
        Self {
            text_field: "text".to_owned(),
            id_field: "id".to_owned(),
            input_format: None,
            max_bytes: 512 << 20,
            metadata_table: None,
            password: None,
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
    let (source, bytes) = match bytes(input, options.max_bytes) {
        Ok(bytes) => match unpacked(input, bytes, options.max_bytes) {
            Ok(unpacked) => unpacked,
            Err(failure) => return vec![Err(failure)],
        },
        Err(reason) => return vec![Err(fail(&input.path, reason))],
    };
    let format = options
        .input_format
        .unwrap_or_else(|| named(&input.path).map_or(InputFormat::Text, |name| name.format));
    let content = sniff(&bytes);
    if content == Content::Pdf {
        let document = pdf::document(source, bytes, options.password.as_deref());
        return vec![document.map(|raw| with_fields_beside(input, raw, options))];
    }
    if let Some(reader) = formats::reader(content, &input.path).filter(|_| format == InputFormat::Text) {
        return vec![
            reader(&bytes)
                .map_err(|reason| refusal(&source, reason))
                .and_then(|extract| formats::document(input, source, extract, options)),
        ];
    }
    match decoded(source, bytes) {
        Ok(decoded) => match format {
            InputFormat::Jsonl => jsonl::records(&decoded, options),
            InputFormat::Csv => csv::records(&decoded, options),
            InputFormat::Text => vec![text(input, decoded, options)],
        },
        Err(failure) => vec![Err(failure)],
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

/// What is known of the file, and its bytes without the packing of gzip.
fn unpacked(input: &Input, bytes: Vec<u8>, limit: u64) -> Result<(Source, Vec<u8>), Failure> {
    let source = Source {
        path: input.path.clone(),
        media_type: named(&input.path).map_or("text/plain", |name| name.media_type).to_owned(),
        sha256: sha256(&bytes),
        bytes: bytes.len() as u64,
        pages: None,
        record: None,
    };
    if sniff(&bytes) != Content::Gzip {
        return Ok((source, bytes));
    }
    match limited(flate2::read::MultiGzDecoder::new(bytes.as_slice()), limit) {
        Ok(bytes) => Ok((source, bytes)),
        Err(reason) => Err(refusal(&source, reason)),
    }
}

/// The row of a file that became no document.
pub(super) fn refusal(source: &Source, reason: Reason) -> Failure {
    let outcome = if matches!(reason, Reason::Empty | Reason::NoText) {
        Outcome::Empty
    } else {
        Outcome::Failed
    };
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
}

/// Decodes text; refuses what is none.
fn decoded(source: Source, bytes: Vec<u8>) -> Result<Decoded, Failure> {
    match sniff(&bytes) {
        Content::Text | Content::Html => {}
        Content::Gzip => return Err(refusal(&source, Reason::NotText("a gzip archive within another"))),
        Content::Package => return Err(refusal(&source, Reason::NotText("a ZIP archive or Office file"))),
        Content::Other(name) => return Err(refusal(&source, Reason::NotText(name))),
        Content::Pdf => return Err(refusal(&source, Reason::NotText("a PDF file, no records"))),
        Content::Binary => return Err(refusal(&source, Reason::Binary)),
    }
    let mut warnings = Vec::new();
    let text = decode(bytes, &mut warnings);
    if text.chars().all(|c| c.is_whitespace() || c.is_control() || c == '\u{FEFF}') {
        return Err(refusal(&source, Reason::Empty));
    }
    if text.len() > u32::MAX as usize - 1 {
        return Err(refusal(
            &source,
            Reason::TooLarge {
                limit: u64::from(u32::MAX),
            },
        ));
    }
    Ok(Decoded { source, text, warnings })
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
fn text(input: &Input, decoded: Decoded, options: &ReadOptions) -> Result<RawDocument, Failure> {
    let Decoded {
        mut source,
        text,
        mut warnings,
    } = decoded;
    // A name may promise a PDF or a Word file.
    if !source.media_type.starts_with("text/") {
        "text/plain".clone_into(&mut source.media_type);
    }
    warn_of_mojibake(&text, &mut warnings);
    let (fields, content) = front_matter::split(&text, &mut warnings).unwrap_or_default();
    if text[content..].trim().is_empty() {
        return Err(refusal(&source, Reason::Empty));
    }
    let id = file_id(&source.path, &source.sha256);
    let metadata = metadata::metadata(described(input, &id, fields, options, &mut warnings), &mut warnings);
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

/// The document with what a side-car or a table says over what its file says.
fn with_fields_beside(input: &Input, mut raw: RawDocument, options: &ReadOptions) -> RawDocument {
    let warnings = &mut raw.head.warnings;
    let fields = described(input, &raw.head.id, Map::new(), options, warnings);
    let above = metadata::metadata(fields, warnings);
    let own = &mut raw.head.metadata;
    let over = |own: &mut Option<String>, above: Option<String>| *own = above.or(own.take());
    over(&mut own.title, above.title);
    over(&mut own.publisher, above.publisher);
    over(&mut own.date, above.date);
    over(&mut own.language, above.language);
    if !above.authors.is_empty() {
        own.authors = above.authors;
    }
    own.further.extend(above.further);
    raw
}

/// The file's own `fields`, over them those of its side-car, over them its row of the table.
pub(super) fn described(
    input: &Input,
    id: &str,
    mut fields: Map<String, Value>,
    options: &ReadOptions,
    warnings: &mut Vec<Warning>,
) -> Map<String, Value> {
    let mut overlay = |above: Map<String, Value>| {
        for (name, value) in above {
            fields.retain(|known, _| !metadata::is_same(known, &name));
            fields.insert(name, value);
        }
    };
    if let Place::File(path) = &input.place {
        overlay(sidecar::beside(path, warnings));
    }
    overlay(
        options
            .metadata_table
            .as_ref()
            .and_then(|table| table.fields(&input.path, id))
            .cloned()
            .unwrap_or_default(),
    );
    fields
}

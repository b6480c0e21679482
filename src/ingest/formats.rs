//! Formats that tell the structure of their text: which reader a file gets, and the document it becomes.

use super::extract::Extract;
use super::failure::{Failure, Reason};
use super::ids::file_id;
use super::inputs::Input;
use super::names::{Named, named};
use super::package::{Package, PackageError};
use super::read::{ReadOptions, described, refusal};
use super::sniff::Content;
use super::{RawBlock, RawDocument, Structure, docx, epub, html, language, metadata};
use crate::document::{Head, Source};

/// Makes an extract of a file's bytes.
pub(super) type Reader = fn(&[u8]) -> Result<Extract, Reason>;

/// The reader of files with this content and name; `None` for text.
pub(super) fn reader(content: Content, path: &str) -> Option<Reader> {
    match content {
        Content::Html => Some(page),
        Content::Text if named(path).is_some_and(Named::is_page) => Some(page),
        Content::Package => Some(package),
        _ => None,
    }
}

fn page(bytes: &[u8]) -> Result<Extract, Reason> {
    html::read(bytes).map_err(|error| Reason::Unreadable(error.to_string()))
}

fn package(bytes: &[u8]) -> Result<Extract, Reason> {
    let unreadable = |error: PackageError| Reason::Unreadable(error.to_string());
    let mut package = Package::open(bytes).map_err(unreadable)?;
    if docx::is_word(&package) {
        docx::read(&mut package).map_err(unreadable)
    } else if epub::is_epub(&package) {
        epub::read(&mut package).map_err(unreadable)
    } else {
        Err(Reason::NotText("a ZIP archive without a Word document or a book in it"))
    }
}

/// The document of an extract.
pub(super) fn document(input: &Input, source: Source, extract: Extract, options: &ReadOptions) -> Result<RawDocument, Failure> {
    let Extract {
        text,
        structure,
        mut fields,
        mut warnings,
        media_type,
    } = extract;
    if text.trim().is_empty() {
        return Err(refusal(&source, Reason::Empty));
    }
    let id = file_id(&source.path, &source.sha256);
    let sample = sample(&text, &structure);
    // Templates leave their language in pages and files of another: the text is believed.
    if language::detect(&sample).is_some_and(|found| {
        fields
            .get("language")
            .and_then(|value| value.as_str())
            .is_some_and(|said| !said.starts_with(found))
    }) {
        fields.remove("language");
    }
    let fields = described(input, &id, fields, options, &mut warnings);
    let metadata = metadata::metadata(fields, &mut warnings);
    let source = Source {
        media_type: media_type.to_owned(),
        ..source
    };
    let mut head = Head {
        id,
        source,
        metadata,
        warnings,
        given: Vec::new(),
    };
    language::identify(&mut head, &sample);
    Ok(RawDocument { head, text, structure })
}

/// Bytes of a text that its language is told by.
const SAMPLE: usize = 16_000;

/// The begin of the text that is read, without furniture and notes.
fn sample(text: &str, structure: &Structure) -> String {
    let Structure::Blocks(blocks) = structure else {
        return text.to_owned();
    };
    let mut sample = String::new();
    let read = |block: &&RawBlock| block.kind.is_text();
    for part in blocks.iter().filter(read).flat_map(|block| &block.parts) {
        sample.push_str(part.of(text));
        sample.push(' ');
        if sample.len() > SAMPLE {
            break;
        }
    }
    sample
}

//! What a file's name says of its content. Names may lie: [`super::sniff`] has the last word on what is read how.

use super::read::InputFormat;

/// What files of one extension hold.
#[derive(Debug, Clone, Copy)]
pub(super) struct Named {
    /// The extension, in lower case.
    extension: &'static str,
    /// Media type.
    pub media_type: &'static str,
    /// Whether it is one text or many records.
    pub format: InputFormat,
    /// Whether a walk takes it; else it is read only where it is named.
    pub is_walked: bool,
}

/// Every extension that is read, in the order a person would name them.
const KNOWN: &[Named] = &[
    document("pdf", "application/pdf"),
    document("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    document("epub", "application/epub+zip"),
    document("html", "text/html"),
    document("htm", "text/html"),
    document("xhtml", "application/xhtml+xml"),
    document("md", "text/markdown"),
    document("markdown", "text/markdown"),
    document("txt", "text/plain"),
    document("text", "text/plain"),
    records("jsonl", "application/jsonl", InputFormat::Jsonl, true),
    records("ndjson", "application/jsonl", InputFormat::Jsonl, true),
    records("csv", "text/csv", InputFormat::Csv, false),
    records("tsv", "text/tab-separated-values", InputFormat::Csv, false),
];

const fn document(extension: &'static str, media_type: &'static str) -> Named {
    Named {
        extension,
        media_type,
        format: InputFormat::Text,
        is_walked: true,
    }
}

const fn records(extension: &'static str, media_type: &'static str, format: InputFormat, is_walked: bool) -> Named {
    Named {
        extension,
        media_type,
        format,
        is_walked,
    }
}

/// What the name of `path` says, packed with gzip or not; `None` where its extension is none of ours.
pub(super) fn named(path: &str) -> Option<&'static Named> {
    let lower = path.to_lowercase();
    let bare = lower.strip_suffix(".gz").unwrap_or(&lower);
    let (_, extension) = bare.rsplit_once('.')?;
    KNOWN.iter().find(|known| known.extension == extension)
}

/// The extensions that a walk takes, for messages: ".pdf, .docx, …".
pub(super) fn walked() -> String {
    let walked = KNOWN.iter().filter(|known| known.is_walked);
    walked.map(|known| format!(".{}", known.extension)).collect::<Vec<_>>().join(", ")
}

impl Named {
    /// Whether it is a web page.
    pub fn is_page(&self) -> bool {
        matches!(self.media_type, "text/html" | "application/xhtml+xml")
    }
}

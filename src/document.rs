//! A document as the later stages see it: reading text, labelled blocks, and the way back to the source.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::span::Span;

/// A document after layout. Built once, by [`crate::layout`]; no later stage changes it.
#[derive(Debug, Clone)]
pub struct Document {
    /// What is known about the document beside its text.
    pub head: Head,
    /// The extracted text that source offsets count in.
    pub source_text: String,
    /// The reading text: blocks joined by a blank line.
    pub text: String,
    /// Labelled stretches of `text`, in order, disjoint; together with the joints they are all of it.
    pub blocks: Vec<Block>,
    /// Stretches of blocks under a heading.
    pub sections: Vec<Section>,
    /// From `text` to `source_text`.
    pub source_map: SourceMap,
}

/// What is known about a document beside its text: made by ingest, handed on unchanged but for warnings and inferred metadata.
#[derive(Debug, Clone, Default)]
pub struct Head {
    /// The document's id, unique within a run.
    pub id: String,
    /// Where it came from.
    pub source: Source,
    /// Title, publisher, date and further fields.
    pub metadata: Metadata,
    /// What a reader of the result should know.
    pub warnings: Vec<Warning>,
    /// Mentions that the input brought along, with byte offsets into `source_text`.
    pub given: Vec<GivenMention>,
}

/// The input file.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Source {
    /// Path relative to the folder given; `-` for standard input.
    pub path: String,
    /// Media type as found out.
    pub media_type: String,
    /// SHA-256 of the file's bytes, in hexadecimal.
    pub sha256: String,
    /// Size of the file in bytes.
    pub bytes: u64,
    /// Physical pages, null where the format has none.
    pub pages: Option<u32>,
    /// Line of the record in its file, from 1; null for whole files.
    pub record: Option<u32>,
}

/// Metadata: from the file, its front matter or its record, or taken from the text.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Metadata {
    /// Title.
    pub title: Option<String>,
    /// Authors, in the order given.
    pub authors: Vec<String>,
    /// Publisher.
    pub publisher: Option<String>,
    /// `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, as far as known.
    pub date: Option<String>,
    /// Language as an ISO 639-1 code (ISO 639-3 where there is none).
    pub language: Option<String>,
    /// The fields above that were taken from the text.
    pub inferred: Vec<String>,
    /// Every further field under its name.
    #[serde(flatten)]
    pub further: BTreeMap<String, serde_json::Value>,
}

/// Something a reader of the result should know.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Warning {
    /// A stable word, such as `language_not_covered`.
    pub code: String,
    /// A sentence for a person.
    pub message: String,
    /// The page concerned, from 1.
    pub page: Option<u32>,
}

impl Warning {
    /// A warning about the whole document.
    pub fn new(code: &str, message: impl Into<String>) -> Self {
        Self {
            code: code.to_owned(),
            message: message.into(),
            page: None,
        }
    }

    /// Whether something of the document could not be read or analyzed, so that it is `partial`.
    pub fn means_loss(&self) -> bool {
        !matches!(self.code.as_str(), "given_mention_not_mapped")
    }

    /// What `warnings` say, in one line: each message once, with the pages it concerns.
    pub fn summary(warnings: &[Warning]) -> Option<String> {
        let mut messages: Vec<(&str, Vec<u32>)> = Vec::new();
        for warning in warnings {
            match messages.iter_mut().find(|(message, _)| *message == warning.message) {
                Some((_, pages)) => pages.extend(warning.page),
                None => messages.push((&warning.message, warning.page.into_iter().collect())),
            }
        }
        let told = messages.iter().map(|(message, pages)| match pages.as_slice() {
            [] => (*message).to_owned(),
            [page] => format!("page {page}: {message}"),
            pages => format!("pages {}: {message}", ranges(pages)),
        });
        Some(told.collect::<Vec<_>>().join("; also: ")).filter(|summary| !summary.is_empty())
    }
}

/// "2-5, 7", of numbers that rise.
fn ranges(numbers: &[u32]) -> String {
    let runs = numbers.chunk_by(|a, b| a + 1 == *b);
    let told = runs.map(|run| match run {
        [one] => one.to_string(),
        run => format!("{}-{}", run[0], run[run.len() - 1]),
    });
    told.collect::<Vec<_>>().join(", ")
}

/// A mention that the input brought along (a person's annotation, another tagger).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GivenMention {
    /// Where, in bytes of the source text.
    pub source: Span,
    /// Any id.
    pub entity: String,
    /// Actor, place or theme.
    pub kind: Kind,
    /// Display name.
    pub name: String,
}

/// A block that the input brought along: what a run over annotated text keeps of the structure of the original.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GivenBlock {
    /// What it is.
    pub kind: BlockKind,
    /// Where it begins, in code points of the source text.
    pub start: u32,
    /// Where it ends.
    pub end: u32,
    /// Page, from 1; none where the format has no pages.
    #[serde(default)]
    pub page: Option<u32>,
    /// Level of a heading, from 1; 0 for the rest.
    #[serde(default)]
    pub level: u8,
}

/// What a mention is: who, where, or which threat.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Who can act, or be acted upon, politically.
    Actor,
    /// Where.
    Place,
    /// A threat theme.
    Theme,
}

/// What a block is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum BlockKind {
    /// The document's title.
    Title,
    /// A section's heading.
    Heading,
    /// A paragraph.
    Body,
    /// One item of a list.
    List,
    /// The caption of a figure or table.
    Caption,
    /// A table's cells.
    Table,
    /// A footnote or endnote.
    Footnote,
    /// A bibliography entry or a run of URLs.
    Reference,
    /// Running heads and feet, page numbers, copyright and contact lines.
    Furniture,
}

impl BlockKind {
    /// Whether the block belongs to the five text zones, whose mentions count by default.
    pub fn is_text(self) -> bool {
        matches!(self, Self::Title | Self::Heading | Self::Body | Self::List | Self::Caption)
    }
}

/// A labelled stretch of the reading text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Where, in the reading text.
    pub span: Span,
    /// Physical page of its first character, from 1; `None` where the format has none.
    pub page: Option<u32>,
    /// Index of its section.
    pub section: Option<u32>,
}

/// The blocks from one heading to the next of the same or a higher level.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Section {
    /// Index of the heading's block.
    pub heading: u32,
    /// 1 is the highest.
    pub level: u8,
    /// From the heading's first byte to the end of the section, in the reading text.
    pub span: Span,
}

/// Maps the reading text to the extracted text it was made from.
///
/// Runs are in the order of the reading text. A run copies its source byte by byte, or stands for it as
/// a whole (a space for a line break, "fi" for its ligature). Joints between blocks belong to no run.
#[derive(Debug, Clone, Default)]
pub struct SourceMap {
    runs: Vec<Run>,
}

#[derive(Debug, Clone, Copy)]
struct Run {
    text: Span,
    source: Span,
    verbatim: bool,
}

impl SourceMap {
    /// Adds `text`, a byte-by-byte copy of `source`.
    ///
    /// # Panics
    ///
    /// If the lengths differ, or `text` does not follow what was added before.
    pub fn copy(&mut self, text: Span, source: Span) {
        assert_eq!(text.len(), source.len(), "a copy has its source's length");
        if let Some(last) = self.runs.last_mut()
            && last.verbatim
            && last.text.end == text.start
            && last.source.end == source.start
        {
            last.text.end = text.end;
            last.source.end = source.end;
            return;
        }
        self.push(Run {
            text,
            source,
            verbatim: true,
        });
    }

    /// Adds `text`, which stands for `source` as a whole.
    ///
    /// # Panics
    ///
    /// If `text` does not follow what was added before.
    pub fn replace(&mut self, text: Span, source: Span) {
        self.push(Run {
            text,
            source,
            verbatim: false,
        });
    }

    fn push(&mut self, run: Run) {
        assert!(
            self.runs.last().is_none_or(|last| last.text.end <= run.text.start),
            "runs come in the order of the text"
        );
        self.runs.push(run);
    }

    /// The hull of the source bytes that `span` of the reading text was made from; `None` for a joint.
    pub fn source_of(&self, span: Span) -> Option<Span> {
        let first = self.runs.partition_point(|run| run.text.end <= span.start);
        self.runs[first..]
            .iter()
            .take_while(|run| run.text.start < span.end)
            .map(|run| {
                if !run.verbatim {
                    return run.source;
                }
                let cut = Span {
                    start: span.start.max(run.text.start),
                    end: span.end.min(run.text.end),
                };
                let start = run.source.start + (cut.start - run.text.start);
                Span {
                    start,
                    end: start + (cut.end - cut.start),
                }
            })
            .reduce(Span::hull)
    }

    /// The hull of the reading text made from `source`; `None` where nothing of it is in the text.
    pub fn text_of(&self, source: Span) -> Option<Span> {
        self.runs
            .iter()
            .filter(|run| run.source.overlaps(source))
            .map(|run| {
                if !run.verbatim {
                    return run.text;
                }
                let cut = Span {
                    start: source.start.max(run.source.start),
                    end: source.end.min(run.source.end),
                };
                let start = run.text.start + (cut.start - run.source.start);
                Span {
                    start,
                    end: start + (cut.end - cut.start),
                }
            })
            .reduce(Span::hull)
    }
}

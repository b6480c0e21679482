//! `briefscope segment`: sentences and tokens only.

use std::io::{BufWriter, Write, stdout};
use std::path::PathBuf;

use anyhow::Context;
use briefscope::document::Document;
use briefscope::ingest::Found;
use briefscope::lexicon::Lexicon;
use briefscope::pipeline::{Batch, Pipeline, row_of_failure};
use briefscope::result::Status;
use briefscope::span::CodePoints;
use briefscope::token::{Sentence, Token, TokenKind};
use serde::Serialize;

use super::End;
use super::console::Report;
use super::settings::Settings;

/// Print sentences and tokens only, one JSON line a document
#[derive(clap::Args)]
#[command(after_help = "Examples:\n  briefscope segment brief.txt\n  briefscope segment records.jsonl --text-field body --id-field key")]
pub struct Args {
    /// Files, folders, record files, or - for standard input
    #[arg(required = true)]
    input: Vec<PathBuf>,
    #[command(flatten)]
    settings: Settings,
}

#[derive(Serialize)]
struct Segments<'a> {
    id: &'a str,
    text: &'a str,
    sentences: Vec<Extent>,
    tokens: Vec<TokenRow>,
}

#[derive(Serialize)]
struct Extent {
    start: u32,
    end: u32,
}

#[derive(Serialize)]
struct TokenRow {
    start: u32,
    end: u32,
    kind: &'static str,
}

/// Runs the command.
pub fn run(args: Args) -> anyhow::Result<End> {
    let settings = args.settings.complete()?;
    let Found { inputs, left_out } = settings.inputs(&args.input)?;
    let pipeline = settings.pipeline(Lexicon::default())?;
    let read_options = settings.read_options()?;
    let mut report = Report::begin(inputs.len());
    left_out.into_iter().for_each(|it| report.note(&row_of_failure(it)));
    let mut out = BufWriter::new(stdout().lock());
    Batch::new(pipeline, &read_options).run(
        &inputs,
        |raw| line(pipeline, raw),
        |outcome| {
            report.note(&outcome.row);
            outcome
                .value
                .map_or(Ok(()), |line| out.write_all(&line))
                .context("standard output cannot be written")
        },
    )?;
    out.flush()?;
    Ok(report.end(""))
}

fn line(pipeline: &Pipeline, raw: briefscope::ingest::RawDocument) -> (Vec<u8>, Status) {
    let (document, tokens, sentences) = pipeline.segment(raw);
    let mut line = serde_json::to_vec(&segments(&document, &tokens, &sentences)).unwrap_or_default();
    line.push(b'\n');
    (line, if sentences.is_empty() { Status::Empty } else { Status::Ok })
}

fn segments<'a>(document: &'a Document, tokens: &[Token], sentences: &[Sentence]) -> Segments<'a> {
    let points = CodePoints::new(&document.text);
    let extent = |span: briefscope::span::Span| Extent {
        start: points.before(span.start),
        end: points.before(span.end),
    };
    let mut rows: Vec<TokenRow> = Vec::with_capacity(tokens.len());
    for token in tokens {
        let Extent { start, end } = extent(token.span);
        match (token.kind, rows.last_mut()) {
            // A possessive ending counts with its word.
            (TokenKind::Clitic, Some(host)) if host.end == start => host.end = end,
            _ => rows.push(TokenRow {
                start,
                end,
                kind: kind_name(token.kind),
            }),
        }
    }
    let sentences = sentences.iter().map(|sentence| extent(sentence.span)).collect();
    Segments {
        id: &document.head.id,
        text: &document.text,
        sentences,
        tokens: rows,
    }
}

fn kind_name(kind: TokenKind) -> &'static str {
    match kind {
        TokenKind::Word | TokenKind::Clitic => "word",
        TokenKind::Number => "number",
        TokenKind::Punctuation => "punctuation",
        TokenKind::Symbol => "symbol",
        TokenKind::Url => "url",
    }
}

//! `briefscope lexicon diff`: which mentions a change of lexicon adds and removes.

use std::collections::BTreeSet;
use std::convert::Infallible;
use std::io::{BufWriter, Write, stdout};
use std::path::{Path, PathBuf};

use anyhow::ensure;
use briefscope::lexicon::MentionChanges;
use briefscope::pipeline::{Analysis, Batch, Pipeline};
use briefscope::span::Span;

use crate::cli::End;
use crate::cli::console::Report;
use crate::cli::settings::Settings;

/// Tell which mentions change between two lexicons, by id with examples
#[derive(clap::Args)]
#[command(after_help = "Examples:
  briefscope lexicon diff builtin my-groups.tsv briefs
  briefscope lexicon diff old.tsv new.tsv briefs --no-default-lexicons
  briefscope lexicon diff builtin my-groups.tsv briefs | sort -t$'\\t' -k2,2nr | head

A and B are files or folders, each over the built-in lexicons (without those where --no-default-lexicons is given); `builtin` is
none. What --lexicon names is under both. Columns: id, mentions added, mentions removed, examples with + or -.")]
pub struct Args {
    /// The lexicon before: a file, a folder, or `builtin`
    a: PathBuf,
    /// The lexicon after: a file, a folder, or `builtin`
    b: PathBuf,
    /// Files, folders, record files or -
    #[arg(required = true)]
    inputs: Vec<PathBuf>,
    #[command(flatten)]
    settings: Settings,
}

/// Runs the command.
pub fn run(args: Args) -> anyhow::Result<End> {
    ensure!(args.a != args.b, "A and B are the same lexicon: {}", args.a.display());
    let settings = args.settings.complete()?;
    let inputs = settings.inputs(&args.inputs)?.inputs;
    let options = settings.read_options()?;
    let before = pipeline(&settings, &args.a)?;
    let after = pipeline(&settings, &args.b)?;
    let mut changes = MentionChanges::default();
    let mut report = Report::begin(inputs.len());
    let make = |raw: briefscope::ingest::RawDocument| {
        let (before, after) = (before.analyze(raw.clone()), after.analyze(raw));
        let status = after.status();
        ((before, after), status)
    };
    let done: Result<(), Infallible> = Batch::new(&after, &options).run(&inputs, make, |outcome| {
        report.note(&outcome.row);
        if let Some((before, after)) = outcome.value {
            compare(&before, &after, &mut changes);
        }
        Ok(())
    });
    let Ok(()) = done;
    let mut out = BufWriter::new(stdout().lock());
    writeln!(out, "id\tadded\tremoved\texamples")?;
    let (mut added, mut removed) = (0, 0);
    for (id, change) in changes.iter() {
        added += change.added;
        removed += change.removed;
        writeln!(out, "{id}\t{}\t{}\t{}", change.added, change.removed, change.examples.join(" | "))?;
    }
    out.flush()?;
    Ok(report.end(&format!("{added} mentions added, {removed} removed")))
}

fn pipeline(settings: &Settings, path: &Path) -> anyhow::Result<Pipeline> {
    let lexicon = if path == Path::new("builtin") {
        settings.lexicon()?
    } else {
        settings.with_lexicon(path).lexicon()?
    };
    Ok(Pipeline::new(
        lexicon,
        briefscope::token::Tokenizer::builtin(),
        briefscope::pipeline::Options::default(),
    ))
}

/// Mentions by span, id and kind: what only one of both has.
fn compare(before: &Analysis, after: &Analysis, changes: &mut MentionChanges) {
    let (old, new) = (mentions(before), mentions(after));
    for (span, id) in old.difference(&new) {
        changes.note(id, false, || example(before, *span));
    }
    for (span, id) in new.difference(&old) {
        changes.note(id, true, || example(after, *span));
    }
}

fn mentions(analysis: &Analysis) -> BTreeSet<(Span, &str)> {
    let found = &analysis.found;
    let id = |entity: u32| found.entities[entity as usize].id.as_str();
    found.mentions.iter().map(|mention| (mention.span, id(mention.entity))).collect()
}

/// The words with a little of what stands around them.
fn example(analysis: &Analysis, span: Span) -> String {
    const AROUND: usize = 40;
    let text = &analysis.document.text;
    let (before, after) = (&text[..span.start as usize], &text[span.end as usize..]);
    let from = before.char_indices().rev().nth(AROUND).map_or(0, |(at, _)| at);
    let to = after.char_indices().nth(AROUND).map_or(after.len(), |(at, _)| at);
    let shown = format!(
        "{}: {}{{{}}}{}",
        analysis.document.head.id,
        &before[from..],
        span.of(text),
        &after[..to]
    );
    shown.replace(['\n', '\t', '|'], " ")
}

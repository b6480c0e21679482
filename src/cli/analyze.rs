//! `briefscope analyze`: the main job.

use std::io::{BufWriter, Write, stdout};
use std::path::PathBuf;

use anyhow::Context;
use briefscope::pipeline::{Analysis, Batch, row_of_failure};

use super::End;
use super::console::Report;
use super::settings::Settings;

/// Read documents and write who is named, where, which threats, and who stands where towards whom
#[derive(clap::Args)]
#[command(after_help = "Examples:
  briefscope analyze corpus --out results
  briefscope analyze brief.txt | jq '.positions'
  briefscope analyze speeches.jsonl --text-field body --id-field key --out results
  cat brief.txt | briefscope analyze -")]
pub struct Args {
    /// Files, folders (walked), record files (.jsonl, .csv, also .gz), or - for standard input
    #[arg(required = true)]
    input: Vec<PathBuf>,
    #[command(flatten)]
    settings: Settings,
}

/// Runs the command.
pub fn run(args: Args) -> anyhow::Result<End> {
    let settings = args.settings.complete()?;
    let (inputs, left_out) = settings.inputs(&args.input)?;
    let pipeline = settings.pipeline(settings.lexicon()?)?;
    let read_options = settings.read_options();
    let mut report = Report::begin(inputs.len());
    left_out.into_iter().for_each(|it| report.note(&row_of_failure(it)));
    let mut out = BufWriter::new(stdout().lock());
    let mut tally = Tally::default();
    Batch::new(&pipeline, &read_options).analyze(
        &inputs,
        |analysis| (Tally::of(analysis), line(analysis)),
        |outcome| {
            report.note(&outcome.row);
            let Some((counts, line)) = outcome.value else { return Ok(()) };
            tally.add(counts);
            out.write_all(&line).context("standard output cannot be written")
        },
    )?;
    out.flush()?;
    Ok(report.end(&tally.to_string()))
}

fn line(analysis: &Analysis) -> Vec<u8> {
    let mut line = serde_json::to_vec(&analysis.to_result()).unwrap_or_default();
    line.push(b'\n');
    line
}

/// What was found in all documents.
#[derive(Default, Clone, Copy)]
struct Tally {
    mentions: usize,
    stances: usize,
}

impl Tally {
    fn of(analysis: &Analysis) -> Self {
        Self {
            mentions: analysis.found.mentions.len(),
            stances: analysis.reading.stances.len(),
        }
    }

    fn add(&mut self, other: Self) {
        self.mentions += other.mentions;
        self.stances += other.stances;
    }
}

impl std::fmt::Display for Tally {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        write!(f, "{} mentions, {} stances", self.mentions, self.stances)
    }
}

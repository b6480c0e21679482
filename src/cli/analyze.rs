//! `briefscope analyze`: the main job.

use std::io::{BufWriter, Write, stdout};
use std::path::{Path, PathBuf};

use anyhow::Context;
use briefscope::collection::{Totals, collection};
use briefscope::ingest::{Failure, Found, Input};
use briefscope::output::{Folder, read_document, read_manifest};
use briefscope::pipeline::{Batch, Earlier, Pipeline, row_of_failure};
use briefscope::result::{DocumentResult, Fields, InputRow, MANIFEST_SCHEMA, Manifest};
use clap::ValueEnum;

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
    /// Folder for the results; without it, standard output gets one document a line
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// With --out: analyze everything anew, also what has not changed since the last run into this folder
    #[arg(long)]
    force: bool,
    /// With --out: a file a document, or all in documents.jsonl
    #[arg(long, value_enum, default_value = "json")]
    documents: Documents,
    /// Top-level fields of a document to write, by comma; all where none is named
    #[arg(long, value_name = "LIST", value_delimiter = ',')]
    fields: Vec<String>,
    #[command(flatten)]
    settings: Settings,
}

#[derive(Clone, Copy, ValueEnum, PartialEq, Eq)]
enum Documents {
    Json,
    Jsonl,
}

/// Runs the command.
pub fn run(args: Args) -> anyhow::Result<End> {
    let settings = args.settings.complete()?;
    let Found { mut inputs, left_out } = settings.inputs(&args.input)?;
    let fields = if args.fields.is_empty() {
        Fields::all()
    } else {
        Fields::some(args.fields)?
    };
    let pipeline = settings.pipeline(settings.lexicon()?)?;
    let read_options = settings.read_options()?;
    let job = Job {
        pipeline,
        batch: Batch::new(pipeline, &read_options),
        fields,
    };
    match &args.out {
        None => job.write_lines(&inputs, left_out),
        Some(dir) => {
            inputs.sort();
            inputs.dedup();
            job.after(dir, args.force)
                .write_folder(&inputs, left_out, dir, args.documents == Documents::Jsonl)
        }
    }
}

struct Job<'p> {
    pipeline: &'p Pipeline,
    batch: Batch<'p>,
    fields: Fields,
}

impl Job<'_> {
    fn write_lines(mut self, inputs: &[Input], left_out: Vec<Failure>) -> anyhow::Result<End> {
        let mut report = Report::begin(inputs.len());
        left_out.into_iter().for_each(|it| report.note(&row_of_failure(it)));
        let mut out = BufWriter::new(stdout().lock());
        let mut tally = Tally::default();
        let fields = &self.fields;
        let pipeline = self.pipeline;
        self.batch.run(
            inputs,
            |raw| {
                let analysis = pipeline.analyze(raw);
                let tally = Tally {
                    mentions: analysis.found.mentions.len(),
                    stances: analysis.reading.stances.len(),
                };
                ((tally, line(&analysis.to_result_of(fields), fields)), analysis.status())
            },
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

    /// Takes what still stands of an earlier run into `dir`, unless all is to be made anew.
    fn after(mut self, dir: &Path, anew: bool) -> Self {
        let earlier = read_manifest(dir)
            .ok()
            .filter(|manifest| !anew && manifest.made_by == self.pipeline.made_by());
        let dir = dir.to_owned();
        self.batch = self
            .batch
            .after(earlier.map(|manifest| Earlier::of(manifest, move |id| read_document(&dir, id))));
        self
    }

    fn write_folder(mut self, inputs: &[Input], left_out: Vec<Failure>, dir: &Path, one_file: bool) -> anyhow::Result<End> {
        let options = self.pipeline.options();
        let mut manifest = self.manifest();
        let mut folder = Folder::create(dir, &manifest, one_file)?;
        let mut report = Report::begin(inputs.len());
        let mut tally = Tally::default();
        let mut totals = Totals::new(self.pipeline.made_by(), options.counting.clone());
        let mut rows: Vec<InputRow> = left_out.into_iter().map(row_of_failure).collect();
        rows.iter().for_each(|row| report.note(row));
        let fields = &self.fields;
        let render = |document: &DocumentResult| {
            let totals = Totals::of(document, &options.counting, |kind| options.zones.counts(kind));
            let mut json = Vec::new();
            let written = fields.write(document, &mut json);
            (Tally::of(document), document.id.clone(), written.map(|()| json), totals)
        };
        self.batch.analyze(inputs, render, |outcome| -> anyhow::Result<()> {
            report.note(&outcome.row);
            rows.push(outcome.row);
            let Some((counts, id, json, part)) = outcome.value else {
                return Ok(());
            };
            tally.add(counts);
            folder.document(&id, &json?)?;
            Ok(totals.merge(part)?)
        })?;
        rows.sort();
        manifest.inputs = rows;
        manifest.finished = now();
        folder.finish(&totals, &collection(&totals), &manifest)?;
        Ok(report.end(&tally.to_string()))
    }

    fn manifest(&self) -> Manifest {
        Manifest {
            schema: MANIFEST_SCHEMA.to_owned(),
            made_by: self.pipeline.made_by(),
            options: serde_json::to_value(self.pipeline.options()).unwrap_or_default(),
            inputs: Vec::new(),
            started: now(),
            finished: String::new(),
        }
    }
}

fn now() -> String {
    jiff::Timestamp::now().to_string()
}

fn line(document: &DocumentResult, fields: &Fields) -> Vec<u8> {
    let mut line = Vec::new();
    // Writing to memory fails only where memory does.
    let _ = fields.write(document, &mut line);
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
    fn of(document: &DocumentResult) -> Self {
        Self {
            mentions: document.mentions.len(),
            stances: document.stances.len(),
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

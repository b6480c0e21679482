//! `briefscope explain`: why words became a mention, or did not.

use std::io::{BufWriter, Write, stdout};
use std::path::PathBuf;

use anyhow::{Context, ensure};
use briefscope::document::{Document, Kind};
use briefscope::gazetteer::{Explanation, Verdict};
use briefscope::ingest;
use briefscope::lexicon::Reading;
use briefscope::span::{CodePoints, Span};
use serde::Serialize;

use super::End;
use super::paint::{Paint, plain};
use super::settings::Settings;

/// Show every candidate for a name or theme with the rule that kept or dropped it
#[derive(clap::Args)]
#[command(after_help = "Examples:\n  briefscope explain brief.pdf --surface Dushanbe | less -R
  briefscope explain brief.txt --at 1204
  briefscope explain records.jsonl --id 17 --surface Georgia --json
  briefscope explain brief.txt --json     every candidate of the document")]
pub struct Args {
    /// A file, or - for standard input
    input: PathBuf,
    /// The candidates at this code point of the reading text (the document's `text`)
    #[arg(long, value_name = "OFFSET", conflicts_with = "surface")]
    at: Option<u32>,
    /// The candidates wherever these words stand
    #[arg(long, value_name = "TEXT")]
    surface: Option<String>,
    /// Only the record with this id
    #[arg(long, value_name = "ID")]
    id: Option<String>,
    /// Print JSON, one candidate a line
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    settings: Settings,
}

/// Runs the command.
pub fn run(args: Args) -> anyhow::Result<End> {
    let settings = args.settings.complete()?;
    let inputs = settings.inputs(std::slice::from_ref(&args.input))?.inputs;
    let pipeline = settings.pipeline(settings.lexicon()?)?;
    let question = Question {
        at: args.at,
        surface: args.surface,
    };
    let mut out = BufWriter::new(stdout().lock());
    let paint = Paint::for_stdout();
    let (mut end, mut documents, mut candidates) = (End::All, 0, 0);
    for input in &inputs {
        for read in ingest::read(input, &settings.read_options()?) {
            let raw = match read {
                Ok(raw) => raw,
                Err(failure) => {
                    eprintln!("{failure}");
                    end = End::Some;
                    continue;
                }
            };
            if args.id.as_ref().is_some_and(|id| *id != raw.head.id) {
                continue;
            }
            let (document, explanations) = pipeline.explain(raw, |document| question.spans(document));
            documents += 1;
            candidates += explanations.len();
            let points = CodePoints::new(&document.text);
            for explanation in &explanations {
                let row = Row::new(&document, &points, explanation);
                if args.json {
                    serde_json::to_writer(&mut out, &row)?;
                    writeln!(out)?;
                } else {
                    row.show(paint, &mut out)?;
                }
            }
        }
    }
    out.flush().context("standard output cannot be written")?;
    ensure!(documents > 0, "no document with this id in {}", args.input.display());
    eprintln!("{candidates} candidates");
    Ok(end)
}

/// Which words are asked about.
struct Question {
    at: Option<u32>,
    surface: Option<String>,
}

impl Question {
    fn spans(&self, document: &Document) -> Vec<Span> {
        let text = document.text.as_str();
        if let Some(at) = self.at {
            let start = CodePoints::new(text).byte(at) as usize;
            let length = text.get(start..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
            return vec![Span::new(start, start + length)];
        }
        match &self.surface {
            Some(surface) => text
                .match_indices(surface.as_str())
                .map(|(start, words)| Span::new(start, start + words.len()))
                .collect(),
            None => vec![Span::new(0, text.len())],
        }
    }
}

#[derive(Serialize)]
struct Row<'a> {
    document: &'a str,
    surface: &'a str,
    start: u32,
    end: u32,
    entity: Option<&'a str>,
    name: Option<&'a str>,
    kind: Option<Kind>,
    reading: Reading,
    rule: &'a str,
    confidence: f64,
    alias: Option<&'a str>,
    verdict: Verdict,
    why: &'a str,
    evidence: Vec<Evidence>,
}

#[derive(Serialize)]
struct Evidence {
    rule: &'static str,
    weight: f64,
}

impl<'a> Row<'a> {
    fn new(document: &'a Document, points: &CodePoints, explanation: &'a Explanation) -> Self {
        let evidence = explanation.evidence.iter().map(|&(rule, weight)| Evidence {
            rule,
            weight: rounded(weight),
        });
        Self {
            document: &document.head.id,
            surface: &explanation.surface,
            start: points.before(explanation.span.start),
            end: points.before(explanation.span.end),
            entity: explanation.entity.as_deref(),
            name: explanation.name.as_deref(),
            kind: explanation.kind,
            reading: explanation.reading,
            rule: explanation.rule,
            confidence: rounded(explanation.confidence),
            alias: explanation.alias.as_deref(),
            verdict: explanation.verdict,
            why: explanation.verdict.describe(),
            evidence: evidence.collect(),
        }
    }

    /// For a person: the words and what became of them, where the alias stands, what each rule said.
    fn show(&self, paint: Paint, out: &mut impl Write) -> std::io::Result<()> {
        let surface = match self.kind {
            Some(kind) => paint.kind(kind, self.surface),
            None => plain(self.surface),
        };
        let entity = self.entity.unwrap_or("no entity, hides what lies inside");
        let kind = self
            .kind
            .map(|kind| format!(" as {}", format!("{kind:?}").to_lowercase()))
            .unwrap_or_default();
        writeln!(
            out,
            "{surface}  {entity}{kind}: {} [{}, {:.2}]  {}",
            plain(self.why),
            self.rule,
            self.confidence,
            paint.dim(&format!("{} {}-{}", self.document, self.start, self.end))
        )?;
        let alias = self.alias.unwrap_or("made by the document");
        writeln!(out, "    {}", paint.dim(&format!("{}, {alias}", self.name.unwrap_or("no name"))))?;
        for Evidence { rule, weight } in self.evidence.iter().filter(|evidence| evidence.weight != 0.0) {
            let side = if *weight > 0.0 { Kind::Actor } else { Kind::Place };
            writeln!(out, "    {} {rule}", paint.kind(side, &format!("{weight:+.1}")))?;
        }
        Ok(())
    }
}

/// To two decimals.
fn rounded(value: f32) -> f64 {
    (f64::from(value) * 100.0).round() / 100.0
}

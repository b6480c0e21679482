//! `briefscope compare`: documents, or groups of them, side by side.

use std::io::{BufWriter, Write, stdout};
use std::path::PathBuf;

use anyhow::{Context, bail};
use briefscope::compare::{By, Comparer, Options, Texts};
use briefscope::output::documents;
use briefscope::result::{DocumentResult, document_id};

use super::End;

/// Put documents, or groups of them, side by side: who is named where, how far apart they are, where they disagree
#[derive(clap::Args)]
#[command(after_help = "Examples:
  briefscope compare results > comparison.json
  briefscope compare results --by year --format text
  briefscope compare results --by publisher | jq '.disagreements'
  briefscope analyze *.pdf > documents.jsonl; briefscope compare documents.jsonl --by year")]
pub struct Args {
    /// Result folders, document JSON files, or JSON Lines
    #[arg(required = true)]
    result: Vec<PathBuf>,
    /// What the groups are: `document`, `year`, `quarter`, `month`, or any metadata field
    #[arg(long, value_name = "FIELD", default_value = "document")]
    by: String,
    /// Draws of the bootstrap behind the intervals of distances (at most 50 groups); 0 for none
    #[arg(long, value_name = "N", default_value_t = Options::default().draws)]
    bootstrap: u32,
    /// Seed of the bootstrap
    #[arg(long, value_name = "N", default_value_t = Options::default().seed)]
    seed: u64,
    /// Also write the nodes of each group's network
    #[arg(long)]
    networks: bool,
    /// Everything as JSON, or a summary for a person
    #[arg(long, value_enum, default_value = "json")]
    format: Format,
}

#[derive(Clone, Copy, clap::ValueEnum)]
enum Format {
    Json,
    Text,
}

/// Runs the command.
pub fn run(args: &Args) -> anyhow::Result<End> {
    let mut comparer = Comparer::new(Options {
        by: By::named(&args.by),
        seed: args.seed,
        draws: args.bootstrap,
        networks: args.networks,
    });
    let mut count = 0;
    for path in &args.result {
        each_document(path, |json| {
            count += 1;
            Ok(comparer.add(&DocumentResult::read(json)?)?)
        })?;
    }
    if count == 0 {
        bail!("no document in the results; run `briefscope analyze --out` first");
    }
    let (closed, wanted) = comparer.close();
    let mut texts = Texts::default();
    for path in &args.result {
        each_document(path, |json| {
            if document_id(json).is_some_and(|id| wanted.has(&id)) {
                wanted.read(&DocumentResult::read(json)?, &mut texts);
            }
            Ok(())
        })?;
    }
    let mut out = BufWriter::new(stdout().lock());
    let comparison = closed.finish(&texts);
    match args.format {
        Format::Json => {
            serde_json::to_writer(&mut out, &comparison)?;
            out.write_all(b"\n")?;
        }
        Format::Text => super::comparison::show(&comparison, super::paint::Paint::for_stdout(), &mut out)?,
    }
    out.flush()?;
    eprintln!("{count} documents by {}", args.by);
    Ok(End::All)
}

fn each_document(path: &std::path::Path, take: impl FnMut(&str) -> anyhow::Result<()>) -> anyhow::Result<()> {
    documents(path, take).with_context(|| format!("{}: cannot be compared", path.display()))
}

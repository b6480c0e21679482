//! `briefscope lexicon suggest`: names that documents use and no lexicon has.

use std::convert::Infallible;
use std::io::{BufWriter, Write, stdout};
use std::path::PathBuf;

use briefscope::lexicon::{Suggestions, render};
use briefscope::pipeline::Batch;

use crate::cli::End;
use crate::cli::console::Report;
use crate::cli::settings::Settings;

/// List names and acronyms that the documents use and no lexicon has, as lexicon entries to look through
#[derive(clap::Args)]
#[command(after_help = "Examples:
  briefscope lexicon suggest briefs > candidates.tsv
  briefscope lexicon suggest briefs --spread 1 --most 50

The names that most documents use come first, then those used most often. Each stands as an entry in the format of the
lexicons, with its documents, its count and a sentence or two in comment lines before it. Id and class are proposals: read them,
correct them, delete the rest, and use the file with --lexicon.")]
pub struct Args {
    /// Files, folders, record files or -
    #[arg(required = true)]
    inputs: Vec<PathBuf>,
    /// Names in at least N documents
    #[arg(long, value_name = "N", default_value_t = 2)]
    spread: usize,
    /// At most N names
    #[arg(long, value_name = "N", default_value_t = 200)]
    most: usize,
    #[command(flatten)]
    settings: Settings,
}

/// Runs the command.
pub fn run(args: Args) -> anyhow::Result<End> {
    let settings = args.settings.complete()?;
    let inputs = settings.inputs(&args.inputs)?.inputs;
    let pipeline = settings.pipeline(settings.lexicon()?)?;
    let options = settings.read_options()?;
    let mut suggestions = Suggestions::default();
    let mut report = Report::begin(inputs.len());
    let make = |raw| {
        let analysis = pipeline.analyze(raw);
        (analysis.unlisted(&pipeline.lexicon), analysis.status())
    };
    let done: Result<(), Infallible> = Batch::new(pipeline, &options).run(&inputs, make, |outcome| {
        report.note(&outcome.row);
        outcome.value.into_iter().flatten().for_each(|sighting| suggestions.note(sighting));
        Ok(())
    });
    let Ok(()) = done;
    let mut ranked = suggestions.ranked(args.spread);
    let found = format!("{} names that no lexicon has", ranked.len());
    ranked.truncate(args.most);
    let entries = ranked.iter().map(|suggestion| (suggestion.id.as_str(), &suggestion.entry));
    let mut out = BufWriter::new(stdout().lock());
    out.write_all(render(entries, "suggested").as_bytes())?;
    out.flush()?;
    Ok(report.end(&found))
}

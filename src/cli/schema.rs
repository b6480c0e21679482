//! `briefscope schema`: the JSON Schema of each output.

use std::io::Write;

use briefscope::result::{CollectionResult, ComparisonResult, DocumentResult, Manifest};
use clap::ValueEnum;

use super::End;

/// Print the JSON Schema (2020-12) of an output
#[derive(clap::Args)]
#[command(after_help = "Example:\n  briefscope schema document > document.schema.json")]
pub struct Args {
    /// Which output
    #[arg(value_enum)]
    output: Output,
}

#[derive(Clone, Copy, ValueEnum)]
enum Output {
    Document,
    Collection,
    Comparison,
    Manifest,
}

/// Runs the command.
pub fn run(args: &Args) -> anyhow::Result<End> {
    let schema = match args.output {
        Output::Document => schemars::schema_for!(DocumentResult),
        Output::Collection => schemars::schema_for!(CollectionResult),
        Output::Comparison => schemars::schema_for!(ComparisonResult),
        Output::Manifest => schemars::schema_for!(Manifest),
    };
    let mut out = std::io::stdout().lock();
    serde_json::to_writer_pretty(&mut out, &schema)?;
    out.write_all(b"\n")?;
    Ok(End::All)
}

//! `briefscope report`: one HTML page of a result folder.

use std::path::PathBuf;

use anyhow::Context;
use briefscope::output::report::{MOST_BYTES, Page};
use briefscope::output::write_whole;

use super::End;

/// Write one self-contained HTML page of a result folder: networks, stances, themes, a map, every figure with its sentences
#[derive(clap::Args)]
#[command(after_help = "Examples:\n  briefscope report results\n  briefscope report results -o central-asia.html")]
pub struct Args {
    /// Result folder of `briefscope analyze --out`
    result: PathBuf,
    /// File to write [default: report.html in the result folder]
    #[arg(long, short, value_name = "FILE")]
    out: Option<PathBuf>,
}

/// Runs the command.
pub fn run(args: &Args) -> anyhow::Result<End> {
    let page = Page::of(&args.result, MOST_BYTES)?;
    let path = args.out.clone().unwrap_or_else(|| args.result.join("report.html"));
    let cannot = || format!("{}: cannot be written", path.display());
    write_whole(&path, |out| page.write(out)).with_context(cannot)?;
    let bytes = std::fs::metadata(&path).with_context(cannot)?.len();
    if let Some(sampled) = page.sampled() {
        eprintln!(
            "{} of {} documents are in the page with their text; the figures count all",
            sampled.shown, sampled.all
        );
    }
    #[expect(clippy::cast_precision_loss, reason = "for show")]
    let megabytes = bytes as f64 / 1e6;
    eprintln!("{}: {megabytes:.1} MB", path.display());
    Ok(End::All)
}

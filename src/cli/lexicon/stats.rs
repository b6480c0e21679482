//! `briefscope lexicon stats`: how much the lexicons hold.

use std::io::{Write, stdout};

use briefscope::lexicon::statistics;

use crate::cli::End;
use crate::cli::settings::Settings;

/// Runs the command.
pub fn run(settings: Settings) -> anyhow::Result<End> {
    let statistics = statistics(&settings.complete()?.lexicon()?);
    let mut out = stdout().lock();
    writeln!(out, "{:<12} {:>8} {:>8}", "prefix", "ids", "aliases")?;
    for (prefix, (ids, aliases)) in &statistics.by_prefix {
        writeln!(out, "{prefix:<12} {ids:>8} {aliases:>8}")?;
    }
    for (kind, count) in &statistics.cues {
        writeln!(out, "{:<12} {count:>8}", format!("{kind} cues"))?;
    }
    writeln!(out, "{:<12} {:>8}", "examples", statistics.examples)?;
    Ok(End::All)
}

//! `briefscope lexicon check`: what is wrong, and what is probably wrong.

use std::io::{Write, stdout};

use briefscope::lexicon::findings;

use crate::cli::End;
use crate::cli::settings::Settings;

/// Runs the command.
pub fn run(settings: Settings) -> anyhow::Result<End> {
    let lexicon = settings.complete()?.lexicon()?;
    let mut out = stdout().lock();
    let findings = findings(&lexicon);
    for finding in &findings {
        writeln!(out, "{finding}")?;
    }
    eprintln!(
        "{} ids, {} aliases; {} findings",
        lexicon.entities.len(),
        lexicon.aliases.len(),
        findings.len()
    );
    Ok(if findings.is_empty() { End::All } else { End::Some })
}

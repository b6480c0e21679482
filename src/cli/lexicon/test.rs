//! `briefscope lexicon test`: every example sentence, run.

use std::io::{Write, stdout};

use crate::cli::End;
use crate::cli::settings::Settings;

/// Runs the command.
pub fn run(settings: Settings) -> anyhow::Result<End> {
    let settings = settings.complete()?;
    let pipeline = settings.pipeline(settings.lexicon()?)?;
    let trials = pipeline.try_examples();
    let mut out = stdout().lock();
    let failed: Vec<_> = trials.iter().filter(|trial| !trial.passes()).collect();
    for trial in &failed {
        let wanted = if trial.example.expect { "is not found" } else { "is found" };
        let instead = if trial.found.is_empty() {
            String::new()
        } else {
            format!(" (found: {})", trial.found.join(", "))
        };
        writeln!(
            out,
            "{}: {} {wanted} in {:?}{instead}",
            trial.example.at, trial.example.id, trial.example.text
        )?;
    }
    eprintln!("{} examples, {} behave otherwise", trials.len(), failed.len());
    Ok(if failed.is_empty() { End::All } else { End::Some })
}

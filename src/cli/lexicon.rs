//! `briefscope lexicon`: the lexicons as tested data.

use std::io::{Write, stdout};

use briefscope::lexicon::{findings, statistics};
use clap::Subcommand;

use super::End;
use super::settings::Settings;

/// Check, test and count lexicons
#[derive(clap::Args)]
#[command(after_help = "Examples:
  briefscope lexicon check --lexicon my-groups.tsv
  briefscope lexicon test
  briefscope lexicon stats")]
pub struct Args {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Name what is wrong, and what is probably wrong
    Check {
        #[command(flatten)]
        settings: Settings,
    },
    /// Run every example sentence
    Test {
        #[command(flatten)]
        settings: Settings,
    },
    /// Count ids, aliases, cues and examples
    Stats {
        #[command(flatten)]
        settings: Settings,
    },
}

/// Runs the command.
pub fn run(args: Args) -> anyhow::Result<End> {
    match args.task {
        Task::Check { settings } => check(settings),
        Task::Test { settings } => test(settings),
        Task::Stats { settings } => stats(settings),
    }
}

fn check(settings: Settings) -> anyhow::Result<End> {
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

fn test(settings: Settings) -> anyhow::Result<End> {
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

fn stats(settings: Settings) -> anyhow::Result<End> {
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

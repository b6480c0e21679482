//! The command line: one file a command; clap types to options, library, output.

mod analyze;
mod compare;
mod comparison;
mod console;
mod diff;
mod evaluate;
mod explain;
mod export;
mod import;
mod inspect;
mod kwic;
mod lexicon;
mod merge;
mod paint;
mod report;
mod schema;
mod segment;
mod settings;
mod share;
mod stances;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Who is named, where, which threats, who stands where towards whom: text mining for policy briefs, with the sentence behind every
/// number.
#[derive(Parser)]
#[command(version, propagate_version = true, max_term_width = 110)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Analyze(analyze::Args),
    Compare(compare::Args),
    Merge(merge::Args),
    Diff(diff::Args),
    Segment(segment::Args),
    Inspect(inspect::Args),
    Explain(explain::Args),
    Report(report::Args),
    Kwic(kwic::Args),
    Stances(stances::Args),
    Export(export::Args),
    Evaluate(evaluate::Args),
    Import(import::Args),
    Lexicon(lexicon::Args),
    Schema(schema::Args),
}

/// How a command ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// Everything was done.
    All,
    /// Some inputs were partial, empty or failed.
    Some,
}

/// Runs the program; exit status 0: all done, 1: some inputs were not, 2: nothing was done.
pub fn run() -> ExitCode {
    // A panic of a library is a failed document, named in the manifest; its trace helps nobody there.
    std::panic::set_hook(Box::new(|_| {}));
    let done = match Cli::parse().command {
        Command::Analyze(args) => analyze::run(args),
        Command::Compare(args) => compare::run(&args),
        Command::Diff(args) => diff::run(&args),
        Command::Merge(args) => merge::run(&args),
        Command::Segment(args) => segment::run(args),
        Command::Inspect(args) => inspect::run(args),
        Command::Explain(args) => explain::run(args),
        Command::Report(args) => report::run(&args),
        Command::Kwic(args) => kwic::run(&args),
        Command::Stances(args) => stances::run(args),
        Command::Export(args) => export::run(&args),
        Command::Import(args) => import::run(&args),
        Command::Evaluate(args) => evaluate::run(&args),
        Command::Lexicon(args) => lexicon::run(args),
        Command::Schema(args) => schema::run(&args),
    };
    match done {
        Ok(End::All) => ExitCode::SUCCESS,
        Ok(End::Some) => ExitCode::from(1),
        Err(error) if console::is_closed_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("briefscope: {error:#}");
            ExitCode::from(2)
        }
    }
}

//! `briefscope lexicon`: the lexicons as tested data.

mod check;
mod diff;
mod import;
mod stats;
mod suggest;
mod test;

use clap::Subcommand;

use super::End;
use super::settings::Settings;

/// Check, test, count, extend, compare and import lexicons
#[derive(clap::Args)]
#[command(after_help = "Examples:
  briefscope lexicon check --lexicon my-groups.tsv
  briefscope lexicon test
  briefscope lexicon stats
  briefscope lexicon suggest briefs --spread 3 > candidates.tsv
  briefscope lexicon diff builtin my-groups.tsv briefs
  briefscope lexicon import dictionary.yml > my-themes.tsv")]
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
    Suggest(suggest::Args),
    Diff(diff::Args),
    Import(import::Args),
}

/// Runs the command.
pub fn run(args: Args) -> anyhow::Result<End> {
    match args.task {
        Task::Check { settings } => check::run(settings),
        Task::Test { settings } => test::run(settings),
        Task::Stats { settings } => stats::run(settings),
        Task::Suggest(args) => suggest::run(args),
        Task::Diff(args) => diff::run(args),
        Task::Import(args) => import::run(&args),
    }
}

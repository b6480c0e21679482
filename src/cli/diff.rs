//! `briefscope diff`: what changed between two result folders, and why.

use std::io::Write;
use std::path::{Path, PathBuf};

use briefscope::compare::{Side, difference};
use briefscope::output::{documents, read_collection, read_manifest};
use briefscope::result::{Cause, DifferenceResult, DocumentResult};
use clap::ValueEnum;

use super::End;

/// Say what changed between two result folders, and why: document, lexicon, option or version
#[derive(clap::Args)]
#[command(after_help = "Examples:
  briefscope diff results-before results-after --format text
  briefscope diff results-before results-after | jq '.aliases'")]
pub struct Args {
    /// The result folder before
    before: PathBuf,
    /// The result folder after
    after: PathBuf,
    /// For programs or for people
    #[arg(long, value_enum, default_value = "json")]
    format: Format,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    Json,
    Text,
}

/// Runs the command.
pub fn run(args: &Args) -> anyhow::Result<End> {
    let (before, after) = (side(&args.before)?, side(&args.after)?);
    let manifests = (read_manifest(&args.before)?, read_manifest(&args.after)?);
    let collections = (read_collection(&args.before)?, read_collection(&args.after)?);
    let result = difference((&manifests.0, &collections.0, &before), (&manifests.1, &collections.1, &after));
    let mut out = std::io::stdout().lock();
    match args.format {
        Format::Json => {
            serde_json::to_writer(&mut out, &result)?;
            out.write_all(b"\n")?;
        }
        Format::Text => out.write_all(text(&result).as_bytes())?,
    }
    Ok(End::All)
}

fn side(dir: &Path) -> anyhow::Result<Side> {
    let mut side = Side::default();
    documents(dir, |json| -> anyhow::Result<()> {
        side.add(&DocumentResult::read(json)?);
        Ok(())
    })?;
    Ok(side)
}

/// Mentions, documents and figures so many lines each; the JSON has all.
const LINES: usize = 40;

fn text(result: &DifferenceResult) -> String {
    let causes = result
        .options
        .iter()
        .map(|it| format!("option {}: {} -> {}", it.option, it.before, it.after));
    let made = [
        ("version", &result.before.version, &result.after.version),
        ("lexicons", &result.before.lexicon, &result.after.lexicon),
    ];
    let made = made
        .into_iter()
        .filter(|(_, a, b)| a != b)
        .map(|(what, a, b)| format!("{what}: {a} -> {b}"));
    let documents = result.documents.iter().map(|it| match (&it.before, &it.after) {
        (None, _) => format!("+ {}: {} mentions, {} stances", it.path, it.mentions_after, it.stances_after),
        (_, None) => format!("- {}: {} mentions, {} stances", it.path, it.mentions_before, it.stances_before),
        _ => format!(
            "  {}: {} -> {} mentions, {} -> {} stances ({})",
            it.path,
            it.mentions_before,
            it.mentions_after,
            it.stances_before,
            it.stances_after,
            words(&it.because)
        ),
    });
    let none = "nothing".to_owned();
    let aliases = result.aliases.iter().map(|it| {
        let (before, after) = (it.before.as_ref().unwrap_or(&none), it.after.as_ref().unwrap_or(&none));
        format!(
            "  {:?}: {before} -> {after} ({} mentions, {} documents)",
            it.surface, it.mentions, it.documents
        )
    });
    let entities = result
        .entities
        .iter()
        .map(|it| format!("  {}: {} -> {}", it.entity, it.before, it.after));
    let positions = result.positions.iter().map(|it| {
        let (before, after) = (it.label_before.map(label), it.label_after.map(label));
        let word = |label: Option<String>| label.unwrap_or_else(|| "none".to_owned());
        let by = it
            .attributed_to
            .as_ref()
            .map_or(String::new(), |source| format!(" by the word of {source}"));
        format!(
            "  {} on {}{by}: {} -> {} (n {} -> {})",
            it.holder,
            it.target,
            word(before),
            word(after),
            it.n_before,
            it.n_after
        )
    });
    [
        section("Causes", made.chain(causes).map(|line| format!("  {line}")).collect()),
        section("Documents", documents.collect()),
        section("Surface forms", aliases.collect()),
        section("Entities", entities.collect()),
        section("Positions", positions.collect()),
    ]
    .concat()
}

fn section(title: &str, lines: Vec<String>) -> String {
    let more = lines.len().saturating_sub(LINES);
    let mut text = format!(
        "{title}: {}\n",
        if lines.is_empty() {
            "no change".to_owned()
        } else {
            lines.len().to_string()
        }
    );
    for line in lines.into_iter().take(LINES) {
        text += &line;
        text.push('\n');
    }
    if more > 0 {
        text += &format!("  and {more} more\n");
    }
    text
}

fn words(causes: &[Cause]) -> String {
    let word = |cause: &Cause| match cause {
        Cause::Document => "document",
        Cause::Lexicon => "lexicon",
        Cause::Option => "option",
        Cause::Version => "version",
    };
    causes.iter().map(word).collect::<Vec<_>>().join(", ")
}

fn label(label: briefscope::result::Label) -> String {
    format!("{label:?}").to_lowercase()
}

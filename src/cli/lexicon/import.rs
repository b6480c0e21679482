//! `briefscope lexicon import`: word lists of other tools as lexicon files.

use std::io::{Write, stdout};
use std::path::PathBuf;

use anyhow::{Context, bail};
use briefscope::lexicon::{Class, ImportOptions, ListFormat, import};
use clap::ValueEnum;

use crate::cli::End;

/// Turn a dictionary or word list of another tool into a lexicon file on standard output
#[derive(clap::Args)]
#[command(after_help = "Examples:
  briefscope lexicon import policy.yml > my-themes.tsv
  briefscope lexicon import ministries.csv --class agency > ministries.tsv
  briefscope lexicon import rivers.jsonl --source 'Wikidata, 2026-05' > rivers.tsv
  briefscope lexicon import patterns.jsonl --class igo | head
  briefscope lexicon check --lexicon my-themes.tsv

quanteda: categories are themes, or names of the class that --class gives. Tables have a header with `name` and perhaps `aliases`,
`class` and `id`; aliases are separated by | or ;. Wikidata: a dump's entities or a query's rows, a line each. spaCy: patterns of the
EntityRuler. What cannot be taken is named by line on standard error; exit status 1.")]
pub struct Args {
    /// The list
    file: PathBuf,
    /// What wrote it; told by the name where this is not given
    #[arg(long, value_enum)]
    format: Option<Format>,
    /// Class of names whose own is not told, such as agency
    #[arg(long, value_name = "CLASS")]
    class: Option<String>,
    /// Language of Wikidata's labels
    #[arg(long, value_name = "CODE", default_value = "en")]
    language: String,
    /// What goes into the column `source` [default: the file's name]
    #[arg(long, value_name = "TEXT")]
    source: Option<String>,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    Quanteda,
    Table,
    Wikidata,
    Spacy,
}

/// Runs the command.
pub fn run(args: &Args) -> anyhow::Result<End> {
    let shown = args.file.display();
    let text = std::fs::read_to_string(&args.file).with_context(|| format!("{shown}: cannot be read as UTF-8 text"))?;
    let name = args
        .file
        .file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default();
    let given = args.format.map(|format| match format {
        Format::Quanteda => ListFormat::Quanteda,
        Format::Table => ListFormat::Table,
        Format::Wikidata => ListFormat::Wikidata,
        Format::Spacy => ListFormat::Spacy,
    });
    let Some(format) = given.or_else(|| ListFormat::guess(&name, &text)) else {
        bail!("{shown}: the name does not tell the format; give --format quanteda, table, wikidata or spacy");
    };
    let class = args
        .class
        .as_deref()
        .map(|class| Class::named(class).with_context(|| format!("--class {class}: no class has this name; {}", known())));
    let options = ImportOptions {
        class: class.transpose()?,
        language: args.language.clone(),
        source: args.source.clone().unwrap_or(name).replace(['\t', '\n'], " "),
    };
    let imported = import(format, &text, &options);
    for (line, problem) in &imported.problems {
        eprintln!("{shown}:{line}: {problem}");
    }
    if imported.is_empty() {
        bail!("{shown}: nothing could be imported");
    }
    stdout().lock().write_all(imported.render(&options).as_bytes())?;
    eprintln!("{} ids; {} problems", imported.len(), imported.problems.len());
    Ok(if imported.problems.is_empty() { End::All } else { End::Some })
}

fn known() -> String {
    format!("use one of {}", Class::names().collect::<Vec<_>>().join(" "))
}

//! `briefscope export`: a result folder in the formats of other programs.

use std::path::PathBuf;

use anyhow::Context;
use briefscope::output::{Form, Markup, Tool, write_annotations, write_concordance, write_events, write_graphs, write_tables};
use clap::ValueEnum;

use super::End;

/// Characters on either side of a keyword in context.
const CONTEXT: u32 = 60;

/// Write a result folder as tables, networks or annotations for other programs
#[derive(clap::Args)]
#[command(after_help = "Examples:
  briefscope export results --format csv --out tables
  briefscope export results --format gexf --out networks
  briefscope export results --format brat --out to-correct")]
pub struct Args {
    /// Result folder of `briefscope analyze --out`
    result: PathBuf,
    /// Format to write
    #[arg(long, value_enum, default_value = "csv")]
    format: Format,
    /// Folder to write to
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// Tables as comma-separated values, with a data dictionary and a data package (R, Python, spreadsheets)
    Csv,
    /// The same tables as Parquet, with typed columns
    Parquet,
    /// Networks of co-occurrence and of positions (networkx, igraph, Gephi, visone)
    Graphml,
    /// The same networks with dynamic time (Gephi)
    Gexf,
    /// Event list of Discourse Network Analyzer, and the networks as GraphML
    Dna,
    /// JSON Lines of mentions for training and checking
    Spacy,
    /// Text and stand-off annotation a document
    Brat,
    /// UIMA CAS as JSON a document (INCEpTION, `WebAnno`)
    Cas,
    /// Every mention with its context as comma-separated values
    Kwic,
}

/// Runs the command.
pub fn run(args: &Args) -> anyhow::Result<End> {
    let Args { result, format, out } = args;
    std::fs::create_dir_all(out).with_context(|| format!("{}: cannot be written", out.display()))?;
    let written = match format {
        Format::Csv => write_tables(result, out, Form::Csv)?,
        Format::Parquet => write_tables(result, out, Form::Parquet)?,
        Format::Graphml => write_graphs(result, out, Markup::Graphml)?,
        Format::Gexf => write_graphs(result, out, Markup::Gexf)?,
        Format::Dna => [write_events(result, out)?, write_graphs(result, out, Markup::Graphml)?].concat(),
        Format::Spacy => write_annotations(result, out, Tool::Spacy)?,
        Format::Brat => write_annotations(result, out, Tool::Brat)?,
        Format::Cas => write_annotations(result, out, Tool::Cas)?,
        Format::Kwic => write_concordance(result, out, CONTEXT)?,
    };
    for file in written {
        eprintln!("{}: {} rows", file.path.display(), file.rows);
    }
    Ok(End::All)
}

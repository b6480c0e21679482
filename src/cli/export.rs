//! `briefscope export`: tables of a result folder.

use std::path::PathBuf;

use anyhow::Context;
use briefscope::output::{Form, write_tables};
use clap::ValueEnum;

use super::End;

/// Write tables of a result folder for R, Python and spreadsheets
#[derive(clap::Args)]
#[command(after_help = "Example:\n  briefscope export results --format csv --out tables")]
pub struct Args {
    /// Result folder of `briefscope analyze --out`
    result: PathBuf,
    /// Format of the tables
    #[arg(long, value_enum, default_value = "csv")]
    format: Format,
    /// Folder to write to
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// Comma-separated values, UTF-8, one file a table, with a data dictionary and datapackage.json
    Csv,
    /// Parquet, the same tables with typed columns
    Parquet,
}

/// Runs the command.
pub fn run(args: &Args) -> anyhow::Result<End> {
    std::fs::create_dir_all(&args.out).with_context(|| format!("{}: cannot be written", args.out.display()))?;
    let tables = match args.format {
        Format::Csv => write_tables(&args.result, &args.out, Form::Csv)?,
        Format::Parquet => write_tables(&args.result, &args.out, Form::Parquet)?,
    };
    for table in tables {
        eprintln!("{}: {} rows", table.path.display(), table.rows);
    }
    Ok(End::All)
}

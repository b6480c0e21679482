//! `briefscope kwic`: keyword in context.

use std::io::{BufWriter, Write, stdout};
use std::path::PathBuf;

use briefscope::output::concordance;

use super::End;
use super::paint::{Paint, plain};

/// Show every mention of a name with what stands before and after
#[derive(clap::Args)]
#[command(after_help = "Examples:\n  briefscope kwic results Taliban\n  briefscope kwic results theme:refugees --width 40 | less -R")]
pub struct Args {
    /// Result folder, document file or JSON Lines
    result: PathBuf,
    /// Part of the words, of the name or of the id; letter case does not matter
    query: String,
    /// Characters on either side
    #[arg(long, short, value_name = "N", default_value_t = 50)]
    width: u32,
}

/// Runs the command.
pub fn run(args: &Args) -> anyhow::Result<End> {
    let paint = Paint::for_stdout();
    let mut out = BufWriter::new(stdout().lock());
    let mut lines = Vec::new();
    concordance(&args.result, &args.query, args.width, |line| {
        lines.push(line);
        Ok(())
    })?;
    for line in &lines {
        let page = line.page.map(|page| format!(" p. {page}")).unwrap_or_default();
        let place = paint.dim(&format!("{}{page}", line.document));
        let left = format!("{:>width$}", plain(&line.left), width = args.width as usize);
        writeln!(out, "{left}{}{}  {place}", paint.kind(line.kind, &line.surface), plain(&line.right))?;
    }
    out.flush()?;
    eprintln!("{} lines", lines.len());
    Ok(End::All)
}

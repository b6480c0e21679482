//! `briefscope inspect`: what the reader saw, for a person.

use std::io::{IsTerminal, Write, stdout};
use std::path::PathBuf;

use briefscope::document::{Block, BlockKind, Document};
use briefscope::ingest;
use briefscope::lexicon::Lexicon;

use super::End;
use super::settings::Settings;

/// Show what the reader saw of a file: blocks with their kind and page
#[derive(clap::Args)]
#[command(after_help = "Examples:\n  briefscope inspect brief.txt | less -R\n  briefscope inspect --raw brief.pdf > extracted.txt")]
pub struct Args {
    /// One file, or - for standard input
    file: PathBuf,
    /// Print exactly the text that source offsets count in
    #[arg(long)]
    raw: bool,
    #[command(flatten)]
    settings: Settings,
}

/// Runs the command.
pub fn run(args: Args) -> anyhow::Result<End> {
    let settings = args.settings.complete()?;
    let inputs = settings.inputs(std::slice::from_ref(&args.file))?.inputs;
    let pipeline = settings.pipeline(Lexicon::default())?;
    let mut out = stdout().lock();
    let mut end = End::All;
    for read in ingest::read(&inputs[0], &settings.read_options()?) {
        let raw = match read {
            Ok(raw) => raw,
            Err(failure) => {
                eprintln!("{failure}");
                end = End::Some;
                continue;
            }
        };
        if args.raw {
            out.write_all(raw.text.as_bytes())?;
        } else {
            show(&pipeline.segment(raw).0, stdout().is_terminal(), &mut out)?;
        }
    }
    Ok(end)
}

fn show(document: &Document, colour: bool, out: &mut impl Write) -> std::io::Result<()> {
    let head = &document.head;
    let or_unknown = |value: &Option<String>| value.clone().unwrap_or_else(|| "unknown".to_owned());
    writeln!(out, "{}  ({}, {} bytes)", head.id, head.source.media_type, head.source.bytes)?;
    let metadata = &head.metadata;
    writeln!(out, "title: {}", or_unknown(&metadata.title))?;
    writeln!(
        out,
        "publisher: {}; date: {}; language: {}",
        or_unknown(&metadata.publisher),
        or_unknown(&metadata.date),
        or_unknown(&metadata.language)
    )?;
    for warning in &head.warnings {
        writeln!(out, "warning ({}): {}", warning.code, warning.message)?;
    }
    for block in &document.blocks {
        show_block(document, block, colour, out)?;
    }
    Ok(())
}

fn show_block(document: &Document, block: &Block, colour: bool, out: &mut impl Write) -> std::io::Result<()> {
    let page = block.page.map(|page| format!(" p{page}")).unwrap_or_default();
    let label = format!("{:?}", block.kind).to_lowercase();
    let (on, off) = if colour { (code(block.kind), "\x1b[0m") } else { ("", "") };
    writeln!(out, "\n{on}[{label}{page}]{off} {}", block.span.of(&document.text))
}

/// The terminal's colour for a kind of block.
fn code(kind: BlockKind) -> &'static str {
    match kind {
        BlockKind::Title => "\x1b[1;36m",
        BlockKind::Heading => "\x1b[1;34m",
        BlockKind::Body => "\x1b[32m",
        BlockKind::List => "\x1b[33m",
        BlockKind::Caption | BlockKind::Table => "\x1b[35m",
        BlockKind::Footnote | BlockKind::Reference => "\x1b[2m",
        BlockKind::Furniture => "\x1b[2;31m",
    }
}

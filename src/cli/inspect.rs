//! `briefscope inspect`: what the reader saw, for a person.

mod images;
mod page;

use std::io::{IsTerminal, Write, stdout};
use std::path::PathBuf;

use anyhow::Context;
use briefscope::document::{Block, BlockKind, Document};
use briefscope::ingest::{self, Input, Place};
use briefscope::lexicon::Lexicon;
use briefscope::output::write_whole;

use super::End;
use super::paint::plain;
use super::settings::Settings;

/// Show what the reader saw of a file: blocks with their kind and page
#[derive(clap::Args)]
#[command(
    after_help = "Examples:\n  briefscope inspect brief.txt | less -R\n  briefscope inspect --raw brief.pdf > extracted.txt\n  briefscope inspect --html -o brief.html brief.pdf"
)]
pub struct Args {
    /// One file, or - for standard input
    file: PathBuf,
    /// Print exactly the text that source offsets count in
    #[arg(long, conflicts_with = "html")]
    raw: bool,
    /// Make a web page: the blocks beside the pictures of a PDF's pages, where pdftoppm is installed
    #[arg(long)]
    html: bool,
    /// Write to this file instead of standard output
    #[arg(long, short, value_name = "FILE")]
    out: Option<PathBuf>,
    #[command(flatten)]
    settings: Settings,
}

/// Runs the command.
pub fn run(args: Args) -> anyhow::Result<End> {
    let settings = args.settings.complete()?;
    let input = settings.inputs(std::slice::from_ref(&args.file))?.inputs.remove(0);
    let pipeline = settings.pipeline(Lexicon::default())?;
    let options = settings.read_options()?;
    let colour = args.out.is_none() && stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none();
    let mut shown: Vec<u8> = Vec::new();
    let mut end = End::All;
    for read in ingest::read(&input, &options) {
        match read {
            Ok(raw) if args.raw => shown.extend_from_slice(raw.text.as_bytes()),
            Ok(raw) => {
                let document = pipeline.segment(raw).0;
                if args.html {
                    shown.extend_from_slice(page::html(&document, &pictures(&input, &document, options.password.as_deref())).as_bytes());
                } else {
                    show(&document, colour, &mut shown)?;
                }
            }
            Err(failure) => {
                eprintln!("{failure}");
                end = End::Some;
            }
        }
    }
    match &args.out {
        Some(_) if shown.is_empty() => {}
        Some(file) => write_whole(file, |out| out.write_all(&shown)).with_context(|| format!("{}: cannot be written", file.display()))?,
        None => stdout().lock().write_all(&shown)?,
    }
    Ok(end)
}

/// Pictures of the pages of a PDF in a file.
fn pictures(input: &Input, document: &Document, password: Option<&str>) -> Vec<String> {
    match (&input.place, document.head.source.pages) {
        (Place::File(file), Some(pages)) if document.head.source.media_type == "application/pdf" => images::of_pages(file, pages, password),
        _ => Vec::new(),
    }
}

fn show(document: &Document, colour: bool, out: &mut impl Write) -> std::io::Result<()> {
    let head = &document.head;
    let or_unknown = |value: &Option<String>| value.as_deref().map_or_else(|| "unknown".to_owned(), plain);
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
        let place = warning.page.map(|page| format!(", page {page}")).unwrap_or_default();
        writeln!(out, "warning ({}{place}): {}", warning.code, plain(&warning.message))?;
    }
    for block in &document.blocks {
        show_block(document, block, colour, out)?;
    }
    Ok(())
}

fn show_block(document: &Document, block: &Block, colour: bool, out: &mut impl Write) -> std::io::Result<()> {
    let place = block.page.map(|page| format!(" p{page}")).unwrap_or_default();
    let label = page::name(block.kind);
    let (on, off) = if colour { (code(block.kind), "\x1b[0m") } else { ("", "") };
    writeln!(out, "\n{on}[{label}{place}]{off} {}", block.span.of(&document.text))
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

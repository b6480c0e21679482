//! `briefscope stances`: who stands where, with the sentences.

use std::io::{BufWriter, Write, stdout};
use std::path::PathBuf;

use briefscope::output::{Position, Sentence, Wanted, positions};

use super::End;
use super::paint::{Paint, plain};

/// Show who stands where towards whom, with every sentence that says so
#[derive(clap::Args)]
#[command(
    after_help = "Examples:\n  briefscope stances results --holder Russia\n  briefscope stances results --holder state:TJK --target Taliban"
)]
pub struct Args {
    /// Result folder of `briefscope analyze --out`
    result: PathBuf,
    /// Part of the name or id of who stands somewhere
    #[arg(long, value_name = "NAME")]
    holder: Option<String>,
    /// Part of the name or id of whom or what it is towards
    #[arg(long, value_name = "NAME")]
    target: Option<String>,
}

/// Runs the command.
pub fn run(args: Args) -> anyhow::Result<End> {
    let wanted = Wanted {
        holder: args.holder,
        target: args.target,
    };
    let found = positions(&args.result, &wanted)?;
    let paint = Paint::for_stdout();
    let mut out = BufWriter::new(stdout().lock());
    for position in &found {
        headline(position, paint, &mut out)?;
        position.sentences.iter().try_for_each(|it| show(it, paint, &mut out))?;
        writeln!(out)?;
    }
    out.flush()?;
    eprintln!("{} positions", found.len());
    Ok(End::All)
}

fn headline(position: &Position, paint: Paint, out: &mut impl Write) -> std::io::Result<()> {
    let row = &position.row;
    let [holder, target, source] = position.names.each_ref().map(|name| plain(name.as_deref().unwrap_or_default()));
    let source = if source.is_empty() { source } else { format!(" (says {source})") };
    let label = paint.polarity(row.score.0, &format!("{:?}", row.label).to_lowercase());
    writeln!(
        out,
        "{holder} → {target}{source}: {label}, score {:.2} [{:.2}, {:.2}], n {} (+{} −{} ·{}), {} documents",
        row.score.0, row.low.0, row.high.0, row.n, row.positive, row.negative, row.neutral, row.documents
    )
}

fn show(sentence: &Sentence, paint: Paint, out: &mut impl Write) -> std::io::Result<()> {
    let sign = match sentence.polarity {
        1.. => "+",
        0 => "·",
        _ => "−",
    };
    let polarity = f64::from(sentence.polarity);
    let part = |range: std::ops::Range<usize>| sentence.text.get(range).unwrap_or_default();
    let (before, cue, after) = (
        plain(part(0..sentence.cue.start)),
        paint.polarity(polarity, part(sentence.cue.clone())),
        plain(part(sentence.cue.end..sentence.text.len())),
    );
    let page = sentence.page.map(|page| format!(" p. {page}")).unwrap_or_default();
    let place = paint.dim(&format!("{}{page} {}", sentence.document, sentence.flags.join(" ")));
    writeln!(out, "  {} {before}{cue}{after}  {place}", paint.polarity(polarity, sign))
}

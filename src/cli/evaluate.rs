//! `briefscope evaluate`: results against hand annotation.

use std::io::{BufWriter, Write, stdout};
use std::path::PathBuf;

use anyhow::bail;
use briefscope::evaluate::{Evaluation, Evaluator, Gold, Score};
use briefscope::output::{OutputError, each_document};
use clap::ValueEnum;

use super::End;
use super::paint::plain;

/// Compare a result with hand annotation: precision, recall, F1, confusions, the worst sentences
#[derive(clap::Args)]
#[command(after_help = "Examples:
  briefscope evaluate gold results
  briefscope evaluate corrected.jsonl results --format json | jq '.scores[0]'

Formats of GOLD: our .json, brat (.ann beside .txt), spaCy (.jsonl), CAS (.json), CoNLL (.conll, .iob, .bio); a file or a folder.")]
pub struct Args {
    /// Hand annotation
    gold: PathBuf,
    /// Result folder, document file or JSON Lines
    result: PathBuf,
    /// Print how many of the stances of each confidence are right, instead of the scores
    #[arg(long)]
    calibration: bool,
    /// How to print
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    Text,
    Json,
}

/// Runs the command.
pub fn run(args: &Args) -> anyhow::Result<End> {
    let mut evaluator = Evaluator::new(Gold::read(&args.gold)?);
    each_document(&args.result, |document| {
        evaluator.add(&document);
        Ok::<_, OutputError>(())
    })?;
    let evaluation = evaluator.finish();
    if evaluation.documents == 0 {
        bail!(
            "no document of {} is in {}; they are told by id or file name",
            args.gold.display(),
            args.result.display()
        );
    }
    for id in &evaluation.missing {
        eprintln!("not in the result: {id}");
    }
    let mut out = BufWriter::new(stdout().lock());
    match args.format {
        Format::Text if args.calibration => show_calibration(&evaluation, &mut out)?,
        Format::Text => show(&evaluation, &mut out)?,
        Format::Json => {
            serde_json::to_writer_pretty(&mut out, &evaluation)?;
            writeln!(out)?;
        }
    }
    out.flush()?;
    Ok(if evaluation.missing.is_empty() { End::All } else { End::Some })
}

fn show_calibration(evaluation: &Evaluation, out: &mut impl Write) -> std::io::Result<()> {
    writeln!(out, "{:>12} {:>6} {:>10} {:>6}", "confidence", "n", "mean", "right")?;
    for row in &evaluation.calibration {
        let bin = format!("{:.1} to {:.1}", row.from.0, row.to.0);
        writeln!(out, "{bin:>12} {:>6} {:>10.2} {:>6.2}", row.n, row.confidence.0, row.right.0)?;
    }
    writeln!(out, "Brier score {:.3} in {} documents", evaluation.brier.0, evaluation.documents)
}

fn show(evaluation: &Evaluation, out: &mut impl Write) -> std::io::Result<()> {
    writeln!(
        out,
        "{} documents; F1 with its 95 % interval over documents\n",
        evaluation.documents
    )?;
    writeln!(
        out,
        "{:8} {:24} {:8} {:>6} {:>6} {:>6} {:>6} {:>6} {:>6}  interval",
        "by", "group", "match", "gold", "found", "both", "P", "R", "F1"
    )?;
    evaluation.scores.iter().try_for_each(|score| show_score(score, out))?;
    writeln!(out, "\nconfusions (gold → found)")?;
    let mut confusion: Vec<_> = evaluation.confusion.iter().filter(|it| it.gold != it.predicted).collect();
    confusion.sort_by_key(|it| std::cmp::Reverse(it.count));
    for it in confusion.iter().take(25) {
        writeln!(out, "{:>6}  {} → {}", it.count, it.gold, it.predicted)?;
    }
    writeln!(out, "\nsentences with the most errors")?;
    for it in &evaluation.worst {
        writeln!(out, "\n{} {}: {}", plain(&it.document), it.sentence, plain(&it.text))?;
        writeln!(
            out,
            "  missed: {}\n  wrong:  {}",
            plain(&it.missed.join("; ")),
            plain(&it.wrong.join("; "))
        )?;
    }
    Ok(())
}

fn show_score(score: &Score, out: &mut impl Write) -> std::io::Result<()> {
    let figure = |x: f64| if x.is_finite() { format!("{x:.3}") } else { "–".to_owned() };
    writeln!(
        out,
        "{:8} {:24} {:8} {:>6} {:>6} {:>6} {:>6} {:>6} {:>6}  {} {}",
        score.by,
        score.group,
        score.matched,
        score.gold,
        score.predicted,
        score.hits,
        figure(score.precision.0),
        figure(score.recall.0),
        figure(score.f1.0),
        figure(score.low.0),
        figure(score.high.0)
    )
}

//! A comparison for a person: what sets each group apart, who is near whom, who disagrees, what is quoted twice.

use std::io::{Result, Write};

use briefscope::result::{Basis, ComparisonResult, Figure, GroupRow, Measure, Passage, Witness};

use super::paint::{Paint, plain};

/// How many rows of each kind.
const MOST: usize = 10;

/// Prints the summary.
pub fn show(comparison: &ComparisonResult, paint: Paint, out: &mut impl Write) -> Result<()> {
    for group in &comparison.groups {
        show_group(group, comparison, paint, out)?;
    }
    show_distances(comparison, out)?;
    writeln!(out, "\nopposite positions: {}", comparison.disagreements.len())?;
    for it in comparison.disagreements.iter().take(MOST) {
        writeln!(out, "  {} → {}", plain(&it.holder), plain(&it.target))?;
        show_side("+", 1.0, &it.a, &it.evidence_a, paint, out)?;
        show_side("−", -1.0, &it.b, &it.evidence_b, paint, out)?;
    }
    writeln!(out, "\nshared passages: {}", comparison.shared_passages.len())?;
    for it in comparison.shared_passages.iter().take(MOST) {
        let start: String = plain(&it.a.text).chars().take(90).collect();
        let place = |passage: &Passage| format!("{} block {}", plain(&passage.document), passage.block);
        writeln!(out, "  {:.2}  {} and {}: {start}", it.containment.0, place(&it.a), place(&it.b))?;
    }
    Ok(())
}

/// Size, and what the group names more than the others do (q at most 0.05).
fn show_group(group: &GroupRow, comparison: &ComparisonResult, paint: Paint, out: &mut impl Write) -> Result<()> {
    writeln!(
        out,
        "{}: {} documents, {} words, {} mentions, {} stances",
        plain(&group.group),
        group.documents.len(),
        group.tokens,
        group.mentions,
        group.stances
    )?;
    let own = comparison.keyness.iter().filter(|row| row.group == group.group);
    let mut more: Vec<_> = own.filter(|row| row.g2.0 > 0.0 && row.q.0 <= 0.05).collect();
    more.sort_by(|a, b| b.g2.0.total_cmp(&a.g2.0).then_with(|| a.entity.cmp(&b.entity)));
    let names: Vec<String> = more
        .iter()
        .take(MOST)
        .map(|row| format!("{} ({})", paint.kind(row.kind, &row.name), row.count))
        .collect();
    let names = if names.is_empty() {
        "nothing at q ≤ 0.05".to_owned()
    } else {
        names.join(", ")
    };
    writeln!(out, "  names more: {names}")
}

/// The groups whose entities are nearest to one another, with the other bases beside.
fn show_distances(comparison: &ComparisonResult, out: &mut impl Write) -> Result<()> {
    let cosine = |basis: Basis| {
        comparison
            .distances
            .iter()
            .filter(move |row| row.basis == basis && row.measure == Measure::Cosine)
    };
    let mut nearest: Vec<_> = cosine(Basis::Entities).filter(|row| row.value.0.is_finite()).collect();
    nearest.sort_by(|a, b| a.value.0.total_cmp(&b.value.0).then_with(|| (&a.a, &a.b).cmp(&(&b.a, &b.b))));
    writeln!(
        out,
        "\nnearest by entities (1 - cosine; 0 alike, 1 nothing in common), with 95 % interval; themes; stances"
    )?;
    for row in nearest.iter().take(MOST) {
        let other = |basis| {
            let mut same = cosine(basis).filter(|it| (&it.a, &it.b) == (&row.a, &row.b));
            same.next().map_or_else(|| "–".to_owned(), |it| figure(it.value))
        };
        writeln!(
            out,
            "  {} [{}, {}]  {}  {}  {} and {}",
            figure(row.value),
            figure(row.low),
            figure(row.high),
            other(Basis::Themes),
            other(Basis::Stances),
            plain(&row.a),
            plain(&row.b)
        )?;
    }
    Ok(())
}

fn show_side(sign: &str, polarity: f64, group: &str, witness: &Witness, paint: Paint, out: &mut impl Write) -> Result<()> {
    let place = paint.dim(&witness.document);
    writeln!(
        out,
        "    {} {}: {}  {place}",
        paint.polarity(polarity, sign),
        plain(group),
        plain(&witness.text)
    )
}

fn figure(figure: Figure) -> String {
    if figure.0.is_finite() {
        format!("{:.2}", figure.0)
    } else {
        "–".to_owned()
    }
}

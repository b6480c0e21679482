//! Cues with scopes, attributions and stances: cases as data, and the examples of the lexicon.

use std::collections::BTreeSet;
use std::path::Path;

use briefscope::result::Modality;
use briefscope::stance::{Party, Stance};
use proptest::prelude::*;
use serde::Deserialize;

use crate::cases::load;
use crate::marked::{Marked, reader};

#[derive(Deserialize)]
struct Case {
    name: String,
    /// Mentions in braces, see [`Marked::parse`].
    text: String,
    /// All that must come out, in order.
    #[serde(default)]
    expect: Vec<String>,
    /// Whether it is known to come out wrong.
    #[serde(default)]
    gap: bool,
}

/// Runs the cases of a file; those marked as a gap must still fail, so that a gap that closes is noticed.
fn check(file: &str, read: impl Fn(&Marked) -> Vec<String>) {
    let mut wrong = Vec::new();
    for Case { name, text, expect, gap } in load(file, |case: &Case| &case.name) {
        let got = read(&Marked::parse(&text));
        if (got != expect) != gap {
            wrong.push(format!(
                "{name}: {text}\n  expected {expect:?}\n  got      {got:?}\n  gap      {gap}"
            ));
        }
    }
    assert!(wrong.is_empty(), "tests/cases/{file}.toml\n{}", wrong.join("\n"));
}

#[test]
fn stances_are_those_of_the_cases() {
    let reader = reader();
    check("stance", |marked| {
        let mut lines: Vec<String> = marked.read(&reader).stances.iter().map(|it| line(marked, it)).collect();
        lines.sort();
        lines
    });
}

/// "Russia - Turkey", with what else the record says: "by Iran", "hedged", "negated", "possible".
fn line(marked: &Marked, stance: &Stance) -> String {
    let holder = match stance.holder {
        Party::Entity(entity) => marked.name(entity),
        Party::Author => "author",
    };
    let sign = ["-", "0", "+"][usize::try_from(stance.polarity + 1).expect("a sign")];
    let mut line = format!("{holder} {sign} {}", marked.name(stance.target));
    if let Some(source) = stance.attributed_to {
        line += &format!(" by {}", marked.name(source));
    }
    for (said, word) in [(stance.hedged, " hedged"), (stance.negated, " negated")] {
        line += if said { word } else { "" };
    }
    line += match stance.modality {
        Modality::Asserted => "",
        Modality::Possible => " possible",
        Modality::Conditional => " conditional",
        Modality::Future => " future",
    };
    line
}

#[test]
fn cues_govern_what_the_cases_say() {
    let reader = reader();
    check("cues", |marked| {
        let cues = marked.read(&reader).cues;
        let line = |cue: &briefscope::stance::CueMention| {
            let kind = format!("{:?}", cue.kind).to_lowercase();
            format!("{kind} {} > {}", marked.text(cue.span), marked.text(cue.scope).trim())
        };
        let told = ["Negation", "Hedge", "Booster"];
        cues.iter()
            .filter(|cue| told.contains(&format!("{:?}", cue.kind).as_str()))
            .map(line)
            .collect()
    });
}

#[test]
fn attributions_are_those_of_the_cases() {
    let reader = reader();
    check("attribution", |marked| {
        let line = |it: &briefscope::stance::Attribution| {
            let source = it.source.map_or("nobody", |(span, _)| marked.text(span));
            let form = format!("{:?}", it.form).to_lowercase();
            format!("{source} | {} | {} | {form}", marked.text(it.cue), marked.text(it.content))
        };
        marked.read(&reader).attributions.iter().map(line).collect()
    });
}

/// Share of the lexicon's examples that must come out right.
const FLOOR: f64 = 0.85;

#[test]
fn examples_of_the_lexicon_come_out_as_they_say() {
    let reader = reader();
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let table = std::fs::read_to_string(root.join("lexicons/cues/stance.examples.tsv")).expect("the examples");
    let gaps = std::fs::read_to_string(root.join("tests/cases/stance_gaps.txt")).expect("the known gaps");
    let gaps: BTreeSet<&str> = gaps.lines().collect();
    let rows: Vec<Vec<&str>> = table
        .lines()
        .skip(1)
        .filter(|line| !line.starts_with('#'))
        .map(|line| line.split('\t').collect())
        .collect();
    let failing: Vec<&str> = rows.iter().filter(|row| !passes(&reader, row)).map(|row| row[0]).collect();
    let new: Vec<&&str> = failing.iter().filter(|text| !gaps.contains(**text)).collect();
    if std::env::var_os("SHOW_GAPS").is_some() {
        println!("{}", failing.join("\n"));
    }
    #[expect(clippy::cast_precision_loss, reason = "a few hundred rows")]
    let share = 1.0 - failing.len() as f64 / rows.len() as f64;
    println!("{share:.3} of {} examples", rows.len());
    assert!(
        new.is_empty() && share >= FLOOR,
        "{share:.3} of {} examples; new failures: {new:#?}",
        rows.len()
    );
}

/// Whether the holder's stance towards the target comes out with this polarity, or none between the two.
fn passes(reader: &briefscope::stance::StanceReader, row: &[&str]) -> bool {
    let marked = Marked::parse(row[0]);
    let stances = marked.read(reader).stances;
    let is = |party: Party, name: &str| matches!(party, Party::Entity(entity) if marked.name(entity) == name);
    if row[3] == "none" {
        return stances.is_empty();
    }
    stances
        .iter()
        .any(|it| is(it.holder, row[1]) && marked.name(it.target) == row[2] && it.polarity.to_string() == row[3])
}

proptest! {
    #[test]
    fn no_text_panics(text in "([A-Za-z'’“”\"(),.;:—-]{1,12} ?){1,40}") {
        let marked = Marked::parse(&text.replace(['{', '}', '|'], ""));
        let reading = marked.read(shared());
        for cue in &reading.cues {
            prop_assert!(cue.span.end as usize <= marked.document.text.len() && cue.scope.end as usize <= marked.document.text.len());
        }
    }
}

fn shared() -> &'static briefscope::stance::StanceReader {
    static READER: std::sync::OnceLock<briefscope::stance::StanceReader> = std::sync::OnceLock::new();
    READER.get_or_init(reader)
}

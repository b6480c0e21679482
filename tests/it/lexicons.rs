//! Lexicons as tested data: examples behave, checks are clean, faults are named together, and files agree with their sources.

use std::path::Path;
use std::process::Command;

use briefscope::document::Head;
use briefscope::ingest::{RawDocument, Structure};
use briefscope::lexicon::{Choice, Class, ImportOptions, Lexicon, ListFormat, Sighting, Suggestions, findings, import, render, slots};
use briefscope::pipeline::{Options, Pipeline};
use briefscope::token::Tokenizer;
use serde::Deserialize;

use crate::cases::load;

fn builtin() -> Lexicon {
    Lexicon::load(&Choice::default()).unwrap_or_else(|problems| panic!("{problems}"))
}

#[test]
fn every_example_behaves() {
    let pipeline = Pipeline::new(builtin(), Tokenizer::builtin(), Options::default());
    let trials = pipeline.try_examples();
    assert!(trials.len() > 800, "the examples are read");
    let failed: Vec<String> = trials
        .iter()
        .filter(|trial| !trial.passes())
        .map(|trial| {
            format!(
                "{}: {} in {:?}, found {:?}",
                trial.example.at, trial.example.id, trial.example.text, trial.found
            )
        })
        .collect();
    assert!(failed.is_empty(), "{}", failed.join("\n"));
}

#[test]
fn every_theme_has_examples_for_and_against() {
    let lexicon = builtin();
    for entity in lexicon
        .entities
        .iter()
        .filter(|entity| entity.is_theme() && entity.id != "theme:none")
    {
        let count = |expect| {
            let of_theme = lexicon.examples.iter().filter(|example| example.id == entity.id);
            of_theme.filter(|example| example.expect == expect).count()
        };
        let (yes, no) = (count(true), count(false));
        assert!(
            yes >= 8 && no >= 4,
            "{} has {yes} examples that count and {no} that do not",
            entity.id
        );
    }
}

#[test]
fn the_checks_find_nothing() {
    let found: Vec<String> = findings(&builtin()).iter().map(ToString::to_string).collect();
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn all_faults_are_named_in_one_go() {
    let faulty = "id\tkind\tclass\tname\talias\tcase\treading\tneeds\tnot_before\tnot_after\tfrom\tto\tpriority\tcodes\tsource
nobody\tactor\tperson\tNobody\tNobody\t\t\t\t\t\t\t\t\t\tt
person:a\tactor\tcity\tA Person\tA Person\t\t\t\t\t\t\t\t\t\tt
person:b\tactor\tperson\tB Person\t\t\t\t\t\t\t\t\t\t\tt
person:c\tactor\tperson\tC Person\tC Person\tlower\t\t\t\t\t\t\t\t\tt
person:d\tactor\tperson\tD Person\tD Person\t\tnickname\t\t\t\t\t\t\t\tt
person:e\tactor\tperson\tE Person\tE Person\t\t\t\t\t\t1st May\t\t\t\tt
person:f\tactor\tperson\tF Person\tF Person\t\t\t\t\t\t2020\t2010\t\t\tt
person:g\tactor\tperson\tG Person\tG Person\t\t\t\t\t\t\t\thigh\t\tt
person:h\tactor\tperson\tH Person\tH Person\t\t\t\t\t\t\t\t\tGB\tt
person:i\tactor\tperson\tI  Person\tI Person\t\t\t\t\t\t\t\t\t\tt
person:j\t\t\t\tJ Person\t\t\t\t\t\t\t\t\t\tt
theme:k\ttheme\t\tk\t{one|two threat\t\t\t\t\t\t\t\t\t\tt
short row
";
    let problems = Lexicon::from_texts(&[("faulty.tsv", faulty)]).expect_err("the file is faulty");
    let lines: Vec<usize> = problems.iter().map(|(at, _)| at.line).collect();
    for line in 2..=14 {
        assert!(lines.contains(&line), "line {line} has a fault that is not named:\n{problems}");
    }
}

#[test]
fn the_slots_of_phrases_pair_their_braces() {
    assert_eq!(slots("{a|b c} d"), Some(vec![vec!["a", "b c"], vec!["d"]]));
    assert_eq!(slots("a {|b} c"), Some(vec![vec!["a"], vec!["", "b"], vec!["c"]]));
    for broken in ["{a", "a}", "a|b", "{a {b}}"] {
        assert_eq!(slots(broken), None, "{broken:?}");
    }
}

/// Runs the generator, which compares without writing. Skipped where the folder of sources does not stand beside the clone.
#[test]
fn made_files_agree_with_their_sources() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let sources = root.join("../shared/lexicon-sources");
    if !sources.is_dir() {
        println!("skipped: {} is not there", sources.display());
        return;
    }
    let exe = std::env::current_exe().expect("the test's own path");
    let target = exe.parent().and_then(Path::parent).expect("target/PROFILE/deps");
    let generator = target
        .join("examples")
        .join(format!("make-lexicons{}", std::env::consts::EXE_SUFFIX));
    assert!(generator.is_file(), "cargo builds examples before tests: {}", generator.display());
    let run = Command::new(generator)
        .arg(&sources)
        .arg("--check")
        .current_dir(root)
        .output()
        .expect("the generator runs");
    let said = String::from_utf8_lossy(&run.stdout);
    assert!(run.status.success(), "{said}{}", String::from_utf8_lossy(&run.stderr));
}

#[derive(Deserialize)]
struct ImportCase {
    name: String,
    format: String,
    class: Option<String>,
    text: String,
    rows: Vec<String>,
    problems: Vec<usize>,
}

#[test]
fn lists_of_other_tools_become_lexicons() {
    for case in load("imports", |case: &ImportCase| &case.name) {
        let format = match case.format.as_str() {
            "quanteda" => ListFormat::Quanteda,
            "table" => ListFormat::Table,
            "wikidata" => ListFormat::Wikidata,
            _ => ListFormat::Spacy,
        };
        let options = ImportOptions {
            class: case.class.as_deref().and_then(Class::named),
            language: "en".to_owned(),
            source: "test".to_owned(),
        };
        let imported = import(format, &case.text, &options);
        let lines: Vec<usize> = imported.problems.iter().map(|(line, _)| *line).collect();
        assert_eq!(case.problems, lines, "imports.toml, case {:?}: {:?}", case.name, imported.problems);
        let file = imported.render(&options);
        let lexicon = Lexicon::from_texts(&[("imported.tsv", &file)]).unwrap_or_else(|problems| panic!("{}: {problems}", case.name));
        assert_eq!(lexicon.entities.len(), imported.len());
        let mut class = String::new();
        let rows: Vec<String> = file
            .lines()
            .skip(1)
            .map(|line| {
                let cells: Vec<&str> = line.split('\t').collect();
                if !cells[1].is_empty() {
                    cells[2].clone_into(&mut class);
                }
                format!("{}|{class}|{}|{}", cells[0], cells[4], cells[5])
            })
            .collect();
        assert_eq!(case.rows, rows, "imports.toml, case {:?}", case.name);
    }
}

/// Two documents about invented bodies: names that no lexicon has come first by spread, known ones not at all.
#[test]
fn names_that_no_lexicon_has_are_suggested_with_evidence() {
    let pipeline = Pipeline::new(builtin(), Tokenizer::builtin(), Options::default());
    let texts = [
        "The talks in Switzerland were hosted by the Quorvane Institute in spring. Officials from France praised the Quorvane Institute, and the ZQX followed.",
        "A report of the Quorvane Institute names the Hrundel Liberation Front as a spoiler. France said that the ZQX had no proof.",
    ];
    let mut suggestions = Suggestions::default();
    for (number, text) in texts.iter().enumerate() {
        let analysis = pipeline.analyze(RawDocument {
            head: Head {
                id: format!("document-{number}"),
                ..Head::default()
            },
            text: (*text).to_owned(),
            structure: Structure::Lines { content: 0 },
        });
        let sightings: Vec<Sighting> = analysis.unlisted(&pipeline.lexicon);
        sightings.into_iter().for_each(|sighting| suggestions.note(sighting));
    }
    let ranked = suggestions.ranked(1);
    let names: Vec<(&str, usize, usize)> = ranked.iter().map(|s| (s.entry.name.as_str(), s.documents, s.count)).collect();
    assert_eq!(
        names,
        [("Quorvane Institute", 2, 3), ("ZQX", 2, 2), ("Hrundel Liberation Front", 1, 1)]
    );
    let file = render(
        ranked.iter().map(|suggestion| (suggestion.id.as_str(), &suggestion.entry)),
        "suggested",
    );
    assert!(
        file.contains("# 2 documents, 3 times\n# document-0: The talks in Switzerland"),
        "{file}"
    );
    let lexicon = Lexicon::from_texts(&[("suggested.tsv", &file)]).unwrap_or_else(|problems| panic!("{problems}"));
    assert_eq!(
        lexicon.entity("group:hrundel-liberation-front").map(|entity| entity.actor),
        Some(Some(Class::ArmedGroup))
    );
}

//! Mentions in marked-up text; lexicon files that are all registered, parse, and whose examples behave.

use std::fmt::Write as _;
use std::sync::OnceLock;

use briefscope::document::{Block, BlockKind, Document, Head, Kind, SourceMap};
use briefscope::gazetteer::{Found, Gazetteer, GivenUse};
use briefscope::lexicon::{Choice, Lexicon};
use briefscope::span::Span;
use briefscope::token::{Tokenizer, sentences};
use proptest::prelude::*;
use serde::Deserialize;

use crate::cases::load;

#[derive(Deserialize)]
struct Case {
    name: String,
    text: String,
}

#[test]
fn marked_mentions_are_found() {
    for Case { name, text } in load("gazetteer", |case: &Case| &case.name) {
        let plain = strip_marks(&text);
        let found = find(builtin(), &plain);
        assert_eq!(text, mark(&plain, &found), "tests/cases/gazetteer.toml, case {name:?}");
    }
}

#[derive(Deserialize)]
struct Sentences {
    name: String,
    texts: Vec<String>,
}

/// Names that are words, persons' names or other places too, each in about ten sentences.
#[test]
fn ambiguous_names_are_told_apart() {
    for Sentences { name, texts } in load("ambiguous", |case: &Sentences| &case.name) {
        for text in texts {
            let plain = strip_marks(&text);
            let found = find(builtin(), &plain);
            assert_eq!(text, mark(&plain, &found), "tests/cases/ambiguous.toml, case {name:?}");
        }
    }
}

#[test]
fn every_lexicon_file_is_built_in() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("lexicons");
    let mut files = Vec::new();
    for folder in ["actors", "cues", "places", "themes"] {
        for entry in std::fs::read_dir(root.join(folder)).unwrap() {
            let name = entry.unwrap().file_name().into_string().unwrap();
            if name.ends_with(".tsv") {
                files.push(format!("{folder}/{name}"));
            }
        }
    }
    files.sort();
    let known: Vec<&str> = briefscope::lexicon::builtin_files().iter().map(|file| file.path).collect();
    assert_eq!(files, known, "register the files in src/lexicon/builtin.rs");
}

/// A small lexicon in which names lie within one another.
const NESTED: &str = "id\tkind\tclass\tname\talias\tcase\treading\tneeds\tnot_before\tnot_after\tfrom\tto\tpriority\tcodes\tsource
city:ab\tplace\tcity\tAb\tAb\t\t\t\t\t\t\t\t\t\tt
city:ab-cd\tplace\tcity\tAb Cd\tAb Cd\t\t\t\t\t\t\t\t\t\tt
city:cd-ef\tplace\tcity\tCd Ef\tCd Ef\tany\t\t\t\t\t\t\t\t\tt
group:cd-ef-gh\tactor\targed\tx\tCd Ef Gh\t\t\t\tAb\t\t\t\t\t\tt
group:ef\tactor\tarmed_group\tEf\tEf\t\t\t\t\tCd\t\t\t\t\tt
";

proptest! {
    /// The walk gives what brute force gives: all aliases on token boundaries, filtered, then resolved by the total order.
    #[test]
    fn the_walk_equals_the_oracle(words in prop::collection::vec(prop::sample::select(vec!["Ab", "Cd", "Ef", "Gh", "cd", "EF", "Abx", "and"]), 0..12)) {
        let table = NESTED.replace("arged", "armed_group");
        let lexicon = Lexicon::from_texts(&[("nested.tsv", &table)]).unwrap();
        let text = words.join(" ");
        let found = find(&Gazetteer::compile(&lexicon), &text);
        let got: Vec<(usize, usize)> = found.mentions.iter().map(|mention| (mention.span.start as usize, mention.span.end as usize)).collect();
        prop_assert_eq!(got, oracle(&text));
    }
}

/// All hits by brute force, filtered by the policies of [`NESTED`], resolved greedily: more tokens, longer, earlier.
fn oracle(text: &str) -> Vec<(usize, usize)> {
    let mut hits = Vec::new();
    for (alias, any) in [("Ab", false), ("Ab Cd", false), ("Cd Ef", true), ("Cd Ef Gh", false), ("Ef", false)] {
        for start in 0..text.len() {
            let Some(surface) = text.get(start..start + alias.len()) else {
                continue;
            };
            let same = surface == alias || any && surface.eq_ignore_ascii_case(alias);
            let bounded =
                !text[..start].ends_with(char::is_alphanumeric) && !text[start + alias.len()..].starts_with(char::is_alphanumeric);
            let before = text[..start].trim_end();
            let after = text[start + alias.len()..].trim_start();
            let first = |words: &str| words.split(' ').next().unwrap_or("").to_lowercase();
            let last = |words: &str| words.rsplit(' ').next().unwrap_or("").to_lowercase();
            let allowed = !(alias == "Ef" && last(before) == "cd" || alias == "Cd Ef Gh" && first(after) == "ab");
            if same && bounded && allowed {
                hits.push((start, start + alias.len()));
            }
        }
    }
    hits.sort_by_key(|&(start, end)| {
        (
            std::cmp::Reverse(text[start..end].split(' ').count()),
            std::cmp::Reverse(end - start),
            start,
        )
    });
    let mut kept: Vec<(usize, usize)> = Vec::new();
    for hit in hits {
        if kept.iter().all(|other| hit.1 <= other.0 || other.1 <= hit.0) {
            kept.push(hit);
        }
    }
    kept.sort_unstable();
    kept
}

fn builtin() -> &'static Gazetteer {
    static GAZETTEER: OnceLock<Gazetteer> = OnceLock::new();
    GAZETTEER.get_or_init(|| {
        let lexicon = Lexicon::load(&Choice::default()).unwrap_or_else(|problems| panic!("{problems}"));
        Gazetteer::compile(&lexicon)
    })
}

fn find(gazetteer: &Gazetteer, text: &str) -> Found {
    let whole = Span::new(0, text.len());
    let mut source_map = SourceMap::default();
    source_map.copy(whole, whole);
    let document = Document {
        head: Head::default(),
        source_text: text.to_owned(),
        text: text.to_owned(),
        blocks: vec![Block {
            kind: BlockKind::Body,
            span: whole,
            page: None,
            section: None,
        }],
        sections: Vec::new(),
        source_map,
    };
    let tokens = Tokenizer::builtin().tokenize(text);
    gazetteer.find(&document, &tokens, &sentences(&document, &tokens), GivenUse::Ignore)
}

fn strip_marks(marked: &str) -> String {
    let mut plain = String::new();
    let mut rest = marked;
    while let Some((before, inside)) = rest.split_once('{') {
        let (mention, after) = inside.split_once('}').expect("a closing brace");
        plain.push_str(before);
        plain.push_str(mention.split_once('|').expect("words and id").0);
        rest = after;
    }
    plain + rest
}

fn mark(plain: &str, found: &Found) -> String {
    let mut marked = String::new();
    let mut at = 0;
    for mention in &found.mentions {
        let sign = match mention.kind {
            Kind::Actor => "",
            Kind::Place => "@",
            Kind::Theme => "#",
        };
        let range = mention.span.range();
        let id = &found.entities[mention.entity as usize].id;
        write!(
            marked,
            "{}{{{}|{sign}{id}}}",
            &plain[at.min(range.start)..range.start],
            &plain[range.clone()]
        )
        .unwrap();
        at = range.end;
    }
    marked + &plain[at..]
}

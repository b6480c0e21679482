//! What the contract promises of every document: offsets, ids, orders, counts that equal their evidence, schemas, size.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use briefscope::document::Kind;
use briefscope::ingest::{ReadOptions, inputs, read};
use briefscope::lexicon::{Choice, Lexicon};
use briefscope::pipeline::{Options, Pipeline};
use briefscope::result::{DocumentResult, Fields};
use briefscope::token::Tokenizer;

pub fn corpus() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus")
}

pub fn pipeline() -> Pipeline {
    let lexicon = Lexicon::load(&Choice::default()).expect("the built-in lexicons load");
    Pipeline::new(lexicon, Tokenizer::builtin(), Options::default())
}

/// The JSON of every brief of our own corpus.
static DOCUMENTS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let pipeline = pipeline();
    let inputs = inputs(&[corpus()]).inputs;
    let raws = inputs.iter().flat_map(|input| read(input, &ReadOptions::default()));
    raws.map(|raw| {
        let analysis = pipeline.analyze(raw.expect("a brief of our own can be read"));
        let mut json = Vec::new();
        Fields::all().write(&analysis.to_result(), &mut json).unwrap();
        String::from_utf8(json).unwrap()
    })
    .collect()
});

pub fn documents() -> impl Iterator<Item = DocumentResult<'static>> {
    DOCUMENTS
        .iter()
        .map(|json| serde_json::from_str(json).expect("what we write, we read"))
}

#[test]
fn there_are_briefs() {
    assert!(DOCUMENTS.len() >= 12);
}

#[test]
fn every_surface_stands_at_its_offsets() {
    for document in documents() {
        let chars: Vec<char> = document.text.chars().collect();
        let at = |start: u32, end: u32| chars[start as usize..end as usize].iter().collect::<String>();
        for mention in &document.mentions {
            assert_eq!(
                at(mention.start, mention.end),
                mention.surface,
                "{}: mention {}",
                document.id,
                mention.id
            );
        }
        for cue in &document.cues {
            assert_eq!(at(cue.start, cue.end), cue.surface, "{}: cue {}", document.id, cue.id);
            assert!(cue.scope_start <= cue.scope_end);
        }
        for it in &document.attributions {
            assert_eq!(
                at(it.cue.start, it.cue.end),
                it.cue.surface,
                "{}: attribution {}",
                document.id,
                it.id
            );
            if let Some(source) = &it.source {
                assert_eq!(
                    at(source.start, source.end),
                    source.surface,
                    "{}: attribution {}",
                    document.id,
                    it.id
                );
            }
        }
        for stance in &document.stances {
            assert_eq!(
                at(stance.cue.start, stance.cue.end),
                stance.cue.surface,
                "{}: stance {}",
                document.id,
                stance.id
            );
        }
        for it in &document.definitions {
            assert_eq!(at(it.short_start, it.short_end), it.short, "{}: definition {}", document.id, it.id);
            assert_eq!(at(it.long_start, it.long_end), it.long, "{}: definition {}", document.id, it.id);
        }
    }
}

#[test]
fn ids_are_positions_and_orders_hold() {
    fn is_sorted<T: PartialOrd>(items: impl Iterator<Item = T>) -> bool {
        let items: Vec<T> = items.collect();
        items.windows(2).all(|pair| pair[0] <= pair[1])
    }
    for document in documents() {
        let positions = |ids: Vec<u32>| ids.iter().enumerate().all(|(index, id)| index == *id as usize);
        assert!(positions(document.blocks.iter().map(|row| row.id).collect()));
        assert!(positions(document.sentences.iter().map(|row| row.id).collect()));
        assert!(positions(document.mentions.iter().map(|row| row.id).collect()));
        assert!(positions(document.cues.iter().map(|row| row.id).collect()));
        assert!(positions(document.stances.iter().map(|row| row.id).collect()));
        assert!(
            is_sorted(document.mentions.iter().map(|m| (m.start, m.end, m.kind))),
            "{}: mentions",
            document.id
        );
        assert!(
            is_sorted(document.entities.iter().map(|row| row.entity.clone())),
            "{}: entities",
            document.id
        );
        assert!(
            is_sorted(document.cues.iter().map(|row| (row.start, row.end, row.kind))),
            "{}: cues",
            document.id
        );
        for table in &document.cooccurrence {
            assert!(
                is_sorted(table.pairs.iter().map(|row| (row.a.clone(), row.b.clone()))),
                "{}: pairs",
                document.id
            );
        }
    }
}

#[test]
fn actors_and_places_never_overlap_nor_do_themes() {
    for document in documents() {
        for themes in [true, false] {
            let of_sort: Vec<_> = document.mentions.iter().filter(|m| (m.kind == Kind::Theme) == themes).collect();
            for pair in of_sort.windows(2) {
                assert!(
                    pair[0].end <= pair[1].start,
                    "{}: {:?} and {:?}",
                    document.id,
                    pair[0].surface,
                    pair[1].surface
                );
            }
        }
    }
}

#[test]
fn counts_equal_their_evidence() {
    for document in documents() {
        for entity in &document.entities {
            assert_eq!(entity.count as usize, entity.mentions.len());
            let total = document.mentions.iter().filter(|m| m.entity == entity.entity).count();
            assert_eq!(entity.count_all_zones as usize, total, "{}: {}", document.id, entity.entity);
            assert_eq!(entity.by_kind.values().sum::<u32>(), entity.count);
        }
        for table in &document.cooccurrence {
            for pair in &table.pairs {
                assert!(pair.a < pair.b);
                assert_eq!(pair.n11 as usize, pair.evidence.len());
                assert!(pair.n11 <= pair.n1.min(pair.n2) && pair.n1.max(pair.n2) <= table.units);
            }
        }
        for position in &document.positions {
            assert_eq!(position.n as usize, position.evidence.len());
            assert_eq!(position.n, position.positive + position.negative + position.neutral);
        }
    }
}

#[test]
fn a_stance_has_one_record_for_sentence_holder_target_and_source() {
    for document in documents() {
        let keys: BTreeSet<_> = document
            .stances
            .iter()
            .map(|s| (s.sentence, &s.holder, &s.target, &s.attributed_to))
            .collect();
        assert_eq!(keys.len(), document.stances.len(), "{}", document.id);
        for stance in &document.stances {
            assert_ne!(stance.holder, stance.target, "{}: stance {}", document.id, stance.id);
            assert!(stance.cue_ids.iter().all(|id| (*id as usize) < document.cues.len()));
        }
    }
}

#[test]
fn contradictions_are_the_positions_of_both_signs() {
    let mut n = 0;
    for document in documents() {
        let split: Vec<_> = document
            .positions
            .iter()
            .filter(|row| row.positive > 0 && row.negative > 0)
            .map(|row| (&row.holder, &row.target, &row.attributed_to, row.positive, row.negative))
            .collect();
        let listed: Vec<_> = document
            .contradictions
            .iter()
            .map(|row| (&row.holder, &row.target, &row.attributed_to, row.positive, row.negative))
            .collect();
        assert_eq!(split, listed, "{}", document.id);
        for row in &document.contradictions {
            for (id, sign) in [(row.favourable, 1), (row.hostile, -1)] {
                let best = &document.stances[id as usize];
                assert_eq!((&*best.holder, &*best.target, best.polarity), (&*row.holder, &*row.target, sign));
                let alike = document.stances.iter().filter(|one| {
                    let source = one.attributed_to.as_deref().filter(|source| *source != one.holder);
                    (&one.holder, &one.target, one.polarity) == (&best.holder, &best.target, sign) && source == row.attributed_to.as_deref()
                });
                assert!(
                    alike.clone().all(|one| one.confidence <= best.confidence),
                    "{}: {row:?}",
                    document.id
                );
            }
        }
        n += document.contradictions.len();
    }
    assert!(n > 0, "the briefs contradict themselves somewhere");
}

#[test]
fn documents_follow_their_schema() {
    let schema = serde_json::to_value(schemars::schema_for!(DocumentResult)).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    for json in DOCUMENTS.iter() {
        let value = serde_json::from_str(json).unwrap();
        let problems: Vec<String> = validator
            .iter_errors(&value)
            .map(|e| format!("{} at {}", e, e.instance_path()))
            .collect();
        assert!(problems.is_empty(), "{problems:?}");
    }
}

/// Over the whole corpus: a brief much denser in names than most may take a tenth more.
#[test]
fn a_thousand_words_take_at_most_150_kilobytes() {
    let (mut words, mut bytes) = (0, 0);
    for (document, json) in documents().zip(DOCUMENTS.iter()) {
        let here = document.text.split_whitespace().count();
        assert!(json.len() <= 165 * here, "{}: {} bytes for {here} words", document.id, json.len());
        words += here;
        bytes += json.len();
    }
    assert!(bytes <= 150 * words, "{bytes} bytes for {words} words");
}

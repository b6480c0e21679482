//! Collections: any shards merge to the bytes of one run; the null models hold their error rate.

use std::sync::LazyLock;

use briefscope::collection::{Totals, collection, scene};
use briefscope::cooccurrence::{BipartiteModel, Contingency, Counting, Incidence, LogFactorials, PairCounts, TokenRange};
use briefscope::document::BlockKind;
use briefscope::random::Random;
use briefscope::result::{DocumentResult, Unit};
use proptest::prelude::*;

use crate::contract::documents;

fn counting() -> Counting {
    let units = vec![Unit::Sentence, Unit::Paragraph, Unit::Window, Unit::Section, Unit::Document];
    Counting {
        units,
        ..Counting::default()
    }
}

/// The totals of every brief of our own corpus.
static TOTALS: LazyLock<Vec<Totals>> = LazyLock::new(|| {
    documents()
        .map(|document| Totals::of(&document, &counting(), BlockKind::is_text))
        .collect()
});

fn none() -> Totals {
    Totals::new(TOTALS[0].made_by.clone(), counting())
}

fn bytes(totals: &Totals) -> String {
    serde_json::to_string(&collection(totals)).expect("a collection can be written")
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, ..ProptestConfig::default() })]

    #[test]
    fn any_shards_merge_to_one_run(shard_of in prop::collection::vec(0..5_usize, TOTALS.len()), order in Just((0..5_usize).collect::<Vec<_>>()).prop_shuffle()) {
        let mut whole = none();
        TOTALS.iter().for_each(|part| whole.merge(part.clone()).expect("different documents"));
        let mut merged = none();
        for shard in order {
            let mut sum = none();
            for (part, _) in TOTALS.iter().zip(&shard_of).filter(|(_, its)| **its == shard) {
                sum.merge(part.clone()).expect("different documents");
            }
            let on_disk = serde_json::to_string(&sum).expect("totals can be written");
            merged.merge(serde_json::from_str(&on_disk).expect("what we write, we read")).expect("different documents");
        }
        prop_assert_eq!(bytes(&merged), bytes(&whole));
        prop_assert_eq!(serde_json::to_string(&merged).unwrap(), serde_json::to_string(&whole).unwrap());
    }
}

/// Pairs whose mid-p is 5 % or less, and all pairs of which chance expects one shared unit or more.
#[derive(Default, Debug)]
struct Rejections {
    hypergeometric: u32,
    /// By p, not mid-p: never more than 5 %.
    exact: u32,
    all: u32,
}

/// A brief with every entity's sentences drawn anew.
fn permuted(document: &DocumentResult, random: &mut Random) -> PairCounts {
    let counts = scene(document, BlockKind::is_text).count(Unit::Sentence, &Counting::default());
    let mut incidence = Incidence::new(counts.units());
    for (entity, n) in counts.margins() {
        let mut left: Vec<u32> = (0..counts.units()).collect();
        for _ in 0..n {
            let drawn = usize::try_from(random.below(left.len() as u64)).unwrap();
            incidence.add(left.swap_remove(drawn), entity, TokenRange::default());
        }
    }
    PairCounts::of(incidence, None)
}

#[test]
fn the_null_model_holds_its_error_rate_on_permuted_briefs() {
    let mut rejections = Rejections::default();
    let mut random = Random::new(1, 0);
    for document in documents() {
        for _ in 0..60 {
            let counts = permuted(&document, &mut random);
            let factorials = LogFactorials::up_to(counts.units());
            let entities: Vec<u32> = counts.margins().filter(|(_, n)| *n >= 2).map(|(entity, _)| entity).collect();
            let pairs = entities
                .iter()
                .enumerate()
                .flat_map(|(index, a)| entities[index + 1..].iter().map(move |b| (*a, *b)));
            for contingency in pairs
                .map(|(a, b)| counts.contingency(a, b))
                .filter(|counts| counts.expected() >= 1.0)
            {
                rejections.all += 1;
                rejections.hypergeometric += u32::from(contingency.mid_p(&factorials) <= 0.05);
                rejections.exact += u32::from(contingency.p_more_than_chance(&factorials) <= 0.05);
            }
        }
    }
    let share = |n: u32| f64::from(n) / f64::from(rejections.all);
    eprintln!(
        "mid-p {:.4}, p {:.4} of {} pairs",
        share(rejections.hypergeometric),
        share(rejections.exact),
        rejections.all
    );
    assert!(rejections.all > 1_000);
    assert!((0.04..=0.06).contains(&share(rejections.hypergeometric)), "{rejections:?}");
    assert!(share(rejections.exact) <= 0.05, "{rejections:?}");
}

/// Long sentences hold more pairs: where entities stand in units of very different size, the bipartite model expects it.
#[test]
fn the_bipartite_model_expects_more_in_crowded_units() {
    let degrees = [(10, 5), (1, 95)];
    let margins = std::iter::repeat_n(10, 10).chain(std::iter::repeat_n(1, 45));
    let model = BipartiteModel::fit(margins, degrees);
    let plain = Contingency::new(100, 10, 10, 4).unwrap();
    let factorials = LogFactorials::up_to(100);
    assert!(model.expected(10, 10) > plain.expected());
    assert!(model.p_more_than_chance(10, 10, 4, &factorials) > plain.p_more_than_chance(&factorials));
}

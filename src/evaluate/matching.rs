//! Which mentions of one document agree with the gold standard.

use std::collections::{BTreeMap, BTreeSet};

use super::align::Alignment;
use super::gold::{GoldDocument, GoldMention};
use super::report::WorstSentence;
use super::stances;
use crate::document::Kind;
use crate::result::{DocumentResult, MentionRow};
use crate::span::CodePoints;

/// Counts of one group of mentions; what the figures are made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    pub gold: u64,
    pub predicted: u64,
    /// Both, the same stretch of text.
    pub exact: u64,
    /// Both, overlapping.
    pub overlap: u64,
}

/// What the mentions are grouped by, and the group.
pub type Group = (&'static str, String);

/// What was counted in one document.
#[derive(Debug, Clone, Default)]
pub struct Counted {
    pub tallies: BTreeMap<Group, Tally>,
    /// Gold class (or kind) and predicted class of mentions that overlap; `none` where there is no counterpart.
    pub confusion: BTreeMap<(String, String), u64>,
    pub sentences: Vec<WorstSentence>,
    /// Confidence of each signed stance, and whether the gold standard has it.
    pub judged: Vec<(f64, bool)>,
}

impl Counted {
    pub fn tally(&mut self, by: &'static str, group: impl Into<String>) -> &mut Tally {
        self.tallies.entry((by, group.into())).or_default()
    }
}

/// A gold mention at its place in the result's text.
struct Placed<'g> {
    gold: &'g GoldMention,
    span: Option<(u32, u32)>,
    exact: Option<usize>,
    overlap: Option<usize>,
}

pub fn count(gold: &GoldDocument, document: &DocumentResult) -> Counted {
    let alignment = Alignment::of(&gold.text, &document.text);
    let predicted: Vec<&MentionRow> = {
        let annotated = |mention: &&MentionRow| gold.all_zones || mention.zone.is_text();
        document.mentions.iter().filter(annotated).collect()
    };
    let mut placed: Vec<Placed> = gold.mentions.iter().map(|it| place(it, &alignment)).collect();
    pair(
        &mut placed,
        &predicted,
        |span, row| span == (row.start, row.end),
        |it, at| it.exact = Some(at),
    );
    pair(
        &mut placed,
        &predicted,
        |span, row| overlaps(span, (row.start, row.end)),
        |it, at| it.overlap = Some(at),
    );
    let mut counted = Counted::default();
    count_mentions(&mut counted, &placed, &predicted);
    if gold.mentions.iter().all(|it| it.class.is_none()) {
        counted.tallies.retain(|(by, _), _| *by != "class");
    }
    if gold.mentions.iter().all(|it| it.name.is_empty() && it.entity.is_empty()) {
        counted.tallies.retain(|(by, _), _| *by != "name");
    }
    count_confusions(&mut counted, &placed, &predicted);
    counted.sentences = sentences(document, &placed, &predicted);
    if let Some(gold) = &gold.stances {
        stances::count(&mut counted, gold, &alignment, document);
    }
    counted
}

fn place<'g>(gold: &'g GoldMention, alignment: &Alignment) -> Placed<'g> {
    Placed {
        gold,
        span: alignment.span(gold.start, gold.end),
        exact: None,
        overlap: None,
    }
}

fn overlaps(a: (u32, u32), b: (u32, u32)) -> bool {
    a.0 < b.1 && b.0 < a.1
}

/// Gives every gold mention the first predicted one of its kind that fits and is not given away.
fn pair(
    placed: &mut [Placed],
    predicted: &[&MentionRow],
    fits: impl Fn((u32, u32), &MentionRow) -> bool,
    mut give: impl FnMut(&mut Placed, usize),
) {
    let mut given = BTreeSet::new();
    for it in placed {
        let Some(span) = it.span else { continue };
        let free = |(at, row): &(usize, &&MentionRow)| row.kind == it.gold.kind && fits(span, row) && !given.contains(at);
        if let Some((at, _)) = predicted.iter().enumerate().find(free) {
            given.insert(at);
            give(it, at);
        }
    }
}

fn count_mentions(counted: &mut Counted, placed: &[Placed], predicted: &[&MentionRow]) {
    for row in predicted {
        for (by, group) in groups_of(row) {
            counted.tally(by, group).predicted += 1;
        }
    }
    for it in placed {
        let kind = word(&it.gold.kind);
        counted.tally("all", "all").gold += 1;
        counted.tally("kind", kind).gold += 1;
        counted.tally("name", "all").gold += u64::from(!it.gold.name.is_empty() || !it.gold.entity.is_empty());
        if let Some(class) = &it.gold.class {
            counted.tally("class", class.clone()).gold += 1;
        }
        count_hits(counted, it.gold, it.exact.map(|at| predicted[at]), |tally| &mut tally.exact);
        count_hits(counted, it.gold, it.overlap.map(|at| predicted[at]), |tally| &mut tally.overlap);
    }
}

fn count_hits(counted: &mut Counted, gold: &GoldMention, hit: Option<&MentionRow>, of: impl Fn(&mut Tally) -> &mut u64) {
    let Some(row) = hit else { return };
    for (by, group) in groups_of(row) {
        let agrees = match by {
            "class" => gold.class.as_deref() == Some(group.as_str()),
            "name" => gold.entity == row.entity || same_name(&gold.name, &row.name, &row.entity),
            _ => true,
        };
        *of(counted.tally(by, group)) += u64::from(agrees);
    }
}

/// The groups that a predicted mention counts in.
fn groups_of(row: &MentionRow) -> Vec<Group> {
    let mut groups = vec![
        ("all", "all".to_owned()),
        ("kind", word(&row.kind)),
        ("name", "all".to_owned()),
        ("rule", row.rule.to_string()),
        ("reading", word(&row.reading)),
    ];
    groups.extend(row.class.map(|class| ("class", word(&class))));
    groups
}

/// Whether a name of the gold standard is this entity's: its name, its id or the id's slug, whatever the case, marks and article.
pub fn same_name(gold: &str, name: &str, entity: &str) -> bool {
    let plain = |text: &str| {
        let lower = text.to_lowercase();
        let bare = lower.strip_prefix("the ").unwrap_or(&lower);
        bare.chars().filter(|c| c.is_alphanumeric()).collect::<String>()
    };
    let slug = entity.split_once(':').map_or(entity, |(_, slug)| slug);
    [name, entity, slug].iter().any(|own| plain(gold) == plain(own))
}

fn count_confusions(counted: &mut Counted, placed: &[Placed], predicted: &[&MentionRow]) {
    let label = |kind: Kind, class: Option<String>| class.unwrap_or_else(|| word(&kind));
    let found = |row: &MentionRow| label(row.kind, row.class.map(|class| word(&class)));
    let mut met = BTreeSet::new();
    for it in placed {
        let theme = it.gold.kind == Kind::Theme;
        let counterpart = it.overlap.or_else(|| {
            let any =
                |row: &&MentionRow| it.span.is_some_and(|span| overlaps(span, (row.start, row.end))) && theme == (row.kind == Kind::Theme);
            predicted.iter().position(any)
        });
        met.extend(counterpart);
        let got = counterpart.map_or_else(|| "none".to_owned(), |at| found(predicted[at]));
        *counted
            .confusion
            .entry((label(it.gold.kind, it.gold.class.clone()), got))
            .or_default() += 1;
    }
    for (at, row) in predicted.iter().enumerate() {
        if !met.contains(&at) {
            *counted.confusion.entry(("none".to_owned(), found(row))).or_default() += 1;
        }
    }
}

/// Sentences with mentions that were missed or are wrong.
fn sentences(document: &DocumentResult, placed: &[Placed], predicted: &[&MentionRow]) -> Vec<WorstSentence> {
    let points = CodePoints::new(&document.text);
    let text = |(start, end): (u32, u32)| {
        document
            .text
            .get(points.byte(start) as usize..points.byte(end) as usize)
            .unwrap_or_default()
    };
    let hits: BTreeSet<usize> = placed.iter().filter_map(|it| it.exact).collect();
    let mut worst: BTreeMap<u32, WorstSentence> = BTreeMap::new();
    let mut entry = |sentence: u32, missed: Option<String>, wrong: Option<String>| {
        let row = &document.sentences[sentence as usize];
        let it = worst.entry(sentence).or_insert_with(|| WorstSentence {
            document: document.id.clone(),
            sentence,
            text: text((row.start, row.end)).to_owned(),
            ..WorstSentence::default()
        });
        it.missed.extend(missed);
        it.wrong.extend(wrong);
    };
    for it in placed.iter().filter(|it| it.exact.is_none()) {
        let Some(span) = it.span else { continue };
        if let Some(row) = document.sentences.iter().find(|row| row.start <= span.0 && span.0 < row.end) {
            entry(row.id, Some(format!("{} ({})", text(span), word(&it.gold.kind))), None);
        }
    }
    for (_, row) in predicted.iter().enumerate().filter(|(at, _)| !hits.contains(at)) {
        entry(
            row.sentence,
            None,
            Some(format!("{} ({}, {})", row.surface, word(&row.kind), row.rule)),
        );
    }
    worst.into_values().collect()
}

/// The name of a value as the JSON has it.
fn word(value: &impl serde::Serialize) -> String {
    serde_json::to_value(value)
        .ok()
        .and_then(|it| it.as_str().map(str::to_owned))
        .unwrap_or_default()
}

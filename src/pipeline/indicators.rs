//! Figures for a whole document.

use std::collections::{BTreeMap, BTreeSet};

use super::Analysis;
use crate::document::Kind;
use crate::result::{CueRowKind, Figure, Indicators, Rate, ThemeFigures, Tone};
use crate::token::{Sentence, TokenKind};

/// The indicators of one document.
pub fn of(analysis: &Analysis) -> Indicators {
    let counted: Vec<bool> = analysis
        .document
        .blocks
        .iter()
        .map(|block| analysis.zones.counts(block.kind))
        .collect();
    let in_zone = |sentence: &Sentence| counted[sentence.block as usize];
    let mut tokens = 0;
    let mut sentences = 0;
    for sentence in analysis.sentences.iter().filter(|sentence| in_zone(sentence)) {
        let words = sentence
            .tokens(&analysis.tokens)
            .iter()
            .filter(|token| token.kind == TokenKind::Word)
            .count();
        tokens += count(words);
        sentences += u32::from(words > 0);
    }
    let cues = |kind| {
        let found = analysis
            .reading
            .cues
            .iter()
            .filter(|cue| cue.kind == kind && in_zone(&analysis.sentences[cue.sentence as usize]));
        rate(count(found.count()), tokens)
    };
    let attributions = analysis
        .reading
        .attributions
        .iter()
        .filter(|it| in_zone(&analysis.sentences[it.sentence as usize]))
        .count();
    let (positive, negative) = analysis.reading.tone;
    Indicators {
        tokens,
        sentences,
        themes: themes(analysis, &counted, tokens, sentences),
        hedging: cues(CueRowKind::Hedge),
        boosting: cues(CueRowKind::Booster),
        negation: cues(CueRowKind::Negation),
        attribution: rate(count(attributions), tokens),
        urgency: rate(analysis.reading.urgency, tokens),
        tone: Tone {
            positive,
            negative,
            score: Figure(tone_score(positive, negative)),
        },
        coverage: Figure(coverage(analysis, &counted)),
    }
}

fn themes(analysis: &Analysis, counted: &[bool], tokens: u32, sentences: u32) -> BTreeMap<String, ThemeFigures> {
    let mut found: BTreeMap<&str, (u32, BTreeSet<u32>)> = BTreeMap::new();
    for mention in analysis
        .found
        .mentions
        .iter()
        .filter(|m| m.kind == Kind::Theme && counted[m.block as usize])
    {
        let entry = found.entry(&analysis.found.entities[mention.entity as usize].id).or_default();
        entry.0 += 1;
        entry.1.insert(mention.sentence);
    }
    let figures = |(count, within): (u32, BTreeSet<u32>)| ThemeFigures {
        count,
        per_1000_tokens: Figure(per_1000(count, tokens)),
        share: Figure(share(self::count(within.len()), sentences)),
    };
    found.into_iter().map(|(id, it)| (id.to_owned(), figures(it))).collect()
}

/// Capitalised words inside sentences (not their first word) that lie in a mention, as a share of all such words.
fn coverage(analysis: &Analysis, counted: &[bool]) -> f64 {
    let text = &analysis.document.text;
    let mut mentions = analysis
        .found
        .mentions
        .iter()
        .filter(|mention| mention.kind != Kind::Theme)
        .peekable();
    let (mut all, mut tagged) = (0, 0);
    for sentence in &analysis.sentences {
        let words = sentence.tokens(&analysis.tokens).iter().enumerate();
        for (index, token) in words.filter(|(_, token)| token.kind == TokenKind::Word) {
            while mentions.next_if(|mention| mention.span.end <= token.span.start).is_some() {}
            let capital = || index > 0 && token.span.len() > 1 && token.span.of(text).starts_with(char::is_uppercase);
            if counted[sentence.block as usize] && capital() {
                all += 1;
                tagged += u32::from(mentions.peek().is_some_and(|mention| mention.span.overlaps(token.span)));
            }
        }
    }
    share(tagged, all)
}

fn rate(count: u32, tokens: u32) -> Rate {
    Rate {
        count,
        per_1000_tokens: Figure(per_1000(count, tokens)),
    }
}

fn per_1000(count: u32, tokens: u32) -> f64 {
    if tokens == 0 {
        0.0
    } else {
        1000.0 * f64::from(count) / f64::from(tokens)
    }
}

fn share(part: u32, whole: u32) -> f64 {
    if whole == 0 { 0.0 } else { f64::from(part) / f64::from(whole) }
}

fn tone_score(positive: u32, negative: u32) -> f64 {
    let all = positive + negative;
    if all == 0 {
        0.0
    } else {
        (f64::from(positive) - f64::from(negative)) / f64::from(all)
    }
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
